"""How wide the columns of a table are: by what they hold and by how much it matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.cells import Cell
from salesdesk.ui.kit.painting.rows import cell_width

#: So many rows are measured for the widths.
MEASURED = 60

#: Left and right of a cell, and the least that a column's word stands apart from the next one.
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Wish:
    """What one column asks for.

    Attributes:
        wanted: what its head and everything in sight need.
        least: what it keeps when there is too little room; never more than `wanted` is kept.
        rank: who gives first, 0 before 1; columns of the same rank give alike.
        share: its part of what is left over.
    """

    wanted: int
    least: int
    rank: int = 0
    share: int = 1


def fitted(room: int, wishes: Sequence[Wish]) -> list[int]:
    """The widths: their sum is the room, or more where even the least is too much."""
    widths = [wish.wanted for wish in wishes]
    spare = room - sum(widths)
    if spare >= 0:
        return _shared(spare, widths, [wish.share for wish in wishes])
    for rank in sorted({wish.rank for wish in wishes}):
        at = [place for place, wish in enumerate(wishes) if wish.rank == rank]
        gives = [max(widths[place] - wishes[place].least, 0) for place in at]
        giving = min(sum(gives), -spare)
        if giving:
            taken = _shared(giving, [0] * len(at), gives)
            for place, less in zip(at, taken, strict=True):
                widths[place] -= less
            spare += giving
    return widths


def levelled(room: int, needs: Sequence[int]) -> list[int]:
    """Widths of columns that matter alike: only the widest are cut, all to one width."""
    left, widths = room, list(needs)
    for done, place in enumerate(sorted(range(len(needs)), key=lambda at: needs[at])):
        widths[place] = min(needs[place], max(left, 0) // (len(needs) - done))
        left -= widths[place]
    return widths


def _shared(amount: int, widths: Sequence[int], shares: Sequence[int]) -> list[int]:
    """The widths with an amount added by shares, to the last pixel."""
    made, total, given = list(widths), sum(shares), 0
    done = 0
    for at, share in enumerate(shares):
        done += share
        upto = amount * done // total if total else 0
        made[at] += upto - given
        given = upto
    return made


def needed(title: str, cells: Iterable[Cell], beside: int) -> int:
    """How wide a column must be for its title and these cells, margins included, in pixels.

    Args:
        beside: what is left free at the left, in pixels.
    """
    right = theme.px(MARGIN)
    widths = (painting.width(title, Face.MEDIUM), *map(cell_width, cells))
    return beside + max(widths) + right
