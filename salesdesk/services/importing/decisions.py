"""What becomes of each line: a new customer, more about a known one, or nothing, and why.

The dry run and the writing ask the same questions here, the second under the customers' locks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from salesdesk.domain.customer import Customer
from salesdesk.domain.events import derived_id
from salesdesk.domain.importing import Choices, Duplicates, Field, Line, Rejected, Tally
from salesdesk.services import phones
from salesdesk.services.importing.people import Credited
from salesdesk.storage.unit_of_work import Reading

_NAME_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a line.

    Attributes:
        customer_id: whom it makes or adds to.
        existing: the customer, where it is not made in this batch.
        fill: the empty columns that the line fills.
        by_uid: who is credited with its contact; None: it has none to be stored.
    """

    line: Line
    customer_id: str
    existing: Customer | None = None
    fill: Mapping[str, object] = field(default_factory=dict)
    by_uid: str | None = None
    is_new: bool = False


class Seen:
    """The numbers of a file's new customers so far, to find its own duplicates.

    A batch is judged anew when its transaction is repeated, so what it notes counts only once it
    is settled.
    """

    def __init__(self) -> None:
        self._settled: dict[str, int] = {}
        self._pending: dict[str, int] = {}

    def begin(self) -> None:
        """Forget what the batch under way has noted."""
        self._pending = {}

    def note(self, line: Line) -> None:
        """Remember a line of the batch under way."""
        for number in line.numbers:
            self._pending.setdefault(number, line.number)

    def settle(self) -> None:
        """Keep what the batch has noted."""
        for number, line in self._pending.items():
            self._settled.setdefault(number, line)
        self._pending = {}

    def line_of(self, line: Line) -> int | None:
        """The earlier line with one of the numbers."""
        for known in (self._settled, self._pending):
            for number in line.numbers:
                if number in known:
                    return known[number]
        return None


def customer_id_of(import_id: str, line: int) -> str:
    """The id of the customer whom a line makes: the same in every run of the same import."""
    return derived_id(import_id, f"line {line}")


def holders(reading: Reading, lines: Iterable[Line], region: str | None) -> list[str]:
    """The ids of customers who may have one of the lines' numbers in some format.

    Args:
        region: rows that no sweep has seen yet are looked for in every common format of it;
            None: a sweep has just been, and this is no time to write.
    """
    numbers = {number for line in lines for number in line.numbers}
    if not numbers:
        return []
    texts = {line.phone for line in lines}
    if region is not None:
        texts = texts.union(*(phones.spellings(number, region) for number in numbers))
    return reading.phones.holders(numbers, texts)


class Judge:
    """Decides line by line; the lines of one batch come in their order."""

    def __init__(
        self,
        import_id: str,
        choices: Choices,
        credited: Credited,
        seen: Seen,
        titled: Callable[[Field], str],
    ) -> None:
        self._import_id = import_id
        self._choices = choices
        self._credited = credited
        self._seen = seen
        self._titled = titled

    def judge(
        self, lines: Sequence[Line], found: Iterable[Customer], region: str
    ) -> tuple[list[Verdict], list[Rejected]]:
        """The verdicts on the lines that go in, and the lines that do not.

        Args:
            found: the customers who may have one of the numbers, as they now are.
        """
        by_number = {
            number: one for one in found for number in phones.numbers(one.phone, region)
        }  # fmt: skip
        verdicts: list[Verdict] = []
        rejected: list[Rejected] = []
        for line in lines:
            decided = self._decide(line, by_number)
            if isinstance(decided, Rejected):
                rejected.append(decided)
            else:
                verdicts.append(decided)
        return verdicts, rejected

    def _decide(self, line: Line, by_number: Mapping[str, Customer]) -> Verdict | Rejected:
        by_uid: str | None = None
        if line.contact is not None:
            by_uid = self._credited.uid_of(line.contact.by)
            if by_uid is None:
                title = self._titled(Field.CONTACT_BY)
                told = f"There is nobody, or more than one, called “{line.contact.by[:40]}”."
                return Rejected(line.number, f"Column “{title}”: {told}")
        existing = next((by_number[one] for one in line.numbers if one in by_number), None)
        earlier = self._seen.line_of(line)
        if earlier is not None:
            own_id = customer_id_of(self._import_id, earlier)
            if existing is None or existing.id == own_id:
                return self._again(line, earlier, own_id, existing, by_uid)
        if existing is not None:
            return self._known(line, existing, by_uid)
        if not line.name:
            title = self._titled(Field.NAME)
            return Rejected(
                line.number, f"Column “{title}”: The name of a new customer is missing."
            )
        self._seen.note(line)
        made = customer_id_of(self._import_id, line.number)
        return Verdict(line, made, by_uid=by_uid, is_new=True)

    def _again(
        self, line: Line, earlier: int, own_id: str, existing: Customer | None, by_uid: str | None
    ) -> Verdict | Rejected:
        """A further line about a customer of the same file."""
        if by_uid is None:
            return Rejected(line.number, f"Line {earlier} has the same phone number.", True)
        return Verdict(line, own_id, existing, by_uid=by_uid)

    def _known(self, line: Line, existing: Customer, by_uid: str | None) -> Verdict | Rejected:
        shown = existing.name[:_NAME_SHOWN] or "a customer without a name"
        if self._choices.duplicates is Duplicates.SKIP:
            return Rejected(line.number, f"The number already belongs to {shown}.", True)
        fill = _fill(line, existing)
        if not fill and by_uid is None:
            told = f"The number already belongs to {shown}, and nothing is empty there."
            return Rejected(line.number, told, True)
        return Verdict(line, existing.id, existing, fill, by_uid)


def tally(verdicts: Iterable[Verdict], rejected: Iterable[Rejected]) -> Tally:
    """How many lines came to what."""
    total = Tally()
    for one in verdicts:
        total += Tally(1, int(one.is_new), int(bool(one.fill)), int(one.by_uid is not None))
    for line in rejected:
        total += Tally(1, duplicates=int(line.duplicate), invalid=int(not line.duplicate))
    return total


def _fill(line: Line, existing: Customer) -> dict[str, object]:
    """The columns that are empty there and not here; the status is never empty."""
    offered: dict[str, tuple[object, object]] = {
        "name": (existing.name, line.name),
        "company": (existing.company, line.company),
        "address": (existing.address, line.address),
        "lead_source": (existing.lead_source, line.source.value if line.source else None),
    }
    return {column: new for column, (old, new) in offered.items() if new and not old}
