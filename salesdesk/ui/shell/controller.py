"""The shell: opens dialogs, goes places, and gives the commands of the menus to who does them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QTextEdit, QWidget

from salesdesk.domain.changes import Changes
from salesdesk.domain.contact import Method
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Conflict, ContactGone, CustomerGone
from salesdesk.domain.events import new_id
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.services import exporting
from salesdesk.services.lists import customers
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from salesdesk.ui.actions.actions import CustomerAct, CustomerActs, possible
from salesdesk.ui.actions.menu import MOVES, CustomerMenu
from salesdesk.ui.actions.stage_moves import Moves
from salesdesk.ui.actions.undo import History
from salesdesk.ui.commands import Cmd, CommandBar
from salesdesk.ui.customer.panel import CustomerPanel
from salesdesk.ui.customers.screen import CustomersScreen
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.widgets import Action, Scrim
from salesdesk.ui.lists.chosen import Chosen
from salesdesk.ui.lists.clipboard import Copied
from salesdesk.ui.lists.screen import OF_ONE_SCREEN, Screen
from salesdesk.ui.release.monitor import ReleaseNews
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.notices import Notices
from salesdesk.ui.shell.change_poller import Ageing
from salesdesk.ui.shell.dialogs import Dialogs
from salesdesk.ui.shell.messages import Messages
from salesdesk.ui.texts import name_of

_ACTS = {Cmd(act.value): act for act in CustomerAct}
_EVERY_PLACE: dict[Cmd, Callable[[Screen], None]] = {
    Cmd.SEARCH: lambda place: place.focus_search(),
    Cmd.FILTER: lambda place: place.open_filters(),
    Cmd.CLEAR_FILTERS: lambda place: place.clear_filters(),
    Cmd.NEXT_CUSTOMER: lambda place: place.step(1),
    Cmd.PREVIOUS_CUSTOMER: lambda place: place.step(-1),
    Cmd.GO_LIST: lambda place: place.focus_list(),
}


def _let_go(session: Session, copied: Copied, event_id: str, table: str) -> Copied:
    """Ask whether so many rows may be copied; on a worker thread."""
    exporting.copied(session, event_id, copied.number, table)
    return copied


class WindowController(QObject):
    """What the window does; `MainWindow` is only how it is put together.

    Attributes:
        chosen: whom a command is for.
        acts: what can be done to customers.
        moves: moving them on the pipeline.
        history: what can be undone.
        news: what release runs tell.

    Signals:
        customers_wanted(): the customers screen shall be shown.
    """

    customers_wanted = Signal()

    def __init__(
        self,
        context: Context,
        window: QMainWindow,
        bar: CommandBar,
        screen: CustomersScreen,
        panel: CustomerPanel,
        notices: Notices,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._bar = bar
        self._screen = screen
        self._panel = panel
        self._notices = notices
        self._scrim = Scrim(window)
        self.chosen = Chosen(screen, self)
        self._opening_places: set[Screen] = set()
        self._last = ""
        self._menu_at: QPoint | None = None
        self._menu = CustomerMenu(context, bar, window)
        self.history = History(context, self, self)
        self.moves = Moves(context, self, self.history, self)
        self.acts = CustomerActs(context, self, self.history, self)
        self._opening = Dialogs(context, self, self.acts, self._known, window)
        self._messages = Messages(context, self, self.acts, window, panel.head.whatsapp)
        self.news = ReleaseNews(context, self, notices, self)
        self._commands = self._own_commands()
        self._ageing = Ageing(context.connection, self.refresh, self)
        self._connect()

    def _connect(self) -> None:
        screen, panel = self._screen, self._panel
        self._bar.chosen.connect(self.give)
        self.history.changed.connect(self._show_undoable)
        self._show_undoable()
        self._show_possible()
        self.chosen.changed.connect(self._on_chosen)
        self._context.feed.changed.connect(self._on_changes)
        self._menu.chosen.connect(self.acts.do)
        self._menu.moved.connect(self._move)
        self._menu.copy_requested.connect(self.copy)
        screen.header.new_requested.connect(self.new_customer)
        screen.import_requested.connect(self._opening.import_customers)
        screen.header.export_requested.connect(self.export)
        panel.failed.connect(self._notices.tell)
        panel.gone.connect(self._on_gone)
        panel.row_read.connect(self.chosen.freshen)
        panel.contact_edited.connect(self.edit_contact)
        panel.contact_deleted.connect(self._delete_contact)
        panel.head.act_chosen.connect(self._on_panel_act)
        self._messages.writing.connect(panel.head.show_writing)
        panel.head.moved.connect(self._on_panel_moved)
        panel.head.more_requested.connect(self._open_panel_menu)
        panel.head.stepped.connect(self._step)
        panel.head.closed.connect(self.close_panel)
        self._notices.offer_outbox(
            Action(self.tr("Show outbox"), self._opening.show_outbox, "show_outbox")
        )

    def adopt(self, place: Screen, *, opens_panel: bool) -> None:
        """Take a screen in, once; `opens_panel`: choosing a customer there opens the panel."""
        if opens_panel:
            self._opening_places.add(place)
        self.chosen.adopt(place)
        place.opened.connect(self._on_opened)
        place.act_chosen.connect(self._on_act)
        place.menu_requested.connect(self.open_menu)
        place.failed.connect(self._notices.tell)
        place.told.connect(self.toast)
        place.copied.connect(self._put_on_clipboard)
        place.set_panel_open(not self._panel.isHidden())
        self._offer_own_commands()
        self._show_possible()

    def _offer_own_commands(self) -> None:
        """Only the commands of the screen that is shown can be given."""
        own = self.place.commands()
        for command in OF_ONE_SCREEN:
            self._bar.enable(command, command in own)

    def enter(self, place: Screen) -> None:
        """This screen is shown from now on; commands are for its customers."""
        if place is self.place:
            return
        current = place.current()
        self._last = current.id if current is not None else place.chosen_id()
        if place.brings_panel or not self._last:
            # Who was in it is chosen on the former screen alone.
            self._panel.hide()
            self._panel.clear()
        self.chosen.enter(place)
        self._offer_own_commands()
        place.set_panel_open(not self._panel.isHidden())

    @property
    def place(self) -> Screen:
        """The screen that is shown."""
        return self.chosen.place

    @property
    def is_importing(self) -> bool:
        """Whether the import wizard is open."""
        return self._opening.is_importing

    def _own_commands(self) -> dict[Cmd, Callable[[], object]]:
        return {
            Cmd.NEW_CUSTOMER: self.new_customer,
            Cmd.UNDO: self.history.undo,
            Cmd.REDO: self.history.redo,
            Cmd.COPY: self.copy,
            Cmd.EXPORT: self.export,
            Cmd.IMPORT: self._opening.import_customers,
            Cmd.BACKUP: self._opening.back_up,
            Cmd.ERASE: self._erase,
            Cmd.REFRESH: self.refresh,
            Cmd.PANEL: self.toggle_panel,
            Cmd.GO_PANEL: self._panel.focus_history,
            Cmd.RUN_RELEASE: self._run_release,
            Cmd.HELD_RELEASE: self.show_held_release,
            Cmd.TRY_SERVER: self._context.connection.try_now,
            Cmd.OUTBOX: self._opening.show_outbox,
            Cmd.TEMPLATES: self._messages.manage,
            Cmd.SHORTCUTS: self._opening.show_shortcuts,
            Cmd.ABOUT: self._opening.show_about,
        }

    # --- commands ---------------------------------------------------------------------------------

    def give(self, command: Cmd) -> None:
        """Carry out a command of the menus; those of the frame are the window's own."""
        if command in _ACTS:
            self._on_act(_ACTS[command])
        elif command in MOVES:
            self._move(MOVES[command], self.chosen.rows)
        elif command in self._commands:
            self._commands[command]()
        elif command in _EVERY_PLACE:
            _EVERY_PLACE[command](self.place)
        elif command in self.place.commands():
            self.place.commands()[command]()

    def _on_act(self, act: CustomerAct) -> None:
        self.acts.do(act, self.chosen.rows)

    def _on_panel_act(self, act: CustomerAct) -> None:
        if self._panel.row is not None:
            self.acts.do(act, [self._panel.row])

    def _on_panel_moved(self, to: SalesStatus) -> None:
        if self._panel.row is not None:
            self._move(to, [self._panel.row])

    def _move(self, to: SalesStatus, rows: Sequence[CustomerRow]) -> None:
        refused = self.place.why_not_moved(to)
        if refused is not None:
            self.tell(refused)
        elif self._context.session.actor.may(Permission.CUSTOMERS_EDIT):
            self.moves.move(rows, to)

    def _show_undoable(self) -> None:
        """Let the menu name the act that would be undone, or done again."""
        for command, word, text in (
            (Cmd.UNDO, self.tr("&Undo"), self.history.undo_text),
            (Cmd.REDO, self.tr("Red&o"), self.history.redo_text),
        ):
            # An ampersand in a name would be taken for the mark of a letter.
            self._bar.action(command).setText(f"{word} {text.replace('&', '&&')}".strip())
            self._bar.enable(command, bool(text))

    def _show_possible(self) -> None:
        """Let those commands be given that apply to somebody just now."""
        rows, actor = self.chosen.rows, self._context.session.actor
        for command, act in _ACTS.items():
            self._bar.enable(command, possible(act, rows, actor))
        for command in MOVES:
            movable = bool(rows) and actor.may(Permission.CUSTOMERS_EDIT)
            self._bar.enable(command, movable)
        self._bar.enable(Cmd.NEW_CUSTOMER, actor.may(Permission.CUSTOMERS_CREATE))
        self._bar.enable(Cmd.IMPORT, self._opening.may_import())
        self._bar.enable(Cmd.TEMPLATES, self._messages.may_manage())
        self._bar.enable(Cmd.EXPORT, self._opening.may_export(self.place))
        self._bar.enable(Cmd.ERASE, self._opening.may_erase() and len(rows) == 1)
        self._bar.enable(Cmd.BACKUP, self._opening.may_back_up())
        self._bar.enable(Cmd.OUTBOX, self._context.kept is not None)

    def _erase(self) -> None:
        rows = self.chosen.rows
        if len(rows) == 1:
            self._opening.erase_customer(rows[0].id)

    def open_menu(self, at: QPoint) -> None:
        """Open the menu of what can be done to the selection."""
        if self.chosen.rows or not self.chosen.customer_id:
            self._menu.open_for(self.chosen.rows, at)
        else:
            # As soon as it is known what can be done to the customer.
            self._menu_at = at

    def _open_panel_menu(self, at: QPoint) -> None:
        if self._panel.row is not None:
            self._menu.open_for([self._panel.row], at)

    # --- the list and the panel -------------------------------------------------------------------

    def _on_chosen(self) -> None:
        """The panel follows where it is open; some screens open it for whoever is chosen anew."""
        customer_id = self.chosen.customer_id
        fresh = bool(customer_id) and customer_id != self._last
        if fresh:
            self._last, self._menu_at = customer_id, None
        opens = self.place in self._opening_places and len(self.place.selected()) == 1
        if self._panel.isHidden() and fresh and opens and self.place.isVisible():
            self._open_panel()
        elif not self._panel.isHidden():
            if customer_id or self.place.lists_customers:
                self._follow()
            else:
                self._panel.hide()
                self._panel.clear()
                self.place.set_panel_open(False)
        self._read_chosen()
        self._show_possible()

    def _read_chosen(self, *, again: bool = False) -> None:
        """Read who is chosen where the list tells no more than the id and no panel reads more."""
        customer_id = self.chosen.customer_id
        unread = self.chosen.current is None or again
        if customer_id and unread and self._panel.isHidden() and not self.place.selected():
            work = partial(customers.rows, self._context.session, (customer_id,))
            self._context.tasks.query(("chosen", id(self)), work, self._on_chosen_read, self.tell)

    def _on_chosen_read(self, rows: tuple[CustomerRow, ...]) -> None:
        for row in rows:
            self.chosen.freshen(row)
        at, self._menu_at = self._menu_at, None
        if at is not None and self.chosen.rows:
            self._menu.open_for(self.chosen.rows, at)

    def _on_changes(self, changes: Changes) -> None:
        if self.chosen.customer_id in changes.customer_ids:
            self._read_chosen(again=True)

    def _follow(self) -> None:
        """Show whoever is chosen, or that nobody is."""
        customer_id, row = self.chosen.customer_id, self.chosen.current
        if customer_id == self._panel.customer_id:
            return
        if row is not None:
            self._panel.show_row(row)
        elif customer_id:
            self._panel.show_customer(customer_id)
        else:
            self._panel.clear()

    def _open_panel(self) -> None:
        self._panel.show()
        self.place.set_panel_open(True)
        self._follow()

    def _on_opened(self, row: CustomerRow) -> None:
        self.open_customer(row.id)
        self._panel.head.focus_first()

    def close_panel(self) -> None:
        """Close the panel; the list gets the focus and its place."""
        self._panel.hide()
        self._panel.clear()
        self.place.set_panel_open(False)
        self.place.view.setFocus()
        self.chosen.let_go()

    def toggle_panel(self) -> None:
        """Close the panel, or open it on the current customer; or the screen's own one."""
        if not self._panel.isHidden():
            self.close_panel()
            return
        if self.place.brings_panel:
            self.place.toggle_panel()
        elif self.chosen.customer_id:
            self._open_panel()

    def _on_gone(self, customer_id: str) -> None:
        self.refuse(self.tr("This customer is gone: another application deleted it."))
        if self._panel.customer_id == customer_id:
            self.close_panel()
        self.place.refresh()

    def refresh(self) -> None:
        """Read everything in sight again."""
        self._context.office.refresh()
        self.place.refresh()
        self._panel.refresh()
        self.news.refresh()

    def copy(self) -> None:
        """Copy what is selected where the focus is."""
        focus = self._window.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit):
            focus.copy()
        elif focus is self._panel.history:
            self._panel.copy_line()
        elif text := self.place.as_text():
            said = self.tr("{number} copied with headers.")
            self._put_on_clipboard(Copied(text, len(self.place.selected()), said))

    def _put_on_clipboard(self, copied: Copied) -> None:
        """Copy rows once the service has let them go: many of them are an export."""
        table = self.place.objectName()
        work = partial(_let_go, self._context.session, copied, new_id(), table)
        self._context.tasks.command(work, self._on_let_go, self.not_done)

    def _on_let_go(self, copied: Copied) -> None:
        self._context.copy(copied.text)
        number = self._context.office.formats.number(copied.number)
        self.toast(fill(copied.said, number=number))

    def export(self) -> None:
        """Write the table that is shown into a file."""
        self._opening.export(self.place)

    def _step(self, by: int) -> None:
        self.place.step(by)

    def _run_release(self) -> None:
        self._context.releases.run(Cause.COMMAND)

    # --- the shell --------------------------------------------------------------------------------

    @property
    def window(self) -> QWidget:
        """The parent of dialogs."""
        return self._window

    def toast(self, text: str, action: Action | None = None) -> None:
        """Say quietly what was done."""
        self._notices.toast(text, action)

    def refuse(self, text: str, action: Action | None = None) -> None:
        """Say why something was not done, and offer what helps."""
        self._notices.refuse(text, action)

    def mention(self, text: str, action: Action | None = None) -> None:
        """Say something that nobody waits for, after what is said just now."""
        self._notices.news(text, action)

    def withdraw(self, text: str) -> None:
        """Take back what was mentioned and is no longer true, be it shown or waiting."""
        self._notices.withdraw(text)

    def tell(self, fault: Exception) -> None:
        """Tell a fault at the place for its kind; what it shows to be old is read again."""
        self._notices.tell(fault)
        self._read_what_is_old(fault)

    def not_done(self, fault: Exception) -> None:
        """Tell why something that was just asked for was not done; an outage is said each time."""
        self._notices.not_done(fault)
        self._read_what_is_old(fault)

    def _read_what_is_old(self, fault: Exception) -> None:
        if isinstance(fault, Conflict | CustomerGone | ContactGone):
            self.place.refresh()
            self._panel.refresh()

    def open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog over the veil."""
        self._scrim.lay()
        dialog.finished.connect(self._scrim.lift)
        dialog.open()

    def open_customer(self, customer_id: str) -> None:
        """Show a customer in the panel, whatever list is open."""
        self.chosen.open(customer_id)
        self._open_panel()

    def open_claimed(self, customer_id: str) -> None:
        """Show a customer who was just claimed, whom the list may be about to lose."""
        self.chosen.open(customer_id, apart=not self.place.keeps_claimed)
        self._open_panel()

    def show_customers(self, ids: Sequence[str], title: str) -> None:
        """Show the list of these customers."""
        self._screen.show_listed(ids, title)
        self.customers_wanted.emit()

    def log_contact(
        self,
        customer_id: str,
        method: Method | None = None,
        then: Callable[[], None] | None = None,
        *,
        notes: str = "",
    ) -> None:
        """Open the contact form."""
        self._opening.log_contact(customer_id, method, then, notes=notes)

    def write_message(self, row: CustomerRow) -> None:
        """Write to a customer by WhatsApp."""
        self._messages.write(row)

    def edit_contact(self, contact_id: str) -> None:
        """Open the contact form on a stored contact of the customer in the panel."""
        if self._panel.row is not None:
            self._opening.edit_contact(self._panel.row, contact_id)

    def _delete_contact(self, contact_id: str) -> None:
        if self._panel.row is not None:
            self.acts.ask_delete(contact_id, name_of(self._panel.row))

    def new_customer(self) -> None:
        """Open the form for a new customer, for whoever may make one."""
        if self._context.session.actor.may(Permission.CUSTOMERS_CREATE):
            self._opening.new_customer()

    def edit_customer(self, customer_id: str) -> None:
        """Open the form on a customer."""
        self._opening.edit_customer(customer_id)

    def claim(self, customer_id: str) -> None:
        """Claim an available customer and say how it went."""
        row = self._known(customer_id)
        self.acts.claim(customer_id, name_of(row) if row else self.tr("The customer"))

    def show_held_release(self) -> None:
        """Show the release run that waits for a lead's confirmation."""
        self.news.show_held()

    def _known(self, customer_id: str) -> CustomerRow | None:
        if self._panel.row is not None and self._panel.customer_id == customer_id:
            return self._panel.row
        return self.place.known(customer_id)
