"""The rows of one batch of an import, all with the batch's one moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from salesdesk.domain.contact import Contact
from salesdesk.domain.customer import Customer, LeadSource, SalesStatus
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.ownership import Binding, BindingStatus
from salesdesk.domain.people import Actor
from salesdesk.domain.summary import CustomerFacts, HistoryFacts
from salesdesk.services import contact_events, contact_storing, locked_write
from salesdesk.services.importing.decisions import Verdict
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.storage.stores.bindings import HistoryRows
from salesdesk.storage.stores.customers import FIELDS
from salesdesk.storage.stores.imports import BINDING
from salesdesk.storage.stores.phones import CustomerNumbers
from salesdesk.storage.stores.plans import Plan
from salesdesk.storage.stores.summaries import Known
from salesdesk.storage.unit_of_work import UnitOfWork

#: Numbers that a later line adds stand behind those that are there.
_BEHIND = 100
#: Of a customer who has just come: nobody has it, and nobody had it.
_NO_HISTORY = HistoryFacts(agrees=True)


class BatchRows:
    """Writes what the verdicts of one batch say.

    Attributes:
        at: the batch's moment: the latest of now and of the known customers' own.
    """

    def __init__(
        self,
        unit: UnitOfWork,
        actor: Actor,
        import_id: str,
        batch_id: str,
        known: Mapping[str, Customer],
    ) -> None:
        self._unit = unit
        self._actor = actor
        self._import_id = import_id
        self._batch_id = batch_id
        now = unit.looked_at
        self.at: datetime = max(
            (locked_write.moment(now, one, HistoryRows()) for one in known.values()), default=now
        )
        self._current = dict(known)
        self._events: list[Event] = []
        self._planned: set[str] = set()

    def write(self, verdicts: Sequence[Verdict]) -> None:
        """Write them."""
        self._planned = {one.customer_id for one in verdicts if one.line.plan is not None}
        here = {one.customer_id for one in verdicts if one.is_new}
        of_new = [one for one in verdicts if one.customer_id in here]
        of_known = [one for one in verdicts if one.customer_id not in here]
        self._create(of_new)
        self._add_numbers(of_known)
        for verdict in of_known:
            if verdict.fill and verdict.existing is not None:
                self._fill(verdict)
        old = [contact for one in of_known if (contact := self._contact(one)) is not None]
        for contact in sorted(old, key=lambda one: (str(one.at), one.id)):
            self._log(contact)
        self._plan([one for one in verdicts if one.own])
        self._unit.events.add(self._events)

    def _contact(self, verdict: Verdict) -> Contact | None:
        part = verdict.contact
        if part is None:
            return None
        return Contact(
            derived_id(self._import_id, f"contact {verdict.line.number}"),
            verdict.customer_id,
            part.by_uid,
            part.method,
            part.outcome,
            part.at,
            part.notes,
            part.next_step,
        )

    # --- new customers ----------------------------------------------------------------------------

    def _create(self, verdicts: Sequence[Verdict]) -> None:
        """Those who are new in this batch, with all that its lines say of them."""
        made = [one for one in verdicts if one.is_new]
        if not made:
            return
        contacts: dict[str, list[Contact]] = defaultdict(list)
        filled: dict[str, dict[str, object]] = defaultdict(dict)
        for verdict in verdicts:
            if (contact := self._contact(verdict)) is not None:
                contacts[verdict.customer_id].append(contact)
            filled[verdict.customer_id].update(verdict.fill)
        histories = {
            one.customer_id: _carried(contacts.get(one.customer_id, ()), self.at) for one in made
        }
        self._unit.imports.add_customers(
            [
                {**self._row(one, histories[one.customer_id]), **filled[one.customer_id]}
                for one in made
            ]
        )
        self._note_numbers(verdicts)
        for one in made:
            details = {"name": one.line.name, "line": one.line.number, "claimed": False}
            event = derived_id(one.customer_id, "created")
            self._note(event, EventKind.CUSTOMER_CREATED, one.customer_id, details)
        self._bind(made)
        self._leave([one for one in made if not histories[one.customer_id]], filled)
        added = [contact for history in histories.values() for contact in history]
        if added:
            self._unit.imports.add_contacts(added)
            for contact in added:
                kept = contact_events.to_dict(contact)
                self._note(contact.id, EventKind.CONTACT_LOGGED, contact.customer_id, kept)

    def _note_numbers(self, verdicts: Sequence[Verdict]) -> None:
        """The numbers of new customers: the first stands in the text, the others beside it."""
        first = {one.customer_id: one for one in verdicts if one.is_new}
        so_far: dict[str, int] = defaultdict(int)
        noted = []
        for one in verdicts:
            maker = first[one.customer_id]
            stored = frozenset((maker.line.numbers[0].number,))
            noted.append(
                CustomerNumbers(
                    one.customer_id, maker.line.phone, one.numbers, stored, so_far[one.customer_id]
                )
            )
            so_far[one.customer_id] += len(one.numbers)
        self._unit.phones.put_new(noted)

    def _row(self, verdict: Verdict, history: Sequence[Contact]) -> dict[str, object]:
        line = verdict.line
        bound = BindingStatus.BOUND if line.owner_uid else BindingStatus.AVAILABLE
        return {
            "id": verdict.customer_id,
            "name": line.name,
            "phone_number": line.phone,
            "address": line.address,
            "company": line.company or None,
            "lead_source": line.source.value if line.source else None,
            "sales_status": (line.status or SalesStatus.COLD).value,
            "firebase_uid": self._actor.uid,
            "created_at": self.at,
            "binding_status": bound.value,
            "bound_to_uid": line.owner_uid,
            "binding_start_date": self.at if line.owner_uid else None,
            "last_interaction_date": history[-1].at if history else None,
        }

    def _bind(self, made: Sequence[Verdict]) -> None:
        """The bindings of those whom the file gives an owner."""
        spells = []
        for one in made:
            uid = one.line.owner_uid
            if uid is None:
                continue
            spell = derived_id(one.customer_id, BINDING)
            spells.append(Binding(spell, one.customer_id, uid, self.at, None, None))
            event = derived_id(one.customer_id, "assigned")
            self._note(event, EventKind.ASSIGNED, one.customer_id, {"to": uid})
        self._unit.bindings.add(spells)

    def _leave(self, made: Iterable[Verdict], filled: Mapping[str, Mapping[str, object]]) -> None:
        """Say what the rows of new customers say, so that they need not be read for a summary.

        Of those alone that nobody has and of whom nothing is planned or was logged: most of an
        import are such.
        """
        for one in made:
            if one.line.owner_uid is None and one.customer_id not in self._planned:
                status = filled[one.customer_id].get("sales_status", one.line.status)
                facts = CustomerFacts(
                    customer_id=one.customer_id, owner_uid=None, at_odds=False,
                    status=SalesStatus.of(str(status) if status else None),
                    created_at=self.at, binding_start=None, last_interaction=None,
                )  # fmt: skip
                self._unit.touched.known[one.customer_id] = Known(facts, _NO_HISTORY, None)

    def _plan(self, verdicts: Sequence[Verdict]) -> None:
        """Next steps without a contact."""
        for one in verdicts:
            line = one.line
            if line.plan is None or self._actor.uid is None:
                continue
            event = derived_id(self._import_id, f"plan {line.number}")
            details = {"due": line.plan.isoformat(), "note": line.plan_note, "before": None}
            self._note(event, EventKind.PLANNED, one.customer_id, details)
            self._unit.plans.put(
                Plan(one.customer_id, line.plan, self.at, self._actor.uid, line.plan_note, event)
            )

    # --- customers who were there -----------------------------------------------------------------

    def _add_numbers(self, verdicts: Sequence[Verdict]) -> None:
        self._unit.phones.put_new(
            CustomerNumbers(one.customer_id, one.existing.phone, one.numbers, after=_BEHIND)
            for one in verdicts
            if one.existing is not None and one.numbers
        )

    def _fill(self, verdict: Verdict) -> None:
        seen = self._current[verdict.customer_id]
        before: dict[str, object] = {
            "name": seen.name,
            "company": seen.company,
            "address": seen.address,
            "lead_source": seen.lead_source.value if seen.lead_source else None,
            "sales_status": seen.sales_status.value,
        }
        old = {column: before[column] for column in verdict.fill}
        if not self._unit.customers.change(seen.id, verdict.fill, old):
            raise locked_write.changed_meanwhile()
        by_column = {column: name for name, column in FIELDS.items()}
        values = {by_column[column]: value for column, value in verdict.fill.items()}
        if "lead_source" in values:
            values["lead_source"] = LeadSource(str(values["lead_source"]))
        if "sales_status" in values:
            values["sales_status"] = SalesStatus.of(str(values["sales_status"]))
        self._current[seen.id] = replace(seen, **values)  # type: ignore[arg-type]
        event_id = derived_id(self._import_id, f"filled {verdict.line.number}")
        details = {"before": old, "after": dict(verdict.fill), "line": verdict.line.number}
        self._note(event_id, EventKind.CUSTOMER_EDITED, seen.id, details)

    def _log(self, contact: Contact) -> None:
        """A contact of a customer who was there before the batch."""
        customer = self._current[contact.customer_id]
        act = CustomerWrite(
            self._unit, self._actor, self._batch_id, self.at, customer, HistoryRows()
        )  # fmt: skip
        kept = contact_storing.log_within(act, contact)
        last = customer.last_interaction
        if contact.at is not None and (last is None or last < contact.at):
            self._current[customer.id] = replace(customer, last_interaction=contact.at)
        self._note(contact.id, EventKind.CONTACT_LOGGED, contact.customer_id, kept)

    def _note(
        self, event_id: str, kind: EventKind, customer_id: str, details: Mapping[str, object]
    ) -> None:
        self._events.append(
            Event(
                event_id, self.at, kind, customer_id, self._actor.uid, details,
                batch_id=self._batch_id, run_id=self._import_id,
            )
        )  # fmt: skip


def _carried(history: Iterable[Contact], now: datetime) -> list[Contact]:
    """A new customer's contacts, oldest first; the newest keeps a follow-up still to come."""
    ordered = sorted(history, key=lambda one: (str(one.at), one.id))
    ahead = [one.next_step for one in ordered if one.next_step is not None and one.next_step > now]
    if ordered and ordered[-1].next_step is None and ahead:
        ordered[-1] = replace(ordered[-1], next_step=ahead[-1])
    return ordered
