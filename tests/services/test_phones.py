"""Phone numbers as people type them."""

from __future__ import annotations

from collections.abc import Callable

import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat

from salesdesk.domain.phones import NUMBER_LENGTH
from salesdesk.services import phone_reading, phones

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
    assert phones.numbers(typed, "ID") == (MOBILE,)
    assert phones.e164(typed, "ID") == MOBILE
    assert phones.display(typed).removesuffix(" ext. 12") == "+62 813-8840-2217"


@pytest.mark.parametrize(
    ("typed", "region", "number"),
    [
        ("62213456789", "ID", "+62213456789"),  # the library alone reads +6262213456789
        ("+1 650 253 0000", "ID", "+16502530000"),
        ("001 650 253 0000", "ID", "+16502530000"),
        ("65123456", "SG", "+6565123456"),
        ("6591234567", "SG", "+6591234567"),
        ("6591234567", "ID", "+6591234567"),
        ("60123456789", "ID", "+60123456789"),
        ("+62 62 813-8840-2217", "ID", MOBILE),
        ("62 62 813 8840 2217", "ID", MOBILE),
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


@pytest.mark.parametrize(
    "typed", ["021-555 1234", "+62 21 5551234", "(0361) 222333", "+44 20 7946 0018"]
)
def test_nobody_can_chat_with_a_landline(typed: str) -> None:
    assert phones.whatsapp_link(typed) == ""
    assert phones.tel_link(typed)
    assert phones.is_landline(phones.e164(typed, "ID") or "")


def test_a_text_with_a_landline_before_a_mobile_chats_with_the_mobile() -> None:
    both = "021-5551234 / 0813-8840-2217"
    assert phones.whatsapp_link(both) == "https://wa.me/6281388402217"
    assert phones.tel_link(both) == "tel:+62215551234"


@pytest.mark.parametrize("number", [MOBILE, "+12025550123", "", "ask Budi", "021-5551234"])
def test_what_may_be_a_mobile_or_is_not_e164_is_no_plain_landline(number: str) -> None:
    assert not phones.is_landline(number)


def test_spellings_are_of_the_same_number_and_fit_the_column() -> None:
    found = phones.spellings(MOBILE, "ID")
    assert {"081388402217", "6281388402217", MOBILE, "0813-8840-2217"} <= found
    assert {phones.e164(spelling, "ID") for spelling in found} == {MOBILE}
    assert all(len(spelling) <= NUMBER_LENGTH for spelling in found)
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
    found = phone_reading.read(typed, region)
    assert all(0 < len(one.number) <= NUMBER_LENGTH for one in found.numbers)
    assert all(phones.numbers(one.number, region) == (one.number,) for one in found.callable)
    assert isinstance(phones.display(typed, region), str)
    phones.search_key(typed, region)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("0812-0000-10O1", "A letter stands among the digits"),
        ("0812-0000-100l", "A letter stands among the digits"),
        ("12345", "placeholder"),
        ("1234567890", "placeholder"),
        ("0000000000", "placeholder"),
        ("+62 8888 8888", "placeholder"),
        ("0812345", "too few digits"),
        ("*123#", "too few digits"),
        ("6.28123457E+12", "cut digits off"),
        ("8,12000099E+10", "cut digits off"),
        ("8.123456789E10", "cut digits off"),
    ],
)
def test_no_number_is_guessed_into_being(typed: str, told: str) -> None:
    found = phone_reading.read(typed, "ID")
    assert found.callable == ()
    assert told in " ".join(one.english for one in found.faults)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("81234567890.0", "+6281234567890"),
        ("81234567890,00", "+6281234567890"),
        ("8.1234567890E+10", "+6281234567890"),
        ("6.281234567890e+12", "+6281234567890"),
        ("'081234567890", "+6281234567890"),
        ('="081234567890"', "+6281234567890"),
        ("021 555.0123", "+62215550123"),
        ("021/5550111", "+62215550111"),
        ("0812-0000-1003 (2)", "+6281200001003"),
        ("WA0812-0000-1001", "+6281200001001"),
        ("0812-0000-1001WA", "+6281200001001"),
        ("6,281,234,567,890", "+6281234567890"),
        ("+6.281234567890E12", "+6281234567890"),
        ("+081234567890", "+6281234567890"),
    ],
)
def test_what_a_spreadsheet_and_people_put_around_a_number(typed: str, meant: str) -> None:
    assert phones.numbers(typed, "ID") == (meant,)
    assert phone_reading.read(typed, "ID").faults == ()


@pytest.mark.parametrize(
    ("typed", "extension", "note"),
    [
        ("(021) 5550-111 ext. 10023", "10023", ""),
        ("021-5550111 pes 12", "12", ""),
        ("021-5550111 x12", "12", ""),
        ("021-5550111 #12", "12", ""),
        ("tel:+62-21-5550111;ext=5", "5", ""),
        ("021-5550111 sejak 2023-05-01", "", "sejak 2023-05-01"),
        ("021-5550111 (ibu)", "", "ibu"),
        ("021-5550111 / 33", "", "33"),
        ("021-5550111 (08:00-17:00)", "", "08:00-17:00"),
        ("021-5550111 buka 8.00 - 17.00", "", "buka 8.00 - 17.00"),
    ],
)
def test_what_stands_beside_a_number_is_kept_and_is_none(
    typed: str, extension: str, note: str
) -> None:
    (number,) = phone_reading.read(typed, "ID").numbers
    assert (number.number, number.extension, number.note) == ("+62215550111", extension, note)


