"""`salesdesk_customer_summary`: writing summaries, and comparing them with what they rest on.

Whatever writes here holds the customers' locks and reads everything in new statements after them,
so that an older reading never overwrites a newer act. `customers` is never joined in an UPDATE,
which would lock its rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    and_,
    case,
    delete,
    func,
    inspect,
    or_,
    select,
    type_coerce,
)

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.idle_clock import Limits
from salesdesk.domain.moments import EARLIEST, FUTURE_TOLERANCE
from salesdesk.domain.summary import (
    CustomerFacts,
    CustomerSummary,
    HistoryFacts,
    SpellFacts,
    history_facts,
    kept_history,
    reckon,
)
from salesdesk.storage import tables
from salesdesk.storage.db.cancel import raise_if_stopped
from salesdesk.storage.stores.lines import insert_lines
from salesdesk.storage.stores.summary_facts import (
    FACTS,
    Found,
    at_odds,
    found_of,
    owner_as_told,
    summary_of,
)

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_H = tables.customer_binding_history.c
_E = tables.salesdesk_events.c
_SUMMARY = tables.salesdesk_customer_summary
_S = _SUMMARY.c

#: Customers whose rows are read in one statement.
STRETCH = 500

#: A zero date, which is read as no date, is the end of a closed row all the same.
_MATTERS = or_(_H.binding_end_date.is_(None), _H.binding_end_date >= EARLIEST)

#: The summary's fields are named as its columns are.
_NAMES = tuple(column.name for column in _SUMMARY.columns)
_VALUES = attrgetter(*_NAMES)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one scan of an unindexed history told of a customer, and on what it rests.

    Attributes:
        spells: ids of its open rows, of the row with the latest end, and of ends ahead.
        stored: the summary as it then stood.
    """

    spells: frozenset[str]
    owner_uid: str | None
    binding_start: datetime | None
    stored: CustomerSummary | None


@dataclass(frozen=True, slots=True)
class Known:
    """What a customer's rows say after an act, and the summary as it was stored before it."""

    facts: CustomerFacts
    history: HistoryFacts
    stored: CustomerSummary | None


@dataclass(slots=True)
class Touched:
    """The customers that a unit of work touched: their summaries are written last in it.

    Attributes:
        customers: those that were locked, made or removed.
        made: those that the unit made, so that it knows their whole history.
        spells: ids of the history rows, by customer, that matter to what the unit did: all open
            ones, and those that ended last.
        anew: those whose history is read anew, whatever their summary still knows of it.
        known: what the rows of customers say after all that the unit did: from what it read
            under the lock and what it wrote, so that they need not be read once more.
    """

    customers: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    spells: dict[str, set[str]] = field(default_factory=dict)
    anew: dict[str, Gathered | None] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)

    def make(self, ids: Iterable[str]) -> None:
        """Note customers that the unit makes; nobody can have had them before."""
        for one in ids:
            self.customers.add(one)
            self.made.add(one)
            self.spells.setdefault(one, set())

    def know(self, customer_id: str, spell_ids: Iterable[str]) -> None:
        """Note history rows that the unit read or wrote of a customer."""
        self.spells.setdefault(customer_id, set()).update(spell_ids)


def _status() -> ColumnElement[str]:
    """The sales status as it is read: whatever is neither warm nor hot is cold."""
    known = (SalesStatus.WARM.value, SalesStatus.HOT.value)
    status = type_coerce(_C.sales_status, String())
    return case((status.in_(known), status), else_=SalesStatus.COLD.value)


def _meant(date: ColumnElement[Any]) -> ColumnElement[Any]:
    """The date, or null where it is too early to be meant (a zero date's cousin)."""
    return case((date >= EARLIEST, date))


@dataclass(frozen=True, slots=True)
class Wrong:
    """Customers whose summaries are to be reckoned anew under their locks.

    Attributes:
        gathered: of each, what a scan of an unindexed history told; None: it may be asked.
    """

    ids: tuple[str, ...]
    gathered: Mapping[str, Gathered | None]

    def with_also(self, further: Iterable[str]) -> Wrong:
        """These, and others of whom no scan told."""
        return Wrong(tuple(dict.fromkeys((*self.ids, *further))), self.gathered)


