"""Release one or many customers: each named with its owner and the days that were left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from salesdesk.domain.errors import Invalid
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.queries import CustomerRow
from salesdesk.services import ownership
from salesdesk.services.protection_records import REASON_LENGTH
from salesdesk.services.session import Done
from salesdesk.ui.actions.bulk_dialog import BulkDialog
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.forms.cell_table import CellRow, framed
from salesdesk.ui.kit.forms.confirm import name_table
from salesdesk.ui.kit.forms.dialog import mark_faults
from salesdesk.ui.kit.painting.cells import DaysCell, Level, TextCell
from salesdesk.ui.kit.widgets import Paragraph
from salesdesk.ui.session.context import Context


class ReleaseDialog(BulkDialog):
    """Make customers available, each named with its owner and the days that were left.

    It asks why, which may stay empty.
    """

    def __init__(
        self, context: Context, rows: Sequence[CustomerRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, rows, _title(context, rows), name="release_dialog", parent=parent)
        told = self.tr(
            "They go into the pool, where others may claim them. What was logged stays, and a "
            "next step stays with the customer."
        )
        if len(rows) == 1:
            told = self.tr(
                "The customer goes into the pool, where others may claim it. What was logged "
                "stays, and a next step stays with the customer."
            )
        self.page.addWidget(Paragraph(told, name="release_text"))
        if len(rows) > 1:
            self.list = name_table(
                [_line(context, row) for row in rows],
                [self.tr("Name"), self.tr("Owner"), self.tr("Days left")],
                [0, 168, 96],
                name="release_names",
            )
            self.page.addWidget(framed(self.list))
        self.why = QLineEdit()
        self.why.setObjectName("release_why")
        self.why.setMaxLength(REASON_LENGTH)
        self.why.setPlaceholderText(self.tr("Optional; whoever has the customer next reads it"))
        self.why_row = self.add_row(self.tr("Why"), self.why, name="release_why")
        number = context.office.formats.number(len(rows))
        act = self.tr("Release") if len(rows) == 1 else self.tr("Release these {number}")
        self.act.setText(fill(act, number=number))
        self.end_rows()
        self.why.setFocus()

    def act_on(self, row: CustomerRow, event_id: str) -> Callable[[], Done]:
        seen = OwnershipSeen(row.owner_uid, row.owned_since)
        session, why = self._context.session, self.why.text()
        return partial(ownership.release, session, event_id, row.id, seen, why)

    def mark(self, invalid: Invalid) -> bool:
        return mark_faults(invalid, {"why": (self.why_row, self.why)})


def _line(context: Context, row: CustomerRow) -> CellRow:
    formats = context.office.formats
    left = row.departure.days_left(row.now) if row.departure is not None else None
    return CellRow(
        row.id,
        (
            TextCell(row.name, Level.NAME),
            TextCell(row.owner_name or "", Level.TEXT2),
            DaysCell(formats.days_left(left, protected=row.protected)),
        ),
    )


def _title(context: Context, rows: Sequence[CustomerRow]) -> str:
    if len(rows) == 1:
        return fill(translate("confirm", "Release {name}"), name=rows[0].name)
    number = context.office.formats.number(len(rows))
    return fill(translate("confirm", "Release {number} customers"), number=number)
