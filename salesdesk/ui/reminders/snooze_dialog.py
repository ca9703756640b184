"""Until when a reminder is put off: the usual choices, and any other moment."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.domain.typed_dates import Toward
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.date_fields import MomentField, Reading
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.quick_days import clock_from
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label

_MORNING = time(8)
_HOUR = timedelta(hours=1)


def choices(now: datetime, formats: Formats) -> list[tuple[str, datetime]]:
    """The usual ones: soon, later today, tomorrow morning and next Monday morning."""
    local = now.astimezone(formats.zone)
    tomorrow = (local + timedelta(days=1)).date()
    monday = (local + timedelta(days=7 - local.weekday())).date()
    mornings = dict.fromkeys((tomorrow, monday))
    said = translate("reminders", "Until {when}")
    soon = [
        (translate("reminders", "15 minutes"), now + timedelta(minutes=15)),
        (translate("reminders", "1 hour"), now + _HOUR),
        (translate("reminders", "4 hours"), now + 4 * _HOUR),
    ]
    at_eight = [datetime.combine(day, _MORNING, formats.zone) for day in mornings]
    return soon + [(fill(said, when=formats.exact(each, now)), each) for each in at_eight]


class SnoozeDialog(FormDialog):
    """Asks for any moment that is still to come.

    Signals:
        chosen(object): an aware datetime.
    """

    chosen = Signal(object)

    def __init__(
        self, whom: str, now: datetime, formats: Formats, parent: QWidget | None = None
    ) -> None:
        title = translate("reminders", "Put off until")
        super().__init__(title, name="snooze_dialog", parent=parent)
        self._now = now
        self.header.addWidget(Label(title, name="snooze_title", face=Face.TITLE))
        self.header.addWidget(Label(whom, name="snooze_whom", ink="text2", cut=True))
        self.until = MomentField(
            formats,
            clock_from(now),
            name="snooze_until",
            accessible=self.tr("Until"),
            toward=Toward.FUTURE,
            usual=_MORNING,
        )
        self.until.set_moment(choices(now, formats)[3][1])
        self.row = self.add_row(self.tr("Until"), self.until, name="snooze_until")
        self.row.put_below(Reading(self.until, self.row.error))
        cancel = Button(self.tr("Cancel"), name="snooze_cancel", hint=self.tr("Esc"))
        save = Button(
            self.tr("Put off"), name="snooze_save", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._on_save)
        self.set_buttons(cancel, save)
        self.end_rows()
        self.finished.connect(self.deleteLater)
        self.until.setFocus()

    def _on_save(self) -> None:
        if not self.until.settled():
            return
        until = self.until.moment()
        if until <= self._now:
            self.row.fail(self.tr("This moment is over: choose a later one."))
            self.until.setFocus()
            return
        self.accept()
        self.chosen.emit(until)
