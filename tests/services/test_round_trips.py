"""How often an act or a screen asks the server: an office reaches it over 5 to 40 ms each time.

What the client says is counted on a line through the real driver, in the steady state: the
connection stands, and the shared settings were read within the minute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from salesdesk.domain.change_feed import Seen
from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.pipeline import BoardQuery
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerSort,
    OwnerFilter,
    OwnerScope,
    TimelineQuery,
)
from salesdesk.services import contacts, follow_ups, ownership
from salesdesk.services.lists import board, changes, customers, handover, pool, reminders, today
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.unit_of_work import Store
from tests.support.database import Database
from tests.support.factories import Office, draft
from tests.support.lines import DelayedLine
from tests.support.orders import Orders

HOUR = timedelta(hours=1)


@dataclass
class Seat:
    """An agent's seat behind a line that counts, in an office where every list has rows.

    Attributes:
        held: a customer of the agent with contacts, spells, orders, a plan and a protection.
        free: one in the pool, with a history.
    """

    session: Session
    line: DelayedLine
    held: str
    free: str

    def packets(self, work: Callable[[], object]) -> int:
        """How many packets the client sends for this work."""
        before = self.line.packets
        work()
        return self.line.packets - before


@pytest.fixture
def seat(mariadb: Database) -> Iterator[Seat]:
    """Everything that makes a reading ask more than the least is there."""
    office = Office(mariadb, now=datetime.now(UTC).replace(microsecond=0) - HOUR / 12)
    me, now, orders = office.agent_uid, office.now, Orders(office)
    for number in range(3):
        office.customer(f"Leaves soon {number}", owner=me, since=now - 28 * DAY)
        late = office.customer(f"Late {number}", owner=me, since=now - 9 * DAY)
        office.contact(late, at=now - 5 * DAY, next_step=now - 2 * DAY, notes="Ask again")
        due = office.customer(f"Today {number}", owner=me, since=now - DAY)
        office.contact(due, at=now - HOUR, next_step=now)
        office.customer(f"Hot {number}", owner=me, since=now - DAY, status=SalesStatus.HOT)
        won = office.customer(f"Won {number}", owner=me, since=now - DAY)
        orders.add(won, "completed", now - DAY, items=[(2, 50_000)], rooms=[100_000])
        ordered = office.customer(f"Ordered {number}", owner=me, since=now - DAY)
        orders.add(ordered, "pending", now + DAY, items=[(2, 50_000)], rooms=[100_000])
    held = office.customer("Siti Rahmawati", owner=me, since=now - DAY, status=SalesStatus.WARM)
    free = office.customer("Budi Santoso", owner=office.other_uid, since=now - 9 * DAY)
    for one in (held, free):
        office.contact(one, at=now - HOUR, notes="Wants a quotation")
        office.contact(one, at=now - 2 * HOUR, method=Method.VISIT, outcome=Outcome.UNSUCCESSFUL)
        office.closed_spell(one, office.lead_uid, now - 50 * DAY, now - 40 * DAY)
        orders.add(one, "completed", now - 100 * DAY, items=[(2, 50_000)], rooms=[100_000])
    follow_ups.plan(office.agent, new_id(), held, now + DAY, "Send the quotation")
    ownership.protect(office.lead, new_id(), held, now + 9 * DAY, "A big order is coming.")
    ownership.release(office.lead, new_id(), free, OwnershipSeen(office.other_uid))
    with DelayedLine(mariadb.url.port or 0) as line:
        url = mariadb.url.set(port=line.port)
        store = Store(make_engine(url, tls=Tls.OFF))
        yield Seat(Session(store, office.agent.actor, "test-machine"), line, held, free)
        store.close()


def _page(seat: Seat) -> None:
    customers.page(seat.session, CustomerQuery())


def _mine(seat: Seat) -> None:
    owner = OwnerFilter(OwnerScope.PERSON, seat.session.actor.uid)
    customers.page(seat.session, CustomerQuery(owner=owner, sort=CustomerSort.DAYS_LEFT))


def _today(seat: Seat) -> None:
    today.day(seat.session, today.mine(seat.session))


def _board(seat: Seat) -> None:
    board.whole(seat.session, BoardQuery(OwnerFilter(OwnerScope.PERSON, seat.session.actor.uid)))


def _board_of_all(seat: Seat) -> None:
    board.whole(seat.session, BoardQuery())


def _open(seat: Seat) -> None:
    customers.details(seat.session, seat.held)
    customers.timeline(seat.session, TimelineQuery(seat.held))


def _due_soon(seat: Seat) -> None:
    reminders.upcoming(seat.session)


def _pool_count(seat: Seat) -> None:
    pool.count(seat.session, PoolQuery())


def _count(seat: Seat) -> None:
    customers.count(seat.session, CustomerQuery())


def _form(seat: Seat) -> None:
    contacts.prospect(seat.session, seat.held)


def _hand_over(seat: Seat) -> None:
    handover.of(seat.session, seat.free)


def _log(seat: Seat) -> None:
    contacts.log(seat.session, draft(seat.held))


def _claim(seat: Seat) -> None:
    ownership.claim(seat.session, new_id(), seat.free)


def _release(seat: Seat) -> None:
    ownership.release(seat.session, new_id(), seat.held, OwnershipSeen(seat.session.actor.uid))


ACTS = {
    "a page of the list": (_page, 3),
    "mine by days left": (_mine, 3),
    "Today complete": (_today, 4),
    "the board of one agent": (_board, 3),
    "the board of everybody": (_board_of_all, 4),
    "open a customer": (_open, 3),
    "what the contact form asks": (_form, 1),
    "what is due soon": (_due_soon, 3),
    "how many are in the pool": (_pool_count, 1),
    "how many customers there are": (_count, 1),
    "the hand-over": (_hand_over, 2),
    "log a contact": (_log, 8),
    "claim a customer": (_claim, 7),
    "release a customer": (_release, 8),
}


@pytest.mark.parametrize("name", ACTS)
def test_no_more_round_trips_than_this(seat: Seat, name: str) -> None:
    work, most = ACTS[name]
    customers.details(seat.session, seat.held)
    customers.ownership(seat.session, seat.held)
    if work not in (_log, _claim, _release):
        work(seat)
    else:
        follow_ups.plan(seat.session, new_id(), seat.held, None)
    assert seat.packets(lambda: work(seat)) <= most


def test_the_poll_is_one_round_trip(seat: Seat) -> None:
    cursor = changes.start(seat.session)
    seen = [Seen.of(row) for row in customers.page(seat.session, CustomerQuery()).rows]

    def poll() -> None:
        changes.changes_since(seat.session, cursor, seen)

    poll()
    assert seat.packets(poll) <= 1


def test_a_new_connection_says_no_more_than_this(mariadb: Database) -> None:
    """Who signs in, its collation, the session, its isolation, the cluster; once, the version."""
    with DelayedLine(mariadb.url.port or 0) as line:
        store = Store(make_engine(mariadb.url.set(port=line.port), tls=Tls.OFF))
        try:
            assert store.read(lambda reading: reading.clock()) is not None
            assert line.packets <= 8
        finally:
            store.close()
