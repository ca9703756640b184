"""A newer choice of days stops the older question on the server; the window stays live."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

from tests.support.activity_screen import CONTACTS, activity, fill, sections, table
from tests.support.database import Database, TestServer
from tests.support.factories import Office
from tests.support.windows import Sit

_WAITING = (
    "SELECT id, info FROM information_schema.processlist "
    "WHERE info LIKE %s AND info NOT LIKE %s AND db = DATABASE()"
)


def test_a_newer_choice_stops_the_older_question_on_the_server(
    server: TestServer, mariadb: Database, sit: Sit
) -> None:
    office = Office(mariadb)
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "agents")

    def asked() -> dict[int, str]:
        rows = mariadb.execute(_WAITING, "%customer_contacts%", "%processlist%")
        return {int(number): str(text) for number, text in rows}

    name = mariadb.url.database
    with closing(server.admin()) as holder, holder.cursor() as cursor:
        cursor.execute(f"USE {name}")
        cursor.execute("LOCK TABLES customer_contacts WRITE")
        screen.choice.choose(replace(screen.choice.choice, range="90"))
        at.bot.waitUntil(lambda: len(asked()) == 1, timeout=20_000)
        (first,) = asked().items()
        assert "2026-03-10" in first[1]
        # While the server is at it, the window takes the next choice.
        screen.choice.choose(replace(screen.choice.choice, range="7"))
        at.bot.waitUntil(
            lambda: [("2026-06-01" in text) for text in asked().values()] == [True],
            timeout=20_000,
        )
        assert first[1] not in asked().values()
        cursor.execute("UNLOCK TABLES")
    at.settle()
    assert screen.choice.range_button.text() == "2 June to 8 June 2026"
    team = table(sections(screen, "agents")[CONTACTS])[-1]
    assert team[1] == "9"
    assert at.session.bugs == []
