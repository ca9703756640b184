"""How customers are looked after: the report on engagement (docs/reports.md, "Engagement")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.reports.drill_down import Bucket, CountedElement
from salesdesk.domain.reports.methods import Success
from salesdesk.domain.reports.statistics import Share

#: From how many contacts on, none of them successful, a customer is kept warm without success.
IN_VAIN = 3

#: Days since the last contact, as they are drawn.
LAST: tuple[Bucket, ...] = (
    (0, 2), (3, 6), (7, 13), (14, 22), (23, 29), (30, 59), (60, 89), (90, None),
)  # fmt: skip

#: Contacts of a customer in the period, as they are drawn.
FREQUENCY: tuple[Bucket, ...] = ((0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 9), (10, None))

#: Unsuccessful contacts, as they are drawn.
VAIN: tuple[Bucket, ...] = ((IN_VAIN, IN_VAIN), (4, 4), (5, 9), (10, None))


@dataclass(frozen=True, slots=True)
class EngagementReport:
    """The report on engagement.

    Attributes:
        customers: all of the frame, as they stand now.
        last: those who were ever contacted, bucket of `LAST` by bucket, each cold, warm and hot.
        last_median: days of 24 hours since the last contact; None: nobody was contacted.
        never: who was never contacted; by status, by source (the last: none) and by owner
            (`marks.NONE`: nobody), the latter two each cold, warm and hot.
        frequency: all customers by their contacts in the period, bucket of `FREQUENCY` by bucket,
            each cold, warm and hot; `frequency_before`: the buckets in the period before.
        frequency_median: contacts.
        contacts: those of the period; `heat`: day by day from Monday, its 24 hours of the
            office's clock; `before`: those of the period before.
        kept_warm: who was contacted at least `IN_VAIN` times in the period, never successfully;
            bucket of `VAIN` by bucket, each cold, warm and hot, and owner by owner, each by `VAIN`.
        contacts_as_of: up to when `contacts`, `heat` and `before` count, where a cache was asked.
        names: of the people by uid; who is not in it is unknown.
    """

    customers: CountedElement
    last_total: CountedElement
    last: tuple[CountedElement, ...]
    last_median: float | None
    never: CountedElement
    never_by_status: tuple[CountedElement, ...]
    never_by_source: tuple[CountedElement, ...]
    never_by_agent: tuple[CountedElement, ...]
    frequency: tuple[CountedElement, ...]
    frequency_before: tuple[int, ...]
    frequency_median: float | None
    contacts: Success
    heat: tuple[Success, ...]
    before: Share
    kept_warm: CountedElement
    kept_warm_by_status: tuple[CountedElement, ...]
    kept_warm_by_agent: tuple[CountedElement, ...]
    contacts_as_of: datetime | None
    names: Mapping[str, str]

    @property
    def contacted(self) -> Share:
        """How many of the customers were contacted in the period at all."""
        quiet = sum(bar.count for bar in self.frequency if bar.mark.bucket == (0, 0))
        return Share(self.customers.count - quiet, self.customers.count)
