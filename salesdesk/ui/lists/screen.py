"""What every screen of the window has in common, so that the frame treats them alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QSettings, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Refusal
from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.widgets import Pane
from salesdesk.ui.lists.exportable import Exportable

#: What only one of the screens carries out, as its `commands` says; off while others are shown.
OF_ONE_SCREEN = frozenset(
    {
        Cmd.SELECT_ALL,
        Cmd.SELECT_MATCHING,
        Cmd.VIEWS,
        Cmd.SAVE_VIEW,
        Cmd.SORT,
        Cmd.COLUMNS,
        Cmd.MOVE_TO,
        Cmd.STAGE_BACK,
        Cmd.STAGE_ON,
    }
)


class Screen(Pane):
    """A screen that the navigation leads to.

    What a screen does not have, such as a search or customers to choose, it leaves as it is here.

    Signals:
        opened(CustomerRow): a customer was opened by Enter or a double click.
        act_chosen(Act): an act shall be done to the selection.
        menu_requested(QPoint): the context menu of the selection shall open.
        picked(): others are highlighted, or were read anew.
        counted(str): the number beside the screen's name in the navigation; '' for none.
        failed(Exception): something could not be read.
        told(str): something to say quietly.
        copied(Copied): rows are ready to be put onto the clipboard.
    """

    opened = Signal(object)
    act_chosen = Signal(object)
    menu_requested = Signal(QPoint)
    picked = Signal()
    counted = Signal(str)
    failed = Signal(object)
    told = Signal(str)
    copied = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, ground: str = "base") -> None:
        super().__init__(ground, name=name, parent=parent)

    @property
    def view(self) -> QWidget:
        """The list itself, for giving it the focus without choosing anybody."""
        return self

    @property
    def brings_panel(self) -> bool:
        """Whether it has a panel of its own, in place of which no other stands at first."""
        return False

    @property
    def keeps_claimed(self) -> bool:
        """Whether a customer stays in its list who was claimed."""
        return True

    def toggle_panel(self) -> None:
        """Open or close the panel of its own, where it brings one."""

    def start(self) -> None:
        """Ask for the first time; called once, when the window is there."""

    def refresh(self) -> None:
        """Read what is in sight again; place and selection stay."""

    def commands(self) -> Mapping[Cmd, Callable[[], object]]:
        """The commands that only this screen carries out; off while another one is shown."""
        return {}

    def let_go(self, then: Callable[[], object]) -> bool:
        """Whether the screen may be left; if not, it asks, and goes on by `then`."""
        return True

    # --- the customers on it ----------------------------------------------------------------------

    def selected(self) -> list[CustomerRow]:
        """The selected customers."""
        return []

    def current(self) -> CustomerRow | None:
        """The one of the selected customers that the panel shows."""
        return next(iter(self.selected()), None)

    @property
    def lists_customers(self) -> bool:
        """Whether somebody can be chosen; else a panel would stand empty beside it."""
        return True

    def chosen_id(self) -> str:
        """The customer of a highlighted row that tells no more than the id; '' for none."""
        return ""

    def choose_nobody(self) -> None:
        """Take the highlight away: a customer that is not listed was opened."""

    def known(self, customer_id: str) -> CustomerRow | None:
        """A customer that is listed, as last read."""
        return None

    def go_to_id(self, customer_id: str) -> bool:
        """Make a customer the current one; False where it is not listed."""
        return False

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) customer."""

    def in_sight(self) -> list[CustomerRow]:
        """The customers that can be seen just now."""
        return []

    def as_text(self) -> str:
        """The selection as a table with headers, for the clipboard; '' where there is none."""
        return ""

    def why_not_moved(self, to: SalesStatus) -> Refusal | None:
        """Why the selected customers' status cannot be changed from here; None: it can."""
        return None

    def exportable(self) -> Exportable | None:
        """The table that is shown, to be written into a file; None: there is none."""
        return None

    # --- keyboard and looks -----------------------------------------------------------------------

    def focus_list(self) -> None:
        """Give the list the focus."""
        self.view.setFocus()

    def arrive(self) -> None:
        """The screen is shown in place of another one: the keyboard is at its list.

        Nobody is chosen by it.
        """
        self.view.setFocus()

    def focus_search(self) -> None:
        """Give the search field the focus."""
        self.focus_list()

    def open_filters(self) -> None:
        """Open the menu of filters."""

    def clear_filters(self) -> None:
        """Take off all filters and the search."""

    def set_panel_open(self, shown: bool) -> None:
        """The customer panel opened or closed."""

    def set_compact(self, compact: bool) -> None:
        """Show rows of 26 px instead of 32."""

    # --- what is kept from one session to the next ------------------------------------------------

    def restore(self, settings: QSettings) -> None:
        """Take over what `keep` wrote."""

    def keep(self, settings: QSettings) -> None:
        """Write how the person arranged this screen."""
