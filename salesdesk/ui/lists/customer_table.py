"""The customers table: selection and place kept by id, rows in sight told to the model, copying."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.column_fit import MEASURED, Wish, fitted, needed
from salesdesk.ui.kit.widgets import Pane, RowTable, State, StateStack, TableHeader
from salesdesk.ui.lists.clipboard import Heads, text_of
from salesdesk.ui.lists.customer_rows import (
    RANKS,
    TIGHT,
    WIDTHS,
    Column,
    CustomersModel,
    column_of,
)

#: So many customers can be selected for one act; more at once is a slip, not a wish.
MOST_SELECTED = 500

#: A column asks for so much at most, unscaled.
_WIDEST = 280

#: Margin, gap and sort arrow beside a header's word.
_ARROW_ROOM = 8 + 5 + 14 + 3

#: The first byte of a columns' state that tells whether its widths are a person's own.
_MARKED = 0

#: Of the room that is left over, the name and the company get so many parts, the others one.
_NAME_SHARE = 3

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class CustomersTable(RowTable):
    """A RowTable over the customers model.

    Args:
        widths: what the columns keep where there is little room, unscaled; the first one, the
            name, stays while the others scroll.
        ranks: which columns give first where there is too little room (0 before 1); those
            without a rank give last, and the name after all others.
        tight, sight: to what less columns are cut where this one is then seen whole.

    As long as nobody has drawn a column wider or narrower, the widths follow what is in sight.

    Signals:
        picked(): others are selected, another of them is the current one, or they were read anew.
        menu_requested(QPoint): a context menu shall open at this place of the screen.
        columns_chosen(): somebody showed or hid a column.
    """

    picked = Signal()
    menu_requested = Signal(QPoint)
    columns_chosen = Signal()

    def __init__(
        self,
        model: CustomersModel,
        parent: QWidget | None = None,
        *,
        name: str = "customers_table",
        widths: Sequence[int] = WIDTHS,
        ranks: Mapping[int, int] = RANKS,
        tight: Mapping[int, int] = TIGHT,
        viewer: int = Column.DAYS_LEFT,
    ) -> None:
        super().__init__(name=name, accessible="", parent=parent)
        self.setAccessibleName(self.tr("Customers"))
        self.customers = model
        self._current_id = ""
        self._top: tuple[str, int] = ("", 0)
        self._scale = theme.scale()
        self._widened: tuple[int, int, int] | None = None
        self._least, self._ranks = tuple(widths), ranks
        self._tight, self._sight = tight, viewer
        self._own_widths = self._fitting = False
        self._everything = False
        self._choosing = False
        self._renewing = QTimer(self)
        self._renewing.setSingleShot(True)
        self._renewing.setInterval(0)
        self._renewing.timeout.connect(self._tell_renewed)
        self.setModel(model)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, theme.px(width))
        self.head.sectionResized.connect(self._on_resized)
        self.pin_first_column()
        # The header reaches over the scroll bar to the edge of the screen.
        self._corner = Pane("raised", "bottom")
        self.addScrollBarWidget(self._corner, Qt.AlignmentFlag.AlignTop)
        self._corner.setFixedHeight(theme.px(32))
        self.head.setSortIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        model.layoutAboutToBeChanged.connect(self._remember_top)
        model.layoutChanged.connect(self._restore_top)
        model.layoutChanged.connect(self._on_renewed)
        model.dataChanged.connect(self._on_renewed)
        model.modelReset.connect(self._on_reset)
        model.rowsInserted.connect(self._on_inserted)
        model.modelReset.connect(self.fit)
        self.verticalScrollBar().valueChanged.connect(self._tell_sight)
        self.all_requested.connect(self.select_loaded)

    # --- what is selected -------------------------------------------------------------------------

    def current_row(self) -> CustomerRow | None:
        """The customer of the row with the ring, be it selected or not."""
        return self.customers.row(self.currentIndex().row())

    def chosen_row(self) -> CustomerRow | None:
        """Of the selected customers the current one, else the first; None: nobody is selected."""
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isSelected(current):
            return self.customers.row(current.row())
        spans = self._spans()
        return self.customers.row(min(span.top() for span in spans)) if spans else None

    def choose_current(self) -> CustomerRow | None:
        """Select the row with the ring too, where it is not: it is about to be opened."""
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().isSelected(current):
            self.go_to(current.row())
        return self.current_row()

    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(span.height() for span in self._spans())

    def selected_rows(self) -> list[CustomerRow]:
        """The selected customers, in the order of the table; none beyond the most at once."""
        if self.selected_count() > MOST_SELECTED:
            return []
        at = sorted(row for span in self._spans() for row in range(span.top(), span.bottom() + 1))
        return [row for row in map(self.customers.row, at) if row is not None]

    def select_loaded(self) -> None:
        """Select every row that has been read, up to the most at once."""
        self._select_first(min(self.customers.rowCount(), MOST_SELECTED))

    def choose_everything(self) -> None:
        """Show every row as chosen, also those that are read from now on.

        Until somebody chooses otherwise, `everything` holds.
        """
        if self.customers.rowCount():
            self._everything = self._choosing = True
            self._select_first(self.customers.rowCount())
            self._choosing = False
            # Whom it stands for may be others, though the rows in the table are the same.
            self.picked.emit()

    def choose_nothing(self) -> None:
        """Let go of all rows at once, visibly: the ring goes too, which looks like a choice."""
        self._everything = False
        self._current_id = ""
        self.clearSelection()
        no_row = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(QModelIndex(), no_row)

    def _select_first(self, number: int) -> None:
        if number:
            whole = QItemSelection(self.customers.index(0, 0), self.customers.index(number - 1, 0))
            self.selectionModel().select(whole, _CHOOSE)

    @property
    def everything(self) -> bool:
        """Whether all are chosen, read or not."""
        return self._everything

    def _on_inserted(self) -> None:
        if self._everything:
            self.choose_everything()
        self._tell_sight()

    def in_sight(self) -> list[CustomerRow]:
        """The customers that can be seen just now."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        end = last + 1 if last >= 0 else self.customers.rowCount()
        rows = (self.customers.row(at) for at in range(first, end))
        return [row for row in rows if row is not None]

    def go_to(self, row: int) -> None:
        """Make a row the current and only selected one."""
        if 0 <= row < self.customers.rowCount():
            self.selectionModel().setCurrentIndex(self.customers.index(row, Column.NAME), _CHOOSE)
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def go_to_id(self, customer_id: str) -> bool:
        """Make a customer the current one, if it is among the rows that are kept."""
        row = self.customers.row_of(customer_id)
        if row is None:
            return False
        self.go_to(row)
        return True

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) customer of the list."""
        here = self.customers.row_of(self._current_id)
        row = here if here is not None else self.currentIndex().row()
        self.go_to(min(max(row + by, 0), self.customers.rowCount() - 1))

    def _spans(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        return [chosen.at(place) for place in range(chosen.count())]

    # --- copying ----------------------------------------------------------------------------------

    def as_text(self) -> str:
        """The selected rows with headers, separated by tabs, in the columns' present order."""
        places = (self.customers.row_of(row.id) for row in self.selected_rows())
        lines = (self.customers.line(at) for at in places if at is not None)
        return text_of(self.heads(), (line.texts for line in lines if line is not None))

    def heads(self) -> Heads:
        """The columns that are shown, in their present order."""
        logical = map(self.head.logicalIndex, range(self.head.count()))
        columns = tuple(column for column in logical if not self.isColumnHidden(column))
        titles = (self.customers.headerData(c, Qt.Orientation.Horizontal) for c in columns)
        return Heads(columns, tuple(str(title or "") for title in titles))

    # --- columns ----------------------------------------------------------------------------------

    def fill_columns_menu(self, menu: QMenu) -> None:
        """Fill a menu with the columns that can be shown or hidden; the name always stays."""
        menu.clear()
        for section in range(1, self.customers.columnCount()):
            column = column_of(section)
            if section == len(Column):
                menu.addSeparator()
            title = str(self.customers.headerData(column, Qt.Orientation.Horizontal))
            action = menu.addAction(title)
            action.setObjectName(f"customers_column_{column.name.lower()}")
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.setData(int(column))
            action.triggered.connect(self._on_column)
        menu.addSeparator()
        fit = menu.addAction(self.tr("Widths by content"))
        fit.setObjectName("customers_fit_columns")
        fit.setEnabled(self._own_widths)
        fit.triggered.connect(self.fit_again)

    def _on_column(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            column = int(action.data())
            self._fitting = True
            self.setColumnHidden(column, not self.isColumnHidden(column))
            self._fitting = False
            self.fit()
            self.columns_chosen.emit()

    def hide_extras(self) -> None:
        """Hide the further columns, which stand in no list until somebody chooses them."""
        for column in range(len(Column), self.customers.columnCount()):
            self.setColumnHidden(column, True)

    @property
    def shows_extras(self) -> bool:
        """Whether a further column is shown, which costs readings of its own."""
        extras = range(len(Column), self.customers.columnCount())
        return not all(self.isColumnHidden(column) for column in extras)

    def columns_state(self) -> bytes:
        """Order, width and visibility of the columns.

        First whose widths they are and of how many columns, in one byte, and at what scale.
        """
        head = bytes([_MARKED, self._own_widths | self.head.count() << 1, self._scale])
        return head + bytes(self.head.saveState().data())

    def restore_columns(self, state: bytes) -> None:
        """Take over what `columns_state` told; what cannot be read changes nothing.

        A state of an earlier version has no mark: its widths are not known to be anybody's own,
        and it knows nothing of the further columns.
        """
        own, columns, scale, rest = False, 0, state[:1], state[1:]
        if state[:1] == bytes([_MARKED]):
            first, scale, rest = state[1:2], state[2:3], state[3:]
            own, columns = bool(sum(first) & 1), sum(first) >> 1
        if not rest:
            return
        self._fitting = True
        if self.head.restoreState(QByteArray(rest)):
            self.rows.first_column = self.head.logicalIndex(0)
            self._own_widths = own
            self._scale = scale[0] or 100
            self._scale_columns()
            if columns < self.customers.columnCount():
                self.hide_extras()
        self._fitting = False
        self.fit()

    def fit(self) -> None:
        """Give the columns the widths that suit what is in sight, unless somebody drew them."""
        if self._own_widths or self._fitting or not self.customers.rowCount():
            return
        shown = [c for c in range(self.head.count()) if not self.isColumnHidden(c)]
        wishes = [self._wish(column) for column in shown]
        widths = dict(zip(shown, fitted(self.viewport().width(), wishes), strict=True))
        self._bring_into_sight(widths)
        self._fitting = True
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._fitting = False
        if self._pinned is not None:
            self._pinned.follow()

    def _bring_into_sight(self, widths: dict[int, int]) -> None:
        """Cut company and owner further where the days left are then seen without scrolling."""
        if self._sight not in widths:
            return
        end, place = self.viewport().width(), self.head.visualIndex
        before = [column for column in widths if place(column) <= place(self._sight)]
        tight = {column: theme.px(width) for column, width in self._tight.items()}
        least = (tight.get(column, widths[column]) for column in before)
        found = fitted(end, [Wish(widths[c], kept) for c, kept in zip(before, least, strict=True)])
        if sum(widths[column] for column in before) > end >= sum(found):
            widths.update(zip(before, found, strict=True))

    def fit_again(self) -> None:
        """Let go of widths that somebody drew."""
        self._own_widths = False
        self._widened = None
        self.fit()

    def _wish(self, column: int) -> Wish:
        title = str(self.customers.headerData(column, Qt.Orientation.Horizontal) or "")
        beside = theme.px(self.rows.first_margin if column == self.rows.first_column else 8)
        first = max(self.rowAt(0), 0)
        rows = range(first, min(first + MEASURED, self.customers.rowCount()))
        cells = (line.cells[column] for line in map(self.customers.line, rows) if line is not None)
        head = painting.width(title, Face.MEDIUM) + theme.px(_ARROW_ROOM)
        wanted = min(max(head, needed("", cells, beside)), theme.px(_WIDEST))
        least = theme.px(self._least[column])
        share = _NAME_SHARE if column <= Column.COMPANY else 1
        unranked = len(self._ranks)
        if column == Column.NAME:
            return Wish(max(wanted, least), least, unranked + 1, share)
        # What has no rank is never cut: it gives nothing.
        ranked = column in self._ranks
        kept = min(least, wanted) if ranked else wanted
        return Wish(wanted, kept, self._ranks.get(column, unranked), share)

    def _on_resized(self) -> None:
        """Somebody drew a column wider or narrower: from now on the widths are theirs."""
        if self.head.drawing and not self._fitting:
            self._own_widths = True

    # --- following the model ----------------------------------------------------------------------

    def _on_current(self, current: QModelIndex) -> None:
        """The ring went to another row.

        A click tells of it before the row is selected, and a list that gets the focus has a
        current row without a selected one: then the choice is the former one still.
        """
        if current.isValid() and self.selectionModel().isSelected(current):
            self._note_chosen()
            self.picked.emit()

    def _note_chosen(self) -> None:
        row = self.chosen_row()
        self._current_id = row.id if row is not None else ""

    def _on_selection(self) -> None:
        if self._choosing:
            return
        self._everything = False
        if self.selected_count() <= MOST_SELECTED:
            self.customers.hold([(span.top(), span.bottom()) for span in self._spans()])
        self._note_chosen()
        self.picked.emit()

    def _on_renewed(self, *_: object) -> None:
        """Rows were read anew: told once for all that come in one turn of the event loop."""
        if self._current_id or self.selectionModel().hasSelection():
            self._renewing.start()

    def _tell_renewed(self) -> None:
        """Whoever is chosen may be another's by now, or have left the list, which Qt tells nobody.

        Where nobody was chosen, whoever was opened beside the list stays so.
        """
        if self._current_id or self.selectionModel().hasSelection():
            self._note_chosen()
            self.picked.emit()

    def _on_reset(self) -> None:
        if self._everything:
            # The same customers in another order.
            self.scrollToTop()
            self.choose_everything()
            self._tell_sight()
            return
        row = self.customers.row_of(self._current_id)
        if row is not None:
            self.go_to(row)
        else:
            self.scrollToTop()
            self._ring_first()
        self.picked.emit()
        self._tell_sight()

    def _ring_first(self) -> None:
        """Where the keyboard is here, the ring shows it; nobody is chosen by that."""
        if self.rings() and not self.currentIndex().isValid() and self.customers.rowCount():
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.customers.index(0, Column.NAME), keep)

    def _remember_top(self) -> None:
        row = self.rowAt(0)
        line = self.customers.line(row)
        self._top = (line.id if line is not None else "", self.rowViewportPosition(max(row, 0)))

    def _restore_top(self) -> None:
        identity, offset = self._top
        row = self.customers.row_of(identity) if identity else None
        if row is not None and self.verticalScrollBar().value() > 0:
            moved = self.rowViewportPosition(row) - offset
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _tell_sight(self) -> None:
        if self.customers.rowCount() == 0:
            return
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        self.customers.see(first, last if last >= 0 else self.customers.rowCount() - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_corner"):
            self.fit()
            self._tell_sight()

    def measure(self) -> None:
        super().measure()
        self._corner.setFixedHeight(theme.px(32))
        self._scale_columns()

    def _scale_columns(self) -> None:
        """Let the columns grow and shrink with the text."""
        before, self._scale = self._scale, theme.scale()
        if before == self._scale:
            return
        fitting, self._fitting = self._fitting, True
        for column in range(self.head.count()):
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, round(self.columnWidth(column) * self._scale / before))
        self._fitting = fitting
        self.fit()

    def show_sorted(self, column: int, order: Qt.SortOrder) -> None:
        """Show the sort arrow; a column too narrow for it is widened while it is sorted by."""
        self.head.setSortIndicator(int(column), order)
        if not self._own_widths:
            # Every head has room for its arrow.
            self.fit()
            return
        if self._widened is not None and self._widened[0] != column:
            before, narrow, wide = self._widened
            if self.columnWidth(before) == wide:
                self.setColumnWidth(before, narrow)
            self._widened = None
        title = str(self.customers.headerData(column, Qt.Orientation.Horizontal) or "")
        needed = painting.width(title, Face.MEDIUM) + theme.px(_ARROW_ROOM)
        narrow = self.columnWidth(column)
        if self.head.isSortIndicatorShown() and narrow < needed:
            self.setColumnWidth(column, needed)
            self._widened = (column, narrow, needed)

    def _on_menu(self, at: QPoint) -> None:
        row = self.rowAt(at.y())
        if row < 0:
            row = self.currentIndex().row()
            at = QPoint(theme.px(24), self.rowViewportPosition(max(row, 0)) + theme.px(24))
        if row >= 0:
            self.menu_requested.emit(self.viewport().mapToGlobal(at))


def headed_loading(states: StateStack, model: CustomersModel) -> TableHeader:
    """The placeholder rows stand under the table's own header, so that nothing jumps."""
    head = TableHeader()
    head.setModel(model)
    head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(head)
    column.addStretch(1)
    page = states.widget(State.LOADING.value)
    if page is not None:
        page.setLayout(column)
    return head
