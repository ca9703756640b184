"""The shared settings: read by everybody, changed by those who may edit the policy."""

from __future__ import annotations

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Conflict, FieldFault, Invalid, Refusal
from salesdesk.domain.events import ASKED, Event, EventKind
from salesdesk.domain.people import Permission
from salesdesk.domain.settings import DEFINITIONS, SharedSettings
from salesdesk.services import access, submission
from salesdesk.services.session import Done, Session
from salesdesk.storage.stores.summaries import SUMMARIES_MARK, SUMMARIES_SWEPT_UNDER
from salesdesk.storage.unit_of_work import UnitOfWork

_BY_KEY = {definition.key: definition for definition in DEFINITIONS}


def read(session: Session) -> SharedSettings:
    """The shared settings as they now stand.

    Raises:
        Unavailable: the database is out of reach.
    """
    return session.store.read(lambda reading: reading.settings)


def change(session: Session, event_id: str, key: str, text: str) -> Done:
    """Change one shared setting; who changed what, when, is an event.

    Raises:
        NotAllowed: the actor may not edit the policy.
        Refusal: there is no such setting.
        Invalid: the text is no value of it; names the key.
        Conflict: somebody else changed it in the same moment.
        Unavailable: the database is out of reach.
    """
    access.require(session.actor, Permission.POLICY_EDIT)
    definition = _BY_KEY.get(key)
    if definition is None:
        raise Refusal(f"There is no setting “{key}”.")
    try:
        stored = str(definition.parse(text))
    except ValueError as fault:
        raise Invalid((FieldFault(key, f"{key}: {fault}."),)) from fault
    changes = Changes.of(Topic.SETTINGS)

    asked = submission.content(key=key, value=stored)

    def work(unit: UnitOfWork, event: str) -> Done:
        before = unit.stored_settings.text(key)
        details = {"key": key, "before": before, "after": stored, ASKED: asked}
        unit.events.begin(
            Event(event, unit.clock(), EventKind.SETTING_CHANGED, None, session.actor.uid, details)
        )
        access.confirm(unit, session.actor, Permission.POLICY_EDIT)
        if before != stored and not unit.stored_settings.put(key, before, stored):
            raise Conflict("Somebody else changed this setting in the same moment.")
        if definition.frees_customers:
            # Even where it is as it was once before: acts wrote summaries under others meanwhile.
            for note in (SUMMARIES_MARK, SUMMARIES_SWEPT_UNDER):
                unit.state.forget(note, unit.now)
        return Done(changes)

    return submission.repeat(
        session, event_id, asked, work, replayed=lambda _, __: Done(changes, replayed=True)
    )
