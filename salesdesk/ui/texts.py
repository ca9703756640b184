"""The words for statuses, methods and outcomes, the same on every screen and form."""

from __future__ import annotations

import datetime as dt
from datetime import date

from PySide6.QtCore import QDate, QLocale

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.idle_clock import Departure
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.pipeline import OrderStatus, Stage
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import Aside, AsideReason
from salesdesk.services import phones
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.formats import DaysLeft, DaysLevel, Formats
from salesdesk.ui.kit.painting.cells import Tone

#: The colours of a status chip.
TONES = {
    SalesStatus.COLD: Tone.COLD,
    SalesStatus.WARM: Tone.WARM,
    SalesStatus.HOT: Tone.HOT,
}

#: What stands for a method beside or instead of its word.
METHOD_ICONS = {
    Method.WHATSAPP: "message-circle",
    Method.CALL: "phone",
    Method.VISIT: "map-pin",
}


def shown_status(row: CustomerRow) -> str:
    """The word on a customer's chip: the status, or the word that another application wrote.

    Of a customer that is set aside, as what.
    """
    if row.out is not None:
        return out_word(row.out)
    return row.foreign_status or status_word(row.status)


def status_tone(row: CustomerRow) -> Tone:
    """The colours of a customer's chip."""
    return TONES[row.status] if row.out is None else Tone.PLAIN


def out_word(out: OutOfRound) -> str:
    """Why a customer is out of the round, on its chip."""
    return {
        OutOfRound.LOST: translate("words", "Lost"),
        OutOfRound.NO_CONTACT: translate("words", "No contact"),
        OutOfRound.LINKED: translate("words", "Linked"),
    }[out]


def aside_reason_word(reason: AsideReason) -> str:
    """A reason that is offered where a customer is set aside."""
    return {
        AsideReason.ELSEWHERE: translate("words", "Booked elsewhere"),
        AsideReason.PRICE: translate("words", "Too expensive"),
        AsideReason.NOT_INTERESTED: translate("words", "Not interested"),
        AsideReason.NO_ANSWER: translate("words", "Never answers"),
        AsideReason.ASKED: translate("words", "Asked not to be contacted"),
        AsideReason.WRONG_NUMBER: translate("words", "Wrong number"),
        AsideReason.GONE: translate("words", "Left the company"),
    }[reason]


def aside_why(aside: Aside | None) -> str:
    """The reason that was chosen and what was typed: 'Too expensive · Asked for half'."""
    if aside is None:
        return ""
    chosen = aside_reason_word(aside.reason) if aside.reason is not None else ""
    return " · ".join(filter(None, (chosen, aside.note)))


def aside_said(row: CustomerRow) -> str:
    """'Set aside as lost: Too expensive', for tips; '' where the customer is in the round."""
    if row.out is None:
        return ""
    said = {
        OutOfRound.LOST: translate("words", "Set aside as lost"),
        OutOfRound.NO_CONTACT: translate("words", "Set aside: not to be contacted"),
        OutOfRound.LINKED: translate("words", "Linked to another customer, which stays for both"),
    }[row.out]
    why = aside_why(row.aside)
    return f"{said} · {why}" if why else said


def phone_and_country(typed: str, region: str) -> str:
    """A customer's number as people read it, with its country where that is not the office's."""
    shown, country = phones.display(typed, region), phones.foreign_country(typed, region)
    if not country:
        return shown
    return f"{shown} · {QLocale.territoryToString(QLocale.codeToTerritory(country))}"


def status_word(status: SalesStatus) -> str:
    """The word on the chip: 'Hot'."""
    return {
        SalesStatus.COLD: translate("words", "Cold"),
        SalesStatus.WARM: translate("words", "Warm"),
        SalesStatus.HOT: translate("words", "Hot"),
    }[status]


def method_word(method: Method | None) -> str:
    """The method as a heading; 'Contact' where it is not known."""
    if method is None:
        return translate("words", "Contact")
    words = {
        Method.WHATSAPP: translate("words", "WhatsApp"),
        Method.CALL: translate("words", "Call"),
        Method.VISIT: translate("words", "Visit"),
    }
    return words.get(method, method.value)


def method_icon(method: Method | None) -> str:
    """What stands for the method; one for every word that SalesDesk does not know."""
    return METHOD_ICONS.get(method, "info") if method is not None else "info"


def source_word(source: LeadSource) -> str:
    """Where a customer came from; a word that the booking application made up stays as it is."""
    words = {
        LeadSource.EVENT_MARKETING: translate("words", "Event Marketing"),
        LeadSource.CANVAS: translate("words", "Canvas"),
        LeadSource.DIGITAL_MARKETING: translate("words", "Digital Marketing"),
        LeadSource.REFERRAL: translate("words", "Referral"),
        LeadSource.POS: translate("words", "PoS"),
    }
    return words.get(source, source.value)


def outcome_word(outcome: Outcome) -> str:
    """The outcome after a heading or within a sentence."""
    words = {
        Outcome.SUCCESSFUL: translate("words", "successful"),
        Outcome.UNSUCCESSFUL: translate("words", "unsuccessful"),
    }
    return words.get(outcome, outcome.value)


def reason_word(reason: UnbindingReason | None) -> str:
    """Why a spell with an agent ended."""
    if reason is None:
        return translate("pool", "Reason not known")
    words = {
        UnbindingReason.INACTIVITY: translate("pool", "Inactivity"),
        UnbindingReason.PERIOD_ENDED: translate("pool", "Period ended"),
        UnbindingReason.MANUAL_RELEASE: translate("pool", "Released by hand"),
    }
    return words.get(reason, reason.value)


