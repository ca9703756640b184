"""Four customers whose whole past the pictures tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from salesdesk.app.sample.bookings import at_office
from salesdesk.app.sample.generate import LIMIT
from salesdesk.app.sample.picture_data import (
    BAD,
    CALL,
    CHAT,
    CITRA,
    COLD,
    EKO,
    GOOD,
    HOT,
    NOVI,
    RINA,
    VISIT,
    WARM,
)  # fmt: skip
from salesdesk.app.sample.random_source import OFFICE, next_quarter
from salesdesk.app.sample.records import Booking, Life, Move, Talk, Time
from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.ownership import UnbindingReason

#: How long after the first start Dedi Kurniawan becomes overdue, before everybody's eyes.
DEDI_LEAVES_AFTER = timedelta(minutes=10)

Blank = Callable[[str, str, str, SalesStatus], Life]


class Days(Protocol):
    """Moments relative to the one that counts as now."""

    @property
    def base(self) -> datetime:
        """The moment that counts as now."""

    def ago(self, days: float, part: float) -> datetime:
        """So many days ago, no later in the day than now."""

    def at(self, days: int, hour: int, minute: int = 0) -> datetime:
        """That time of the office's day so many days from now."""


def lives(days: Days, uids: Mapping[str, str], blank: Blank) -> tuple[Life, ...]:
    """All four."""
    return (_dedi(days, uids, blank), _siti(days, uids, blank),
            _wahyu(days, uids, blank), _putri(days, uids, blank))  # fmt: skip


def _dedi(days: Days, uids: Mapping[str, str], blank: Blank) -> Life:
    """Overdue ten minutes after the first start, if nobody calls."""
    eko = uids[EKO]
    life = blank("Dedi Kurniawan", "PT Bahari Makmur", "81388402217", COLD)
    last = days.base - LIMIT + DEDI_LEAVES_AFTER
    life.talks = [
        Talk(days.ago(52, 0.5), eko, CHAT, GOOD, "Asked for the price list; sent."),
        Talk(days.ago(41, 0.4), eko, CALL, BAD, "No answer."),
        Talk(last, eko, CALL, BAD, "Secretary takes a message."),
    ]
    life.times = [Time(eko, days.ago(55, 0.5))]
    life.created = days.ago(60, 0.5)
    return life


def _siti(days: Days, uids: Mapping[str, str], blank: Blank) -> Life:
    """The customer of the panel in the pictures."""
    rina, eko = uids[RINA], uids[EKO]
    life = blank("Siti Rahmawati", "PT Sinar Jaya", "81290347718", HOT)
    life.source = LeadSource.REFERRAL
    event = days.at(19, 12).astimezone(OFFICE)
    quotation = (
        f"Wants a quotation for 120 guests, hall A, on {event:%A} {event.day} {event:%B}. "
        "Decides with the director."
    )
    busy = days.ago(80, 0.3)
    shown = days.ago(31, 0.4)
    life.talks = [
        Talk(busy, eko, CALL, BAD, "Number busy, tried twice."),
        Talk(days.ago(41, 0.4), rina, VISIT, BAD, "Not at the office; left brochure and card."),
        Talk(shown, rina, CHAT, GOOD, "Sent menu and price list; likes package B."),
        Talk(days.ago(28, 0.92), rina, CALL, GOOD, quotation),
    ]
    released = next_quarter(busy + LIMIT)
    life.times = [
        Time(eko, days.ago(84, 0.5), released, UnbindingReason.INACTIVITY),
        Time(rina, days.ago(49, 0.5)),
    ]
    life.moves = [Move(shown + timedelta(minutes=20), rina, WARM, HOT)]
    lunch = at_office(days.at(-116, 12))
    life.bookings = [
        Booking(
            lunch - timedelta(days=9), lunch, "completed", 60, 285_000,
            "Lunch for 60, Ruang Melati", 3,
        )
    ]  # fmt: skip
    life.created = days.ago(140, 0.5)
    return life


def _wahyu(days: Days, uids: Mapping[str, str], blank: Blank) -> Life:
    """Due at the first start; best reached by telephone."""
    eko, novi = uids[EKO], uids[NOVI]
    life = blank("Wahyu Hidayat", "PT Anugrah Sentosa", "81226170934", WARM)
    told: tuple[tuple[int, str, Method, Outcome, str], ...] = (
        (200, novi, CALL, BAD, "No answer."),
        (190, novi, CHAT, BAD, "Message not delivered."),
        (175, novi, CALL, GOOD, "Asks for a tasting of the lunch menu."),
        (165, novi, CHAT, BAD, "Belum dibaca sejak kemarin."),
        (150, novi, CALL, GOOD, "Will book again for the year-end event."),
        (140, novi, CHAT, BAD, "No budget this year."),
        (90, eko, CHAT, GOOD, "Minta penawaran untuk 150 orang, kirim besok."),
        (84, eko, CALL, GOOD, "Likes the quotation; decides with the director."),
        (76, eko, VISIT, BAD, "Reception was closed."),
        (68, eko, CALL, BAD, "Sedang rapat, telepon lagi sore."),
        (61, eko, CHAT, BAD, "Read, no reply."),
        (53, eko, CALL, GOOD, "Compares us with two hotels; parking matters."),
        (39, eko, CHAT, BAD, "Read, no reply. Better to call before noon."),
        (30, eko, CALL, GOOD,
         "Budget approved for the family day, 150 people; wants a date in August."),
    )  # fmt: skip
    life.talks = [
        Talk(days.ago(ago, 0.35), by, method, outcome, notes)
        for ago, by, method, outcome, notes in told
    ]
    life.times = [
        Time(novi, days.ago(216, 0.5), days.ago(133, 0.5), UnbindingReason.MANUAL_RELEASE,
             ended_by=novi),
        Time(eko, days.ago(98, 0.5)),
    ]  # fmt: skip
    dinner = at_office(days.at(-230, 12))
    life.bookings = [
        Booking(dinner - timedelta(days=12), dinner, "completed", 56, 175_000, "Family day for 56")
    ]
    life.created = days.ago(250, 0.5)
    return life


def _putri(days: Days, uids: Mapping[str, str], blank: Blank) -> Life:
    """Due at the first start, a little later than Wahyu Hidayat."""
    citra = uids[CITRA]
    life = blank("Putri Amelia", "PT Lestari Pangan", "85691730452", COLD)
    life.talks = [
        Talk(days.ago(49, 0.5), citra, CHAT, GOOD, "Asked for a photo of the hall; sent three."),
        Talk(days.ago(38, 0.4), citra, CALL, BAD, "Number busy, tried twice."),
        Talk(days.ago(30, 0.3), citra, CALL, BAD, "No answer."),
    ]
    life.times = [Time(citra, days.ago(52, 0.5))]
    life.created = days.ago(58, 0.5)
    return life
