"""The heading of a line of the timeline: never cut for its date."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex
from pytestqt.qtbot import QtBot

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.painting.cells import TimelineItem
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.widgets import TimelineView


class OneItem(QAbstractListModel):
    """A timeline of one line."""

    def __init__(self, item: TimelineItem) -> None:
        super().__init__()
        self._item = item

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return self._item if role == Role.TIMELINE else None


@pytest.mark.parametrize(
    ("heading", "lines"), [("Order", 0), ("Order completed, Rp118.450.000", 1), ("x" * 200, 1)]
)
def test_where_both_do_not_fit_the_date_stands_below(
    themed: object, qtbot: QtBot, heading: str, lines: int
) -> None:
    def height(date: str) -> int:
        model = OneItem(TimelineItem("receipt", heading, date=date, note="Lunch for 60"))
        view = TimelineView(name="timeline", accessible="Timeline")
        qtbot.addWidget(view)
        view.setModel(model)
        view.resize(theme.px(320), theme.px(300))
        view.show()
        view.doItemsLayout()
        return view.sizeHintForRow(0)

    assert height("12 February") == height("") + lines * theme.px(20)
