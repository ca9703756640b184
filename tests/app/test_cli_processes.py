"""The command line as a process of its own: exit codes, clean output, nothing of Qt."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.database import Database
from tests.support.factories import Office
from tests.support.processes import ROOT, started
from tests.support.summaries_at_work import both

_WITHOUT_QT = """
import sys
from salesdesk.app.cli import main
for line in (
    "--version", "--help", "release --dry-run", "doctor", "people list", "db upgrade",
    "db indexes", "demo-data --customers 5",
):
    code = main(line.split())
    found = sorted(name for name in sys.modules if name.split('.')[0] in ('PySide6', 'pyqtgraph'))
    assert (code, found) == (0, []), (line, code, found)
"""


def test_a_release_prints_json_and_nothing_else(sqlite: Database, tmp_path: Path) -> None:
    url = f"sqlite:///{sqlite.url.database}"
    done = started("demo-data", "--customers", "30", "--json", "--database", url, home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["customers"] == 30
    assert "30/30" in done.stderr
    done = started("release", "--json", home=tmp_path, SALESDESK_DATABASE_URL=url)
    assert done.returncode == 0
    assert set(json.loads(done.stdout)) == {"released", "held", "candidates"}
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["fly"], 2),
        (["release", "--database", "mysql://u:pw@127.0.0.1:1/x"], 2),
        (["release", "--database", "mysql://u@127.0.0.1:1/x"], 3),
        (["doctor", "--database", "sqlite:///nowhere"], 3),
    ],
)
def test_exit_codes(words: list[str], code: int, tmp_path: Path) -> None:
    done = started(*words, home=tmp_path)
    assert done.returncode == code
    assert "Traceback" not in done.stderr + done.stdout


def test_no_command_brings_qt(sqlite: Database, tmp_path: Path) -> None:
    """One after another in one process: what any of them imports stays there to be seen."""
    url = f"sqlite:///{sqlite.url.database}"
    done = started(home=tmp_path, script=_WITHOUT_QT, SALESDESK_DATABASE_URL=url)
    assert done.returncode == 0, done.stderr


def test_whoever_stops_reading_gets_no_traceback(sqlite: Database, tmp_path: Path) -> None:
    program = f"{sys.executable} {ROOT / 'main.py'} db indexes --database sqlite:///{{}} | true"
    done = subprocess.run(
        ["/bin/sh", "-c", program.format(sqlite.url.database)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SALESDESK_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "Broken pipe" not in done.stderr


def test_an_interrupt_ends_quietly(sqlite: Database, tmp_path: Path) -> None:
    words = ["demo-data", "--customers", "200000", "--database"]
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *words, f"sqlite:///{sqlite.url.database}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SALESDESK_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        # The progress bar's first words: the work has begun.
        told = process.stderr.read(30)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in told + err + out
    assert "Stopped" in err


_WITH_A_FAULT = """
import sys
from salesdesk.app import cli
from salesdesk.services.release import run as release
def broken(*_):
    raise ZeroDivisionError("a fault of the program")
release.run = broken
sys.exit(cli.main(sys.argv[1:]))
"""


def test_a_schedulers_run_that_fails_by_a_fault_is_told_from_one_that_is_held(
    sqlite: Database, tmp_path: Path
) -> None:
    url = f"sqlite:///{sqlite.url.database}"
    done = started("release", "--database", url, home=tmp_path, script=_WITH_A_FAULT)
    assert done.returncode == 4
    assert "ZeroDivisionError" in done.stderr
    assert "salesdesk: Unexpected error: ZeroDivisionError." in done.stderr
    assert done.stdout == ""
    as_json = started("release", "--json", "--database", url, home=tmp_path, script=_WITH_A_FAULT)
    assert as_json.returncode == 4
    assert json.loads(as_json.stdout)["kind"] == "fault"


#: Makes the writing of a summary slow.
SLOWLY = {
    "mysql": "CREATE TRIGGER slowly BEFORE INSERT ON salesdesk_customer_summary "
    "FOR EACH ROW DO SLEEP(0.01)",
    "sqlite": "CREATE TRIGGER slowly BEFORE INSERT ON salesdesk_customer_summary BEGIN "
    "SELECT count(*) FROM customers a, (SELECT id FROM customers LIMIT 40) b "
    "WHERE a.name || b.id LIKE '%nobody%'; END",
}

#: Thirty batches.
FILLED = 1_500


def killed_in_the_middle(
    words: tuple[str, ...], database: Database, environment: dict[str, str], folder: Path
) -> int:
    """Start a filling and kill it when the first summaries are there; how many there are."""
    # Slow enough to be killed in the middle, however busy this computer is.
    database.execute(SLOWLY[database.engine.dialect.name])

    def made() -> int:
        with database.engine.connect() as looking:
            counted = "SELECT COUNT(*) FROM salesdesk_customer_summary"
            return int(looking.exec_driver_sql(counted).scalar_one())

    filling = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *words],
        cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while not made():
        assert filling.poll() is None, "it was through before it could be killed"
    filling.kill()
    filling.wait(30)
    database.execute("DROP TRIGGER slowly")
    return made()


@pytest.mark.parametrize("words", [("db", "upgrade"), ("db", "summaries")])
def test_a_filling_that_is_killed_goes_on_when_it_is_run_again(
    words: tuple[str, ...], database: Database, tmp_path: Path
) -> None:
    office = Office(database)
    database.set_clock(None)
    office.customers(FILLED, owner=office.agent_uid, since=office.now)
    database.execute("DELETE FROM salesdesk_customer_summary")
    database.execute("DELETE FROM salesdesk_state WHERE name = 'summaries_filled_at'")
    url = database.url.render_as_string(hide_password=False)
    environment = {
        **os.environ, "SALESDESK_HOME": str(tmp_path), "PYTHONPATH": str(ROOT),
        "SALESDESK_DATABASE_URL": url.replace("mysql+pymysql", "mysql"),
    }  # fmt: skip
    already = killed_in_the_middle(words, database, environment, tmp_path)
    assert 0 < already < FILLED
    assert already % 50 == 0, "a batch is done whole or not at all"
    again = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words, "--json"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    told = json.loads(again.stdout)
    assert told["summaries" if "upgrade" in words else "changed"] == FILLED - already
    office.move_clock(office.now)
    stored, right = office.store.read(both)
    assert len(stored) == FILLED
    assert right.items() <= stored.items()
