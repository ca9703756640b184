"""The run as Markdown, for docs/performance.md, and as lines while it goes on."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.results import Line, Machine, Measured, Run, Size, WindowLine

_INTRODUCTION = """\
# How fast SalesDesk is

Written by `dev.py bench`. Every job is done through SalesDesk's services and by hand, in turns in
one run: plain PyMySQL with the SQL that somebody would write who knows the tables (found by one
row a customer, ids first), without rows made into objects. Acts by hand read the rights and the
settings under the lock too, and write the event and the summary. Medians in ms. Times differ from
machine to machine; the ratios differ less.

- **by hand**: plain PyMySQL doing the same job; **×**: ours against it; **wanted**: at most so
  many times as long.
- **own indexes**: on the booking application's indexes alone; the other figures are with those of
  `salesdesk db indexes`.
- **round trips**: packets of the client, ours · by hand. Loopback hides what they cost.
- **bold**: more than is wanted.
- **in the database**: how much of ours was spent in statements, with their rows on the way; the
  rest is Python's.

Tests hold by which index each statement is read, at 5,000 customers and for reports at 100,000.
Tried at 100,000, all of those tests hold too: one agent's list by last contact walks another index
in the same order.

The sizes that the wishes speak of, on a machine with nothing else to do:
`python3 dev.py bench --customers 10000 100000 1000000 --latency 40 --into docs`.
"""


def told(title: str, found: Measured) -> str:
    """One job as a line of text."""
    if found.ours is None:
        return f"{title:42} {found.fault}"
    if found.raw is None:
        return f"{title:42}{found.ours.ms:9.1f} {found.fault}"
    trips = f"{found.ours.packets} · {found.raw.packets}"
    return f"{title:42}{found.ours.ms:9.1f}{found.raw.ms:9.1f}{found.ratio:7.2f}{trips:>11}"


def told_of_window(line: WindowLine) -> str:
    """One thing about the window as a line of text."""
    bare = "" if line.bare is None else f"{line.bare:9,.0f} {line.unit} of a bare one"
    return f"{line.title:70}{line.ours:9,.0f} {line.unit}{bare}"


def markdown(run: Run) -> str:
    """The whole run as a page."""
    sizes = (_size(size, run.latency_ms) for size in run.sizes)
    return "\n".join([_INTRODUCTION, _machine(run.machine, run), *sizes])


def _machine(machine: Machine, run: Run) -> str:
    busy = "" if machine.load < machine.cores else _BUSY
    return (
        f"Measured on {run.day}: {machine.cores} cores, {machine.memory_gib} GiB, "
        f"{machine.system}, Python {machine.python}, database {machine.database}, whose commits do "
        f"not wait for the disk. Load when it began: {machine.load}.{busy}\n\n    {run.command}\n"
    )


_BUSY = (
    " **The machine was busy with other work: every time is longer than on a quiet one, and ratios "
    "are rough.**"
)


def _size(size: Size, latency_ms: float) -> str:
    parts = [f"## {size.customers:,} customers, of whom the agent holds {size.held:,}\n"]
    if size.lines:
        parts += [_table(_HEAD, map(_cells, size.lines))]
    if latency_ms and size.lines:
        parts += [
            f"### Over a line of {latency_ms:g} ms\n",
            _table(_DISTANT_HEAD, map(_distant_cells, size.lines)),
        ]
    if size.window:
        parts += ["### The window\n", _table(_WINDOW_HEAD, map(_window_cells, size.window))]
    return "\n".join(parts)


_HEAD = (
    "job", "ours", "by hand", "×", "wanted", "own indexes", "by hand", "round trips",
    "in the database", "what limits it",
)  # fmt: skip
_DISTANT_HEAD = ("job", "ours", "by hand", "round trips")
_WINDOW_HEAD = ("what", "SalesDesk", "wanted", "bare window", "×", "what limits it")
_LEFT = {"job", "what", "what limits it"}


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    rule = tuple("---" if name in _LEFT else "---:" for name in head)
    lines = [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]
    return "\n".join([*lines, ""])


def _cells(line: Line) -> tuple[str, ...]:
    indexed, plain = line.indexed, line.plain
    return (
        line.title,
        _marked(_ours(indexed), line.missed),
        _raw(indexed),
        _ratio(indexed.ratio),
        _wanted(line),
        _ours(plain),
        _raw(plain),
        _trips(indexed),
        f"{indexed.database_share:.0%}" if indexed.ours and indexed.database_share else "",
        line.limit,
    )


def _distant_cells(line: Line) -> tuple[str, ...]:
    found = line.distant or Measured()
    return line.title, _ours(found), _raw(found), _trips(found)


def _window_cells(line: WindowLine) -> tuple[str, ...]:
    return (
        line.title,
        _marked(_with_unit(line.ours, line.unit), line.missed),
        _with_unit(line.wanted, line.unit),
        _with_unit(line.bare, line.unit),
        _ratio(line.ours / line.bare if line.bare else None),
        line.limit,
    )


def _with_unit(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:,.0f} {unit}"


def _wanted(line: Line) -> str:
    if line.wanted_ms is not None:
        return f"{line.wanted_ms:g} ms"
    return "" if line.target is None else f"{line.target:g}"


def _marked(text: str, missed: bool) -> str:
    return f"**{text}**" if missed else text


def _ours(found: Measured) -> str:
    return found.fault if found.ours is None else _ms(found.ours.ms)


def _raw(found: Measured) -> str:
    return _ms(found.raw.ms) if found.raw else found.fault if found.ours else ""


def _trips(found: Measured) -> str:
    if found.ours is None:
        return ""
    return f"{found.ours.packets} · {found.raw.packets if found.raw else ''}"


def _ms(value: float) -> str:
    return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
