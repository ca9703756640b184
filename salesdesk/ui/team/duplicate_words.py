"""What the page of the duplicates says."""

from __future__ import annotations

from collections.abc import Callable

from salesdesk.domain.contact import Method
from salesdesk.domain.customer import Customer
from salesdesk.domain.duplicates import (
    Decision,
    DecisionKind,
    Held,
    LinkChoice,
    Looked,
    Named,
    Pair,
    PairKind,
    Side,
    TwoSides,
)
from salesdesk.services import phones
from salesdesk.services.duplicates.linking import Unlinked
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.painting.cells import TextCell
from salesdesk.ui.session.faults import unread
from salesdesk.ui.texts import order_word

#: What makes the number and the rest of what both keep, of one side.
Told = Callable[[Side, Formats, TwoSides], tuple[str, str]]


def name_of(one: Named) -> str:
    """A customer's name, else its company."""
    return one.shown or translate("duplicates", "without a name")


def joined() -> str:
    """The word between two names."""
    return translate("duplicates", "and")


def why(kind: PairKind) -> str:
    """Why two customers look like one."""
    return {
        PairKind.SAME_NUMBER: translate("duplicates", "Same number in another format"),
        PairKind.SECOND_NUMBER: translate("duplicates", "Same second number"),
        PairKind.ALIKE: translate("duplicates", "Alike name and company"),
    }[kind]


def icon_of(kind: PairKind) -> str:
    """The icon of the reason."""
    return "users" if kind is PairKind.ALIKE else "phone"


def beside(pair: Pair, formats: Formats) -> str:
    """What stands at the right of a pair: its number, or its share where one was reckoned."""
    if pair.share is not None:
        return formats.percent(pair.share / 100)
    return phones.display(pair.number)


def spoken(pair: Pair, beside: str) -> str:
    """A pair for a screen reader and a tooltip."""
    return f"{name_of(pair.left)} {joined()} {name_of(pair.right)}. {why(pair.kind)}, {beside}"


def read_as(pair: Pair) -> str:
    """What follows the reason in the head."""
    if not pair.number:
        return ""
    number = phones.display(pair.number)
    return fill(translate("duplicates", "both read as {number}"), number=number)


def counted(looked: Looked, number: int, formats: Formats) -> str:
    """How many pairs there are."""
    if looked.more:
        said = translate("duplicates", "the {number} surest pairs")
        return fill(said, number=formats.number(number))
    return plural(
        "duplicates", "{number} pair", "{number} pairs, surest first", number,
        number=formats.number(number),
    )  # fmt: skip


def footer(looked: Looked, formats: Formats) -> str:
    """When it was looked, and what was decided of late."""
    said = translate(
        "duplicates",
        "Looked for at {time}. In the last 30 days {linked} were linked and {different} said to be "
        "different.",
    )
    return fill(
        said, time=formats.time(looked.at), linked=formats.number(looked.linked),
        different=formats.number(looked.different),
    )  # fmt: skip


def none(looked: Looked | None, formats: Formats) -> tuple[str, str]:
    """What stands where no pair is left."""
    title = translate("duplicates", "No pair looks like one customer")
    if looked is None:
        return title, ""
    said = translate("duplicates", "Looked for at {time}, by number and by name and company.")
    return title, fill(said, time=formats.time(looked.at))


def place(at: int, number: int, formats: Formats) -> str:
    """Which of how many."""
    said = translate("duplicates", "{at} of {number}")
    return fill(said, at=formats.number(at), number=formats.number(number))


def created(side: Side, formats: Formats, now: TwoSides) -> str:
    """When a customer was made, and by whom."""
    made = side.customer.created_at
    if made is None:
        return fill(translate("duplicates", "Created by {who}"), who=side.created_by)
    said = translate("duplicates", "Created {day} by {who}")
    return fill(said, day=formats.date(made, now.now), who=side.created_by)


def nothing() -> str:
    """An empty field."""
    return translate("duplicates", "none")


def contacts(side: Side, formats: Formats, both: TwoSides) -> tuple[str, str]:
    """How many contacts, and the last one."""
    if not side.contacts:
        return "", nothing()
    if side.last_contact is None:
        return formats.number(side.contacts), ""
    words: dict[str, str] = {
        Method.CALL: translate("duplicates", "last call {day}"),
        Method.WHATSAPP: translate("duplicates", "last WhatsApp {day}"),
        Method.VISIT: translate("duplicates", "last visit {day}"),
    }
    said = words.get(side.last_method or "", translate("duplicates", "last contact {day}"))
    return formats.number(side.contacts), fill(said, day=formats.date(side.last_contact, both.now))


def orders(side: Side, formats: Formats, _both: TwoSides) -> tuple[str, str]:
    """How many orders, the status of the newest and what they are worth."""
    if not side.orders:
        return "", nothing()
    value = formats.money(side.order_value)
    return formats.number(side.orders), f"{order_word(side.order_status)}, {value}"


def owners(side: Side, formats: Formats, _both: TwoSides) -> tuple[str, str]:
    """Who has or had a customer."""
    if not side.owners:
        return "", nothing()
    return formats.number(len(side.owners)), ", ".join(side.owners)


def owner(held: Held, formats: Formats, both: TwoSides) -> tuple[str, str]:
    """Who has a customer, since when, and for how long still."""
    if held.uid is None:
        return translate("duplicates", "In the pool"), ""
    if held.since is None:
        return held.name, ""
    since = fill(translate("duplicates", "since {day}"), day=formats.date(held.since, both.now))
    if held.days_left is None:
        return held.name, since
    return held.name, f"{since}, {days_left(held.days_left, formats)}"


