"""How long an export of many customers takes, and that memory does not grow with the table.

    python -m benchmarks.exports --customers 10000 100000

Fills a MariaDB of its own for each size and lets a fresh process write each kind of file. Prints
seconds, lines a second, the size of the file, and the most memory that the process held: between
the sizes it should stay level.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.support.crowds import filled
from tests.support.database import TestServer

KINDS = ("csv", "xlsx", "pdf")
_MEGABYTE = 1024 * 1024

#: Runs the command line and says on stderr how much memory it held at most, in KiB (Linux).
_MEASURED = """
import resource, sys
from salesdesk.app.cli import main
code = main(sys.argv[1:])
print(f"\\npeak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}", file=sys.stderr)
sys.exit(code)
"""


def prepared(server: TestServer, customers: int, *, indexes: bool) -> str:
    """A database with so many customers and somebody who may export them; its address."""
    url = filled(server, customers, with_indexes=indexes)
    plain = url.set(drivername="mysql").render_as_string(hide_password=False)
    email = "exports@kantor.example"
    server.run(
        f"INSERT INTO {url.database}.users (firebase_uid, email, display_name) "
        f"VALUES ('exports', '{email}', 'Exports')"
    )
    call(plain, "people", "grant", email, "Sales Administrator")
    call(plain, "people", "map", f"{url.username}@{url.host}", email)
    return plain


def call(url: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", _MEASURED, *words],
        env={**os.environ, "SALESDESK_DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=True,
    )


def measured(url: str, kind: str, folder: Path) -> str:
    """One export as a line of the table."""
    file = folder / f"customers.{kind}"
    began = time.perf_counter()
    done = call(url, "export", "customers", str(file), "--json")
    took = time.perf_counter() - began
    lines = int(json.loads(done.stdout)["lines"])
    peak = int(done.stderr.rsplit("peak ", 1)[1]) / 1024
    size = file.stat().st_size / _MEGABYTE
    return f"{kind:<5}{lines:>9}{took:>8.1f}{lines / took:>9.0f}{size:>9.1f}{peak:>9.0f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--without-indexes", action="store_true", help="the recommended ones")
    arguments = parser.parse_args()
    server = TestServer.of_this_run()
    try:
        print(f"{'kind':<5}{'lines':>9}{'s':>8}{'lines/s':>9}{'MiB':>9}{'peak MiB':>9}")
        for customers in arguments.customers:
            url = prepared(server, customers, indexes=not arguments.without_indexes)
            with tempfile.TemporaryDirectory() as folder:
                for kind in KINDS:
                    print(measured(url, kind, Path(folder)), flush=True)
    finally:
        server.remove()


if __name__ == "__main__":
    main()
