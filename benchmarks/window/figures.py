"""The window: how long until it is there, how smooth it is, and how much memory it holds."""

from __future__ import annotations

import compileall
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL

import salesdesk
from benchmarks import filling
from benchmarks.results import WindowLine
from benchmarks.window.watching import Watched
from salesdesk.app.local import profile as profiles
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import ServerProfile, UserSettings
from salesdesk.storage.db.engine import Tls
from tests.support.lines import DelayedLine
from tests.support.virtual_screen import VirtualScreen

#: What can be asked for; the start is part of each.
PARTS = (
    ("window.start", "the window: from the start to Today filled, beside a bare one"),
    ("window.screens", "the window: Pipeline, Pool, Team, customers, one customer"),
    ("window.search", "the window: a word is typed into the search"),
    ("window.log", "the window: a contact is logged, the lists are right again"),
    ("window.drag", "the window: a card is dragged with the mouse"),
    ("window.scroll", "the window: all customers are scrolled, and what memory that takes"),
)

#: Seconds without a word after which a window is given up.
_PATIENCE = 300

#: Over a line only what waits for the line is measured.
_DISTANT = ("window.start", "window.screens", "window.log")

_PYTHON = "Python, Qt and SalesDesk's modules are imported; the window is made once"
_TRIPS = "statements one after another, each a round trip"
_PAGE = "the list's next page is made into objects beside the event loop"


@dataclass
class _Seen:
    """What one window told.

    Attributes:
        packets: of the start until Today is filled, of the start until all is quiet, and of each
            part.
    """

    painted: float = 0.0
    memory: float = 0.0
    filled: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)
    packets: dict[str, int] = field(default_factory=dict)


def measured(
    url: URL, parts: Sequence[str], latency: float, customers: int
) -> tuple[WindowLine, ...]:
    """The window's figures, and over the line those that wait for it.

    Args:
        latency: of the delaying line, in seconds; 0: there is none.
    """
    # As at everybody's second start: Python compiles a source once and keeps what it made of it.
    for source in Path(salesdesk.__file__).parent, Path(__file__).parent:
        compileall.compile_dir(source, quiet=2)
    with VirtualScreen() as screen:
        bare = _bare(screen, customers)
        near = list(_near(_day(screen, url, parts, 0.0), bare))
        distant = [part for part in parts if part in _DISTANT]
        if latency and distant:
            where = f"over a line of {latency * 1000:g} ms: "
            near += _far(_day(screen, url, distant, latency), where)
    return tuple(near)


def _bare(screen: VirtualScreen, rows: int) -> dict[str, float]:
    """A bare window: when it was painted, and its memory before and after scrolling."""
    with Watched(screen, "benchmarks.window.bare", str(rows), patience=_PATIENCE) as watched:
        painted = watched.until("painted", _unexpected)
        scrolled = watched.until("scrolled", _unexpected)
    return {
        "painted": painted["ms"],
        "memory": painted["memory"],
        "scrolled": scrolled["memory"],
    }


def _unexpected(told: dict[str, Any]) -> None:
    raise AssertionError(told)


def _day(screen: VirtualScreen, url: URL, parts: Sequence[str], latency: float) -> _Seen:
    """The program's own window, led through the parts."""
    seen = _Seen()
    with DelayedLine(url.port or 3306, latency) as line, tempfile.TemporaryDirectory() as home:
        variables = {"SALESDESK_PASSWORD": filling.PASSWORD, "SALESDESK_HOME": home}
        _keep_profile(url, line.port, variables)
        begun: dict[str, int] = {}

        def heard(told: dict[str, Any]) -> None:
            if "begin" in told:
                begun[told["begin"]] = line.packets
            elif "end" in told:
                seen.parts[told["end"]] = told
                seen.packets[told["end"]] = line.packets - begun[told["end"]]

        wanted = [part.partition(".")[2] for part in parts]
        with Watched(
            screen, "benchmarks.window.program", *wanted, patience=_PATIENCE, variables=variables
        ) as watched:
            seen.painted = watched.until("painted", heard)["ms"]
            seen.filled = watched.until("filled", heard)
            seen.packets["filled"] = line.packets
            seen.memory = watched.until("quiet", heard)["memory"]
            seen.packets["quiet"] = line.packets
            watched.until("over", heard)
    return seen


