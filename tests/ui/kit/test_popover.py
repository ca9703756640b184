"""Where a popover goes: beneath, above or over what opens it, always within its window."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QRect, QSize

from salesdesk.ui.kit.forms.popover import LEAST, placed

WISH = QSize(752, 632)


def test_as_in_the_picture_it_is_8_beneath_and_16_from_the_edge(qapp: object) -> None:
    button = QRect(1213, 136, 115, 32)
    assert placed(QSize(1440, 900), button, WISH, LEAST) == QRect(672, 176, 752, 632)


def test_in_a_low_window_it_is_lower_or_covers_the_button(qapp: object) -> None:
    button = QRect(1050, 136, 115, 32)
    assert placed(QSize(1280, 720), button, WISH, LEAST) == QRect(512, 176, 752, 528)
    assert placed(QSize(1024, 600), button, WISH, LEAST) == QRect(256, 16, 752, 568)


@pytest.mark.parametrize("seed", range(200))
def test_it_is_always_within_the_window(qapp: object, seed: int) -> None:
    rng = random.Random(seed)
    room = QSize(rng.randint(640, 3000), rng.randint(480, 2000))
    anchor = QRect(rng.randrange(room.width()), rng.randrange(room.height()), 100, 32)
    box = placed(room, anchor, WISH, LEAST)
    assert QRect(16, 16, room.width() - 32, room.height() - 32).contains(box)
    assert box.height() >= min(LEAST, room.height() - 32)
    covers = box.intersects(anchor)
    assert covers <= (max(room.height() - anchor.bottom(), anchor.top()) < LEAST + 32)
