"""Whose turn it is to sweep, a reckoning that takes long or is killed, the first filling."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from salesdesk import __version__
from salesdesk.domain.change_feed import MENDED
from salesdesk.domain.changes import Changes
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.settings import LIMIT_COLD, POOL_MOST
from salesdesk.services import follow_ups, summaries, sweep_turn
from salesdesk.services.lists import changes
from salesdesk.services.summaries import REST, Swept
from salesdesk.services.sweep_turn import LEASE, Reckoning
from salesdesk.storage.db.cancel import Stopped
from salesdesk.storage.reads import due
from salesdesk.storage.setup import schema
from salesdesk.storage.stores.summary_notes import SUMMARIES_RECKONED
from salesdesk.storage.unit_of_work import Store
from tests.support.database import open_database
from tests.support.factories import Office
from tests.support.settings import set_to
from tests.support.summaries_at_work import both
from tests.support.sweeping import (
    Interrupted,
    Killed,
    in_line,
    known,
    summary,
    swept,
    system,
)

# --- whose turn it is -----------------------------------------------------------------------------


def test_one_sweep_is_enough_for_all_desktops(office: Office) -> None:
    office.customer(swept=False)
    assert summaries.sweep(system(office)) is not None
    assert summaries.sweep(system(office)) is None
    office.pass_time(REST)
    assert summaries.sweep(system(office)) is not None


@pytest.fixture
def second(office: Office) -> Iterator[Office]:
    """The same office from another desktop."""
    database = open_database(office.database.url)
    found = Office.__new__(Office)
    found.database, found.store = database, database.store
    found.move_clock(office.now)
    yield found
    database.close()


def test_of_two_sweeps_at_once_one_works(office: Office, second: Office) -> None:
    office.customer(swept=False)
    store = Interrupted(office.database.engine)
    others: list[Swept | None] = []
    store.meanwhile = lambda: others.append(
        summaries.sweep(system(second), unless_within=timedelta())
    )
    found = summaries.sweep(system(office, store), unless_within=timedelta())
    assert others == [None]
    assert found is not None
    assert found.changed == 1
    assert in_line(office)


def test_a_sweep_beside_a_reckoning_of_everybody_leaves_all_in_line(
    office: Office, second: Office
) -> None:
    """`db summaries` asks nobody for a turn, and an act comes between the two."""
    ids = [office.customer(owner=office.agent_uid, swept=False) for _ in range(3)]
    store = Interrupted(office.database.engine)

    def beside() -> None:
        assert summaries.reckon_all(system(second)).changed == len(ids)
        follow_ups.plan(office.agent, new_id(), ids[0], office.now + DAY)

    store.meanwhile = beside
    found = summaries.sweep(system(office, store), unless_within=timedelta())
    assert found is not None
    assert found.changed == 0
    assert known(office, ids[0]).next_step_at == office.now + DAY
    assert in_line(office)


def test_a_desktop_that_fell_silent_is_taken_over(
    office: Office, second: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [office.customer(swept=False) for _ in range(3)]
    monkeypatch.setattr(sweep_turn, "SAID_EVERY", timedelta())
    monkeypatch.setattr(summaries, "BATCH", 1)
    store = Interrupted(office.database.engine)
    others: list[Swept | None] = []

    def take_over() -> None:
        second.move_clock(office.now + LEASE)
        others.append(summaries.sweep(system(second), unless_within=timedelta()))
        second.move_clock(office.now)

    store.meanwhile = take_over
    assert summaries.sweep(system(office, store), unless_within=timedelta()) is None
    assert others[0] is not None
    assert others[0].changed == len(ids)
    assert in_line(office)
    office.pass_time(LEASE)
    assert summaries.sweep(system(office), unless_within=timedelta()) is not None


# --- a reckoning that takes long ------------------------------------------------------------------


class Passing(Store):
    """A store on which every reading takes its time, by the database's clock."""

    office: Office
    span: timedelta
    then: Callable[[], object] = staticmethod(lambda: None)

    def read(self, work: Any) -> Any:
        self.office.pass_time(self.span)
        self.then()
        return super().read(work)


