"""Reasons of refusals: their texts, what they carry, and the way to another process."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone

import pytest

from salesdesk.domain.errors import FieldFault, Invalid, NotAllowed, Refusal
from salesdesk.domain.people import Permission
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.texts import filled, places

OFFICE = timezone(timedelta(hours=7))

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


@pytest.mark.parametrize(("reason", "told"), TOLD)
def test_a_reason_is_told_in_english(reason: Reason, told: str) -> None:
    assert reason.english == told
    assert Refusal(reason).message == str(Refusal(reason)) == told


@pytest.mark.parametrize(("reason", "told"), TOLD)
def test_a_reason_reaches_another_process(reason: Reason, told: str) -> None:
    kept = json.loads(json.dumps(reason.to_dict()))
    again = Reason.from_dict(kept)
    assert (again.why, again.english) == (reason.why, told)


def test_a_permission_that_lacks_is_named() -> None:
    refusal = NotAllowed(Permission.DATA_EXPORT)
    assert refusal.reason == Reason.of(Why.NEEDS_PERMISSION, permission=Permission.DATA_EXPORT)
    assert "“data:export”" in refusal.message


def test_bad_input_keeps_each_field_and_reason() -> None:
    faults = (
        FieldFault("name", Reason.of(Why.NO_NAME)),
        FieldFault("phone", Reason.of(Why.NO_PHONE)),
    )
    invalid = Invalid(faults)
    assert invalid.field == "name"
    assert invalid.message == str(invalid) == "The name is missing. The phone number is missing."
    with pytest.raises(ValueError, match="at least one"):
        Invalid(())


def test_no_two_reasons_have_one_text() -> None:
    assert [name for name, why in Why.__members__.items() if why.name != name] == []


@pytest.mark.parametrize("value", ["A %2", "{name}", "{", "\\g<0>"])
def test_a_value_may_hold_anything(value: str) -> None:
    assert filled("{name} of {all}", {"name": value, "all": "3"}) == f"{value} of 3"
    assert places("{name} of {all}, {name}") == {"name", "all"}
