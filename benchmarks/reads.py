"""How the lists compare with plain PyMySQL doing the same job in the same run.

    python -m benchmarks.reads --customers 10000 100000

Starts a MariaDB of its own, fills one database for each size, and prints for each job the median
of ours, of plain SQL, their ratio, and how ours grows from the smallest size to the largest.
Targets are in the design's performance page; times differ from machine to machine, ratios less.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pymysql
from sqlalchemy.engine import URL

from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.ownership import Limits
from salesdesk.domain.people import Actor, Permission
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerSort,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
    PageKey,
    TimelineQuery,
)
from salesdesk.services import lists
from salesdesk.services.desk import Desk
from salesdesk.storage.engine import Tls, make_engine
from salesdesk.storage.reads import due, sorting
from salesdesk.storage.unit_of_work import Store
from tests.crowds import filled
from tests.database import TestServer

#: In bytes: a database that does not fit into memory measures the disk.
BUFFER_POOL = 2 * 1024**3

_COLUMNS = (
    "c.id, c.name, c.company, c.phone_number, c.sales_status, c.lead_source, c.binding_status, "
    "c.bound_to_uid, c.binding_start_date, c.last_interaction_date, c.created_at, c.updated_at, "
    "u.display_name, u.email, p.due_at, p.written_at, r.until"
)
_JOINED = (
    "customers c LEFT JOIN users u ON u.firebase_uid = c.bound_to_uid "
    "LEFT JOIN salesdesk_plans p ON p.customer_id = c.id "
    "LEFT JOIN salesdesk_protections r ON r.customer_id = c.id"
)
_NEWEST = (
    "SELECT k.customer_id, k.contact_date, k.contact_method, k.contact_status, "
    "k.next_follow_up_date FROM (SELECT customer_id, MAX(contact_date) AS at "
    "FROM customer_contacts WHERE customer_id IN %s GROUP BY customer_id) n "
    "JOIN customer_contacts k ON k.customer_id = n.customer_id AND k.contact_date = n.at"
)
_TIMELINE = (
    "SELECT * FROM customer_contacts WHERE customer_id = %s ORDER BY contact_date DESC LIMIT 51",
    "SELECT * FROM customer_binding_history WHERE customer_id = %s",
    "SELECT * FROM salesdesk_events WHERE customer_id = %s ORDER BY at DESC LIMIT 51",
    "SELECT * FROM orders WHERE id_customer = %s ORDER BY order_date DESC LIMIT 51",
)


@dataclass(frozen=True)
class Job:
    """One thing that a person does, ours and by hand."""

    name: str
    ours: Callable[[], Any]
    raw: Callable[[], Any]


@dataclass(frozen=True)
class Bench:
    """One database, reached both ways."""

    desk: Desk
    connection: pymysql.connections.Connection[Any]

    @classmethod
    def on(cls, url: URL) -> Bench:
        """Both ways to the database of this URL."""
        actor = Actor("agent001", "Agent", "Agent", frozenset(Permission))
        store = Store(make_engine(url, tls=Tls.OFF))
        connection = pymysql.connect(
            host=url.host or "127.0.0.1",
            port=url.port or 3306,
            user=url.username or "root",
            database=url.database,
            charset="utf8mb4",
            autocommit=True,
            init_command="SET time_zone = '+00:00', "
            "optimizer_switch = 'index_merge_intersection=off'",
        )
        return cls(Desk(store, actor), connection)

    def all(self, statement: str, parameters: Any = None) -> Any:
        """All rows of a plain statement."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall()

    def raw_page(self, rest: str, joined: str = _JOINED) -> Any:
        """A page as somebody would write it by hand, its newest contacts included."""
        rows = self.all(f"SELECT {_COLUMNS} FROM {joined} {rest} LIMIT 101")
        if rows:
            self.all(_NEWEST, (tuple(row[0] for row in rows[:100]),))
        return rows

    def page(self, after: PageKey | None = None, **asked: Any) -> Callable[[], Any]:
        """A page through the service."""
        return lambda: lists.page(self.desk, CustomerQuery(**asked), after)


def jobs(bench: Bench) -> list[Job]:
    """What is measured."""
    mine = OwnerFilter(OwnerScope.PERSON, "agent001")
    pool = OwnerFilter(OwnerScope.AVAILABLE)
    raw, page = bench.raw_page, bench.page
    deep = bench.all("SELECT name, id FROM customers ORDER BY name, id LIMIT 1 OFFSET 8000")[0]
    customer_id = bench.all("SELECT id FROM customers LIMIT 1")[0][0]
    is_mine = "c.bound_to_uid = 'agent001' AND c.binding_status = 'bound'"
    return [
        Job("by name", page(), lambda: raw("ORDER BY c.name, c.id")),
        Job(
            "by name, deep",
            page(sorting.key(0, *deep)),
            lambda: raw(
                "WHERE c.name >= '{0}' AND (c.name > '{0}' OR c.id > '{1}') "
                "ORDER BY c.name, c.id".format(*deep)
            ),
        ),
        Job(
            "by last contact",
            page(sort=CustomerSort.LAST_CONTACT),
            lambda: raw(
                "WHERE c.last_interaction_date >= '1971-01-01' "
                "ORDER BY c.last_interaction_date, c.id"
            ),
        ),
        Job("by phone", page(sort=CustomerSort.PHONE), lambda: raw("ORDER BY c.phone_number")),
        Job(
            "mine by name", page(owner=mine), lambda: raw(f"WHERE {is_mine} ORDER BY c.name, c.id")
        ),
        Job(
            "pool by last contact",
            page(owner=pool, sort=CustomerSort.LAST_CONTACT),
            lambda: raw(
                "WHERE c.binding_status = 'available' AND c.last_interaction_date IS NOT NULL "
                "ORDER BY c.last_interaction_date, c.id"
            ),
        ),
        *_filter_jobs(bench, mine, is_mine),
        *_search_jobs(bench),
        Job(
            "timeline",
            lambda: lists.timeline(bench.desk, TimelineQuery(customer_id)),
            lambda: [bench.all(statement, (customer_id,)) for statement in _TIMELINE],
        ),
        Job(
            "who is due",
            lambda: bench.desk.store.read(
                lambda reading: due.candidates(reading.connection, reading.now, Limits())
            ),
            lambda: bench.all(
                "SELECT c.id, c.name FROM customers c WHERE c.binding_status = 'bound' AND "
                "c.last_interaction_date <= UTC_TIMESTAMP() - INTERVAL 30 DAY AND NOT EXISTS "
                "(SELECT 1 FROM customer_contacts k WHERE k.customer_id = c.id AND "
                "k.contact_date > UTC_TIMESTAMP() - INTERVAL 30 DAY)"
            ),
        ),
    ]


