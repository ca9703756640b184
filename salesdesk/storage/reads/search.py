"""Search over name, company and phone: the ids first, then the rows.

With an index on the name, `name LIKE '%…%'` beside an order tempts the optimiser into walking
that index and fetching every row (performance.md, "Shapes that win"): ids are found apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, Subquery, or_, select, union

from salesdesk.domain.queries import CustomerQuery, OwnerScope
from salesdesk.storage import tables
from salesdesk.storage.idle_clock import owned
from salesdesk.storage.reads.sight import Sight

_ESCAPE = "/"


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
    for special in (_ESCAPE, "%", "_"):
        text = text.replace(special, _ESCAPE + special)
    return text


def hits(search: Search, query: CustomerQuery, sight: Sight) -> Subquery:
    """The ids of the customers that the search finds.

    A number that the reader's role withholds is not found by it either.
    """
    branches = [
        *_by_words(search, query),
        *_by_stored_phone(search, sight),
        *_by_number(search, sight),
    ]
    return (union(*branches) if len(branches) > 1 else branches[0]).subquery("hits")


def _by_words(search: Search, query: CustomerQuery) -> Iterable[Select[tuple[str]]]:
    if not search.text:
        return
    c = tables.customers.alias("by_words")
    found = select(c.c.id).where(_like_any((c.c.name, c.c.company), anywhere(search.text)))
    if query.owner.scope is OwnerScope.PERSON:
        yield found.where(c.c.bound_to_uid == query.owner.uid)
        return
    # No index helps a fragment; without this the optimiser may walk one and fetch each row.
    yield found.with_hint(c, "USE INDEX ()", "mysql")


def _by_stored_phone(search: Search, sight: Sight) -> Iterable[Select[tuple[str]]]:
    c = tables.customers.alias("by_phone")
    stored = c.c.phone_number
    likes = [_like(stored, beginning(prefix)) for prefix in search.typed_prefixes]
    likes += [_like(stored, anywhere(fragment)) for fragment in search.fragments]
    if likes:
        found = select(c.c.id).where(or_(*likes))
        yield found if sight.pool_phones else found.where(owned(c))


def _by_number(search: Search, sight: Sight) -> Iterable[Select[tuple[str]]]:
    phones = tables.salesdesk_phones.alias("numbers")
    likes = [_like(phones.c.number, beginning(prefix)) for prefix in search.prefixes]
    likes += [_like(phones.c.number, anywhere(fragment)) for fragment in search.fragments]
    if not likes:
        return
    found = select(phones.c.customer_id.label("id")).where(or_(*likes))
    if not sight.pool_phones:
        c = tables.customers.alias("by_number")
        found = found.join(c, c.c.id == phones.c.customer_id).where(owned(c))
    yield found


def _like_any(columns: Iterable[ColumnElement[str]], pattern: str) -> ColumnElement[bool]:
    return or_(*(_like(column, pattern) for column in columns))


def _like(column: ColumnElement[str], pattern: str) -> ColumnElement[bool]:
    return column.like(pattern, escape=_ESCAPE)
