"""Typing: in the list's search and in the palette, until the first hits and until all of them."""

from __future__ import annotations

from benchmarks.jobs import by_hand
from benchmarks.jobs.job import Job, Pair
from benchmarks.seat import Seat
from salesdesk.domain.queries import CustomerQuery
from salesdesk.services.lists import customers, palette

_SCAN = "a fragment is looked for in every name and company: no index finds it"
_PHONE = (
    "WHERE c.id IN (SELECT customer_id FROM salesdesk_phones WHERE number LIKE '+628000012%') "
    "ORDER BY c.name, c.id"
)


def _search(key: str, title: str, typed: str, raw: str, limit: str) -> Job:
    query = CustomerQuery(search=typed)

    def at(seat: Seat) -> Pair:
        return Pair(lambda: customers.page(seat.session, query), lambda: seat.all(raw))

    return Job(f"search.{key}", title, limit, at, 1.2)


def _palette(seat: Seat) -> Pair:
    raw = by_hand.fragment("sari", 20)
    return Pair(lambda: palette.others(seat.session, "sari"), lambda: seat.all(raw))


def _palette_first(seat: Seat) -> Pair:
    raw = by_hand.customers("WHERE c.name LIKE 'sari%' ORDER BY c.name, c.id", 20)
    return Pair(lambda: palette.beginning(seat.session, "sari"), lambda: seat.all(raw))


JOBS = (
    _search(
        "first",
        "the first hits: whose name begins so",
        "sari",
        by_hand.customers("WHERE c.name LIKE 'sari%' ORDER BY c.name, c.id"),
        "an index of the names finds the customers",
    ),
    _search("common", "a fragment that many have", "ari", by_hand.fragment("ari"), _SCAN),
    _search("none", "a fragment that nobody has", "qqqq", by_hand.fragment("qqqq"), _SCAN),
    _search(
        "words",
        "two words in any order, with accents",
        "Santosó sari",
        by_hand.words("santoso", "sari"),
        _SCAN,
    ),
    _search(
        "phone",
        "how a phone number begins",
        "0800 0001 2",
        by_hand.customers(_PHONE),
        "an index of the numbers finds the customers",
    ),
    Job(
        "search.palette_first",
        "the palette, the first hits",
        "an index of the names finds the customers",
        _palette_first,
        1.2,
    ),
    Job("search.palette", "the palette, all others", _SCAN, _palette, 1.2),
)
