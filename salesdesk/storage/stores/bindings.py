"""Writes on `customer_binding_history`: rows are added and closed, never deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    func,
    insert,
    inspect,
    literal,
    or_,
    select,
    update,
)

from salesdesk.domain.ownership import Binding, UnbindingReason
from salesdesk.storage import tables
from salesdesk.storage.db.types import UtcDateTime, db_now
from salesdesk.storage.stores.summaries import Touched

_HISTORY = tables.customer_binding_history
_H = _HISTORY.c
_COLUMNS = (
    _H.id,
    _H.customer_id,
    _H.bound_to_uid,
    _H.binding_start_date,
    _H.binding_end_date,
    _H.unbinding_reason,
)


@dataclass(frozen=True, slots=True)
class HistoryRows:
    """The history rows of some customers that an act's decision rests on.

    Attributes:
        open: the open rows, by customer.
        later_ends: the latest end that lies after the moment asked for, by customer.
    """

    open: dict[str, list[Binding]] = field(default_factory=dict)
    later_ends: dict[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenKeys:
    """The primary keys of all open rows by customer, and the ends that lie ahead."""

    open: dict[str, list[str]]
    later_ends: dict[str, datetime]


def _that_matter(of_whom: ColumnElement[bool], now: ColumnElement[datetime]) -> Select[Any]:
    """The open rows, and those that end ahead, for `BindingStore.noted`."""
    return select(*_COLUMNS).where(
        of_whom, or_(_H.binding_end_date.is_(None), _H.binding_end_date > now)
    )


#: Those of the customer `of_customer`, by the database's clock.
THAT_MATTER = _that_matter(_H.customer_id == bindparam("of_customer"), db_now())


@dataclass(frozen=True, slots=True)
class BindingStore:
    """The ownership history, within one transaction."""

    connection: Connection
    touched: Touched = field(default_factory=Touched)

    def of(self, customer_ids: Iterable[str], now: datetime) -> HistoryRows:
        """The open rows, and ends that lie after `now`, read without a lock.

        The table has no index by customer of its own: a locking read or an UPDATE by customer
        would scan and lock it all (docs/rules.md, "The database is shared").
        """
        wanted = sorted(set(customer_ids))
        moment = literal(now, UtcDateTime())
        statement = _that_matter(_H.customer_id.in_(wanted), moment)
        return self.noted(self.connection.execute(statement), wanted)

    def by_keys(self, keys: OpenKeys, customer_ids: Iterable[str]) -> HistoryRows:
        """The still open ones of the rows whose keys were gathered, by primary key."""
        wanted = list(customer_ids)
        spell_ids = sorted(key for one in wanted for key in keys.open.get(one, ()))
        statement = select(*_COLUMNS).where(_H.id.in_(spell_ids), _H.binding_end_date.is_(None))
        ends = {one: keys.later_ends[one] for one in wanted if one in keys.later_ends}
        return HistoryRows(self.noted(self.connection.execute(statement), wanted).open, ends)

    def noted(self, rows: Iterable[Any], customer_ids: Iterable[str]) -> HistoryRows:
        """These rows, of `THAT_MATTER`, as all that matter of these customers."""
        found: defaultdict[str, list[Binding]] = defaultdict(list)
        ends: dict[str, datetime] = {}
        for customer_id in customer_ids:
            self.touched.know(customer_id, ())
        for row in rows:
            self.touched.know(row.customer_id, [row.id])
            if row.binding_end_date is None:
                found[row.customer_id].append(
                    Binding(
                        row.id,
                        row.customer_id,
                        row.bound_to_uid,
                        row.binding_start_date,
                        None,
                        None,
                    )
                )
            else:
                latest = ends.get(row.customer_id, row.binding_end_date)
                ends[row.customer_id] = max(latest, row.binding_end_date)
        return HistoryRows(dict(found), ends)

    def indexed(self) -> bool:
        """Whether an administrator has given the table an index by customer."""
        indexes = inspect(self.connection).get_indexes(_HISTORY.name)
        return any(index["column_names"][0] == _H.customer_id.name for index in indexes)

    def open_keys(self, now: datetime) -> OpenKeys:
        """The keys of all open rows, and the ends after `now`: one scan for a whole run."""
        keys: defaultdict[str, list[str]] = defaultdict(list)
        ends: dict[str, datetime] = {}
        statement = select(_H.customer_id, _H.id, _H.binding_end_date).where(
            or_(_H.binding_end_date.is_(None), _H.binding_end_date > now)
        )
        for customer_id, spell_id, end in self.connection.execute(statement):
            if end is None:
                keys[customer_id].append(spell_id)
            else:
                ends[customer_id] = max(ends.get(customer_id, end), end)
        return OpenKeys(dict(keys), ends)

    def last_end(self, customer_id: str) -> datetime | None:
        """The latest end among the customer's closed rows."""
        statement = select(func.max(_H.binding_end_date)).where(_H.customer_id == customer_id)
        end: datetime | None = self.connection.execute(statement).scalar_one()
        return end

    def last_ended(self, customer_id: str, agent_uid: str) -> datetime | None:
        """When this agent's last closed spell with the customer ended."""
        statement = select(func.max(_H.binding_end_date)).where(
            _H.customer_id == customer_id, _H.bound_to_uid == agent_uid
        )
        end: datetime | None = self.connection.execute(statement).scalar_one()
        return end

    def add(self, spells: Sequence[Binding]) -> None:
        """Insert rows."""
        rows = [
            {
                "id": spell.id,
                "customer_id": spell.customer_id,
                "bound_to_uid": spell.agent_uid,
                "binding_start_date": spell.start,
                "binding_end_date": spell.end,
                "unbinding_reason": spell.reason.value if spell.reason else None,
            }
            for spell in spells
        ]
        if rows:
            self.connection.execute(insert(_HISTORY), rows)
        for spell in spells:
            if spell.customer_id in self.touched.spells:
                self.touched.know(spell.customer_id, [spell.id])

    def close(self, spell_ids: Iterable[str], end: datetime, reason: UnbindingReason) -> int:
        """Close open rows by primary key; the number of rows closed."""
        statement = (
            update(_HISTORY)
            .where(_H.id.in_(sorted(spell_ids)), _H.binding_end_date.is_(None))
            .values(binding_end_date=end, unbinding_reason=reason.value)
        )
        return self.connection.execute(statement).rowcount
