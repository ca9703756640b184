"""Phone numbers: whatever people typed, in one form to store and find, and in one to read.

`phone_number` holds 0812…, +62 812-…, 62812… and two numbers with a slash between them;
`phone_reading` takes such a text apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from salesdesk.domain.phones import NUMBER_LENGTH, PhoneNumber
from salesdesk.domain.refusals import Reason, Why
from salesdesk.services import phone_reading
from salesdesk.services.phone_reading import digits_of
from salesdesk.storage.stores.phones import CustomerNumbers

#: From this many digits on, a text is looked for as the beginning of a number alone.
_WHOLE_PREFIX = 7

#: Fewer digits than this are not looked for among phone numbers.
_SHORTEST_SEARCH = 3

_PHONE_ONLY = re.compile(r"[+\d\s().\-/]+")
_REMEMBERED = 16_384

#: Indonesian mobile numbers of one beginning are written alike; a test compares with the library.
_ALIKE_CODE = "+62"
_ALIKE = re.compile(r"\+628[0-9]{8,11}")
_SAME_BEGINNING = len("+62812")


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


def numbers(text: str, region: str) -> tuple[str, ...]:
    """Every number in a text, as E.164 or as bare digits, at most 20 characters each.

    `region` is the shared setting, such as 'ID'.
    """
    return tuple(one.number for one in phone_reading.read(text, region).numbers)


def noted(
    customer_id: str, text: str, region: str, beside: Sequence[PhoneNumber] = ()
) -> CustomerNumbers:
    """What is noted of a stored text, and of the numbers that were entered beside it.

    A text without any number is noted as it stands, so that it is looked at once.
    """
    found = phone_reading.read(text, region).numbers
    said = found or (PhoneNumber(text[:NUMBER_LENGTH], text, False),)
    stored = {one.number: one for one in said}
    # Of the same number, what was typed tells more than what is stored of it.
    every = {**stored, **{one.number: one for one in beside}}
    return CustomerNumbers(customer_id, text, tuple(every.values()), frozenset(stored))


def listed(noted: Sequence[PhoneNumber]) -> str:
    """Numbers as a form shows and reads them: one a line, with what stands beside it."""
    return "\n".join(f"{shown(one)} ({one.note})" if one.note else shown(one) for one in noted)


def beside(typed: str, noted: Sequence[PhoneNumber], region: str) -> tuple[PhoneNumber, ...]:
    """Of the noted numbers of a customer those that do not stand in the customer's own text."""
    stored = numbers(typed, region)
    return tuple(one for one in noted if one.number not in stored)


def e164(text: str, region: str) -> str | None:
    """The first number in a text that can be called, as E.164; None: there is none."""
    found = phone_reading.read(text, region).callable
    return found[0].number if found else None


def more_than_one(text: str, region: str) -> Reason | None:
    """What a field that stores one number would lose of this text; None: nothing."""
    found = phone_reading.read(text, region)
    if found.faults:
        return Reason.of(Why.SEVERAL, reasons=found.faults)
    if len(found.numbers) > 1:
        told = ", ".join(display(one.number, region) for one in found.numbers)
        return Reason.of(Why.SEVERAL_NUMBERS, number=len(found.numbers), told=told)
    beside = [one for one in found.numbers if one.extension or any(map(str.isdigit, one.note))]
    if beside:
        first = display(beside[0].number, region)
        return Reason.of(Why.MORE_THAN_A_NUMBER, first=first, text=text[:40])
    return None


@lru_cache(maxsize=_REMEMBERED)
def display(text: str, region: str = "ID") -> str:
    """The numbers in a text as people read them, '+62 813-8840-2217'; else the text itself."""
    found = phone_reading.read(text, region).numbers
    if not found or not all(one.callable for one in found):
        return text
    return " / ".join(shown(one) for one in found)


def shown(one: PhoneNumber) -> str:
    """A number as people read it, with what is dialled afterwards."""
    if not one.callable:
        return one.typed
    number = phonenumbers.parse(one.number)
    written = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    return f"{written} ext. {one.extension}" if one.extension else written


@lru_cache(maxsize=_REMEMBERED)
def foreign_country(text: str, region: str) -> str:
    """The country of the first number, such as 'SG', where it is not the office's; else ''."""
    number = e164(text, region)
    if number is None:
        return ""
    found = phonenumbers.parse(number)
    if found.country_code == phonenumbers.country_code_for_region(region):
        return ""
    return phonenumbers.region_code_for_number(found) or ""


