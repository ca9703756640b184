"""What a command answers, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from salesdesk.app.commands.words import said


class Code(IntEnum):
    """The exit codes of the command line."""

    DONE = 0
    REFUSED = 1
    WRONG_USE = 2
    UNREACHABLE = 3
    FAULT = 4
    STOPPED = 130


class WrongUse(Exception):  # noqa: N818 - what the person did, not an error of the program
    """The command line cannot be understood; its text says what to write instead."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found or did.

    Attributes:
        data: for `--json`.
        text: for people.
    """

    data: Mapping[str, object]
    text: str
    code: Code = Code.DONE


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A plain table, its columns as wide as they need to be; numbers to the right."""
    heads = [said(head) for head in heads]
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [
        max([len(head), *(len(row[place]) for row in texts)]) for place, head in enumerate(heads)
    ]
    right = [
        all(isinstance(row[place], int) for row in rows) if rows else False
        for place in range(len(heads))
    ]
    lines = [heads, ["-" * width for width in widths], *texts]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if aligned else cell.ljust(width)
            for cell, width, aligned in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in lines
    )


def counted(number: int, one: str, many: str | None = None) -> str:
    """The number with its noun: 1 customer, 2 customers."""
    return f"{number} {said(one if number == 1 else many or one + 's')}"
