"""`salesdesk set-aside`: customers who are lost or not to be contacted."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from salesdesk.app.commands.answers import Answer, WrongUse, table
from salesdesk.app.commands.naming import id_of
from salesdesk.app.commands.opening import person, ready
from salesdesk.app.commands.words import in_context, said
from salesdesk.domain.errors import CustomerGone
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.queries import CustomerQuery, CustomerRow, RoundFilter, pages
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import REASONS, Aside, AsideReason
from salesdesk.services import set_asides
from salesdesk.services.lists import customers
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Store

#: As the window says them.
_WORDS = {OutOfRound.LOST: "Lost", OutOfRound.NO_CONTACT: "No contact", OutOfRound.LINKED: "Linked"}
_REASONS = {
    AsideReason.ELSEWHERE: "Booked elsewhere",
    AsideReason.PRICE: "Too expensive",
    AsideReason.NOT_INTERESTED: "Not interested",
    AsideReason.NO_ANSWER: "Never answers",
    AsideReason.ASKED: "Asked not to be contacted",
    AsideReason.WRONG_NUMBER: "Wrong number",
    AsideReason.GONE: "Left the company",
}


def show(arguments: Namespace) -> Answer:
    """Everybody who is set aside, by name.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        rows = list(_everybody(_person(store, arguments)))
    data = [_data(row) for row in rows]
    heads = (said("Name"), said("Owner"), said("Set aside"), said("Reason"))
    lines = [(row.name, row.owner_name or "", _word(row), _reason(row)) for row in rows]
    return Answer({"customers": data}, table(heads, lines) if lines else said("Nobody."))


def put(arguments: Namespace) -> Answer:
    """Set a customer aside.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    word = OutOfRound.LOST if arguments.lost else OutOfRound.NO_CONTACT
    aside = Aside(word, _reason_of(arguments.reason, word), arguments.note)
    with ready(arguments) as store:
        session = _person(store, arguments)
        row = _row(session, arguments)
        set_asides.set_aside(session, new_id(), row.id, aside, _seen(row))
    return Answer({"customer": row.id}, said("{name} is set aside.", name=row.name))


def back(arguments: Namespace) -> Answer:
    """Take a customer back.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = _person(store, arguments)
        row = _row(session, arguments)
        set_asides.take_back(session, new_id(), row.id, _seen(row))
    return Answer({"customer": row.id}, said("{name} is back.", name=row.name))


def _everybody(session: Session) -> Iterator[CustomerRow]:
    query = CustomerQuery(round=RoundFilter.OUT)
    for rows in pages(lambda after: customers.page(session, query, after)):
        yield from rows


def _person(store: Store, arguments: Namespace) -> Session:
    return person(store, arguments.person, said("Say who acts: --as EMAIL."))


def _row(session: Session, arguments: Namespace) -> CustomerRow:
    customer_id = id_of(session, arguments.customer)
    rows = customers.rows(session, [customer_id])
    if not rows:
        raise CustomerGone(customer_id)
    return rows[0]


def _seen(row: CustomerRow) -> OwnershipSeen:
    return OwnershipSeen(row.owner_uid, row.owned_since)


def _reason_of(typed: str | None, word: OutOfRound) -> AsideReason | None:
    if typed is None:
        return None
    known = {one.value: one for one in REASONS[word]}
    if typed not in known:
        told = said("“{typed}” is none of: {known}", typed=typed, known=", ".join(known))
        raise WrongUse(told)
    return known[typed]


def _word(row: CustomerRow) -> str:
    return in_context("words", _WORDS[row.out]) if row.out is not None else ""


def _reason(row: CustomerRow) -> str:
    if row.aside is None:
        return ""
    chosen = row.aside.reason
    told = in_context("words", _REASONS[chosen]) if chosen is not None else ""
    return ": ".join(filter(None, (told, row.aside.note)))


def _data(row: CustomerRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "owner": row.owner_name,
        "word": row.out.value if row.out is not None else "",
        "reason": row.aside.reason if row.aside else None,
        "note": row.aside.note if row.aside else None,
    }
