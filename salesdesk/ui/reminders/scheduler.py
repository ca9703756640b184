"""Reminds the person: asks what is due, tells it once, and keeps the list of what stands.

What to tell is decided by `domain.reminders`; here is only when to ask. It goes on while the
window is out of sight, and asks again when a release run has ended: that is also how the machine's
waking is noticed.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from salesdesk.domain import reminders as domain
from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.reminders import Decision, Memory, Preferences, Reminder
from salesdesk.services.lists import reminders
from salesdesk.services.session import Session
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.session.ports import ReminderStore

_log = logging.getLogger(__name__)

#: It asks at least so often; other desktops plan and log too.
LOOK_EVERY = timedelta(minutes=5)

_SOONEST = timedelta(seconds=1)
_TOPICS = frozenset({Topic.CONTACTS, Topic.OWNERSHIP, Topic.FOLLOW_UPS})

#: A reminder that was put off until then does not come back; another date makes another reminder.
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Look:
    """One look at what is due."""

    now: datetime
    due: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class _Marked:
    """What was decided at a look, by the memory that all programs of the person share.

    Attributes:
        kept: whether the computer could keep it.
    """

    decision: Decision
    memory: Memory
    kept: bool = True


@dataclass(frozen=True, slots=True)
class _Kept:
    memory: Memory
    preferences: Preferences


def look(session: Session) -> Look:
    """Read what is due; on a worker thread."""
    due = reminders.upcoming(session)
    # By the database's clock, which was read for them just now.
    return Look(session.store.reckoned_now(), due)


def _mark(
    store: ReminderStore, found: Look, zone: tzinfo, preferences: Preferences, known: Memory
) -> _Marked:
    """Decide what to tell and note it as told, in one step; on a worker thread.

    Args:
        known: what this program knows, where the computer keeps nothing.
    """
    decisions: list[Decision] = []

    def step(memory: Memory) -> Memory:
        decision = domain.decide(found.due, found.now, zone, preferences, memory)
        decisions.append(decision)
        return memory.with_shown(one.key for one in decision.show).kept_for(found.due)

    try:
        memory = store.change(step)
    except OSError as fault:
        _log.warning("reminders cannot be kept: %s", type(fault).__name__)
        memory = step(known)
        return _Marked(decisions[-1], memory, kept=False)
    return _Marked(decisions[-1], memory)


def _put_off(store: ReminderStore, keys: tuple[str, ...], until: datetime) -> Memory:
    """Put reminders off in what is kept; on a worker thread."""

    def step(memory: Memory) -> Memory:
        for key in keys:
            memory = memory.snooze(key, until)
        return memory

    return store.change(step)


def _load(store: ReminderStore) -> _Kept:
    return _Kept(store.load(), store.preferences())


class Reminders(QObject):
    """The reminders of the signed-in person.

    Signals:
        told(object): a tuple of reminders is to be told now, each for the first time.
        changed(): the list of those that stand may have changed.
        unkept(): what was shown and put off cannot be kept on this computer; told once.
    """

    told = Signal(object)
    changed = Signal()
    unkept = Signal()

    def __init__(self, context: Context, store: ReminderStore, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._store = store
        self._memory: Memory | None = None
        self._look: Look | None = None
        self._looked = 0.0
        self._told_of_disk = False
        self.preferences = Preferences()
        self._timer = QTimer(self)
        self._timer.setObjectName("reminder_timer")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)
        context.feed.changed.connect(self._on_changes)
        context.connection.regained.connect(self.ask)
        context.releases.finished.connect(self._on_run)

    def start(self) -> None:
        """Begin with what is kept, then with what fell into the time before."""
        work = partial(_load, self._store)
        self._context.tasks.query(self._key("load"), work, self._on_kept, self._on_error)

    def stop(self) -> None:
        """Remind no more."""
        self._timer.stop()
        self._memory = None
        self._context.tasks.void(self._key("look"))

    @property
    def standing(self) -> tuple[Reminder, ...]:
        """Those that stand, the oldest first."""
        now = self.now
        if self._look is None or now is None or self._memory is None:
            return ()
        return domain.standing(self._look.due, now, self.preferences, self._memory)

    @property
    def now(self) -> datetime | None:
        """The database's moment, reckoned on from the last look; None before the first."""
        if self._look is None:
            return None
        return self._look.now + timedelta(seconds=int(time.monotonic() - self._looked))

    def ask(self) -> None:
        """Look now, unless the server is away: then it looks as soon as it answers again."""
        if self._memory is None or self._context.connection.away is not None:
            return
        work = partial(look, self._context.session)
        self._context.tasks.query(self._key("look"), work, self._on_look, self._on_error)

    def snooze(self, keys: tuple[str, ...], until: datetime) -> None:
        """Put some off; they are told anew then."""
        if self._memory is not None:
            for key in keys:
                self._memory = self._memory.snooze(key, until)
            work = partial(_put_off, self._store, keys, until)
            self._context.tasks.command(work, self._on_saved, self._on_unsaved)
            self.changed.emit()
            self.ask()

    def dismiss(self, keys: tuple[str, ...]) -> None:
        """Take some out of the list for good."""
        self.snooze(keys, NEVER)

    def prefer(self, preferences: Preferences) -> None:
        """Remind by these from now on."""
        self.preferences = preferences
        self._write(partial(self._store.prefer, preferences))
        self.changed.emit()
        self.ask()

    # --- answers ----------------------------------------------------------------------------------

    def _key(self, what: str) -> tuple[object, ...]:
        return ("reminders", what, id(self))

    def _on_kept(self, kept: _Kept) -> None:
        self._memory, self.preferences = kept.memory, kept.preferences
        self.ask()

    def _on_look(self, found: Look) -> None:
        if self._memory is None:
            return
        self._look, self._looked = found, time.monotonic()
        zone = self._context.office.formats.zone
        # A command, since a question that a newer one overtakes would tell nobody.
        work = partial(_mark, self._store, found, zone, self.preferences, self._memory)
        self._context.tasks.command(work, self._on_marked, self._on_error)

    def _on_marked(self, marked: _Marked) -> None:
        now, before = self.now, self._memory
        if before is None or now is None:
            return
        self._memory = marked.memory
        if marked.kept:
            self._told_of_disk = False
        else:
            # What was put off since the look stands here alone.
            put_off = {**marked.memory.snoozed, **before.snoozed}
            self._memory = replace(marked.memory, snoozed=put_off)
        self._wait(now, marked.decision)
        if marked.decision.show:
            self.told.emit(marked.decision.show)
        if not marked.kept:
            self._tell_of_disk()
        self.changed.emit()

    def _wait(self, now: datetime, decision: Decision) -> None:
        wait = LOOK_EVERY
        if decision.look_again is not None:
            wait = min(wait, max(decision.look_again - now, _SOONEST))
        self._timer.start(int(wait.total_seconds() * 1000))

    def _write(self, work: Callable[[], None]) -> None:
        """Commands are carried out in their order, and also when the window closes meanwhile."""
        self._context.tasks.command(work, self._on_saved, self._on_unsaved)

    def _on_saved(self, kept: Memory | None) -> None:
        self._told_of_disk = False
        if kept is not None and self._memory is not None:
            self._memory = kept

    def _on_unsaved(self, fault: Exception) -> None:
        if not isinstance(fault, OSError):
            self._context.report_bug(fault)
            return
        _log.warning("reminders cannot be kept: %s", type(fault).__name__)
        self._tell_of_disk()

    def _tell_of_disk(self) -> None:
        if not self._told_of_disk:
            self._told_of_disk = True
            self.unkept.emit()

    def _on_error(self, fault: Exception) -> None:
        route(self._context, fault)
        if self._memory is None:
            self._memory = Memory()
        self._timer.start(int(LOOK_EVERY.total_seconds() * 1000))

    def _on_changes(self, changes: Changes) -> None:
        if changes.topics & _TOPICS:
            self.ask()

    def _on_run(self) -> None:
        self.ask()
