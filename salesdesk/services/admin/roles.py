"""What roles allow in SalesDesk: seen and changed by administrators (docs/rules.md, "People").

Of a role of the booking application only SalesDesk's own permissions are shown and changed; its
others mean nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping

from salesdesk.domain.errors import Conflict, Refusal
from salesdesk.domain.events import EventKind
from salesdesk.domain.people import Role
from salesdesk.domain.permissions import (
    OFFERED_ROLES,
    OWN_ROLE,
    ROLE_NAME_LENGTH,
    OfferedRole,
    Permission,
)
from salesdesk.domain.refusals import Why
from salesdesk.services import access
from salesdesk.services.admin.people import act_on_people, require_no_more
from salesdesk.services.session import Done, Session
from salesdesk.storage.unit_of_work import UnitOfWork

_ORDER = [role.name for role in OFFERED_ROLES]


def roles(session: Session) -> tuple[Role, ...]:
    """All roles, SalesDesk's own first, those that it offers and has not made yet among them.

    Raises:
        NotAllowed: the actor may not manage people.
    """
    access.require(session.actor, Permission.PEOPLE_MANAGE)
    found = session.store.read(lambda reading: reading.people.roles())
    taken = {role.name.casefold() for role in found}
    offered = (
        Role(-at, one.name, True, True, one.permissions, 0, made=False)
        for at, one in enumerate(OFFERED_ROLES, 1)
        if one.name.casefold() not in taken
    )
    return tuple(sorted((*found, *offered), key=_place))


def _place(role: Role) -> tuple[bool, int, str]:
    known = _ORDER.index(role.name) if role.name in _ORDER else len(_ORDER)
    return not role.ours, known, role.name.lower()


def create(session: Session, event_id: str, name: str, permissions: frozenset[Permission]) -> Done:
    """Make a role of SalesDesk's own; nobody has it yet.

    Raises:
        NotAllowed: the actor may not manage people, or would give what they do not have.
        Refusal: the name is missing, too long, or taken.
    """
    named = " ".join(name.split())
    if not named:
        raise Refusal(Why.ROLE_NAME_MISSING, field="name")
    if len(named) > ROLE_NAME_LENGTH:
        raise Refusal(Why.ROLE_NAME_LONG, field="name", most=ROLE_NAME_LENGTH)

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        taken = {*unit.people.role_names(), *_ORDER}
        if named.casefold() in {one.casefold() for one in taken}:
            raise Refusal(Why.ROLE_EXISTS, field="name", name=named)
        require_no_more(unit, session, permissions)
        unit.people.make_role(OfferedRole(named, OWN_ROLE, permissions))
        return {"role": named, "added": sorted(permissions)}

    return act_on_people(session, event_id, EventKind.ROLE_CREATED, work)


def change(
    session: Session,
    event_id: str,
    role_id: int,
    seen: frozenset[Permission],
    wanted: frozenset[Permission],
) -> Done:
    """Let a role allow just these of SalesDesk's permissions.

    Args:
        seen: what it allowed when the person decided.

    Raises:
        NotAllowed: the actor may not manage people, or would give what they do not have.
        Conflict: somebody else changed the role meanwhile.
        Refusal: there is no such role, or nobody who can sign in could manage people any more.
    """

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        role = next((one for one in unit.people.roles() if one.id == role_id), None)
        if role is None:
            raise Refusal(Why.ROLE_GONE)
        if role.permissions != seen:
            raise Conflict(Why.ROLE_CHANGED, name=role.name)
        added, taken = wanted - seen, seen - wanted
        require_no_more(unit, session, added)
        for each in sorted(added):
            unit.people.allow(role_id, each)
        for each in sorted(taken):
            unit.people.disallow(role_id, each)
        return {"role": role.name, "added": sorted(added), "removed": sorted(taken)}

    return act_on_people(session, event_id, EventKind.ROLE_CHANGED, work)
