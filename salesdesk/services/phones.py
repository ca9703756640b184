"""Phone numbers: whatever people typed, in one form to store and find, and in one to read.

`phone_number` holds 0812…, +62 812-…, 62812… and two numbers with a slash between them. All are
cleaned before phonenumbers sees them, which takes `62213456789` for the valid `+6262213456789`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

#: `salesdesk_phones.number` and `customers.phone_number` hold this many characters.
NUMBER_LENGTH = 20

#: Fewer digits than this beside another number are an extension or a room, not a number.
_SHORTEST = 5

#: From this many digits on, a text is looked for as the beginning of a number alone.
_WHOLE_PREFIX = 7

#: Fewer digits than this are not looked for among phone numbers.
_SHORTEST_SEARCH = 3

_SEPARATORS = re.compile(r"[/,;|]")
_RUN = re.compile(r"\+?[\s(]*\d[\d\s().\-]*")
_LETTER_WITHIN = re.compile(r"\d[^\W\d_]|(?<![^\W\d_])[^\W\d_]\d")
_PHONE_ONLY = re.compile(r"[+\d\s().\-/]+")
_REMEMBERED = 16_384


@dataclass(frozen=True, slots=True)
class Phone:
    """What a typed text holds.

    Attributes:
        e164: the first number that can be called; None: there is none.
        numbers: every number in it, as E.164 or, where it cannot be parsed, as bare digits.
    """

    e164: str | None
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchKey:
    """How a search text is looked for among phone numbers.

    Attributes:
        prefixes: beginnings of normalised numbers.
        typed_prefixes: beginnings of numbers as other applications write them.
        fragments: looked for anywhere in a number; none where a beginning is meant.
        only: the text cannot be a name, so names need not be searched.
    """

    prefixes: tuple[str, ...]
    typed_prefixes: tuple[str, ...]
    fragments: tuple[str, ...]
    only: bool


def normalise(text: str, region: str) -> Phone:
    """The numbers in a text as people type it; `region` is the shared setting, such as 'ID'."""
    return _normalised(text, region)


def numbers(text: str, region: str) -> tuple[str, ...]:
    """Every number in a text, as E.164 or as bare digits, at most 20 characters each."""
    return _normalised(text, region).numbers


def e164(text: str, region: str) -> str | None:
    """The first number in a text that can be called, as E.164; None: there is none."""
    return _normalised(text, region).e164


def more_than_one(text: str, region: str) -> str | None:
    """What a field that stores one number would lose of this text, in words; None: nothing.

    A second number and digits beside the first are lost; a letter within the digits was meant as
    one of them, so that what is before it is another number (docs/rules.md, "Phone numbers").
    """
    several = numbers(text, region)
    if len(several) > 1:
        told = ", ".join(display(number, region) for number in several)
        return f"This field holds one number, and here are {len(several)}: {told}. Keep one."
    runs = _runs(text)
    beside = len(_digits(_plain(text))) - sum(len(_digits(run)) for run in runs)
    if e164(text, region) is None or not (beside or _LETTER_WITHIN.search(_plain(text))):
        return None
    first = display(runs[0], region)
    return f"This field holds one number, and beside {first} stands more: “{text[:40]}”. Keep one."


@lru_cache(maxsize=_REMEMBERED)
def _normalised(text: str, region: str) -> Phone:
    found = [(_parsed(run, region), _digits(run)) for run in _runs(text)]
    callable_ones = [_e164(number) for number, _ in found if number is not None]
    every = (_e164(number) if number is not None else digits for number, digits in found)
    return Phone(
        next(iter(callable_ones), None),
        tuple(dict.fromkeys(number[:NUMBER_LENGTH] for number in every)),
    )


@lru_cache(maxsize=_REMEMBERED)
def display(text: str, region: str = "ID") -> str:
    """The numbers in a text as people read them, '+62 813-8840-2217'; else the text itself."""
    parsed = [_parsed(run, region) for run in _runs(text)]
    shown = [
        phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
        for number in parsed
        if number is not None
    ]
    return " / ".join(dict.fromkeys(shown)) if shown and len(shown) == len(parsed) else text


def whatsapp_link(text: str, region: str = "ID", message: str = "") -> str:
    """The address that opens a chat with the first number; empty where there is none.

    Args:
        message: typed into the chat already, not sent.
    """
    number = e164(text, region)
    if not number:
        return ""
    typed = f"?text={quote(message, safe='')}" if message else ""
    return f"https://wa.me/{number.removeprefix('+')}{typed}"


def tel_link(text: str, region: str = "ID") -> str:
    """The address that calls the first number; empty where there is none."""
    number = e164(text, region)
    return f"tel:{number}" if number else ""


def spellings(number: str, region: str) -> frozenset[str]:
    """The common ways to write one number, as other applications may have stored it.

    `number` is E.164 or bare digits, as `numbers` gives it.
    """
    digits = _digits(number)
    parsed = _parsed(number, region) if number.startswith("+") else None
    if parsed is None:
        return frozenset({number, digits})
    local = phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL)
    abroad = phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL)
    shapes = {number, digits, f"00{digits}", str(parsed.national_number), _digits(local)}
    for shape in (local, abroad, abroad.removeprefix("+")):
        shapes |= {shape, shape.replace("-", " "), shape.replace(" ", "-")}
    return frozenset(shape for shape in shapes if len(shape) <= NUMBER_LENGTH)


def search_key(text: str, region: str) -> SearchKey | None:
    """How to look for a search text among phone numbers; None: it cannot be part of one.

    A text that begins as a number does (0…, +…, or the region's country code) and has seven
    digits or more is a beginning, which an index finds at any size; any other is a fragment.
    """
    typed = _plain(text)
    digits = _digits(typed)
    if len(digits) < _SHORTEST_SEARCH or not _PHONE_ONLY.fullmatch(typed):
        return None
    code = str(phonenumbers.country_code_for_region(region))
    only = len(digits) >= _WHOLE_PREFIX or typed.startswith("+")
    if not (only and typed.startswith(("+", "0", code))):
        trunk = (f"+{code}{digits[1:]}",) if digits.startswith("0") else ()
        return SearchKey(trunk, (), tuple(dict.fromkeys((digits, typed))), only)
    if typed.startswith("+"):
        abroad = digits
    elif digits.startswith("00"):
        abroad = digits[2:]
    elif digits.startswith("0"):
        abroad = code + digits[1:]
    else:
        abroad = digits
    written = [abroad, f"+{abroad}", f"00{abroad}", digits, typed]
    if abroad.startswith(code):
        written += [f"0{abroad.removeprefix(code)}"]
    return SearchKey((f"+{abroad}", digits), tuple(dict.fromkeys(written)), (), only)


def _plain(text: str) -> str:
    """The text with ordinary digits, dashes and spaces, and without invisible characters."""
    composed = unicodedata.normalize("NFKC", text)
    kept = []
    for character in composed:
        category = unicodedata.category(character)
        if category == "Pd":
            kept.append("-")
        elif category == "Nd":
            kept.append(str(unicodedata.digit(character)))
        elif category != "Cf":
            kept.append(character)
    return "".join(kept).strip()


def _runs(text: str) -> list[str]:
    """The parts of a text that look like numbers; a short one beside a long one is none."""
    parts = [run for part in _SEPARATORS.split(_plain(text)) for run in _RUN.findall(part)]
    long = [run for run in parts if len(_digits(run)) >= _SHORTEST]
    return long or parts[:1]


def _digits(text: str) -> str:
    return "".join(character for character in text if character in "0123456789")


def _parsed(run: str, region: str) -> PhoneNumber | None:
    """The number of a run of digits, where it is long enough and not too long to be called."""
    digits = _digits(run)
    if run.lstrip().startswith("+"):
        return _possible(f"+{digits}", region)
    if digits.startswith("00"):
        return _possible(f"+{digits[2:]}", region)
    at_home = _possible(digits, region)
    if digits.startswith(str(phonenumbers.country_code_for_region(region))):
        abroad = _possible(f"+{digits}", region)
        if abroad is not None and (at_home is None or phonenumbers.is_valid_number(abroad)):
            return abroad
    return at_home


def _possible(text: str, region: str) -> PhoneNumber | None:
    """By its length alone: which ranges are in use changes with every release of the library."""
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number) or len(_e164(number)) > NUMBER_LENGTH:
        return None
    if number.italian_leading_zero and not phonenumbers.is_valid_number(number):
        return None  # too short once its trunk zero is taken off, so the library left it on
    return number


def _e164(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)
