"""The tab Agents, week by week, and two of them beside each other."""

from __future__ import annotations

from salesdesk.domain.reports.agents import AgentsReport, Deeds, Earlier
from salesdesk.domain.reports.drill_down import CountedElement, DrillDown
from salesdesk.domain.reports.methods import Success
from salesdesk.ui.activity.section import (
    FigureRow,
    Money,
    Pick,
    Section,
    TextContext,
    Value,
    bit,
    figures,
    nothing,
    opening,
    rate,
    success_cells,
    success_heads,
    success_marks,
)
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.charts.spec import Bars, Lines, Pattern, Rates, Series
from salesdesk.ui.texts import day_word, method_word

#: The series of the methods, in the order of `Deeds.methods`.
_METHOD_COLOURS = ("whatsapp", "call", "visit")

#: As many lines as there are symbols that tell them apart.
_LINES = ("successful", "unsuccessful", "visit", "further1")

#: What a pick stands for besides an agent.
_TEAM, _BUSIEST = "*team", "*busiest"


def team_word() -> str:
    """All agents of the frame together."""
    return translate("activity", "Team")


def agent_head() -> str:
    """The head of the column of names."""
    return translate("activity", "Agent")


def method_series(report: AgentsReport) -> tuple[Series, ...]:
    """WhatsApp, call and visit."""
    return tuple(
        Series(method_word(one.mark.method), ink)
        for one, ink in zip(report.team.methods, _METHOD_COLOURS, strict=True)
    )


def _name(one: Deeds, telling: TextContext) -> str:
    return team_word() if one.agent is None else telling.person(one.agent)


def people(report: AgentsReport) -> tuple[Deeds, ...]:
    """Those who can do something; customers of nobody have orders alone."""
    return tuple(one for one in report.agents if one.agent)


def _options(report: AgentsReport, telling: TextContext) -> tuple[tuple[str, str], ...]:
    agents = ((one.agent or "", telling.person(one.agent)) for one in people(report))
    return (*agents, (_TEAM, team_word()))


# --- the trend ------------------------------------------------------------------------------------


def trend(report: AgentsReport, telling: TextContext) -> Section:
    """The contacts of each week: of the busiest agents, or of one, or of the team."""
    busiest = translate("activity", "The {number} with the most contacts")
    busiest = fill(busiest, number=telling.number(len(_LINES)))
    options = ((_BUSIEST, busiest), *_options(report, telling))
    chosen = telling.picked("agents_trend_who", [key for key, _ in options])
    shown = [one for one in (*people(report), report.team) if _is(one, chosen)]
    lines = _each(shown[0], telling) if shown else _busiest(report, telling)
    weeks = tuple(day_word(week, telling.formats) for week in report.weeks)
    title = translate("activity", "Contacts by week")
    return Section(
        "agents_trend",
        Lines(
            title, translate("activity", "weeks from their Monday"),
            tuple(Series(word, ink) for (word, _), ink in zip(lines, _LINES, strict=False)),
            weeks,
            tuple(
                tuple(
                    bit(telling, f"{word}, {week}", bar.count, bar.mark)
                    for week, bar in zip(weeks, bars, strict=True)
                )
                for word, bars in lines
            ),
        ),
        nothing(),
        (translate("activity", "Week"), *(word for word, _ in lines)),
        tuple(
            _week(telling, week, tuple(bars[at] for _, bars in lines))
            for at, week in enumerate(weeks)
        ),
        picks=(Pick("agents_trend_who", translate("activity", "Show"), options, chosen),),
    )  # fmt: skip


def _is(one: Deeds, chosen: str) -> bool:
    return one.agent == chosen or (chosen == _TEAM and one.agent is None)


def _each(one: Deeds, telling: TextContext) -> list[tuple[str, tuple[CountedElement, ...]]]:
    """All contacts and the successful ones."""
    name = _name(one, telling)
    good = fill(translate("activity", "{name}, successful"), name=name)
    return [
        (name, tuple(week.bar for week in one.weeks)),
        (good, tuple(week.successful for week in one.weeks)),
    ]


def _busiest(
    report: AgentsReport, telling: TextContext
) -> list[tuple[str, tuple[CountedElement, ...]]]:
    return [
        (_name(one, telling), tuple(week.bar for week in one.weeks))
        for one in people(report)[: len(_LINES)]
    ]


def _week(telling: TextContext, week: str, bars: tuple[CountedElement, ...]) -> FigureRow:
    return figures(telling, week, [bar.count for bar in bars], None, marks=[*map(opening, bars)])


# --- two agents -----------------------------------------------------------------------------------


