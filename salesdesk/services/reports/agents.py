"""Who does what: contacts, follow-ups, claims, moves, losses and orders of each agent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from salesdesk.domain.contact import Method
from salesdesk.domain.reports.agents import AgentsReport, Deeds, Earlier
from salesdesk.domain.reports.drill_down import CountedElement, DrillDown, Figure
from salesdesk.domain.reports.methods import Success
from salesdesk.domain.reports.pipeline import Valued
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.domain.reports.statistics import Share
from salesdesk.domain.targets import due
from salesdesk.services.reports import permitted
from salesdesk.services.reports.scoping import scope
from salesdesk.services.session import Session
from salesdesk.storage.reads import targets
from salesdesk.storage.reads.reports import agents as reads
from salesdesk.storage.reads.reports import hours, names
from salesdesk.storage.reads.reports.agents import Sold
from salesdesk.storage.reads.reports.methods import Tries
from salesdesk.storage.reads.reports.scope import Scope
from salesdesk.storage.unit_of_work import Reading

_Key = tuple[str | None, Method | None, date | None]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the database counted in one period.

    Attributes:
        sums: the contacts by agent, and by method or week; None: of all.
    """

    sums: Mapping[_Key, Tries]
    counts: Mapping[Figure, Counter[str]]
    reached: int
    won: Mapping[str, Sold]

    def everybody(self) -> set[str]:
        """Whoever did anything, or has a customer whose order was won."""
        found = {agent for agent, _, _ in self.sums if agent is not None} | set(self.won)
        for counts in self.counts.values():
            found |= {agent for agent, number in counts.items() if number}
        return found

    def tries(
        self, agent: str | None, method: Method | None = None, week: date | None = None
    ) -> Tries:
        """The contacts of one agent or all, of one method or one week or all."""
        return self.sums.get((agent, method, week), Tries())

    def count(self, figure: Figure, agent: str | None) -> int:
        """A plain count of one agent or all; customers of all are counted once each."""
        if agent is not None:
            return self.counts[figure][agent]
        return self.reached if figure is Figure.AGENTS_CUSTOMERS else self.counts[figure].total()

    def sold(self, agent: str | None) -> Sold:
        """The orders of one agent's customers, or all."""
        chosen = [sold for who, sold in self.won.items() if agent in (None, who)]
        return Sold(sum(s.number for s in chosen), sum(s.value for s in chosen))


def figures(session: Session, report_scope: ReportScope) -> AgentsReport:
    """The report on agents.

    Raises:
        NotAllowed: the actor sees no reports, or asks for somebody else's figures.
    """
    permitted.require_figures(session, report_scope)
    return session.store.read(lambda reading: _figures(session, reading, report_scope))


def _figures(session: Session, reading: Reading, report_scope: ReportScope) -> AgentsReport:
    asked = scope(session, reading, report_scope)
    found = _read(reading, asked)
    earlier = _read(reading, asked.before)
    weeks = report_scope.period.weeks
    shown = permitted.shown(session, _listed(reading, report_scope, found))
    deeds = [_deeds(found, uid, weeks) for uid in shown]
    return AgentsReport(
        team=_deeds(found, None, weeks),
        agents=tuple(sorted(deeds, key=_most_first)),
        weeks=weeks,
        before={who: _earlier(earlier, who) for who in (None, *shown)},
        known_from=asked.known_from,
        contacts_as_of=hours.as_of(asked),
        names=names.of(reading.connection, shown),
        targets=_targets(reading, asked, shown),
    )


def _targets(reading: Reading, asked: Scope, shown: Collection[str]) -> dict[str, int]:
    """What was due of each of them, on the days of the period that have begun."""
    connection, viewer = reading.connection, asked.viewer
    found = targets.counting_by_agent(connection, shown)
    today = viewer.now.astimezone(viewer.settings.office_zone).date()
    period = asked.report_scope.period.until(today)
    if not found or asked.narrows_customers or period.first > today:
        return {}
    days = targets.calendar(connection, viewer, asked.bounds.from_utc)
    return {
        uid: due(target, days.worked(uid, period.first, period.last), days)
        for uid, target in found.items()
    }


def _read(reading: Reading, asked: Scope) -> _Found:
    connection = reading.connection
    return _Found(
        sums=_summed(reads.contacts(connection, asked)),
        counts={
            Figure.AGENTS_CUSTOMERS: reads.customers(connection, asked),
            Figure.AGENTS_LOST: reads.lost(connection, asked),
            **reads.planned(connection, asked),
            **reads.acts(connection, asked),
        },
        reached=reads.reached(connection, asked),
        won=reads.won(connection, asked),
    )


def _summed(contacts: Mapping[tuple[str, Method, date], Tries]) -> Mapping[_Key, Tries]:
    sums: defaultdict[_Key, Tries] = defaultdict(Tries)
    for (agent, method, week), tries in contacts.items():
        for who in (agent, None):
            sums[who, None, None] += tries
            sums[who, method, None] += tries
            sums[who, None, week] += tries
    return sums


def _listed(reading: Reading, report_scope: ReportScope, found: _Found) -> set[str]:
    """Whose line is shown: whoever did something, and who could have."""
    asked = report_scope.agents
    holders = {one.uid for one in reading.people.agents()} if asked is None else asked
    return found.everybody() | holders


def _most_first(one: Deeds) -> tuple[bool, int, str]:
    return not one.agent, -one.contacts.count, one.agent or ""


def _deeds(found: _Found, agent: str | None, weeks: tuple[date, ...]) -> Deeds:
    def success(method: Method | None = None, week: date | None = None) -> Success:
        mark = DrillDown(Figure.AGENTS_CONTACTS, agent=agent, method=method, week=week)
        tries = found.tries(agent, method, week)
        return Success(mark, tries.number, tries.successes)

    def bar(figure: Figure) -> CountedElement:
        opened = figure
        if figure is Figure.AGENTS_CUSTOMERS and agent is None:
            opened = Figure.AGENTS_REACHED
        return CountedElement(DrillDown(opened, agent=agent), found.count(figure, agent))

    sold = found.sold(agent)
    return Deeds(
        contacts=success(),
        methods=tuple(success(method) for method in Method),
        customers=bar(Figure.AGENTS_CUSTOMERS),
        kept=bar(Figure.AGENTS_KEPT),
        missed=bar(Figure.AGENTS_MISSED),
        claims=bar(Figure.AGENTS_CLAIMS),
        lost=bar(Figure.AGENTS_LOST),
        moved_up=bar(Figure.AGENTS_MOVED_UP),
        moved_down=bar(Figure.AGENTS_MOVED_DOWN),
        won=Valued(DrillDown(Figure.AGENTS_WON, agent=agent), sold.number, sold.value),
        weeks=tuple(success(week=week) for week in weeks),
    )


def _earlier(found: _Found, agent: str | None) -> Earlier:
    sold = found.sold(agent)
    kept, missed = (found.count(one, agent) for one in (Figure.AGENTS_KEPT, Figure.AGENTS_MISSED))
    return Earlier(
        contacts=found.tries(agent).share,
        methods=tuple(found.tries(agent, method).share for method in Method),
        customers=found.count(Figure.AGENTS_CUSTOMERS, agent),
        keeping=Share(kept, kept + missed),
        claims=found.count(Figure.AGENTS_CLAIMS, agent),
        lost=found.count(Figure.AGENTS_LOST, agent),
        moved_up=found.count(Figure.AGENTS_MOVED_UP, agent),
        moved_down=found.count(Figure.AGENTS_MOVED_DOWN, agent),
        won=sold.number,
        value=sold.value,
    )
