"""`salesdesk duplicates`: list, link, unlink and not-same, for people and for programs."""

from __future__ import annotations

from salesdesk.services import phone_sweep
from tests.support.command_line import Line
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.ownership_rows import state_of


def who_acts(line: Line, office: Office, database: Database) -> list[str]:
    [(email,)] = database.execute(
        "SELECT email FROM users WHERE firebase_uid = %s", office.lead_uid
    )
    if database.kind == "mariadb":
        account = database.execute("SELECT CURRENT_USER()")[0][0]
        line("people", "map", account, str(email))
        return []
    return ["--as", str(email)]


def test_pairs_are_listed_linked_and_taken_apart(line: Line, database: Database) -> None:
    office = Office(database)
    stays = office.customer("Siti Rahmawati", phone="+6281290347718")
    hidden = office.customer("Siti Rachmawati", phone="0812 9034 7718", owner=office.agent_uid)
    phone_sweep.refresh(office.lead)
    who = who_acts(line, office, database)
    [pair] = line.json("duplicates", "list", *who)["pairs"]
    assert {pair["customer"], pair["other"]} == {stays, hidden}
    assert (pair["kind"], pair["share"], pair["number"]) == ("same_number", None, "+6281290347718")
    found = line.json("duplicates", "link", stays, hidden, "--take", "name", "--owner", *who)
    assert (found["stays"], found["hidden"]) == (stays, hidden)
    assert state_of(office, stays)[0] == office.agent_uid
    assert line.json("duplicates", "list", *who)["pairs"] == []
    [said] = line.json("duplicates", "list", "--decided", *who)["decisions"]
    assert (said["kind"], said["customer"], said["other"]) == ("linked", stays, hidden)
    assert line("duplicates", "link", stays, hidden, *who) == 1
    assert "linked to another customer already" in line.err
    assert line.json("duplicates", "unlink", hidden, *who)["left"] == []
    assert state_of(office, hidden)[0] == office.agent_uid
    assert line("duplicates", "unlink", hidden, *who) == 1
    assert "not linked any more" in line.err


def test_that_two_differ_is_remembered_and_forgotten(line: Line, database: Database) -> None:
    office = Office(database)
    one, other = (office.customer("Rudi Hartono", company="PT Maju Jaya") for _ in range(2))
    who = who_acts(line, office, database)
    assert line("duplicates", "list", *who) == 0
    assert "alike name and company" in line.out
    assert line.json("duplicates", "not-same", one, other, *who)["different"] is True
    assert line("duplicates", "list", *who) == 0
    assert line.out == "No pair looks like one customer.\n"
    assert line.json("duplicates", "not-same", one, other, "--undo", *who)["different"] is False
    assert len(line.json("duplicates", "list", *who)["pairs"]) == 1
