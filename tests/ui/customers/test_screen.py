"""The customers screen: search, filters, order, paging, selection, copying, states."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.queries import CustomerQuery, CustomerSort, OwnerFilter, OwnerScope
from salesdesk.services import phone_sweep
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets import FilterChip, State
from salesdesk.ui.lists.customer_rows import Column
from salesdesk.ui.lists.customer_table import MOST_SELECTED
from tests.support.customer_lists import many
from tests.support.factories import NOON, Office
from tests.support.windows import Sit
from tests.ui.conftest import delete_deferred


def three(office: Office) -> None:
    """Three customers in three states."""
    office.customer(
        "Siti Rahmawati", owner=office.lead_uid, since=NOON - timedelta(days=28),
        status=SalesStatus.HOT, phone="0812 9034 7718", company="PT Sinar Jaya",
    )  # fmt: skip
    office.customer(
        "Hasan Basri", owner=office.agent_uid, since=NOON - timedelta(days=2),
        status=SalesStatus.WARM, phone="+628111502066", company="PT Duta Persada",
        source="Referral",
    )  # fmt: skip
    office.customer("Ratna Dewi", phone="62856-9917-2043", company="Yayasan Bina Insani")


def test_the_list_is_shown_and_counted(office: Office, sit: Sit) -> None:
    three(office)
    at = sit(office, office.lead)
    assert at.names() == ["Hasan Basri", "Ratna Dewi", "Siti Rahmawati"]
    assert at.text("customers_count") == "3 customers"
    assert at.window.customers.states.state is State.LIST


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("siti", ["Siti Rahmawati"]),
        ("duta pers", ["Hasan Basri"]),
        ("+62 812-9034", ["Siti Rahmawati"]),
        ("0856 9917", ["Ratna Dewi"]),
        ("%", []),
    ],
)
def test_search_finds_by_name_company_and_phone(
    office: Office, sit: Sit, typed: str, found: list[str]
) -> None:
    three(office)
    phone_sweep.refresh(office.lead)
    at = sit(office, office.lead)
    at.bot.keyClicks(at.window.customers.header.search, typed)
    at.bot.waitUntil(lambda: at.window.customers.query.search == typed)
    at.settle()
    assert at.names() == found
    assert at.text("customers_count") == f"{len(found)} of 3 customers"
    expected = State.LIST if found else State.EMPTY
    assert at.window.customers.states.state is expected


def test_filters_are_chips_that_can_be_taken_off(office: Office, sit: Sit) -> None:
    three(office)
    at = sit(office, office.lead)
    bar = at.window.customers.filters
    bar.open_menu()
    at.choose(bar.menu, "Status", "Hot")
    bar.open_menu()
    at.choose(bar.menu, "Status", "Warm")
    assert at.names() == ["Hasan Basri", "Siti Rahmawati"]
    bar.open_menu()
    at.choose(bar.menu, "Owner", "Me")
    assert at.names() == ["Siti Rahmawati"]
    assert at.child(FilterChip, "customers_chip_status").accessibleName() == (
        "Filter: Status warm or hot. Delete removes it."
    )
    at.child(FilterChip, "customers_chip_status").removed.emit()
    at.settle()
    delete_deferred()
    at.child(FilterChip, "customers_chip_owner").setFocus()
    at.key(Qt.Key.Key_Delete)
    assert at.names() == ["Hasan Basri", "Ratna Dewi", "Siti Rahmawati"]
    assert bar.clear.isHidden()


@pytest.mark.parametrize(
    ("facet", "line", "found"),
    [
        ("Owner", "Nobody (in pool)", ["Ratna Dewi"]),
        ("Owner", "Andi Firmansyah", ["Hasan Basri"]),
        ("Owner", "Somebody", ["Hasan Basri", "Siti Rahmawati"]),
        ("Source", "Referral", ["Hasan Basri"]),
        ("Days left", "Under 4", ["Siti Rahmawati"]),
        ("Days left", "Over 7", ["Hasan Basri"]),
        ("Next step", "None", ["Hasan Basri", "Ratna Dewi", "Siti Rahmawati"]),
    ],
)
def test_each_filter(workspace: Office, sit: Sit, facet: str, line: str, found: list[str]) -> None:
    three(workspace)
    at = sit(workspace, workspace.lead)
    bar = at.window.customers.filters
    bar.open_menu()
    at.choose(bar.menu, facet, line)
    assert at.names() == found
    at.give(Cmd.CLEAR_FILTERS)
    assert at.window.customers.query == CustomerQuery()


def test_a_header_sorts_and_turns_round(office: Office, sit: Sit) -> None:
    three(office)
    at = sit(office, office.lead)
    head = at.window.customers.table.head
    place = head.sectionViewportPosition(Column.COMPANY) + 20
    for wanted in (
        ["Hasan Basri", "Siti Rahmawati", "Ratna Dewi"],
        ["Ratna Dewi", "Siti Rahmawati", "Hasan Basri"],
    ):
        at.bot.mouseClick(
            head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, head.height() // 2)
        )
        at.settle()
        assert at.names() == wanted
    assert head.sortIndicatorSection() == Column.COMPANY
    assert head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_every_column_has_room_for_its_arrow(workspace: Office, sit: Sit) -> None:
    three(workspace)
    at = sit(workspace, workspace.lead)
    table = at.window.customers.table
    before = table.columnWidth(Column.LAST_CONTACT)
    word = painting.width("Last contact", Face.MEDIUM)
    assert before >= word + theme.px(8 + 5 + 14 + 3)
    at.window.customers.sort_by(Column.LAST_CONTACT)
    at.settle()
    assert table.columnWidth(Column.LAST_CONTACT) == before


def test_nobody_is_chosen_before_a_person_chooses(workspace: Office, sit: Sit) -> None:
    three(workspace)
    at = sit(workspace, workspace.lead)
    assert at.window.panel.isHidden()
    assert at.window.focusWidget() is at.window.customers.header.search
    at.window.customers.table.setFocus()
    assert at.window.panel.isHidden()
    assert at.text("customers_selected") == "Nothing selected"


def test_a_slow_order_says_why_not(
    workspace: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesdesk.services.lists.orders.SLOW_SORT_LIMIT", 2)
    three(workspace)
    at = sit(workspace, workspace.lead)
    at.window.customers.sort_by(Column.COMPANY)
    at.settle()
    assert "narrow the list with a filter first" in at.told
    assert at.window.customers.query == CustomerQuery()
    model = at.window.customers.model
    tip = model.headerData(Column.COMPANY, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "narrow the list" in str(tip)
    at.window.customers.ask(CustomerQuery(search="Siti"))
    at.settle()
    at.window.customers.sort_by(Column.COMPANY)
    at.settle()
    assert at.window.customers.query.sort is CustomerSort.COMPANY


def test_scrolling_to_the_end_reads_everything(office: Office, sit: Sit) -> None:
    many(office, 330)
    at = sit(office, office.lead)
    table = at.window.customers.table
    table.setFocus()
    table.go_to(0)
    for _ in range(4):
        at.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        table.go_to(table.customers.rowCount() - 1)
        at.settle()
    row = table.current_row()
    assert row is not None
    assert row.name == "Customer 00329"
    assert at.text("customers_count") == "330 customers"
    table.go_to(0)
    assert at.names() == [f"Customer {number:05d}" for number in range(330)]


def test_selection_and_place_stay_on_refresh(office: Office, sit: Sit) -> None:
    many(office, 120)
    at = sit(office, office.lead)
    table = at.window.customers.table
    table.verticalScrollBar().setValue(40 * table.rowHeight(0))
    table.go_to(50)
    before = table.rowViewportPosition(50)
    office.customer("Aaa, who comes first")
    at.give(Cmd.REFRESH)
    rows = at.window.customers.selected()
    assert [row.name for row in rows] == ["Customer 00050"]
    assert table.currentIndex().row() == 51
    assert table.rowViewportPosition(51) == before


def test_selection_stays_when_the_order_changes(office: Office, sit: Sit) -> None:
    three(office)
    at = sit(office, office.lead)
    at.go_to("Siti Rahmawati")
    at.window.customers.sort_by(Column.STATUS)
    at.settle()
    row = at.window.customers.table.current_row()
    assert row is not None
    assert row.name == "Siti Rahmawati"


def test_rows_are_copied_with_headers(workspace: Office, sit: Sit) -> None:
    three(workspace)
    at = sit(workspace, workspace.lead)
    at.give(Cmd.SELECT_ALL)
    at.window.customers.table.setFocus()
    at.give(Cmd.COPY)
    lines = at.session.copied[0].split("\n")
    assert lines[0].startswith("Name\tCompany\tPhone\tStatus\tOwner")
    assert lines[1].startswith(
        "Hasan Basri\tPT Duta Persada\t+62 811-1502-066\tWarm\tAndi Firmansyah\tnever\t28 days"
    )
    assert len(lines) == 4
    assert at.told == "3 copied with headers."


def test_too_many_selected_can_only_be_counted(workspace: Office, sit: Sit) -> None:
    many(workspace, MOST_SELECTED + 50)
    at = sit(workspace, workspace.lead)
    screen = at.window.customers
    while screen.model.canFetchMore(screen.table.rootIndex()):
        screen.model.fetchMore(screen.table.rootIndex())
        at.settle()
    screen.table.selectionModel().clear()
    screen.table.select_loaded()
    assert len(screen.selected()) == MOST_SELECTED
    assert at.text("customers_selected") == "500 selected"
    at.window.customers.table.go_to(0)
    for row in (0, MOST_SELECTED + 20):
        index = screen.model.index(row, 0)
        flag = screen.table.selectionCommand(index)
        screen.table.selectionModel().select(index, flag)
    screen.table.clearSelection()
    assert at.text("customers_selected") == "Nothing selected"


def test_a_list_that_cannot_be_read_offers_to_try_again(
    workspace: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(workspace)

    def away(*_: object) -> None:
        raise Unavailable("The server does not answer.")

    with monkeypatch.context() as patched:
        patched.setattr("salesdesk.services.lists.customers.page", away)
        at = sit(workspace, workspace.lead)
        assert at.child(QWidget, "customers_states_error").isVisible()
        assert at.banner.startswith("Server away")
    at.press(at.window, "customers_states_retry")
    assert at.window.customers.states.state is State.LIST
    assert len(at.names()) == 3


def test_columns_can_be_hidden_and_are_kept(workspace: Office, sit: Sit) -> None:
    three(workspace)
    at = sit(workspace, workspace.lead)
    menu = at.window.customers.header.findChild(QMenu)
    assert menu is not None
    at.window.customers.header.open_columns()
    at.choose(menu, "Company")
    assert at.window.customers.table.isColumnHidden(Column.COMPANY)
    at.window.keep()
    again = sit(workspace, workspace.lead)
    assert again.window.customers.table.isColumnHidden(Column.COMPANY)


def test_the_pool_can_be_asked_for(workspace: Office, sit: Sit) -> None:
    three(workspace)
    at = sit(workspace, workspace.agent)
    at.window.customers.ask(CustomerQuery(owner=OwnerFilter(OwnerScope.AVAILABLE)))
    at.settle()
    assert at.names() == ["Ratna Dewi"]
