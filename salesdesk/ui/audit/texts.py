"""Events in plain words: what was done, from what to what, field by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.audit import AuditRow
from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.events import ASKED, HOST, Event, EventKind
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.session.faults import unread
from salesdesk.ui.setting_texts import full_label, value_word
from salesdesk.ui.texts import method_word, outcome_word, reason_word, source_word, status_word

K = EventKind

#: What stands in details for the program's own use.
_INNER = frozenset({ASKED, HOST, "contact", "customer", "spell", "by_account"})
_LONGEST = 4_000
#: What stands for the later side of a change where an event has no `after`; the first of them.
#: The account of a person stood for somebody else before: its later side is the person.
_LATER = ("after", "role", "due", "until", "person")
#: What the program needs to go on with an act, and nobody to understand it.
_OF_THE_ACT: dict[str, frozenset[str]] = {
    EventKind.BATCH: frozenset({"made_by", "left_out", "nameless", "tally"}),
    EventKind.CUSTOMER_CREATED: frozenset({"line"}),
    EventKind.RELEASE_CONFIRMED: frozenset({"run"}),
}
#: Words that mean something else in an event of this kind.
_NAMED = {(str(EventKind.RELEASE_HELD), "due"): "would_leave"}

#: Acts on what somebody may do: their line begins with whom it was done to.
_OF_A_PERSON = frozenset(
    {
        K.ROLE_GRANTED, K.ROLE_CONFIRMED, K.ROLE_REVOKED, K.PEOPLE_RECOVERED,
        K.ACCOUNT_MAPPED, K.ACCOUNT_REMOVED, K.CODE_MADE, K.PASSWORD_SET, K.SIGN_IN_TAKEN,
        K.TARGET_SET,
    }
)  # fmt: skip

#: A moment as events keep it.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d")


def what(kind: str) -> str:
    """What was done, in the past; the stored word of a kind that this program does not know."""
    words = _of_customers() | {
        K.SETTING_CHANGED: translate("audit", "Changed a setting"),
        K.ROLE_GRANTED: translate("audit", "Gave a role"),
        K.ROLE_CONFIRMED: translate("audit", "Let a role count again"),
        K.ROLE_REVOKED: translate("audit", "Took a role away"),
        K.ROLE_CHANGED: translate("audit", "Changed a role"),
        K.ROLE_CREATED: translate("audit", "Made a role"),
        K.PEOPLE_RECOVERED: translate("audit", "Recovered an administrator"),
        K.ACCOUNT_MAPPED: translate("audit", "Added an account"),
        K.ACCOUNT_REMOVED: translate("audit", "Removed an account"),
        K.CODE_MADE: translate("audit", "Made a one-time code"),
        K.PASSWORD_SET: translate("audit", "Set a password"),
        K.SIGN_IN_TAKEN: translate("audit", "Took a password away"),
        K.WORKSPACE_RESTORED: translate("audit", "Restored the workspace"),
        K.TEMPLATE_SAVED: translate("audit", "Saved a template"),
        K.TEMPLATE_REMOVED: translate("audit", "Removed a template"),
        K.TEMPLATE_RESTORED: translate("audit", "Restored a template"),
        K.TEMPLATES_ORDERED: translate("audit", "Ordered the templates"),
        K.TARGET_SET: translate("audit", "Set a target"),
        K.LINKED: translate("audit", "Linked two customers as one"),
        K.UNLINKED: translate("audit", "Took linked customers apart"),
        K.SAID_DIFFERENT: translate("audit", "Said that two customers differ"),
        K.SAID_ALIKE: translate("audit", "Took back that two customers differ"),
        K.EXPORTED: translate("audit", "Exported"),
        K.IMPORTED: translate("audit", "Imported"),
        K.IMPORT_TAKEN_BACK: translate("audit", "Took an import back"),
        K.BATCH: translate("audit", "Acted on many at once"),
    }
    return words.get(kind, kind.replace("_", " ").capitalize())


def _of_customers() -> dict[str, str]:
    """What is done to customers, by hand or by the release run."""
    return {
        K.CUSTOMER_CREATED: translate("audit", "Created a customer"),
        K.CUSTOMER_EDITED: translate("audit", "Edited a customer"),
        K.CUSTOMER_ERASED: translate("audit", "Erased a customer’s traces"),
        K.STATUS_MOVED: translate("audit", "Moved the status"),
        K.CONTACT_LOGGED: translate("audit", "Logged a contact"),
        K.CONTACT_EDITED: translate("audit", "Corrected a contact"),
        K.CONTACT_DELETED: translate("audit", "Deleted a contact"),
        K.CONTACT_RESTORED: translate("audit", "Restored a contact"),
        K.CLAIMED: translate("audit", "Claimed"),
        K.ASSIGNED: translate("audit", "Assigned"),
        K.TRANSFERRED: translate("audit", "Transferred"),
        K.RELEASED: translate("audit", "Released"),
        K.RELEASE_EXPLAINED: translate("audit", "Explained a release"),
        K.GIVEN_BACK: translate("audit", "Gave a customer back"),
        K.RELEASE_BATCH: translate("audit", "Ran a batch of releases"),
        K.RELEASE_HELD: translate("audit", "Held a release run"),
        K.RELEASE_CONFIRMED: translate("audit", "Confirmed a release run"),
        K.HEALED: translate("audit", "Brought a binding in line"),
        K.REPAIRED: translate("audit", "Repaired a binding"),
        K.PLANNED: translate("audit", "Planned a next step"),
        K.PROTECTED: translate("audit", "Protected"),
        K.PROTECTION_ENDED: translate("audit", "Ended a protection"),
        K.WARNED: translate("audit", "Saw the warning of a release"),
        K.PAUSED: translate("audit", "Kept customers while away or closed"),
        K.PAUSE_ENDED: translate("audit", "Ended an absence or a closing"),
        K.SET_ASIDE: translate("audit", "Set a customer aside"),
        K.TAKEN_BACK: translate("audit", "Took a customer back"),
    }


def told(event: Event) -> str:
    """What was done, as the table says it: of a contact, by which way; of a release, why."""
    if event.kind == K.RELEASED:
        return _released(event)
    sides = (event.details.get("after"), event.details)
    method = next(
        (str(s["method"]) for s in sides if isinstance(s, Mapping) and s.get("method")), ""
    )
    if event.kind != K.CONTACT_LOGGED or method not in list(Method):
        return what(event.kind)
    return {
        Method.WHATSAPP: translate("audit", "Logged a WhatsApp"),
        Method.CALL: translate("audit", "Logged a call"),
        Method.VISIT: translate("audit", "Logged a visit"),
    }[Method(method)]


def _released(event: Event) -> str:
    words = {
        UnbindingReason.INACTIVITY: translate("audit", "Released for inactivity"),
        UnbindingReason.PERIOD_ENDED: translate("audit", "Released at the period’s end"),
        UnbindingReason.MANUAL_RELEASE: translate("audit", "Released by hand"),
    }
    return words.get(UnbindingReason(str(event.details.get("reason"))), what(event.kind))


def subjects() -> tuple[tuple[str, str], ...]:
    """The choices of the filter: key and words."""
    return (
        ("", translate("audit", "Everything")),
        ("customers", translate("audit", "Customers")),
        ("contacts", translate("audit", "Contacts")),
        ("ownership", translate("audit", "Ownership")),
        ("releases", translate("audit", "Release runs")),
        ("settings", translate("audit", "Settings")),
        ("people", translate("audit", "People and roles")),
        ("data", translate("audit", "Export, import, batches")),
        ("templates", translate("audit", "Message templates")),
    )


def periods() -> tuple[tuple[int | None, str], ...]:
    """The choices of the period: days back and words."""
    return (
        (None, translate("audit", "All time")),
        (1, translate("audit", "Last 24 hours")),
        (7, translate("audit", "Last 7 days")),
        (30, translate("audit", "Last 30 days")),
    )


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an event, before and after; '' where there is none."""

    name: str
    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether it is another one afterwards."""
        return self.before != self.after


def fields(row: AuditRow, formats: Formats) -> tuple[Field, ...]:
    """Every field that the event keeps: both sides where there are two, else what was done."""
    details, kind = row.event.details, row.event.kind
    before, after = details.get("before"), details.get("after")
    used = {"before", "after", "from", "to", "key", *_INNER, *_OF_THE_ACT.get(kind, frozenset())}
    found: list[Field] = []
    if isinstance(before, Mapping) or isinstance(after, Mapping):
        old = before if isinstance(before, Mapping) else {}
        # An act that keeps one row names the later side's fields beside `before`.
        new = after if isinstance(after, Mapping) else {n: details.get(n) for n in old}
        names = [str(name) for name in {**old, **new} if name not in _INNER]
        used |= {name for name in names if after is None}
        found = [
            Field(
                _name(n), _value(row, formats, n, old.get(n)), _value(row, formats, n, new.get(n))
            )
            for n in sorted(names, key=_place)
        ]
    elif "before" in details or "after" in details:
        later = next((name for name in _LATER if name in details), "after")
        used.add(later)
        subject = str(
            details.get("key", later if later != "after" else translate("audit", "value"))
        )
        last = details.get(later)
        sides = (_value(row, formats, subject, before), _value(row, formats, subject, last))
        found = [Field(_name(subject), *sides)]
    elif "from" in details or "to" in details:
        found = [
            Field(
                _from_to_word(),
                _value(row, formats, _side(row), details.get("from")),
                _value(row, formats, _side(row), details.get("to")),
            )
        ]
    rest = [
        Field(_name(_NAMED.get((kind, n), n)), "", _value(row, formats, n, v))
        for n, v in sorted(details.items(), key=lambda each: _place(each[0]))
        if n not in used
    ]
    return tuple(one for one in (*found, *rest) if one.before or one.after)


def _name(name: str) -> str:
    """A field in words; of a setting and of what only a newer program keeps, its key."""
    words = {
        "name": translate("audit", "Name"),
        "phone": translate("audit", "Phone"),
        "phone_number": translate("audit", "Phone"),
        "company": translate("audit", "Company"),
        "address": translate("audit", "Address"),
        "lead_source": translate("audit", "Source"),
        "sales_status": translate("audit", "Status"),
        "at": translate("audit", "When"),
        "by": translate("audit", "By"),
        "method": translate("audit", "Method"),
        "outcome": translate("audit", "Outcome"),
        "notes": translate("audit", "Note"),
        "note": translate("audit", "Note"),
        "next_step": translate("audit", "Next step"),
        "owner": translate("audit", "Owner"),
        "since": translate("audit", "Since"),
        "until": translate("audit", "Until"),
        "reason": translate("audit", "Reason"),
        "why": translate("audit", "Reason"),
        "idle_days": translate("audit", "Days without a contact"),
        "limit_days": translate("audit", "Limit in days"),
        "person": translate("audit", "Person"),
        "role": translate("audit", "Role"),
        "account": translate("audit", "Account"),
        "booking_role": translate("audit", "Role in the booking application"),
        "added": translate("audit", "Added"),
        "removed": translate("audit", "Removed"),
        "rows": translate("audit", "Rows"),
        "customers": translate("audit", "Customers"),
        "claimed": translate("audit", "Claimed with it"),
        "file": translate("audit", "File"),
        "events": translate("audit", "Events"),
        "due": translate("audit", "Next step"),
        "would_leave": translate("audit", "Would leave"),
        "bound": translate("audit", "With agents"),
        "columns": translate("audit", "Columns"),
        "act": translate("audit", "Act"),
        "duplicates": translate("audit", "Customers known already"),
        "order": translate("audit", "Order"),
        "listed": translate("audit", "On the list"),
        "per_day": translate("audit", "Contacts a day"),
        "per_week": translate("audit", "Contacts a week"),
    }
    return words.get(name) or full_label(name).removeprefix("salesdesk.").replace("_", " ")


def _place(name: str) -> int:
    """Where a field stands: what was said first, then when and by whom, then the others."""
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _side(row: AuditRow) -> str:
    """What 'from' and 'to' of an event are."""
    return "sales_status" if row.event.kind == K.STATUS_MOVED else ""


def _value(row: AuditRow, formats: Formats, name: str, value: object) -> str:
    """A field's value in the words of the other screens; what is unknown stands as it is kept."""
    if name.startswith(_SETTINGS) and (value is None or isinstance(value, str)):
        return value_word(name, value)
    word = _WORDS.get(name)
    if word is not None and isinstance(value, str) and value:
        return word(value)
    return _said(row, formats, value)


