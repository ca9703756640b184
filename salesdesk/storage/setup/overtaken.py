"""Two processes that make the same tables at once: whoever is a step behind takes it up again.

No lock serialises them: GET_LOCK holds on one node of a cluster only, and the tables a lock could
lie in are being made. So each step is made to be run again, and finds what the other one did.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from salesdesk.storage.db import faults

_Made = TypeVar("_Made")

#: More often than there are steps in all: each time the other one has done one of them at least.
_TRIES = 100

#: Seconds between two tries, about: a table that is being made is there then, or nearly.
_PAUSE = 0.1

#: A row that another one changed or wrote; a table whose definition just changes.
_MOVED_ON = frozenset({1020, 1062, 1684})


def taken_up_again(step: Callable[[], _Made]) -> _Made:
    """Run a step that can be run again, for as long as another process is ahead of it.

    Raises:
        DBAPIError, Overtaken: it failed for another reason, or was overtaken without end.
    """
    for _ in range(_TRIES - 1):
        try:
            return step()
        except (DBAPIError, faults.Overtaken) as fault:
            if not _was_overtaken(fault):
                raise
        time.sleep(random.uniform(_PAUSE / 2, _PAUSE * 3 / 2))  # noqa: S311 - jitter, not a secret
    return step()


def _was_overtaken(fault: Exception) -> bool:
    """Whether another one at the same work, at the same time, was a step ahead."""
    if isinstance(fault, DBAPIError):
        return (
            faults.is_already_there(fault)
            or faults.number(fault) in _MOVED_ON
            or faults.is_deadlock(fault)
            or faults.is_lock_timeout(fault)
        )
    return True
