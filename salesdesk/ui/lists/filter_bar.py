"""The row under a list's title: Filter, removable chips, 'Clear all', and how many of how many."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.domain.queries import CustomerQuery
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    FilterChip,
    Label,
    Pane,
    named,
)
from salesdesk.ui.lists import filters
from salesdesk.ui.lists.filters import Facet
from salesdesk.ui.session.office_settings import OfficeSettings


class FilterBar(Pane):
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
        super().__init__(ground, "bottom", name=f"{screen}_filters", parent=parent)
        self._screen = screen
        self._facets = facets
        self._side = side
        self._office = office
        self._me = me
        self._query = CustomerQuery()
        self._listed = ""
        self._chips: dict[str, FilterChip] = {}
        self._meanings: dict[QAction, CustomerQuery] = {}
        self.button = Button(
            self.tr("Filter"), name=f"{screen}_filter", kind=ButtonKind.QUIET, icon="filter"
        )
        self.button.setToolTip(self.tr("Filter the list (Ctrl+Shift+F)"))
        self.button.clicked.connect(self.open_menu)
        self.clear = Button(
            self.tr("Clear all"), name=f"{screen}_clear_filters", kind=ButtonKind.LINK
        )
        self.clear.setToolTip(self.tr("Take off all filters and the search (Ctrl+Shift+X)"))
        self.clear.clicked.connect(self.clear_all)
        self.clear.hide()
        self.count = Label(name=f"{screen}_count", ink="text2", cut=True)
        self._menu = QMenu(self)
        named(self._menu, f"{screen}_filter_menu", self.tr("Filter"))
        for part in (self.button, self.clear, self.count):
            part.setParent(self)
        self._arrange()

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
        self._menu.clear()
        self._meanings.clear()
        for facet in self._facets:
            sub = self._menu.addMenu(filters.facet_word(facet))
            sub.setObjectName(f"{self._screen}_filter_{facet.value}")
            self._fill(sub, facet)
        self._popup(self.button)

    def open_facet(self, facet: Facet) -> None:
        """Open the menu of one filter under its chip."""
        self._menu.clear()
        self._meanings.clear()
        self._fill(self._menu, facet)
        self._popup(self._chips.get(facet.value, self.button))

    def clear_all(self) -> None:
        """Take off all filters and the search."""
        if self._listed:
            self.list_left.emit()
        else:
            self.changed.emit(filters.unfiltered(self._query))

    @property
    def menu(self) -> QMenu:
        """The menu that is filled when it opens."""
        return self._menu

    def _popup(self, under: QWidget) -> None:
        self._menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

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

    def _put_chips(self, wanted: dict[str, tuple[str, str]]) -> None:
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for key, (label, value) in wanted.items():
            chip = FilterChip(label, value, name=f"{self._screen}_chip_{key}", parent=self)
            chip.removed.connect(self._on_removed)
            chip.clicked.connect(self._on_chip)
            self._chips[key] = chip
            chip.show()
        stops: list[QWidget] = [self.button, *self._chips.values(), self.clear]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _key_of_sender(self) -> str:
        return next((key for key, chip in self._chips.items() if chip is self.sender()), "")

    def _on_removed(self) -> None:
        key = self._key_of_sender()
        if key == "listed":
            self.list_left.emit()
        elif key:
            self.changed.emit(filters.without(self._query, Facet(key)))
        self.button.setFocus()

    def _on_chip(self) -> None:
        key = self._key_of_sender()
        if key and key != "listed":
            self.open_facet(Facet(key))

    def _arrange(self) -> None:
        """Place the parts; chips that do not fit beside the count go to a further line.

        Where the count leaves no room for the first of them, it goes below them all.
        """
        gap, line, side = theme.px(8), theme.px(32), theme.px(self._side)
        right = max(self.width() - side, theme.px(240))
        counted = min(self.count.sizeHint().width(), right - side) if self.count.text() else 0
        # The quiet button's own padding brings its icon to the margin.
        start = side - gap
        self.button.setGeometry(start, theme.px(4), self.button.sizeHint().width(), line)
        left = indent = start + self.button.width() + gap
        top = theme.px(8)
        parts = [each for each in (*self._chips.values(), self.clear) if not each.isHidden()]
        first = parts[0].sizeHint().width() + gap if parts else 0
        below = indent + first + gap + counted > right
        for part in parts:
            size = part.sizeHint()
            limit = right - counted - 2 * gap if top == theme.px(8) and not below else right
            if left + size.width() > limit and left > indent:
                left, top = indent, top + line
            part.setGeometry(left, top, size.width(), theme.px(24))
            left += size.width() + gap
        beside = theme.px(8)
        if below and counted:
            top += line if left + gap + counted > right else 0
            beside = top
        self.count.setGeometry(right - counted, beside, counted, theme.px(24))
        height = top + theme.px(40)
        if height != self.height():
            self.setFixedHeight(height)

    def set_count(self, text: str) -> None:
        """Say how many of how many there are."""
        self.count.setText(text)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def measure(self) -> None:
        self._arrange()
