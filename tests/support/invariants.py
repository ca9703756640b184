"""The invariants of docs/rules.md, "Ownership", asked of a whole database.

`breaches` finds rows that break them; after every act of SalesDesk it finds none, unless another
application has broken one since.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter, defaultdict
from typing import Any

from tests.support.database import Database


def breaches(database: Database, *, but: frozenset[str] = frozenset()) -> list[str]:
    """Every broken invariant, in words; customers in `but` are left out."""
    customers = {
        row[0]: row
        for row in database.execute(
            "SELECT id, LOWER(bound_to_uid), binding_status, binding_start_date FROM customers"
        )
        if row[0] not in but
    }
    history: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in database.execute(
        "SELECT LOWER(customer_id), LOWER(bound_to_uid), binding_start_date, binding_end_date, "
        "unbinding_reason FROM customer_binding_history "
        "ORDER BY customer_id, binding_start_date, id"
    ):
        history[row[0]].append(row)
    found: list[str] = []
    for customer_id, (_, owner, status, start) in customers.items():
        found += _of_binding(customer_id, owner, status, start, history[customer_id])
        found += _of_history(customer_id, history[customer_id])
    return found + _of_events(database, but)


def _of_binding(
    customer_id: str, owner: Any, status: Any, start: Any, rows: list[tuple[Any, ...]]
) -> list[str]:
    open_rows = [row for row in rows if row[3] is None]
    if status == "bound":
        wanted = [(owner, start)]
        if owner is None or start is None:
            return [f"{customer_id}: bound without an owner or a start"]
        if [(row[1], row[2]) for row in open_rows] != wanted:
            return [f"{customer_id}: bound to {wanted}, open rows {open_rows}"]
        return []
    if owner is not None or start is not None or open_rows:
        return [f"{customer_id}: available with {owner}, {start}, {open_rows}"]
    return []


def _of_history(customer_id: str, rows: list[tuple[Any, ...]]) -> list[str]:
    found = []
    spans = []
    for _, agent, start, end, reason in rows:
        if end is not None and (end < start or reason is None):
            found.append(f"{customer_id}: closed row of {agent} {start}–{end} for {reason}")
        if end is None and reason is not None:
            found.append(f"{customer_id}: open row of {agent} with the reason {reason}")
        if end is None or end > start:
            spans.append((start, end))
    for (_, end), (later, _) in itertools.pairwise(spans):
        if end is None or end > later:
            found.append(f"{customer_id}: rows overlap: {spans}")
    return found


def _of_events(database: Database, but: frozenset[str]) -> list[str]:
    """Each row that a release run closed has exactly one event that tells of it."""
    told: Counter[str] = Counter()
    for (details,) in database.execute(
        "SELECT details FROM salesdesk_events WHERE kind = 'released'"
    ):
        told[str(json.loads(details)["spell"]).lower()] += 1
    return [
        f"{customer_id}: row {spell_id} is told of by {told[spell_id]} events"
        for spell_id, customer_id in database.execute(
            "SELECT LOWER(id), LOWER(customer_id) FROM customer_binding_history "
            "WHERE unbinding_reason IN ('inactivity', 'period_ended')"
        )
        if told[spell_id] != 1 and customer_id not in but
    ]
