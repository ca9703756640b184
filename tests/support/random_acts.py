"""Everybody at once, at random: what people, runs and other programs do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from salesdesk.domain.contact import Keep, Method, Outcome
from salesdesk.domain.customer import CustomerDraft, SalesStatus
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.idle_clock import departure
from salesdesk.domain.importing import Duplicates
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import SYSTEM
from salesdesk.services import contacts, customers, follow_ups, giving_back, ownership, stage_moves
from salesdesk.services.giving_back import Protecting
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause, RunOutcome
from salesdesk.services.session import Done, Session
from tests.support.database import Database
from tests.support.factories import Office, draft, fresh_phone
from tests.support.idle_rows import KEPT_CLOCK, facts_of
from tests.support.import_work import Importer
from tests.support.invariants import breaches
from tests.support.summaries_at_work import SummariesAtWork, empty

SPANS = st.sampled_from(
    [timedelta(seconds=1), timedelta(hours=5), DAY, 9 * DAY, 29 * DAY, 30 * DAY, 31 * DAY]
)


WHO = st.sampled_from(["agent", "other", "lead"])


PICK = st.integers(min_value=0, max_value=10_000)


@dataclass(frozen=True)
class Other:
    """The same form sent again with other content.

    Attributes:
        query: finds the one value that then stands.
    """

    work: Callable[[], Done]
    query: str
    of: str
    stands: str
    heals: str | None = None


class Desks(SummariesAtWork):
    """People, the release run and the booking application at work on a few customers."""

    def __init__(self, database: Database, folder: Path) -> None:
        super().__init__()
        self.database = database
        self.folder = folder
        empty(database)
        self.office = Office(database)
        self.ids: list[str] = []
        self.logged: list[str] = []
        self.protected: list[tuple[str, str]] = []
        self.released: list[str] = []
        self.imported: list[tuple[str, list[str]]] = []
        self.broken: set[str] = set()
        self.touched_elsewhere: set[str] = set()
        self.closed_before: set[tuple[Any, ...]] = set()
        self.events_before: set[str] = set()
        self.again: Callable[[], Done] | None = None
        self.otherwise: Other | None = None

    @initialize()
    def open_for_business(self) -> None:
        """Begin with one customer."""
        self.somebody_comes()

    def somebody_comes(self) -> None:
        """Every act is done to somebody."""
        self.ids.append(self.office.customer("The first"))
        self.written_elsewhere(self.ids[0])

    def pick(self, number: int) -> str:
        return self.ids[number % len(self.ids)]

    def session(self, who: str) -> Session:
        found: Session = getattr(self.office, who)
        return found

    def act(
        self, work: Callable[[], Done], heals: str | None = None, other: Other | None = None
    ) -> None:
        """Run an act; a refusal is an answer.

        What it did can be repeated by `once_more`, and sent with other content.
        """
        try:
            work()
        except Refusal:
            return
        self.again, self.otherwise = work, other
        if heals is not None:
            self.broken.discard(heals)

    def seen(self, customer_id: str) -> OwnershipSeen:
        rows = self.database.execute(
            "SELECT bound_to_uid FROM customers WHERE id = %s", customer_id
        )
        return OwnershipSeen(rows[0][0] if rows else None)

    @rule(who=WHO, claim=st.booleans())
    def create(self, who: str, claim: bool) -> None:
        made = CustomerDraft(new_id(), "Somebody new", fresh_phone())
        named = replace(made, name="Another name")
        other = Other(
            lambda: customers.create(self.session(who), named, claim=claim),
            "SELECT name FROM customers WHERE id = %s", made.id, "Another name",
        )  # fmt: skip
        self.act(lambda: customers.create(self.session(who), made, claim=claim), other=other)
        self.ids.append(made.id)

    @rule(who=WHO, number=PICK)
    def claim(self, who: str, number: int) -> None:
        customer, event = self.pick(number), new_id()
        self.act(lambda: ownership.claim(self.session(who), event, customer), heals=customer)

    @rule(number=PICK, to=WHO)
    def assign(self, number: int, to: str) -> None:
        customer, event = self.pick(number), new_id()
        agent = self.session(to).actor.uid or ""
        second = self.office.other_uid if agent == self.office.agent_uid else self.office.agent_uid
        other = Other(
            lambda: ownership.assign(self.office.lead, event, customer, second),
            "SELECT bound_to_uid FROM customers WHERE id = %s", customer, second, customer,
        )  # fmt: skip
        self.act(
            lambda: ownership.assign(self.office.lead, event, customer, agent),
            heals=customer, other=other,
        )  # fmt: skip

    @rule(number=PICK, to=WHO)
    def transfer(self, number: int, to: str) -> None:
        customer, event = self.pick(number), new_id()
        agent, seen = self.session(to).actor.uid or "", self.seen(customer)
        self.act(
            lambda: ownership.transfer(self.office.lead, event, customer, agent, seen),
            heals=customer,
        )

    @rule(who=WHO, number=PICK)
    def let_go(self, who: str, number: int) -> None:
        customer, event = self.pick(number), new_id()
        seen = self.seen(customer)
        self.act(
            lambda: ownership.release(self.session(who), event, customer, seen), heals=customer
        )
        self.released.append(event)

    @precondition(lambda self: self.released)
    @rule(who=WHO, number=PICK, protected=st.booleans())
    def give_back(self, who: str, number: int, protected: bool) -> None:
        """Whoever left by a person's or a run's release is its agent's again."""
        runs = self.database.execute(
            "SELECT id FROM salesdesk_events WHERE kind = 'released' ORDER BY at, id"
        )
        known = [*self.released, *(row[0] for row in runs)]
        release, event = known[number % len(known)], new_id()
        until = Protecting(self.office.now + 9 * DAY, "Ill") if protected else None
        customer = self.database.execute(
            "SELECT customer_id FROM salesdesk_events WHERE id = %s", release
        )
        self.act(
            lambda: giving_back.give_back(self.session(who), event, release, until),
            heals=customer[0][0] if customer else None,
        )

    @rule(number=PICK, days=st.integers(1, 60))
    def protect(self, number: int, days: int) -> None:
        customer, event = self.pick(number), new_id()
        until = self.office.now + days * DAY
        other = Other(
            lambda: ownership.protect(self.office.lead, event, customer, until, "Abroad"),
            "SELECT reason FROM salesdesk_protections WHERE customer_id = %s", customer, "Abroad",
        )  # fmt: skip
        self.act(
            lambda: ownership.protect(self.office.lead, event, customer, until, "Ill"), other=other
        )
        self.protected.append((customer, event))

    @precondition(lambda self: self.protected)
    @rule(number=PICK)
    def take_a_protection_back(self, number: int) -> None:
        customer, form = self.protected[number % len(self.protected)]
        event = new_id()
        self.act(lambda: ownership.take_back_protection(self.office.lead, event, customer, form))
        self.protected.append((customer, event))

    @rule(number=PICK, to=WHO)
    def transfer_and_undo(self, number: int, to: str) -> None:
        """Who had the customer has it again, and is protected as before."""
        customer, there, back = self.pick(number), new_id(), new_id()
        agent, seen = self.session(to).actor.uid or "", self.seen(customer)
        query = "SELECT * FROM salesdesk_protections WHERE customer_id = %s AND until > %s"
        stood = self.database.execute(query, customer, self.office.now.replace(tzinfo=None))
        lead = self.office.lead
        try:
            ownership.transfer(lead, there, customer, agent, seen)
            ownership.transfer(
                lead, back, customer, seen.owner_uid or "", OwnershipSeen(agent), undoes=there
            )
        except Refusal:
            return
        self.broken.discard(customer)
        assert self.seen(customer) == seen
        now = self.office.now.replace(tzinfo=None)
        assert self.database.execute(query, customer, now) == stood
        self.again = self.otherwise = None

    @rule(
        who=WHO,
        number=PICK,
        back=st.sampled_from([None, timedelta(0), DAY, 40 * DAY]),
        ahead=st.sampled_from([None, DAY, 40 * DAY]),
        claim=st.booleans(),
        keep=st.sampled_from(list(Keep)),
    )
    def log(
        self,
        who: str,
        number: int,
        back: timedelta | None,
        ahead: timedelta | None,
        claim: bool,
        keep: Keep,
    ) -> None:
        customer, now = self.pick(number), self.office.now
        typed = replace(
            draft(customer, claim=claim),
            when=now - back if back is not None else None,
            next_step=now + ahead if ahead is not None else None,
            standing_follow_up=keep,
        )
        words = replace(typed, notes="Other words.", outcome=Outcome.UNSUCCESSFUL)
        other = Other(
            lambda: contacts.log(self.session(who), words),
            "SELECT notes FROM customer_contacts WHERE id = %s", typed.id, "Other words.",
        )  # fmt: skip
        heals = customer if claim else None
        self.act(lambda: contacts.log(self.session(who), typed), heals=heals, other=other)
        self.logged.append(typed.id)

    @precondition(lambda self: self.logged)
    @rule(who=WHO, number=PICK, back=st.sampled_from([timedelta(0), DAY, 50 * DAY]))
    def edit(self, who: str, number: int, back: timedelta) -> None:
        contact, event = self.logged[number % len(self.logged)], new_id()
        typed = replace(
            draft("unused", method=Method.VISIT, outcome=Outcome.UNSUCCESSFUL),
            when=self.office.now - back,
        )
        found = self.office.store.read(lambda reading: reading.contacts.get(contact))
        if found is not None:
            words = replace(typed, notes="Words of an edit.")
            other = Other(
                lambda: contacts.edit(self.session(who), event, found, words),
                "SELECT notes FROM customer_contacts WHERE id = %s", contact, "Words of an edit.",
            )  # fmt: skip
            self.act(lambda: contacts.edit(self.session(who), event, found, typed), other=other)

    @precondition(lambda self: self.logged)
    @rule(who=WHO, number=PICK)
    def delete(self, who: str, number: int) -> None:
        contact, event = self.logged[number % len(self.logged)], new_id()
        self.act(lambda: contacts.delete(self.session(who), event, contact))

    @precondition(lambda self: self.logged)
    @rule(who=WHO, number=PICK)
    def delete_and_undo(self, who: str, number: int) -> None:
        """What is brought back is as it was, and so is what was planned beside it."""
        contact, event = self.logged[number % len(self.logged)], new_id()
        stood = self.plans_and_contacts()
        try:
            contacts.delete(self.session(who), event, contact)
        except Refusal:
            return
        contacts.restore(self.session(who), new_id(), event)
        assert self.plans_and_contacts() == stood
        self.again = self.otherwise = None

    @rule(
        who=WHO,
        number=PICK,
        back=st.sampled_from([None, DAY, 40 * DAY]),
        ahead=st.sampled_from([None, DAY, 40 * DAY]),
        keep=st.sampled_from(list(Keep)),
    )
    def log_and_undo(
        self,
        who: str,
        number: int,
        back: timedelta | None,
        ahead: timedelta | None,
        keep: Keep,
    ) -> None:
        """What was planned before a contact stands again once that contact is undone."""
        customer, now = self.pick(number), self.office.now
        typed = replace(
            draft(customer),
            when=now - back if back is not None else None,
            next_step=now + ahead if ahead is not None else None,
            standing_follow_up=keep,
        )
        stood = self.plans_and_contacts()
        try:
            contacts.log(self.session(who), typed)
        except Refusal:
            return
        contacts.delete(self.session(who), new_id(), typed.id)
        assert self.plans_and_contacts() == stood
        self.again = self.otherwise = None

    def plans_and_contacts(self) -> list[list[tuple[Any, ...]]]:
        """All their rows; ids and uids compare without regard to case, as the servers do."""

        def alike(row: tuple[Any, ...]) -> tuple[Any, ...]:
            ids = (one.lower() if isinstance(one, str) else one for one in row[:3])
            return (*ids, *row[3:])

        return [
            sorted(map(alike, self.database.execute(f"SELECT * FROM {name}")), key=repr)
            for name in ("salesdesk_plans", "customer_contacts")
        ]

    @rule(number=PICK)
    def import_a_list(self, number: int) -> None:
        """Two new customers and one who is there, with what is missing filled in."""
        importer = Importer(self.office, self.folder)
        here = self.database.execute(
            "SELECT phone_number FROM customers WHERE id = %s", self.pick(number)
        )
        phones = [fresh_phone(), fresh_phone(), *(row[0] for row in here)]
        lines = [f"From a list,{phone},A company" for phone in phones]
        file = importer.file("\n".join(["name,phone,company", *lines]))
        done = importer.run(file, Duplicates.FILL)
        known = set(self.ids)
        found = self.database.execute("SELECT id FROM customers")
        made = sorted(row[0] for row in found if row[0] not in known)
        self.ids += made
        self.imported.append((done.import_id, made))

    @precondition(lambda self: self.imported)
    @rule(number=PICK)
    def take_an_import_back(self, number: int) -> None:
        """Nobody whom anybody has worked on since goes with it."""
        import_id, made = self.imported.pop(number % len(self.imported))
        used = {
            row[0].lower()
            for name in ("customer_contacts", "customer_binding_history", "salesdesk_plans")
            for row in self.database.execute(f"SELECT customer_id FROM {name}")
        }
        stood = set(self.ids)
        Importer(self.office, self.folder).take_back(import_id)
        left = {row[0] for row in self.database.execute("SELECT id FROM customers")}
        assert used & stood <= left
        assert stood - left <= set(made)
        self.ids = [one for one in self.ids if one in left]
        if not self.ids:
            self.somebody_comes()
        self.again = self.otherwise = None

    @rule(who=WHO, number=PICK, days=st.sampled_from([None, 1, 20]))
    def plan(self, who: str, number: int, days: int | None) -> None:
        customer, event = self.pick(number), new_id()
        due = self.office.now + days * DAY if days is not None else None
        other = Other(
            lambda: follow_ups.plan(self.session(who), event, customer, due, "With a note"),
            "SELECT note FROM salesdesk_plans WHERE customer_id = %s", customer, "With a note",
        )  # fmt: skip
        self.act(lambda: follow_ups.plan(self.session(who), event, customer, due), other=other)

    @rule(
        who=WHO, number=PICK,
        seen=st.sampled_from(list(SalesStatus)), to=st.sampled_from(list(SalesStatus)),
    )  # fmt: skip
    def move(self, who: str, number: int, seen: SalesStatus, to: SalesStatus) -> None:
        customer, event = self.pick(number), new_id()
        further = SalesStatus.HOT if to is not SalesStatus.HOT else SalesStatus.WARM
        other = Other(
            lambda: stage_moves.move(self.session(who), event, customer, seen, further),
            "SELECT sales_status FROM customers WHERE id = %s", customer, further.value,
        )  # fmt: skip
        self.act(
            lambda: stage_moves.move(self.session(who), event, customer, seen, to),
            other=other if seen is not to else None,
        )

    @precondition(lambda self: self.again is not None)
    @rule()
    def once_more(self) -> None:
        """The same act again, as after a lost answer: nothing is written twice."""
        before = self.picture()
        assert self.again is not None
        try:
            done = self.again()
        except Refusal:
            done = None
        assert done is None or done.replayed or not done.changes.topics
        assert self.picture() == before

    @precondition(lambda self: self.otherwise is not None)
    @rule()
    def other_content_after_a_lost_answer(self) -> None:
        """What was typed last stands, or it is said that only the first content is stored."""
        other, self.otherwise = self.otherwise, None
        assert other is not None
        refused: Refusal | None = None
        try:
            other.work()
        except Refusal as refusal:
            refused = refusal
        if refused is not None:
            assert refused.earlier_stored
            return
        assert self.database.execute(other.query, other.of) == [(other.stands,)]
        self.again = other.work
        if other.heals is not None:
            self.broken.discard(other.heals)

    @rule(span=SPANS)
    def time_passes(self, span: timedelta) -> None:
        self.office.pass_time(span)

    @rule(confirm=st.booleans())
    def release_run(self, confirm: bool) -> None:
        """A run frees exactly those that are due, or holds all of them."""
        due = self.due()
        system = Session(self.office.store, SYSTEM, "test-machine")
        self.sweep_all()
        report = run.run(system, Cause.STARTUP)
        if report.outcome is RunOutcome.HELD:
            assert not report.released
            assert {c.id for c in report.candidates} == due
            if not confirm:
                return
            waiting = run.held(self.office.lead)
            assert waiting is not None
            due &= {c.id for c in waiting.candidates}
            report = run.confirm(self.office.lead, waiting.run_id)
        assert {c.id for c in report.candidates} == due
        self.broken -= due

    def due(self) -> set[str]:
        """Who is due, from the rows, by the Python form of the idle clock."""
        now = self.office.now
        rows = self.database.execute(
            "SELECT c.id, c.created_at, c.binding_start_date, c.last_interaction_date, "
            "c.sales_status, (SELECT MAX(k.contact_date) FROM customer_contacts k "
            "WHERE k.customer_id = c.id), (SELECT until FROM salesdesk_protections p "
            f"WHERE p.customer_id = c.id), {KEPT_CLOCK} FROM customers c "
            "WHERE c.binding_status = 'bound' AND c.bound_to_uid IS NOT NULL"
        )
        limits = self.office.store.read(lambda reading: reading.settings.limits)
        return {row[0] for row in rows if departure(facts_of(row), limits, now).due(now)}

    @rule(number=PICK, back=st.sampled_from([timedelta(0), 10 * DAY]))
    def another_application_logs(self, number: int, back: timedelta) -> None:
        customer = self.pick(number)
        if self.database.execute("SELECT 1 FROM customers WHERE id = %s", customer):
            self.office.contact(customer, at=self.office.now - back, swept=False)
            self.touched_elsewhere.add(customer)
            self.written_elsewhere(customer, contacts=True)

    @rule(number=PICK)
    def another_application_deletes(self, number: int) -> None:
        customer = self.pick(number)
        if len(self.ids) > 1:
            self.database.execute("DELETE FROM customers WHERE id = %s", customer)
            self.ids.remove(customer)
            self.written_elsewhere(customer)

    @rule(number=PICK, owner=st.sampled_from([None, "uid-andi", "uid-eko"]))
    def another_application_binds(self, number: int, owner: str | None) -> None:
        """It sets the customer's own row and knows nothing of the history."""
        customer = self.pick(number)
        self.database.execute(
            "UPDATE customers SET bound_to_uid = %s, binding_status = %s, "
            "binding_start_date = %s WHERE id = %s",
            owner,
            "bound" if owner else "available",
            self.office.now.strftime("%Y-%m-%d %H:%M:%S") if owner else None,
            customer,
        )
        self.broken.add(customer)
        self.written_elsewhere(customer)

    @rule(number=PICK)
    def another_application_forgets_the_status(self, number: int) -> None:
        customer = self.pick(number)
        self.database.execute("UPDATE customers SET sales_status = NULL WHERE id = %s", customer)
        self.written_elsewhere(customer)

    @rule(number=PICK)
    def another_application_says_words_of_its_own(self, number: int) -> None:
        customer = self.pick(number)
        self.database.execute(
            "UPDATE customers SET sales_status = 'vip', lead_source = 'TikTok' WHERE id = %s",
            customer,
        )
        self.database.execute(
            "UPDATE customer_contacts SET contact_method = 'email', "
            "contact_status = 'voicemail' WHERE customer_id = %s", customer,
        )  # fmt: skip
        self.written_elsewhere(customer, contacts=True)

    @rule(number=PICK)
    def another_application_writes_ids_in_capitals(self, number: int) -> None:
        """On a server they compare equal; a workspace's file is written by SalesDesk alone."""
        if self.database.kind == "sqlite":
            return
        customer = self.pick(number)
        for statement in (
            "UPDATE customer_binding_history SET id = UPPER(id), customer_id = UPPER(customer_id), "
            "bound_to_uid = UPPER(bound_to_uid) WHERE customer_id = %s",
            "UPDATE customer_contacts SET customer_id = UPPER(customer_id), "
            "contacted_by_uid = UPPER(contacted_by_uid) WHERE customer_id = %s",
            "UPDATE customers SET bound_to_uid = UPPER(bound_to_uid) WHERE id = %s",
        ):
            self.database.execute(statement, customer)
        self.written_elsewhere(customer, contacts=True)

    @invariant()
    def nothing_is_broken_but_by_others(self) -> None:
        assert breaches(self.database, but=frozenset(self.broken)) == []

    @invariant()
    def history_is_only_added_to(self) -> None:
        closed = set(
            self.database.execute(
                "SELECT LOWER(id), LOWER(customer_id), LOWER(bound_to_uid), binding_start_date, "
                "binding_end_date, unbinding_reason FROM customer_binding_history "
                "WHERE binding_end_date IS NOT NULL"
            )
        )
        assert self.closed_before <= closed
        self.closed_before = closed
        events = {row[0] for row in self.database.execute("SELECT id FROM salesdesk_events")}
        assert self.events_before <= events
        self.events_before = events

    @invariant()
    def the_last_interaction_is_the_newest_contact(self) -> None:
        rows = self.database.execute(
            "SELECT c.id, c.last_interaction_date, MAX(k.contact_date) FROM customers c "
            "LEFT JOIN customer_contacts k ON k.customer_id = c.id "
            "GROUP BY c.id, c.last_interaction_date"
        )
        for customer, last, newest in rows:
            if customer not in self.touched_elsewhere:
                assert last == newest, customer

    def picture(self) -> list[list[tuple[Any, ...]]]:
        """All that an act may write."""
        return [
            sorted(self.database.execute(f"SELECT * FROM {name}"), key=repr)
            for name in (
                "customers",
                "customer_contacts",
                "customer_binding_history",
                "salesdesk_events",
                "salesdesk_plans",
                "salesdesk_protections",
            )
        ]
