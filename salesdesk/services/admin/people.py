"""People and their roles: seen by all, managed by administrators (docs/rules.md, "People").

A SalesDesk role stands in a table of SalesDesk's own; the booking application's (`users.role_id`)
is read and never written. Every act here first updates one common row, so that two
administrators cannot remove each other at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Conflict, NotAllowed, Refusal
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.people import Person, Role, is_email
from salesdesk.domain.permissions import OFFERED_ROLES, Permission
from salesdesk.domain.refusals import Why
from salesdesk.services import access
from salesdesk.services.session import Done, Session
from salesdesk.storage.setup import rights
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

ACCOUNT_LENGTH = 400
ADMINISTRATOR = OFFERED_ROLES[-1]
_OFFERED = {role.name.lower(): role for role in OFFERED_ROLES}

#: 'rina'@'%', "rina"@"%", `rina`@`%` or rina@%; a name may contain an @, a host may not.
_ACCOUNT = re.compile(r"(?P<q>['\"`]?)(?P<name>.+)(?P=q)@(?P<r>['\"`]?)(?P<host>[^@'\"`]+)(?P=r)")


@dataclass(frozen=True, slots=True)
class Granted(Done):
    """A SalesDesk role was given.

    Attributes:
        opens: whether the role allows anything: it may be inactive, or have been there before
            SalesDesk and hold none of its permissions.
        role: its name as it is called, however it was typed.
    """

    opens: bool = True
    role: str = ""


@dataclass(frozen=True, slots=True)
class Mapped(Done):
    """A database account stands for a person.

    Attributes:
        before: the name of another person whom it stood for until then; None: nobody's.
    """

    before: str | None = None


@dataclass(frozen=True, slots=True)
class Confirmed(Done):
    """A SalesDesk role counts.

    Attributes:
        slept: whether it did not count before.
    """

    slept: bool = True


@dataclass(frozen=True, slots=True)
class Revoked:
    """A SalesDesk role was taken away.

    Attributes:
        left: what the person still may, through the booking application's role.
        booking_role: that role.
    """

    changes: Changes
    left: frozenset[Permission] = frozenset()
    booking_role: str | None = None


def people(session: Session) -> tuple[Person, ...]:
    """Everybody in `users`, by name.

    Raises:
        NotAllowed: a signed-in person who may not see customers.
    """
    if session.actor.uid is not None:
        access.require(session.actor, Permission.CUSTOMERS_VIEW)
    return session.store.read(lambda reading: reading.people.everybody())


def _require_administrator(session: Session) -> None:
    """Let a bare database account through: it could read the tables anyway."""
    if session.actor.uid is not None:
        access.require(session.actor, Permission.PEOPLE_MANAGE)


def accounts(session: Session) -> dict[str, tuple[str, ...]]:
    """The database accounts that stand for each person, by uid in small letters.

    Raises:
        NotAllowed: a signed-in person who may not manage people.
    """
    _require_administrator(session)
    found: dict[str, tuple[str, ...]] = {}
    for one in session.store.read(lambda reading: reading.people.accounts()):
        uid = one.uid.lower()
        found[uid] = (*found.get(uid, ()), one.account)
    return found


def accounts_without_host(session: Session) -> tuple[str, ...]:
    """Mapped accounts of a time when hosts were not kept; each is good until it is mapped anew.

    Raises:
        NotAllowed: a signed-in person who may not manage people.
    """
    _require_administrator(session)
    mapped = session.store.read(lambda reading: reading.people.accounts())
    return tuple(one.account for one in mapped if not one.with_host)


@dataclass(frozen=True, slots=True)
class WrittenRole:
    """A role that SalesDesk once wrote into the booking application's `users.role_id`.

    Attributes:
        before: the role that stood there before; None: none.
    """

    person: str
    role: str
    before: str | None


def foreign_grants(session: Session) -> dict[str, tuple[str, ...]]:
    """Roles of the booking application that grant what once counted here too, and what.

    Raises:
        NotAllowed: a signed-in person who may not manage people.
    """
    _require_administrator(session)
    return session.store.read(lambda reading: reading.people.foreign_grants())


def written_roles(session: Session) -> tuple[WrittenRole, ...]:
    """Whose role in the booking application is still the one that SalesDesk wrote there.

    Raises:
        NotAllowed: a signed-in person who may not manage people.
    """
    _require_administrator(session)
    return session.store.read(_written_roles)


def _written_roles(reading: Reading) -> tuple[WrittenRole, ...]:
    first: dict[str, object] = {}
    for event in reading.events.of_kind(EventKind.ROLE_GRANTED):
        first.setdefault(str(event.details.get("person")).lower(), event.details.get("before"))
    return tuple(
        WrittenRole(one.name, one.booking_role, _text(first.get(one.uid.lower())))
        for one in reading.people.everybody()
        if one.booking_role is not None and one.booking_role == one.salesdesk_role
    )


def _text(value: object) -> str | None:
    return str(value) if value is not None else None


def roles(session: Session) -> tuple[str, ...]:
    """The names of the roles that can be granted: those that exist and those offered."""
    existing = session.store.read(lambda reading: reading.people.role_names())
    return tuple(sorted({*existing, *(role.name for role in OFFERED_ROLES)}))


def has_administrator(session: Session) -> bool:
    """Whether anybody who may manage people can sign in."""
    return session.store.read(lambda reading: bool(reading.people.administrators()))


def has_named_administrator(session: Session) -> bool:
    """Whether anybody may manage people, also where nobody of them can sign in yet."""
    holders = session.store.read(
        lambda reading: reading.people.holders_of(Permission.PEOPLE_MANAGE)
    )
    return bool(holders)


def grant(session: Session, event_id: str, email: str, role: str) -> Granted:
    """Give a person a SalesDesk role; one of SalesDesk's own is made if it is missing.

    Until an administrator exists, a database account on the command line may do so.

    Raises:
        NotAllowed: the person may not manage people, or an administrator exists and nobody is
            signed in.
        Refusal: no such person or role, several people with that address, or no administrator
            would be left.
    """

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        person = one_with(unit, email)
        given = _role(unit, role)
        require_no_more(unit, session, given.permissions)
        unit.people.give_role(person.uid, given.id, unit.now, event_id)
        return {
            "person": person.uid,
            "role": given.name,
            "before": person.salesdesk_role,
            "booking_role": person.booking_role,
        }

    done = act_on_people(session, event_id, EventKind.ROLE_GRANTED, work)

    def told(reading: Reading) -> Granted:
        person = one_with(reading, email)
        opens = _opens(reading, person)
        return Granted(done.changes, done.replayed, opens, person.salesdesk_role or role)

    return session.store.read(told)


def _opens(reading: Reading, person: Person) -> bool:
    """Whether the person's SalesDesk role is active and has any of SalesDesk's permissions."""
    role = reading.people.role_id(person.salesdesk_role or "")
    return role is not None and reading.people.allows_anything(role)


def confirm(session: Session, event_id: str, email: str) -> Confirmed:
    """Let a sleeping SalesDesk role count again, though the booking application's role is gone.

    Raises:
        NotAllowed: see `grant`.
        Refusal: no such person, or one without a SalesDesk role.
    """

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        person = one_with(unit, email)
        if not unit.people.confirm_role(person.uid):
            raise Refusal(Why.HAS_NO_ROLE, field="email", name=person.name)
        require_no_more(unit, session, unit.people.permissions(person.uid))
        return {"person": person.uid, "role": person.salesdesk_role, "slept": person.sleeping}

    done, details = _told(session, event_id, EventKind.ROLE_CONFIRMED, work)
    return Confirmed(done.changes, done.replayed, bool(details.get("slept")))


def revoke(session: Session, event_id: str, email: str) -> Revoked:
    """Take a person's SalesDesk role away; the booking application's stays as it is.

    Raises:
        NotAllowed: see `grant`.
        Refusal: no such person, one without a SalesDesk role, or no administrator would be left.
    """

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        person = one_with(unit, email)
        if not unit.people.take_role(person.uid):
            raise Refusal(Why.HAS_NO_ROLE, field="email", name=person.name)
        return {"person": person.uid, "role": None, "before": person.salesdesk_role}

    done = act_on_people(session, event_id, EventKind.ROLE_REVOKED, work)
    return session.store.read(lambda reading: _revoked(reading, email, done.changes))


def change_role(
    session: Session, event_id: str, uid: str, seen: str | None, role: str | None
) -> Done:
    """Give a person another SalesDesk role, or none, if they still have the one that was seen.

    Args:
        seen: the SalesDesk role that the person had when it was decided; None: none.
        role: the new one; None takes it away, the booking application's stays as it is.

    Raises:
        NotAllowed: see `grant`.
        Conflict: somebody else changed the person's role meanwhile.
        Refusal: no such person or role, or no administrator would be left.
    """

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        person = one_with(unit, uid)
        if (person.salesdesk_role or "").casefold() != (seen or "").casefold():
            raise Conflict(Why.PERSON_ROLE_CHANGED, field="role", name=person.name)
        given = None if role is None else _role(unit, role)
        if given is None:
            unit.people.take_role(person.uid)
        else:
            require_no_more(unit, session, given.permissions)
            unit.people.give_role(person.uid, given.id, unit.now, event_id)
        called = given.name if given is not None else None
        return {"person": person.uid, "role": called, "before": person.salesdesk_role}

    kind = EventKind.ROLE_REVOKED if role is None else EventKind.ROLE_GRANTED
    return act_on_people(session, event_id, kind, work)


def _revoked(reading: Reading, email: str, changes: Changes) -> Revoked:
    person = one_with(reading, email)
    return Revoked(changes, reading.people.permissions(person.uid), person.booking_role)


def map_account(session: Session, event_id: str, account: str, email: str) -> Mapped:
    """Let a database account stand for a person, so that its owner is signed in as them.

    Args:
        account: with its host, as CURRENT_USER() tells it: rina@%.

    Raises:
        NotAllowed: see `grant`.
        Refusal: no such person, or several with that address, no usable account, or no
            administrator would be left.
    """
    name = exact_account(account)

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        person = one_with(unit, email)
        require_no_more(unit, session, unit.people.permissions(person.uid))
        stood = {one.account: one.uid for one in unit.people.accounts()}.get(name)
        unit.people.map_account(name, person.uid, unit.now)
        another = stood is not None and stood.lower() != person.uid.lower()
        return {"account": name, "person": person.uid, "before": stood if another else None}

    done, details = _told(session, event_id, EventKind.ACCOUNT_MAPPED, work)
    before = _text(details.get("before"))
    if before is None:
        return Mapped(done.changes, done.replayed)
    person = session.store.read(lambda reading: reading.people.person(before))
    return Mapped(done.changes, done.replayed, person.name if person is not None else before)


def unmap_account(session: Session, event_id: str, account: str) -> Done:
    """Let a database account stand for nobody any more; whoever signs in with it is told so.

    Args:
        account: as it is kept.

    Raises:
        NotAllowed: see `grant`.
        Refusal: it stands for nobody, or no administrator would be left.
    """

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        stood = {one.account: one.uid for one in unit.people.accounts()}.get(account)
        if stood is None or not unit.people.unmap_account(account):
            raise Refusal(Why.ACCOUNT_OF_NOBODY, field="account", account=account)
        return {"account": account, "person": stood}

    return act_on_people(session, event_id, EventKind.ACCOUNT_REMOVED, work)


def recover(session: Session, event_id: str, email: str, account: str | None) -> Done:
    """Make somebody an administrator when none can sign in; every administrator is told.

    Args:
        account: the database account to stand for the person; None in a workspace.

    Raises:
        NotAllowed: the database account may not change SalesDesk's tables, as an upgrade does.
        Refusal: no such person, no usable account, or the administrators' role opens nothing.
    """
    if not session.store.read(lambda reading: rights.may_upgrade(reading.connection)):
        raise NotAllowed(
            Permission.PEOPLE_MANAGE,
            Why.NEEDS_UPGRADE_ACCOUNT,
        )
    if account is None and session.store.dialect != "sqlite":
        raise Refusal(Why.NAME_THE_ACCOUNT, field="account")
    name = exact_account(account) if account is not None else None

    def work(unit: UnitOfWork) -> Done:
        unit.people.lock()
        kind = EventKind.PEOPLE_RECOVERED
        unit.events.begin(Event(event_id, unit.now, kind, None, session.actor.uid, {}))
        person = one_with(unit, email)
        unit.people.give_role(person.uid, _role(unit, ADMINISTRATOR.name).id, unit.now, event_id)
        if name is not None:
            unit.people.map_account(name, person.uid, unit.now)
        if Permission.PEOPLE_MANAGE not in unit.people.permissions(person.uid):
            raise Refusal(
                Why.ROLE_OPENS_NOTHING, role=ADMINISTRATOR.name, permission=Permission.PEOPLE_MANAGE
            )
        told = {
            "person": person.uid,
            "name": person.name,
            "role": ADMINISTRATOR.name,
            "account": name,
            "by_account": _acting_account(unit),
        }
        unit.events.complete(event_id, told)
        return Done(Changes.of(Topic.PEOPLE))

    return session.store.act(work, done=lambda _: Done(Changes.of(Topic.PEOPLE), replayed=True))


def add_to_workspace(session: Session, event_id: str, name: str, email: str, role: str) -> Person:
    """Add a person to a workspace on this computer, where no booking application does it.

    The id of the act gives the person's uid, so that a retry adds nobody twice.

    Raises:
        Refusal: this is a company's database, or there is no such role, or no name, or what
            stands for an e-mail address is none.
        NotAllowed: see `grant`.
    """
    if session.store.dialect != "sqlite":
        raise Refusal(Why.PEOPLE_MADE_ELSEWHERE)
    offered = _OFFERED.get(role.strip().lower())
    if offered is None:
        raise Refusal(Why.NO_SUCH_ROLE, field="role", role=role)
    if not name.strip():
        raise Refusal(Why.NO_NAME, field="name")
    if email.strip() and not is_email(email.strip()):
        raise Refusal(Why.NO_EMAIL, field="email", typed=email.strip())
    uid = derived_id(event_id, "person").replace("-", "")[:28]

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        unit.people.add_person(uid, name.strip(), email.strip() or None)
        unit.people.give_role(uid, unit.people.offer_role(offered), unit.now, event_id)
        return {"person": uid, "role": offered.name, "before": None}

    act_on_people(session, event_id, EventKind.ROLE_GRANTED, work)
    return session.store.read(lambda reading: _known(reading, uid))


def exact_account(typed: str) -> str:
    """An account as CURRENT_USER() tells it: name@host, without quotes.

    Raises:
        Refusal: there is no name, no host, or it is too long.
    """
    found = _ACCOUNT.fullmatch(typed.strip())
    if found is None:
        raise Refusal(Why.NO_ACCOUNT_WITH_HOST, field="account", typed=typed)
    exact = f"{found['name']}@{found['host'].lower()}"
    if len(exact) > ACCOUNT_LENGTH:
        raise Refusal(Why.ACCOUNT_TOO_LONG, field="account")
    return exact


def act_on_people(
    session: Session,
    event_id: str,
    kind: EventKind,
    work: Callable[[UnitOfWork], Mapping[str, object]],
) -> Done:
    """One act on people: lock, event, permission, the work, and a look at who is left."""
    changes = Changes.of(Topic.PEOPLE)
    access.require(session.actor, Permission.PEOPLE_MANAGE)

    def whole(unit: UnitOfWork) -> Done:
        unit.people.lock()
        unit.events.begin(Event(event_id, unit.now, kind, None, session.actor.uid, {}))
        before = unit.people.administrators()
        if session.actor.uid is None and before:
            raise NotAllowed(Permission.PEOPLE_MANAGE, Why.NEEDS_ADMINISTRATOR)
        access.confirm(unit, session.actor, Permission.PEOPLE_MANAGE)
        unit.people.note_booking_roles()
        details = work(unit)
        if before and not unit.people.administrators():
            raise Refusal(Why.LAST_ADMINISTRATOR)
        unit.events.complete(event_id, {**details, "by_account": _acting_account(unit)})
        return Done(changes)

    return session.store.act(whole, done=lambda _: Done(changes, replayed=True))


def require_no_more(reading: Reading, session: Session, permissions: frozenset[Permission]) -> None:
    """Nobody gives what they do not have; a bare database account could write the tables anyway.

    Raises:
        NotAllowed: the actor lacks one of these.
    """
    if session.actor.uid is None:
        return
    lacking = permissions - reading.people.permissions(session.actor.uid)
    if lacking:
        names = ", ".join(sorted(lacking))
        raise NotAllowed(sorted(lacking)[0], Why.ONLY_WHAT_YOU_HAVE, names=names)


def _told(
    session: Session,
    event_id: str,
    kind: EventKind,
    work: Callable[[UnitOfWork], Mapping[str, object]],
) -> tuple[Done, Mapping[str, object]]:
    """An act on people, and what its event keeps of it; the same for a replay."""
    done = act_on_people(session, event_id, kind, work)
    event = session.store.read(lambda reading: reading.events.get(event_id))
    return done, event.details if event is not None else {}


def _acting_account(unit: UnitOfWork) -> str | None:
    """The database account that acts, for the event; None in a workspace."""
    account = unit.people.account()
    return account.whole if account is not None else None


def _role(unit: UnitOfWork, role: str) -> Role:
    """The role as it is called, however it was typed; one of SalesDesk's own is made if missing."""
    offered = _OFFERED.get(role.strip().lower())
    role_id = unit.people.offer_role(offered) if offered else unit.people.role_id(role.strip())
    if role_id is None:
        known = ", ".join(sorted({*unit.people.role_names(), *(r.name for r in OFFERED_ROLES)}))
        raise Refusal(Why.NO_ACTIVE_ROLE, field="role", role=role, known=known)
    return next(one for one in unit.people.roles() if one.id == role_id)


def _known(reading: Reading, uid: str) -> Person:
    person = reading.people.person(uid)
    if person is None:
        raise Refusal(Why.PERSON_REMOVED)
    return person


def one_with(reading: Reading, email: str) -> Person:
    """The person with this address; or with this uid, which the window knows everybody by.

    Raises:
        Refusal: nobody is named or meant, or several are.
    """
    found = reading.people.by_email(email) if email.strip() else ()
    if not found and "@" not in email:
        person = reading.people.person(email)
        found = (person,) if person is not None else ()
    return the_one(email, found)


def the_one(email: str, found: Sequence[Person]) -> Person:
    """The one person who was found by an address.

    Raises:
        Refusal: there is none; or there are several, then it says by which ids to name them.
    """
    if not email.strip():
        raise Refusal(Why.NO_ADDRESS_GIVEN, field="email")
    if not found:
        raise Refusal(Why.NOBODY_WITH_EMAIL, field="email", email=email)
    if len(found) > 1:
        ids = ", ".join(sorted(f"{one.uid} ({one.name})" for one in found))
        raise Refusal(
            Why.SEVERAL_WITH_EMAIL, field="email", number=len(found), email=email, ids=ids
        )
    return found[0]
