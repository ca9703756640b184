"""The doctor: each kind of breach of the rules that the database holds, and what mends it.

It changes nothing. An act heals the one customer that it touches (docs/rules.md, "Ownership"), and
`services/repair.py` mends one kind of breach everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.domain.permissions import Permission
from salesdesk.domain.sign_in import SignInWay
from salesdesk.services import access
from salesdesk.services.session import Session
from salesdesk.storage.reads import doctor
from salesdesk.storage.reads.doctor import Breach
from salesdesk.storage.setup import rights
from salesdesk.storage.setup.grants import AccountRole
from salesdesk.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of breach.

    Attributes:
        kind: a short stable word.
        count: exactly how many rows.
        samples: ids of up to five of them (of a setting: its key, of a table: its name).
        meaning: what is wrong and what SalesDesk makes of it, for a person.
        remedy: what mends it.
        breach: False where the rules allow it and it is only worth knowing.
    """

    kind: str
    count: int
    samples: tuple[str, ...]
    meaning: str
    remedy: str
    breach: bool = True


_BY_ACT = "The next act on such a customer mends it, or the repair all at once, with an event."
_BY_BOOKING = "Correct it in the booking application."
_BY_PERSON = "Transfer or release the customer, or add the person to the users again."

_WORDS: dict[str, tuple[str, str]] = {
    "account_lacks_rights": (
        "Rights in the database that this account should have and lacks; an upgrade may have "
        "brought new tables.",
        "Run salesdesk db grants for each account, and its statements on the server.",
    ),
    "bound_without_owner": (
        "Customers marked bound to nobody. SalesDesk counts them as available.",
        "The repair makes them available; or claim or assign them.",
    ),
    "bound_without_start": (
        "Bound customers whose binding has no beginning; the day they were created stands in.",
        _BY_ACT,
    ),
    "bound_without_open_row": (
        "Bound customers whose ownership history does not say who has them now.",
        _BY_ACT,
    ),
    "available_with_owner": (
        "Available customers that still name an owner or a beginning of a binding.",
        "The repair takes both out; or claim or assign them.",
    ),
    "available_with_open_row": (
        "Available customers whose ownership history still has an open row.",
        _BY_ACT,
    ),
    "several_open_rows": (
        "Bound customers with more than one open row in their ownership history.",
        _BY_ACT,
    ),
    "open_row_of_another_agent": (
        "Bound customers whose ownership history has an open row of somebody else.",
        _BY_ACT,
    ),
    "closed_before_its_start": (
        "Rows of the ownership history that end before they begin.",
        "An administrator corrects customer_binding_history; SalesDesk never rewrites history.",
    ),
    "closed_without_reason": (
        "Closed rows of the ownership history that do not say why they were closed.",
        "An administrator enters inactivity, manual_release or period_ended.",
    ),
    "overlapping_rows": (
        "Customers that two agents had at the same time, by their ownership history.",
        "An administrator corrects customer_binding_history; SalesDesk never rewrites history.",
    ),
    "orphan_owner": (
        "Bound customers whose owner is no user any more; the uid is shown instead of a name.",
        _BY_PERSON,
    ),
    "orphan_history_agent": (
        "Rows of the ownership history whose agent is no user any more.",
        "Nothing is lost: the uid is shown. Add the person to the users again for the name.",
    ),
    "orphan_registered_by": (
        "Customers registered by somebody who is no user any more.",
        "Nothing is lost: the uid is shown. Add the person to the users again for the name.",
    ),
    "link_without_winner": (
        "Customers that were linked to one that is gone. Nobody is hidden by such a link.",
        "Nothing is lost: they are in every list again.",
    ),
    "link_without_hidden": (
        "Links of customers that are gone.",
        "Nothing is lost: the one that stayed is not touched by it.",
    ),
    "linked_in_a_chain": (
        "Customers that are hidden and to which others are linked; SalesDesk never makes such a "
        "link.",
        "Take one of the two links apart under Team, Duplicates.",
    ),
    "null_sales_status": (
        "Customers without a sales status. They count as cold.",
        "Move them to a status where cold is not meant.",
    ),
    "empty_name": (
        "Customers without a name.",
        "Edit them and enter the name.",
    ),
    "phone_not_normalised": (
        "Customers whose phone number another application wrote and no sweep has seen yet, or "
        "that is no number at all. A search in another format does not find it.",
        "The next sweep, which any open SalesDesk makes, takes it up; correct what is no number.",
    ),
    "latin1_table": (
        "Tables that cannot hold every character: an emoji in a note may be refused.",
        "Whoever looks after the booking application may convert them to utf8mb4.",
    ),
    "unreadable_setting": (
        "Shared settings that cannot be read or are out of bounds. Those about releases stop "
        "every release; the others fall back to their default.",
        "Enter the setting again.",
    ),
}

