"""Quick dates and a calendar in one row, for the dialogs that ask for a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from salesdesk.ui import theme
from salesdesk.ui.dialogs.date_fields import DateField
from salesdesk.ui.formats import Formats
from salesdesk.ui.widgets import Segment, SegmentedControl, named


class QuickDays(QWidget):
    """'+1 d', '+1 w' and so on, beside a date field.

    Signals:
        day_changed(): another day, or none any more.
    """

    day_changed = Signal()

    def __init__(
        self,
        quick: Sequence[tuple[str, int]],
        today: dt.date,
        formats: Formats,
        *,
        name: str,
        accessible: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self._today = today
        self._days = {str(days): days for _, days in quick}
        self.quick = SegmentedControl(
            [Segment(str(days), text) for text, days in quick],
            name=f"{name}_quick",
            accessible=accessible,
            checkable=False,
        )
        for _, days in quick:
            told = self.tr("In %1").replace("%1", formats.days(days))
            self.quick.button(str(days)).setAccessibleName(told)
        self.field = DateField(name=f"{name}_day", accessible=accessible, locale=formats.locale)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.quick)
        row.addWidget(self.field)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)
        self.quick.chosen.connect(self._choose)
        self.field.day_changed.connect(self.day_changed)

    def day(self) -> dt.date | None:
        """The day; None: none."""
        return self.field.day()

    def set_today(self, today: dt.date) -> None:
        """Count the quick days from this day of the office."""
        self._today = today

    def _choose(self, key: str) -> None:
        self.field.set_day(self._today + dt.timedelta(days=self._days[key]))
