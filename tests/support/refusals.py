"""Refusals and what they say in English."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from salesdesk.domain.pipeline import Stage
from salesdesk.domain.refusals import Count, Reason, Why

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
    (
        Reason.of(
            Why.RELEASES_STOPPED,
            faults=(
                Reason.of(Why.SETTING_IS, key="a", fault=Reason.of(Why.NOT_WHOLE, text="x")),
                Reason.of(Why.SETTING_IS, key="b", fault=Reason.of(Why.NOT_WHOLE, text="y")),
            ),
        ),
        "Nobody is released until this setting is mended: a: “x” is not a whole number; b: “y” is "
        "not a whole number.",
    ),
    (
        Reason.of(Why.HIDDEN_ROWS, number=Count(12_345)),
        "12,345 hidden rows of the workbook are left out.",
    ),
    (
        Reason.of(
            Why.IN_COLUMN,
            column="No HP",
            reason=Reason.of(Why.CELL_NO_DATE, text="1x", order=Why.DAY_MONTH_YEAR),
        ),
        "Column “No HP”: “1x” is no date in the order day, month, year.",
    ),
    (
        Reason.of(
            Why.SEVERAL,
            reasons=(
                Reason.of(Why.NUMBER_TOO_SHORT, text="12"),
                Reason.of(Why.NUMBER_PLACEHOLDER, text="111"),
            ),
        ),
        "“12” has too few digits for a phone number. “111” is a placeholder and no number.",
    ),
]
