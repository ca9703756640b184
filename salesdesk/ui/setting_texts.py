"""What settings and their values are called, wherever they are named."""

from __future__ import annotations

from salesdesk.domain.settings import (
    CONTACT_HOURS,
    CURRENCY,
    EDIT_HOURS,
    FIREBASE_KEY,
    FIREBASE_PROJECT,
    GUARD,
    GUARD_COUNT,
    GUARD_PERCENT,
    INTERVAL,
    LIMIT_COLD,
    LIMIT_HOT,
    LIMIT_WARM,
    LOCK_MINUTES,
    OFFICE_ZONE,
    PERIOD,
    PHONE_FORMAT,
    PHONE_REGION,
    POOL_CLAIMS,
    POOL_COOLING,
    POOL_MOST,
    WON_DAYS,
    WORKING_DAYS,
    Definition,
)
from salesdesk.ui.i18n import translate

#: What stands as a box to be ticked, with the number that it proposes: 0 turns it off.
PROPOSED = {
    PERIOD.key: 365,
    POOL_MOST.key: 60,
    POOL_CLAIMS.key: 5,
    POOL_COOLING.key: 7,
    LOCK_MINUTES.key: 15,
}


def label_of(key: str) -> str:
    """A setting's name before its field, and in lists of changes."""
    return {
        LIMIT_COLD.key: translate("settings", "Cold"),
        LIMIT_WARM.key: translate("settings", "Warm"),
        LIMIT_HOT.key: translate("settings", "Hot"),
        PERIOD.key: translate("settings", "Release after"),
        INTERVAL.key: translate("settings", "One run every"),
        GUARD.key: translate("settings", "Hold unusually large runs"),
        GUARD_COUNT.key: translate("settings", "More than"),
        GUARD_PERCENT.key: translate("settings", "And more than"),
        EDIT_HOURS.key: translate("settings", "Own contacts, for"),
        PHONE_FORMAT.key: translate("settings", "Written"),
        PHONE_REGION.key: translate("settings", "Country"),
        CURRENCY.key: translate("settings", "Currency"),
        OFFICE_ZONE.key: translate("settings", "Time zone"),
        WORKING_DAYS.key: translate("settings", "From Monday on"),
        POOL_MOST.key: translate("settings", "Most customers an agent"),
        POOL_CLAIMS.key: translate("settings", "Most claims a day"),
        POOL_COOLING.key: translate("settings", "Own former customers after"),
        WON_DAYS.key: translate("settings", "For"),
        CONTACT_HOURS.key: translate("settings", "Count from the cache"),
        LOCK_MINUTES.key: translate("settings", "Lock after"),
        FIREBASE_PROJECT.key: translate("settings", "Project"),
        FIREBASE_KEY.key: translate("settings", "Web API key"),
    }.get(key, key)


def description_of(definition: Definition) -> str:
    """What a setting is for; the command line tells it in English."""
    return translate("setting", definition.description)


def unit_of(key: str, unit: str) -> str:
    """The unit after a number."""
    return {
        "days": translate("settings", "days"),
        "minutes": translate("settings", "minutes"),
        "hours": translate("settings", "hours"),
        "customers": translate("settings", "customers"),
        "claims": translate("settings", "claims"),
        "percent of the bound": translate("settings", "% of all held"),
    }.get(unit, unit)


def value_word(key: str, text: str | None) -> str:
    """A stored value as people read it; None: the default counts."""
    if text is None:
        return translate("settings", "the default")
    if key in PROPOSED and text == "0":
        return translate("settings", "off")
    return {
        "on": translate("settings", "on"),
        "off": translate("settings", "off"),
        "e164": translate("settings", "as +62…"),
        "typed": translate("settings", "as typed"),
    }.get(text, text)


def full_label(key: str) -> str:
    """A setting's name where it stands without its heading; the key of one that is not known."""
    return {
        LIMIT_COLD.key: translate("settings", "Cold, days without a contact"),
        LIMIT_WARM.key: translate("settings", "Warm, days without a contact"),
        LIMIT_HOT.key: translate("settings", "Hot, days without a contact"),
        PERIOD.key: translate("settings", "Longest time with one agent, days"),
        INTERVAL.key: translate("settings", "Time between release runs, minutes"),
        GUARD.key: translate("settings", "Guard"),
        GUARD_COUNT.key: translate("settings", "Guard, customers"),
        GUARD_PERCENT.key: translate("settings", "Guard, share in %"),
        EDIT_HOURS.key: translate("settings", "Corrections of own contacts, hours"),
        PHONE_FORMAT.key: translate("settings", "Phone numbers, written"),
        PHONE_REGION.key: translate("settings", "Phone numbers, country"),
        WORKING_DAYS.key: translate("settings", "Working week, days"),
        WON_DAYS.key: translate("settings", "Won, days"),
        CONTACT_HOURS.key: translate("settings", "Cache of contacts"),
        LOCK_MINUTES.key: translate("settings", "Lock after, minutes"),
        FIREBASE_PROJECT.key: translate("settings", "Firebase, project"),
        FIREBASE_KEY.key: translate("settings", "Firebase, web API key"),
    }.get(key) or label_of(key)
