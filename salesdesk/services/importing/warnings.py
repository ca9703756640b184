"""What a person should know of an import beside its rejected cells, in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from salesdesk.domain.importing import (
    Choices,
    Doubt,
    Kind,
    Layout,
    Notice,
)
from salesdesk.domain.refusals import Count, Reason, Why
from salesdesk.services.importing import table, titles, xlsx_file

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


def of_table(asked: Asked, named: Sequence[str], filled: Collection[int]) -> tuple[Notice, ...]:
    """The columns that nobody takes anything from, the rows that are hidden, further sheets.

    Args:
        filled: the places of the columns in which anything stands.

    Raises:
        BadFile: the file cannot be read (any more).
    """
    found: list[Notice] = []
    for place, title in enumerate(named):
        unused = title not in asked.choices.columns and not titles.is_stand_in(title)
        if unused and place in filled:
            found.append(Notice(Doubt.UNUSED, title))
    if asked.layout.kind is Kind.WORKBOOK and not asked.layout.hidden_rows:
        rows = xlsx_file.hidden_rows(asked.path, asked.layout.sheet)
        below = sum(row > asked.layout.header_line for row in rows)
        if below:
            found.append(Notice(Doubt.HIDDEN, word=str(below)))
    others = ", ".join(table.other_sheets(asked.path, asked.layout))
    if others:
        found.append(Notice(Doubt.SHEETS, word=others))
    return tuple(found)


def told(notices: Mapping[Notice, int]) -> tuple[Reason, ...]:
    """The notices as sentences, those of one column together."""
    said: list[Reason] = []
    for doubt in _IN_ORDER:
        columns: dict[str, list[tuple[Notice, int]]] = {}
        for notice, number in notices.items():
            if notice.doubt is doubt:
                key = "" if doubt is Doubt.UNUSED else notice.column
                columns.setdefault(key, []).append((notice, number))
        said += [_sentence(doubt, column, found) for column, found in columns.items()]
    return tuple(said)


_Found = Sequence[tuple[Notice, int]]

_IN_ORDER = (
    Doubt.HIDDEN, Doubt.SHEETS, Doubt.ORDER, Doubt.SWAPPED, Doubt.NO_METHOD, Doubt.NO_OUTCOME,
    Doubt.NO_EVIDENCE, Doubt.NO_DATE, Doubt.WORD, Doubt.PERSON, Doubt.OWNER, Doubt.OWNER_RIGHT,
    Doubt.SHARED, Doubt.UNUSED,
)  # fmt: skip

#: What is so of the words of a column.
_OF_WORDS: Mapping[Doubt, Why] = {
    Doubt.WORD: Why.WORDS_UNKNOWN,
    Doubt.PERSON: Why.PEOPLE_UNKNOWN,
    Doubt.OWNER: Why.OWNERS_UNKNOWN,
}

#: What is so of one thing, and of several.
_COUNTED: Mapping[Doubt, tuple[Why, Why]] = {
    Doubt.NO_METHOD: (Why.WITHOUT_METHOD_ONE, Why.WITHOUT_METHOD),
    Doubt.NO_OUTCOME: (Why.WITHOUT_OUTCOME_ONE, Why.WITHOUT_OUTCOME),
    Doubt.NO_EVIDENCE: (Why.DATE_ALONE, Why.DATES_ALONE),
    Doubt.NO_DATE: (Why.NOTE_OF_NO_CONTACT, Why.NOTES_OF_NO_CONTACT),
    Doubt.OWNER_RIGHT: (Why.MAY_NOT_ASSIGN_ONE, Why.MAY_NOT_ASSIGN),
    Doubt.HIDDEN: (Why.HIDDEN_ROW, Why.HIDDEN_ROWS),
}


def _sentence(doubt: Doubt, column: str, found: _Found) -> Reason:
    first = found[0][0]
    if doubt in _OF_WORDS:
        return Reason.of(_OF_WORDS[doubt], column=column, words=_listed(found))
    if doubt in _COUNTED:
        # How many rows are hidden is known at once, what else there is comes one by one.
        hidden = doubt is Doubt.HIDDEN
        total = int(first.word) if hidden else sum(number for _, number in found)
        one, several = _COUNTED[doubt]
        return Reason.of(one if total == 1 else several, column=column, number=Count(total))
    match doubt:
        case Doubt.ORDER:
            read, other = first.readings or ("", "")
            return Reason.of(
                Why.DATES_EITHER_WAY, column=column, word=first.word, first=read, second=other
            )
        case Doubt.SWAPPED:
            reading = first.readings[0].isoformat()
            return Reason.of(Why.DATES_SWAPPED, column=column, word=first.word, reading=reading)
        case Doubt.SHEETS:
            return Reason.of(Why.SHEETS_UNREAD, sheets=first.word)
        case Doubt.SHARED:
            shared = ", ".join(one.word for one, _ in found[:_MOST_TOLD])
            return Reason.of(Why.NUMBERS_SHARED, numbers=shared)
    unused = ", ".join(one.column for one, _ in found)
    return Reason.of(Why.COLUMNS_UNUSED, columns=unused)


def _listed(found: _Found) -> str | Reason:
    """The words with how often each stands there."""
    shown = ", ".join(f"“{one.word}” ({number})" for one, number in found[:_MOST_TOLD])
    if len(found) <= _MOST_TOLD:
        return shown
    return Reason.of(Why.WORDS_AND_MORE, words=shown, number=len(found) - _MOST_TOLD)
