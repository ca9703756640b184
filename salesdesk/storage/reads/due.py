"""Who is due: what a release run would free, by the one definition of the idle clock."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.ownership import IdleFacts, Limits, departure, whole_days
from salesdesk.domain.queries import Candidate
from salesdesk.storage import tables
from salesdesk.storage.idle_clock import IdleClock, owned
from salesdesk.storage.reads.people import shown_name

#: Rows fetched from the driver at a time, so that a large due set is not held twice.
_STRETCH = 1_000


def candidates(connection: Connection, now: datetime, limits: Limits) -> tuple[Candidate, ...]:
    """Everybody who is due at this moment, the longest idle first.

    The index on `last_interaction_date` finds them, the other conditions refine; their reason
    and days come from the Python form of the same clock.
    """
    clock = IdleClock(now, limits)
    customers, users = tables.customers, tables.users
    c, protections = customers.c, tables.salesdesk_protections.c
    protected_until = (
        select(protections.until).where(protections.customer_id == c.id).scalar_subquery()
    )
    statement = (
        select(
            c.id,
            c.name,
            c.bound_to_uid,
            shown_name(users, c.bound_to_uid).label("owner_name"),
            c.created_at,
            c.binding_start_date,
            c.last_interaction_date,
            c.sales_status,
            clock.newest_contact(customers).label("newest_contact"),
            protected_until.label("protected_until"),
        )
        .select_from(customers.outerjoin(users, users.c.firebase_uid == c.bound_to_uid))
        .where(owned(customers), clock.leaves_by(customers, now))
    )
    found = []
    for row in connection.execute(statement, execution_options={"yield_per": _STRETCH}):
        facts = IdleFacts(
            row.created_at,
            row.binding_start_date,
            row.last_interaction_date,
            row.newest_contact,
            SalesStatus.of(row.sales_status),
            row.protected_until,
        )
        leaves = departure(facts, limits, now)
        found.append(
            Candidate(
                row.id,
                row.name,
                row.bound_to_uid,
                row.owner_name,
                whole_days(now - leaves.idle_since),
                leaves.reason,
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.idle_days, one.name, one.id)))
