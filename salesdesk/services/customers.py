"""Create and edit customers, and find one by a phone number in any format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.customer import (
    Customer,
    CustomerDraft,
    LeadSource,
    SalesStatus,
    checked,
    same_text,
)
from salesdesk.domain.errors import (
    Conflict,
    CustomerGone,
    Duplicate,
    FieldFault,
    Invalid,
    Refusal,
)
from salesdesk.domain.events import ASKED, Details, Event, EventKind, derived_id
from salesdesk.domain.ownership import BindingStatus, OwnershipSeen
from salesdesk.domain.permissions import Permission
from salesdesk.domain.phones import PhoneNumber
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.settings import PHONE_FORMAT, PHONE_REGION, SharedSettings
from salesdesk.services import (
    access,
    locked_write,
    ownership,
    phone_reading,
    phones,
    submission,
)
from salesdesk.services.session import Done, Session
from salesdesk.services.submission import Stored
from salesdesk.storage.stores.bindings import HistoryRows
from salesdesk.storage.stores.customers import FIELDS, PhoneTaken
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

PHONE_LENGTH = 20

#: In an edit's event: the further numbers before and after it.
_NUMBERS = "numbers"

_LABELS = {
    "name": Why.FIELD_NAME,
    "phone": Why.FIELD_PHONE,
    "address": Why.FIELD_ADDRESS,
    "company": Why.FIELD_COMPANY,
    "lead_source": Why.FIELD_SOURCE,
    "sales_status": Why.FIELD_STATUS,
}


@dataclass(frozen=True, slots=True)
class Created(Done):
    """A customer was created."""

    customer_id: str = ""


class EditConflict(Conflict):
    """Somebody else changed a field of the form meanwhile.

    Attributes:
        current: the customer as it now is.
        fields: the fields at odds.
    """

    def __init__(self, current: Customer, fields: tuple[str, ...]) -> None:
        super().__init__(Why.FIELDS_CHANGED, fields=tuple(_LABELS[field] for field in fields))
        self.field = fields[0]
        self.current = current
        self.fields = fields


def get(session: Session, customer_id: str) -> Customer:
    """The customer as a form shows it.

    Raises:
        NotAllowed: the actor may not see customers, or not this one's phone.
        CustomerGone.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    found = session.store.read(lambda reading: _with_numbers(reading, customer_id))
    if found is None:
        raise CustomerGone(customer_id)
    if locked_write.owner_of(found) is None:
        access.require(session.actor, Permission.CUSTOMERS_VIEW_PHONE_IN_POOL)
    return found


def _with_numbers(reading: Reading, customer_id: str) -> Customer | None:
    customer = reading.customers.get(customer_id)
    if customer is None:
        return None
    return replace(customer, others=phones.listed(_beside(reading, customer_id, customer.phone)))


def _beside(reading: Reading, customer_id: str, phone: str) -> tuple[PhoneNumber, ...]:
    """The numbers that were entered beside the customer's own."""
    noted = reading.phones.of([customer_id]).get(customer_id, ())
    return phones.beside(phone, noted, _region(reading.settings))


