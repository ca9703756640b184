"""Claim several customers at once: each for itself, with progress and a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from salesdesk.domain.queries import CustomerRow
from salesdesk.services import ownership
from salesdesk.services.session import Done
from salesdesk.ui.actions.bulk_dialog import BulkDialog
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.widgets import Paragraph
from salesdesk.ui.session.context import Context


class ClaimDialog(BulkDialog):
    """Names the customers that are about to be claimed; the one who is slower is told who won."""

    def __init__(
        self, context: Context, rows: Sequence[CustomerRow], parent: QWidget | None = None
    ) -> None:
        number = context.office.formats.number(len(rows))
        title = fill(translate("claim", "Claim {number} customers"), number=number)
        super().__init__(context, rows, title, name="claim_dialog", parent=parent)
        self.page.addWidget(
            Paragraph(
                self.tr(
                    "They become yours, one after another. Those that somebody else has taken "
                    "in the meantime are named with their owner."
                ),
                name="claim_text",
            )
        )
        self.act.setText(fill(self.tr("Claim these {number}"), number=number))
        self.end_rows()
        self.act.setFocus()

    def act_on(self, row: CustomerRow, event_id: str) -> Callable[[], Done]:
        return partial(ownership.claim, self._context.session, event_id, row.id)
