"""What the start makes is looked through by nobody, and what comes later still is."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from salesdesk.app import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


class _Ring:
    def __init__(self) -> None:
        self.itself = self


def test_there_is_no_look_during_the_start() -> None:
    garbage.rest()
    assert not gc.isenabled()
    garbage.set_aside()
    assert gc.isenabled()


def test_what_was_made_before_is_left_out_and_what_comes_later_is_found() -> None:
    before = _Ring()
    garbage.set_aside()
    assert gc.get_freeze_count() > 0
    assert not any(one is before for one in gc.get_objects())
    later = _Ring()
    assert any(one is later for one in gc.get_objects())