def _keep_profile(url: URL, port: int, variables: dict[str, str]) -> None:
    """Leave the settings of somebody who has worked on this database before."""
    paths = Paths.of_user(variables)
    paths.make_private()
    host, database = url.host or "127.0.0.1", url.database or ""
    opened = ServerProfile("bench", database, (host,), database, filling.ACCOUNT, port, tls=Tls.OFF)
    profiles.save(paths.settings_file, UserSettings().opened(opened))


def _near(seen: _Seen, bare: dict[str, float]) -> Iterator[WindowLine]:
    yield _ms("painted", "start to the first paint", _PYTHON, seen.painted, bare["painted"])
    yield _ms("filled", "start to Today filled", _PYTHON, seen.filled["ms"], bare["painted"])
    yield _mib("memory", "memory with Today shown", seen.memory, bare["memory"])
    yield _packets("filled", "start to Today filled", seen.packets["filled"])
    yield _packets("quiet", "start until all is quiet", seen.packets["quiet"])
    for key, title in _TITLES.items():
        if key in seen.parts:
            told = seen.parts[key]
            yield _ms(key, title, _TRIPS, told["ms"] - told.get("typed_ms", 0.0))
            yield _packets(key, title, seen.packets[key])
            yield _ms(f"{key}-gap", f"{title}: longest gap of the event loop", _PAGE, told["gap"])
    if "scroll" in seen.parts:
        frame, end = seen.parts["scroll"], seen.parts["scroll-all"]
        yield _ms("frame", "scrolling: a frame, 95 of 100 are quicker", "cells", frame["frame"])
        yield _ms("scroll-gap", "scrolling: longest gap of the event loop", _PAGE, frame["gap"])
        rows = f"{end['rows']:,} rows scrolled end to end"
        yield _ms("scroll-all", rows, "a page a time, as it comes in sight", end["ms"])
        yield _mib("scrolled", f"memory, {rows}", end["memory"], bare["scrolled"])


def _far(seen: _Seen, where: str) -> Iterator[WindowLine]:
    start = f"{where}start to Today filled"
    yield _ms("far-filled", start, _TRIPS, seen.filled["ms"])
    yield _packets("far-filled", start, seen.packets["filled"])
    for key, title in _TITLES.items():
        if key in seen.parts:
            yield _ms(f"far-{key}", f"{where}{title}", _TRIPS, seen.parts[key]["ms"])


_TITLES = {
    "pipeline": "Pipeline shown",
    "pool": "Pool shown",
    "team": "Team shown",
    "customers": "customers shown",
    "customer": "a customer opened",
    "search": "a word typed, from its last letter to the rows",
    "form": "the contact form opened",
    "log": "a contact logged and the lists right again",
    "drag": "a card dragged, from the first touch to the rows",
}


#: At most, in the unit of the line; the start is wanted in multiples of a bare window's.
WANTED = {
    "memory": 120.0,
    "frame": 16.0,
    "scroll-gap": 50.0,
    **{f"{key}-gap": 50.0 for key in _TITLES},
    "far-filled": 2_000.0,
    "far-filled-packets": 40.0,
    "far-pipeline": 400.0,
    "far-customer": 350.0,
    "far-log": 900.0,
}
STARTS = 6


def _ms(key: str, title: str, limit: str, ours: float, bare: float | None = None) -> WindowLine:
    wanted = WANTED.get(key) if bare is None else STARTS * bare
    return WindowLine(f"window.{key}", title, limit, "ms", ours, bare, wanted)


def _mib(key: str, title: str, ours: float, bare: float) -> WindowLine:
    limit = "modules and Qt's own; a page of rows is kept while it is near"
    return WindowLine(f"window.{key}", title, limit, "MiB", ours, bare, WANTED.get(key))


def _packets(key: str, title: str, ours: int) -> WindowLine:
    key, title = f"{key}-packets", f"{title}: packets"
    return WindowLine(f"window.{key}", title, _TRIPS, "packets", ours, wanted=WANTED.get(key))
