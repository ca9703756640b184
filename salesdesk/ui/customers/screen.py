"""The customers screen: title, search, filters, the table with its states, and the footer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerQuery, CustomerRow, OwnerFilter, OwnerScope
from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.customers import texts as words
from salesdesk.ui.customers.header import CustomersHeader
from salesdesk.ui.customers.saved_views import SavedViews
from salesdesk.ui.customers.sorting import CustomersOrder
from salesdesk.ui.customers.texts import CustomerCounts
from salesdesk.ui.customers.view_store import View, ViewStore
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.widgets import Button, EmptyState, StateStack
from salesdesk.ui.lists import filters, table_export
from salesdesk.ui.lists.as_of import AsOfLine
from salesdesk.ui.lists.clipboard import Copied, copy_of
from salesdesk.ui.lists.customer_rows import (
    EXTRA_WIDTHS,
    WIDTHS,
    Column,
    CustomersModel,
    Extra,
    ListedSource,
    QuerySource,
    extra_titles,
    titles,
)
from salesdesk.ui.lists.customer_table import (
    MOST_SELECTED,
    CustomersTable,
    headed_loading,
)
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.lists.filter_bar import FilterBar
from salesdesk.ui.lists.footer import ListFooter
from salesdesk.ui.lists.select_all import Asked, Everybody
from salesdesk.ui.lists.table_screen import TablePlace
from salesdesk.ui.session.context import Context


class CustomersScreen(TablePlace):
    """The list of customers.

    Signals:
        import_requested(): customers shall be brought in from a file.
        is_empty(bool): whether there is no customer at all, whatever is filtered by.
    """

    header: CustomersHeader

    import_requested = Signal()
    is_empty = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        model = CustomersModel(context.tasks, None, (*titles(), *extra_titles()))
        table = CustomersTable(model, widths=(*WIDTHS, *EXTRA_WIDTHS))
        table.hide_extras()
        count = partial(words.count, context.session)
        super().__init__("customers_screen", context, model, table, count, parent)
        self._query = self._own()
        self._listed: tuple[str, ...] | None = None
        self._counts: CustomerCounts | None = None
        self._extras = False
        self.header = CustomersHeader(context.session.actor, self)
        self.everybody = Everybody(context, self.table, self)
        self.views = SavedViews(context.session.actor.uid, self._shown, self)
        self._store: ViewStore | None = None
        self.filters = FilterBar(context.office, context.session.actor.uid, self)
        self.as_of = AsOfLine(context, "customers", parent=self)
        self.states = StateStack(
            self.table, self._empty_state(), name="customers_states", parent=self
        )
        self.footer = ListFooter(context.session.actor, self)
        self._loading_head = headed_loading(self.states, self.model)
        self.order = CustomersOrder(self.table, context.office, self)
        self.setLayout(self.stack(self.header, self.filters, self.as_of, self.states, self.footer))
        self._connect()
        self._on_picked()

    # --- building ---------------------------------------------------------------------------------

    def _empty_state(self) -> EmptyState:
        empty = EmptyState("users", "", "", name="customers_empty")
        self._empty_clear = Button(self.tr("Clear all filters"), name="customers_empty_clear")
        self._empty_clear.clicked.connect(self.clear_filters)
        self._empty_new = Button(self.tr("New customer"), name="customers_empty_new", icon="plus")
        self._empty_import = Button(
            self.tr("Import…"), name="customers_empty_import", icon="download"
        )
        self._empty_import.clicked.connect(self.import_requested)
        for each in (self._empty_clear, self._empty_new, self._empty_import):
            empty.add_action(each)
        return empty

    def _connect(self) -> None:
        self.header.searched.connect(self._on_search)
        self.header.view.set_menu(self.views.menu)
        self.views.chosen.connect(self.show_view)
        self.views.renamed.connect(self.header.show_view)
        self.views.told.connect(self.told)
        self.everybody.told.connect(self.told)
        self.everybody.failed.connect(self.failed)
        self.header.columns_opened.connect(self.table.fill_columns_menu)
        self._empty_new.clicked.connect(self.header.new_requested)
        self.filters.changed.connect(self.ask)
        self.filters.list_left.connect(self._leave_list)
        self.order.wanted.connect(self.ask)
        self.order.told.connect(self.told)
        self.table.picked.connect(self._on_picked)
        self.table.columns_chosen.connect(self._on_columns)
        self.footer.chosen.connect(self.act_chosen)
        self.model.gone.connect(self.refresh)
        self.listen()

    # --- asking -----------------------------------------------------------------------------------

    @property
    def query(self) -> CustomerQuery:
        """What the list asks for."""
        return self._query

    def _own(self) -> CustomerQuery:
        """An agent's own customers; everybody for a lead and who holds none."""
        actor = self._context.session.actor
        leads = actor.may(Permission.REPORTS_VIEW_TEAM)
        if actor.uid is None or leads or not actor.may(Permission.CUSTOMERS_HOLD):
            return CustomerQuery()
        return CustomerQuery(owner=OwnerFilter(OwnerScope.PERSON, actor.uid))

    def ask(self, query: CustomerQuery) -> None:
        """Show what a query asks for; text in the search field follows."""
        self._listed = None
        if query.search != self._query.search:
            self.header.search.set_search(query.search)
        self._query = query
        self.filters.show_query(query)
        self.order.show_query(self._query, self._listed is not None)
        self.ask_again()
        self.views.look()

    def show_view(self, view: View) -> None:
        """Show what a saved view asks for, in its columns."""
        self.table.restore_columns(view.columns)
        self.ask(view.query)

    def _shown(self) -> View:
        return View("", self._query, self.table.columns_state())

    def show_listed(self, ids: Sequence[str], title: str) -> None:
        """Show a fixed list of customers, such as those that a release run freed."""
        self._listed = tuple(ids)
        self._query = filters.unfiltered(self._query)
        self.header.search.set_search("")
        self.filters.show_listed(self.tr("Only"), title)
        self.order.show_query(self._query, self._listed is not None)
        self.ask_again()

    def start(self) -> None:
        self.ask(self._query)

    def clear_filters(self) -> None:
        self.filters.clear_all()

    def commands(self) -> Mapping[Cmd, Callable[[], object]]:
        """What belongs to the table."""
        return {
            Cmd.SELECT_ALL: self.select_loaded,
            Cmd.SELECT_MATCHING: self.select_matching,
            Cmd.VIEWS: self.header.view.showMenu,
            Cmd.SAVE_VIEW: self.views.ask_name,
            Cmd.SORT: self.order.open_menu,
            Cmd.COLUMNS: self.header.open_columns,
        }

    def exportable(self) -> Exportable:
        """The list as it is shown."""
        listed = len(self._listed) if self._listed is not None else None
        formats, counts = self._context.office.formats, self._counts
        about = words.counted(counts, listed, formats) if counts is not None else ""
        return table_export.exportable(self.table, self._query, self._listed, about)

    def _asked(self) -> Asked:
        return self._listed if self._listed is not None else self._query

    def ask_again(self) -> None:
        self.note_wording()
        self.as_of.concern(self._listed is None and self._query.by_summaries)
        self.everybody.follow(self._asked())
        office, session = self._context.office, self._context.session
        self._extras = self.table.shows_extras
        if self._listed is not None:
            ids = self._listed
            self.model.ask(ListedSource(session, ids, office.formats, office.region, self._extras))
        else:
            query = self._query
            self.model.ask(QuerySource(session, query, office.formats, office.region, self._extras))
        self.recount()

    def _on_columns(self) -> None:
        """A further column is read from now on where one is shown, and not before."""
        if self.table.shows_extras and not self._extras:
            self.ask_again()

    def recount(self) -> None:
        self.everybody.again()
        self.counting.ask(self._query)

    def _leave_list(self) -> None:
        self.ask(filters.unfiltered(self._query))

    def _on_search(self, text: str) -> None:
        self.ask(replace(self._query, search=text))

    def sort_by(self, column: Column | Extra) -> None:
        """Sort by a column; a second time turns the order round."""
        self.order.sort_by(column)

    # --- answers ----------------------------------------------------------------------------------

    def show_loading(self) -> None:
        """Show placeholder rows under the header."""
        self._loading_head.restoreState(self.table.head.saveState())
        self.states.show_loading()

    def _on_loaded(self) -> None:
        if self.model.rowCount():
            self.states.show_list()
            if self._first_wanted:
                self._first_wanted = False
                self.focus_list()
            self._end_arrival()
            return
        narrowed = filters.is_narrowed(self._query) or self._listed is not None
        self._empty_clear.setVisible(narrowed)
        self._empty_new.setVisible(not narrowed and self.header.may_create)
        may_import = self._context.session.actor.may(Permission.DATA_IMPORT)
        self._empty_import.setVisible(not narrowed and may_import)
        self.states.empty.set_words(*words.empty(narrowed))
        self.states.show_empty()

    def in_other_order(self) -> bool:
        by_name = self.order.refused()
        if by_name is not None:
            self.ask(by_name)
        return by_name is not None

    def unread(self, fault: Exception) -> tuple[str, str]:
        return words.failed(fault)

    def show_counts(self, counts: CustomerCounts) -> None:
        self._counts = counts
        formats = self._context.office.formats
        self.counted.emit(formats.capped(counts.whole.number, counts.whole.more))
        self.is_empty.emit(not counts.whole.number)
        self.order.allow(counts.sortable)
        self.show_said()

    def show_said(self) -> None:
        read, counts = self.as_read(), self._counts
        if read is not None:
            self.filters.set_count(read)
        elif counts is not None:
            listed = len(self._listed) if self._listed is not None else None
            self.filters.set_count(words.counted(counts, listed, self._context.office.formats))

    def show_filters(self) -> None:
        if self._listed is None:
            self.filters.show_query(self._query)

    # --- the selection ----------------------------------------------------------------------------

    def focus_list(self) -> None:
        """Go to the table; its first row becomes the current one if there is none."""
        self.table.setFocus()
        if self.model.waiting:
            self._first_wanted = True
        elif not self.table.selected_count():
            self.table.go_to(0)

    def open_filters(self) -> None:
        self.filters.open_menu()

    def restore(self, settings: QSettings) -> None:
        """Take over this person's filters, order and columns, and the saved views."""
        self._store = ViewStore(settings, self._context.server, self._context.session.actor.uid)
        self.views.keep_in(self._store)
        last = self._store.last()
        if last is not None:
            self.table.restore_columns(last.columns)
            self._query = last.query
            self.views.resume(last.name)
        self.filters.show_query(self._query)
        self.order.show_query(self._query, self._listed is not None)

    def keep(self, settings: QSettings) -> None:
        """Write them."""
        if self._store is not None:
            self._store.keep_last(replace(self._shown(), name=self.views.name))

    def _on_picked(self) -> None:
        self._show_foot()
        self.picked.emit()

    def _show_foot(self) -> None:
        count = len(self.everybody.rows) or self.table.selected_count()
        formats = self._context.office.formats
        self.footer.show_selection(count, self.selected(), MOST_SELECTED, formats)

    def selected(self) -> list[CustomerRow]:
        """The selected customers; all that match, read or not, where these were chosen."""
        return list(self.everybody.rows) or super().selected()

    def as_text(self) -> str:
        """The selection as text; that of thousands is copied as soon as it is made."""
        rows, office = self.everybody.rows, self._context.office
        if not rows:
            return super().as_text()
        said = self.tr("{number} copied with headers, by name.")
        work = partial(
            copy_of, self._context.session, self.table.heads(), rows, office.formats, office.region,
            said,
        )  # fmt: skip
        key = ("customers copied", id(self))
        self._context.tasks.query(key, work, self._on_copied, self._on_fault)
        return ""

    def _on_copied(self, copied: Copied) -> None:
        self.copied.emit(copied)

    def select_loaded(self) -> None:
        """Select what was read, as far as one may select without choosing all that match."""
        self.table.select_loaded()
        read = self.model.rowCount()
        if read > MOST_SELECTED or not self.model.complete:
            said = self.tr("The first {number} are selected. {hint} selects all that match.")
            number = self._context.office.formats.number(min(read, MOST_SELECTED))
            self.told.emit(fill(said, number=number, hint=hint(Cmd.SELECT_MATCHING)))

    def select_matching(self) -> None:
        """Choose all that match the search and the filters, however many were read."""
        self.everybody.ask(self._asked())
