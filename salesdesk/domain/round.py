"""The round: the customers whom agents work through, and why somebody is out of it.

Whoever is out of the round stands in no list of the day, is offered to nobody, shared out to nobody
and leaves nobody (docs/rules.md, "Set aside").
"""

from __future__ import annotations

from enum import StrEnum


class OutOfRound(StrEnum):
    """Why a customer is out of the round; the summary keeps it, null: it is in the round."""

    LOST = "lost"
    NO_CONTACT = "no_contact"
    #: Linked to another customer: it stands in no list or count at all.
    LINKED = "linked"
