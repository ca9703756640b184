"""`salesdesk erase`: what SalesDesk keeps of a customer, shown or erased on request."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from salesdesk.app.commands.answers import Answer, Code, counted
from salesdesk.app.commands.naming import id_of
from salesdesk.app.commands.opening import administrator, ready
from salesdesk.app.commands.words import said
from salesdesk.domain.events import new_id
from salesdesk.services.admin import erasure


def run(arguments: Namespace) -> Answer:
    """Say what would be erased, or erase it and give a receipt.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = administrator(store, arguments.person)
        customer_id = id_of(session, arguments.customer)
        if not arguments.apply:
            found = erasure.preview(session, customer_id)
            data = _data(customer_id, found.events, found.mentions, found.rows)
            told = _told(found.events, found.mentions, found.rows)
            would = said("Would be erased of {id}: {told}. Add --apply.", id=customer_id, told=told)
            if found.is_empty:
                nothing = said("SalesDesk keeps nothing of {id}.", id=customer_id)
                return Answer(data, f"{nothing}\n{_remains()}")
            return Answer(data, f"{would}\n{_remains()}", Code.REFUSED)
        event_id = new_id()
        done = erasure.erase(session, event_id, customer_id)
    data = {**_data(customer_id, done.events, done.mentions, done.rows), "event": event_id}
    told = _told(done.events, done.mentions, done.rows)
    erased = said(
        "Erased of {id}: {told}. Event {event}.", id=customer_id, told=told, event=event_id
    )
    return Answer(data, f"{erased}\n{_remains()}")


def _remains() -> str:
    return said(
        "The booking application's own rows stay: the customer, contacts, orders, who had whom. "
        "So do backups of before, and the daily copies of a workspace for seven days."
    )


def _data(
    customer_id: str, events: int, mentions: int, rows: Mapping[str, int]
) -> dict[str, object]:
    return {"customer": customer_id, "events": events, "mentions": mentions, "rows": dict(rows)}


def _told(events: int, mentions: int, rows: Mapping[str, int]) -> str:
    parts = [said("what was typed in {events}", events=counted(events, "event"))]
    if mentions:
        parts.append(said("the name in {events} about many", events=counted(mentions, "event")))
    parts += [
        said("{rows} of {table}", rows=counted(number, "row"), table=table)
        for table, number in sorted(rows.items())
    ]
    return ", ".join(parts)
