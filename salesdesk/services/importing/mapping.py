"""Which column holds what: guessed from the table, remembered for the next file like it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.errors import Refusal
from salesdesk.domain.importing import (
    DATE_FIELDS,
    NAME_FIELDS,
    Choices,
    DateOrder,
    Duplicates,
    Field,
    Preview,
)
from salesdesk.domain.open_enum import OpenEnum
from salesdesk.domain.refusals import Why
from salesdesk.services.importing import programs, titles, words
from salesdesk.services.importing.file_errors import told

K = TypeVar("K", bound=OpenEnum)


class Remembered(Protocol):
    """Where a person's mappings are kept: a settings file, or a test's memory."""

    def recall(self, headers: str) -> str | None:
        """The text kept for these headers."""

    def keep(self, headers: str, text: str) -> None:
        """Keep a text for these headers."""


def key_of(named: Sequence[str]) -> str:
    """What a row of titles is remembered by; case, signs and spaces make no difference."""
    return "|".join(map(_plain, named))


def guess(preview: Preview, remembered: Remembered | None = None) -> Choices:
    """The choices that were made for such titles last time, or else those that the table tells."""
    if remembered is not None:
        kept = remembered.recall(key_of(preview.titles))
        if kept is not None:
            try:
                return parsed(kept, preview.titles)
            except Refusal:
                pass  # of another version, or edited by hand: guessed anew
    rows = [record.cells for record in preview.records if not record.fault]
    return Choices(titles.guessed(titles.columns_of(preview.titles, rows)))


def remember(remembered: Remembered, named: Sequence[str], choices: Choices) -> None:
    """Keep the choices for the next file with these titles."""
    remembered.keep(key_of(named), dumped(choices))


def skeleton(choices: Choices, named: Sequence[str]) -> str:
    """The choices as JSON to be filled in: columns without a field are there too.

    Above them the program that the titles are of, for a person to read.
    """
    program = programs.recognised(named)
    told_as: dict[str, Any] = {"recognised": program} if program else {}
    told_as |= json.loads(dumped(choices))
    told_as["columns"] = {title: told_as["columns"].get(title, "") for title in named}
    return json.dumps(told_as, ensure_ascii=False, indent=2)


def dumped(choices: Choices) -> str:
    """The choices as JSON: what `--mapping` reads."""
    told_as: dict[str, object] = {
        "columns": {title: field.value for title, field in choices.columns.items()},
        "dates": {title: order.value for title, order in choices.dates.items()},
        "duplicates": choices.duplicates.value,
        "words": {field.value: dict(words) for field, words in choices.words.items() if words},
        "method": choices.method.value if choices.method else None,
        "outcome": choices.outcome.value if choices.outcome else None,
        "date_is_contact": choices.date_is_contact,
    }
    return json.dumps(told_as, ensure_ascii=False, indent=2)


def of_file(path: Path, named: Sequence[str]) -> Choices:
    """The choices of a mapping file.

    Raises:
        Refusal: it cannot be read, or does not fit the titles; says where.
    """
    with told(path):
        text = path.read_bytes().decode("utf-8-sig", "replace")
    return parsed(text, named)


def parsed(text: str, named: Sequence[str]) -> Choices:
    """The choices of a JSON text.

    Raises:
        Refusal: it does not fit; says where.
    """
    try:
        found = json.loads(text)
    except ValueError as fault:
        raise Refusal(Why.MAPPING_NO_JSON, fault=str(fault)) from fault
    if not isinstance(found, dict):
        raise Refusal(Why.MAPPING_SHAPE)
    try:
        return Choices(
            columns={
                _title(title, named): Field(value)
                for title, value in dict(found.get("columns", {})).items()
                if value
            },
            dates={
                _title(title, named): DateOrder(value)
                for title, value in dict(found.get("dates", {})).items()
            },
            duplicates=Duplicates(found.get("duplicates", Duplicates.SKIP.value)),
            words={
                Field(field): {words.key(word): str(value) for word, value in dict(said).items()}
                for field, said in dict(found.get("words", {})).items()
            },
            method=_known(Method, found.get("method")),
            outcome=_known(Outcome, found.get("outcome")),
            date_is_contact=found.get("date_is_contact") is True,
        )
    except (ValueError, TypeError) as fault:
        raise Refusal(
            Why.MAPPING_DOES_NOT_FIT,
            fault=str(fault),
            fields=", ".join(Field),
            orders=", ".join(DateOrder),
            duplicates=", ".join(Duplicates),
            methods=", ".join(Method),
            outcomes=", ".join(Outcome),
        ) from fault


def _known(kind: type[K], value: object) -> K | None:
    """One of ours; None: nothing is said.

    Raises:
        ValueError: it is none of ours.
    """
    if value is None or value == "":
        return None
    found = next((one for one in kind if one.value == value), None)
    if found is None:
        raise ValueError(f"“{value}” is none of {', '.join(kind)}")
    return found


def require_usable(choices: Choices) -> None:
    """Check that the choices can make customers.

    Raises:
        Refusal: the phone is missing, or there is neither a name nor a company nor a contact;
            says what to choose.
    """
    if not choices.has(Field.PHONE):
        raise Refusal(Why.MAPPING_LACKS_PHONE)
    named = choices.has(*NAME_FIELDS, Field.COMPANY)
    if not named and not choices.has(*DATE_FIELDS):
        raise Refusal(Why.MAPPING_LACKS_NAME)


def _title(title: str, named: Sequence[str]) -> str:
    found = next((one for one in named if _plain(one) == _plain(title)), None)
    if found is None:
        raise ValueError(f"there is no column “{title}”")
    return found


def _plain(title: str) -> str:
    composed = unicodedata.normalize("NFKC", title).casefold()
    return re.sub(r"[\W_]+", "", composed)
