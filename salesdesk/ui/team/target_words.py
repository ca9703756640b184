"""Targets and who is behind, in words."""

from __future__ import annotations

from salesdesk.domain.targets import Progress, Target
from salesdesk.services.targets import TargetLine, TargetsOfTeam
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.painting.cells import Level, TextCell


def heads() -> list[str]:
    """The heads of the table."""
    return [
        translate("targets", "For"),
        translate("targets", "A day"),
        translate("targets", "A week"),
        translate("targets", "Set for"),
        translate("targets", "Today"),
        translate("targets", "This week"),
        translate("targets", "Due so far"),
        translate("targets", "Behind"),
        translate("targets", "Days off"),
    ]


def counting() -> str:
    """What the figures count."""
    return translate(
        "targets",
        "Every contact counts, successful or not. Today is not over, and days off take their "
        "share from the week.",
    )


def role_line(one: TargetLine, formats: Formats) -> CellRow:
    """A role's line: for everybody who has it and no target of their own."""
    everybody = fill(translate("targets", "{role}: everybody"), role=one.name)
    target = one.own.target if one.own is not None else None
    nothing = (TextCell("", right=True),) * 5
    return CellRow(
        key_of(one),
        (
            TextCell(everybody, Level.NAME, "users"), *_numbers(target, formats),
            TextCell("", Level.TEXT2), *nothing,
        ),
    )  # fmt: skip


def agent_line(one: TargetLine, formats: Formats) -> CellRow:
    """An agent's line, with how far they are."""
    far = one.progress
    assert far is not None  # noqa: S101 - an agent's line has one
    origin = ""
    if one.counting is not None:
        own = one.own is not None
        origin = translate("targets", "this agent") if own else translate("targets", "the role")
    behind = formats.number(far.behind) if far.behind else ""
    off = formats.number(far.days_off) if far.days_off else ""
    return CellRow(
        key_of(one),
        (
            TextCell(one.name, Level.NAME), *_numbers(one.counting, formats),
            TextCell(origin, Level.TEXT2),
            TextCell(_of(far.today, far.day_due, formats), right=True),
            TextCell(_of(far.week, far.week_due, formats), right=True),
            TextCell(_due(one, far, formats), Level.TEXT2, right=True),
            TextCell(behind, Level.SOON, "triangle-alert" if behind else "", "soon", right=True),
            TextCell(off, Level.TEXT2, right=True),
        ),
    )  # fmt: skip


def _numbers(target: Target | None, formats: Formats) -> tuple[TextCell, TextCell]:
    per_day, per_week = (target.per_day, target.per_week) if target else (None, None)
    shown = (formats.number(each) if each is not None else "–" for each in (per_day, per_week))
    day, week = (TextCell(each, Level.TEXT2, right=True) for each in shown)
    return day, week


def _of(made: int, due: int | None, formats: Formats) -> str:
    if due is None:
        return formats.number(made)
    said = translate("targets", "{made} of {due}")
    return fill(said, made=formats.number(made), due=formats.number(due))


def _due(one: TargetLine, far: Progress, formats: Formats) -> str:
    return formats.number(far.so_far) if one.counting is not None else ""


def key_of(one: TargetLine) -> str:
    """The id of a line."""
    return f"{one.of.role_id}:{one.of.uid}"


def behind(found: TargetsOfTeam, formats: Formats) -> str:
    """'2 agents are behind', 'Nobody is behind'."""
    number = found.behind
    if not number:
        aims = any(one.counting is not None for one in found.agents)
        return translate("targets", "Nobody is behind") if aims else ""
    return plural("targets", "1 agent is behind", "{number} agents are behind", number,
                  number=formats.number(number))  # fmt: skip


def whose(one: TargetLine) -> str:
    """Whose target, after 'target of'."""
    if one.of.uid:
        return one.name
    return fill(translate("targets", "the role {role}"), role=one.name)


def no_agents() -> tuple[str, str]:
    """What stands in place of the table."""
    return (
        translate("targets", "There are no agents yet"),
        translate("targets", "Whoever may hold customers stands here with their target."),
    )
