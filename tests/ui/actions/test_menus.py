"""Every menu of every screen, opened three times over changes of the selection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.domain.contact import Method
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.states import CustomerState
from salesdesk.ui.commands import Cmd
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.pipeline.cards import CardLine
from salesdesk.ui.today.list_view import TodayView
from salesdesk.ui.today.rows import DayLine
from tests.support.factories import Office
from tests.support.windows import OpenWindow

NONE = Qt.KeyboardModifier.NoModifier
RIGHT, LEFT = Qt.MouseButton.RightButton, Qt.MouseButton.LeftButton
NAMES = ("Ana", "Budi", "Citra", "Dewi")
TIMES = 3


@pytest.fixture
def at(workspace: Office, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenWindow]:
    """The lead's seat, with customers on each screen."""
    since = workspace.now - timedelta(days=29)
    for name in NAMES:
        customer = workspace.customer(
            name, owner=workspace.lead_uid, since=since, status=SalesStatus.WARM
        )
        workspace.contact(customer, at=workspace.now - timedelta(days=24), method=Method.CALL)
        workspace.customer(f"Free {name}")
    seat = OpenWindow(workspace, workspace.lead, tmp_path, qtbot, "today")
    yield seat
    seat.close()


def go(at: OpenWindow, place: Cmd) -> QAbstractItemView:
    """Go to a screen with customers; returns their list, the first of them chosen."""
    at.give(place)
    window = at.window
    if place is Cmd.GO_TEAM:
        window.team.open_state(CustomerState.RELEASING_SOON)
        at.settle()
    views: dict[Cmd, QAbstractItemView] = {
        Cmd.GO_TODAY: window.today.list,
        Cmd.GO_CUSTOMERS: window.customers.table,
        Cmd.GO_PIPELINE: window.pipeline.columns.columns[Stage.WARM].list,
        Cmd.GO_POOL: window.pool.table,
        Cmd.GO_TEAM: window.team.rows.table,
    }
    at.give(Cmd.GO_LIST)
    return views[place]


def click(widget: QWidget, button: Qt.MouseButton, place: QPoint) -> None:
    """A click as it comes from the system: to the window, which finds the widget itself."""
    window = widget.window()
    at = widget.mapTo(window, place)
    QTest.mouseClick(window.windowHandle(), button, NONE, at)


def opened() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()
    return menu


def close(menu: QMenu, at: OpenWindow) -> None:
    """Escape closes it, submenus first; everything that it and the bar hold is alive."""
    assert all(shiboken6.isValid(action) for action in menu.actions())
    while (popup := QApplication.activePopupWidget()) is not None:
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    at.settle()
    for command in Cmd:
        assert shiboken6.isValid(at.window.bar.action(command))
    assert not at.session.bugs


CUSTOMERS = [Cmd.GO_TODAY, Cmd.GO_CUSTOMERS, Cmd.GO_PIPELINE, Cmd.GO_POOL, Cmd.GO_TEAM]


@pytest.mark.parametrize("place", CUSTOMERS)
def test_the_right_click_opens_the_menu_of_the_row_beneath(at: OpenWindow, place: Cmd) -> None:
    view = go(at, place)
    for turn in range(TIMES):
        index = at_row(view, turn)
        click(view.viewport(), RIGHT, view.visualRect(index).center())
        menu = opened()
        assert any(action.text() == "Log contact" for action in menu.actions())
        close(menu, at)
        assert at.window.controller.chosen.rows[0].name == str(name_in(index))
        QTest.keyClick(view, Qt.Key.Key_Down)
        at.settle()


def at_row(view: QAbstractItemView, turn: int) -> QModelIndex:
    """One of the customers of a list, at each turn another."""
    model = view.model()
    if isinstance(view, TodayView):
        section = next(i for i in range(model.rowCount()) if model.rowCount(model.index(i, 0)))
        return model.index(turn % 2, 0, model.index(section, 0))
    return model.index(turn % 2, 0)


def name_in(index: QModelIndex) -> object:
    cell = index.data(Role.CELL)
    if isinstance(cell, DayLine):
        return cell.row.customer.name
    return cell.name if isinstance(cell, CardLine) else index.data()


@pytest.mark.parametrize("place", CUSTOMERS)
def test_the_menu_key_opens_the_menu_of_whoever_is_chosen(at: OpenWindow, place: Cmd) -> None:
    view = go(at, place)
    for _ in range(TIMES):
        port = view.viewport()
        middle = view.visualRect(view.currentIndex()).center()
        kind = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(port, QContextMenuEvent(kind, middle, port.mapToGlobal(middle)))
        close(opened(), at)
        QTest.keyClick(view, Qt.Key.Key_Down)
        at.settle()
    assert not at.session.bugs


@pytest.mark.parametrize("place", CUSTOMERS)
def test_the_panels_menus_open_again_and_again(at: OpenWindow, place: Cmd) -> None:
    view = go(at, place)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    at.settle()
    panel = at.window.panel
    assert not panel.isHidden()
    for _ in range(TIMES):
        click(panel.head.more, LEFT, panel.head.more.rect().center())
        close(opened(), at)
        click(panel.head.chip, LEFT, panel.head.chip.rect().center())
        close(opened(), at)
        if panel.model.rowCount():
            line = panel.history.visualRect(panel.model.index(0)).center()
            click(panel.history.viewport(), RIGHT, line)
            close(opened(), at)
        at.give(Cmd.NEXT_CUSTOMER)


@pytest.mark.parametrize(
    ("place", "command"),
    [
        (Cmd.GO_TODAY, Cmd.FILTER),
        (Cmd.GO_CUSTOMERS, Cmd.FILTER),
        (Cmd.GO_CUSTOMERS, Cmd.VIEWS),
        (Cmd.GO_CUSTOMERS, Cmd.SORT),
        (Cmd.GO_CUSTOMERS, Cmd.COLUMNS),
        (Cmd.GO_PIPELINE, Cmd.FILTER),
        (Cmd.GO_PIPELINE, Cmd.MOVE_TO),
        (Cmd.GO_POOL, Cmd.FILTER),
    ],
)
def test_the_menus_of_commands(at: OpenWindow, place: Cmd, command: Cmd) -> None:
    view = go(at, place)
    for _ in range(TIMES):
        # A menu that a button shows waits until it is closed.
        QTimer.singleShot(0, at.window.bar.action(command).trigger)
        at.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        close(opened(), at)
        QTest.keyClick(view, Qt.Key.Key_Down)
        at.settle()
    assert not at.session.bugs


def test_a_line_of_the_menu_acts_on_whom_it_was_opened_for(
    workspace: Office, at: OpenWindow
) -> None:
    """The panel's menu means the panel's customer, though several rows are selected."""
    view = go(at, Cmd.GO_CUSTOMERS)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    at.settle()
    assert len(at.window.controller.chosen.rows) == 2
    shown = at.text("panel_name")
    click(at.window.panel.head.more, LEFT, at.window.panel.head.more.rect().center())
    menu = opened()
    next(each for each in menu.actions() if each.text() == "Log contact").trigger()
    menu.close()
    at.settle()
    form = at.dialog("contact_dialog")
    assert isinstance(form, ContactDialog)
    assert form.title.text() == shown


def test_the_menus_of_the_bar(at: OpenWindow) -> None:
    for place in (Cmd.GO_TODAY, Cmd.GO_CUSTOMERS, Cmd.GO_ACTIVITY):
        at.give(place)
        for _ in range(TIMES):
            for menu in at.window.bar.menus.values():
                menu.popup(at.window.mapToGlobal(QPoint(8, 32)))
                close(opened(), at)
    assert not at.session.bugs
