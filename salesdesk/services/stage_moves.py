"""Moving a customer on the pipeline (docs/rules.md, "The pipeline")."""

from __future__ import annotations

from dataclasses import replace

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Conflict
from salesdesk.domain.events import EventKind
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Why
from salesdesk.domain.summary import kept_history
from salesdesk.services import access, locked_write, submission
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.services.session import Done, Session
from salesdesk.services.submission import Stored
from salesdesk.storage.unit_of_work import UnitOfWork


def move(
    session: Session, event_id: str, customer_id: str, seen: SalesStatus, to: SalesStatus
) -> Done:
    """Move a customer from the status that was seen to another.

    Raises:
        NotAllowed: the actor may not edit customers.
        Conflict: somebody moved the customer meanwhile; it says to where.
        CustomerGone.
    """
    access.require(session.actor, Permission.CUSTOMERS_EDIT)
    changes = Changes.of(Topic.CUSTOMERS, ids=(customer_id,))
    asked = submission.content(to=to)
    if seen is to and not submission.is_stored(session, event_id):
        return Done(Changes())

    def work(unit: UnitOfWork) -> Done:
        act = locked_write.begin_write(
            unit, session, event_id, EventKind.STATUS_MOVED, customer_id,
            [Permission.CUSTOMERS_EDIT],
            details={"from": seen.value, "to": to.value}, asked=asked,
        )  # fmt: skip
        if act.customer.sales_status is not seen or not unit.customers.change(
            customer_id, {"sales_status": to.value}, {"sales_status": seen.value}
        ):
            raise _moved_meanwhile(act, seen)
        if act.ground is not None:
            facts, stored = act.ground.found.facts, act.ground.found.stored
            moved = replace(facts, status=to)
            locked_write.leaves(act, moved, kept_history(moved, stored))
        return Done(changes)

    def change(found: Stored) -> Done:
        stands = SalesStatus.of(str(found.last.details.get("to")))
        return move(session, found.next_id, customer_id, stands, to)

    return submission.submit(
        session,
        event_id,
        asked,
        work,
        replayed=lambda _, __: Done(changes, replayed=True),
        change=change,
    )


def _moved_meanwhile(act: CustomerWrite, seen: SalesStatus) -> Conflict:
    """The refusal that names to where, and by whom where an event of that move tells it."""
    stands = act.customer.sales_status
    last = act.unit.events.newest_of(act.customer.id, EventKind.STATUS_MOVED, but=act.event_id)
    movers = [e.actor_uid for e in last if e.actor_uid and e.details.get("to") == stands.value]
    by = act.unit.people.name_of(movers[0]) if movers else None
    return Conflict(
        Why.MOVED_BY if by else Why.MOVED_BY_SOMEBODY,
        by_name=by,
        by=by or "",
        seen=seen,
        stands=stands,
    )
