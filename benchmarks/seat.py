"""A person's seat at a filled database, reached both ways: through the services, and by hand."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import pymysql
from sqlalchemy.engine import URL

from salesdesk.services.session import Session
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.unit_of_work import Store

#: Who sits there: holds customers as the others do, and may do everything.
AGENT = "agent001"

#: A statement of ours is given up after as long.
PATIENCE_SECONDS = 30

#: What MariaDB says then.
GIVEN_UP = 1969


@dataclass(frozen=True)
class Seat:
    """One database, reached both ways."""

    session: Session
    connection: pymysql.connections.Connection[Any]

    @classmethod
    def at(cls, url: URL) -> Seat:
        """Both ways to the database of this URL, where the agent has a role."""
        store = Store(make_engine(url, tls=Tls.OFF))
        actor = store.read(lambda reading: reading.people.actor(AGENT))
        if actor is None:
            raise LookupError(AGENT)
        connection = pymysql.connect(
            host=url.host or "127.0.0.1",
            port=url.port or 3306,
            user=url.username or "root",
            database=url.database,
            charset="utf8mb4",
            autocommit=True,
            init_command="SET time_zone = '+00:00', "
            f"max_statement_time = {PATIENCE_SECONDS}, "
            "optimizer_switch = 'index_merge_intersection=off'",
        )
        return cls(Session(store, actor, "bench"), connection)

    def __enter__(self) -> Seat:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.session.store.close()
        self.connection.close()

    @contextlib.contextmanager
    def unhurried(self) -> Iterator[None]:
        """What is only made ready for a job takes as long as it takes."""
        self.all("SET SESSION max_statement_time = 0")
        try:
            yield
        finally:
            self.all(f"SET SESSION max_statement_time = {PATIENCE_SECONDS}")

    def all(self, statement: str, parameters: Any = None) -> Any:
        """All rows of a plain statement, with its own parameters alone."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall()

    def transaction(self, *statements: tuple[str, Any]) -> None:
        """Plain statements that are committed together."""
        self.connection.begin()
        for statement, parameters in statements:
            self.all(statement, parameters)
        self.connection.commit()

    def ids(self, where: str, number: int) -> list[str]:
        """Some customers, by a plain condition; the same at every call while nothing changes."""
        found = self.all(f"SELECT id FROM customers WHERE {where} ORDER BY id LIMIT {number}")
        return [row[0] for row in found]
