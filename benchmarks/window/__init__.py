"""The window: how long it takes to be there, how smooth it is, how much memory it holds."""

from collections.abc import Sequence

from sqlalchemy.engine import URL

from benchmarks.results import WindowLine

PARTS: tuple[tuple[str, str], ...] = ()


def measured(url: URL, parts: Sequence[str], latency: float) -> tuple[WindowLine, ...]:
    return ()
