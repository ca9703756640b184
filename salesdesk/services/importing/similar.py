"""New customers who resemble existing ones by name and company: shown as a suggestion alone.

The file's lines are put into small groups by the beginnings of their names or companies, then
all customers pass by once: no customer is compared with every line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz

from salesdesk.domain.importing import Alike, Line
from salesdesk.domain.permissions import Permission
from salesdesk.services import access
from salesdesk.services.likeness import plain
from salesdesk.services.session import Session
from salesdesk.storage.stores.imports import Named

#: Suggestions that a person can still look through.
MOST = 500

_STRETCH = 5_000
_MOST_OF_A_GROUP = 200
_NAME_LIKENESS = 88.0
_COMPANY_LIKENESS = 85.0
_NAME_ALONE = 95.0
_Entry = tuple[int, str, str, str]


class Groups:
    """The new lines of a file by what their names and companies begin with."""

    def __init__(self) -> None:
        self._entries: dict[str, list[_Entry]] = defaultdict(list)

    def add(self, line: Line) -> None:
        """Take a new line."""
        name, company = plain(line.name), plain(line.company)
        group = self._entries[_key(name, company)]
        if name and len(group) < _MOST_OF_A_GROUP:
            group.append((line.number, line.name, name, company))

    def alike(self, customers: Iterable[Named]) -> list[Alike]:
        """The lines that resemble one of these customers."""
        found = []
        for one in customers:
            name, company = plain(one.name), plain(one.company)
            for number, shown, other, other_company in self._entries.get(_key(name, company), ()):
                if _resemble(name, company, other, other_company):
                    found.append(Alike(number, shown, one.id, one.name, one.company))
        return found


def find(session: Session, groups: Groups) -> tuple[Alike, ...]:
    """The suggestions, at most `MOST`, by line.

    Raises:
        NotAllowed: the actor may not import.
    """
    access.require(session.actor, Permission.DATA_IMPORT)
    found: list[Alike] = []
    after: str | None = ""
    while after is not None and len(found) < MOST:
        begin = after
        stretch = session.store.read(lambda reading: reading.imports.names_after(begin, _STRETCH))  # noqa: B023 - read at once
        found += groups.alike(stretch)
        after = stretch[-1].id if len(stretch) == _STRETCH else None
    return tuple(sorted(found, key=lambda one: (one.number, one.customer_id))[:MOST])


def _key(name: str, company: str) -> str:
    return f"c{company[:4]}" if company else f"n{name[:3]}"


def _resemble(name: str, company: str, other: str, other_company: str) -> bool:
    if not company:
        return fuzz.token_sort_ratio(name, other, score_cutoff=_NAME_ALONE) > 0
    return (
        fuzz.token_sort_ratio(company, other_company, score_cutoff=_COMPANY_LIKENESS) > 0
        and fuzz.token_sort_ratio(name, other, score_cutoff=_NAME_LIKENESS) > 0
    )
