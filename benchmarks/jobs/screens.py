"""What opens by one click: Today, the board, the pool, Team, and the poll behind all of them."""

from __future__ import annotations

from benchmarks.jobs import by_hand
from benchmarks.jobs.job import Job, Pair
from benchmarks.seat import AGENT, Seat
from salesdesk.domain.change_feed import Seen
from salesdesk.domain.pipeline import BoardQuery
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import CustomerQuery, OwnerFilter, OwnerScope
from salesdesk.services.lists import board, changes, customers, pool, reminders, states, today

_MINE = f"owner_uid = '{AGENT}'"
_SUMMARY = "salesdesk_customer_summary"
_NOTE = ", newest.notes, newest.contacted_by_uid"
_IN_SIGHT = 40

#: The sizes for which times are wanted and not only ratios.
_HUNDRED, _MILLION = 100_000, 1_000_000


# --- Today ---------------------------------------------------------------------------------------

_TODAY = (
    f"SELECT {by_hand.SECTION} section, COUNT(*) FROM {_SUMMARY} WHERE {_MINE} GROUP BY section",
    f"SELECT COUNT(*) FROM {_SUMMARY} WHERE owner_uid IS NULL AND free_since >= UTC_DATE()",
    *(
        by_hand.ids_first(
            f"{_MINE} AND {by_hand.SECTION} = '{section}'",
            f"{order}, customer_id",
            more=_NOTE,
        )
        for section, order in (
            ("releasing", "leaves_at"),
            ("overdue", "next_step_at"),
            ("today", "next_step_at"),
            ("without_step", "leaves_at"),
        )
    ),
    by_hand.ids_first(
        "owner_uid IS NULL AND free_since >= UTC_DATE()",
        "free_since DESC, customer_id",
        more=_NOTE,
    ),
    f"SELECT contact_method, COUNT(*) FROM customer_contacts WHERE contacted_by_uid = '{AGENT}' "
    "AND contact_date >= UTC_DATE() GROUP BY contact_method",
)


def _today(seat: Seat) -> Pair:
    query = today.mine(seat.session)
    return Pair(
        lambda: today.day(seat.session, query),
        lambda: [seat.all(statement) for statement in _TODAY],
    )


# --- the board -----------------------------------------------------------------------------------

_ORDERED = "o.status IN ('pending', 'confirmed')"
_WON = "o.status = 'completed' AND o.delivery_datetime >= UTC_TIMESTAMP() - INTERVAL 90 DAY"


def _board_by_hand(of_whom: str) -> list[str]:
    mine = of_whom.replace("owner_uid", "c.bound_to_uid")
    figures = (
        "SELECT COUNT(DISTINCT o.id_customer), SUM(i.quantity * i.price_per_item) FROM orders o "
        "JOIN customers c ON c.id = o.id_customer JOIN order_items i ON i.id_order = o.id "
    )
    return [
        f"SELECT status, COUNT(*) FROM {_SUMMARY} WHERE {of_whom} GROUP BY status",
        *(
            by_hand.ids_first(f"{of_whom} AND status = '{status}'", "leaves_at, customer_id")
            for status in ("cold", "warm", "hot")
        ),
        *(f"{figures} WHERE {stage} AND {mine}" for stage in (_ORDERED, _WON)),
        *(
            by_hand.customers(
                f"WHERE {stage} AND {mine} ORDER BY o.delivery_datetime, c.id",
                by_hand.SHORT_PAGE,
                more=", o.status, o.delivery_datetime",
                beside="JOIN orders o ON o.id_customer = c.id",
            )
            for stage in (_ORDERED, _WON)
        ),
    ]


def _board(query: BoardQuery, of_whom: str) -> Job:
    statements = _board_by_hand(of_whom)

    def at(seat: Seat) -> Pair:
        return Pair(
            lambda: board.whole(seat.session, query),
            lambda: [seat.all(statement) for statement in statements],
        )

    whole = query.owner.scope is OwnerScope.ANYONE
    return Job(
        "screen.board-all" if whole else "screen.board",
        "Pipeline of everybody" if whole else "Pipeline of one agent",
        "counting the cards of each column; orders are a small set"
        if whole
        else "five pages of rows; the counts of one agent come from an index",
        at,
        wanted_ms={_HUNDRED: 60, _MILLION: 300} if whole else {_HUNDRED: 25, _MILLION: 60},
    )