def whatsapp_link(text: str, region: str = "ID", message: str = "") -> str:
    """The address that opens a chat with the first number; empty where none can have one.

    Args:
        message: typed into the chat already, not sent.
    """
    found = [one.number for one in phone_reading.read(text, region).callable]
    number = next((one for one in found if not is_landline(one)), "")
    if not number:
        return ""
    typed = f"?text={quote(message, safe='')}" if message else ""
    return f"https://wa.me/{number.removeprefix('+')}{typed}"


@lru_cache(maxsize=_REMEMBERED)
def is_landline(number: str) -> bool:
    """Whether a number in E.164 is plainly one of a landline, with which nobody can chat.

    Not what is typed in another way, nor where a country's landlines look as its mobiles do.
    """
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.number_type(parsed) == PhoneNumberType.FIXED_LINE


def tel_link(text: str, region: str = "ID") -> str:
    """The address that calls the first number; empty where there is none."""
    number = e164(text, region)
    return f"tel:{number}" if number else ""


def spellings(number: str, region: str) -> frozenset[str]:
    """The common ways to write one number, as other applications may have stored it.

    `number` is E.164 or bare digits, as `numbers` gives it.
    """
    digits = digits_of(number)
    written = _written(number, region) if number.startswith("+") else None
    if written is None:
        return frozenset({number, digits})
    national, local, abroad = written
    shapes = {number, digits, f"00{digits}", national, digits_of(local)}
    for shape in (local, abroad, abroad.removeprefix("+")):
        shapes |= {shape, shape.replace("-", " "), shape.replace(" ", "-")}
    return frozenset(shape for shape in shapes if len(shape) <= NUMBER_LENGTH)


def _written(number: str, region: str) -> tuple[str, str, str] | None:
    """A number without its country, as it is written at home, and as abroad; None: it is none."""
    alike = _ALIKE.fullmatch(number)
    if alike is None:
        parsed = phone_reading.parsed(number, region)
        return _formatted(parsed) if parsed is not None else None
    shape = _shape(number[:_SAME_BEGINNING], len(number))
    if shape is None:
        return None
    national = number.removeprefix(_ALIKE_CODE)
    local, abroad = shape
    return national, _filled(local, f"0{national}"), _filled(abroad, number[1:])


def _formatted(parsed: phonenumbers.PhoneNumber) -> tuple[str, str, str]:
    return (
        str(parsed.national_number),
        phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL),
        phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL),
    )


@lru_cache(maxsize=_REMEMBERED)
def _shape(beginning: str, length: int) -> tuple[str, str] | None:
    """How numbers of this beginning and length are written, '#' for each digit.

    An import asks for a hundred thousand of them, and the library takes a while for each.
    """
    parsed = phone_reading.parsed(beginning.ljust(length, "1"), "ID")
    if parsed is None:
        return None
    _, local, abroad = _formatted(parsed)
    return re.sub(r"\d", "#", local), re.sub(r"\d", "#", abroad)


def _filled(shape: str, digits: str) -> str:
    left = iter(digits)
    return "".join(next(left) if one == "#" else one for one in shape)


def search_key(text: str, region: str) -> SearchKey | None:
    """How to look for a search text among phone numbers; None: it cannot be part of one.

    A text that begins as a number does (0…, +…, or the region's country code) and has seven
    digits or more is a beginning, which an index finds at any size; any other is a fragment. What
    is a number in any form, a chat link for one, is looked for as that number.
    """
    typed = phone_reading.without_links(phone_reading.plain(text)).strip()
    if not _PHONE_ONLY.fullmatch(typed):
        found = phone_reading.read(text, region)
        if found.faults or not found.callable:
            return None
        whole = found.callable[0]
        key = search_key(whole.number, region)
        # With words beside it, it may as well be a name.
        return key if key is None or not whole.note else SearchKey(
            key.prefixes, key.typed_prefixes, key.fragments, only=False
        )  # fmt: skip
    digits = digits_of(typed)
    if len(digits) < _SHORTEST_SEARCH:
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
    # A whole number in a form of its own: its country's code twice, two of them in one text.
    every = numbers(typed, region) if len(digits) > _WHOLE_PREFIX else ()
    prefixes = tuple(dict.fromkeys((f"+{abroad}", digits, *every)))
    return SearchKey(prefixes, tuple(dict.fromkeys(written)), (), only)
