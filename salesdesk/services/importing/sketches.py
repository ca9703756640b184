"""The first new customers of a file as they would be stored, for the eyes of whoever imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.importing import ContactPart
from salesdesk.domain.phones import PhoneNumber
from salesdesk.services.importing.decisions import Verdict

#: So many are shown.
MOST = 100


@dataclass
class Sketch:
    """A customer who would be made.

    Attributes:
        line: by which it is made.
        plan: a next step without a contact.
    """

    line: int
    name: str
    phone: str
    numbers: list[PhoneNumber]
    company: str
    address: str
    source: str | None
    status: str
    owner_uid: str | None
    contacts: list[ContactPart] = field(default_factory=list)
    plan: datetime | None = None

    def next_step(self, now: datetime) -> datetime | None:
        """The next step that counts: the plan, else the newest contact's, which keeps one ahead."""
        if self.plan is not None or not self.contacts:
            return self.plan
        ordered: Sequence[ContactPart] = sorted(self.contacts, key=lambda one: one.at)
        newest = ordered[-1].next_step
        ahead = [one.next_step for one in ordered if one.next_step and one.next_step > now]
        return newest or (ahead[-1] if ahead else None)


class Sketches:
    """Gathers them from the verdicts, in the order of the file."""

    def __init__(self) -> None:
        self._by_id: dict[str, Sketch] = {}

    def take(self, verdict: Verdict) -> None:
        """Take what becomes of a line."""
        sketch = self._by_id.get(verdict.customer_id)
        line = verdict.line
        if verdict.is_new and len(self._by_id) < MOST:
            sketch = Sketch(
                line.number, line.name, line.phone, [], line.company, line.address,
                line.source.value if line.source else None,
                (line.status or SalesStatus.COLD).value, line.owner_uid,
            )  # fmt: skip
            self._by_id[verdict.customer_id] = sketch
        if sketch is None:
            return
        sketch.numbers += verdict.numbers
        for column, value in verdict.fill.items():
            setattr(sketch, _COLUMNS[column], value)
        if verdict.contact is not None:
            sketch.contacts.append(verdict.contact)
        sketch.plan = line.plan or sketch.plan

    def made(self) -> tuple[Sketch, ...]:
        """Those that were gathered."""
        return tuple(self._by_id.values())


_COLUMNS = {
    "name": "name", "company": "company", "address": "address", "lead_source": "source",
    "sales_status": "status",
}  # fmt: skip
