"""The rows behind a mark, by keyset pages: the ids first, then what is shown of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, func, select

from salesdesk.domain.queries import Count, Page, PageKey
from salesdesk.domain.reports.drill_down import DrillDown
from salesdesk.domain.reports.opened import OpenedRow
from salesdesk.storage import tables
from salesdesk.storage.db.sql_time import seconds
from salesdesk.storage.reads import sorting
from salesdesk.storage.reads.reports import behind, opened_rows
from salesdesk.storage.reads.reports.counted import Counted
from salesdesk.storage.reads.reports.scope import Scope

#: Stands for a missing moment among seconds, so that such rows come last.
_MISSING = -1


def count(connection: Connection, scope: Scope, mark: DrillDown, cap: int | None) -> Count:
    """How many rows are behind a mark, counted no further than the cap.

    Raises:
        ValueError: the mark narrows its figure in a way in which it is not told apart.
    """
    rows = behind.counted(mark.figure, scope)
    chosen = select(rows.row_id).select_from(rows.source).where(*rows.narrowed(mark))
    if cap is not None:
        chosen = chosen.limit(cap + 1)
    statement = select(func.count()).select_from(chosen.subquery("chosen"))
    number = connection.execute(statement).scalar_one()
    return Count(number) if cap is None else Count(min(number, cap), more=number > cap)


def page(
    connection: Connection, scope: Scope, mark: DrillDown, after: PageKey | None, limit: int
) -> Page[OpenedRow]:
    """One page of the rows behind a mark: customers by name, all others newest first.

    Raises:
        ValueError: as for `count`.
    """
    rows = behind.counted(mark.figure, scope)
    found = connection.execute(_ids(rows, mark, after, limit)).all()
    shown = found[:limit]
    read = opened_rows.of(connection, scope, mark.figure.rows, [row.id for row in shown])
    key = PageKey(shown[-1].value, shown[-1].id) if len(found) > limit else None
    return Page(tuple(read[row.id] for row in shown if row.id in read), key)


def _ids(rows: Counted, mark: DrillDown, after: PageKey | None, limit: int) -> Select[Any]:
    source: FromClause = rows.source
    value: ColumnElement[Any]
    if rows.at is not None:
        value = func.coalesce(seconds(rows.at), _MISSING)
    else:
        named = tables.customers.alias("named")
        value = func.coalesce(named.c.name, "")
        source = source.outerjoin(named, named.c.id == rows.customer_id)
    chosen = select(rows.row_id.label("id"), value.label("value")).select_from(source)
    chosen = chosen.where(*rows.narrowed(mark))
    seen = (after.value, after.id) if after is not None else None
    return sorting.page(chosen, value, rows.row_id, seen, limit, descending=rows.at is not None)
