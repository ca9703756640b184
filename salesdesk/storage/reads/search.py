"""Search over name, company and phone: the ids first, then the rows.

With an index on the name, `name LIKE '%…%'` beside an order tempts the optimiser into walking
that index and fetching every row (docs/architecture.md, "SQL that wins"): ids are found apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, or_, select, union

from salesdesk.storage import tables
from salesdesk.storage.idle_clock import owned
from salesdesk.storage.reads.sight import Sight
from salesdesk.storage.typed_text import comparable

_C = tables.customers.c
ESCAPE = "/"


@dataclass(frozen=True, slots=True)
class Search:
    """A search text, taken apart.

    Attributes:
        text: looked for anywhere in name and company; empty: not looked for there.
        prefixes: beginnings of normalised phone numbers.
        typed_prefixes: beginnings of phone numbers as they are stored.
        fragments: looked for anywhere in a phone number.
    """

    text: str = ""
    prefixes: tuple[str, ...] = ()
    typed_prefixes: tuple[str, ...] = ()
    fragments: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.prefixes or self.typed_prefixes or self.fragments)


def anywhere(text: str) -> str:
    """The LIKE pattern for a text anywhere, its wildcards meaning themselves."""
    return f"%{_escaped(text)}%"


def beginning(text: str) -> str:
    """The LIKE pattern for a text at the beginning, its wildcards meaning themselves."""
    return f"{_escaped(text)}%"


def _escaped(text: str) -> str:
    for special in (ESCAPE, "%", "_"):
        text = text.replace(special, ESCAPE + special)
    return text


def hits(
    search: Search,
    sight: Sight,
    narrowed: Callable[[Select[Any]], Select[Any]],
    *,
    scan: bool,
) -> Subquery:
    """The ids of the customers that the search finds.

    A number that the reader's role withholds is not found by it either.

    Args:
        narrowed: puts the list's other conditions on a branch, and its order and limit, so that
            no branch gathers more than a page.
        scan: no other condition leaves so few customers that its index is worth using.
    """
    branches = [*_by_reading(search, sight, scan=scan), *_by_index(search, sight)]
    found = [narrowed(branch).subquery(f"branch_{n}") for n, branch in enumerate(branches)]
    each = [select(branch.c.id) for branch in found]
    return (union(*each) if len(each) > 1 else each[0]).subquery("hits")


def _by_reading(search: Search, sight: Sight, *, scan: bool) -> Iterable[Select[Any]]:
    """What no index finds: one reading of the customers for names, companies and numbers."""
    likes = [like(column, anywhere(search.text)) for column in (_C.name, _C.company)]
    likes = likes if search.text else []
    in_phone = [like(_C.phone_number, anywhere(fragment)) for fragment in search.fragments]
    if in_phone:
        likes.append(_seen_phone(or_(*in_phone), sight))
    if likes:
        found = select(_C.id).where(or_(*likes))
        # A server that fetches each row by some index takes ten times as long.
        yield found.with_hint(tables.customers, "USE INDEX ()", "mysql") if scan else found
    if search.fragments:
        yield _numbers([anywhere(fragment) for fragment in search.fragments], sight)


def _by_index(search: Search, sight: Sight) -> Iterable[Select[Any]]:
    """Numbers that begin in one of these ways."""
    stored = [like(_C.phone_number, beginning(prefix)) for prefix in search.typed_prefixes]
    if stored:
        yield select(_C.id).where(_seen_phone(or_(*stored), sight))
    if search.prefixes:
        yield _numbers([beginning(prefix) for prefix in search.prefixes], sight)


def _numbers(patterns: Iterable[str], sight: Sight) -> Select[Any]:
    phones = tables.salesdesk_phones
    found = (
        select(_C.id)
        .select_from(phones.join(tables.customers, _C.id == phones.c.customer_id))
        # The numbers first: servers prefer to look each customer's number up.
        .prefix_with("STRAIGHT_JOIN", dialect="mysql")
    )
    likes = or_(*(like(phones.c.number, pattern) for pattern in patterns))
    return found.where(_seen_phone(likes, sight))


def _seen_phone(found: ColumnElement[bool], sight: Sight) -> ColumnElement[bool]:
    return found if sight.pool_phones else and_(found, owned(tables.customers))


def like(column: ColumnElement[str], pattern: str) -> ColumnElement[bool]:
    """The column fits the pattern, a text that it cannot hold included."""
    return comparable(column, pattern).like(pattern, escape=ESCAPE)
