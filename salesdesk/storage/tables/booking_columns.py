"""The kinds of columns that the user's tables are made of, for MySQL and for SQLite.

On SQLite, the embedded default, texts that the user's collation compares without regard to case
are NOCASE, and enums are plain text.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.dialects import mysql
from sqlalchemy.types import TypeEngine

from salesdesk.storage.db.types import Choice, Id, UtcDateTime, moving_now, now_default

#: Holds the user's 19 tables.
user = MetaData()

UNICODE = "utf8mb4_unicode_ci"
CASCADE = "CASCADE"
NOW = now_default()


def text_of(length: int, collation: str | None = UNICODE) -> TypeEngine[str]:
    """A text that is compared without regard to case; no collation: the server's default."""
    on_mysql = mysql.VARCHAR(length, collation=collation)
    return String(length, collation="NOCASE").with_variant(on_mysql, "mysql", "mariadb")


def char36(collation: str | None = UNICODE) -> TypeEngine[str]:
    """An id."""
    return Id(collation)


def uid() -> TypeEngine[str]:
    """A person's Firebase uid."""
    return String(28).with_variant(mysql.VARCHAR(28, collation=UNICODE), "mysql", "mariadb")


def long_text() -> TypeEngine[str]:
    """A text of up to 65,535 bytes."""
    return Text().with_variant(mysql.TEXT(collation=UNICODE), "mysql", "mariadb")


def whole() -> TypeEngine[int]:
    """An `int(11)`."""
    return Integer().with_variant(mysql.INTEGER(display_width=11), "mysql", "mariadb")


def big_whole() -> TypeEngine[int]:
    """A `bigint(20)`."""
    return Integer().with_variant(mysql.BIGINT(display_width=20), "mysql", "mariadb")


def flag() -> TypeEngine[int]:
    """A `tinyint(1)`: 0 or 1."""
    return Integer().with_variant(mysql.TINYINT(display_width=1), "mysql", "mariadb")


def bits() -> TypeEngine[int]:
    """A `tinyint(3) unsigned`."""
    on_mysql = mysql.TINYINT(display_width=3, unsigned=True)
    return Integer().with_variant(on_mysql, "mysql", "mariadb")


def choice(*values: str, collation: str | None = None) -> Choice:
    """An enum."""
    return Choice(values, collation)


def moment(name: str, **options: Any) -> Column[Any]:
    """A TIMESTAMP, in UTC since the session's time zone is."""
    return Column(name, UtcDateTime(timestamp=True), **options)


def created_at() -> Column[Any]:
    """When the row was made, by default now."""
    return moment("created_at", nullable=False, server_default=NOW)


def moving(name: str = "updated_at") -> Column[Any]:
    """A moment that MySQL moves at every update."""
    return moment(name, nullable=False, server_default=moving_now())


def refers(
    to: str, name: str, *, delete: str | None = None, update: str | None = None
) -> ForeignKey:
    """A named foreign key."""
    return ForeignKey(to, name=name, ondelete=delete, onupdate=update)
