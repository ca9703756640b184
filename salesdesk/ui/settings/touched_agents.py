"""The agents most touched by a change, as bars: who would keep or lose how many customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets import Label, Measured, emptied

_NAME, _NUMBER, _ROW, _BAR, _GAP = 120, 48, 24, 8, 12


@dataclass(frozen=True, slots=True)
class Touched:
    """One line.

    Attributes:
        said: the number as it is written.
        share: of the longest bar; None: no bar, as for several agents together.
    """

    name: str
    said: str
    share: float | None


class TouchedAgents(Measured, QWidget):
    """A heading and a line for each agent: name, bar, number."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("effect_agents")
        self.heading = Label(
            self.tr("Agents most touched"), name="effect_agents_heading", face=Face.STRONG
        )
        self.of = Label(name="effect_agents_of", ink="text2")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.heading)
        head.addWidget(self.of, 1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addLayout(self._lines)
        self.shown: tuple[Touched, ...] = ()
        self.measure()

    def show_agents(self, lines: Sequence[Touched], of: str) -> None:
        """Show these; hidden where there are none."""
        self.shown = tuple(lines)
        self.of.setText(of)
        emptied(self._lines)
        for one in lines:
            self._lines.addWidget(_Line(one))
        self.setVisible(bool(lines))

    def measure(self) -> None:
        self._column.setSpacing(theme.px(4))


class _Line(QWidget):
    def __init__(self, touched: Touched) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(_ROW))
        self.setAccessibleName(f"{touched.name}: {touched.said}")
        rest = touched.share is None
        name = Label(touched.name, ink="text2" if rest else "text", cut=True)
        name.set_width(theme.px(_NAME))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(_GAP))
        row.addWidget(name)
        row.addWidget(_Bar(touched.share or 0.0), 1)
        said = Label(touched.said, ink="text2" if rest else "text")
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        said.set_width(theme.px(_NUMBER))
        row.addWidget(said)


class _Bar(QWidget):
    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._share:
            return
        painter = QPainter(self)
        high, wide = theme.px(_BAR), max(round(self.width() * self._share), theme.px(4))
        bar = QRect(0, (self.height() - high) // 2, wide, high)
        painting.draw_box(painter, bar, 0, "select", "accent")
        painter.end()