_FAULTS_OF_DATES = ("zero", "future")
_DATES = {
    "created_at": "dates of creation",
    "binding_start": "beginnings of a binding",
    "last_interaction": "dates of a last interaction",
    "contact_date": "dates of a contact",
    "next_follow_up": "dates of a next follow-up",
    "spell_start": "beginnings of a row of the ownership history",
    "spell_end": "ends of a row of the ownership history",
}

#: What the rules allow; it is worth knowing and nothing needs to be done at once.
_ALLOWED = frozenset({"null_sales_status", "phone_not_normalised", "latin1_table"})


def examine(session: Session) -> tuple[Finding, ...]:
    """Each kind of breach in the database; empty: nothing breaks the rules.

    May read whole tables. The system and a database account on the command line may ask.

    Raises:
        NotAllowed: the person may not look into the records.
    """
    if session.actor.uid is not None:
        access.require(session.actor, Permission.AUDIT_VIEW)
    role = _account_role(session)
    return session.store.read(lambda reading: _examine(reading, role))


def _account_role(session: Session) -> AccountRole:
    """Whose rights the database account of this session should have."""
    if session.way is not SignInWay.ACCOUNT or session.actor.may(Permission.PEOPLE_MANAGE):
        return AccountRole.ADMINISTRATOR
    lead = session.actor.may(Permission.CUSTOMERS_PROTECT)
    return AccountRole.LEAD if lead else AccountRole.AGENT


def _examine(reading: Reading, role: AccountRole) -> tuple[Finding, ...]:
    breaches = list(doctor.examine(reading.connection, reading.now))
    lacking = rights.lacking(reading.connection, role)
    if lacking:
        breaches.append(Breach("account_lacks_rights", len(lacking), lacking[: doctor.SAMPLES]))
    faults = reading.settings.faults
    if faults:
        keys = tuple(fault.key for fault in faults)
        breaches.append(Breach("unreadable_setting", len(keys), keys[: doctor.SAMPLES]))
    return tuple(_finding(breach) for breach in breaches)


def _finding(found: Breach) -> Finding:
    meaning, remedy = _WORDS.get(found.kind) or _of_date(found.kind)
    return Finding(
        found.kind, found.count, found.samples, meaning, remedy, found.kind not in _ALLOWED
    )


def _of_date(kind: str) -> tuple[str, str]:
    fault, _, word = kind.partition("_")
    where = _DATES[word]
    if fault == "zero":
        return f"Zero dates, or dates before 1971, as {where}. They count as missing.", _BY_BOOKING
    return f"Dates more than a day ahead as {where}. The idle clock leaves them out.", _BY_BOOKING


def sentences() -> frozenset[str]:
    """All meanings and remedies, in English, for who translates them."""
    dates = (_of_date(f"{fault}_{word}") for fault in _FAULTS_OF_DATES for word in _DATES)
    return frozenset(text for both in (*_WORDS.values(), *dates) for text in both)


def remedy(kind: str) -> str | None:
    """What mends this kind of breach; None: there is no such kind."""
    if kind in _WORDS:
        return _WORDS[kind][1]
    fault, _, word = kind.partition("_")
    return _BY_BOOKING if fault in _FAULTS_OF_DATES and word in _DATES else None
