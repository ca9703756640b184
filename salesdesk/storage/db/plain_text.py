"""Whether texts are of plain letters, which every database compares alike."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, ColumnElement, and_, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from salesdesk.domain.search_text import GRAVE


class _ascii(FunctionElement[bool]):  # noqa: N801 - a SQL function's name
    """Whether a column holds ASCII alone."""

    type = Boolean()
    inherit_cache = True
    name = "ascii"


class _graveless(_ascii):  # noqa: N801 - the same
    """Whether a column holds no grave accent."""

    inherit_cache = True
    name = "graveless"


@compiles(_ascii)
def _ascii_on_mysql(element: _ascii, compiler: SQLCompiler, **kwargs: Any) -> str:
    column = compiler.process(element.clauses, **kwargs)
    # A column of latin1 has a byte for each of its letters.
    return f"(CHAR_LENGTH({column}) = LENGTH(CONVERT({column} USING utf8mb4)))"


@compiles(_ascii, "sqlite")
def _ascii_on_sqlite(element: _ascii, compiler: SQLCompiler, **kwargs: Any) -> str:
    column = compiler.process(element.clauses, **kwargs)
    return f"(length({column}) = length(CAST({column} AS BLOB)))"


@compiles(_graveless)
def _graveless_on_mysql(element: _graveless, compiler: SQLCompiler, **kwargs: Any) -> str:
    # Bytes are looked through faster than letters.
    column = compiler.process(element.clauses, **kwargs)
    return f"(LOCATE('{GRAVE}', CAST({column} AS BINARY)) = 0)"


@compiles(_graveless, "sqlite")
def _graveless_on_sqlite(element: _graveless, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"(instr({compiler.process(element.clauses, **kwargs)}, '{GRAVE}') = 0)"


def is_ascii(name: ColumnElement[Any], company: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether both hold ASCII alone; the second may be null."""
    return and_(_ascii(name), or_(company.is_(None), _ascii(company)))


def is_plain(name: ColumnElement[Any], company: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether nothing is kept of both beside the row, as `search_text.is_plain` says."""
    without = and_(_graveless(name), or_(company.is_(None), _graveless(company)))
    return and_(is_ascii(name, company), without)
