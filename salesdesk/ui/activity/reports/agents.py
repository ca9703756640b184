"""The tab Agents: how much each does, how well, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable

from salesdesk.domain.reports.agents import AgentsReport, Deeds, Earlier
from salesdesk.domain.reports.drill_down import CountedElement, DrillDown
from salesdesk.domain.reports.statistics import Share
from salesdesk.ui.activity.reports import agents_compare as compare
from salesdesk.ui.activity.reports.agents_target import against_target
from salesdesk.ui.activity.section import (
    FigureRow,
    Money,
    Section,
    TextContext,
    Value,
    bit,
    figures,
    grid,
    nothing,
    opening,
    rate,
    total,
)
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.charts.spec import Bars, DataPoint, Pattern, Rates, Scale, Series
from salesdesk.ui.texts import method_word

#: A figure, and what it opens.
Cell = tuple[Value, DrillDown | None]


def sections(report: AgentsReport, telling: TextContext) -> tuple[Section, ...]:
    """All sections of the tab."""
    return (
        _contacts(report, telling),
        *against_target(report, telling),
        compare.trend(report, telling),
        _follow_ups(report, telling),
        _gained(report, telling),
        _moves(report, telling),
        _orders(report, telling),
        *compare.two(report, telling),
    )


def _before() -> str:
    return translate("activity", "Before")


def _rows(
    report: AgentsReport,
    telling: TextContext,
    people: tuple[Deeds, ...],
    cells: Callable[[Deeds, Earlier], tuple[Cell, ...]],
    share: Callable[[Deeds], Share] | None = None,
) -> tuple[FigureRow, ...]:
    """A line for each agent, greyed where their share is of few, and one for the team."""
    lines = []
    for one in people:
        found = cells(one, report.before[one.agent])
        lines.append(
            figures(
                telling, telling.person(one.agent), [value for value, _ in found],
                found[0][1], small=share is not None and share(one).small,
                marks=[mark for _, mark in found],
            )
        )  # fmt: skip
    found = cells(report.team, report.before[None])
    values, marks = [value for value, _ in found], [mark for _, mark in found]
    return (*lines, total(telling, compare.team_word(), values, found[0][1], marks=marks))


def _opening(bar: CountedElement) -> Cell:
    return bar.count, opening(bar)


def _methods(one: Deeds) -> tuple[CountedElement, ...]:
    return tuple(each.bar for each in one.methods)


def _contacts(report: AgentsReport, telling: TextContext) -> Section:
    people = compare.people(report)
    names = tuple(telling.person(one.agent) for one in people)
    words = tuple(method_word(one.mark.method) for one in report.team.methods)

    def cells(one: Deeds, earlier: Earlier) -> tuple[Cell, ...]:
        contacts = one.contacts
        return (
            _opening(contacts.bar),
            (earlier.contacts.whole, None),
            *(_opening(bar) for bar in _methods(one)),
            _opening(one.customers),
            _opening(contacts.successful),
            (contacts.share, opening(contacts.bar)),
            (contacts.share.interval, None),
        )

    return Section(
        "agents_contacts",
        Bars(
            translate("activity", "Contacts"), "", compare.method_series(report), names,
            grid(telling, names, words, [_methods(one) for one in people]),
            tuple(telling.number(one.contacts.count) for one in people),
        ),
        nothing(),
        (
            compare.agent_head(), translate("activity", "Contacts"), _before(), *words,
            translate("activity", "Customers"), translate("activity", "Successful"),
            translate("activity", "Success rate"), translate("activity", "95 % interval"),
        ),
        _rows(report, telling, people, cells, lambda one: one.contacts.share),
        beside=Rates(
            translate("activity", "Success rate"), "", names,
            tuple(
                rate(telling, name, one.contacts.share, one.contacts.bar)
                for name, one in zip(names, people, strict=True)
            ),
            report.team.contacts.share.rate,
            fill(
                translate("activity", "team, {rate}"),
                rate=telling.rate(report.team.contacts.share),
            ),
            shows_labels=False,
        ),
    )  # fmt: skip


def _follow_ups(report: AgentsReport, telling: TextContext) -> Section:
    people = compare.people(report)
    names = tuple(telling.person(one.agent) for one in people)
    kept, missed = translate("activity", "kept"), translate("activity", "missed")

    def cells(one: Deeds, earlier: Earlier) -> tuple[Cell, ...]:
        return (
            _opening(one.kept), _opening(one.missed), (one.keeping, None),
            (one.keeping.interval, None), (earlier.keeping, None),
        )  # fmt: skip

    return Section(
        "agents_follow_ups",
        Bars(
            translate("activity", "Follow-ups that were due"), "",
            (Series(kept, "successful"), Series(missed, "unsuccessful", Pattern.STRIPES)),
            names,
            grid(telling, names, (kept, missed), [(one.kept, one.missed) for one in people]),
            tuple(telling.number(one.keeping.whole) for one in people),
        ),
        (
            translate("activity", "No follow-up was due in these days"),
            translate("activity", "Days that are not over are left out."),
        ),
        (
            compare.agent_head(), translate("activity", "Kept"), translate("activity", "Missed"),
            translate("activity", "Kept, share"), translate("activity", "95 % interval"),
            _before(),
        ),
        _rows(report, telling, people, cells, lambda one: one.keeping),
        beside=Rates(
            translate("activity", "Kept"), "", names,
            tuple(
                rate(telling, name, one.keeping, one.kept)
                for name, one in zip(names, people, strict=True)
            ),
            report.team.keeping.rate,
            fill(translate("activity", "team, {rate}"), rate=telling.rate(report.team.keeping)),
            shows_labels=False,
        ),
        note=translate(
            "activity",
            "Kept: somebody contacted the customer on the day. Credited to whoever planned it.",
        ),
    )  # fmt: skip


def _gained(report: AgentsReport, telling: TextContext) -> Section:
    def cells(one: Deeds, earlier: Earlier) -> tuple[Cell, ...]:
        return (
            _opening(one.claims), (earlier.claims, None), _opening(one.lost),
            (earlier.lost, None),
        )  # fmt: skip

    return _two_bars(
        report, telling, "agents_gained",
        translate("activity", "Customers claimed and lost to inactivity"),
        ((translate("activity", "Claimed"), "visit"), (translate("activity", "Lost"), "further1")),
        lambda one: (one.claims, one.lost), cells,
    )  # fmt: skip


def _moves(report: AgentsReport, telling: TextContext) -> Section:
    def cells(one: Deeds, earlier: Earlier) -> tuple[Cell, ...]:
        return (
            _opening(one.moved_up), (earlier.moved_up, None), _opening(one.moved_down),
            (earlier.moved_down, None),
        )  # fmt: skip

    return _two_bars(
        report, telling, "agents_moves", translate("activity", "Moves on the pipeline"),
        ((translate("activity", "Up"), "successful"),
         (translate("activity", "Down"), "unsuccessful")),
        lambda one: (one.moved_up, one.moved_down), cells,
    )  # fmt: skip


def _two_bars(
    report: AgentsReport,
    telling: TextContext,
    key: str,
    title: str,
    series: tuple[tuple[str, str], tuple[str, str]],
    bars: Callable[[Deeds], tuple[CountedElement, CountedElement]],
    cells: Callable[[Deeds, Earlier], tuple[Cell, ...]],
) -> Section:
    """Two counts of each agent beside each other, the second one striped."""
    people = compare.people(report)
    names = tuple(telling.person(one.agent) for one in people)
    first, second = series
    patterns = (Pattern.SOLID, Pattern.STRIPES)
    known = report.known_from
    note = translate("activity", "Known since {day}.")
    return Section(
        key,
        Bars(
            title, "",
            tuple(
                Series(word, colour, pattern)
                for (word, colour), pattern in zip(series, patterns, strict=True)
            ),
            names,
            grid(telling, names, (first[0], second[0]), [bars(one) for one in people]),
            beside=True,
        ),
        nothing(),
        (compare.agent_head(), first[0], _before(), second[0], _before()),
        _rows(report, telling, people, cells),
        note=fill(note, day=telling.formats.full_date(known)) if known is not None else "",
    )  # fmt: skip


def _orders(report: AgentsReport, telling: TextContext) -> Section:
    people = tuple(one for one in report.agents if one.agent or one.won.count)
    names = tuple(telling.person(one.agent) for one in people)

    def cells(one: Deeds, earlier: Earlier) -> tuple[Cell, ...]:
        return (
            (Money(one.won.value), opening(one.won.bar)),
            (Money(earlier.value), None), _opening(one.won.bar),
            (earlier.won, None),
        )  # fmt: skip

    def worth(name: str, one: Deeds) -> DataPoint:
        told = fill(
            translate("activity", "{name}: {amount} in {number} orders"),
            name=name,
            amount=telling.money(one.won.value),
            number=telling.number(one.won.count),
        )
        opens = bit(telling, name, one.won.count, one.won.mark)
        return DataPoint(one.won.value, told, opens.mark, opens.opens)

    return Section(
        "agents_orders",
        Bars(
            translate("activity", "Orders won"), translate("activity", "value"),
            (Series(translate("activity", "Value"), "visit"),), names,
            tuple((worth(name, one),) for name, one in zip(names, people, strict=True)),
            tuple(telling.money(one.won.value) for one in people),
            scale=Scale.MONEY,
        ),
        (
            translate("activity", "No order was won in these days"),
            translate("activity", "Orders count once they are completed, by their delivery."),
        ),
        (
            compare.agent_head(), translate("activity", "Value"), _before(),
            translate("activity", "Orders"), _before(),
        ),
        _rows(report, telling, people, cells),
        note=translate("activity", "Of the customers that the agent has now."),
        highest=1,
    )  # fmt: skip
