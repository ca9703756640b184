"""Words are found alike on every database, however they are spelt (docs/rules.md, "Words in
search"): names are made of plain words and then respelt, so that it is known who holds what.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from salesdesk.domain.customer import CustomerDraft
from salesdesk.domain.events import new_id
from salesdesk.domain.queries import CustomerQuery, pages
from salesdesk.services import customers as acts
from salesdesk.services import summaries
from salesdesk.services.lists import customers, palette
from salesdesk.services.session import Session
from tests.support.factories import Office
from tests.support.rows import customer, key, put

WORDS = ("siti", "rahma", "o'brien", "ma'ruf", "nguyen", "andre", "muller", "dang", "jum'at",
         "sebnem", "lukasz", "oystein", "pena", "cafe", "maju", "jaya", "p%q", "a_b")  # fmt: skip
ACCENTS = {
    "a": "àáâãäåāăąạả", "c": "çćč", "d": "đ", "e": "éèêëēėęẽệ", "g": "ğ", "i": "íìîïīị", "l": "ł",
    "n": "ñńň", "o": "óòôõöøōộ", "s": "şšś", "u": "úùûüūůụ", "y": "ýÿ", "z": "žżź",
}  # fmt: skip
APOSTROPHES = "'’‘ʼ`´ʻ′"
BLANKS = (" ", "  ", "\u00a0", "   ")


@dataclass(frozen=True)
class Spelt:
    """A text as it is written, and the plain words that it is of."""

    text: str
    words: tuple[str, ...]


def respelt(chance: random.Random, words: Sequence[str]) -> str:
    """The words in other letters: case, accents, apostrophes, blanks, composed or apart."""

    def letter(one: str) -> str:
        if one == "'":
            return chance.choice(APOSTROPHES)
        if one in ACCENTS and chance.random() < 0.3:
            one = chance.choice(ACCENTS[one])
        return one.upper() if chance.random() < 0.3 else one

    text = chance.choice(BLANKS).join("".join(map(letter, word)) for word in words)
    return unicodedata.normalize(chance.choice(("NFC", "NFD")), text)


def some(chance: random.Random, most: int, *, plain: bool = False) -> Spelt:
    """A few words."""
    words = tuple(chance.choices(WORDS, k=chance.randint(1, most)))
    return Spelt(" ".join(words) if plain else respelt(chance, words), words)


def found(session: Session, typed: str) -> list[str]:
    """The ids of those whom a search lists."""
    query = CustomerQuery(search=typed)
    rows = pages(lambda after: customers.page(session, query, after))
    return [row.id for page in rows for row in page]


def fragments(chance: random.Random, words: Sequence[str]) -> tuple[str, ...]:
    """Pieces of words, in any order."""
    cut = [word[: chance.randint(2, len(word))] for word in chance.sample(words, len(words))]
    return tuple(word for word in cut if word[-1] not in "'%_")


def test_each_word_is_found_however_it_is_spelt(office: Office) -> None:
    chance = random.Random(16)
    crowd = {
        key(number): (
            some(chance, 3, plain=number % 3 == 0),
            some(chance, 2, plain=number % 2 == 0),
        )
        for number in range(120)
    }
    put(office.database, "customers", [
        customer(number, name=name.text, company=firm.text)
        for number, (name, firm) in enumerate(crowd.values())
    ])  # fmt: skip
    summaries.fill(office.admin)
    for _ in range(60):
        sought = fragments(chance, some(chance, 3).words)
        if not sought:
            continue
        right = {
            one
            for one, (name, firm) in crowd.items()
            if all(any(part in word for word in (*name.words, *firm.words)) for part in sought)
        }
        typed = respelt(chance, sought)
        listed = found(office.admin, typed)
        assert set(listed) == right, typed
        assert len(listed) == len(set(listed))
        assert customers.count(office.admin, CustomerQuery(search=typed)).number == len(right)
        shown = [*palette.beginning(office.admin, typed), *palette.others(office.admin, typed)]
        assert {one.id for one in shown} <= right


@pytest.mark.parametrize(
    ("name", "typed", "is_found"),
    [
        ("O'Brien", "o-brien", False), ("Ma-ruf", "ma'ruf", False), ("Mueller", "müller", False),
        ("Andre\u0301 Contoh", "André Contoh", True), ("André Contoh", "andre\u0301", True),
        ("Bu\u200bdi", "budi", True), ("ＡＮＩ", "ani", True), ("Straße", "STRASSE", True),
        ("陳大文", "大", True), ("陳大文", "小", False), ("100% Añi", "100%", True),
        ("100 Añi", "100%", False), ("Łukasz Øst", "lukasz ost", True), ("Ani", "´", False),
    ],
)  # fmt: skip
def test_letters_are_the_same_on_every_database(
    office: Office, name: str, typed: str, is_found: bool
) -> None:
    one = office.customer(name)
    assert found(office.agent, typed) == ([one] if is_found else [])


def test_a_name_that_we_change_is_found_at_once(office: Office) -> None:
    one = office.customer("Zoë", owner=office.agent_uid)
    change(office, one, "Renée")
    assert (found(office.agent, "renee"), found(office.agent, "zoe")) == ([one], [])
    change(office, one, "Rene")
    assert found(office.agent, "rené") == [one]
    assert office.database.execute("SELECT COUNT(*) FROM salesdesk_search_texts") == [(0,)]


def change(office: Office, customer_id: str, name: str) -> None:
    """Rename a customer through the service."""
    seen = acts.get(office.agent, customer_id)
    draft = CustomerDraft(customer_id, name, seen.phone, seen.company or "", seen.address, None)
    acts.edit(office.agent, new_id(), draft, seen)


def test_what_others_write_is_found_after_a_sweep(office: Office) -> None:
    put(
        office.database,
        "customers",
        [customer(1, name="Nguye\u0302\u0303n"), customer(2, name="Dang")],
    )
    assert summaries.sweep(office.admin) is not None
    assert found(office.agent, "nguyen") == [key(1)]
    office.database.execute("UPDATE customers SET name = 'Đặng' WHERE id = %s", key(2))
    office.database.execute("UPDATE customers SET name = 'Nguyen' WHERE id = %s", key(1))
    office.pass_time(summaries.REST)
    swept = summaries.sweep(office.admin)
    assert swept is not None
    assert swept.changed == 2
    assert found(office.agent, "dang") == [key(2)]
    assert office.database.execute("SELECT customer_id FROM salesdesk_search_texts") == [(key(2),)]
    office.database.execute("DELETE FROM customers WHERE id = %s", key(2))
    office.pass_time(summaries.REST)
    summaries.sweep(office.admin)
    assert office.database.execute("SELECT COUNT(*) FROM salesdesk_search_texts") == [(0,)]
