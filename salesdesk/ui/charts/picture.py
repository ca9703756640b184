"""Charts as a picture: as they are drawn on the screen, with a line that says what they are of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from salesdesk.ui import theme
from salesdesk.ui.delegates import painting
from salesdesk.ui.fonts import Face

_MARGIN, _LINE, _GAP = 16, 32, 24
#: Pixels of a picture for one of the screen, so that it is sharp in print.
_SHARP = 2


def image(told: str, views: Sequence[QWidget]) -> QImage:
    """The charts beside each other, twice as fine as on the screen."""
    size = _size(views)
    made = QImage(size * _SHARP, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(_SHARP)
    _draw(made, size, told, views)
    return made


def png(told: str, views: Sequence[QWidget]) -> bytes:
    """The charts as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image(told, views))
    return bytes(content.data())


def svg(title: str, told: str, views: Sequence[QWidget]) -> bytes:
    """The charts as the content of an SVG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size = _size(views)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setTitle(title)
    generator.setDescription(told)
    _draw(generator, size, told, views)
    return bytes(content.data())


def _size(views: Sequence[QWidget]) -> QSize:
    margin = theme.px(_MARGIN)
    wide = sum(view.width() for view in views) + (len(views) - 1) * theme.px(_GAP)
    high = max(view.height() for view in views)
    return QSize(wide + 2 * margin, high + theme.px(_LINE) + 2 * margin)


def _draw(device: QImage | QSvgGenerator, size: QSize, told: str, views: Sequence[QWidget]) -> None:
    margin, line = theme.px(_MARGIN), theme.px(_LINE)
    painter = QPainter(device)
    painter.fillRect(QRect(QPoint(), size), theme.colours().brush["base"])
    painting.draw_text(painter, told, Face.BODY, "text2", margin, margin, line)
    left = margin
    for view in views:
        view.render(painter, QPoint(left, margin + line))
        left += view.width() + theme.px(_GAP)
    painter.end()
