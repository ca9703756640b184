"""Erasing on request what SalesDesk itself keeps of a customer, with a preview and a receipt.

What the booking application keeps (the customer's row, contacts, orders, who had whom) is its own
matter (docs/rules.md, "Erasure on request"). While its row is there SalesDesk shows what stands in
it, and mirrors its number for the search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from salesdesk.domain import erasure as rules
from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.customer import Customer
from salesdesk.domain.errors import CustomerGone
from salesdesk.domain.events import Details, Event, EventKind
from salesdesk.domain.permissions import Permission
from salesdesk.services import access
from salesdesk.services.session import Done, Session
from salesdesk.storage.stores.erasure import ErasureStore, KeptEvent
from salesdesk.storage.unit_of_work import Reading, UnitOfWork


@dataclass(frozen=True, slots=True)
class Traces:
    """What SalesDesk keeps of a customer.

    Attributes:
        name: as the booking application has it; '' where its row is gone.
        is_listed: whether that row is there.
        events: about the customer, in which something typed stands.
        mentions: events about many in which the customer is named.
        rows: of each side table.
    """

    name: str
    is_listed: bool
    events: int
    mentions: int
    rows: Mapping[str, int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to erase."""
        return not (self.events or self.mentions or self.rows)


@dataclass(frozen=True, slots=True)
class Erased(Done):
    """What was erased; the receipt.

    Attributes:
        events, mentions: how many events were emptied.
        rows: how many rows of each side table were removed.
    """

    events: int = 0
    mentions: int = 0
    rows: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Found:
    events: tuple[KeptEvent, ...]
    mentions: tuple[KeptEvent, ...]


def preview(session: Session, customer_id: str) -> Traces:
    """What would be erased; nothing is changed.

    Raises:
        NotAllowed: the actor may not manage people.
        CustomerGone: nobody keeps anything of such a customer.
    """
    access.require(session.actor, Permission.PEOPLE_MANAGE)
    return session.store.read(lambda reading: _traces(reading, customer_id))


def _traces(reading: Reading, customer_id: str) -> Traces:
    customer = reading.customers.get(customer_id)
    found = _found(reading, customer_id, customer, "")
    store = ErasureStore(reading.connection)
    rows = store.counts(customer_id)
    if customer is None and not rows and not store.events_of(customer_id):
        raise CustomerGone(customer_id)
    name = customer.name if customer is not None else ""
    return Traces(name, customer is not None, len(found.events), len(found.mentions), rows)


def erase(session: Session, event_id: str, customer_id: str) -> Erased:
    """Erase it, in one transaction with an event that names nobody.

    Raises:
        NotAllowed: the actor may not manage people.
        CustomerGone: nobody keeps anything of such a customer.
    """
    access.require(session.actor, Permission.PEOPLE_MANAGE)
    topics = (Topic.CUSTOMERS, Topic.CONTACTS, Topic.FOLLOW_UPS, Topic.ERASURE)
    changes = Changes.of(*topics, ids=(customer_id,))

    def work(unit: UnitOfWork) -> Erased:
        customer = unit.customers.lock([customer_id]).get(customer_id)
        at = unit.clock()
        kind = EventKind.CUSTOMER_ERASED
        unit.events.begin(Event(event_id, at, kind, customer_id, session.actor.uid, {}))
        access.confirm(unit, session.actor, Permission.PEOPLE_MANAGE)
        found = _found(unit, customer_id, customer, event_id)
        store = ErasureStore(unit.connection)
        rows = store.remove(customer_id)
        if customer is None and not rows and len(store.events_of(customer_id)) == 1:
            raise CustomerGone(customer_id)
        for event in (*found.events, *found.mentions):
            store.rewrite(event)
        told = {"events": len(found.events), "mentions": len(found.mentions), "rows": rows}
        unit.events.complete(event_id, told)
        return Erased(changes, False, len(found.events), len(found.mentions), rows)

    def again(unit: UnitOfWork) -> Erased:
        """It was erased, and the answer lost with the connection."""
        event = unit.events.get(event_id)
        return _receipt(changes, event.details if event is not None else {})

    return session.store.act(work, done=again)


def _receipt(changes: Changes, details: Mapping[str, object]) -> Erased:
    rows = details.get("rows")
    counts = {
        key: value
        for key, value in details.items()
        if key in ("events", "mentions") and isinstance(value, int)
    }
    kept = (
        {str(name): int(number) for name, number in rows.items()} if isinstance(rows, dict) else {}
    )
    return Erased(changes, True, counts.get("events", 0), counts.get("mentions", 0), kept)


def _found(reading: Reading, customer_id: str, customer: Customer | None, own: str) -> _Found:
    """The events in which something is to be erased, as they read afterwards.

    Args:
        own: the event of the erasure itself, which says nothing of anybody.
    """
    store = ErasureStore(reading.connection)
    staff = frozenset(one.uid.casefold() for one in reading.people.everybody())
    stored = [one for one in store.events_of(customer_id) if one.id != own]
    texts = {name for one in stored for name in rules.names_in(one.details)}
    texts |= set(store.numbers_of(customer_id))
    if customer is not None:
        texts |= {customer.name.strip(), customer.phone.strip()}
    texts = {one for one in texts if len(one) >= rules.LEAST_LOOKED_FOR and one != rules.ERASED}
    about = _changed(stored, lambda one: rules.without_person(one.details, staff))
    many = _changed(store.events_naming(texts), lambda one: rules.without_texts(one.details, texts))
    return _Found(about, many)


def _changed(
    events: Iterable[KeptEvent], by: Callable[[KeptEvent], Details]
) -> tuple[KeptEvent, ...]:
    """Those of the events that read differently afterwards, as they then read."""
    turned = ((one, KeptEvent(one.id, by(one))) for one in events)
    return tuple(after for before, after in turned if after.details != before.details)


def erased(session: Session) -> frozenset[str]:
    """The ids of all customers who were erased: what a computer keeps of them has to go too.

    Raises:
        Unavailable: the database is out of reach.
    """
    return session.store.read(
        lambda reading: frozenset(
            event.customer_id
            for event in reading.events.of_kind(EventKind.CUSTOMER_ERASED)
            if event.customer_id is not None
        )
    )
