"""What the palette finds: a few customers, those that begin with the text first."""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.search_text import folded

MOST_HITS = 20


@dataclass(frozen=True, slots=True)
class PaletteHit:
    """One customer that the palette offers.

    Attributes:
        phone: None where the reader's role may not see it.
        owner_name: None: available.
        out: why it is out of the round; None: it is in the round.
    """

    id: str
    name: str
    company: str | None
    phone: str | None
    status: SalesStatus
    owner_name: str | None
    out: OutOfRound | None = None


def rank(text: str, name: str, company: str | None) -> int:
    """How well a text fits a customer: the beginning of the name is 0, a number alone is 5."""
    wanted, named, firm = folded(text), folded(name), folded(company or "")
    for place, words in enumerate((named, firm)):
        if words.startswith(wanted):
            return 2 * place
        if f" {wanted}" in words:
            return 2 * place + 1
    return 4 if wanted in named or wanted in firm else 5
