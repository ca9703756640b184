"""Pictures of the Activity screen: each tab, and the rows behind a mark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from salesdesk.domain.customer import LeadSource
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.reports.drill_down import DrillDown
from salesdesk.ui.activity import texts
from salesdesk.ui.activity.selection import FrameChoice
from salesdesk.ui.activity.sorting import Order

if TYPE_CHECKING:
    from tests.pictures.screenshots import Studio


def activity(studio: Studio) -> None:
    """Each tab, filled; rows; loading; away."""
    window = studio.window
    window.controller.close_panel()
    window.go_to("activity")
    studio.settle()
    screen = window.activity
    for tab in ("agents", "engagement", "workload", "methods", "pipeline", "releases"):
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
    agents(studio)
    heats(studio)
    moving(studio)
    screen.tabs.select("releases")
    screen.show_tab("releases")
    studio.settle()
    view = screen._charts["releases"].views["weeks"]
    target = next(t for t in view.chart.plot.targets if t.bit.mark is not None)
    assert isinstance(target.bit.mark, DrillDown)
    screen.open_mark(target.bit.mark, target.bit.tip)
    studio.settle()
    studio.shoot("activity-rows")
    screen.show_charts()
    screen.states.show_loading()
    studio.shoot("activity-loading")
    screen.states.show_error(*texts.failed(Unavailable("It does not answer.")))
    studio.shoot("activity-error")
    screen.states.show_list()
    window.go_to("customers")


def heats(studio: Studio) -> None:
    """What the weekdays and hours can show besides the contacts."""
    screen = studio.window.activity
    screen.tabs.select("engagement")
    screen.show_tab("engagement")
    studio.settle()
    page = screen._charts["engagement"]
    view = page.views["engagement_heat"]
    choice = view.picks["engagement_heat_shows"]
    for shown in ("successful", "rate"):
        choice.setCurrentIndex(choice.findData(shown))
        view._on_pick("engagement_heat_shows", choice.currentIndex())
        page.verticalScrollBar().setValue(view.y())
        studio.settle()
        studio.shoot(f"activity-engagement-{shown}")
    view._on_pick("engagement_heat_shows", choice.findData("contacts"))
    page.verticalScrollBar().setValue(0)


def moving(studio: Studio) -> None:
    """The customers of a bar of workload: the form that hands them over, and after Cancel."""
    screen = studio.window.activity
    screen.tabs.select("workload")
    screen.show_tab("workload")
    studio.settle()
    target = screen._charts["workload"].views["workload_customers"].chart.plot.targets[1]
    assert isinstance(target.bit.mark, DrillDown)
    screen.open_mark(target.bit.mark, target.bit.tip)
    studio.settle()
    studio.shoot_dialog("activity-workload-form")
    studio.shoot("activity-workload-chosen")
    screen.show_charts()


def agents(studio: Studio) -> None:
    """Sorted, selected, compared, on a trend; days and people to choose; the menu of exports."""
    screen = studio.window.activity
    screen.tabs.select("agents")
    screen.show_tab("agents")
    studio.settle()
    page = screen._charts["agents"]
    view = page.views["agents_contacts"]
    view.sort(Order(view.section.heads.index("Success rate"), descending=True))
    view.table.selectRow(2)
    studio.shoot("activity-agents-sorted")
    for key in ("agents_trend", "agents_compare", "agents_orders"):
        page.ensureWidgetVisible(page.views[key], 0, 0)
        studio.settle()
        studio.shoot(f"activity-{key.replace('_', '-')}")
    view.sort(None)
    page.verticalScrollBar().setValue(0)
    screen.header.search.setText("melati")
    screen.find_agent("melati")
    studio.settle()
    studio.shoot("activity-agents-found")
    screen.header.search.clear_search()
    page.verticalScrollBar().setValue(0)
    for name, ask in (("days", screen.choice.ask_days), ("people", screen.choice.ask_people)):
        ask()
        studio.settle()
        studio.shoot_dialog(f"activity-{name}")
    names = [agent.uid for agent in studio.window._context.office.agents[:3]]
    screen.choice.choose(
        replace(
            screen.choice.choice,
            people=frozenset(names),
            customers=CustomerQuery(sources=frozenset({LeadSource.REFERRAL, LeadSource.CANVAS})),
        )
    )
    studio.settle()
    studio.shoot("activity-agents-some")
    screen.choice.choose(FrameChoice())
    studio.settle()
