"""Moments as numbers in SQL, so that each database counts with them alike."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import FunctionElement, Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

#: TO_SECONDS('1970-01-01').
_TO_1970 = 62_167_219_200


class seconds(GenericFunction[int]):  # noqa: N801 - a SQL function's name
    """A moment as seconds since 1970, UTC; null stays null."""

    type = Integer()
    inherit_cache = True
    name = "salesdesk_seconds"


@compiles(seconds)
def _seconds_on_mysql(element: seconds, compiler: SQLCompiler, **kwargs: Any) -> str:
    moment = compiler.process(element.clauses, **kwargs)
    # A quarter faster than TIMESTAMPDIFF over a whole table, and without the end of
    # UNIX_TIMESTAMP in 2038.
    return f"(TO_SECONDS({moment}) - {_TO_1970})"


@compiles(seconds, "sqlite")
def _seconds_on_sqlite(element: seconds, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"CAST(strftime('%s', {compiler.process(element.clauses, **kwargs)}) AS INTEGER)"


def to_seconds(moment: datetime) -> int:
    """A moment as `seconds` gives it."""
    return int(moment.timestamp())


class quotient(FunctionElement[int]):  # noqa: N801 - a SQL function's name
    """A whole number divided by another and cut off; MySQL's own slash would round."""

    type = Integer()
    inherit_cache = True
    name = "quotient"


@compiles(quotient)
def _quotient_on_mysql(element: quotient, compiler: SQLCompiler, **kwargs: Any) -> str:
    number, by = (compiler.process(one.self_group(), **kwargs) for one in element.clauses)
    return f"(({number}) DIV {by})"


@compiles(quotient, "sqlite")
def _quotient_on_sqlite(element: quotient, compiler: SQLCompiler, **kwargs: Any) -> str:
    number, by = (compiler.process(one.self_group(), **kwargs) for one in element.clauses)
    return f"(({number}) / {by})"
