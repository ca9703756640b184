"""The two lanes: order, voided answers, faults, receivers that are gone, shutdown."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.ui.kit.tasks import Tasks
from tests.ui.conftest import delete_deferred

WAIT = 5_000


class Receiver(QObject):
    """Remembers what it was given, and on which thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.done: list[object] = []
        self.failed: list[BaseException] = []
        self.threads: list[QThread] = []

    def on_done(self, result: object) -> None:
        self.done.append(result)
        self.threads.append(QThread.currentThread())

    def on_error(self, error: BaseException) -> None:
        self.failed.append(error)


class Gate:
    """Work that tells when it started and ends when it is let go."""

    def __init__(self, answer: object = None) -> None:
        self.answer = answer
        self.started = threading.Event()
        self.opened = threading.Event()
        self.cancelled = threading.Event()

    def __call__(self) -> object:
        self.started.set()
        assert self.opened.wait(WAIT / 1000)
        return self.answer

    def cancel(self) -> None:
        self.cancelled.set()
        self.opened.set()


@pytest.fixture
def tasks(themed: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.shutdown()


@pytest.fixture
def receiver(themed: QApplication) -> Receiver:
    return Receiver()


def give(value: object) -> Callable[[], object]:
    """Work that answers this."""
    return partial(_same, value)


def _same(value: object) -> object:
    return value


def refuse() -> object:
    """Work that raises."""
    raise LookupError("gone")


def settle(tasks: Tasks, qtbot: QtBot) -> None:
    """Wait until everything under way has been answered."""
    if not tasks.is_idle():
        with qtbot.waitSignal(tasks.settled, timeout=WAIT):
            pass


def test_commands_run_one_after_another_in_their_order(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot
) -> None:
    running: list[int] = []
    seen: list[int] = []

    def work(number: int) -> int:
        running.append(number)
        seen.append(len(running))
        running.remove(number)
        return number

    for number in range(50):
        tasks.command(partial(work, number), receiver.on_done, receiver.on_error)
    settle(tasks, qtbot)
    assert receiver.done == list(range(50))
    assert set(seen) == {1}


def test_answers_arrive_on_the_thread_of_the_window(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot, themed: QApplication
) -> None:
    worked: list[int] = []
    tasks.command(
        partial(worked.append, threading.get_ident()), receiver.on_done, receiver.on_error
    )
    tasks.query("q", threading.get_ident, receiver.on_done, receiver.on_error)
    settle(tasks, qtbot)
    assert receiver.threads == [themed.thread()] * 2
    assert threading.get_ident() not in receiver.done


def test_large_numbers_and_objects_arrive_whole(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot
) -> None:
    thing = {"a": (1, 2)}
    for value in (2**40, None, thing):
        tasks.command(give(value), receiver.on_done, receiver.on_error)
    settle(tasks, qtbot)
    assert receiver.done == [2**40, None, thing]
    assert receiver.done[2] is thing


def test_an_exception_is_handed_over_as_an_object(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot
) -> None:
    tasks.command(refuse, receiver.on_done, receiver.on_error)
    tasks.query("q", refuse, receiver.on_done, receiver.on_error)
    tasks.command(give("after"), receiver.on_done, receiver.on_error)
    settle(tasks, qtbot)
    assert [type(error) for error in receiver.failed] == [LookupError, LookupError]
    assert str(receiver.failed[0]) == "gone"
    assert receiver.done == ["after"]


def test_a_newer_query_voids_the_older_ones_answer(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot
) -> None:
    old = Gate("old")
    tasks.query("list", old, receiver.on_done, receiver.on_error)
    assert old.started.wait(WAIT / 1000)
    tasks.query("list", give("new"), receiver.on_done, receiver.on_error)
    with qtbot.waitSignal(tasks.settled, timeout=WAIT):
        old.opened.set()
    assert receiver.done == ["new"]


def test_the_fault_of_a_voided_query_is_nobodys_news(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot
) -> None:
    gate = Gate()

    def work() -> object:
        gate()
        return refuse()

    tasks.query("list", work, receiver.on_done, receiver.on_error)
    assert gate.started.wait(WAIT / 1000)
    tasks.void("list")
    gate.opened.set()
    settle(tasks, qtbot)
    assert receiver.failed == []


def test_a_voided_query_that_waits_is_not_run(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot
) -> None:
    gates = [Gate(1), Gate(2)]
    for number, gate in enumerate(gates):
        tasks.query(number, gate, receiver.on_done, receiver.on_error)
    for gate in gates:
        assert gate.started.wait(WAIT / 1000)
    ran = threading.Event()
    tasks.query("waiting", ran.set, receiver.on_done, receiver.on_error)
    tasks.void("waiting")
    for gate in gates:
        gate.opened.set()
    settle(tasks, qtbot)
    assert not ran.is_set()
    assert sorted(str(value) for value in receiver.done) == ["1", "2"]


def test_a_running_query_is_cancelled_when_it_is_voided(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot
) -> None:
    gate = Gate("old")
    tasks.query("list", gate, receiver.on_done, receiver.on_error, cancel=gate.cancel)
    assert gate.started.wait(WAIT / 1000)
    tasks.query("list", give("new"), receiver.on_done, receiver.on_error)
    settle(tasks, qtbot)
    assert gate.cancelled.is_set()
    assert receiver.done == ["new"]


def test_a_finished_query_is_never_cancelled(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot
) -> None:
    cancelled = threading.Event()
    tasks.query("list", give(1), receiver.on_done, receiver.on_error, cancel=cancelled.set)
    settle(tasks, qtbot)
    tasks.query("list", give(2), receiver.on_done, receiver.on_error)
    settle(tasks, qtbot)
    assert tasks.shutdown()
    assert not cancelled.is_set()
    assert receiver.done == [1, 2]


def test_a_cancel_that_fails_is_logged_and_harms_nobody(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = Gate(), Gate()

    def broken() -> None:
        first.opened.set()
        raise OSError("no route")

    with caplog.at_level(logging.WARNING, logger="salesdesk.ui.kit.tasks"):
        tasks.query("a", first, receiver.on_done, receiver.on_error, cancel=broken)
        tasks.query("b", second, receiver.on_done, receiver.on_error, cancel=second.cancel)
        for gate in (first, second):
            assert gate.started.wait(WAIT / 1000)
        tasks.void("a")
        tasks.void("b")
        settle(tasks, qtbot)
    assert second.cancelled.is_set()
    assert "could not be cancelled" in caplog.text


def test_queries_run_two_at_a_time(tasks: Tasks, receiver: Receiver, qtbot: QtBot) -> None:
    gates = [Gate(number) for number in range(3)]
    for number, gate in enumerate(gates):
        tasks.query(number, gate, receiver.on_done, receiver.on_error)
    assert gates[0].started.wait(WAIT / 1000)
    assert gates[1].started.wait(WAIT / 1000)
    assert not gates[2].started.is_set()
    for gate in gates:
        gate.opened.set()
    settle(tasks, qtbot)
    assert len(receiver.done) == 3


def test_a_long_query_does_not_hold_up_a_command(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot
) -> None:
    gate = Gate("query")
    tasks.query("q", gate, receiver.on_done, receiver.on_error)
    assert gate.started.wait(WAIT / 1000)
    tasks.command(give("command"), receiver.on_done, receiver.on_error)
    qtbot.waitUntil(lambda: receiver.done == ["command"], timeout=WAIT)
    gate.opened.set()
    settle(tasks, qtbot)


def test_a_receiver_that_was_deleted_is_not_called(
    tasks: Tasks, qtbot: QtBot, receiver: Receiver
) -> None:
    gate = Gate("late")
    widget = QWidget()
    gone = Receiver(widget)
    tasks.query("q", gate, gone.on_done, gone.on_error)
    assert gate.started.wait(WAIT / 1000)
    widget.deleteLater()
    del widget
    delete_deferred()
    gate.opened.set()
    settle(tasks, qtbot)
    assert gone.done == []


def test_a_commands_answer_without_receiver_is_not_lost(tasks: Tasks, qtbot: QtBot) -> None:
    unclaimed = QSignalSpy(tasks.unclaimed)
    for work in (give("changes"), refuse):
        gone = Receiver()
        tasks.command(work, gone.on_done, gone.on_error)
        del gone
    settle(tasks, qtbot)
    assert unclaimed.at(0)[0] == "changes"
    assert isinstance(unclaimed.at(1)[0], LookupError)


def test_slots_must_be_bound_methods_of_objects(tasks: Tasks, receiver: Receiver) -> None:
    with pytest.raises(TypeError, match="bound method"):
        tasks.command(give(1), print, receiver.on_error)
    with pytest.raises(TypeError, match="bound method"):
        tasks.query("q", give(1), receiver.on_done, lambda error: None)
    assert tasks.is_idle()


def test_work_is_given_on_the_thread_of_the_window_only(tasks: Tasks, receiver: Receiver) -> None:
    raised: list[BaseException] = []

    def give_elsewhere() -> None:
        try:
            tasks.command(give(1), receiver.on_done, receiver.on_error)
        except RuntimeError as error:
            raised.append(error)

    thread = threading.Thread(target=give_elsewhere)
    thread.start()
    thread.join()
    assert len(raised) == 1


def test_shutdown_carries_out_what_was_commanded_and_answers_nobody(
    themed: QApplication, receiver: Receiver
) -> None:
    tasks = Tasks()
    gate, after = Gate(), threading.Event()
    tasks.command(gate, receiver.on_done, receiver.on_error)
    tasks.command(after.set, receiver.on_done, receiver.on_error)
    assert gate.started.wait(WAIT / 1000)
    gate.opened.set()
    assert tasks.shutdown()
    assert after.is_set()
    delete_deferred()
    assert receiver.done == []


def test_shutdown_cancels_running_queries(themed: QApplication, receiver: Receiver) -> None:
    tasks = Tasks()
    gate = Gate()
    tasks.query("q", gate, receiver.on_done, receiver.on_error, cancel=gate.cancel)
    assert gate.started.wait(WAIT / 1000)
    assert tasks.shutdown()
    assert gate.cancelled.is_set()


def test_shutdown_says_when_a_job_would_not_end(themed: QApplication, receiver: Receiver) -> None:
    tasks = Tasks()
    gate = Gate()
    tasks.command(gate, receiver.on_done, receiver.on_error)
    assert gate.started.wait(WAIT / 1000)
    assert not tasks.shutdown(timeout_ms=20)
    gate.opened.set()
    assert tasks.shutdown()
    delete_deferred()
    assert receiver.done == []


def test_nothing_is_taken_after_shutdown(themed: QApplication, receiver: Receiver) -> None:
    tasks = Tasks()
    assert tasks.shutdown()
    with pytest.raises(RuntimeError, match="shut down"):
        tasks.command(give(1), receiver.on_done, receiver.on_error)


def test_no_thread_is_left(themed: QApplication, receiver: Receiver, qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    tasks = Tasks()
    for number in range(20):
        tasks.query(number % 3, give(number), receiver.on_done, receiver.on_error)
        tasks.command(give(number), receiver.on_done, receiver.on_error)
    settle(tasks, qtbot)
    assert len(set(threading.enumerate()) - before) == 3
    assert tasks.shutdown()
    assert set(threading.enumerate()) == before


def test_a_slot_that_raises_does_not_stop_the_lanes(
    tasks: Tasks, receiver: Receiver, qtbot: QtBot
) -> None:
    class Broken(Receiver):
        def on_done(self, result: object) -> None:
            raise ArithmeticError("in the slot")

    broken = Broken()
    with qtbot.captureExceptions() as caught:
        tasks.command(give(1), broken.on_done, broken.on_error)
        tasks.command(give(2), receiver.on_done, receiver.on_error)
        settle(tasks, qtbot)
    assert [kind for kind, *_ in caught] == [ArithmeticError]
    assert receiver.done == [2]