def _filter_jobs(bench: Bench, mine: OwnerFilter, is_mine: str) -> list[Job]:
    leaving = (
        "c.last_interaction_date <= UTC_TIMESTAMP() - INTERVAL 27 DAY "
        "AND c.binding_start_date <= UTC_TIMESTAMP() - INTERVAL 27 DAY "
        "AND NOT EXISTS (SELECT 1 FROM customer_contacts k WHERE k.customer_id = c.id AND "
        "k.contact_date > UTC_TIMESTAMP() - INTERVAL 27 DAY)"
    )
    overdue = (
        "(SELECT k.next_follow_up_date FROM customer_contacts k WHERE k.customer_id = c.id "
        "ORDER BY k.contact_date DESC, k.id DESC LIMIT 1) < UTC_DATE()"
    )
    return [
        Job(
            "mine, leaving in 3 days",
            bench.page(owner=mine, days_left=DaysLeftFilter(at_most=3)),
            lambda: bench.raw_page(f"WHERE {is_mine} AND {leaving} ORDER BY c.name, c.id"),
        ),
        Job(
            "mine, overdue",
            bench.page(owner=mine, follow_up=FollowUpState.OVERDUE),
            lambda: bench.raw_page(f"WHERE {is_mine} AND {overdue} ORDER BY c.name, c.id"),
        ),
    ]


def _search_jobs(bench: Bench) -> list[Job]:
    def ids_first(text: str) -> Callable[[], Any]:
        found = (
            "(SELECT id FROM (SELECT id FROM customers USE INDEX () WHERE "
            f"name LIKE '%%{text}%%' OR company LIKE '%%{text}%%' "
            "ORDER BY name, id LIMIT 101) found) hits "
            "JOIN customers c ON c.id = hits.id"
        ).replace("%%", "%")
        joined = _JOINED.replace("customers c", found, 1)
        return lambda: bench.raw_page("ORDER BY c.name, c.id", joined)

    phone = _JOINED.replace(
        "customers c", "salesdesk_phones n JOIN customers c ON c.id = n.customer_id", 1
    )
    return [
        Job("search, common", bench.page(search="sari"), ids_first("sari")),
        Job("search, no match", bench.page(search="qqqq"), ids_first("qqqq")),
        Job(
            "search, phone",
            bench.page(search="0800 0001 23"),
            lambda: bench.raw_page("WHERE n.number LIKE '+628000012%' ORDER BY c.name", phone),
        ),
    ]


def median_ms(work: Callable[[], Any], times: int) -> float:
    """The median of some runs after one that does not count, in milliseconds."""
    work()
    spans = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spans.append((time.perf_counter() - began) * 1000)
    return statistics.median(spans)


def measure(
    about: str | None,
    jobs_of: Callable[[Bench], list[Job]],
    prepare: Callable[[Bench], object] | None = None,
) -> None:
    """Fill databases of the sizes that the command line names, measure and print.

    Args:
        prepare: does more to a filled database.
    """
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--customers", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--without-indexes", action="store_true")
    arguments = parser.parse_args()
    server = TestServer.of_this_run()
    server.run(f"SET GLOBAL innodb_buffer_pool_size = {BUFFER_POOL}")
    first: dict[str, float] = {}
    try:
        for size in sorted(arguments.customers):
            url = filled(server, size, with_indexes=not arguments.without_indexes)
            bench = Bench.on(url)
            if prepare is not None:
                prepare(bench)
            print(f"\n{size:,} customers{'':15}{'ours':>10}{'raw':>10}{'ratio':>8}{'growth':>8}")
            for job in jobs_of(bench):
                ours = median_ms(job.ours, arguments.times)
                raw = median_ms(job.raw, arguments.times)
                growth = ours / first.setdefault(job.name, ours)
                print(f"{job.name:28}{ours:10.1f}{raw:10.1f}{ours / raw:8.2f}{growth:8.1f}")
            bench.desk.store.close()
            bench.connection.close()
            server.drop(url)
    finally:
        server.remove()


def main() -> None:
    """Measure the lists."""
    measure(__doc__, jobs)


if __name__ == "__main__":
    main()
