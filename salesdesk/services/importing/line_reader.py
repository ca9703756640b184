"""A record as a line that can be stored, and what of it does not fit, cell by cell.

A customer is never lost for a cell that fits badly (docs/rules.md, "Imports"): a line is refused
only where it names nobody or holds no number that can be called.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from salesdesk.domain.contact import (
    CLOCK_GRACE,
    LAST_STORABLE_YEAR,
    NOTES_BYTES,
    Method,
    Outcome,
)
from salesdesk.domain.customer import (
    ADDRESS_BYTES,
    COMPANY_LENGTH,
    NAME_LENGTH,
    PHONE_LENGTH,
    LeadSource,
    SalesStatus,
    length_in_bytes,
    tidy,
)
from salesdesk.domain.importing import (
    DATE_FIELDS,
    CellFault,
    Choices,
    ContactPart,
    DateOrder,
    Doubt,
    Field,
    Line,
    Notice,
    Record,
    Rejected,
)
from salesdesk.domain.phones import PhoneNumber
from salesdesk.domain.refusals import Count, Reason, Value, Why
from salesdesk.services import phone_reading
from salesdesk.services.importing import dates, titles, words
from salesdesk.services.importing.cells import UNREADABLE, cleaned, one_line, without_tags
from salesdesk.services.importing.countries import region_of
from salesdesk.services.importing.dates import Moment
from salesdesk.services.importing.people import Credited

_PLAN_NOTE_LENGTH = 255
_FIRST_YEAR = 1971
_SHOWN = 40
#: The cells of a field that no column holds.
_NOTHING: Sequence[tuple[str, str]] = ()
#: Only an outcome is ever said so; elsewhere they stand for something that is no text.
_TRUTHS = frozenset({"TRUE", "FALSE", "True", "False"})
#: How an address book joins several values of one column.
_JOINED = " ::: "


@dataclass(frozen=True, slots=True)
class Office:
    """What of the shared settings and the clock the reading of a line rests on.

    Attributes:
        as_e164: phone numbers are stored as E.164; else as typed.
    """

    region: str
    zone: ZoneInfo
    now: datetime
    as_e164: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column stands."""

    at: int
    title: str


class LineReader:
    """Makes lines of records, by a person's choices.

    Attributes:
        width: how many titles there are.
    """

    def __init__(
        self, named: Sequence[str], choices: Choices, office: Office, people: Credited
    ) -> None:
        self.office = office
        self.choices = choices
        self.people = people
        self.width = len(named)
        in_order = {title: at for at, title in enumerate(named)}
        self._places = {
            field: sorted(
                (Place(in_order[title], title) for title in choices.of(field)),
                key=lambda one: (_rank(field, one.title), one.at),
            )
            for field in Field
        }
        self.labels = _labels(named, choices.of(Field.PHONE))
        self.stand_ins = tuple(
            Place(at, title)
            for title, at in sorted(in_order.items(), key=lambda one: titles.stand_in_rank(one[0]))
            if titles.is_stand_in(title) and title not in choices.columns
        )
        self.faxes = frozenset(filter(titles.is_fax, choices.of(Field.PHONE)))

    def read(self, record: Record) -> Line | Rejected:
        """The line, or why it cannot be imported."""
        if record.fault is not None:
            return Rejected.whole(record.number, record.fault)
        return _Reading(self, record).line()

    def places(self, field: Field) -> Sequence[Place]:
        """The columns of a field, in their order."""
        return self._places[field]

    def title(self, field: Field) -> str:
        """The title of a field's first column, for messages; empty where there is none."""
        return next((one.title for one in self._places[field]), "")

    def order(self, title: str) -> DateOrder:
        """The order of a column's dates."""
        return self.choices.dates.get(title, DateOrder.DAY_FIRST)


def _rank(field: Field, title: str) -> int:
    """Which columns of a field come before others, wherever they stand."""
    if field is Field.PHONE:
        # A number that nobody answers is behind all others.
        return 2 * titles.is_fax(title) + titles.is_old(title)
    return int(field is Field.FIRST_NAME and not titles.is_prefix(title))


