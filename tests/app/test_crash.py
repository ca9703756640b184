"""What nobody caught reaches the log and, now and then, the person."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from salesdesk.app.crash import NEXT_SECONDS, SAME_AGAIN_SECONDS, Crashes, Fault


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock."""
    return Clock()


@pytest.fixture
def shown() -> list[Fault]:
    """What the person saw."""
    return []


@pytest.fixture
def crashes(shown: list[Fault], clock: Clock, tmp_path: Path) -> Iterator[Crashes]:
    """Installed, and removed again."""
    made = Crashes(shown.append, tmp_path / "x.log", clock)
    before = sys.excepthook, threading.excepthook
    made.install(tmp_path)
    yield made
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before


def caught(text: str) -> BaseException:
    """An exception with a traceback, always from the same line."""
    try:
        raise RuntimeError(text)
    except RuntimeError as fault:
        return fault


def other() -> BaseException:
    """An exception from another line."""
    try:
        raise KeyError("x")
    except KeyError as fault:
        return fault


def hook(fault: BaseException) -> None:
    """As Python does with what nobody caught."""
    sys.excepthook(type(fault), fault, fault.__traceback__)


def test_an_uncaught_fault_is_shown_with_its_place(crashes: Crashes, shown: list[Fault]) -> None:
    hook(caught("mysql://rina:geheim@db is odd"))
    assert len(shown) == 1
    assert shown[0].summary.startswith("RuntimeError: mysql://rina")
    assert "test_crash.py" in shown[0].details
    assert "geheim" not in shown[0].summary + shown[0].details
    assert shown[0].log is not None


def test_the_same_fault_is_shown_once_for_a_while(
    crashes: Crashes, shown: list[Fault], clock: Clock
) -> None:
    for _ in range(60):
        hook(caught("again"))
    assert len(shown) == 1
    clock.now += SAME_AGAIN_SECONDS + 1
    hook(caught("again"))
    assert len(shown) == 2


def test_two_different_faults_do_not_come_at_once(
    crashes: Crashes, shown: list[Fault], clock: Clock
) -> None:
    hook(caught("one"))
    hook(other())
    assert len(shown) == 1
    clock.now += NEXT_SECONDS + 1
    hook(other())
    assert [fault.summary.split(":")[0] for fault in shown] == ["RuntimeError", "KeyError"]


def test_a_fault_that_is_not_shown_is_logged(
    crashes: Crashes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        hook(caught("one"))
        hook(caught("one"))
    assert sum("unforeseen" in line for line in caplog.messages) == 2


def test_a_fault_in_a_thread_is_caught(crashes: Crashes, shown: list[Fault]) -> None:
    def broken() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    assert [fault.summary for fault in shown] == ["ValueError: in a thread"]


def test_an_interpreter_that_dies_leaves_a_file(crashes: Crashes, tmp_path: Path) -> None:
    assert (tmp_path / "salesdesk-crash.txt").exists()
