"""What the pool and the hand-over say."""

from __future__ import annotations

from typing import TypeAlias

from salesdesk.domain.pool import (
    Allowance,
    BestHours,
    HandOver,
    MethodFigure,
    Note,
    PoolQuery,
    PoolSort,
)
from salesdesk.domain.queries import SLOW_SORT_LIMIT, Count, SpellRow
from salesdesk.services.lists import pool
from salesdesk.services.lists.orders import quick
from salesdesk.services.session import Session
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting.cells import Level, TimelineItem
from salesdesk.ui.lists.list_counts import Counts
from salesdesk.ui.session.faults import unread
from salesdesk.ui.texts import method_icon, method_word, outcome_word, reason_word

WHOLE_CAP = 10_000


PoolCounts: TypeAlias = Counts[PoolQuery, PoolSort]


def count(session: Session, query: PoolQuery, *, exact: bool = False) -> PoolCounts:
    """Count; on a worker thread.

    Args:
        exact: to the end, however many there are.
    """
    cap = None if exact else WHOLE_CAP
    whole = pool.count(session, PoolQuery(), cap)
    found = pool.count(session, query, cap) if is_narrowed(query) else whole
    return Counts(query, found, whole, quick(PoolSort, found))


def is_narrowed(query: PoolQuery) -> bool:
    """Whether a search or a filter hides somebody."""
    return bool(query.search or query.statuses or query.sources or query.outcomes)


def heading(whole: Count, formats: Formats) -> str:
    """Beside the title: '41 customers are free'."""
    number = formats.capped(whole.number, whole.more)
    return plural(
        "pool", "1 customer is free", "{number} customers are free", whole.number, number=number
    )


def counted(counts: PoolCounts, formats: Formats) -> str:
    """'12 of 41'."""
    return fill(
        translate("pool", "{number} of {all}"),
        number=formats.capped(counts.found.number, counts.found.more),
        all=formats.capped(counts.whole.number, counts.whole.more),
    )


