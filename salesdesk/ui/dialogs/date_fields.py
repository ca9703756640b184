"""Fields for a day that may be absent, and for a moment that is now unless said otherwise."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import (
    QDate,
    QDateTime,
    QEvent,
    QLocale,
    QPoint,
    QSize,
    Qt,
    QTime,
    QTimeZone,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDateEdit,
    QDateTimeEdit,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from salesdesk.ui import theme
from salesdesk.ui.delegates import painting
from salesdesk.ui.fonts import Face
from salesdesk.ui.widgets import named, restyled

_FORMAT = "ddd d MMMM yyyy"
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)


def qdate(day: dt.date) -> QDate:
    """The day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def day_of(date: QDate) -> dt.date:
    """The day as Python has it."""
    return dt.date(date.year(), date.month(), date.day())


class _InnerButton(QToolButton):
    """A small icon inside a field."""

    def __init__(self, icon: str, ink: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._ink = icon, ink
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = "text" if self.underMouse() and self.isEnabled() else self._ink
        if not self.isEnabled():
            ink = "textOff"
        inset = (self.width() - theme.px(16)) // 2
        painting.draw_icon(painter, self._icon, ink, inset, inset, 16)
        painter.end()


class CalendarPopup(QFrame):
    """A month to choose a day from; Enter or a click chooses, Escape closes.

    Signals:
        chosen(QDate): the day.
    """

    chosen = Signal(QDate)

    def __init__(self, *, name: str, locale: QLocale, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget(self)
        named(self.calendar, f"{name}_month", self.tr("Calendar"))
        self.calendar.setLocale(locale)
        self.calendar.setFirstDayOfWeek(locale.firstDayOfWeek())
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def open_at(self, field: QWidget, day: QDate, lowest: QDate) -> None:
        """Show the month of a day under a field, above it where there is no room below."""
        self.calendar.setMinimumDate(lowest)
        self.calendar.setSelectedDate(day)
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        room = field.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height() - 2))
        place.setX(min(place.x(), room.right() - self.width()))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(day)


