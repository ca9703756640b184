"""Many rows at once: for sample data and other loads that are no acts of a person.

Rows go straight to the driver in chunks, without the units of work: no event, no lock order. Only
for databases that nobody works on meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, select

from salesdesk.domain.errors import Unavailable
from salesdesk.storage import tables
from salesdesk.storage.db import faults

_TABLES = {**tables.user.tables, **tables.own.tables}

#: Rows of one table that wait in memory before they are sent.
CHUNK = 2_000

#: Chunks sent before a commit: a server's redo log stays small, the disk is not asked too often.
CHUNKS_A_COMMIT = 10


class BulkWriter:
    """Writes rows of several tables in chunks; made by `bulk_writer`.

    Attributes:
        rows: how many were handed over so far.
    """

    def __init__(self, connection: Connection, sender: Executor) -> None:
        self.rows = 0
        self._sender = sender
        self._sending: Future[None] | None = None
        self._connection = connection
        self._sqlite = connection.dialect.name == "sqlite"
        self._waiting: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = {}
        self._sent = 0

    def add(self, table: str, columns: tuple[str, ...], rows: Sequence[Sequence[object]]) -> None:
        """Take rows of one table, each with its values in the order of the columns.

        Moments are aware; those of the office's own columns (`orders`) are naive. A dict
        becomes JSON. Tables are written in the order in which they first turned up.
        """
        waiting = self._waiting.setdefault((table, columns), [])
        waiting.extend(tuple(map(_stored, row)) for row in rows)
        self.rows += len(rows)
        if len(waiting) >= CHUNK:
            self.flush()

    def flush(self) -> None:
        """Hand over what waits; returns while it is on its way, so that more can be made."""
        chunk = [(*key, rows) for key, rows in self._waiting.items() if rows]
        self._waiting = {key: [] for key in self._waiting}
        self.wait()
        self._sending = self._sender.submit(self._send_all, chunk)

    def wait(self) -> None:
        """Wait until all that was handed over has been sent; its fault is raised here."""
        sending, self._sending = self._sending, None
        if sending is not None:
            sending.result()

    def _send_all(
        self, chunk: Sequence[tuple[str, tuple[str, ...], list[tuple[Any, ...]]]]
    ) -> None:
        """Send in the order in which the tables first turned up, which foreign keys like."""
        for table, columns, rows in chunk:
            self._send(table, columns, rows)
        self._sent += 1
        if self._sent % CHUNKS_A_COMMIT == 0:
            self._connection.commit()

    def _send(self, table: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
        known = _TABLES[table]
        names = ", ".join(known.c[name].name for name in columns)
        mark = "?" if self._sqlite else "%s"
        marks = ", ".join(mark for _ in columns)
        # The driver's own bulk form: SQLAlchemy's per-value work would double the time.
        self._connection.exec_driver_sql(
            f"INSERT INTO {known.name} ({names}) VALUES ({marks})",  # noqa: S608 - known names
            rows,
        )


@contextmanager
def bulk_writer(engine: Engine) -> Iterator[BulkWriter]:
    """A writer; what it took is committed when the block ends.

    When the block fails, chunks that were committed before stay.
    """
    with engine.execution_options(salesdesk_write=True).connect() as connection:
        try:
            if connection.dialect.name != "sqlite":
                # The generator keeps keys and references right by itself; the session ends here.
                connection.detach()
                connection.exec_driver_sql("SET SESSION unique_checks = 0, foreign_key_checks = 0")
            # While the server stores one chunk, the next one is made.
            with ThreadPoolExecutor(1, "salesdesk-bulk") as sender:
                writer = BulkWriter(connection, sender)
                yield writer
                writer.flush()
                writer.wait()
            connection.commit()
        except Exception as fault:
            found = faults.explain(fault)
            if found is None:
                raise
            raise Unavailable(found.text, kind=found.kind) from fault


def holds_bookings(engine: Engine) -> bool:
    """Whether the database holds customers, or what their orders refer to, already."""
    looked_at = (tables.customers, tables.restaurant, tables.order_purposes, tables.facility)
    try:
        with engine.connect() as connection:
            return any(
                connection.execute(select(*table.primary_key).limit(1)).first() is not None
                for table in looked_at
            )
    except Exception as fault:
        told = faults.explain(fault)
        if told is None:
            raise
        raise Unavailable(told.text, kind=told.kind) from fault


def _stored(value: Any) -> Any:
    kind = type(value)
    if kind is datetime:
        if value.tzinfo is not None and value.tzinfo is not UTC:
            value = value.astimezone(UTC)
        return value.replace(tzinfo=None, microsecond=0).isoformat(" ")
    if kind is dict:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return value
