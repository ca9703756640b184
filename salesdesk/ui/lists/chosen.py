"""Who is chosen: asked by every command, menu, button, shortcut and by the panel.

The screen that is shown decides, by what is highlighted on it. A customer who was opened without
standing in its list, from the palette or a reminder for instance, is chosen until somebody of the
list is, another screen is shown or the panel closes. A hidden screen decides nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.lists.screen import Screen


class Chosen(QObject):
    """The customers that the next command is for.

    Signals:
        changed(): others may be chosen, or one of them was read anew.
    """

    changed = Signal()

    def __init__(self, place: Screen, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._opened = ""
        self._fresh: CustomerRow | None = None

    def adopt(self, place: Screen) -> None:
        """Hear of the choices on a screen, once; they count while it is shown."""
        place.picked.connect(self._on_picked)

    @property
    def place(self) -> Screen:
        """The screen that is shown."""
        return self._place

    @property
    def rows(self) -> list[CustomerRow]:
        """Everybody who is chosen; nobody where not even the name was read yet."""
        selected = self._place.selected()
        if selected:
            return [self._newest(row) for row in selected]
        alone = self._opened or self._place.chosen_id()
        if self._fresh is not None and self._fresh.id == alone:
            return [self._fresh]
        return []

    @property
    def customer_id(self) -> str:
        """The one of them that the panel shows; '' where nobody is chosen."""
        current = self._place.current()
        if current is not None:
            return current.id
        return self._opened or self._place.chosen_id()

    @property
    def current(self) -> CustomerRow | None:
        """The same as last read; None where it was not read yet."""
        current = self._place.current()
        if current is not None:
            return self._newest(current)
        known = self._fresh
        return known if known is not None and known.id == self.customer_id else None

    def enter(self, place: Screen) -> None:
        """This screen is shown from now on."""
        self._place = place
        self._opened = ""
        self.changed.emit()

    def open(self, customer_id: str, *, apart: bool = False) -> None:
        """Choose a customer, in the list where it stands there.

        Args:
            apart: the list is about to lose it: nobody of the list is chosen.
        """
        if apart or (customer_id != self.customer_id and not self._place.go_to_id(customer_id)):
            self._place.choose_nobody()
            self._opened = customer_id
        self.changed.emit()

    def let_go(self) -> None:
        """Nobody sees any more who was opened from outside the list."""
        self._opened = ""
        self.changed.emit()

    def freshen(self, row: CustomerRow) -> None:
        """A customer was read anew, by the panel."""
        self._fresh = row
        self.changed.emit()

    def _newest(self, row: CustomerRow) -> CustomerRow:
        fresh = self._fresh
        return fresh if fresh is not None and fresh.id == row.id and fresh.now >= row.now else row

    def _on_picked(self) -> None:
        if self.sender() is not self._place:
            return
        if self._place.current() is not None or self._place.chosen_id():
            self._opened = ""
        elif self._opened:
            # Who was opened may have come into the list since.
            self._place.go_to_id(self._opened)
        self.changed.emit()
