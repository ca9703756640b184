"""How the import of a spreadsheet compares with plain bulk inserts of the same rows.

    python -m benchmarks.imports --customers 100000

Starts a MariaDB of its own and fills a SQLite file beside it. Prints, for CSV and XLSX, the time
of the dry run and of the import, the time of raw executemany inserts of the rows that the import
left, their ratio, and the peak memory of the process that did the work.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import tempfile
import time
from pathlib import Path
from statistics import median

import xlsxwriter
from sqlalchemy import insert, select
from sqlalchemy.engine import URL, make_url

from salesdesk.services.importing import checking, mapping, table, writing
from salesdesk.services.importing.request import Request
from salesdesk.services.session import Session
from salesdesk.storage import tables
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import schema
from salesdesk.storage.unit_of_work import Store
from tests.support.database import Database, TestServer
from tests.support.factories import Office

TITLES = ("Name", "Phone", "Company", "Address", "Source")
#: The tables in which an import of new customers leaves a row or more of each.
_LEFT = (
    tables.customers, tables.salesdesk_phones, tables.salesdesk_events,
    tables.salesdesk_customer_summary,
)  # fmt: skip


def line(number: int) -> tuple[str, ...]:
    """A line of the file."""
    return (
        f"Name {number:06d} Santoso", f"0812-{number // 10_000:04d}-{number % 10_000:04d}",
        f"PT Maju {number // 7:05d}", f"Jl. Melati {number}", "Referral",
    )  # fmt: skip


def write_csv(path: Path, customers: int) -> None:
    """A CSV file."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(TITLES)
        writer.writerows(map(line, range(customers)))


def write_xlsx(path: Path, customers: int) -> None:
    """A workbook."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for row, cells in enumerate([TITLES, *map(line, range(customers))]):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)


def peak() -> int:
    """The most memory this process has held, in MB (Linux).

    Not by getrusage, whose figure a new process inherits from the one that started it.
    """
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def work(url: str, uid: str, file: str) -> tuple[float, float, float, int, int]:
    """Try and import a file in a process of its own.

    Two times, the processor's of the second, memory before and at the most.
    """
    store = Store(make_engine(make_url(url), tls=Tls.OFF) if "mysql" in url else make_engine(url))
    actor = store.read(lambda reading: reading.people.actor(uid))
    if actor is None:
        raise SystemExit("there is no administrator")
    session, before = Session(store, actor, "benchmark"), peak()
    path = Path(file)
    preview = table.preview(path)
    request = Request(path, preview.layout, mapping.guess(preview))
    begun = time.perf_counter()
    checking.check(session, request, lambda done: None, lambda: False)
    checked, busy = time.perf_counter(), time.process_time()
    writing.run(session, request, lambda done: None, lambda: False)
    took = time.perf_counter() - checked
    return checked - begun, took, time.process_time() - busy, before, peak()


def raw(url: URL) -> tuple[float, float]:
    """The time in which the rows that are there go into the same tables again, in bulk.

    And what of it the processor was busy with here: on a machine that others use too, the two
    times of this process compare better than those on the wall.
    """
    engine = make_engine(url, tls=Tls.OFF) if "mysql" in url.drivername else make_engine(url)
    with engine.execution_options(salesdesk_write=True).connect() as connection:
        rows = {one: [dict(r) for r in connection.execute(select(one)).mappings()] for one in _LEFT}
        for one in _LEFT:
            connection.execute(one.delete())
        connection.commit()
        begun, busy = time.perf_counter(), time.process_time()
        for one in _LEFT:
            for start in range(0, len(rows[one]), 2_000):
                connection.execute(insert(one), rows[one][start : start + 2_000])
        connection.commit()
        return time.perf_counter() - begun, time.process_time() - busy


def measure(url: URL, file: Path) -> None:
    """Import a file into an empty database and tell how it went."""
    engine = make_engine(url, tls=Tls.OFF) if "mysql" in url.drivername else make_engine(url)
    schema.init(engine)
    office = Office(Database(url, engine))
    engine.dispose()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        text = url.render_as_string(hide_password=False)
        tried, done, busy, before, most = pool.apply(work, (text, office.admin_uid, str(file)))
    runs = [raw(url) for _ in range(3)]
    plain, plainly = (median(each) for each in zip(*runs, strict=True))
    print(
        f"{url.get_backend_name():8} {file.suffix:6} dry run {tried:6.1f} s  import {done:6.1f} s  "
        f"raw {plain:6.1f} s  ratio {done / plain:5.2f}  "
        f"processor {busy:6.1f} s of {plainly:6.1f} s, ratio {busy / plainly:5.2f}  "
        f"memory {before} -> {most} MB",
        flush=True,
    )


def main() -> None:
    """Measure both kinds of file on both databases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=100_000)
    customers = parser.parse_args().customers
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, "list.csv"), Path(folder, "list.xlsx")]
        write_csv(files[0], customers)
        write_xlsx(files[1], customers)
        for file in files:
            measure(make_url(f"sqlite:///{folder}/{file.suffix[1:]}.sqlite"), file)
        server = TestServer.new(Path(folder))
        try:
            for file in files:
                measure(server.fresh_database(), file)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
