"""The recommended indexes on the user's tables: a separate step that an administrator chooses.

Everything works without them, slower. The gains were measured at a million customers
(docs/architecture.md, "SQL that wins"); they are few on purpose, since each one makes writing
dearer for the booking application too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, column, func, inspect, select
from sqlalchemy import table as table_of
from sqlalchemy.exc import DBAPIError

from salesdesk.domain.errors import Unavailable
from salesdesk.domain.refusals import Reason, Why
from salesdesk.storage.db import faults
from salesdesk.storage.db.engine import unhurried
from salesdesk.storage.setup import rights


@dataclass(frozen=True, slots=True)
class RecommendedIndex:
    """An index worth having.

    Attributes:
        why: one sentence with the measured gain and cost, for the administrator who decides.
    """

    name: str
    table: str
    columns: tuple[str, ...]
    why: str

    def ddl(self, dialect: str = "mysql") -> str:
        """The statement that makes it, for 'mysql' (MariaDB included) or 'sqlite'."""
        made = f"CREATE INDEX {self.name} ON {self.table} ({', '.join(self.columns)})"
        # The table stays open for reading and writing while the index is built.
        return made if dialect == "sqlite" else f"{made} ALGORITHM=INPLACE LOCK=NONE"


_TABLES = table_of(
    "TABLES", column("table_schema"), column("table_name"), column("table_rows"),
    schema="information_schema",
)  # fmt: skip

RECOMMENDED = (
    RecommendedIndex(
        "salesdesk_history_customer",
        "customer_binding_history",
        ("customer_id", "binding_end_date"),
        "A customer's timeline comes 100 times and the release of one customer 1,100 times "
        "faster: without it each of them reads the whole history (174 MB, 9 seconds to build).",
    ),
    RecommendedIndex(
        "salesdesk_customers_name",
        "customers",
        ("name",),
        "The list by name comes 390 times faster, a search for how a name begins 180 times "
        "(68 MB, 3 seconds to build).",
    ),
    RecommendedIndex(
        "salesdesk_customers_pool",
        "customers",
        ("binding_status", "last_interaction_date"),
        "The pool comes 1,370 times faster, and the release run finds who is due without reading "
        "every customer (53 MB, 4 seconds to build).",
    ),
    RecommendedIndex(
        "salesdesk_customers_owner",
        "customers",
        ("bound_to_uid", "sales_status", "last_interaction_date"),
        "An agent's board comes 11 times and the workload of all agents 8 times faster "
        "(74 MB, 9 seconds to build).",
    ),
    RecommendedIndex(
        "salesdesk_contacts_agent",
        "customer_contacts",
        ("contacted_by_uid", "contact_date", "contact_method", "contact_status"),
        "The report on one agent's weeks comes 60 times faster; in return storing a contact costs "
        "24% more.",
    ),
)


def missing(connection: Connection) -> tuple[RecommendedIndex, ...]:
    """The recommended indexes that neither exist nor are covered by another one.

    An index that begins with the same columns serves as well, whatever its name.
    """
    there: dict[str, list[tuple[str | None, ...]]] = {}
    inspector = inspect(connection)
    for table in {index.table for index in RECOMMENDED}:
        there[table] = [tuple(found["column_names"]) for found in inspector.get_indexes(table)]
    return tuple(
        index
        for index in RECOMMENDED
        if not any(found[: len(index.columns)] == index.columns for found in there[index.table])
    )


def sizes(connection: Connection) -> dict[str, int]:
    """About how many rows each table has that an index is recommended for, by the server's guess.

    SQLite keeps none.
    """
    if connection.dialect.name == "sqlite":
        return {}
    names = sorted({index.table for index in RECOMMENDED})
    t = _TABLES.c
    statement = select(t.table_name, t.table_rows).where(
        t.table_schema == func.database(), t.table_name.in_(names)
    )
    return {name: int(rows or 0) for name, rows in connection.execute(statement)}


def apply(
    engine: Engine, on_progress: Callable[[RecommendedIndex, int, int], None] | None = None
) -> tuple[RecommendedIndex, ...]:
    """Make the recommended indexes that are missing; what was made before a failure stays.

    Args:
        on_progress: told before each index: which, how many are done, how many there are.

    Returns:
        Those that were made.

    Raises:
        Unavailable: the database is out of reach, a table was in use for too long, or the account
            lacks the right; then the text says what an administrator must run.
    """
    try:
        with engine.connect() as connection:
            wanted = missing(connection)
        for done, index in enumerate(wanted):
            if on_progress is not None:
                on_progress(index, done, len(wanted))
            _make(engine, index)
    except DBAPIError as fault:
        raise _in_words(engine, fault) from fault
    return wanted


def _make(engine: Engine, index: RecommendedIndex) -> None:
    writing = engine.execution_options(salesdesk_write=True)
    # A build waits for transactions that use the table, and everybody else behind it: not longer
    # than a session does for a table (`lock_wait_timeout`).
    with writing.connect() as connection, unhurried(connection):
        try:
            connection.exec_driver_sql(index.ddl(connection.dialect.name))
        except DBAPIError as fault:
            # Another administrator may have asked for the same at the same time.
            if not faults.is_already_there(fault) or index in missing(connection):
                raise
        connection.commit()


def _in_words(engine: Engine, fault: DBAPIError) -> Exception:
    found = faults.explain(fault)
    if found is None:
        return fault
    if found.kind == "rights":
        return Unavailable(
            Reason.of(Why.INDEXES_NEED_RIGHTS, statement=rights.grant(engine, "INDEX", "SELECT")),
            kind="rights",
        )
    return Unavailable(found.text, kind=found.kind)
