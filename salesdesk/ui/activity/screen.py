"""The Activity screen: one range and one choice of people above charts whose marks open rows."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.people import Agent
from salesdesk.domain.queries import CustomerQuery, CustomerRow
from salesdesk.domain.refusals import Why
from salesdesk.domain.reports.agents import AgentsReport
from salesdesk.domain.reports.drill_down import DrillDown
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.services.reports import speed
from salesdesk.services.reports.speed import MissingIndex
from salesdesk.ui.actions.actions import CustomerAct
from salesdesk.ui.activity import export, on_demand, selection
from salesdesk.ui.activity import texts as words
from salesdesk.ui.activity.drilldown import ActivityRows
from salesdesk.ui.activity.export import SectionExports
from salesdesk.ui.activity.filter_row import FrameBar
from salesdesk.ui.activity.header import ActivityHeader
from salesdesk.ui.activity.section import TextContext
from salesdesk.ui.activity.tabs import TABS, Answer, read_tab, tab_words
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.chart_import import ChartImport
from salesdesk.ui.kit.widgets import EmptyState, Label, State, StateStack, TabBar
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.lists.screen import Screen
from salesdesk.ui.session.context import Context

if TYPE_CHECKING:
    from salesdesk.ui.activity.page import ActivityPage, SectionView


_LOG = logging.getLogger(__name__)


class ActivityScreen(Screen):
    """Charts in tabs, and the rows behind a mark.

    Signals:
        customer_wanted(str): this customer shall be shown in the panel.
        dialog_wanted(QDialog): this dialog shall be opened.
        export_wanted(): what `exportable` gives shall be written into a file.
    """

    customer_wanted = Signal(str)
    dialog_wanted = Signal(object)
    export_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("activity_screen", parent)
        self._context = context
        self._answers: dict[str, Answer] = {}
        self._picks: dict[str, str] = {}
        self._asked: ReportScope | None = None
        self._first_wanted = True
        self._lacking: tuple[MissingIndex, ...] = ()
        self._lacking_known = False
        self._settings = context.office.settings
        self._tab = TABS[0]
        self._charts: dict[str, ActivityPage] = {}
        self._importing = ChartImport(self)
        self.rows = ActivityRows(context)
        self.choice = FrameBar(context)
        self.header = ActivityHeader(context.session.actor)
        self.export_button = self.header.export_button
        self.exports = SectionExports(context, self)
        self._exported: SectionView | None = None
        self._found: SectionView | None = None
        self.tabs = TabBar(name="activity_tabs", accessible=self.tr("Reports"), margin=24)
        for key, word in tab_words().items():
            self.tabs.add_tab(key, word)
        self.pages = QStackedWidget()
        self.pages.setObjectName("activity_pages")
        empty = EmptyState("chart-column", "", "", name="activity_empty")
        self.states = StateStack(self.pages, empty, name="activity_states")
        self.slow = Label(name="activity_slow", ink="text2", cut=True)
        self.slow.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), 0)
        self.slow.hide()
        self._whole = QStackedWidget()
        self._whole.setObjectName("activity_whole")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        charts = QWidget()
        charts.setObjectName("activity_charts")
        inner = QVBoxLayout(charts)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.choice)
        inner.addWidget(self.tabs)
        inner.addWidget(self.slow)
        inner.addWidget(self.states, 1)
        self._whole.addWidget(charts)
        self._whole.addWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._whole, 1)

    def _connect(self) -> None:
        self._importing.done.connect(self._on_charts)
        self.choice.changed.connect(self._ask)
        self.choice.dialog_wanted.connect(self.dialog_wanted)
        self.export_button.clicked.connect(self.open_exports)
        self.header.searched.connect(self.find_agent)
        self.header.left.connect(self._on_found)
        self.exports.figures_wanted.connect(self._on_figures)
        self.exports.told.connect(self.told)
        self.exports.failed.connect(self.failed)
        self.tabs.chosen.connect(self.show_tab)
        self.states.retried.connect(self.refresh)
        self.rows.left.connect(self.show_charts)
        self.rows.opened.connect(self.customer_wanted)
        self.rows.failed.connect(self.failed)
        self.rows.move_wanted.connect(self._on_move)
        self.rows.moving.chosen.connect(self.picked)
        self.rows.menu_requested.connect(self.menu_requested)
        self.rows.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.rows.moving.told.connect(self.told)
        self._context.office.changed.connect(self._on_office)
        self._context.connection.regained.connect(self.refresh)

    # --- asking -----------------------------------------------------------------------------------

    def show_tab(self, key: str) -> None:
        """Show a tab; its figures are read when it is shown."""
        self._tab = next(tab for tab in TABS if tab.key == key)
        self._ask()

    def refresh(self) -> None:
        """Read the figures again, and which index is missing."""
        self._lacking_known = False
        if self._asked is not None:
            self._ask()

    def _ask(self) -> None:
        report_scope = self.choice.report_scope()
        if report_scope is None or not self.isVisible():
            return
        self._asked = report_scope
        self.choice.show_choice()
        self._tell_slow()
        known = self._answers.get(self._tab.key)
        if known is not None and known.report_scope == report_scope:
            # What another tab showed must not stand under this one's name meanwhile.
            self._show(known)
        else:
            self.states.show_loading()
        pulse = self._context.connection.pulse
        at = pulse.now if pulse is not None else datetime.now(UTC)
        work = partial(read_tab, self._tab, self._context.session, report_scope, at)
        key = ("activity", id(self))
        self._context.tasks.query(key, work, self._on_answer, self._on_failed)
        if not self._lacking_known:
            self._ask_lacking()

    def _ask_lacking(self) -> None:
        work = partial(speed.missing, self._context.session)
        key = ("activity speed", id(self))
        self._context.tasks.query(key, work, self._on_lacking, self._on_lacking_failed)

    def _on_lacking_failed(self, fault: Exception) -> None:
        """The figures themselves are told of apart; this is asked again with the next ones."""
        self.failed.emit(fault)

    def _on_lacking(self, lacking: tuple[MissingIndex, ...]) -> None:
        self._lacking, self._lacking_known = lacking, True
        self._tell_slow()

    def _tell_slow(self) -> None:
        """Say which index an administrator should make, where figures take long without it."""
        if self._asked is None:
            return
        found = speed.slowing(self._lacking, self._tab.key, self._asked)
        self.slow.setText(words.slow(found, self._context.office.formats))
        self.slow.setVisible(bool(found))

    def _on_answer(self, answer: Answer) -> None:
        self._answers[answer.tab] = answer
        if isinstance(answer.report, AgentsReport):
            telling = self._telling(answer.report)
            seen = (one.agent for one in answer.report.agents if one.agent)
            self.choice.remember(Agent(uid, telling.person(uid)) for uid in seen)
        if answer.tab == self._tab.key:
            self._show(answer)

    def _telling(self, report: object) -> TextContext:
        office = self._context.office
        names = getattr(report, "names", {})
        return TextContext(office.formats, office.currency, names, dict(self._picks))

    def _on_picked(self, key: str, chosen: str) -> None:
        self._picks[key] = chosen
        self._show(self._answers[self._tab.key])

    def _on_charts(self) -> None:
        answer = self._answers.get(self._tab.key)
        if answer is not None:
            self._show(answer)

    def _show(self, answer: Answer) -> None:
        if not self._importing.is_done:
            self._importing.begin()
            return
        page = self._page(answer.tab)
        sections = self._tab.sections(answer.report, self._telling(answer.report))
        formats = self._context.office.formats
        days, now = (self._framed(answer, of_now=of_now) for of_now in (False, True))
        page.show_sections(sections, formats, days, now)
        told = [
            *words.headline(answer.report, answer.report_scope.period.days, formats),
            words.as_of(answer.at, answer.report, formats),
        ]
        self.choice.filters.set_count(" · ".join(told))
        turned = self.pages.currentWidget() is not page
        self.pages.setCurrentWidget(page)
        self.states.show_list()
        if turned:
            self.find_agent(self.header.search.text())
        self.picked.emit()

    def _page(self, key: str) -> ActivityPage:
        """Made when it is first shown."""
        if key not in self._charts:
            page = self._charts[key] = on_demand.activity_page()(key)
            page.setAccessibleName(tab_words()[key])
            page.opened.connect(self.open_mark)
            page.picked.connect(self._on_picked)
            page.menu_requested.connect(self._on_menu)
            self.pages.addWidget(page)
        return self._charts[key]

    def _on_failed(self, fault: Exception) -> None:
        if self._tab.key not in self._answers or self.states.state is State.LOADING:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    def _on_office(self) -> None:
        if self._settings != self._context.office.settings:
            self._settings = self._context.office.settings
            self._count_anew()
        answer = self._answers.get(self._tab.key)
        if answer is not None and self.states.state is State.LIST:
            self._show(answer)
        self.choice.show_choice()

    def _count_anew(self) -> None:
        """Days, caps or limits are others now: what was read must not stand beside new rows."""
        self._answers.clear()
        self.rows.outdate()
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first_wanted:
            # The keyboard begins at the tabs, not in the field above them.
            self._first_wanted = False
            self.tabs.setFocus()
        self._ask()

    # --- taken along ------------------------------------------------------------------------------

    def _current(self) -> SectionView | None:
        page = self._charts.get(self._tab.key)
        return page.current() if page is not None and self.states.state is State.LIST else None

    def _framed(self, answer: Answer, *, of_now: bool) -> str:
        people = self.choice.people_word()
        return words.framed(answer.report_scope, self._context.office, people, of_now=of_now)

    def _told(self, view: SectionView) -> str:
        """What the figures are of, in words: days, people, customers, and as of when."""
        answer = self._answers[self._tab.key]
        framed = self._framed(answer, of_now=view.section.of_now)
        return f"{framed} · {words.as_of(answer.at, answer.report, self._context.office.formats)}"

    def open_exports(self) -> None:
        """Open the menu of the section with the focus, or of the first that can be seen."""
        view = self._current()
        if view is not None:
            under = self.export_button.mapToGlobal(QPoint(0, self.export_button.height() + 2))
            self.exports.open_menu(view, self._told(view), under)

    def _on_menu(self, view: SectionView, at: QPoint) -> None:
        self.exports.open_menu(view, self._told(view), at)

    def _on_figures(self, view: SectionView) -> None:
        self._exported = view
        self.export_wanted.emit()
        self._exported = None

    def exportable(self) -> Exportable | None:
        """The figures of the section with the focus, or of the first that can be seen."""
        view = self._exported or self._current()
        if view is None or self._whole.currentWidget() is self.rows:
            return None
        return export.exportable(view.section, view.lines, self._told(view))

    # --- charts and rows --------------------------------------------------------------------------

    def open_mark(self, mark: DrillDown, name: str) -> None:
        """Show the rows that a mark counts."""
        answer = self._answers.get(self._tab.key)
        if answer is None:
            return
        formats = self._context.office.formats
        framed = self._framed(answer, of_now=mark.figure.of_now)
        told = " · ".join([framed, *words.mark_told(mark, answer.report, formats)])
        self.rows.open(answer.report_scope, mark, name, told, self._telling(answer.report))
        self._whole.setCurrentWidget(self.rows)
        self.header.set_charts(False)
        self.picked.emit()
        self.rows.table.setFocus()

    def show_charts(self) -> None:
        """Go back to the charts."""
        self._whole.setCurrentIndex(0)
        self.header.set_charts(True)
        self.picked.emit()
        self.rows.leave()
        self.focus_list()
        if self.rows.outdated:
            self.refresh()

    def _on_move(self) -> None:
        self.act_chosen.emit(CustomerAct.ASSIGN)

    def selected(self) -> list[CustomerRow]:
        """The customers behind a mark that are chosen to be handed over."""
        return self.rows.moving.rows if self._shows_rows() else []

    def chosen_id(self) -> str:
        return self.rows.chosen_id() if self._shows_rows() else ""

    @property
    def lists_customers(self) -> bool:
        """Only where rows are shown."""
        return self._shows_rows()

    def choose_nobody(self) -> None:
        self.rows.table.clearSelection()

    def go_to_id(self, customer_id: str) -> bool:
        """Highlight a customer's row alone, where it was read."""
        return self._shows_rows() and self.rows.go_to_id(customer_id)

    def _shows_rows(self) -> bool:
        return self._whole.currentWidget() is self.rows

    def _on_selection(self) -> None:
        self.picked.emit()

    def known(self, customer_id: str) -> CustomerRow | None:
        """One of the customers that can be handed over."""
        return self.rows.moving.known(customer_id)

    @property
    def view(self) -> QWidget:
        """What has the focus of this screen."""
        return self.rows.table if self._whole.currentWidget() is self.rows else self.tabs

    def focus_search(self) -> None:
        """Give the field that finds an agent the focus, where there is one."""
        if self.header.search.isVisible() and self.header.search.isEnabled():
            self.header.search.setFocus()
            self.header.search.selectAll()
        else:
            self.focus_list()

    def find_agent(self, name: str) -> None:
        """Show the lines of an agent in the tables of the tab."""
        page = self._charts.get(self._tab.key)
        shown = page is not None and self.states.state is State.LIST
        self._found = page.find_lines(name) if page is not None and shown and name else None
        if shown and name and self._found is None:
            said = fill(self.tr("No line of “{name}” on this tab."), name=name)
            self.failed.emit(Refusal(Why.WORDED, text=said))

    def _on_found(self) -> None:
        if self._found is not None:
            self._found.table.setFocus()

    def open_filters(self) -> None:
        self.choice.filters.open_menu()

    def clear_filters(self) -> None:
        self.choice.filter(CustomerQuery())

    def set_compact(self, compact: bool) -> None:
        self.rows.table.set_compact(compact)

    # --- what is kept -----------------------------------------------------------------------------

    def _key(self, what: str) -> str:
        return f"activity/{self._context.session.actor.uid or 'nobody'}/{what}"

    def restore(self, settings: QSettings) -> None:
        """Take over this person's days, people and customers; what cannot be read is told."""
        kept = str(settings.value(self._key("frame"), ""))
        if not kept:
            return
        try:
            self.choice.choose(selection.read(kept))
        except ValueError as fault:
            _LOG.warning(
                "The kept days and people of Activity cannot be read: %s", type(fault).__name__
            )

    def keep(self, settings: QSettings) -> None:
        """Write them."""
        settings.setValue(self._key("frame"), selection.written(self.choice.choice))
