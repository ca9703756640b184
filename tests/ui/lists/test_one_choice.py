"""Highlight, panel, the title of the form that opens and the row written are one customer.

Random clicks and keys in every list. What is highlighted is read off the views themselves, so
that nothing vouches for itself.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.domain.contact import Method
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.reports.drill_down import DrillDown, Figure
from salesdesk.domain.states import CustomerState
from salesdesk.ui.commands import Cmd
from salesdesk.ui.contacts.dialog import ContactDialog
from tests.support.factories import Office
from tests.support.reminded import Remind, planned
from tests.support.windows import OpenWindow

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NAMES = ("Ana", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hana")
PLACES = {
    "today": Cmd.GO_TODAY,
    "customers": Cmd.GO_CUSTOMERS,
    "pipeline": Cmd.GO_PIPELINE,
    "pool": Cmd.GO_POOL,
    "activity": Cmd.GO_ACTIVITY,
    "team": Cmd.GO_TEAM,
}
KEYS = (
    (Qt.Key.Key_Down, NONE),
    (Qt.Key.Key_Up, NONE),
    (Qt.Key.Key_Home, NONE),
    (Qt.Key.Key_End, NONE),
    (Qt.Key.Key_Down, SHIFT),
    (Qt.Key.Key_Down, CTRL),
    (Qt.Key.Key_Space, CTRL),
    (Qt.Key.Key_A, CTRL),
    (Qt.Key.Key_Return, NONE),
)


class Hand:
    """Somebody who clicks and types at random, and looks at what the window shows."""

    def __init__(self, at: OpenWindow, office: Office, seed: int) -> None:
        self.at = at
        self.office = office
        self.chance = random.Random(seed)
        self.place = ""
        self.written = 0

    # --- doing ------------------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Go to a screen, and on two of them to their rows."""
        self.place = place
        self.at.give(PLACES[place])
        window = self.at.window
        if place == "activity":
            window.activity.open_mark(
                DrillDown(Figure.METHODS_CONTACTS, method=Method.CALL), "Calls"
            )
        elif place == "team":
            window.team.open_state(CustomerState.WITHOUT_PLAN)
        self.at.settle()

    def view(self) -> QAbstractItemView:
        """A list of the screen."""
        window = self.at.window
        if self.place == "pipeline":
            columns = [each.list for each in window.pipeline.columns.columns.values()]
            return self.chance.choice([each for each in columns if each.column.rowCount()])
        views: dict[str, QAbstractItemView] = {
            "today": window.today.list,
            "customers": window.customers.table,
            "pool": window.pool.table,
            "activity": window.activity.rows.table,
            "team": window.team.rows.table,
        }
        return views[self.place]

    def act(self) -> str:
        """One event; returns what it was, for whoever reads a failure."""
        deeds = (
            *(self._click,) * 6, *(self._type,) * 5, self._step, self._panel, self._search,
            self._elsewhere, self._menu,
        )  # fmt: skip
        said = self.chance.choice(deeds)()
        self.at.settle()
        return f"{self.place}: {said}"

    def _click(self) -> str:
        view = self.view()
        port = view.viewport()
        high = min(port.height() - 2, 340)
        at = QPoint(self.chance.randrange(8, 120), self.chance.randrange(2, max(high, 3)))
        held = self.chance.choice((NONE, NONE, NONE, CTRL, SHIFT))
        twice = self.chance.random() < 0.15
        view.setFocus()
        QTest.mouseClick(port, LEFT, held, at)
        if twice:
            QTest.mouseDClick(port, LEFT, held, at)
        self.at.settle()
        self._leave_dialogs()
        return f"click{'ed twice' if twice else ''} at {at.x()},{at.y()} {held}"

    def _type(self) -> str:
        view = self.view()
        key, held = self.chance.choice(KEYS)
        view.setFocus()
        QTest.keyClick(view, key, held)
        return f"{key} {held}"

    def _step(self) -> str:
        self.at.give(self.chance.choice((Cmd.NEXT_CUSTOMER, Cmd.PREVIOUS_CUSTOMER)))
        return "next or previous"

    def _panel(self) -> str:
        self.at.give(Cmd.PANEL)
        return "panel"

    def _search(self) -> str:
        """Ctrl+F, part of a name or nothing, Enter."""
        self.at.give(Cmd.SEARCH)
        field = QApplication.focusWidget()
        if self.place in {"activity", "team"} or field is None:
            return "no search"
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        text = self.chance.choice(("", "", "an", "Budi", "nobody"))
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        return f"search {text!r}"

    def _elsewhere(self) -> str:
        self.go(self.chance.choice(list(PLACES)))
        return "went there"

    def _menu(self) -> str:
        """A right click; the menu names nobody, so that it is only closed again."""
        view = self.view()
        at = QPoint(40, self.chance.randrange(40, 200))
        QTest.mousePress(view.viewport(), RIGHT, NONE, at)
        QTest.mouseRelease(view.viewport(), RIGHT, NONE, at)
        return f"right click at {at.y()}"

    def _leave_dialogs(self) -> None:
        for name in self.at.dialogs():
            self.at.dialog(name).reject()
        self.at.settle()

    # --- looking ----------------------------------------------------------------------------------

    def highlighted(self) -> list[str]:
        """The names of the highlighted rows, from the views' own selection."""
        window = self.at.window
        if self.place == "today":
            line = window.today.list.current_line()
            return [line.row.customer.name] if line is not None else []
        if self.place == "pipeline":
            return [
                str(line.name)
                for column in window.pipeline.columns.columns.values()
                for line in column.list.selected_lines()
            ]
        view = self.view()
        return [str(index.data()) for index in view.selectionModel().selectedRows(0)]

    def check(self) -> None:
        """Everything that shows or takes a customer agrees."""
        window = self.at.window
        chosen = sorted(set(self.highlighted()))
        rows = len(self.highlighted())
        panel = self.shown()
        commanded = sorted(row.name for row in window.controller.chosen.rows)
        if not window.panel.isHidden():
            # Several rows of a chart's figure, of contacts say, are nobody's to act on.
            nobody = self.place == "activity" and rows > 1 and not commanded
            assert panel in chosen or not chosen or (nobody and not panel), (panel, chosen)
        elif not chosen:
            assert not window.bar.action(Cmd.LOG).isEnabled()
        if chosen and self.place != "activity":
            assert commanded == chosen
        if commanded:
            assert set(commanded) <= {*chosen, panel}, (commanded, chosen, panel)
        if rows > 1:
            assert not window.bar.action(Cmd.LOG).isEnabled()
        if self.place == "pool" and window.pool.hand_over.isVisible():
            head = window.pool.hand_over.findChild(QWidget, "hand_over_name")
            assert head is None or head.property("text") in chosen

    def shown(self) -> str:
        """Whom the panel names; '' where it is closed or empty."""
        panel = self.at.window.panel
        return self.at.text("panel_name") if panel.head.isVisible() else ""

    def log(self, *, save: bool) -> None:
        """Ctrl+L: the form names who is highlighted, and the contact is written to that one."""
        window = self.at.window
        if not window.bar.action(Cmd.LOG).isEnabled():
            return
        (wanted,) = set(self.highlighted()) or {self.shown()}
        self.at.give(Cmd.LOG)
        form = self.at.dialog("contact_dialog")
        assert isinstance(form, ContactDialog)
        assert form.title.text() == wanted
        if not save:
            form.reject()
            self.at.settle()
            return
        before = self.contacts()
        for key in (Qt.Key.Key_C, Qt.Key.Key_S):
            QTest.keyClick(form, key, ALT)
        QTest.keyClick(form.note, Qt.Key.Key_Return)
        self.at.settle()
        assert self.at.dialogs() == []
        after = self.contacts()
        assert {name for name in after if after[name] != before.get(name)} == {wanted}
        self.written += 1

    def contacts(self) -> dict[str, int]:
        """How many contacts each customer has, in the database."""
        found = self.office.database.execute(
            "SELECT c.name, COUNT(*) FROM customer_contacts k"
            " JOIN customers c ON c.id = k.customer_id GROUP BY c.name"
        )
        return {str(name): int(count) for name, count in found}


