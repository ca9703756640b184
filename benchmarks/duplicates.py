"""How long looking for duplicates takes among many customers, and how much memory.

    python -m benchmarks.duplicates --customers 100000

Fills a SQLite file and a MariaDB of its own with customers of whom one in fifty is there twice, and
looks for the pairs in a process of its own. Prints the time, beside it that of reading all names,
and the memory that the look took at the most.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.engine import URL, make_url

from benchmarks.imports import peak
from salesdesk.domain.events import new_id
from salesdesk.services import phone_sweep
from salesdesk.services.duplicates import finding
from salesdesk.services.session import Session
from salesdesk.storage import tables
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import schema
from salesdesk.storage.unit_of_work import Store
from tests.support.database import TestServer, open_database
from tests.support.factories import NOON, Office

_FIRST = (
    "Siti",
    "Budi",
    "Dewi",
    "Andi",
    "Rina",
    "Agus",
    "Putri",
    "Joko",
    "Lina",
    "Hendra",
    "Yusuf",
)
_SECOND = (
    "Rahmawati",
    "Santoso",
    "Lestari",
    "Hartono",
    "Wulandari",
    "Prakoso",
    "Maulana",
    "Fitriani",
)
_COMPANY = ("Sinar", "Maju", "Karya", "Cipta", "Bumi", "Nusa", "Tirta", "Surya")
_TWICE = 50
_BATCH = 5_000


def customers(number: int) -> list[dict[str, object]]:
    """The rows; one in fifty is there again with a letter more and another number."""
    chance, rows = random.Random(7), list[dict[str, object]]()
    while len(rows) < number:
        at = len(rows)
        name = f"{chance.choice(_FIRST)} {chance.choice(_SECOND)} {chance.randrange(10_000):04d}"
        company = f"PT {chance.choice(_COMPANY)} {chance.choice(_COMPANY)} {at // 9:05d}"
        rows.append(_row(name, company, f"+62812{at:08d}"))
        if not at % _TWICE:
            rows.append(_row(name.replace("a", "aa", 1), company.upper(), f"0813{at:08d}"))
    return rows[:number]


def _row(name: str, company: str, phone: str) -> dict[str, object]:
    return {
        "id": new_id(), "name": name, "company": company, "phone_number": phone, "address": "",
        "firebase_uid": "uid-sari", "created_at": NOON,
    }  # fmt: skip


def look(url: str, uid: str) -> tuple[float, float, int, int, int]:
    """Look in this process: seconds of the names and of all, pairs, memory before and at most."""
    store = Store(make_engine(make_url(url), tls=Tls.OFF))
    actor = store.read(lambda reading: reading.people.actor(uid))
    assert actor is not None
    session = Session(store, actor, "bench")
    before, began = peak(), time.perf_counter()
    after = ""
    while stretch := store.read(lambda reading: reading.imports.names_after(after, _BATCH)):  # noqa: B023
        after = stretch[-1].id
    names, began = time.perf_counter() - began, time.perf_counter()
    found = finding.find(session)
    taken = time.perf_counter() - began
    store.close()
    return names, taken, len(found.pairs), before, peak()


def measure(url: URL, number: int) -> None:
    """Fill one database, look, and print what came of it."""
    engine = make_engine(url, tls=Tls.OFF)
    schema.init(engine)
    engine.dispose()
    database = open_database(url)
    office = Office(database)
    rows = customers(number)
    with database.engine.execution_options(salesdesk_write=True).begin() as connection:
        for begin in range(0, number, _BATCH):
            connection.execute(insert(tables.customers), rows[begin : begin + _BATCH])
    phone_sweep.refresh(office.lead)
    database.close()
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        text = url.render_as_string(hide_password=False)
        names, taken, pairs, before, most = pool.apply(look, (text, office.lead_uid))
    print(
        f"{url.get_backend_name()}: {number:,} customers, {pairs} pairs (the surest), "
        f"{taken:.1f} s, the names alone {names:.1f} s, memory {before} to {most} MB"
    )


def main() -> None:
    """Look on both databases."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--customers", type=int, default=100_000)
    parser.add_argument("--only", choices=("sqlite", "mariadb"))
    arguments = parser.parse_args()
    if arguments.only != "mariadb":
        with tempfile.TemporaryDirectory() as folder:
            measure(make_url(f"sqlite:///{Path(folder) / 'bench.sqlite'}"), arguments.customers)
    if arguments.only != "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            server = TestServer.new(Path(folder))
            try:
                measure(server.fresh_database(), arguments.customers)
            finally:
                server.stop()


if __name__ == "__main__":
    main()
