"""Give a released customer back and protect it until a date, as one act."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from salesdesk.domain.queries import CustomerRow
from salesdesk.services import giving_back
from salesdesk.services.giving_back import Protecting
from salesdesk.services.session import Done
from salesdesk.ui.actions.protect_dialog import ProtectDialog
from salesdesk.ui.i18n import fill
from salesdesk.ui.session.context import Context


class GiveBackDialog(ProtectDialog):
    """Asks until when, and why."""

    def __init__(
        self,
        context: Context,
        row: CustomerRow,
        release_id: str,
        owner: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, (row,), parent)
        self._release_id = release_id
        said = fill(self.tr("Give {name} back to {owner}"), name=row.name, owner=owner)
        self.setWindowTitle(said)
        self.title.setText(said)
        self.act.setText(self.tr("Give back and protect"))

    def act_on(self, row: CustomerRow, event_id: str) -> Callable[[], Done]:
        until = self.until()
        if until is None:
            raise ValueError("no day is chosen")
        protecting = Protecting(until, self.reason.text())
        return partial(
            giving_back.give_back, self._context.session, event_id, self._release_id, protecting
        )
