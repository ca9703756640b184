"""What becomes of each line: a new customer, more about a known one, or nothing, and why.

The dry run and the writing ask the same questions here, the second under the customers' locks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from salesdesk.domain.customer import Customer, SalesStatus
from salesdesk.domain.events import derived_id
from salesdesk.domain.importing import (
    Choices,
    ContactPart,
    Doubt,
    Duplicates,
    Line,
    Notice,
    Rejected,
    Tally,
)
from salesdesk.domain.phones import NUMBER_LENGTH, PhoneNumber
from salesdesk.domain.refusals import Reason, Why
from salesdesk.services import phones
from salesdesk.storage.unit_of_work import Reading

_NAME_SHOWN = 40
#: What a later line may fill, and what a status may be, as they are packed.
_COLUMNS = ("name", "company", "address", "lead_source")
_STATUSES = (None, *SalesStatus)
NAMELESS = Reason.of(Why.NEW_WITHOUT_NAME)

#: The contacts that customers have already, by what tells them apart.
Standing = Mapping[str, set[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a line.

    Attributes:
        customer_id: whom it makes or adds to.
        existing: the customer, where it is not made in this batch.
        fill: the columns that the line fills or, of a customer of this import, moves on.
        contact: what is added.
        numbers: those that the customer did not have.
        maker: the line by which this import makes the customer; 0: it does not.
    """

    line: Line
    customer_id: str
    existing: Customer | None = None
    fill: Mapping[str, object] = field(default_factory=dict)
    contact: ContactPart | None = None
    numbers: tuple[PhoneNumber, ...] = ()
    maker: int = 0
    notices: tuple[Notice, ...] = ()

    @property
    def own(self) -> bool:
        """Whether the customer is one that this import makes."""
        return self.maker > 0

    @property
    def is_new(self) -> bool:
        """Whether this line makes the customer."""
        return self.maker == self.line.number


@dataclass(slots=True)
class Made:
    """What is known so far of a customer whom the file makes.

    Attributes:
        line: by which the customer is made.
        name: the hash of its plain letters, to tell two people with one number apart.
        empty: the columns that no line has filled yet.
        status_at: of when the status is that counts.
    """

    line: int
    name: int
    empty: frozenset[str]
    status: SalesStatus | None
    status_at: datetime | None


class _Packed:
    """Who has which number, packed: a file of a hundred thousand customers is kept in few objects.

    Each number, as an integer, leads to one that holds the line, the hash of the name and what is
    empty; the few lines that say of when a status is are kept beside.
    """

    _HASH, _FLAGS = (1 << 64) - 1, 8

    def __init__(self) -> None:
        self._by_number: dict[int, int] = {}
        self._status_at: dict[int, datetime] = {}

    def put(self, number: str, made: Made) -> None:
        """Keep what is known of who has a number."""
        flags = sum(1 << at for at, column in enumerate(_COLUMNS) if column in made.empty)
        status = _STATUSES.index(made.status) << len(_COLUMNS)
        packed = made.line << 64 | made.name & self._HASH
        self._by_number[_plain_number(number)] = packed << self._FLAGS | flags | status
        if made.status_at is not None:
            self._status_at[made.line] = made.status_at

    def get(self, number: str) -> Made | None:
        """What is known of who has a number."""
        packed = self._by_number.get(_plain_number(number))
        if packed is None:
            return None
        flags, rest = packed & (1 << self._FLAGS) - 1, packed >> self._FLAGS
        line, name = rest >> 64, rest & self._HASH
        empty = frozenset(column for at, column in enumerate(_COLUMNS) if flags >> at & 1)
        status = _STATUSES[flags >> len(_COLUMNS)]
        return Made(line, name, empty, status, self._status_at.get(line))


