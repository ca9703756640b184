"""Moments: UTC, whole seconds, and what a date that nobody can mean counts as."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

DAY = timedelta(hours=24)

#: Dates before this cannot be meant (zero dates); docs/rules.md, "The idle clock".
EARLIEST = datetime(1971, 1, 1, tzinfo=UTC)

#: A date may lie this far in the future before it is taken for a mistake.
FUTURE_TOLERANCE = DAY


def whole_seconds(moment: datetime) -> datetime:
    """The moment in UTC, its fraction of a second cut off (MySQL rounds, MariaDB cuts)."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).replace(microsecond=0)


def credible(moment: datetime | None, now: datetime) -> datetime | None:
    """The moment, or None where it is missing, before 1971 or over a day in the future."""
    if moment is None or moment < EARLIEST or moment > now + FUTURE_TOLERANCE:
        return None
    return moment


def is_recent(kept: datetime | None, span: timedelta, now: datetime) -> bool:
    """Whether a moment that was noted lies less than this span ago.

    One that lies ahead was noted under a clock that was wrong, and counts as none: or what rests
    on it would rest until that date comes.
    """
    return kept is not None and timedelta() <= now - kept < span
