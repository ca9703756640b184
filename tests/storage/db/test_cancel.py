"""A query that nobody waits for any more is stopped on the server, and nothing else is."""

import threading
from collections.abc import Callable

import pytest

from salesdesk.storage.db.cancel import Stopped
from salesdesk.storage.unit_of_work import Reading, Store
from tests.support.crowds import ENDLESS
from tests.support.database import Database

#: Hours of work, on either database.
_ENDLESS = {
    "mariadb": ENDLESS,
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT COUNT(*) FROM n WHERE i < 0",
}


class Job(threading.Thread):
    """A work on a thread of its own, and how it ended."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self.work = work
        self.ended: BaseException | None = None

    def run(self) -> None:
        """Run it; keep what it raised."""
        try:
            self.work()
        except BaseException as fault:
            self.ended = fault


def test_the_statement_under_way_is_stopped_and_the_connection_stays_good(
    database: Database,
) -> None:
    store = database.store
    stopper = store.stopper()
    begun = threading.Event()

    def endless(reading: Reading) -> None:
        reading.clock()
        begun.set()
        reading.connection.exec_driver_sql(_ENDLESS[database.kind])

    job = Job(stopper.watching(lambda: store.read(endless)))
    job.start()
    assert begun.wait(20)
    while job.is_alive():
        # The first may come before the server has begun with the statement.
        stopper.stop()
        job.join(0.1)
    assert "stopped" in str(job.ended) or "interrupted" in str(job.ended)
    assert store.read(lambda reading: reading.clock()) is not None


def test_a_job_stopped_before_it_reads_asks_nothing(database: Database) -> None:
    store = database.store
    stopper = store.stopper()
    stopper.stop()
    with pytest.raises(Stopped):
        stopper.watching(lambda: store.read(lambda reading: reading.clock()))()


def test_other_jobs_go_on(database: Database) -> None:
    store: Store = database.store
    stopper = store.stopper()
    moment = stopper.watching(lambda: store.read(lambda reading: reading.clock()))()
    stopper.stop()
    assert store.read(lambda reading: reading.clock()) >= moment
