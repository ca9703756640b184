"""Who has how much to do: the report on workload (docs/reports.md, "Workload")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesdesk.domain.reports.drill_down import CountedElement
from salesdesk.domain.reports.statistics import median


@dataclass(frozen=True, slots=True)
class Load:
    """What one agent, or all of them together, have to look after now.

    Attributes:
        customers: bound ones; `statuses`: cold, warm and hot.
        overdue, today, planned, unplanned: the same customers by their next step.
        soon: those of them who leave within seven days; `soon_by_status`: cold, warm and hot.
        held: what the cap counts: all customers, whichever source and status were asked for.
        may_hold: the role allows to hold customers; of all agents together, True.
    """

    customers: CountedElement
    statuses: tuple[CountedElement, ...]
    overdue: CountedElement
    today: CountedElement
    planned: CountedElement
    unplanned: CountedElement
    soon: CountedElement
    soon_by_status: tuple[CountedElement, ...]
    held: CountedElement
    may_hold: bool

    @property
    def agent(self) -> str | None:
        """The uid; None: all agents together."""
        return self.customers.mark.agent


@dataclass(frozen=True, slots=True)
class Spread:
    """How evenly customers are spread over those who may hold them.

    Attributes:
        agents: how many may, in the frame; those without customers included.
    """

    agents: int
    lowest: int
    median: float
    highest: int

    def distance(self, customers: int) -> float:
        """How many customers more than the median; less than zero: fewer."""
        return customers - self.median


def spread_of(numbers: Sequence[int]) -> Spread | None:
    """The spread of the numbers of customers of those who may hold some; None: nobody may."""
    if not numbers:
        return None
    middle = median({number: numbers.count(number) for number in numbers})
    return Spread(len(numbers), min(numbers), middle or 0.0, max(numbers))


@dataclass(frozen=True, slots=True)
class WorkloadReport:
    """The report on workload; all of it as of now.

    Attributes:
        team: all agents of the frame together.
        agents: those with the most customers first; who may hold customers is in it with zeros
            too, and an owner whom nobody knows as well.
        unowned: customers of nobody; None: only some agents were asked for.
        cap: the most customers that an agent may have; None: no such limit.
        spread: None: nobody of the frame may hold customers.
        soon_stopped: a shared setting cannot be read, so that nobody is released.
        names: of the people by uid; who is not in it is unknown.
    """

    team: Load
    agents: tuple[Load, ...]
    unowned: CountedElement | None
    cap: int | None
    spread: Spread | None
    soon_stopped: bool
    names: Mapping[str, str]

    def room(self, load: Load) -> int | None:
        """How many customers more an agent may claim; below zero: so many too many.

        None: there is no cap, or the role allows none at all.
        """
        if self.cap is None or not load.may_hold or load.agent is None:
            return None
        return self.cap - load.held.count
