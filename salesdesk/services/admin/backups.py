"""A workspace's backup leaves an event: it holds every customer, as an export would."""

from __future__ import annotations

from salesdesk.domain.events import Event, EventKind
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.permissions import Permission
from salesdesk.services import access
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Store, UnitOfWork


def let_go(session: Session, event_id: str, file_name: str) -> None:
    """Let a whole workspace be copied; call it before it is.

    Whoever runs a command on this computer may read the file anyway and is not signed in.

    Raises:
        NotAllowed: a person who may not export.
        Unavailable: the file is out of reach.
    """
    if session.actor.uid is not None:
        access.require(session.actor, Permission.DATA_EXPORT)

    def work(unit: UnitOfWork) -> None:
        details = {"kind": "backup", "file": file_name, "outcome": "done"}
        event = Event(event_id, unit.clock(), EventKind.EXPORTED, None, session.actor.uid, details)
        unit.events.begin(event)
        if session.actor.uid is not None:
            access.confirm(unit, session.actor, Permission.DATA_EXPORT)
        unit.events.complete(event_id, {**details, "rows": unit.summaries.customers()})

    session.store.act(work, done=_nothing)


def note_restored(store: Store, event_id: str, file_name: str) -> None:
    """Note in a restored workspace from which file it comes: what came after it is not in it.

    Raises:
        Unavailable: the file is out of reach.
    """

    def work(unit: UnitOfWork) -> None:
        details = {"file": file_name}
        unit.events.begin(
            Event(event_id, unit.clock(), EventKind.WORKSPACE_RESTORED, None, SYSTEM.uid, details)
        )

    store.act(work, done=_nothing)


def _nothing(unit: UnitOfWork) -> None:
    """The event is there already."""
