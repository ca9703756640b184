"""What a figure counts: rows, and the expressions by which its elements are told apart.

The sums group by these expressions and a mark narrows by the same ones, so that an element
cannot but count the rows that it opens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, case, func, select

from salesdesk.domain.reports.drill_down import DrillDown, Figure


@dataclass(frozen=True, slots=True)
class Part:
    """One way in which a figure is told apart.

    Attributes:
        value: the expression to group by.
        narrowed: the condition of a mark's value.
    """

    value: ColumnElement[Any]
    narrowed: Callable[[Any], ColumnElement[bool]]


def same(value: ColumnElement[Any], stored: Callable[[Any], Any] = lambda asked: asked) -> Part:
    """Told apart by equal values; `stored` makes a mark's value one of the expression's."""
    return Part(value, lambda asked: value == stored(asked))


def within(value: ColumnElement[int]) -> Part:
    """Told apart by ranges of whole numbers."""

    def narrowed(asked: tuple[int, int | None]) -> ColumnElement[bool]:
        low, high = asked
        return value >= low if high is None else and_(value >= low, value <= high)

    return Part(value, narrowed)


def at_least(value: ColumnElement[int], level: Callable[[Any], int]) -> Part:
    """Told apart by how far something came; who came further counts too."""
    return Part(value, lambda asked: value >= level(asked))


def each(conditions: Mapping[Figure, ColumnElement[bool]]) -> dict[str, ColumnElement[Any]]:
    """What `Counted.sums` is to add up besides: of several figures, their rows."""
    return {one.name: func.sum(case((what, 1), else_=0)) for one, what in conditions.items()}


@dataclass(frozen=True, slots=True)
class Counted:
    """The rows of a figure.

    Attributes:
        row_id, customer_id: of a row.
        at: the moment by which its rows are sorted; None: by the customer's name.
        parts: by the names of `DrillDown`.
    """

    source: FromClause
    where: tuple[ColumnElement[bool], ...]
    row_id: ColumnElement[str]
    customer_id: ColumnElement[str]
    at: ColumnElement[Any] | None = None
    parts: Mapping[str, Part] = field(default_factory=dict)

    def sums(
        self, *names: str, also: Mapping[str, ColumnElement[Any]] | None = None
    ) -> Select[Any]:
        """How many rows there are of each combination of these parts, as `number`."""
        by = [self.parts[name].value.label(name) for name in names]
        more = [value.label(name) for name, value in (also or {}).items()]
        return (
            select(*by, func.count().label("number"), *more)
            .select_from(self.source)
            .where(*self.where)
            .group_by(*by)
        )

    def those(self, *conditions: ColumnElement[bool]) -> Counted:
        """Those of the rows that fulfil these too."""
        return replace(self, where=(*self.where, *conditions))

    def narrowed(self, mark: DrillDown) -> tuple[ColumnElement[bool], ...]:
        """What a row behind a mark must fulfil.

        Raises:
            ValueError: the figure is not told apart in this way.
        """
        found = list(self.where)
        for one in fields(mark):
            asked = getattr(mark, one.name)
            if one.name == "figure" or asked is None:
                continue
            if one.name not in self.parts:
                raise ValueError(f"{mark.figure} is not told apart by {one.name}")
            found.append(self.parts[one.name].narrowed(asked))
        return tuple(found)


def by_agent(
    connection: Connection, rows: Counted, conditions: Mapping[Figure, ColumnElement[bool]]
) -> dict[Figure, Counter[str]]:
    """How many rows of several figures each agent has, from one statement."""
    found: dict[Figure, Counter[str]] = {one: Counter() for one in conditions}
    for row in connection.execute(rows.sums("agent", also=each(conditions))):
        for one in conditions:
            found[one][row.agent] += int(getattr(row, one.name))
    return found
