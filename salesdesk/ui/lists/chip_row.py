"""A row under a list's title: a Filter button, removable chips, 'Clear all', and a count."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    FilterChip,
    Label,
    Pane,
    named,
)


class ChipRow(Pane):
    """What rows of filters share: the parts and their places; who inherits knows what they mean.

    Args:
        screen: the beginning of the names of its parts.
        side: the margin at both ends, unscaled.
    """

    def __init__(
        self, screen: str, *, ground: str = "base", side: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(ground, "bottom", name=f"{screen}_filters", parent=parent)
        self._screen = screen
        self._side = side
        self._chips: dict[str, FilterChip] = {}
        self.button = Button(
            self.tr("Filter"), name=f"{screen}_filter", kind=ButtonKind.QUIET, icon="filter"
        )
        self.button.clicked.connect(self.open_menu)
        self.clear = Button(
            self.tr("Clear all"), name=f"{screen}_clear_filters", kind=ButtonKind.LINK
        )
        self.clear.clicked.connect(self.clear_all)
        self.clear.hide()
        self.count = Label(name=f"{screen}_count", ink="text2", cut=True)
        self._menu = QMenu(self)
        named(self._menu, f"{screen}_filter_menu", self.tr("Filter"))
        for part in (self.button, self.clear, self.count):
            part.setParent(self)
        self._arrange()

    def open_menu(self) -> None:
        """Open the menu of all filters under the button."""
        raise NotImplementedError

    def clear_all(self) -> None:
        """Take off all filters."""
        raise NotImplementedError

    def _remove(self, key: str) -> None:
        """Take this filter off."""
        raise NotImplementedError

    def _open(self, key: str) -> None:
        """Offer others in the place of this filter."""
        raise NotImplementedError

    @property
    def menu(self) -> QMenu:
        """The menu that is filled when it opens."""
        return self._menu

    def _empty_menu(self) -> None:
        """Take out what it offered before; the menus within it would stay as its children."""
        for each in self._menu.findChildren(QMenu):
            each.deleteLater()
        self._menu.clear()

    def _popup(self, under: QWidget) -> None:
        self._menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _put_chips(self, wanted: dict[str, tuple[str, str]]) -> None:
        """Show these chips: label and value by the key of the filter."""
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
        self._remove(self._key_of_sender())
        self.button.setFocus()

    def _on_chip(self) -> None:
        self._open(self._key_of_sender())

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
