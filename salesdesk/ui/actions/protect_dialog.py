"""Protect customers from being released until a date, with a reason (docs/rules.md)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from salesdesk.domain.errors import Invalid
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.step_dates import release_day
from salesdesk.services import ownership
from salesdesk.services.session import Done
from salesdesk.ui.actions.bulk_dialog import BulkDialog
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.forms.date_fields import Reading
from salesdesk.ui.kit.forms.dialog import mark_faults
from salesdesk.ui.kit.forms.quick_days import QuickDays
from salesdesk.ui.kit.widgets import Button, NoticeFrame, Paragraph
from salesdesk.ui.session.context import Context
from salesdesk.ui.texts import name_of

_REASON_LENGTH = 255


class ProtectDialog(BulkDialog):
    """Protects until the end of a day of the office, or ends protections.

    Attributes:
        ends: whether protections end by what was pressed last.
    """

    def __init__(
        self, context: Context, rows: Sequence[CustomerRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, rows, _title(context, rows), name="protect_dialog", parent=parent)
        self._zone = context.office.settings.office_zone
        self._now = max((row.now for row in rows), default=dt.datetime.now(dt.UTC))
        self._ending = False
        self.ends = False
        quick = (
            (self.tr("+1 w"), 7),
            (self.tr("+2 w"), 14),
            (self.tr("+4 w"), 28),
        )
        formats = context.office.formats
        self.days = QuickDays(
            quick, self._now, formats, name="protect_until", accessible=self.tr("Until")
        )
        self.days.field.release_day = release_day(self.rows, self._zone)
        self.reason = QLineEdit()
        self.reason.setObjectName("protect_reason")
        self.reason.setMaxLength(_REASON_LENGTH)
        self.until_row = self.add_row(self.tr("Until"), self.days, name="protect_until")
        self.until_row.put_below(Reading(self.days.field, self.until_row.error))
        self.until_row.put_below(
            Paragraph(
                self.tr("The end of that day is the earliest release; a new owner ends it."),
                name="protect_meaning",
                ink="text2",
            )
        )
        self.warning = NoticeFrame(name="protect_warning")
        self.until_row.put_below(self.warning)
        self.reason_row = self.add_row(self.tr("Reason"), self.reason, name="protect_reason")
        self.end = Button(self.tr("End protection"), name="protect_end")
        self.end.setVisible(all(row.protected_until is not None for row in rows))
        self.end.clicked.connect(self._end)
        self.footer.insertWidget(2, self.end)
        self.act.setText(self.tr("Protect"))
        self.end_rows()
        self.days.day_changed.connect(self._day_changed)
        self.reason.textChanged.connect(self._reason_changed)
        self.days.field.setFocus()

    def until(self) -> dt.datetime | None:
        """The first moment after the chosen day at the office."""
        day = self.days.day()
        if day is None:
            return None
        after = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), self._zone)
        return after.astimezone(dt.UTC)

    def ready(self) -> bool:
        if self._ending:
            return True
        if not self.days.field.settled():
            return False
        reason = self.reason.text().strip()
        if not reason:
            self.reason_row.fail(self.tr("A protection needs a reason."))
            self.reason.setFocus()
        if self.days.day() is None:
            self.until_row.error.show_fault(self.tr("Choose a day."), self.days.field)
            self.days.field.setFocus()
        return bool(reason) and self.days.day() is not None

    def mark(self, invalid: Invalid) -> bool:
        places = {
            "until": (self.until_row, self.days.field),
            "reason": (self.reason_row, self.reason),
        }
        return mark_faults(invalid, places)

    def begin(self) -> None:
        self.ends = self._ending
        super().begin()

    def pause(self) -> None:
        super().pause()
        self._ending = False

    def act_on(self, row: CustomerRow, event_id: str) -> Callable[[], Done]:
        until, session = self.until(), self._context.session
        if self._ending or until is None:
            return partial(ownership.unprotect, session, event_id, row.id)
        return partial(ownership.protect, session, event_id, row.id, until, self.reason.text())

    def _end(self) -> None:
        self._ending = True
        self.begin()

    def _day_changed(self) -> None:
        self.until_row.error.show_fault("", self.days.field)
        self._warn()

    def _warn(self) -> None:
        """Say for whom the protection would end before the day of release: it does nothing."""
        until, formats = self.until(), self._context.office.formats
        bound = [(row, row.departure) for row in self.rows if row.departure is not None]
        later = [(row, leaves) for row, leaves in bound if until and until <= leaves.by_rule]
        if not later:
            self.warning.dismiss()
            return
        strong = self.tr("This is before the day of release and changes nothing.")
        if len(self.rows) == 1:
            row, leaves = later[0]
            told = fill(
                self.tr("{name} leaves on {when} without a protection."),
                name=name_of(row),
                when=formats.exact(leaves.by_rule, row.now),
            )
        else:
            if len(later) < len(bound):
                strong = self.tr("For some this is before the day of release.")
            told = self.tr("{number} of {all} leave later than that without a protection.")
            told = self._of_all(told, len(later))
        self.warning.show_notice(strong, told)

    def _reason_changed(self) -> None:
        self.reason_row.fail("")


def _title(context: Context, rows: Sequence[CustomerRow]) -> str:
    if len(rows) == 1:
        return fill(translate("protect", "Protect {name}"), name=rows[0].name)
    number = context.office.formats.number(len(rows))
    return fill(translate("protect", "Protect {number} customers"), number=number)
