"""Why a customer was released by hand: kept with the release, told to who may read notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from salesdesk.domain.errors import Invalid
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.queries import TimelineKind, TimelineQuery
from salesdesk.services import follow_ups, ownership
from salesdesk.services.lists import customers, handover
from salesdesk.services.session import Session
from tests.support.factories import Office


def released(office: Office, why: str) -> str:
    customer_id = office.customer(owner=office.agent_uid)
    office.pass_time(timedelta(hours=1))
    ownership.release(office.agent, new_id(), customer_id, OwnershipSeen(office.agent_uid), why)
    return customer_id


def told(session: Session, customer_id: str) -> tuple[str | None, str | None, str | None]:
    """What the timeline, the ownership and the hand-over say."""
    query = TimelineQuery(customer_id, frozenset({TimelineKind.OWNERSHIP_ENDED}))
    return (
        customers.timeline(session, query).rows[0].description,
        customers.ownership(session, customer_id).rows[0].why,
        handover.of(session, customer_id).owners[0].why,
    )


def test_why_is_told_wherever_the_end_of_the_binding_is(office: Office) -> None:
    siti = released(office, "  Has moved to Surabaya ")
    assert told(office.other, siti) == ("Has moved to Surabaya",) * 3


def test_it_may_stay_empty(office: Office) -> None:
    assert told(office.other, released(office, " ")) == (None, None, None)


def test_who_may_not_read_the_pools_notes_does_not_read_it(office: Office) -> None:
    siti = released(office, "Owes us money")
    office.database.execute(
        "DELETE FROM role_permissions WHERE permission_id IN "
        "(SELECT id FROM permissions WHERE action = 'view_notes')"
    )
    assert told(office.other, siti) == (None, None, None)


def test_other_words_after_a_lost_answer_are_the_ones_that_count(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    form, seen = new_id(), OwnershipSeen(office.agent_uid)
    office.pass_time(timedelta(hours=1))
    ownership.release(office.agent, form, siti, seen, "Wrong number")
    assert ownership.release(office.agent, form, siti, seen, "Wrong number").replayed
    for words in ("Moved", "Moved", "Moved away"):
        office.pass_time(timedelta(minutes=1))
        ownership.release(office.agent, form, siti, seen, words)
    assert told(office.other, siti) == ("Moved away",) * 3
    kinds = office.database.execute("SELECT kind FROM salesdesk_events ORDER BY at")
    assert [kind for (kind,) in kinds if kind.startswith("release")] == [
        "released", "release_explained", "release_explained",
    ]  # fmt: skip


def test_words_that_are_too_long_release_nobody(office: Office) -> None:
    siti = office.customer(owner=office.agent_uid)
    with pytest.raises(Invalid) as refused:
        ownership.release(office.agent, new_id(), siti, OwnershipSeen(office.agent_uid), "x" * 256)
    assert refused.value.field == "why"
    assert customers.rows(office.lead, [siti])[0].owner_uid == office.agent_uid


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b"])
def test_a_sign_that_cannot_be_printed_is_refused_wherever_words_are_typed(
    office: Office, sign: str
) -> None:
    """In the why of a release, the reason of a protection and the note of a plan alike."""
    customer, lead = office.customer(owner=office.agent_uid), office.lead
    seen, until = OwnershipSeen(office.agent_uid, office.now), office.now + DAY
    tries: dict[str, Callable[[], object]] = {
        "why": lambda: ownership.release(lead, new_id(), customer, seen, f"No{sign}time"),
        "reason": lambda: ownership.protect(lead, new_id(), customer, until, f"A{sign}b"),
        "note": lambda: follow_ups.plan(lead, new_id(), customer, until, f"A{sign}b"),
    }
    for field, work in tries.items():
        with pytest.raises(Invalid) as refused:
            work()
        assert [fault.field for fault in refused.value.faults] == [field]
        assert "cannot be printed" in refused.value.faults[0].message
