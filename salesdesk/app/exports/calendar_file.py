"""Follow-ups as a calendar (RFC 5545): one event for each customer, the same at every export.

The UID names the database and the customer, so that a later file moves the event instead of
adding another one; SEQUENCE grows with the moment of the export, so that a calendar takes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from salesdesk import __version__
from salesdesk.domain.exporting import FollowUp

#: A follow-up takes this long in a calendar; it has no length of its own.
LENGTH = timedelta(minutes=30)
_REMINDER = timedelta(minutes=-15)
_BEGIN = datetime(2020, 1, 1, tzinfo=UTC)


class CalendarWriter:
    """Collects follow-ups and writes them as one calendar, in the office's time zone."""

    def __init__(self, file: Path, title: str, zone: ZoneInfo, database_id: str) -> None:
        self._file = file
        self._zone = zone
        self._database_id = database_id
        self._calendar = Calendar()
        self._calendar.add("prodid", f"-//SalesDesk {__version__}//EN")
        self._calendar.add("version", "2.0")
        self._calendar.add("method", "PUBLISH")
        self._calendar.add("x-wr-calname", title)
        self._calendar.add("x-wr-timezone", zone.key)

    def write(self, follow_ups: Iterable[FollowUp]) -> None:
        """Add these follow-ups."""
        for one in follow_ups:
            self._calendar.add_component(self._event(one))

    def _event(self, one: FollowUp) -> Event:
        event = Event()
        start = one.due.astimezone(self._zone)
        event.add("uid", f"{one.customer_id}.{self._database_id}@salesdesk")
        event.add("sequence", int((one.now - _BEGIN).total_seconds()))
        event.add("dtstamp", one.now)
        event.add("dtstart", start)
        event.add("dtend", start + LENGTH)
        named = one.name or one.phone or one.customer_id
        event.add("summary", f"{named} ({one.company})" if one.company else named)
        lines = [each for each in (one.phone, one.owner) if each]
        event.add("description", "\n".join(lines))
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", named)
        alarm.add("trigger", _REMINDER)
        event.add_component(alarm)
        return event

    def finish(self) -> None:
        """Write the file.

        Raises:
            OSError: the file cannot be written.
        """
        self._calendar.add_missing_timezones()
        self._file.write_bytes(self._calendar.to_ical())

    def abandon(self) -> None:
        """Nothing was written yet."""