def empty(narrowed: bool) -> tuple[str, str]:
    """Title and text of the empty state."""
    if narrowed:
        return (
            translate("pool", "Nobody matches"),
            translate("pool", "No available customer matches the search and the filters."),
        )
    return (
        translate("pool", "Nobody is free"),
        translate(
            "pool",
            "Customers whom nobody contacts for too long, and those that are released, are "
            "listed here for everybody to claim.",
        ),
    )


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text of the error state."""
    return unread(
        fault,
        translate("pool", "The pool could not be read"),
        translate("pool", "The pool is read as soon as it answers again."),
    )


def unsorted(title: str, formats: Formats) -> str:
    """Why the list cannot be sorted by this column just now."""
    said = translate(
        "pool",
        "Sorting by {column} is offered for fewer than {number} customers: narrow the list first.",
    )
    return fill(said, column=title.lower(), number=formats.number(SLOW_SORT_LIMIT))


def never_sorted(title: str) -> str:
    """That a column carries no order."""
    return fill(translate("pool", "The pool is not sorted by {column}."), column=title.lower())


# --- the hand-over --------------------------------------------------------------------------------


def allowed(allowance: Allowance, hand: HandOver, formats: Formats) -> str:
    """What may still be claimed, and from when; '' where no policy counts."""
    now = hand.row.customer.now
    parts = []
    if allowance.most is not None:
        said = translate("pool", "You hold {number} of {most}")
        held, most = formats.number(allowance.held), formats.number(allowance.most)
        parts.append(fill(said, number=held, most=most))
    if allowance.claims_a_day is not None:
        said = translate("pool", "used {number} of {most} claims today")
        if not parts:
            said = translate("pool", "You used {number} of {most} claims today")
        used, most = (
            formats.number(allowance.claimed_today),
            formats.number(allowance.claims_a_day),
        )
        parts.append(fill(said, number=used, most=most))
    told = translate("pool", " and ").join(parts) + ("." if parts else "")
    later = hand.claimable_from or (allowance.allowed_from if not allowance.remaining else None)
    if later is not None:
        from_when = translate("pool", "You may claim this customer from {when} on.")
        if hand.claimable_from is None:
            from_when = translate("pool", "You may claim again from {when} on.")
        told = f"{told} {fill(from_when, when=formats.exact(later, now))}"
    return told.strip()


def tried(figure: MethodFigure, formats: Formats) -> str:
    """'5 of 7 successful'."""
    return fill(
        translate("pool", "{number} of {all} successful"),
        number=formats.number(figure.successful),
        all=formats.number(figure.tried),
    )


def method_told(figure: MethodFigure, formats: Formats) -> str:
    """'WhatsApp 1 of 6'."""
    return fill(
        translate("pool", "{method} {number} of {all}"),
        method=method_word(figure.method),
        number=formats.number(figure.successful),
        all=formats.number(figure.tried),
    )


def others(hand: HandOver, formats: Formats) -> str:
    """The methods beside the best one: 'WhatsApp 1 of 6 · Visit 0 of 1'."""
    best = hand.row.best
    return " · ".join(
        method_told(one, formats)
        for one in hand.row.methods
        if best is None or one.method is not best.method
    )


def hours(best: BestHours | None) -> str:
    """'10 to 12, weekdays'."""
    if best is None:
        return translate("pool", "not known")
    said = translate("pool", "{begin} to {end}")
    if best.weekdays:
        said = translate("pool", "{begin} to {end}, weekdays")
    return fill(said, begin=str(best.from_hour), end=str(best.to_hour))


def orders(hand: HandOver, formats: Formats, currency: str) -> str:
    """'1 completed, Rp9.800.000'."""
    if not hand.orders:
        return translate("pool", "none completed")
    number = formats.number(hand.orders)
    if not hand.orders_value:
        return fill(translate("pool", "{number} completed"), number=number)
    amount = formats.money(hand.orders_value, currency)
    return fill(translate("pool", "{number} completed, {amount}"), number=number, amount=amount)


def follow_up(hand: HandOver, formats: Formats) -> str:
    """The open follow-up, with what it is about."""
    if hand.next_step is None:
        return translate("pool", "none open")
    step = formats.next_step(hand.next_step, hand.row.customer.now, short=False).text
    return f"{step}: {' '.join(hand.next_step_note.split())}" if hand.next_step_note else step


def spell(one: SpellRow, formats: Formats) -> tuple[str, str, str]:
    """A previous owner: the name, from when to when, and why it ended."""
    dates = ""
    if one.start is not None and one.end is not None:
        dates = formats.date_range(one.start, one.end)
    why = reason_word(one.reason)
    if one.idle_days is not None and one.limit_days is not None:
        why = fill(
            translate("pool", "{reason}: idle {days}, limit {limit}"),
            reason=why,
            days=formats.days(one.idle_days),
            limit=formats.days(one.limit_days),
        )
    elif one.by_name:
        why = fill(translate("pool", "{reason}, by {name}"), reason=why, name=one.by_name)
    if one.why:
        why = f"{why}: {one.why}"
    return one.agent_name or one.agent_uid, dates, why


def note(one: Note, formats: Formats, hand: HandOver) -> TimelineItem:
    """One of the last notes, as a line of a timeline."""
    now = hand.row.customer.now
    return TimelineItem(
        icon=method_icon(one.method),
        heading=method_word(one.method),
        outcome=outcome_word(one.outcome) if one.outcome is not None else "",
        outcome_level=Level.WON
        if one.outcome and one.outcome.value == "successful"
        else (Level.TEXT2),
        date=formats.date(one.at, now) if one.at else "",
        exact=formats.tip(one.at, now) if one.at else "",
        note=one.text,
        author=one.by_name or "",
    )


def withheld(hand: HandOver) -> str:
    """What the role may not see before the claim; '' where nothing is withheld."""
    if hand.notes_withheld and hand.phone_withheld:
        return translate("pool", "Phone and notes are shown to who claims the customer.")
    if hand.notes_withheld:
        return translate("pool", "Notes are shown to who claims the customer.")
    if hand.phone_withheld:
        return translate("pool", "The phone number is shown to who claims the customer.")
    return ""
