"""The release run's clock: startup, interval, wake, never two at once."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from salesdesk.app import release_timer
from salesdesk.app.release_timer import HEARTBEAT, LATE, ReleaseTimer
from salesdesk.domain.errors import Unavailable
from salesdesk.services.release import run as release
from salesdesk.services.release.report import Cause, RunOutcome, RunReport
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks

INTERVAL = timedelta(minutes=15)


class Clocks:
    """The wall's clock and the steady one."""

    def __init__(self) -> None:
        self.wall = self.steady = 1_000.0

    def read_wall(self) -> float:
        """What the wall says."""
        return self.wall

    def read_steady(self) -> float:
        """What the steady clock says."""
        return self.steady


class Asked:
    """A release that remembers why it was asked, and answers as it is told."""

    def __init__(self) -> None:
        self.causes: list[Cause] = []
        self.report = RunReport("r", RunOutcome.DONE)
        self.fault: Exception | None = None

    def run(self, session: Session, cause: Cause) -> RunReport:
        """As the service."""
        self.causes.append(cause)
        if self.fault is not None:
            raise self.fault
        return self.report


@pytest.fixture
def clocks() -> Clocks:
    """Clocks that a test moves."""
    return Clocks()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """In place of the real release."""
    made = Asked()
    monkeypatch.setattr(release, "run", made.run)
    return made


@pytest.fixture
def timer(office: Session, tasks: Tasks, clocks: Clocks) -> ReleaseTimer:
    """Not started yet."""
    return ReleaseTimer(office, tasks, INTERVAL, wall=clocks.read_wall, steady=clocks.read_steady)


def due_ms(timer: ReleaseTimer) -> int:
    """In how many milliseconds the next run is due; -1: none is."""
    return timer._due.remainingTime()


def test_the_startup_run_frees_who_is_due(timer: ReleaseTimer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timer.finished) as finished:
        timer.start()
    report = finished.args[0] if finished.args else None
    assert isinstance(report, RunReport)
    assert report.outcome is RunOutcome.DONE
    timer.stop()


def test_the_next_run_comes_after_the_interval_with_jitter(
    timer: ReleaseTimer, asked: Asked, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(timer.finished):
        timer.start()
    shortest = INTERVAL.total_seconds() * 1000
    assert shortest * 0.99 <= due_ms(timer) <= shortest * 1.16
    assert asked.causes == [Cause.STARTUP]
    timer.stop()
    assert due_ms(timer) == -1


def test_the_timer_run_says_so(timer: ReleaseTimer, asked: Asked, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timer.finished):
        timer.start()
    with qtbot.waitSignal(timer.finished):
        timer._due.start(0)
    assert asked.causes == [Cause.STARTUP, Cause.TIMER]
    timer.stop()


def test_runs_do_not_overlap_and_one_is_remembered(
    timer: ReleaseTimer, asked: Asked, qtbot: QtBot
) -> None:
    timer.start()
    for _ in range(5):
        timer.run(Cause.COMMAND)
    assert timer.running
    qtbot.waitUntil(lambda: not timer.running)
    assert asked.causes == [Cause.STARTUP, Cause.COMMAND]
    timer.stop()


@pytest.mark.parametrize("sleeping", ["wall", "steady"])
def test_a_machine_that_wakes_is_noticed(
    timer: ReleaseTimer, asked: Asked, clocks: Clocks, qtbot: QtBot, sleeping: str
) -> None:
    with qtbot.waitSignal(timer.finished):
        timer.start()
    beat = HEARTBEAT.total_seconds()
    clocks.wall += beat
    clocks.steady += beat
    timer.beat()
    assert asked.causes == [Cause.STARTUP]
    setattr(clocks, sleeping, getattr(clocks, sleeping) + 8 * 3600)
    with qtbot.waitSignal(timer.finished):
        timer.beat()
    assert asked.causes == [Cause.STARTUP, Cause.WAKE]
    timer.stop()


def test_a_busy_computer_did_not_sleep(
    timer: ReleaseTimer, asked: Asked, clocks: Clocks, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(timer.finished):
        timer.start()
    clocks.wall += (HEARTBEAT + LATE).total_seconds()
    timer.beat()
    assert not timer.running
    timer.stop()


def test_an_outage_is_told_and_tried_again_soon(
    timer: ReleaseTimer, asked: Asked, qtbot: QtBot
) -> None:
    asked.fault = Unavailable("away")
    with qtbot.waitSignal(timer.failed) as failed:
        timer.start()
    assert failed.args == [asked.fault]
    assert 0 < due_ms(timer) <= 70_000
    asked.fault = None
    with qtbot.waitSignal(timer.finished):
        timer._due.start(0)
    assert due_ms(timer) > 800_000
    timer.stop()


def test_a_run_that_another_desktop_made_superfluous_waits_for_its_turn(
    timer: ReleaseTimer, asked: Asked, office: Session, qtbot: QtBot
) -> None:
    asked.report = RunReport.skipped(office.now() - timedelta(minutes=10))
    with qtbot.waitSignal(timer.finished):
        timer.start()
    assert 280_000 <= due_ms(timer) <= 350_000
    asked.report = RunReport.skipped(office.now() - timedelta(hours=10))
    with qtbot.waitSignal(timer.finished):
        timer._due.start(0)
    soonest = release_timer.SOONEST.total_seconds() * 1000
    assert soonest * 0.9 <= due_ms(timer) <= soonest * 1.2
    timer.stop()


def test_a_stopped_timer_starts_nothing(timer: ReleaseTimer, asked: Asked, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timer.finished):
        timer.start()
    timer.stop()
    timer.run(Cause.COMMAND)
    assert not timer.running
    assert asked.causes == [Cause.STARTUP]
