"""Whether texts are of plain letters, which every database compares alike."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from salesdesk.domain.search_text import GRAVE


class is_plain(FunctionElement[bool]):  # noqa: N801 - a SQL function's name
    """Whether two columns hold ASCII alone and no grave accent, as `search_text.is_plain` says."""

    type = Boolean()
    inherit_cache = True
    name = "is_plain"

    def __init__(self, first: ColumnElement[Any], second: ColumnElement[Any]) -> None:
        super().__init__(first, second)


@compiles(is_plain)
def _on_mysql(element: is_plain, compiler: SQLCompiler, **kwargs: Any) -> str:
    first, second = (compiler.process(one, **kwargs) for one in element.clauses)
    both = f"CONCAT({first}, COALESCE({second}, ''))"
    # A column of latin1 has a byte for each of its letters.
    wide = f"CHAR_LENGTH({both}) <> LENGTH(CONVERT({both} USING utf8mb4))"
    return f"NOT ({wide} OR LOCATE('{GRAVE}', {both}) > 0)"


@compiles(is_plain, "sqlite")
def _on_sqlite(element: is_plain, compiler: SQLCompiler, **kwargs: Any) -> str:
    first, second = (compiler.process(one, **kwargs) for one in element.clauses)
    both = f"({first} || COALESCE({second}, ''))"
    wide = f"length({both}) <> length(CAST({both} AS BLOB))"
    return f"NOT ({wide} OR instr({both}, '{GRAVE}') > 0)"
