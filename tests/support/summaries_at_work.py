"""The summaries beside random acts: rules and the invariant that a state machine takes in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from salesdesk.domain.people import SYSTEM
from salesdesk.domain.settings import LIMIT_WARM
from salesdesk.domain.summary import CustomerSummary, reckon
from salesdesk.services import summaries
from salesdesk.services.session import Session
from salesdesk.storage import tables
from salesdesk.storage.tables.booking import user
from salesdesk.storage.tables.own_tables import own
from salesdesk.storage.unit_of_work import Reading
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.settings import set_to

Summaries = dict[str, CustomerSummary]

#: What sweeps note, which does not outlast an example.
NOTES = (
    "summaries_swept_at", "summaries_reckoned_at", "summaries_reckoning", "summaries_sweeper",
    "summaries_mark", "summaries_swept_under", "summaries_changed",
)  # fmt: skip


def empty(database: Database) -> None:
    """Delete every row but the notes that `db init` made."""
    for table in (*reversed(user.sorted_tables), *own.sorted_tables):
        if table.name != "salesdesk_state":
            database.execute(f"DELETE FROM {table.name}")
    for note in NOTES:
        database.execute("DELETE FROM salesdesk_state WHERE name = %s", note)


def both(reading: Reading) -> tuple[Summaries, Summaries]:
    """The summaries as they are stored, and as all of the rows say that they should be."""
    rows = reading.connection.execute(select(tables.salesdesk_customer_summary.c.customer_id))
    stored = reading.summaries.of(rows.scalars())
    found = reading.summaries.facts(reading.summaries.stretch("", 1_000), reading.now)
    histories = reading.summaries.histories(found, reading.now)
    limits = reading.settings.limits
    right = {
        one: reckon(each.facts, histories[one], limits, reading.now) for one, each in found.items()
    }
    return stored, right


class SummariesAtWork(RuleBasedStateMachine):
    """Every act of SalesDesk leaves the summaries right; a sweep does where others wrote."""

    database: Database
    office: Office
    ids: list[str]

    def __init__(self) -> None:
        super().__init__()
        #: Customers that others wrote since the last sweep; and those of whom only contacts.
        self.unswept: set[str] = set()
        self.unseen: set[str] = set()

    def written_elsewhere(self, customer: str, *, contacts: bool = False) -> None:
        """Note that another application wrote rows of a customer."""
        self.unswept.add(customer)
        if contacts:
            self.unseen.add(customer)

    def sweep_all(self) -> None:
        """Reckon everybody: afterwards every summary is what the rows say, whoever wrote them."""
        session = Session(self.office.store, SYSTEM, "test-machine")
        assert summaries.reckon_all(session).left_over == 0
        self.unswept.clear()
        self.unseen.clear()

    @rule(whole=st.booleans())
    def sweep(self, whole: bool) -> None:
        """Afterwards the summaries are what the rows say, as far as a comparison finds out."""
        if whole:
            self.sweep_all()
            return
        # Two sweeps of one day: the second one only compares, and asks events and contacts.
        session = Session(self.office.store, SYSTEM, "test-machine")
        summaries.sweep(session, unless_within=timedelta())
        summaries.sweep(session, unless_within=timedelta())
        self.unswept &= self.unseen

    @rule(days=st.sampled_from([20, 30, 45]))
    def another_limit(self, days: int) -> None:
        """Every summary was reckoned under another one then."""
        limit = self.office.store.read(lambda reading: reading.settings.number(LIMIT_WARM))
        if limit != days:
            set_to(self.office.admin, LIMIT_WARM.key, str(days))
            stored, _ = self.office.store.read(both)
            self.unswept.update(self.ids, stored)

    @invariant()
    def the_summaries_are_what_the_rows_say(self) -> None:
        stored, right = self.office.store.read(both)
        for customer in (stored.keys() | right.keys()) - self.unswept:
            assert _plain(stored.get(customer)) == _plain(right.get(customer))


def _plain(summary: CustomerSummary | None) -> CustomerSummary | None:
    """Without regard to the case of the owner, in which another application may write it."""
    if summary is None or summary.owner_uid is None:
        return summary
    return replace(summary, owner_uid=summary.owner_uid.casefold())
