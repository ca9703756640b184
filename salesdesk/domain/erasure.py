"""What is left of an event when the person whom it is about is erased.

Source: docs/rules.md, "Erasure on request". That something was done, when, by whom and from which
stage to which stays, for figures and the history of who had whom; what anybody typed goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.events import HOST, Details, EventKind
from salesdesk.domain.ownership import BindingStatus, UnbindingReason
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import AsideReason

#: Stands where something was.
ERASED = "[erased]"

#: Shorter texts are not looked for in events about nobody in particular: they are in every word.
LEAST_LOOKED_FOR = 3

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d|Z)?)?")

#: Words that the program itself writes.
_WORDS = frozenset(
    str(one.value).casefold()
    for words in (
        Method, Outcome, SalesStatus, LeadSource, BindingStatus, UnbindingReason, EventKind,
        OutOfRound, AsideReason,
    )
    for one in words
)  # fmt: skip

#: Under these keys stand texts by which a person is known, also in events of others.
_NAMING = frozenset({"name", "phone", "phone_number", "company", "address"})


def without_person(details: Details, staff: frozenset[str]) -> Details:
    """The details with every text erased that may have been typed; the computer's name was not.

    Args:
        staff: the uids of the people who work here, in small letters; they stay.
    """
    return {key: value if key == HOST else _without(value, staff) for key, value in details.items()}


def _without(value: object, staff: frozenset[str]) -> object:
    if isinstance(value, Mapping):
        return {key: _without(each, staff) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_without(each, staff) for each in value]
    if not isinstance(value, str) or not value or _is_ours(value, staff):
        return value
    return ERASED


def _is_ours(text: str, staff: frozenset[str]) -> bool:
    plain = text.casefold()
    return bool(plain in _WORDS or plain in staff or _ID.fullmatch(text) or _MOMENT.fullmatch(text))


def names_in(details: Details) -> frozenset[str]:
    """The texts by which these details name the person, earlier ones included."""
    return frozenset(_names(details))


def _names(value: object, key: str = "") -> Iterable[str]:
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from _names(each, str(name))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _names(each, key)
    elif isinstance(value, str) and key in _NAMING and len(value.strip()) >= LEAST_LOOKED_FOR:
        yield value.strip()


def without_texts(details: Details, texts: Iterable[str]) -> Details:
    """The details of an event about many, with these texts erased wherever they stand."""
    longest_first = sorted(texts, key=len, reverse=True)
    if not longest_first:
        return details
    said = "|".join(re.escape(text) for text in longest_first)
    pattern = re.compile(rf"(?<!\w)({said})(?!\w)", re.IGNORECASE)
    return {key: _replaced(value, pattern) for key, value in details.items()}


def _replaced(value: object, pattern: re.Pattern[str]) -> object:
    if isinstance(value, Mapping):
        return {key: _replaced(each, pattern) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(each, pattern) for each in value]
    return pattern.sub(ERASED, value) if isinstance(value, str) else value
