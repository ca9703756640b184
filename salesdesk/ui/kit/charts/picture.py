"""Charts as a picture: as they are drawn on the screen, under lines that say what they are of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting

_MARGIN, _LINE, _GAP = 16, 32, 24
#: Pixels of a picture for one of the screen, so that it is sharp in print.
_SHARP = 2


def image(told: Sequence[str], views: Sequence[QWidget]) -> QImage:
    """The charts beside each other, twice as fine as on the screen."""
    size = _size(told, views)
    made = QImage(size * _SHARP, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(_SHARP)
    _draw(made, size, told, views)
    return made


def png(told: Sequence[str], views: Sequence[QWidget]) -> bytes:
    """The charts as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image(told, views))
    return bytes(content.data())


def svg(title: str, told: Sequence[str], views: Sequence[QWidget]) -> bytes:
    """The charts as the content of an SVG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size = _size(told, views)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setTitle(title)
    generator.setDescription("\n".join(told))
    _draw(generator, size, told, views)
    return bytes(content.data())


def _size(told: Sequence[str], views: Sequence[QWidget]) -> QSize:
    margin = theme.px(_MARGIN)
    wide = sum(view.width() for view in views) + (len(views) - 1) * theme.px(_GAP)
    high = max(view.height() for view in views)
    return QSize(wide + 2 * margin, high + _above(told) + 2 * margin)


def _above(told: Sequence[str]) -> int:
    """The height of the lines above the charts."""
    return len(told) * theme.px(_LINE)


def _draw(
    device: QImage | QSvgGenerator, size: QSize, told: Sequence[str], views: Sequence[QWidget]
) -> None:
    margin, line = theme.px(_MARGIN), theme.px(_LINE)
    room = size.width() - 2 * margin
    painter = QPainter(device)
    painter.fillRect(QRect(QPoint(), size), theme.colours().brush["base"])
    for at, text in enumerate(told):
        shown = painting.elided(text, Face.BODY, room)
        painting.draw_text(painter, shown, Face.BODY, "text2", margin, margin + at * line, line)
    left = margin
    for view in views:
        view.render(painter, QPoint(left, margin + _above(told)))
        left += view.width() + theme.px(_GAP)
    painter.end()
