"""The order by who has the customers: by the names that the list shows, one agent after another.

No index holds the names of the agents beside their customers. But there are few agents: their
names are read first, and then each one's customers in the order of their ids, which the index by
agent carries. Two agents of one name come one after the other. An agent who is no user any more
is shown, and so sorted, by the uid. Whom nobody has comes last, in both directions.
"""

from __future__ import annotations

from sqlalchemy import (
    Connection,
    and_,
    collate,
    literal,
    not_,
    or_,
    select,
    true,
    union,
)

from salesdesk.domain.queries import CustomerQuery, OwnerScope, PageKey
from salesdesk.storage import tables
from salesdesk.storage.reads.by_summary import S
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.sorting import Stretch, named_in

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_USERS = tables.users

#: Stand in keys for those whom nobody has; no uid looks so.
_NOBODY, _AT_ODDS = "", "?"


def stretches(
    connection: Connection, query: CustomerQuery, after: PageKey | None, *, summarised: bool
) -> tuple[Stretch, ...]:
    """The agents whom the query asks for, by name, and then whom nobody has.

    Args:
        after: the key that the page begins after: its agent is among them, even where that one
            has let go of the last customer meanwhile.
        summarised: of the summaries instead of the customers.
    """
    if query.owner.scope in (OwnerScope.PERSON, OwnerScope.AVAILABLE):
        return (Stretch(true()),)
    seen = named_in(after)
    known = seen if seen not in (_NOBODY, _AT_ODDS) else None
    agents = _agents(connection, known, descending=query.descending)
    if summarised:
        parts = [Stretch(S.owner_uid == uid, name=uid, many=True) for uid in agents]
        return (*parts, Stretch(S.owner_uid.is_(None), name=_NOBODY))
    held = owned(_CUSTOMERS)
    parts = [Stretch(and_(_C.bound_to_uid == uid, held), name=uid, many=True) for uid in agents]
    # A row that names somebody and is not bound is looked for last: no index knows of it.
    at_odds = and_(_C.bound_to_uid.is_not(None), or_(not_(held), held.is_(None)))
    return (
        *parts,
        Stretch(_C.bound_to_uid.is_(None), name=_NOBODY),
        Stretch(at_odds, name=_AT_ODDS),
    )


def _agents(connection: Connection, seen: str | None, *, descending: bool) -> list[str]:
    """Everybody who has a customer, by the name that lists show, then by uid."""
    holding = select(_C.bound_to_uid.label("uid")).where(_C.bound_to_uid.is_not(None)).distinct()
    both = (
        holding.subquery("agents")
        if seen is None
        else union(holding, select(literal(seen).label("uid"))).subquery("agents")
    )
    uid = both.c.uid
    name = shown_name(_USERS, uid)
    if connection.dialect.name == "sqlite":
        # An expression has no collation of its own there.
        name = collate(name, "NOCASE")
    found = select(uid).select_from(both.outerjoin(_USERS, _USERS.c.firebase_uid == uid))
    order = [one.desc() if descending else one.asc() for one in (name, uid)]
    return list(connection.execute(found.order_by(*order)).scalars())
