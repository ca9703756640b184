"""The measured window is led through its whole day, and everything that it tells is there."""

from __future__ import annotations

import pytest
from sqlalchemy.engine import URL

from benchmarks.window import figures
from tests.benchmarks.conftest import CUSTOMERS

#: A whole day at the window takes a minute, and a busy machine more: it belongs to the slow tier.
pytestmark = pytest.mark.long


def test_the_window_is_led_through_its_day(crowd: URL) -> None:
    parts = [key for key, _ in figures.PARTS]
    lines = {one.key: one for one in figures.measured(crowd, parts, 0.0, CUSTOMERS)}
    painted, filled = lines["window.painted"], lines["window.filled"]
    assert painted.bare is not None
    assert painted.bare > 0
    assert painted.ours <= filled.ours
    assert lines["window.filled-packets"].ours <= lines["window.quiet-packets"].ours
    for key in ("pipeline", "pool", "team", "customers", "customer", "search", "form", "log"):
        assert lines[f"window.{key}"].ours > 0
        assert lines[f"window.{key}-gap"].ours > 0
    assert lines["window.log-packets"].ours > 0
    assert lines["window.scroll-all"].title.startswith(f"{CUSTOMERS} rows")
    assert lines["window.memory"].ours > (lines["window.memory"].bare or 0)


def test_over_a_line_what_waits_for_it_is_measured_again(crowd: URL) -> None:
    lines = {one.key: one for one in figures.measured(crowd, ["window.start"], 0.002, CUSTOMERS)}
    assert lines["window.far-filled"].title.startswith("over a line of 2 ms: start to Today")
    assert "window.far-log" not in lines
