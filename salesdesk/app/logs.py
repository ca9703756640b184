"""The log: one file per process, written by a thread of its own, without a secret in it.

Every line is one of a few dozen sentences: when SalesDesk starts and ends, what it opens, who signs
in, upgrades, release runs, imports and exports, the outbox, and what did not go as it should on the
way to the database. They name ids, numbers and kinds; what people typed is in none of them.
"""

from __future__ import annotations

import json
import logging
import logging.handlers
import os
import queue
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from urllib.parse import quote, quote_plus

from salesdesk.app import versions
from salesdesk.app.local.paths import private_folder, private_opener
from salesdesk.domain.errors import Refusal, Unavailable

MOST_BYTES = 2_000_000
OLDER_PARTS = 2
#: A scheduler's command leaves a file each time; the desktop's own must not be pushed out soon.
KEPT_FILES = 40
NAME = "salesdesk"

_PASSWORD_IN_URL = re.compile(r"(?P<before>\w[\w+]*://[^\s:/@]*):[^\s@]+@")
_PASSWORD_BY_NAME = re.compile(
    r"(?P<before>\b(?:password|passwd|pwd|secret)\b['\"]?\s*[=:]\s*)(?:'[^']*'|\"[^\"]*\"|[^\s,;)]+)",
    re.IGNORECASE,
)
_HIDDEN = "•••"

_log = logging.getLogger(__name__)
_SHORTEST_SECRET = 4

#: The passwords that this process was handed: a traceback may quote one anywhere.
_known: frozenset[str] = frozenset()


def hide(secret: str) -> None:
    """Keep this text out of all that is logged or shown of a fault, wherever it turns up."""
    global _known  # noqa: PLW0603 - what a process knows, it knows in every thread
    # As it stands in a URL of a browser's, of SQLAlchemy's, in a traceback and in JSON.
    in_urls = (quote(secret, safe=kept) for kept in ("", " +"))
    forms = {secret, *in_urls, quote_plus(secret), repr(secret)[1:-1], json.dumps(secret)[1:-1]}
    _known |= {form for form in forms if len(form) >= _SHORTEST_SECRET}


def hide_all(*secrets: str) -> None:
    """Keep these texts out of all that is logged or shown; see `hide`."""
    for secret in secrets:
        if secret:
            hide(secret)


def without_secrets(text: str, others: frozenset[str] = frozenset()) -> str:
    """The text with passwords in addresses, after their name, or known ones, made unreadable.

    Args:
        others: what must not be read either.
    """
    for secret in sorted(_known | others, key=len, reverse=True):
        text = text.replace(secret, _HIDDEN)
    text = _PASSWORD_IN_URL.sub(rf"\g<before>:{_HIDDEN}@", text)
    return _PASSWORD_BY_NAME.sub(rf"\g<before>{_HIDDEN}", text)


class _Formatter(logging.Formatter):
    """Formats, tracebacks included, and then takes the secrets out."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))


class _Formatted(logging.handlers.QueueHandler):
    """Hands finished text to the writing thread: no object of a caller crosses over."""


class _PrivateFiles(logging.handlers.RotatingFileHandler):
    """Log files that this user alone may read: names of customers may stand in them."""

    def _open(self) -> TextIOWrapper:
        opened = open(  # noqa: SIM115 - the handler closes it
            self.baseFilename, self.mode, encoding=self.encoding, opener=private_opener
        )
        assert isinstance(opened, TextIOWrapper)  # noqa: S101 - a text mode
        return opened


class Log:
    """This process's log.

    Attributes:
        file: where it is written.
    """

    def __init__(self, folder: Path, level: int = logging.INFO) -> None:
        private_folder(folder)
        _forget_old(folder)
        self.file = folder / f"{NAME}-{os.getpid()}.log"
        self._records: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._handler = _Formatted(self._records)
        self._handler.setFormatter(_Formatter())
        writer = _PrivateFiles(
            self.file, maxBytes=MOST_BYTES, backupCount=OLDER_PARTS, encoding="utf-8", delay=True
        )
        self._writer = writer
        self._listener = logging.handlers.QueueListener(self._records, writer)
        self._level = level

    def start(self) -> None:
        """Take what every module logs, from now on."""
        root = logging.getLogger()
        root.addHandler(self._handler)
        self._level_before = root.level
        root.setLevel(self._level)
        logging.captureWarnings(True)
        self._listener.start()

    def close(self) -> None:
        """Write what is waiting and let go of the file."""
        root = logging.getLogger()
        root.removeHandler(self._handler)
        root.setLevel(self._level_before)
        logging.captureWarnings(False)
        self._listener.stop()
        self._handler.close()
        self._writer.close()


@contextmanager
def of_command(folder: Path, name: str) -> Iterator[None]:
    """Log what a command does; where nothing can be written there, it does it all the same."""
    log = None
    with suppress(OSError):
        log = Log(folder)
        log.start()
    try:
        libraries = versions.program() | versions.database_libraries()
        _log.info("The command %s starts: %s", name, versions.in_words(libraries))
        yield
    except BaseException as fault:
        foreseen = isinstance(fault, Refusal | Unavailable) or not isinstance(fault, Exception)
        level = logging.INFO if foreseen else logging.ERROR
        told = "The command %s ends with %s"
        _log.log(level, told, name, type(fault).__name__, exc_info=None if foreseen else fault)
        raise
    else:
        _log.info("The command %s ends", name)
    finally:
        if log is not None:
            log.close()


def _forget_old(folder: Path) -> None:
    """Keep the newest logs: there is one for each process that ever ran."""
    files = sorted(folder.glob(f"{NAME}-*.log*"), key=_age)
    for file in files[:-KEPT_FILES]:
        try:
            file.unlink()
        except OSError:
            # Another process may hold it open, or have removed it first.
            continue


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
