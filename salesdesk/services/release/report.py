"""What a release run tells those who started it, and those who look later."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.changes import Changes
from salesdesk.domain.queries import Candidate
from salesdesk.domain.refusals import Reason


class Cause(StrEnum):
    """Why a run was started."""

    STARTUP = "startup"
    TIMER = "timer"
    WAKE = "wake"
    COMMAND = "command"
    CONFIRM = "confirm"


class RunOutcome(StrEnum):
    """What came of a run."""

    DONE = "done"
    HELD = "held"
    SKIPPED = "skipped"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class RunReport:
    """One run's result.

    Attributes:
        run_id: None for a preview and a skipped run.
        released: how many customers became available.
        held: how many wait for a confirmation.
        left_over: due ones that somebody else's transaction held up; the next run takes them.
        due, bound: how many were due, and bound, when the run counted.
        candidates: those released, held or, in a preview, due.
        at: when it ended, by the database's clock; of a skipped run, when the other ended.
        warning: why nobody is released, where a setting stops releases.
    """

    run_id: str | None
    outcome: RunOutcome
    released: int = 0
    held: int = 0
    left_over: int = 0
    due: int = 0
    bound: int = 0
    candidates: tuple[Candidate, ...] = ()
    at: datetime | None = None
    warning: Reason | None = None
    changes: Changes = field(default_factory=Changes)

    @classmethod
    def skipped(cls, at: datetime, warning: Reason | None = None) -> RunReport:
        """A timer run that another one made superfluous; it tells what stops releases too."""
        return cls(None, RunOutcome.SKIPPED, at=at, warning=warning)


@dataclass(frozen=True, slots=True)
class HeldRelease:
    """A run that waits for a lead's confirmation.

    Attributes:
        bound: how many customers were bound when it was held.
        candidates: those of its customers that are still due.
    """

    run_id: str
    held_at: datetime
    bound: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Who of a held run shall stay, protected until a date, or the next run would free them."""

    ids: frozenset[str]
    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class LastRun:
    """The run that finished last."""

    run_id: str
    at: datetime
    outcome: str
    cause: str
    host: str
    released: int
