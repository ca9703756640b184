"""What SalesDesk's own tables keep of one customer: found, and removed on request.

Every table with a `customer_id` is looked at, so that none is forgotten that comes later.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, or_, select, update

from salesdesk.domain.events import Details
from salesdesk.storage import tables
from salesdesk.storage.stores.events import dumped

_EVENTS = tables.salesdesk_events
_E = _EVENTS.c
_ASIDES = tables.salesdesk_set_asides

#: They hold ids, moments and figures alone: events are emptied and not removed, a summary follows
#: the customer's own row, a held run names whom it would free, a kept clock says when and a link
#: who stays for whom. Whoever is not to be contacted stays so, without what was typed.
_KEPT = frozenset(
    {
        "salesdesk_events",
        "salesdesk_customer_summary",
        "salesdesk_held_customers",
        "salesdesk_kept_clocks",
        "salesdesk_set_asides",
        "salesdesk_links",
    }
)


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event with what it says."""

    id: str
    details: Details


def _side_tables() -> tuple[Table, ...]:
    return tuple(
        table
        for table in tables.own.sorted_tables
        if "customer_id" in table.c and table.name not in _KEPT
    )


@dataclass(frozen=True, slots=True)
class ErasureStore:
    """One customer's traces, within one transaction."""

    connection: Connection

    def events_of(self, customer_id: str) -> tuple[KeptEvent, ...]:
        """The events about the customer."""
        statement = select(_E.id, _E.details).where(_E.customer_id == customer_id)
        return self._read(statement)

    def events_naming(self, texts: Iterable[str]) -> tuple[KeptEvent, ...]:
        """The events about nobody in particular in which one of these texts stands."""
        # As it stands within JSON, where quotes and line breaks are written otherwise.
        wanted = [json.dumps(text, ensure_ascii=False)[1:-1] for text in sorted(set(texts))]
        if not wanted:
            return ()
        said = or_(*(_E.details.contains(text, autoescape=True) for text in wanted))
        return self._read(select(_E.id, _E.details).where(_E.customer_id.is_(None), said))

    def _read(self, statement: object) -> tuple[KeptEvent, ...]:
        rows = self.connection.execute(statement)  # type: ignore[call-overload]
        return tuple(KeptEvent(row.id, json.loads(row.details)) for row in rows)

    def rewrite(self, event: KeptEvent) -> None:
        """Let an event say this instead."""
        changed = update(_EVENTS).where(_E.id == event.id).values(details=dumped(event.details))
        self.connection.execute(changed)

    def numbers_of(self, customer_id: str) -> tuple[str, ...]:
        """The customer's numbers, in one form and as they were typed."""
        phones = tables.salesdesk_phones.c
        statement = select(phones.number, phones.typed).where(phones.customer_id == customer_id)
        rows = self.connection.execute(statement)
        return tuple(text for row in rows for text in (row.number, row.typed) if text)

    def counts(self, customer_id: str) -> dict[str, int]:
        """How many rows each side table keeps of the customer, those with none left out."""
        found = {}
        for table in _side_tables():
            of = select(func.count()).select_from(table).where(table.c.customer_id == customer_id)
            if number := int(self.connection.execute(of).scalar_one()):
                found[table.name] = number
        typed = select(func.count()).where(_typed_aside(customer_id))
        if number := int(self.connection.execute(typed).scalar_one()):
            found[_ASIDES.name] = number
        return found

    def remove(self, customer_id: str) -> dict[str, int]:
        """Remove what the side tables keep of the customer; how many rows of each."""
        found = self.counts(customer_id)
        for table in _side_tables():
            if table.name in found:
                gone = delete(table).where(table.c.customer_id == customer_id)
                self.connection.execute(gone)
        without = update(_ASIDES).where(_typed_aside(customer_id)).values(note="")
        self.connection.execute(without)
        return found


def _typed_aside(customer_id: str) -> ColumnElement[bool]:
    return and_(_ASIDES.c.customer_id == customer_id, _ASIDES.c.note != "")
