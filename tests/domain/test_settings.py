"""The shared settings: types, bounds, and what an unreadable one does."""

import sys
from types import FrameType

import pytest

from salesdesk.domain import settings
from salesdesk.domain.moments import DAY
from salesdesk.domain.settings import DEFINITIONS, KEY_LENGTH, read_settings


def test_the_defaults_are_those_of_the_rules() -> None:
    found = settings.DEFAULTS
    assert found.limits.cold == found.limits.warm == found.limits.hot == 30 * DAY
    assert found.limits.period is None
    assert (found.number(settings.GUARD_COUNT), found.number(settings.GUARD_PERCENT)) == (20, 25)
    assert found.number(settings.EDIT_HOURS) == 24
    assert str(found.office_zone) == "Asia/Jakarta"
    assert found.guarded
    assert found.stops_releases == ()


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda definition: definition.key)
def test_each_default_is_a_value_of_its_own_definition(definition: settings.Definition) -> None:
    assert definition.key.startswith("salesdesk.")
    assert len(definition.key) <= KEY_LENGTH
    assert definition.parse(str(definition.default)) == definition.default
    assert definition.description.endswith(".")


@pytest.mark.parametrize("text", ["", "thirty", "0", "-5", "3651", "30.5", "1e3", "٣٠"])
def test_an_unreadable_limit_stops_releases(text: str) -> None:
    found = read_settings({"salesdesk.release.limit_warm": text})
    [fault] = found.stops_releases
    assert (fault.key, fault.text) == ("salesdesk.release.limit_warm", text)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("salesdesk.release.interval", "soon"),
        ("salesdesk.office_zone", "Mars/Olympus"),
        ("salesdesk.office_zone", "localtime"),
        ("salesdesk.phone.format", "roman"),
    ],
)
def test_any_other_unreadable_setting_falls_back_with_a_warning(key: str, text: str) -> None:
    found = read_settings({key: text})
    assert found.values == settings.DEFAULTS.values
    assert [fault.key for fault in found.faults] == [key]
    assert found.stops_releases == ()


def test_the_zones_are_not_looked_up_for_each_text() -> None:
    looked_up: list[object] = []

    def note(frame: FrameType, event: str, argument: object) -> None:
        if event == "call" and frame.f_code.co_name == "available_timezones":
            looked_up.append(argument)

    zone = next(each for each in DEFINITIONS if isinstance(each, settings.Zone))
    zone.parse("Asia/Jakarta")
    sys.setprofile(note)
    try:
        zone.parse("Asia/Makassar")
    finally:
        sys.setprofile(None)
    assert looked_up == []


def test_keys_of_other_applications_are_left_alone() -> None:
    assert read_settings({"tax_rate": "eleven"}).faults == ()


@pytest.mark.parametrize(
    "key",
    [
        "Salesdesk.Release.Limit_Cold",
        "SALESDESK.RELEASE.LIMIT_COLD",
        "salesdesk.release.limit_cold ",
    ],
)
def test_a_key_counts_in_whatever_case_it_stands(key: str) -> None:
    assert read_settings({key: "60"}).limits.cold == 60 * DAY


def test_a_key_that_stands_twice_with_two_values_stops_releases() -> None:
    found = read_settings(
        {"salesdesk.release.limit_cold": "30", "salesdesk.release.limit_cold ": "60"}
    )
    [fault] = found.stops_releases
    assert fault.message == "it stands there twice, as 30 and as 60"
    same = read_settings(
        {"salesdesk.release.limit_cold": "60", "Salesdesk.release.limit_cold": "60"}
    )
    assert (same.limits.cold, same.faults) == (60 * DAY, ())
