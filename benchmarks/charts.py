"""How the figures of Activity compare with the same aggregates written by hand.

    python -m benchmarks.charts --customers 10000 100000

Over the last 90 days of a whole team, of contacts that lie over three years; the last lines ask
the optional cache of contacts by hours and are compared with the same aggregates over the rows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from benchmarks.reads import Bench, Job, measure
from salesdesk.domain.reports.frame import Frame, Period
from salesdesk.domain.settings import CONTACT_HOURS
from salesdesk.services import contact_hours
from salesdesk.services.reports.scoping import scope
from salesdesk.storage.reads.reports import agents, engagement, methods, releases
from salesdesk.storage.reads.reports.scope import Scope
from salesdesk.storage.unit_of_work import Reading

DAYS = 90

_LOCAL = "contact_date + INTERVAL 7 HOUR"
_IN_PERIOD = "contact_date >= %(first)s AND contact_date < %(until)s"
_TRIES = "COUNT(*), SUM(contact_status = 'successful')"
_LATER = "(SELECT MIN(l.contact_date) FROM customer_contacts l WHERE l.customer_id = k.customer_id"

BY_AGENT = (
    f"SELECT contacted_by_uid, contact_method, YEARWEEK({_LOCAL}, 3) w, {_TRIES} "
    f"FROM customer_contacts WHERE {_IN_PERIOD} GROUP BY contacted_by_uid, contact_method, w"
)
BY_METHOD = (
    f"SELECT contact_method, {_TRIES} FROM customer_contacts "
    f"WHERE {_IN_PERIOD} GROUP BY contact_method"
)
BY_WEEKDAY = (
    f"SELECT WEEKDAY({_LOCAL}) d, HOUR({_LOCAL}) h, {_TRIES} FROM customer_contacts "
    f"WHERE {_IN_PERIOD} GROUP BY d, h"
)
BY_CUSTOMER = (
    f"SELECT contact_method, HOUR({_LOCAL}) h, c.sales_status, c.lead_source, {_TRIES} "
    f"FROM customer_contacts LEFT JOIN customers c ON c.id = customer_id WHERE {_IN_PERIOD} "
    "GROUP BY contact_method, h, c.sales_status, c.lead_source"
)
CUSTOMERS = (
    "SELECT contacted_by_uid, COUNT(*) FROM (SELECT DISTINCT contacted_by_uid, customer_id "
    f"FROM customer_contacts WHERE {_IN_PERIOD}) pairs GROUP BY contacted_by_uid"
)
FOLLOW_UPS = (
    "SELECT contacted_by_uid, SUM(DATE(later) = DATE(due)), COUNT(*) FROM (SELECT DISTINCT k.id, "
    f"k.contacted_by_uid, k.next_follow_up_date due, {_LATER} AND l.contact_date > k.contact_date) "
    "later FROM customer_contacts k WHERE k.next_follow_up_date >= %(first)s AND "
    "k.next_follow_up_date < UTC_DATE()) plans WHERE later IS NULL OR DATE(later) >= DATE(due) "
    "GROUP BY contacted_by_uid"
)
RELEASES = (
    "SELECT YEARWEEK(h.binding_end_date + INTERVAL 7 HOUR, 3) w, h.unbinding_reason, "
    "h.bound_to_uid, COUNT(DISTINCT h.id) FROM customer_binding_history h LEFT JOIN "
    "customer_binding_history n ON n.customer_id = h.customer_id AND n.id <> h.id AND "
    "n.binding_start_date = h.binding_end_date WHERE h.binding_end_date >= %(first)s AND "
    "h.binding_end_date < %(until)s AND (h.unbinding_reason <> 'manual_release' OR n.id IS NULL) "
    "GROUP BY w, h.unbinding_reason, h.bound_to_uid"
)

Read = Callable[[Connection, Scope], Any]


def jobs(bench: Bench) -> list[Job]:
    """What is measured; the last ones with the cache."""
    today = bench.desk.now().date()
    frame = Frame(Period.last_days(today, DAYS))
    asked = bench.desk.store.read(lambda reading: scope(bench.desk, reading, frame)).bounds
    within = {"first": asked.from_utc, "until": asked.until_utc}

    def job(name: str, read: Read, raw: str) -> Job:
        def ours() -> Any:
            def work(reading: Reading) -> Any:
                return read(reading.connection, scope(bench.desk, reading, frame))

            return bench.desk.store.read(work)

        return Job(name, ours, lambda: bench.all(raw, within))

    def cached(name: str, read: Read, raw: str) -> Job:
        plain = job(name, read, raw)

        def ours() -> Any:
            _turn_on(bench)
            return plain.ours()

        return Job(name, ours, plain.raw)

    return [
        job("contacts by agent and week", agents.contacts, BY_AGENT),
        job("contacts by method", methods.by_method, BY_METHOD),
        job("contacts by weekday and hour", engagement.by_hour, BY_WEEKDAY),
        job("by hour, status, source", methods.by_customer, BY_CUSTOMER),
        job("customers of each agent", agents.customers, CUSTOMERS),
        job("follow-ups kept", agents.planned, FOLLOW_UPS),
        job("releases by week, agent", releases.ended, RELEASES),
        cached("cached: agent and week", agents.contacts, BY_AGENT),
        cached("cached: weekday and hour", engagement.by_hour, BY_WEEKDAY),
    ]


def spread(bench: Bench) -> None:
    """Spread the contacts over three years of office hours, as a company's really lie."""
    bench.all(
        "UPDATE customer_contacts SET contact_date = DATE(contact_date) "
        "- INTERVAL (CRC32(id) MOD 1066) DAY + INTERVAL (CRC32(customer_id) MOD 9 + 1) HOUR"
    )
    bench.all("ANALYZE TABLE customer_contacts")


def _turn_on(bench: Bench) -> None:
    """Turn the cache on and fill it, the first time."""
    if bench.all("SELECT 1 FROM global_settings WHERE setting_key = %s", (CONTACT_HOURS.key,)):
        return
    bench.all(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, 'on')",
        (CONTACT_HOURS.key,),
    )
    contact_hours.refresh(bench.desk)


def main() -> None:
    """Measure the figures."""
    measure(__doc__, jobs, spread)


if __name__ == "__main__":
    main()