def days_left(days: int, formats: Formats) -> str:
    """How many days are left."""
    if days <= 0:
        return translate("duplicates", "leaves at the next run")
    return plural(
        "duplicates", "{number} day left", "{number} days left", days, number=formats.number(days)
    )


def as_one(
    both: TwoSides, stays: Side, hidden: Side, *, takes_owner: bool, formats: Formats
) -> tuple[str, str]:
    """What both are as one customer, and what follows from it."""
    kept, gone = (hidden, stays) if takes_owner else (stays, hidden)
    head = fill(
        translate("duplicates", "As one customer: {contacts}, {orders}, {owner}."),
        contacts=_contacts(stays.contacts + hidden.contacts, formats),
        orders=_orders(stays.orders + hidden.orders, formats),
        owner=_with_whom(kept.held),
    )
    said = []
    last = max((one for one in (stays.last_contact, hidden.last_contact) if one), default=None)
    days = both.days_left.get((stays.customer.id, takes_owner))
    if last is not None and days is not None:
        said.append(
            fill(
                translate("duplicates", "The last contact is then {day}; {left}."),
                day=formats.date(last, both.now),
                left=days_left(days, formats),
            )
        )
    elif days is not None:
        left = days_left(days, formats)
        said.append(fill(translate("duplicates", "Nobody contacted them; {left}."), left=left))
    if gone.held.uid is not None and gone.held.uid != kept.held.uid:
        said.append(fill(translate("duplicates", "{name} holds one less."), name=gone.held.name))
    said.append(translate("duplicates", "Can be taken apart again."))
    return head, " ".join(said)


def _contacts(number: int, formats: Formats) -> str:
    return plural(
        "duplicates", "{number} contact", "{number} contacts", number,
        number=formats.number(number),
    )  # fmt: skip


def _orders(number: int, formats: Formats) -> str:
    return plural(
        "duplicates", "{number} order", "{number} orders", number, number=formats.number(number)
    )


def _with_whom(held: Held) -> str:
    if held.uid is None:
        return translate("duplicates", "in the pool")
    return fill(translate("duplicates", "with {name}"), name=held.name)


def locked() -> str:
    """Why the owner's row cannot be changed."""
    return translate("duplicates", "Who keeps the customer is decided by who may transfer.")


def field_words() -> dict[str, str]:
    """The fields of a customer, in their order."""
    return {
        "name": translate("duplicates", "Name"),
        "company": translate("duplicates", "Company"),
        "phone": translate("duplicates", "Phone"),
        "address": translate("duplicates", "Address"),
        "sales_status": translate("duplicates", "Status"),
        "lead_source": translate("duplicates", "Source"),
    }


def kept_rows() -> tuple[tuple[str, str, Told], ...]:
    """What both keep: a key, its word, and what makes its two texts of a side."""
    return (
        ("contacts", translate("duplicates", "Contacts"), contacts),
        ("orders", translate("duplicates", "Orders"), orders),
        ("owners", translate("duplicates", "Ownership"), owners),
    )


def shown(customer: Customer) -> str:
    """What a customer is called where only one line is there for it."""
    return customer.name or customer.company or phones.display(customer.phone)


def linked(choice: LinkChoice) -> str:
    """What is told of a link."""
    said = translate("duplicates", "{hidden} is linked to {stays} as one customer.")
    return fill(said, hidden=shown(choice.hidden), stays=shown(choice.stays))


def said_different(one: str, other: str) -> str:
    """What is told where two are not the same."""
    said = translate("duplicates", "{one} and {other} are not the same; that is remembered.")
    return fill(said, one=one, other=other)


def left(done: Unlinked) -> str:
    """What the taking apart did not bring back; '' for all is as it was."""
    said = []
    if done.left:
        fields = ", ".join(field_words()[each] for each in done.left)
        told = translate("duplicates", "Changed since and left as it is: {fields}.")
        said.append(fill(told, fields=fields))
    if done.owner_stays_out:
        said.append(
            translate("duplicates", "Its former owner may not hold customers: it is in the pool.")
        )
    return " ".join(said)


def decision_heads() -> list[str]:
    """The columns of what was decided."""
    return [
        translate("duplicates", "Said"),
        translate("duplicates", "Customers"),
        translate("duplicates", "By"),
        translate("duplicates", "When"),
    ]


def decision_line(one: Decision, formats: Formats) -> CellRow:
    """One decision as a line of the table."""
    linked = one.kind is DecisionKind.LINKED
    said = translate("duplicates", "Linked") if linked else translate("duplicates", "Not the same")
    between = "→" if linked else joined()
    names = (
        (name_of(one.right), name_of(one.left))
        if linked
        else (name_of(one.left), name_of(one.right))
    )
    both = f"{names[0]} {between} {names[1]}"
    cells = (TextCell(said), TextCell(both), TextCell(one.by), TextCell(formats.full_date(one.at)))
    return CellRow(one.event_id, cells, both)


def failed(fault: Exception) -> tuple[str, str]:
    """What stands in place of the pairs where they could not be looked for."""
    return unread(
        fault,
        translate("duplicates", "The pairs could not be looked for"),
        translate("duplicates", "Look again as soon as it answers."),
    )
