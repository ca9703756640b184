"""Texts without regard to case and accents on SQLite, as the servers' collation compares them.

A server compares by utf8mb4_unicode_ci. SQLite's LIKE knows the case of A to Z alone, so what
holds any other character is folded there by a function of ours; all others, nearly every row, are
left to LIKE itself.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, ColumnElement, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from salesdesk.storage.db.typed_text import comparable

#: The name of the function in SQLite; every connection has it.
FUNCTION = "salesdesk_folded"


@lru_cache(maxsize=4_096)
def folded(text: str) -> str:
    """The text in small letters without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def folded_or_null(text: object) -> object:
    """What SQLite calls: nothing stays nothing."""
    return folded(text) if isinstance(text, str) else text


class _alike(FunctionElement[bool]):  # noqa: N801 - a SQL function's name
    """Whether a column fits a pattern without regard to case and accents."""

    type = Boolean()
    inherit_cache = True
    name = "alike"


@compiles(_alike)
def _on_mysql(element: _alike, compiler: SQLCompiler, **kwargs: Any) -> str:
    column, pattern, _, escape = (compiler.process(one, **kwargs) for one in element.clauses)
    return f"({column} LIKE {pattern} ESCAPE {escape})"


@compiles(_alike, "sqlite")
def _on_sqlite(element: _alike, compiler: SQLCompiler, **kwargs: Any) -> str:
    column, _, plain, escape = (compiler.process(one, **kwargs) for one in element.clauses)
    # A text of as many bytes as characters is one that LIKE compares by itself.
    wide = f"length(CAST({column} AS BLOB)) <> length({column})"
    by_us = f"{FUNCTION}({column}) LIKE {plain} ESCAPE {escape}"
    return f"({column} LIKE {plain} ESCAPE {escape} OR {wide} AND {by_us})"


def alike(column: ColumnElement[str], pattern: str, escape: str) -> ColumnElement[bool]:
    """The column fits a pattern of LIKE without regard to case and accents on every database."""
    return _alike(comparable(column, pattern), literal(pattern), literal(folded(pattern)),
                  literal(escape))  # fmt: skip
