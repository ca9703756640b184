"""Lucide icons in the colours of the theme.

In the files `currentColor` stands for the colour; it is replaced when the pixmap is made.
Pixmaps are cached by icon, colour, size and device pixel ratio; the theme empties the cache.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from salesdesk.ui.kit import resources

_pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
_colour_of: dict[str, str] = {}

#: Up to this size the stroke is 2 on 24, as Lucide draws it; above, 2 px on the screen.
_STROKE_FROM = 32

_PROGRAM_SIZES = (16, 24, 32, 48, 64, 128, 256)


def retint(colours: dict[str, str]) -> None:
    """Take these colours by token name and forget every pixmap; the theme calls it."""
    _colour_of.clear()
    _colour_of.update(colours)
    _pixmaps.clear()


@cache
def source(name: str) -> str:
    """The SVG text of an icon, with `currentColor` in it."""
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, ink: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon in the colour of a token, `size` logical pixels wide, sharp at this ratio.

    Raises:
        FileNotFoundError: there is no such icon.
        KeyError: there is no such colour.
    """
    key = (name, ink, size, ratio)
    found = _pixmaps.get(key)
    if found is None:
        found = _pixmaps[key] = _render(source(name), _colour_of[ink], size, ratio)
    return found


def _render(source: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = source.replace("currentColor", colour)
    if size >= _STROKE_FROM:
        svg = svg.replace('stroke-width="2"', f'stroke-width="{48 / size:g}"')
    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


class _Engine(QIconEngine):
    """Draws an icon in whatever the theme's colours are at the moment of painting."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name = name
        self._token = ink

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def paint(self, painter: QPainter, rect: object, mode: object, state: object) -> None:
        self._draw(painter, QRectF(rect), mode)  # type: ignore[call-overload]

    def _draw(self, painter: QPainter, rect: QRectF, mode: object) -> None:
        size = round(min(rect.width(), rect.height()))
        ink = "textOff" if mode == QIcon.Mode.Disabled else self._token
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        left = rect.x() + (rect.width() - size) / 2
        top = rect.y() + (rect.height() - size) / 2
        painter.drawPixmap(round(left), round(top), pixmap(self._name, ink, size, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        ink = "textOff" if mode == QIcon.Mode.Disabled else self._token
        side = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, ink, max(side, 1), scale)


def icon(name: str, ink: str = "text3") -> QIcon:
    """A QIcon for actions and item views that follows a later change of theme."""
    source(name)
    return QIcon(_Engine(name, ink))


def program() -> QIcon:
    """The program's own icon, for windows and the task bar, in every size that they ask for."""
    drawing = QSvgRenderer(str(resources.path("icons", "app", "salesdesk.svg")))
    made = QIcon()
    for size in _PROGRAM_SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter)
        painter.end()
        made.addPixmap(picture)
    return made
