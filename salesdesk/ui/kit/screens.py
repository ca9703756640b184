"""How much room there is on the screen that a widget is on."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def room_on_screen(widget: QWidget) -> QRect:
    """What windows may take of the widget's screen, without bars of the system.

    Not by `QWidget.screen`: the bindings take the screen for a child of the widget and may delete
    it together with that; the next window that is made then ends the program.
    """
    middle = widget.mapToGlobal(widget.rect().center())
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
