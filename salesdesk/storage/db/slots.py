"""Statements with a fixed number of places for values, which are made and compiled once.

`IN` with a list of any length is rendered anew at every execution, which costs more than the
statement where it is done by the thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, bindparam

#: Customers whose rows one transaction holds locked at most (docs/rules.md, "How every act
#: writes").
LOCKED_AT_ONCE = 50

#: Every index of a table holds the keys too, and the servers may take one whose column is asked as
#: well: slower, and locked in another order than that of the keys.
BY_KEY = "FORCE INDEX (PRIMARY)"


class Slots:
    """Places for up to so many values; too few are filled up with the last one.

    Args:
        name: of the places, unlike any other parameter of the statement.
    """

    def __init__(self, name: str, places: int = LOCKED_AT_ONCE) -> None:
        self.places = places
        self._names = [f"{name}_{number}" for number in range(places)]

    def hold(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether the column's value is in one of the places."""
        return column.in_([bindparam(name, type_=column.type) for name in self._names])

    def filled(self, values: Sequence[str]) -> dict[str, str]:
        """The parameters; there is at least one value, and there are no more than places."""
        padded = [*values, *[values[-1]] * (self.places - len(values))]
        return dict(zip(self._names, padded, strict=True))