class Seen:
    """The new customers of a file so far, to find its own duplicates and what they add.

    A batch is judged anew when its transaction is repeated, so what it notes counts only once it
    is settled.
    """

    def __init__(self) -> None:
        self._settled = _Packed()
        self._pending: dict[str, Made] = {}
        self._marks: set[int] = set()
        self._new_marks: set[int] = set()

    def begin(self) -> None:
        """Forget what the batch under way has noted."""
        self._pending = {}
        self._new_marks = set()

    def settle(self) -> None:
        """Keep what the batch has noted."""
        for number, made in self._pending.items():
            self._settled.put(number, made)
        self._marks |= self._new_marks
        self.begin()

    def holder(self, number: str) -> Made | None:
        """The customer of an earlier line with this number."""
        return self._pending.get(number) or self._settled.get(number)

    def made_by(self, line: Line, maker: int) -> Made | None:
        """The customer whom an earlier line made and who has one of this line's numbers."""
        found = (self.holder(one.number) for one in line.numbers)
        return next((made for made in found if made is not None and made.line == maker), None)

    def note(self, line: Line, made: Made) -> None:
        """Remember what a line of the batch under way says of a customer of the file."""
        for one in line.numbers:
            known = self.holder(one.number)
            if known is None or known.line == made.line:
                self._pending[one.number] = made

    def is_marked(self, *what: str) -> bool:
        """Whether an earlier line has noted this."""
        mark = hash(what)
        return mark in self._marks or mark in self._new_marks

    def mark(self, *what: str) -> None:
        """Note something of the batch under way: a contact, a column that was filled."""
        self._new_marks.add(hash(what))


def _plain_number(number: str) -> int:
    """A number as an integer, which takes half of the room; no two are alike."""
    digits = number.removeprefix("+")
    return int(digits) if digits is not number and digits.isdecimal() else -hash(number) - 1


def customer_id_of(import_id: str, line: int) -> str:
    """The id of the customer whom a line makes: the same in every run of the same import."""
    return derived_id(import_id, f"line {line}")


def holders(reading: Reading, lines: Iterable[Line], region: str | None) -> list[str]:
    """The ids of customers who may have one of the lines' numbers in some format.

    Also of those who stay for them, where they are linked.

    Args:
        region: rows that no sweep has seen yet are looked for in every common format of it;
            None: a sweep has just been, and this is no time to write.
    """
    numbers = {number.number for line in lines for number in line.numbers}
    if not numbers:
        return []
    texts = {line.phone for line in lines}
    if region is not None:
        texts = texts.union(*(phones.spellings(number, region) for number in numbers))
    found = reading.phones.holders(numbers, texts)
    return sorted({*found, *reading.links.winners(found).values()})


@dataclass(frozen=True, slots=True)
class Known:
    """A customer who is there, with every number that the table of numbers has of them.

    Attributes:
        customer: to whom the numbers lead: for somebody who is hidden, the one that stays.
        names: those by which the customer is known.
    """

    customer: Customer
    numbers: tuple[str, ...]
    names: tuple[str, ...]


