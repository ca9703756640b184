"""Handing over the customers behind a mark: all of them are chosen, read into the table or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow, Page, PageKey, pages
from salesdesk.domain.reports.drill_down import DrillDown, Figure
from salesdesk.domain.reports.opened import OpenedRow
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.services.lists import customers
from salesdesk.services.reports import opened
from salesdesk.services.session import Session
from salesdesk.ui.activity.texts import OpenedLine
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.paging.model import PagedModel
from salesdesk.ui.kit.widgets import RowTable
from salesdesk.ui.lists.select_all import MOST_MATCHING
from salesdesk.ui.session.context import Context

#: A mark of these opens its customers in order to hand them over.
_MOVED = frozenset(figure for figure in Figure if figure.value.startswith("workload."))

_AT_ONCE = 500

_ALL = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True, slots=True)
class Behind:
    """The customers behind a mark when they were read.

    Attributes:
        more: there are more than may be handed over at once; then `rows` is empty.
    """

    report_scope: ReportScope
    mark: DrillDown
    rows: tuple[CustomerRow, ...]
    more: bool = False


def read_behind(session: Session, report_scope: ReportScope, mark: DrillDown) -> Behind:
    """Read them all, page by page; on a worker thread.

    Raises:
        Refusal, Unavailable: what `opened.page` and `lists.rows` raise.
    """
    found: dict[str, CustomerRow] = {}
    for lines in _pages(session, report_scope, mark):
        ids = [line.customer_id for line in lines]
        found.update((row.id, row) for row in customers.rows(session, ids))
        if len(found) > MOST_MATCHING:
            return Behind(report_scope, mark, (), more=True)
    return Behind(report_scope, mark, tuple(found.values()))


def _pages(
    session: Session, report_scope: ReportScope, mark: DrillDown
) -> Iterator[tuple[OpenedRow, ...]]:
    def page(after: PageKey | None) -> Page[OpenedRow]:
        return opened.page(session, report_scope, mark, after, _AT_ONCE)

    return pages(page)


class Moving(QObject):
    """Chooses everybody behind a mark, until somebody chooses otherwise.

    Only for figures of workload, and for those who may assign or transfer.

    Signals:
        chosen(): others are chosen.
        ready(): all of them are chosen for the first time, and can be handed over.
        told(str): why they cannot be chosen.
        failed(Exception): they could not be read.
    """

    chosen = Signal()
    ready = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, context: Context, table: RowTable, model: PagedModel[OpenedLine], page: QWidget
    ) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._table = table
        self._model = model
        self._asked: tuple[ReportScope, DrillDown] | None = None
        self._known: dict[str, CustomerRow] = {}
        self._everybody = False
        self._choosing = False
        self._first = False
        table.selectionModel().selectionChanged.connect(self._on_selection)
        table.all_requested.connect(self.choose_everybody)
        model.modelReset.connect(self._show)
        model.rowsInserted.connect(self._show)

    @property
    def rows(self) -> list[CustomerRow]:
        """Who is chosen, by name where it is everybody."""
        if self._everybody:
            return list(self._known.values())
        lines = (self._model.line(one.row()) for one in self._table.selectionModel().selectedRows())
        ids = [line.row.customer_id for line in lines if line is not None]
        return [self._known[one] for one in ids if one in self._known]

    @property
    def everybody(self) -> bool:
        """Whether all are chosen, read into the table or not."""
        return self._everybody

    def known(self, customer_id: str) -> CustomerRow | None:
        """One of those behind the mark, as last read."""
        return self._known.get(customer_id)

    def ask(self, report_scope: ReportScope, mark: DrillDown) -> None:
        """Another mark was opened: read who is behind it, then choose them all."""
        self.leave()
        may = self._context.session.actor.may
        able = may(Permission.CUSTOMERS_ASSIGN) or may(Permission.CUSTOMERS_TRANSFER)
        if able and mark.figure in _MOVED:
            self._asked, self._first, self._everybody = (report_scope, mark), True, True
            self._read()

    def again(self) -> None:
        """Read them again: something may have changed."""
        if self._asked is not None:
            self._read()

    def leave(self) -> None:
        """The mark is not shown any more."""
        self._context.tasks.void(self._key())
        self._asked, self._known = None, {}
        self._first = self._everybody = False
        self.chosen.emit()

    def choose_everybody(self) -> None:
        """Choose all of them."""
        if self._known:
            self._everybody = True
            self._show()
            self.chosen.emit()

    def _key(self) -> tuple[object, ...]:
        return ("activity moving", id(self))

    def _read(self) -> None:
        if self._asked is not None:
            work = partial(read_behind, self._context.session, *self._asked)
            self._context.tasks.query(self._key(), work, self._on_found, self._on_error)

    def _on_found(self, found: Behind) -> None:
        if (found.report_scope, found.mark) != self._asked:
            return
        self._known = {row.id: row for row in found.rows}
        if found.more:
            self._everybody = self._first = False
            number = self._context.office.formats.number(MOST_MATCHING)
            said = self.tr("More than {number} to hand over at once: choose a smaller bar.")
            self.told.emit(fill(said, number=number))
        self._show()
        self.chosen.emit()
        if self._first and self._known and self._page.isVisible():
            self.ready.emit()
        self._first = False

    def _on_error(self, fault: Exception) -> None:
        self.failed.emit(fault)

    def _show(self) -> None:
        """Show every row as chosen, also those that come into the table from now on."""
        number = self._model.rowCount()
        if self._everybody and self._known and number:
            first, last = self._model.index(0, 0), self._model.index(number - 1, 0)
            self._choosing = True
            self._table.selectionModel().select(QItemSelection(first, last), _ALL)
            self._choosing = False

    def _on_selection(self) -> None:
        """Somebody chose otherwise, be it before all of them were read."""
        if not self._choosing and self._asked is not None:
            self._everybody = self._first = False
            self.chosen.emit()
