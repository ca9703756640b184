"""Ask for a first and a last day."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.domain.reports.report_scope import Period
from salesdesk.domain.typed_dates import Toward
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.date_fields import DateField, Reading
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.quick_days import clock_from
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label


class PeriodDialog(FormDialog):
    """Two days of the office, both included.

    Args:
        today: the office's present day.
        longest: how many days it may be.

    Signals:
        chosen(Period): the days.
    """

    chosen = Signal(object)

    def __init__(
        self,
        period: Period,
        today: dt.date,
        longest: int,
        formats: Formats,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Choose the days")
        super().__init__(title, name="period_dialog", parent=parent)
        self._longest = longest
        self._formats = formats
        self.header.addWidget(Label(title, name="period_title", face=Face.TITLE))
        clock = clock_from(dt.datetime.combine(today, dt.time(12), formats.office))
        self.first, self.last = (
            DateField(formats, clock, name=name, accessible=word, toward=Toward.PAST)
            for name, word in (
                ("period_first", self.tr("First day")),
                ("period_last", self.tr("Last day")),
            )
        )
        self._first_row = self.add_row(self.tr("First day"), self.first, name="period_first")
        self._last_row = self.add_row(self.tr("Last day"), self.last, name="period_last")
        for row, field in ((self._first_row, self.first), (self._last_row, self.last)):
            row.put_below(Reading(field, row.error))
        cancel = Button(self.tr("Cancel"), name="period_cancel", hint=self.tr("Esc"))
        show = Button(
            self.tr("Show"), name="period_show", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        cancel.clicked.connect(self.reject)
        show.clicked.connect(self._on_show)
        self.set_buttons(cancel, show)
        self.end_rows()
        self.first.set_day(period.first)
        self.last.set_day(period.last)
        for day in (self.first, self.last):
            day.changed.connect(self._clear)
        self.finished.connect(self.deleteLater)
        self.first.setFocus()

    def _clear(self) -> None:
        self._first_row.fail("")
        self._last_row.fail("")

    def _on_show(self) -> None:
        if not self.first.settled() or not self.last.settled():
            return
        first, last = self.first.day(), self.last.day()
        if first is None:
            self._first_row.fail(self.tr("The first day is missing."))
        elif last is None:
            self._last_row.fail(self.tr("The last day is missing."))
        elif last < first:
            self._last_row.fail(self.tr("The last day is before the first."))
        elif Period(first, last).days > self._longest:
            told = self.tr("This is more than {days}.")
            self._last_row.fail(fill(told, days=self._formats.days(self._longest)))
        else:
            self.chosen.emit(Period(first, last))
            self.accept()