def two(report: AgentsReport, telling: TextContext) -> tuple[Section, ...]:
    """Two agents beside each other, or one beside the team; none where there is nobody."""
    agents = people(report)
    if not agents:
        return ()
    options = _options(report, telling)
    keys = [key for key, _ in options]
    first = telling.picked("agents_compare_first", keys)
    second = telling.picked("agents_compare_second", [*keys[1:], keys[0]])
    both = tuple(
        next(one for one in (*agents, report.team) if _is(one, chosen))
        for chosen in (first, second)
    )
    picks = (
        Pick("agents_compare_first", translate("activity", "Compare"), options, first),
        Pick("agents_compare_second", translate("activity", "with"), options, second),
    )
    return _beside(report, both, picks, telling), _rates(both, telling)


def _beside(
    report: AgentsReport, both: tuple[Deeds, ...], picks: tuple[Pick, ...], telling: TextContext
) -> Section:
    names = tuple(_name(one, telling) for one in both)
    words = tuple(method_word(one.mark.method) for one in report.team.methods)
    before = translate("activity", "Before")
    bits = tuple(
        tuple(
            bit(telling, f"{name}, {word}", one.methods[at].count, one.methods[at].mark)
            for name, one in zip(names, both, strict=True)
        )
        for at, word in enumerate(words)
    )
    told = tuple(_told(one, report.before[one.agent]) for one in both)
    rows = []
    for at, word in enumerate((*words, *_figure_words())):
        pairs = [line[at] for line in told]
        values = [value for now, _, earlier in pairs for value in (now, earlier)]
        marks = [mark for _, opened, _ in pairs for mark in (opened, None)]
        rows.append(figures(telling, word, values, None, marks=marks))
    return Section(
        "agents_compare",
        Bars(
            translate("activity", "Two agents, contacts by method"), "",
            (
                Series(names[0], "successful"),
                Series(names[1], "further1", Pattern.STRIPES),
            ),
            words, bits, beside=True,
        ),
        nothing(),
        (translate("activity", "Figure"), names[0], before, names[1], before),
        tuple(rows),
        picks=picks,
    )  # fmt: skip


def _figure_words() -> tuple[str, ...]:
    return (
        translate("activity", "All contacts"), translate("activity", "Successful"),
        translate("activity", "Success rate"), translate("activity", "95 % interval"),
        translate("activity", "Customers"), translate("activity", "Follow-ups kept"),
        translate("activity", "Claimed"), translate("activity", "Lost"),
        translate("activity", "Moved up"), translate("activity", "Moved down"),
        translate("activity", "Orders won"), translate("activity", "Value"),
    )  # fmt: skip


#: A figure, what it opens, and the same of the period before.
_Told = tuple[Value, DrillDown | None, Value]


def _told(one: Deeds, earlier: Earlier) -> tuple[_Told, ...]:
    """The methods, then what `_figure_words` names."""

    def told(bar: CountedElement, before: Value) -> _Told:
        return bar.count, opening(bar), before

    contacts, then = one.contacts, earlier.contacts
    return (
        *(
            told(each.bar, share.whole)
            for each, share in zip(one.methods, earlier.methods, strict=True)
        ),
        told(contacts.bar, then.whole),
        told(contacts.successful, then.part),
        (contacts.share, None, then),
        (contacts.share.interval, None, then.interval),
        told(one.customers, earlier.customers),
        (one.keeping, None, earlier.keeping),
        told(one.claims, earlier.claims),
        told(one.lost, earlier.lost),
        told(one.moved_up, earlier.moved_up),
        told(one.moved_down, earlier.moved_down),
        told(one.won.bar, earlier.won),
        (Money(one.won.value), opening(one.won.bar), Money(earlier.value)),
    )


def _rates(both: tuple[Deeds, ...], telling: TextContext) -> Section:
    """How well, by method: whose intervals lie apart differ for sure."""
    lines: list[tuple[str, Success]] = []
    whole = translate("activity", "all")
    for one in both:
        name = _name(one, telling)
        lines += [(f"{name}, {method_word(each.mark.method)}", each) for each in one.methods]
        lines.append((f"{name}, {whole}", one.contacts))
    ordered = [lines[at] for pair in range(4) for at in (pair, pair + 4)]
    return Section(
        "agents_compare_rates",
        Rates(
            translate("activity", "Two agents, success rate by method"), "",
            tuple(name for name, _ in ordered),
            tuple(rate(telling, name, each.share, each.bar) for name, each in ordered),
        ),
        nothing(),
        success_heads(translate("activity", "Agent and method")),
        tuple(
            figures(
                telling, name,
                success_cells(each),
                each.mark, small=each.share.small, marks=success_marks(each),
            )
            for name, each in ordered
        ),
        note=translate("activity", "Where two intervals overlap, the difference may be chance."),
    )  # fmt: skip
