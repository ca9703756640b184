"""An administrator's first day: from the booking application's bare database to two at work."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from tests.hand.conftest import Start
from tests.hand.hands import Program
from tests.support.booking_files import load_file
from tests.support.command_line import Line
from tests.support.database import TestServer

SARI, ANDI = "sari@kantor.example", "andi@kantor.example"
PASSWORDS = {"sari": "gulaarenmanis", "andi": "kopisusuhangat"}


@dataclass
class Company:
    """A server with the booking application's tables and two people in them."""

    server: TestServer
    url: URL
    accounts: dict[str, str]

    def ask(self, question: str) -> list[tuple[object, ...]]:
        """Rows of its database."""
        with self.server.admin() as connection, connection.cursor() as cursor:
            cursor.execute(f"USE {self.url.database}")
            cursor.execute(question)
            return list(cursor.fetchall())


@pytest.fixture
def company(server: TestServer) -> Iterator[Company]:
    """Fresh: SalesDesk has never been there; the accounts may do nothing yet."""
    mark = "".join(chr(ord("a") + int(sign, 16) % 26) for sign in uuid.uuid4().hex[:8])
    name, accounts = f"kantor{mark}", {who: f"{who}{mark}" for who in PASSWORDS}
    server.run(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
    load_file(server, name)
    server.run(
        f"INSERT INTO {name}.users (firebase_uid, email, display_name) VALUES "
        f"('uid-sari', '{SARI}', 'Sari Wulandari'), ('uid-andi', '{ANDI}', 'Andi Firmansyah')",
        *(f"CREATE USER {accounts[who]}@'%' IDENTIFIED BY '{PASSWORDS[who]}'" for who in PASSWORDS),
    )
    yield Company(server, server.url.set(database=name), accounts)
    server.run(f"DROP DATABASE {name}", *(f"DROP USER {one}@'%'" for one in accounts.values()))


def prepared(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """What the guide asks of an administrator before the window: tables, accounts, oneself."""
    line = Line(company.url, capsys)
    assert line("db", "upgrade") == 0, line.err
    for who, role in (("sari", "admin"), ("andi", "agent")):
        account = f"{company.accounts[who]}@%"
        granted = line.json("db", "grants", "--role", role, "--account", account)
        company.server.run(*(one.rstrip(";") for one in granted["statements"]))
    assert line("people", "grant", SARI, "Sales Administrator") == 0
    assert line("people", "map", f"{company.accounts['sari']}@%", SARI) == 0


def signed_in(at: Program, company: Company, who: str) -> None:
    """Fill the form of the first start, as somebody who was told where the server is."""
    at.dialog("start_dialog")
    at.click("start_server")
    at.dialog("connection_dialog")
    typed = (
        ("hosts", "127.0.0.1"), ("database", str(company.url.database)),
        ("user", company.accounts[who]), ("password", PASSWORDS[who]),
    )  # fmt: skip
    for field, text in typed:
        at.click(f"connection_{field}")
        at.type(text)
    at.click("connection_port", times=3)
    at.type(str(company.url.port))
    at.click("connection_tls")
    at.key("End", "Return")
    at.says("connection_tls_meaning", "Not encrypted")
    at.click("connection_connect")
    at.no_dialog()


def chosen_role(at: Program, role: str) -> None:
    """Choose a role of the panel: opened by the mouse, named by its first letters at once."""
    at.click("person_role")
    at.type(role[:8])
    at.key("Return")
    at.click("person_change_role")
    at.says("toast_text", f"is {role} now")
    # The panel is read again, and what stands below takes its place.
    at.until(lambda: at.find("person_change_role") is None, "the panel read again")
    at.pause()


def let_in(sari: Program, company: Company) -> None:
    """Give Andi a role and an account."""
    sari.go("ctrl+7", "people_table")
    sari.click_row("people_table", "Andi Firmansyah")
    sari.says("person_name", "Andi Firmansyah")
    chosen_role(sari, "Sales Agent")
    sari.click("person_add_account")
    sari.dialog("account_dialog")
    sari.focus("account_user")
    sari.type(company.accounts["andi"])
    sari.says("account_exact", f"'{company.accounts['andi']}'@'%'")
    sari.key("Return")
    sari.no_dialog()


def limit_set(sari: Program, days: str) -> None:
    """Change after how many days customers leave."""
    sari.go("ctrl+comma", "setting_release_limit_cold")
    sari.click("setting_release_limit_cold", times=2)
    sari.key("ctrl+a")
    sari.type(days)
    sari.key("Tab", "ctrl+s")
    sari.says("toast_text", "Saved.")


def first_customer(andi: Program) -> None:
    """Enter somebody, as an agent does."""
    andi.key("ctrl+n")
    andi.dialog("customer_dialog")
    andi.focus("customer_name")
    andi.type("Siti Rahmawati")
    andi.click("customer_phone")
    andi.type("0812 9034 7718")
    andi.key("Return")
    andi.no_dialog()
    andi.says("panel_name", "Siti Rahmawati")


@pytest.mark.timeout(240)
def test_from_a_bare_database_to_two_people_at_work(
    company: Company, start: Start, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepared(company, capsys)
    sari = start(tmp_path / "sari")
    signed_in(sari, company, "sari")
    let_in(sari, company)
    limit_set(sari, "45")
    limits = "SELECT setting_value FROM global_settings WHERE setting_key LIKE '%release.limit%'"
    assert company.ask(limits) == [("45",)] * 3
    andi = start(tmp_path / "andi")
    signed_in(andi, company, "andi")
    first_customer(andi)
    (made,) = company.ask("SELECT name, firebase_uid FROM customers")
    assert made == ("Siti Rahmawati", "uid-andi")
    andi.close_window()
    assert andi.ended() == 0
    sari.go("ctrl+2", "customers_table")
    sari.click_row("customers_table", "Siti Rahmawati")
    sari.go("ctrl+8", "audit_table")
    sari.says("audit_count", "events")
    kinds = {row[0] for row in company.ask("SELECT kind FROM salesdesk_events")}
    assert {"role_granted", "account_mapped", "setting_changed", "customer_created"} <= kinds