class DateField(QDateEdit):
    """A day of the office, or none; typed, chosen from a calendar, or cleared.

    Alt+Down (or F4) opens the calendar, Delete clears, the arrow keys count days.

    Signals:
        day_changed(): another day, or none any more.
    """

    day_changed = Signal()

    def __init__(
        self, *, name: str, accessible: str, locale: QLocale, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self._day: dt.date | None = None
        self._lowest = dt.date(2000, 1, 1)
        self.setLocale(locale)
        self.setDisplayFormat(_FORMAT)
        self.setSpecialValueText("\u2009")
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Alt+Down: calendar, Delete: clear"))
        self._clear = _InnerButton("x", "text2", self)
        named(self._clear, f"{name}_clear", self.tr("Clear the date"))
        self._clear.clicked.connect(self.clear_day)
        self._open = _InnerButton("calendar", "text3", self)
        named(self._open, f"{name}_calendar", self.tr("Choose from a calendar"))
        self._open.clicked.connect(self.open_calendar)
        self._popup = CalendarPopup(name=f"{name}_popup", locale=locale, parent=self)
        self._popup.chosen.connect(self._picked)
        self.lineEdit().setPlaceholderText("")
        self.dateChanged.connect(self._typed)
        self.set_lowest(self._lowest)

    def set_lowest(self, day: dt.date) -> None:
        """Allow no earlier day."""
        self._lowest = day
        blocked = self.blockSignals(True)
        # The day before the first allowed one stands for "none".
        self.setMinimumDate(qdate(day - dt.timedelta(days=1)))
        if self._day is None:
            self.setDate(self.minimumDate())
        self.blockSignals(blocked)
        self._refresh()

    def day(self) -> dt.date | None:
        """The day; None: none."""
        return self._day

    def set_day(self, day: dt.date | None) -> None:
        """Show a day, or none; tells `day_changed` where it differs."""
        if day is not None and day < self._lowest:
            self.set_lowest(day)
        changed = day != self._day
        self._day = day
        blocked = self.blockSignals(True)
        self.setDate(self.minimumDate() if day is None else qdate(day))
        self.blockSignals(blocked)
        self._refresh()
        if changed:
            self.day_changed.emit()

    def clear_day(self) -> None:
        """Take the day away."""
        self.set_day(None)

    def open_calendar(self) -> None:
        """Choose from a month."""
        shown = qdate(self._day or self._lowest)
        self._popup.open_at(self, shown, qdate(self._lowest))

    @property
    def popup(self) -> CalendarPopup:
        """The calendar that `open_calendar` shows."""
        return self._popup

    def _picked(self, day: QDate) -> None:
        self.set_day(day_of(day))
        self.setFocus()

    def _typed(self, date: QDate) -> None:
        day = None if date == self.minimumDate() else day_of(date)
        if day != self._day:
            self._day = day
            self._refresh()
            self.day_changed.emit()

    def _refresh(self) -> None:
        self._clear.setVisible(self._day is not None)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        inside = theme.px(8 + 24 + 24 + 4) + 4
        word = painting.width(self.text(), Face.BODY) + theme.px(8)
        return QSize(max(theme.px(184), word + inside), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = theme.px(24)
        top = (self.height() - side) // 2
        right = self.width() - theme.px(4) - side
        self._open.setGeometry(right, top, side, side)
        self._clear.setGeometry(right - side, top, side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self.updateGeometry()

    def focusNextPrevChild(self, onward: bool) -> bool:
        # Tab leaves the field; within it the arrow keys go from part to part.
        return QWidget.focusNextPrevChild(self, onward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._day is not None:
            self._select_day()

    def _select_day(self) -> None:
        # The weekday comes first, bears the same name to Qt, and is nothing that anybody types.
        self.setCurrentSectionIndex(1)
        self.setSelectedSection(QDateTimeEdit.Section.DaySection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        alt = bool(held & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self.open_calendar()
        elif key == Qt.Key.Key_Delete:
            self.clear_day()
        elif self._day is None and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.set_day(self._lowest)
        elif self._day is None and key in _DIGITS:
            self.set_day(self._lowest)
            self._select_day()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)


class MomentField(QDateTimeEdit):
    """A moment in the desktop's time zone.

    The widget holds the wall clock of that zone under the name of UTC, so that Qt's own idea of
    the local zone cannot shift it.
    """

    def __init__(
        self,
        zone: dt.tzinfo,
        *,
        name: str,
        accessible: str,
        locale: QLocale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self._zone = zone
        self.setTimeZone(QTimeZone.utc())
        self.setLocale(locale)
        self.setCalendarPopup(True)
        self.calendarWidget().setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        hours = locale.timeFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(f"d MMM yyyy, {hours}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def moment(self) -> dt.datetime:
        """The moment, in UTC, in whole minutes."""
        date, time = self.date(), self.time()
        local = dt.datetime.combine(
            day_of(date), dt.time(time.hour(), time.minute()), tzinfo=self._zone
        )
        return local.astimezone(dt.UTC)

    def set_moment(self, moment: dt.datetime) -> None:
        """Show a moment."""
        local = moment.astimezone(self._zone)
        time = QTime(local.hour, local.minute)
        self.setDateTime(QDateTime(qdate(local.date()), time, QTimeZone.utc()))

    def focusNextPrevChild(self, onward: bool) -> bool:
        # Tab leaves the field; within it the arrow keys go from part to part.
        return QWidget.focusNextPrevChild(self, onward)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(216), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def side_by_side(*widgets: QWidget, name: str, gap: int = 8) -> QWidget:
    """Several fields in one row, as one widget."""
    holder = QWidget()
    holder.setObjectName(name)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(gap))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return holder
