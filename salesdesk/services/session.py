"""A person's seat: the database that it works on and who acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from salesdesk.domain.changes import Changes
from salesdesk.domain.people import Actor
from salesdesk.domain.sign_in import SignInWay
from salesdesk.storage.unit_of_work import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Session:
    """Who acts, from where, on which database; the first argument of every use case.

    Every use case may raise `Unavailable`: the database is out of reach, and nothing was changed
    unless the use case says otherwise. It is said here and not again at each.

    Attributes:
        host: the name of this machine, kept with release runs.
        way: how the person signed in.
    """

    store: Store
    actor: Actor
    host: str = ""
    way: SignInWay = SignInWay.ACCOUNT

    def now(self) -> datetime:
        """The database's clock, the only one that decides; UTC, in whole seconds."""
        return self.store.read(lambda reading: reading.clock())

    def stoppable(self, work: Callable[[], T]) -> tuple[Callable[[], T], Callable[[], None]]:
        """The work, and what stops its reading on the server when nobody waits for it.

        Call the second from any thread; a stopped work ends with an exception that its caller
        has no use for.
        """
        stopper = self.store.stopper()
        return stopper.watching(work), stopper.stop


@dataclass(frozen=True, slots=True)
class Done:
    """What an act changed.

    Attributes:
        replayed: the act had been committed before; this time nothing was written.
    """

    changes: Changes
    replayed: bool = False