@pytest.fixture
def at(workspace: Office, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenWindow]:
    """The lead's seat: customers of the lead and of nobody, most of them with a call."""
    for back, name in enumerate(NAMES):
        since = workspace.now - timedelta(days=29) + timedelta(hours=back)
        owner = workspace.lead_uid if back < 5 else None
        status = (SalesStatus.COLD, SalesStatus.WARM, SalesStatus.HOT)[back % 3]
        customer = workspace.customer(
            name, owner=owner, since=since if owner else None, status=status
        )
        workspace.contact(customer, at=workspace.now - timedelta(days=24), method=Method.CALL)
    seat = OpenWindow(workspace, workspace.lead, tmp_path, qtbot, "today")
    yield seat
    seat.close()


@pytest.mark.parametrize("seed", range(6))
def test_what_is_highlighted_is_what_is_acted_on(
    workspace: Office, at: OpenWindow, seed: int
) -> None:
    hand = Hand(at, workspace, seed)
    hand.go("customers")
    said: list[str] = []
    for turn in range(70):
        said.append(hand.act())
        try:
            hand.check()
            if turn % 6 == 5:
                hand.log(save=turn % 18 == 17)
                hand.check()
        except AssertionError as fault:
            raise AssertionError(f"seed {seed}, after {said[-4:]}: {fault}") from fault
    assert not at.session.bugs