def duplicate_of(session: Session, phone: str, except_id: str | None = None) -> Duplicate | None:
    """The customer who already has this number, in whatever format; for checking while typing.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    return session.store.read(lambda reading: _duplicate(reading, phone, except_id))


def create(session: Session, draft: CustomerDraft, *, claim: bool = False) -> Created:
    """Create a customer; with `claim`, bound to the actor from the start.

    Raises:
        NotAllowed: the actor may not create customers (or claim).
        Invalid: a field cannot be stored; names each.
        Duplicate: another customer has the number; names it and its owner.
    """
    needed = [Permission.CUSTOMERS_CREATE]
    if claim:
        needed += [Permission.CUSTOMERS_CLAIM, Permission.CUSTOMERS_HOLD]
    access.require(session.actor, *needed)
    uid = ownership.signed_in_uid(session)
    tidied = checked(draft)
    event_id = derived_id(draft.id, "created")
    asked = _content(tidied, claim=claim)
    changes = Changes.of(Topic.CUSTOMERS, Topic.OWNERSHIP, ids=(draft.id,))

    def work(unit: UnitOfWork) -> Created:
        at = unit.clock()
        details = {"name": tidied.name, "claimed": claim, ASKED: asked}
        unit.events.begin(
            Event(event_id, at, EventKind.CUSTOMER_CREATED, draft.id, session.actor.uid, details)
        )
        access.confirm(unit, session.actor, *needed)
        phone = _unused_number(unit, tidied.phone, None)
        values = _columns(replace(tidied, phone=phone))
        try:
            unit.customers.add(
                {**values, "id": draft.id, "firebase_uid": uid, "created_at": at,
                 "binding_status": BindingStatus.AVAILABLE.value}
            )  # fmt: skip
        except PhoneTaken as taken:
            raise _taken(unit, phone) from taken
        _note_numbers(unit, draft.id, phone)
        numbers = _put_others(unit, draft.id, phone, tidied.others or None, "")
        if claim:
            _claim_new(unit, session, draft.id, event_id, uid)
        kept = {"name": tidied.name, "claimed": claim, "after": values, **numbers}
        unit.events.complete(event_id, kept)
        return Created(changes, customer_id=draft.id)

    return submission.submit(
        session,
        event_id,
        asked,
        work,
        replayed=lambda _, __: Created(changes, True, draft.id),
        change=lambda found: _create_otherwise(session, draft, claim, asked, found),
    )


def _create_otherwise(
    session: Session, draft: CustomerDraft, claim: bool, asked: Details, found: Stored
) -> Created:
    """Make the customer whom an earlier try of this form created into what is typed now."""
    claimed = bool(found.asked("claim"))
    owning = derived_id(found.next_id, "owner")
    if claim and not claimed:
        ownership.claim(session, owning, draft.id)
    elif claimed and not claim:
        ownership.release(session, owning, draft.id, OwnershipSeen(session.actor.uid))
    stands = session.store.read(lambda reading: reading.customers.get(draft.id))
    if stands is None:
        raise CustomerGone(draft.id)
    done = _edit(session, found.next_id, draft, _as_stored(stands, found), asked)
    return Created(done.changes | Changes.of(Topic.OWNERSHIP, ids=(draft.id,)), True, draft.id)


def _as_stored(customer: Customer, found: Stored) -> Customer:
    """The customer as one form left it, which is what its changes are changes of."""
    left: dict[str, object] = {}
    for event in found.events:
        after = event.details.get("after")
        left.update(after if isinstance(after, dict) else {})
    values = {field: left[column] for field, column in FIELDS.items() if column in left}
    numbers = _numbers_changed_by(found)
    source = values.pop("lead_source", customer.lead_source)
    status = values.pop("sales_status", customer.sales_status)
    return replace(
        customer,
        **values,  # type: ignore[arg-type]
        lead_source=LeadSource(str(source)) if source else None,
        sales_status=SalesStatus.of(str(status)),
        others=numbers[1] if numbers else customer.others,
    )


def _claim_new(
    unit: UnitOfWork, session: Session, customer_id: str, event_id: str, uid: str
) -> None:
    customer = unit.customers.get(customer_id)
    if customer is None:
        raise CustomerGone(customer_id)
    act = locked_write.CustomerWrite(
        unit, session.actor, event_id, unit.clock(), customer, HistoryRows()
    )
    claimed = locked_write.part(act, "claimed", EventKind.CLAIMED, {})
    unit.events.add([claimed])
    ownership.claim_within(act, uid, claimed.id)


def edit(session: Session, event_id: str, draft: CustomerDraft, seen: Customer) -> Done:
    """Change the fields that differ from what was seen; the old values stay in the event.

    Raises:
        NotAllowed: the actor may not edit customers.
        Invalid: a field cannot be stored; names each.
        Duplicate: another customer has the number; names it and its owner.
        EditConflict: somebody changed one of the same fields meanwhile.
        CustomerGone.
    """
    return _edit(session, event_id, draft, seen, None)


def _edit(
    session: Session, event_id: str, draft: CustomerDraft, seen: Customer, asked: Details | None
) -> Done:
    """The edit, as an act of its own or (with `asked`) as the change of what a form stored."""
    access.require(session.actor, Permission.CUSTOMERS_EDIT)
    before, typed = _fields_of(seen), _columns(draft)
    fields = tuple(f for f, column in FIELDS.items() if _differ(typed[column], before[column]))
    tidied = checked(draft, FIELDS.keys() - set(fields))
    wanted = asked or _content(tidied)
    changes = Changes.of(Topic.CUSTOMERS, ids=(seen.id,))
    after = _columns(tidied)
    others = tidied.others if (tidied.others or "") != seen.others else None
    idle = not fields and others is None and asked is None
    if idle and not submission.is_stored(session, event_id):
        return Done(Changes())

    def work(unit: UnitOfWork) -> Done:
        act = locked_write.begin_write(
            unit, session, event_id, EventKind.CUSTOMER_EDITED, seen.id,
            [Permission.CUSTOMERS_EDIT],
            asked=wanted,
        )  # fmt: skip
        _require_others(act, others, seen.others)
        changed = {FIELDS[field]: after[FIELDS[field]] for field in fields}
        if "phone" in fields:
            changed["phone_number"] = _unused_number(unit, tidied.phone, seen.id)
            if changed["phone_number"] == before["phone_number"]:
                del changed["phone_number"]
        old = {column: before[column] for column in changed}
        if changed:
            _write(act, changed, old)
        if "phone_number" in changed:
            _note_numbers(unit, seen.id, str(changed["phone_number"]))
        stands = str(changed.get("phone_number", act.customer.phone))
        numbers = _put_others(unit, seen.id, stands, others, seen.others)
        unit.events.complete(event_id, {"before": old, "after": changed, **numbers})
        if "sales_status" in fields:
            moved = {"from": seen.sales_status.value, "to": tidied.sales_status.value}
            unit.events.add([locked_write.part(act, "moved", EventKind.STATUS_MOVED, moved)])
        return Done(changes)

    return submission.submit(
        session,
        event_id,
        wanted,
        work,
        replayed=lambda _, __: Done(changes, replayed=True),
        change=lambda found: _edit(session, found.next_id, draft, _as_stored(seen, found), wanted),
    )


def take_back_edit(session: Session, event_id: str, edit_id: str) -> Done:
    """Put back what a form changed, if each of those fields is still as the form left it.

    The act that this leaves behind is an edit, which can be taken back in the same way.

    Args:
        edit_id: the id of the form's act, or of an earlier taking back.

    Raises:
        NotAllowed: the actor may not edit customers.
        EditConflict: somebody changed one of the fields meanwhile; none is put back.
        Duplicate: another customer has the former number by now.
        CustomerGone.
    """
    access.require(session.actor, Permission.CUSTOMERS_EDIT)
    form = session.store.read(lambda reading: submission.stored(reading, edit_id))
    customer_id = form.events[0].customer_id if form is not None else None
    if form is None or customer_id is None:
        raise Refusal(Why.NO_CUSTOMER_CHANGE)
    before, after = _changed_by(form)
    numbers = _numbers_changed_by(form)
    changes = Changes.of(Topic.CUSTOMERS, ids=(customer_id,))

    def work(unit: UnitOfWork) -> Done:
        act = locked_write.begin_write(
            unit, session, event_id, EventKind.CUSTOMER_EDITED, customer_id,
            [Permission.CUSTOMERS_EDIT],
            details={
                "before": after, "after": before, "undone": edit_id,
                **({_NUMBERS: numbers[::-1]} if numbers else {}),
            },
        )  # fmt: skip
        if numbers:
            _require_others(act, *numbers)
        if "phone_number" in before:
            found = _duplicate(unit, str(before["phone_number"]), customer_id)
            if found is not None:
                raise found
        if before:
            _write(act, before, after)
        if "phone_number" in before:
            # As it was typed once: an undo rewrites no number.
            phone = str(before["phone_number"])
            _note_numbers(unit, customer_id, phone)
        if numbers:
            phone = str(before.get("phone_number", act.customer.phone))
            _put_others(unit, customer_id, phone, *numbers)
        if "sales_status" in before:
            moved = {"from": after["sales_status"], "to": before["sales_status"]}
            unit.events.add([locked_write.part(act, "moved", EventKind.STATUS_MOVED, moved)])
        return Done(changes)

    return session.store.act(work, done=lambda _: Done(changes, replayed=True))


def _changed_by(form: Stored) -> tuple[dict[str, object], dict[str, object]]:
    """The columns that a form changed: as they were before it, and as it left them."""
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    for event in form.events:
        was, became = event.details.get("before"), event.details.get("after")
        if isinstance(was, dict) and isinstance(became, dict):
            before = {**was, **before}
            after.update(became)
    changed = [column for column in before if before[column] != after.get(column)]
    return {one: before[one] for one in changed}, {one: after[one] for one in changed}


def _numbers_changed_by(form: Stored) -> list[str]:
    """The further numbers before and after a form's changes; empty: it left them alone."""
    told = [event.details[_NUMBERS] for event in form.events if _NUMBERS in event.details]
    pairs = [pair for pair in told if isinstance(pair, list)]
    return [str(pairs[0][0]), str(pairs[-1][1])] if pairs else []


