"""Help over a dialog: F1 opens the guide's page that belongs to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from salesdesk.ui.help.pages import page_of_dialog
from salesdesk.ui.kit import help_key


class DialogHelp(QObject):
    """Answers F1 of every dialog of the program.

    Args:
        open_address: opens an address outside the program.
    """

    def __init__(self, open_address: Callable[[str], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_address = open_address
        help_key.notifier().wanted.connect(self._show)

    def _show(self, over: QWidget) -> None:
        # The guides are read, and Qt's text documents imported, when they are first wanted.
        from salesdesk.ui.help.dialog import HelpDialog

        if isinstance(over, HelpDialog):
            return
        HelpDialog(page_of_dialog(over), self._open_address, over).open()
