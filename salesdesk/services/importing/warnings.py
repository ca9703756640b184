"""What a person should know of an import beside its rejected cells, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from salesdesk.domain.importing import (
    Choices,
    Doubt,
    Kind,
    Layout,
    Notice,
    Record,
)
from salesdesk.services.importing import table, xlsx_file
from salesdesk.services.importing.cells import cleaned

_MOST_TOLD = 12


class Asked(Protocol):
    """A file and what was chosen for it."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def layout(self) -> Layout:
        """How it is read."""

    @property
    def choices(self) -> Choices:
        """What its columns hold."""


def of_table(asked: Asked, titles: Sequence[str]) -> tuple[Notice, ...]:
    """The columns that nobody takes anything from, and the rows that are hidden.

    Raises:
        BadFile: the file cannot be read (any more).
    """
    found: list[Notice] = []
    with table.opened(asked.path, asked.layout) as opened:
        filled = _filled(opened.records, len(titles))
    for place, title in enumerate(titles):
        if title not in asked.choices.columns and place in filled:
            found.append(Notice(Doubt.UNUSED, title))
    if asked.layout.kind is Kind.WORKBOOK and not asked.layout.hidden_rows:
        rows = xlsx_file.hidden_rows(asked.path, asked.layout.sheet)
        below = sum(row > asked.layout.header_line for row in rows)
        if below:
            found.append(Notice(Doubt.HIDDEN, word=str(below)))
    return tuple(found)


def _filled(records: Iterable[Record], width: int) -> set[int]:
    """The columns in whose first lines anything stands."""
    found: set[int] = set()
    for number, record in enumerate(records):
        if number == table.SHOWN or len(found) == width:
            break
        found |= {at for at, cell in enumerate(record.cells[:width]) if cleaned(cell)}
    return found


def told(notices: Mapping[Notice, int]) -> tuple[str, ...]:
    """The notices as sentences, those of one column together."""
    said: list[str] = []
    for doubt, words in _WORDS.items():
        columns: dict[str, list[tuple[Notice, int]]] = {}
        for notice, number in notices.items():
            if notice.doubt is doubt:
                key = "" if doubt is Doubt.UNUSED else notice.column
                columns.setdefault(key, []).append((notice, number))
        said += [words(column, found) for column, found in columns.items()]
    return tuple(said)


_Found = Sequence[tuple[Notice, int]]


def _listed(found: _Found) -> str:
    """The words with how often each stands there."""
    shown = [f"“{one.word}” ({number})" for one, number in found[:_MOST_TOLD]]
    more = f" and {len(found) - _MOST_TOLD} more" if len(found) > _MOST_TOLD else ""
    return ", ".join(shown) + more


def _counted(found: _Found, word: str, one: str, several: str) -> str:
    """How many there are of a thing, and what is so of it or of them."""
    total = sum(number for _, number in found)
    return f"{total:,} {word} {one}" if total == 1 else f"{total:,} {word}s {several}"


def _unused(_: str, found: _Found) -> str:
    return f"Columns that are not imported: {', '.join(one.column for one, _ in found)}."


def _order(column: str, found: _Found) -> str:
    one = found[0][0]
    return (
        f"Column “{column}”: dates such as {one.word} can be read in two ways: {one.reading}. "
        "The first is taken; say which is meant."
    )


def _swapped(column: str, found: _Found) -> str:
    one = found[0][0]
    return (
        f"Column “{column}”: some dates are text and some are real dates. {one.word} may have been "
        f"meant as {one.reading}: the program that opened the list may have taken days for months."
    )


def _word(column: str, found: _Found) -> str:
    return f"Column “{column}”: {_listed(found)} is none of our words and is left empty."


def _person(column: str, found: _Found) -> str:
    return (
        f"Column “{column}”: nobody, or more than one, is called {_listed(found)}; the contacts "
        "are credited to you, with the name in the note."
    )


def _owner(column: str, found: _Found) -> str:
    return (
        f"Column “{column}”: no agent is called {_listed(found)}; these customers are in the pool."
    )


def _owner_right(column: str, found: _Found) -> str:
    return (
        f"Column “{column}”: you may not assign customers, so "
        f"{_counted(found, 'customer', 'stays', 'stay')} in the pool."
    )


def _no_evidence(column: str, found: _Found) -> str:
    return (
        f"Column “{column}”: {_counted(found, 'date', 'has', 'have')} neither a method nor an "
        "outcome nor a note beside it and no contact is made of it; say if it is the last contact."
    )


def _no_method(_: str, found: _Found) -> str:
    return (
        f"{_counted(found, 'contact', 'names', 'name')} no method that is known and cannot come "
        "in; say which it was."
    )


def _no_outcome(_: str, found: _Found) -> str:
    return (
        f"{_counted(found, 'contact', 'names', 'name')} no outcome that is known and cannot come "
        "in; say which it was."
    )


def _no_date(column: str, found: _Found) -> str:
    return (
        f"Column “{column}”: {_counted(found, 'note', 'belongs', 'belong')} to no contact, since "
        "the file has no date of one."
    )


def _hidden(_: str, found: _Found) -> str:
    rows = int(found[0][0].word)
    if rows == 1:
        return "1 hidden row of the workbook is left out."
    return f"{rows:,} hidden rows of the workbook are left out."


def _shared(_: str, found: _Found) -> str:
    return (
        f"Somebody else has {', '.join(one.word for one, _ in found[:_MOST_TOLD])} already: "
        "another number of these customers is their first."
    )


_WORDS: Mapping[Doubt, Callable[[str, _Found], str]] = {
    Doubt.HIDDEN: _hidden,
    Doubt.ORDER: _order,
    Doubt.SWAPPED: _swapped,
    Doubt.NO_METHOD: _no_method,
    Doubt.NO_OUTCOME: _no_outcome,
    Doubt.NO_EVIDENCE: _no_evidence,
    Doubt.NO_DATE: _no_date,
    Doubt.WORD: _word,
    Doubt.PERSON: _person,
    Doubt.OWNER: _owner,
    Doubt.OWNER_RIGHT: _owner_right,
    Doubt.SHARED: _shared,
    Doubt.UNUSED: _unused,
}
