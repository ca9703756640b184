"""Everybody with what they may and what they have; and handing over all of a leaver's customers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import Person
from salesdesk.domain.permissions import Permission
from salesdesk.services import access, bulk
from salesdesk.services.bulk import Batch
from salesdesk.services.session import Session
from salesdesk.services.viewer import viewer_of
from salesdesk.storage.reads import roster as reads
from salesdesk.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One person.

    Attributes:
        accounts: the database accounts that stand for the person.
        statuses: the customers held, by status.
        planned, late: their next steps, and those whose day is over.
        last_login: as `users` has it; None: never, or nobody wrote it.
        may: what both roles allow together.
    """

    person: Person
    accounts: tuple[str, ...]
    statuses: Mapping[SalesStatus, int]
    planned: int
    late: int
    last_login: datetime | None
    may: frozenset[Permission]

    @property
    def customers(self) -> int:
        """How many customers the person has."""
        return sum(self.statuses.values())


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody, by name.

    Attributes:
        at: by the database's clock.
        has_accounts: database accounts stand for people; not so in a workspace.
    """

    at: datetime
    people: tuple[RosterLine, ...]
    has_accounts: bool


def roster(session: Session) -> Roster:
    """Everybody in `users`, with their roles, accounts, customers and late next steps.

    Raises:
        NotAllowed: the actor may not manage people.
    """
    access.require(session.actor, Permission.PEOPLE_MANAGE)
    return session.store.read(lambda reading: _roster(session, reading))


def number(session: Session) -> int:
    """How many people there are, for the navigation.

    Raises:
        NotAllowed: the actor may not manage people.
    """
    access.require(session.actor, Permission.PEOPLE_MANAGE)
    return session.store.read(lambda reading: reading.people.number())


def _roster(session: Session, reading: Reading) -> Roster:
    today = viewer_of(session, reading).today
    holdings = reads.holdings(reading.connection, today.start)
    logins = reads.last_logins(reading.connection)
    accounts: dict[str, tuple[str, ...]] = {}
    for one in reading.people.accounts():
        uid = one.uid.lower()
        accounts[uid] = (*accounts.get(uid, ()), one.account)
    roles = {role.name: role.permissions for role in reading.people.roles() if role.active}
    nothing = reads.Holdings(Counter(), 0, 0)
    lines = []
    for person in reading.people.everybody():
        uid = person.uid.lower()
        has = holdings.get(uid, nothing)
        lines.append(
            RosterLine(
                person, accounts.get(uid, ()), dict(has.statuses), has.planned, has.late,
                logins.get(uid), _may(person, roles),
            )
        )  # fmt: skip
    return Roster(reading.now, tuple(lines), session.store.dialect != "sqlite")


def _may(person: Person, roles: Mapping[str, frozenset[Permission]]) -> frozenset[Permission]:
    """What both roles allow; a role that opens nothing is none."""
    booking = roles.get(person.booking_role or "", frozenset()) if person.booking_active else None
    given = (
        roles.get(person.salesdesk_role or "", frozenset())
        if person.salesdesk_active and not person.sleeping
        else None
    )
    return (booking or frozenset()) | (given or frozenset())


def held_by(session: Session, uid: str) -> dict[str, OwnershipSeen]:
    """The customers of a person, each with its binding: what a hand-over is decided on.

    Raises:
        NotAllowed: the actor may neither transfer nor release others' customers.
    """
    actor = session.actor
    if not actor.may(Permission.CUSTOMERS_RELEASE_ANY):
        access.require(actor, Permission.CUSTOMERS_TRANSFER)
    return session.store.read(lambda reading: reads.held_by(reading.connection, uid))


def hand_over(
    session: Session, batch_id: str, seen: Mapping[str, OwnershipSeen], to: str | None
) -> Batch:
    """Give all these customers to one agent, or to the pool; their next steps go with them.

    Each is an act of its own by its own condition, so that whoever was given away meanwhile stays
    where it is and is named; the same batch may be run again.

    Args:
        seen: of `held_by`.
        to: the agent's uid; None: the pool.

    Raises:
        NotAllowed: as of `bulk.transfer` and `bulk.release`.
    """
    if to is None:
        return bulk.release(session, batch_id, seen)
    return bulk.transfer(session, batch_id, seen, dict.fromkeys(seen, to))
