"""Made-up daily counts of the weeks before, so that a lead's trend has something to show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from salesdesk.app.sample.random_source import OFFICE, Chance

TABLE = "salesdesk_daily_counts"
COLUMNS = (
    "day", "counted_at",
    "needs_repair", "in_pool", "releasing_soon", "overdue", "without_plan", "with_plan",
)  # fmt: skip

_DAYS = 29
_SUNDAY = 6
#: Of the bound customers, in the weeks before and at their end; the others have a plan.
_RELEASING, _OVERDUE, _WITHOUT = (0.024, 0.009), (0.06, 0.026), (0.62, 0.54)


def rows(
    seed: int, base: datetime, customers: int, bound: int
) -> Iterator[tuple[date | datetime | int, ...]]:
    """A row of each working day before the present one; nobody's desktop ran on Sundays."""
    chance = Chance(seed, "daily counts")
    for back in range(_DAYS, 0, -1):
        at = base - timedelta(days=back)
        day = at.astimezone(OFFICE).date()
        if day.weekday() == _SUNDAY:
            continue
        there = customers - back * customers // 400
        in_pool = customers - bound + chance.randint(-4, 4) + back // 4
        held = there - in_pool
        releasing, overdue, without = (
            round(held * (end + (begin - end) * back / _DAYS)) + chance.randint(-3, 3)
            for begin, end in (_RELEASING, _OVERDUE, _WITHOUT)
        )
        released, late, bare = max(releasing, 0), max(overdue, 0), max(without, 0)
        rest = max(held - released - late - bare, 0)
        yield day, at, 0, max(in_pool, 0), released, late, bare, rest
