"""After a release run the numbers that others wrote can be found in any format, and so on."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salesdesk.app import after_runs
from salesdesk.app.after_runs import (
    AfterRun,
    contact_hours_refresh,
    number_sweep,
    summary_sweep,
)
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import WorkspaceProfile
from salesdesk.app.session import AppSession, OpenDatabase
from salesdesk.domain.change_feed import MENDED
from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.day import Section
from salesdesk.domain.events import Event, EventKind, new_id
from salesdesk.domain.settings import CONTACT_HOURS, LIMIT_COLD, LIMIT_HOT, LIMIT_WARM
from salesdesk.services import customers, summaries
from salesdesk.services.release.report import RunOutcome, RunReport
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import UnitOfWork
from salesdesk.ui.kit.tasks import Tasks
from tests.support.database import Database
from tests.support.factories import Office


def test_a_number_written_elsewhere_is_found_after_a_run(
    sqlite: Database, tasks: Tasks, qtbot: QtBot
) -> None:
    office = Office(sqlite)
    customer = office.customer(phone="0812 90347718 / -")
    sweep = number_sweep(office.agent, tasks)
    with qtbot.waitSignal(sweep.done, timeout=10_000) as swept:
        sweep.on_run(RunReport(None, RunOutcome.DONE))
    assert swept.args == [1]
    found = customers.duplicate_of(office.agent, "+62 812-9034-7718")
    assert found is not None
    assert found.customer_id == customer
    sweep.deleteLater()


def test_the_cache_of_contacts_is_refreshed_after_a_run_where_it_is_on(
    sqlite: Database, tasks: Tasks, qtbot: QtBot
) -> None:
    office = Office(sqlite)
    office.contact(office.customer())
    refresh = contact_hours_refresh(office.agent, tasks)
    told: list[object] = []
    refresh.done.connect(told.append)
    for expected in ([None], [None, 1], [None, 1, None]):
        refresh.on_run(RunReport(None, RunOutcome.DONE))
        qtbot.waitUntil(tasks.is_idle, timeout=10_000)
        assert told == expected
        if len(told) == 1:
            sqlite.execute(
                "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)",
                CONTACT_HOURS.key, "on",
            )  # fmt: skip
    refresh.deleteLater()


def test_what_is_still_under_way_when_the_next_run_ends_goes_on(tasks: Tasks, qtbot: QtBot) -> None:
    """A day's reckoning may well take longer than the time between two runs."""
    begun: list[int] = []
    go_on = threading.Event()

    def work() -> int:
        begun.append(len(begun))
        assert go_on.wait(10)
        return len(begun)

    each = AfterRun("slow", work, tasks)
    told: list[object] = []
    each.done.connect(told.append)
    for _ in range(3):
        each.on_run(RunReport(None, RunOutcome.DONE))
    go_on.set()
    qtbot.waitUntil(tasks.is_idle, timeout=10_000)
    assert (begun, told) == ([0], [1])
    each.on_run(RunReport(None, RunOutcome.DONE))
    qtbot.waitUntil(tasks.is_idle, timeout=10_000)
    assert told == [1, 2]
    each.deleteLater()


def test_what_failed_is_done_again_after_the_next_run(tasks: Tasks, qtbot: QtBot) -> None:
    faults = [ValueError("a bug"), None]

    def work() -> int:
        fault = faults.pop(0)
        if fault is not None:
            raise fault
        return 1

    each = AfterRun("faulty", work, tasks)
    told: list[object] = []
    each.done.connect(told.append)
    each.failed.connect(told.append)
    for _ in range(2):
        each.on_run(RunReport(None, RunOutcome.DONE))
        qtbot.waitUntil(tasks.is_idle, timeout=10_000)
    assert [type(one) for one in told] == [ValueError, int]
    each.deleteLater()


def test_a_window_that_closes_does_not_wait_for_a_sweep(
    database: Database, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every summary is to be renewed, and the window closes after the first ones."""
    monkeypatch.setattr(summaries, "BATCH", 1)
    office = Office(database)
    office.customers(3_000, owner=office.agent_uid, since=office.now)
    database.execute("UPDATE salesdesk_customer_summary SET settings_mark = 'old'")
    tasks.stop_with(office.agent.stoppable)

    def renewed() -> int:
        ((number,),) = database.execute(
            "SELECT COUNT(*) FROM salesdesk_customer_summary WHERE settings_mark <> 'old'"
        )
        return int(number)

    sweep = summary_sweep(office.agent, tasks)
    sweep.on_run(RunReport(None, RunOutcome.DONE))
    qtbot.waitUntil(lambda: renewed() > 0, timeout=10_000)
    assert tasks.shutdown(10_000)
    assert renewed() < 3_000
    sweep.deleteLater()


def test_a_changed_setting_has_it_done_soon(
    tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that changes while it is under way has it done once more, under the new one."""
    monkeypatch.setattr(after_runs, "JITTER_MS", 1)
    begun: list[int] = []
    go_on = threading.Event()

    def work() -> int:
        begun.append(len(begun))
        assert go_on.wait(10)
        return 0

    each = AfterRun("on settings", work, tasks)
    each.on_changes(Changes.of(Topic.CUSTOMERS))
    each.on_changes(Changes.of(Topic.SETTINGS))
    qtbot.waitUntil(lambda: begun == [0], timeout=10_000)
    each.on_changes(Changes.of(Topic.SETTINGS))
    each.on_changes(Changes.of(Topic.SETTINGS))
    go_on.set()
    qtbot.waitUntil(lambda: begun == [0, 1] and tasks.is_idle(), timeout=10_000)
    each.deleteLater()


def test_an_open_window_shows_what_a_changed_limit_makes_of_today(
    office: Session, tasks: Tasks, paths: Paths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another desktop changes it: the day is read again, then the summaries are renewed."""
    monkeypatch.setattr(after_runs, "JITTER_MS", 1)
    bugs: list[BaseException] = []
    place = OpenDatabase(
        WorkspaceProfile("test", "Test", Path(office.store.engine.url.database or "")),
        office.store,
        office,
    )
    session = AppSession(place, tasks, paths, bugs.append)
    told: list[Changes] = []
    with qtbot.waitSignal(session.releases.finished, timeout=20_000):
        session.show()
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)
    session.window.live.ask()
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)
    session.feed.changed.connect(told.append)
    happened = Event(new_id(), office.now(), EventKind.SETTING_CHANGED, None, "uid-x", {})

    def elsewhere(unit: UnitOfWork) -> None:
        for limit in (LIMIT_COLD, LIMIT_WARM, LIMIT_HOT):
            unit.stored_settings.put(limit.key, None, "3650")
        unit.events.add([happened])

    office.store.act(elsewhere)
    session.window.live.ask()
    qtbot.waitUntil(lambda: MENDED in told and tasks.is_idle(), timeout=20_000)
    assert told == [Changes.of(Topic.SETTINGS), MENDED]
    assert session.window.today.model.rows_in(Section.RELEASING) == []
    session.window.live.ask()
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)
    assert told == [Changes.of(Topic.SETTINGS), MENDED]
    session.window.close()
    session.close()
    assert bugs == []