class Judge:
    """Decides line by line; the lines of one batch come in their order."""

    def __init__(self, import_id: str, choices: Choices, seen: Seen) -> None:
        self._import_id = import_id
        self._choices = choices
        self._seen = seen

    @property
    def adds_to_known(self) -> bool:
        """Whether lines may add to customers whom the import has not made."""
        return self._choices.duplicates is not Duplicates.SKIP

    def has_made(self, lines: Iterable[Line]) -> frozenset[str]:
        """The customers whom earlier lines have made and who have one of these lines' numbers."""
        found = (self._seen.holder(one.number) for line in lines for one in line.numbers)
        makers = {made.line for made in found if made is not None}
        return frozenset(customer_id_of(self._import_id, one) for one in makers)

    def judge(
        self, lines: Sequence[Line], found: Sequence[Known], standing: Standing
    ) -> tuple[list[Verdict], list[Rejected]]:
        """The verdicts on the lines that go in, and the lines that do not.

        Args:
            found: the customers who may have one of the numbers, as they now are.
            standing: their contacts.
        """
        # Those whom this import has made are told by the file's own lines, as in a dry run.
        made = self.has_made(lines)
        own = {one.customer.id: one.customer for one in found if one.customer.id in made}
        by_number = {
            number: one for one in found if one.customer.id not in own for number in one.numbers
        }
        verdicts: list[Verdict] = []
        rejected: list[Rejected] = []
        for line in lines:
            decided = self._decide(line, by_number, own, standing)
            if isinstance(decided, Rejected):
                rejected.append(decided)
            else:
                verdicts.append(decided)
                self._remember(decided)
        return verdicts, rejected

    def _remember(self, verdict: Verdict) -> None:
        """What later lines may not add once more."""
        if verdict.contact is not None:
            self._seen.mark(verdict.customer_id, *verdict.contact.key())
        if not verdict.own:
            for column in verdict.fill:
                self._seen.mark(verdict.customer_id, column)

    def replay(self, lines: Sequence[Line], made_by: Mapping[int, int]) -> None:
        """Remember what an earlier run made of these lines.

        Args:
            made_by: the lines about customers of this import, each with the line that made them.
        """
        for line in lines:
            maker = made_by.get(line.number)
            if maker is None:
                continue
            own_id = customer_id_of(self._import_id, maker)
            if maker == line.number:
                self._seen.note(line, _begun(line))
            elif (made := self._seen.made_by(line, maker)) is not None:
                self._seen.note(line, _more(line, made)[0])
            if line.contact is not None:
                self._seen.mark(own_id, *line.contact.key())

    def _decide(
        self,
        line: Line,
        by_number: Mapping[str, Known],
        own: Mapping[str, Customer],
        standing: Standing,
    ) -> Verdict | Rejected:
        for number in line.numbers:
            made, existing = self._seen.holder(number.number), by_number.get(number.number)
            if made is not None:
                names = {made.name}
            elif existing is not None:
                names = {_name_hash(name) for name in existing.names}
            else:
                continue
            if _is_another(line, names) and (alone := self._with_own_number(line, by_number)):
                return self._new(alone, (Notice(Doubt.SHARED, "", number.number),))
            if made is not None:
                return self._again(line, made, own, standing)
            if existing is not None:
                return self._known(line, existing.customer, standing)
        if not line.name:
            return Rejected.whole(line.number, NAMELESS)
        return self._new(line, ())

    def _with_own_number(self, line: Line, by_number: Mapping[str, Known]) -> Line | None:
        """The line with a number in front that nobody has; None: there is none.

        Colleagues have the number of their switchboard in common.
        """
        for at, number in enumerate(line.numbers):
            if number.number not in by_number and self._seen.holder(number.number) is None:
                others = line.numbers[:at] + line.numbers[at + 1 :]
                stored = number.number if line.phone == line.numbers[0].number else number.typed
                fits = len(stored) <= NUMBER_LENGTH
                return replace(
                    line, numbers=(number, *others), phone=stored if fits else number.number
                )
        return None

    def _new(self, line: Line, notices: tuple[Notice, ...]) -> Verdict:
        self._seen.note(line, _begun(line))
        made = customer_id_of(self._import_id, line.number)
        return Verdict(
            line, made, contact=line.contact, numbers=line.numbers, maker=line.number,
            notices=notices,
        )  # fmt: skip

    def _again(
        self,
        line: Line,
        made: Made,
        own: Mapping[str, Customer],
        standing: Standing,
    ) -> Verdict | Rejected:
        """A further line about a customer of the same file."""
        own_id = customer_id_of(self._import_id, made.line)
        after, fill = _more(line, made)
        contact = self._added(line, own_id, standing)
        # Somebody else's number too: the customer is found by it when a later line has no other.
        numbers = tuple(one for one in line.numbers if self._seen.holder(one.number) is None)
        if contact is None and not fill and not numbers and line.plan is None:
            same = Reason.of(Why.SAME_NUMBER_AS_LINE, line=made.line)
            told = Reason.of(Why.CONTACT_THERE) if line.contact else same
            return Rejected.whole(line.number, told, duplicate=True)
        self._seen.note(line, after)
        return Verdict(
            line,
            own_id,
            own.get(own_id),
            maker=made.line,
            fill=fill,
            contact=contact,
            numbers=numbers,
        )

    def _known(self, line: Line, existing: Customer, standing: Standing) -> Verdict | Rejected:
        shown = existing.name[:_NAME_SHOWN] or Why.WITHOUT_A_NAME
        if not self.adds_to_known:
            told = Reason.of(Why.NUMBER_OF, customer=shown)
            return Rejected.whole(line.number, told, duplicate=True)
        fill = {
            column: value
            for column, value in _fill(line, existing).items()
            if not self._seen.is_marked(existing.id, column)
        }
        contact = self._added(line, existing.id, standing)
        if not fill and contact is None:
            full = Reason.of(Why.NUMBER_OF_AND_FULL, customer=shown)
            told = Reason.of(Why.CONTACT_THERE) if line.contact else full
            return Rejected.whole(line.number, told, duplicate=True)
        return Verdict(line, existing.id, existing, fill=fill, contact=contact)

    def _added(self, line: Line, customer_id: str, standing: Standing) -> ContactPart | None:
        """The line's contact, unless it is there already."""
        contact = line.contact
        if contact is None or contact.key() in standing.get(customer_id, set()):
            return None
        return None if self._seen.is_marked(customer_id, *contact.key()) else contact


