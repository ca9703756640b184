"""Writing sample data into a database that holds no customers yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from salesdesk.app.sample import days
from salesdesk.app.sample.bookings import Venue
from salesdesk.app.sample.generate import Maker, Wish
from salesdesk.app.sample.names import Names
from salesdesk.app.sample.random_source import Chance
from salesdesk.app.sample.records import Life, Member
from salesdesk.app.sample.rows import Past
from salesdesk.app.sample.story import Story
from salesdesk.app.sample.team import DEMO_PERSON, team
from salesdesk.domain.errors import Refusal
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.permissions import OFFERED_ROLES
from salesdesk.domain.refusals import Why
from salesdesk.services import summaries
from salesdesk.services.session import Session
from salesdesk.storage.stores import bulk_insert
from salesdesk.storage.unit_of_work import Store, UnitOfWork

DEMO_CUSTOMERS = 1_284
DEMO_AGENTS = 28
MOST_CUSTOMERS = 5_000_000

_FREE = 0.2
_OVERDUE = 0.01


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Attributes:
        person: who is signed in in the sample workspace.
    """

    customers: int
    rows: int
    base: datetime
    person: Member


def write_generated(
    store: Store,
    customers: int,
    seed: int,
    base: datetime,
    told: Callable[[int], object] = lambda _: None,
) -> Written:
    """Write this many made-up customers, some of them overdue; the same for the same seed.

    Args:
        base: the moment that counts as now; every date is relative to it.
        told: called now and then with how many more customers are done.

    Raises:
        Refusal: the database holds customers (or what orders refer to) already.
        Unavailable: the database is out of reach; what was written before stays.
    """
    names = Names(seed)
    agents = min(max(customers // 45, 5), 60)
    staff, administrator = team(seed, names, agents)
    maker = Maker(seed, base, names, staff)
    lives = (maker.life(index, _wish(maker, index)) for index in range(customers))
    everybody = (*staff.agents, administrator)
    return _write(store, seed, base, everybody, lives, told)


def write_story(
    store: Store, seed: int, base: datetime, told: Callable[[int], object] = lambda _: None
) -> Written:
    """Write the sample workspace: the customers of the pictures, and others around them.

    Raises:
        Refusal: the database holds customers already.
    """
    names = Names(seed)
    staff, administrator = team(seed, names, DEMO_AGENTS)
    maker = Maker(seed, base, names, staff)
    lives = Story(maker).lives(DEMO_CUSTOMERS)
    return _write(store, seed, base, (*staff.agents, administrator), lives, told)


def _offered_roles(unit: UnitOfWork) -> dict[str, int]:
    return {role.name: unit.people.offer_role(role) for role in OFFERED_ROLES}


def _wish(maker: Maker, index: int) -> Wish:
    chance = Chance(maker.seed, f"wish {index}")
    if chance.happens(_FREE):
        return Wish(None, (0.2, 120))
    owner = chance.among(maker.team.agents).uid
    idle = (31.5, 60.0) if chance.happens(_OVERDUE) else (0.05, 28.5)
    return Wish(owner, idle)


def _write(
    store: Store,
    seed: int,
    base: datetime,
    members: tuple[Member, ...],
    lives: Iterator[Life],
    told: Callable[[int], object],
) -> Written:
    if bulk_insert.holds_bookings(store.engine):
        raise Refusal(Why.SAMPLE_INTO_EMPTY)
    roles = store.act(_offered_roles)
    opened = base - timedelta(days=900)
    venue = Venue.of(seed)
    past = Past(seed, base, venue)
    customers = bound = 0
    with bulk_insert.bulk_writer(store.engine) as writer:
        writer.add(
            "users",
            ("firebase_uid", "email", "display_name", "created_at", "last_login"),
            [(m.uid, m.email, m.name, opened, base) for m in members],
        )
        writer.add(
            "salesdesk_person_roles",
            ("uid", "role_id", "with_booking_role", "granted_at", "event_id"),
            [
                (m.uid, roles[m.role], False, opened, Chance(seed, f"role {m.uid}").new_id())
                for m in members
            ],
        )
        for rows in venue.rows(opened):
            writer.add(*rows)
        for life in lives:
            for rows in past.rows(life):
                writer.add(*rows)
            customers += 1
            bound += life.standing is not None
            if customers % 100 == 0:
                told(100)
        for rows in past.runs(bound):
            writer.add(*rows)
        writer.add(days.TABLE, days.COLUMNS, list(days.rows(seed, base, customers, bound)))
    told(customers % 100)
    summaries.fill(Session(store, SYSTEM))
    person = next((member for member in members if member.name == DEMO_PERSON), members[0])
    return Written(customers, writer.rows, base, person)