@pytest.fixture
def backdated(office: Office, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Customers in the order of their ids, whose contacts others wrote; one in a stretch."""
    ids = sorted(office.customer(owner=office.agent_uid) for _ in range(4))
    swept(office)
    for customer in ids:
        office.contact(customer, at=office.now - 2 * DAY, swept=False)
    office.pass_time(DAY)
    for name in ("RECKONED", "SCANNED"):
        monkeypatch.setattr(summaries, name, 1)
    monkeypatch.setattr(sweep_turn, "SAID_EVERY", timedelta())
    return ids


def right_so_far(office: Office, ids: list[str]) -> list[bool]:
    stored, right = office.store.read(both)
    return [stored.get(one) == right[one] for one in ids]


def test_a_reckoning_that_takes_longer_goes_on_with_the_next_sweep(
    office: Office, backdated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summaries, "PORTION", timedelta())
    began = office.now
    found = []
    for _ in range(4):
        found.append(right_so_far(office, backdated))
        assert not swept(office).whole
        office.pass_time(REST)
    assert found == [[number < done for number in range(4)] for done in range(4)]
    last = swept(office)
    assert (last.whole, last.reckoned) == (True, began)
    assert in_line(office)
    assert not swept(office).whole, "that was the day's"
    office.move_clock(began + DAY)
    assert not swept(office).whole, "the next one has begun"
    stored = office.database.execute(
        "SELECT name FROM salesdesk_state WHERE name LIKE %s", "%reckon%"
    )
    assert sorted(stored) == [("summaries_reckoned_at",), ("summaries_reckoning",)]


def test_a_reckoning_that_was_killed_goes_on_where_it_was(
    office: Office, second: Office, backdated: list[str]
) -> None:
    """On another desktop too, once the turn of the one that died has run out."""
    store = Passing(office.database.engine)
    store.office, store.span = office, timedelta()

    def die_after_two() -> None:
        if right_so_far(office, backdated).count(True) == 2:
            raise Killed

    store.then = die_after_two
    with pytest.raises(Killed):
        summaries.sweep(system(office, store), unless_within=timedelta())
    assert right_so_far(office, backdated) == [True, True, False, False]
    second.move_clock(office.now)
    assert summaries.sweep(system(second), unless_within=timedelta()) is None
    second.move_clock(office.now + LEASE)
    # Whom the first one has reckoned is not reckoned again: this would be seen.
    office.database.execute(
        "UPDATE salesdesk_customer_summary SET contact_method = 'visit' WHERE customer_id = %s",
        backdated[0],
    )
    found = summaries.sweep(system(second), unless_within=timedelta())
    assert found is not None
    assert (found.whole, found.changed) == (True, 2)
    assert right_so_far(office, backdated) == [False, True, True, True]


def test_a_sweep_that_finds_nothing_for_long_keeps_its_turn(
    office: Office, second: Office, backdated: list[str]
) -> None:
    office.sweep()
    store = Passing(office.database.engine)
    store.office, store.span = office, LEASE / 8
    others: list[Swept | None] = []

    def tries() -> None:
        second.move_clock(office.now)
        others.append(summaries.sweep(system(second), unless_within=timedelta()))

    def begins() -> None:
        store.then = tries

    began = office.now
    store.then = begins
    found = summaries.sweep(system(office, store), unless_within=timedelta())
    assert found is not None
    assert found.whole
    assert office.now > began + LEASE
    assert set(others) == {None}


def test_a_sweep_that_is_stopped_ends_between_two_customers(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window closes while many summaries are being renewed, all found by one reading."""
    monkeypatch.setattr(summaries, "BATCH", 1)
    for _ in range(5):
        office.customer(swept=False)
    store = Interrupted(office.database.engine)
    work, stop = system(office, store).stoppable(
        lambda: summaries.sweep(system(office, store), unless_within=timedelta())
    )
    store.meanwhile = stop
    with pytest.raises(Stopped):
        work()
    assert right_so_far(office, office_ids(office)).count(True) == 1
    office.pass_time(LEASE)
    assert swept(office).changed == 4


def office_ids(office: Office) -> list[str]:
    return [row[0] for row in office.database.execute("SELECT id FROM customers ORDER BY id")]


# --- the first filling ----------------------------------------------------------------------------


def test_a_filling_that_was_killed_goes_on(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summaries, "COMPARED", 2)
    monkeypatch.setattr(summaries, "SCANNED", 2)
    ids = sorted(office.customer(swept=False) for _ in range(5))
    office.closed_spell(
        ids[0], office.other_uid, office.now - 9 * DAY, office.now - 2 * DAY,
        UnbindingReason.INACTIVITY,
    )  # fmt: skip
    office.database.execute("DELETE FROM salesdesk_state WHERE name = 'summaries_filled_at'")

    def needs() -> tuple[str, ...]:
        found = office.store.read(lambda r: schema.status(r.connection, __version__).needs)
        return tuple(each.english for each in found)

    assert "salesdesk db upgrade" in needs()[0]
    done: list[int] = []

    def told(number: int) -> None:
        done.append(number)
        if len(done) == 2:
            raise Killed

    with pytest.raises(Killed):
        summaries.fill(system(office), told)
    assert needs() != ()
    assert summary(office, ids[3]) is not None
    assert summary(office, ids[4]) is None
    assert summaries.fill(system(office)) == 1
    assert needs() == ()
    # Those of before the kill were reckoned who knows when.
    assert swept(office).whole
    assert known(office, ids[0]).free_since == office.now - 2 * DAY
    assert in_line(office)


# --- settings and clocks --------------------------------------------------------------------------


def test_no_sweep_rests_on_one_that_went_by_other_settings(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid)
    swept(office)
    before = known(office, customer).leaves_at
    assert before is not None
    set_to(office.admin, LIMIT_COLD.key, "20")
    found = summaries.sweep(system(office))
    assert found is not None
    assert found.changed == 1
    assert known(office, customer).leaves_at == before - 10 * DAY
    assert summaries.sweep(system(office)) is None
    office.database.execute("UPDATE global_settings SET setting_value = '25'")
    assert summaries.sweep(system(office)) is not None, "however it was changed"
    set_to(office.admin, POOL_MOST.key, "50")
    assert summaries.sweep(system(office)) is None, "no summary rests on this one"


def test_a_limit_that_is_set_back_leaves_what_was_written_meanwhile_to_be_renewed(
    office: Office,
) -> None:
    customer = office.customer(owner=office.agent_uid)
    swept(office)
    set_to(office.admin, LIMIT_COLD.key, "60")
    follow_ups.plan(office.agent, new_id(), customer, office.now + DAY)
    set_to(office.admin, LIMIT_COLD.key, "30")
    office.pass_time(30 * DAY)
    office.store.act(
        lambda unit: unit.state.put(SUMMARIES_RECKONED, office.now.isoformat(), unit.clock())
    )
    found = office.store.read(
        lambda reading: due.candidates(reading.connection, reading.now, reading.settings.limits)
    )
    assert [one.id for one in found] == [customer]
    assert summaries.sweep(system(office)) is not None


def test_after_a_clock_that_was_ahead_everybody_is_reckoned_again(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=office.now - 31 * DAY)
    contact = office.contact(customer, at=office.now - DAY)
    right = office.now
    office.move_clock(right + 365 * DAY)
    swept(office)
    office.move_clock(right)
    office.database.execute("DELETE FROM customer_contacts WHERE id = %s", contact)
    due_now = office.store.read(
        lambda reading: due.candidates(reading.connection, reading.now, reading.settings.limits)
    )
    assert [one.id for one in due_now] == [customer], "the customers themselves are asked"
    found = swept(office)
    assert (found.changed, found.reckoned) == (1, right)
    assert in_line(office)


def test_a_reckoning_that_began_ahead_is_begun_anew(office: Office) -> None:
    begun = office.store.read(sweep_turn.begun)
    ahead = Reckoning(office.now + DAY, "somebody")
    assert replace(begun, reckoning=ahead).due == Reckoning(office.now)
    past = Reckoning(office.now - DAY, "somebody")
    assert replace(begun, reckoning=past).due == past


# --- what windows hear of it ----------------------------------------------------------------------


def test_a_window_hears_once_of_a_sweep_that_changed_something(office: Office) -> None:
    customer = office.customer(owner=office.agent_uid, since=office.now - 9 * DAY)
    swept(office)
    cursor = changes.start(office.agent)

    def told() -> tuple[Changes, ...]:
        nonlocal cursor
        heard = changes.changes_since(office.agent, cursor)
        cursor = heard.cursor
        return heard.changes

    assert told() == ()
    swept(office)
    assert told() == (), "it changed nothing"
    for days in (3, 2):
        office.contact(customer, at=office.now - days * DAY, swept=False)
        office.database.execute("DELETE FROM salesdesk_state WHERE name = %s", SUMMARIES_RECKONED)
        assert swept(office).changed == 1
        assert told() == (MENDED,), "also of a second one in the same second"
        assert told() == ()
    office.contact(customer, at=office.now - DAY, swept=False)
    office.store.doubted.add(customer)
    assert summaries.mend_doubted(system(office)) == 1
    assert told() == (MENDED,)
    assert changes.changes_since(office.agent, changes.start(office.agent)).changes == ()
