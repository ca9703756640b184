"""Readings that bring the database's clock with them, so that it is not asked for before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, select

from salesdesk.storage.db.together import Together
from salesdesk.storage.db.types import db_now

#: Under which name the clock is read.
CLOCK = "clock"


def beside_clock(readings: Mapping[str, Select[Any]]) -> Together[str]:
    """These readings and the clock as one statement, for `Reading.at_clock`."""
    return Together({**readings, CLOCK: select(db_now().label("now"))})
