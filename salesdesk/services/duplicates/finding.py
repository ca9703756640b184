"""Looking for pairs: customers with one number, and customers alike by name and company.

It reads in short stretches, holds the groups of some keys at a time and keeps the surest pairs, so
that a million customers take longer and not more memory. It can be stopped between two parts.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations, groupby

from salesdesk.domain.duplicates import SUREST, Looked, Named, Pair, PairKind, ordered
from salesdesk.domain.moments import DAY
from salesdesk.domain.permissions import Permission
from salesdesk.services import access, phone_sweep
from salesdesk.services.duplicates.likeness import Groups, share
from salesdesk.services.session import Session
from salesdesk.storage.db.cancel import raise_if_stopped
from salesdesk.storage.reads import duplicates as reads
from salesdesk.storage.reads.duplicates import Holder
from salesdesk.storage.unit_of_work import Reading

#: Who may say what two customers are.
NEEDED = (Permission.CUSTOMERS_EDIT, Permission.CUSTOMERS_RELEASE_ANY)

#: Pairs that a person can still look through.
MOST = 500
#: Of those that may turn out to be decided or gone, so many more are kept.
_SPARE = 1_500
#: Customers whose groups are held at once.
HELD_AT_ONCE = 150_000
_STRETCH = 2_000
_DECIDED_WITHIN = 30 * DAY
_ALIKE = -SUREST.index(PairKind.ALIKE)

#: Told after each part: how far it is, of 100.
Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class _Found:
    """A pair by its ids, before it is known what the two are called."""

    kind: PairKind
    ids: tuple[str, str]
    share: int | None = None
    number: str = ""

    @property
    def sure(self) -> tuple[int, int, tuple[str, str]]:
        """The surer, the greater."""
        return (-SUREST.index(self.kind), self.share or 0, self.ids)


class _Surest:
    """The surest pairs, each once; the least sure is dropped where there are too many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._by_ids: dict[tuple[str, str], _Found] = {}
        self._heap: list[tuple[tuple[int, int, tuple[str, str]], int, _Found]] = []
        self._number = 0
        self.dropped = False

    def take(self, found: _Found) -> None:
        """Take a pair; of two findings of the same the surer counts."""
        stands = self._by_ids.get(found.ids)
        if stands is not None and stands.sure >= found.sure:
            return
        self._by_ids[found.ids] = found
        self._number += 1
        heapq.heappush(self._heap, (found.sure, self._number, found))
        while len(self._by_ids) > self._most:
            _, _, least = heapq.heappop(self._heap)
            if self._by_ids.get(least.ids) is least:
                del self._by_ids[least.ids]
                self.dropped = True

    def take_alike(self, one: str, other: str, share: int) -> None:
        """Take a pair that is alike, unless all that are kept are surer."""
        if len(self._by_ids) >= self._most and self._heap[0][0][:2] >= (_ALIKE, share):
            self.dropped = True
        else:
            self.take(_Found(PairKind.ALIKE, ordered(one, other), share))

    def pairs(self) -> list[_Found]:
        """Those that are kept, the surest first."""
        return sorted(self._by_ids.values(), key=lambda one: one.sure, reverse=True)


def find(session: Session, told: Told = lambda _: None) -> Looked:
    """Look for pairs that nothing is said of yet, the surest first, at most `MOST`.

    Numbers that the booking application wrote since the last sweep count too.

    Raises:
        NotAllowed: the actor may not say what two customers are.
        Stopped: nobody waits for it any more.
    """
    access.require(session.actor, *NEEDED)
    at = session.now()
    phone_sweep.refresh(session)
    surest = _Surest(MOST + _SPARE)
    for found in _by_number(session):
        surest.take(found)
    told(10)
    _by_name(session, surest, told)
    pairs = _undecided(session, surest.pairs())
    linked, different = session.store.read(_decided_since(at))
    told(100)
    more = surest.dropped or len(pairs) > MOST
    return Looked(at, tuple(pairs[:MOST]), more, linked, different)


def _by_number(session: Session) -> Iterator[_Found]:
    after = ""
    while True:
        raise_if_stopped()
        numbers = session.store.read(_shared_after(after))
        if not numbers:
            return
        after = numbers[-1]
        held = session.store.read(_holders_of(numbers))
        for number, each in groupby(held, key=lambda one: one.number):
            yield from _of_number(number, tuple(each))


