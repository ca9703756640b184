"""What an import takes from a table: fields, how a file is read, what its lines come to.

Files and databases are of no concern here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.phones import PhoneNumber
from salesdesk.domain.refusals import Reason, Why

#: A file above this size is refused before it is read; 100,000 customers take a tenth of it.
MOST_BYTES = 256 * 1024 * 1024
MOST_LINES = 500_000
MOST_COLUMNS = 500


class Field(StrEnum):
    """What a column can hold; several columns may make one field, joined in their order."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    PHONE = "phone"
    COUNTRY = "country"
    COMPANY = "company"
    ADDRESS = "address"
    SOURCE = "source"
    STATUS = "status"
    OWNER = "owner"
    CONTACT_DATE = "contact_date"
    CONTACT_TIME = "contact_time"
    CONTACT_METHOD = "contact_method"
    CONTACT_OUTCOME = "contact_outcome"
    CONTACT_NOTES = "contact_notes"
    CONTACT_BY = "contact_by"
    NEXT_STEP = "next_step"


NAME_FIELDS = frozenset({Field.NAME, Field.FIRST_NAME, Field.LAST_NAME})
#: What makes a line a contact of its customer, beside the date.
EVIDENCE_FIELDS = frozenset({Field.CONTACT_METHOD, Field.CONTACT_OUTCOME, Field.CONTACT_NOTES})
DATE_FIELDS = frozenset({Field.CONTACT_DATE, Field.NEXT_STEP})
#: Whose cells are words that are matched to ours.
WORD_FIELDS = (
    Field.STATUS, Field.SOURCE, Field.CONTACT_METHOD, Field.CONTACT_OUTCOME, Field.CONTACT_BY,
    Field.OWNER,
)  # fmt: skip


class DateOrder(StrEnum):
    """In which order a date that is text names day, month and year."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


class Duplicates(StrEnum):
    """What becomes of a line whose phone number an existing customer has.

    SKIP leaves the whole line out; FILL writes into fields that are empty, and keeps the line's
    contact.
    """

    SKIP = "skip"
    FILL = "fill"


class Kind(StrEnum):
    """What kind of file holds the table."""

    TEXT = "text"
    WORKBOOK = "workbook"
    HTML = "html"
    VCARD = "vcard"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is read.

    Attributes:
        encoding, separator: of a text file; empty for a workbook.
        sheet: of a workbook; empty for a text file.
        header_line: the file's line with the titles, counted from 1; 0: it has none.
        wrapped: each line of a text file stands in quotes as a whole.
        hidden_rows: rows that a workbook hides are read as well.
    """

    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    header_line: int = 1
    kind: Kind = Kind.TEXT
    wrapped: bool = False
    hidden_rows: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the file.

    Attributes:
        number: the file's line at which it begins, counted from 1.
        fault: why the line itself cannot be read; None: it can.
        real_dates: the places of cells that a workbook holds as dates and not as text.
        broken: the places of cells whose quotation marks are open or out of place.
        hidden: the workbook hides the row.
    """

    number: int
    cells: tuple[str, ...]
    fault: Reason | None = None
    real_dates: frozenset[int] = frozenset()
    hidden: bool = False
    broken: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a file.

    Attributes:
        titles: one a column, each different; a column without one is named by its place.
        sheets: of a workbook.
        hidden: how many rows below the titles the workbook hides.
    """

    layout: Layout
    titles: tuple[str, ...]
    records: tuple[Record, ...]
    sheets: tuple[str, ...] = ()
    hidden: int = 0

    @property
    def is_workbook(self) -> bool:
        """Whether it has sheets instead of an encoding and a separator."""
        return self.layout.kind is Kind.WORKBOOK

    def cells(self, title: str) -> list[str]:
        """What stands in a column."""
        place = self.titles.index(title)
        return [one.cells[place] for one in self.records if place < len(one.cells)]


