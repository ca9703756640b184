"""Message templates: shared texts with fields that a customer's facts fill in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from salesdesk.domain.customer import text_faults, tidy, tidy_lines
from salesdesk.domain.errors import FieldFault, Invalid
from salesdesk.domain.refusals import Reason, Why

TITLE_LENGTH = 80
#: WhatsApp takes 65,536 characters, a link to it about 2,000 in every browser.
BODY_LENGTH = 1_500

#: Languages that a template can be in, as BCP 47 names; dates and money of a message follow them.
LANGUAGES = ("id", "en")

_FIELD = re.compile(r"\{([^{}\n]*)\}")


class TemplateField(StrEnum):
    """What stands between braces in a template's text, such as `{name}`."""

    NAME = "name"
    COMPANY = "company"
    ROOM = "room"
    GUESTS = "guests"
    PACKAGE = "package"
    PRICE = "price"
    DATE = "date"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text: words as they stand, or the place of a field.

    Attributes:
        field: None for words.
    """

    text: str
    field: TemplateField | None = None


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """What a person typed for a new or a changed template.

    Attributes:
        id: made by the client before the write, so that a retry is the same act.
        language: one of `LANGUAGES`.
    """

    id: str
    title: str
    language: str
    body: str


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """What a message can say of an order.

    Attributes:
        guests, value: None: not known; the value in whole units of the shared currency.
        day: of the delivery, on the office's calendar; None: not known.
    """

    id: str
    room: str
    guests: int | None
    packages: str
    day: date | None
    value: int | None


@dataclass(frozen=True, slots=True)
class MessageTemplate:
    """A template as it is stored.

    Attributes:
        event_id: of its last change; what a change was decided on.
        place: in the order that leads chose; 0: in none yet, titles decide.
    """

    id: str
    title: str
    language: str
    body: str
    event_id: str
    place: int = 0


def parts(body: str) -> tuple[Part, ...]:
    """The text taken apart; braces around anything but a field are words."""
    found: list[Part] = []
    at = 0
    for match in _FIELD.finditer(body):
        name = match[1].strip().lower()
        if name not in TemplateField._value2member_map_:
            continue
        if match.start() > at:
            found.append(Part(body[at : match.start()]))
        found.append(Part(match[0], TemplateField(name)))
        at = match.end()
    if at < len(body):
        found.append(Part(body[at:]))
    return tuple(found)


def fields(body: str) -> tuple[TemplateField, ...]:
    """The fields of a text, each once, in their order."""
    return tuple(dict.fromkeys(one.field for one in parts(body) if one.field is not None))


def filled(body: str, values: Mapping[TemplateField, str]) -> str:
    """The text with its fields filled in, in one pass; a field without a value stays as it is."""
    return "".join(
        one.text if one.field is None else values.get(one.field) or one.text for one in parts(body)
    )


def checked(draft: TemplateDraft) -> TemplateDraft:
    """The draft with its texts tidied.

    Raises:
        Invalid: the title or the text is missing, too long or cannot be printed, the language is
            unknown, or a word between braces is no field; each names its field.
    """
    tidied = TemplateDraft(
        draft.id, tidy(draft.title), draft.language, tidy_lines(draft.body).strip()
    )
    faults: list[FieldFault] = []
    if not tidied.title:
        faults.append(FieldFault("title", Reason.of(Why.NO_TITLE)))
    faults += text_faults("title", Why.THE_TITLE, tidied.title, TITLE_LENGTH)
    if tidied.language not in LANGUAGES:
        faults.append(FieldFault("language", Reason.of(Why.NO_SUCH_LANGUAGE)))
    if not tidied.body:
        faults.append(FieldFault("body", Reason.of(Why.NO_TEXT)))
    faults += text_faults("body", Why.THE_TEXT, tidied.body, BODY_LENGTH, lines=True)
    known = ", ".join(f"{{{one.value}}}" for one in TemplateField)
    for match in _FIELD.finditer(tidied.body):
        if match[1].strip().lower() not in TemplateField._value2member_map_:
            reason = Reason.of(Why.NO_SUCH_FIELD, text=match[0], fields=known)
            faults.append(FieldFault("body", reason))
    if faults:
        raise Invalid(tuple(faults))
    return tidied
