"""Rows as the booking application, or a careless hand, would leave them: faulty ones included."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from salesdesk.storage.db.types import db_now
from salesdesk.storage.stores.search_texts import SearchTextStore
from salesdesk.storage.stores.settings import SettingStore
from salesdesk.storage.stores.summaries import SummaryStore, Touched
from tests.support.database import Database

#: Where the clock stands in most tests: an evening in Jakarta, so that the office's day is
#: another than UTC's next morning.
NOW = datetime(2026, 3, 10, 14, 0, 0, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
ZERO = "0000-00-00 00:00:00"

Row = Mapping[str, object]

_FOREIGN_KEYS = {
    "sqlite": ("PRAGMA foreign_keys=ON", "PRAGMA foreign_keys=OFF", "?"),
    "mariadb": ("SET FOREIGN_KEY_CHECKS = 1", "SET FOREIGN_KEY_CHECKS = 0", "%s"),
}


def uid(number: int) -> str:
    """The uid of a person, 28 characters as Firebase gives them."""
    return f"uid{number:025d}"


def key(number: int, kind: int = 0) -> str:
    """An id whose order is that of its number."""
    return str(UUID(int=(kind << 96) | number))


def put(database: Database, table: str, rows: Sequence[Row]) -> None:
    """Insert rows, all with the same columns, without checking foreign keys."""
    if not rows:
        return
    columns = list(rows[0])
    on, off, mark = _FOREIGN_KEYS[database.kind]
    line = "(" + ", ".join([mark] * len(columns)) + ")"
    with contextlib.closing(database.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(off)
        cursor.execute("BEGIN")
        for begin in range(0, len(rows), 500):
            part = rows[begin : begin + 500]
            values = tuple(_value(row[column]) for row in part for column in columns)
            lines = ", ".join([line] * len(part))
            cursor.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES {lines}", values)
        cursor.execute("COMMIT")
        cursor.execute(on)
        cursor.close()


def summarise(database: Database, now: datetime | None = None) -> None:
    """Make every customer's summary what its rows say, as a sweep would.

    Args:
        now: None: the database's clock.
    """
    with database.engine.execution_options(salesdesk_write=True).begin() as connection:
        store = SummaryStore(connection)
        moment: datetime = now or connection.execute(select(db_now())).scalar_one()
        limits = SettingStore(connection).read().limits
        after = ""
        while ids := store.stretch(after, 5_000):
            store.bring_in_line(Touched(set(ids), anew=dict.fromkeys(ids)), limits, moment)
            SearchTextStore(connection).renew(ids)
            after = ids[-1]
        while gone := store.orphans(5_000):
            store.remove(gone)


def _value(value: object) -> object:
    if isinstance(value, datetime):
        moment = value.astimezone(UTC) if value.tzinfo is not None else value
        return moment.strftime("%Y-%m-%d %H:%M:%S")
    return value


def customer(number: int, **changed: object) -> dict[str, object]:
    """A customer's row: available, cold, made a hundred days before `NOW`."""
    row: dict[str, object] = {
        "id": key(number),
        "name": f"Customer {number:05d}",
        "phone_number": f"+6281{number:08d}",
        "address": "Jalan Merdeka 1",
        "created_at": NOW - 100 * DAY,
        "updated_at": NOW - 100 * DAY,
        "firebase_uid": uid(1),
        "lead_source": None,
        "company": None,
        "sales_status": "cold",
        "bound_to_uid": None,
        "binding_start_date": None,
        "last_interaction_date": None,
        "binding_status": "available",
    }
    assert changed.keys() <= row.keys()
    return {**row, **changed}


def bound(number: int, owner: int, start: datetime | str, **changed: object) -> dict[str, object]:
    """A customer's row: bound to a person since a moment."""
    return customer(
        number,
        **{
            "bound_to_uid": uid(owner),
            "binding_start_date": start,
            "binding_status": "bound",
            **changed,
        },
    )


def contact(
    number: int, customer_number: int, at: datetime | str, **changed: object
) -> dict[str, object]:
    """A contact's row."""
    row: dict[str, object] = {
        "id": key(number, 2),
        "customer_id": key(customer_number),
        "contacted_by_uid": uid(1),
        "contact_method": "call",
        "contact_status": "successful",
        "contact_date": at,
        "notes": None,
        "next_follow_up_date": None,
    }
    assert changed.keys() <= row.keys()
    return {**row, **changed}


def spell(
    number: int,
    customer_number: int,
    agent: int,
    start: datetime | str,
    end: datetime | str | None = None,
    reason: str | None = None,
) -> dict[str, object]:
    """A history row."""
    return {
        "id": key(number, 3),
        "customer_id": key(customer_number),
        "bound_to_uid": uid(agent),
        "binding_start_date": start,
        "binding_end_date": end,
        "unbinding_reason": reason,
    }


def person(number: int, name: str | None = None, email: str | None = None) -> dict[str, object]:
    """A user's row, without a role."""
    return {
        "firebase_uid": uid(number),
        "email": email or f"person{number}@example.test",
        "display_name": name,
        "created_at": NOW - 400 * DAY,
        "last_login": NOW - DAY,
        "role_id": None,
    }


def plan(customer_number: int, due_at: datetime | None, written_at: datetime) -> dict[str, object]:
    """A plan's row."""
    return {
        "customer_id": key(customer_number),
        "due_at": due_at,
        "written_at": written_at,
        "planned_by_uid": uid(1),
        "note": None,
        "event_id": key(customer_number, 5),
    }


def protection(customer_number: int, until: datetime) -> dict[str, object]:
    """A protection's row."""
    return {
        "customer_id": key(customer_number),
        "until": until,
        "reason": "A big order is coming.",
        "set_by_uid": uid(1),
        "set_at": NOW - DAY,
        "event_id": key(customer_number, 6),
    }
