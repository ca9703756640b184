"""Several processes that make or upgrade one database at the same time."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.dialects import mysql
from sqlalchemy.engine import URL
from sqlalchemy.schema import CreateTable

from salesdesk.storage import tables
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import indexes, schema
from tests.support.booking_files import FILE, load_file
from tests.support.database import TestServer
from tests.support.schema_states import NOTES, OWN, USERS, present, state, status

ROOT = FILE.parents[2]
SUMMARY = tables.salesdesk_customer_summary
#: What moves an upgrade on.
STEP = re.compile(r"\s*(CREATE|ALTER|INSERT|UPDATE)\b")


@pytest.fixture
def booking(server: TestServer, mariadb_url: URL) -> Iterator[Engine]:
    """The booking application's database, which SalesDesk has never seen."""
    load_file(server, mariadb_url.database)
    engine = make_engine(mariadb_url, tls=Tls.OFF)
    yield engine
    engine.dispose()


def at_once(url: str, act: str) -> list[tuple[int, str]]:
    """How four processes ended that did the same at once, and what each of them said."""
    program = (
        "import sys; from salesdesk.storage.setup import schema; "
        "from salesdesk.storage.db.engine import make_engine; "
        "engine = make_engine(sys.argv[1]); print('ready', flush=True); sys.stdin.readline(); "
        f"schema.{act}(engine)"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for _ in range(4)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    told = [process.communicate(timeout=120)[1] for process in running]
    return [(process.returncode, text) for process, text in zip(running, told, strict=True)]


def assert_complete(engine: Engine, notes: set[str]) -> None:
    """All tables are there, once each, and one revision is noted."""
    assert present(engine) == USERS | OWN
    assert set(state(engine)) == notes
    assert status(engine).needs == ()
    with engine.connect() as connection:
        versions = connection.exec_driver_sql(f"SELECT version_num FROM {tables.VERSION_TABLE}")
        assert versions.scalars().all() == [schema.HEAD]


def test_upgrades_at_once_end_well(booking: Engine, mariadb_url: URL) -> None:
    ended = at_once(mariadb_url.render_as_string(hide_password=False), "upgrade")
    assert [code for code, _ in ended] == [0] * 4, "\n".join(text for _, text in ended)
    assert_complete(booking, NOTES - {"releases_confirmed_at"})


@pytest.mark.parametrize("kind", ["workspace", "server"])
def test_new_databases_made_at_once_end_well(mariadb_url: URL, tmp_path: Path, kind: str) -> None:
    """Whoever comes when all is made hears so; nobody hears of half a table."""
    on_server = mariadb_url.render_as_string(hide_password=False)
    url = on_server if kind == "server" else f"sqlite:///{tmp_path / 'new.sqlite'}"
    ended = at_once(url, "init")
    assert 0 in [code for code, _ in ended]
    for code, text in ended:
        assert code == 0 or "Refusal: This database has all tables already." in text, text
    engine = make_engine(url)
    assert_complete(engine, NOTES)
    engine.dispose()


def test_an_upgrade_that_is_overtaken_at_every_step_ends_well(
    server: TestServer, booking: Engine
) -> None:
    with overtaken(server, booking) as steps:
        schema.upgrade(booking)
    assert len(steps) > len(OWN) + int(schema.HEAD)
    assert_complete(booking, NOTES - {"releases_confirmed_at"})


def test_indexes_that_another_one_makes_first_are_made(server: TestServer, booking: Engine) -> None:
    with overtaken(server, booking) as steps:
        indexes.apply(booking)
    assert len(steps) == len(indexes.RECOMMENDED)
    with booking.connect() as connection:
        assert indexes.missing(connection) == ()


@pytest.mark.parametrize("noted", ["0015", schema.HEAD])
def test_a_revision_that_an_overtaken_upgrade_left_behind_is_forgotten(
    server: TestServer, booking: Engine, mariadb_url: URL, noted: str
) -> None:
    """Two upgrades began at once, each in a database without a revision."""
    schema.upgrade(booking)
    table = f"{mariadb_url.database}.{tables.VERSION_TABLE}"
    server.run(
        f"UPDATE {table} SET version_num = '{noted}'",
        f"INSERT INTO {table} VALUES ('0001'), ('0003')",
    )
    schema.upgrade(booking)
    assert_complete(booking, NOTES - {"releases_confirmed_at"})


@contextlib.contextmanager
def overtaken(server: TestServer, engine: Engine) -> Iterator[set[str]]:
    """Within the block another connection takes each step a moment before; gives these steps."""
    steps: set[str] = set()
    with contextlib.closing(server.admin()) as other, other.cursor() as cursor:
        cursor.execute(f"USE {engine.url.database}")

        def overtake(*arguments: Any) -> None:
            step = cursor.mogrify(*arguments[2:4])
            if STEP.match(step) and step not in steps:
                steps.add(step)
                if not step.lstrip().startswith(("INSERT", "UPDATE")):
                    # As the server does before DDL: MySQL keeps what it told about locked so far.
                    arguments[1].connection.commit()
                cursor.execute(step)

        event.listen(engine, "before_cursor_execute", overtake)
        yield steps
        event.remove(engine, "before_cursor_execute", overtake)


def test_an_upgrade_waits_for_a_table_that_another_one_is_making(
    server: TestServer, booking: Engine, mariadb_url: URL
) -> None:
    schema.upgrade(booking)
    name = mariadb_url.database
    server.run(
        f"DROP TABLE {name}.{SUMMARY.name}",
        f"UPDATE {name}.{tables.VERSION_TABLE} SET version_num = '0015'",
    )
    with ThreadPoolExecutor(1) as worker, slowly_made(server, mariadb_url):
        upgrading = worker.submit(schema.upgrade, booking)
        wait_until_it_waits(server, mariadb_url, upgrading)
    upgrading.result(60)
    assert_complete(booking, NOTES - {"releases_confirmed_at"})


@contextlib.contextmanager
def slowly_made(server: TestServer, url: URL) -> Iterator[None]:
    """Within the block another connection is making the summaries' table; then it is made."""
    latch = str(url.database)
    definition = str(CreateTable(SUMMARY).compile(dialect=mysql.dialect()))
    making = (
        f"{definition} SELECT 'c' AS customer_id, 'cold' AS status, NOW() AS idle_since, "
        f"1 AS sound, GET_LOCK('{latch}', 60) AS settings_mark"
    )

    def make() -> None:
        server.run(f"USE {url.database}", making, f"DELETE FROM {SUMMARY.name}")

    maker = threading.Thread(target=make)
    with contextlib.closing(server.admin()) as holder, holder.cursor() as cursor:
        cursor.execute(f"SELECT GET_LOCK('{latch}', 0)")
        maker.start()
        while not doing(server, url, "%User lock%"):
            assert maker.is_alive()
        yield
    maker.join(60)


def wait_until_it_waits(server: TestServer, url: URL, upgrading: Future[Any]) -> None:
    """Until the upgrade waits for a table; an end of it is none of its waiting."""
    until = time.monotonic() + 60
    while not doing(server, url, "Waiting for table metadata lock"):
        assert not upgrading.done(), upgrading.result()
        assert time.monotonic() < until


def doing(server: TestServer, url: URL, what: str) -> bool:
    """Whether a connection to a database is in this state."""
    with contextlib.closing(server.admin()) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM information_schema.processlist WHERE db = %s AND state LIKE %s",
            (url.database, what),
        )
        return cursor.fetchone() is not None