def _status(value: str) -> str:
    return status_word(SalesStatus(value)) if value in list(SalesStatus) else value


_ORDER = ("name", "company", "phone", "method", "outcome", "notes", "next_step", "at", "by")
_SETTINGS = "salesdesk."
_WORDS: dict[str, Callable[[str], str]] = {
    "act": what,
    "method": lambda value: method_word(Method(value)),
    "outcome": lambda value: outcome_word(Outcome(value)),
    "sales_status": _status,
    "lead_source": lambda value: source_word(LeadSource(value)),
    "reason": lambda value: (
        reason_word(UnbindingReason(value)) if UnbindingReason(value).known else value
    ),
}


def _said(row: AuditRow, formats: Formats, value: object) -> str:
    """A value in words: people by their names, lists by their parts."""
    if value is None:
        return ""
    if isinstance(value, str):
        if _MOMENT.fullmatch(value):
            moment = datetime.fromisoformat(value)
            return formats.exact(moment, row.event.at)
        return row.names.get(value.lower(), value)[:_LONGEST]
    if isinstance(value, bool):
        return translate("audit", "yes") if value else translate("audit", "no")
    if isinstance(value, list | tuple):
        return ", ".join(_said(row, formats, each) for each in value)[:_LONGEST]
    if isinstance(value, Mapping):
        return ", ".join(f"{_name(str(n))}: {_said(row, formats, v)}" for n, v in value.items())[
            :_LONGEST
        ]
    return str(value)


