"""A warning that was shown or read is kept once, and the log of releases says so."""

from __future__ import annotations

from datetime import datetime

from salesdesk.domain.events import EventKind
from salesdesk.domain.moments import DAY
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.release_log import ReleaseQuery
from salesdesk.domain.warnings import Warned, WarningSeen
from salesdesk.services import warnings
from salesdesk.services.lists import release_log
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office


def test_the_log_says_who_saw_which_warning_and_that_nobody_saw_the_others(
    office: Office,
) -> None:
    one = office.customer(owner=office.agent_uid, since=NOON - 23 * DAY)

    def seen(days: int, *, read: bool = False) -> Warned:
        return Warned(f"leaving_{days}:{one}", one, days, office.now, read)

    host = office.agent.host
    assert warnings.keep(office.agent, [seen(7), seen(7, read=True)]) == 2
    # Shown again after a restart, and from a second window: it is one.
    assert warnings.keep(office.agent, [seen(7)]) == 0
    kinds = office.store.read(lambda reading: reading.events.of_kind(EventKind.WARNED))
    assert [event.customer_id for event in kinds] == [one, one]
    office.pass_time(4 * DAY)
    # Somebody else saw a warning that was not theirs.
    warnings.keep(office.other, [seen(3)])
    office.pass_time(3 * DAY)
    assert run.run(Session(office.store, SYSTEM, "PC-RINA"), Cause.STARTUP).released == 1
    [release] = release_log.page(office.lead, ReleaseQuery()).rows
    found = release_log.facts(office.lead, release.id)[1].warnings
    released: datetime = release.at
    assert found == (
        WarningSeen(7, NOON, "Andi Firmansyah", host, read=True),
        WarningSeen(3, released - 3 * DAY),
        WarningSeen(1, released - DAY),
    )


def test_nothing_is_said_of_what_was_due_before_warnings_were_kept(office: Office) -> None:
    office.customer(owner=office.agent_uid, since=NOON - 30 * DAY)
    assert run.run(Session(office.store, SYSTEM, "PC-RINA"), Cause.STARTUP).released == 1
    [release] = release_log.page(office.lead, ReleaseQuery()).rows
    assert release_log.facts(office.lead, release.id)[1].warnings == ()
