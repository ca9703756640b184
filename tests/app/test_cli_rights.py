"""The command line asks for the same rights as the window, command by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import Line, overdue
from tests.support.database import Database
from tests.support.everything import everything

ADMIN, LEAD, AGENT = "dewi.", "rina.wulandari", "andi.firmansyah"
NOBODY = "nina@example.org"

#: What needs a right, and who has it; {file} and {out} stand for paths of the test's, {customer}
#: for one of theirs.
COMMANDS: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "grant": (("people", "grant", NOBODY, "Team Lead"), {ADMIN}),
    "map": (("people", "map", "nina@%", NOBODY), {ADMIN}),
    "revoke": (("people", "revoke", "{agent}"), {ADMIN}),
    "confirm a release": (("release", "--confirm"), {ADMIN, LEAD}),
    "repair": (("doctor", "--repair", "bound_without_start", "--apply"), {ADMIN}),
    "erase": (("erase", "{customer}", "--apply"), {ADMIN}),
    "import": (("import", "{file}"), {ADMIN}),
    "targets": (("targets", "set", "--role", "Sales Agent", "--day", "8"), {ADMIN, LEAD}),
    "duplicates": (("duplicates", "list"), {ADMIN, LEAD}),
    "export": (("export", "customers", "{out}"), {ADMIN, LEAD}),
}


@pytest.mark.parametrize("who", [ADMIN, LEAD, AGENT, NOBODY])
def test_each_command_with_each_role(
    line: Line, database: Database, tmp_path: Path, who: str
) -> None:
    emails = _staffed(line, database)
    said = _signed_in(database, emails[who])
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    customer = database.execute("SELECT MIN(id) FROM customers")[0][0]
    source.write_text("Name,Phone\nSiti,081211113333\n", "utf-8")
    for name, (words, allowed) in COMMANDS.items():
        stood = everything(database)
        given = {"file": source, "out": out, "agent": emails[AGENT], "customer": customer}
        told = [word.format(**given) for word in words]
        code = line(*told, *said)
        if who in allowed:
            assert code == 0, (name, line.err)
            continue
        assert code == 1, (name, line.out, line.err)
        assert "may not" in line.err or "administrator" in line.err, (name, line.err)
        assert everything(database) == stood, name
        assert name != "export" or not out.exists()


def _staffed(line: Line, database: Database) -> dict[str, str]:
    """The sample's people, one more without a role, and a release that is held."""
    line.json("demo-data", "--customers", "60", "--seed", "3")
    database.execute(
        "INSERT INTO users (firebase_uid, email, display_name) VALUES ('nina', %s, 'Nina')", NOBODY
    )
    line("release")
    overdue(database, 40)
    assert line("release") == 1
    people = [one["email"] for one in line.json("people", "list")["people"]]
    return {who: next(one for one in people if one.startswith(who)) for who in _WHO}


_WHO = (ADMIN, LEAD, AGENT, NOBODY)


def _signed_in(database: Database, email: str) -> list[str]:
    """Let the command's account be this person's; how a workspace says it."""
    if database.kind == "sqlite":
        return ["--as", email]
    database.execute(
        "INSERT INTO salesdesk_accounts (account, firebase_uid, mapped_at, with_host) "
        "SELECT 'dewi@%%', firebase_uid, '2026-01-01', 1 FROM users WHERE email LIKE 'dewi.%%'"
    )
    database.execute(
        "INSERT INTO salesdesk_accounts (account, firebase_uid, mapped_at, with_host) "
        "SELECT 'root@127.0.0.1', firebase_uid, '2026-01-01', 1 FROM users WHERE email = %s", email
    )  # fmt: skip
    return []
