"""`salesdesk_search_texts`: names and companies as a search compares them.

Only of those that are not plain letters: what is plain every database compares alike
(docs/rules.md, "Words in search"). Whoever writes a name through us writes this with it; what
others write, the sweep of the summaries finds and renews under the customers' locks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, and_, delete, or_, select

from salesdesk.domain.search_text import search_text
from salesdesk.storage import tables
from salesdesk.storage.db.plain_text import is_plain
from salesdesk.storage.stores.lines import insert_lines

_C = tables.customers.c
_TEXTS = tables.salesdesk_search_texts
_T = _TEXTS.c
_NAMES = tuple(column.name for column in _TEXTS.columns)


@dataclass(frozen=True, slots=True)
class SearchTextStore:
    """The texts, within one transaction."""

    connection: Connection

    def add(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Keep what a search compares of customers whose rows were just made."""
        self._put({str(row["id"]): _text(row["name"], row.get("company")) for row in rows})

    def renew(self, ids: Iterable[str]) -> int:
        """Bring these customers' texts in line with their rows; how many were not."""
        wanted = sorted(set(ids))
        if not wanted:
            return 0
        named = select(_C.id, _C.name, _C.company).where(_C.id.in_(wanted))
        texts = {row.id: _text(row.name, row.company) for row in self.connection.execute(named)}
        stored = self.connection.execute(select(*_T).where(_T.customer_id.in_(wanted)))
        kept = {row.customer_id: row.text for row in stored}
        changed = {one: text for one, text in texts.items() if text != kept.get(one)}
        gone = [one for one in kept if texts.get(one) is None]
        self._put(changed)
        self.remove(gone)
        return len(changed.keys() | set(gone))

    def remove(self, ids: Iterable[str]) -> None:
        """Forget these customers."""
        wanted = sorted(set(ids))
        if wanted:
            self.connection.execute(delete(_TEXTS).where(_T.customer_id.in_(wanted)))

    def differing(self, first: str, last: str) -> list[str]:
        """Customers from one id to another whose text is not of their present names."""
        doubtful = or_(
            _T.customer_id.is_not(None), and_(_C.name.is_not(None), ~is_plain(_C.name, _C.company))
        )
        statement = (
            select(_C.id, _C.name, _C.company, _T.text)
            .select_from(tables.customers.outerjoin(_TEXTS, _T.customer_id == _C.id))
            .where(_C.id >= first, _C.id <= last, doubtful)
            .order_by(_C.id)
        )
        return [
            row.id
            for row in self.connection.execute(statement)
            if _text(row.name, row.company) != row.text
        ]

    def _put(self, texts: Mapping[str, str | None]) -> None:
        lines = [(one, text) for one, text in texts.items() if text is not None]
        insert_lines(self.connection, _TEXTS.name, _NAMES, lines, replacing=True)


def _text(name: object, company: object) -> str | None:
    return search_text(str(name or ""), str(company) if company else None)
