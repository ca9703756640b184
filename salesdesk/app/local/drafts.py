"""What stands in open forms, kept on disk while it is typed: a crash loses no text.

One small file for each customer and one for a new one, in a folder for the database and the
person, written whole.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

from salesdesk.app.local.paths import write_whole


class DraftFolder:
    """The open forms of one person on one database; its methods may be called on any thread.

    Args:
        folder: of all drafts, beside the outbox.
        database: names the database, for instance the id of its profile.
        person: the uid of who types.
    """

    def __init__(self, folder: Path, database: str, person: str) -> None:
        self._folder = folder / _safe(database) / _safe(person)
        self._lock = threading.Lock()

    def load(self, key: str) -> Mapping[str, object] | None:
        """What was kept for a customer; None: nothing, or nothing readable."""
        try:
            with self._lock:
                found = json.loads(self._file(key).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def save(self, key: str, draft: Mapping[str, object]) -> None:
        """Keep this instead of what was kept.

        Raises:
            OSError: it cannot be written; what was kept before still is.
        """
        content = json.dumps(dict(draft), ensure_ascii=False).encode()
        with self._lock:
            write_whole(self._file(key), content)

    def forget(self, key: str) -> None:
        """Keep nothing any more.

        Raises:
            OSError: the file cannot be removed.
        """
        with self._lock:
            self._file(key).unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self._folder / f"{_safe(key)}.json"


def forget_customers(folder: Path, database: str, customer_ids: Iterable[str]) -> None:
    """Keep nothing of these customers any more, whoever typed it on this computer.

    The form of a new customer may be one of them: stored, though its answer was lost.

    Raises:
        OSError: a file cannot be removed.
    """
    gone = set(customer_ids)
    names = {f"{_safe(one)}.json" for one in gone}
    for file in (folder / _safe(database)).glob("*/*.json"):
        if file.name in names or _id_in(file) in gone:
            file.unlink(missing_ok=True)


def _id_in(file: Path) -> str:
    """The id that a form keeps for what it will make; '' where none can be read."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(found.get("id", "")) if isinstance(found, dict) else ""


def _safe(name: str) -> str:
    """The name as part of a file's name, on every system."""
    return hashlib.sha256(name.encode()).hexdigest()[:32]
