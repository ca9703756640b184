"""Eight desktops claim the same customer: one wins, the others are told who."""

from datetime import UTC, datetime

from tests.support.database import Database
from tests.support.desktops import desktops
from tests.support.factories import Office
from tests.support.invariants import breaches

ROUNDS = 200
DESKTOPS = 8


def test_each_of_two_hundred_customers_has_one_winner(mariadb: Database) -> None:
    office = Office(mariadb, now=datetime.now(UTC))
    mariadb.set_clock(None)
    customers = [office.customer() for _ in range(ROUNDS)]
    uids = [office.agent_uid, office.other_uid] * (DESKTOPS // 2)
    with desktops(mariadb, uids) as running:
        for customer in customers:
            for desktop in running:
                desktop.tell(f"claim {customer}")
            answers = [desktop.hear() for desktop in running]
            winners = [answer["won"] for answer in answers if "won" in answer]
            assert len(winners) == 1, answers
            assert [a["refused"] for a in answers if "refused" in a] == ["Conflict"] * 7
    assert breaches(mariadb) == []
    assert mariadb.execute("SELECT COUNT(*) FROM customer_binding_history") == [(ROUNDS,)]
    assert mariadb.execute("SELECT COUNT(*) FROM salesdesk_events") == [(ROUNDS,)]


def test_loggers_on_one_customer_never_deadlock_into_an_error(mariadb: Database) -> None:
    office = Office(mariadb, now=datetime.now(UTC))
    mariadb.set_clock(None)
    customer = office.customer(owner=office.agent_uid)
    with desktops(mariadb, [office.agent_uid, office.other_uid, office.lead_uid]) as running:
        for desktop in running:
            desktop.tell(f"log {customer} 60")
        assert [desktop.hear() for desktop in running] == [{"logged": 60}] * 3
    assert mariadb.execute("SELECT COUNT(*) FROM customer_contacts") == [(180,)]
    newest, last = mariadb.execute(
        "SELECT (SELECT MAX(contact_date) FROM customer_contacts), last_interaction_date "
        "FROM customers"
    )[0]
    assert newest == last
