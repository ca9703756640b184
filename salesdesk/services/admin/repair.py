"""Mending one kind of breach in the whole database, customer by customer, with a preview.

Each customer is an act of its own (docs/rules.md, "How every act writes"), so a run that was cut
short is simply run again: it takes up whoever is still at odds with the rules. The preview is the
very same act, rolled back, so that it cannot promise anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from salesdesk.domain.errors import Conflict, CustomerGone, NotAllowed, Refusal
from salesdesk.domain.events import Event, EventKind, derived_id
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Sentence, Why
from salesdesk.services import access, locked_write
from salesdesk.services.admin import doctor
from salesdesk.services.session import Session
from salesdesk.storage.reads import repairs
from salesdesk.storage.unit_of_work import LockTimeout, Reading, UnitOfWork

#: What the rules say how to mend. The other kinds need somebody who knows what was meant.
REPAIRABLE = (
    "available_with_open_row",
    "available_with_owner",
    "bound_without_open_row",
    "bound_without_owner",
    "bound_without_start",
    "open_row_of_another_agent",
    "several_open_rows",
)
_LOCK_WAIT_SECONDS = 1
#: What a preview's events derive from; none of them is ever stored.
_NEVER_STORED = "00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True, slots=True)
class Change:
    """One row that is changed, or added.

    Attributes:
        before: the columns of the binding as they stood; None: the row is new.
        after: as they stand then.
    """

    table: str
    row_id: str
    before: Mapping[str, str | None] | None
    after: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Mended:
    """One customer whose binding is in line again, or would be."""

    customer_id: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """What came of a repair, or what would.

    Attributes:
        left_over: customers that another program holds or changed just then; run it again.
    """

    kind: str
    mended: tuple[Mended, ...]
    left_over: tuple[str, ...]


class _NothingWrong(Exception):  # noqa: N818 - somebody else mended it; the act leaves no trace
    """Under the lock the customer does not have this breach; the transaction is rolled back."""


class _Shown(Exception):  # noqa: N818 - how a preview leaves its transaction
    """The preview of one customer is made; the transaction is rolled back."""

    def __init__(self, mended: Mended) -> None:
        super().__init__()
        self.mended = mended


def preview(session: Session, kind: str) -> Repair:
    """What `apply` would change now, row by row; nothing stays changed.

    Raises:
        NotAllowed, Refusal: see `apply`.
    """

    def show(customer_id: str, event_id: str) -> Mended:
        def work(unit: UnitOfWork) -> Mended:
            raise _Shown(_mend(unit, session, event_id, kind, customer_id))

        try:
            return session.store.act(work, lock_wait=_LOCK_WAIT_SECONDS)
        except _Shown as shown:
            return shown.mended

    return _each(session, kind, _NEVER_STORED, show)


def apply(session: Session, repair_id: str, kind: str) -> Repair:
    """Mend this kind of breach wherever it is, each customer in a transaction of its own.

    A customer's binding is brought in line as a whole, so other breaches of it go as well.

    Args:
        repair_id: made by the caller; the customers' events derive from it.

    Raises:
        NotAllowed: the actor manages no people, or an administrator exists and nobody is signed
            in.
        Refusal: this kind cannot be mended by a program; it says what mends it.
        Unavailable: the database is out of reach; what was mended before stays mended.
    """

    def mend(customer_id: str, event_id: str) -> Mended:
        return session.store.act(
            lambda unit: _mend(unit, session, event_id, kind, customer_id),
            # Committed before its answer was lost: the rows stand, only what changed is not known.
            done=lambda _: Mended(customer_id, ()),
            lock_wait=_LOCK_WAIT_SECONDS,
        )

    return _each(session, kind, repair_id, mend)


def _each(session: Session, kind: str, repair_id: str, one: Callable[[str, str], Mended]) -> Repair:
    _require_repairable(kind)
    access.require(session.actor, Permission.PEOPLE_MANAGE)
    session.store.read(lambda reading: _confirm_administrator(reading, session))
    ids = session.store.read(lambda reading: repairs.affected(reading.connection, kind))
    mended: list[Mended] = []
    left_over: list[str] = []
    for customer_id in ids:
        try:
            mended.append(one(customer_id, derived_id(repair_id, customer_id)))
        except (LockTimeout, Conflict):
            left_over.append(customer_id)
        except (_NothingWrong, CustomerGone):
            continue
    return Repair(kind, tuple(mended), tuple(left_over))


def _require_repairable(kind: str) -> None:
    if kind in REPAIRABLE:
        return
    remedy = doctor.remedy(kind)
    kinds = ", ".join(REPAIRABLE)
    if remedy is None:
        raise Refusal(Why.NO_SUCH_BREACH, field="kind", kind=kind, kinds=kinds)
    told = Sentence(remedy, "doctor")
    raise Refusal(Why.BREACH_ONLY_LISTED, field="kind", kind=kind, remedy=told, kinds=kinds)


def _confirm_administrator(reading: Reading, session: Session) -> None:
    """Also a database account, as long as nobody who may manage people can sign in."""
    if session.actor.uid is None and reading.people.administrators():
        raise NotAllowed(
            Permission.PEOPLE_MANAGE,
            Why.REPAIR_NEEDS_ADMINISTRATOR,
        )
    access.confirm(reading, session.actor, Permission.PEOPLE_MANAGE)


def _mend(unit: UnitOfWork, session: Session, event_id: str, kind: str, customer_id: str) -> Mended:
    customer = unit.customers.lock([customer_id]).get(customer_id)
    if customer is None:
        raise CustomerGone(customer_id)
    now = unit.clock()
    history = unit.bindings.of([customer_id], now)
    at = locked_write.moment(now, customer, history)
    before = repairs.binding_rows(unit.connection, customer_id)
    details = {"kind": kind, "before": _old_values(before), "account": session.actor.name}
    unit.events.begin(
        Event(event_id, at, EventKind.REPAIRED, customer_id, session.actor.uid, details)
    )
    _confirm_administrator(unit, session)
    if not repairs.is_affected(unit.connection, kind, customer_id):
        raise _NothingWrong
    locked_write.healed(
        locked_write.CustomerWrite(unit, session.actor, event_id, at, customer, history)
    )
    if locked_write.owner_of(customer) is None:
        locked_write.must_match(int(unit.customers.unbind(customer)), 1)
    after = repairs.binding_rows(unit.connection, customer_id)
    return Mended(customer_id, _changes(before, after))


def _old_values(rows: repairs.Rows) -> list[dict[str, str | None]]:
    """The rows that a repair may change: the customer's own and the open ones of its history."""
    return [
        {"table": table, "id": row_id, **columns}
        for (table, row_id), columns in rows.items()
        if columns.get("binding_end_date") is None
    ]


def _changes(before: repairs.Rows, after: repairs.Rows) -> tuple[Change, ...]:
    return tuple(
        Change(table, row_id, before.get((table, row_id)), columns)
        for (table, row_id), columns in after.items()
        if before.get((table, row_id)) != columns
    )
