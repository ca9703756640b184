"""Driver errors as what they are: to be repeated, an outage in words, or a bug.

No text made here holds a password, a statement or its parameters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

_DEADLOCK = {1213, 1180, 1614}
_LOCK_WAIT = {1205}
_LOST = {0, 1047, 1053, 1077, 1152, 1927, 2006, 2013, 2014, 2055, 4031}
_DUPLICATE = {1062, 1586}

#: What an error number means, as (kind, sentence); %s is the server's own short name for it.
_WORDS: dict[int, tuple[str, str]] = {
    1040: ("busy", "The server has no room for another connection just now."),
    1044: ("rights", "This database account may not use this database."),
    1045: ("password", "The server does not accept this user with this password."),
    1049: ("database", "There is no database of this name on the server."),
    1129: ("blocked", "The server blocks this computer after too many failed connections."),
    1130: ("blocked", "The server does not accept connections from this computer."),
    1142: ("rights", "This database account lacks a right that SalesDesk needs."),
    1143: ("rights", "This database account lacks a right that SalesDesk needs."),
    1146: ("schema", "A table is missing; an administrator must run: salesdesk db upgrade"),
    1054: ("schema", "A column is missing; an administrator must run: salesdesk db upgrade"),
    1203: ("busy", "This database account has too many connections open."),
    1205: ("busy", "Another program holds these rows; nothing was changed. Try again shortly."),
    1213: ("busy", "Too many people changed the same rows at once; nothing was changed."),
    1227: ("rights", "This database account lacks a right that SalesDesk needs."),
    1251: ("password", "The server asks for a kind of sign-in that this program cannot do."),
    1290: ("readonly", "The server accepts no changes just now (read-only)."),
    1317: ("cancelled", "The query was stopped."),
    1366: ("characters", "The database cannot store one of these characters."),
    1406: ("length", "A text is too long for the database."),
    1292: ("date", "The database cannot store this date."),
    1698: ("password", "The server does not accept this user with this password."),
    1836: ("readonly", "The server accepts no changes just now (read-only)."),
    2003: ("port", "The server cannot be reached at this host and port."),
    2005: ("host", "There is no host of this name."),
    2026: ("tls", "The encrypted connection could not be made."),
    2059: ("password", "The server asks for a kind of sign-in that this program cannot do."),
    3159: ("tls", "The server accepts encrypted connections only."),
}

#: These are a person's input at odds with the database, not an outage.
INPUT_KINDS = frozenset({"characters", "length", "date"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, for a person.

    Attributes:
        kind: a short stable word.
        text: one sentence.
    """

    kind: str
    text: str


def number(fault: DBAPIError) -> int | None:
    """The server's number of the error; None on SQLite and where there is none."""
    args = getattr(fault.orig, "args", ())
    return args[0] if args and isinstance(args[0], int) else None


def _sqlite_text(fault: DBAPIError) -> str:
    return str(fault.orig) if number(fault) is None else ""


def is_deadlock(fault: DBAPIError) -> bool:
    """Whether the whole transaction was rolled back for a deadlock."""
    return number(fault) in _DEADLOCK


def is_lock_timeout(fault: DBAPIError) -> bool:
    """Whether a row (on SQLite: the file) stayed locked by somebody else."""
    return number(fault) in _LOCK_WAIT or "database is locked" in _sqlite_text(fault)


def is_connection_lost(fault: DBAPIError) -> bool:
    """Whether the connection broke while it was in use, so that the act's fate is unknown."""
    return fault.connection_invalidated or number(fault) in _LOST


def is_duplicate(fault: DBAPIError) -> bool:
    """Whether a unique key refused the row."""
    return isinstance(fault, IntegrityError) and (
        number(fault) in _DUPLICATE or "UNIQUE constraint failed" in _sqlite_text(fault)
    )


def explain(fault: Exception) -> Fault | None:
    """The fault in words, where it is an outage or an administrator's matter; None: a bug."""
    if isinstance(fault, PoolTimeout):
        return Fault("busy", "All connections to the server are in use just now.")
    if not isinstance(fault, DBAPIError):
        return None
    code = number(fault)
    if code == 2003:
        return _unreachable(str(fault.orig))
    if code in _WORDS:
        kind, words = _WORDS[code]
        return Fault(kind, words)
    if is_connection_lost(fault):
        return Fault("away", "The connection to the server was lost.")
    if code is None and isinstance(fault, OperationalError):
        return _sqlite(_sqlite_text(fault))
    return None


def _unreachable(told: str) -> Fault:
    """What PyMySQL's one number for 'cannot connect' stands for."""
    if re.search(r"gaierror|Name or service|nodename|getaddrinfo|resolve", told, re.IGNORECASE):
        return Fault("host", "There is no host of this name.")
    if re.search(r"refused", told, re.IGNORECASE):
        return Fault("refused", "Nothing listens at this host and port: the server is not running.")
    if re.search(r"timed out|timeout", told, re.IGNORECASE):
        return Fault("timeout", "The server does not answer.")
    if re.search(r"ssl|certificate|tls", told, re.IGNORECASE):
        return Fault("tls", "The encrypted connection could not be made.")
    return Fault("port", "The server cannot be reached at this host and port.")


def _sqlite(told: str) -> Fault | None:
    if "database is locked" in told:
        return Fault("busy", "Another program holds the workspace's file; nothing was changed.")
    if "unable to open" in told:
        return Fault("database", "The workspace's file cannot be opened.")
    if "readonly" in told:
        return Fault("readonly", "The workspace's file is read-only.")
    if "disk" in told and "full" in told:
        return Fault("disk", "The disk is full.")
    if "no such table" in told or "no such column" in told:
        return Fault("schema", "A table is missing; run: salesdesk db upgrade")
    return None
