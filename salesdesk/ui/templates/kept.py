"""What a message is made of, and what is kept of one that was not sent."""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.domain.templates import MessageTemplate, OrderFacts


@dataclass(frozen=True, slots=True)
class Material:
    """What a message is made of, read when the form opens; orders newest first."""

    templates: tuple[MessageTemplate, ...]
    orders: tuple[OrderFacts, ...]


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """What a person typed before the form was closed; it stays for the same customer."""

    customer_id: str
    template_id: str
    text: str
