"""Pictures of the Activity screen: each tab, and the rows behind a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from salesdesk.domain.errors import Unavailable
from salesdesk.domain.reports.marks import Mark
from salesdesk.ui.screens import activity_words

if TYPE_CHECKING:
    from tests.screenshots import Studio


def activity(studio: Studio) -> None:
    """Each tab, filled; rows; loading; away."""
    window = studio.window
    window.desktop.close_panel()
    window.go_to("activity")
    studio.settle()
    screen = window.activity
    for tab in ("agents", "methods", "pipeline", "releases"):
        screen.tabs.select(tab)
        screen.show_tab(tab)
        studio.settle()
        studio.shoot(f"activity-{tab}")
        bar = screen._charts[tab].verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        studio.shoot(f"activity-{tab}-middle")
        bar.setValue(bar.maximum())
        studio.shoot(f"activity-{tab}-end")
        bar.setValue(0)
    view = screen._charts["releases"].views["weeks"]
    target = next(t for t in view.chart.plot.targets if t.bit.mark is not None)
    assert isinstance(target.bit.mark, Mark)
    screen.open_mark(target.bit.mark, target.bit.tip)
    studio.settle()
    studio.shoot("activity-rows")
    screen.show_charts()
    screen.states.show_loading()
    studio.shoot("activity-loading")
    screen.states.show_error(*activity_words.failed(Unavailable("It does not answer.")))
    studio.shoot("activity-error")
    screen.states.show_list()
    window.go_to("customers")
