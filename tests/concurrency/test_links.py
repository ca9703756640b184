"""Links of the same customers from several desktops at once: no chain, no double, one act."""

from datetime import UTC, datetime

import pytest

from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.events import new_id
from salesdesk.services.duplicates import comparing, linking
from tests.concurrency.test_cut_connection import behind, proxy  # noqa: F401 - fixtures
from tests.support.database import Database
from tests.support.desktops import desktops
from tests.support.factories import Office
from tests.support.invariants import breaches
from tests.support.lines import Cut, CuttingLine

ROUNDS = 15


def test_two_desktops_that_link_a_pair_each_way_make_one_link(mariadb: Database) -> None:
    office = Office(mariadb, now=datetime.now(UTC))
    mariadb.set_clock(None)
    pairs = [
        (office.customer(owner=office.agent_uid), office.customer(owner=office.other_uid))
        for _ in range(ROUNDS)
    ]
    with desktops(mariadb, [office.lead_uid, office.admin_uid]) as running:
        for one, other in pairs:
            running[0].tell(f"link {one} {other}")
            running[1].tell(f"link {other} {one}")
            answers = [desktop.hear() for desktop in running]
            assert sum("linked" in answer for answer in answers) == 1, answers
            assert [a["refused"] for a in answers if "refused" in a] == ["Conflict"]
    assert mariadb.execute("SELECT COUNT(*) FROM salesdesk_links") == [(ROUNDS,)]
    assert breaches(mariadb) == []


def test_a_ring_of_links_never_becomes_a_chain(mariadb: Database) -> None:
    office = Office(mariadb, now=datetime.now(UTC))
    mariadb.set_clock(None)
    with desktops(mariadb, [office.lead_uid, office.admin_uid, office.lead_uid]) as running:
        for _ in range(ROUNDS):
            ring = [office.customer() for _ in range(3)]
            for at, desktop in enumerate(running):
                desktop.tell(f"link {ring[at]} {ring[(at + 1) % 3]}")
            answers = [desktop.hear() for desktop in running]
            assert sum("linked" in answer for answer in answers) == 1, answers
    chains = mariadb.execute(
        "SELECT a.customer_id FROM salesdesk_links a "
        "JOIN salesdesk_links b ON b.winner_id = a.customer_id"
    )
    assert chains == []
    assert breaches(mariadb) == []


@pytest.mark.parametrize("cut", list(Cut))
def test_a_link_whose_answer_was_cut_off_is_one_act(
    behind: Office,  # noqa: F811 - the fixture
    proxy: CuttingLine,  # noqa: F811 - the fixture
    cut: Cut,
) -> None:
    stays = behind.customer("Siti R.", owner=behind.agent_uid)
    hidden = behind.customer("Siti", owner=behind.other_uid)
    lead = behind.lead
    sides = comparing.side_by_side(lead, stays, hidden)
    choice = LinkChoice(sides.left.customer, sides.right.customer, frozenset({"name"}))
    proxy.arm(cut)
    linked = linking.link(lead, new_id(), choice)
    assert proxy.cuts == 1
    told = behind.database.execute("SELECT COUNT(*) FROM salesdesk_events WHERE kind = 'linked'")
    assert told == [(2,)]
    proxy.arm(cut)
    linking.unlink(lead, new_id(), linked.event_id)
    assert proxy.cuts == 2
    assert behind.database.execute("SELECT COUNT(*) FROM salesdesk_links") == [(0,)]
    assert behind.database.execute("SELECT COUNT(*) FROM customer_binding_history") == [(3,)]
    assert breaches(behind.database) == []
