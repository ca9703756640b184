"""The pages of the settings that everybody shares, and the sections on them."""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.domain.settings import (
    CONTACT_HOURS,
    CURRENCY,
    DEFINITIONS,
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

LIMITS = (LIMIT_COLD, LIMIT_WARM, LIMIT_HOT)

#: A change of one of these is reckoned through before it is saved.
FORECAST_KEYS = frozenset(each.key for each in (*LIMITS, PERIOD, GUARD, GUARD_COUNT, GUARD_PERCENT))


@dataclass(frozen=True, slots=True)
class Section:
    """Some settings under one heading."""

    title: str
    text: str
    settings: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class SharedPage:
    """One page of settings."""

    key: str
    title: str
    text: str
    sections: tuple[Section, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its settings."""
        return frozenset(each.key for part in self.sections for each in part.settings)


def shared_pages() -> tuple[SharedPage, ...]:
    """The pages, in their order; each setting stands on exactly one."""
    pages = (_office(), _release(), _pool(), _contacts(), _pipeline(), _sign_in())
    known = frozenset().union(*(page.keys for page in pages))
    rest = tuple(each for each in DEFINITIONS if each.key not in known | {CONTACT_HOURS.key})
    return (*pages, _reports(rest))


def _office() -> SharedPage:
    return SharedPage(
        "office",
        translate("settings", "Office"),
        translate("settings", "Where the office is and how it writes"),
        (
            Section(
                translate("settings", "Time zone"),
                translate("settings", "A day of lists and charts is a calendar day here."),
                (OFFICE_ZONE,),
            ),
            Section(
                translate("settings", "Working week"),
                translate("settings", "Targets of contacts count working days alone."),
                (WORKING_DAYS,),
            ),
            Section(
                translate("settings", "Phone numbers"),
                translate(
                    "settings", "The country counts where a number has no country code of its own."
                ),
                (PHONE_REGION, PHONE_FORMAT),
            ),
            Section(translate("settings", "Money"), "", (CURRENCY,)),
        ),
    )


def _release() -> SharedPage:
    return SharedPage(
        "release",
        translate("settings", "Release"),
        translate("settings", "When customers leave their agent for the pool"),
        (
            Section(
                translate("settings", "Days without a contact"),
                translate(
                    "settings",
                    "An agent loses a customer whom nobody has contacted for this long. "
                    "A day is 24 hours.",
                ),
                LIMITS,
            ),
            Section(
                translate("settings", "Longest time with one agent"),
                translate("settings", "However often they are contacted."),
                (PERIOD,),
            ),
            Section(
                translate("settings", "Release run"),
                translate("settings", "On whichever desktop comes first."),
                (INTERVAL,),
            ),
            Section(
                translate("settings", "Guard against a mistake"),
                translate(
                    "settings",
                    "A held run frees nobody until a team lead has seen the list and confirmed. "
                    "It must be more than both.",
                ),
                (GUARD, GUARD_COUNT, GUARD_PERCENT),
            ),
        ),
    )


def _pool() -> SharedPage:
    return SharedPage(
        "pool",
        translate("settings", "Pool"),
        translate("settings", "Who may claim how much"),
        (
            Section(
                translate("settings", "Limits for claiming"),
                translate(
                    "settings", "A refusal says which one, and from when it will be allowed."
                ),
                (POOL_MOST, POOL_CLAIMS, POOL_COOLING),
            ),
        ),
    )


def _contacts() -> SharedPage:
    return SharedPage(
        "contacts",
        translate("settings", "Contacts"),
        translate("settings", "What people log"),
        (
            Section(
                translate("settings", "Corrections"),
                translate("settings", "Afterwards only a lead may correct a contact."),
                (EDIT_HOURS,),
            ),
        ),
    )


def _pipeline() -> SharedPage:
    return SharedPage(
        "pipeline",
        translate("settings", "Pipeline"),
        translate("settings", "Stages that follow from orders"),
        (
            Section(
                translate("settings", "Won"),
                translate("settings", "A completed order keeps a customer in “Won” for this long."),
                (WON_DAYS,),
            ),
        ),
    )


def _sign_in() -> SharedPage:
    return SharedPage(
        "sign_in",
        translate("settings", "Sign-in"),
        translate("settings", "For computers that share a database account"),
        (
            Section(
                translate("settings", "Locking"),
                translate(
                    "settings",
                    "Whoever shares a database account types their own password again after this "
                    "long without a key or a click.",
                ),
                (LOCK_MINUTES,),
            ),
            Section(
                translate("settings", "Firebase"),
                translate(
                    "settings",
                    "The project whose people may sign in with the e-mail address and password of "
                    "the booking application.",
                ),
                (FIREBASE_PROJECT, FIREBASE_KEY),
            ),
        ),
    )


def _reports(rest: tuple[Definition, ...]) -> SharedPage:
    cache = Section(
        translate("settings", "Cache of contacts"),
        translate(
            "settings",
            "For offices with very many contacts: reports say as of when they counted.",
        ),
        (CONTACT_HOURS,),
    )
    others = (Section(translate("settings", "Others"), "", rest),) if rest else ()
    return SharedPage(
        "reports",
        translate("settings", "Reports"),
        translate("settings", "How figures are counted"),
        (cache, *others),
    )
