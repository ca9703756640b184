"""The customers table: its orders, a page deep in it, its filters and its counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.jobs import by_hand
from benchmarks.jobs.job import Job, Pair
from benchmarks.seat import AGENT, Seat
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerSort,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
    PageKey,
)
from salesdesk.services.lists import customers

_MINE = OwnerFilter(OwnerScope.PERSON, AGENT)
_POOL = OwnerFilter(OwnerScope.AVAILABLE)
_IS_MINE = f"c.bound_to_uid = '{AGENT}' AND c.binding_status = 'bound'"

#: A deep page begins after so many pages, or as many as there are.
_DEEP_PAGES = 80

_ROWS = "a page: an index gives its ids in order; then fetching the rows and making objects of them"


def _page(key: str, title: str, raw: str, limit: str = _ROWS, **asked: Any) -> Job:
    query = CustomerQuery(**asked)

    def at(seat: Seat) -> Pair:
        return Pair(lambda: customers.page(seat.session, query), lambda: seat.all(raw))

    return Job(f"list.{key}", title, limit, at, 1.5)


def _deep(seat: Seat) -> Pair:
    query = CustomerQuery()
    after = _key_deep_in(seat, query)
    value, customer_id = (after.value, after.id) if after is not None else ("", "")
    raw = by_hand.customers(
        "WHERE c.name >= %s AND (c.name > %s OR c.id > %s) ORDER BY c.name, c.id"
    )
    name = _name_of(seat, customer_id) or value
    return Pair(
        lambda: customers.page(seat.session, query, after),
        lambda: seat.all(raw, (name, name, customer_id)),
    )


def _key_deep_in(seat: Seat, query: CustomerQuery) -> PageKey | None:
    after: PageKey | None = None
    for _ in range(_DEEP_PAGES):
        found = customers.page(seat.session, query, after).after
        if found is None:
            break
        after = found
    return after


def _name_of(seat: Seat, customer_id: str) -> str | None:
    found = seat.all("SELECT name FROM customers WHERE id = %s", (customer_id,))
    return found[0][0] if found else None


def _counted(seat: Seat) -> Pair:
    query = CustomerQuery()
    raw = "SELECT COUNT(*) FROM (SELECT 1 FROM customers LIMIT 1001) some"
    return Pair(lambda: customers.count(seat.session, query), lambda: seat.all(raw))


def _counted_to_the_end(seat: Seat) -> Pair:
    query = CustomerQuery()
    raw: Callable[[], Any] = lambda: seat.all("SELECT COUNT(*) FROM customers")  # noqa: E731
    return Pair(lambda: customers.count(seat.session, query, None), raw)


JOBS = (
    _page("name", "by name", by_hand.customers("ORDER BY c.name, c.id")),
    _page(
        "name-down",
        "by name, descending",
        by_hand.customers("ORDER BY c.name DESC, c.id DESC"),
        descending=True,
    ),
    Job("list.deep", "by name, a page deep in it", _ROWS, _deep, 1.5),
    _page(
        "phone",
        "by phone",
        by_hand.customers("ORDER BY c.phone_number, c.id"),
        sort=CustomerSort.PHONE,
    ),
    _page(
        "last-contact",
        "by last contact",
        by_hand.customers(
            "WHERE c.last_interaction_date >= '1971-01-01' ORDER BY c.last_interaction_date, c.id"
        ),
        sort=CustomerSort.LAST_CONTACT,
    ),
    _page(
        "days-left",
        "by days left",
        by_hand.ids_first("leaves_at IS NOT NULL", "leaves_at, customer_id", by_hand.PAGE),
        sort=CustomerSort.DAYS_LEFT,
    ),
    _page(
        "next-step",
        "by next follow-up",
        by_hand.ids_first("next_step_at IS NOT NULL", "next_step_at, customer_id", by_hand.PAGE),
        sort=CustomerSort.NEXT_STEP,
    ),
    _page(
        "mine",
        "mine by name",
        by_hand.customers(f"WHERE {_IS_MINE} ORDER BY c.name, c.id"),
        "all customers of one agent are found by an index and sorted by name",
        owner=_MINE,
    ),
    _page(
        "mine-days-left",
        "mine by days left",
        by_hand.ids_first(f"owner_uid = '{AGENT}'", "leaves_at, customer_id", by_hand.PAGE),
        owner=_MINE,
        sort=CustomerSort.DAYS_LEFT,
    ),
    _page(
        "mine-leaving",
        "mine, leaving within 3 days",
        by_hand.customers(
            f"WHERE {_IS_MINE} AND s.leaves_at <= UTC_TIMESTAMP() + INTERVAL 3 DAY "
            "ORDER BY c.name, c.id"
        ),
        "all customers of one agent are found by an index and sorted by name",
        owner=_MINE,
        days_left=DaysLeftFilter(at_most=3),
    ),
    _page(
        "mine-overdue",
        "mine, overdue",
        by_hand.customers(
            f"WHERE {_IS_MINE} AND s.next_step_at < UTC_DATE() ORDER BY c.name, c.id"
        ),
        "all customers of one agent are found by an index and sorted by name",
        owner=_MINE,
        follow_up=FollowUpState.OVERDUE,
    ),
    _page(
        "available",
        "available by last contact",
        by_hand.customers(
            "WHERE c.binding_status = 'available' AND c.last_interaction_date IS NOT NULL "
            "ORDER BY c.last_interaction_date, c.id"
        ),
        owner=_POOL,
        sort=CustomerSort.LAST_CONTACT,
    ),
    Job("list.count", "how many, to 1,000+", "reading 1,001 entries of an index", _counted),
    Job(
        "list.count-all",
        "how many, to the end",
        "reading an index from end to end; asked aside",
        _counted_to_the_end,
    ),
)
