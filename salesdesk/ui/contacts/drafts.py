"""What is typed survives a crash: the open form is kept on this computer while it is typed.

Writing and removing go one after another, never on the UI thread, and outlive the form.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from salesdesk.domain.contact import Method, Outcome
from salesdesk.ui.contacts.form import Typed
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.session.ports import Drafts

_log = logging.getLogger(__name__)
_PAUSE_MS = 600

Stored = Mapping[str, object]


class DraftKeeper(QObject):
    """Keeps one form's content on disk, a moment after the last key.

    Signals:
        found(object): what an earlier form left behind; only where it left something.
    """

    found = Signal(object)

    def __init__(self, tasks: Tasks, drafts: Drafts, key: str) -> None:
        # The form may be gone before its draft is removed.
        super().__init__(tasks)
        self._tasks = tasks
        self._drafts = drafts
        self._key = key
        self._waiting: Callable[[], object] | None = None
        self._under_way = False
        self._over = False
        self._content: Stored | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.write)

    def look(self) -> None:
        """Look for what an earlier form left behind."""
        self._submit(partial(self._drafts.load, self._key))

    def keep(self, content: Stored) -> None:
        """Keep this, unless something newer comes within a moment."""
        if not self._over:
            self._content = content
            self._pause.start()

    def write(self) -> None:
        """Keep now what waits to be kept."""
        self._pause.stop()
        if self._content is not None:
            self._submit(partial(self._drafts.save, self._key, self._content))
            self._content = None

    def forget(self) -> None:
        """Keep nothing any more: it is in the database, in the outbox, or thrown away."""
        self._pause.stop()
        self._content = None
        self._submit(partial(self._drafts.forget, self._key))

    def close(self) -> None:
        """The form is gone: write what waits, then end."""
        self.write()
        self._over = True
        if not self._under_way:
            self.deleteLater()

    def _submit(self, work: Callable[[], object]) -> None:
        if self._under_way:
            self._waiting = work
            return
        self._under_way = True
        self._tasks.query(("draft", id(self)), work, self._done, self._failed)

    def _done(self, result: object) -> None:
        if isinstance(result, Mapping) and not self._over:
            self.found.emit(result)
        self._next()

    def _failed(self, fault: Exception) -> None:
        # The form itself still holds the text; only a crash right now would lose it.
        _log.warning("a draft could not be kept: %s", type(fault).__name__)
        self._next()

    def _next(self) -> None:
        self._under_way = False
        work, self._waiting = self._waiting, None
        if work is not None:
            self._submit(work)
        elif self._over:
            self.deleteLater()


def stored(typed: Typed, draft_id: str, at: datetime) -> Stored:
    """The content of a contact form as plain JSON."""
    return {
        "id": draft_id,
        "at": at.isoformat(),
        "method": typed.method.value if typed.method else None,
        "outcome": typed.outcome.value if typed.outcome else None,
        "notes": typed.notes,
        "next_day": typed.next_day.isoformat() if typed.next_day else None,
        "next_time": typed.next_time.isoformat() if typed.next_time else None,
        "when": typed.when.isoformat() if typed.when else None,
        "clear_standing": typed.clear_standing,
    }


def restored(content: Stored) -> tuple[Typed, str, datetime] | None:
    """What `stored` wrote, as (form, id, when); None where it cannot be read."""
    try:
        method, outcome = content.get("method"), content.get("outcome")
        next_day, when = content.get("next_day"), content.get("when")
        next_time = content.get("next_time")
        typed = Typed(
            Method(str(method)) if method else None,
            Outcome(str(outcome)) if outcome else None,
            str(content.get("notes") or ""),
            date.fromisoformat(str(next_day)) if next_day else None,
            time.fromisoformat(str(next_time)) if next_time else None,
            datetime.fromisoformat(str(when)).astimezone(UTC) if when else None,
            bool(content.get("clear_standing")),
        )
        at = datetime.fromisoformat(str(content["at"])).astimezone(UTC)
        return typed, str(content["id"]), at
    except (KeyError, ValueError):
        return None
