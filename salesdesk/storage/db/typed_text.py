"""Comparing what a person typed with a column that may be too narrow for it.

Four tables of the booking application may be latin1. A server that is asked there for a character
outside it refuses the statement (MySQL 3854, MariaDB 1267), though the answer is known: no row.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import String

_NARROWEST = "latin-1"


class _widened(FunctionElement[str]):  # noqa: N801 - a SQL function's name
    """A text column read as utf8mb4, whatever it is stored in; no index finds it."""

    type = String()
    inherit_cache = True
    name = "widened"


@compiles(_widened)
def _on_mysql(element: _widened, compiler: SQLCompiler, **kwargs: Any) -> str:
    column = compiler.process(element.clauses, **kwargs)
    return f"CONVERT({column} USING utf8mb4) COLLATE utf8mb4_unicode_ci"


@compiles(_widened, "sqlite")
def _on_sqlite(element: _widened, compiler: SQLCompiler, **kwargs: Any) -> str:
    return compiler.process(element.clauses, **kwargs)


def widened(text: ColumnElement[Any]) -> ColumnElement[str]:
    """A text put together of parts whose collations differ, such as a date's and a column's.

    The server gives it none, and refuses to compare it (1267), where the database's default is
    another one than the columns'.
    """
    return _widened(text)


def comparable(column: ColumnElement[Any], *texts: str) -> ColumnElement[Any]:
    """The column in a form that can be compared with these texts, whatever they hold.

    The column itself, and so its index, wherever the narrowest column could hold them too.
    """
    return column if fits_narrowest(texts) else _widened(column)


def fits_narrowest(texts: Iterable[str]) -> bool:
    """Whether the narrowest column could hold all of these texts."""
    try:
        for text in texts:
            text.encode(_NARROWEST)
    except UnicodeEncodeError:
        return False
    return True
