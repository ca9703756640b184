"""The palette finds customers by any part of name, company and phone, the better fit first."""

from __future__ import annotations

import pytest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.palette import PaletteHit
from salesdesk.domain.people import Actor, Permission
from salesdesk.services import palette
from tests.factories import Office


def names(office: Office, text: str, limit: int = 20) -> list[str]:
    return [hit.name for hit in palette.customers(office.agent, text, limit)]


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
    assert names(crowd, "SARI d") == ["Sari Dewi"]
    assert names(crowd, "sari", limit=2) == ["Sari Dewi", "sariati"]
    assert names(crowd, "sari", limit=3) == ["Sari Dewi", "sariati", "Marina Sari"]


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
    assert palette.customers(office.agent, "siti") == (
        PaletteHit(
            customer, "Siti", "PT Sinar", "+628111222333", SalesStatus.HOT, "Andi Firmansyah"
        ),
    )


def test_a_withheld_phone_neither_shows_nor_finds(office: Office) -> None:
    office.customer("Free", phone="+628111222333")
    narrow = office.agent.acting_as(
        Actor(office.agent_uid, "Andi", "Clerk", frozenset({Permission.CUSTOMERS_VIEW}))
    )
    assert palette.customers(narrow, "0811122") == ()
    (hit,) = palette.customers(narrow, "free")
    assert hit.phone is None


def test_the_palette_asks_for_its_permission(office: Office) -> None:
    with pytest.raises(NotAllowed):
        palette.customers(office.agent.acting_as(Actor("uid-x", "X", None, frozenset())), "a")
