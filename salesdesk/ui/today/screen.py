"""Today, the first screen: whom to contact and why, worked through from the keyboard."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from salesdesk.domain.changes import Topic
from salesdesk.domain.day import TodayCounts, TodayQuery
from salesdesk.domain.errors import Refusal
from salesdesk.domain.exporting import FollowUps
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow, OwnerFilter, OwnerScope
from salesdesk.domain.refusals import Why
from salesdesk.services.lists import today
from salesdesk.ui.actions.actions import CustomerAct
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.widgets import TEXT_FIELDS, Button, EmptyState, State, StateStack
from salesdesk.ui.lists.as_of import AsOfLine
from salesdesk.ui.lists.exact_counts import ExactCount
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.lists.reading_screen import ReadingScreen
from salesdesk.ui.session.context import Context
from salesdesk.ui.today import texts as words
from salesdesk.ui.today.header import TodayFilters, TodayHeader
from salesdesk.ui.today.list_view import TodayView
from salesdesk.ui.today.model import DayQuestion, TodayModel
from salesdesk.ui.today.rows import RowAct, TextContext

_EVERYBODY = OwnerFilter(OwnerScope.BOUND)

_ACTS = {
    RowAct.LOG: CustomerAct.LOG,
    RowAct.CLAIM: CustomerAct.CLAIM,
    RowAct.WHATSAPP: CustomerAct.WHATSAPP,
    RowAct.CALL: CustomerAct.CALL,
    RowAct.PLAN: CustomerAct.PLAN,
}


class TodayScreen(ReadingScreen):
    """The person's day.

    Signals:
        visit_chosen(CustomerRow): a visit shall be logged.
        pool_requested(), planning_requested(), new_requested(), import_requested(): from the
            empty state, what to do next.
    """

    TOPICS = ReadingScreen.TOPICS | {Topic.TARGETS}

    header: TodayHeader

    visit_chosen = Signal(object)
    pool_requested = Signal()
    planning_requested = Signal()
    new_requested = Signal()
    import_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("today_screen", context, parent)
        self._query = today.mine(context.session)
        self._nobody = False
        self.model = TodayModel(context.tasks, self)
        self._own: TodayCounts | None = None
        self._exactly: tuple[TodayQuery, TodayCounts] | None = None
        self.exact = ExactCount(context.tasks, self)
        self.exact_own = ExactCount(context.tasks, self)
        self.header = TodayHeader(context.session.actor, self)
        self.filters = TodayFilters(context.office, context.session.actor.uid, self)
        as_of = AsOfLine(context, "today", side=24, parent=self)
        self.list = TodayView(self.model, self)
        self.states = StateStack(self.list, self._empty_state(), name="today_states", parent=self)
        self.setLayout(self.stack(self.header, self.filters, as_of, self.states))
        self._connect()
        self.show_filters()

    def _empty_state(self) -> EmptyState:
        empty = EmptyState("calendar-check", "", "", name="today_empty")
        self._to_pool = Button(
            self.tr("Look in the pool"), name="today_empty_pool", icon="archive-restore"
        )
        self._to_plans = Button(
            self.tr("Plan next steps"), name="today_empty_plan", icon="calendar-plus"
        )
        self._to_all = Button(self.tr("Clear the search"), name="today_empty_clear")
        self._to_pool.clicked.connect(self.pool_requested)
        self._to_plans.clicked.connect(self.planning_requested)
        self._to_all.clicked.connect(self._clear_search)
        self._to_new = Button(self.tr("New customer"), name="today_empty_new", icon="plus")
        self._to_import = Button(self.tr("Import…"), name="today_empty_import", icon="download")
        self._to_new.clicked.connect(self.new_requested)
        self._to_import.clicked.connect(self.import_requested)
        for each in (
            self._to_pool, self._to_plans, self._to_all, self._to_new, self._to_import,
        ):  # fmt: skip
            empty.add_action(each)
        return empty

    def _connect(self) -> None:
        self.header.searched.connect(self._on_search)
        self.header.log_requested.connect(self._on_log)
        self.filters.changed.connect(self.show_owner)
        self.filters.cleared.connect(self.clear_filters)
        self.list.picked.connect(self.picked)
        self.list.opened.connect(self._on_opened)
        self.list.act_chosen.connect(self._on_act)
        self.list.more_requested.connect(self.model.fetch_more)
        self.list.menu_requested.connect(self.menu_requested)
        self.model.loading.connect(self._on_loading)
        self.model.loaded.connect(self._on_loaded)
        self.model.failed.connect(self._on_failed)
        self.exact.counted.connect(self._on_exact)
        self.exact_own.counted.connect(self._on_exact_own)
        self.exact.failed.connect(self._on_fault)
        self.exact_own.failed.connect(self._on_fault)
        self.listen()

    def exportable(self) -> Exportable:
        """The next steps of whoever's day is shown, for a calendar."""
        owner = self._query.owner
        return Exportable(
            self.tr("Next steps"),
            self.tr("For a calendar: overdue, due today and planned."),
            FollowUps(owner.uid if owner.scope is OwnerScope.PERSON else None),
            (),
        )

    # --- asking -----------------------------------------------------------------------------------

    def start(self) -> None:
        self.ask_again()

    def read_again(self) -> None:
        self.model.refresh()
        if not self._is_own:
            self._count()

    def show_owner(self, owner: OwnerFilter) -> None:
        """Show somebody's day, or everybody's."""
        self._query = replace(self._query, owner=owner)
        self.ask_again()

    def clear_filters(self) -> None:
        """Show everybody's day, without a search."""
        self.header.search.set_search("")
        self._query = replace(self._query, owner=_EVERYBODY, search="")
        self.ask_again()

    def _clear_search(self) -> None:
        self.header.search.set_search("")
        self._on_search("")

    def _on_search(self, text: str) -> None:
        self._query = replace(self._query, search=text)
        self.ask_again()

    def show_filters(self) -> None:
        self.filters.show_owner(self._query.owner, bool(self._query.search))

    def ask_again(self) -> None:
        self.note_wording()
        office, session = self._context.office, self._context.session
        self.show_filters()
        whole = self._query.owner.scope is not OwnerScope.PERSON
        telling = TextContext(office.formats, session.actor, whole)
        self.model.ask(DayQuestion(session, self._query, telling))

    # --- answers ----------------------------------------------------------------------------------

    def _on_loading(self) -> None:
        if self.model.is_empty:
            self.states.show_loading()

    def _on_loaded(self) -> None:
        self._take_counts()
        self.show_said()
        if not self.model.is_empty:
            self.states.show_list()
            here = self.isVisible() and not isinstance(QApplication.focusWidget(), TEXT_FIELDS)
            if self._first_wanted and here:
                self.focus_list()
            self.picked.emit()
            return
        self.show_empty(narrowed=bool(self._query.search))
        self.picked.emit()

    def show_empty(self, *, narrowed: bool) -> None:
        """Say that nobody is listed, and offer what to do instead."""
        actor = self._context.session.actor
        mine = self._query.owner.uid == actor.uid
        new = self._nobody and not narrowed
        self._to_all.setVisible(narrowed)
        self._to_pool.setVisible(not narrowed and not new)
        self._to_plans.setVisible(not narrowed and not new)
        self._to_new.setVisible(new and actor.may(Permission.CUSTOMERS_CREATE))
        self._to_import.setVisible(new and actor.may(Permission.DATA_IMPORT))
        self.states.empty.set_words(*(words.no_customers() if new else words.empty(narrowed, mine)))
        self.states.show_empty()

    def show_nobody(self, nobody: bool) -> None:
        """There is no customer at all, or somebody by now: say what is of use then."""
        if nobody != self._nobody:
            self._nobody = nobody
            if self.states.state is State.EMPTY:
                self.show_empty(narrowed=bool(self._query.search))

    def show_said(self) -> None:
        connection, formats = self._context.connection, self._context.office.formats
        reading = self.model.reading
        if reading is None:
            return
        away = connection.away is not None
        whose = self._whose()
        counts = self._own if whose is None else reading.counts
        needing = None if counts is None or (away and self.model.is_empty) else counts.needing
        self.header.day.setText(words.heading(reading.now, needing, formats, whose))
        if away:
            read = fill(translate("lists", "As read at {time}"), time=formats.time(reading.now))
            self.filters.say(read)
        else:
            far, logged = reading.progress, reading.logged
            self.filters.say(
                words.progress(far, logged, formats), words.progress_tip(far, logged, formats)
            )

    @property
    def _is_own(self) -> bool:
        """Whether the person's own day is shown, whole."""
        return self._query == today.mine(self._context.session)

    def _whose(self) -> str | None:
        """Whose day is shown, in words; None: the person's own."""
        owner, own = self._query.owner, today.mine(self._context.session).owner
        if owner == own:
            return None
        if owner.scope is OwnerScope.PERSON:
            return self._context.office.owner_name(owner.uid)
        return self.tr("their agents")

    def _take_counts(self) -> None:
        """The quick counts are there; where one stopped at its cap it is counted to the end."""
        reading = self.model.reading
        if reading is None:
            return
        query, counts = self._query, reading.counts
        if counts.rough and self._exactly is not None and self._exactly[0] == query:
            self.model.show_counts(counts.kept(self._exactly[1]))
        if self._is_own:
            self._tell_count(counts.kept(self._own))
        elif self._own is None:
            self._count()
        if counts.rough:
            self.exact.ask(query, partial(today.counts, self._context.session, query, None))
        else:
            self.exact.drop()

    def _on_exact(self, query: TodayQuery, counts: TodayCounts) -> None:
        if query != self._query:
            return
        self._exactly = query, counts
        self.model.show_counts(counts)
        if self._is_own:
            self._tell_count(counts)
        self.show_said()

    def _on_own(self, counts: TodayCounts) -> None:
        """The person's own number, counted while another day or screen is shown."""
        mine = today.mine(self._context.session)
        self._on_exact_own(mine, counts.kept(self._own))
        if counts.rough:
            self.exact_own.ask(mine, partial(today.counts, self._context.session, mine, None))
        else:
            self.exact_own.drop()

    def _on_exact_own(self, _mine: TodayQuery, counts: TodayCounts) -> None:
        self._tell_count(counts)
        self.show_said()

    def _tell_count(self, counts: TodayCounts) -> None:
        """One number for all who need the person: here and in the navigation."""
        self._own = counts
        needing = counts.needing
        formats = self._context.office.formats
        self.counted.emit(formats.capped(needing.number, needing.more) if needing.number else "")

    def _on_failed(self, fault: Exception) -> None:
        if self.model.reading is None:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    # --- changes ----------------------------------------------------------------------------------

    def note_changes(self) -> None:
        self._count()

    def _count(self) -> None:
        """Keep the number in the navigation true while another screen is shown."""
        session = self._context.session
        work = partial(today.counts, session, today.mine(session))
        key = ("today count", id(self))
        self._context.tasks.query(key, work, self._on_own, self._on_fault)

    # --- the current customer ---------------------------------------------------------------------

    def selected(self) -> list[CustomerRow]:
        """The current customer."""
        line = self.list.current_line()
        return [line.row.customer] if line is not None else []

    @property
    def me(self) -> str | None:
        """Who is signed in."""
        return self._context.session.actor.uid

    @property
    def view(self) -> QWidget:
        return self.list

    def known(self, customer_id: str) -> CustomerRow | None:
        line = self.model.line(self.model.index_of(customer_id))
        return line.row.customer if line is not None else None

    def go_to_id(self, customer_id: str) -> bool:
        return self.list.go_to_id(customer_id)

    def choose_nobody(self) -> None:
        """Let no customer be the current one."""
        self.list.choose_nobody()

    def step(self, by: int) -> None:
        self.list.step(by)

    def in_sight(self) -> list[CustomerRow]:
        return [line.row.customer for line in self.list.in_sight()]

    def focus_list(self) -> None:
        """Go to the list; its first customer becomes the current one if there is none."""
        self.list.setFocus()
        self.list.go_to_first()
        self._first_wanted = self.list.current_line() is None

    def open_filters(self) -> None:
        """Open the menu of whose day is shown."""
        self.filters.open_menu()

    def set_compact(self, compact: bool) -> None:
        self.list.set_compact(compact)

    def _on_opened(self) -> None:
        for row in self.selected():
            self.opened.emit(row)

    def _on_log(self) -> None:
        if self.selected():
            self.act_chosen.emit(CustomerAct.LOG)
        else:
            self.focus_list()
            said = self.tr("Choose the customer whose contact you log.")
            self.failed.emit(Refusal(Why.WORDED, text=said))

    def _on_act(self, act: str) -> None:
        line = self.list.current_line()
        if line is None:
            return
        if act == "visit":
            self.visit_chosen.emit(line.row.customer)
        elif act == RowAct.OPEN:
            self._on_opened()
        else:
            self.act_chosen.emit(_ACTS[RowAct(act)])
