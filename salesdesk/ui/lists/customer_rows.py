"""The customers table: its columns, one line per customer, and where the lines come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject

from salesdesk.domain.queries import (
    CustomerMore,
    CustomerQuery,
    CustomerRow,
    CustomerSort,
    Page,
    PageKey,
)
from salesdesk.services import phones
from salesdesk.services.lists import customers
from salesdesk.services.session import Session
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.formats import Formats, StepLevel
from salesdesk.ui.kit.paging.model import PagedModel
from salesdesk.ui.kit.painting.cells import Cell, ChipCell, DaysCell, Level, TextCell
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.texts import (
    aside_said,
    days_left,
    leaving,
    name_of,
    protection,
    shown_status,
    source_word,
    status_tone,
)


class Column(IntEnum):
    """The columns of the customers table, in their first order."""

    NAME = 0
    COMPANY = 1
    PHONE = 2
    STATUS = 3
    OWNER = 4
    LAST_CONTACT = 5
    DAYS_LEFT = 6
    NEXT_STEP = 7
    SOURCE = 8


class Extra(IntEnum):
    """Further columns, which are hidden until somebody chooses them; read only where shown."""

    ADDRESS = 9
    CREATED = 10
    REGISTERED_BY = 11
    CONTACTS = 12
    ORDERS = 13
    NOTE = 14


def column_of(section: int) -> Column | Extra:
    """The column of a section of the header."""
    return Column(section) if section < len(Column) else Extra(section)


#: What the columns keep at 100 % where there is little room.
WIDTHS = (160, 136, 144, 64, 104, 96, 88, 96, 72)
EXTRA_WIDTHS = (160, 96, 112, 72, 64, 200)

#: What is given up beyond that where it brings the days left into sight, and only then.
TIGHT: Mapping[int, int] = {Column.COMPANY: 104, Column.OWNER: 88}

#: Which columns give first where there is too little room; the others keep what they hold.
RANKS: Mapping[int, int] = {Column.SOURCE: 0, Column.OWNER: 1, Column.COMPANY: 2}

SORTS: Mapping[Column | Extra, CustomerSort] = {
    Column.NAME: CustomerSort.NAME,
    Column.COMPANY: CustomerSort.COMPANY,
    Column.PHONE: CustomerSort.PHONE,
    Column.STATUS: CustomerSort.STATUS,
    Column.OWNER: CustomerSort.OWNER,
    Column.LAST_CONTACT: CustomerSort.LAST_CONTACT,
    Column.DAYS_LEFT: CustomerSort.DAYS_LEFT,
    Column.NEXT_STEP: CustomerSort.NEXT_STEP,
    Column.SOURCE: CustomerSort.SOURCE,
    Extra.CREATED: CustomerSort.CREATED,
}


def titles() -> tuple[str, ...]:
    """The columns' titles, by `Column`."""
    return (
        translate("customers", "Name"),
        translate("customers", "Company"),
        translate("customers", "Phone"),
        translate("customers", "Status"),
        translate("customers", "Owner"),
        translate("customers", "Last contact"),
        translate("customers", "Days left"),
        translate("customers", "Next step"),
        translate("customers", "Source"),
    )


def extra_titles() -> tuple[str, ...]:
    """The titles of the further columns, by `Extra`."""
    return (
        translate("customers", "Address"),
        translate("customers", "Created"),
        translate("customers", "Registered by"),
        translate("customers", "Contacts"),
        translate("customers", "Orders"),
        translate("customers", "Newest note"),
    )


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer's row with everything that the table shows of it, made once."""

    row: CustomerRow
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]
    tips: tuple[str, ...]

    @property
    def id(self) -> str:
        """The customer's id."""
        return self.row.id


def line_of(
    row: CustomerRow, formats: Formats, region: str, more: CustomerMore | None = None
) -> CustomerLine:
    """The line of a customer; `more`: what the further columns show, where they are shown."""
    days = days_left(row, formats)
    step = formats.next_step(row.next_step, row.now)
    step_level = {
        StepLevel.NONE: Level.TEXT3,
        StepLevel.PLANNED: Level.TEXT,
        StepLevel.LATE: Level.URGENT,
    }[step.level]
    owner = row.owner_name or translate("customers", "available")
    cells: tuple[Cell, ...] = (
        TextCell(name_of(row), Level.NAME),
        TextCell(row.company or "", Level.TEXT2),
        phone_cell(row, region),
        ChipCell(shown_status(row), status_tone(row)),
        TextCell(owner, Level.TEXT2 if row.owner_uid else Level.TEXT3),
        TextCell(
            formats.ago(row.last_contact, row.now),
            Level.TEXT if row.last_contact else Level.TEXT2,
        ),
        DaysCell(days),
        TextCell(step.text, step_level),
        TextCell(source_word(row.source) if row.source else "", Level.TEXT2),
        *_extras(row, formats, more),
    )
    texts = tuple(_text(cell) for cell in cells)
    return CustomerLine(row, cells, texts, _tips(row, texts, formats))


