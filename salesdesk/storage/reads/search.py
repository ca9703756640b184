"""Search over name, company and phone: the ids first, then the rows.

Each word is looked for in the columns themselves and, of customers whose names are not plain
letters, in the text that is kept of them in one form: the columns' own collations differ in what
they take for the same letter.

With an index on the name, `name LIKE '%…%'` beside an order tempts the optimiser into walking
that index and fetching every row (docs/architecture.md, "SQL that wins"): ids are found apart.

What begins with the text is found by indexes within milliseconds; what only contains it takes a
reading of every customer. So the two can be asked for one after the other, none in both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    exists,
    false,
    func,
    not_,
    or_,
    select,
    union,
)
from sqlalchemy.sql.util import ClauseAdapter

from salesdesk.domain.search_text import folded
from salesdesk.storage import tables
from salesdesk.storage.db.plain_text import is_ascii, is_plain
from salesdesk.storage.db.typed_text import comparable
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.viewer import Viewer

_C = tables.customers.c
_TEXTS = tables.salesdesk_search_texts
#: The same where it is asked of one customer.
_KEPT = _TEXTS.alias("kept")
ESCAPE = "/"


class Hits(Enum):
    """Which of those that a search finds are asked for.

    Attributes:
        BEGINNING: whose name or number begins with it.
        REST: all others, who only contain it.
    """

    ALL = "all"
    BEGINNING = "beginning"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Search:
    """A search text, taken apart.

    Attributes:
        text: each of its words is looked for anywhere in name and company, in any order; empty:
            not looked for there.
        prefixes: beginnings of normalised phone numbers.
        typed_prefixes: beginnings of phone numbers as they are stored.
        fragments: looked for anywhere in a phone number.
    """

    text: str = ""
    prefixes: tuple[str, ...] = ()
    typed_prefixes: tuple[str, ...] = ()
    fragments: tuple[str, ...] = ()
    asked: Hits = Hits.ALL

    @property
    def folded(self) -> str:
        """The text as texts are compared; as typed where nothing of it would be left."""
        return folded(self.text) or self.text

    @property
    def in_numbers(self) -> bool:
        """Whether it is looked for in numbers too."""
        return bool(self.prefixes or self.typed_prefixes or self.fragments)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, in that form."""
        return tuple(self.folded.split())

    def __bool__(self) -> bool:
        return bool(self.text) or self.in_numbers

    def only(self, asked: Hits) -> Search:
        """The same search for some of its hits."""
        return replace(self, asked=asked)


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
    viewer: Viewer,
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
    if search.asked is Hits.REST:
        branches = _rest(search, viewer, scan=scan)
    else:
        begins = search.asked is Hits.BEGINNING
        by_name = _by_name(search) if begins else _by_reading(search, viewer, scan=scan)
        branches = [*by_name, *_by_kept_text(search), *_by_index(search, viewer)]
    if search.asked is not Hits.BEGINNING:
        branches += _by_link(search, viewer)
    branches = branches or [select(_C.id).where(false())]
    each = [
        select(narrowed(branch).subquery(f"branch_{n}").c.id) for n, branch in enumerate(branches)
    ]
    return (union(*each) if len(each) > 1 else each[0]).subquery("hits")


def _rest(search: Search, viewer: Viewer, *, scan: bool) -> list[Select[Any]]:
    """Those who only contain what is looked for."""
    read, kept = list(_by_reading(search, viewer, scan=scan)), list(_by_kept_text(search))
    if search.in_numbers:
        begins = func.coalesce(begun(search, viewer), false())
        return [branch.where(not_(begins)) for branch in (*read, *kept)]
    # Of words alone each branch tells by its own text: asked of every hit, it has to be cheap.
    text = beginning(search.folded)
    return [
        *(branch.where(not_(like(_C.name, text))) for branch in read),
        *(branch.where(not_(like(_TEXTS.c.text, text))) for branch in kept),
    ]


def _by_link(search: Search, viewer: Viewer) -> Iterable[Select[Any]]:
    """Those found by the name or number of who is hidden behind them."""
    found = select(_C.id).where(_stands_for(_is_own_hit(search.only(Hits.ALL), viewer)))
    if search.asked is Hits.REST:
        found = found.where(not_(func.coalesce(begun(search, viewer), false())))
    yield found


