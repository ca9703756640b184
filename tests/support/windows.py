"""Windows on real databases, for tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QPushButton,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from salesdesk.domain.queries import CustomerQuery
from salesdesk.services.session import Session
from salesdesk.ui.commands import Cmd
from salesdesk.ui.customers.view_store import ViewStore
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.lists.choice_bar import ChoiceBar
from salesdesk.ui.lists.customer_rows import Column
from salesdesk.ui.shell.main_window import MainWindow
from salesdesk.ui.shell.standing import AT_FIRST, Standing
from tests.support.factories import Office
from tests.support.sessions import WindowSession

T = TypeVar("T", bound=QObject)
WAIT = 60_000


class OpenWindow:
    """A person at a window; the list of customers begins with everybody's.

    Args:
        own: it begins as a person finds it at first, an agent with the own customers.
        standing: where the person stood in the window whose place this one takes.

    Attributes:
        session: what the window was handed.
        window: it, shown and filled.
    """

    def __init__(
        self,
        office: Office,
        session: Session,
        folder: Path,
        bot: QtBot,
        first: str = "customers",
        *,
        own: bool = False,
        standing: Standing = AT_FIRST,
    ) -> None:
        self.office = office
        self.bot = bot
        self._over = False
        self.settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.session = WindowSession(session, self.settings)
        self.prepare()
        self.window = MainWindow(self.session.context, self.settings)
        store = ViewStore(self.settings, self.session.context.server, session.actor.uid)
        narrowed = self.window.customers.query != CustomerQuery()
        if narrowed and not own and store.last() is None:
            self.window.customers.clear_filters()
        self.window.show()
        bot.waitExposed(self.window)
        self.window.activateWindow()
        self.hurry()
        self.window.start(first)
        if standing != AT_FIRST:
            self.window.resume(standing)
        self.settle()

    def prepare(self) -> None:
        """Lend the session more, before the window is made; a seat of a kind does."""

    def hurry(self) -> None:
        """Do something at the window before it has begun; a seat of a kind does."""

    @property
    def screen(self) -> QWidget:
        """The customers screen."""
        return self.window.customers

    def settle(self) -> None:
        """Wait until everything under way is answered."""
        self.bot.waitUntil(self.session.tasks.is_idle, timeout=WAIT)

    def names(self) -> list[str]:
        """The name column, as far as it was read."""
        model = self.window.customers.model
        return [str(model.index(row, Column.NAME).data()) for row in range(model.rowCount())]

    def go_to(self, name: str) -> None:
        """Make a customer the current one."""
        self.window.customers.table.go_to(self.names().index(name))
        self.settle()

    def give(self, command: Cmd) -> None:
        """Give a command of the menus."""
        self.window.bar.action(command).trigger()
        self.settle()

    def child(self, kind: type[T], name: str) -> T:
        """A part of the window, by its name."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def text(self, name: str) -> str:
        """What a label of the window says."""
        return str(self.child(QWidget, name).property("text"))

    def dialog(self, name: str) -> QDialog:
        """The open dialog of this name."""
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog) and each.isVisible() and each.objectName() == name:
                return each
        raise AssertionError(f"no dialog {name} is open")

    def dialogs(self) -> list[str]:
        """The names of the open dialogs of this window."""
        return [
            each.objectName()
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible()
        ]

    def press(self, inside: QWidget, button: str) -> None:
        """Press a button of a dialog."""
        found = inside.findChild(QPushButton, button)
        assert found is not None, button
        found.click()
        self.settle()

    def choose(self, menu: QMenu, *words: str) -> None:
        """Choose a line of a menu, through its submenus."""
        here = menu
        for word in words[:-1]:
            action = next(a for a in here.actions() if a.text() == word)
            sub: object = QMenu.menuInAction(action)
            assert isinstance(sub, QMenu)
            here = sub
        next(a for a in here.actions() if a.text() == words[-1]).trigger()
        menu.close()
        self.settle()

    @property
    def told(self) -> str:
        """What the toast says; '' while there is none."""
        toast = self.window.toast
        return toast.accessibleName() if toast.isVisible() else ""

    @property
    def banner(self) -> str:
        """What the banner says; '' while there is none."""
        return self.window.banner.accessibleName() if self.window.banner.isVisible() else ""

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        dialogs = self.dialogs()
        here = self.dialog(dialogs[-1]) if dialogs else self.window
        target = here.focusWidget() or here
        self.bot.keyClick(target, key, modifier)
        self.settle()

    def close(self) -> None:
        """Close the window and end the session; a second time does nothing."""
        if self._over:
            return
        self._over = True
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog):
                each.reject()
        self.settle()
        self.window.close()
        # Not given to pytest-qt, which would delete it before its session has ended.
        self.window.deleteLater()
        self.session.close()


def cut_cells(table: CellTable, column: int) -> list[str]:
    """What stands in a column without the room to be read whole."""
    cells = (table.cells.index(row, column) for row in range(table.cells.rowCount()))
    room = table.columnWidth(column)
    return [
        str(cell.data())
        for cell in cells
        if table.itemDelegate().sizeHint(QStyleOptionViewItem(), cell).width() > room
    ]


def covered(pane: QWidget) -> list[tuple[str, str]]:
    """The words in sight within a pane that another part beside them covers, and that part."""
    shown = [one for one in pane.findChildren(QWidget) if one.isVisibleTo(pane)]
    return [
        (words.text(), other.objectName() or type(other).__name__)
        for words in shown
        if isinstance(words, QLabel)
        for other in shown
        if other is not words
        and other.parent() is words.parent()
        and other.geometry().intersects(words.geometry())
    ]


#: Opens the window of somebody: the fixture `sit`.
Sit = Callable[..., OpenWindow]


def choose_filter(at: OpenWindow, bar: ChoiceBar, key: str, words: str) -> None:
    """Choose from the menu of filters as a person does."""
    bar.open_menu()
    menus = bar.menu.findChildren(QMenu)
    # The menus of an earlier opening go with the next turn of the event loop.
    menu = next(one for one in reversed(menus) if one.objectName().endswith(f"_{key}"))
    (chosen,) = (one for one in menu.actions() if one.text() == words)
    chosen.trigger()
    bar.menu.close()
    at.settle()