def _extras(row: CustomerRow, formats: Formats, more: CustomerMore | None) -> tuple[TextCell, ...]:
    created = formats.date(row.created_at, row.now) if row.created_at else ""
    if more is None:
        more = CustomerMore("", "", 0, 0, None)
    return (
        TextCell(" ".join(more.address.split()), Level.TEXT2),
        TextCell(created, Level.TEXT2),
        TextCell(more.registered_by, Level.TEXT2),
        TextCell(formats.number(more.contacts), right=True),
        TextCell(formats.number(more.orders), right=True),
        TextCell(" ".join((more.note or "").split()), Level.TEXT2),
    )


def phone_cell(row: CustomerRow, region: str) -> TextCell:
    """The phone number as people write it; 'hidden' where the reader may not see it."""
    if row.phone is None:
        return TextCell(translate("customers", "hidden"), Level.TEXT3)
    return TextCell(phones.display(row.phone, region))


def _text(cell: Cell) -> str:
    if isinstance(cell, TextCell | ChipCell):
        return cell.text
    return cell.days.text if isinstance(cell, DaysCell) else ""


def _tips(row: CustomerRow, texts: tuple[str, ...], formats: Formats) -> tuple[str, ...]:
    now = row.now
    tips = list(texts)
    tips[Column.STATUS] = aside_said(row)
    if row.owned_since is not None:
        since = formats.tip(row.owned_since, now)
        told = translate("customers", "{owner}, since {when}")
        tips[Column.OWNER] = fill(told, owner=texts[Column.OWNER], when=since)
    tips[Column.LAST_CONTACT] = formats.tip(row.last_contact, now) if row.last_contact else ""
    tips[Column.DAYS_LEFT] = leaving(row.departure, row, formats) if row.departure else ""
    tips[Column.DAYS_LEFT] = f"{tips[Column.DAYS_LEFT]}\n{protection(row, formats)}".strip()
    tips[Column.NEXT_STEP] = formats.tip(row.next_step, now) if row.next_step else ""
    return tuple(tips)


def lines_of(
    session: Session, rows: Sequence[CustomerRow], formats: Formats, region: str, extras: bool
) -> tuple[CustomerLine, ...]:
    """The lines of customers, with what the further columns show where one is."""
    more = customers.more(session, [row.id for row in rows]) if extras else {}
    return tuple(line_of(row, formats, region, more.get(row.id)) for row in rows)


@dataclass(frozen=True, slots=True)
class QuerySource:
    """The lines that a query asks for.

    Attributes:
        extras: whether a further column is shown.
    """

    session: Session
    query: CustomerQuery
    formats: Formats
    region: str
    extras: bool = False

    def page(self, after: PageKey | None, limit: int) -> Page[CustomerLine]:
        """One page; raises what `lists.page` does."""
        found = customers.page(self.session, self.query, after, limit)
        rows = found.rows
        return Page(
            lines_of(self.session, rows, self.formats, self.region, self.extras), found.after
        )

    def lines(self, ids: Sequence[str]) -> tuple[CustomerLine, ...]:
        """These customers; raises what `lists.rows` does."""
        rows = customers.rows(self.session, ids)
        return lines_of(self.session, rows, self.formats, self.region, self.extras)


@dataclass(frozen=True, slots=True)
class ListedSource:
    """The lines of a fixed list of customers, such as those that a release run freed."""

    session: Session
    ids: tuple[str, ...]
    formats: Formats
    region: str
    extras: bool = False

    def page(self, after: PageKey | None, limit: int) -> Page[CustomerLine]:
        """One page of the list; its key is the place in the list."""
        begin = int(after.value) if after is not None and after.value is not None else 0
        end = begin + limit
        more = PageKey(end, self.ids[end]) if end < len(self.ids) else None
        return Page(self.lines(self.ids[begin:end]), more)

    def lines(self, ids: Sequence[str]) -> tuple[CustomerLine, ...]:
        """These customers; raises what `lists.rows` does."""
        rows = customers.rows(self.session, ids)
        return lines_of(self.session, rows, self.formats, self.region, self.extras)


class CustomersModel(PagedModel[CustomerLine]):
    """The paged model of a table of customers; `heads` are its titles where not the usual ones."""

    def __init__(
        self, tasks: Tasks, parent: QObject | None = None, heads: Sequence[str] = ()
    ) -> None:
        super().__init__(tasks, heads or titles(), parent)

    def row(self, at: int) -> CustomerRow | None:
        """The customer in this row; None while it is not kept."""
        line = self.line(at)
        return line.row if line is not None else None
