"""The server goes away while somebody types, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from salesdesk.domain.events import new_id
from salesdesk.services.admin import people
from salesdesk.storage.setup import schema
from tests.hand.conftest import Start
from tests.hand.hands import Program
from tests.support.database import Database, TestServer, open_database
from tests.support.factories import Office

TABLE, SECRET = "customers_table", "a-secret-of-this-test"


@dataclass
class Company:
    """A company's database on a server that a test stops."""

    server: TestServer
    database: Database

    @property
    def address(self) -> str:
        """Of the database, for an account of the agent's own."""
        url = self.server.url
        return f"mysql://andi@{url.host}:{url.port}/{self.database.engine.url.database}"

    def notes(self) -> list[str]:
        """Of all contacts."""
        rows = self.database.execute("SELECT notes FROM customer_contacts ORDER BY contact_date")
        return [str(note) for (note,) in rows]


@pytest.fixture
def company(spare_server: TestServer) -> Iterator[Company]:
    """One customer of Andi's."""
    database = open_database(spare_server.fresh_database())
    schema.init(database.engine)
    office = Office(database, now=datetime.now(UTC))
    database.set_clock(None)
    database.execute("DROP USER IF EXISTS andi@'%%'")
    database.execute(f"CREATE USER andi@'%%' IDENTIFIED BY '{SECRET}'")
    database.execute(f"GRANT ALL ON `{database.engine.url.database}`.* TO andi@'%%'")
    people.map_account(office.admin, new_id(), "andi@%", "andi@example.org")
    office.customer("Siti Rahmawati", owner=office.agent_uid)
    yield Company(spare_server, database)
    spare_server.start()
    office.store.close()
    database.close()


@pytest.fixture
def at(company: Company, start: Start, tmp_path: Path) -> Program:
    """Andi's window."""
    program = start(tmp_path, "--database", company.address, SALESDESK_PASSWORD=SECRET)
    program.no_dialog()
    program.go("ctrl+2", TABLE)
    program.click_row(TABLE, "Siti Rahmawati")
    program.says("panel_name", "Siti Rahmawati")
    return program


def test_what_is_typed_while_the_server_goes_away_is_stored(at: Program, company: Company) -> None:
    at.key("ctrl+l")
    at.dialog("contact_dialog")
    at.type("Wants hall A ")
    company.server.stop()
    at.key("alt+c", "alt+s")
    at.type("on Saturday")
    assert at.text("contact_note") == "Wants hall A on Saturday"
    at.key("Return")
    at.no_dialog()
    at.says("banner", "1 contact")
    at.key("ctrl+n")
    at.dialog("customer_dialog")
    at.focus("customer_name")
    at.type("Budi Santoso")
    at.click("customer_phone")
    at.type("0812 1111 2222")
    at.key("Return")
    at.says("customer_dialog_notice_frame", "away")
    assert at.text("customer_name") == "Budi Santoso"
    assert at.text("customer_phone") == "0812 1111 2222"
    company.server.start()
    # The test's own connection went down with the server, and is used too soon to be asked.
    company.database.engine.dispose()
    at.until(lambda: company.notes() == ["Wants hall A on Saturday"], "the contact sent")
    at.until(lambda: at.find("banner") is None, "the banner gone")
    at.key("Return")
    at.no_dialog()
    at.says("panel_name", "Budi Santoso")
    assert company.database.execute("SELECT COUNT(*) FROM customers") == [(2,)]
    assert company.notes() == ["Wants hall A on Saturday"]
