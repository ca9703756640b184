"""How alike two customers are by name and company, and which ones are compared at all.

Nobody is compared with everybody: only customers that share a key are, and in a large group of one
key only those whose names stand close to one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from rapidfuzz import fuzz

from salesdesk.services.likeness import plain

#: A pair below is not shown.
LEAST_SHARE = 84
_LEAST_NAME, _LEAST_COMPANY = 80.0, 80.0
_NAME_WEIGHT = 0.65
#: Without a company a name says less, and must be nearly the same.
_LEAST_NAME_ALONE, _NAME_ALONE = 95.0, 0.9
#: 'Teguh P.' may be another Teguh.
_BY_INITIAL = 0.9
_KEY_LENGTH = 3
#: In a group of one key, by name, each is compared with so many behind it.
WINDOW = 24


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer with the plain words of its name and company."""

    id: str
    name: str
    company: str


def keys(one: Candidate) -> frozenset[str]:
    """The groups in which a customer is compared."""
    words = [word[:_KEY_LENGTH] for word in one.name.split() if len(word) >= _KEY_LENGTH]
    if one.company:
        return frozenset(f"{one.company[:_KEY_LENGTH]}/{word}" for word in words)
    return frozenset({" ".join(sorted(words))} if words else ())


def share(one: Candidate, other: Candidate) -> int | None:
    """How alike two customers are, of 100; None: not enough to be shown."""
    if bool(one.company) != bool(other.company):
        return None
    if not one.company:
        name = _names(one.name, other.name, _LEAST_NAME_ALONE) * _NAME_ALONE
        return _shown(name)
    company = fuzz.token_sort_ratio(one.company, other.company, score_cutoff=_LEAST_COMPANY)
    if not company:
        return None
    name = _names(one.name, other.name, _LEAST_NAME)
    return _shown(name * _NAME_WEIGHT + company * (1 - _NAME_WEIGHT)) if name else None


def _shown(found: float) -> int | None:
    return round(found) if found >= LEAST_SHARE else None


def _names(one: str, other: str, least: float) -> float:
    alike = float(fuzz.token_sort_ratio(one, other, score_cutoff=least))
    if alike or (not _has_initial(one) and not _has_initial(other)):
        return alike
    whole, another = _spelled_out(one, other), _spelled_out(other, one)
    found = float(fuzz.token_sort_ratio(whole, another)) * _BY_INITIAL
    return found if found >= least else 0.0


def _has_initial(name: str) -> bool:
    return any(len(word) == 1 for word in name.split())


def _spelled_out(name: str, by: str) -> str:
    """A name with its initials written as the words of the other that begin with them."""
    words, left = name.split(), by.split()
    for word in words:
        if word in left:
            left.remove(word)
    for at, word in enumerate(words):
        meant = next((each for each in left if len(word) == 1 and each.startswith(word)), None)
        if meant is not None:
            left.remove(meant)
            words[at] = meant
    return " ".join(words)


class Groups:
    """Some of the groups; all of them together may be too many to be held at once.

    Args:
        part, parts: only the keys whose turn it is: each falls to one of the parts.
    """

    def __init__(self, part: int, parts: int) -> None:
        self._part, self._parts = part, parts
        self._groups: dict[str, list[Candidate]] = defaultdict(list)

    def add(self, customer_id: str, name: str, company: str) -> None:
        """Take a customer into those groups whose turn it is."""
        one = Candidate(customer_id, plain(name), plain(company))
        for key in keys(one):
            if self._parts == 1 or crc32(key.encode()) % self._parts == self._part:
                self._groups[key].append(one)

    def compared(self) -> Iterator[tuple[Candidate, Candidate]]:
        """The customers that are compared with one another; a pair may come several times."""
        while self._groups:
            _, group = self._groups.popitem()
            yield from _neighbours(group)


def _neighbours(group: Iterable[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    by_name = sorted(group, key=lambda one: (one.name, one.id))
    for at, one in enumerate(by_name):
        for other in by_name[at + 1 : at + 1 + WINDOW]:
            yield one, other
