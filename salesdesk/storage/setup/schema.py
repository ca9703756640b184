"""Making and upgrading a database: the user's tables for a new one, ours for any.

An upgrade adds only tables whose names begin with `salesdesk_` (docs/rules.md, "The database is
shared"). DDL is not transactional on MySQL, so every step can be run again.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Collection
from dataclasses import dataclass
from importlib import import_module

from sqlalchemy import Connection, Engine, Table, delete, func, inspect, select, text
from sqlalchemy.exc import DBAPIError

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.refusals import Count, Reason, Sentence, Why
from salesdesk.storage import tables
from salesdesk.storage.db import faults
from salesdesk.storage.db.engine import unhurried
from salesdesk.storage.db.types import db_now
from salesdesk.storage.setup import grants, indexes, new_database, rights
from salesdesk.storage.setup.new_database import listed
from salesdesk.storage.setup.overtaken import taken_up_again
from salesdesk.storage.stores.program_version import LOWEST, too_old
from salesdesk.storage.stores.settings import StateStore
from salesdesk.storage.stores.summary_notes import SUMMARIES_FILLED
from salesdesk.storage.tables import booking, own_tables

_log = logging.getLogger(__name__)

LOWEST_MYSQL = (5, 7)
LOWEST_MARIADB = (10, 6)

#: The newest revision; they are numbered in their order. A test compares it with the files.
HEAD = "0028"

#: The revision that widens the events, and how many of them a server copies in a second at least
#: (measured: 70,000 on two cores).
_LONG_DETAILS = "0015"
_EVENTS_A_SECOND = 20_000


@dataclass(frozen=True, slots=True)
class SchemaStatus:
    """What a database has and lacks.

    Attributes:
        server_version: as the server names it.
        missing: tables of the user's that are not there, or not to be seen.
        missing_columns: of those that are there, as 'table.column'.
        revision, head: of SalesDesk's own tables; None: not made yet.
        needs: what an administrator has to do; empty: ready.
        warnings: what works, but not as it should.
    """

    server_version: str
    missing: tuple[str, ...]
    missing_columns: tuple[str, ...]
    revision: str | None
    head: str
    needs: tuple[Reason, ...]
    warnings: tuple[Reason, ...]


def status(connection: Connection, program_version: str) -> SchemaStatus:
    """Whether the database is ready for this version of the program."""
    present = _present_columns(connection)
    missing = tuple(sorted(grants.TABLES_READ - set(present)))
    wanted = {
        f"{name}.{column.name}": column.name in present.get(name, {column.name})
        for name in sorted(grants.TABLES_READ)
        for column in booking.user.tables[name].columns
    }
    columns = tuple(
        name for name, there in wanted.items() if not there and name not in grants.NEVER_READ
    )
    revision, version = _versions(connection, noted=own_tables.VERSION_TABLE in present)
    needs = _binary_log(connection) + _lacking_tables(missing, columns)
    if not needs and _is_behind(revision):
        needs = [Reason.of(Why.SCHEMA_BEHIND)]
    if not needs:
        needs = _by_notes(connection, program_version, present)
    warnings = age_warnings(version)
    return SchemaStatus(version, missing, columns, revision, HEAD, tuple(needs), warnings)


def _present_columns(connection: Connection) -> dict[str, set[str]]:
    """The columns of every table that this account may see, asked at once."""
    if connection.dialect.name == "sqlite":
        asked = (
            "SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c "
            "WHERE m.type = 'table'"
        )
    else:
        asked = (
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = DATABASE()"
        )
    found: dict[str, set[str]] = {}
    for table, column in connection.exec_driver_sql(asked):
        found.setdefault(table, set()).add(column)
    return found


def _binary_log(connection: Connection) -> list[Reason]:
    """Whether the server's binary log is kept in a way that refuses our every write."""
    if connection.dialect.name == "sqlite":
        return []
    asked = "SHOW VARIABLES WHERE Variable_name IN ('log_bin', 'binlog_format')"
    found = {str(row[0]): str(row[1]).upper() for row in connection.execute(text(asked))}
    if found.get("log_bin") == "ON" and found.get("binlog_format") == "STATEMENT":
        return [Reason.of(Why.WORDED, text=Sentence(faults.BINARY_LOG, "outage"))]
    return []


