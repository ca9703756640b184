"""A customer's history as lines: timeline, contacts, ownership, orders; read page by page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from salesdesk.domain.contact import Outcome
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import (
    Page,
    PageKey,
    SpellRow,
    TimelineEntry,
    TimelineKind,
    TimelineQuery,
)
from salesdesk.domain.round import OutOfRound
from salesdesk.services.lists import customers
from salesdesk.services.session import Session
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting.cells import Level, TimelineItem
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.texts import METHOD_ICONS, aside_why, method_word, order_word, outcome_word

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line as it is painted, and the contact that it stands for.

    Attributes:
        contact_id: None where the line is no contact.
        editable: whether the reader may change the contact.
        spoken: the whole line for a screen reader and for copying.
    """

    item: TimelineItem
    spoken: str
    contact_id: str | None = None
    editable: bool = False


@dataclass(frozen=True, slots=True)
class TextContext:
    """How lines are worded.

    Attributes:
        now: the database's moment as the panel last read it; decides which years are named.
        currency: the ISO code of the currency of orders.
    """

    formats: Formats
    currency: str
    now: datetime


@dataclass(frozen=True, slots=True)
class HistorySource:
    """Which history of which customer; `kinds` empty means all, `spells` the ownership alone."""

    session: Session
    customer_id: str
    telling: TextContext
    kinds: frozenset[TimelineKind] = frozenset()
    spells: bool = False

    def page(self, after: PageKey | None) -> Page[HistoryLine]:
        """One page of lines; raises what the lists service does."""
        if self.spells:
            owned = customers.ownership(self.session, self.customer_id, after)
            return Page(tuple(spell_line(row, self.telling) for row in owned.rows), owned.after)
        found = customers.timeline(self.session, TimelineQuery(self.customer_id, self.kinds), after)
        return Page(tuple(line_of(entry, self.telling) for entry in found.rows), found.after)


def line_of(entry: TimelineEntry, telling: TextContext) -> HistoryLine:
    """The line of a timeline's entry, by its kind."""
    worded = {
        TimelineKind.CONTACT: _contact,
        TimelineKind.OWNERSHIP_TAKEN: _taken,
        TimelineKind.OWNERSHIP_ENDED: _ended,
        TimelineKind.STATUS: _moved,
        TimelineKind.PROTECTION: _protected,
        TimelineKind.SET_ASIDE: _set_aside,
        TimelineKind.LINK: _linked,
        TimelineKind.ORDER: _order,
    }[entry.kind](entry, telling)
    if entry.of_hidden:
        mark = translate("history", "of the customer linked to this one")
        author = f"{worded.author} · {mark}" if worded.author else mark
        worded = replace(worded, author=author)
    is_contact = entry.kind is TimelineKind.CONTACT
    return HistoryLine(
        worded, spoken(worded), entry.id if is_contact else None, entry.editable and is_contact
    )


def spell_line(row: SpellRow, telling: TextContext) -> HistoryLine:
    """The line of one agent's time with the customer."""
    begun, _ = _dates(row.start, telling)
    note = ""
    if row.end is None:
        date = fill(translate("history", "since {day}"), day=begun)
    else:
        ended, _ = _dates(row.end, telling)
        date = fill(translate("history", "{begin} to {end}"), begin=begun, end=ended)
        note = _why(row.reason, row.by_name, row.agent_name)
        idle = _idle(row.idle_days, row.limit_days, telling)
        note = f"{note}. {idle}" if idle else note
        note = f"{note}: {row.why}" if row.why else note
    exact = telling.formats.tip(row.start, telling.now) if row.start else ""
    item = TimelineItem("user-check", row.agent_name, date=date, exact=exact, note=note)
    return HistoryLine(item, spoken(item))


def spoken(item: TimelineItem) -> str:
    """A line in one sentence, for screen readers and for copying."""
    heading = f"{item.heading}, {item.outcome}" if item.outcome else item.heading
    parts = (heading, item.exact or item.date, item.note, item.author)
    return ". ".join(part for part in parts if part)


def _by(name: str | None) -> str:
    return fill(translate("history", "by {name}"), name=name) if name else ""


def _dates(at: datetime | None, telling: TextContext) -> tuple[str, str]:
    if at is None:
        return translate("history", "no date"), ""
    formats, now = telling.formats, telling.now
    return formats.date(at, now), formats.tip(at, now)


def _contact(entry: TimelineEntry, telling: TextContext) -> TimelineItem:
    date, exact = _dates(entry.at, telling)
    outcome = outcome_word(entry.outcome) if entry.outcome is not None else ""
    good = entry.outcome is Outcome.SUCCESSFUL
    return TimelineItem(
        METHOD_ICONS.get(entry.method, "message-circle") if entry.method else "message-circle",
        method_word(entry.method),
        outcome=outcome,
        outcome_level=Level.WON if good else Level.TEXT2,
        date=date,
        exact=exact,
        note=entry.notes or "",
        author=entry.person_name or entry.person_uid or "",
    )


def _taken(entry: TimelineEntry, telling: TextContext) -> TimelineItem:
    date, exact = _dates(entry.at, telling)
    person = entry.person_name or entry.person_uid or ""
    heading = fill(translate("history", "Claimed by {name}"), name=person)
    if entry.by_name:
        heading = fill(translate("history", "Assigned to {name}"), name=person)
    by = _by(entry.by_name)
    return TimelineItem("user-check", heading, date=date, exact=exact, author=by)


def _why(reason: UnbindingReason | None, by: str | None, person: str) -> str:
    if reason is UnbindingReason.INACTIVITY:
        return translate("history", "Released: inactivity")
    if reason is UnbindingReason.PERIOD_ENDED:
        return translate("history", "Released: period ended")
    if reason is not None and not reason.known:
        return fill(translate("history", "Released: {reason}"), reason=reason.value)
    who = by or person
    return fill(translate("history", "Released by {name}"), name=who) if who else ""


