"""Several readings in one statement: one round trip, and all of it as of one moment.

Readings differ in their columns, character sets and collations, so that a plain UNION cannot hold
them. Each row comes as one line of JSON, which every supported server makes, and is read back by
the types of its columns.
"""

from __future__ import annotations

import json
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Date,
    Dialect,
    FunctionElement,
    Integer,
    Select,
    String,
    Subquery,
    literal_column,
    select,
    union_all,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

K = TypeVar("K")

_decode = json.JSONDecoder(parse_float=Decimal).decode


class json_line(FunctionElement[str]):  # noqa: N801 - a SQL function's name
    """The values of a row as a JSON array."""

    type = String()
    inherit_cache = True
    name = "json_line"


@compiles(json_line)
def _on_mysql(element: json_line, compiler: SQLCompiler, **kwargs: Any) -> str:
    # Its collation is that of its values, which are another's in the next reading.
    values = compiler.process(element.clauses, **kwargs)
    return f"CONVERT(JSON_ARRAY({values}) USING utf8mb4) COLLATE utf8mb4_bin"


@compiles(json_line, "sqlite")
def _on_sqlite(element: json_line, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"json_array({compiler.process(element.clauses, **kwargs)})"


class Together(Generic[K]):
    """Readings that are one statement, which is made at its first use and then kept.

    To make it costs more than the server takes for it: what is always read alike, but for the
    values of its parameters, is kept once for the whole program.
    """

    def __init__(self, readings: Mapping[K, Select[Any]]) -> None:
        self._readings = readings
        self._makers: dict[str, list[Callable[[list[Any]], tuple[Any, ...]]]] = {}

    def rows(
        self, connection: Connection, values: Mapping[str, object] | None = None
    ) -> dict[K, list[Any]]:
        """The rows of each of the readings, whose columns are their attributes.

        No reading's order is kept: a part of a statement has none.

        Args:
            values: of the parameters that the readings name.
        """
        if len(self._readings) < 2:
            return {
                name: list(connection.execute(one, values)) for name, one in self._readings.items()
            }
        made = self._makers_for(connection.dialect)
        rows: list[list[Any]] = [[] for _ in made]
        lines = connection.execute(self._statement, values).all()
        for (number, _), found in zip(lines, _values_of(lines), strict=True):
            rows[number].append(made[number](found))
        return dict(zip(self._readings, rows, strict=True))

    @cached_property
    def _parts(self) -> list[Subquery]:
        return [one.subquery(f"reading_{n}") for n, one in enumerate(self._readings.values())]

    @cached_property
    def _statement(self) -> CompoundSelect[Any]:
        return union_all(*(_lines(number, part) for number, part in enumerate(self._parts)))

    def _makers_for(self, dialect: Dialect) -> list[Callable[[list[Any]], tuple[Any, ...]]]:
        made = self._makers.get(dialect.name)
        if made is None:
            made = [_maker(part.c.values(), dialect) for part in self._parts]
            self._makers[dialect.name] = made
        return made


def together(
    connection: Connection,
    readings: Mapping[K, Select[Any]],
    values: Mapping[str, object] | None = None,
) -> dict[K, list[Any]]:
    """The rows of readings that are never the same again; see `Together.rows`."""
    return Together(readings).rows(connection, values)


def _values_of(lines: Sequence[Any]) -> list[list[Any]]:
    """The values of all lines, read as one text: to begin anew costs as much as reading a line."""
    values: list[list[Any]] = _decode(f"[{','.join([line for _, line in lines])}]")
    return values


def _lines(number: int, reading: Subquery) -> Select[int, str]:
    """The rows of a reading, told from those of the others by its number."""
    named = literal_column(str(number), Integer()).label("reading")
    return select(named, json_line(*reading.c).label("line"))


def _maker(
    columns: Sequence[ColumnElement[Any]], dialect: Dialect
) -> Callable[[list[Any]], tuple[Any, ...]]:
    """What makes a row of the values of its line."""
    row = _row_type(tuple(str(column.key) for column in columns))
    readers = [(at, _reader(column, dialect)) for at, column in enumerate(columns)]
    needed = [(at, reader) for at, reader in readers if reader is not None]

    def made(values: list[Any]) -> tuple[Any, ...]:
        for at, reader in needed:
            values[at] = reader(values[at])
        return row(*values)

    return made


@cache
def _row_type(names: tuple[str, ...]) -> Callable[..., tuple[Any, ...]]:
    return namedtuple("Row", names, rename=True)


def _reader(column: ColumnElement[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """What reads a value of a column, as the driver's own rows would give it; None: as it is."""
    if isinstance(column.type, Date):
        return lambda value: date.fromisoformat(value) if value is not None else None
    read: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).result_processor(
        dialect, None
    )
    return read
