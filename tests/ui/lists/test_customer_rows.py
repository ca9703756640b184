"""The customers model over real databases: paging, refreshing, touching, ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSettings, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import delete, update

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.queries import CustomerQuery, CustomerSort
from salesdesk.storage import tables
from salesdesk.ui.kit.paging.window import KEPT_PAGES
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.lists.customer_rows import Column, CustomersModel, ListedSource, QuerySource
from tests.support.customer_lists import in_memory, many
from tests.support.database import Database
from tests.support.factories import NOON, Office
from tests.support.sessions import WindowSession

NONE = QModelIndex()


class Bench:
    """A model on a session, with what is needed to wait for it."""

    def __init__(self, office: Office, session: WindowSession, qtbot: QtBot) -> None:
        self.office = office
        self.session = session
        self.bot = qtbot
        self.model = CustomersModel(session.tasks)

    def source(self, query: CustomerQuery) -> QuerySource:
        """The source of a query."""
        snapshot = self.session.snapshot
        return QuerySource(self.session.context.session, query, snapshot.formats, snapshot.region)

    def ask(self, query: CustomerQuery | None = None) -> None:
        """Ask and wait for the first page."""
        with self.bot.waitSignal(self.model.loaded):
            self.model.ask(self.source(query or CustomerQuery()))

    def settle(self) -> None:
        """Wait until everything under way is answered."""
        self.bot.waitUntil(self.session.tasks.is_idle)

    def fetch_all(self) -> None:
        """Scroll to the end."""
        while self.model.canFetchMore(NONE):
            self.model.fetchMore(NONE)
            self.settle()

    def names(self) -> list[str]:
        """What the name column shows; '' where a row is not kept."""
        return [
            str(self.model.index(row, Column.NAME).data() or "")
            for row in range(self.model.rowCount())
        ]


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Office], Bench]]:
    """Makes benches; their sessions are closed at the end."""
    made: list[Bench] = []

    def make(office: Office) -> Bench:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        made.append(Bench(office, WindowSession(office.lead, settings), qtbot))
        return made[-1]

    yield make
    for each in made:
        each.session.close()
        each.model.deleteLater()


def test_the_model_keeps_qts_contract(
    database: Database, bench: Callable[[Office], Bench], qtmodeltester: ModelTester
) -> None:
    at = bench(Office(database))
    ids = many(at.office, 250)
    tested: ModelTester = qtmodeltester
    tested.check(at.model)
    at.ask()
    tested.check(at.model)
    at.fetch_all()
    at.model.touch(frozenset(ids[:3]))
    at.model.see(0, 20)
    at.model.refresh()
    at.settle()
    tested.check(at.model)
    assert at.model.rowCount() == 250


def test_paging_to_the_end_and_back(database: Database, bench: Callable[[Office], Bench]) -> None:
    at = bench(Office(database))
    many(at.office, 250)
    at.ask()
    assert at.model.rowCount() == 100
    assert at.model.canFetchMore(NONE)
    at.fetch_all()
    assert at.model.complete
    assert at.names() == [f"Customer {number:05d}" for number in range(250)]


def test_only_some_pages_stay_in_memory(sqlite: Database, bench: Callable[[Office], Bench]) -> None:
    at = bench(Office(sqlite))
    total = (KEPT_PAGES + 5) * 100
    many(at.office, total)
    at.ask()
    at.fetch_all()
    assert at.model.rowCount() == total
    assert in_memory(at.model) == KEPT_PAGES * 100
    first = at.model.index(0, Column.NAME)
    assert first.data() == ""
    assert first.data(Role.CELL) is not None
    at.model.see(0, 30)
    at.settle()
    assert at.model.index(0, Column.NAME).data() == "Customer 00000"
    assert in_memory(at.model) == KEPT_PAGES * 100


def test_rows_that_hold_a_selection_stay_in_memory(
    sqlite: Database, bench: Callable[[Office], Bench]
) -> None:
    at = bench(Office(sqlite))
    many(at.office, (KEPT_PAGES + 5) * 100)
    at.ask()
    at.model.hold([(7, 9)])
    at.fetch_all()
    row = at.model.row(8)
    assert row is not None
    assert row.name == "Customer 00008"


def test_a_touched_row_is_read_alone_and_in_place(
    database: Database, bench: Callable[[Office], Bench]
) -> None:
    at = bench(Office(database))
    ids = many(at.office, 120)
    at.ask()
    change = (
        update(tables.customers)
        .where(tables.customers.c.id == ids[5])
        .values(sales_status=SalesStatus.HOT.value)
    )
    at.office.store.act(lambda unit: unit.connection.execute(change))
    with at.bot.waitSignal(at.model.dataChanged) as seen:
        at.model.touch(frozenset({ids[5], "nobody"}))
    assert seen.args is not None
    assert (seen.args[0].row(), seen.args[1].row()) == (5, 5)
    assert at.model.index(5, Column.STATUS).data() == "Hot"
    assert at.model.rowCount() == 100


def test_a_customer_who_is_gone_is_told(sqlite: Database, bench: Callable[[Office], Bench]) -> None:
    at = bench(Office(sqlite))
    ids = many(at.office, 3)
    at.ask()
    gone = delete(tables.customers).where(tables.customers.c.id == ids[1])
    at.office.store.act(lambda unit: unit.connection.execute(gone))
    with at.bot.waitSignal(at.model.gone) as told:
        at.model.touch(frozenset(ids))
    assert told.args == [frozenset({ids[1]})]
    with at.bot.waitSignal(at.model.rowsRemoved):
        at.model.refresh()
    assert at.names() == ["Customer 00000", "Customer 00002"]


def test_indexes_follow_their_customers_through_a_refresh(
    database: Database, bench: Callable[[Office], Bench]
) -> None:
    at = bench(Office(database))
    ids = many(at.office, 150)
    at.ask()
    at.fetch_all()
    held = QPersistentModelIndex(at.model.index(10, Column.NAME))
    at.office.customer("Aaa who came in between")
    rename = (
        update(tables.customers).where(tables.customers.c.id == ids[10]).values(name="Zzz, last")
    )
    at.model.see(0, 140)
    at.model.refresh()
    at.settle()
    assert held.row() == 11
    assert held.data() == "Customer 00010"
    at.office.store.act(lambda unit: unit.connection.execute(rename))
    at.model.refresh()
    at.settle()
    at.fetch_all()
    assert at.names()[0] == "Aaa who came in between"
    assert at.names()[-1] == "Zzz, last"
    assert len(set(at.names())) == 151


def test_a_newer_question_voids_the_older(
    sqlite: Database, bench: Callable[[Office], Bench]
) -> None:
    at = bench(Office(sqlite))
    many(at.office, 30)
    query = CustomerQuery()
    at.model.ask(at.source(query))
    at.model.ask(at.source(replace(query, search="Customer 00007")))
    at.settle()
    assert at.names() == ["Customer 00007"]
    at.ask(replace(query, sort=CustomerSort.NAME, descending=True))
    assert at.names()[0] == "Customer 00029"


def test_a_list_of_customers_is_shown_in_its_own_order(
    sqlite: Database, bench: Callable[[Office], Bench]
) -> None:
    at = bench(Office(sqlite))
    ids = many(at.office, 230)
    chosen = tuple(reversed(ids[:130]))
    snapshot = at.session.snapshot
    session = at.session.context.session
    with at.bot.waitSignal(at.model.loaded):
        at.model.ask(ListedSource(session, chosen, snapshot.formats, snapshot.region))
    assert at.model.rowCount() == 100
    at.fetch_all()
    assert at.names() == [f"Customer {number:05d}" for number in reversed(range(130))]


def test_what_a_cell_shows_is_worded_once(
    sqlite: Database, bench: Callable[[Office], Bench]
) -> None:
    at = bench(Office(sqlite))
    at.office.customer(
        "", owner=at.office.agent_uid, since=NOON - timedelta(days=28), phone="0813 8840 2217"
    )
    at.ask()
    shown = [at.model.index(0, column).data() for column in Column]
    assert shown == [
        "(no name)", "", "+62 813-8840-2217", "Cold", "Andi Firmansyah", "never", "2 days",
        "none", "",
    ]  # fmt: skip
    tip = at.model.index(0, Column.DAYS_LEFT).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "leaves on Wed 10 June, 19.00"
    assert at.model.index(0, 0).data(Role.CELL) is at.model.index(0, 0).data(Role.CELL)


def test_changes_name_the_customers_they_touch() -> None:
    changes = Changes.of(Topic.CUSTOMERS, ids=("a",))
    assert changes.customer_ids == {"a"}
