"""What the window asks of each screen that lists customers, whichever of them is shown."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from salesdesk.domain.queries import CustomerRow


class Place(Protocol):
    """A screen of customers.

    Attributes:
        current_changed: Signal(CustomerRow): another customer is the current one.
        opened: Signal(CustomerRow): a customer was opened.
        act_chosen: Signal(Act): an act shall be done to the selection.
        menu_requested: Signal(QPoint): the context menu of the selection shall open.
        picked: Signal(): the selection changed.
        failed: Signal(Exception): something could not be read.
        told: Signal(str): something to say quietly.
    """

    @property
    def current_changed(self) -> SignalInstance:
        """Signal(CustomerRow)."""

    @property
    def opened(self) -> SignalInstance:
        """Signal(CustomerRow)."""

    @property
    def act_chosen(self) -> SignalInstance:
        """Signal(Act)."""

    @property
    def menu_requested(self) -> SignalInstance:
        """Signal(QPoint)."""

    @property
    def picked(self) -> SignalInstance:
        """Signal()."""

    @property
    def failed(self) -> SignalInstance:
        """Signal(Exception)."""

    @property
    def told(self) -> SignalInstance:
        """Signal(str)."""

    @property
    def view(self) -> QWidget:
        """The list itself, for giving it the focus without choosing anybody."""

    def selected(self) -> list[CustomerRow]:
        """The selected customers."""

    def known(self, customer_id: str) -> CustomerRow | None:
        """A customer that is listed, as last read."""

    def go_to_id(self, customer_id: str) -> bool:
        """Make a customer the current one; False where it is not listed."""

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) customer."""

    def in_sight(self) -> list[CustomerRow]:
        """The customers that can be seen just now."""

    def refresh(self) -> None:
        """Read what is in sight again; place and selection stay."""

    def focus_list(self) -> None:
        """Give the list the focus."""

    def focus_search(self) -> None:
        """Give the search field the focus."""

    def open_filters(self) -> None:
        """Open the menu of filters."""

    def clear_filters(self) -> None:
        """Take off all filters and the search."""

    def set_panel_open(self, shown: bool) -> None:
        """The customer panel opened or closed."""
