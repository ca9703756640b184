"""The command line in this process: what it answers, and with which exit code."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from salesdesk import __version__
from salesdesk.app import cli
from salesdesk.app.commands import opening, release
from tests.support.command_line import Line, overdue, plain
from tests.support.database import Database, TestServer
from tests.support.factories import Office


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"salesdesk {__version__}\n"
    assert cli.main(["--version", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"version": __version__}


@pytest.mark.parametrize(
    "words",
    [
        ["fly"],
        ["release", "--frob"],
        ["release", "--dry-run", "--confirm"],
        ["db"],
        ["people"],
        ["people", "grant", "only@email"],
        ["demo-data"],
        ["demo-data", "--customers", "many"],
        ["demo-data", "--customers", "0", "--database", "sqlite:///x"],
        ["demo-data", "--customers", "1", "--base", "yesterday"],
        ["release"],
        ["release", "--database", "nonsense"],
        ["release", "--database", "postgresql://me@db/x"],
        ["release", "--database", "mysql://me@db"],
        ["release", "--database", "sqlite://"],
        ["release", "--database", "mysql://me@db/x", "--tls", "pinned"],
        ["release", "--database", "mysql://me@db/x", "--tls", "perhaps"],
        ["release", "--database", "mysql://me@db/x?ssl_disabled=false"],
        ["--fresh"],
        ["--json"],
        ["doctor", "--apply", "--database", "sqlite:///x"],
        ["doctor", "--repair"],
    ],
)
def test_wrong_use_says_what_is_wrong(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 2
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    assert out + err


def test_a_password_on_the_command_line_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["release", "--database", "mysql://rina:geheim@127.0.0.1:1/x"]) == 2
    out, err = capsys.readouterr()
    assert "geheim" not in out + err
    assert all(word in err for word in ("keyring", "SALESDESK_PASSWORD", "asked"))


def test_the_windows_own_command_is_told_to_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["exprot"]) == 2
    told = capsys.readouterr().err
    assert "export" in told
    assert "export-job" not in told


def test_who_acts_may_be_named_before_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--database", f"sqlite:///{tmp_path / 'office.salesdesk'}"]
    assert cli.main([*at, "db", "init"]) == 0
    assert cli.main([*at, "people", "add", "Sari", "sari@x.id", "Sales Administrator"]) == 0
    add = ["people", "add", "Eko", "eko@x.id", "Sales Agent"]
    assert cli.main([*at, "--as", "sari@x.id", *add]) == 0
    assert cli.main([*at, *add]) == 1
    capsys.readouterr()
    assert cli.main([*at, "--as", "sari@x.id", "db", "indexes"]) == 2
    assert "for which somebody acts" in capsys.readouterr().err
    assert cli.main(["--as", "sari@x.id"]) == 2


def test_help_leaves_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    assert "Exit codes" in capsys.readouterr().out


def test_a_database_that_does_not_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["release", "--database", "mysql://rina@127.0.0.1:1/x"]) == 3
    assert "server is not running" in capsys.readouterr().err
    assert cli.main(["doctor", "--json", "--database", "sqlite:////no/such/file"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert told["kind"] == "database"
    assert not Path("/no/such").exists()


def test_a_file_that_is_no_workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "letter.sqlite"
    file.write_text("Dear Rina, " * 200)
    assert cli.main(["release", "--database", f"sqlite:///{file}"]) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_a_wrong_password(
    server: TestServer, mariadb: Database, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    server.make_clerk("*")
    url = plain(mariadb.url.set(username="clerk"))
    monkeypatch.setenv(opening.PASSWORD_VARIABLE, "wrong")
    assert cli.main(["release", "--json", "--database", url]) == 3
    assert json.loads(capsys.readouterr().out)["kind"] == "password"
    monkeypatch.setenv(opening.PASSWORD_VARIABLE, "right")
    assert cli.main(["release", "--json", "--database", url]) == 0


def test_the_environment_names_the_database(
    small: Line, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(opening.URL_VARIABLE, plain(small.url))
    assert cli.main(["release"]) == 0
    assert "Nobody was due." in capsys.readouterr().out


def test_options_may_stand_before_and_after_the_command(
    small: Line, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--json", "--database", plain(small.url), "release", "--dry-run"]) == 0
    assert json.loads(capsys.readouterr().out)["released"] == 0


def test_a_new_database_from_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], mariadb_url: URL
) -> None:
    for url in (URL.create("sqlite", database=str(tmp_path / "new" / "w.sqlite")), mariadb_url):
        line = Line(url, capsys)
        assert line.json("db", "init")["tables"]
        assert line("db", "init") == 1
        assert line.json("doctor") == {"findings": []}
        nothing = {"tables": [], "summaries": 0, "held": 0, "candidates": []}
        assert line.json("db", "upgrade") == nothing
        assert line.json("release") == {"released": 0, "held": 0, "candidates": []}


def test_a_database_that_is_not_ready_says_what_to_do(
    mariadb_url: URL, capsys: pytest.CaptureFixture[str]
) -> None:
    line = Line(mariadb_url, capsys)
    assert line("release") == 1
    assert "salesdesk db init" in line.err


def test_release_and_its_answer(line: Line, database: Database) -> None:
    base = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    done = line.json("demo-data", "--customers", "60", "--seed", "3", "--base", base)
    assert done["customers"] == 60
    due = line.json("release", "--dry-run")["candidates"]
    line.json("release")
    overdue(database, 40)
    held = line.json("release", "--dry-run", code=1)
    assert held["released"] == 0
    assert held["held"] == len(held["candidates"]) > 20
    first = held["candidates"][0]
    assert set(first) == {"id", "name", "owner", "idle_days", "reason"}
    assert first["idle_days"] >= 30
    assert first["reason"] == "inactivity"
    assert {one["id"] for one in due}.isdisjoint({one["id"] for one in held["candidates"]})


def test_a_held_release_ends_with_one_and_is_confirmed(line: Line, database: Database) -> None:
    line.json("demo-data", "--customers", "60", "--seed", "3")
    line("release")
    overdue(database, 40)
    held = line.json("release", code=1)
    assert held["held"] > 20
    assert line("release") == 1
    assert "--confirm" in line.out
    # There is an administrator among the sample's people: the account alone may not confirm.
    assert line("release", "--confirm") == 1
    if database.kind == "sqlite":
        assert line("release", "--confirm", "--as", "nobody@kantor.example") == 1
        assert line("release", "--confirm", "--as", "andi.firmansyah@kantor.example") == 1
        lead = ["--as", "rina.wulandari@kantor.example"]
    else:
        assert line("people", "map", "root@127.0.0.1", "rina.wulandari@kantor.example") == 0
        lead = []
    freed = line.json("release", "--confirm", *lead)
    assert freed["released"] == held["held"]
    assert freed["held"] == 0


def test_without_an_administrator_the_account_may_confirm(line: Line, database: Database) -> None:
    line.json("demo-data", "--customers", "60", "--seed", "3")
    database.execute("DELETE FROM users WHERE email LIKE %s", "dewi.%")
    line("release")
    overdue(database, 40)
    assert line("release") == 1
    assert line.json("release", "--confirm")["released"] > 20


def test_an_unreadable_limit_stops_the_release(line: Line, database: Database) -> None:
    line.json("demo-data", "--customers", "20", "--seed", "3")
    database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) "
        "VALUES ('salesdesk.release.limit_cold', 'thirty')"
    )
    told = line.json("release", code=1)
    assert told["released"] == told["held"] == 0
    assert "limit_cold" in told["warning"]


def test_people_are_listed_granted_and_mapped(line: Line, database: Database) -> None:
    database.execute(
        "INSERT INTO users (firebase_uid, email, display_name) VALUES ('u1', 'dw@x.id', 'Dewi')"
    )
    database.execute("INSERT INTO users (firebase_uid, email) VALUES ('u2', 'eko@x.id')")
    who = [] if database.kind == "mariadb" else ["--as", "dw@x.id"]
    assert line.json("people", "list")["people"][0] == {
        "uid": "u1", "name": "Dewi", "email": "dw@x.id", "role": None, "active": False,
        "salesdesk_role": None, "booking_role": None, "sleeping": False,
        "accounts": [],
    }  # fmt: skip
    assert line("people", "grant", "nobody@x.id", "Team Lead") == 1
    assert line("people", "grant", "dw@x.id", "King") == 1
    assert "Team Lead" in line.err
    assert line("people", "grant", "DW@x.id", "sales administrator") == 0
    assert line.json("people", "list")["people"][0]["role"] == "Sales Administrator"
    assert line("people", "map", "root", "dw@x.id", *who) == 1
    assert "with its host" in line.err
    assert line("people", "map", "root@127.0.0.1", "dw@x.id", *who) == 0
    # Dewi is signed in from now on, by her account or by name.
    assert line("people", "map", "clerk@%", "eko@x.id", *who) == 0
    assert "Until now" not in line.out
    assert line("people", "map", "clerk@%", "dw@x.id", *who) == 0
    assert "Until now it stood for eko@x.id, who can no longer sign in with it." in line.out
    assert line.json("people", "list")["people"][0]["accounts"] == ["clerk@%", "root@127.0.0.1"]
    assert line("people", "list") == 0
    assert "clerk@%, root@127.0.0.1" in line.out
    assert line("people", "grant", "eko@x.id", "Team Lead", *who) == 0
    assert line("people", "confirm", "eko@x.id", *who) == 0
    assert "did not sleep" in line.out
    assert line("people", "grant", "eko@x.id", "Team Lead", *who) == 0
    assert "opens nothing" not in line.out
    database.execute("UPDATE roles SET status = 'inactive' WHERE name = 'Team Lead'")
    assert line("people", "grant", "eko@x.id", "Team Lead", *who) == 0
    assert "It opens nothing in SalesDesk" in line.out
    database.execute("UPDATE roles SET status = 'active' WHERE name = 'Team Lead'")
    assert line("people", "revoke", "eko@x.id", *who) == 0
    assert line("people", "revoke", "dw@x.id", *who) == 1
    assert "Nobody who can sign in would be left" in line.err
    assert line("people", "list") == 0
    assert "Dewi" in line.out
    if who:
        assert line("people", "grant", "eko@x.id", "Sales Administrator") == 1
        assert "--as EMAIL" in line.err
        assert line("people", "grant", "eko@x.id", "Team Lead", "--as", "eko@x.id") == 1


def test_demo_data_twice_is_refused(line: Line) -> None:
    assert line("demo-data", "--customers", "12", "--seed", "1") == 0
    assert "12 customers" in line.out
    assert line("demo-data", "--customers", "12", "--seed", "1") == 1


def test_indexes_are_shown_and_made_when_asked(line: Line, database: Database) -> None:
    shown = line.json("db", "indexes")
    assert {index["name"] for index in shown["indexes"]} >= {"salesdesk_customers_name"}
    assert all(index["why"] and index["ddl"] for index in shown["indexes"])
    assert shown["made"] == []


def test_the_rights_of_an_account_are_printed(line: Line, database: Database) -> None:
    wanted = ("db", "grants", "--role", "agent", "--account")
    if database.kind == "sqlite":
        assert line(*wanted, "rina") == 1
        assert "no database accounts" in line.err
        return
    shown = line.json(*wanted, "rina@10.0.0.5")
    assert shown["account"] == "'rina'@'10.0.0.5'"
    users = next(one for one in shown["statements"] if ".`users`" in one)
    assert users.startswith("GRANT SELECT (`id`, ")
    assert "fcm_token" not in users
    assert line(*wanted, "o'brien") == 0
    assert line.out.count("TO 'o''brien'@'%';") == len(shown["statements"])
    assert line(*wanted, "@10.0.0.5") == 1
    assert line.json("db", "grants", "--role", "upgrade", "--account", "up")["statements"] == [
        "GRANT CREATE, ALTER, INDEX, REFERENCES, SELECT, INSERT, UPDATE, DELETE "
        f"ON `{database.url.database}`.* TO 'up'@'%';"
    ]


def test_the_cache_of_activity_is_refreshed_where_it_is_on(line: Line, database: Database) -> None:
    line.json("demo-data", "--customers", "20", "--seed", "3")
    assert line.json("db", "hours") == {"on": False, "changed": 0}
    database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)",
        "salesdesk.reports.contact_hours", "on",
    )  # fmt: skip
    assert line.json("db", "hours")["changed"] > 0
    assert line.json("db", "hours") == {"on": True, "changed": 0}


def test_summaries_are_reckoned_at_once(line: Line, database: Database) -> None:
    line.json("demo-data", "--customers", "20", "--seed", "3")
    assert line.json("db", "summaries") == {"changed": 0, "left_over": 0}
    database.execute("UPDATE salesdesk_customer_summary SET sound = 0")
    assert line.json("db", "summaries") == {"changed": 20, "left_over": 0}
    database.execute("DELETE FROM salesdesk_customer_summary")
    assert line.json("db", "upgrade")["summaries"] == 20


def test_missing_indexes_are_made_once(
    server: TestServer, mariadb_url: URL, capsys: pytest.CaptureFixture[str]
) -> None:
    line = Line(mariadb_url, capsys)
    line.json("db", "init")
    missing = [one for one in line.json("db", "indexes")["indexes"] if not one["present"]]
    assert missing
    assert len(line.json("db", "indexes", "--apply")["made"]) == len(missing)
    assert line.json("db", "indexes", "--apply")["made"] == []


def test_the_doctor_finds_a_fault(line: Line, database: Database) -> None:
    line.json("demo-data", "--customers", "20", "--seed", "3")
    assert line("doctor") == 0
    database.execute(
        "UPDATE customers SET bound_to_uid = NULL, binding_start_date = NULL "
        "WHERE binding_status = 'bound'"
    )
    findings = line.json("doctor", code=1)["findings"]
    assert findings[0]["count"] > 0
    assert {"kind", "count", "samples", "meaning", "remedy"} <= set(findings[0])
    assert line("doctor") == 1
    assert findings[0]["kind"] in line.out


def test_a_repair_is_shown_then_applied(line: Line, database: Database) -> None:
    line.json("demo-data", "--customers", "20", "--seed", "3")
    # Whoever administers a workspace would have to be named; here nobody does yet.
    database.execute("DELETE FROM salesdesk_person_roles")
    database.execute("DELETE FROM customer_binding_history WHERE binding_end_date IS NULL")
    kind = "bound_without_open_row"
    ((bound,),) = database.execute("SELECT COUNT(*) FROM customers WHERE binding_status = 'bound'")
    shown = line.json("doctor", "--repair", kind, code=1)
    assert not shown["applied"]
    assert len(shown["customers"]) == bound > 0
    assert line("doctor", "--repair", kind) == 1
    assert "would be mended" in line.out
    assert "customer_binding_history new row" in line.out
    assert kind in {one["kind"] for one in line.json("doctor", code=1)["findings"]}
    done = line.json("doctor", "--repair", kind, "--apply")
    assert [one["id"] for one in done["customers"]] == [one["id"] for one in shown["customers"]]
    assert line("doctor") == 0
    assert line("doctor", "--repair", kind) == 0
    assert "nothing to mend" in line.out
    assert line("doctor", "--repair", "overlapping_rows", "--apply") == 1
    assert "never rewrites history" in line.err


def test_the_doctor_counts_what_is_only_worth_knowing_apart(line: Line, database: Database) -> None:
    line.json("demo-data", "--customers", "20", "--seed", "3")
    database.execute("DELETE FROM customer_binding_history WHERE binding_end_date IS NULL")
    database.execute("UPDATE customers SET sales_status = NULL")
    assert line("doctor") == 1
    assert "1 kind of breach; 1 more only worth knowing." in line.out


def test_the_upgrade_shows_who_would_be_released(
    server: TestServer, mariadb_url: URL, capsys: pytest.CaptureFixture[str]
) -> None:
    line = Line(mariadb_url, capsys)
    line.json("db", "init")
    line.json("demo-data", "--customers", "60", "--seed", "3", "--base", "2026-01-01T00:00:00")
    server.run(f"DELETE FROM {mariadb_url.database}.salesdesk_state")
    told = line.json("db", "upgrade")
    assert told["held"] == len(told["candidates"]) > 20
    assert line("db", "upgrade") == 0
    assert "release --confirm" in line.out


def test_a_server_in_another_time_zone(
    server: TestServer, mariadb: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    server.run("SET GLOBAL time_zone = '+07:00'")
    try:
        line = Line(mariadb.url, capsys)
        now = datetime.now(UTC)
        base = datetime.fromisoformat(
            line.json("demo-data", "--customers", "40", "--seed", "3")["base"]
        )
        assert abs(base - now) < timedelta(minutes=1)
        told = line.json("release", "--dry-run")
        assert all(one["idle_days"] >= 31 for one in told["candidates"])
    finally:
        server.run("SET GLOBAL time_zone = 'SYSTEM'")


def test_a_stop_by_the_keyboard_leaves_no_traceback(
    small: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(release, "run", stopped)
    assert small("release") == 130
    assert "Stopped" in small.err


def test_a_console_without_curly_quotes(
    small: Line, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "console"
    with file.open("w", encoding="ascii") as console:
        monkeypatch.setattr(sys, "stderr", console)
        assert small("people", "grant", "x@y", "Team “Lead”") == 1
    assert "nobody" in file.read_text(encoding="ascii")


def test_demo_takes_the_sample_workspace(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--demo", "release", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["released"] == 2
    assert cli.main(["release", "--demo", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["released"] == 0
    assert cli.main(["--demo", "--fresh", "release", "--dry-run", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["candidates"]) == 2
    assert cli.main(["--demo", "doctor", "--json"]) == 0


def test_a_list_of_people_may_be_titled_as_our_own_is(
    line: Line, database: Database, tmp_path: Path
) -> None:
    database.execute(
        "INSERT INTO users (firebase_uid, display_name, email) VALUES "
        "('u1', 'Dewi', 'dw@x.id'), ('u2', 'Eko', 'same@x.id'), ('u3', 'Ani', 'same@x.id'), "
        "('u4', 'Beni', NULL)"
    )
    listed = tmp_path / "people.csv"
    listed.write_text(
        "Accounts,E-mail,SalesDesk role\n,dw@x.id,Sales Agent\n,,Sales Agent\n"
        ",same@x.id,Sales Agent\n,u2,Sales Agent\n,u4,Sales Agent\n"
    )
    told = line.json("people", "import", str(listed), "--dry-run", code=1)["lines"]
    assert [one["role"] for one in told] == [True, False, False, True, True]
    assert told[1]["refusal"] == "No address is given: say whose role or account it is."
    assert "u2 (Eko), u3 (Ani)" in told[2]["refusal"]
    gone = tmp_path / "none.csv"
    assert line("people", "import", str(gone)) == 1
    assert "none.csv is not there any more." in line.err
    listed.write_bytes(b"account,email,role\n,\xff,\n")
    assert line("people", "import", str(listed)) == 2
    assert "is not written in UTF-8" in line.err


def test_who_shares_an_address_or_has_none_is_named_by_the_id(
    line: Line, database: Database
) -> None:
    database.execute(
        "INSERT INTO users (firebase_uid, display_name, email) VALUES "
        "('u2', 'Eko', 'same@x.id'), ('u3', 'Ani', 'same@x.id'), ('u4', 'Beni', NULL)"
    )
    assert line("people", "grant", "same@x.id", "Sales Agent") == 1
    assert "Name the one who is meant by the id: u2 (Eko), u3 (Ani)" in line.err
    assert line("people", "grant", "u3", "Sales Agent") == 0
    assert line("people", "grant", "u4", "Sales Agent") == 0
    people = {one["uid"]: one["role"] for one in line.json("people", "list")["people"]}
    assert people == {"u2": None, "u3": "Sales Agent", "u4": "Sales Agent"}
    assert line("people", "list") == 0
    assert line.out.splitlines()[0].rstrip().endswith("Id")
    assert "u4" in line.out


def test_a_workspace_from_nothing_gets_its_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--database", f"sqlite:///{tmp_path / 'office.salesdesk'}"]
    assert cli.main([*at, "db", "init"]) == 0
    assert "salesdesk people add NAME EMAIL ROLE" in capsys.readouterr().out
    assert cli.main([*at, "people", "add", "Sari", "sari@x.id", "Sales Administrator"]) == 0
    assert cli.main([*at, "people", "add", "Eko", "", "Sales Agent"]) == 1
    assert "--as EMAIL" in capsys.readouterr().err
    who = ["--as", "sari@x.id"]
    assert cli.main([*at, "people", "add", "Eko", "", "Sales Agent", *who, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["name"], made["role"]) == ("Eko", "Sales Agent")
    assert cli.main([*at, "people", "confirm", made["uid"], *who]) == 0
    # Eko has no address, so the id says who acts; an agent may not.
    assert cli.main([*at, "people", "confirm", "sari@x.id", "--as", made["uid"]]) == 1
    assert "people:manage" in capsys.readouterr().err


def test_a_list_of_people_is_checked_and_brought_in(
    line: Line, database: Database, tmp_path: Path
) -> None:
    database.execute(
        "INSERT INTO users (firebase_uid, display_name, email) VALUES "
        "('u1', 'Dewi', 'dw@x.id'), ('u2', 'Eko', 'eko@x.id'), ('u3', 'Ani', 'ani@x.id')"
    )
    listed = tmp_path / "people.csv"
    listed.write_text(
        "email;role;account\n"
        "dw@x.id;Sales Administrator;root@127.0.0.1\n"
        "eko@x.id;Sales Agent;eko@%\n"
        "nobody@x.id;Sales Agent;\n"
        "ani@x.id;King;\n"
        "ani@x.id;Team Lead;eko@%\n",
        encoding="utf-8",
    )
    who = [] if database.kind == "mariadb" else ["--as", "dw@x.id"]
    assert line("people", "grant", "dw@x.id", "Sales Administrator") == 0
    if database.kind == "mariadb":
        assert line("people", "map", "root@127.0.0.1", "dw@x.id") == 0
    before = database.execute("SELECT COUNT(*) FROM salesdesk_person_roles")
    assert line("people", "import", str(listed), "--dry-run", *who) == 1
    assert database.execute("SELECT COUNT(*) FROM salesdesk_person_roles") == before
    told = line.json("people", "import", str(listed), "--dry-run", *who, code=1)["lines"]
    assert [(one["role"], one["account"], bool(one["refusal"])) for one in told] == [
        (False, database.kind == "sqlite", False), (True, True, False),
        (False, False, True), (False, False, True), (False, False, True),
    ]  # fmt: skip
    assert line("people", "import", str(tmp_path / "none.csv"), *who) == 1
    assert line("people", "import", str(listed), *who) == 1
    again = line.json("people", "import", str(listed), *who, code=1)["lines"]
    assert [(one["role"], one["account"]) for one in again[:2]] == [(False, False)] * 2
    people = {one["email"]: one for one in line.json("people", "list")["people"]}
    assert people["eko@x.id"]["role"] == "Sales Agent"
    assert people["eko@x.id"]["accounts"] == ["eko@%"]
    assert people["ani@x.id"]["role"] is None


def test_targets_are_set_and_listed_with_who_is_behind(line: Line, database: Database) -> None:
    office = Office(database)
    email = database.execute("SELECT email FROM users WHERE firebase_uid = %s", office.lead_uid)
    who = [] if database.kind == "mariadb" else ["--as", str(email[0][0])]
    if not who:
        account = database.execute("SELECT CURRENT_USER()")[0][0]
        line("people", "map", account, str(email[0][0]))
    assert line("targets", "set", "--role", "sales agent", "--day", "12", "--week", "50", *who) == 0
    assert line.out == "Sales Agent: 12 a day, 50 a week.\n"
    assert line("targets", "set", "--agent", office.agent_uid, "--week", "20", *who) == 0
    assert "none a day, 20 a week." in line.out
    found = line.json("targets", "list", *who)
    targets = {one["uid"]: (one["per_day"], one["per_week"], one["own"]) for one in found["agents"]}
    assert targets[office.agent_uid] == (None, 20, True)
    assert targets[office.other_uid] == (12, 50, False)
    assert line("targets", "list", *who) == 0
    assert "Sales Agent" in line.out
    assert line("targets", "set", "--agent", office.agent_uid, *who) == 0
    assert "has no target of its own any more" in line.out
    for words, why in (
        (("--agent", office.agent_uid), "Enter a number of contacts."),
        (("--agent", office.agent_uid, "--day", "501"), "from 1 to 500"),
        (("--agent", office.agent_uid, "--day", "9", "--week", "8"), "fewer contacts than a day"),
        (("--agent", "Nobody", "--day", "9"), "There is no agent “Nobody”"),
        (("--role", "King", "--day", "9"), "There is no role “King”."),
    ):
        assert line("targets", "set", *words, *who) == 1
        assert why in line.err
