"""The palette finds customers by any part of name, company and phone, the better fit first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.palette import PaletteHit
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.services.lists import palette
from salesdesk.services.session import Session
from tests.support.factories import Office


def found(session: Session, text: str, limit: int = 20) -> list[PaletteHit]:
    """What the palette shows in the end: the beginnings, then the others, none of them twice."""
    first = palette.beginning(session, text, limit)
    every = [*first, *palette.others(session, text, limit - len(first))]
    assert len({hit.id for hit in every}) == len(every)
    return every


def names(office: Office, text: str, limit: int = 20) -> list[str]:
    return [hit.name for hit in found(office.agent, text, limit)]


@pytest.fixture
def crowd(office: Office) -> Office:
    for name, company in (
        ("Marina Sari", None),
        ("Budi Santoso", "Sari Rasa"),
        ("Sari Dewi", None),
        ("Kosasari", "PT Abadi"),
        ("Lina", "PT Sari Jaya"),
        ("sariati", None),
        ("Nobody", "Nothing"),
    ):
        office.customer(name, company=company)
    return office


def test_the_better_fit_comes_first(crowd: Office) -> None:
    assert names(crowd, "sari") == [
        "Sari Dewi", "sariati", "Marina Sari", "Budi Santoso", "Lina", "Kosasari",
    ]  # fmt: skip
    # Each word somewhere in name or company; what begins so comes first.
    assert names(crowd, "SARI d") == ["Sari Dewi", "Budi Santoso", "Kosasari"]
    assert names(crowd, "sari", limit=2) == ["Sari Dewi", "sariati"]
    assert names(crowd, "sari", limit=3) == ["Sari Dewi", "sariati", "Marina Sari"]


def test_names_and_numbers_that_begin_with_it_come_before_all_others(crowd: Office) -> None:
    crowd.customer("0812 Café", phone="+628999000111")
    crowd.customer("By phone", phone="+6281288402217")
    crowd.customer("In the middle", phone="+6289908120000")
    first = [hit.name for hit in palette.beginning(crowd.agent, "sari")]
    assert first == ["Sari Dewi", "sariati"]
    assert [hit.name for hit in palette.others(crowd.agent, "sari")] == [
        "Marina Sari", "Budi Santoso", "Lina", "Kosasari",
    ]  # fmt: skip
    assert names(crowd, "0812 8840") == ["By phone"]
    assert names(crowd, "0812")[-1] == "In the middle"


def test_the_best_fits_are_found_among_many_others(office: Office) -> None:
    for number in range(30):
        office.customer(f"A{number} xkopi")
    office.customer("Zz", company="Kopi Kita")
    office.customer("Kopi Tiam")
    assert names(office, "kopi", limit=3)[:2] == ["Kopi Tiam", "Zz"]


def test_phones_in_any_format_and_nothing_for_nothing(crowd: Office) -> None:
    crowd.customer("By phone", phone="+6281388402217")
    crowd.customer("By old phone", phone="0813-7777-1234")
    for text in ("0813 8840", "+62 813-8840-2217", "8840", "62813884"):
        assert names(crowd, text) == ["By phone"]
    assert names(crowd, "7777-12") == ["By old phone"]
    for text in ("", "  ", "\x00"):
        assert names(crowd, text) == []
    for text in ("%", "_", "'", "nobody%"):
        assert names(crowd, text) == []


def test_a_hit_says_who_it_is(office: Office) -> None:
    customer = office.customer(
        "Siti", company="PT Sinar", owner=office.agent_uid, phone="+628111222333",
        status=SalesStatus.HOT,
    )  # fmt: skip
    assert found(office.agent, "siti") == [
        PaletteHit(
            customer, "Siti", "PT Sinar", "+628111222333", SalesStatus.HOT, "Andi Firmansyah"
        )
    ]


def test_a_withheld_phone_neither_shows_nor_finds(office: Office) -> None:
    office.customer("Free", phone="+628111222333")
    narrow = replace(
        office.agent,
        actor=Actor(office.agent_uid, "Andi", "Clerk", frozenset({Permission.CUSTOMERS_VIEW})),
    )
    assert found(narrow, "0811122") == []
    (hit,) = found(narrow, "free")
    assert hit.phone is None


def test_the_palette_asks_for_its_permission(office: Office) -> None:
    stranger = replace(office.agent, actor=Actor("uid-x", "X", None, frozenset()))
    for find in (palette.beginning, palette.others):
        with pytest.raises(NotAllowed):
            find(stranger, "a")