#: What a word of the file stands for: a value of ours, a person's uid, or '' for nothing.
Words = Mapping[Field, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose for an import.

    Attributes:
        columns: the field of each column by its title, in the order in which columns of one field
            are joined; columns that are left out are not named.
        dates: the order of dates that are text, by title; the column decides where none is named.
        words: what words of the file mean, by field and the word in small letters.
        method, outcome: of contacts that name none; None: such contacts are left out.
        date_is_contact: the date column is the last contact, whatever else a line says.
    """

    columns: Mapping[str, Field]
    dates: Mapping[str, DateOrder] = field(default_factory=dict)
    duplicates: Duplicates = Duplicates.SKIP
    words: Words = field(default_factory=dict)
    method: Method | None = None
    outcome: Outcome | None = None
    date_is_contact: bool = False

    def of(self, field: Field) -> tuple[str, ...]:
        """The titles of the columns that make a field, in their order."""
        return tuple(title for title, one in self.columns.items() if one is field)

    def has(self, *fields: Field) -> bool:
        """Whether a column makes one of these fields."""
        return not set(fields).isdisjoint(self.columns.values())


@dataclass(frozen=True, slots=True)
class ContactPart:
    """The contact of a line.

    Attributes:
        by_uid: who is credited with it.
    """

    at: datetime
    method: Method
    outcome: Outcome
    notes: str
    by_uid: str
    next_step: datetime | None

    def key(self) -> tuple[str, ...]:
        """What tells two contacts of one customer apart."""
        return (
            self.at.isoformat(), self.method.value, self.outcome.value, self.by_uid, self.notes,
        )  # fmt: skip


class Doubt(StrEnum):
    """What about an import a person should know, beside cells that do not fit."""

    UNUSED = "unused"
    WORD = "word"
    PERSON = "person"
    OWNER = "owner"
    OWNER_RIGHT = "owner_right"
    NO_METHOD = "no_method"
    NO_OUTCOME = "no_outcome"
    NO_EVIDENCE = "no_evidence"
    NO_DATE = "no_date"
    ORDER = "order"
    SWAPPED = "swapped"
    HIDDEN = "hidden"
    SHEETS = "sheets"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Notice:
    """One such thing; equal ones are counted.

    Attributes:
        column: the title of the column that it is about.
        word: what stands in the cells.
        readings: for dates, the days that may be meant.
    """

    doubt: Doubt
    column: str = ""
    word: str = ""
    readings: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class CellFault:
    """What does not fit, and where.

    Attributes:
        column: the title; empty where the whole line is meant.
    """

    column: str
    reason: Reason

    @property
    def whole(self) -> Reason:
        """The reason with its column."""
        if not self.column:
            return self.reason
        return Reason.of(Why.IN_COLUMN, column=self.column, reason=self.reason)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be read.

    Attributes:
        name: empty where the file gives none; then the customer must exist already.
        numbers: every number of the line in order; the first is stored with the customer.
        phone: the first one as it is stored.
        said_at: when it was so, as far as the line tells; None: not known.
        plan: a next step without a contact.
        plan_note: what is to be done then.
        owner_uid: the agent to whom a new customer is bound.
        misfits: cells that are left out.
    """

    number: int
    name: str
    phone: str
    numbers: tuple[PhoneNumber, ...]
    company: str = ""
    address: str = ""
    source: LeadSource | None = None
    status: SalesStatus | None = None
    said_at: datetime | None = None
    contact: ContactPart | None = None
    plan: datetime | None = None
    plan_note: str = ""
    owner_uid: str | None = None
    misfits: tuple[CellFault, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that is not imported, or a cell of one that is.

    Attributes:
        number: the file's line.
        faults: the reasons, by column.
        duplicate: it is fit to be stored, but somebody has the number already.
        kept: the line came in, without these cells.
    """

    number: int
    faults: tuple[CellFault, ...]
    duplicate: bool = False
    kept: bool = False

    @classmethod
    def whole(cls, number: int, reason: Reason, *, duplicate: bool = False) -> Rejected:
        """A line that is refused as a whole."""
        return cls(number, (CellFault("", reason),), duplicate)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Each with its column."""
        return tuple(one.whole for one in self.faults)

    @property
    def message(self) -> str:
        """The reasons in English, for the command line and the file of rejected rows."""
        return " ".join(one.english for one in self.reasons)


@dataclass(frozen=True, slots=True)
class Alike:
    """A new line whose name and company resemble an existing customer's: a suggestion alone."""

    number: int
    name: str
    customer_id: str
    customer_name: str
    customer_company: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines came to what.

    Attributes:
        lines: with something in them, headers aside.
        created: new customers.
        filled: existing customers of whom empty fields were filled.
        contacts: contacts added.
        duplicates: left out since the number is known.
        invalid: left out since they cannot be stored.
    """

    lines: int = 0
    created: int = 0
    filled: int = 0
    contacts: int = 0
    duplicates: int = 0
    invalid: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.lines + other.lines,
            self.created + other.created,
            self.filled + other.filled,
            self.contacts + other.contacts,
            self.duplicates + other.duplicates,
            self.invalid + other.invalid,
        )


class ImportOutcome(StrEnum):
    """How far an import is."""

    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import as it is recorded.

    Attributes:
        id: derived from the file's content and the choices, so that a second run goes on.
        source: that content and those choices, in one digest.
    """

    id: str
    source: str
    file_name: str
    actor_uid: str | None
    started_at: datetime
    finished_at: datetime | None
    outcome: ImportOutcome
    tally: Tally


@dataclass(frozen=True, slots=True)
class Kept:
    """A customer whom the taking back of an import left in place, and why."""

    customer_id: str
    name: str
    reason: Reason
