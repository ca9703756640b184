"""Column types and functions whose SQL differs from one database to another.

What a page of rows takes in Python is mostly the reading of their moments and ids: what reads a
value is one plain function, without the two calls that a TypeDecorator puts around it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CHAR, DateTime, Dialect, String, TypeDecorator
from sqlalchemy.dialects import mysql
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler, TypeCompiler
from sqlalchemy.sql.functions import FunctionElement, GenericFunction
from sqlalchemy.types import TypeEngine

from salesdesk.domain.moments import FUTURE_TOLERANCE

_TEXT_FORM = "%Y-%m-%d %H:%M:%S"
_TEXT_LENGTH, _TEXT_UTC = 19, "+00:00"

_TOLERANCE = int(FUTURE_TOLERANCE.total_seconds())


#: What reads a value that a row brings; None: it is as it stands.
Reader = Callable[[Any], Any]


def _parsed(value: object) -> datetime | None:
    """The naive moment of a stored value; zero dates and anything unreadable are None."""
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None


def in_utc(value: Any) -> datetime | None:
    """The aware moment of a stored value; none of what is empty or no moment."""
    if not value:
        return None
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value[:_TEXT_LENGTH] + _TEXT_UTC)
        except ValueError:
            pass
    found = _parsed(value)
    return found.replace(tzinfo=UTC, microsecond=0) if found is not None else None


def _at_the_office(value: Any) -> datetime | None:
    """The naive moment of a stored value."""
    return _parsed(value) if value is not None else None


def _lowered(value: str | None) -> str | None:
    return value.lower() if value is not None else None


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment in UTC, in whole seconds, on a TIMESTAMP or DATETIME column.

    On SQLite it is text of 19 characters, so that comparisons work and zero dates survive.
    A zero date is read as None. The session's time zone must be +00:00.
    """

    impl = DateTime
    cache_ok = True

    def __init__(self, *, timestamp: bool = False) -> None:
        super().__init__()
        self.timestamp = timestamp

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(19))
        return dialect.type_descriptor(mysql.TIMESTAMP() if self.timestamp else mysql.DATETIME())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        naive = value.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        return naive.strftime(_TEXT_FORM) if dialect.name == "sqlite" else naive

    def result_processor(self, dialect: Dialect, coltype: object) -> Reader:
        return in_utc


class OfficeDateTime(UtcDateTime):
    """A naive moment in the office's time zone: `orders.order_date`, `delivery_datetime`."""

    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is not None:
            raise ValueError("a moment of the office carries no time zone")
        naive = value.replace(microsecond=0)
        return naive.strftime(_TEXT_FORM) if dialect.name == "sqlite" else naive

    def result_processor(self, dialect: Dialect, coltype: object) -> Reader:
        return _at_the_office


class Id(TypeDecorator[str]):
    """A UUID of 36 characters; read in small letters, whoever wrote it.

    The servers compare ids without regard to case. So must every dictionary and comparison of
    ours, which this sees to in one place.
    """

    impl = CHAR
    cache_ok = True

    def __init__(self, collation: str | None = None) -> None:
        super().__init__(36)
        self.collation = collation

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(CHAR(36))
        return dialect.type_descriptor(mysql.CHAR(36, collation=self.collation))

    def result_processor(self, dialect: Dialect, coltype: object) -> Reader | None:
        return _lowered if dialect.name != "sqlite" else None


class Choice(String):
    """One of a few words: an ENUM on MySQL, plain text on SQLite.

    A word that is not among them is read as it stands: the booking application may have added
    one since, which is no reason to lose the row.
    """

    def __init__(self, values: tuple[str, ...], collation: str | None = None) -> None:
        super().__init__(max(map(len, values)), collation=collation)
        self.values = values


@compiles(Choice)
def _choice_on_mysql(element: Choice, compiler: TypeCompiler, **kwargs: Any) -> str:
    return compiler.process(mysql.ENUM(*element.values, collation=element.collation), **kwargs)


@compiles(Choice, "sqlite")
def _choice_on_sqlite(element: Choice, compiler: TypeCompiler, **kwargs: Any) -> str:
    return f"VARCHAR({element.length})"


class db_now(GenericFunction[datetime]):  # noqa: N801 - a SQL function's name
    """The database's clock in UTC: the only clock that decides (docs/rules.md, "Time")."""

    type = UtcDateTime()
    inherit_cache = True
    name = "db_now"


@compiles(db_now)
def _now_on_mysql(element: db_now, compiler: SQLCompiler, **kwargs: Any) -> str:
    return "UTC_TIMESTAMP()"


@compiles(db_now, "sqlite")
def _now_on_sqlite(element: db_now, compiler: SQLCompiler, **kwargs: Any) -> str:
    return "salesdesk_now()"


class db_latest(GenericFunction[datetime]):  # noqa: N801 - a SQL function's name
    """The last moment by the database's clock at which a date can be meant."""

    type = UtcDateTime()
    inherit_cache = True
    name = "db_latest"


@compiles(db_latest)
def _latest_on_mysql(element: db_latest, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"(UTC_TIMESTAMP() + INTERVAL {_TOLERANCE} SECOND)"


@compiles(db_latest, "sqlite")
def _latest_on_sqlite(element: db_latest, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"datetime(salesdesk_now(), '+{_TOLERANCE} seconds')"


class now_default(FunctionElement[datetime]):  # noqa: N801 - named as a SQL function
    """The default of a column that takes the moment of the insert."""

    inherit_cache = True
    name = "now_default"


@compiles(now_default)
def _default_on_mysql(element: now_default, compiler: SQLCompiler, **kwargs: Any) -> str:
    return "CURRENT_TIMESTAMP"


@compiles(now_default, "sqlite")
def _default_on_sqlite(element: now_default, compiler: SQLCompiler, **kwargs: Any) -> str:
    return "(salesdesk_now())"


class moving_now(now_default):  # noqa: N801 - named as a SQL function
    """The default of a column that MySQL moves at every update; SQLite has a trigger for it."""

    inherit_cache = True
    name = "moving_now"


@compiles(moving_now)
def _moving_on_mysql(element: moving_now, compiler: SQLCompiler, **kwargs: Any) -> str:
    return "CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"


compiles(moving_now, "sqlite")(_default_on_sqlite)


class greatest(GenericFunction[Any]):  # noqa: N801 - a SQL function's name
    """The greatest of its arguments, none of which may be null."""

    inherit_cache = True
    name = "greatest"


@compiles(greatest, "sqlite")
def _greatest_on_sqlite(element: greatest, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"max({compiler.process(element.clauses, **kwargs)})"


class least(GenericFunction[Any]):  # noqa: N801 - a SQL function's name
    """The least of its arguments, none of which may be null."""

    inherit_cache = True
    name = "least"


@compiles(least, "sqlite")
def _least_on_sqlite(element: least, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"min({compiler.process(element.clauses, **kwargs)})"
