"""A workspace's file as a whole: copied while it is open, examined, and made room for another.

Source: docs/rules.md, "Backups of a workspace".
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import URL

from salesdesk import __version__
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.refusals import Why
from salesdesk.storage.db.engine import make_engine
from salesdesk.storage.db.private_file import make_private
from salesdesk.storage.setup import schema
from salesdesk.storage.tables import own_tables
from salesdesk.storage.unit_of_work import Store

_WAIT_SECONDS = 5
_ONE_FILE = "PRAGMA journal_mode=DELETE"
#: How many faults a check names; one is enough to refuse the file.
_FAULTS = 1


class UnusableBackup(Refusal):
    """A file that is damaged, or no workspace of SalesDesk's."""


def copy(source: Path, target: Path) -> None:
    """Copy a workspace as of one moment, whoever writes to it meanwhile, into one whole file.

    The copy is checked page by page. It stands alone, without files beside it.

    Raises:
        UnusableBackup: what was copied is damaged, or the source is no database.
        OSError: the source cannot be read or the target cannot be written.
    """
    if not source.is_file():
        raise FileNotFoundError(2, "there is no such file", str(source))
    make_private(target)
    try:
        with closing(_opened(source, read_only=True)) as read, closing(_opened(target)) as written:
            read.backup(written)
            written.execute(_ONE_FILE)
            _require_whole(written, source)
    except sqlite3.OperationalError as fault:
        raise OSError(5, str(fault), str(source)) from fault
    except sqlite3.DatabaseError as fault:
        raise UnusableBackup(Why.BACKUP_UNUSABLE, name=source.name) from fault


def make_usable(file: Path) -> None:
    """Bring a copy's tables up to this program's version, and see that they are a workspace's.

    Raises:
        UnusableBackup: they are something else's, or a newer program's alone.
    """
    store = Store(make_engine(URL.create("sqlite", database=str(file))))
    try:
        before = store.read(lambda reading: schema.status(reading.connection, __version__))
        if before.missing or before.missing_columns or before.revision is None:
            raise UnusableBackup(Why.NO_WORKSPACE)
        schema.upgrade(store.engine)
        after = store.read(lambda reading: schema.status(reading.connection, __version__))
        if after.needs:
            raise UnusableBackup(Why.SEVERAL, reasons=after.needs)
    except Unavailable as fault:
        raise UnusableBackup(Why.BACKUP_CANNOT_BE_USED, fault=fault.reason) from fault
    finally:
        store.close()


def settle(workspace: Path) -> None:
    """Bring all that was written into the workspace's one file, which nobody else may have open.

    A damaged one says nothing of who has it open, and is let through.

    Raises:
        Refusal: it is open in another program.
    """
    try:
        with closing(_opened(workspace, seconds=0)) as connection:
            connection.execute(_ONE_FILE)
    except sqlite3.OperationalError as fault:
        if fault.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise Refusal(Why.WORKSPACE_OPEN) from fault
    except sqlite3.DatabaseError:
        return


def _opened(
    file: Path, *, read_only: bool = False, seconds: float = _WAIT_SECONDS
) -> sqlite3.Connection:
    mode = "ro" if read_only else "rw"
    address = f"{file.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=seconds, isolation_level=None)
    # Columns' defaults call it; a check of the whole file reckons them.
    connection.create_function("salesdesk_now", 0, lambda: "")
    return connection


def _require_whole(copied: sqlite3.Connection, source: Path) -> None:
    found = copied.execute(f"PRAGMA integrity_check({_FAULTS})").fetchone()
    if found is None or found[0] != "ok":
        fault = found[0] if found else "unreadable"
        raise UnusableBackup(Why.FILE_DAMAGED_BY, name=source.name, fault=str(fault))
    noted = copied.execute(
        "SELECT COUNT(*) FROM sqlite_master WHERE name = ?", (own_tables.VERSION_TABLE,)
    ).fetchone()
    if not noted[0]:
        raise UnusableBackup(Why.BACKUP_IS_NO_WORKSPACE, name=source.name)