def from_to(row: AuditRow, formats: Formats) -> str:
    """The change in one line."""
    owned = _owned(row, formats)
    if owned:
        return owned
    changed = [one for one in fields(row, formats) if one.changed]
    if not changed:
        return ""
    by_name = {one.name: one for one in changed}
    outcome = by_name.get(_name("outcome"))
    if row.event.kind == K.CONTACT_LOGGED and outcome is not None:
        return outcome.after
    if row.event.kind == K.CONTACT_EDITED and outcome is not None:
        return f"{outcome.before} → {outcome.after}"
    person = by_name.get(_name("person"))
    if row.event.kind == K.TARGET_SET and person is None:
        person = by_name.get(_name("role"))
    if row.event.kind in _OF_A_PERSON and person is not None and person.after:
        others = [one for one in changed if one is not person]
        return f"{person.after}: {_sides(others[0])}" if others else person.after
    first = next((one for one in changed if one.before and one.after), changed[0])
    told = _sides(first)
    if first.name and first.name != _from_to_word():
        told = f"{first.name}: {told}"
    return told.replace("\n", " ")


def _sides(field: Field) -> str:
    """Both sides of a field, or the later one alone."""
    return f"{field.before} → {field.after or '–'}" if field.before else field.after


def _owned(row: AuditRow, formats: Formats) -> str:
    """From whom to whom, of an act on the ownership; '' of any other."""
    details, pool = row.event.details, translate("audit", "pool")
    if row.event.kind == K.RELEASED and details.get("owner"):
        return f"{_said(row, formats, details['owner'])} → {pool}"
    if row.event.kind in (K.CLAIMED, K.ASSIGNED) and details.get("to"):
        return f"{pool} → {_said(row, formats, details['to'])}"
    return ""