# --- the pool and Team ---------------------------------------------------------------------------

_POOL = by_hand.ids_first("owner_uid IS NULL", "free_since DESC, customer_id DESC", by_hand.PAGE)
_POOL_MORE = (
    "SELECT customer_id, unbinding_reason, COUNT(*), MAX(binding_end_date) FROM "
    "customer_binding_history WHERE customer_id IN %s GROUP BY customer_id, unbinding_reason",
    "SELECT customer_id, contact_method, COUNT(*), SUM(contact_status = 'successful') FROM "
    "customer_contacts WHERE customer_id IN %s GROUP BY customer_id, contact_method",
)


def _pool(seat: Seat) -> Pair:
    def raw() -> None:
        ids = [row[0] for row in seat.all(_POOL)]
        for statement in _POOL_MORE:
            seat.all(statement, (ids,))

    return Pair(lambda: pool.page(seat.session, PoolQuery()), raw)


_TEAM = (
    "SELECT CASE WHEN sound = 0 THEN 'needs_repair' WHEN owner_uid IS NULL THEN 'in_pool' ELSE "
    f"{by_hand.SECTION} END state, COUNT(*) FROM {_SUMMARY} GROUP BY state"
)


def _team(seat: Seat) -> Pair:
    def ours() -> None:
        states.counts(seat.session)
        states.trend(seat.session)

    def raw() -> None:
        seat.all(_TEAM)
        seat.all("SELECT * FROM salesdesk_daily_counts WHERE day >= UTC_DATE() - INTERVAL 29 DAY")

    return Pair(ours, raw)


# --- behind all of them --------------------------------------------------------------------------


def _poll(seat: Seat) -> Pair:
    cursor = changes.start(seat.session)
    rows = customers.page(seat.session, CustomerQuery(), limit=_IN_SIGHT).rows
    seen = [Seen.of(row) for row in rows]
    ids = [row.id for row in rows]

    def raw() -> None:
        seat.all(
            "SELECT id, at, kind, customer_id FROM salesdesk_events "
            "WHERE at >= UTC_TIMESTAMP() - INTERVAL 60 SECOND ORDER BY at, id LIMIT 1001"
        )
        seat.all("SELECT id, updated_at FROM customers WHERE id IN %s", (ids,))

    return Pair(lambda: changes.changes_since(seat.session, cursor, seen), raw)


def _reminders(seat: Seat) -> Pair:
    raw = by_hand.ids_first(
        f"{_MINE} AND next_step_at < UTC_TIMESTAMP() + INTERVAL 1 DAY",
        "next_step_at, customer_id",
        by_hand.PAGE,
    )
    return Pair(lambda: reminders.upcoming(seat.session), lambda: seat.all(raw))


JOBS = (
    Job(
        "screen.today",
        "Today, complete",
        "five pages of rows; the counts of one agent come from an index",
        _today,
        wanted_ms={_HUNDRED: 20, _MILLION: 80},
    ),
    _board(BoardQuery(OwnerFilter(OwnerScope.PERSON, AGENT)), _MINE),
    _board(BoardQuery(OwnerFilter(OwnerScope.ANYONE)), "1 = 1"),
    Job(
        "screen.pool",
        "Pool, as it opens",
        "history and contacts of a hundred customers, read by their ids",
        _pool,
        wanted_ms={_HUNDRED: 10, _MILLION: 20},
    ),
    Job(
        "screen.team",
        "Team, six counts",
        "every customer's summary is counted once",
        _team,
        wanted_ms={_HUNDRED: 80, _MILLION: 600},
    ),
    Job("screen.reminders", "what is due soon", "one agent's next steps from an index", _reminders),
    Job("screen.poll", "what changed elsewhere", "round trips: nothing changed", _poll),
)