def _content(tidied: CustomerDraft, *, claim: bool = False) -> Details:
    others = {} if tidied.others is None else {"others": tidied.others}
    return submission.content(**_columns(tidied), claim=claim, **others)


def _differ(typed: object, stored: object) -> bool:
    """Whether a field was touched: a form does not keep every character that it shows."""
    return not same_text(str(typed or ""), str(stored or ""))


def _write(
    act: locked_write.CustomerWrite,
    changed: Mapping[str, object],
    old: Mapping[str, object],
) -> None:
    now_there = _fields_of(act.customer)
    at_odds = tuple(
        f for f, column in FIELDS.items() if column in old and now_there[column] != old[column]
    )
    if at_odds:
        raise EditConflict(act.customer, at_odds)
    try:
        hit = act.unit.customers.change(act.customer.id, changed, old)
    except PhoneTaken as taken:
        raise _taken(act.unit, str(changed["phone_number"])) from taken
    if not hit:
        raise locked_write.changed_meanwhile()


def _columns(draft: CustomerDraft) -> dict[str, object]:
    return {
        "name": draft.name,
        "phone_number": draft.phone,
        "address": draft.address,
        "company": draft.company or None,
        "lead_source": draft.lead_source.value if draft.lead_source else None,
        "sales_status": draft.sales_status.value,
    }


