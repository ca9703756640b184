"""Repeatable chance: one source for each customer, so that no customer depends on another."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

T = TypeVar("T")

OFFICE = ZoneInfo("Asia/Jakarta")
_OPENS, _CLOSES = 8, 18
_SUNDAY = 6


class Chance(random.Random):
    """A source of chance with the questions that sample data asks."""

    def __init__(self, seed: int, purpose: str) -> None:
        # Text is hashed by the same digest on every system and in every Python.
        super().__init__(f"{seed}/{purpose}")

    def happens(self, probability: float) -> bool:
        """Yes, with this probability."""
        return self.random() < probability

    def among(self, things: Sequence[T], weights: Sequence[float] | None = None) -> T:
        """One of the things."""
        if weights is None:
            return things[int(self.random() * len(things))]
        return self.choices(things, weights)[0]

    def days(self, least: float, most: float) -> timedelta:
        """A span of days, in whole seconds."""
        return timedelta(seconds=int(self.uniform(least, most) * 86_400))

    def new_id(self) -> str:
        """An id in the form that SalesDesk's own ids have (UUID version 4)."""
        digits = f"{self.getrandbits(128):032x}"
        return (
            f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-"
            f"{'89ab'[int(digits[16], 16) & 3]}{digits[17:20]}-{digits[20:]}"
        )

    def uid(self) -> str:
        """A person's id in Firebase's form: 28 letters and digits."""
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        return "".join(self.among(letters) for _ in range(28))

    def office_hour(self, moment: datetime) -> datetime:
        """A moment of that day when somebody works; Sunday's work is done on Saturday."""
        local = moment.astimezone(OFFICE)
        if local.weekday() == _SUNDAY:
            local -= timedelta(days=1)
        seconds = int(self.uniform(_OPENS * 3600, _CLOSES * 3600))
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=OFFICE)
        return (midnight + timedelta(seconds=seconds)).astimezone(UTC)


def next_quarter(moment: datetime) -> datetime:
    """The next full quarter of an hour: when the release run looks again."""
    seconds = int(moment.timestamp())
    return datetime.fromtimestamp(seconds + 900 - seconds % 900, UTC)
