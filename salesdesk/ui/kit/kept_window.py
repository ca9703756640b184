"""How the window was left last time: its place, its size and its looks."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QMainWindow

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.screens import room_on_screen
from salesdesk.ui.kit.theme import SCALES, Scheme

FIRST_SIZE = (1440, 900)
SMALLEST = (960, 600)

#: Below this width the navigation shows icons alone.
_NARROW_BELOW = 1200


def is_narrow(window: QMainWindow) -> bool:
    """Whether the navigation of a window shows icons alone."""
    return window.width() < theme.px(_NARROW_BELOW)


def stored_appearance(settings: QSettings) -> tuple[Scheme, int]:
    """The scheme and the scale that were chosen last, for `theme.apply` before the first paint."""
    try:
        scheme = Scheme(str(settings.value("appearance/scheme", Scheme.SYSTEM.value)))
        scale = int(str(settings.value("appearance/scale", 100)))
    except ValueError:
        return Scheme.SYSTEM, 100
    return scheme, scale if scale in SCALES else 100


def restore(window: QMainWindow, settings: QSettings) -> None:
    """Put a window where it was."""
    window.setMinimumSize(*SMALLEST)
    window.resize(*FIRST_SIZE)
    geometry = settings.value("window/geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)


def keep_in_screen(window: QMainWindow, settings: QSettings) -> None:
    """Fill a screen that is too small for the first size; call it before the window is shown.

    What a person chose is kept: Qt itself brings a restored window onto a screen.
    """
    room = room_on_screen(window).size()
    if settings.value("window/geometry") is None and room != room.expandedTo(window.size()):
        window.resize(window.size().boundedTo(room))
        window.setWindowState(Qt.WindowState.WindowMaximized)


def screens(settings: QSettings) -> frozenset[str]:
    """The keys of the screens that the navigation offered; empty: nobody has worked here yet."""
    return frozenset(filter(None, str(settings.value("window/screens", "")).split(",")))


def keep_screens(settings: QSettings, keys: list[str]) -> None:
    """Write which screens the navigation offers."""
    settings.setValue("window/screens", ",".join(keys))
