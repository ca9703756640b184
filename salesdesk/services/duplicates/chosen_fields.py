"""The fields that the customer that stays takes over from the one that is hidden, and back."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from salesdesk.domain.customer import Customer
from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import Details, Event, EventKind
from salesdesk.domain.refusals import Why
from salesdesk.domain.settings import PHONE_REGION
from salesdesk.services import locked_write, phones
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.storage.stores.customers import FIELDS, PhoneTaken

_BEFORE, _AFTER = "before", "after"
_PHONE, _STATUS = FIELDS["phone"], FIELDS["sales_status"]


def columns(customer: Customer) -> dict[str, object]:
    """What stands in the columns that a form may change."""
    return {
        "name": customer.name,
        "phone_number": customer.phone,
        "address": customer.address,
        "company": customer.company,
        "lead_source": customer.lead_source.value if customer.lead_source else None,
        "sales_status": customer.sales_status.value,
    }


def differing(one: Customer, other: Customer, fields: Collection[str]) -> tuple[str, ...]:
    """Those of these fields in which two rows differ."""
    here, there = columns(one), columns(other)
    return tuple(
        each for each in FIELDS if each in fields and here[FIELDS[each]] != there[FIELDS[each]]
    )


def take(winner: CustomerWrite, choice: LinkChoice) -> Details:
    """Write the chosen fields into the customer that stays; what the link's event keeps of it.

    Raises:
        Refusal: the number cannot be written a second time.
        Conflict: a field changed meanwhile.
    """
    fields = differing(choice.hidden, choice.stays, choice.fields)
    theirs, ours = columns(choice.hidden), columns(choice.stays)
    after = {FIELDS[each]: theirs[FIELDS[each]] for each in fields}
    before = {column: ours[column] for column in after}
    if not after:
        return {}
    if _PHONE in after:
        after[_PHONE] = _number(winner, str(after[_PHONE]))
    _write(winner, after, before, "edited")
    return {_BEFORE: before, _AFTER: after}


def put_back(winner: CustomerWrite, made: Event) -> tuple[str, ...]:
    """Write back what a link changed; the fields that somebody changed since, which stay."""
    before, after = made.details.get(_BEFORE), made.details.get(_AFTER)
    if not isinstance(before, dict) or not isinstance(after, dict):
        return ()
    stands = columns(winner.customer)
    unchanged = [column for column in before if stands[column] == after[column]]
    if unchanged:
        _write(
            winner,
            {column: before[column] for column in unchanged},
            {column: after[column] for column in unchanged},
            "restored",
        )
    names = {column: field for field, column in FIELDS.items()}
    return tuple(names[column] for column in before if column not in unchanged)


def _write(
    act: CustomerWrite, changed: Mapping[str, object], old: Mapping[str, object], name: str
) -> None:
    unit = act.unit
    try:
        hit = unit.customers.change(act.customer.id, changed, old)
    except PhoneTaken as taken:
        raise Refusal(Why.NUMBER_STANDS_TWICE) from taken
    if not hit:
        raise locked_write.changed_meanwhile()
    if _PHONE in changed:
        region = unit.settings.word(PHONE_REGION)
        unit.phones.put(phones.noted(act.customer.id, str(changed[_PHONE]), region))
    events = [locked_write.part(act, name, EventKind.CUSTOMER_EDITED,
                                {_BEFORE: dict(old), _AFTER: dict(changed)})]  # fmt: skip
    if _STATUS in changed:
        moved = {"from": old[_STATUS], "to": changed[_STATUS]}
        events.append(locked_write.part(act, f"{name} status", EventKind.STATUS_MOVED, moved))
    unit.events.add(events)


def _number(act: CustomerWrite, theirs: str) -> str:
    """The hidden customer's number as the one that stays can hold it.

    The hidden one keeps its own row, and no two rows hold the same text: so it is written in
    another of the common ways.
    """
    region = act.unit.settings.word(PHONE_REGION)
    number = phones.e164(theirs, region)
    if number is None:
        raise Refusal(Why.NUMBER_STANDS_TWICE)
    ways = [number, phones.display(number, region), *sorted(phones.spellings(number, region))]
    taken = act.unit.customers.with_numbers(ways)
    written = next((way for way in ways if way not in taken), None)
    if written is None:
        raise Refusal(Why.NUMBER_STANDS_TWICE)
    return written
