"""Ownership: who has a customer, the idle clock, and when a customer leaves.

The idle clock has one definition, here (docs/rules.md, "The idle clock").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.moments import EARLIEST, credible
from salesdesk.domain.open_enum import OpenEnum
from salesdesk.domain.people import same_uid


class UnbindingReason(OpenEnum):
    """Why a spell of ownership ended (`customer_binding_history.unbinding_reason`)."""

    INACTIVITY = "inactivity"
    MANUAL_RELEASE = "manual_release"
    PERIOD_ENDED = "period_ended"


class BindingStatus(StrEnum):
    """`customers.binding_status`."""

    BOUND = "bound"
    AVAILABLE = "available"


@dataclass(frozen=True, slots=True)
class Binding:
    """One row of `customer_binding_history`: an agent's time with a customer.

    Attributes:
        end: None while the spell is open.
        reason: why it ended; None while it is open (or, in faulty rows, unknown).
    """

    id: str
    customer_id: str
    agent_uid: str
    start: datetime | None
    end: datetime | None
    reason: UnbindingReason | None


@dataclass(frozen=True, slots=True)
class OwnershipSeen:
    """Who has a customer, as a decision was based on it.

    Attributes:
        owner_uid: None where the customer is available.
        since: the start of the binding; None where available (or faulty).
    """

    owner_uid: str | None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class ClosedBinding:
    """A healing or an act closes this row at this moment for this reason."""

    spell_id: str
    end: datetime
    reason: UnbindingReason


@dataclass(frozen=True, slots=True)
class Healing:
    """What must be mended in one customer's rows before an act can go on.

    Attributes:
        kinds: the breaches found, by the names that `doctor` uses; empty: nothing to mend.
        close: open rows to close.
        keep: the open row that stands for the present binding, if there is one.
        start: the start of the binding after healing; None where the customer is available.
            Where `keep` is None and the customer is bound, an open row is inserted from here.
    """

    kinds: tuple[str, ...] = ()
    close: tuple[ClosedBinding, ...] = ()
    keep: Binding | None = None
    start: datetime | None = None


@dataclass(frozen=True, slots=True)
class BindingRows:
    """One customer's binding as its own row and its history tell it.

    Attributes:
        owner_uid, start: of the customer's row.
        created_at: stands in for a missing start.
        open_rows: the history rows without an end.
        last_end: the latest end among the closed rows, where it matters.
    """

    owner_uid: str | None
    start: datetime | None
    created_at: datetime | None
    open_rows: tuple[Binding, ...]
    last_end: datetime | None = None


def healing(rows: BindingRows, at: datetime) -> Healing:
    """How one customer's open history rows are brought in line with its own row.

    The only open row is the binding's where it is the owner's, whatever its start: the booking
    application writes the two in two statements. Of several, the superfluous ones are closed at
    the next start, so that no two rows overlap; those of an available customer at the act's
    moment `at`. The row that is kept is the one that a release closes, with the release's own
    reason. Source: docs/rules.md, "Ownership", the paragraph on existing data.
    """
    spells = sorted(rows.open_rows, key=lambda row: (row.start or EARLIEST, row.id))
    if rows.owner_uid is None:
        return _healing_of_available(spells, at)
    keep = _of_the_binding(spells, rows.owner_uid, rows.start)
    since = rows.start or (credible(keep.start, at) if keep else None) or rows.created_at or at
    if keep is None and rows.last_end is not None and rows.last_end <= at:
        # An end that lies ahead is no end: a row from there would end before it starts.
        since = max(since, rows.last_end)
    others = [spell for spell in spells if spell is not keep]
    begins = _begins(keep) if keep is not None else since
    return Healing(
        _kinds(rows, keep, others),
        _closed_in_turn([spell for spell in others if _begins(spell) < begins], begins)
        # Those that begin within the present binding have no room beside it.
        + tuple(_closed(spell, _begins(spell)) for spell in others if _begins(spell) >= begins),
        keep,
        since,
    )


def _of_the_binding(
    spells: list[Binding], owner_uid: str, start: datetime | None
) -> Binding | None:
    """The owner's open row that stands for the binding: of its start, else the latest."""
    own = [spell for spell in spells if same_uid(spell.agent_uid, owner_uid)]
    exact = [spell for spell in own if spell.start == start]
    return next(iter(exact or own[-1:]), None)


def _healing_of_available(spells: list[Binding], at: datetime) -> Healing:
    kinds = ("available_with_open_row",) if spells else ()
    return Healing(kinds, _closed_in_turn(spells, at))


def _closed_in_turn(spells: list[Binding], last_end: datetime) -> tuple[ClosedBinding, ...]:
    """Each row closed where the next begins, the last at `last_end`; the rows are in order."""
    if not spells:
        return ()
    ends = [*(_begins(spell) for spell in spells[1:]), last_end]
    return tuple(_closed(spell, end) for spell, end in zip(spells, ends, strict=True))


def _closed(spell: Binding, end: datetime) -> ClosedBinding:
    return ClosedBinding(spell.id, max(end, _begins(spell)), UnbindingReason.MANUAL_RELEASE)


def _begins(spell: Binding) -> datetime:
    return spell.start or EARLIEST


def _kinds(rows: BindingRows, keep: Binding | None, others: list[Binding]) -> tuple[str, ...]:
    kinds = [] if rows.start is not None else ["bound_without_start"]
    if keep is None and not others:
        kinds.append("bound_without_open_row")
    if any(not same_uid(spell.agent_uid, rows.owner_uid) for spell in others):
        kinds.append("open_row_of_another_agent")
    elif others:
        kinds.append("several_open_rows")
    return tuple(kinds)
