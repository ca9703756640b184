"""Fields for a day that may be absent, and for a moment: typed, chosen from a calendar, counted.

What is typed is read at each key by `salesdesk.domain.typed_dates`, and a line below says as what.
What is not understood changes nothing: the field keeps the text, the value stays what it was, and
`settled` is False until the text is mended, so that nothing else than what is seen is saved.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from salesdesk.domain.typed_dates import Misread, Toward, TypedMoment, read
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.calendar_popup import CalendarPopup, day_of, qdate
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets import FieldError, Paragraph, named
from salesdesk.ui.kit.widgets.basics import Measured

_DAY = dt.timedelta(days=1)
_NOON = dt.time(12)
_EARLIEST = dt.date(2000, 1, 1)

Clock = Callable[[], dt.datetime]


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


class _TypedField(Measured, QLineEdit):
    """What both fields share: the text, its reading, the calendar and the keys.

    Alt+Down (or F4) opens the calendar, the arrow keys count days.

    Args:
        clock: the present moment, aware.
        zone: whose wall clock the field shows.

    Signals:
        changed(): another value, or none any more.
        read_as(str): what the text means, in words; '' where nothing needs to be said.
        misread(str): what is wrong with the text; '' once it is mended.
    """

    changed = Signal()
    read_as = Signal(str)
    misread = Signal(str)

    def __init__(
        self,
        formats: Formats,
        clock: Clock,
        zone: dt.tzinfo,
        *,
        name: str,
        accessible: str,
        toward: Toward,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self._formats = formats
        self._clock = clock
        self._zone = zone
        self._toward = toward
        self._value: TypedMoment | None = None
        self._before: TypedMoment | None = None
        self._problem = ""
        self._rest_width = 0
        self.release_day: dt.date | None = None
        self.setLocale(formats.locale)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._clear = _InnerButton("x", "text2", self)
        named(self._clear, f"{name}_clear", translate("dates", "Clear the date"))
        self._clear.clicked.connect(self._clear_value)
        self._clear.hide()
        self._open = _InnerButton("calendar", "text3", self)
        named(self._open, f"{name}_calendar", translate("dates", "Choose from a calendar"))
        self._open.clicked.connect(self.open_calendar)
        self._popup: CalendarPopup | None = None
        self.textEdited.connect(self._edited)
        self._show_value()

    # --- the value --------------------------------------------------------------------------------

    def settled(self) -> bool:
        """Whether the text is what is valued; otherwise says what is wrong and takes the focus."""
        if self._problem:
            self.misread.emit(self._problem)
            self.setFocus()
            return False
        return True

    @property
    def popup(self) -> CalendarPopup:
        """The calendar that `open_calendar` shows."""
        # Most forms are filled without it, and it is as large as the rest of the field.
        if self._popup is None:
            name = f"{self.objectName()}_popup"
            self._popup = CalendarPopup(name=name, locale=self._formats.locale, parent=self)
            self._popup.chosen.connect(self._picked)
        return self._popup

    def open_calendar(self) -> None:
        """Choose from a month."""
        first, last = self.bounds()
        self.popup.mark(today=self._now().date(), first=first, last=last, release=self.release_day)
        day = self._value.day if self._value is not None else max(first, self._start())
        self.popup.open_at(self, day)

    def bounds(self) -> tuple[dt.date, dt.date | None]:
        """The first and the last day that may be chosen."""
        raise NotImplementedError

    def complete(self, found: TypedMoment) -> TypedMoment:
        """What was read with what this field adds to it."""
        raise NotImplementedError

    def refusal(self, found: TypedMoment) -> str:
        """Why it may not be chosen; '': it may."""
        raise NotImplementedError

    def _start(self) -> dt.date:
        """The day that the calendar shows and the arrow keys begin with where there is none."""
        return self._now().date()

    def _now(self) -> dt.datetime:
        """The present wall clock of the field's zone."""
        return self._clock().astimezone(self._zone).replace(tzinfo=None)

    def _put(self, value: TypedMoment | None) -> None:
        """Take a value that was not typed, and show it."""
        self._before = value
        self._note_problem("")
        self._take(value)
        self._show_value()

    def _take(self, value: TypedMoment | None) -> None:
        changed = value != self._value
        self._value = value
        if changed:
            self.changed.emit()

    def _clear_value(self) -> None:
        self._put(None)

    def _show_value(self) -> None:
        value = self._value
        self.setText(self._written(value) if value is not None else "")
        self._rest_width = painting.width(self.text(), Face.BODY)
        self._clear.setVisible(value is not None and self.clearable)
        self.read_as.emit(self._elsewhere(value))
        self.updateGeometry()

    clearable = True

    def _written(self, value: TypedMoment) -> str:
        if value.time is None:
            return self._dated(value.day, "ddd d MMMM yyyy")
        # Beside the quick buttons there is room for the weekday or the year, not for both.
        this_year = value.day.year == self._now().year
        day = self._dated(value.day, "ddd d MMM" if this_year else "d MMM yyyy")
        return f"{day}, {self._timed(value.time)}"

    def _dated(self, day: dt.date, pattern: str) -> str:
        return self.locale().toString(qdate(day), pattern)

    def _timed(self, clock: dt.time) -> str:
        written = QTime(clock.hour, clock.minute)
        return self.locale().toString(written, QLocale.FormatType.ShortFormat)

    def _elsewhere(self, value: TypedMoment | None) -> str:
        """The desktop's time of a time of the office, where they differ."""
        if value is None or value.time is None:
            return ""
        moment = dt.datetime.combine(value.day, value.time, self._zone)
        local = moment.astimezone(self._formats.zone)
        if local.replace(tzinfo=None) == moment.replace(tzinfo=None):
            return ""
        here = f"{self._dated(local.date(), 'ddd d MMM')}, {self._timed(local.time())}"
        said = translate("dates", "The office's time; here it is {here}.")
        return fill(said, here=here)

    # --- typing -----------------------------------------------------------------------------------

    def _edited(self, text: str) -> None:
        self._note_problem("")
        self.misread.emit("")
        self._clear.setVisible(bool(text) and self.clearable)
        if not text.strip() and self.clearable:
            self.read_as.emit("")
            self._take(None)
            return
        standing = self._before.day if self._before is not None else None
        found = read(text, self._now(), toward=self._toward, standing=standing)
        if isinstance(found, Misread):
            self._note_problem(misread_words(found, text))
            self.read_as.emit(self._examples())
            self._take(self._before)
            return
        whole = self.complete(found)
        refused = self.refusal(whole)
        self._note_problem(refused)
        self.read_as.emit(refused or self._reading(whole))
        self._take(self._before if refused else whole)

    def _note_problem(self, problem: str) -> None:
        self._problem = problem

    def _reading(self, value: TypedMoment) -> str:
        said = f"= {self._dated(value.day, 'ddd d MMMM yyyy')}"
        if value.time is not None:
            said = f"{said}, {self._timed(value.time)}"
        return " · ".join(filter(None, (said, self._elsewhere(value))))

    def _examples(self) -> str:
        return translate("dates", "For example 15/12, fri 3pm, besok, senin 10.00 or +3")

    def _rest(self) -> None:
        """Typing is over: write out what was understood, or say what was not."""
        if self._problem:
            self.read_as.emit("")
            self.misread.emit(self._problem)
        elif self.isModified():
            self._put(self._value)

    def _picked(self, day: QDate) -> None:
        clock = self._value.time if self._value is not None else None
        found = self.complete(TypedMoment(day_of(day), clock))
        self._put(found)
        self.misread.emit("")
        self.setFocus()
        refused = self.refusal(found)
        if refused:
            self._note_problem(refused)
            self.misread.emit(refused)

    def _count(self, days: int) -> None:
        """Go some days on, not past what may be chosen."""
        first, last = self.bounds()
        if self._value is None:
            self._put(self.complete(TypedMoment(max(first, self._start()))))
            return
        day = self._value.day + days * _DAY
        if first <= day <= (last or day):
            found = TypedMoment(day, self._value.time)
            if not self.refusal(found):
                self._put(found)

    # --- events -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        alt = bool(held & Qt.KeyboardModifier.AltModifier)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self.open_calendar()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._count(1 if key == Qt.Key.Key_Up else -1)
            self.selectAll()
        elif enter and not self.settled():
            event.accept()
        else:
            if enter:
                self._rest()
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and not self._problem:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._rest()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        fresh = not self.hasFocus() or self.hasSelectedText()
        super().mousePressEvent(event)
        # The first click means the whole date, which is typed anew; the next sets the caret.
        if fresh and not self.isModified() and not self._problem:
            self.selectAll()

    def sizeHint(self) -> QSize:
        inside = theme.px(8 + 24 + 24 + 4) + 4
        return QSize(max(theme.px(184), self._rest_width + theme.px(8) + inside), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = theme.px(24)
        self.setTextMargins(0, 0, side * (2 if self.clearable else 1), 0)
        top = (self.height() - side) // 2
        right = self.width() - theme.px(4) - side
        self._open.setGeometry(right, top, side, side)
        self._clear.setGeometry(right - side, top, side, side)

    def measure(self) -> None:
        self._rest_width = painting.width(self.text(), Face.BODY)
        self.updateGeometry()


class DateField(_TypedField):
    """A day of the office, or none; with a time where the field takes one.

    Args:
        times: a time may be said; a day without one stands for noon, and neither may be past.
        toward: PAST: any day since 2000 may be chosen, and days without a year lie behind.
    """

    def __init__(
        self,
        formats: Formats,
        clock: Clock,
        *,
        name: str,
        accessible: str,
        times: bool = False,
        toward: Toward = Toward.FUTURE,
        parent: QWidget | None = None,
    ) -> None:
        self._times = times
        super().__init__(
            formats,
            clock,
            formats.office,
            name=name,
            accessible=accessible,
            toward=toward,
            parent=parent,
        )
        keys = self.tr("Alt+Down: calendar, Up and Down: a day on or back")
        self.setToolTip(f"{self._examples()}\n{keys}")
        self.setPlaceholderText(self.tr("15/12, fri 3pm…") if times else self.tr("15/12, fri, +3…"))

    def day(self) -> dt.date | None:
        """The day; None: none."""
        return self._value.day if self._value is not None else None

    def time(self) -> dt.time | None:
        """The time of the day, where one was said."""
        return self._value.time if self._value is not None else None

    def set_day(self, day: dt.date | None, time: dt.time | None = None) -> None:
        """Show a day, or none; tells `changed` where it differs."""
        self._put(None if day is None else TypedMoment(day, time))
        self.misread.emit("")

    def clear_day(self) -> None:
        """Take the day away."""
        self.set_day(None)

    def set_office(self, office: dt.tzinfo) -> None:
        """Read and show days of this zone, as the database has it."""
        self._zone = office

    def bounds(self) -> tuple[dt.date, dt.date | None]:
        if self._toward is Toward.PAST:
            return _EARLIEST, None
        now = self._now()
        clock = self.time() or _NOON
        over = self._times and dt.datetime.combine(now.date(), clock) <= now
        first = now.date() + _DAY if over else now.date()
        standing = self.day()
        return (min(first, standing) if standing is not None else first), None

    def complete(self, found: TypedMoment) -> TypedMoment:
        return found

    def refusal(self, found: TypedMoment) -> str:
        if found.time is not None and not self._times:
            return self.tr("Only a day counts here: leave the time out.")
        if self._toward is Toward.PAST:
            return "" if found.day >= _EARLIEST else self.tr("This day lies too far back.")
        now = self._now()
        if found.day < now.date():
            return self.tr("This day is over.")
        if not self._times or dt.datetime.combine(found.day, found.time or _NOON) > now:
            return ""
        if found.time is not None:
            return self.tr("This time is over.")
        later = self._timed((now + dt.timedelta(hours=1)).replace(minute=0).time())
        said = self.tr(
            "A day without a time is noon, and noon is over: add one, as in “today {later}”."
        )
        return fill(said, later=later)

    def _examples(self) -> str:
        if self._times:
            return super()._examples()
        return self.tr("For example 15/12, fri, besok, senin or +3")


class MomentField(_TypedField):
    """A moment in the desktop's time zone; empty until `set_moment`.

    Args:
        toward: whether the moment lies ahead (and may not be past) or has happened.
        usual: the time of a day that is typed without one.
    """

    clearable = False

    def __init__(
        self,
        formats: Formats,
        clock: Clock,
        *,
        name: str,
        accessible: str,
        toward: Toward,
        usual: dt.time = _NOON,
        parent: QWidget | None = None,
    ) -> None:
        self._usual = usual
        super().__init__(
            formats,
            clock,
            formats.zone,
            name=name,
            accessible=accessible,
            toward=toward,
            parent=parent,
        )
        self.setToolTip(self._examples())

    def moment(self) -> dt.datetime:
        """The moment, in UTC, in whole minutes."""
        value = self._value or TypedMoment(self._now().date())
        local = dt.datetime.combine(value.day, value.time or self._usual, self._zone)
        return local.astimezone(dt.UTC)

    def set_moment(self, moment: dt.datetime) -> None:
        """Show a moment."""
        local = moment.astimezone(self._zone)
        self._put(TypedMoment(local.date(), dt.time(local.hour, local.minute)))
        self.misread.emit("")

    def bounds(self) -> tuple[dt.date, dt.date | None]:
        today = self._now().date()
        return (today, None) if self._toward is Toward.FUTURE else (_EARLIEST, today)

    def complete(self, found: TypedMoment) -> TypedMoment:
        if found.time is not None:
            return found
        now = self._now()
        if self._toward is Toward.PAST and found.day == now.date():
            return TypedMoment(found.day, min(self._usual, now.time().replace(second=0)))
        return TypedMoment(found.day, self._usual)

    def refusal(self, found: TypedMoment) -> str:
        moment, now = dt.datetime.combine(found.day, found.time or self._usual), self._now()
        if self._toward is Toward.FUTURE:
            return self.tr("This moment is over: choose a later one.") if moment <= now else ""
        if found.day < _EARLIEST:
            return self.tr("This day lies too far back.")
        return self.tr("This moment is still to come.") if moment > now else ""

    def _examples(self) -> str:
        if self._toward is Toward.FUTURE:
            return super()._examples()
        return self.tr("For example yesterday, kemarin 16.00, fri 3pm, 15/12 14:30 or -3")


class Reading(Paragraph):
    """The line under a field that says how its text is read; takes its faults to the error line."""

    def __init__(self, field: _TypedField, error: FieldError) -> None:
        super().__init__(name=f"{field.objectName()}_reading", ink="text2")
        self._field, self._error = field, error
        self.hide()
        field.read_as.connect(self._show)
        field.misread.connect(self._fault)

    def _show(self, text: str) -> None:
        self.set_text(text)
        self.setVisible(bool(text))

    def _fault(self, text: str) -> None:
        if text:
            self._show("")
        self._error.show_fault(text, self._field)


def misread_words(why: Misread, text: str) -> str:
    """What is wrong with a text that is no date."""
    said = {
        Misread.UNKNOWN: translate("dates", "“{text}” is not understood. Write 15/12, fri or +3."),
        Misread.NO_SUCH_DAY: translate(
            "dates", "“{text}”: there is no such day. The day comes first."
        ),
        Misread.NO_SUCH_TIME: translate("dates", "“{text}”: there is no such time."),
        Misread.OTHER_WEEKDAY: translate("dates", "“{text}”: that day is another weekday."),
    }
    return fill(said[why], text=" ".join(text.split())[:40])


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
