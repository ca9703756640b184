"""Driver errors as what they are: to be repeated, an outage in words, or a bug.

No text made here holds a password, a statement or its parameters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from salesdesk.domain.refusals import Why

_DEADLOCK = {1213, 1180, 1614}
_LOCK_WAIT = {1205}
_LOST = {0, 1047, 1053, 1077, 1152, 1927, 2006, 2013, 2014, 2055, 4031}
_DUPLICATE = {1062, 1586}
_ALREADY_THERE = {1050, 1060, 1061}
_MIXED = 1267
_NOT_CONVERTED = 3854

_NO_RIGHT = ("rights", "This database account lacks a right that SalesDesk needs.")
_NO_ENTRY = ("password", "The server does not accept this user with this password.")
_OTHER_SIGN_IN = (
    "password",
    "The server asks for a kind of sign-in that this program cannot do.",
)
_NO_CHANGES = ("readonly", "The server accepts no changes just now (read-only).")
_NO_SPACE = ("disk", "The server has no space left.")
#: Error 1665, told before it comes.
BINARY_LOG = (
    "This server writes its binary log by statement (binlog_format=STATEMENT), which does not go "
    "with the isolation that SalesDesk works under (READ COMMITTED). An administrator sets "
    "binlog_format to ROW or MIXED."
)
#: Our own number, outside the servers': the driver was asked for the password in the clear.
PASSWORD_IN_THE_CLEAR = 90_001

NO_ENCRYPTION = "The server offers no encrypted connection."
_BUSY = "All connections to the server are in use just now."
_SILENT = "The server does not answer."
_LOST_IT = "The connection to the server was lost."
_UNREACHABLE = "The server cannot be reached at this host and port."
_STOPPED = ("cancelled", "The query was stopped.")

#: What an error number means, as (kind, sentence).
_WORDS: dict[int, tuple[str, str]] = {
    1021: _NO_SPACE,
    1040: ("busy", "The server has no room for another connection just now."),
    1044: ("rights", "This database account may not use this database."),
    1045: _NO_ENTRY,
    1047: ("cluster", "This node of the database's cluster is cut off from the others."),
    1049: ("database", "There is no database of this name on the server."),
    1054: ("schema", "A column is missing; an administrator must run: salesdesk db upgrade"),
    1114: _NO_SPACE,
    1129: ("blocked", "The server blocks this computer after too many failed connections."),
    1130: ("blocked", "The server does not accept connections from this computer."),
    1142: _NO_RIGHT,
    1143: _NO_RIGHT,
    1146: ("schema", "A table is missing; an administrator must run: salesdesk db upgrade"),
    1203: ("busy", "This database account has too many connections open."),
    1205: ("busy", "Another program holds these rows; nothing was changed. Try again shortly."),
    1213: ("busy", "Too many people changed the same rows at once; nothing was changed."),
    1226: ("busy", "This database account has used up what the server allows it."),
    1227: _NO_RIGHT,
    1251: _OTHER_SIGN_IN,
    1264: ("number", Why.COLUMN_NUMBER.value),
    1265: ("value", Why.COLUMN_VALUE.value),
    1290: _NO_CHANGES,
    1292: ("date", Why.COLUMN_DATE.value),
    1317: _STOPPED,
    1366: ("characters", Why.COLUMN_CHARACTERS.value),
    1370: _NO_RIGHT,
    1406: ("length", Why.COLUMN_LENGTH.value),
    1665: ("binlog", BINARY_LOG),
    1684: ("busy", "A table is being changed just now, by an upgrade perhaps. Try again shortly."),
    1698: _NO_ENTRY,
    1792: _NO_CHANGES,
    1820: ("password", "The password of this database account has expired and must be changed."),
    1836: _NO_CHANGES,
    1862: ("password", "The password of this database account has expired and must be changed."),
    1969: _STOPPED,
    2003: ("port", _UNREACHABLE),
    2005: ("host", "There is no host of this name."),
    2026: ("tls", NO_ENCRYPTION),
    2059: _OTHER_SIGN_IN,
    3024: _STOPPED,
    3118: ("password", "This database account is locked."),
    3159: ("tls", "The server accepts encrypted connections only."),
    4151: ("password", "This database account is locked."),
    PASSWORD_IN_THE_CLEAR: (
        "password",
        "The server asks for the password in the clear, and nobody has checked who the server is: "
        "it was not sent. Choose an encryption that checks the server (verified or pinned).",
    ),
}

#: These are a person's input at odds with the database, not an outage; their texts are `Why`s.
INPUT_KINDS = frozenset({"characters", "length", "date", "number", "value"})


class Overtaken(Exception):  # noqa: N818 - it is no error: what was to be done is done
    """Another upgrade of this database, at the same time, was a step ahead."""


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


def short(fault: Exception) -> str:
    """The fault in a word and its number, for the log.

    Never the server's own sentence, which may quote what was typed, the host or the account.
    """
    if not isinstance(fault, DBAPIError):
        return type(fault).__name__
    kinds = {
        "deadlock": is_deadlock,
        "locked by somebody else": is_lock_timeout,
        "connection lost": is_connection_lost,
        "duplicate": is_duplicate,
    }
    word = next((word for word, holds in kinds.items() if holds(fault)), type(fault).__name__)
    code = number(fault)
    return word if code is None else f"{word} ({code})"


def is_already_there(fault: DBAPIError) -> bool:
    """Whether the table, the column or the index that was to be made exists."""
    return number(fault) in _ALREADY_THERE or "already exists" in _sqlite_text(fault)


def column(fault: Exception) -> str | None:
    """The column whose value the server refused; None where it names none."""
    found = re.search(r"for column (\S+) at row", str(getattr(fault, "orig", "")))
    return found[1].rpartition(".")[2].strip("'`") if found is not None else None


def explain(fault: Exception) -> Fault | None:
    """The fault in words, where it is an outage or an administrator's matter; None: a bug."""
    if isinstance(fault, PoolTimeout):
        return Fault("busy", _BUSY)
    if not isinstance(fault, DBAPIError):
        return None
    code = number(fault)
    if code == 2003:
        return _unreachable(str(fault.orig))
    if code == 2013 and "timed out" in str(fault.orig):
        return Fault("timeout", _SILENT)
    if code == _NOT_CONVERTED or (code == _MIXED and "COERCIBLE" in str(fault.orig)):
        # What was typed beside a column; two columns that cannot be compared are a bug.
        return Fault("characters", Why.LOOKED_FOR_CHARACTERS.value)
    if code in _WORDS:
        kind, words = _WORDS[code]
        return Fault(kind, words)
    if is_connection_lost(fault):
        return Fault("away", _LOST_IT)
    if code is None and isinstance(fault, DatabaseError):
        return _sqlite(_sqlite_text(fault))
    return None


