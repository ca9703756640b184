"""When an act is run again, for how long, and what a person is told when it is given up."""

from __future__ import annotations

import logging
import random
import time

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from salesdesk.domain.errors import FieldFault, Invalid, Refusal, Unavailable
from salesdesk.domain.refusals import Reason, Why
from salesdesk.storage.db import faults

#: How long an act is repeated before it is given up (docs/rules.md, "How every act writes", 5).
PATIENCE_SECONDS = 30.0

#: How long a lost connection is looked for before the person is told.
RECONNECT_SECONDS = 5.0
#: How long a statement waits for a row that somebody else holds locked.
LOCK_WAIT_SECONDS = 5

#: Two first writers of one of SalesDesk's own rows: the second finds the row when it is run
#: again. What is still a duplicate after this many runs is none of that.
_MOST_DUPLICATES = 3

_FIRST_PAUSE = 0.02
_LONGEST_PAUSE = 1.5

#: The field of a form that each column is typed into.
_FIELDS = {
    "name": "name",
    "phone_number": "phone",
    "address": "address",
    "company": "company",
    "lead_source": "lead_source",
    "notes": "notes",
    "contact_date": "when",
    "next_follow_up_date": "next_step",
    "note": "note",
    "reason": "reason",
    "until": "until",
}

_log = logging.getLogger(__name__)


class NotConnected(Exception):  # noqa: N818 - the state that an act finds
    """No connection could be made; nothing was sent to the server.

    Attributes:
        reason: the driver's or the pool's error.
    """

    def __init__(self, reason: DBAPIError | PoolTimeout) -> None:
        super().__init__(str(reason))
        self.reason = reason


class CommitFailed(Exception):  # noqa: N818 - a state, as of NotConnected
    """The COMMIT itself failed.

    Attributes:
        reason: the driver's error.
    """

    def __init__(self, reason: DBAPIError) -> None:
        super().__init__(str(reason))
        self.reason = reason


class RetryPolicy:
    """How long one act goes on against deadlocks, locked rows and lost connections.

    Args:
        name: of the act, for the log.
    """

    def __init__(self, seconds: float, reconnect: float, name: str = "an act") -> None:
        self._name = name
        self._began = time.monotonic()
        self._runs = 1
        self._until = self._began + seconds
        self._reconnect = reconnect
        self._lost_until: float | None = None
        self._duplicates = 0
        self._pause = _FIRST_PAUSE

    def goes_on(self, fault: Exception) -> bool:
        """Whether the whole unit, which failed with this, is run again."""
        if not isinstance(fault, DBAPIError):
            return False
        return self._noted(fault, self._may_go_on(fault))

    def _may_go_on(self, fault: DBAPIError) -> bool:
        if faults.is_connection_lost(fault):
            if self._lost_until is None:
                self._lost_until = time.monotonic() + self._reconnect
            return self._looks_for_the_server()
        if faults.is_duplicate(fault):
            self._duplicates += 1
            return self._duplicates <= _MOST_DUPLICATES
        repeatable = faults.is_deadlock(fault) or faults.is_lock_timeout(fault)
        return repeatable and time.monotonic() < self._until

    def goes_on_unconnected(self, fault: NotConnected) -> bool:
        """Whether a server that is away is tried again: only after a connection was lost."""
        return self._noted(fault.reason, self._looks_for_the_server())

    def _looks_for_the_server(self) -> bool:
        return self._lost_until is not None and time.monotonic() < self._lost_until

    def _noted(self, fault: Exception, again: bool) -> bool:
        seconds = time.monotonic() - self._began
        told = "%s: %s in run %d after %.1f s, " + ("run again" if again else "given up")
        _log.warning(told, self._name, faults.short(fault), self._runs, seconds)
        self._runs += 1
        return again

    def pause(self) -> float:
        """Seconds to wait before the next run: growing, with jitter."""
        pause = self._pause
        self._pause = min(pause * 2, _LONGEST_PAUSE)
        return random.uniform(pause / 2, pause)  # noqa: S311 - jitter, not a secret


def translated(fault: Exception, *, maybe_done: bool = False) -> Exception:
    """The fault as what it is to a person: input, an outage, or the bug that it stays.

    Args:
        maybe_done: the answer to a COMMIT of this act was lost.
    """
    if isinstance(fault, UnicodeEncodeError):
        return Refusal(Why.TEXT_UNSTORABLE)
    found = faults.explain(fault)
    if found is None:
        return fault
    if found.kind not in faults.INPUT_KINDS:
        return Unavailable(found.text, kind=found.kind, maybe_done=maybe_done)
    column = faults.column(fault)
    _log.warning("The database refused a value: %s in column %s", found.kind, column)
    if column in _FIELDS:
        return Invalid((FieldFault(_FIELDS[column], Reason.of(Why(found.text))),))
    return Refusal(Why(found.text))