def _from_to_word() -> str:
    return translate("audit", "From, to")


def who(row: AuditRow) -> str:
    """Who did it."""
    if row.actor is not None:
        return row.actor
    if row.event.run_id:
        return translate("audit", "Release run")
    return translate("audit", "Command line, or the system")


def computer(row: AuditRow) -> str:
    """The computer that it was done on; '' of events that were kept without it."""
    return str(row.event.details.get(HOST) or "")


def row_of(row: AuditRow, formats: Formats, now: datetime) -> CellRow:
    """An event's line in the table."""
    system = row.actor is None
    return CellRow(
        row.event.id,
        (
            TextCell(formats.stamp(row.event.at, now), Level.TEXT2),
            TextCell(
                who(row), Level.TEXT2 if system else Level.NAME, "archive-restore" if system else ""
            ),
            TextCell(told(row.event)),
            TextCell(row.customer or "", Level.NAME),
            TextCell(from_to(row, formats), Level.TEXT2),
            TextCell(computer(row), Level.TEXT2),
        ),
    )


def heads() -> list[str]:
    """The heads of the table."""
    return [
        translate("audit", "When"),
        translate("audit", "Who"),
        translate("audit", "What"),
        translate("audit", "Customer"),
        translate("audit", "From → to"),
        translate("audit", "Computer"),
    ]


def facts(row: AuditRow, formats: Formats) -> tuple[tuple[str, str], ...]:
    """What the panel says over the fields; always with the year."""
    account, host = row.event.details.get("by_account"), computer(row)
    here = Formats(formats.locale, formats.zone, formats.zone)
    at = f"{here.full_date(row.event.at)}, {here.time(row.event.at)}"
    lines = (
        (translate("audit", "When"), at),
        (translate("audit", "Who"), who(row)),
        (translate("audit", "Account"), str(account) if account else ""),
        (translate("audit", "Computer"), host),
        (translate("audit", "Event"), row.event.id),
    )
    return tuple(line for line in lines if line[1])


def counted(number: int, formats: Formats, *, more: bool) -> str:
    """How many are listed."""
    said = (
        translate("audit", "the newest {number} events")
        if more
        else translate("audit", "{number} events")
    )
    return fill(said, number=formats.number(number))


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text where the audit could not be read."""
    return unread(
        fault,
        translate("audit", "The audit cannot be shown"),
        translate("audit", "The audit is shown as soon as it answers."),
        says_why=False,
    )
