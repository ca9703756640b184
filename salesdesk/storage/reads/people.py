"""A person's name in SQL, as every list shows it."""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, func


def shown_name(users: FromClause, uid: ColumnElement[str]) -> ColumnElement[str]:
    """The display name, else the e-mail address, else the uid, which outlives a deleted user."""
    return func.coalesce(func.nullif(users.c.display_name, ""), func.nullif(users.c.email, ""), uid)
