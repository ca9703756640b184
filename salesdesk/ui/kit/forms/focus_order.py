"""Tab goes through a dialog as it is read: row by row from the top, in a row from the left.

Qt's own order is that in which parts were made, so that what joins later, an offer beneath a field
or a warning over the footer, would come after the buttons.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QGridLayout, QLayout, QScrollArea, QWidget


def follow_layout(root: QWidget) -> None:
    """Put the parts of a dialog into the order of its layouts."""
    before: QWidget | None = None
    for part in _parts(root):
        if before is not None:
            QWidget.setTabOrder(before, part)
        before = part


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """What Tab may stop at, in the order of reading."""
    if widget.isHidden():
        # Qt takes no order from what is hidden; Tab asks anew each time.
        return
    layout, scrolled = widget.layout(), isinstance(widget, QScrollArea) and widget.widget()
    if scrolled:
        yield from _parts(scrolled)
    elif isinstance(widget, QAbstractScrollArea) or _stops(widget):
        yield widget
    elif layout is not None:
        yield from _within(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from _parts(child)


def _stops(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.focusProxy() is None


def _within(layout: QLayout) -> Iterator[QWidget]:
    for at in _reading_order(layout):
        item = layout.itemAt(at)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if inner is not None:
            yield from _within(inner)
        elif widget is not None:
            yield from _parts(widget)


def _reading_order(layout: QLayout) -> list[int]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda at: layout.getItemPosition(at)[:2])  # type: ignore[index]
    return places
