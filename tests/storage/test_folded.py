"""SQLite compares letters as the servers' collation does."""

from __future__ import annotations

import string

import pytest
from sqlalchemy import String, literal, select

from salesdesk.storage.db.folded import alike, folded
from tests.support.database import Database

#: Latin-1 and the Latin alphabets of Europe, Turkey and Vietnam.
LETTERS = [chr(at) for at in (*range(0xC0, 0x180), *range(0x1EA0, 0x1EFA)) if chr(at).isalpha()]


def test_a_letter_is_folded_to_the_one_that_a_server_takes_it_for(mariadb: Database) -> None:
    at_odds = {}
    for letter in LETTERS:
        told = mariadb.execute(
            "SELECT " + ", ".join(f"%s COLLATE utf8mb4_unicode_ci LIKE '{one}'"
                                  for one in string.ascii_lowercase),
            *[letter] * len(string.ascii_lowercase),
        )[0]  # fmt: skip
        same = {one for one, hit in zip(string.ascii_lowercase, told, strict=True) if hit}
        ours = folded(letter)
        if same != ({ours} & set(string.ascii_lowercase)):
            at_odds[letter] = (same, ours)
    assert at_odds == {}


@pytest.mark.parametrize(
    ("stored", "typed", "found"),
    [
        ("André Contoh", "%andre%", True), ("Andre Contoh", "%André%", True),
        ("ŞEBNEM", "%şebnem%", True), ("Nguyễn Văn Ánh", "%nguyen%", True),
        ("Müller", "%MÜLLER%", True), ("Mueller", "%müller%", False), ("陳", "%陳%", True),
        ("100% Añi", "%100/%%", True), ("100 Añi", "%100/%%", False), ("Ani", "%anj%", False),
    ],
)  # fmt: skip
def test_a_pattern_fits_without_regard_to_case_and_accents(
    database: Database, stored: str, typed: str, found: bool
) -> None:
    with database.engine.begin() as connection:
        text = select(literal(stored, String()).label("text")).subquery()
        fits = connection.execute(select(alike(text.c.text, typed, "/"))).scalar_one()
    assert bool(fits) is found
