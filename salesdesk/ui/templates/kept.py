"""What a message is made of, and what is kept of one that was not sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from salesdesk.domain.templates import MessageTemplate, OrderFacts, TemplateField


@dataclass(frozen=True, slots=True)
class Material:
    """What a message is made of, read when the form opens; orders newest first."""

    templates: tuple[MessageTemplate, ...]
    orders: tuple[OrderFacts, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A place of a field that nobody typed into.

    Attributes:
        at: where it begins, in units of UTF-16, as Qt counts.
        text: what fills it in, or the field's name.
    """

    field: TemplateField
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """What a person typed before the form was closed; it stays for the same customer.

    Attributes:
        typed: what was typed into the fields.
        order_id: of the order that was chosen; None: of none.
    """

    customer_id: str
    template_id: str
    text: str
    spans: tuple[Span, ...]
    typed: Mapping[TemplateField, str]
    order_id: str | None
