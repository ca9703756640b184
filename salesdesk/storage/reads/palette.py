"""The palette's search: the beginnings of names and numbers by their indexes, or anything else."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, case, select, type_coerce

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.ownership import BindingStatus
from salesdesk.domain.palette import PaletteHit, rank
from salesdesk.storage import tables
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.search import Hits, Search, anywhere, beginning, hits, like
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.stores.links import LinkStore
from salesdesk.storage.stores.set_asides import OUT_OF_ROUND, out_of_round, with_set_aside

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_USERS = tables.users


def find(
    connection: Connection, typed: str, search: Search, viewer: Viewer, limit: int
) -> tuple[PaletteHit, ...]:
    """At most this many customers of those that are asked for, the better fit first, by name."""
    if search.asked is Hits.BEGINNING:
        order: tuple[Any, ...] = (_C.name, _C.id) if search.text else (_C.id,)
    else:
        order = (_fit(search), _C.name, _C.id) if search.text else (_C.id,)

    def branch(found: Select[Any]) -> Select[Any]:
        return found.order_by(*order).limit(limit)

    found = hits(search, viewer, branch, scan=True)
    ids = connection.execute(select(found.c.id)).scalars().all()
    # By the name or number of a hidden one, the one that stays for it is found.
    winners = LinkStore(connection).winners(ids)
    ids = list(dict.fromkeys(winners.get(one, one) for one in ids))
    ranked = sorted(
        _shown(connection, ids, viewer),
        key=lambda hit: (rank(typed, hit.name, hit.company), hit.name.casefold(), hit.id),
    )
    return tuple(ranked[:limit])


def _fit(search: Search) -> ColumnElement[int]:
    return case(
        (like(_C.name, f"% {beginning(search.folded)}"), 1),
        (like(_C.company, beginning(search.folded)), 2),
        (like(_C.company, f"% {beginning(search.folded)}"), 3),
        (like(_C.name, anywhere(search.folded)), 4),
        else_=5,
    )


def _shown(connection: Connection, ids: Collection[str], viewer: Viewer) -> list[PaletteHit]:
    """What the palette shows of these customers; a withheld phone does not leave the database."""
    if not ids:
        return []
    phone = _C.phone_number if viewer.pool_phones else case((owned(_CUSTOMERS), _C.phone_number))
    statement = (
        select(
            _C.id,
            _C.name,
            _C.company,
            phone.label("phone"),
            type_coerce(_C.sales_status, String()).label("sales_status"),
            case(
                (
                    _C.binding_status == BindingStatus.BOUND.value,
                    shown_name(_USERS, _C.bound_to_uid),
                )
            ).label("owner_name"),
            *OUT_OF_ROUND,
        )
        .select_from(
            with_set_aside(_CUSTOMERS.outerjoin(_USERS, _USERS.c.firebase_uid == _C.bound_to_uid))
        )
        .where(_C.id.in_(sorted(ids)))
    )
    return [
        PaletteHit(
            row.id,
            row.name,
            row.company or None,
            row.phone,
            SalesStatus.of(row.sales_status),
            row.owner_name,
            out_of_round(row),
        )
        for row in connection.execute(statement)
    ]
