"""F1 over a window's own: what has the focus asks for help, whoever answers it.

The kit knows no guides. Whoever has them listens here, once for the whole program, and so also
over the dialogs of the start, which have no main window.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class _Asked(QObject):
    """Tells that help is wanted.

    Signals:
        wanted(QWidget): of this dialog or box.
    """

    wanted = Signal(object)


_asked = _Asked()


def notifier() -> _Asked:
    """Where one hears that help is wanted."""
    return _asked


def asks_for_help(event: QKeyEvent, at: QWidget) -> bool:
    """Whether the key was F1; help of `at` is asked for then."""
    if event.key() != Qt.Key.Key_F1 or event.modifiers():
        return False
    _asked.wanted.emit(at)
    return True
