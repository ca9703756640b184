"""Chips: what is filtered, what status a customer has, and how many days are left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import DaysLeft, DaysLevel
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.cells import Tone
from salesdesk.ui.kit.widgets.basics import Measured, named


class FilterChip(Measured, QAbstractButton):
    """One filter that is set: 'Owner my team ×'.

    Space or a click opens it, Delete or a click on the x removes it.

    Signals:
        removed(): the filter shall go.
        clicked(): the filter shall be changed (of QAbstractButton).
    """

    removed = Signal()

    def __init__(self, label: str, value: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed_x = False
        named(self, name)
        self.set_words(label, value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)

    def set_words(self, label: str, value: str) -> None:
        """Name another filter or value."""
        self._label, self._value = label, value
        said = fill(self.tr("Filter: {filter}. Delete removes it."), filter=f"{label} {value}")
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = painting.width(f"{self._label} ", Face.BODY)
        words += painting.width(self._value, Face.MEDIUM)
        return QSize(words + theme.px(8 + 6 + 16 + 4) + 2, theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cross(self) -> QRect:
        """Where a click removes."""
        side = theme.px(24)
        return QRect(self.width() - side, 0, side, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_x = self._cross().contains(event.position().toPoint())
        if not self._pressed_x:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._pressed_x:
            super().mouseReleaseEvent(event)
        elif self._cross().contains(event.position().toPoint()):
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius, height = theme.px(4), self.height()
        ground = "hover" if self.underMouse() else "plain"
        painting.draw_box(painter, self.rect(), radius, ground, "plainEdge")
        left = theme.px(8) + 1
        painting.draw_text(painter, self._label, Face.BODY, "text2", left, 0, height)
        left += painting.width(f"{self._label} ", Face.BODY)
        painting.draw_text(painter, self._value, Face.MEDIUM, "text", left, 0, height)
        at = self.width() - theme.px(16 + 4) - 1
        painting.draw_icon(painter, "x", "text2", at, (height - theme.px(16)) // 2, 16)
        if self.hasFocus():
            painting.draw_ring(painter, self.rect(), radius)
        painter.end()


class StatusChip(Measured, QWidget):
    """A status as a word on its ground."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.PLAIN,
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_status(text, tone)

    def set_status(self, text: str, tone: Tone) -> None:
        """Show another status."""
        self._text, self._tone = text, tone
        self.setAccessibleName(fill(self.tr("Status: {text}"), text=text))
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The word that is shown."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(painting.chip_width(self._text), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.draw_chip(painter, self._text, self._tone, 0, 0, self.width())
        painter.end()


class DaysLabel(Measured, QWidget):
    """The days left, as in the table."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_days(DaysLeft("", DaysLevel.NONE))

    def set_days(self, days: DaysLeft) -> None:
        """Show other days; an empty text shows nothing and takes no room."""
        self._days = days
        said = (
            self.tr("Days left: {text}, protected")
            if days.protected
            else self.tr("Days left: {text}")
        )
        self.setAccessibleName(fill(said, text=days.text))
        self.updateGeometry()
        self.update()

    @property
    def days(self) -> DaysLeft:
        """What is shown."""
        return self._days

    def sizeHint(self) -> QSize:
        return QSize(painting.days_width(self._days) if self._days.text else 0, theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.draw_days(painter, self._days, 0, 0, self.width())
        painter.end()
