"""The release run, beside one set-based transaction that frees the same rows."""

from __future__ import annotations

from functools import partial

from benchmarks.jobs.job import Job, Pair
from benchmarks.seat import Seat
from salesdesk.services.release import run as release
from salesdesk.services.release.report import Cause, RunOutcome

#: Whom the job makes due, who had them, and a moment by which all of it is dated.
_CHOSEN = (
    "DROP TABLE IF EXISTS bench_due",
    "CREATE TABLE bench_due (PRIMARY KEY (id)) SELECT id, bound_to_uid uid, UTC_TIMESTAMP() at "
    "FROM customers WHERE binding_status = 'bound' ORDER BY id LIMIT {number}",
)
#: As if nothing had released them; no event tells of it, or lists would tell of a day on which
#: they were all released.
_AGAIN = (
    "UPDATE customers c JOIN bench_due d ON d.id = c.id SET c.bound_to_uid = d.uid, "
    "c.binding_status = 'bound', c.binding_start_date = d.at - INTERVAL 50 DAY, "
    "c.last_interaction_date = d.at - INTERVAL {days} DAY",
    "DELETE h FROM customer_binding_history h JOIN bench_due d ON d.id = h.customer_id "
    "WHERE h.binding_end_date IS NULL OR h.binding_end_date >= d.at - INTERVAL 1 DAY",
    "INSERT INTO customer_binding_history (id, customer_id, bound_to_uid, binding_start_date) "
    "SELECT UUID(), id, uid, at - INTERVAL 50 DAY FROM bench_due",
    "UPDATE customer_contacts k JOIN bench_due d ON d.id = k.customer_id "
    "SET k.contact_date = d.at - INTERVAL 45 DAY",
    "DELETE e FROM salesdesk_events e JOIN bench_due d ON d.id = e.customer_id "
    "WHERE e.kind = 'released'",
    "UPDATE salesdesk_customer_summary s JOIN bench_due d ON d.id = s.customer_id SET "
    "s.owner_uid = d.uid, s.binding_start = d.at - INTERVAL 50 DAY, "
    "s.last_interaction = d.at - INTERVAL {days} DAY, s.contact_at = d.at - INTERVAL 45 DAY, "
    "s.idle_since = d.at - INTERVAL {days} DAY, s.leaves_at = d.at - INTERVAL {days} - 30 DAY, "
    "s.leave_reason = 'inactivity', s.free_since = NULL",
)
_OF_THE_DUE = (
    "c.binding_status = 'bound' AND c.binding_start_date <= UTC_TIMESTAMP() - INTERVAL 30 DAY "
    "AND c.last_interaction_date <= UTC_TIMESTAMP() - INTERVAL 30 DAY AND NOT EXISTS (SELECT 1 "
    "FROM customer_contacts k WHERE k.customer_id = c.id "
    "AND k.contact_date > UTC_TIMESTAMP() - INTERVAL 30 DAY)"
)
#: The same rows as ours writes: the events with their details, and the summaries that lists read.
_SET_BASED = (
    "CREATE TEMPORARY TABLE due (PRIMARY KEY (id)) "
    "SELECT c.id, c.bound_to_uid, c.binding_start_date, c.last_interaction_date "
    f"FROM customers c WHERE {_OF_THE_DUE}",
    "INSERT INTO salesdesk_events (id, at, kind, customer_id, batch_id, run_id, details) "
    "SELECT UUID(), UTC_TIMESTAMP(), 'released', due.id, @run, @run, JSON_OBJECT("
    "'owner', due.bound_to_uid, 'since', due.binding_start_date, 'reason', 'inactivity', "
    "'idle_days', TIMESTAMPDIFF(DAY, due.last_interaction_date, UTC_TIMESTAMP()), "
    "'limit_days', 30, 'spell', h.id, 'host', 'bench') FROM due "
    "JOIN customer_binding_history h ON h.customer_id = due.id AND h.binding_end_date IS NULL",
    "UPDATE customer_binding_history h JOIN due ON due.id = h.customer_id "
    "SET h.binding_end_date = UTC_TIMESTAMP(), h.unbinding_reason = 'inactivity' "
    "WHERE h.binding_end_date IS NULL",
    "UPDATE customers c JOIN due ON due.id = c.id SET c.bound_to_uid = NULL, "
    "c.binding_start_date = NULL, c.binding_status = 'available'",
    "UPDATE salesdesk_customer_summary s JOIN due ON due.id = s.customer_id "
    "SET s.owner_uid = NULL, s.binding_start = NULL, s.leaves_at = NULL, s.leave_reason = NULL, "
    "s.idle_since = due.last_interaction_date, s.free_since = UTC_TIMESTAMP()",
)


class _Due:
    """Makes so many of a hundred bound customers due, and binds them again to whoever had them."""

    def __init__(self, seat: Seat, percent: int) -> None:
        self._seat = seat
        ((bound,),) = seat.all("SELECT COUNT(*) FROM customers WHERE binding_status = 'bound'")
        self._number = max(bound * percent // 100, 1)
        for statement in _CHOSEN:
            seat.all(statement.format(number=self._number))

    def again(self) -> None:
        """Due from now on, whatever became of them."""
        self._seat.all("DROP TEMPORARY TABLE IF EXISTS due")
        self._bound(idle_days=40)

    def over(self) -> None:
        """Held as before, and due no more."""
        self._bound(idle_days=3)
        self._seat.all("DROP TABLE bench_due")

    def _bound(self, *, idle_days: int) -> None:
        self._seat.transaction(*((one.format(days=idle_days), None) for one in _AGAIN))

    def run(self) -> None:
        """Our run frees them all."""
        report = release.run(self._seat.session, Cause.COMMAND)
        if report.outcome is not RunOutcome.DONE or report.released != self._number:
            raise AssertionError(report)

    def by_hand(self) -> None:
        """One transaction frees them all."""
        self._seat.all("SET @run = UUID()")
        self._seat.transaction(*((statement, None) for statement in _SET_BASED))


def _run(seat: Seat, *, percent: int) -> Pair:
    due = _Due(seat, percent)

    return Pair(due.run, due.by_hand, before_ours=due.again, before_raw=due.again, after=due.over)


JOBS = tuple(
    Job(
        f"release.{key}",
        f"release run, {percent}% of the bound due",
        "each customer is locked and read again before it is freed, fifty in one transaction",
        partial(_run, percent=percent),
        3,
        # Fifty customers at a time over a line: many minutes, and nobody waits for it.
        near_only=percent > 1,
    )
    for key, percent in (("run", 1), ("tenth", 10))
)
