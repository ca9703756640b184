"""A screen that reads from the database, and reads again when others changed what it shows."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.domain.changes import Changes, Topic
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.widgets import State, StateStack
from salesdesk.ui.lists.screen import Screen
from salesdesk.ui.lists.screen_header import ScreenHeader
from salesdesk.ui.session.context import Context


class ReadingScreen(Screen):
    """What the screens of customers share.

    A subclass makes the parts, puts them in by `stack`, and ends its constructor with `listen`.
    It says by the methods from `ask_again` on how it reads.

    Attributes:
        TOPICS: what it shows; changes of anything else do not concern it.
        header, states: its head, and its list with what stands in place of it.
    """

    TOPICS: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CUSTOMERS, Topic.CONTACTS, Topic.OWNERSHIP, Topic.FOLLOW_UPS, Topic.SETTINGS}
    )

    header: ScreenHeader
    states: StateStack

    def __init__(
        self, name: str, context: Context, parent: QWidget | None = None, *, ground: str = "base"
    ) -> None:
        super().__init__(name, parent, ground=ground)
        self._context = context
        self._stale = False
        self._first_wanted = False
        self._worded_with: object = None

    def stack(self, *parts: QWidget) -> QVBoxLayout:
        """The parts below one another; the states take the room that is left."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part, int(part is self.states))
        return column

    def listen(self) -> None:
        """Hear what the parts, other desktops, the settings and the connection say."""
        self.header.left.connect(self.focus_list)
        self.states.retried.connect(self.refresh)
        self._context.feed.changed.connect(self._on_changes)
        self._context.office.changed.connect(self._on_office)
        self._context.connection.regained.connect(self.refresh)
        self._context.connection.lost.connect(self.show_said)

    # --- reading ----------------------------------------------------------------------------------

    @property
    def asked(self) -> bool:
        """Whether anything was asked for yet."""
        return self._worded_with is not None

    def first_shown(self) -> None:
        """It is shown, and nothing was asked for yet."""

    def ask_again(self) -> None:
        """Ask for what is to be shown, in the office's words of now."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Read once more what was asked for; place and selection stay."""
        raise NotImplementedError

    def take_changes(self, changes: Changes) -> None:
        """Others changed what is in sight."""
        self.refresh()

    def note_changes(self) -> None:
        """Others changed something while another screen is shown."""

    def show_filters(self) -> None:
        """Show what is filtered by, in the office's words of now."""

    def show_said(self) -> None:
        """Say how many there are, or as read when."""

    def show_loading(self) -> None:
        """Show that the list is on its way."""
        self.states.show_loading()

    def refresh(self) -> None:
        self._stale = False
        if not self.asked:
            return
        if self.states.state is State.ERROR:
            self.show_loading()
        self.read_again()

    def note_wording(self) -> None:
        """It is asked for now; texts are made as the office writes them now."""
        self._worded_with = self._wording()

    def _wording(self) -> tuple[object, ...]:
        office = self._context.office
        return office.formats, office.region, office.currency

    def as_read(self) -> str | None:
        """While the database is away, of when the list is; None: it is there."""
        connection = self._context.connection
        if connection.away is None:
            return None
        if connection.pulse is None:
            return ""
        time = self._context.office.formats.time(connection.pulse.now)
        return fill(translate("lists", "As read at {time}"), time=time)

    def _on_changes(self, changes: Changes) -> None:
        if not changes.topics & self.TOPICS:
            return
        if self.isVisible():
            self.take_changes(changes)
        else:
            self._stale = True
            self.note_changes()

    def _on_office(self) -> None:
        if self.asked:
            self.show_filters()
            if self._worded_with != self._wording():
                self.ask_again()

    def _on_fault(self, fault: Exception) -> None:
        self.failed.emit(fault)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.asked:
            self.first_shown()
        elif self._stale:
            self.refresh()

    # --- the header -------------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Go to the search field."""
        self.header.search.setFocus()
        self.header.search.selectAll()

    def set_panel_open(self, shown: bool) -> None:
        self.header.set_panel_open(shown)