def tally(verdicts: Iterable[Verdict], rejected: Iterable[Rejected]) -> Tally:
    """How many lines came to what."""
    total = Tally()
    for one in verdicts:
        filled = bool(one.fill) and not one.own
        total += Tally(1, int(one.is_new), int(filled), int(one.contact is not None))
    for line in rejected:
        total += Tally(1, duplicates=int(line.duplicate), invalid=int(not line.duplicate))
    return total


def _is_another(line: Line, names: Collection[int]) -> bool:
    """Whether a line is of somebody else than the one who has its first number."""
    return len(line.numbers) > 1 and bool(line.name) and _name_hash(line.name) not in names


def _name_hash(name: str) -> int:
    """What tells two names apart; not negative, as it is packed."""
    return hash(" ".join(name.casefold().split())) & ((1 << 64) - 1)


def _offered(line: Line) -> dict[str, object]:
    """What a line says of its customer, by column."""
    return {
        "name": line.name,
        "company": line.company,
        "address": line.address,
        "lead_source": line.source.value if line.source else None,
    }


def _begun(line: Line) -> Made:
    empty = frozenset(column for column, value in _offered(line).items() if not value)
    return Made(line.number, _name_hash(line.name), empty, line.status, line.said_at)


def _more(line: Line, made: Made) -> tuple[Made, dict[str, object]]:
    """What is known after a further line, and the columns that it fills or moves on."""
    fill = {
        column: value for column, value in _offered(line).items() if value and column in made.empty
    }
    status, status_at = made.status, made.status_at
    newer = line.said_at is None or status_at is None or line.said_at >= status_at
    if line.status is not None and (status is None or newer):
        if line.status is not (status or SalesStatus.COLD):
            fill["sales_status"] = line.status.value
        status, status_at = line.status, line.said_at or status_at
    empty = made.empty.difference(fill)
    return Made(made.line, made.name, empty, status, status_at), fill


def _fill(line: Line, existing: Customer) -> dict[str, object]:
    """The columns that are empty there and not here; the status is never empty."""
    standing: dict[str, object] = {
        "name": existing.name,
        "company": existing.company,
        "address": existing.address,
        "lead_source": existing.lead_source,
    }
    return {column: new for column, new in _offered(line).items() if new and not standing[column]}