#: How people write one number after another.
BETWEEN = (" / ", "/", ", ", "; ", "\n", " - ", " ", " ::: ", " dan ", " | ")
NATIONAL = st.from_regex(
    r"8(?:1[1-9]|2[1-3]|5[1-36-9]|7[78]|9[5-9])[0-9]{7,8}", fullmatch=True
).filter(lambda n: len(set(n)) > 1)
#: How people write a number, from its national digits.
WAYS = (
    lambda n: f"0{n}", lambda n: f"0{n[:3]}-{n[3:7]}-{n[7:]}", lambda n: f"+62{n}",
    lambda n: f"+62 {n[:3]}-{n[3:7]}-{n[7:]}", lambda n: f"+62 (0){n[:3]} {n[3:7]} {n[7:]}",
    lambda n: f"62{n}", lambda n: f"0062{n}", lambda n: f"tel:+62{n}", lambda n: f"wa.me/62{n}",
    lambda n: f"https://wa.me/62{n}?text=halo", lambda n: f"62{n}@c.us",
    lambda n: f"WA: 0{n}", lambda n: f"HP 0{n[:3]}.{n[3:7]}.{n[7:]}", lambda n: f"0{n} (kantor)",
    lambda n: f"\u202a+62 {n[:3]} {n[3:7]} {n[7:]}\u202c", lambda n: f"+62 62{n}",
)  # fmt: skip


@given(NATIONAL, st.sampled_from(WAYS))
def test_every_spelling_is_the_same_number(national: str, way: Callable[[str], str]) -> None:
    typed = way(national)
    found = phone_reading.read(typed, "ID")
    assert [one.number for one in found.numbers] == [f"+62{national}"]
    assert found.faults == ()
    key = phones.search_key(typed, "ID")
    assert key is not None
    assert f"+62{national}" in key.prefixes


@given(
    st.sampled_from(["0", "62", "+62", "", "+", "00", "6208", "65", "+1"]),
    st.lists(st.text("0123456789", min_size=1, max_size=6), min_size=1, max_size=5),
    st.sampled_from(["", " ", "-"]),
)
@example("0", ["8888", "8888", "888"], "-")
@example("0", ["812", "12026", "0000"], "-")
@example("0", ["8120", "000٠", "0001"], "-")
def test_the_short_way_comes_to_the_same_as_the_long_one(
    dialled: str, groups: list[str], between: str
) -> None:
    for begun in ("", "8", "81", "812", "0812", "888"):
        text = f"{dialled}{begun}{between.join(groups)}"
        assert phone_reading.read(text, "ID") == phone_reading.read_at_length(text, "ID")


@given(NATIONAL, st.sampled_from(WAYS))
def test_spellings_come_to_the_same_on_both_ways(national: str, way: Callable[[str], str]) -> None:
    text = way(national)
    assert phone_reading.read(text, "ID") == phone_reading.read_at_length(text, "ID")


@pytest.mark.parametrize(
    ("typed", "notes"),
    [
        ("0812-0020-0819 (Bpk. Joko) 0813-0020-0819 (Ibu)", ["Bpk. Joko", "Ibu"]),
        ("Joko 0812-0020-0819 Ani 0813-0020-0819", ["Joko", "Ani"]),
        ("0812-0020-0819 0813-0020-0819 (kantor)", ["", "kantor"]),
        ("☎ 0812-0020-0819* ?", [""]), ("0812 0020 0819 - 0820", ["-0820"]),
    ],
)  # fmt: skip
def test_words_stay_with_the_number_that_they_stand_beside(typed: str, notes: list[str]) -> None:
    assert [one.note for one in phone_reading.read(typed, "ID").numbers] == notes


@given(st.from_regex(r"8[0-9]{8,11}", fullmatch=True))
def test_spellings_are_the_librarys(national: str) -> None:
    number = f"+62{national}"
    parsed = phonenumbers.parse(number)
    for kind in (PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL):
        assert phonenumbers.format_number(parsed, kind) in phones.spellings(number, "ID")


@given(NATIONAL, NATIONAL, st.sampled_from(BETWEEN), st.sampled_from(WAYS[:4]))
def test_two_numbers_of_one_text_are_two(
    first: str, second: str, between: str, way: Callable[[str], str]
) -> None:
    found = phone_reading.read(f"{way(first)}{between}{way(second)}", "ID")
    assert [one.number for one in found.numbers] == list(
        dict.fromkeys((f"+62{first}", f"+62{second}"))
    )


@given(NATIONAL, st.sampled_from(["0", "62", "+62", "0062"]))
def test_each_way_to_dial_is_the_same_number(digits: str, dialled: str) -> None:
    assert phones.numbers(f"{dialled}{digits}", "ID") == (f"+62{digits}",)
    key = phones.search_key(f"{dialled}{digits}"[:9], "ID")
    assert key is not None
    assert any(f"+62{digits}".startswith(prefix) for prefix in key.prefixes)
