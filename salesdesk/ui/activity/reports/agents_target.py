"""The tab Agents: each agent's contacts against the target of the period."""

from __future__ import annotations

from salesdesk.domain.reports.agents import AgentsReport, Deeds
from salesdesk.ui.activity.reports import agents_compare as compare
from salesdesk.ui.activity.section import (
    Section,
    TextContext,
    Value,
    bit,
    figures,
    nothing,
    opening,
    total,
)
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit.charts.spec import Bars, DataPoint, Pattern, Series


def against_target(report: AgentsReport, telling: TextContext) -> tuple[Section, ...]:
    """One section where anybody has a target, none where nobody has."""
    people = tuple(one for one in report.agents if one.agent in report.targets)
    if not people:
        return ()
    names = tuple(telling.person(one.agent) for one in people)
    made, target = translate("activity", "Contacts"), translate("activity", "Target")

    def points(name: str, one: Deeds) -> tuple[DataPoint, DataPoint]:
        contacts, due = one.contacts, _due(report, one)
        tip = f"{name}, {target}: {telling.number(due)}"
        return (
            bit(telling, f"{name}, {made}", contacts.count, contacts.bar.mark),
            DataPoint(due, tip),
        )

    lines = [
        figures(
            telling, name, _values(one.contacts.count, _due(report, one)),
            opening(one.contacts.bar), marks=(opening(one.contacts.bar),),
        )
        for name, one in zip(names, people, strict=True)
    ]  # fmt: skip
    whole = sum(one.contacts.count for one in people), sum(report.targets.values())
    section = Section(
        "agents_target",
        Bars(
            translate("activity", "Contacts and target"), "",
            (Series(made, "whatsapp"), Series(target, "further1", Pattern.STRIPES)), names,
            tuple(points(name, one) for name, one in zip(names, people, strict=True)),
            beside=True,
        ),
        nothing(),
        (
            compare.agent_head(), made, target, translate("activity", "Reached, %"),
            translate("activity", "Missing"),
        ),
        (*lines, total(telling, translate("activity", "With a target"), _values(*whole))),
        note=translate(
            "activity",
            "The target is reckoned by what is set now, for the working days up to today; days "
            "off are left out.",
        ),
    )  # fmt: skip
    return (section,)


def _due(report: AgentsReport, one: Deeds) -> int:
    return report.targets.get(one.agent or "", 0)


def _values(made: int, due: int) -> tuple[Value, ...]:
    """Contacts, target, share reached and what is missing."""
    return made, due, round(100 * made / due) if due else None, max(due - made, 0)
