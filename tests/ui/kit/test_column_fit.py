"""How the room of a table is shared out between its columns."""

from __future__ import annotations

import pytest

from salesdesk.ui.kit.painting.column_fit import Wish, fitted, levelled

NAME = Wish(200, 160, rank=2, share=3)
COMPANY = Wish(180, 100, rank=1, share=3)
SOURCE = Wish(120, 60, rank=0)
WISHES = [NAME, COMPANY, SOURCE]


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (500, [200, 180, 120]),
        (570, [230, 210, 130]),
        (571, [230, 210, 131]),
        (480, [200, 180, 100]),
        (440, [200, 180, 60]),
        (400, [200, 140, 60]),
        (360, [200, 100, 60]),
        (340, [180, 100, 60]),
        (320, [160, 100, 60]),
        (200, [160, 100, 60]),
    ],
)
def test_what_matters_least_gives_first(room: int, widths: list[int]) -> None:
    assert fitted(room, WISHES) == widths


@pytest.mark.parametrize("room", range(300, 900, 7))
def test_the_room_is_used_to_the_last_pixel(room: int) -> None:
    widths = fitted(room, WISHES)
    assert sum(widths) == max(room, 320)


def test_columns_of_one_rank_give_alike() -> None:
    alike = [Wish(100, 50), Wish(200, 100)]
    assert fitted(225, alike) == [75, 150]


def test_no_columns_take_no_room() -> None:
    assert fitted(300, []) == []


@pytest.mark.parametrize(
    ("room", "widths"),
    [(600, [50, 300, 100, 150]), (500, [50, 200, 100, 150]), (300, [50, 83, 83, 84])],
)
def test_of_columns_that_matter_alike_only_the_widest_are_cut(room: int, widths: list[int]) -> None:
    found = levelled(room, [50, 300, 100, 150])
    assert sorted(found) == sorted(widths)
    assert sum(found) <= room
