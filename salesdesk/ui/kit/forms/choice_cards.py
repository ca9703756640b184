"""A large choice: icon, title and a sentence, to be pressed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from salesdesk.ui.kit import fonts, theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets import named
from salesdesk.ui.kit.widgets.basics import Measured

_INSIDE, _ICON, _GAP, _LINE = 16, 24, 16, 20


class ChoiceButton(Measured, QPushButton):
    """One of a few large choices; the sentence may take several lines."""

    def __init__(
        self, icon: str, title: str, text: str, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        named(self, name, f"{title}. {text}")
        self._icon = icon
        self._said = text
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        return theme.px(_INSIDE + _ICON + _GAP)

    def _layout(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._said, fonts.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        top, pitch = 0.0, theme.px(_LINE)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (pitch - line.height()) / 2))
            top += pitch
        layout.endLayout()
        return layout

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - self._left() - theme.px(_INSIDE)
        lines = max(self._layout(room).lineCount(), 1)
        return 2 * theme.px(_INSIDE) + theme.px(_LINE) * (1 + lines)

    def sizeHint(self) -> QSize:
        width = theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(_LINE * 2 + 2 * _INSIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius, inside, line = theme.px(8), theme.px(_INSIDE), theme.px(_LINE)
        held = "select" if self.isDown() else "hover" if self.underMouse() else "base"
        off = not self.isEnabled()
        painting.draw_box(painter, self.rect(), radius, held, "border" if off else "control")
        if self.hasFocus():
            painting.draw_ring(painter, self.rect(), radius)
        ink = "textOff" if off else "accent"
        painting.draw_icon(painter, self._icon, ink, inside, inside, _ICON)
        left = self._left()
        name = "textOff" if off else "text"
        painting.draw_text(painter, self.text(), Face.STRONG, name, left, inside, line)
        painter.setPen(theme.colours().pen["textOff" if off else "text2"])
        room = self.width() - left - inside
        self._layout(room).draw(painter, QPointF(left, inside + line))
        painter.end()