@dataclass(frozen=True, slots=True)
class SummaryStore:
    """The summaries, within one transaction."""

    connection: Connection

    # --- reading ----------------------------------------------------------------------------------

    def facts(self, ids: Iterable[str], now: datetime) -> dict[str, Found]:
        """What the summaries of these customers are reckoned from; those gone are left out."""
        wanted = sorted(set(ids))
        found: dict[str, Found] = {}
        for begin in range(0, len(wanted), STRETCH):
            part = wanted[begin : begin + STRETCH]
            values = {"ids": part, "latest": now + FUTURE_TOLERANCE, "most": len(part)}
            for row in self.connection.execute(FACTS, values):
                found[row.id] = found_of(row)
        return found

    def of(self, ids: Iterable[str]) -> dict[str, CustomerSummary]:
        """The stored summaries of these customers."""
        statement = select(_SUMMARY).where(_S.customer_id.in_(sorted(set(ids))))
        rows = map(summary_of, self.connection.execute(statement))
        return {row.customer_id: row for row in rows if row is not None}

    def any(self) -> bool:
        """Whether there is a summary at all."""
        return self.connection.execute(select(_S.customer_id).limit(1)).first() is not None

    def customers(self) -> int:
        """How many customers there are."""
        counted = select(func.count()).select_from(_CUSTOMERS)
        return int(self.connection.execute(counted).scalar_one())

    # --- comparing --------------------------------------------------------------------------------

    def stretch(self, after_id: str, limit: int) -> list[str]:
        """The ids of one stretch of the customers, in order."""
        statement = select(_C.id).where(_C.id > after_id).order_by(_C.id).limit(limit)
        return list(self.connection.execute(statement).scalars())

    def differing(self, first: str, last: str, mark: str, now: datetime) -> list[str]:
        """Customers from one id to another whose summary is missing, or not of the present rows.

        It compares what stands in both tables, the settings' mark and the moment from which a
        summary must be reckoned anew; contacts, plans and the history it does not see.
        """
        differs = or_(
            _S.customer_id.is_(None),
            owner_as_told().is_distinct_from(_S.owner_uid),
            _status() != _S.status,
            _meant(_C.binding_start_date).is_distinct_from(_S.binding_start),
            _meant(_C.last_interaction_date).is_distinct_from(_S.last_interaction),
            and_(at_odds() == 1, _S.sound),
            _S.settings_mark != mark,
            _S.again_at <= now,
        )
        statement = (
            select(_C.id)
            .select_from(_CUSTOMERS.outerjoin(_SUMMARY, _S.customer_id == _C.id))
            .where(_C.id >= first, _C.id <= last, differs)
            .order_by(_C.id)
        )
        return list(self.connection.execute(statement).scalars())

    def orphans(self, limit: int) -> list[str]:
        """Summaries whose customer is gone."""
        statement = (
            select(_S.customer_id)
            .select_from(_SUMMARY.outerjoin(_CUSTOMERS, _S.customer_id == _C.id))
            .where(_C.id.is_(None))
            .limit(limit)
        )
        return list(self.connection.execute(statement).scalars())

    def named_by_events(self, since: datetime) -> list[str]:
        """The customers of all events from a moment on."""
        statement = select(_E.customer_id).where(_E.at >= since, _E.customer_id.is_not(None))
        return [str(one) for one in self.connection.execute(statement.distinct()).scalars()]

    def contacted(self, since: datetime) -> list[str]:
        """The customers of all contacts from a moment on; none where no index finds them."""
        k = tables.customer_contacts.c
        wanted = [k.contacted_by_uid.name, k.contact_date.name]
        indexes = inspect(self.connection).get_indexes(tables.customer_contacts.name)
        if not any(index["column_names"][:2] == wanted for index in indexes):
            return []
        users = tables.users.c.firebase_uid
        statement = (
            select(k.customer_id)
            .select_from(tables.users.join(tables.customer_contacts, k.contacted_by_uid == users))
            .where(k.contact_date >= since)
        )
        return list(self.connection.execute(statement.distinct()).scalars())

    def wrong(self, ids: Iterable[str], limits: Limits, now: datetime, *, indexed: bool) -> Wrong:
        """Which of these customers' summaries are not what their rows say.

        Args:
            indexed: the history has an index by customer. Otherwise it is scanned once for all
                of them.
        """
        found: dict[str, Found] = {}
        wanted = sorted(set(ids))
        for begin in range(0, len(wanted), STRETCH):
            raise_if_stopped()
            found |= self.facts(wanted[begin : begin + STRETCH], now)
        gathered: dict[str, Gathered | None] = {}
        if indexed:
            histories = self.histories(found, now)
        else:
            histories, gathered = self._scan(found, now)
        wrong = tuple(
            one
            for one, each in found.items()
            if reckon(each.facts, histories[one], limits, now) != each.stored
        )
        return Wrong(wrong, {one: gathered.get(one) for one in wrong})

    def _scan(
        self, found: Mapping[str, Found], now: datetime
    ) -> tuple[dict[str, HistoryFacts], dict[str, Gathered | None]]:
        """What one reading of the whole history says of these customers."""
        rows: defaultdict[str, list[tuple[str, SpellFacts]]] = defaultdict(list)
        if found:
            statement = select(
                _H.id, _H.customer_id, _H.bound_to_uid, _H.binding_start_date, _H.binding_end_date
            ).where(_H.customer_id >= min(found), _H.customer_id <= max(found), _MATTERS)
            for row in self.connection.execute(statement):
                if row.customer_id in found:
                    rows[row.customer_id].append((row.id, SpellFacts(*row[2:])))
        histories: dict[str, HistoryFacts] = {}
        gathered: dict[str, Gathered | None] = {}
        for one, each in found.items():
            spells = rows.get(one, [])
            history = history_facts(each.facts, (spell for _, spell in spells), now)
            histories[one] = history
            matter = (None, history.last_end, history.end_ahead)
            gathered[one] = Gathered(
                frozenset(spell_id for spell_id, spell in spells if spell.end in matter),
                each.facts.owner_uid,
                each.facts.binding_start,
                each.stored,
            )
        return histories, gathered

    # --- writing ----------------------------------------------------------------------------------

    def bring_in_line(self, touched: Touched, limits: Limits, now: datetime) -> int:
        """Reckon the touched customers from their rows and write what differs; how many did.

        The customers are locked. All is read here, after the lock, but for those of whom the unit
        itself says what stands.
        """
        known = dict(touched.known)
        asked = {one for one in touched.customers if not {one, one.lower()} & known.keys()}
        found = self.facts(asked, now) if asked else {}
        histories = self._histories(found, touched, now) if found else {}
        known |= {
            one: Known(each.facts, histories[one], each.stored) for one, each in found.items()
        }
        changed = [
            summary
            for each in known.values()
            if (summary := reckon(each.facts, each.history, limits, now)) != each.stored
        ]
        self.put(changed)
        # A caller may write an id in capitals, which the servers take for the same.
        gone = {one for one in asked if not {one, one.lower()} & found.keys()}
        return len(changed) + (self.remove(gone) if gone else 0)

    def put(self, summaries: Sequence[CustomerSummary]) -> None:
        """Write these summaries, in place of what was stored of the same customers."""
        for begin in range(0, len(summaries), STRETCH):
            lines = map(_VALUES, summaries[begin : begin + STRETCH])
            insert_lines(self.connection, _SUMMARY.name, _NAMES, list(lines), replacing=True)

    def remove(self, ids: Iterable[str]) -> int:
        """Forget customers who are gone; how many there were."""
        statement = delete(_SUMMARY).where(_S.customer_id.in_(sorted(set(ids))))
        return self.connection.execute(statement).rowcount

    # --- the history ------------------------------------------------------------------------------

    def histories(self, found: Mapping[str, Found], now: datetime) -> dict[str, HistoryFacts]:
        """What the ownership history says of these customers, all of their rows read."""
        spells: defaultdict[str, list[SpellFacts]] = defaultdict(list)
        wanted = sorted(found)
        for begin in range(0, len(wanted), STRETCH):
            part = wanted[begin : begin + STRETCH]
            for customer_id, spell in self._spells(_H.customer_id.in_(part)):
                spells[customer_id].append(spell)
        return {
            one: history_facts(each.facts, spells.get(one, ()), now) for one, each in found.items()
        }

    def _spells(self, condition: ColumnElement[bool]) -> list[tuple[str, SpellFacts]]:
        statement = select(
            _H.customer_id, _H.bound_to_uid, _H.binding_start_date, _H.binding_end_date
        ).where(condition, _MATTERS)
        return [(row[0], SpellFacts(*row[1:])) for row in self.connection.execute(statement)]

    def _histories(
        self, found: Mapping[str, Found], touched: Touched, now: datetime
    ) -> dict[str, HistoryFacts]:
        """The histories of touched customers: by key where the unit knows the rows that matter.

        The table has no index by customer of its own, so it is asked by customer only where
        neither the unit nor the stored summary knows enough.
        """
        known: dict[str, HistoryFacts] = {}
        keys = {one: touched.spells[one] for one in touched.spells if one in found}
        for one, gathered in touched.anew.items():
            if one in found and gathered is not None and _rests(gathered, found[one]):
                keys[one] = set(gathered.spells)
        spells = self._by_key(keys)
        for one, each in found.items():
            if one in keys:
                history = history_facts(each.facts, spells.get(one, ()), now)
                if one in touched.made or one in touched.anew or _is_whole(each.facts, history):
                    known[one] = history
            elif one not in touched.anew:
                kept = kept_history(each.facts, each.stored)
                if kept is not None:
                    known[one] = kept
        unknown = {one: each for one, each in found.items() if one not in known}
        return known | (self.histories(unknown, now) if unknown else {})

    def _by_key(self, keys: Mapping[str, set[str]]) -> dict[str, list[SpellFacts]]:
        ids = sorted({one for each in keys.values() for one in each})
        spells: defaultdict[str, list[SpellFacts]] = defaultdict(list)
        for begin in range(0, len(ids), STRETCH):
            for customer_id, spell in self._spells(_H.id.in_(ids[begin : begin + STRETCH])):
                spells[customer_id].append(spell)
        return spells


def _is_whole(facts: CustomerFacts, history: HistoryFacts) -> bool:
    """Whether the rows that an act read by key are enough.

    All open ones are among them; an end is when it closed one, which no earlier end outlasts.
    """
    return facts.owner_uid is not None or history.last_end is not None


def _rests(gathered: Gathered, found: Found) -> bool:
    """Whether the customer is still as it was when the scan saw it."""
    return (
        gathered.stored == found.stored
        and gathered.owner_uid == found.facts.owner_uid
        and gathered.binding_start == found.facts.binding_start
    )