def _lacking_tables(missing: tuple[str, ...], columns: tuple[str, ...]) -> list[Reason]:
    needs = []
    if missing:
        needs.append(Reason.of(Why.TABLES_LACKING, tables=listed(missing)))
    if columns:
        needs.append(Reason.of(Why.COLUMNS_LACKING, columns=listed(columns)))
    return needs


def _is_behind(revision: str | None) -> bool:
    """Whether the tables are older than this program.

    A revision that this program does not know was made by a newer one; whether this program may
    still write is for the noted lowest version to say (docs/rules.md, "Versions").
    """
    return revision is None or revision < HEAD


def server_version(connection: Connection) -> str:
    """The version as the server names it."""
    if connection.dialect.name == "sqlite":
        return f"SQLite {connection.exec_driver_sql('SELECT sqlite_version()').scalar_one()}"
    return str(connection.execute(text("SELECT VERSION()")).scalar_one())


def age_warnings(version: str) -> tuple[Reason, ...]:
    """What to say about a server older than those supported, from its VERSION()."""
    if version.startswith("SQLite"):
        return ()
    lowest = LOWEST_MARIADB if "mariadb" in version.lower() else LOWEST_MYSQL
    found = re.match(r"(?:5\.5\.5-)?(\d+)\.(\d+)", version)
    if found and (int(found[1]), int(found[2])) < lowest:
        wanted = ".".join(str(part) for part in lowest)
        return (Reason.of(Why.SERVER_TOO_OLD, version=version, lowest=wanted),)
    return ()


def _versions(connection: Connection, *, noted: bool) -> tuple[str | None, str]:
    """The revision, where one is noted, and the version as the server names it."""
    if not noted or connection.dialect.name == "sqlite":
        return _revision(connection) if noted else None, server_version(connection)
    newest = func.max(own_tables.version.c.version_num)
    revision, version = connection.execute(select(newest, func.version())).one()
    return revision, str(version)


def _by_notes(
    connection: Connection, program_version: str, present: Collection[str]
) -> list[Reason]:
    """Whether the program is too old, and whether an upgrade was cut off while it made summaries.

    Both are noted in the database.
    """
    state = StateStore(connection)
    found = connection.execute(
        select(state.stored(LOWEST).label("lowest"), state.stored(SUMMARIES_FILLED).label("filled"))
    ).one()
    told = too_old(found.lowest or None, program_version)
    needs = [told] if told is not None else []
    if tables.salesdesk_customer_summary.name in present and not found.filled:
        needs.append(Reason.of(Why.SUMMARIES_UNFILLED))
    return needs


def init(engine: Engine) -> tuple[str, ...]:
    """Make the user's schema and ours in an empty database, which counts as confirmed.

    A try that broke off is finished by trying again. A workspace (SQLite) gets the recommended
    indexes too; on a server they are the administrator's choice.

    Returns:
        The tables that were made.

    Raises:
        Refusal: the database is not empty, or is complete already.
        Unavailable: it is out of reach, or the account may not create tables; the text says what
            an administrator must run.
    """
    try:
        before = _present(engine)
        taken_up_again(lambda: _make_user_tables(engine))
        upgrade(engine)
        made = _present(engine) - before
        if not made:
            raise Refusal(Why.DATABASE_COMPLETE)
        taken_up_again(lambda: _note_confirmed(engine))
        if engine.dialect.name == "sqlite":
            indexes.apply(engine)
    except DBAPIError as fault:
        raise _lacking_rights(engine, fault, "init") from fault
    return tuple(sorted(made))


def _make_user_tables(engine: Engine) -> None:
    with engine.execution_options(salesdesk_write=True).begin() as connection:
        new_database.refuse_unless_empty(connection)
        new_database.make_user_tables(connection)


def _note_confirmed(engine: Engine) -> None:
    """Note that nobody is in the database: no release to confirm, no summary missing."""
    with engine.execution_options(salesdesk_write=True).begin() as connection:
        now = connection.execute(select(db_now())).scalar_one()
        for note in ("releases_confirmed_at", SUMMARIES_FILLED):
            StateStore(connection).put(note, now.isoformat(), now)


