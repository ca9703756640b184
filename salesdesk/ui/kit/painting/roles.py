"""The data roles that SalesDesk's models and delegates share.

A model answers `CELL` (or `TIMELINE`) with one ready, frozen object per cell, made once per row,
and returns early on every role that it does not know: a repaint asks thousands of times.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """Beyond Qt's own roles.

    Attributes:
        ID: the id of the row's thing, a str; any column.
        CELL: what a table cell shows, one of `salesdesk.ui.kit.painting.cells`.
        TIMELINE: what a line of the timeline shows, a `TimelineItem`.
        NAVIGATION: an entry of the navigation, a `NavEntry` with its count.
    """

    ID = Qt.ItemDataRole.UserRole + 1
    CELL = Qt.ItemDataRole.UserRole + 2
    TIMELINE = Qt.ItemDataRole.UserRole + 3
    NAVIGATION = Qt.ItemDataRole.UserRole + 4
