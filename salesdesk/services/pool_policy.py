"""The pool's policies: how many, how often, how soon again (docs/rules.md, "The pool")."""

from __future__ import annotations

from datetime import date, datetime

from salesdesk.domain.errors import PolicyRefusal, Refusal
from salesdesk.domain.follow_up import office_day
from salesdesk.domain.moments import DAY
from salesdesk.domain.pool import Allowance
from salesdesk.domain.refusals import Why
from salesdesk.domain.settings import POOL_CLAIMS, POOL_COOLING, POOL_MOST, SharedSettings
from salesdesk.services.locked_write import CustomerWrite
from salesdesk.storage.reads import allowances
from salesdesk.storage.reads.allowances import Used
from salesdesk.storage.unit_of_work import Reading


def check_claim(act: CustomerWrite, uid: str) -> None:
    """Check the policies for a claim, and count it where claims are counted.

    The agent's own row is updated before anything is counted, so that two claims at once
    cannot both count the same number (docs/rules.md, "How every act writes", 6).

    Raises:
        PolicyRefusal: it names the rule and from when the claim will be allowed.
    """
    settings = act.unit.settings
    most, claims = settings.number(POOL_MOST), settings.number(POOL_CLAIMS)
    if most or claims:
        _count(act, uid, most, claims)
    cooling = settings.number(POOL_COOLING)
    if cooling:
        _check_cooling_off(act, uid, cooling)


def _count(act: CustomerWrite, uid: str, most: int, claims: int) -> None:
    unit = act.unit
    zone = unit.settings.office_zone
    today = act.at.astimezone(zone).date()
    turn = unit.agents.take_turn(uid, today)
    if claims and turn.claims_today >= claims:
        tomorrow = office_day(act.at, zone).end
        raise PolicyRefusal(
            Why.CLAIMS_USED_UP,
            rule=POOL_CLAIMS.key,
            allowed_from=tomorrow,
            number=turn.claims_today,
            most=claims,
            allowed=_shown(tomorrow, act),
        )
    held = unit.agents.holds(uid) if most else 0
    if most and held >= most:
        raise PolicyRefusal(
            Why.HOLDS_ENOUGH, rule=POOL_MOST.key, allowed_from=None, number=held, most=most
        )
    unit.agents.count_claim(uid, today, turn.claims_today + 1)


def check_room(act: CustomerWrite, uid: str) -> None:
    """Check that an agent who is given a customer has fewer than the policy allows.

    The agent's own row is updated first, as for a claim.

    Raises:
        Refusal: the agent has as many already.
    """
    unit, most = act.unit, act.unit.settings.number(POOL_MOST)
    if not most:
        return
    unit.agents.take_turn(uid, day_of(act.at, unit.settings))
    held = unit.agents.holds(uid)
    if held >= most:
        name = unit.people.name_of(uid)
        raise Refusal(Why.AGENT_HOLDS_ENOUGH, field="agent", name=name, number=held, most=most)


def _check_cooling_off(act: CustomerWrite, uid: str, days: int) -> None:
    ended = act.unit.bindings.last_ended(act.customer.id, uid)
    if ended is None or ended + days * DAY <= act.at:
        return
    allowed = ended + days * DAY
    raise PolicyRefusal(
        Why.COOLING_OFF,
        rule=POOL_COOLING.key,
        allowed_from=allowed,
        ended=_shown(ended, act),
        days=days,
        allowed=_shown(allowed, act),
    )


def allowance_of(reading: Reading, uid: str | None) -> Allowance:
    """What the policies still allow a person, for the window to say before a claim is tried."""
    settings, now = reading.recent_settings, reading.now
    day = day_of(now, settings)
    used = allowances.of(reading.connection, uid, day) if uid is not None else None
    return allowance(now, settings, used)


def allowance(now: datetime, settings: SharedSettings, used: Used | None) -> Allowance:
    """The same, where what the person has used was read already."""
    most, claims = settings.number(POOL_MOST) or None, settings.number(POOL_CLAIMS) or None
    if used is None:
        return Allowance(0, most, 0, claims, None)
    spent = claims is not None and used.claims >= claims
    tomorrow = office_day(now, settings.office_zone).end
    return Allowance(used.holds, most, used.claims, claims, tomorrow if spent else None)


def day_of(now: datetime, settings: SharedSettings) -> date:
    """The day whose claims count: the office's."""
    return now.astimezone(settings.office_zone).date()


def _shown(moment: datetime, act: CustomerWrite) -> datetime:
    return moment.astimezone(act.unit.settings.office_zone)
