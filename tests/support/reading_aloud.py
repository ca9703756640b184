"""What a screen reader is told of a window: which controls have no name, which say it twice."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QMenuBar, QScrollBar, QWidget

_SPOKEN_BY_THEMSELVES = (QMenuBar, QScrollBar)


def unnamed(root: QWidget) -> list[str]:
    """The controls that can be seen and take the keyboard or the mouse, and say nothing."""
    return sorted(
        {each.objectName() or _where(each) for each in _controls(root) if not _said(each)}
    )


def _controls(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        above = widget.parentWidget()
        # The field of a spin box and the inside of a scroll area are told with what they are in.
        inner = isinstance(above, QAbstractSpinBox) or (
            isinstance(above, QAbstractScrollArea) and above.viewport() is widget
        )
        own = not inner and not isinstance(widget, _SPOKEN_BY_THEMSELVES)
        if takes_keys and own and widget.isVisible() and widget.window() is root.window():
            yield widget


def _said(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) if told is not None else widget.accessibleName()


def _where(widget: QWidget) -> str:
    above = widget.parentWidget()
    place = _where(above) if above is not None and not above.objectName() else ""
    name = above.objectName() if above is not None else ""
    return f"{place or name}/{type(widget).__name__}"
