"""The Activity screen: one range and one choice of people above charts whose marks open rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSettings, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from salesdesk.domain.people import Permission
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.reports.frame import Frame, Period
from salesdesk.domain.reports.marks import Mark
from salesdesk.services.desk import Desk
from salesdesk.services.reports import agents, methods, pipeline, releases
from salesdesk.ui import theme
from salesdesk.ui.context import Context
from salesdesk.ui.fonts import Face
from salesdesk.ui.places import Place
from salesdesk.ui.screens import (
    activity_agents,
    activity_methods,
    activity_pipeline,
    activity_releases,
)
from salesdesk.ui.screens import activity_words as words
from salesdesk.ui.screens.activity_rows import ActivityRows
from salesdesk.ui.screens.activity_sections import Section, Telling
from salesdesk.ui.screens.filter_bar import FilterBar
from salesdesk.ui.screens.filters import Facet
from salesdesk.ui.widgets import Button, EmptyState, Label, Pane, State, StateStack, TabBar

if TYPE_CHECKING:
    from salesdesk.ui.screens.activity_page import ActivityPage


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its report, and how that is shown."""

    key: str
    read: Callable[[Desk, Frame], Any]
    sections: Callable[[Any, Telling], tuple[Section, ...]]


TABS = (
    Tab("agents", agents.figures, activity_agents.sections),
    Tab("methods", methods.figures, activity_methods.sections),
    Tab("pipeline", pipeline.figures, activity_pipeline.sections),
    Tab("releases", releases.figures, activity_releases.sections),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A report, and to which question."""

    tab: str
    frame: Frame
    report: Any


def _read(tab: Tab, desk: Desk, frame: Frame) -> Answer:
    return Answer(tab.key, frame, tab.read(desk, frame))


class ActivityScreen(Place):
    """Charts in tabs, and the rows behind a mark.

    Signals:
        customer_wanted(str): this customer shall be shown in the panel.
    """

    customer_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("activity_screen", parent)
        self._context = context
        self._range = "30"
        self._mine = not context.desk.actor.may(Permission.REPORTS_VIEW_TEAM)
        self._filter = CustomerQuery()
        self._answers: dict[str, Answer] = {}
        self._picks: dict[str, str] = {}
        self._asked: Frame | None = None
        self._tab = TABS[0]
        self._charts: dict[str, ActivityPage] = {}
        self.rows = ActivityRows(context)
        self._build_head()
        self.tabs = TabBar(name="activity_tabs", accessible=self.tr("Reports"), margin=24)
        for key, word in self._tab_words().items():
            self.tabs.add_tab(key, word)
        self.pages = QStackedWidget()
        self.pages.setObjectName("activity_pages")
        empty = EmptyState("chart-column", "", "", name="activity_empty")
        self.states = StateStack(self.pages, empty, name="activity_states")
        self._whole = QStackedWidget()
        self._whole.setObjectName("activity_whole")
        self._lay_out()
        self._connect()

    def _tab_words(self) -> Mapping[str, str]:
        return {
            "agents": self.tr("Agents"),
            "methods": self.tr("Methods"),
            "pipeline": self.tr("Pipeline"),
            "releases": self.tr("Releases"),
        }

    def _build_head(self) -> None:
        self._head = Pane("base", name="activity_header")
        self.range_button = Button("", name="activity_range", icon="calendar")
        self.range_button.setToolTip(self.tr("Choose the days"))
        self.people_button = Button("", name="activity_people", icon="users")
        self.people_button.setToolTip(self.tr("Choose whose figures"))
        self._menu = QMenu(self)
        self._menu.setObjectName("activity_menu")
        self.filters = FilterBar(
            self._context.office, None, screen="activity", facets=(Facet.STATUS, Facet.SOURCE),
            side=24,
        )  # fmt: skip

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._head)
        row.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Label(self.tr("Activity"), name="activity_title", face=Face.TITLE))
        row.addStretch(1)
        row.addWidget(self.range_button)
        row.addWidget(self.people_button)
        self._head.setFixedHeight(theme.px(64))
        charts = QWidget()
        charts.setObjectName("activity_charts")
        inner = QVBoxLayout(charts)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.filters)
        inner.addWidget(self.tabs)
        inner.addWidget(self.states, 1)
        self._whole.addWidget(charts)
        self._whole.addWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._whole, 1)

    def _connect(self) -> None:
        self.range_button.clicked.connect(self.open_ranges)
        self.people_button.clicked.connect(self.open_people)
        self.filters.changed.connect(self._on_filtered)
        self.tabs.chosen.connect(self.show_tab)
        self.states.retried.connect(self.refresh)
        self.rows.left.connect(self.show_charts)
        self.rows.opened.connect(self.customer_wanted)
        self.rows.failed.connect(self.failed)
        self._context.office.changed.connect(self._on_office)
        self._context.connection.regained.connect(self.refresh)

    # --- the frame --------------------------------------------------------------------------------

    def _today(self) -> date | None:
        pulse = self._context.connection.pulse
        office = self._context.office.formats.office
        return pulse.now.astimezone(office).date() if pulse is not None else None

    def frame(self) -> Frame | None:
        """What is asked; None before the database's clock is known."""
        today = self._today()
        if today is None:
            return None
        period = next(p for key, _, p in words.ranges(today) if key == self._range)
        me = self._context.desk.actor.uid
        agents = frozenset({me}) if self._mine and me is not None else None
        return Frame(period, agents, self._filter.sources, self._filter.statuses)

    def choose(self, range_key: str, *, mine: bool) -> None:
        """Ask about other days or people."""
        self._range, self._mine = range_key, mine
        self._ask()

    def open_ranges(self) -> None:
        """Open the menu of days."""
        today = self._today()
        if today is None:
            return
        self._menu.clear()
        for key, word, period in words.ranges(today):
            formats = self._context.office.formats
            self._add(f"{word} ({words.period_word(period, formats)})", f"range:{key}",
                      key == self._range)  # fmt: skip
        self._popup(self.range_button)

    def open_people(self) -> None:
        """Open the menu of whose figures are shown."""
        self._menu.clear()
        self._add(self.tr("Everybody"), "people:all", not self._mine)
        self._add(self.tr("Me"), "people:me", self._mine)
        self._popup(self.people_button)

    def _add(self, text: str, data: str, chosen: bool) -> None:
        action = self._menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.setData(data)
        action.triggered.connect(self._on_choice)

    def _popup(self, under: QWidget) -> None:
        self._menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _on_choice(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            kind, _, value = str(action.data()).partition(":")
            if kind == "range":
                self.choose(value, mine=self._mine)
            else:
                self.choose(self._range, mine=value == "me")

    def _on_filtered(self, query: CustomerQuery) -> None:
        self._filter = query
        self.filters.show_query(query)
        self._ask()

    def _people_word(self) -> str:
        return self.tr("Me") if self._mine else self.tr("Everybody")

    def _show_frame(self, period: Period) -> None:
        formats = self._context.office.formats
        self.range_button.setText(words.period_word(period, formats))
        self.people_button.setText(self._people_word())

    # --- asking -----------------------------------------------------------------------------------

    def show_tab(self, key: str) -> None:
        """Show a tab; its figures are read when it is shown."""
        self._tab = next(tab for tab in TABS if tab.key == key)
        self._ask()

    def refresh(self) -> None:
        """Read the figures again."""
        if self._asked is not None:
            self._ask()

    def _ask(self) -> None:
        frame = self.frame()
        if frame is None or not self.isVisible():
            return
        self._asked = frame
        self._show_frame(frame.period)
        known = self._answers.get(self._tab.key)
        if known is None or known.frame != frame:
            self.states.show_loading()
        work = partial(_read, self._tab, self._context.desk, frame)
        key = ("activity", id(self))
        self._context.tasks.query(key, work, self._on_answer, self._on_failed)

    def _on_answer(self, answer: Answer) -> None:
        self._answers[answer.tab] = answer
        if answer.tab == self._tab.key:
            self._show(answer)

    def _telling(self, report: object) -> Telling:
        office = self._context.office
        names = getattr(report, "names", {})
        return Telling(office.formats, office.currency, names, dict(self._picks))

    def _on_picked(self, key: str, chosen: str) -> None:
        self._picks[key] = chosen
        self._show(self._answers[self._tab.key])

    def _show(self, answer: Answer) -> None:
        page = self._page(answer.tab)
        sections = self._tab.sections(answer.report, self._telling(answer.report))
        page.show_sections(sections, self._context.office.formats)
        self.pages.setCurrentWidget(page)
        self.states.show_list()

    def _page(self, key: str) -> ActivityPage:
        """Made when it is first shown: pyqtgraph takes most of a second to import."""
        if key not in self._charts:
            from salesdesk.ui.screens.activity_page import ActivityPage

            page = self._charts[key] = ActivityPage(key)
            page.opened.connect(self.open_mark)
            page.picked.connect(self._on_picked)
            self.pages.addWidget(page)
        return self._charts[key]

    def _on_failed(self, fault: Exception) -> None:
        if self._tab.key not in self._answers or self.states.state is State.LOADING:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    def _on_office(self) -> None:
        answer = self._answers.get(self._tab.key)
        if answer is not None and self.states.state is State.LIST:
            self._show(answer)
        self.filters.show_query(self._filter)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    # --- charts and rows --------------------------------------------------------------------------

    def open_mark(self, mark: Mark, name: str) -> None:
        """Show the rows that a mark counts."""
        answer = self._answers.get(self._tab.key)
        if answer is None:
            return
        formats = self._context.office.formats
        told = words.framed(answer.frame, formats, self._people_word())
        self.rows.open(answer.frame, mark, name, told, self._telling(answer.report))
        self._whole.setCurrentWidget(self.rows)
        self.rows.table.setFocus()

    def show_charts(self) -> None:
        """Go back to the charts."""
        self._whole.setCurrentIndex(0)
        self.focus_list()

    @property
    def view(self) -> QWidget:
        """What has the focus of this screen."""
        return self.rows.table if self._whole.currentWidget() is self.rows else self.tabs

    def open_filters(self) -> None:
        """Open the menu of filters."""
        self.filters.open_menu()

    def clear_filters(self) -> None:
        """Take off the filters."""
        self._on_filtered(CustomerQuery())

    def set_compact(self, compact: bool) -> None:
        """Show rows of 26 px instead of 32."""
        self.rows.table.set_compact(compact)

    # --- what is kept -----------------------------------------------------------------------------

    def _key(self, what: str) -> str:
        return f"activity/{self._context.desk.actor.uid or 'nobody'}/{what}"

    def restore(self, settings: QSettings) -> None:
        """Take over this person's range and people."""
        kept = str(settings.value(self._key("range"), self._range))
        self._range = kept if kept in {"7", "30", "90", "quarter", "year"} else "30"
        own = str(settings.value(self._key("mine"), "true" if self._mine else "false"))
        self._mine = own == "true"

    def keep(self, settings: QSettings) -> None:
        """Write them."""
        settings.setValue(self._key("range"), self._range)
        settings.setValue(self._key("mine"), "true" if self._mine else "false")