def test_a_click_with_the_panel_open_moves_the_panel(at: OpenWindow) -> None:
    at.give(Cmd.GO_CUSTOMERS)
    table = at.window.customers.table
    at.go_to("Ana")
    assert at.text("panel_name") == "Ana"
    place = table.visualRect(at.window.customers.model.index(2, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, NONE, place)
    at.settle()
    assert at.text("panel_name") == "Citra"


def test_after_a_search_and_enter_the_form_is_the_found_customers(at: OpenWindow) -> None:
    at.give(Cmd.GO_CUSTOMERS)
    at.go_to("Ana")
    at.give(Cmd.SEARCH)
    field = at.window.customers.header.search
    QTest.keyClicks(field, "Gita")
    QTest.keyClick(field, Qt.Key.Key_Return)
    at.settle()
    at.give(Cmd.LOG)
    form = at.dialog("contact_dialog")
    assert isinstance(form, ContactDialog)
    assert form.title.text() == "Gita"


def test_commands_mean_the_visible_screen_alone(at: OpenWindow) -> None:
    """Whoever is in the panel of Customers is nobody's target on Activity."""
    at.give(Cmd.GO_CUSTOMERS)
    at.go_to("Ana")
    at.give(Cmd.GO_ACTIVITY)
    assert at.window.panel.isHidden()
    for command in (Cmd.LOG, Cmd.COLD, Cmd.HOT, Cmd.ASSIGN, Cmd.RELEASE, Cmd.EDIT):
        assert not at.window.bar.action(command).isEnabled(), command
    at.give(Cmd.GO_CUSTOMERS)
    assert at.window.bar.action(Cmd.LOG).isEnabled()
    assert [row.name for row in at.window.controller.chosen.rows] == ["Ana"]


def test_a_customer_from_the_palette_takes_the_highlight_or_stands_alone(at: OpenWindow) -> None:
    """In the list it is highlighted; on a screen without it nobody else stays highlighted."""
    for place, listed in ((Cmd.GO_CUSTOMERS, True), (Cmd.GO_POOL, False), (Cmd.GO_ACTIVITY, False)):
        at.give(place)
        at.give(Cmd.FIND)
        palette = at.dialog("palette")
        field = palette.findChild(QWidget, "palette_search")
        assert field is not None
        QTest.keyClicks(field, "Budi")
        QTest.keyClick(field, Qt.Key.Key_Return)
        at.bot.waitUntil(lambda: not at.dialogs())
        at.settle()
        assert at.text("panel_name") == "Budi"
        assert [row.name for row in at.window.controller.chosen.rows] == ["Budi"]
        assert [row.name for row in at.window.controller.place.selected()] == ["Budi"] * listed
    at.give(Cmd.PANEL)
    assert at.window.controller.chosen.rows == []
    assert not at.window.bar.action(Cmd.LOG).isEnabled()


def test_the_list_of_reminders_logs_to_its_highlighted_row(
    workspace: Office, remind: Remind
) -> None:
    for name in ("Ana", "Budi", "Citra"):
        planned(workspace, name, timedelta(hours=1))
    workspace.pass_time(timedelta(hours=3))
    at = remind(workspace, workspace.agent, tray=False)
    at.look()
    for down in range(3):
        at.give(Cmd.REMINDERS)
        dialog = at.dialog("reminders_dialog")
        table = next(each for each in dialog.findChildren(QAbstractItemView) if each.isVisible())
        table.setFocus()
        for _ in range(down):
            QTest.keyClick(table, Qt.Key.Key_Down)
        (chosen,) = table.selectionModel().selectedRows(0)
        name = str(chosen.data()).split(",")[0]
        QTest.keyClick(table, Qt.Key.Key_L)
        at.settle()
        form = at.dialog("contact_dialog")
        assert isinstance(form, ContactDialog)
        assert form.title.text() in name
        form.reject()
        at.settle()
