"""What the team screen says: the states' names and meanings, their trend, what is not there."""

from __future__ import annotations

from datetime import date

from salesdesk.domain.states import CustomerState, DailyCounts, StateCounts
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.charts.spec import DataPoint, Lines, Pattern, Series
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.session.faults import unread
from salesdesk.ui.texts import day_word

ICONS = {
    CustomerState.NEEDS_REPAIR: "triangle-alert",
    CustomerState.SET_ASIDE: "circle-x",
    CustomerState.IN_POOL: "archive-restore",
    CustomerState.RELEASING_SOON: "hourglass",
    CustomerState.OVERDUE: "calendar-x",
    CustomerState.WITHOUT_PLAN: "circle-alert",
    CustomerState.WITH_PLAN: "calendar-check",
}

_COLOURS = {
    CustomerState.NEEDS_REPAIR: "further2",
    CustomerState.SET_ASIDE: "successful",
    CustomerState.IN_POOL: "whatsapp",
    CustomerState.RELEASING_SOON: "call",
    CustomerState.OVERDUE: "unsuccessful",
    CustomerState.WITHOUT_PLAN: "further1",
    CustomerState.WITH_PLAN: "visit",
}


def state_word(state: CustomerState) -> str:
    """A state in words."""
    return {
        CustomerState.NEEDS_REPAIR: translate("states", "Needs repair"),
        CustomerState.SET_ASIDE: translate("states", "Set aside"),
        CustomerState.IN_POOL: translate("states", "In the pool"),
        CustomerState.RELEASING_SOON: translate("states", "Releasing soon"),
        CustomerState.OVERDUE: translate("states", "Overdue"),
        CustomerState.WITHOUT_PLAN: translate("states", "Without a plan"),
        CustomerState.WITH_PLAN: translate("states", "With a plan"),
    }[state]


def meaning(state: CustomerState) -> str:
    """Who is in a state."""
    return {
        CustomerState.NEEDS_REPAIR: translate(
            "states", "owner and history contradict each other; nobody sees them in a list"
        ),
        CustomerState.SET_ASIDE: translate(
            "states", "lost or not to be contacted; in no list of the day"
        ),
        CustomerState.IN_POOL: translate("states", "available, open to claim"),
        CustomerState.RELEASING_SOON: translate("states", "leaving their owner within 7 days"),
        CustomerState.OVERDUE: translate("states", "the day of their next step is over"),
        CustomerState.WITHOUT_PLAN: translate("states", "bound, and no next step is planned"),
        CustomerState.WITH_PLAN: translate("states", "bound, with a next step ahead"),
    }[state]


def summed(counts: StateCounts, formats: Formats) -> str:
    """That every customer is in exactly one state."""
    return plural(
        "states",
        "1 customer, in exactly one of these · as of {time}",
        "{number} customers, each in exactly one of these · as of {time}",
        counts.total,
        number=formats.number(counts.total),
        time=formats.time(counts.at),
    )


def changed(now: int, before: int | None, formats: Formats) -> str:
    """How a count moved since the first day of the trend."""
    if before is None:
        return "–"
    if now == before:
        return translate("states", "no change")
    return f"{'+' if now > before else '−'}{formats.number(abs(now - before))}"


def count_rows(
    counts: StateCounts, trend: tuple[DailyCounts, ...], formats: Formats
) -> list[CellRow]:
    """The table of the states, with their sum beneath."""
    today = counts.at.astimezone(formats.office).date()
    # The first day has nothing to be compared with but itself.
    first = trend[0] if trend and trend[0].day < today else None
    rows = []
    for state in CustomerState:
        number = counts.counts[state]
        urgent = state in {CustomerState.NEEDS_REPAIR, CustomerState.OVERDUE} and number > 0
        share = formats.percent(number / counts.total) if counts.total else "–"
        before = first.counts[state] if first is not None else None
        cells = (
            TextCell(state_word(state), Level.NAME, ICONS[state], "urgent" if urgent else "text2"),
            TextCell(meaning(state), Level.TEXT2),
            TextCell(formats.number(number), Level.ACCENT, right=True),
            TextCell(share, Level.TEXT, right=True),
            TextCell(changed(number, before, formats), Level.TEXT2, right=True),
        )
        tip = translate("states", "Enter or a click on the number opens these customers")
        rows.append(CellRow(state.value, cells, tip))
    before = first.total if first is not None else None
    whole = (
        TextCell(translate("states", "All customers"), Level.TOTAL, "users"),
        TextCell("", Level.TEXT2),
        TextCell(formats.number(counts.total), Level.TOTAL, right=True),
        TextCell(formats.percent(1.0) if counts.total else "–", Level.TOTAL, right=True),
        TextCell(changed(counts.total, before, formats), Level.TEXT2, right=True),
    )
    return [*rows, CellRow("", whole)]


def days_title(trend: tuple[DailyCounts, ...], formats: Formats) -> str:
    """The heading of the daily figures, with the first day that is known."""
    if not trend:
        return translate("states", "The figures of the days")
    said = translate("states", "The figures of the days, known from {day}")
    return fill(said, day=formats.full_date(trend[0].at))


def day_rows(trend: tuple[DailyCounts, ...], formats: Formats) -> list[CellRow]:
    """The daily figures, the newest first."""
    return [
        CellRow(
            each.day.isoformat(),
            (
                TextCell(formats.full_date(each.at), Level.NAME),
                *(
                    TextCell(formats.number(each.counts[state]), right=True)
                    for state in CustomerState
                ),
                TextCell(formats.number(each.total), Level.TOTAL, right=True),
            ),
        )
        for each in reversed(trend)
    ]


def trend_chart(trend: tuple[DailyCounts, ...], days: tuple[date, ...], formats: Formats) -> Lines:
    """The trend as lines; a day of which nothing is known is a gap."""
    by_day = {each.day: each for each in trend}
    seldom = (CustomerState.NEEDS_REPAIR, CustomerState.SET_ASIDE)
    shown = [
        state for state in CustomerState
        if state not in seldom or any(d.counts[state] for d in trend)
    ]  # fmt: skip

    def bit(state: CustomerState, day: date) -> DataPoint | None:
        known = by_day.get(day)
        if known is None:
            return None
        number = formats.number(known.counts[state])
        return DataPoint(
            known.counts[state], f"{state_word(state)}, {day_word(day, formats)}: {number}"
        )

    return Lines(
        translate("states", "The last 30 days"),
        translate("states", "customers by state, each day as of its first release run"),
        tuple(Series(state_word(state), _COLOURS[state], Pattern.SOLID) for state in shown),
        tuple(day_word(day, formats) for day in days),
        tuple(tuple(bit(state, day) for day in days) for state in shown),
    )


def trend_empty() -> tuple[str, str]:
    """What stands in place of the trend where no day is known."""
    return (
        translate("states", "No day is known yet"),
        translate("states", "Each day's first release run counts the states and keeps them."),
    )


def nobody(state: CustomerState) -> tuple[str, str]:
    """What stands in place of the rows of a state that nobody is in."""
    title = translate("states", "Nobody is in this state")
    return title, f"{state_word(state)}: {meaning(state)}."


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text of the error state."""
    return unread(
        fault,
        translate("states", "The figures could not be read"),
        translate("states", "The figures are read as soon as it answers again."),
    )
