"""Who has how much to do: customers, next steps, who leaves soon, the cap and the spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from salesdesk.domain.reports.drill_down import CountedElement, DrillDown, Figure
from salesdesk.domain.reports.pipeline import LADDER
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.domain.reports.workload import Load, WorkloadReport, spread_of
from salesdesk.domain.settings import POOL_MOST
from salesdesk.services.reports import permitted
from salesdesk.services.reports.scoping import scope
from salesdesk.services.session import Session
from salesdesk.storage.reads.reports import names
from salesdesk.storage.reads.reports import workload as reads
from salesdesk.storage.reads.reports.workload import ByStatus
from salesdesk.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class _Found:
    """What the database counted, by owner.

    Attributes:
        holders: who may hold customers, of those asked for.
    """

    bound: ByStatus
    soon: ByStatus
    held: Counter[str]
    steps: Mapping[Figure, Counter[str]]
    holders: frozenset[str]

    @property
    def owners(self) -> set[str]:
        """Whoever has a customer."""
        return {agent for agent, _ in self.bound} | {agent for agent, n in self.held.items() if n}

    def customers(self, agent: str) -> int:
        """How many an agent has, in the frame."""
        return sum(self.bound[agent, status] for status in LADDER)

    def load(self, agent: str | None) -> Load:
        """What one agent has, or all."""
        customers, statuses = _by_status(Figure.WORKLOAD_CUSTOMERS, self.bound, agent)
        soon, leaving = _by_status(Figure.WORKLOAD_SOON, self.soon, agent)

        def bar(figure: Figure, numbers: Counter[str]) -> CountedElement:
            number = numbers.total() if agent is None else numbers[agent]
            return CountedElement(DrillDown(figure, agent=agent), number)

        overdue, today, planned, unplanned = (bar(one, self.steps[one]) for one in reads.STEPS)
        return Load(
            customers=customers,
            statuses=statuses,
            overdue=overdue,
            today=today,
            planned=planned,
            unplanned=unplanned,
            soon=soon,
            soon_by_status=leaving,
            held=bar(Figure.WORKLOAD_HELD, self.held),
            may_hold=agent is None or agent in self.holders,
        )


def figures(session: Session, report_scope: ReportScope) -> WorkloadReport:
    """The report on workload, as of now: the frame's period does not matter.

    Raises:
        NotAllowed: the actor sees no reports, or asks for somebody else's figures.
    """
    permitted.require_figures(session, report_scope)
    return session.store.read(lambda reading: _figures(session, reading, report_scope))


def _figures(session: Session, reading: Reading, report_scope: ReportScope) -> WorkloadReport:
    asked, connection = scope(session, reading, report_scope), reading.connection
    may_hold = frozenset(one.uid for one in reading.people.agents())
    found = _Found(
        bound=reads.bound(connection, asked),
        soon=reads.soon(connection, asked),
        held=reads.held(connection, asked),
        steps=reads.steps(connection, asked),
        holders=may_hold if report_scope.agents is None else may_hold & report_scope.agents,
    )
    listed = found.owners | (found.holders if report_scope.agents is None else report_scope.agents)
    shown = permitted.shown(session, listed)
    unowned = reads.unowned(connection, asked) if report_scope.agents is None else None
    return WorkloadReport(
        team=found.load(None),
        agents=tuple(sorted(map(found.load, shown), key=_most_first)),
        unowned=None
        if unowned is None
        else CountedElement(DrillDown(Figure.WORKLOAD_UNOWNED), unowned),
        cap=reading.settings.number(POOL_MOST) or None,
        spread=spread_of([found.customers(uid) for uid in found.holders]),
        soon_stopped=bool(reading.settings.stops_releases),
        names=names.of(connection, shown),
    )


def _by_status(
    figure: Figure, found: ByStatus, agent: str | None
) -> tuple[CountedElement, tuple[CountedElement, ...]]:
    """The customers of one agent or all: together, and cold, warm and hot."""
    bars = tuple(
        CountedElement(
            DrillDown(figure, agent=agent, status=status),
            sum(n for (who, one), n in found.items() if one is status and agent in (None, who)),
        )
        for status in LADDER
    )
    return CountedElement(DrillDown(figure, agent=agent), sum(bar.count for bar in bars)), bars


def _most_first(load: Load) -> tuple[int, str]:
    return -load.customers.count, load.agent or ""
