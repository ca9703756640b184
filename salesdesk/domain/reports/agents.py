"""Who does what: the report on agents (docs/reports.md, "Agents")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from salesdesk.domain.reports.drill_down import CountedElement
from salesdesk.domain.reports.methods import Success
from salesdesk.domain.reports.pipeline import Valued
from salesdesk.domain.reports.statistics import Share


@dataclass(frozen=True, slots=True)
class Deeds:
    """What one agent, or all of them together, did in a period.

    Attributes:
        contacts: all of them, and how many were successful.
        methods: the same for each method.
        customers: how many different ones were contacted; of all agents, each counted once.
        kept, missed: follow-ups due on a day that is over.
        lost: customers released for inactivity.
        won: orders completed, of the customers that the agent has now.
        weeks: the contacts of each week of the report.
    """

    contacts: Success
    methods: tuple[Success, ...]
    customers: CountedElement
    kept: CountedElement
    missed: CountedElement
    claims: CountedElement
    lost: CountedElement
    moved_up: CountedElement
    moved_down: CountedElement
    won: Valued
    weeks: tuple[Success, ...]

    @property
    def agent(self) -> str | None:
        """The uid; `marks.NONE`: nobody; None: all agents together."""
        return self.contacts.mark.agent

    @property
    def keeping(self) -> Share:
        """How many of the follow-ups that were due were kept."""
        return Share(self.kept.count, self.kept.count + self.missed.count)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the same people did in the period before, as plain numbers."""

    contacts: Share
    methods: tuple[Share, ...]
    customers: int
    keeping: Share
    claims: int
    lost: int
    moved_up: int
    moved_down: int
    won: int
    value: int


@dataclass(frozen=True, slots=True)
class AgentsReport:
    """The report on agents.

    Attributes:
        team: all agents of the frame together.
        agents: those with the most contacts first; who holds customers is in it with zeros too.
        weeks: the Mondays of the weeks that the period touches.
        before: of the period before, by uid; that of the team under None.
        known_from: since when claims and moves are recorded; None: not yet.
        contacts_as_of: up to when contacts are counted, where a cache was asked; None: up to now.
        names: of the people by uid; who is not in it is unknown.
        targets: how many contacts were due of whom in the period; who has no target is not in it,
            and nobody where customers are narrowed down.
    """

    team: Deeds
    agents: tuple[Deeds, ...]
    weeks: tuple[date, ...]
    before: Mapping[str | None, Earlier]
    known_from: datetime | None
    contacts_as_of: datetime | None
    names: Mapping[str, str]
    targets: Mapping[str, int] = field(default_factory=dict)
