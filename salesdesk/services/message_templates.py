"""Message templates: read by who logs contacts, written by who may edit them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Conflict
from salesdesk.domain.events import ASKED, Details, Event, EventKind
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Why
from salesdesk.domain.templates import MessageTemplate, OrderFacts, TemplateDraft, checked
from salesdesk.services import access, submission
from salesdesk.services.session import Done, Session
from salesdesk.storage.reads import message_facts
from salesdesk.storage.unit_of_work import UnitOfWork

_CHANGES = Changes.of(Topic.TEMPLATES)


@dataclass(frozen=True, slots=True)
class Saved(Done):
    """A template was stored.

    Attributes:
        left: as this act left it; what its undo is decided on.
    """

    left: MessageTemplate | None = None


def listed(session: Session) -> tuple[MessageTemplate, ...]:
    """The templates in use, in the order that leads chose.

    Raises:
        NotAllowed: the actor may not log contacts.
    """
    access.require(session.actor, Permission.CONTACTS_LOG)
    return session.store.read(lambda reading: reading.message_templates.listed())


def orders(session: Session, customer_id: str) -> tuple[OrderFacts, ...]:
    """The customer's newest orders, which fill in a template's room, package, price and date.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    return session.store.read(lambda reading: message_facts.orders(reading.connection, customer_id))


def save(
    session: Session, event_id: str, draft: TemplateDraft, seen: MessageTemplate | None
) -> Saved:
    """Store a new template, or change the one that was seen.

    Raises:
        NotAllowed: the actor may not edit templates.
        Invalid: see `checked`.
        Conflict: it was changed or removed meanwhile.
    """
    access.require(session.actor, Permission.TEMPLATES_EDIT)
    tidied = checked(draft)
    asked = submission.content(**asdict(tidied))

    def left(event: str) -> MessageTemplate:
        place = seen.place if seen is not None else 0
        return MessageTemplate(tidied.id, tidied.title, tidied.language, tidied.body, event, place)

    def work(unit: UnitOfWork, event: str) -> Saved:
        before = None if seen is None else asdict(seen)
        details = {"before": before, "after": asdict(tidied), ASKED: asked}
        _begin(unit, session, event, EventKind.TEMPLATE_SAVED, details)
        decided_on = seen.event_id if seen else None
        if event != event_id:
            # An answer was lost, and this changes what the form had stored by then.
            earlier = submission.stored(unit, event_id)
            decided_on = earlier.events[-2].id if earlier else None
        if decided_on is None:
            unit.message_templates.add(tidied, unit.now, event)
        elif not unit.message_templates.change(tidied, decided_on, unit.now, event):
            raise Conflict(Why.TEMPLATE_CHANGED)
        return Saved(_CHANGES, left=left(event))

    def replayed(_: UnitOfWork, found: submission.Stored) -> Saved:
        return Saved(_CHANGES, replayed=True, left=left(found.last.id))

    return submission.repeat(session, event_id, asked, work, replayed=replayed)


def order(
    session: Session, event_id: str, wanted: Sequence[str], seen: Sequence[MessageTemplate]
) -> Done:
    """Put the templates in another order, decided on the one that was seen.

    Args:
        wanted: the ids of all that were seen, in the order they shall have.

    Raises:
        NotAllowed: the actor may not edit templates.
        Conflict: others are in use now, or in another order.
    """
    access.require(session.actor, Permission.TEMPLATES_EDIT)
    places = {one.id: one.place for one in seen}
    titles = {one.id: one.title for one in seen}

    def work(unit: UnitOfWork) -> Done:
        details: Details = {
            "before": {"order": [one.title for one in seen]},
            "after": {"order": [titles[one] for one in wanted]},
        }
        _begin(unit, session, event_id, EventKind.TEMPLATES_ORDERED, details)
        store = unit.message_templates
        if [one.id for one in store.listed()] != list(places):
            raise Conflict(Why.TEMPLATES_REORDERED)
        # By their ids, as all do, so that two who order them at once wait for each other.
        for one in sorted(wanted):
            if not store.put(one, wanted.index(one) + 1, places[one]):
                raise Conflict(Why.TEMPLATES_REORDERED)
        return Done(_CHANGES)

    return session.store.act(work, done=lambda _: Done(_CHANGES, replayed=True))


def remove(session: Session, event_id: str, seen: MessageTemplate) -> Done:
    """Take a template out of use.

    Raises:
        NotAllowed: the actor may not edit templates.
        Conflict: it was changed or removed meanwhile.
    """
    return _list(session, event_id, seen, seen.event_id, listed=False)


def restore(session: Session, event_id: str, seen: MessageTemplate, removal_id: str) -> Done:
    """Take a template back into use that this act removed.

    Raises:
        NotAllowed: the actor may not edit templates.
        Conflict: it is in use again.
    """
    return _list(session, event_id, seen, removal_id, listed=True)


def _list(
    session: Session, event_id: str, template: MessageTemplate, seen: str, *, listed: bool
) -> Done:
    access.require(session.actor, Permission.TEMPLATES_EDIT)
    kind = EventKind.TEMPLATE_RESTORED if listed else EventKind.TEMPLATE_REMOVED

    def work(unit: UnitOfWork) -> Done:
        _begin(unit, session, event_id, kind, {"template": asdict(template)})
        store = unit.message_templates
        if not store.set_listed(template.id, seen, unit.now, event_id, listed=listed):
            raise Conflict(Why.TEMPLATE_CHANGED)
        return Done(_CHANGES)

    return session.store.act(work, done=lambda _: Done(_CHANGES, replayed=True))


def _begin(
    unit: UnitOfWork, session: Session, event_id: str, kind: EventKind, details: Details
) -> None:
    unit.events.begin(Event(event_id, unit.now, kind, None, session.actor.uid, details))
    access.confirm(unit, session.actor, Permission.TEMPLATES_EDIT)
