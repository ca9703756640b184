"""People of one name."""

from __future__ import annotations

from salesdesk.domain.people import told_apart


def test_a_name_of_its_own_stays_as_it_is() -> None:
    assert told_apart([("a", "Ana", "ana@x"), ("b", "Budi", None)]) == {"a": "Ana", "b": "Budi"}


def test_who_shares_a_name_has_the_address_or_the_uid_behind_it() -> None:
    people = [
        ("a", "Ana", "ana@x"), ("b", "Ana", None), ("c", "Ana", "same@x"), ("d", "Ana", "same@x"),
        ("e", "shared@x", "shared@x"), ("f", "shared@x", "other@x"),
    ]  # fmt: skip
    assert told_apart(people) == {
        "a": "Ana (ana@x)", "b": "Ana (b)", "c": "Ana (c)", "d": "Ana (d)",
        "e": "shared@x (e)", "f": "shared@x (other@x)",
    }  # fmt: skip
