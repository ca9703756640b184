"""What a change of the release's limits would do, before it is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from salesdesk.domain.errors import FieldFault, Invalid
from salesdesk.domain.leaving_forecast import (
    TOUCHED_DAYS,
    BoundGroup,
    Forecast,
    cumulated,
    departures,
)
from salesdesk.domain.moments import DAY
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.settings import (
    GUARD_COUNT,
    GUARD_PERCENT,
    SharedSettings,
    read_settings,
)
from salesdesk.services import access
from salesdesk.services.release.run import CONFIRMED_STATE
from salesdesk.services.session import Session
from salesdesk.storage.reads import leaving_forecast
from salesdesk.storage.reads.reports import names
from salesdesk.storage.unit_of_work import Reading

#: A list of more is no list that anybody goes through.
_MOST_LISTED = 1_000


def forecast(session: Session, wanted: Mapping[str, str]) -> Forecast:
    """Who would leave when with these settings, beside who leaves when as it is.

    Counted from the summaries: it shows, and the run decides by each customer's own rows.

    Args:
        wanted: the new texts by key; the others stay as they are.

    Raises:
        NotAllowed: the actor may not edit the policy.
        Invalid: a text is no value of its setting.
    """
    access.require(session.actor, Permission.POLICY_EDIT)
    return session.store.read(lambda reading: _forecast(reading, wanted))


def touched(session: Session, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of those who leave within 14 days with these settings or as it is, but not both.

    Raises:
        NotAllowed, Invalid: see `forecast`.
    """
    access.require(session.actor, Permission.POLICY_EDIT)

    def work(reading: Reading) -> tuple[str, ...]:
        limits = (reading.settings.limits, _settings(reading, wanted).limits)
        by = reading.now + TOUCHED_DAYS * DAY
        return leaving_forecast.differing(reading.connection, by, reading.now, limits, _MOST_LISTED)

    return session.store.read(work)


def due_now(session: Session, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of those whom the next run would free with these settings.

    Raises:
        NotAllowed, Invalid: see `forecast`.
    """
    access.require(session.actor, Permission.POLICY_EDIT)

    def work(reading: Reading) -> tuple[str, ...]:
        limits, now = _settings(reading, wanted).limits, reading.now
        return leaving_forecast.due_by(reading.connection, now, now, limits, _MOST_LISTED)

    return session.store.read(work)


def _settings(reading: Reading, wanted: Mapping[str, str]) -> SharedSettings:
    settings = read_settings({**reading.stored_settings.texts(), **wanted})
    faults = tuple(
        FieldFault(fault.key, Reason.of(Why.SETTING_VALUE, key=fault.key, fault=fault.reason))
        for fault in settings.faults
        if fault.key in wanted
    )
    if faults:
        raise Invalid(faults)
    return settings


def _forecast(reading: Reading, wanted: Mapping[str, str]) -> Forecast:
    settings, now = _settings(reading, wanted), reading.now
    limits = (reading.settings.limits, settings.limits)
    by_start = any(each.period is not None for each in limits)
    found = leaving_forecast.groups(reading.connection, now, by_start=by_start)
    before, after = (departures(found, each) for each in limits)
    as_is, as_would_be = cumulated(found, before), cumulated(found, after)
    bound = sum(one.number for one in found)
    stay, leave = _left_for(found, before, after), _left_for(found, after, before)
    agents = stay + leave
    known = names.of(reading.connection, agents)
    most_first = sorted(agents.items(), key=lambda each: (-each[1], known.get(each[0], each[0])))
    return Forecast(
        now,
        bound,
        as_is,
        as_would_be,
        tuple((known.get(uid, uid), number) for uid, number in most_first),
        stay.total(),
        leave.total(),
        _is_held(reading, settings, as_would_be.by(0), bound),
    )


def _left_for(
    found: Sequence[BoundGroup], days: Sequence[int], others: Sequence[int]
) -> Counter[str]:
    """By owner: who leaves within 14 days on one side and not on the other."""
    moved: Counter[str] = Counter()
    for one, day, other in zip(found, days, others, strict=True):
        if day <= TOUCHED_DAYS < other:
            moved[one.owner_uid] += one.number
    return moved


def _is_held(reading: Reading, settings: SharedSettings, due: int, bound: int) -> bool:
    if not settings.guarded or not due:
        return False
    percent = settings.number(GUARD_PERCENT)
    unusual = due > settings.number(GUARD_COUNT) and due * 100 > bound * percent
    return unusual or reading.state.get(CONFIRMED_STATE) is None
