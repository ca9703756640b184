"""The settings that all desktops share: one typed definition each.

They live in `global_settings` under keys that begin with `salesdesk.`; who changed what, when,
is an event. A setting that can free customers and is unreadable or out of bounds stops releases
(docs/rules.md, "The release run"); any other falls back to its default, with a warning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from salesdesk.domain.idle_clock import Limits
from salesdesk.domain.moments import DAY
from salesdesk.domain.refusals import Reason, Value, Why

PREFIX = "salesdesk."
KEY_LENGTH = 50
VALUE_LENGTH = 255


class NoValue(ValueError):  # noqa: N818 - an answer about a text, not an error of the program
    """A text is no value of the setting.

    Attributes:
        reason: a clause that begins after the setting's key.
    """

    def __init__(self, why: Why, /, **values: Value) -> None:
        self.reason = Reason.of(why, **values)
        super().__init__(self.reason.english)


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A setting that is a whole number within bounds (both included)."""

    key: str
    default: int
    lowest: int
    highest: int
    unit: str
    description: str
    frees_customers: bool = False

    def parse(self, text: str) -> int:
        """The value of a stored text.

        Raises:
            ValueError: not a whole number, or out of bounds.
        """
        if not re.fullmatch(r"-?\d{1,9}", text.strip(), re.ASCII):
            raise NoValue(Why.NOT_WHOLE, text=text)
        value = int(text)
        if not self.lowest <= value <= self.highest:
            raise NoValue(Why.OUT_OF_BOUNDS, value=value, lowest=self.lowest, highest=self.highest)
        return value


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting that is one of a few words."""

    key: str
    default: str
    choices: tuple[str, ...]
    description: str
    frees_customers: bool = False

    def parse(self, text: str) -> str:
        """The value of a stored text.

        Raises:
            ValueError: it is none of the choices.
        """
        value = text.strip()
        if value not in self.choices:
            raise NoValue(Why.NO_CHOICE, text=text, choices=", ".join(self.choices))
        return value


#: What a computer calls its own zone is another one on the next computer.
_NO_PLACES = frozenset({"localtime", "Factory"})


@cache
def zones() -> frozenset[str]:
    """The time zones that an office may have; looked up once, which opens hundreds of files."""
    return frozenset(available_timezones()) - _NO_PLACES


@dataclass(frozen=True, slots=True)
class Zone:
    """A setting that is the IANA name of a time zone."""

    key: str
    default: str
    description: str
    frees_customers: bool = False

    def parse(self, text: str) -> str:
        """The value of a stored text.

        Raises:
            ValueError: no such time zone.
        """
        value = text.strip()
        if value not in zones():
            raise NoValue(Why.NO_ZONE, text=text)
        return value


@dataclass(frozen=True, slots=True)
class Line:
    """A setting that is a short text of certain characters; empty: not set.

    Attributes:
        pattern: what the whole text matches.
        example: shows what is meant.
    """

    key: str
    default: str
    pattern: str
    example: str
    description: str
    frees_customers: bool = False

    def parse(self, text: str) -> str:
        """The value of a stored text.

        Raises:
            ValueError: other characters, or too long.
        """
        value = text.strip()
        if value and not re.fullmatch(self.pattern, value, re.ASCII):
            raise NoValue(Why.NOT_LIKE, text=text, example=self.example)
        return value


Definition = WholeNumber | Choice | Zone | Line

ON_OFF = ("on", "off")

LIMIT_COLD = WholeNumber(
    "salesdesk.release.limit_cold", 30, 1, 3650, "days",
    "Days without a contact after which a cold customer is released.", True,
)  # fmt: skip
LIMIT_WARM = WholeNumber(
    "salesdesk.release.limit_warm", 30, 1, 3650, "days",
    "Days without a contact after which a warm customer is released.", True,
)  # fmt: skip
LIMIT_HOT = WholeNumber(
    "salesdesk.release.limit_hot", 30, 1, 3650, "days",
    "Days without a contact after which a hot customer is released.", True,
)  # fmt: skip
PERIOD = WholeNumber(
    "salesdesk.release.period", 0, 0, 3650, "days",
    "Longest time with one agent, whatever happens; 0: no such limit.", True,
)  # fmt: skip
INTERVAL = WholeNumber(
    "salesdesk.release.interval", 15, 1, 1440, "minutes",
    "Time between two release runs.",
)  # fmt: skip
GUARD = Choice(
    "salesdesk.release.guard", "on", ON_OFF,
    "Whether an unusually large release waits for a lead's confirmation.",
)  # fmt: skip
GUARD_COUNT = WholeNumber(
    "salesdesk.release.guard_count", 20, 0, 1_000_000, "customers",
    "A release of more customers than this is held, if it is also more than the share.",
)  # fmt: skip
GUARD_PERCENT = WholeNumber(
    "salesdesk.release.guard_percent", 25, 0, 100, "percent of the bound",
    "A release of more than this share is held, if it is also more than the count.",
)  # fmt: skip
EDIT_HOURS = WholeNumber(
    "salesdesk.contacts.edit_hours", 24, 0, 8760, "hours",
    "How long people may edit their own contacts.",
)  # fmt: skip
PHONE_FORMAT = Choice(
    "salesdesk.phone.format", "e164", ("e164", "typed"),
    "How phone numbers are written: +62… or as typed.",
)  # fmt: skip
PHONE_REGION = Choice(
    "salesdesk.phone.region", "ID",
    ("ID", "MY", "SG", "TH", "PH", "VN", "AU", "IN", "CN", "JP", "KR", "US", "GB", "DE", "NL"),
    "The country of numbers that are typed without a country code.",
)  # fmt: skip
CURRENCY = Choice(
    "salesdesk.currency", "IDR",
    ("IDR", "MYR", "SGD", "THB", "PHP", "VND", "AUD", "INR", "CNY", "JPY", "KRW", "USD", "EUR",
     "GBP"),
    "The currency of orders.",
)  # fmt: skip
OFFICE_ZONE = Zone(
    "salesdesk.office_zone", "Asia/Jakarta",
    "The office's time zone: its calendar days are the days of lists and charts.",
)  # fmt: skip
WORKING_DAYS = WholeNumber(
    "salesdesk.office.working_days", 5, 1, 7, "days",
    "Working days of a week, from Monday on; targets are reckoned by them.",
)  # fmt: skip
POOL_MOST = WholeNumber(
    "salesdesk.pool.most_customers", 0, 0, 1_000_000, "customers",
    "Most customers per agent; 0: no such limit.",
)  # fmt: skip
POOL_CLAIMS = WholeNumber(
    "salesdesk.pool.claims_a_day", 0, 0, 10_000, "claims",
    "Most claims per agent and day of the office; 0: no such limit.",
)  # fmt: skip
POOL_COOLING = WholeNumber(
    "salesdesk.pool.cooling_off", 0, 0, 3650, "days",
    "Days before a former owner may claim the same customer again; 0: at once.",
)  # fmt: skip
WON_DAYS = WholeNumber(
    "salesdesk.pipeline.won_days", 90, 1, 3650, "days",
    "How long a completed order counts as won.",
)  # fmt: skip

CONTACT_HOURS = Choice(
    "salesdesk.reports.contact_hours", "off", ON_OFF,
    "Whether reports count contacts in a cache by hours, which is brought up to date regularly.",
)  # fmt: skip

LOCK_MINUTES = WholeNumber(
    "salesdesk.sign_in.lock_minutes", 15, 0, 1440, "minutes",
    "Without a key or click for so long, a window on a shared account locks; 0: never.",
)  # fmt: skip
FIREBASE_PROJECT = Line(
    "salesdesk.sign_in.firebase_project", "", r"[a-z0-9-]{4,40}", "booking-prod",
    "The Firebase project whose people may sign in.",
)  # fmt: skip
FIREBASE_KEY = Line(
    "salesdesk.sign_in.firebase_key", "", r"[A-Za-z0-9_-]{10,100}", "AIzaSy…",
    "The Web API key of that project; it names the project and is no secret.",
)  # fmt: skip

DEFINITIONS: tuple[Definition, ...] = (
    LIMIT_COLD, LIMIT_WARM, LIMIT_HOT, PERIOD, INTERVAL, GUARD, GUARD_COUNT, GUARD_PERCENT,
    EDIT_HOURS, PHONE_FORMAT, PHONE_REGION, CURRENCY, OFFICE_ZONE, WORKING_DAYS, POOL_MOST,
    POOL_CLAIMS, POOL_COOLING, WON_DAYS, CONTACT_HOURS, LOCK_MINUTES, FIREBASE_PROJECT,
    FIREBASE_KEY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SettingFault:
    """A stored setting that cannot be read; its default stands, or releases stop."""

    key: str
    text: str
    reason: Reason
    stops_releases: bool

    @property
    def message(self) -> str:
        """The reason in English, for the command line and the log."""
        return self.reason.english


@dataclass(frozen=True, slots=True)
class SharedSettings:
    """The shared settings as read from the database in one go.

    Attributes:
        values: by key; unreadable and missing ones hold their default.
        faults: the unreadable ones.
    """

    values: Mapping[str, int | str]
    faults: tuple[SettingFault, ...] = ()

    def number(self, definition: WholeNumber) -> int:
        """The value of a whole-number setting."""
        value = self.values[definition.key]
        assert isinstance(value, int)  # noqa: S101 - read_settings() put it there parsed
        return value

    def word(self, definition: Choice | Zone | Line) -> str:
        """The value of a choice, a zone or a line."""
        return str(self.values[definition.key])

    @property
    def limits(self) -> Limits:
        """When customers leave."""
        period = self.number(PERIOD)
        return Limits(
            self.number(LIMIT_COLD) * DAY,
            self.number(LIMIT_WARM) * DAY,
            self.number(LIMIT_HOT) * DAY,
            period * DAY if period else None,
        )

    @property
    def office_zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.word(OFFICE_ZONE))

    @property
    def release_interval(self) -> timedelta:
        """The time between two release runs."""
        return timedelta(minutes=self.number(INTERVAL))

    @property
    def guarded(self) -> bool:
        """Whether the guard is on."""
        return self.word(GUARD) == "on"

    @property
    def stops_releases(self) -> tuple[SettingFault, ...]:
        """The faults that keep the release run from freeing anybody."""
        return tuple(fault for fault in self.faults if fault.stops_releases)


def read_settings(stored: Mapping[str, str]) -> SharedSettings:
    """The settings of what `global_settings` holds; other applications' keys are left alone.

    A key counts in whatever case it stands there, with blanks around it too, as the servers
    compare it. Where one stands twice with two values, nobody knows which is meant.
    """
    texts: dict[str, set[str]] = {}
    for key, text in stored.items():
        texts.setdefault(key.strip().casefold(), set()).add(text)
    values: dict[str, int | str] = {}
    faults = []
    for definition in DEFINITIONS:
        values[definition.key] = definition.default
        found = sorted(texts.get(definition.key.casefold(), ()))
        if not found:
            continue
        try:
            if len(found) > 1:
                raise NoValue(Why.STANDS_TWICE, texts=" and as ".join(found))
            values[definition.key] = definition.parse(found[0])
        except NoValue as fault:
            told = SettingFault(definition.key, found[0], fault.reason, definition.frees_customers)
            faults.append(told)
    return SharedSettings(values, tuple(faults))


DEFAULTS = read_settings({})
