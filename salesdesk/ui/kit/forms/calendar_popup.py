"""A month to choose a day from: today, what may not be chosen and the day of release are marked."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QSizePolicy, QVBoxLayout, QWidget

from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.first_day import first_day
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.screens import room_on_screen
from salesdesk.ui.kit.widgets import named

_MARK = 10


def qdate(day: dt.date) -> QDate:
    """The day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def day_of(date: QDate) -> dt.date:
    """The day as Python has it."""
    return dt.date(date.year(), date.month(), date.day())


class _Month(QCalendarWidget):
    """The month, its days drawn with their marks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.today = QDate()
        self.release = QDate()

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | dt.date) -> None:
        day = date if isinstance(date, QDate) else qdate(date)
        painter.save()
        allowed = self.minimumDate() <= day <= self.maximumDate()
        chosen = day == self.selectedDate() and allowed
        painter.fillRect(rect, theme.colours().brush["base"])
        cell = rect.adjusted(1, 1, -1, -1)
        if chosen:
            painting.draw_box(painter, cell, theme.px(4), "accent", None)
        if day == self.today:
            _draw_today(painter, cell, "onAccent" if chosen else "accent")
        ink = "text" if day.month() == self.monthShown() else "text2"
        face = Face.STRONG if day == self.today else Face.BODY
        ink = "onAccent" if chosen else ink if allowed else "textOff"
        number = str(day.day())
        left = cell.x() + (cell.width() - painting.width(number, face)) // 2
        painting.draw_text(painter, number, face, ink, left, cell.y(), cell.height())
        if not allowed:
            middle = cell.center().y()
            width = painting.width(number, face)
            painter.drawLine(left - 2, middle, left + width + 2, middle)
        if day == self.release:
            _draw_release(painter, cell, "onAccent" if chosen else "urgent")
        painter.restore()


def _draw_today(painter: QPainter, cell: QRect, ink: str) -> None:
    inner = cell.adjusted(2, 2, -2, -2)
    painting.draw_box(painter, inner, theme.px(3), None, ink)


def _draw_release(painter: QPainter, cell: QRect, ink: str) -> None:
    """A filled triangle in the corner: a shape, so that its colour is not all that tells."""
    side = theme.px(_MARK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colours().brush[ink])
    right, top = cell.right() + 1, cell.y()
    corner = [QPoint(right - side, top), QPoint(right, top), QPoint(right, top + side)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPolygon(corner)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class _Legend(QWidget):
    """Under the month: what each mark means, one line each."""

    def __init__(self, *, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._today = self._release = ""

    def tell(self, today: str, release: str) -> None:
        """Name today and, where there is one, the day of release ('': none)."""
        self._today, self._release = today, release
        self.setAccessibleName("\n".join(filter(None, (today, release))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = [line for line in (self._today, self._release) if line]
        widest = max((painting.width(line, Face.BODY) for line in lines), default=0)
        return QSize(widest + theme.px(40), theme.px(20) * len(lines) + theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top, high, side = theme.px(4), theme.px(20), theme.px(12)
        for line, draw in ((self._today, _draw_today), (self._release, _draw_release)):
            if not line:
                continue
            box = QRect(theme.px(8), top + (high - side) // 2, side, side)
            if draw is _draw_today:
                _draw_today(painter, box.adjusted(-2, -2, 2, 2), "accent")
            else:
                _draw_release(painter, box, "urgent")
            painting.draw_text(painter, line, Face.BODY, "text2", theme.px(28), top, high)
            top += high
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
        self.calendar = _Month(self)
        named(self.calendar, f"{name}_month", self.tr("Calendar"))
        self.calendar.setLocale(locale)
        self.calendar.setFirstDayOfWeek(first_day(locale))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        self.legend = _Legend(name=f"{name}_legend", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.calendar)
        column.addWidget(self.legend)

    def mark(
        self, *, today: dt.date, first: dt.date, last: dt.date | None, release: dt.date | None
    ) -> None:
        """Say what is marked: days before the first and after the last may not be chosen."""
        month = self.calendar
        month.setDateRange(qdate(first), qdate(last or dt.date(2999, 12, 31)))
        month.today = qdate(today)
        month.release = qdate(release) if release is not None else QDate()
        written = month.locale()
        said = fill(self.tr("Today: {day}"), day=written.toString(month.today, "ddd d MMMM"))
        leaves = self.tr("Day of release: {day}")
        leaves = fill(leaves, day=written.toString(month.release, "ddd d MMMM yyyy"))
        self.legend.tell(said, leaves if release is not None else "")

    def open_at(self, field: QWidget, day: dt.date) -> None:
        """Show the month of a day under a field, above it where there is no room below."""
        self.calendar.setSelectedDate(qdate(day))
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        room = room_on_screen(field)
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
