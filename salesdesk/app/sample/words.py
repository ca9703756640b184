"""The words that sample data is made of: companies, notes, dishes, rooms."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from salesdesk.domain.contact import Method, Outcome

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[3]))
_READ: dict[str, Any] = json.loads(
    (_ROOT / "resources" / "sample" / "words.json").read_text("utf-8")
)


def _rows(key: str) -> tuple[Any, ...]:
    return tuple(tuple(row) for row in _READ[key])


#: What a company's name is made of.
KINDS: tuple[str, ...] = tuple(_READ["kinds"])
FIRST: tuple[str, ...] = tuple(_READ["first"])
SECOND: tuple[str, ...] = tuple(_READ["second"])

NOTES: dict[tuple[Method, Outcome], tuple[str, ...]] = {
    (Method(method), Outcome(outcome)): tuple(notes)
    for method, outcomes in _READ["notes"].items()
    for outcome, notes in outcomes.items()
}

#: In Indonesian and in English.
PURPOSES: tuple[tuple[str, str], ...] = _rows("purposes")
RESTAURANTS: tuple[str, ...] = tuple(_READ["restaurants"])
#: With the price for one.
PACKAGES: tuple[tuple[str, int], ...] = _rows("packages")
#: With the seats and the price of an hour.
ROOMS: tuple[tuple[str, int, int], ...] = _rows("rooms")
SHAPES: tuple[str, ...] = tuple(_READ["shapes"])
FACILITIES: tuple[str, ...] = tuple(_READ["facilities"])
OCCASIONS: tuple[str, ...] = tuple(_READ["occasions"])
