"""What the people screen says: permissions in plain sentences, groups, what somebody has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.people import Person
from salesdesk.domain.permissions import Permission
from salesdesk.services.admin.roster import RosterLine
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.painting.cells import ChipCell, Level, TextCell, Tone
from salesdesk.ui.session.faults import unread

P = Permission


@dataclass(frozen=True, slots=True)
class Sentence:
    """A permission: a few words, and what they mean."""

    permission: Permission
    title: str
    text: str


def groups() -> tuple[tuple[str, tuple[Sentence, ...]], ...]:
    """All permissions by group, as the table of roles shows them."""
    known = (
        (translate("people", "Customers"), _customers()),
        (translate("people", "Contacts"), _contacts()),
        (translate("people", "Reports"), _reports()),
        (translate("people", "Data"), _data()),
        (translate("people", "Administration"), _administration()),
    )
    named = {one.permission for _, sentences in known for one in sentences}
    rest = tuple(Sentence(one, one.value, "") for one in Permission if one not in named)
    return (*known, (translate("people", "Others"), rest)) if rest else known


def _customers() -> tuple[Sentence, ...]:
    return (
        _of(P.CUSTOMERS_VIEW, translate("people", "See customers"),
            translate("people", "all of them, with owner and status")),
        _of(P.CUSTOMERS_VIEW_NOTES, translate("people", "See notes"),
            translate("people", "what was said, also in the pool")),
        _of(P.CUSTOMERS_VIEW_PHONE_IN_POOL, translate("people", "See phones in the pool"),
            translate("people", "the numbers of customers who are free")),
        _of(P.CUSTOMERS_CREATE, translate("people", "Create customers"),
            translate("people", "add a new one by hand")),
        _of(P.CUSTOMERS_EDIT, translate("people", "Edit customers"),
            translate("people", "name, company, numbers and address")),
        _of(P.CUSTOMERS_HOLD, translate("people", "Hold customers"),
            translate("people", "own them; the idle clock runs for this person")),
        _of(P.CUSTOMERS_CLAIM, translate("people", "Claim"),
            translate("people", "take a free customer from the pool")),
        _of(P.CUSTOMERS_ASSIGN, translate("people", "Assign"),
            translate("people", "give a free customer to somebody")),
        _of(P.CUSTOMERS_TRANSFER, translate("people", "Transfer"),
            translate("people", "move a customer from one agent to another")),
        _of(P.CUSTOMERS_RELEASE_ANY, translate("people", "Release any"),
            translate("people", "free a customer of somebody else")),
        _of(P.CUSTOMERS_PROTECT, translate("people", "Protect"),
            translate("people", "keep a customer from being released until a date")),
    )  # fmt: skip


def _contacts() -> tuple[Sentence, ...]:
    return (
        _of(P.CONTACTS_LOG, translate("people", "Log contacts"),
            translate("people", "on any customer, named as the author")),
        _of(P.CONTACTS_EDIT_ANY, translate("people", "Correct others’ contacts"),
            translate("people", "also after the time for corrections is over")),
    )  # fmt: skip


def _reports() -> tuple[Sentence, ...]:
    return (
        _of(P.REPORTS_VIEW_OWN, translate("people", "See own figures"),
            translate("people", "one’s own activity and results")),
        _of(P.REPORTS_VIEW_TEAM, translate("people", "See the team’s figures"),
            translate("people", "everybody’s activity, workload and releases")),
    )  # fmt: skip


def _data() -> tuple[Sentence, ...]:
    return (
        _of(P.DATA_IMPORT, translate("people", "Import"),
            translate("people", "bring in files, and take an import back")),
        _of(P.DATA_EXPORT, translate("people", "Export"),
            translate("people", "more than 100 rows with phone numbers")),
    )  # fmt: skip


def _administration() -> tuple[Sentence, ...]:
    return (
        _of(P.POLICY_EDIT, translate("people", "Change settings"),
            translate("people", "what everybody shares, the release limits too")),
        _of(P.TEMPLATES_EDIT, translate("people", "Change message templates"),
            translate("people", "the texts that everybody sends")),
        _of(P.TARGETS_EDIT, translate("people", "Set targets"),
            translate("people", "how many contacts a day and a week")),
        _of(P.PEOPLE_MANAGE, translate("people", "Manage people"),
            translate("people", "roles, accounts and this table")),
        _of(P.RELEASE_CONFIRM, translate("people", "Confirm a held run"),
            translate("people", "let a large release go ahead")),
        _of(P.AUDIT_VIEW, translate("people", "See the audit"),
            translate("people", "who did what, on which computer")),
    )  # fmt: skip


def _of(permission: Permission, title: str, text: str) -> Sentence:
    return Sentence(permission, title, text)


def role_sentences(may: frozenset[Permission]) -> tuple[tuple[bool, str], ...]:
    """What a person may, in four lines."""
    lines = (
        (
            {P.CUSTOMERS_HOLD, P.CUSTOMERS_CLAIM, P.CONTACTS_LOG},
            translate("people", "Holds and claims customers, logs contacts"),
        ),
        (
            {P.CUSTOMERS_ASSIGN, P.CUSTOMERS_TRANSFER, P.CUSTOMERS_RELEASE_ANY,
             P.CUSTOMERS_PROTECT, P.CONTACTS_EDIT_ANY},
            translate("people", "Assigns, transfers, releases and protects; corrects others"),
        ),
        (
            {P.REPORTS_VIEW_TEAM, P.DATA_EXPORT, P.RELEASE_CONFIRM},
            translate("people", "Sees team figures, exports, confirms held runs"),
        ),
        (
            {P.POLICY_EDIT, P.PEOPLE_MANAGE, P.DATA_IMPORT, P.AUDIT_VIEW},
            translate("people", "Settings, people, import and the audit"),
        ),
    )  # fmt: skip
    return tuple((needed <= may, said) for needed, said in lines)


def role_word(person: Person) -> str:
    """The role to show."""
    if person.role is None:
        return translate("people", "none")
    if person.sleeping and person.salesdesk_role is not None:
        return fill(translate("people", "{role}, sleeping"), role=person.role)
    return person.role


def quoted(account: str) -> str:
    """An account as the server's own commands name it."""
    name, _, host = account.rpartition("@")
    return f"'{name}'@'{host}'" if name else f"'{account}'"


