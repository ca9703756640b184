"""One side of a field in a comparison: a radio that fills its cell."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.cells import Tone
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import Measured, named

_RADIO, _DOT, _HEIGHT, _LOCK = 16, 6, 40, 14
_INSIDE, _GAP = 16, 10


class ChoiceCell(Measured, QAbstractButton):
    """A value that can be chosen against the one beside it.

    Signals:
        stepped(int): up or down was pressed, which goes through the pairs.
        sided(int): left or right was pressed, which chooses the other side.
    """

    stepped = Signal(object)
    sided = Signal(object)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, "")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._beside = ""
        self._tone: Tone | None = None
        self._empty = self._locked = False

    def show_value(
        self, text: str, *, field: str, beside: str = "", tone: Tone | None = None,
        empty: bool = False, locked: bool = False,
    ) -> None:  # fmt: skip
        """Show a value of a field.

        Args:
            beside: what stands behind it, quieter.
            tone: it is a chip of this look.
            empty: it says that there is nothing.
            locked: it cannot be chosen by this person.
        """
        self.setText(text)
        self._beside, self._tone, self._empty, self._locked = beside, tone, empty, locked
        said = f"{field}: {text} {beside}".strip()
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.setEnabled(not locked)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        sides = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in ways:
            self.stepped.emit(ways[key])
        elif key in sides:
            self.sided.emit(sides[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, rect = theme.colours(), self.rect()
        ground = "select" if self.isChecked() else "hover" if self.underMouse() else "base"
        painter.fillRect(
            rect, colours.brush[ground if self.isEnabled() or self.isChecked() else "base"]
        )
        painter.fillRect(0, rect.bottom(), rect.width(), 1, colours.brush["border"])
        painter.fillRect(0, 0, 1, rect.height(), colours.brush["border"])
        left = theme.px(_INSIDE)
        self._paint_radio(painter, left)
        left += theme.px(_RADIO + _GAP)
        if self._locked:
            inset = (rect.height() - theme.px(_LOCK)) // 2
            painting.draw_icon(painter, "lock", "text3", left, inset, _LOCK)
            left += theme.px(_LOCK + 6)
        self._paint_value(painter, left)
        if self.hasFocus():
            painting.draw_row_ring(painter, rect)
        painter.end()

    def _paint_radio(self, painter: QPainter, left: int) -> None:
        size = theme.px(_RADIO)
        circle = QRect(left, (self.height() - size) // 2, size, size)
        chosen = self.isChecked()
        ink = "accent" if self.isEnabled() else "plain"
        edge = "control" if self.isEnabled() else "plainEdge"
        painting.draw_box(
            painter, circle, size // 2, ink if chosen else "base", None if chosen else edge
        )
        if chosen:
            inset = (size - theme.px(_DOT)) // 2
            dot = circle.adjusted(inset, inset, -inset, -inset)
            ground = "onAccent" if self.isEnabled() else "plainEdge"
            painting.draw_box(painter, dot, dot.width() // 2, ground, None)

    def _paint_value(self, painter: QPainter, left: int) -> None:
        height, room = self.height(), self.width() - left - theme.px(_INSIDE)
        if self._tone is not None:
            top = (height - theme.px(20)) // 2
            painting.draw_chip(painter, self.text(), self._tone, left, top, room)
            return
        face = Face.MEDIUM if self.isChecked() and not self._empty else Face.BODY
        ink = "text2" if self._empty else "text" if self.isEnabled() else "text2"
        shown = painting.elided(self.text(), face, room)
        painting.draw_text(painter, shown, face, ink, left, 0, height)
        left += painting.width(shown, face) + theme.px(_GAP)
        if self._beside:
            room = self.width() - left - theme.px(_INSIDE)
            rest = painting.elided(self._beside, Face.BODY, max(room, 0))
            painting.draw_text(painter, rest, Face.BODY, "text2", left, 0, height)
