"""People and roles, for administrators: who there is, what they may, what they have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Conflict, Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import Person, Role
from salesdesk.domain.permissions import Permission
from salesdesk.services.admin import people, roles, roster
from salesdesk.services.admin.roster import Roster, RosterLine
from salesdesk.services.bulk import Batch
from salesdesk.services.session import Done, Session
from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.confirm import ConfirmDialog
from salesdesk.ui.kit.forms.leave_dialog import LeaveDialog
from salesdesk.ui.kit.widgets import (
    Button,
    EmptyState,
    Label,
    Pane,
    SearchField,
    StateStack,
    TabBar,
)
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.lists.screen import Screen
from salesdesk.ui.people import texts
from salesdesk.ui.people.account_dialog import AccountDialog
from salesdesk.ui.people.code_dialog import CodeDialog
from salesdesk.ui.people.export import exportable
from salesdesk.ui.people.filters import PeopleFilters
from salesdesk.ui.people.footer import PeopleFooter
from salesdesk.ui.people.give_access_dialog import GiveAccessDialog
from salesdesk.ui.people.hand_over_dialog import HandOverDialog
from salesdesk.ui.people.new_role_dialog import NewRoleDialog
from salesdesk.ui.people.person_panel import PersonPanel
from salesdesk.ui.people.roles_page import RolesPage
from salesdesk.ui.people.table import PeopleTable
from salesdesk.ui.people.undoable import AccountStep, RightsStep, RoleChanges, RoleStep, applied
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route

_PEOPLE, _ROLES = "people", "roles"
_TOPICS = frozenset({Topic.PEOPLE, Topic.OWNERSHIP, Topic.CUSTOMERS})
_MOST_LISTED = 1_000


@dataclass(frozen=True, slots=True)
class _Reading:
    roster: Roster
    roles: tuple[Role, ...]


def _read(session: Session) -> _Reading:
    return _Reading(roster.roster(session), roles.roles(session))


class PeopleScreen(Screen):
    """The table of people with a panel, and the table of roles.

    Signals:
        dialog_wanted(QDialog): open this over the window.
        list_wanted(tuple, str): show these customers under this title.
        acts_wanted(str, str): show what this person did; uid and name.
        did(Step, str): an act was done that can be taken back, and what is told of it.
        export_wanted(): what `exportable` gives shall be written into a file.
    """

    dialog_wanted = Signal(object)
    list_wanted = Signal(object, str)
    acts_wanted = Signal(str, str)
    did = Signal(object, str)
    export_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("people_screen", parent)
        self._context = context
        self._found: _Reading | None = None
        self._chosen = ""
        self._event_id = new_id()
        self._leaving: Callable[[], object] | None = None
        self._question: LeaveDialog | None = None
        self._then: Callable[[], object] | None = None
        self._stale = False
        self._removing = ("", "")
        self._step: RoleStep | RightsStep | None = None
        self.search = SearchField(
            self.tr("Name, e-mail, account"),
            name="people_search",
            accessible=self.tr("Find people"),
            hint=hint(Cmd.SEARCH),
        )
        self.search.setMinimumWidth(theme.px(120))
        self.search.setMaximumWidth(theme.px(280))
        self.new_role = Button(self.tr("New role…"), name="people_new_role", icon="plus")
        self.give = Button(self.tr("Give access…"), name="people_give", icon="user-plus")
        self.filters = PeopleFilters()
        self.footer = PeopleFooter(
            may_export=context.session.actor.may(Permission.DATA_EXPORT)
            and context.exports is not None
        )
        self._subtitle = Label(name="people_subtitle", ink="text2", cut=True)
        self.tabs = TabBar(name="people_tabs", accessible=self.tr("People and roles"))
        self.tabs.add_tab(_PEOPLE, self.tr("People"))
        self.tabs.add_tab(_ROLES, self.tr("Roles"))
        self.table = PeopleTable()
        self.panel = PersonPanel()
        self.roles = RolesPage(context.session.actor.permissions)
        empty = EmptyState("users", "", "", name="people_empty")
        empty.set_words(
            self.tr("Nobody fits this search"), self.tr("Take it off to see everybody.")
        )
        self.clear = Button(self.tr("Clear all"), name="people_clear", icon="x")
        empty.add_action(self.clear)
        self.states = StateStack(self.table, empty, name="people_states")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = Pane("base", name="people_head")
        head.setFixedHeight(theme.px(64))
        line = QHBoxLayout(head)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        line.setSpacing(theme.px(12))
        line.addWidget(Label(self.tr("People"), name="people_title", face=Face.TITLE))
        line.addWidget(self._subtitle, 1)
        line.addWidget(self.search, 3)
        line.addWidget(self.give)
        line.addWidget(self.new_role)
        self.new_role.hide()
        everybody = QWidget()
        list_ = QVBoxLayout(everybody)
        list_.setContentsMargins(0, 0, 0, 0)
        list_.setSpacing(0)
        list_.addWidget(self.filters)
        list_.addWidget(self.states, 1)
        list_.addWidget(self.footer)
        self._pages = QStackedWidget()
        self._pages.addWidget(everybody)
        self._pages.addWidget(self.roles)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        beside.addLayout(column, 1)
        beside.addWidget(self.panel)
        for part in (head, self.tabs):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        self.panel.hide()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self.search.searched.connect(self._on_searched)
        self.search.left.connect(self.focus_list)
        self.filters.changed.connect(self._show_people)
        self.filters.cleared.connect(self.clear_filters)
        self.clear.clicked.connect(self.clear_filters)
        self.new_role.clicked.connect(self._on_new_role)
        self.give.clicked.connect(self._on_give)
        self.footer.role_wanted.connect(self._on_opened)
        self.footer.hand_over_wanted.connect(self._on_hand_over_chosen)
        self.footer.export_wanted.connect(self.export_wanted)
        self.states.retried.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.clicked.connect(self._on_current)
        self.table.opened.connect(self._on_opened)
        panel = self.panel
        panel.role_wanted.connect(self._on_role_wanted)
        panel.confirmed.connect(self._on_confirmed)
        panel.account_wanted.connect(self._on_account_wanted)
        panel.account_removed.connect(self._ask_remove)
        panel.hand_over_wanted.connect(self._on_hand_over)
        panel.customers_wanted.connect(self._on_customers)
        panel.code_wanted.connect(self._on_code_wanted)
        panel.acts_wanted.connect(self._on_acts_wanted)
        panel.stepped.connect(self.step)
        panel.closed.connect(self._close_panel)
        self.roles.applied.connect(self._on_apply)
        self._context.feed.changed.connect(self._on_changes)
        self._context.connection.regained.connect(self.refresh)
        for key, slot in (
            (QKeySequence("Ctrl+S"), self._on_save_key),
            (QKeySequence(Qt.Key.Key_Escape), self._on_escape),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- reading ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Read everybody for the first time."""
        self.states.show_loading()
        self.refresh()

    def refresh(self) -> None:
        """Read everybody and the roles again; what is chosen and ticked stays."""
        self._stale = False
        key = ("people", id(self))
        work = partial(_read, self._context.session)
        self._context.tasks.query(key, work, self._on_read, self._on_failed)

    def _on_read(self, found: _Reading) -> None:
        self._found = found
        formats = self._context.office.formats
        able = sum(bool(one.may) for one in found.roster.people)
        said = self.tr("{number} may do something here")
        self._subtitle.setText(fill(said, number=formats.number(able)))
        self.tabs.set_count(_PEOPLE, formats.number(len(found.roster.people)))
        made = sum(role.made for role in found.roles)
        self.tabs.set_count(_ROLES, formats.number(made))
        self.counted.emit(formats.number(len(found.roster.people)))
        roleless = bool(self._roleless())
        self.give.setEnabled(roleless)
        self.give.setToolTip("" if roleless else self.tr("Everybody has a role already."))
        self.filters.offer_for(found.roles, has_accounts=found.roster.has_accounts)
        self.roles.show_roles(found.roles)
        self._show_people()

    def _on_failed(self, fault: Exception) -> None:
        if self._found is None:
            self.states.show_error(*texts.failed(fault))
        self.failed.emit(fault)

    def _on_changes(self, changes: Changes) -> None:
        if changes.topics & _TOPICS and self._found is not None:
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True

    def arrive(self) -> None:
        """The screen is shown; what became old meanwhile is read again."""
        super().arrive()
        if self._stale:
            self.refresh()

    # --- people -----------------------------------------------------------------------------------

    def lines(self) -> tuple[RosterLine, ...]:
        """Those whom the search finds."""
        if self._found is None:
            return ()
        words = self.search.text().casefold().split()
        return tuple(
            one
            for one in self._found.roster.people
            if self.filters.fits(one) and all(word in _said(one) for word in words)
        )

    def _show_people(self) -> None:
        if self._found is None:
            return
        formats, has = self._context.office.formats, self._found.roster.has_accounts
        lines, at = self.lines(), self._found.roster.at
        self.table.show_rows([texts.row_of(one, formats, at) for one in lines])
        self.table.show_accounts(shown=has)
        self.filters.show_count(len(lines), len(self._found.roster.people), formats)
        if not lines:
            self.states.show_empty()
        else:
            self.states.show_list()
        uids = [one.person.uid for one in lines]
        if self._chosen in uids:
            self.table.selectRow(uids.index(self._chosen))
        self._show_panel()

    def _person(self, uid: str) -> RosterLine | None:
        people = self._found.roster.people if self._found is not None else ()
        return next((one for one in people if one.person.uid == uid), None)

    def _show_panel(self) -> None:
        line, found = self._person(self._chosen), self._found
        self.panel.setVisible(line is not None and self.tabs.current() != _ROLES)
        formats, actor = self._context.office.formats, self._context.session.actor
        moves = (Permission.CUSTOMERS_TRANSFER, Permission.CUSTOMERS_RELEASE_ANY)
        may_hand_over = any(actor.may(each) for each in moves)
        self.footer.show_selection(line, len(self.lines()), formats, may_hand_over=may_hand_over)
        if line is None or found is None:
            return
        self.panel.show_person(
            line, found.roles, formats, found.roster.at,
            has_accounts=found.roster.has_accounts,
            may_hand_over=may_hand_over,
            may_audit=actor.may(Permission.AUDIT_VIEW),
        )  # fmt: skip

    def choose(self, uid: str) -> None:
        """Show somebody in the panel."""
        self._chosen = uid
        self._show_people()

    def _on_current(self) -> None:
        row = self.table.current()
        if row is not None and row.id != self._chosen:
            self._chosen = row.id
            self._show_panel()

    def _on_opened(self) -> None:
        self._on_current()
        self._show_panel()
        self.panel.role.setFocus()

    def _on_searched(self, words: str) -> None:
        if self.tabs.current() == _ROLES:
            self.roles.narrow(words)
        else:
            self._show_people()

    def _on_tab(self, key: str) -> None:
        self._pages.setCurrentIndex(0 if key == _PEOPLE else 1)
        self._show_panel()
        self.new_role.setVisible(key == _ROLES)
        self.give.setVisible(key == _PEOPLE)
        self.search.setPlaceholderText(
            self.tr("Find a permission") if key == _ROLES else self.tr("Name, e-mail, account")
        )
        self._on_searched(self.search.text())

    def exportable(self) -> Exportable | None:
        """Those who are shown."""
        lines = self.lines() if self.tabs.current() == _PEOPLE else ()
        return exportable(lines, self.filters.count.text()) if lines else None

    # --- acts -------------------------------------------------------------------------------------

    def _on_role_wanted(self, uid: str, role: str) -> None:
        line, session = self._person(uid), self._context.session
        if line is None:
            return
        before, after = line.person.salesdesk_role, role or None
        self._step = RoleStep(session, uid, line.person.name, before, after)
        work = partial(people.change_role, session, new_id(), uid, before, after)
        self._context.tasks.command(work, self._on_role_changed, self._on_refused)

    def _on_role_changed(self, done: Done) -> None:
        self._context.feed.publish(done.changes)
        step, self._step = self._step, None
        if isinstance(step, RoleStep):
            self.did.emit(step, step.said(step.after))

    def _roleless(self) -> tuple[Person, ...]:
        people = self._found.roster.people if self._found is not None else ()
        return tuple(one.person for one in people if one.person.salesdesk_role is None)

    def _on_give(self) -> None:
        if self._found is not None:
            useful = [one for one in self._found.roles if one.active and one.permissions]
            # Who reads no further gives the role that opens least.
            given = tuple(sorted(useful, key=lambda one: len(one.permissions)))
            dialog = GiveAccessDialog(self._context, self._roleless(), given, self.window())
            dialog.given.connect(self._on_given)
            self.dialog_wanted.emit(dialog)

    def _on_given(self, uid: str, name: str, role: str) -> None:
        step = RoleStep(self._context.session, uid, name, None, role)
        self.did.emit(step, step.said(role))
        self.choose(uid)

    def _on_code_wanted(self, uid: str) -> None:
        line = self._person(uid)
        if line is not None:
            self.dialog_wanted.emit(CodeDialog(self._context, line.person, self.window()))

    def _on_acts_wanted(self, uid: str) -> None:
        line = self._person(uid)
        if line is not None:
            self.acts_wanted.emit(uid, line.person.name)

    def _on_confirmed(self, uid: str) -> None:
        work = partial(people.confirm, self._context.session, new_id(), uid)
        self._context.tasks.command(work, self._on_done, self._on_refused)

    def _on_account_wanted(self, uid: str) -> None:
        line = self._person(uid)
        if line is None or self._found is None:
            return
        taken = {
            account: one.person.name
            for one in self._found.roster.people
            for account in one.accounts
        }
        dialog = AccountDialog(self._context, uid, line.person.name, taken, self.window())
        self.dialog_wanted.emit(dialog)

    def _ask_remove(self, account: str) -> None:
        said = self.tr("Whoever signs in with {account} is nobody here any more.")
        dialog = ConfirmDialog(
            self.tr("Remove the account"),
            fill(said, account=texts.quoted(account)),
            self.tr("Remove"),
            name="remove_account",
            parent=self.window(),
        )
        self._removing = (account, self._chosen)
        dialog.accepted.connect(self._remove)
        self.dialog_wanted.emit(dialog)

    def _remove(self) -> None:
        account, _ = self._removing
        work = partial(people.unmap_account, self._context.session, new_id(), account)
        self._context.tasks.command(work, self._on_removed, self._on_refused)

    def _on_removed(self, done: Done) -> None:
        self._context.feed.publish(done.changes)
        account, uid = self._removing
        said = fill(self.tr("{account} was removed."), account=texts.quoted(account))
        self.did.emit(AccountStep(self._context.session, account, uid), said)

    def _on_done(self, done: Done) -> None:
        self._context.feed.publish(done.changes)
        self.told.emit(self.tr("Changed."))

    def _on_refused(self, fault: Exception) -> None:
        if isinstance(fault, Refusal):
            self.panel.show_refusal(worded(fault))
        else:
            self.failed.emit(fault)

    def _on_hand_over(self, uid: str) -> None:
        line = self._person(uid)
        if line is not None:
            dialog = HandOverDialog(self._context, line, self.window())
            dialog.handed_over.connect(self._on_handed_over)
            self.dialog_wanted.emit(dialog)

    def _on_hand_over_chosen(self) -> None:
        self._on_hand_over(self._chosen)

    def _on_handed_over(self, batch: Batch) -> None:
        number = self._context.office.formats.number(len(batch.done))
        said = plural(
            "people", "{number} customer was handed over.", "{number} customers were handed over.",
            len(batch.done), number=number,
        )  # fmt: skip
        if batch.lost:
            names = ", ".join(one.name or one.customer_id for one in batch.lost[:3])
            left = self.tr("Left where they are: {names}.")
            said = f"{said} {fill(left, names=names)}"
        self.told.emit(said)

    def _on_customers(self, uid: str) -> None:
        work = partial(roster.held_by, self._context.session, uid)
        self._context.tasks.query(("held", id(self)), work, self._on_held, self._on_refused)

    def _on_held(self, seen: dict[str, OwnershipSeen]) -> None:
        line = self._person(self._chosen)
        title = fill(self.tr("of {name}"), name=line.person.name if line is not None else "")
        self.list_wanted.emit(tuple(seen)[:_MOST_LISTED], title)

    # --- roles ------------------------------------------------------------------------------------

    def _on_new_role(self) -> None:
        if self._found is not None:
            dialog = NewRoleDialog(self._context, self._found.roles, self.window())
            dialog.made.connect(self._on_role_made)
            self.dialog_wanted.emit(dialog)

    def _on_role_made(self, name: str) -> None:
        self.told.emit(fill(self.tr("The role {name} was made; nobody has it yet."), name=name))

    def _on_apply(self, changes: RoleChanges) -> None:
        self._step = RightsStep(self._context.session, changes)
        work = partial(applied, self._context.session, self._event_id, changes)
        self._context.tasks.command(work, self._on_applied, self._on_not_applied)

    def _on_applied(self, changes: Changes) -> None:
        self._event_id = new_id()
        then, self._then = self._then, None
        self.roles.discard()
        self._context.feed.publish(changes)
        step, self._step = self._step, None
        if step is not None:
            self.did.emit(step, self.tr("Applied. It counts for everybody within a minute."))
        if then is None:
            then = self._question_over()
        if then is not None:
            then()

    def _on_not_applied(self, fault: Exception) -> None:
        self._then = None
        self._event_id = new_id()
        route(self._context, fault, refused=self._not_applied, away=self._say_away)

    def _not_applied(self, refusal: Refusal) -> None:
        self.roles.bar.show_refusal(worded(refusal))
        if isinstance(refusal, Conflict):
            self.refresh()

    def _say_away(self, _fault: Unavailable) -> None:
        self.roles.bar.show_refusal(self.tr("The server is away; your ticks stay."))

    def _on_save_key(self) -> None:
        bar = self.roles.bar
        if bar.isVisible() and bar.save.isEnabled() and QApplication.activeModalWidget() is None:
            bar.saved.emit()

    def _on_escape(self) -> None:
        if self.roles.bar.isVisible() and QApplication.activeModalWidget() is None:
            self.roles.discard()
        elif not self.panel.isHidden():
            self._close_panel()

    def _close_panel(self) -> None:
        self._chosen = ""
        self.table.clearSelection()
        self._show_panel()
        self.table.setFocus()

    # --- the frame --------------------------------------------------------------------------------

    def let_go(self, then: Callable[[], object]) -> bool:
        """Ask first where ticks are not applied."""
        if not self.roles.is_edited:
            return True
        self._leaving = then
        dialog = LeaveDialog(parent=self.window())
        dialog.saved.connect(self._save_and_go)
        dialog.discarded.connect(self._discard_and_go)
        dialog.finished.connect(self._on_answered)
        self._question = dialog
        self.dialog_wanted.emit(dialog)
        return False

    def _on_answered(self) -> None:
        self._question = None

    def _question_over(self) -> Callable[[], object] | None:
        """Take away the question that a save under way has answered meanwhile.

        Returns:
            where the person wanted to go; None: nothing is asked.
        """
        if self._question is None:
            return None
        then, self._leaving = self._leaving, None
        self._question.reject()
        return then

    def _save_and_go(self) -> None:
        self._then, self._leaving = self._leaving, None
        self.roles.bar.saved.emit()

    def _discard_and_go(self) -> None:
        then, self._leaving = self._leaving, None
        self.roles.discard()
        if then is not None:
            then()

    @property
    def lists_customers(self) -> bool:
        """Nobody can be chosen here."""
        return False

    @property
    def view(self) -> QWidget:
        """The table of people."""
        return self.table

    def focus_search(self) -> None:
        self.search.setFocus()

    def clear_filters(self) -> None:
        self.search.set_search("")
        for key in ("state", "role"):
            self.filters.choose(key, "")
        self._on_searched("")

    def open_filters(self) -> None:
        """Offer the filters by the keyboard."""
        if self.tabs.current() == _PEOPLE:
            self.filters.open_menu()

    def step(self, by: int) -> None:
        row = self.table.currentIndex().row() + by
        if 0 <= row < self.table.cells.rowCount():
            self.table.selectRow(row)


def _said(line: RosterLine) -> str:
    person = line.person
    return " ".join((person.name, person.email or "", person.role or "", *line.accounts)).casefold()
