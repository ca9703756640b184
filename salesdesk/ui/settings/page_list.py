"""The pages of the settings, with a search over all that stands on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import Label, Pane, SearchField

_WIDTH = 216


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page, or without a key a heading over some."""

    key: str
    title: str


class PageList(Pane):
    """The second column.

    Attributes:
        search: finds pages by what stands on them.

    Signals:
        chosen(str): this page shall be shown.
    """

    chosen = Signal(str)

    def __init__(self, entries: tuple[PageEntry, ...], parent: QWidget | None = None) -> None:
        super().__init__("base", "right", name="settings_pages", parent=parent)
        self._entries = entries
        self._shown: tuple[PageEntry, ...] = entries
        self._edited: frozenset[str] = frozenset()
        self._current = ""
        title = Label(self.tr("Settings"), name="settings_title", face=Face.TITLE)
        self.search = SearchField(
            self.tr("Find a setting"),
            name="settings_search",
            accessible=self.tr("Find a setting"),
            hint=hint(Cmd.SEARCH),
        )
        self.table = CellTable(
            ["", ""], [0, 56], name="settings_page_list", accessible=self.tr("Pages")
        )
        self.table.horizontalHeader().hide()
        self.table.rows.lines = False
        self._column = QVBoxLayout(self)
        self._column.addWidget(title)
        self._column.addWidget(self.search)
        self._column.addWidget(self.table, 1)
        self.search.left.connect(self._to_list)
        self._fill()
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.measure()

    def narrow(self, keys: Mapping[str, bool]) -> None:
        """Show only pages that a search found, under their headings."""
        self._shown = tuple(one for one in self._entries if not one.key or keys.get(one.key, True))
        self._fill()

    def mark_edited(self, keys: frozenset[str]) -> None:
        """Say which pages hold something unsaved."""
        if keys != self._edited:
            self._edited = keys
            self._fill()

    def select(self, key: str) -> None:
        """Show which page is open."""
        self._current = key
        self._show_current()

    def first(self) -> str:
        """The first page that is listed; '' none."""
        return next((one.key for one in self._shown if one.key), "")

    def _fill(self) -> None:
        with QSignalBlocker(self.table.selectionModel()):
            self.table.show_rows([self._row(one) for one in self._shown])
        self._show_current()

    def _row(self, one: PageEntry) -> CellRow:
        if not one.key:
            return CellRow("", (TextCell(one.title, Level.TEXT3), TextCell("")))
        edited = self.tr("edited") if one.key in self._edited else ""
        return CellRow(one.key, (TextCell(one.title, Level.NAME), TextCell(edited, Level.ACCENT)))

    def _show_current(self) -> None:
        keys = [one.key for one in self._shown]
        if self._current in keys:
            with QSignalBlocker(self.table.selectionModel()):
                self.table.selectRow(keys.index(self._current))
            self.table.viewport().update()

    def _on_current(self) -> None:
        row = self.table.current()
        if row is not None and row.id and row.id != self._current:
            self._current = row.id
            self.chosen.emit(row.id)

    def _to_list(self) -> None:
        self.table.setFocus()
        if self.first():
            self.chosen.emit(self.first())

    def measure(self) -> None:
        self.setFixedWidth(theme.px(_WIDTH))
        self._column.setContentsMargins(theme.px(8), theme.px(20), theme.px(8), theme.px(8))
        self._column.setSpacing(theme.px(12))
