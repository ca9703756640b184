"""How SalesDesk compares with plain SQL doing the same job in the same run.

Starts a MariaDB of its own, fills a database for each size, and measures each screen and act
through the services beside PyMySQL, without and with the recommended indexes, and the window
beside a bare one. Times differ from machine to machine: what counts are ratios within one run.
"""

from __future__ import annotations

import argparse
import shlex
import traceback
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import URL

from benchmarks import filling, machine, report
from benchmarks.jobs import JOBS
from benchmarks.jobs.job import Job
from benchmarks.measuring import measured
from benchmarks.results import Line, Measured, Run, Size, WindowLine
from benchmarks.seat import AGENT, Seat
from benchmarks.window import figures
from benchmarks.window.watching import WindowEnded
from tests.support.database import TestServer
from tests.support.lines import DelayedLine

#: What takes as long is not measured once more without the line, which adds next to nothing.
_LONG_MS = 2_000

FOLDER = Path(__file__).resolve().parents[1] / ".dev" / "bench"


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write both files; the exit code."""
    asked = parser().parse_args(arguments)
    if asked.list:
        for key, title in (*((one.key, one.title) for one in JOBS), *figures.PARTS):
            print(f"{key:22} {title}")
        return 0
    jobs = tuple(one for one in JOBS if _is_asked(one.key, asked.job))
    parts = tuple(key for key, _ in figures.PARTS if _is_asked(key, asked.job))
    if not jobs and not parts:
        print(f"No such job: {' '.join(asked.job)}. Try --list.")
        return 2
    server = TestServer.of_this_run()
    try:
        # After each size, since the next one may take an hour.
        for so_far in _Bench(server, asked, jobs, parts).runs():
            _write(so_far, asked.into)
    finally:
        server.remove()
    return 0


def _write(run: Run, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    run.write_json(folder / "performance.json")
    (folder / "performance.md").write_text(report.markdown(run), encoding="utf-8")
    print(f"Written: {folder / 'performance.md'} and performance.json beside it.", flush=True)


def parser() -> argparse.ArgumentParser:
    """What `dev.py bench` takes."""
    made = argparse.ArgumentParser(
        "dev.py bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("--customers", type=int, nargs="+", default=[10_000])
    made.add_argument(
        "--job",
        nargs="+",
        default=[],
        metavar="KEY",
        help="only these, by key or by what stands before the dot: screen act.log window",
    )
    made.add_argument("--list", action="store_true", help="name the jobs and leave")
    made.add_argument(
        "--latency",
        type=float,
        default=0.0,
        metavar="MS",
        help="also over a line with this round trip, such as 40",
    )
    made.add_argument("--times", type=int, default=7, help="measurements of each job, at most")
    made.add_argument(
        "--into", type=Path, default=FOLDER, help="where the report is written (.dev/bench)"
    )
    return made


def _is_asked(key: str, asked: Sequence[str]) -> bool:
    return not asked or key in asked or key.partition(".")[0] in asked


def _again(asked: argparse.Namespace) -> str:
    """What to type for the same figures; where they are written is nobody's matter."""
    words = ["python3", "dev.py", "bench", "--customers", *map(str, asked.customers)]
    if asked.job:
        words += ["--job", *asked.job]
    if asked.latency:
        words += ["--latency", f"{asked.latency:g}"]
    return shlex.join(words)


class _Bench:
    """One run on one server."""

    def __init__(
        self,
        server: TestServer,
        asked: argparse.Namespace,
        jobs: Sequence[Job],
        parts: Sequence[str],
    ) -> None:
        self._server = server
        self._sizes: list[int] = sorted(asked.customers)
        self._times: int = asked.times
        self._latency_ms: float = asked.latency
        self._jobs, self._parts = jobs, parts
        self._command = _again(asked)

    def runs(self) -> Iterator[Run]:
        """Every size, one after another: after each one what there is so far."""
        described = machine.described(self._server)
        sizes: tuple[Size, ...] = ()
        for customers in self._sizes:
            sizes += (self._size(customers),)
            yield Run(
                command=self._command,
                day=datetime.now(UTC).date().isoformat(),
                machine=described,
                latency_ms=self._latency_ms,
                sizes=sizes,
            )

    def _size(self, customers: int) -> Size:
        print(f"\nFilling a database with {customers:,} customers", flush=True)
        url = filling.prepared(self._server, customers)
        try:
            plain = self._all("own indexes", url, 0.0)
            filling.index(self._server, url)
            indexed = self._all("recommended indexes", url, 0.0)
            distant = self._distant(url)
            return Size(
                customers,
                _held(url),
                tuple(
                    Line(
                        job.key, job.title, job.limit, job.target,
                        plain[job.key], indexed[job.key], distant.get(job.key),
                        job.wanted_ms.get(customers),
                    )
                    for job in self._jobs
                ),
                self._window(url, customers),
            )  # fmt: skip
        finally:
            self._server.drop(url)

    def _distant(self, url: URL) -> dict[str, Measured]:
        if not self._latency_ms:
            return {}
        return self._all(f"a line of {self._latency_ms:g} ms", url, self._latency_ms / 1000)

    def _all(self, where: str, url: URL, latency: float) -> dict[str, Measured]:
        """Every job, on loopback or over a line; what it says is counted either way."""
        print(f"\n{where:42}{'ours':>9}{'by hand':>9}{'ratio':>7}{'trips':>11}", flush=True)
        found: dict[str, Measured] = {}
        with DelayedLine(url.port or 3306, latency) as line:
            for job in self._jobs:
                if latency and job.near_only:
                    continue
                found[job.key] = self._one(job, url, line, latency)
                print(report.told(job.title, found[job.key]), flush=True)
        return found

    def _one(self, job: Job, url: URL, line: DelayedLine, latency: float) -> Measured:
        try:
            return self._measured(job, url, line, latency)
        except Exception as fault:
            traceback.print_exc()
            return Measured(fault=f"failed: {type(fault).__name__}")

    def _measured(self, job: Job, url: URL, line: DelayedLine, latency: float) -> Measured:
        """Times on loopback are taken without the line, which would cost a little itself."""
        behind = url.set(port=line.port)
        with Seat.at(behind) as seat:
            counted = measured(job, seat, self._times if latency else 1, lambda: line.packets)
        if latency or counted.ours is None or counted.ours.ms > _LONG_MS:
            return counted
        with Seat.at(url) as seat:
            return measured(job, seat, self._times, lambda: 0).with_packets_of(counted)

    def _window(self, url: URL, customers: int) -> tuple[WindowLine, ...]:
        if not self._parts:
            return ()
        print("\nThe window", flush=True)
        try:
            lines = figures.measured(url, self._parts, self._latency_ms / 1000, customers)
        except WindowEnded as fault:
            # What was measured before is worth keeping.
            print(fault, flush=True)
            return ()
        for line in lines:
            print(report.told_of_window(line), flush=True)
        return lines


def _held(url: URL) -> int:
    with Seat.at(url) as seat:
        ((held,),) = seat.all("SELECT COUNT(*) FROM customers WHERE bound_to_uid = %s", (AGENT,))
    return int(held)
