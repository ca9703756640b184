"""The moments of whoever reads, as parameters of one name each.

A statement that names them so is made once and read at any moment; read without them it goes by
those with which it was made.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, bindparam

from salesdesk.domain.day import SOON_DAYS
from salesdesk.domain.follow_up import office_day
from salesdesk.domain.moments import DAY
from salesdesk.domain.settings import WON_DAYS
from salesdesk.storage.db.types import OfficeDateTime, UtcDateTime
from salesdesk.storage.reads.viewer import Viewer

_SOON, _DAY_START, _DAY_END = "soon", "day_start", "day_end"
_WEEK_START, _WON_SINCE = "week_start", "won_since"
_MOMENT, _AT_THE_OFFICE = UtcDateTime(), OfficeDateTime()


def values(viewer: Viewer) -> dict[str, object]:
    """All of them as they now are."""
    day = viewer.today
    return {
        _SOON: _soon(viewer),
        _DAY_START: day.start,
        _DAY_END: day.end,
        _WEEK_START: monday(viewer),
        _WON_SINCE: _won_since_local(viewer),
    }


def soon(viewer: Viewer) -> BindParameter[datetime]:
    """Until when a customer leaves who is releasing soon."""
    return bindparam(_SOON, _soon(viewer), _MOMENT)


def day_start(viewer: Viewer) -> BindParameter[datetime]:
    """The first moment of the office's present day."""
    return bindparam(_DAY_START, viewer.today.start, _MOMENT)


def day_end(viewer: Viewer) -> BindParameter[datetime]:
    """The first moment of its next day."""
    return bindparam(_DAY_END, viewer.today.end, _MOMENT)


def week_start(viewer: Viewer) -> BindParameter[datetime]:
    """The first moment of the office's week."""
    return bindparam(_WEEK_START, monday(viewer), _MOMENT)


def monday(viewer: Viewer) -> datetime:
    """The same, as a moment."""
    zone = viewer.settings.office_zone
    today = viewer.now.astimezone(zone)
    return office_day(today - timedelta(days=today.weekday()), zone).start


def won_since(viewer: Viewer) -> datetime:
    """From when on a completed order counts as won."""
    return viewer.now - viewer.settings.number(WON_DAYS) * DAY


def won_since_local(viewer: Viewer | None = None) -> BindParameter[datetime]:
    """The same as `orders` has it: by the office's clock; without a viewer it has to be given."""
    if viewer is None:
        return bindparam(_WON_SINCE, type_=_AT_THE_OFFICE)
    return bindparam(_WON_SINCE, _won_since_local(viewer), _AT_THE_OFFICE)


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment as `orders` has it: the office's clock, without a zone."""
    return moment.astimezone(zone).replace(tzinfo=None)


def _soon(viewer: Viewer) -> datetime:
    return viewer.now + SOON_DAYS * DAY


def _won_since_local(viewer: Viewer) -> datetime:
    return local(won_since(viewer), viewer.settings.office_zone)
