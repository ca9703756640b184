"""Numbers, money, dates and spans as people read them.

Words follow the language, numbers, dates and money the region (design tokens, "Type"). Every
function is pure: the present moment is an argument. Moments are aware and in UTC. A calendar
day is the office's, so that two desktops show one figure, and so is a time that stands beside such
a day or belongs to the office (a next step, a delivery); where the desktop's clock differs, the
tooltip tells its time too. Other times are the desktop's (docs/rules.md, "Time").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QDate, QLocale, QTime

from salesdesk.domain.follow_up import NOON
from salesdesk.ui.i18n import fill, plural, translate


class DaysLevel(Enum):
    """How urgent a number of days left is."""

    PLAIN = "plain"
    SOON = "soon"
    URGENT = "urgent"
    OVERDUE = "overdue"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DaysLeft:
    """The days left of a customer, in words and with their urgency.

    Attributes:
        protected: whether a lead keeps the customer from leaving earlier.
    """

    text: str
    level: DaysLevel
    protected: bool = False


class StepLevel(Enum):
    """How a next step stands."""

    NONE = "none"
    PLANNED = "planned"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A next step in words: 'none', 'today', '10 June' or '4 d late'."""

    text: str
    level: StepLevel


@dataclass(frozen=True, slots=True)
class Formats:
    """How one desktop writes its figures.

    Attributes:
        locale: the language of the words with the region of the figures.
        zone: of the desktop; times are shown in it.
        office: of the office; calendar days are counted in it.
        currency: of orders, as its ISO code.
    """

    locale: QLocale
    zone: dt.tzinfo
    office: dt.tzinfo
    currency: str = "IDR"

    @classmethod
    def of(
        cls,
        zone: dt.tzinfo,
        office: dt.tzinfo,
        *,
        language: str = "en",
        region: str = "ID",
        currency: str = "IDR",
    ) -> Formats:
        """The formats of a language and a region, by their ISO codes."""
        spoken = QLocale.codeToLanguage(language)
        place = QLocale.codeToTerritory(region)
        return cls(QLocale(spoken, place), zone, office, currency)

    def number(self, value: int) -> str:
        """A whole number: '1.284'."""
        return self.locale.toString(value)

    def capped(self, value: int, more: bool) -> str:
        """A count that may have stopped at its cap: '1.000+'."""
        return self.number(value) + ("+" if more else "")

    def money(self, amount: int, currency: str = "") -> str:
        """An amount in whole units of the office's currency, or another one: 'Rp18.450.000'."""
        currency = currency or self.currency
        own = self.locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        symbol = self.locale.currencySymbol() if own == currency else currency
        return self.locale.toCurrencyString(amount, symbol, 0)

    def percent(self, share: float) -> str:
        """A share of one: '63 %'."""
        return f"{self.number(round(share * 100))} %"

    def time(self, moment: dt.datetime) -> str:
        """The time of day: '16.40'."""
        return self._clock(moment, self.zone)

    def date(self, moment: dt.datetime, now: dt.datetime) -> str:
        """A day: '10 June', in another year '4 Nov 2025'."""
        day = self._day(moment)
        this_year = day.year == self._day(now).year
        return self._dated(day, "d MMMM" if this_year else "d MMM yyyy")

    def weekday_date(self, moment: dt.datetime, now: dt.datetime) -> str:
        """A day with its weekday: 'Wed 10 June', in another year 'Tue 4 Nov 2025'."""
        return f"{self._dated(self._day(moment), 'ddd')} {self.date(moment, now)}"

    def step(self, due: dt.datetime, now: dt.datetime, *, weekday: bool = False) -> str:
        """A next step by the office's clock: '10 June', with a time of its own '10 June, 14.30'."""
        day = self.weekday_date(due, now) if weekday else self.date(due, now)
        clock = self.step_time(due)
        return f"{day}, {clock}" if clock else day

    def step_time(self, due: dt.datetime) -> str:
        """The time of a next step at the office; '' where it is noon, as of a day without one."""
        local = due.astimezone(self.office)
        return "" if local.time() == NOON else self._clock(due, self.office)

    def full_date(self, moment: dt.datetime) -> str:
        """A day in a field: 'Tue 14 July 2026'."""
        return self._dated(self._day(moment), "ddd d MMMM yyyy")

    def long_date(self, moment: dt.datetime) -> str:
        """A day under a title: 'Monday, 8 June 2026'."""
        return self._dated(self._day(moment), "dddd, d MMMM yyyy")

    def date_range(self, start: dt.datetime, end: dt.datetime) -> str:
        """Two days: '2 March to 8 June 2026', over two years '4 Nov 2025 to 26 Jan 2026'."""
        first, last = self._day(start), self._day(end)
        if first.year == last.year:
            begin, finish = self._dated(first, "d MMMM"), self._dated(last, "d MMMM yyyy")
        else:
            begin, finish = self._dated(first, "d MMM yyyy"), self._dated(last, "d MMM yyyy")
        return fill(translate("formats", "{begin} to {finish}"), begin=begin, finish=finish)

    def exact(self, moment: dt.datetime, now: dt.datetime) -> str:
        """A moment for a promise, in the desktop's zone: 'Wed 10 June, 16.40'."""
        return self._exact(moment, now, self.zone)

    def at_office(self, moment: dt.datetime, now: dt.datetime) -> str:
        """A moment by the office's clock; of today the time alone: '9.15', 'Wed 10 June, 16.40'."""
        if self._day(moment) == self._day(now):
            return self._clock(moment, self.office)
        return self._exact(moment, now, self.office)

    def stamp(self, moment: dt.datetime, now: dt.datetime) -> str:
        """When something was, for a narrow column, in the desktop's zone.

        'today 09.14', '6 June, 11.40', in another year '6 Nov 2025, 11.40'.
        """
        local = Formats(self.locale, self.zone, self.zone)
        clock = self.time(moment)
        if local._day(moment) == local._day(now):
            return f"{translate('formats', 'today')} {clock}"
        return f"{local.date(moment, now)}, {clock}"

    def tip(self, moment: dt.datetime, now: dt.datetime) -> str:
        """A moment for the tooltip of an office's day: the office's, and the desktop's if another.

        'Mon 8 June, 00.30 · here Sun 7 June, 13.30'.
        """
        office, here = (self._exact(moment, now, zone) for zone in (self.office, self.zone))
        if office == here:
            return office
        return fill(translate("formats", "{office} · here {here}"), office=office, here=here)

    def ago(self, moment: dt.datetime | None, now: dt.datetime) -> str:
        """How many calendar days back: 'never', 'today', 'yesterday', '28 days ago'."""
        if moment is None:
            return translate("formats", "never")
        days = self.days_since(moment, now)
        if days <= 0:
            return translate("formats", "today")
        if days == 1:
            return translate("formats", "yesterday")
        return fill(translate("formats", "{number} days ago"), number=self.number(days))

    def days_since(self, moment: dt.datetime, now: dt.datetime) -> int:
        """How many of the office's calendar days back."""
        return (self._day(now) - self._day(moment)).days

    def since(self, moment: dt.datetime | None, now: dt.datetime) -> str:
        """Like `ago`, and of today the office's time: 'today 09.00'."""
        if moment is not None and self._day(moment) == self._day(now):
            return f"{translate('formats', 'today')} {self._clock(moment, self.office)}"
        return self.ago(moment, now)

    def next_step(
        self, due: dt.datetime | None, now: dt.datetime, *, short: bool = True
    ) -> NextStep:
        """A follow-up at the office: 'none', 'today 16.30', '10 June', '10 June, 9.15', '4 d late'.

        Not `short`, as on Today and on a card: '4 days late'.
        """
        if due is None:
            return NextStep(translate("formats", "none"), StepLevel.NONE)
        days = (self._day(due) - self._day(now)).days
        if days < 0:
            if short:
                late = fill(translate("formats", "{number} d late"), number=self.number(-days))
            else:
                late = plural(
                    "formats",
                    "{number} day late",
                    "{number} days late",
                    -days,
                    number=self.number(-days),
                )
            return NextStep(late, StepLevel.LATE)
        if days == 0:
            text = f"{translate('formats', 'today')} {self.step_time(due)}".rstrip()
            return NextStep(text, StepLevel.PLANNED)
        return NextStep(self.step(due, now), StepLevel.PLANNED)

    def days_left(self, days: int | None, *, protected: bool = False) -> DaysLeft:
        """The days left as `Departure.days_left` counts them; None: nobody can lose it.

        1 is the last 24 hours and reads 'today'; 0 and less is overdue.
        """
        return replace(self._days_left(days), protected=protected)

    def _days_left(self, days: int | None) -> DaysLeft:
        if days is None:
            return DaysLeft(translate("formats", "in pool"), DaysLevel.NONE)
        if days <= 0:
            return DaysLeft(translate("formats", "Overdue"), DaysLevel.OVERDUE)
        if days == 1:
            return DaysLeft(translate("formats", "today"), DaysLevel.URGENT)
        level = DaysLevel.URGENT if days <= 3 else DaysLevel.SOON if days <= 7 else DaysLevel.PLAIN
        return DaysLeft(self.days(days), level)

    def days(self, days: int) -> str:
        """A span: '1 day', '28 days'."""
        number = self.number(days)
        return plural("formats", "{number} day", "{number} days", days, number=number)

    def times(self, number: int) -> str:
        """How often: 'never', '1 time', '2 times'."""
        if number == 0:
            return translate("formats", "never")
        written = self.number(number)
        return plural("formats", "{number} time", "{number} times", number, number=written)

    def span(self, span: dt.timedelta) -> str:
        """A short wait: '20 s', '3 min', '2 h'."""
        seconds = max(round(span.total_seconds()), 0)
        if seconds < 60:
            return fill(translate("formats", "{number} s"), number=self.number(seconds))
        if seconds < 3600:
            return fill(translate("formats", "{number} min"), number=self.number(seconds // 60))
        return fill(translate("formats", "{number} h"), number=self.number(seconds // 3600))

    def _exact(self, moment: dt.datetime, now: dt.datetime, zone: dt.tzinfo) -> str:
        day = moment.astimezone(zone).date()
        this_year = day.year == now.astimezone(zone).year
        written = self._dated(day, "ddd d MMMM" if this_year else "ddd d MMM yyyy")
        return f"{written}, {self._clock(moment, zone)}"

    def _clock(self, moment: dt.datetime, zone: dt.tzinfo) -> str:
        local = moment.astimezone(zone)
        clock = QTime(local.hour, local.minute)
        return self.locale.toString(clock, QLocale.FormatType.ShortFormat)

    def _day(self, moment: dt.datetime) -> dt.date:
        return moment.astimezone(self.office).date()

    def _dated(self, day: dt.date, pattern: str) -> str:
        return self.locale.toString(QDate(day.year, day.month, day.day), pattern)
