"""Phone numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.services import phones

MOBILE = "+6281388402217"


@pytest.mark.parametrize(
    "typed",
    [
        "0813-8840-2217", "0813 8840 2217", "+62 813-8840-2217", "6281388402217",
        "62 813 8840 2217", "006281388402217", "+62 (0)813-8840-2217", "6208138840 2217",
        "WA: 0813.8840.2217 (Budi)", "0813‑8840‑2217", "\u202a+62 813-8840-2217\u202c",
        "٠٨١٣٨٨٤٠٢٢١٧", "813 8840 2217", "0813-8840-2217 ext 12",
    ],
)  # fmt: skip
def test_every_format_is_one_number(typed: str) -> None:
    assert phones.normalise(typed, "ID") == phones.Phone(MOBILE, (MOBILE,))
    assert phones.e164(typed, "ID") == MOBILE
    assert phones.display(typed) == "+62 813-8840-2217"


@pytest.mark.parametrize(
    ("typed", "region", "number"),
    [
        ("62213456789", "ID", "+62213456789"),  # the library alone reads +6262213456789
        ("+1 650 253 0000", "ID", "+16502530000"),
        ("001 650 253 0000", "ID", "+16502530000"),
        ("65123456", "SG", "+6565123456"),
        ("6591234567", "SG", "+6591234567"),
        ("9123456789", "IN", "+919123456789"),
        ("919123456789", "IN", "+919123456789"),
        ("(650) 253-0000", "US", "+16502530000"),
    ],
)
def test_the_country_code_is_told_from_the_number(typed: str, region: str, number: str) -> None:
    assert phones.e164(typed, region) == number


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("0813-8840-2217 / 021-5551234", (MOBILE, "+62215551234")),
        ("021-5551234/5", ("+62215551234",)),
        ("0813 8840 2217, 081388402217", (MOBILE,)),
        ("0812345", ("0812345",)),
        ("123", ("123",)),
        ("no number", ()),
        ("", ()),
        ("9" * 30, ("9" * 20,)),
    ],
)
def test_several_too_short_and_none(typed: str, numbers: tuple[str, ...]) -> None:
    assert phones.numbers(typed, "ID") == numbers


def test_what_cannot_be_called_is_shown_as_it_is_and_has_no_link() -> None:
    assert phones.display("ask Budi") == "ask Budi"
    assert phones.display("123") == "123"
    assert phones.whatsapp_link("123") == ""
    assert phones.tel_link("") == ""
    assert phones.e164("123", "ID") is None


def test_links_and_two_numbers() -> None:
    typed = "0813-8840-2217 / 021-5551234"
    assert phones.whatsapp_link(typed) == "https://wa.me/6281388402217"
    assert phones.tel_link(typed) == "tel:+6281388402217"
    assert phones.display(typed) == "+62 813-8840-2217 / +62 21 5551234"


def test_spellings_are_of_the_same_number_and_fit_the_column() -> None:
    found = phones.spellings(MOBILE, "ID")
    assert {"081388402217", "6281388402217", MOBILE, "0813-8840-2217"} <= found
    assert {phones.e164(spelling, "ID") for spelling in found} == {MOBILE}
    assert all(len(spelling) <= phones.NUMBER_LENGTH for spelling in found)
    assert phones.spellings("0812345", "ID") == {"0812345"}


@pytest.mark.parametrize("text", ["anna", "PT 12", "12", "+", "", "0813 budi"])
def test_what_is_no_part_of_a_number_is_not_looked_for(text: str) -> None:
    assert phones.search_key(text, "ID") is None


def test_a_beginning_is_told_from_a_fragment() -> None:
    beginning = phones.search_key("0813-884", "ID")
    assert beginning is not None
    assert "+62813884" in beginning.prefixes
    assert "0813-884" in beginning.typed_prefixes
    assert beginning.only
    assert beginning.fragments == ()
    fragment = phones.search_key("2217", "ID")
    assert fragment == phones.SearchKey((), (), ("2217",), only=False)
    trunk = phones.search_key("0217", "ID")
    assert trunk == phones.SearchKey(("+62217",), (), ("0217",), only=False)


@given(st.text(max_size=60), st.sampled_from(["ID", "SG", "US", "DE", "CN"]))
def test_no_text_breaks_it_and_numbers_fit_the_column(typed: str, region: str) -> None:
    found = phones.normalise(typed, region)
    assert all(0 < len(number) <= phones.NUMBER_LENGTH for number in found.numbers)
    assert all(phones.numbers(number, region) == (number,) for number in [found.e164] if number)
    assert isinstance(phones.display(typed, region), str)
    phones.search_key(typed, region)


@given(
    st.integers(811_0000_000, 899_9999_9999).map(str), st.sampled_from(["0", "62", "+62", "0062"])
)
def test_each_way_to_dial_is_the_same_number(digits: str, dialled: str) -> None:
    assert phones.numbers(f"{dialled}{digits}", "ID") == (f"+62{digits}",)
    key = phones.search_key(f"{dialled}{digits}"[:9], "ID")
    assert key is not None
    assert any(f"+62{digits}".startswith(prefix) for prefix in key.prefixes)
