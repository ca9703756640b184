"""Segments: a few exclusive choices side by side, each with its key in a box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets.basics import Measured, named


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice; `letter` is shown in a box, the dialog owns the shortcut."""

    key: str
    text: str
    icon: str = ""
    letter: str = ""


class SegmentButton(Measured, QToolButton):
    """One segment; its neighbours share their edges."""

    def __init__(self, segment: Segment, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segment = segment
        named(self, name, segment.text)
        if segment.letter:
            self.setToolTip(f"{segment.text} ({segment.letter})")
        self.setText(segment.text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.first = False
        self.last = False

    def _box(self) -> int:
        return max(painting.width(self.segment.letter, Face.BODY) + theme.px(10), theme.px(20))

    def sizeHint(self) -> QSize:
        # The semibold form is the wider one: choosing moves no neighbour.
        width = 2 * theme.px(12) + 2 + painting.width(self.text(), Face.STRONG)
        if self.segment.icon:
            width += theme.px(16 + 8)
        if self.segment.letter:
            width += theme.px(8) + self._box()
        return QSize(width, theme.px(32))

    def _outline(self, inset: float) -> QPainterPath:
        radius = theme.px(6) - inset
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        if self.first or self.last:
            path.addRoundedRect(rect, radius, radius)
        if not self.first:
            path.addRect(QRectF(rect.x(), rect.y(), rect.width() / 2, rect.height()))
        if not self.last:
            middle = rect.x() + rect.width() / 2
            path.addRect(QRectF(middle, rect.y(), rect.width() / 2, rect.height()))
        return path.simplified()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.colours()
        chosen = self.isChecked()
        ground = (
            "select"
            if chosen or self.isDown()
            else ("hover" if self.underMouse() and self.isEnabled() else "base")
        )
        edge = "border" if not self.isEnabled() else "accent" if chosen else "control"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.pen[edge])
        painter.setBrush(colours.brush[ground])
        painter.drawPath(self._outline(0.5))
        if self.hasFocus():
            painter.setPen(QPen(colours.colour["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._outline(1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_content(painter, chosen)
        painter.end()

    def _paint_content(self, painter: QPainter, chosen: bool) -> None:
        off = not self.isEnabled()
        height, left = self.height(), theme.px(12) + 1
        if self.segment.icon:
            ink = "textOff" if off else "accent" if chosen else "text2"
            size = theme.px(16)
            painting.draw_icon(painter, self.segment.icon, ink, left, (height - size) // 2, 16)
            left += size + theme.px(8)
        ink = "textOff" if off else "accent" if chosen else "text"
        face = Face.STRONG if chosen else Face.MEDIUM
        painting.draw_text(painter, self.text(), face, ink, left, 0, height)
        if self.segment.letter:
            wide, high = self._box(), theme.px(20)
            box = QRect(self.width() - theme.px(12) - 1 - wide, (height - high) // 2, wide, high)
            painting.draw_box(painter, box, theme.px(4), "plain", "plainEdge")
            at = box.x() + (wide - painting.width(self.segment.letter, Face.BODY)) // 2
            ink = "textOff" if off else "text2"
            painting.draw_text(
                painter, self.segment.letter, Face.BODY, ink, at, box.y(), box.height()
            )


class SegmentedControl(Measured, QWidget):
    """Exclusive segments; arrow keys move, Space chooses.

    Args:
        checkable: False makes them plain buttons that share their edges, such as '+1 d'.

    Signals:
        chosen(str): the key that a person chose (not sent by `set_value`).
    """

    chosen = Signal(str)

    def __init__(
        self,
        segments: Sequence[Segment],
        *,
        name: str,
        accessible: str,
        checkable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(checkable)
        self._buttons: dict[str, SegmentButton] = {}
        for segment in segments:
            button = SegmentButton(segment, name=f"{name}_{segment.key}", parent=self)
            button.setCheckable(checkable)
            self._group.addButton(button)
            self._buttons[segment.key] = button
        buttons = list(self._buttons.values())
        buttons[0].first = buttons[-1].last = True
        self._place()
        self._group.buttonClicked.connect(self._clicked)
        self._group.buttonToggled.connect(self._toggled)

    def _place(self) -> None:
        """Put the segments side by side; each shares its edge of 1 px with the next."""
        left = 0
        for button in self._buttons.values():
            size = button.sizeHint()
            button.setGeometry(left, 0, size.width(), size.height())
            left += size.width() - 1

    def sizeHint(self) -> QSize:
        widths = [button.sizeHint().width() - 1 for button in self._buttons.values()]
        return QSize(sum(widths) + 1, theme.px(32))

    def measure(self) -> None:
        self._place()
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # While it is hidden, its segments learn of another scale after it did.
        self.measure()

    def value(self) -> str | None:
        """The chosen key; None: nothing is chosen yet."""
        button = self._group.checkedButton()
        return button.segment.key if isinstance(button, SegmentButton) else None

    def set_value(self, key: str | None) -> None:
        """Choose without telling, or choose nothing.

        Raises:
            KeyError: there is no such segment.
        """
        if key is not None:
            self._buttons[key].setChecked(True)
            return
        button = self._group.checkedButton()
        if button is not None:
            self._group.setExclusive(False)
            button.setChecked(False)
            self._group.setExclusive(True)

    def choose(self, key: str) -> None:
        """Choose as a person would, by a letter key for instance."""
        self._buttons[key].click()

    def button(self, key: str) -> SegmentButton:
        """The segment with this key."""
        return self._buttons[key]

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, SegmentButton):
            self.chosen.emit(button.segment.key)

    def _toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            # Its edge in the accent lies over the edges of its neighbours.
            button.raise_()
