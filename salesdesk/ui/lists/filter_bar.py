"""The row of filters over customers: what is set, as chips, and what else there is, as menus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.domain.queries import CustomerQuery
from salesdesk.ui.lists import filters
from salesdesk.ui.lists.chip_row import ChipRow
from salesdesk.ui.lists.filters import Facet
from salesdesk.ui.session.office_settings import OfficeSettings


class FilterBar(ChipRow):
    """Shows a query's filters and lets people change them.

    Args:
        me: who is called 'me' in the filter of owners; None: nobody, all have their names.
        screen: the beginning of the names of its parts.
        facets: what can be filtered by here.
        side: the margin at both ends, unscaled.

    Signals:
        changed(CustomerQuery): a filter was set or taken off.
        list_left(): the chip of a fixed list was removed.
    """

    changed = Signal(object)
    list_left = Signal()

    def __init__(
        self,
        office: OfficeSettings,
        me: str | None,
        parent: QWidget | None = None,
        *,
        screen: str = "customers",
        facets: Sequence[Facet] = tuple(Facet),
        ground: str = "base",
        side: int = 16,
    ) -> None:
        super().__init__(screen, ground=ground, side=side, parent=parent)
        self._facets = facets
        self._office = office
        self._me = me
        self._query = CustomerQuery()
        self._listed = ""
        self._meanings: dict[QAction, CustomerQuery] = {}
        self.button.setToolTip(self.tr("Filter the list (Ctrl+Shift+F)"))
        self.clear.setToolTip(self.tr("Take off all filters and the search (Ctrl+Shift+X)"))

    def show_query(self, query: CustomerQuery) -> None:
        """Show the filters of a query."""
        self._listed = ""
        self._query = query
        wanted = {
            chip.facet.value: (chip.label, chip.value)
            for chip in filters.chips(query, self._office, self._me)
        }
        self._put_chips(wanted)
        self.clear.setVisible(filters.is_narrowed(query))
        self._arrange()

    def show_listed(self, label: str, value: str) -> None:
        """Show that a fixed list of customers is shown, and nothing else."""
        self._listed = label
        self._put_chips({"listed": (label, value)})
        self.clear.setVisible(True)
        self._arrange()

    def open_menu(self) -> None:
        """Open the menu of all filters under the button."""
        self._empty_menu()
        self._meanings.clear()
        for facet in self._facets:
            sub = self._menu.addMenu(filters.facet_word(facet))
            sub.setObjectName(f"{self._screen}_filter_{facet.value}")
            self._fill(sub, facet)
        self._popup(self.button)

    def open_facet(self, facet: Facet) -> None:
        """Open the menu of one filter under its chip."""
        self._empty_menu()
        self._meanings.clear()
        self._fill(self._menu, facet)
        self._popup(self._chips.get(facet.value, self.button))

    def clear_all(self) -> None:
        """Take off all filters and the search."""
        if self._listed:
            self.list_left.emit()
        else:
            self.changed.emit(filters.unfiltered(self._query))

    def _fill(self, menu: QMenu, facet: Facet) -> None:
        for choice in filters.choices(facet, self._query, self._office, self._me):
            if choice is None:
                menu.addSeparator()
                continue
            action = menu.addAction(choice.text)
            action.setCheckable(True)
            action.setChecked(choice.chosen)
            self._meanings[action] = choice.query
            action.triggered.connect(self._on_choice)

    def _on_choice(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and action in self._meanings:
            self.changed.emit(self._meanings[action])

    def _remove(self, key: str) -> None:
        if key == "listed":
            self.list_left.emit()
        elif key:
            self.changed.emit(filters.without(self._query, Facet(key)))

    def _open(self, key: str) -> None:
        if key and key != "listed":
            self.open_facet(Facet(key))
