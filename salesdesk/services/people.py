"""People and their roles: seen by all, managed by administrators (rules.md, "People")."""

from __future__ import annotations

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.people import OFFERED_ROLES, Permission, Person
from salesdesk.services import access
from salesdesk.services.desk import Desk, Done
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

ACCOUNT_LENGTH = 128
_OFFERED = {role.name.lower(): role for role in OFFERED_ROLES}


def people(desk: Desk) -> tuple[Person, ...]:
    """Everybody in `users`, by name.

    Raises:
        NotAllowed: a signed-in person who may not see customers.
        Unavailable: the database is out of reach.
    """
    if desk.actor.uid is not None:
        access.require(desk.actor, Permission.CUSTOMERS_VIEW)
    return desk.store.read(lambda reading: reading.people.everybody())


def roles(desk: Desk) -> tuple[str, ...]:
    """The names of the roles that can be granted: those that exist and those offered.

    Raises:
        Unavailable: the database is out of reach.
    """
    existing = desk.store.read(lambda reading: reading.people.role_names())
    return tuple(sorted({*existing, *(role.name for role in OFFERED_ROLES)}))


def has_administrator(desk: Desk) -> bool:
    """Whether anybody's role lets them manage people.

    Raises:
        Unavailable: the database is out of reach.
    """
    return desk.store.read(lambda reading: reading.people.holders_of(Permission.PEOPLE_MANAGE) > 0)


def grant(desk: Desk, event_id: str, email: str, role: str) -> Done:
    """Give a person a role; one of SalesDesk's own is made if it is missing.

    A database account on the command line may do so: it could write the rows anyway.

    Raises:
        NotAllowed: a signed-in person who may not manage people.
        Refusal: no such person or role, or several people with that address.
        Unavailable: the database is out of reach.
    """
    _require_manager(desk)
    changes = Changes.of(Topic.PEOPLE)

    def work(unit: UnitOfWork) -> Done:
        at = unit.clock()
        unit.events.begin(
            Event(event_id, at, EventKind.ROLE_GRANTED, None, desk.actor.uid, {"role": role})
        )
        access.confirm(unit, desk.actor, Permission.PEOPLE_MANAGE)
        person = _one_with(unit, email)
        offered = _OFFERED.get(role.strip().lower())
        role_id = unit.people.offer_role(offered) if offered else unit.people.role_id(role)
        if role_id is None:
            known = ", ".join(sorted({*unit.people.role_names(), *(r.name for r in OFFERED_ROLES)}))
            raise Refusal(f"There is no active role “{role}”. There are: {known}.", field="role")
        unit.people.set_role(person.uid, role_id)
        told = {"person": person.uid, "role": role, "before": person.role}
        unit.events.complete(event_id, told)
        return Done(changes)

    return desk.store.act(work, done=lambda _: Done(changes, replayed=True))


def map_account(desk: Desk, event_id: str, account: str, email: str) -> Done:
    """Let a database account stand for a person, so that its owner is signed in as them.

    Raises:
        NotAllowed: a signed-in person who may not manage people.
        Refusal: no such person, or several with that address, or no usable account name.
        Unavailable: the database is out of reach.
    """
    _require_manager(desk)
    name = account.strip()
    if not name or len(name) > ACCOUNT_LENGTH:
        raise Refusal("This is not the name of a database account.", field="account")
    changes = Changes.of(Topic.PEOPLE)

    def work(unit: UnitOfWork) -> Done:
        at = unit.clock()
        unit.events.begin(
            Event(event_id, at, EventKind.ACCOUNT_MAPPED, None, desk.actor.uid, {"account": name})
        )
        access.confirm(unit, desk.actor, Permission.PEOPLE_MANAGE)
        person = _one_with(unit, email)
        unit.people.map_account(name, person.uid, at)
        unit.events.complete(event_id, {"account": name, "person": person.uid})
        return Done(changes)

    return desk.store.act(work, done=lambda _: Done(changes, replayed=True))


def add_to_workspace(desk: Desk, event_id: str, name: str, email: str, role: str) -> Person:
    """Add a person to a workspace on this computer, where no booking application does it.

    The id of the act gives the person's uid, so that a retry adds nobody twice.

    Raises:
        Refusal: this is a company's database, or there is no such role, or no name.
        Unavailable: the database is out of reach.
    """
    if desk.store.dialect != "sqlite":
        raise Refusal("People of the company's database are made by the booking application.")
    offered = _OFFERED.get(role.strip().lower())
    if offered is None:
        raise Refusal(f"There is no role “{role}”.", field="role")
    if not name.strip():
        raise Refusal("The name is missing.", field="name")
    uid = derived_id(event_id, "person").replace("-", "")[:28]

    def work(unit: UnitOfWork) -> Person:
        if desk.actor.uid is not None or unit.people.everybody():
            access.require(desk.actor, Permission.PEOPLE_MANAGE)
        details = {"person": uid, "role": offered.name, "before": None}
        unit.events.begin(
            Event(event_id, unit.clock(), EventKind.ROLE_GRANTED, None, desk.actor.uid, details)
        )
        role_id = unit.people.offer_role(offered)
        unit.people.add_person(uid, name.strip(), email.strip() or None, role_id)
        return _known(unit, uid)

    return desk.store.act(work, done=lambda unit: _known(unit, uid))


def _known(reading: Reading, uid: str) -> Person:
    person = reading.people.person(uid)
    if person is None:
        raise Refusal("This person was removed in the meantime.")
    return person


def _require_manager(desk: Desk) -> None:
    if desk.actor.uid is not None:
        access.require(desk.actor, Permission.PEOPLE_MANAGE)
    elif not desk.actor.may(Permission.PEOPLE_MANAGE):
        raise NotAllowed(Permission.PEOPLE_MANAGE)


def _one_with(unit: UnitOfWork, email: str) -> Person:
    found = unit.people.by_email(email.strip())
    if not found:
        raise Refusal(f"There is nobody with the address {email}.", field="email")
    if len(found) > 1:
        raise Refusal(f"{len(found)} people have the address {email}.", field="email")
    return found[0]
