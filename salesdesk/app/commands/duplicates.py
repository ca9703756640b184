"""`salesdesk duplicates`: customers that may be one, linked, taken apart, said to be different."""

from __future__ import annotations

from argparse import Namespace

from salesdesk.app.commands.answers import Answer, table
from salesdesk.app.commands.naming import id_of
from salesdesk.app.commands.opening import person, ready
from salesdesk.app.commands.words import said
from salesdesk.domain.duplicates import Decision, DecisionKind, LinkChoice, Looked, Pair, PairKind
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.refusals import Why
from salesdesk.services.duplicates import comparing, deciding, finding, linking
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Store

_UNNAMED = "Add --as EMAIL, the address of a lead: who customers are is said by a person."


def show(arguments: Namespace) -> Answer:
    """The pairs that may be one customer, or what was said of pairs.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = _lead(store, arguments)
        if arguments.decided:
            return _decided(deciding.decisions(session))
        return _found(finding.find(session))


def _found(looked: Looked) -> Answer:
    data = {
        "pairs": [_pair(one) for one in looked.pairs],
        "more": looked.more,
        "linked": looked.linked,
        "different": looked.different,
    }
    rows = [
        (one.left.shown, one.right.shown, _why(one), one.number or f"{one.share} %",
         one.left.id, one.right.id)
        for one in looked.pairs
    ]  # fmt: skip
    if not rows:
        return Answer(data, said("No pair looks like one customer."))
    heads = (said("Customer"), said("Other"), said("Why"), said("Sure"), said("Id"), said("Id"))
    return Answer(data, table(heads, rows))


def _pair(one: Pair) -> dict[str, object]:
    return {
        "kind": one.kind.value, "share": one.share, "number": one.number or None,
        "customer": one.left.id, "name": one.left.shown,
        "other": one.right.id, "other_name": one.right.shown,
    }  # fmt: skip


def _why(one: Pair) -> str:
    return {
        PairKind.SAME_NUMBER: said("same number"),
        PairKind.SECOND_NUMBER: said("same second number"),
        PairKind.ALIKE: said("alike name and company"),
    }[one.kind]


def _decided(found: tuple[Decision, ...]) -> Answer:
    data = {
        "decisions": [
            {
                "kind": one.kind.value, "customer": one.left.id, "other": one.right.id,
                "by": one.by, "at": one.at.isoformat(),
            }
            for one in found
        ]
    }  # fmt: skip
    words = {
        DecisionKind.LINKED: said("linked"),
        DecisionKind.DIFFERENT: said("not the same"),
    }
    rows = [
        (words[one.kind], one.left.shown, one.right.shown, one.by, one.at.date().isoformat())
        for one in found
    ]
    if not rows:
        return Answer(data, said("Nothing was said of any pair yet."))
    heads = (said("Said"), said("Customer"), said("Other"), said("By"), said("Day"))
    return Answer(data, table(heads, rows))


def link(arguments: Namespace) -> Answer:
    """Link two customers as one.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = _lead(store, arguments)
        stays, hidden = (id_of(session, one) for one in (arguments.stays, arguments.hidden))
        sides = comparing.side_by_side(session, stays, hidden)
        choice = LinkChoice(
            sides.left.customer, sides.right.customer, frozenset(arguments.take), arguments.owner
        )
        linked = linking.link(session, new_id(), choice)
    data = {"stays": stays, "hidden": hidden, "event": linked.event_id}
    return Answer(data, said("{hidden} is linked to {stays}.", hidden=hidden, stays=stays))


def unlink(arguments: Namespace) -> Answer:
    """Take a linked customer apart.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = _lead(store, arguments)
        hidden = id_of(session, arguments.hidden)
        stands = store.read(lambda reading: reading.links.get(hidden))
        if stands is None:
            raise Refusal(Why.NOT_LINKED)
        done = linking.unlink(session, new_id(), stands.event_id)
    data = {"stays": stands.winner_id, "hidden": hidden, "left": list(done.left)}
    return Answer(data, said("{hidden} is a customer of its own again.", hidden=hidden))


def not_same(arguments: Namespace) -> Answer:
    """Remember, or forget, that two customers are not the same.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = _lead(store, arguments)
        one, other = (id_of(session, each) for each in (arguments.one, arguments.other))
        say = deciding.take_back if arguments.undo else deciding.say_different
        say(session, new_id(), one, other)
    data = {"customer": one, "other": other, "different": not arguments.undo}
    if arguments.undo:
        return Answer(data, said("That they are not the same is forgotten."))
    return Answer(data, said("That they are not the same is remembered."))


def _lead(store: Store, arguments: Namespace) -> Session:
    return person(store, arguments.person, _UNNAMED)
