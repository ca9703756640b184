"""What is cut last: names, reasons and labels, in windows of both usual sizes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.pipeline import BoardQuery, Stage
from salesdesk.domain.queries import CustomerQuery, OwnerFilter, OwnerScope
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import FilterChip, NavEntry, NavigationPane, SearchField
from salesdesk.ui.lists.customer_rows import Column
from salesdesk.ui.pipeline.painting import name_lines
from salesdesk.ui.today.painting import act_rects, first_line
from salesdesk.ui.today.rows import RowAct
from tests.support.boards import BoardSeat
from tests.support.factories import NOON, Office
from tests.support.windows import OpenWindow, Sit

LEFT = Qt.MouseButton.LeftButton
DAY = timedelta(days=1)
LONG = "Raden Ajeng Kartini Djojohadikusumo"


def some(office: Office) -> None:
    """Customers of the lead, one with a long name, one with a long company."""
    mine = office.lead_uid
    office.customer(LONG, owner=mine, since=NOON - 28 * DAY)
    office.customer(
        "Budi", owner=mine, since=NOON - 27 * DAY, company="PT Persada Nusantara Jaya Abadi Tbk"
    )
    office.customer("Citra", owner=mine, since=NOON - 26 * DAY, status=SalesStatus.COLD)


def at_size(sit: Sit, office: Office, width: int, height: int) -> OpenWindow:
    """A window of the lead in this size."""
    at = sit(office, office.lead)
    at.window.resize(width, height)
    at.settle()
    return at


def widths(at: OpenWindow) -> list[int]:
    """The widths of the customers table."""
    table = at.window.customers.table
    return [table.columnWidth(column) for column in range(table.head.count())]


def test_beside_the_panel_the_days_left_are_in_sight(workspace: Office, sit: Sit) -> None:
    some(workspace)
    at = at_size(sit, workspace, 1280, 720)
    at.go_to("Citra")
    assert at.window.panel.isVisible()
    table = at.window.customers.table
    right = table.columnViewportPosition(Column.DAYS_LEFT) + table.columnWidth(Column.DAYS_LEFT)
    assert right <= table.viewport().width()


@pytest.mark.parametrize("size", [(1440, 900), (960, 600)])
def test_the_name_is_never_narrow(workspace: Office, sit: Sit, size: tuple[int, int]) -> None:
    some(workspace)
    at = at_size(sit, workspace, *size)
    table = at.window.customers.table
    for _ in ("closed", "open"):
        assert table.columnWidth(Column.NAME) >= theme.px(160)
        assert sum(widths(at)) >= table.viewport().width()
        at.go_to("Citra")


def test_what_is_left_over_goes_to_the_names_and_not_to_the_source(
    workspace: Office, sit: Sit
) -> None:
    some(workspace)
    at = at_size(sit, workspace, 1920, 900)
    table = at.window.customers.table
    assert table.columnWidth(Column.NAME) > table.columnWidth(Column.SOURCE) + 100
    shown = table.sizeHintForColumn(Column.NAME)
    assert table.columnWidth(Column.NAME) >= shown
    assert sum(widths(at)) == table.viewport().width()


def drag_edge(at: OpenWindow, column: int, by: int) -> None:
    """Draw a column wider by the edge of its head, with the mouse."""
    head = at.window.customers.table.head
    edge = head.sectionViewportPosition(column) + head.sectionSize(column) - 1
    where = QPoint(edge, head.height() // 2)
    QTest.mouseMove(head.viewport(), where)
    QTest.mousePress(head.viewport(), LEFT, pos=where)
    QTest.mouseMove(head.viewport(), where + QPoint(by, 0))
    QTest.mouseRelease(head.viewport(), LEFT, pos=where + QPoint(by, 0))


def test_widths_that_somebody_drew_are_theirs_until_they_let_go(
    workspace: Office, sit: Sit
) -> None:
    some(workspace)
    at = at_size(sit, workspace, 1440, 900)
    before = widths(at)
    drag_edge(at, Column.NAME, 57)
    drawn = at.window.customers.table.columnWidth(Column.NAME)
    assert drawn == before[Column.NAME] + 57
    at.window.resize(1200, 800)
    at.settle()
    assert at.window.customers.table.columnWidth(Column.NAME) == drawn
    at.window.keep()
    again = sit(workspace, workspace.lead)
    assert again.window.customers.table.columnWidth(Column.NAME) == drawn
    menu = again.child(QMenu, "customers_columns_menu")
    again.window.customers.table.fill_columns_menu(menu)
    again.choose(menu, "Widths by content")
    assert again.window.customers.table.columnWidth(Column.NAME) != drawn


def test_widths_of_an_earlier_version_are_fitted(workspace: Office, sit: Sit) -> None:
    some(workspace)
    at = at_size(sit, workspace, 1440, 900)
    table = at.window.customers.table
    table.setColumnWidth(Column.NAME, 110)
    earlier = bytes([100]) + bytes(table.head.saveState().data())
    table.restore_columns(earlier)
    assert table.columnWidth(Column.NAME) >= theme.px(160)


# --- Today ----------------------------------------------------------------------------------------


def today(at: OpenWindow) -> None:
    """Go to Today, with the panel open."""
    at.give(Cmd.GO_TODAY)
    at.window.today.focus_list()
    at.settle()
    if at.window.panel.isHidden():
        at.give(Cmd.PANEL)


def test_in_a_narrow_list_the_reason_has_a_line_of_its_own(workspace: Office, sit: Sit) -> None:
    some(workspace)
    at = at_size(sit, workspace, 960, 600)
    today(at)
    view = at.window.today.list
    line = view.current_line()
    assert line is not None
    rect = view.visualRect(view.currentIndex())
    assert view.columns().two_lines
    assert rect.height() > theme.px(50)
    reason = view.fontMetrics().horizontalAdvance(line.reason.text)
    assert reason < rect.width() - theme.px(32)
    # The acts stand in the first line, and a click there does what it says.
    place = act_rects(line, rect, view.columns())[RowAct.PLAN]
    assert first_line(rect, view.columns()).contains(place)
    QTest.mouseClick(view.viewport(), LEFT, pos=place.center())
    at.settle()
    assert at.dialog("plan_dialog").windowTitle() == f"Plan for {line.name}"
    at.dialog("plan_dialog").reject()
    at.window.resize(1440, 900)
    at.window.controller.close_panel()
    at.settle()
    assert view.visualRect(view.currentIndex()).height() == theme.px(32)


# --- the board ------------------------------------------------------------------------------------


def test_a_name_is_broken_between_words_where_it_can_be(themed: object) -> None:
    assert name_lines("Budi", 100) == ("Budi",)
    assert name_lines("Siti Rahmawati", 60) == ("Siti", "Rahmawati")
    begun, rest = name_lines("Djojohadikusumo", 40)
    assert begun
    assert begun + rest == "Djojohadikusumo"
    assert name_lines("Budi", 0) == ("", "Budi")


def test_narrow_cards_are_higher_and_a_click_hits_the_card_it_is_on(
    workspace: Office, sit: Sit
) -> None:
    some(workspace)
    board = BoardSeat(at_size(sit, workspace, 1800, 900))
    view = board.view(Stage.COLD)
    wide = view.visualRect(view.model().index(1, 0))
    board.seat.window.resize(960, 600)
    board.seat.settle()
    narrow = view.visualRect(view.model().index(1, 0))
    assert narrow.height() == wide.height() + theme.px(20)
    QTest.mouseClick(view.viewport(), LEFT, pos=narrow.center())
    board.seat.settle()
    assert board.chosen == [board.names(Stage.COLD)[1]]


# --- headers --------------------------------------------------------------------------------------


def parts(pane: QWidget) -> Iterator[QRect]:
    """Where the words, buttons and fields of a pane are, from left to right."""
    kinds = (QPushButton, QLabel, SearchField, FilterChip)
    shown = [
        each
        for each in pane.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(each, kinds) and each.isVisible()
    ]
    yield from sorted((each.geometry() for each in shown), key=lambda each: each.x())


def overlapping(pane: QWidget) -> list[tuple[QRect, QRect]]:
    """The neighbours that cover each other, or stand out of the pane."""
    found = list(parts(pane))
    assert found
    assert all(each.right() < pane.width() for each in found)
    return [(a, b) for at, a in enumerate(found) for b in found[at + 1 :] if a.intersects(b)]


@pytest.mark.parametrize("size", [(1440, 900), (1200, 720), (960, 600)])
def test_nothing_in_a_header_covers_its_neighbour(
    workspace: Office, sit: Sit, size: tuple[int, int]
) -> None:
    some(workspace)
    at = at_size(sit, workspace, *size)
    screens = (
        (Cmd.GO_POOL, ("pool_header", "pool_filters")),
        (Cmd.GO_CUSTOMERS, ("customers_header", "customers_filters")),
        (Cmd.GO_TODAY, ("today_header",)),
        (Cmd.GO_ACTIVITY, ("activity_header", "activity_filters")),
    )
    for command, names in screens:
        at.give(command)
        for _ in range(2):
            for name in names:
                assert overlapping(at.child(QWidget, name)) == [], (name, size)
            at.give(Cmd.PANEL)


@pytest.mark.parametrize("size", [(1440, 900), (1200, 720), (960, 600)])
def test_nothing_in_the_boards_header_covers_its_neighbour_beside_the_panel(
    workspace: Office, sit: Sit, size: tuple[int, int]
) -> None:
    some(workspace)
    board = BoardSeat(at_size(sit, workspace, *size))
    at = board.seat
    board.screen.ask(BoardQuery(OwnerFilter(OwnerScope.PERSON, workspace.lead_uid)))
    at.settle()
    board.choose("Citra")
    at.give(Cmd.PANEL)
    assert at.window.panel.isVisible()
    for name in ("pipeline_header", "pipeline_filters"):
        assert overlapping(at.child(QWidget, name)) == [], (name, size)
    search = at.child(SearchField, "pipeline_search")
    assert search.width() >= theme.px(160)


@pytest.mark.parametrize("size", [(1440, 900), (960, 600)])
def test_the_counts_of_activity_cover_no_filter(
    workspace: Office, sit: Sit, size: tuple[int, int]
) -> None:
    some(workspace)
    at = at_size(sit, workspace, *size)
    at.give(Cmd.GO_ACTIVITY)
    choice = at.window.activity.choice
    wanted = CustomerQuery(
        statuses=frozenset({SalesStatus.COLD, SalesStatus.WARM}),
        sources=frozenset({LeadSource("Referral"), LeadSource("Canvas")}),
    )
    choice.choose(replace(choice.choice, customers=wanted))
    at.settle()
    assert choice.filters.count.text()
    assert overlapping(choice.filters) == []
    assert choice.filters.count.y() + choice.filters.count.height() <= choice.filters.height()


def test_a_count_never_cuts_a_label(themed: object) -> None:
    entries = [NavEntry("customers", "Customers", "users"), NavEntry("pool", "Pool", "users")]
    pane = NavigationPane(entries, name="nav")
    pane.resize(pane.width(), 300)
    pane.show()
    without = pane.grab().toImage().copy(QRect(0, 60, 130, 80))
    narrow = pane.width()
    for count in ("1.284", "12.345.678", "1.234.567.890.123.456"):
        pane.set_count("customers", count)
        shown = pane.grab().toImage().copy(QRect(0, 60, 130, 80))
        assert shown == without, count
    assert narrow <= pane.width() <= theme.px(232)
    pane.close()


def test_the_chosen_card_stays_in_sight_when_the_panel_makes_cards_higher(
    workspace: Office, sit: Sit
) -> None:
    workspace.customers(12, owner=workspace.lead_uid, since=NOON - 9 * DAY)
    board = BoardSeat(at_size(sit, workspace, 1800, 720))
    view = board.view(Stage.COLD)
    wide = view.visualRect(view.model().index(0, 0)).height()
    last = max(view.rows_in_sight()) - 1
    board.choose(board.names(Stage.COLD)[last])
    before = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(before)
    board.seat.give(Cmd.PANEL)
    board.seat.window.resize(1100, 720)
    board.seat.settle()
    after = view.visualRect(view.currentIndex())
    assert after.height() > wide
    # Qt scrolls to the card but for one pixel.
    assert view.viewport().rect().adjusted(0, 0, 0, 1).contains(after)


def test_the_cards_stand_one_below_the_other(workspace: Office, sit: Sit) -> None:
    some(workspace)
    board = BoardSeat(at_size(sit, workspace, 960, 600))
    view = board.view(Stage.COLD)
    rects = [view.visualRect(view.model().index(row, 0)) for row in range(3)]
    assert all(a.bottom() + 1 == b.top() for a, b in pairwise(rects))