def _unreachable(told: str) -> Fault:
    """What PyMySQL's one number for 'cannot connect' stands for."""
    reason = told.partition("' (")[2] or told  # without the host's name
    for pattern, kind, words in _NEVER_CONNECTED:
        if re.search(pattern, reason, re.IGNORECASE):
            return Fault(kind, words)
    return Fault("port", _UNREACHABLE)


_NEVER_CONNECTED = (
    (
        "hostname mismatch|ip address mismatch",
        "tls",
        "The server's certificate is made out to another host name.",
    ),
    (
        "certificate_verify_failed|certificate verify failed",
        "tls",
        "The server's certificate is not trusted on this computer.",
    ),
    ("ssl|tls|certificate", "tls", "The encrypted connection could not be made."),
    (
        "gaierror|getaddrinfo|name or service|nodename|no address|name resolution|resolve",
        "host",
        "There is no host of this name.",
    ),
    ("refused", "refused", "Nothing listens at this host and port: the server is not running."),
    ("timed out|timeout", "timeout", _SILENT),
)

_ON_SQLITE = (
    ("locked", "busy", "Another program holds the workspace's file; nothing was changed."),
    ("unable to open", "database", "The workspace's file cannot be opened."),
    ("readonly", "readonly", "The workspace's file is read-only."),
    ("disk is full", "disk", "The disk is full."),
    ("disk i/o", "disk", "The disk cannot be read or written."),
    ("no such table|no such column", "schema", "A table is missing; run: salesdesk db upgrade"),
    ("interrupted", "cancelled", "The query was stopped."),
    (
        "not a database|malformed",
        "database",
        "The workspace's file is damaged or is none of SalesDesk's.",
    ),
)


def _sqlite(told: str) -> Fault | None:
    for pattern, kind, words in _ON_SQLITE:
        if re.search(pattern, told, re.IGNORECASE):
            return Fault(kind, words)
    return None


def sentences() -> frozenset[str]:
    """Every sentence that an outage may be told in, for translators."""
    single = {_BUSY, _SILENT, _LOST_IT, _UNREACHABLE}
    tables = [*_NEVER_CONNECTED, *_ON_SQLITE]
    listed = {words for kind, words in _WORDS.values() if kind not in INPUT_KINDS}
    return frozenset(single | listed | {words for _, _, words in tables})
