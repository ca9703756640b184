"""The release run, beside one set-based transaction that frees the same rows."""

from __future__ import annotations

from functools import partial

from benchmarks.jobs.job import Job, Pair
from benchmarks.seat import Seat
from salesdesk.domain.events import new_id
from salesdesk.services import summaries
from salesdesk.services.release import run as release
from salesdesk.services.release.report import Cause, RunOutcome

_QUIET = (
    "UPDATE customer_contacts SET contact_date = UTC_TIMESTAMP() - INTERVAL 45 DAY "
    "WHERE customer_id IN %s",
    "UPDATE customers SET last_interaction_date = UTC_TIMESTAMP() - INTERVAL 40 DAY, "
    "binding_start_date = UTC_TIMESTAMP() - INTERVAL 50 DAY WHERE id IN %s",
    "UPDATE customer_binding_history SET binding_start_date = UTC_TIMESTAMP() - INTERVAL 50 DAY "
    "WHERE binding_end_date IS NULL AND customer_id IN %s",
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
        self._ids = seat.ids("binding_status = 'bound'", max(bound * percent // 100, 1))
        self._owners = seat.all(
            "SELECT bound_to_uid, id FROM customers WHERE id IN %s", (self._ids,)
        )

    def again(self) -> None:
        """Due from now on, whatever became of them; no event tells that they were released."""
        seat, ids = self._seat, self._ids
        with seat.connection.cursor() as cursor:
            seat.connection.begin()
            cursor.executemany(
                "UPDATE customers SET bound_to_uid = %s, binding_status = 'bound' WHERE id = %s",
                self._owners,
            )
            cursor.execute(
                "DELETE FROM customer_binding_history WHERE customer_id IN %s "
                "AND (binding_end_date IS NULL OR binding_end_date >= "
                "UTC_TIMESTAMP() - INTERVAL 1 DAY)",
                (ids,),
            )
            cursor.executemany(
                "INSERT INTO customer_binding_history (id, customer_id, bound_to_uid) "
                "VALUES (%s, %s, %s)",
                [(new_id(), one, owner) for owner, one in self._owners],
            )
            for statement in _QUIET:
                cursor.execute(statement, (ids,))
            # A day with as many releases is another day: lists would tell of all of them.
            cursor.execute(
                "DELETE FROM salesdesk_events WHERE kind = 'released' AND customer_id IN %s", (ids,)
            )
            seat.connection.commit()
        summaries.mend(seat.session, ids)

    def over(self) -> None:
        """Held as before, and due no more."""
        self.again()
        self._seat.all(
            "UPDATE customers SET last_interaction_date = UTC_TIMESTAMP() - INTERVAL 3 DAY "
            "WHERE id IN %s",
            (self._ids,),
        )
        summaries.mend(self._seat.session, self._ids)

    def run(self) -> None:
        """Our run frees them all."""
        report = release.run(self._seat.session, Cause.COMMAND)
        if report.outcome is not RunOutcome.DONE or report.released != len(self._ids):
            raise AssertionError(report)

    def by_hand(self) -> None:
        """One transaction frees them all."""
        self._seat.all("SET @run = UUID()")
        self._seat.transaction(*((statement, None) for statement in _SET_BASED))


def _run(seat: Seat, *, percent: int) -> Pair:
    due = _Due(seat, percent)

    def forgotten() -> None:
        seat.all("DROP TEMPORARY TABLE IF EXISTS due")
        due.again()

    return Pair(due.run, due.by_hand, before_ours=forgotten, before_raw=forgotten, after=due.over)


JOBS = tuple(
    Job(
        f"release.{key}",
        f"release run, {percent}% of the bound due",
        "each customer is locked and read again before it is freed, fifty in one transaction",
        partial(_run, percent=percent),
        3,
    )
    for key, percent in (("run", 1), ("tenth", 10))
)
