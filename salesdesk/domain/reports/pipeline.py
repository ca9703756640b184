"""How customers come forward: the report on the pipeline (docs/reports.md, "Pipeline")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.reports.drill_down import Bucket, CountedElement, DrillDown
from salesdesk.domain.reports.statistics import Share

#: An owned customer who has been in a stage for this many days is stuck.
STUCK_DAYS = 30

STUCK: tuple[Bucket, ...] = ((STUCK_DAYS, 59), (60, 89), (90, None))

#: Days in a stage, as they are drawn.
STAYS: tuple[Bucket, ...] = ((0, 0), (1, 2), (3, 6), (7, 13), (14, 29), (30, None))

#: The statuses from the lowest to the highest.
LADDER = (SalesStatus.COLD, SalesStatus.WARM, SalesStatus.HOT)

#: The stages that a customer leaves by a move.
MOVABLE = (Stage.COLD, Stage.WARM, Stage.HOT)


@dataclass(frozen=True, slots=True)
class Valued:
    """Orders and what they are worth, in whole units of the shared currency."""

    mark: DrillDown
    count: int
    value: int

    @property
    def bar(self) -> CountedElement:
        """How many orders these are."""
        return CountedElement(self.mark, self.count)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the funnel: how many came at least that far, of those one step before.

    Attributes:
        before: how many reached the step before; of the first, its own.
    """

    stage: Stage
    bar: CountedElement
    before: int

    @property
    def conversion(self) -> Share:
        """How many of those before came here."""
        return Share(self.bar.count, self.before)


@dataclass(frozen=True, slots=True)
class Moves:
    """The moves out of a stage in the period."""

    stage: Stage
    total: CountedElement
    to: tuple[CountedElement, ...]

    @property
    def up(self) -> Share:
        """How many of them went up."""
        here = LADDER.index(SalesStatus(self.stage.value))
        gone_up = sum(
            bar.count
            for bar in self.to
            if bar.mark.to is not None and LADDER.index(bar.mark.to) > here
        )
        return Share(gone_up, self.total.count)


@dataclass(frozen=True, slots=True)
class Stay:
    """How long customers were in a stage that they left in the period.

    Attributes:
        bars: by `STAYS`.
        unknown: of whom it is not known since when they were in it.
        median: days of 24 hours; None: none is known.
    """

    stage: Stage
    total: CountedElement
    bars: tuple[CountedElement, ...]
    unknown: CountedElement
    median: float | None


@dataclass(frozen=True, slots=True)
class PipelineReport:
    """The report on the pipeline.

    Attributes:
        total, stages, by_source, by_agent: customers as they stand now; by source (the last:
            none) and by owner (`marks.NONE`: nobody), each with its stages.
        worth, values, values_by_source, values_by_agent: the orders behind ordered and won.
        funnel: of the customers registered in the period, how far they have come by now.
        moves, stays: of the period, from events.
        stuck, stuck_by_agent: stage by stage and owner by owner, each by `STUCK`.
        funnel_before: how far those registered in the period before have come by now.
        moves_before: the moves of the period before, by the stage left and the status after.
        known_from: since when moves are recorded; None: not yet.
        names: of the people by uid; who is not in it is unknown.
    """

    total: CountedElement
    stages: tuple[CountedElement, ...]
    by_source: tuple[CountedElement, ...]
    by_agent: tuple[CountedElement, ...]
    worth: Valued
    values: tuple[Valued, ...]
    values_by_source: tuple[Valued, ...]
    values_by_agent: tuple[Valued, ...]
    funnel: tuple[Step, ...]
    moves: tuple[Moves, ...]
    stays: tuple[Stay, ...]
    stuck_total: CountedElement
    stuck: tuple[CountedElement, ...]
    stuck_by_agent: tuple[CountedElement, ...]
    funnel_before: tuple[Share, ...]
    moves_before: Mapping[tuple[Stage, SalesStatus], int]
    known_from: datetime | None
    names: Mapping[str, str]