def _labels(named: Sequence[str], phones: Sequence[str]) -> Mapping[str, int]:
    """For columns of numbers, by title, the place of the column that says of which kind they are.

    Exports of address books have 'Phone 1 - Type' or 'Phone 1 - Label' beside 'Phone 1 - Value'.
    """
    places = {titles.plain(title): at for at, title in enumerate(named)}
    found = {}
    for title in phones:
        stem = titles.label_of(title)
        at = next((places[one] for one in (f"{stem} type", f"{stem} label") if one in places), None)
        if stem and at is not None:
            found[title] = at
    return found


class _Reading:
    """The reading of one record; gathers what does not fit."""

    def __init__(self, reader: LineReader, record: Record) -> None:
        self._reader = reader
        self._record = record
        self._office = reader.office
        self._misfits: list[CellFault] = []
        self._notices: list[Notice] = []
        self._known: dict[Field, list[tuple[str, str]]] = {}

    def line(self) -> Line | Rejected:
        number = self._record.number
        name, company = self._name(), self._company()
        numbers, faults = self._numbers()
        said = self._moment(Field.CONTACT_DATE)
        self._look_beyond()
        dated = said is not None or any(self._cells(one) for one in DATE_FIELDS)
        if not name and not dated:
            faults.append(CellFault(self._title(Field.NAME), Reason.of(Why.NO_NAME)))
        if faults:
            return Rejected(number, tuple(faults))
        self._misfits += self._beside
        contact, plan, plan_note = self._contact(said)
        return Line(
            number, name, self._stored(numbers[0]), numbers, company, self._address(),
            self._source(), self._status(), said.at if said is not None else None, contact, plan,
            plan_note, self._owner(), tuple(self._misfits), tuple(dict.fromkeys(self._notices)),
        )  # fmt: skip

    # --- cells ------------------------------------------------------------------------------------

    def _cells(self, field: Field) -> Sequence[tuple[str, str]]:
        """Title and text of a field's cells that hold anything."""
        places = self._reader.places(field)
        if not places:
            return _NOTHING
        known = self._known.get(field)
        if known is not None:
            return known
        found: list[tuple[str, str]] = []
        for place in places:
            cell = self._record.cells[place.at] if place.at < len(self._record.cells) else ""
            text = cleaned(cell)
            if field is not Field.CONTACT_OUTCOME and text in _TRUTHS:
                continue
            if place.at in self._record.broken:
                self._misfit(place.title, Why.OPEN_QUOTES)
            if UNREADABLE in text:
                self._misfit(place.title, Why.CELL_UNREADABLE)
            elif text:
                joined = text if field is Field.PHONE else text.replace(_JOINED, ", ")
                found.append((place.title, joined))
        self._known[field] = found
        return found

    def _texts(self, field: Field) -> list[str]:
        cells = self._cells(field)
        return list(dict.fromkeys(one_line(text) for _, text in cells)) if cells else []

    def _title(self, field: Field) -> str:
        return self._reader.title(field)

    def _misfit(self, title: str, why: Why, /, **values: Value) -> None:
        fault = CellFault(title, Reason.of(why, **values))
        if fault not in self._misfits:
            self._misfits.append(fault)

    def _notice(self, doubt: Doubt, title: str = "", word: str = "") -> None:
        self._notices.append(Notice(doubt, title, word))

    def _left_out(self, doubt: Doubt, title: str, word: str) -> None:
        """A word that brings nothing in: counted for the whole import, kept with its line."""
        self._notice(doubt, title, word[:_SHOWN])
        self._misfit(title, _WORD_FAULTS[doubt], text=word[:_SHOWN])

    def _cut(self, field: Field, text: str, most: int) -> str:
        if len(text) <= most:
            return text
        self._misfit(self._title(field), Why.CELL_CUT, length=len(text), most=most)
        return text[:most].rstrip()

    def _cut_bytes(self, field: Field, text: str, most: int) -> str:
        if length_in_bytes(text) <= most:
            return text
        self._misfit(self._title(field), Why.CELL_CUT_BYTES, most=Count(most))
        return text.encode()[:most].decode(errors="ignore").rstrip()

    def _look_beyond(self) -> None:
        """Cells for which there is no title."""
        beyond = [cell.strip() for cell in self._record.cells[self._reader.width :] if cell.strip()]
        if beyond:
            self._misfit("", Why.CELLS_BEYOND, text=", ".join(beyond)[:_SHOWN])

    # --- the customer -----------------------------------------------------------------------------

    def _name(self) -> str:
        whole = " ".join(self._texts(Field.NAME))
        parts = [*self._texts(Field.FIRST_NAME), *self._texts(Field.LAST_NAME)]
        name = whole or " ".join(parts)
        if name:
            return self._cut(Field.NAME, tidy(name), NAME_LENGTH)
        return self._company() or self._stand_in()

    def _stand_in(self) -> str:
        """What else the line calls whom neither a name nor a company is told of."""
        cells = self._record.cells
        for place in self._reader.stand_ins:
            text = one_line(cleaned(cells[place.at])) if place.at < len(cells) else ""
            if text and UNREADABLE not in text:
                return self._cut(Field.NAME, tidy(text), NAME_LENGTH)
        return ""

    def _company(self) -> str:
        found = next(iter(self._texts(Field.COMPANY)), "")
        return self._cut(Field.COMPANY, tidy(found), COMPANY_LENGTH)

    def _address(self) -> str:
        every = [text for _, text in self._cells(Field.ADDRESS)]
        # A whole address holds its parts already; of two that are alike the first is told.
        parts = [
            text for at, text in enumerate(every)
            if not any(_stands_in(text, other) and (at > place or not _stands_in(other, text))
                       for place, other in enumerate(every) if place != at)
        ]  # fmt: skip
        return self._cut_bytes(Field.ADDRESS, tidy(", ".join(parts)), ADDRESS_BYTES)

    def _numbers(self) -> tuple[tuple[PhoneNumber, ...], list[CellFault]]:
        """Every number that can be called; without one, why."""
        region = self._region()
        found: dict[str, PhoneNumber] = {}
        self._beside: list[CellFault] = []
        cells = sorted(self._cells(Field.PHONE), key=lambda one: self._is_fax(one[0]))
        for title, text in cells:
            said = phone_reading.read(text, region)
            self._beside += [CellFault(title, fault) for fault in said.faults]
            if not said.numbers and not said.faults:
                none = Reason.of(Why.CELL_NO_NUMBER, text=text[:_SHOWN])
                self._beside.append(CellFault(title, none))
            for one in said.callable:
                note = one.note or ("fax" if self._is_fax(title) else "")
                found.setdefault(one.number, PhoneNumber(one.number, one.typed, True,
                                                         one.extension, note))  # fmt: skip
        if found:
            return tuple(found.values()), []
        unread = [one for one in self._misfits if one.column in
                  {place.title for place in self._reader.places(Field.PHONE)}]  # fmt: skip
        if not self._beside and not unread:
            return (), [CellFault(self._title(Field.PHONE), Reason.of(Why.NO_PHONE))]
        return (), [*unread, *self._beside]

    def _is_fax(self, title: str) -> bool:
        """Whether the column, or what stands beside the number, says that nobody answers it."""
        at = self._reader.labels.get(title)
        cells = self._record.cells
        label = cells[at] if at is not None and at < len(cells) else ""
        return title in self._reader.faxes or (bool(label) and titles.is_fax(label))

    def _region(self) -> str:
        for title, text in self._cells(Field.COUNTRY):
            region = region_of(text)
            if region is not None:
                return region
            self._left_out(Doubt.WORD, title, text)
        return self._office.region

    def _stored(self, number: PhoneNumber) -> str:
        fits = len(number.typed) <= PHONE_LENGTH
        return number.typed if fits and not self._office.as_e164 else number.number

    def _source(self) -> LeadSource | None:
        found = self._word(Field.SOURCE)
        return LeadSource(found) if found else None

    def _status(self) -> SalesStatus | None:
        found = self._word(Field.STATUS)
        return SalesStatus(found) if found else None

    def _word(self, field: Field) -> str | None:
        """Our value for the first word of a field that has one."""
        chosen = self._reader.choices.words.get(field, {})
        for title, text in self._cells(field):
            said = one_line(text)
            value = chosen.get(words.key(said))
            if value is None:
                value = words.guessed(field, said)
                if value is None:
                    self._left_out(Doubt.WORD, title, said)
            if value:
                return value
        return None

    def _owner(self) -> str | None:
        for title, text in self._cells(Field.OWNER):
            uid = self._person(Field.OWNER, text)
            if uid is None or uid not in self._reader.people.holders:
                self._left_out(Doubt.OWNER, title, one_line(text))
            elif not self._reader.people.may_assign:
                self._notice(Doubt.OWNER_RIGHT, title)
                self._misfit(title, Why.CELL_OWNER_RIGHT, text=one_line(text)[:_SHOWN])
            else:
                return uid
        return None

    def _person(self, field: Field, text: str) -> str | None:
        said = one_line(text)
        chosen = self._reader.choices.words.get(field, {}).get(words.key(said))
        return chosen or self._reader.people.uid_of(said)

    # --- the contact ------------------------------------------------------------------------------

    def _moment(self, field: Field) -> Moment | None:
        """The latest moment of a field's cells: three columns of follow-ups are one history."""
        clock = next((text for _, text in self._cells(Field.CONTACT_TIME)), "")
        with_clock = clock if field is Field.CONTACT_DATE else ""
        found = [
            moment
            for title, text in self._cells(field)
            if (moment := self._moment_of(title, text, with_clock)) is not None
        ]
        return max(found, key=lambda one: one.at, default=None)

    def _moment_of(self, title: str, text: str, clock: str) -> Moment | None:
        order = self._reader.order(title)
        try:
            return dates.read(text, order, self._office.zone, clock)
        except dates.NoDate:
            pass
        try:
            found = dates.read(text, order, self._office.zone)
        except dates.NoDate:
            self._misfit(title, Why.CELL_NO_DATE, text=text[:_SHOWN], order=_ORDERS[order])
            return None
        self._misfit(self._title(Field.CONTACT_TIME), Why.CELL_NO_TIME, text=clock[:_SHOWN])
        return found

    def _contact(self, said: Moment | None) -> tuple[ContactPart | None, datetime | None, str]:
        """The contact, or the next step without one and what is noted beside it."""
        at = self._past(said)
        step = self._next_step(at)
        notes = self._notes()
        part = self._part(at, step, notes) if at is not None else None
        if part is not None:
            return part, None, ""
        if at is None:
            self._miss_date(notes, planned=step is not None)
        return None, step, self._plan_note(notes) if step is not None else ""

    def _plan_note(self, notes: str) -> str:
        return self._cut(Field.CONTACT_NOTES, one_line(notes), _PLAN_NOTE_LENGTH)

    def _part(self, at: datetime, step: datetime | None, notes: str) -> ContactPart | None:
        choices = self._reader.choices
        evidence = notes or self._cells(Field.CONTACT_METHOD) or self._cells(Field.CONTACT_OUTCOME)
        title = self._title(Field.CONTACT_DATE)
        if not evidence and not choices.date_is_contact:
            self._notice(Doubt.NO_EVIDENCE, title)
            self._misfit(title, Why.CONTACT_DATE_ALONE)
            return None
        method, outcome = self._word(Field.CONTACT_METHOD), self._word(Field.CONTACT_OUTCOME)
        meant = Method(method) if method else choices.method
        went = Outcome(outcome) if outcome else choices.outcome
        if meant is None:
            self._notice(Doubt.NO_METHOD)
            self._misfit(title, Why.CONTACT_WITHOUT_METHOD)
        if went is None:
            self._notice(Doubt.NO_OUTCOME)
            self._misfit(title, Why.CONTACT_WITHOUT_OUTCOME)
        if meant is None or went is None:
            return None
        by_uid, noted = self._by(notes)
        return ContactPart(at, meant, went, noted, by_uid, step)

    def _past(self, said: Moment | None) -> datetime | None:
        """When the contact was: today's without a time is not later than now."""
        if said is None:
            return None
        now = self._office.now
        today = said.at.astimezone(self._office.zone).date() == now.astimezone(
            self._office.zone
        ).date()  # fmt: skip
        at = min(said.at, now) if not said.timed and today else said.at
        title = self._title(Field.CONTACT_DATE)
        if at > now + CLOCK_GRACE:
            self._misfit(title, Why.CONTACT_IN_FUTURE)
            return None
        if at.year < _FIRST_YEAR:
            self._misfit(title, Why.TOO_LONG_AGO)
            return None
        return min(at, now)

    def _next_step(self, at: datetime | None) -> datetime | None:
        """The next step; one in the past is history, or overdue."""
        found = self._moment(Field.NEXT_STEP)
        if found is None:
            return None
        title, zone = self._title(Field.NEXT_STEP), self._office.zone
        if not _FIRST_YEAR <= found.at.year <= LAST_STORABLE_YEAR:
            self._misfit(title, Why.STEP_OUTSIDE, first=_FIRST_YEAR, last=LAST_STORABLE_YEAR)
            return None
        if at is not None and found.at.astimezone(zone).date() < at.astimezone(zone).date():
            self._misfit(title, Why.STEP_BEFORE_CONTACT)
            return None
        return found.at

    def _notes(self) -> str:
        parts = (without_tags(text) for _, text in self._cells(Field.CONTACT_NOTES))
        text = tidy("\n".join(dict.fromkeys(part for part in parts if part)))
        return self._cut_bytes(Field.CONTACT_NOTES, text, NOTES_BYTES)

    def _by(self, notes: str) -> tuple[str, str]:
        """Who is credited; somebody whom nobody knows stands in the note."""
        for title, text in self._cells(Field.CONTACT_BY):
            uid = self._person(Field.CONTACT_BY, text)
            if uid is not None:
                return uid, notes
            said = one_line(text)[:_SHOWN]
            self._notice(Doubt.PERSON, title, said)
            noted = f"{said}: {notes}" if notes else said
            return self._reader.people.importer, self._cut_bytes(
                Field.CONTACT_NOTES, noted, NOTES_BYTES
            )
        return self._reader.people.importer, notes

    def _miss_date(self, notes: str, *, planned: bool) -> None:
        """Say what of a contact is lost for want of its date; the note of a plan is not."""
        if self._cells(Field.CONTACT_DATE):
            # The cell with the date is listed already, and stands for its contact.
            return
        if notes and not planned:
            title = self._title(Field.CONTACT_NOTES)
            if not self._reader.places(Field.CONTACT_DATE):
                self._notice(Doubt.NO_DATE, title)
            self._misfit(title, Why.NOTE_WITHOUT_DATE)
        for field in (Field.CONTACT_METHOD, Field.CONTACT_OUTCOME):
            for title, text in self._cells(field):
                said = one_line(text)[:_SHOWN]
                self._misfit(title, Why.CONTACT_WITHOUT_DATE, text=said)


def _stands_in(part: str, whole: str) -> bool:
    """Whether one text holds the other, word by word."""
    inner, outer = (f" {titles.plain(one)} " for one in (part, whole))
    return inner in outer


_WORD_FAULTS = {Doubt.WORD: Why.CELL_NO_WORD, Doubt.OWNER: Why.CELL_NO_OWNER}

_ORDERS = {
    DateOrder.DAY_FIRST: Why.DAY_MONTH_YEAR,
    DateOrder.MONTH_FIRST: Why.MONTH_DAY_YEAR,
    DateOrder.YEAR_FIRST: Why.YEAR_MONTH_DAY,
}
