"""Quick dates and a calendar in one row, for the dialogs that ask for a day."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.date_fields import Clock, DateField
from salesdesk.ui.kit.widgets import Segment, SegmentedControl, named


def clock_from(now: dt.datetime) -> Clock:
    """A clock that goes on from a moment that the database told."""
    begun = time.monotonic()

    def clock() -> dt.datetime:
        return now + dt.timedelta(seconds=time.monotonic() - begun)

    return clock


class QuickDays(QWidget):
    """'+1 d', '+1 w' and so on, beside a date field.

    Args:
        now: the present moment, by the database's clock.
        times: the field takes a time of the day too.

    Signals:
        day_changed(): another day, or none any more.
    """

    day_changed = Signal()

    def __init__(
        self,
        quick: Sequence[tuple[str, int]],
        now: dt.datetime,
        formats: Formats,
        *,
        name: str,
        accessible: str,
        times: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self._clock = clock_from(now)
        self._office = formats.office
        self._days = {str(days): days for _, days in quick}
        self.quick = SegmentedControl(
            [Segment(str(days), text) for text, days in quick],
            name=f"{name}_quick",
            accessible=accessible,
        )
        for _, days in quick:
            told = fill(self.tr("In {days}"), days=formats.days(days))
            self.quick.button(str(days)).setAccessibleName(told)
        self.field = DateField(
            formats, self._clock, name=f"{name}_day", accessible=accessible, times=times
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.quick)
        row.addWidget(self.field)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.quick.chosen.connect(self._choose)
        self.field.changed.connect(self._show_quick)
        self.field.changed.connect(self.day_changed)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the field the focus.

        Not by a proxy: Tab would then take the row for its field and pass the buttons before it.
        """
        self.field.setFocus(reason)

    def day(self) -> dt.date | None:
        """The day; None: none."""
        return self.field.day()

    def _choose(self, key: str) -> None:
        self.field.set_day(self._day_of(key))

    def _day_of(self, key: str) -> dt.date:
        today = self._clock().astimezone(self._office).date()
        return today + dt.timedelta(days=self._days[key])

    def _show_quick(self) -> None:
        """The button of the day that stands in the field looks chosen."""
        day = self.field.day()
        self.quick.set_value(next((key for key in self._days if self._day_of(key) == day), None))
