"""The pool: who is free, and beside the list what a new owner should know."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from salesdesk.domain.changes import Topic
from salesdesk.domain.errors import Refusal
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pool import PoolQuery, PoolSort
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.refusals import Why
from salesdesk.ui.actions.actions import ClaimLost, CustomerAct
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import Button, EmptyState, StateStack
from salesdesk.ui.lists.as_of import AsOfLine
from salesdesk.ui.lists.customer_rows import CustomersModel
from salesdesk.ui.lists.customer_table import MOST_SELECTED, CustomersTable
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.lists.filter_bar import FilterBar
from salesdesk.ui.lists.filters import Facet
from salesdesk.ui.lists.footer import ListFooter
from salesdesk.ui.lists.table_screen import TablePlace
from salesdesk.ui.pool import export, handover_panel
from salesdesk.ui.pool import query as pool_query
from salesdesk.ui.pool import texts as words
from salesdesk.ui.pool.handover_panel import HandOverPanel
from salesdesk.ui.pool.header import PoolHeader
from salesdesk.ui.pool.rows import RANKS, SORTS, WIDTHS, PoolColumn, PoolSource, titles
from salesdesk.ui.pool.texts import PoolCounts
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context


class PoolScreen(TablePlace):
    """The list of available customers with the hand-over of the current one."""

    TOPICS = frozenset({Topic.CUSTOMERS, Topic.CONTACTS, Topic.OWNERSHIP, Topic.FOLLOW_UPS})

    header: PoolHeader

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        model = CustomersModel(context.tasks, None, titles())
        table = CustomersTable(
            model,
            name="pool_table",
            widths=WIDTHS,
            ranks=RANKS,
            tight={PoolColumn.COMPANY: 104},
            viewer=PoolColumn.LAST_OUTCOME,
        )
        count = partial(words.count, context.session)
        super().__init__("pool_screen", context, model, table, count, parent)
        actor = context.session.actor
        self._query = PoolQuery()
        self._counts: PoolCounts | None = None
        self._wants_hand_over = True
        self._panel_open = False
        # The row at which nobody was chosen, since somebody was opened apart from the list.
        self._left_at: int | None = None
        self.table.setAccessibleName(self.tr("Available customers"))
        sees_phones = actor.may(Permission.CUSTOMERS_VIEW_PHONE_IN_POOL)
        self.table.setColumnHidden(PoolColumn.PHONE, not sees_phones)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        left = QWidget(self._splitter)
        self.header = PoolHeader(actor, left)
        self.filters = FilterBar(
            context.office, None, left, screen="pool", facets=(Facet.STATUS, Facet.SOURCE)
        )
        as_of = AsOfLine(context, "pool", parent=left)
        self.states = StateStack(self.table, self._empty_state(), name="pool_states", parent=left)
        self.footer = ListFooter(actor, left, screen="pool")
        left.setLayout(self.stack(self.header, self.filters, as_of, self.states, self.footer))
        self.hand_over = HandOverPanel(context, self._splitter)
        self._lay_out(left)
        self._connect()
        self.show_filters()
        self._show_sort()
        self._show_beside()

    def _empty_state(self) -> EmptyState:
        empty = EmptyState("archive-restore", "", "", name="pool_empty")
        self._to_all = Button(self.tr("Clear all filters"), name="pool_empty_clear")
        self._to_all.clicked.connect(self.clear_filters)
        empty.add_action(self._to_all)
        return empty

    def _lay_out(self, left: QWidget) -> None:
        left.setObjectName("pool_left")
        self._splitter.setObjectName("pool_splitter")
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.hand_over)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setSizes([theme.px(880), theme.px(handover_panel.WIDTH)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)

    def _connect(self) -> None:
        self.header.searched.connect(self._on_search)
        self.header.act_chosen.connect(self._on_act)
        self.filters.changed.connect(self._on_filtered)
        self.table.head.sectionClicked.connect(self._on_header)
        self.table.picked.connect(self._on_picked)
        self.footer.chosen.connect(self.act_chosen)
        self.hand_over.act_chosen.connect(self._on_hand_over_act)
        self.hand_over.stepped.connect(self.step)
        self.hand_over.closed.connect(self._close_hand_over)
        self.hand_over.failed.connect(self.failed)
        self.hand_over.gone.connect(self.refresh)
        self.model.gone.connect(self._on_gone)
        self.listen()

    # --- asking -----------------------------------------------------------------------------------

    @property
    def query(self) -> PoolQuery:
        """What the list asks for."""
        return self._query

    def start(self) -> None:
        """Count, for the navigation; the list is read when it is first shown."""
        self.recount()

    def ask(self, query: PoolQuery) -> None:
        """Show what a query asks for; chips and the text in the search field follow."""
        if query.search != self._query.search:
            self.header.search.set_search(query.search)
        self._query = query
        self.ask_again()

    def first_shown(self) -> None:
        self.ask_again()

    def ask_again(self) -> None:
        self.note_wording()
        self.show_filters()
        self._show_sort()
        office, session = self._context.office, self._context.session
        self.model.ask(PoolSource(session, self._query, office.formats, office.region))
        self.recount()

    def read_again(self) -> None:
        super().read_again()
        if self.hand_over.customer_id:
            self.hand_over.show_customer(self.hand_over.customer_id)

    def clear_filters(self) -> None:
        self.header.search.set_search("")
        self.ask(PoolQuery(sort=self._query.sort, descending=self._query.descending))

    def exportable(self) -> Exportable:
        """The pool as it is shown."""
        told = words.counted(self._counts, self._context.office.formats) if self._counts else ""
        return export.exportable(self.table, self._query, told)

    def recount(self) -> None:
        self.counting.ask(self._query)

    def _on_search(self, text: str) -> None:
        self.ask(replace(self._query, search=text))

    def _on_filtered(self, wanted: CustomerQuery) -> None:
        self.ask(
            replace(
                self._query, search=wanted.search, statuses=wanted.statuses, sources=wanted.sources
            )
        )

    def show_filters(self) -> None:
        self.filters.show_query(pool_query.as_filters(self._query))

    # --- order ------------------------------------------------------------------------------------

    def _on_header(self, section: int) -> None:
        column = PoolColumn(section)
        sort = SORTS.get(column)
        if sort is None or not self._sortable(sort):
            self._show_sort()
            self.failed.emit(Refusal(Why.WORDED, text=self._why_not(column)))
            return
        turned = sort is self._query.sort and not self._query.descending
        self.ask(replace(self._query, sort=sort, descending=turned))

    def _sortable(self, sort: PoolSort) -> bool:
        return self._counts is None or sort in self._counts.sortable

    def _why_not(self, column: PoolColumn) -> str:
        title = titles()[column]
        if column not in SORTS:
            return words.never_sorted(title)
        return words.unsorted(title, self._context.office.formats)

    def _show_sort(self) -> None:
        column = next(c for c, sort in SORTS.items() if sort is self._query.sort)
        self.table.show_sorted(column, Qt.SortOrder(int(self._query.descending)))
        tips = {}
        for each in PoolColumn:
            sort = SORTS.get(each)
            able = sort is not None and self._sortable(sort)
            tips[int(each)] = self.tr("Sort by this column") if able else self._why_not(each)
        self.model.set_header_tips(tips)

    # --- answers ----------------------------------------------------------------------------------

    def _on_loaded(self) -> None:
        if not self.model.rowCount():
            self.show_empty()
            return
        self.states.show_list()
        apart = self.hand_over.tells_loss or self._left_at is not None
        if not self.table.selected_count() and not apart:
            self.table.go_to(0)
        if self._first_wanted:
            self.focus_list()
        self._end_arrival()
        if self._left_at is not None:
            # Who was opened apart may be listed again, as after an undone claim.
            self.picked.emit()

    def show_empty(self) -> None:
        """Say that nobody is listed, and offer what to do."""
        narrowed = words.is_narrowed(self._query)
        self._to_all.setVisible(narrowed)
        self.states.empty.set_words(*words.empty(narrowed))
        self.states.show_empty()
        self._show_beside()

    def in_other_order(self) -> bool:
        slow = not self._query.sort.fast
        if slow:
            self.ask(replace(self._query, sort=PoolSort.NAME, descending=False))
        return slow

    def unread(self, fault: Exception) -> tuple[str, str]:
        return words.failed(fault)

    def show_counts(self, counts: PoolCounts) -> None:
        self._counts = counts
        formats, whole = self._context.office.formats, counts.whole
        self.counted.emit(formats.capped(whole.number, whole.more) if whole.number else "")
        self.header.count.setText(words.heading(whole, formats))
        self._show_sort()
        self.show_said()

    def show_said(self) -> None:
        read = self.as_read()
        if read is not None:
            self.filters.set_count(read)
        elif self._counts is not None:
            formats = self._context.office.formats
            self.filters.set_count(words.counted(self._counts, formats))

    # --- changes ----------------------------------------------------------------------------------

    def touch_rows(self, ids: frozenset[str]) -> None:
        super().touch_rows(ids)
        if self.hand_over.customer_id in ids:
            self.hand_over.show_customer(self.hand_over.customer_id)

    def _on_gone(self, gone: frozenset[str]) -> None:
        """Who was claimed leaves the list; the row beneath becomes the current one."""
        at = self.table.currentIndex().row()
        current = self.table.current_row()
        self.model.refresh()
        if self.hand_over.tells_loss or self._left_at is not None:
            self.table.clearSelection()
        elif current is None or current.id in gone:
            self.table.clearSelection()
            self.table.go_to(min(max(at, 0), self.model.rowCount() - 1))

    def show_lost(self, lost: ClaimLost) -> None:
        """A claim was refused: the hand-over says why, in place of its buttons."""
        if lost.customer_id == self.hand_over.customer_id:
            self.hand_over.show_lost(worded(lost.fault))

    # --- the customers on it ----------------------------------------------------------------------

    def _on_act(self, act: CustomerAct) -> None:
        if self.selected():
            self.act_chosen.emit(act)
        else:
            self.focus_list()
            self.failed.emit(
                Refusal(Why.WORDED, text=self.tr("Choose customers of the list first."))
            )

    def _on_hand_over_act(self, act: CustomerAct) -> None:
        if self.table.go_to_id(self.hand_over.customer_id):
            self.act_chosen.emit(act)

    def focus_list(self) -> None:
        """Go to the table; its first row becomes the current one if there is none."""
        self.table.setFocus()
        self._first_wanted = self.model.waiting
        if not self._first_wanted and not self.table.selected_count():
            self.table.go_to(min(self._left_at or 0, self.model.rowCount() - 1))

    def open_filters(self) -> None:
        self.filters.open_menu()

    def _on_picked(self) -> None:
        row = self.table.chosen_row()
        if row is not None:
            self._left_at = None
        if row is not None and row.id != self.hand_over.customer_id:
            self.hand_over.show_customer(row.id)
        self._show_beside()
        self._show_foot()
        self.picked.emit()

    def _show_foot(self) -> None:
        count = self.table.selected_count()
        formats = self._context.office.formats
        self.footer.show_selection(count, self.selected(), MOST_SELECTED, formats)

    @property
    def brings_panel(self) -> bool:
        """The hand-over."""
        return True

    @property
    def keeps_claimed(self) -> bool:
        """Whoever was claimed is free no longer."""
        return False

    def choose_nobody(self) -> None:
        """Take the highlight away, and keep the place in the list."""
        self._left_at = max(self.table.currentIndex().row(), 0)
        super().choose_nobody()

    # --- the hand-over ----------------------------------------------------------------------------

    def set_panel_open(self, shown: bool) -> None:
        """The customer panel takes the hand-over's place while it is open."""
        self._panel_open = shown
        self._show_beside()

    def _close_hand_over(self) -> None:
        self._wants_hand_over = False
        self._show_beside()
        self.table.setFocus()

    def toggle_panel(self) -> None:
        """Show the hand-over, or not."""
        self._wants_hand_over = not self._wants_hand_over
        self._show_beside()

    def _show_beside(self) -> None:
        chosen = self.table.chosen_row() is not None or self.hand_over.tells_loss
        somebody = bool(self.hand_over.customer_id) and chosen and self.model.rowCount() > 0
        shown = self._wants_hand_over and somebody and not self._panel_open
        self.hand_over.setVisible(shown)
        self.header.set_panel_open(shown or self._panel_open)

    def _key(self, what: str) -> str:
        return f"pool/{self._context.session.actor.uid or 'nobody'}/{what}"

    def restore(self, settings: QSettings) -> None:
        """Take over this person's filters, order and widths."""
        self._query = pool_query.of_text(str(settings.value(self._key("query"), "")))
        sizes = settings.value(self._key("splitter"))
        if sizes is not None:
            self._splitter.restoreState(sizes)
        self.show_filters()
        self._show_sort()

    def keep(self, settings: QSettings) -> None:
        """Write them."""
        settings.setValue(self._key("query"), pool_query.as_text(self._query))
        if not self.hand_over.isHidden():
            settings.setValue(self._key("splitter"), self._splitter.saveState())
