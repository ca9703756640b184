"""vCards, 2.1 to 4.0, as a table: one line a card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import vobject

from salesdesk.domain.importing import Kind, Layout, Record
from salesdesk.domain.refusals import Reason, Why
from salesdesk.services.importing import csv_file
from salesdesk.services.importing.file_errors import BadFile, told

#: What a card is read into; titles that are understood as any file's are.
TITLES = ("Name", "Company", "Phone", "Address", "Notes", "E-mail")
_BEGIN, _END = "BEGIN:VCARD", "END:VCARD"
_MOST_OF_A_CARD = 2_000_000
_SAMPLE = 256 * 1024
_FAX = "(fax)"
#: The standard counts preferences from 1 to 100.
_NOT_PREFERRED = 101
_QUOTED = ";QUOTED-PRINTABLE"
#: How some phones write a label of their own, which no reader of cards understands.
_OWN_LABEL = re.compile(r";X-CUSTOM\([^)\n]*\)", re.IGNORECASE)


def looks_like_one(path: Path) -> bool:
    """Whether the file's first bytes are those of a card.

    Raises:
        BadFile: it is unreadable.
    """
    with told(path), path.open("rb") as stream:
        head = stream.read(200)
    text = head.decode(csv_file.encoding_of(head), "replace").lstrip("\ufeff \r\n\t")
    return text.upper().startswith(_BEGIN)


def guess(path: Path) -> Layout:
    """How the cards are probably to be read.

    Raises:
        BadFile: they cannot be read at all.
    """
    with told(path), path.open("rb") as stream:
        return Layout(csv_file.encoding_of(stream.read(_SAMPLE)), kind=Kind.VCARD)


@contextmanager
def opened(path: Path, layout: Layout) -> Iterator[Iterator[Record]]:
    """The titles and then a record a card, as long as the block runs.

    Raises:
        BadFile: it cannot be read.
    """
    encoding = "utf-8-sig" if layout.encoding == "utf-8" else layout.encoding
    with told(path), path.open(encoding=encoding, errors="replace", newline=None) as stream:
        yield _records(stream)


def _records(lines: Iterator[str]) -> Iterator[Record]:
    # The titles stand nowhere in the file: on a line before the first.
    yield Record(0, TITLES)
    card: list[str] = []
    begun = size = 0
    for number, line in enumerate(lines, 1):
        said = line.strip().upper()
        if said == _BEGIN:
            if begun:
                yield _unended(begun, card)
            card, begun, size = [], number, 0
        card.append(line)
        size += len(line)
        if size > _MOST_OF_A_CARD:
            raise BadFile(Why.CARD_TOO_LONG, line=begun)
        if said == _END and begun:
            yield _record(begun, "".join(card))
            card, begun = [], 0
    if begun:
        yield _unended(begun, card)


def _unended(number: int, card: list[str]) -> Record:
    """A card whose last line is missing."""
    return _record(number, "".join((*card, "\n", _END, "\n")))


def _record(number: int, text: str) -> Record:
    # Version 2.1 names the encoding without saying that it is one.
    text = text.replace(_QUOTED, ";ENCODING=QUOTED-PRINTABLE").replace(
        ";ENCODING=ENCODING=", ";ENCODING="
    )
    text = _OWN_LABEL.sub("", text)
    try:
        card = vobject.readOne(text, ignoreUnreadable=True, allowQP=True)
    except Exception as fault:
        return Record(number, (), Reason.of(Why.CARD_UNREADABLE, fault=str(fault)[:120]))
    cells = (
        _name(card), _company(card),
        "\n".join(map(_phone, sorted(_all(card, "tel"), key=_place))),
        ", ".join(filter(None, map(_address, _all(card, "adr")[:1]))),
        "\n".join(str(one.value) for one in _all(card, "note")),
        "\n".join(str(one.value) for one in _all(card, "email")),
    )  # fmt: skip
    return Record(number, cells)


def _all(card: Any, name: str) -> list[Any]:
    """The lines of one name."""
    found: list[Any] = card.contents.get(name, [])
    return found


def _name(card: Any) -> str:
    for one in _all(card, "fn"):
        if str(one.value).strip():
            return str(one.value)
    for one in _all(card, "n"):
        name = one.value
        parts = (name.prefix, name.given, name.additional, name.family, name.suffix)
        return " ".join(_joined(part) for part in parts if part)
    return ""


def _company(card: Any) -> str:
    for one in _all(card, "org"):
        value = one.value
        return str(value[0]) if isinstance(value, list) and value else str(value)
    return ""


def _phone(line: Any) -> str:
    return f"{line.value} {_FAX}" if "FAX" in _kinds(line) else str(line.value)


def _kinds(line: Any) -> str:
    return " ".join([*line.params.get("TYPE", []), *line.singletonparams]).upper()


def _place(line: Any) -> tuple[bool, int]:
    """The preferred numbers come first; a fax stands behind those that somebody answers."""
    kinds = _kinds(line)
    said = next(iter(line.params.get("PREF", [])), "")
    preferred = int(said) if said.isdecimal() else 1 if "PREF" in kinds else _NOT_PREFERRED
    return "FAX" in kinds, preferred


def _address(line: Any) -> str:
    value = line.value
    parts = (value.box, value.extended, value.street, value.city, value.region, value.code)
    return ", ".join(_joined(part) for part in parts if part)


def _joined(part: Any) -> str:
    return " ".join(map(str, part)) if isinstance(part, list) else str(part)