def accounts_word(line: RosterLine) -> tuple[str, bool]:
    """What stands in the column of accounts, and whether it is a fault."""
    if not line.accounts:
        return translate("people", "none"), line.person.role is not None
    if len(line.accounts) == 1:
        return quoted(line.accounts[0]), False
    return plural(
        "people", "{number} account", "{number} accounts", len(line.accounts),
        number=str(len(line.accounts)),
    ), False  # fmt: skip


def row_of(line: RosterLine, formats: Formats, at: datetime) -> CellRow:
    """A person's line in the table."""
    person = line.person
    account, fault = accounts_word(line)
    late = TextCell("0", Level.TEXT3, right=True)
    if line.late:
        said = fill(translate("people", "{number} late"), number=formats.number(line.late))
        late = TextCell(said, Level.URGENT, right=True)
    role = role_word(person)
    return CellRow(
        person.uid,
        (
            TextCell(person.name, Level.NAME),
            TextCell(person.email or "", Level.TEXT2),
            ChipCell(role, Tone.PLAIN) if person.role else TextCell(role, Level.TEXT3),
            TextCell(account, Level.SOON, "triangle-alert", "soon")
            if fault
            else TextCell(account, Level.TEXT2 if line.accounts else Level.TEXT3),
            TextCell(formats.number(line.customers), right=True),
            late,
            TextCell(formats.since(line.last_login, at), Level.TEXT2),
        ),
    )


def last_sign_in(line: RosterLine, formats: Formats, at: datetime) -> str:
    """When the person was here last, in a sentence."""
    if line.last_login is None:
        return translate("people", "Never signed in.")
    said = translate("people", "Last here {when}.")
    return fill(said, when=formats.exact(line.last_login, at))


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text where people could not be read."""
    return unread(
        fault,
        translate("people", "People cannot be shown"),
        translate("people", "People are shown as soon as it answers."),
        says_why=False,
    )