def upgrade(engine: Engine) -> tuple[str, ...]:
    """Bring SalesDesk's own tables to this program's version; nothing else is touched.

    An upgrade that broke off is finished by running it again.

    Returns:
        The tables that were made.

    Raises:
        Unavailable: the database is out of reach, or the account may not create tables; the
            text says what an administrator must run.
    """
    try:
        before = _present(engine)
        taken_up_again(lambda: _run_revisions(engine))
        taken_up_again(lambda: _note_identity(engine))
        made = _present(engine) - before
        return tuple(sorted(name for name in made if name.startswith("salesdesk_")))
    except DBAPIError as fault:
        raise _lacking_rights(engine, fault, "upgrade") from fault


def long_steps(connection: Connection) -> tuple[Reason, ...]:
    """What of an upgrade takes a while and holds others up, to be said before it begins."""
    if connection.dialect.name == "sqlite" or not _is_there(connection, own_tables.version):
        return ()
    revision = _revision(connection)
    if revision is None or revision >= _LONG_DETAILS:
        return ()
    events = connection.execute(
        text(
            "SELECT TABLE_ROWS FROM information_schema.TABLES "
            "WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'salesdesk_events'"
        )
    ).scalar_one_or_none()
    number = int(events or 0)
    seconds = number // _EVENTS_A_SECOND + 1
    return (Reason.of(Why.EVENTS_COPIED, number=Count(number), seconds=seconds),)


def _run_revisions(engine: Engine) -> None:
    with engine.execution_options(salesdesk_write=True).connect() as connection:
        there = _is_there(connection, own_tables.version)
        if there:
            _forget_older(connection)
        if not there or _is_behind(_revision(connection)):
            # Alembic takes a fifth of a second to import: a start, which only asks, goes without.
            revisions = import_module("salesdesk.storage.setup.revisions")
            began = time.monotonic()
            _log.info("Upgrade to revision %s begins", HEAD)
            with unhurried(connection):
                revisions.run(connection)
            _log.info("Upgrade to revision %s took %.1f s", HEAD, time.monotonic() - began)
            _forget_older(connection)
        connection.commit()


def _forget_older(connection: Connection) -> None:
    """Keep the newest of the noted revisions, whose tables are those of all before it.

    Where two upgrades begin in a database without any, each notes its own, and Alembic takes
    them for two branches.
    """
    noted = own_tables.version
    newest = _revision(connection)
    if newest is not None:
        connection.execute(delete(noted).where(noted.c.version_num < newest))


def _note_identity(engine: Engine) -> None:
    """Give the database its id, by which desktops tell it from others.

    Where nobody is in it yet, nobody's summary is missing.
    """
    with engine.execution_options(salesdesk_write=True).begin() as connection:
        state = StateStore(connection)
        now = connection.execute(select(db_now())).scalar_one()
        if state.get("database_id") is None:
            state.put("database_id", new_id(), now)
        if state.get(SUMMARIES_FILLED) is None and _is_empty(connection):
            state.put(SUMMARIES_FILLED, now.isoformat(), now)


def _is_empty(connection: Connection) -> bool:
    if not _is_there(connection, tables.customers):
        return False
    return connection.execute(select(tables.customers.c.id).limit(1)).first() is None


def _is_there(connection: Connection, table: Table) -> bool:
    """Whether a table is listed: that is told at once, also of one that changes just then."""
    return table.name in inspect(connection).get_table_names()


def _present(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def _lacking_rights(engine: Engine, fault: DBAPIError, step: str) -> Exception:
    found = faults.explain(fault)
    if found is None:
        return fault
    if found.kind != "rights":
        return Unavailable(found.text, kind=found.kind)
    return Unavailable(
        Reason.of(
            Why.UPGRADE_NEEDS_RIGHTS, step=step, statement=rights.grant(engine, *grants.UPGRADE)
        ),
        kind="rights",
    )


def _revision(connection: Connection) -> str | None:
    noted = select(func.max(own_tables.version.c.version_num))
    return connection.execute(noted).scalar_one_or_none()
