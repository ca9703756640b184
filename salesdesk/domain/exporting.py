"""What an export asks for and what its cells hold; files and formats are of no concern here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from salesdesk.domain.errors import Refusal
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.refusals import Why

#: What a spreadsheet would take for the beginning of a formula, and what hides one from the eye.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}",
          "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH HYPHEN-MINUS}",
          "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip


class Stopped(Refusal):
    """The person stopped an export; there is no file."""

    def __init__(self) -> None:
        super().__init__(Why.EXPORT_STOPPED)


class PhoneText(str):
    """A phone number that was found to be one, so that its plus begins no formula."""

    __slots__ = ()


#: A datetime is aware and means a moment; a date is a calendar day of the office.
Cell: TypeAlias = "str | int | float | datetime | date | None"
Line: TypeAlias = "tuple[Cell, ...]"


def risky(cell: Cell) -> bool:
    """Whether a spreadsheet may take the cell's text for a formula."""
    return isinstance(cell, str) and not isinstance(cell, PhoneText) and cell.startswith(_RISKY)


def guarded(text: str) -> str:
    """The text so that a spreadsheet shows it and computes nothing, for formats without types."""
    return f"'{text}" if risky(text) else text


class FileKind(StrEnum):
    """The kinds of files that a table can be written to."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    VCF = "vcf"
    ICS = "ics"


class CustomerField(StrEnum):
    """The columns of customers; the pool has some of its own beside them."""

    NAME = "name"
    COMPANY = "company"
    PHONE = "phone"
    OTHER_PHONES = "other_phones"
    STATUS = "status"
    OWNER = "owner"
    LAST_CONTACT = "last_contact"
    DAYS_LEFT = "days_left"
    NEXT_STEP = "next_step"
    SOURCE = "source"
    SET_ASIDE = "set_aside"
    CREATED = "created"
    ADDRESS = "address"
    REGISTERED_BY = "registered_by"
    CONTACTS = "contacts"
    ORDERS = "orders"
    NOTE = "note"
    FREE_SINCE = "free_since"
    CAME_BACK = "came_back"
    LAST_OWNER = "last_owner"
    LAST_OUTCOME = "last_outcome"
    LAST_METHOD = "last_method"
    BEST_METHOD = "best_method"


#: The fields that are read apart from the rows, where they are asked for.
MORE_FIELDS = frozenset(
    {
        CustomerField.ADDRESS,
        CustomerField.REGISTERED_BY,
        CustomerField.CONTACTS,
        CustomerField.ORDERS,
        CustomerField.NOTE,
    }
)

#: The fields that only a row of the pool has.
POOL_FIELDS = frozenset(
    {
        CustomerField.FREE_SINCE,
        CustomerField.CAME_BACK,
        CustomerField.LAST_OWNER,
        CustomerField.BEST_METHOD,
    }
)

CUSTOMER_COLUMNS = (
    CustomerField.NAME,
    CustomerField.COMPANY,
    CustomerField.PHONE,
    CustomerField.STATUS,
    CustomerField.OWNER,
    CustomerField.LAST_CONTACT,
    CustomerField.DAYS_LEFT,
    CustomerField.NEXT_STEP,
    CustomerField.SOURCE,
)
POOL_COLUMNS = (
    CustomerField.NAME,
    CustomerField.COMPANY,
    CustomerField.PHONE,
    CustomerField.STATUS,
    CustomerField.FREE_SINCE,
    CustomerField.CAME_BACK,
    CustomerField.LAST_OWNER,
    CustomerField.LAST_OUTCOME,
    CustomerField.BEST_METHOD,
    CustomerField.SOURCE,
)
#: What a list does not show at first and an import reads back all the same.
FURTHER_COLUMNS = (CustomerField.OTHER_PHONES, CustomerField.ADDRESS)
#: Everything that an import reads back, after what a list shows.
WHOLE_CUSTOMERS = (
    *CUSTOMER_COLUMNS,
    *FURTHER_COLUMNS,
    CustomerField.LAST_METHOD,
    CustomerField.LAST_OUTCOME,
    CustomerField.NOTE,
)
WHOLE_POOL = (*POOL_COLUMNS, *FURTHER_COLUMNS)


@dataclass(frozen=True, slots=True)
class CustomersTable:
    """Customers as a screen shows them.

    Attributes:
        query: filters and order.
        columns: in their order.
        ids: these customers alone, in this order, instead of the query's.
    """

    query: CustomerQuery
    columns: tuple[CustomerField, ...] = CUSTOMER_COLUMNS
    ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PoolTable:
    """The pool as its screen shows it."""

    query: PoolQuery
    columns: tuple[CustomerField, ...] = POOL_COLUMNS


@dataclass(frozen=True, slots=True)
class FollowUps:
    """The next steps of a person's customers, for a calendar; `owner` None: everybody's."""

    owner: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """A table that is already there, such as the numbers under a chart; it holds no customers."""

    rows: tuple[Line, ...]


Table: TypeAlias = "CustomersTable | PoolTable | FollowUps | Figures"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A next step as a calendar shows it.

    Attributes:
        phone: None where the reader's role may not see it.
        now: the database's moment of the reading.
    """

    customer_id: str
    name: str
    company: str | None
    phone: str | None
    owner: str | None
    due: datetime
    now: datetime


@dataclass(frozen=True, slots=True)
class Outlet:
    """The file that is wanted.

    Attributes:
        titles: of the columns, as the screen words them.
        words: what stands for a value, such as 'Hot' for 'hot'; a value without one stands itself.
        separator: of CSV; ';' where the region writes decimals with a comma, for Excel.
        bom: CSV begins with the mark by which Excel knows UTF-8.
        title: of a printed table, of the sheet and of the calendar.
        language, region: by which a printed table writes its figures.
    """

    kind: FileKind
    titles: tuple[str, ...]
    words: tuple[tuple[str, str], ...] = ()
    separator: str = ","
    bom: bool = True
    title: str = "SalesDesk"
    language: str = "en"
    region: str = "ID"

    def worded(self, lines: Iterable[Line]) -> list[Line]:
        """The lines with the outlet's words."""
        words = dict(self.words)
        return [
            tuple(
                words.get(cell, cell) if isinstance(cell, StrEnum) else cell for cell in line
            )
            for line in lines
        ]  # fmt: skip
