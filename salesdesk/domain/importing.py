"""What an import takes from a table: fields, how a file is read, what its lines come to.

Files and databases are of no concern here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus

#: A file above this size is refused before it is read; 100,000 customers take a tenth of it.
MOST_BYTES = 256 * 1024 * 1024
MOST_LINES = 500_000
MOST_COLUMNS = 500


class Field(StrEnum):
    """What a column can hold; those of a contact make each line a contact of its customer."""

    NAME = "name"
    PHONE = "phone"
    COMPANY = "company"
    ADDRESS = "address"
    SOURCE = "source"
    STATUS = "status"
    CONTACT_DATE = "contact_date"
    CONTACT_METHOD = "contact_method"
    CONTACT_OUTCOME = "contact_outcome"
    CONTACT_NOTES = "contact_notes"
    CONTACT_BY = "contact_by"
    NEXT_STEP = "next_step"


CONTACT_FIELDS = frozenset(
    {
        Field.CONTACT_DATE,
        Field.CONTACT_METHOD,
        Field.CONTACT_OUTCOME,
        Field.CONTACT_NOTES,
        Field.CONTACT_BY,
        Field.NEXT_STEP,
    }
)
DATE_FIELDS = frozenset({Field.CONTACT_DATE, Field.NEXT_STEP})


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


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is read.

    Attributes:
        encoding, separator: of a text file; empty for a workbook.
        sheet: of a workbook; empty for a text file.
        header_line: the file's line with the titles, counted from 1.
    """

    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    header_line: int = 1


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the file.

    Attributes:
        number: the file's line at which it begins, counted from 1.
        fault: why the line itself cannot be read; empty: it can.
    """

    number: int
    cells: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a file.

    Attributes:
        titles: one a column, each different; a column without one is named by its place.
        sheets: of a workbook.
        is_workbook: it has sheets instead of an encoding and a separator.
    """

    layout: Layout
    titles: tuple[str, ...]
    records: tuple[Record, ...]
    sheets: tuple[str, ...] = ()
    is_workbook: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose for an import.

    Attributes:
        columns: the field of each column by its title; columns that are left out are not named.
        dates: the order of dates that are text, by title; the day comes first where none is named.
    """

    columns: Mapping[str, Field]
    dates: Mapping[str, DateOrder] = field(default_factory=dict)
    duplicates: Duplicates = Duplicates.SKIP

    @property
    def has_contacts(self) -> bool:
        """Whether lines carry contacts."""
        return not CONTACT_FIELDS.isdisjoint(self.columns.values())


@dataclass(frozen=True, slots=True)
class ContactPart:
    """The contact of a line.

    Attributes:
        by: the person as the file names them; empty: whoever imports.
    """

    at: datetime
    method: Method
    outcome: Outcome
    notes: str
    by: str
    next_step: datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be read.

    Attributes:
        name: empty where the file gives none; then the customer must exist already.
        phone: as it is stored.
        numbers: every number in the cell, normalised.
    """

    number: int
    name: str
    phone: str
    numbers: tuple[str, ...]
    company: str
    address: str
    source: LeadSource | None
    status: SalesStatus | None
    contact: ContactPart | None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that is not imported.

    Attributes:
        number: the file's line.
        reason: one or more sentences that name the column.
        duplicate: it is fit to be stored, but somebody has the number already.
    """

    number: int
    reason: str
    duplicate: bool = False


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
    reason: str
