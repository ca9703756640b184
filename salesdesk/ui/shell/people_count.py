"""How many people there are, beside their screen's name before that screen is made."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from salesdesk.services.admin import roster
from salesdesk.ui.kit.widgets import NavigationPane
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.notices import Notices


class PeopleCount(QObject):
    """Asks once, after what is in sight; the screen itself tells the number from then on."""

    def __init__(
        self, context: Context, navigation: NavigationPane, notices: Notices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._navigation, self._notices = context, navigation, notices

    def ask(self) -> None:
        """Have the number read."""
        work = partial(roster.number, self._context.session)
        self._context.tasks.query("people number", work, self._on_number, self._notices.tell)

    def _on_number(self, number: int) -> None:
        self._navigation.set_count("people", self._context.office.formats.number(number))
