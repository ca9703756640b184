"""Figures that stopped at their cap are counted to the end, aside, and 'need you' is one number."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.pipeline import BoardQuery, Stage
from salesdesk.domain.queries import CustomerQuery, OwnerFilter, OwnerScope
from salesdesk.services.lists import today
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.lists.exact_counts import ExactCount
from tests.support.customer_lists import crowd
from tests.support.factories import NOON, Office
from tests.support.menus import nav
from tests.support.windows import WAIT, Sit

#: More than a quick count counts; `crowd` adds three.
MANY = 1_200
DAY = timedelta(days=1)


def test_a_filtered_list_says_how_many_there_are(office: Office, sit: Sit, qtbot: QtBot) -> None:
    crowd(office, MANY)
    office.customer("Hot one", status=SalesStatus.HOT)
    at = sit(office, office.lead)
    screen = at.window.customers
    screen.ask(CustomerQuery(statuses=frozenset({SalesStatus.COLD})))
    said = screen.filters.count
    qtbot.waitUntil(lambda: said.text() == "1.203 of 1.204 customers", timeout=WAIT)
    office.customer("Another")
    seen: set[str] = set()

    def counted_anew() -> bool:
        seen.add(said.text())
        return said.text() == "1.204 of 1.205 customers"

    screen.refresh()
    qtbot.waitUntil(counted_anew, timeout=WAIT)
    # Until it was counted anew the former figure stood, never a rough one.
    assert not [text for text in seen if "+" in text]


def test_the_board_counts_its_columns_to_the_end(workspace: Office, sit: Sit, qtbot: QtBot) -> None:
    crowd(workspace, MANY)
    at = sit(workspace, workspace.lead)
    at.give(Cmd.GO_PIPELINE)
    at.window.pipeline.ask(BoardQuery())
    column = at.window.pipeline.columns.columns[Stage.COLD]
    qtbot.waitUntil(lambda: column.count.text() == "1.203", timeout=WAIT)
    qtbot.waitUntil(lambda: at.text("pipeline_heading") == "1.203 customers, most urgent first")


def test_one_number_needs_you_whoever_is_shown(workspace: Office, sit: Sit, qtbot: QtBot) -> None:
    mine, theirs = workspace.lead_uid, workspace.agent_uid
    for number in range(3):
        workspace.customer(f"Mine {number}", owner=mine, since=NOON - 28 * DAY)
    for number in range(5):
        workspace.customer(f"Theirs {number}", owner=theirs, since=NOON - 28 * DAY)
    at = sit(workspace, workspace.lead)
    at.give(Cmd.GO_TODAY)
    assert at.text("today_day").endswith("· 3 customers need you")
    assert nav(at, "today") == "3"
    screen = at.window.today
    screen.header.search.setText("Mine 1")
    qtbot.waitUntil(lambda: screen.model.reading is not None and screen.list.model().rowCount() > 0)
    at.settle()
    assert at.text("today_day").endswith("· 3 customers need you")
    screen.header.search.clear_search()
    at.settle()
    screen.show_owner(OwnerFilter(OwnerScope.PERSON, theirs))
    at.settle()
    name = at.session.context.office.owner_name(theirs)
    assert at.text("today_day").endswith(f"· 5 customers need {name}")
    assert nav(at, "today") == "3"
    screen.show_owner(OwnerFilter(OwnerScope.BOUND))
    at.settle()
    assert at.text("today_day").endswith("· 8 customers need their agents")
    workspace.customer("Mine 4", owner=mine, since=NOON - 28 * DAY)
    screen.refresh()
    at.settle()
    assert nav(at, "today") == "4"
    screen.show_owner(today.mine(workspace.lead).owner)
    at.settle()
    assert at.text("today_day").endswith("· 4 customers need you")


class Heard(QObject):
    """What an ExactCount told."""

    def __init__(self, exact: ExactCount) -> None:
        super().__init__()
        self.told: list[tuple[object, object]] = []
        exact.counted.connect(self._on_counted)

    def _on_counted(self, about: object, answer: object) -> None:
        self.told.append((about, answer))


def test_the_same_question_waits_for_its_turn_and_another_one_does_not(
    themed: object, qtbot: QtBot
) -> None:
    tasks = Tasks()
    owner = QObject()
    exact = ExactCount(tasks, owner)
    heard = Heard(exact)
    exact.ask("a", lambda: 1)
    exact.ask("a", lambda: 2)
    exact.ask("a", lambda: 3)
    qtbot.waitUntil(lambda: heard.told == [("a", 1)])
    exact.ask("b", lambda: 4)
    qtbot.waitUntil(lambda: heard.told == [("a", 1), ("b", 4)])
    exact.ask("b", lambda: 5)
    qtbot.waitUntil(lambda: heard.told[-1] == ("b", 5), timeout=10_000)
    exact.ask("b", lambda: 6)
    exact.drop()
    qtbot.waitUntil(tasks.is_idle)
    assert heard.told == [("a", 1), ("b", 4), ("b", 5)]
    assert tasks.shutdown()
