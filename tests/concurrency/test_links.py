"""Links of the same customers from several desktops at once: no chain, no double."""

from datetime import UTC, datetime

from tests.support.database import Database
from tests.support.desktops import desktops
from tests.support.factories import Office
from tests.support.invariants import breaches

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
