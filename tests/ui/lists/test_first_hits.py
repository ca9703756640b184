"""Who types sees those who begin with it at once, and the others beneath when they are found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from salesdesk.services.session import Session
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.widgets import State
from salesdesk.ui.shell.palette import PaletteDialog
from tests.support.database import Database, TestServer, open_database
from tests.support.factories import Office
from tests.support.lines import HeldLine
from tests.support.windows import WAIT, OpenWindow, Sit

FIRST = ["Quandt Hotel", "Quandt Rita", "Quandt Xaver"]
OTHERS = ["Berta von Quandt", "Zita"]


@pytest.fixture
def line(mariadb: Database) -> Iterator[HeldLine]:
    """A line on which every reading of what only contains the text waits."""
    assert mariadb.url.port is not None
    with HeldLine(mariadb.url.port, "'%quandt%'") as held:
        yield held


@pytest.fixture
def near(mariadb: Database) -> Office:
    """An office with those who begin with the text, and with others."""
    office = Office(mariadb)
    for name in (*FIRST, "Berta von Quandt"):
        office.customer(name)
    office.customer("Zita", company="Quandt & Co")
    office.customer("Nobody")
    return office


@pytest.fixture
def lead(near: Office, mariadb: Database, line: HeldLine) -> Iterator[Session]:
    """The lead's seat at the other end of the line."""
    far = open_database(mariadb.url.set(port=line.port))
    far.set_clock(near.now)
    with closing(far):
        yield Session(far.store, near.lead.actor, "test-machine")


def typed(at: OpenWindow, text: str) -> None:
    search = at.window.customers.header.search
    at.bot.keyClicks(search, text)
    at.bot.waitUntil(lambda: at.window.customers.query.search == search.text(), timeout=WAIT)


def test_the_list_shows_the_first_hits_while_the_others_are_looked_for(
    near: Office, lead: Session, line: HeldLine, sit: Sit
) -> None:
    at = sit(near, lead)
    typed(at, "quandt")
    at.bot.waitUntil(lambda: at.names() == FIRST and line.held.is_set(), timeout=WAIT)
    assert not at.session.tasks.is_idle()
    assert at.window.customers.states.state is State.LIST
    table = at.window.customers.table
    table.go_to(1)
    highlighted = table.current_row()
    line.let_through()
    at.bot.waitUntil(lambda: at.names() == FIRST + OTHERS, timeout=WAIT)
    at.settle()
    assert table.current_row() == highlighted
    assert table.currentIndex().row() == 1
    assert at.text("customers_count") == "5 of 6 customers"
    at.window.customers.refresh()
    at.settle()
    assert at.names() == FIRST + OTHERS


def test_the_palette_shows_the_first_hits_while_the_others_are_looked_for(
    near: Office, lead: Session, line: HeldLine, sit: Sit
) -> None:
    at = sit(near, lead)
    at.give(Cmd.FIND)
    palette = at.dialog("palette")
    assert isinstance(palette, PaletteDialog)

    def names() -> list[str]:
        cells = palette.table.cells
        return [str(cells.index(row, 0).data()) for row in range(cells.rowCount())]

    at.bot.keyClicks(palette.search, "quandt")
    at.bot.waitUntil(lambda: names() == FIRST and line.held.is_set(), timeout=WAIT)
    palette.table.selectRow(2)
    line.let_through()
    at.bot.waitUntil(lambda: names() == FIRST + OTHERS, timeout=WAIT)
    at.settle()
    current = palette.table.current()
    assert current is not None
    assert current.cells[0].text == FIRST[2]  # type: ignore[union-attr]
    palette.reject()


def test_where_nobody_begins_with_it_the_list_waits_for_the_others(near: Office, sit: Sit) -> None:
    at = sit(near, near.lead)
    typed(at, "uandt")
    at.settle()
    assert at.names() == sorted(FIRST + OTHERS)
    assert at.window.customers.states.state is State.LIST


def test_a_newer_question_stops_the_older_one_on_the_server(
    mariadb: Database, server: TestServer, sit: Sit
) -> None:
    office = Office(mariadb)
    for name in (*FIRST, "Quark"):
        office.customer(name)
    at = sit(office, office.lead)

    def waiting(text: str) -> int:
        [(number,)] = mariadb.execute(
            "SELECT COUNT(*) FROM information_schema.processlist "
            "WHERE INSTR(info, %s) AND NOT INSTR(info, 'processlist')",
            text,
        )
        return int(number)

    with closing(server.admin()) as other, other.cursor() as cursor:
        cursor.execute(f"USE {mariadb.url.database}")
        cursor.execute("LOCK TABLES customers WRITE")
        typed(at, "qua")
        at.bot.waitUntil(lambda: waiting("LIKE 'qua%'") > 0, timeout=WAIT)
        typed(at, "n")
        at.bot.waitUntil(lambda: waiting("LIKE 'quan%'") > 0, timeout=WAIT)
        at.bot.waitUntil(lambda: waiting("LIKE 'qua%'") == 0, timeout=WAIT)
        cursor.execute("UNLOCK TABLES")
    at.settle()
    assert at.names() == FIRST
