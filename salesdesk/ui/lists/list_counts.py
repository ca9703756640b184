"""The counts beside a list: quick ones at once, and to the end where these stopped at their cap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.queries import Count
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.lists.exact_counts import ExactCount

Query = TypeVar("Query")
Order = TypeVar("Order")


@dataclass(frozen=True, slots=True)
class Counts(Generic[Query, Order]):
    """How many there are, asked aside from the rows.

    Attributes:
        found: of those that the query asks for.
        whole: of all.
        sortable: the orders that stay quick for what is asked.
    """

    query: Query
    found: Count
    whole: Count
    sortable: frozenset[Order]

    @property
    def rough(self) -> bool:
        """Whether one of them stopped at its cap."""
        return self.found.more or self.whole.more

    def kept(self, before: Counts[Query, Order] | None) -> Counts[Query, Order]:
        """These; in place of what stopped at its cap what was counted to the end before."""
        if before is None or not self.rough:
            return self
        found = self.found.kept(before.found if before.query == self.query else None)
        return replace(self, found=found, whole=self.whole.kept(before.whole))


class ListCounts(QObject):
    """Asks for the counts of one list.

    Args:
        name: of its screen, by which a newer question voids the older one.
        count: counts for a query, on a worker thread; to the end where `exact` is set.

    Signals:
        counted(Counts): what is known now.
        failed(Exception): it could not be counted.
    """

    counted = Signal(object)
    failed = Signal(object)

    def __init__(
        self, tasks: Tasks, name: str, count: Callable[..., Counts[Any, Any]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._name = name
        self._count = count
        self._query: object = None
        self._known: Counts[Any, Any] | None = None
        self.exact = ExactCount(tasks, self)
        self.exact.counted.connect(self._on_exact)
        self.exact.failed.connect(self.failed)

    def ask(self, query: object) -> None:
        """Count for a query."""
        self._query = query
        work = partial(self._count, query)
        self._tasks.query(("counts", self._name, id(self)), work, self._on_counts, self._on_failed)

    def _on_counts(self, counts: Counts[Any, Any]) -> None:
        self._tell(counts.kept(self._known))
        if counts.rough:
            self.exact.ask(counts.query, partial(self._count, counts.query, exact=True))
        else:
            self.exact.drop()

    def _on_exact(self, query: object, counts: Counts[Any, Any]) -> None:
        if query == self._query:
            self._tell(counts)

    def _tell(self, counts: Counts[Any, Any]) -> None:
        self._known = counts
        self.counted.emit(counts)

    def _on_failed(self, fault: Exception) -> None:
        self.failed.emit(fault)
