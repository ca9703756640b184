"""What this computer remembers of a person's reminders, and the tray where they are told.

One small file for each database and person, written whole. Two computers of one person each
remind by themselves: what was shown on one is not known on the other.
"""

from __future__ import annotations

import hashlib
import json
import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from salesdesk.app.local.paths import private_folder, write_whole
from salesdesk.domain.reminders import Memory, Preferences, ReminderKind, date_key

_log = logging.getLogger(__name__)

#: How long one program waits for another one of the same person.
_PATIENCE_MS = 3_000


class ReminderFile:
    """Memory and preferences of one person on one database; may be called on any thread.

    Args:
        folder: of all such files.
        database: names the database, for instance the id of its profile.
        person: the uid of who is reminded.
    """

    def __init__(self, folder: Path, database: str, person: str) -> None:
        name = hashlib.sha256(f"{database}\n{person}".encode()).hexdigest()[:32]
        self._file = folder / f"{name}.json"
        self._lock = threading.Lock()

    def load(self) -> Memory:
        """What was shown and put off; nothing where the file is not there or spoilt."""
        kept = self._read()
        shown, snoozed = kept.get("shown"), kept.get("snoozed")
        try:
            return Memory(
                frozenset(str(key) for key in shown) if isinstance(shown, list) else frozenset(),
                {date_key(str(key)): _moment(until) for key, until in snoozed.items()}
                if isinstance(snoozed, dict)
                else {},
            )
        except ValueError:
            return Memory()

    def change(self, step: Callable[[Memory], Memory]) -> Memory:
        """Change what is kept and keep that; two programs do so one after the other.

        Raises:
            OSError: it cannot be written; what was kept before still is.
        """
        with self._alone():
            before = self.load()
            memory = step(before)
            if memory == before:
                return memory
            snoozed = {key: until.isoformat() for key, until in memory.snoozed.items()}
            self._put({"shown": sorted(memory.shown), "snoozed": snoozed})
        return memory

    def preferences(self) -> Preferences:
        """What the person wants; everything where nothing was chosen or can be read."""
        chosen = self._read().get("preferences")
        if not isinstance(chosen, dict):
            return Preferences()
        try:
            off = frozenset(ReminderKind(str(kind)) for kind in chosen.get("off", ()))
            quiet = [
                time.fromisoformat(str(chosen[key])) if chosen.get(key) else None
                for key in ("quiet_from", "quiet_until")
            ]
        except (TypeError, ValueError):
            return Preferences()
        return Preferences(frozenset(ReminderKind) - off, *quiet)

    def prefer(self, preferences: Preferences) -> None:
        """Keep what the person wants.

        Raises:
            OSError: it cannot be written; what was kept before still is.
        """
        off = sorted(kind.value for kind in frozenset(ReminderKind) - preferences.kinds)
        begin, end = preferences.quiet_from, preferences.quiet_until
        chosen = {
            "off": off,
            "quiet_from": begin.isoformat("minutes") if begin else None,
            "quiet_until": end.isoformat("minutes") if end else None,
        }
        with self._alone():
            self._put({"preferences": chosen})

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else changes the file meanwhile, in this program or another.

        Raises:
            OSError: the folder cannot be used, or somebody holds the file for too long.
        """
        private_folder(self._file.parent)
        with self._lock:
            lock = QLockFile(f"{self._file}.lock")
            if not lock.tryLock(_PATIENCE_MS):
                raise OSError(f"{self._file.name} is in use")
            try:
                yield
            finally:
                lock.unlock()

    def _put(self, part: Mapping[str, object]) -> None:
        content = {**self._read(), **part}
        write_whole(self._file, json.dumps(content, indent=1).encode())

    def _read(self) -> dict[str, object]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as fault:
            _log.warning("the kept reminders cannot be read: %s", type(fault).__name__)
            return {}
        return found if isinstance(found, dict) else {}


def _moment(text: object) -> datetime:
    found = datetime.fromisoformat(str(text))
    if found.tzinfo is None:
        raise ValueError("a moment without a zone")
    return found


class SystemTray(QObject):
    """Tells reminders outside the window, where the desktop has a tray.

    Signals:
        clicked(): the message or the icon was clicked.
    """

    clicked = Signal()

    def __init__(self, icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self._tray = QSystemTrayIcon(icon, self)
        self._tray.setToolTip("SalesDesk")
        self._tray.messageClicked.connect(self.clicked)
        self._tray.activated.connect(self._on_activated)
        self._tray.show()

    @staticmethod
    def is_there() -> bool:
        """Whether the desktop has a tray that tells messages."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def tell(self, title: str, text: str) -> None:
        """Tell something."""
        said = (_plain(title), _plain(text))
        self._tray.showMessage(*said, QSystemTrayIcon.MessageIcon.Information)

    def close(self) -> None:
        """Leave the tray."""
        self._tray.hide()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.clicked.emit()


def _plain(text: str) -> str:
    """A text for a notification: some desktops read markup in it, others show it as it is.

    So what looks like markup is written with other brackets, and nobody's name is a link.
    """
    return text.replace("<", "‹").replace(">", "›")
