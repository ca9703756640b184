"""Plan the next step of one or many customers without a contact (docs/rules.md, "Follow-ups")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from salesdesk.domain.errors import Invalid
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.step_dates import release_day, step_at
from salesdesk.services import follow_ups
from salesdesk.services.session import Done
from salesdesk.ui.actions.bulk_dialog import BulkDialog
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.forms.date_fields import Reading
from salesdesk.ui.kit.forms.dialog import mark_faults
from salesdesk.ui.kit.forms.quick_days import QuickDays
from salesdesk.ui.kit.widgets import Button, NoticeFrame
from salesdesk.ui.session.context import Context
from salesdesk.ui.texts import Said, late_warning

_NOTE_LENGTH = 255


class PlanDialog(BulkDialog):
    """Sets the next step to noon of a day, or clears the one that stands.

    Attributes:
        clears: whether next steps were cleared by what was pressed last.
    """

    def __init__(
        self, context: Context, rows: Sequence[CustomerRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, rows, _title(context, rows), name="plan_dialog", parent=parent)
        self._zone = context.office.settings.office_zone
        self._now = max((row.now for row in rows), default=dt.datetime.now(dt.UTC))
        self._clearing = self.clears = False
        formats = context.office.formats
        quick = (
            (self.tr("+1 d"), 1),
            (self.tr("+3 d"), 3),
            (self.tr("+1 w"), 7),
            (self.tr("+4 w"), 28),
        )
        self.days = QuickDays(
            quick,
            self._now,
            formats,
            name="plan_next_step",
            accessible=self.tr("Next step"),
            times=True,
        )
        self.days.field.release_day = release_day(self.rows, self._zone)
        self.note = QLineEdit()
        self.note.setObjectName("plan_note")
        self.note.setMaxLength(_NOTE_LENGTH)
        self.day_row = self.add_row(self.tr("Next step"), self.days, name="plan_next_step")
        self.warning = NoticeFrame(name="plan_warning")
        self.day_row.put_below(Reading(self.days.field, self.day_row.error))
        self.day_row.put_below(self.warning)
        self.note_row = self.add_row(self.tr("Note"), self.note, name="plan_note")
        self.clear = Button(self.tr("Clear next step"), name="plan_clear")
        self.footer.insertWidget(2, self.clear)
        self.clear.setVisible(any(row.next_step is not None for row in rows))
        self.clear.clicked.connect(self._clear)
        self.act.setText(self.tr("Plan"))
        self.end_rows()
        self.days.day_changed.connect(self._warn)
        self.days.field.setFocus()

    def due(self) -> dt.datetime | None:
        """The next step that would be planned."""
        day = self.days.day()
        return None if day is None else step_at(day, self.days.field.time(), self._zone)

    def ready(self) -> bool:
        if self._clearing:
            return True
        if not self.days.field.settled():
            return False
        if self.days.day() is not None:
            return True
        self.day_row.error.show_fault(self.tr("Choose a day."), self.days.field)
        self.days.field.setFocus()
        return False

    def mark(self, invalid: Invalid) -> bool:
        places = {
            "next_step": (self.day_row, self.days.field),
            "note": (self.note_row, self.note),
        }
        return mark_faults(invalid, places)

    def pause(self) -> None:
        super().pause()
        self.clears = self._clearing
        self._clearing = False

    def act_on(self, row: CustomerRow, event_id: str) -> Callable[[], Done]:
        due = None if self._clearing else self.due()
        note = "" if self._clearing else self.note.text()
        return partial(follow_ups.plan, self._context.session, event_id, row.id, due, note)

    def _clear(self) -> None:
        self._clearing = True
        self.begin()

    def _warn(self) -> None:
        self.day_row.error.show_fault("", self.days.field)
        said = self._late()
        if said is None:
            self.warning.dismiss()
        else:
            self.warning.show_notice(*said)

    def _late(self) -> Said | None:
        due, formats = self.due(), self._context.office.formats
        if due is None:
            return None
        late = [r for r in self.rows if r.departure is not None and due > r.departure.leaves_at]
        if not late:
            return None
        if len(self.rows) == 1:
            row = late[0]
            mine = row.owner_uid == self._context.session.actor.uid
            owner = None if mine else row.owner_name or row.owner_uid
            return late_warning(due, row.departure, owner, self._now, formats)
        strong = fill(
            self.tr("{when} lies after the release date of {number} customers."),
            when=formats.step(due, self._now),
            number=formats.number(len(late)),
        )
        return strong, self.tr("Without a contact before that day they leave their owner.")


def _title(context: Context, rows: Sequence[CustomerRow]) -> str:
    if len(rows) == 1:
        return fill(translate("plan", "Plan for {name}"), name=rows[0].name)
    number = context.office.formats.number(len(rows))
    return fill(translate("plan", "Plan for {number} customers"), number=number)
