"""A contact: one WhatsApp message, call or visit, with its outcome and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from salesdesk.domain.customer import control_characters, length_in_bytes, tidy_lines
from salesdesk.domain.errors import FieldFault, Invalid
from salesdesk.domain.open_enum import OpenEnum
from salesdesk.domain.refusals import Reason, Why

NOTES_BYTES = 65_535

#: TIMESTAMP columns end in January 2038; later dates are refused before MySQL says 1292.
LAST_STORABLE_YEAR = 2037

#: A form stays open for a while; "now" as typed may lie this far behind or before the database's.
CLOCK_GRACE = timedelta(minutes=5)


class Method(OpenEnum):
    """How somebody was contacted (`customer_contacts.contact_method`)."""

    WHATSAPP = "whatsapp"
    CALL = "call"
    VISIT = "visit"


class Outcome(OpenEnum):
    """How it went (`customer_contacts.contact_status`)."""

    SUCCESSFUL = "successful"
    UNSUCCESSFUL = "unsuccessful"


class Keep(StrEnum):
    """What a log without a next step does with a follow-up that still lies in the future."""

    KEEP = "keep"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What a person typed into the contact form.

    Attributes:
        id: the contact's id, made by the client; it is also the id of the act's event.
        when: None means now, by the database's clock.
        when_typed: False where nobody typed the moment: it is when Save was pressed, kept with
            the contact until it can be sent.
        typed_at: when Save was pressed, by the database's clock as far as this computer knew it;
            None: just now. A next step is judged by it.
        next_step: when to follow up; None means that none was given.
        standing_follow_up: what to do with an existing future follow-up when `next_step` is None.
        claim: also claim the customer, in the same act ("Log and claim").
    """

    id: str
    customer_id: str
    method: Method
    outcome: Outcome
    notes: str = ""
    when: datetime | None = None
    next_step: datetime | None = None
    standing_follow_up: Keep = Keep.KEEP
    claim: bool = False
    when_typed: bool = True
    typed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A stored contact."""

    id: str
    customer_id: str
    by_uid: str
    method: Method
    outcome: Outcome
    at: datetime | None
    notes: str
    next_step: datetime | None


def checked_notes(notes: str) -> str:
    """The notes tidied.

    Raises:
        Invalid: they are too long or hold a character that cannot be printed.
    """
    text = tidy_lines(notes)
    if length_in_bytes(text) > NOTES_BYTES:
        raise Invalid((FieldFault("notes", Reason.of(Why.NOTE_TOO_LONG)),))
    if control_characters(text, lines=True):
        raise Invalid((FieldFault("notes", Reason.of(Why.NOTE_UNPRINTABLE)),))
    return text


def checked_times(
    when: datetime | None,
    next_step: datetime | None,
    now: datetime,
    typed_at: datetime | None = None,
) -> tuple[datetime, datetime | None]:
    """When the contact was and when the next step is, by the database's clock.

    A contact may lie in the past but never in the future, a next step never in the past
    (docs/rules.md, "Interactions"). A `when` up to five minutes ahead is the desktop's clock going
    fast and counts as now.

    Args:
        typed_at: when it was typed, where that was before; a next step that has passed since
            while the contact waited to be sent is an overdue follow-up.

    Raises:
        Invalid: names `when` or `next_step`.
    """
    faults: list[FieldFault] = []
    at = now if when is None else when
    if at > now:
        if at > now + CLOCK_GRACE:
            faults.append(FieldFault("when", Reason.of(Why.CONTACT_IN_FUTURE)))
        at = now
    if at.year < 1971:
        faults.append(FieldFault("when", Reason.of(Why.TOO_LONG_AGO)))
    if next_step is not None:
        judged = now if typed_at is None else min(typed_at, now)
        if next_step < judged - CLOCK_GRACE:
            faults.append(FieldFault("next_step", Reason.of(Why.STEP_IN_PAST)))
        elif next_step.year > LAST_STORABLE_YEAR:
            faults.append(
                FieldFault("next_step", Reason.of(Why.STEP_TOO_LATE, year=LAST_STORABLE_YEAR))
            )
    if faults:
        raise Invalid(tuple(faults))
    return at, next_step
