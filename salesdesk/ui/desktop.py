"""The shell: opens dialogs, goes places, and gives the commands of the menus to who does them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QTextEdit, QWidget

from salesdesk.domain.contact import Method
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Conflict, ContactGone, CustomerGone
from salesdesk.domain.people import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.services.contacts import Logged
from salesdesk.services.release_report import Cause
from salesdesk.ui.commands import Cmd, CommandBar
from salesdesk.ui.context import Context
from salesdesk.ui.customer_acts import Act, CustomerActs, applicable
from salesdesk.ui.customer_menu import CustomerMenu
from salesdesk.ui.dialogs.about import AboutDialog
from salesdesk.ui.dialogs.contact import ContactDialog
from salesdesk.ui.dialogs.customer import CustomerDialog
from salesdesk.ui.dialogs.outbox import OutboxDialog
from salesdesk.ui.dialogs.shortcuts import ShortcutsDialog
from salesdesk.ui.live import Ageing
from salesdesk.ui.models.customers import name_of
from salesdesk.ui.notices import Notices
from salesdesk.ui.places import Place
from salesdesk.ui.release_news import ReleaseNews
from salesdesk.ui.screens.customers import CustomersScreen
from salesdesk.ui.screens.panel import CustomerPanel
from salesdesk.ui.widgets import Action, Scrim

_MOVES = {
    Cmd.COLD: SalesStatus.COLD,
    Cmd.WARM: SalesStatus.WARM,
    Cmd.HOT: SalesStatus.HOT,
}
_ACTS = {Cmd(act.value): act for act in Act}
_EVERY_PLACE: dict[Cmd, Callable[[Place], None]] = {
    Cmd.SEARCH: lambda place: place.focus_search(),
    Cmd.FILTER: lambda place: place.open_filters(),
    Cmd.CLEAR_FILTERS: lambda place: place.clear_filters(),
    Cmd.NEXT_CUSTOMER: lambda place: place.step(1),
    Cmd.PREVIOUS_CUSTOMER: lambda place: place.step(-1),
    Cmd.GO_LIST: lambda place: place.focus_list(),
}


class Desktop(QObject):
    """What the window does; `MainWindow` is only how it is put together.

    Attributes:
        acts: what can be done to customers.
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
        self._place: Place = screen
        self._of_places: set[Cmd] = set()
        self._menu = CustomerMenu(context, bar, window)
        self.acts = CustomerActs(context, self, self)
        self.news = ReleaseNews(context, self, notices, self)
        self._commands = self._own_commands()
        self._ageing = Ageing(context.connection, self.refresh, self)
        self._connect()

    def _connect(self) -> None:
        screen, panel = self._screen, self._panel
        self._bar.chosen.connect(self.give)
        self._menu.chosen.connect(self._on_act)
        screen.header.new_requested.connect(self.new_customer)
        panel.failed.connect(self._notices.tell)
        panel.gone.connect(self._on_gone)
        panel.row_read.connect(self._show_possible)
        panel.contact_edited.connect(self.edit_contact)
        panel.contact_deleted.connect(self.acts.ask_delete)
        panel.head.act_chosen.connect(self._on_panel_act)
        panel.head.moved.connect(self._on_moved)
        panel.head.more_requested.connect(self._open_panel_menu)
        panel.head.stepped.connect(self._step)
        panel.head.closed.connect(self.close_panel)
        self._notices.offer_outbox(Action(self.tr("Show outbox"), self.show_outbox, "show_outbox"))

    def adopt(self, place: Place, *, opens_panel: bool) -> None:
        """Take a screen in, once; `opens_panel`: choosing a customer there opens the panel."""
        current = self._on_current if opens_panel else self._on_passed
        place.current_changed.connect(current)
        place.opened.connect(self._on_opened)
        place.act_chosen.connect(self._on_act)
        place.menu_requested.connect(self.open_menu)
        place.picked.connect(self._show_possible)
        place.failed.connect(self._notices.tell)
        place.told.connect(self.toast)
        place.set_panel_open(not self._panel.isHidden())
        self._of_places |= set(place.commands())
        self._offer_own_commands()
        self._show_possible()

    def _offer_own_commands(self) -> None:
        """Only the commands of the screen that is shown can be given."""
        own = self._place.commands()
        for command in self._of_places:
            self._bar.enable(command, command in own)

    def enter(self, place: Place) -> None:
        """This screen is shown from now on; commands are for its customers."""
        if place is not self._place:
            self._place = place
            self._offer_own_commands()
            place.set_panel_open(not self._panel.isHidden())
            for row in place.selected()[:1]:
                self._on_passed(row)
            self._show_possible()

    @property
    def place(self) -> Place:
        """The screen that is shown."""
        return self._place

    def _own_commands(self) -> dict[Cmd, Callable[[], object]]:
        return {
            Cmd.NEW_CUSTOMER: self.new_customer,
            Cmd.UNDO: self.acts.undo,
            Cmd.COPY: self.copy,
            Cmd.REFRESH: self.refresh,
            Cmd.PANEL: self.toggle_panel,
            Cmd.GO_PANEL: self._panel.focus_history,
            Cmd.RUN_RELEASE: self._run_release,
            Cmd.HELD_RELEASE: self.show_held_release,
            Cmd.TRY_SERVER: self._context.connection.try_now,
            Cmd.OUTBOX: self.show_outbox,
            Cmd.SHORTCUTS: self._show_shortcuts,
            Cmd.ABOUT: self._show_about,
        }

    # --- commands ---------------------------------------------------------------------------------

    def give(self, command: Cmd) -> None:
        """Carry out a command of the menus; those of the frame are the window's own."""
        if command in _ACTS:
            self._on_act(_ACTS[command])
        elif command in _MOVES:
            self._on_moved(_MOVES[command])
        elif command in self._commands:
            self._commands[command]()
        elif command in _EVERY_PLACE:
            _EVERY_PLACE[command](self._place)
        elif command in self._place.commands():
            self._place.commands()[command]()

    def targets(self) -> list[CustomerRow]:
        """Whom a command is for: the selection, or who is in the panel."""
        selected = self._place.selected()
        if len(selected) > 1 or self._panel.isHidden() or self._panel.row is None:
            return selected
        return [self._panel.row]

    def _on_act(self, act: Act) -> None:
        self.acts.do(act, self.targets())

    def _on_panel_act(self, act: Act) -> None:
        if self._panel.row is not None:
            self.acts.do(act, [self._panel.row])

    def _on_moved(self, to: SalesStatus) -> None:
        rows = self.targets()
        if len(rows) == 1 and self._context.desk.actor.may(Permission.CUSTOMERS_EDIT):
            self.acts.move(rows[0], to)

    def _show_possible(self) -> None:
        """Let those commands be given that apply to somebody just now."""
        rows, actor = self.targets(), self._context.desk.actor
        for command, act in _ACTS.items():
            self._bar.enable(command, bool(applicable(act, rows, actor)))
        for command in _MOVES:
            movable = len(rows) == 1 and actor.may(Permission.CUSTOMERS_EDIT)
            self._bar.enable(command, movable)
        self._bar.enable(Cmd.NEW_CUSTOMER, actor.may(Permission.CUSTOMERS_CREATE))
        self._bar.enable(Cmd.OUTBOX, self._context.kept is not None)

    def open_menu(self, at: QPoint) -> None:
        """Open the menu of what can be done to the selection."""
        self._menu.open_for(self.targets(), at)

    def _open_panel_menu(self, at: QPoint) -> None:
        if self._panel.row is not None:
            self._menu.open_for([self._panel.row], at)

    # --- the list and the panel -------------------------------------------------------------------

    def _on_current(self, row: CustomerRow) -> None:
        if self._panel.isHidden():
            self._panel.show()
        self._panel.show_row(row)
        self._place.set_panel_open(True)
        self._show_possible()

    def _on_passed(self, row: CustomerRow) -> None:
        """The panel follows where it is open; it does not open by itself."""
        if not self._panel.isHidden():
            self._panel.show_row(row)
        self._show_possible()

    def _on_opened(self, row: CustomerRow) -> None:
        self._on_current(row)
        self._panel.head.focus_first()

    def close_panel(self) -> None:
        """Close the panel; the list gets the focus and its place."""
        self._panel.hide()
        self._panel.clear()
        self._place.set_panel_open(False)
        self._place.view.setFocus()
        self._show_possible()

    def toggle_panel(self) -> None:
        """Close the panel, or open it on the current customer."""
        if not self._panel.isHidden():
            self.close_panel()
            return
        for row in self._place.selected()[:1]:
            self._on_current(row)

    def _on_gone(self, customer_id: str) -> None:
        self.toast(self.tr("This customer is gone: another application deleted it."))
        if self._panel.customer_id == customer_id:
            self.close_panel()
        self._place.refresh()

    def refresh(self) -> None:
        """Read everything in sight again."""
        self._context.office.refresh()
        self._place.refresh()
        self._panel.refresh()
        self.news.refresh()

    def copy(self) -> None:
        """Copy what is selected where the focus is."""
        focus = self._window.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit):
            focus.copy()
        elif focus is self._panel.history:
            self._panel.copy_line()
        elif text := self._place.as_text():
            self._context.copy(text)
            number = self._context.office.formats.number(len(self._place.selected()))
            self.toast(self.tr("%1 copied with headers.").replace("%1", number))

    def _step(self, by: int) -> None:
        self._place.step(by)

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

    def tell(self, fault: Exception) -> None:
        """Tell a fault at the place for its kind; what it shows to be old is read again."""
        self._notices.tell(fault)
        if isinstance(fault, Conflict | CustomerGone | ContactGone):
            self._place.refresh()
            self._panel.refresh()

    def open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog over the veil."""
        self._scrim.lay()
        dialog.finished.connect(self._scrim.lift)
        dialog.open()

    def open_customer(self, customer_id: str) -> None:
        """Show a customer in the panel, whatever list is open."""
        row = self._place.known(customer_id)
        if row is not None and self._place.go_to_id(customer_id):
            self._on_current(row)
            return
        self._panel.show()
        self._panel.show_customer(customer_id)
        self._place.set_panel_open(True)

    def show_customers(self, ids: Sequence[str], title: str) -> None:
        """Show the list of these customers."""
        self._screen.show_listed(ids, title)
        self.customers_wanted.emit()

    def log_contact(self, customer_id: str, method: Method | None = None) -> None:
        """Open the contact form."""
        row = self._known(customer_id)
        dialog = ContactDialog(
            self._context, customer_id, row=row, method=method, parent=self._window
        )
        dialog.logged.connect(self._on_logged)
        dialog.kept.connect(self.toast)
        self.open_dialog(dialog)

    def edit_contact(self, contact_id: str) -> None:
        """Open the contact form on a stored contact of the customer in the panel."""
        row = self._panel.row
        if row is None:
            return
        dialog = ContactDialog(
            self._context, row.id, row=row, contact_id=contact_id, parent=self._window
        )
        dialog.logged.connect(self._on_edited)
        self.open_dialog(dialog)

    def new_customer(self) -> None:
        """Open the form for a new customer."""
        self._open_form(None)

    def edit_customer(self, customer_id: str) -> None:
        """Open the form on a customer."""
        self._open_form(customer_id)

    def _open_form(self, customer_id: str | None) -> None:
        dialog = CustomerDialog(self._context, customer_id, parent=self._window)
        dialog.saved.connect(self._on_saved)
        dialog.open_requested.connect(self.open_customer)
        self.open_dialog(dialog)

    def claim(self, customer_id: str) -> None:
        """Claim an available customer and say how it went."""
        row = self._known(customer_id)
        self.acts.claim(customer_id, name_of(row) if row else self.tr("The customer"))

    def show_held_release(self) -> None:
        """Show the release run that waits for a lead's confirmation."""
        self.news.show_held()

    def show_outbox(self) -> None:
        """Show the contacts that wait on this computer."""
        if self._context.kept is not None:
            self.open_dialog(OutboxDialog(self._context, self._context.kept, self._window))

    def _known(self, customer_id: str) -> CustomerRow | None:
        if self._panel.row is not None and self._panel.customer_id == customer_id:
            return self._panel.row
        return self._place.known(customer_id)

    def _on_logged(self, logged: Logged) -> None:
        contact = logged.contact
        row = self._known(contact.customer_id) if contact is not None else None
        name = name_of(row) if row else self.tr("the customer")
        self.acts.tell_logged(logged, name)

    def _on_edited(self) -> None:
        self.toast(self.tr("Contact changed."))

    def _on_saved(self, customer_id: str) -> None:
        self.toast(self.tr("Customer saved."))
        self.open_customer(customer_id)

    def _show_shortcuts(self) -> None:
        self.open_dialog(ShortcutsDialog(self._window))

    def _show_about(self) -> None:
        actor = self._context.desk.actor
        facts = (
            (self.tr("Database"), self._context.server),
            (self.tr("Signed in"), f"{actor.name}, {actor.role or self.tr('no role yet')}"),
        )
        self.open_dialog(AboutDialog(facts, self._context.copy, self._window))
