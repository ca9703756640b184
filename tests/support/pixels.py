"""Widgets as pictures, and which colours are in them."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def has(image: QImage, colour: str) -> bool:
    """Whether a picture holds a pixel of exactly this colour."""
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def picture(widget: QWidget) -> QImage:
    """What a widget shows."""
    return widget.grab().toImage()