def stage_word(stage: Stage) -> str:
    """The word on the chip: 'Hot'."""
    return {
        Stage.COLD: translate("pipeline", "Cold"),
        Stage.WARM: translate("pipeline", "Warm"),
        Stage.HOT: translate("pipeline", "Hot"),
        Stage.ORDERED: translate("pipeline", "Ordered"),
        Stage.WON: translate("pipeline", "Won"),
    }[stage]


def order_word(status: str | None) -> str:
    """An order's status in words; one that the booking application added as it stands there."""
    words: dict[str, str] = {
        OrderStatus.PENDING: translate("orders", "pending"),
        OrderStatus.CONFIRMED: translate("orders", "confirmed"),
        OrderStatus.COMPLETED: translate("orders", "completed"),
        OrderStatus.CANCELLED: translate("orders", "cancelled"),
        OrderStatus.EXPIRED: translate("orders", "expired"),
    }
    return words.get(status or "", status or "")


def day_word(day: date, formats: Formats) -> str:
    """A day on an axis: '8 Jun'."""
    return formats.locale.toString(QDate(day.year, day.month, day.day), "d MMM")


def name_of(row: CustomerRow) -> str:
    """The customer's name; a word in its place where it is empty."""
    return row.name or translate("customers", "(no name)")


def days_left(row: CustomerRow, formats: Formats) -> DaysLeft:
    """The days until a bound customer leaves; 'in pool' for an available one."""
    if row.out is not None and row.owner_uid is not None:
        return DaysLeft("–", DaysLevel.NONE)
    left = row.departure.days_left(row.now) if row.departure else None
    return formats.days_left(left, protected=row.protected)


def protection(row: CustomerRow, formats: Formats) -> str:
    """'Protected until Wed 10 June, 19.00 by Rina Wulandari: ill'; '' where nothing protects."""
    if row.protected_until is None or not row.protected:
        return ""
    said = translate("customers", "Protected until {when}")
    if row.protected_by:
        said = translate("customers", "Protected until {when} by {name}")
    when = formats.exact(row.protected_until, row.now)
    said = fill(said, when=when, name=row.protected_by or "")
    return f"{said}: {row.protected_why}" if row.protected_why else said


def leaving(departure: Departure, row: CustomerRow, formats: Formats) -> str:
    """When a customer leaves, to the minute, and why if it is not for inactivity."""
    exact = formats.exact(departure.leaves_at, row.now)
    if departure.due(row.now):
        return fill(translate("customers", "was due on {when}"), when=exact)
    if departure.reason is UnbindingReason.PERIOD_ENDED:
        return fill(translate("customers", "period ends on {when}"), when=exact)
    return fill(translate("customers", "leaves on {when}"), when=exact)


Said = tuple[str, str]


def whose_line(row: CustomerRow, reader_uid: str | None, formats: Formats) -> str:
    """'Yours since 20 April · last call 11 May, successful'."""
    return f"{_owner(row, reader_uid, formats)} · {_last(row, formats)}"


def _owner(row: CustomerRow, reader_uid: str | None, formats: Formats) -> str:
    if row.owner_uid is None:
        return translate("contact", "In the pool, nobody's customer")
    mine = row.owner_uid == reader_uid
    name = row.owner_name or row.owner_uid
    if row.owned_since is None:
        if mine:
            return translate("contact", "Yours")
        return fill(translate("contact", "With {name}"), name=name)
    since = formats.date(row.owned_since, row.now)
    if mine:
        return fill(translate("contact", "Yours since {since}"), since=since)
    told = translate("contact", "With {name} since {since}")
    return fill(told, since=since, name=name)


def _last(row: CustomerRow, formats: Formats) -> str:
    if row.last_contact is None:
        return translate("contact", "never contacted")
    day = formats.date(row.last_contact, row.now)
    known = {
        Method.WHATSAPP: translate("contact", "last WhatsApp {day}"),
        Method.CALL: translate("contact", "last call {day}"),
        Method.VISIT: translate("contact", "last visit {day}"),
    }
    by = known.get(row.last_method) if row.last_method is not None else None
    told = fill(by or translate("contact", "last contact {day}"), day=day)
    if row.last_outcome is None:
        return told
    return f"{told}, {outcome_word(row.last_outcome)}"


def day_and_time(moment: dt.datetime, now: dt.datetime, formats: Formats) -> str:
    """An exact moment within a sentence, in the desktop's zone: '8 July, 09.14'."""
    local = Formats(formats.locale, formats.zone, formats.zone)
    return f"{local.date(moment, now)}, {formats.time(moment)}"


def late_warning(
    next_step: dt.datetime | None,
    departure: Departure | None,
    owner: str | None,
    now: dt.datetime,
    formats: Formats,
) -> Said | None:
    """The warning about a next step that lies after the release date, as (strong, text).

    Args:
        owner: whom the customer leaves; None: the reader.
    """
    if next_step is None or departure is None or next_step <= departure.leaves_at:
        return None
    strong = translate("contact", "{when} lies after the release date.")
    if departure.reason is UnbindingReason.PERIOD_ENDED:
        mine = translate(
            "contact", "The longest time with one agent ends on {when}: then it leaves you."
        )
        other = translate(
            "contact", "The longest time with one agent ends on {when}: then it leaves {owner}."
        )
    else:
        mine = translate("contact", "Without another contact the customer leaves you on {when}.")
        other = translate(
            "contact", "Without another contact the customer leaves {owner} on {when}."
        )
    when = day_and_time(departure.leaves_at, now, formats)
    text = fill(mine if owner is None else other, when=when, owner=owner or "")
    return fill(strong, when=formats.step(next_step, now)), text
