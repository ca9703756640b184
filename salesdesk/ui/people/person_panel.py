"""One person: role, database accounts, customers; each change is an act with an event."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.people import Role
from salesdesk.domain.permissions import Permission
from salesdesk.services.admin.roster import RosterLine
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting.cells import Tone
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    FieldError,
    GroupHead,
    Icon,
    IconButton,
    Label,
    Measured,
    Pane,
    Paragraph,
    StatusChip,
    emptied,
    named,
)
from salesdesk.ui.people import texts
from salesdesk.ui.texts import TONES, status_word

_WIDTH = 376
_NO_ROLE = ""


class PersonPanel(Measured, QScrollArea):
    """The panel beside the table of people.

    Signals:
        role_wanted(str, str): a person's uid, and the role to give; '' to take it away.
        confirmed(str): the sleeping role of this uid shall count again.
        account_wanted(str): an account shall be added for this uid.
        account_removed(str): this account shall stand for nobody.
        hand_over_wanted(str), customers_wanted(str), code_wanted(str), acts_wanted(str): of this
            uid.
        stepped(int): show the next (1) or the previous (-1) person.
        closed(): no panel is wanted.
    """

    role_wanted = Signal(str, str)
    confirmed = Signal(str)
    account_wanted = Signal(str)
    account_removed = Signal(str)
    hand_over_wanted = Signal(str)
    customers_wanted = Signal(str)
    code_wanted = Signal(str)
    acts_wanted = Signal(str)
    stepped = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("person_panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._line: RosterLine | None = None
        self._roles: tuple[Role, ...] = ()
        self._body = Pane("base", "left", name="person_body")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self._build_head()
        self._build_role()
        self._build_accounts()
        self._build_customers()
        self._build_sign_in()
        self._column.addStretch(1)
        self.setWidget(self._body)
        self.measure()

    def _build_head(self) -> None:
        self.name = Label(name="person_name", face=Face.TITLE, cut=True)
        self.email = Label(name="person_email", ink="text2", cut=True)
        self.chip = StatusChip(name="person_role_now")
        title = QHBoxLayout()
        title.setSpacing(theme.px(4))
        title.addWidget(self.name, 1)
        for icon, name, said, slot in (
            ("chevron-up", "previous", self.tr("Previous person"), self._on_previous),
            ("chevron-down", "next", self.tr("Next person"), self._on_next),
            ("x", "close", self.tr("Close the panel"), self.closed.emit),
        ):
            button = IconButton(
                icon, name=f"person_{name}", accessible=said, kind=ButtonKind.QUIET, small=True
            )
            button.setToolTip(said)
            button.clicked.connect(slot)
            title.addWidget(button)
        standing = QHBoxLayout()
        standing.setSpacing(theme.px(8))
        standing.addWidget(self.chip)
        standing.addStretch(1)
        part = self._section()
        part.addLayout(title)
        part.addWidget(self.email)
        part.addLayout(standing)

    def _section(self, head: GroupHead | None = None) -> QVBoxLayout:
        """The room under a head for what belongs to it."""
        if head is not None:
            self._column.addWidget(head)
        part = _Part()
        self._column.addWidget(part)
        return part.column

    def _build_role(self) -> None:
        self.role = QComboBox()
        named(self.role, "person_role", self.tr("Role"))
        self.change = Button(
            self.tr("Change role"), name="person_change_role", kind=ButtonKind.PRIMARY
        )
        self.wake = Button(self.tr("Let the role count again"), name="person_confirm_role")
        self.error = FieldError(name="person_error")
        self.booking = Paragraph(name="person_booking", ink="text2")
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(theme.px(4))
        part = self._section(GroupHead(self.tr("Role"), "person_role_heading"))
        part.addWidget(self.role)
        for button in (self.change, self.wake):
            part.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        part.addWidget(self.error)
        part.addLayout(self._sentences)
        part.addWidget(self.booking)
        self.role.currentIndexChanged.connect(self._on_role)
        self.change.clicked.connect(self._on_change)
        self.wake.clicked.connect(self._on_wake)

    def _build_accounts(self) -> None:
        self.accounts_head = GroupHead(self.tr("Database accounts"), "person_accounts_heading")
        self.add = Button(self.tr("Add"), name="person_add_account", icon="plus", small=True)
        self.accounts_head.add(self.add)
        self._column.addWidget(self.accounts_head)
        self._accounts_part = _Part()
        self._accounts = self._accounts_part.column
        self._column.addWidget(self._accounts_part)
        self.add.clicked.connect(self._on_add)

    def _build_customers(self) -> None:
        self.held = GroupHead(self.tr("Customers"), "person_held")
        self.late = Label(name="person_late", ink="urgent")
        self.held.add(self.late)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme.px(4))
        self.hand_over = Button(name="person_hand_over", icon="arrow-right-left")
        self.show_them = Button(self.tr("Show them"), name="person_show_customers", icon="users")
        self.nothing = Label(self.tr("Has no customers."), name="person_no_customers", ink="text2")
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        acts.addWidget(self.hand_over)
        acts.addWidget(self.show_them)
        acts.addStretch(1)
        part = self._section(self.held)
        part.addWidget(self.nothing)
        part.addLayout(self._chips)
        part.addLayout(acts)
        self.hand_over.clicked.connect(self._on_hand_over)
        self.show_them.clicked.connect(self._on_show)

    def _build_sign_in(self) -> None:
        self.code = Button(self.tr("One-time code…"), name="person_code", icon="lock")
        self.acts = Button(self.tr("All in Audit"), name="person_acts", kind=ButtonKind.LINK)
        self._seen = Label(name="person_last_sign_in", ink="text2", cut=True)
        head = GroupHead(self.tr("Sign-in"), "person_sign_in_heading")
        head.add(self.acts)
        part = self._section(head)
        part.addWidget(self._seen)
        part.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)
        self.code.clicked.connect(self._on_code)
        self.acts.clicked.connect(self._on_acts)

    # --- showing ----------------------------------------------------------------------------------

    @property
    def uid(self) -> str:
        """Whose panel it is; '' nobody's."""
        return self._line.person.uid if self._line is not None else ""

    def show_person(
        self,
        line: RosterLine,
        roles: tuple[Role, ...],
        formats: Formats,
        at: datetime,
        *,
        has_accounts: bool,
        may_hand_over: bool,
        may_audit: bool,
    ) -> None:
        """Show somebody; a role that was chosen and not given yet stays chosen."""
        same = self._line is not None and self._line.person == line.person
        chosen = self.role.currentData() if same else None
        self._line, self._roles = line, roles
        self.name.setText(line.person.name)
        self.email.setText(line.person.email or line.person.uid)
        self.chip.set_status(texts.role_word(line.person), Tone.PLAIN)
        self._fill_roles(chosen)
        self._show_accounts(line, shown=has_accounts)
        self._show_customers(line, formats, may_hand_over=may_hand_over)
        self._seen.setText(texts.last_sign_in(line, formats, at))
        self.code.setVisible(has_accounts)
        self.acts.setVisible(may_audit)
        self._on_role()

    def _fill_roles(self, chosen: str | None) -> None:
        assert self._line is not None  # noqa: S101 - show_person() has just set it
        person = self._line.person
        with QSignalBlocker(self.role):
            self.role.clear()
            self.role.addItem(self.tr("No role in SalesDesk"), _NO_ROLE)
            for one in self._roles:
                if one.active and (one.ours or one.permissions):
                    count = plural(
                        "people", "{number} person", "{number} people", one.people,
                        number=str(one.people),
                    )  # fmt: skip
                    self.role.addItem(f"{one.name} · {count}", one.name)
            wanted = chosen if chosen is not None else person.salesdesk_role or _NO_ROLE
            self.role.setCurrentIndex(max(self.role.findData(wanted), 0))

    def _on_role(self) -> None:
        """Show what the chosen role would mean."""
        if self._line is None:
            return
        person, chosen = self._line.person, str(self.role.currentData() or "")
        changed = chosen != (person.salesdesk_role or _NO_ROLE)
        self.change.setVisible(changed)
        self.wake.setVisible(person.sleeping and person.salesdesk_role is not None and not changed)
        self.error.show_fault("")
        may = self._may_with(chosen) if changed else self._line.may
        emptied(self._sentences)
        for allowed, said in texts.role_sentences(may):
            self._sentences.addWidget(_Sentence(said, allowed=allowed))
        if person.booking_role is None:
            self.booking.set_text(self.tr("No role in the booking application."))
        else:
            said = self.tr("In the booking application: {role}. It stays as it is.")
            self.booking.set_text(fill(said, role=person.booking_role))

    def _may_with(self, chosen: str) -> frozenset[Permission]:
        assert self._line is not None  # noqa: S101 - asked only while somebody is shown
        booking = self._line.person.booking_role if self._line.person.booking_active else None
        may: frozenset[Permission] = frozenset()
        for one in self._roles:
            if one.name in (chosen, booking):
                may |= one.permissions
        return may

    def _show_accounts(self, line: RosterLine, *, shown: bool) -> None:
        for part in (self.accounts_head, self._accounts_part):
            part.setVisible(shown)
        self.accounts_head.number.setText(str(len(line.accounts)) if line.accounts else "")
        emptied(self._accounts)
        for account in line.accounts:
            row = _Account(account)
            row.removed.connect(self.account_removed)
            self._accounts.addWidget(row)
        if not line.accounts:
            said = self.tr("None: this person cannot sign in yet.")
            ink = "soon" if line.person.role is not None else "text2"
            self._accounts.addWidget(Label(said, name="person_no_account", ink=ink, cut=True))

    def _show_customers(self, line: RosterLine, formats: Formats, *, may_hand_over: bool) -> None:
        number = formats.number(line.customers)
        self.held.number.setText(number if line.customers else "")
        self.nothing.setVisible(not line.customers)
        late = plural(
            "people", "{number} next step late", "{number} next steps late", line.late,
            number=formats.number(line.late),
        )  # fmt: skip
        self.late.setText(late if line.late else "")
        emptied(self._chips)
        for status in SalesStatus:
            if count := line.statuses.get(status, 0):
                chip = StatusChip(status_word(status), TONES[status], name=f"person_{status.value}")
                self._chips.addWidget(chip)
                self._chips.addWidget(Label(formats.number(count)))
        self._chips.addStretch(1)
        self.hand_over.setText(fill(self.tr("Hand over all {number}…"), number=number))
        self.hand_over.setVisible(bool(line.customers) and may_hand_over)
        self.show_them.setVisible(bool(line.customers))

    def show_refusal(self, text: str) -> None:
        """Say why a change was not made."""
        self.error.show_fault(text, self.role)

    # --- asking -----------------------------------------------------------------------------------

    def _on_change(self) -> None:
        self.role_wanted.emit(self.uid, str(self.role.currentData() or ""))

    def _on_previous(self) -> None:
        self.stepped.emit(-1)

    def _on_next(self) -> None:
        self.stepped.emit(1)

    def _on_wake(self) -> None:
        self.confirmed.emit(self.uid)

    def _on_add(self) -> None:
        self.account_wanted.emit(self.uid)

    def _on_hand_over(self) -> None:
        self.hand_over_wanted.emit(self.uid)

    def _on_show(self) -> None:
        self.customers_wanted.emit(self.uid)

    def _on_code(self) -> None:
        self.code_wanted.emit(self.uid)

    def _on_acts(self) -> None:
        self.acts_wanted.emit(self.uid)

    def measure(self) -> None:
        self.setFixedWidth(theme.px(_WIDTH))


