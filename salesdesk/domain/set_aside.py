"""A customer that is set aside: lost, or not to be contacted, by whom, since when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.round import OutOfRound

NOTE_LENGTH = 255


class AsideReason(StrEnum):
    """The reasons that are offered; one may be typed instead, or beside."""

    ELSEWHERE = "elsewhere"
    PRICE = "price"
    NOT_INTERESTED = "not_interested"
    NO_ANSWER = "no_answer"
    ASKED = "asked"
    WRONG_NUMBER = "wrong_number"
    GONE = "gone"


#: Which of them go with which word.
REASONS = {
    OutOfRound.LOST: (
        AsideReason.ELSEWHERE,
        AsideReason.PRICE,
        AsideReason.NOT_INTERESTED,
        AsideReason.NO_ANSWER,
    ),
    OutOfRound.NO_CONTACT: (
        AsideReason.ASKED,
        AsideReason.WRONG_NUMBER,
        AsideReason.GONE,
    ),
}


@dataclass(frozen=True, slots=True)
class Aside:
    """Why a customer is set aside.

    Attributes:
        reason: the one that was chosen; None: none was.
        note: what was typed; '' where nothing was, or the reader's role may not see it.
    """

    word: OutOfRound
    reason: AsideReason | None
    note: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """The row of a customer that is set aside."""

    customer_id: str
    aside: Aside
    by_uid: str
    at: datetime
    event_id: str
