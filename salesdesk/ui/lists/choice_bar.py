"""A row of filters over a list that is not of customers: each a choice of one, shown as a chip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from salesdesk.ui.lists.chip_row import ChipRow


@dataclass(frozen=True, slots=True)
class Choices:
    """One filter.

    Attributes:
        label: what it filters by, before the chosen value.
        offered: the values with their words; the first lets everything through and has no chip.
    """

    key: str
    label: str
    offered: tuple[tuple[object, str], ...]


class ChoiceBar(ChipRow):
    """Shows what is chosen of each filter, and offers the others.

    Signals:
        changed(): something else was chosen.
        cleared(): everything shall be shown, whatever is searched for.
    """

    changed = Signal()
    cleared = Signal()

    def __init__(self, screen: str) -> None:
        super().__init__(screen)
        self._choices: dict[str, Choices] = {}
        self._chosen: dict[str, object] = {}
        self._meanings: dict[QAction, tuple[str, object]] = {}

    def offer(self, choices: Iterable[Choices]) -> None:
        """Offer these filters; what is chosen stays where it is still offered."""
        self._choices = {one.key: one for one in choices}
        chosen, self._chosen = self._chosen, {}
        for key, one in self._choices.items():
            values = [value for value, _ in one.offered]
            value = chosen.get(key, values[0])
            self._chosen[key] = value if value in values else values[0]
        self._show()

    def chosen(self, key: str) -> object:
        """What is chosen of a filter."""
        return self._chosen[key]

    def choose(self, key: str, value: object) -> None:
        """Choose without asking for anything."""
        self._chosen[key] = value
        self._show()

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter keeps something out."""
        return any(self._chosen[key] != self._all(key) for key in self._choices)

    def open_menu(self) -> None:
        self._empty_menu()
        self._meanings.clear()
        for one in self._choices.values():
            if len(one.offered) > 1:
                sub = self._menu.addMenu(one.label)
                sub.setObjectName(f"{self._screen}_filter_{one.key}")
                self._fill(sub, one)
        self._popup(self.button)

    def clear_all(self) -> None:
        self._chosen = {key: self._all(key) for key in self._choices}
        self._show()
        self.cleared.emit()

    def _all(self, key: str) -> object:
        return self._choices[key].offered[0][0]

    def _remove(self, key: str) -> None:
        self._take(key, self._all(key))

    def _open(self, key: str) -> None:
        self._empty_menu()
        self._meanings.clear()
        self._fill(self._menu, self._choices[key])
        self._popup(self._chips[key])

    def _fill(self, menu: QMenu, one: Choices) -> None:
        group = QActionGroup(menu)
        for value, words in one.offered:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == self._chosen[one.key])
            group.addAction(action)
            self._meanings[action] = (one.key, value)
            action.triggered.connect(self._on_choice)

    def _on_choice(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and action in self._meanings:
            self._take(*self._meanings[action])

    def _take(self, key: str, value: object) -> None:
        self.choose(key, value)
        self.changed.emit()

    def _show(self) -> None:
        self._put_chips(
            {
                key: (one.label, words)
                for key, one in self._choices.items()
                for value, words in one.offered[1:]
                if value == self._chosen[key]
            }
        )
        self.clear.setVisible(self.is_narrowed)
        self._arrange()
