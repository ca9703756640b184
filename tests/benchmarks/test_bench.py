"""The bench at a tiny size: every job runs both ways, and what is counted is true. No times."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from benchmarks import command, report
from benchmarks.jobs import JOBS
from benchmarks.jobs.job import Job, Pair
from benchmarks.measuring import measured
from benchmarks.results import Line, Measured, Spans, WindowLine
from benchmarks.seat import AGENT, Seat
from salesdesk.domain.states import CustomerState
from salesdesk.services.lists import states
from tests.benchmarks.conftest import CUSTOMERS
from tests.support.crowds import ENDLESS
from tests.support.lines import DelayedLine


def test_the_crowd_is_sound_and_somebody_works_there(crowd: URL) -> None:
    with Seat.at(crowd) as seat:
        counts = states.counts(seat.session).counts
        assert sum(counts.values()) == CUSTOMERS
        assert counts[CustomerState.NEEDS_REPAIR] == 0
        assert counts[CustomerState.IN_POOL] > 0
        ((held,),) = seat.all("SELECT COUNT(*) FROM customers WHERE bound_to_uid = %s", (AGENT,))
        assert held > 0
        assert seat.all("SELECT COUNT(*) FROM orders")[0][0] > 0


@pytest.mark.parametrize("job", JOBS, ids=lambda job: str(job.key))
def test_a_job_is_done_both_ways(crowd: URL, job: Job) -> None:
    with (
        DelayedLine(crowd.port or 0) as line,
        Seat.at(crowd.set(port=line.port)) as seat,
    ):
        found = measured(job, seat, 1, lambda: line.packets)
    assert found.fault == ""
    assert found.ours is not None
    assert found.raw is not None
    assert found.ours.packets > 0
    assert found.raw.packets > 0


def test_the_jobs_have_names_of_their_own() -> None:
    assert len({job.key for job in JOBS}) == len(JOBS)
    assert len({job.title for job in JOBS}) == len(JOBS)


def test_a_run_is_written_as_a_page_and_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--customers", "100", "--job", "list.name", "--times", "1", "--latency", "1"]
    assert command.main([*asked, "--into", str(tmp_path)]) == 0
    told = json.loads((tmp_path / "performance.json").read_text())
    (line,) = told["sizes"][0]["lines"]
    assert line["indexed"]["raw"]["packets"] == line["distant"]["raw"]["packets"] == 1
    assert line["plain"]["ours"]["ms"] > 0
    page = (tmp_path / "performance.md").read_text()
    assert "100 customers" in page
    assert "| by name |" in page
    assert "Over a line of 1 ms" in page
    assert str(tmp_path) not in page
    assert socket.gethostname() not in page
    assert "by name" in capsys.readouterr().out


def test_a_job_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--job", "nonsense"]) == 2
    assert "No such job: nonsense" in capsys.readouterr().out


def test_what_is_refused_is_told_in_place_of_figures() -> None:
    assert report.told("by owner", Measured(fault="too many")).endswith(" too many")


def test_by_hand_may_be_given_up_and_ours_still_counts(crowd: URL) -> None:
    def at(seat: Seat) -> Pair:
        seat.all("SET max_statement_time = 0.01")
        return Pair(seat.session.now, lambda: seat.all(ENDLESS))

    with Seat.at(crowd) as seat:
        found = measured(Job("x.x", "x", "", at), seat, 2, lambda: 0)
    assert found.ours is not None
    assert (found.raw, found.ratio) == (None, None)
    assert "by hand no answer" in report.told("x", found)


def test_what_takes_longer_than_is_wanted_is_marked() -> None:
    quick, slow = Measured(Spans(10, 1), Spans(10, 1)), Measured(Spans(30, 1), Spans(10, 1))
    assert not Line("x", "x", "", 1.5, slow, quick).missed
    assert Line("x", "x", "", 1.5, quick, slow).missed
    assert Line("x", "x", "", None, quick, slow, wanted_ms=20).missed
    assert not Line("x", "x", "", None, quick, slow).missed
    assert WindowLine("x", "x", "", "ms", 51, wanted=50).missed
    assert not WindowLine("x", "x", "", "ms", 49, wanted=50).missed


# --- the line ------------------------------------------------------------------------------------


class Echo:
    """A server that says what it hears; one connection."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])

    def accept(self) -> socket.socket:
        """The connection that was made to it."""
        with self._listener:
            return self._listener.accept()[0]


def packet(body: bytes) -> bytes:
    """A packet as a client of MySQL sends it."""
    return len(body).to_bytes(3, "little") + b"\0" + body


@pytest.mark.parametrize("piece", [1, 3, 7, 10_000])
def test_packets_are_counted_however_they_are_cut(piece: int) -> None:
    said = packet(b"SELECT 1") + packet(b"") + packet(b"x" * 200) + packet(b"SELECT 2")
    echo = Echo()
    with (
        DelayedLine(echo.port) as line,
        socket.create_connection(("127.0.0.1", line.port)) as client,
        echo.accept() as server,
    ):
        heard = b""
        for begin in range(0, len(said), piece):
            client.sendall(said[begin : begin + piece])
            heard += server.recv(10_000)
        while len(heard) < len(said):
            heard += server.recv(10_000)
        assert heard == said
        assert line.packets == 4
        server.sendall(b"answer")
        assert client.recv(100) == b"answer"


def test_a_line_that_is_closed_ends_both_ways() -> None:
    echo = Echo()
    with DelayedLine(echo.port) as line:
        client = socket.create_connection(("127.0.0.1", line.port))
        server = echo.accept()
    client.settimeout(30)
    server.settimeout(30)
    with client, server:
        assert client.recv(1) == b""
        assert server.recv(1) == b""