def _idle(idle: int | None, limit: int | None, telling: TextContext) -> str:
    if idle is None or limit is None:
        return ""
    days = telling.formats.days
    return fill(
        translate("history", "Idle {days}, limit {limit}"), days=days(idle), limit=days(limit)
    )


def _ended(entry: TimelineEntry, telling: TextContext) -> TimelineItem:
    date, exact = _dates(entry.at, telling)
    person = entry.person_name or entry.person_uid or ""
    was_with = fill(translate("history", "was with {name}"), name=person)
    idle = _idle(entry.idle_days, entry.limit_days, telling)
    note = f"{idle}; {was_with}." if idle else f"{was_with[:1].upper()}{was_with[1:]}."
    note = f"{entry.description}\n{note}" if entry.description else note
    heading = _why(entry.reason, entry.by_name, person)
    return TimelineItem("archive-restore", heading, date=date, exact=exact, note=note)


def _moved(entry: TimelineEntry, telling: TextContext) -> TimelineItem:
    date, exact = _dates(entry.at, telling)
    before = entry.status_from.value if entry.status_from else "?"
    after = entry.status_to.value if entry.status_to else "?"
    person = entry.person_name or entry.person_uid
    heading = f"{person}: {before} → {after}" if person else f"{before} → {after}"
    return TimelineItem("trending-up", heading, date=date, exact=exact)


def _protected(entry: TimelineEntry, telling: TextContext) -> TimelineItem:
    date, exact = _dates(entry.at, telling)
    heading = translate("history", "Protection ended")
    if entry.until is not None:
        until = telling.formats.exact(entry.until, telling.now)
        heading = fill(translate("history", "Protected until {when}"), when=until)
    by = _by(entry.person_name or entry.person_uid)
    note = entry.description or ""
    return TimelineItem("shield", heading, date=date, exact=exact, note=note, author=by)


def _set_aside(entry: TimelineEntry, telling: TextContext) -> TimelineItem:
    date, exact = _dates(entry.at, telling)
    by = _by(entry.person_name or entry.person_uid)
    if entry.aside is None:
        heading = translate("history", "Taken back, in the round again")
        return TimelineItem("undo-2", heading, date=date, exact=exact, author=by)
    heading = {
        OutOfRound.LOST: translate("history", "Set aside as lost"),
        OutOfRound.NO_CONTACT: translate("history", "Set aside: not to be contacted"),
    }[entry.aside.word]
    note = aside_why(entry.aside)
    return TimelineItem("circle-x", heading, date=date, exact=exact, note=note, author=by)


def _linked(entry: TimelineEntry, telling: TextContext) -> TimelineItem:
    date, exact = _dates(entry.at, telling)
    heading = translate("history", "Linked with another customer as one")
    if entry.apart:
        heading = translate("history", "Taken apart from another customer again")
    by = _by(entry.person_name or entry.person_uid)
    return TimelineItem(
        "undo-2" if entry.apart else "link", heading, date=date, exact=exact, author=by
    )


def _order(entry: TimelineEntry, telling: TextContext) -> TimelineItem:
    date, exact = _dates(entry.at, telling)
    heading = fill(
        translate("history", "Order {status}"), status=order_word(entry.order_status)
    ).strip()
    if entry.value:
        heading = f"{heading}, {telling.formats.money(entry.value, telling.currency)}"
    return TimelineItem("receipt", heading, date=date, exact=exact, note=entry.description or "")


class HistoryModel(QAbstractListModel):
    """The lines of one history, growing page by page.

    Signals:
        loaded(): the first page is there.
        failed(Exception): a page could not be read; the lines stay as last read.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._source: HistorySource | None = None
        self._lines: list[HistoryLine] = []
        self._next: PageKey | None = None
        self._reading = False
        self._fresh = False

    def ask(self, source: HistorySource) -> None:
        """Read a history; its first page replaces what is shown."""
        if self._source is None or self._source.customer_id != source.customer_id:
            self._clear()
        self._source = source
        self._fresh = True
        self._read(None)

    def drop(self) -> None:
        """Show nothing."""
        self._tasks.void(self._key())
        self._source, self._reading = None, False
        self._clear()

    def line(self, row: int) -> HistoryLine | None:
        """The line in this row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ANSWERED:
            return None
        line = self._lines[index.row()]
        if role == Role.TIMELINE:
            return line.item
        if role == Role.ID:
            return line.contact_id
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.item.exact or None
        return line.spoken

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None and not self._reading

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._read(self._next)

    def _key(self) -> tuple[object, ...]:
        return ("history", id(self))

    def _read(self, after: PageKey | None) -> None:
        assert self._source is not None  # noqa: S101 - only a question leads here
        self._reading = True
        work = partial(self._source.page, after)
        self._tasks.query(self._key(), work, self._on_page, self._on_error)

    def _on_page(self, page: Page[HistoryLine]) -> None:
        self._reading = False
        self._next = page.after
        if self._fresh:
            self._fresh = False
            self.beginResetModel()
            self._lines = list(page.rows)
            self.endResetModel()
            self.loaded.emit()
        elif page.rows:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._lines.extend(page.rows)
            self.endInsertRows()

    def _on_error(self, fault: Exception) -> None:
        self._reading = False
        self.failed.emit(fault)

    def _clear(self) -> None:
        self.beginResetModel()
        self._lines, self._next = [], None
        self.endResetModel()


_ANSWERED = frozenset(
    {
        int(Role.TIMELINE),
        int(Role.ID),
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
    }
)
