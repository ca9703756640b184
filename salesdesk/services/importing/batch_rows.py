"""The rows of one batch of an import, all with the batch's one moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from salesdesk.domain.contact import Contact
from salesdesk.domain.customer import Customer, SalesStatus
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.importing import Rejected
from salesdesk.domain.ownership import BindingStatus
from salesdesk.domain.people import Actor
from salesdesk.services import contact_events, contact_storing, locked_write
from salesdesk.services.importing.decisions import Verdict
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.storage.stores.bindings import HistoryRows
from salesdesk.storage.stores.phones import TypedNumber
from salesdesk.storage.unit_of_work import UnitOfWork

_TWICE = "This contact of the customer is there already."


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
        now = unit.clock()
        self.at: datetime = max(
            (locked_write.moment(now, one, HistoryRows()) for one in known.values()), default=now
        )
        self._current = dict(known)
        self._events: list[Event] = []

    def write(self, verdicts: Sequence[Verdict]) -> list[Rejected]:
        """Write them; the lines whose contact is there already are left out."""
        standing = self._unit.imports.contact_moments(
            one.customer_id for one in verdicts if one.existing is not None and one.by_uid
        )
        refused: list[Rejected] = []
        new: dict[str, list[Contact]] = defaultdict(list)
        old: list[Contact] = []
        for verdict in verdicts:
            contact = self._contact(verdict)
            if contact is None or contact.at is None:
                continue
            key = (contact.customer_id, contact.at, contact.method.value, contact.by_uid)
            if key in standing and not verdict.is_new and not verdict.fill:
                refused.append(Rejected(verdict.line.number, _TWICE, True))
                continue
            if key in standing:
                continue
            standing.add(key)
            if verdict.existing is None:
                new[contact.customer_id].append(contact)
            else:
                old.append(contact)
        self._create([one for one in verdicts if one.is_new], new)
        for verdict in verdicts:
            if verdict.fill and verdict.existing is not None:
                self._fill(verdict.existing, verdict)
        for contact in sorted(old, key=lambda one: (str(one.at), one.id)):
            self._log(contact)
        self._unit.events.add(self._events)
        return refused

    def _contact(self, verdict: Verdict) -> Contact | None:
        part = verdict.line.contact
        if part is None or verdict.by_uid is None:
            return None
        return Contact(
            derived_id(self._import_id, f"contact {verdict.line.number}"),
            verdict.customer_id,
            verdict.by_uid,
            part.method,
            part.outcome,
            part.at,
            part.notes,
            part.next_step,
        )

    def _create(self, made: Sequence[Verdict], of: Mapping[str, list[Contact]]) -> None:
        if not made:
            return
        histories = {
            one.customer_id: _carried(of.get(one.customer_id, ()), self.at) for one in made
        }
        self._unit.imports.add_customers(
            [self._row(one, histories[one.customer_id]) for one in made]
        )
        self._unit.phones.put_new(
            [(TypedNumber(one.customer_id, one.line.phone), one.line.numbers) for one in made]
        )
        for one in made:
            details = {"name": one.line.name, "line": one.line.number, "claimed": False}
            self._note(
                derived_id(one.customer_id, "created"),
                EventKind.CUSTOMER_CREATED,
                one.customer_id,
                details,
            )
        added = [contact for history in histories.values() for contact in history]
        if added:
            self._unit.imports.add_contacts(added)
            for contact in added:
                kept = contact_events.to_dict(contact)
                self._note(contact.id, EventKind.CONTACT_LOGGED, contact.customer_id, kept)

    def _row(self, verdict: Verdict, history: Sequence[Contact]) -> dict[str, object]:
        line = verdict.line
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
            "binding_status": BindingStatus.AVAILABLE.value,
            "last_interaction_date": history[-1].at if history else None,
        }

    def _fill(self, seen: Customer, verdict: Verdict) -> None:
        before: dict[str, object] = {
            "name": seen.name,
            "company": seen.company,
            "address": seen.address,
            "lead_source": seen.lead_source.value if seen.lead_source else None,
        }
        old = {column: before[column] for column in verdict.fill}
        if not self._unit.customers.change(seen.id, verdict.fill, old):
            raise locked_write.changed_meanwhile()
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
