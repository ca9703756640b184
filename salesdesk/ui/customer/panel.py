"""The customer panel: one customer beside the list, which it never covers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import CustomerGone
from salesdesk.domain.queries import CustomerDetails, CustomerRow, TimelineKind
from salesdesk.services.lists import customers
from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.customer.header import PanelHead
from salesdesk.ui.customer.timeline import HistoryLine, HistoryModel, HistorySource, TextContext
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import EmptyState, Pane, StateStack, TabBar, TimelineView
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import unread

WIDTH, NARROWEST, WIDEST = 375, 319, 559

#: Of the window so much is left to navigation and list: days left stand in sight beside the panel.
_LEFT_TO_LIST = 960


@dataclass(frozen=True, slots=True)
class _Tab:
    """What a tab shows."""

    key: str
    kinds: frozenset[TimelineKind] = frozenset()
    spells: bool = False


_TABS = (
    _Tab("timeline"),
    _Tab("contacts", frozenset({TimelineKind.CONTACT})),
    _Tab("ownership", spells=True),
    _Tab("orders", frozenset({TimelineKind.ORDER})),
)


class _History(TimelineView):
    """The lines of the tab in front; contacts can be changed by keyboard.

    Signals:
        edit_requested(), delete_requested(): the current contact shall be changed, or go.
    """

    edit_requested = Signal()
    delete_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)


class CustomerPanel(Pane):
    """Shows one customer, read again whenever it changes.

    Attributes:
        head: name, standing, acts and facts.

    Signals:
        row_read(CustomerRow): the customer as it is in the database now.
        contact_edited(str), contact_deleted(str): a contact shall be changed, or go.
        failed(Exception): something could not be read.
        gone(str): the customer is not there any more.
    """

    row_read = Signal(object)
    contact_edited = Signal(str)
    contact_deleted = Signal(str)
    failed = Signal(object)
    gone = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", name="panel", parent=parent)
        self._context = context
        self._id = ""
        self._row: CustomerRow | None = None
        self._counts: dict[str, str] = {}
        self.head = PanelHead(context.session.actor, self)
        self.tabs = TabBar(
            name="panel_tabs", accessible=self.tr("What to see of the customer"), parent=self
        )
        for key, text in (
            ("timeline", self.tr("Timeline")),
            ("contacts", self.tr("Contacts")),
            ("ownership", self.tr("Ownership")),
            ("orders", self.tr("Orders")),
        ):
            self.tabs.add_tab(key, text)
        self.tabs.chosen.connect(self._ask_history)
        self.model = HistoryModel(context.tasks, self)
        self.history = _History(name="panel_history", accessible=self.tr("History"))
        self.history.setModel(self.model)
        self.history.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._empty = EmptyState("history", "", "", name="panel_empty")
        self.states = StateStack(self.history, self._empty, name="panel_states", parent=self)
        self._menu = QMenu(self)
        self._menu.setObjectName("panel_contact_menu")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.tabs)
        column.addWidget(self.states, 1)
        self.measure()
        self._connect()

    def _connect(self) -> None:
        self.model.loaded.connect(self._on_history)
        self.model.failed.connect(self._on_history_failed)
        self.states.retried.connect(self.refresh)
        self.history.customContextMenuRequested.connect(self._open_menu)
        self.history.edit_requested.connect(self._edit_current)
        self.history.delete_requested.connect(self._delete_current)
        self.history.doubleClicked.connect(self._edit_current)
        self._context.feed.changed.connect(self._on_changes)
        self._context.connection.regained.connect(self.refresh)

    # --- showing ----------------------------------------------------------------------------------

    @property
    def customer_id(self) -> str:
        """Who is shown; '' while nobody is."""
        return self._id

    @property
    def row(self) -> CustomerRow | None:
        """The customer as last read."""
        return self._row

    def show_row(self, row: CustomerRow) -> None:
        """Show a customer of the list at once, and read the rest."""
        fresh = row.id != self._id
        self._id = row.id
        self._put(row)
        if fresh:
            self._counts = {}
            self._show_counts()
            self._ask_history()
        self._read()

    def show_customer(self, customer_id: str) -> None:
        """Show a customer by its id alone."""
        if customer_id != self._id:
            self._id, self._row = customer_id, None
            self.model.drop()
            # The head would name the former customer until this one is read.
            self._show_parts(somebody=False)
            self.states.show_loading()
        self._read()

    def refresh(self) -> None:
        """Read the customer again."""
        if self._id:
            self._read()
            if self._row is not None:
                self._ask_history()

    def clear(self) -> None:
        """Show nobody."""
        self._id, self._row = "", None
        self._context.tasks.void(self._key())
        self.model.drop()
        self._show_parts(somebody=False)
        said = self.tr("Choose a customer of the list. {hint} closes this panel.")
        self._empty.set_words(
            self.tr("Nobody is chosen"), fill(said, hint=hint(Cmd.PANEL)), icon="users"
        )
        self.states.show_empty()

    def _show_parts(self, *, somebody: bool) -> None:
        self.head.setVisible(somebody)
        self.tabs.setVisible(somebody)

    def _put(self, row: CustomerRow) -> None:
        self._row = row
        self._show_parts(somebody=True)
        self.head.show_row(row, self._context.office.formats, self._context.office.region)

    def _key(self) -> tuple[object, ...]:
        return ("panel", id(self))

    def _read(self) -> None:
        work = partial(customers.details, self._context.session, self._id)
        self._context.tasks.query(self._key(), work, self._on_details, self._on_failed)

    def _on_details(self, details: CustomerDetails) -> None:
        unknown = self._row is None
        self._put(details.row)
        self.head.show_others(details.row.id, details.others, details.linked)
        number = self._context.office.formats.number
        self._counts = {
            "contacts": number(details.contacts),
            "ownership": number(details.spells),
            "orders": number(details.orders),
        }
        self._show_counts()
        if unknown:
            self._ask_history()
        self.row_read.emit(details.row)

    def _on_failed(self, fault: Exception) -> None:
        if isinstance(fault, CustomerGone):
            self.gone.emit(fault.customer_id)
            return
        if self._row is None:
            self.states.show_error(*self._worded(fault))
        self.failed.emit(fault)

    # --- the history ------------------------------------------------------------------------------

    def _ask_history(self) -> None:
        row, tab = self._row, next(t for t in _TABS if t.key == self.tabs.current())
        if row is None:
            return
        office = self._context.office
        telling = TextContext(office.formats, office.currency, row.now)
        source = HistorySource(self._context.session, row.id, telling, tab.kinds, tab.spells)
        self.model.ask(source)
        if self.model.rowCount() == 0:
            self.states.show_loading()

    def _on_history(self) -> None:
        if self.model.rowCount():
            self.states.show_list()
            return
        self._empty.set_words(*self._nothing(), icon="history")
        self.states.show_empty()

    def _nothing(self) -> tuple[str, str]:
        return {
            "timeline": (
                self.tr("Nothing happened yet"),
                self.tr("Contacts, ownership, moves and orders are listed here."),
            ),
            "contacts": (
                self.tr("No contacts yet"),
                self.tr("Log the first one: a message, a call or a visit."),
            ),
            "ownership": (
                self.tr("Nobody has had this customer"),
                self.tr("Who has it, since when, and why it ended, is listed here."),
            ),
            "orders": (
                self.tr("No orders"),
                self.tr("Orders of the booking application are listed here."),
            ),
        }[self.tabs.current() or "timeline"]

    def _on_history_failed(self, fault: Exception) -> None:
        if self.model.rowCount() == 0:
            self.states.show_error(*self._worded(fault))
        if not isinstance(fault, CustomerGone):
            self.failed.emit(fault)

    def _worded(self, fault: Exception) -> tuple[str, str]:
        title = self.tr("This could not be read")
        later = self.tr("It is read as soon as the server answers again.")
        return unread(fault, title, later, says_why=False)

    def _on_changes(self, changes: Changes) -> None:
        if changes.topics == {Topic.EVENTS}:
            return
        if self._id and (not changes.customer_ids or self._id in changes.customer_ids):
            self.refresh()

    # --- contacts ---------------------------------------------------------------------------------

    def current_line(self) -> HistoryLine | None:
        """The current line of the history."""
        return self.model.line(self.history.currentIndex().row())

    def _open_menu(self, at: QPoint) -> None:
        index = self.history.indexAt(at)
        if index.isValid():
            self.history.setCurrentIndex(index)
        line = self.current_line()
        if line is None:
            return
        self._menu.clear()
        copy = self._menu.addAction(self.tr("Copy"))
        copy.triggered.connect(self.copy_line)
        if line.contact_id is not None:
            self._menu.addSeparator()
            edit = self._menu.addAction(self.tr("Edit contact…\tEnter"))
            delete = self._menu.addAction(self.tr("Delete contact…\tDel"))
            for action, slot in ((edit, self._edit_current), (delete, self._delete_current)):
                action.setEnabled(line.editable)
                action.triggered.connect(slot)
        self._menu.popup(self.history.viewport().mapToGlobal(at))

    def focus_history(self) -> None:
        """Go to the history; its first line becomes the current one if there is none."""
        self.history.setFocus()
        if not self.history.currentIndex().isValid():
            self.history.setCurrentIndex(self.model.index(0))

    def copy_line(self) -> None:
        """Put the current line of the history on the clipboard."""
        line = self.current_line()
        if line is not None:
            self._context.copy(line.spoken)

    def _edit_current(self) -> None:
        line = self.current_line()
        if line is not None and line.contact_id is not None and line.editable:
            self.contact_edited.emit(line.contact_id)

    def _delete_current(self) -> None:
        line = self.current_line()
        if line is not None and line.contact_id is not None and line.editable:
            self.contact_deleted.emit(line.contact_id)

    def _show_counts(self) -> None:
        """Show the tabs' counts; where the panel is too narrow for them, the words alone."""
        for counts in (self._counts, {}):
            for tab in _TABS[1:]:
                self.tabs.set_count(tab.key, counts.get(tab.key, ""))
            needed = sum(self.tabs.tabSizeHint(at).width() for at in range(self.tabs.count()))
            if needed <= self.width():
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_counts()

    # --- sizes ------------------------------------------------------------------------------------

    def measure(self) -> None:
        self.setMinimumWidth(theme.px(NARROWEST))
        self.setMaximumWidth(theme.px(WIDEST))

    def sizeHint(self) -> QSize:
        beside = self.window().width() - theme.px(_LEFT_TO_LIST)
        wide = min(theme.px(WIDTH), max(theme.px(NARROWEST), beside))
        return QSize(wide, theme.px(600))