class _Part(Measured, QWidget):
    """What stands under a head, with room around it."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.measure()

    def measure(self) -> None:
        side, above = theme.px(16), theme.px(12)
        self.column.setContentsMargins(side, above, side, above)
        self.column.setSpacing(theme.px(8))


class _Sentence(QWidget):
    """What a person may, or may not."""

    def __init__(self, said: str, *, allowed: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Icon("check" if allowed else "x", "won" if allowed else "text3"))
        row.addWidget(Paragraph(said, ink="text" if allowed else "text2"), 1)
        self.setAccessibleName(said if allowed else fill(self.tr("Not: {what}"), what=said))


class _Account(QWidget):
    """A database account with its button.

    Signals:
        removed(str): it shall stand for nobody.
    """

    removed = Signal(str)

    def __init__(self, account: str) -> None:
        super().__init__()
        self._account = account
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Icon("database"))
        row.addWidget(Label(texts.quoted(account), name="person_account", cut=True), 1)
        said = fill(self.tr("Remove the account {account}"), account=account)
        remove = IconButton(
            "x", name="person_remove_account", accessible=said, kind=ButtonKind.QUIET, small=True
        )
        row.addWidget(remove)
        remove.clicked.connect(self._on_remove)

    def _on_remove(self) -> None:
        self.removed.emit(self._account)