def _fields_of(customer: Customer) -> dict[str, object]:
    return {
        "name": customer.name,
        "phone_number": customer.phone,
        "address": customer.address,
        "company": customer.company,
        "lead_source": customer.lead_source.value if customer.lead_source else None,
        "sales_status": customer.sales_status.value,
    }


def _region(settings: SharedSettings) -> str:
    return settings.word(PHONE_REGION)


def _note_numbers(unit: UnitOfWork, customer_id: str, phone: str) -> None:
    """Note the numbers of a stored text beside the customer."""
    unit.phones.put(phones.noted(customer_id, phone, _region(unit.settings)))


def _require_others(act: locked_write.CustomerWrite, typed: str | None, seen: str) -> None:
    """Check that the further numbers that change are still those that the form was opened on.

    Raises:
        Conflict: they are not.
    """
    if (
        typed is not None
        and phones.listed(_beside(act.unit, act.customer.id, act.customer.phone)) != seen
    ):
        raise locked_write.changed_meanwhile()


def _put_others(
    unit: UnitOfWork, customer_id: str, phone: str, typed: str | None, seen: str
) -> dict[str, object]:
    """Note the further numbers that a form shows; what the event keeps of it.

    Raises:
        Invalid: a part of the text is no number.
    """
    if typed is None:
        return {}
    region = _region(unit.settings)
    found = phone_reading.read(typed, region)
    if found.faults or (typed.strip() and not found.numbers):
        faults = found.faults or (Reason.of(Why.NOT_CALLABLE),)
        raise Invalid((FieldFault("others", Reason.of(Why.SEVERAL, reasons=faults)),))
    wanted = phones.beside(phone, found.numbers, region)
    unit.phones.put_beside(customer_id, phone, wanted)
    return {_NUMBERS: [seen, phones.listed(wanted)]}


def _unused_number(unit: UnitOfWork, typed: str, except_id: str | None) -> str:
    """The number in the form that is written, which no other customer has in any format.

    Raises:
        Invalid: it is no phone number, several of them, or too long to be stored.
        Duplicate: another customer has it.
    """
    region = _region(unit.settings)
    lost = phones.more_than_one(typed, region)
    if lost:
        raise Invalid((FieldFault("phone", lost),))
    as_e164 = phones.e164(typed, region)
    if as_e164 is None:
        raise Invalid((FieldFault("phone", Reason.of(Why.NOT_CALLABLE)),))
    written = as_e164 if unit.settings.word(PHONE_FORMAT) == "e164" else typed
    if len(written) > PHONE_LENGTH:
        raise Invalid((FieldFault("phone", Reason.of(Why.PHONE_TOO_LONG, most=PHONE_LENGTH)),))
    if written != as_e164:
        # As typed, the unique key cannot see two formats of one number: one at a time.
        unit.state.put("number_written", as_e164, unit.clock())
    found = _duplicate(unit, typed, except_id)
    if found is not None:
        raise found
    return written


def _duplicate(reading: Reading, typed: str, except_id: str | None) -> Duplicate | None:
    region = _region(reading.settings)
    numbers = phones.numbers(typed, region)
    if not numbers:
        return None
    spellings = {typed.strip()}.union(*(phones.spellings(n, region) for n in numbers))
    for customer_id in reading.phones.holders(numbers, spellings):
        # Who is linked to another has its number there: the one that stays is named.
        shown = reading.links.shown(customer_id)
        if except_id in (customer_id, shown):
            continue
        customer = reading.customers.get(customer_id)
        if customer is None:
            continue
        beside = reading.phones.of([customer_id]).get(customer_id, ())
        held = {*phones.numbers(customer.phone, region), *(one.number for one in beside)}
        if held.isdisjoint(numbers):
            continue  # the side table is older than the customer's row
        stays = reading.customers.get(shown) if shown != customer_id else customer
        return _named_duplicate(reading, stays or customer)
    return None


def _named_duplicate(reading: Reading, customer: Customer) -> Duplicate:
    owner = locked_write.owner_of(customer)
    name = reading.people.name_of(owner) if owner else None
    return Duplicate(customer.id, customer.name, owner, name)


def _taken(unit: UnitOfWork, phone: str) -> Exception:
    """What to say when the unique key refused a number that nobody had a moment ago."""
    holder = next(iter(unit.phones.holders([], [phone])), None)
    customer = unit.customers.get(holder) if holder else None
    if customer is None:
        return locked_write.changed_meanwhile()
    return _named_duplicate(unit, customer)
