"""Activity: its reports over ninety days of a whole team, beside their aggregates by hand."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.jobs.job import Job, Pair
from benchmarks.seat import Seat
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.domain.settings import CONTACT_HOURS
from salesdesk.services import contact_hours
from salesdesk.services.reports import agents, engagement, methods, releases, workload
from salesdesk.services.session import Session

_DAYS = 90

#: The office's days and weeks; a report shows the period before as well.
_LOCAL = "contact_date + INTERVAL 7 HOUR"
_PERIOD = (
    f"contact_date >= UTC_TIMESTAMP() - INTERVAL {2 * _DAYS} DAY AND contact_date < UTC_TIMESTAMP()"
)
_TRIES = "COUNT(*), SUM(contact_status = 'successful')"
_LATER = "(SELECT MIN(l.contact_date) FROM customer_contacts l WHERE l.customer_id = k.customer_id"

_AGENTS = (
    f"SELECT contacted_by_uid, contact_method, YEARWEEK({_LOCAL}, 3) w, {_TRIES} "
    f"FROM customer_contacts WHERE {_PERIOD} GROUP BY contacted_by_uid, contact_method, w",
    "SELECT contacted_by_uid, COUNT(*) FROM (SELECT DISTINCT contacted_by_uid, customer_id "
    f"FROM customer_contacts WHERE {_PERIOD}) pairs GROUP BY contacted_by_uid",
    "SELECT contacted_by_uid, SUM(DATE(later) = DATE(due)), COUNT(*) FROM (SELECT DISTINCT k.id, "
    f"k.contacted_by_uid, k.next_follow_up_date due, {_LATER} AND l.contact_date > k.contact_date) "
    f"later FROM customer_contacts k WHERE k.next_follow_up_date >= UTC_DATE() - INTERVAL "
    f"{2 * _DAYS} DAY AND k.next_follow_up_date < UTC_DATE()) plans "
    "WHERE later IS NULL OR DATE(later) >= DATE(due) GROUP BY contacted_by_uid",
)
_METHODS = (
    f"SELECT contact_method, HOUR({_LOCAL}) h, c.sales_status, c.lead_source, {_TRIES} "
    f"FROM customer_contacts LEFT JOIN customers c ON c.id = customer_id WHERE {_PERIOD} "
    "GROUP BY contact_method, h, c.sales_status, c.lead_source",
)
_ENGAGEMENT = (
    f"SELECT WEEKDAY({_LOCAL}) d, HOUR({_LOCAL}) h, {_TRIES} FROM customer_contacts "
    f"WHERE {_PERIOD} GROUP BY d, h",
)
#: What came next is grouped first: so the server gives it a key where the table has none.
_RELEASES = (
    "SELECT YEARWEEK(h.binding_end_date + INTERVAL 7 HOUR, 3) w, h.unbinding_reason, "
    "h.bound_to_uid, COUNT(*) FROM customer_binding_history h LEFT JOIN "
    "(SELECT customer_id, binding_start_date, COUNT(*) FROM customer_binding_history "
    "GROUP BY customer_id, binding_start_date) n ON n.customer_id = h.customer_id AND "
    "n.binding_start_date = h.binding_end_date WHERE h.binding_end_date >= UTC_TIMESTAMP() "
    f"- INTERVAL {2 * _DAYS} DAY AND h.binding_end_date < UTC_TIMESTAMP() "
    "AND (h.unbinding_reason <> 'manual_release' OR n.customer_id IS NULL) "
    "GROUP BY w, h.unbinding_reason, h.bound_to_uid",
)
_WORKLOAD = (
    "SELECT owner_uid, status, COUNT(*), SUM(leaves_at <= UTC_TIMESTAMP() + INTERVAL 7 DAY), "
    "SUM(next_step_at < UTC_DATE()), SUM(next_step_at IS NULL) "
    "FROM salesdesk_customer_summary GROUP BY owner_uid, status",
)

_CONTACTS = "all contacts of both periods are read: no index leads by date alone"


def _report(
    key: str,
    title: str,
    figures: Callable[[Session, ReportScope], object],
    by_hand: tuple[str, ...],
    limit: str,
) -> Job:
    def at(seat: Seat) -> Pair:
        report_scope = _frame(seat.session)
        return Pair(
            lambda: figures(seat.session, report_scope),
            lambda: [seat.all(statement) for statement in by_hand],
        )

    return Job(f"report.{key}", title, limit, at)


def _frame(session: Session) -> ReportScope:
    return ReportScope(Period.last_days(session.now().date(), _DAYS))


def _cached(seat: Seat) -> Pair:
    """The optional cache of contacts by hours, which is off otherwise."""
    session, report_scope, key = seat.session, _frame(seat.session), CONTACT_HOURS.key

    def turn_on() -> None:
        seat.all(
            "REPLACE INTO global_settings (setting_key, setting_value) VALUES (%s, 'on')", (key,)
        )
        contact_hours.refresh(session)

    def turn_off() -> None:
        seat.all("DELETE FROM global_settings WHERE setting_key = %s", (key,))

    return Pair(
        lambda: engagement.figures(session, report_scope),
        lambda: [seat.all(statement) for statement in _ENGAGEMENT],
        before_ours=turn_on,
        before_raw=turn_off,
    )


JOBS = (
    _report("agents", "Activity, agents", agents.figures, _AGENTS, _CONTACTS),
    _report("methods", "Activity, methods", methods.figures, _METHODS, _CONTACTS),
    _report("engagement", "Activity, engagement", engagement.figures, _ENGAGEMENT, _CONTACTS),
    _report(
        "releases",
        "Activity, releases",
        releases.figures,
        _RELEASES,
        "the ownership history of both periods is read, and what came after each row",
    ),
    _report(
        "workload",
        "Activity, workload",
        workload.figures,
        _WORKLOAD,
        "every customer's summary is counted",
    ),
    Job(
        "report.cached",
        "Activity, engagement, with the cache by hours",
        "the cache holds no customers: what is counted by customer is read from the contacts",
        _cached,
    ),
)
