"""Dragging cards with a real mouse: a window in a process of its own on a virtual screen."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.moments import DAY
from salesdesk.services import stage_moves
from tests.support.boards import status_of
from tests.support.factories import NOON, Office
from tests.support.orders import Orders
from tests.support.virtual_screen import Pointer, VirtualScreen

COLD, WARM, HOT = SalesStatus.COLD, SalesStatus.WARM, SalesStatus.HOT
ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30.0


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualScreen]:
    """The screen that the windows of this file stand on, one after another."""
    with VirtualScreen() as made:
        yield made


class Dragged:
    """A window on the virtual screen, and the pointer before it."""

    def __init__(self, office: Office, screen: VirtualScreen, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.drag_window"],
            cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env={**os.environ, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"},
        )  # fmt: skip
        self._say(
            url=office.database.url.render_as_string(hide_password=False),
            person=office.lead_uid,
            moment=office.now.isoformat(),
            folder=str(folder),
        )
        self.pointer = Pointer(screen)
        self.until(lambda state: bool(state["shown"]))

    def _say(self, **words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()

    def ask(self, **words: str) -> Any:
        """Ask the window something."""
        self._say(**words)
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE)
        assert ready, "the window does not answer"
        answer = self._process.stdout.readline()
        assert answer, f"the window ended: {self._process.wait(PATIENCE)}"
        return json.loads(answer)

    def turn(self) -> None:
        """Wait until the window has taken in what happened."""
        self.ask(ask="state")

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """What the window shows as soon as it is what is wanted, and nothing is under way."""
        end = time.monotonic() + PATIENCE
        while True:
            state: dict[str, Any] = self.ask(ask="state")
            if state["idle"] and wanted(state):
                return state
            assert time.monotonic() < end, state

    def drag(self, name: str, stage: str) -> None:
        """Drag a card to a column with the mouse."""
        x, y = self.ask(ask="card", name=name)
        left, top = self.ask(ask="column", stage=stage)
        self.pointer.drag((x, y), (left, top), self.turn)

    def close(self) -> None:
        """End the window's process."""
        self.pointer.close()
        with self._process:
            assert self._process.stdin is not None
            self._process.stdin.close()
            try:
                ended = self._process.wait(PATIENCE)
            finally:
                self._process.kill()
        assert ended == 0


@pytest.fixture
def show(screen: VirtualScreen, tmp_path: Path) -> Iterator[Callable[[Office], Dragged]]:
    """Shows a window; closed at the end."""
    made: list[Dragged] = []

    def open_window(office: Office) -> Dragged:
        made.append(Dragged(office, screen, tmp_path))
        return made[-1]

    yield open_window
    for each in made:
        each.close()


def three(office: Office) -> dict[str, str]:
    """Two cold customers and a warm one; ids by name."""
    lead = office.lead_uid
    return {
        "Agus": office.customer("Agus", owner=lead, since=NOON - 25 * DAY),
        "Yusuf": office.customer("Yusuf", owner=lead, since=NOON - 16 * DAY),
        "Budi": office.customer("Budi", owner=lead, since=NOON - 20 * DAY, status=WARM),
    }


def test_a_card_dropped_on_a_stage_is_there_and_nowhere_else(
    office: Office, show: Callable[[Office], Dragged]
) -> None:
    ids = three(office)
    window = show(office)
    window.drag("Yusuf", "warm")
    state = window.until(lambda state: "Yusuf" in state["warm"])
    assert (state["cold"], state["warm"]) == (["Agus"], ["Budi", "Yusuf"])
    assert state["told"] == "Yusuf moved from cold to warm"
    assert (state["chosen"], state["focus"]) == (["Yusuf"], True)
    assert status_of(office, ids["Yusuf"]) is WARM


def test_many_cards_are_dragged_and_one_was_moved_meanwhile(
    office: Office, show: Callable[[Office], Dragged]
) -> None:
    ids = three(office)
    window = show(office)
    stage_moves.move(office.agent, "moved-elsewhere", ids["Yusuf"], COLD, WARM)
    window.ask(ask="select", name="Yusuf,Agus")
    window.drag("Agus", "hot")
    state = window.until(lambda state: "Agus" in state["hot"])
    assert (state["cold"], state["hot"]) == ([], ["Agus"])
    assert sorted(state["warm"]) == ["Budi", "Yusuf"]
    assert state["told"].startswith("Agus moved from cold to hot. 1 not moved. Yusuf: Andi Firm")
    assert (status_of(office, ids["Agus"]), status_of(office, ids["Yusuf"])) == (HOT, WARM)


def test_a_stage_that_follows_from_orders_takes_no_card_and_says_why(
    office: Office, show: Callable[[Office], Dragged]
) -> None:
    ids = three(office)
    ordered = office.customer("Vina", owner=office.lead_uid, status=WARM)
    Orders(office).add(ordered, "pending", NOON + DAY, items=[(1, 1_000)])
    window = show(office)
    window.drag("Agus", "won")
    state = window.until(lambda state: bool(state["told"]))
    assert state["told"].startswith("A customer is won when an order is completed")
    assert (state["cold"], state["won"]) == (["Agus", "Yusuf"], [])
    window.drag("Agus", "ordered")
    state = window.until(lambda state: "is ordered while" in state["told"])
    window.drag("Vina", "hot")
    state = window.until(lambda state: True)
    assert (state["ordered"], state["hot"]) == (["Vina"], [])
    assert status_of(office, ids["Agus"]) is COLD
    assert status_of(office, ordered) is WARM


def test_a_card_let_go_over_its_own_column_stays(
    workspace: Office, show: Callable[[Office], Dragged]
) -> None:
    three(workspace)
    window = show(workspace)
    window.drag("Yusuf", "cold")
    state = window.until(lambda state: True)
    assert (state["cold"], state["told"]) == (["Agus", "Yusuf"], "")
