"""How customers come forward: stages, funnel, moves, time in a stage, and who is stuck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.reports.drill_down import SOURCES, CountedElement, DrillDown, Figure, Nothing
from salesdesk.domain.reports.pipeline import (
    LADDER,
    MOVABLE,
    STAYS,
    STUCK,
    Moves,
    PipelineReport,
    Stay,
    Step,
    Valued,
)
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.domain.reports.statistics import among, median
from salesdesk.services.reports import permitted
from salesdesk.services.reports.scoping import scope
from salesdesk.services.session import Session
from salesdesk.storage.reads.reports import names
from salesdesk.storage.reads.reports import standing as stages
from salesdesk.storage.reads.reports import stays as staying
from salesdesk.storage.reads.reports.standing import Place
from salesdesk.storage.unit_of_work import Reading

_VALUED = (Stage.ORDERED, Stage.WON)


def figures(session: Session, report_scope: ReportScope) -> PipelineReport:
    """The report on the pipeline.

    Raises:
        NotAllowed: the actor sees no reports, or asks for somebody else's figures.
    """
    permitted.require_figures(session, report_scope)
    return session.store.read(lambda reading: _figures(session, reading, report_scope))


def _figures(session: Session, reading: Reading, report_scope: ReportScope) -> PipelineReport:
    asked, connection = scope(session, reading, report_scope), reading.connection
    earlier = asked.before
    standing = stages.customers(connection, asked)
    number, value = stages.orders(connection, asked)
    moved = staying.moved(connection, asked)
    stays = staying.stays(connection, asked)
    stuck = staying.stuck(connection, asked)
    owners = permitted.shown(session, (agent for _, _, agent in standing))
    buyers = permitted.shown(session, (agent for _, _, agent in number))
    waiting = permitted.shown(session, (agent for _, agent, _ in stuck))
    return PipelineReport(
        total=CountedElement(DrillDown(Figure.PIPELINE_STAGES), standing.total()),
        stages=tuple(_standing(standing, stage) for stage in Stage),
        by_source=tuple(_standing(standing, s, source=one) for one in SOURCES for s in Stage),
        by_agent=tuple(_standing(standing, s, agent=one) for one in owners for s in Stage),
        worth=Valued(DrillDown(Figure.PIPELINE_ORDERS), number.total(), value.total()),
        values=tuple(_valued(number, value, stage) for stage in _VALUED),
        values_by_source=tuple(
            _valued(number, value, stage, source=one) for one in SOURCES for stage in _VALUED
        ),
        values_by_agent=tuple(
            _valued(number, value, stage, agent=one) for one in buyers for stage in _VALUED
        ),
        funnel=_funnel(stages.funnel(connection, asked)),
        moves=tuple(_moves(moved, stage) for stage in MOVABLE),
        stays=tuple(_stay(stays, stage) for stage in MOVABLE),
        stuck_total=CountedElement(DrillDown(Figure.PIPELINE_STUCK), stuck.total()),
        stuck=_stuck(stuck),
        stuck_by_agent=_stuck_by_agent(stuck, waiting),
        funnel_before=tuple(
            step.conversion for step in _funnel(stages.funnel(connection, earlier))
        ),
        moves_before=staying.moved(connection, earlier),
        known_from=asked.known_from,
        names=names.of(connection, {*owners, *buyers, *waiting}),
    )


def _of(
    found: Counter[Place],
    stage: Stage,
    source: LeadSource | Nothing | None,
    agent: str | None,
) -> int:
    return sum(
        number
        for (at, come_from, owner), number in found.items()
        if at is stage and source in (None, come_from) and agent in (None, owner)
    )


def _standing(
    found: Counter[Place],
    stage: Stage,
    *,
    source: LeadSource | Nothing | None = None,
    agent: str | None = None,
) -> CountedElement:
    mark = DrillDown(Figure.PIPELINE_STAGES, stage=stage, source=source, agent=agent)
    return CountedElement(mark, _of(found, stage, source, agent))


def _valued(
    number: Counter[Place],
    value: Counter[Place],
    stage: Stage,
    *,
    source: LeadSource | Nothing | None = None,
    agent: str | None = None,
) -> Valued:
    mark = DrillDown(Figure.PIPELINE_ORDERS, stage=stage, source=source, agent=agent)
    return Valued(mark, _of(number, stage, source, agent), _of(value, stage, source, agent))


def _funnel(reached: Counter[Stage]) -> tuple[Step, ...]:
    steps: list[Step] = []
    ladder = tuple(Stage)
    for place, stage in enumerate(ladder):
        here = sum(reached[one] for one in ladder[place:])
        before = steps[-1].bar.count if steps else here
        steps.append(
            Step(
                stage, CountedElement(DrillDown(Figure.PIPELINE_FUNNEL, stage=stage), here), before
            )
        )
    return tuple(steps)


def _moves(moved: Counter[tuple[Stage, SalesStatus]], stage: Stage) -> Moves:
    to = tuple(
        CountedElement(
            DrillDown(Figure.PIPELINE_MOVES, stage=stage, to=status), moved[stage, status]
        )
        for status in LADDER
        if status is not stage.status
    )
    total = sum(number for (left, _), number in moved.items() if left is stage)
    return Moves(stage, CountedElement(DrillDown(Figure.PIPELINE_MOVES, stage=stage), total), to)


def _stay(stays: Counter[tuple[Stage, int | None]], stage: Stage) -> Stay:
    days = {
        day: number for (left, day), number in stays.items() if left is stage and day is not None
    }
    return Stay(
        stage,
        CountedElement(DrillDown(Figure.PIPELINE_STAYS, stage=stage), sum(days.values())),
        tuple(
            CountedElement(
                DrillDown(Figure.PIPELINE_STAYS, stage=stage, bucket=bucket), among(days, bucket)
            )
            for bucket in STAYS
        ),
        CountedElement(DrillDown(Figure.PIPELINE_STAYS_UNKNOWN, stage=stage), stays[stage, None]),
        median(days),
    )


def _stuck(found: Counter[tuple[Stage, str, int]]) -> tuple[CountedElement, ...]:
    bars = []
    for stage in MOVABLE:
        days: Counter[int] = Counter()
        for (left, _, day), number in found.items():
            if left is stage:
                days[day] += number
        bars += [
            CountedElement(
                DrillDown(Figure.PIPELINE_STUCK, stage=stage, bucket=bucket), among(days, bucket)
            )
            for bucket in STUCK
        ]
    return tuple(bars)


def _stuck_by_agent(
    found: Counter[tuple[Stage, str, int]], agents: Sequence[str]
) -> tuple[CountedElement, ...]:
    bars = []
    for agent in agents:
        days: Counter[int] = Counter()
        for (_, owner, day), number in found.items():
            if owner == agent:
                days[day] += number
        bars += [
            CountedElement(
                DrillDown(Figure.PIPELINE_STUCK, agent=agent, bucket=bucket), among(days, bucket)
            )
            for bucket in STUCK
        ]
    return tuple(bars)
