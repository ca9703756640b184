"""Reasons of refusals: their texts, what they carry, and the way to another process."""

from __future__ import annotations

import json

import pytest

from salesdesk.domain.errors import FieldFault, Invalid, NotAllowed, Refusal
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.texts import filled, places
from tests.support.refusals import TOLD


@pytest.mark.parametrize(("reason", "told"), TOLD)
def test_a_reason_is_told_in_english(reason: Reason, told: str) -> None:
    assert reason.english == told
    assert Refusal(reason).message == str(Refusal(reason)) == told


@pytest.mark.parametrize(("reason", "told"), TOLD)
def test_a_reason_reaches_another_process(reason: Reason, told: str) -> None:
    kept = json.loads(json.dumps(reason.to_dict()))
    again = Reason.from_dict(kept)
    assert (again.why, again.english) == (reason.why, told)
    assert again == reason


@pytest.mark.parametrize(
    "kept",
    [{}, {"why": "NO_LONGER_A_REASON", "values": {}}, {"why": "NO_NAME", "values": ["x"]},
     {"why": "NO_NAME", "values": {"x": {"kind": "new"}}}],
)  # fmt: skip
def test_what_another_version_wrote_is_no_reason(kept: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="reason"):
        Reason.from_dict(kept)


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
