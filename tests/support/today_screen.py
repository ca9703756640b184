"""Today at work: a day with somebody in every section."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from salesdesk.domain.contact import Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.day import Section
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.services import follow_ups, ownership
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office
from tests.support.windows import OpenWindow


def ago(days: float) -> timedelta:
    return timedelta(days=days)


def full_day(office: Office) -> dict[str, str]:
    """One customer for each section of the lead's day; their ids by name."""
    mine = office.lead_uid
    found = {
        "Siti": office.customer("Siti", owner=mine, since=NOON - ago(40), company="PT Sinar"),
        "Lina": office.customer("Lina", owner=mine, since=NOON - ago(20)),
        "Fajar": office.customer("Fajar", owner=mine, since=NOON - ago(20)),
        "Dian": office.customer("Dian", owner=mine, since=NOON - ago(9), status=SalesStatus.WARM),
        "Wahyu": office.customer("Wahyu", owner=office.other_uid, since=NOON - ago(3)),
    }
    office.contact(found["Siti"], at=NOON - ago(28), outcome=Outcome.UNSUCCESSFUL)
    office.contact(found["Lina"], at=NOON - ago(10), next_step=NOON - ago(4), notes="Menu tasting")
    office.contact(found["Dian"], at=NOON - ago(8))
    follow_ups.plan(
        office.lead, new_id(), found["Fajar"], NOON + timedelta(hours=2), "Confirm the room"
    )
    holder = office.other
    standing = OwnershipSeen(office.other_uid, NOON - ago(3))
    ownership.release(holder, new_id(), found["Wahyu"], standing)
    return found


def names(seat: OpenWindow, section: Section) -> list[str]:
    return [line.name for line in seat.window.today.model.rows_in(section)]


Look = Callable[[Office, Session], OpenWindow]