def _shared_after(after: str) -> Callable[[Reading], list[str]]:
    return lambda reading: reads.shared_numbers(reading.connection, after, reads.STRETCH)


def _holders_of(numbers: Sequence[str]) -> Callable[[Reading], list[Holder]]:
    return lambda reading: reads.holders(reading.connection, numbers)


def _of_number(number: str, holders: Sequence[Holder]) -> Iterator[_Found]:
    for one, other in combinations(holders, 2):
        both = one.first and other.first
        kind = PairKind.SAME_NUMBER if both else PairKind.SECOND_NUMBER
        yield _Found(kind, ordered(one.customer_id, other.customer_id), number=number)


def _by_name(session: Session, surest: _Surest, told: Told) -> None:
    total = session.store.read(lambda reading: reading.summaries.customers())
    parts = max(1, -(-total // HELD_AT_ONCE))
    for part in range(parts):
        groups = Groups(part, parts)
        begin, span = 10 + 88 * part // parts, 88 / parts
        for through in _gather(session, groups):
            told(round(begin + span * 0.5 * min(through / max(total, 1), 1)))
        for number, (one, other) in enumerate(groups.compared()):
            if not number % _STRETCH:
                raise_if_stopped()
            found = share(one, other)
            if found is not None:
                surest.take_alike(one.id, other.id, found)
        told(round(begin + span))


def _gather(session: Session, groups: Groups) -> Iterator[int]:
    """Let all customers pass by once; how many have."""
    after, through = "", 0
    while True:
        raise_if_stopped()
        stretch = session.store.read(_names_after(after))
        for one in stretch:
            groups.add(one.id, one.name, one.company)
        through += len(stretch)
        yield through
        if len(stretch) < _STRETCH:
            return
        after = stretch[-1].id


def _names_after(after: str) -> Callable[[Reading], list[Named]]:
    return lambda reading: [
        Named(one.id, one.name, one.company) for one in reading.imports.names_after(after, _STRETCH)
    ]


def standing(session: Session, looked: Looked, found: Sequence[Pair]) -> Looked:
    """What was found, as decisions that were made or taken back since leave it.

    Args:
        found: all pairs of the look, in the order in which they are shown.

    Raises:
        NotAllowed: as of `find`.
    """
    access.require(session.actor, *NEEDED)
    ids = {pair.ids for pair in _undecided(session, [_found_again(one) for one in found])}
    linked, different = session.store.read(_decided_since(session.now()))
    pairs = tuple(one for one in found if one.ids in ids)
    return replace(looked, pairs=pairs, linked=linked, different=different)


def _found_again(pair: Pair) -> _Found:
    return _Found(pair.kind, pair.ids, pair.share, pair.number)


def _decided_since(now: datetime) -> Callable[[Reading], tuple[int, int]]:
    return lambda reading: reads.decided(reading.connection, now - _DECIDED_WITHIN)


def _undecided(session: Session, found: Iterable[_Found]) -> list[Pair]:
    """Those of which nothing is said yet and whose customers are both there and shown."""
    every = list(found)

    def work(reading: Reading) -> tuple[dict[str, reads.Made], frozenset[str], frozenset[object]]:
        ids = {one for each in every for one in each.ids}
        made = reads.made(reading.connection, ids)
        return made, reading.links.hidden(), reading.links.different(one.ids for one in every)

    made, hidden, different = session.store.read(work)
    return [
        _pair(one, made)
        for one in every
        if one.ids not in different
        and hidden.isdisjoint(one.ids)
        and all(each in made for each in one.ids)
    ]


def _pair(found: _Found, made: Mapping[str, reads.Made]) -> Pair:
    one, other = (made[each] for each in found.ids)
    if one.created_at and other.created_at and other.created_at < one.created_at:
        one, other = other, one
    return Pair(found.kind, one.named, other.named, found.share, found.number)


def without(looked: Looked, ids: tuple[str, str]) -> Looked:
    """What was found without the pairs that a decision on these two settles."""
    return replace(looked, pairs=tuple(one for one in looked.pairs if one.ids != ids))
