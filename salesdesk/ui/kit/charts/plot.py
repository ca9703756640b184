"""The ground of every chart: themed axes, and targets that pointer and keyboard reach.

Imported when the first chart is shown: pyqtgraph takes most of a second.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsGridLayout, QSizePolicy, QToolTip, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.charts import axes
from salesdesk.ui.kit.charts.shapes import Boxes, Words
from salesdesk.ui.kit.charts.spec import DataPoint
from salesdesk.ui.kit.widgets import announce, named
from salesdesk.ui.kit.widgets.basics import Measured


@dataclass(frozen=True, slots=True)
class Target:
    """Something in a chart that can be pointed at: its place, and where the arrow keys find it."""

    rect: QRectF
    bit: DataPoint
    row: int
    column: int


class _Ground(pg.GraphicsWidget):
    """What is drawn on, with an axis at its left and one below.

    pyqtgraph's own plot makes two more axes, a title and four menus for each chart, none of
    which is ever shown here: that took more than half of the time in which a tab appears.
    """

    def __init__(self) -> None:
        super().__init__()
        self.view = pg.ViewBox(parent=self, enableMenu=False, enableMouse=False, defaultPadding=0)
        self.axes = {side: axes.Axis(side, self) for side in ("bottom", "left")}
        grid = QGraphicsGridLayout()
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        self.setLayout(grid)
        grid.addItem(self.view, 0, 1)
        for axis, row, column in ((self.axes["bottom"], 1, 1), (self.axes["left"], 0, 0)):
            axis.linkToView(self.view)
            # Its lines run through the chart, behind what is drawn.
            axis.setFlag(axis.GraphicsItemFlag.ItemNegativeZStacksBehindParent)
            grid.addItem(axis, row, column)
        grid.setRowStretchFactor(0, 100)
        grid.setColumnStretchFactor(1, 100)


class Plot(Measured, pg.GraphicsView):
    """A plot without wheel, menu and dragging; arrow keys go from target to target.

    Signals:
        opened(object): the mark of a target was clicked, or Enter pressed on it.
        pointed(int): the row of the target under the pointer or the keyboard; -1: none.
    """

    opened = Signal(object)
    pointed = Signal(object)

    def __init__(self, *, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self.enableMouse(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._ground = _Ground()
        self.setCentralItem(self._ground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.targets: tuple[Target, ...] = ()
        self._at = -1
        self.boxes, self.words = Boxes(), Words(above=False)
        self.words_above = Words(above=True)
        for item in (self.boxes, self.words, self.words_above):
            self.add(item)
        self.dress()

    @property
    def view(self) -> pg.ViewBox:
        """The space that the values span, between the axes."""
        return self._ground.view

    def axis(self, side: str) -> axes.Axis:
        """The axis at the 'left', or at the 'bottom'."""
        return self._ground.axes[side]

    def add(self, item: pg.GraphicsObject) -> None:
        """Draw this too; the axes do not follow it."""
        self.view.addItem(item, ignoreBounds=True)

    def dress(self) -> None:
        """Take over the theme."""
        for side in ("left", "bottom"):
            axes.dress(self.axis(side), lines=False)

    def set_targets(self, targets: Sequence[Target]) -> None:
        """What can be pointed at; the current one stays where there is one like it."""
        before = self.current
        self.targets = tuple(targets)
        self._at = -1
        if before is not None:
            places = [(each.row, each.column) for each in self.targets]
            if (before.row, before.column) in places:
                self._at = places.index((before.row, before.column))
        self.viewport().update()

    @property
    def current(self) -> Target | None:
        """The target that is pointed at."""
        return self.targets[self._at] if 0 <= self._at < len(self.targets) else None

    def point(self, at: int) -> None:
        """Mark a target that is pointed at elsewhere; -1: none."""
        self._at = at
        self.viewport().update()

    # --- pointer and keyboard ---------------------------------------------------------------------

    def _target_at(self, place: QPoint) -> int:
        point = self.view.mapSceneToView(self.mapToScene(place))
        hits = (at for at, each in enumerate(self.targets) if each.rect.contains(point))
        return next(hits, -1)

    def _go_to(self, at: int) -> None:
        if at != self._at:
            self._at = at
            target = self.current
            self.pointed.emit(target.row if target is not None else -1)
            self.viewport().update()

    def _tell(self) -> None:
        target = self.current
        if target is None:
            QToolTip.hideText()
            return
        QToolTip.showText(self._corner(target), tip_of(target.bit), self)

    def _corner(self, target: Target) -> QPoint:
        placed = self.mapFromScene(self.view.mapViewToScene(target.rect.center()))
        corner: QPoint = self.mapToGlobal(placed + QPoint(theme.px(16), theme.px(8)))
        return corner

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._target_at(event.position().toPoint())
        target = self.targets[at] if at >= 0 else None
        opens = target is not None and target.bit.mark is not None
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        if at >= 0 and at != self._at:
            self._go_to(at)
        if at >= 0:
            self._tell()
        else:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        at = self._target_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self._go_to(at)
            self._open()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()

    def _open(self) -> None:
        target = self.current
        if target is not None and target.bit.mark is not None:
            QToolTip.hideText()
            self.opened.emit(target.bit.mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
        }
        key = Qt.Key(event.key())
        if key in steps and self.targets:
            self._step(*steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            event.ignore()

    def _step(self, down: int, right: int) -> None:
        here = self.current
        if here is None:
            self._go_to(0)
        else:
            wanted = [
                each
                for each in self.targets
                if (down and (each.row - here.row) * down > 0)
                or (right and each.row == here.row and (each.column - here.column) * right > 0)
            ]
            if not wanted:
                return
            nearest = min(
                wanted,
                key=lambda each: (abs(each.row - here.row), abs(each.column - here.column)),
            )
            self._go_to(self.targets.index(nearest))
        target = self.current
        if target is not None:
            announce(self, target.bit.tip)
            self.setAccessibleDescription(target.bit.tip)
            self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, theme.colours().colour["base"])

    # --- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        target = self.current
        if target is None:
            return
        box = self.view
        ring = QRectF(
            self.mapFromScene(box.mapViewToScene(target.rect.topLeft())),
            self.mapFromScene(box.mapViewToScene(target.rect.bottomRight())),
        ).normalized()
        painter = QPainter(self.viewport())
        painter.setPen(theme.colours().focus_pen)
        painter.drawRect(ring.adjusted(-1, -1, 1, 1))
        painter.end()

    def measure(self) -> None:
        self.dress()


def tip_of(bit: DataPoint) -> str:
    """A tooltip: what it is, and what opening it shows."""
    first = f"<b>{html.escape(bit.tip)}</b>"
    return f"{first}<br>{html.escape(bit.opens)}" if bit.opens else first
