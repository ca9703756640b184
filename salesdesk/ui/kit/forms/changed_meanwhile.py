"""Two people changed the same field: what the other wrote, and the choice between the two."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.forms.dialog import Notice
from salesdesk.ui.kit.widgets import Button


class Odds(Notice):
    """What somebody else wrote into a field meanwhile, and the choice between the two.

    Signals:
        settled(): a choice was made.
    """

    settled = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.open = False
        self.takes_theirs = False
        self.mine_button = Button(self.tr("Keep mine"), name=f"{name}_mine", small=True)
        self.theirs_button = Button(self.tr("Take theirs"), name=f"{name}_theirs", small=True)
        self.mine_button.clicked.connect(self._mine)
        self.theirs_button.clicked.connect(self._theirs)

    def ask(self, theirs: str) -> None:
        """Show what is there now, and ask."""
        self.open = True
        shown = theirs or self.tr("nothing")
        strong = self.tr("Changed meanwhile.")
        told = fill(self.tr("Somebody else wrote “{text}”."), text=shown)
        self.show_notice(strong, told, self.mine_button, self.theirs_button)

    def _mine(self) -> None:
        self._settle(theirs=False)

    def _theirs(self) -> None:
        self._settle(theirs=True)

    def _settle(self, *, theirs: bool) -> None:
        self.takes_theirs = theirs
        self.open = False
        self.dismiss()
        self.settled.emit()