def _stands_for(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether somebody fulfils a condition of its row who is hidden behind the customer."""
    links, one = tables.salesdesk_links, tables.customers.alias("hidden_hit")
    of_hidden: ColumnElement[bool] = ClauseAdapter(one).traverse(condition)
    found = select(links.c.winner_id).select_from(links.join(one, one.c.id == links.c.customer_id))
    return _C.id.in_(found.where(of_hidden))


def is_hit(search: Search, viewer: Viewer) -> ColumnElement[bool]:
    """Whether a search finds a customer, as a condition of its row: for a walk that meets many."""
    own = _is_own_hit(search, viewer)
    if search.asked is Hits.BEGINNING:
        return own
    linked = _stands_for(_is_own_hit(search.only(Hits.ALL), viewer))
    if search.asked is Hits.REST:
        linked = and_(linked, not_(func.coalesce(begun(search, viewer), false())))
    return or_(own, linked)


def _is_own_hit(search: Search, viewer: Viewer) -> ColumnElement[bool]:
    """The same by the customer's own name and numbers."""
    begins = func.coalesce(begun(search, viewer), false())
    if search.asked is Hits.BEGINNING:
        return begins
    in_number = _numbered(search.fragments, anywhere, viewer)
    kept = [_with_kept_text(_holds(search, _KEPT.c.text))] if search.text else []
    contains = or_(false(), *_contained(search, viewer), *kept, *in_number)
    return and_(contains, not_(begins)) if search.asked is Hits.REST else or_(contains, begins)


def begun(search: Search, viewer: Viewer) -> ColumnElement[bool]:
    """Whether a customer's name or number begins with what is looked for; it may be null."""
    name = []
    if search.text:
        name = [_begun_name(search), _with_kept_text(_begins(search, _KEPT.c.text))]
    stored = [like(_C.phone_number, beginning(prefix)) for prefix in search.typed_prefixes]
    seen = [_seen_phone(or_(*stored), viewer)] if stored else []
    return or_(false(), *name, *seen, *_numbered(search.prefixes, beginning, viewer))


def _numbered(
    parts: tuple[str, ...], pattern: Callable[[str], str], viewer: Viewer
) -> Iterable[ColumnElement[bool]]:
    """Whether one of the customer's normalised numbers is like this."""
    if parts:
        n = tables.salesdesk_phones.alias("numbers").c
        likes = or_(*(like(n.number, pattern(part)) for part in parts))
        yield _seen_phone(exists().where(n.customer_id == _C.id, likes), viewer)


def _contained(search: Search, viewer: Viewer) -> Iterable[ColumnElement[bool]]:
    """Whether name and company contain each word, or the stored number what is looked for."""
    if search.text:
        words = [anywhere(word) for word in search.words]
        columns = (_C.name, _C.company)
        told = and_(*(or_(*(like(one, word) for one in columns)) for word in words))
        yield _without_kept_text(told)
    in_phone = [like(_C.phone_number, anywhere(fragment)) for fragment in search.fragments]
    if in_phone:
        yield _seen_phone(or_(*in_phone), viewer)


def _is_kept(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a text of the customer is kept, and fulfils these."""
    return exists().where(_KEPT.c.customer_id == _C.id, *conditions)


def _with_kept_text(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """The same, asked of those alone who can have such a text."""
    return and_(~is_plain(_C.name, _C.company), _is_kept(condition))


def _without_kept_text(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """The same of a customer's own columns, whose collation may take two letters for one.

    Whoever has a kept text goes by that; whom no sweep has seen yet, by the columns. What holds
    ASCII alone is the same in both but for apostrophes, and of these the columns find fewer.
    """
    return and_(condition, or_(is_ascii(_C.name, _C.company), ~_is_kept()))


def _begun_name(search: Search) -> ColumnElement[bool]:
    return _without_kept_text(like(_C.name, beginning(search.folded)))


def _holds(search: Search, kept: ColumnElement[str]) -> ColumnElement[bool]:
    """The kept text holds each word."""
    return and_(*(like(kept, anywhere(word)) for word in search.words))


def _begins(search: Search, kept: ColumnElement[str]) -> ColumnElement[bool]:
    return like(kept, beginning(search.folded))


def _by_kept_text(search: Search) -> Iterable[Select[Any]]:
    """Those of whom a text is kept: few among many, read apart."""
    if search.text:
        fits = _begins if search.asked is Hits.BEGINNING else _holds
        kept = select(_C.id).select_from(
            _TEXTS.join(tables.customers, _C.id == _TEXTS.c.customer_id)
        )
        # The texts first: servers prefer to look for a text of each customer.
        yield kept.prefix_with("STRAIGHT_JOIN", dialect="mysql").where(fits(search, _TEXTS.c.text))


def _by_reading(search: Search, viewer: Viewer, *, scan: bool) -> Iterable[Select[Any]]:
    """What no index finds: one reading of the customers for names, companies and numbers."""
    likes = list(_contained(search, viewer))
    if likes:
        read = select(_C.id).where(or_(*likes))
        # A server that fetches each row by some index takes ten times as long.
        yield read.with_hint(tables.customers, "USE INDEX ()", "mysql") if scan else read
    if search.fragments:
        yield _numbers([anywhere(fragment) for fragment in search.fragments], viewer)


def _by_name(search: Search) -> Iterable[Select[Any]]:
    """Names that begin with the text."""
    if search.text:
        yield select(_C.id).where(_begun_name(search))


def _by_index(search: Search, viewer: Viewer) -> Iterable[Select[Any]]:
    """Numbers that begin in one of these ways."""
    stored = [like(_C.phone_number, beginning(prefix)) for prefix in search.typed_prefixes]
    if stored:
        yield select(_C.id).where(_seen_phone(or_(*stored), viewer))
    if search.prefixes:
        yield _numbers([beginning(prefix) for prefix in search.prefixes], viewer)


def _numbers(patterns: Iterable[str], viewer: Viewer) -> Select[Any]:
    phones = tables.salesdesk_phones
    numbers = (
        select(_C.id)
        .select_from(phones.join(tables.customers, _C.id == phones.c.customer_id))
        # The numbers first: servers prefer to look each customer's number up.
        .prefix_with("STRAIGHT_JOIN", dialect="mysql")
    )
    likes = or_(*(like(phones.c.number, pattern) for pattern in patterns))
    return numbers.where(_seen_phone(likes, viewer))


def _seen_phone(phone: ColumnElement[bool], viewer: Viewer) -> ColumnElement[bool]:
    return phone if viewer.pool_phones else and_(phone, owned(tables.customers))


def like(column: ColumnElement[str], pattern: str) -> ColumnElement[bool]:
    """The column fits the pattern, a text that it cannot hold included."""
    return comparable(column, pattern).like(pattern, escape=ESCAPE)
