"""Generated offices for the reports, and what must hold of every report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.pipeline import OrderStatus
from salesdesk.domain.reports.report_scope import Period, ReportScope
from tests.support.factories import NOON, Office
from tests.support.rows import ZERO, key, put

CUSTOMERS = 5


PEOPLE = ("uid-andi", "uid-eko", "uid-gone")


TODAY = date(2026, 6, 8)


people = st.sampled_from(PEOPLE)


numbers = st.integers(1, CUSTOMERS)


#: Within four months, whole hours so that some fall together.
meant = st.integers(-2_400, 48).map(lambda hours: NOON + timedelta(hours=hours))


#: Now and then a date of nobody's.
moments = st.one_of(meant, st.just(ZERO))


maybe_moments = st.one_of(st.none(), moments)


frames = st.builds(
    ReportScope,
    st.integers(1, 120).map(lambda days: Period.last_days(TODAY, days)),
    st.one_of(st.none(), st.frozensets(people)),
    st.frozensets(st.sampled_from(LeadSource), max_size=2),
    st.frozensets(st.sampled_from(SalesStatus), max_size=2),
)


def customer(number: int) -> st.SearchStrategy[dict[str, object]]:
    """A customer's row; bound or free, its dates whatever they are."""
    owners = st.one_of(st.none(), people)
    return st.builds(
        lambda owner, start, **row: {
            **row,
            "id": key(number),
            "name": "Same name",
            "phone_number": f"+62812{number}",
            "address": "",
            "firebase_uid": "uid-sari",
            "bound_to_uid": owner,
            "binding_start_date": start if owner else None,
            "binding_status": "bound" if owner else "available",
        },
        owners,
        moments,
        created_at=moments,
        lead_source=st.one_of(st.none(), st.sampled_from([s.value for s in LeadSource])),
        sales_status=st.one_of(st.none(), st.sampled_from([s.value for s in SalesStatus])),
        last_interaction_date=maybe_moments,
    )


contacts = st.fixed_dictionaries(
    {
        "customer_id": numbers.map(key),
        "contacted_by_uid": people,
        "contact_method": st.sampled_from([one.value for one in Method]),
        "contact_status": st.sampled_from([one.value for one in Outcome]),
        "contact_date": moments,
        "next_follow_up_date": maybe_moments,
    }
)


spells = st.fixed_dictionaries(
    {
        # One customer more than there are: a row whose customer is gone.
        "customer_id": st.integers(1, CUSTOMERS + 1).map(key),
        "bound_to_uid": people,
        "binding_start_date": moments,
        "binding_end_date": maybe_moments,
        "unbinding_reason": st.one_of(
            st.none(), st.sampled_from([one.value for one in UnbindingReason])
        ),
    }
)


orders = st.fixed_dictionaries(
    {
        "id_customer": numbers.map(key),
        "order_date": moments,
        "delivery_datetime": moments,
        "status": st.sampled_from([one.value for one in OrderStatus]),
        "id_restaurant": st.just("r"),
        "id_room_shape": st.just("s"),
        "number_of_people": st.just(1),
        "id_order_purpose": st.just(1),
        "firebase_uid": st.just("uid-sari"),
    }
)


statuses = st.sampled_from([one.value for one in SalesStatus])


moves = st.fixed_dictionaries(
    {
        "at": meant,
        "kind": st.sampled_from(["status_moved", "status_moved", "customer_created", "claimed"]),
        "customer_id": st.one_of(st.none(), numbers.map(key)),
        "actor_uid": st.one_of(st.none(), people),
        "details": st.builds('{{"from":"{}","to":"{}"}}'.format, statuses, statuses),
    }
)


TABLES: dict[str, st.SearchStrategy[Any]] = {
    "customers": st.tuples(*(customer(number + 1) for number in range(CUSTOMERS))),
    "customer_contacts": st.lists(contacts, max_size=12),
    "customer_binding_history": st.lists(spells, max_size=10),
    "orders": st.lists(orders, max_size=6),
    "salesdesk_events": st.lists(moves, max_size=10),
}


def fill(office: Office, rows: dict[str, Sequence[dict[str, object]]]) -> None:
    """Replace what the tables hold."""
    for kind, table in enumerate(TABLES, 7):
        office.database.execute(f"DELETE FROM {table}")
        numbered = ({"id": key(number, kind), **row} for number, row in enumerate(rows[table]))
        put(office.database, table, list(numbered))
