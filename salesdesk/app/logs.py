"""The log: one file per process, written by a thread of its own, without a secret in it."""

from __future__ import annotations

import logging
import logging.handlers
import os
import queue
import re
from io import TextIOWrapper
from pathlib import Path

from salesdesk.app.local.paths import private_folder, private_opener

MOST_BYTES = 2_000_000
OLDER_PARTS = 2
KEPT_FILES = 12
NAME = "salesdesk"

_PASSWORD_IN_URL = re.compile(r"(?P<before>\w[\w+]*://[^\s:/@]*):[^\s@]+@")
_PASSWORD_BY_NAME = re.compile(
    r"(?P<before>\b(?:password|passwd|pwd|secret)\b['\"]?\s*[=:]\s*)(?:'[^']*'|\"[^\"]*\"|[^\s,;)]+)",
    re.IGNORECASE,
)
_HIDDEN = "•••"


def without_secrets(text: str, secrets: frozenset[str] = frozenset()) -> str:
    """The text with passwords in addresses, after their name, or known ones, made unreadable."""
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, _HIDDEN)
    text = _PASSWORD_IN_URL.sub(rf"\g<before>:{_HIDDEN}@", text)
    return _PASSWORD_BY_NAME.sub(rf"\g<before>{_HIDDEN}", text)


class _Formatter(logging.Formatter):
    """Formats, tracebacks included, and then takes the secrets out."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
        self.secrets: frozenset[str] = frozenset()

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record), self.secrets)


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
        self._formatter = _Formatter()
        self._records: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._handler = _Formatted(self._records)
        self._handler.setFormatter(self._formatter)
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

    def hide(self, secret: str) -> None:
        """Keep this text out of the log, wherever it turns up."""
        if len(secret) >= 4:
            self._formatter.secrets |= {secret}

    def close(self) -> None:
        """Write what is waiting and let go of the file."""
        root = logging.getLogger()
        root.removeHandler(self._handler)
        root.setLevel(self._level_before)
        logging.captureWarnings(False)
        self._listener.stop()
        self._handler.close()
        self._writer.close()


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
