"""Six release runs at once, contacts in between, a run that is killed: each customer once."""

import contextlib
import json
import signal
import threading
from datetime import UTC, datetime

import pymysql

from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from tests.support.database import Database, TestServer
from tests.support.desktops import DesktopProcess, desktops
from tests.support.factories import Office
from tests.support.invariants import breaches

OVERDUE = 5_000
RUNS = 6


def overdue_office(mariadb: Database) -> tuple[Office, list[str]]:
    """An office whose guard is off, with many customers that are all overdue."""
    office = Office(mariadb, now=datetime.now(UTC))
    mariadb.set_clock(None)
    mariadb.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)",
        "salesdesk.release.guard",
        "off",
    )
    ids = office.customers(OVERDUE, owner=office.agent_uid, since=office.now - 45 * DAY)
    return office, sorted(ids)


class ForeignContact:
    """The booking application's contact: inserted at once, committed when it is told to."""

    def __init__(self, server: TestServer, database: Database, office: Office, to: str) -> None:
        self.connection: pymysql.connections.Connection = server.admin()
        self.connection.autocommit(False)
        with self.connection.cursor() as cursor:
            cursor.execute(f"USE {database.url.database}")
            cursor.execute("SET time_zone = '+00:00'")
            cursor.execute(
                "INSERT INTO customer_contacts (id, customer_id, contacted_by_uid, "
                "contact_method, contact_status) VALUES (%s, %s, %s, 'call', 'successful')",
                (new_id(), to, office.agent_uid),
            )

    def commit(self) -> None:
        """Commit, late."""
        self.connection.commit()
        self.connection.close()


def released_ids(database: Database) -> list[str]:
    rows = database.execute(
        "SELECT customer_id FROM customer_binding_history "
        "WHERE unbinding_reason = 'inactivity' ORDER BY customer_id"
    )
    return [row[0] for row in rows]


def test_six_runs_at_once_release_each_customer_once_or_a_contact_saves_it(
    server: TestServer, mariadb: Database
) -> None:
    office, ids = overdue_office(mariadb)
    held_up, logged = ids[OVERDUE // 2], ids[-1]
    uids = [office.agent_uid] * RUNS + [office.other_uid]
    with desktops(mariadb, uids) as running:
        *runs, logger = running
        foreign = ForeignContact(server, mariadb, office, held_up)
        logger.tell(f"log {logged} 1")
        for desktop in runs:
            desktop.tell("release")
        assert logger.hear() == {"logged": 1}
        committing = threading.Timer(2.0, foreign.commit)
        committing.start()
        reports = [desktop.hear() for desktop in runs]
        committing.join()
    told = [customer for report in reports for customer in report["ids"]]
    assert len(told) == len(set(told)), "two runs say that they released the same customer"
    assert sorted(told) == released_ids(mariadb)
    assert set(ids) - set(told) == {held_up, logged}
    assert breaches(mariadb) == []


def kill_in_the_middle(desktop: DesktopProcess, database: Database) -> int:
    """SIGKILL the desktop once some customers are free and before all are; how many are."""
    while True:
        free = len(released_ids(database))
        if 0 < free < OVERDUE:
            desktop.process.send_signal(signal.SIGKILL)
            desktop.process.wait(30)
            return len(released_ids(database))
        assert free < OVERDUE, "the run was over before it could be killed"


def test_a_killed_run_leaves_nothing_half_done_and_the_next_one_finishes(
    mariadb: Database,
) -> None:
    office, ids = overdue_office(mariadb)
    with desktops(mariadb, [office.agent_uid, office.other_uid]) as (first, second):
        first.tell("release")
        free = kill_in_the_middle(first, mariadb)
        assert 0 < free < OVERDUE
        assert free % 50 == 0, "a batch is done whole or not at all"
        assert breaches(mariadb) == []
        second.tell("release")
        report = second.hear()
    assert len(report["ids"]) == OVERDUE - free
    assert released_ids(mariadb) == ids
    assert breaches(mariadb) == []


def test_a_stuck_transaction_of_another_application_holds_up_one_customer_not_the_run(
    server: TestServer, mariadb: Database
) -> None:
    office, ids = overdue_office(mariadb)
    stuck = ForeignContact(server, mariadb, office, ids[10])
    with desktops(mariadb, [office.agent_uid]) as (desktop,):
        desktop.tell("release")
        report = desktop.hear()
        assert set(ids) - set(report["ids"]) == {ids[10]}
        [(left_over,)] = mariadb.execute("SELECT left_over FROM salesdesk_release_runs")
        assert left_over == 1
        with contextlib.closing(stuck.connection):
            stuck.connection.rollback()
        desktop.tell("release")
        assert desktop.hear()["ids"] == [ids[10]]
    assert released_ids(mariadb) == ids
    details = mariadb.execute("SELECT details FROM salesdesk_events WHERE kind = 'released'")
    assert {json.loads(row[0])["idle_days"] for row in details} == {45}
