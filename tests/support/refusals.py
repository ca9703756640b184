"""Refusals and what they say in English."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from salesdesk.domain.pipeline import Stage
from salesdesk.domain.refusals import Reason, Why

OFFICE = timezone(timedelta(hours=7))

#: A reason, and its words.
TOLD = [
    (Reason.of(Why.CUSTOMER_CHANGED), "Somebody else changed this customer in the meantime."),
    (Reason.of(Why.HAS_IT_ALREADY, name="{day} %1"), "{day} %1 already has this customer."),
    (
        Reason.of(Why.OWNED_SINCE, name="Eko Saputra", day=date(2026, 6, 8)),
        "Eko Saputra has this customer since 08 June 2026.",
    ),
    (
        Reason.of(
            Why.CLAIMS_USED_UP, number=3, most=3, allowed=datetime(2026, 6, 9, tzinfo=OFFICE)
        ),
        "You have claimed 3 customers today, and 3 a day are allowed. You may claim again from "
        "09 June 2026, 00:00 office time.",
    ),
    (
        Reason.of(Why.FIXED_BY_ORDER, stage=Stage.WON),
        "This customer is won because of an order; it can be moved again when that order counts "
        "no more.",
    ),
    (
        Reason.of(Why.FIELDS_CHANGED, fields=(Why.FIELD_NAME, Why.FIELD_STATUS)),
        "Somebody else changed the name, the status in the meantime.",
    ),
    (
        Reason.of(Why.SETTING_VALUE, key="salesdesk.x", fault=Reason.of(Why.NOT_WHOLE, text="a")),
        "salesdesk.x: “a” is not a whole number.",
    ),
]
