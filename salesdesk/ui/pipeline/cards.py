"""What one card of the board shows, made once per card and off the UI thread."""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.domain.pipeline import Card, Stage
from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import DaysLeft, Formats, StepLevel
from salesdesk.ui.texts import METHOD_ICONS, days_left, leaving, method_word, name_of, protection


@dataclass(frozen=True, slots=True)
class TextContext:
    """How cards are worded.

    Attributes:
        currency: ISO code of the currency of orders.
        whose: whether a card names its owner; needless where all have the same.
    """

    formats: Formats
    currency: str
    whose: bool


@dataclass(frozen=True, slots=True)
class CardLine:
    """A card with everything that is painted of it.

    Attributes:
        owner: '' where the board is one person's.
        icon, step, ink: the next step, or what the orders are worth.
        last_icon, last: how and when the last contact was; '' where orders are shown.
        text: all of it in one sentence, for screen readers.
    """

    card: Card
    name: str
    company: str
    owner: str
    days: DaysLeft
    icon: str
    step: str
    ink: str
    last_icon: str
    last: str
    text: str
    tip: str

    @property
    def id(self) -> str:
        """The customer's id."""
        return self.card.customer.id

    @property
    def row(self) -> CustomerRow:
        """The customer."""
        return self.card.customer


def card_line(card: Card, telling: TextContext) -> CardLine:
    """The card as it is shown."""
    row, formats = card.customer, telling.formats
    days = days_left(row, formats)
    icon, step, ink = _order(card, telling) if card.stage.fixed else _step(row, formats)
    last_icon = METHOD_ICONS.get(row.last_method, "") if row.last_method else ""
    last = _last(row, formats)
    owner = row.owner_name or translate("board", "available")
    parts = (
        name_of(row), row.company or "", owner, days.text, protection(row, formats), step,
        _last_told(row, formats),
    )  # fmt: skip
    return CardLine(
        card,
        name_of(row),
        row.company or "",
        owner if telling.whose else "",
        days,
        icon,
        step,
        ink,
        "" if card.stage.fixed else last_icon,
        "" if card.stage.fixed else last,
        ", ".join(part for part in parts if part),
        _tip(card, telling),
    )


def _step(row: CustomerRow, formats: Formats) -> tuple[str, str, str]:
    """Icon, words and colour of the next step."""
    step = formats.next_step(row.next_step, row.now, short=False)
    if step.level is StepLevel.NONE:
        return "calendar-x", translate("board", "no next step"), "text2"
    if step.level is StepLevel.LATE:
        return "calendar-x", step.text, "urgent"
    today = row.next_step is not None and not formats.days_since(row.next_step, row.now)
    return ("calendar-check" if today else "calendar"), step.text, "text2"


def _order(card: Card, telling: TextContext) -> tuple[str, str, str]:
    """Icon, words and colour of what the orders are worth, and when they are delivered."""
    formats = telling.formats
    told = [formats.money(card.value, telling.currency)] if card.value else []
    if card.delivery is not None:
        told.append(formats.date(card.delivery, card.customer.now))
    return "receipt", " · ".join(told), "text2"


def _last(row: CustomerRow, formats: Formats) -> str:
    """When the last contact was, as short as a card wants it: '28 d ago'."""
    if row.last_contact is None:
        return ""
    days = formats.days_since(row.last_contact, row.now)
    if days <= 1:
        return formats.ago(row.last_contact, row.now)
    return fill(translate("board", "{number} d ago"), number=formats.number(days))


def _last_told(row: CustomerRow, formats: Formats) -> str:
    if row.last_contact is None:
        return translate("board", "never contacted")
    return fill(
        translate("board", "last contact: {method} on {when}"),
        method=method_word(row.last_method),
        when=formats.tip(row.last_contact, row.now),
    )


def _tip(card: Card, telling: TextContext) -> str:
    row, formats = card.customer, telling.formats
    lines = [name_of(row), row.company or ""]
    if row.owner_name:
        lines.append(fill(translate("board", "owner: {owner}"), owner=row.owner_name))
    if row.departure is not None:
        lines.append(leaving(row.departure, row, formats))
    lines.append(protection(row, formats))
    if row.next_step is not None:
        step = formats.tip(row.next_step, row.now)
        lines.append(fill(translate("board", "next step: {step}"), step=step))
    lines.append(_last_told(row, formats))
    if card.stage.fixed:
        lines.append(_orders_told(card, telling))
    return "\n".join(line for line in lines if line)


def _orders_told(card: Card, telling: TextContext) -> str:
    number = telling.formats.number(card.orders)
    said = plural("board", "1 order", "{number} orders", card.orders, number=number)
    if card.value:
        said = f"{said}, {telling.formats.money(card.value, telling.currency)}"
    if card.delivery is None:
        return said
    pattern = {
        Stage.ORDERED: translate("board", "{orders}, next delivery {when}"),
        Stage.WON: translate("board", "{orders}, last delivered {when}"),
    }[card.stage]
    exact = telling.formats.tip(card.delivery, card.customer.now)
    return fill(pattern, orders=said, when=exact)
