"""What stands on the screen until the database has answered: the window without its contents."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMainWindow, QVBoxLayout, QWidget

from salesdesk.domain.permissions import Permission
from salesdesk.ui.commands import Cmd, CommandBar, hint
from salesdesk.ui.commands.table import commands
from salesdesk.ui.kit import kept_window
from salesdesk.ui.kit.widgets import LoadingState, NavEntry, NavigationPane, StatusBar, named
from salesdesk.ui.shell.navigation import DESTINATIONS, destination_word


class WindowFrame(QMainWindow):
    """Menus, navigation, placeholder rows and status bar, where the window will be.

    Nothing here imports what reads a database, so that it is painted before that is imported.

    Args:
        server: how the window will name the database.

    Signals:
        given_up(): the person does not want to wait.
    """

    given_up = Signal()

    def __init__(self, server: str, settings: QSettings) -> None:
        super().__init__()
        named(self, "window_frame", "SalesDesk")
        self.setWindowTitle(server)
        self._settings = settings
        self._bar = CommandBar(self)
        for command in commands():
            self._bar.enable(command.key, command.key is Cmd.QUIT)
        self._bar.chosen.connect(self.close)
        self.navigation = self._make_navigation()
        self.rows = LoadingState(name="frame_rows", accessible=self.tr("Loading"))
        self._status = StatusBar(name="frame_status")
        self._status.server.show_text(server, icon="server")
        self._lay_out()
        kept_window.restore(self, settings)
        kept_window.keep_in_screen(self, settings)

    def _make_navigation(self) -> NavigationPane:
        offered = kept_window.screens(self._settings)
        for_all = frozenset({Permission.CUSTOMERS_VIEW})
        entries = [
            NavEntry(each.key, destination_word(each.key), each.icon, at_bottom=each.at_bottom)
            for each in DESTINATIONS
            if (each.key in offered if offered else each.needs == for_all)
        ]
        made = NavigationPane(entries, name="frame_navigation", find_hint=hint(Cmd.FIND))
        if entries:
            made.select(entries[0].key)
        made.setEnabled(False)
        return made

    def _lay_out(self) -> None:
        content = QVBoxLayout()
        content.addWidget(self.rows)
        lay_out(self, self.navigation, content).addWidget(self._status)

    def make_room(self) -> None:
        """Go away: the window itself is there, or a dialog in its place."""
        self.hide()
        self.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.set_narrow(kept_window.is_narrow(self))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.given_up.emit()


def lay_out(window: QMainWindow, navigation: NavigationPane, content: QLayout) -> QVBoxLayout:
    """The middle of a window: navigation and content side by side.

    The frame and the window that takes its place are laid out by it alike.

    Returns:
        the column below whose middle the status bar goes, when the content is filled.
    """
    centre = QWidget(window)
    window.setCentralWidget(centre)
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    middle = QHBoxLayout()
    middle.setSpacing(0)
    column.addLayout(middle, 1)
    middle.addWidget(navigation)
    middle.addLayout(content, 1)
    return column
