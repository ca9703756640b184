"""Ctrl+E on each screen: what is offered is what is shown, to those who may."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from salesdesk.domain.exporting import CustomerField, CustomersTable, FollowUps, PoolTable
from salesdesk.domain.queries import CustomerSort
from salesdesk.ui.commands import Cmd
from salesdesk.ui.exporting.dialog import ExportDialog
from salesdesk.ui.lists.customer_rows import Column
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit

F = CustomerField


def opened(seat: OpenWindow) -> ExportDialog:
    """The open dialog."""
    found = seat.dialog("export_dialog")
    assert isinstance(found, ExportDialog)
    return found


def test_the_list_goes_out_with_its_columns_filters_and_order(
    office: Office, sit: Sit, tmp_path: Path
) -> None:
    office.customer("Budi", owner=office.agent_uid)
    office.customer("Citra")
    seat = sit(office, office.lead)
    screen = seat.window.customers
    screen.table.head.moveSection(screen.table.head.visualIndex(Column.OWNER), 1)
    for column in (Column.COMPANY, Column.SOURCE, Column.LAST_CONTACT, Column.NEXT_STEP):
        screen.table.setColumnHidden(column, True)
    screen.ask(replace(screen.query, search="bud", sort=CustomerSort.STATUS, descending=True))
    seat.settle()
    seat.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(seat)
    assert dialog.windowTitle() == "Export customers"
    dialog.path.set_path(str(tmp_path / "list.xlsx"))
    seat.press(dialog, "export_act")
    ((table, outlet, path),) = seat.session.exports.asked
    assert isinstance(table, CustomersTable)
    assert table.columns == (F.NAME, F.OWNER, F.PHONE, F.STATUS, F.DAYS_LEFT)
    assert outlet.titles == ("Name", "Owner", "Phone", "Status", "Days left")
    assert (table.query, table.ids) == (screen.query, None)
    assert path == tmp_path / "list.xlsx"
    seat.session.exports.run.ended.emit(1)
    seat.settle()
    assert "1 line written to list.xlsx" in seat.told
    found = [b for b in seat.window.toast.findChildren(QAbstractButton) if b.isVisible()]
    found[0].click()
    assert seat.session.links == [path.as_uri()]


def test_a_fixed_list_goes_out_as_it_is(workspace: Office, sit: Sit) -> None:
    ids = [workspace.customer(name) for name in ("Budi", "Ani")]
    seat = sit(workspace, workspace.lead)
    seat.window.customers.show_listed(ids, "Freed")
    seat.settle()
    offered = seat.window.customers.exportable()
    assert isinstance(offered.table, CustomersTable)
    assert offered.table.ids == tuple(ids)


def test_today_offers_the_next_steps_for_a_calendar(workspace: Office, sit: Sit) -> None:
    seat = sit(workspace, workspace.lead)
    seat.give(Cmd.GO_TODAY)
    seat.give(Cmd.EXPORT)
    dialog = opened(seat)
    assert dialog.path.path().endswith(".ics")
    seat.press(dialog, "export_act")
    ((table, _, _),) = seat.session.exports.asked
    assert table == FollowUps(workspace.lead_uid)
    seat.session.exports.run.ended.emit(0)


def test_the_pool_goes_out_as_it_is_shown(workspace: Office, sit: Sit) -> None:
    workspace.customer("Budi")
    seat = sit(workspace, workspace.lead)
    seat.give(Cmd.GO_POOL)
    offered = seat.window.pool.exportable()
    assert isinstance(offered.table, PoolTable)
    assert offered.table.query == seat.window.pool.query
    assert offered.table.columns[:4] == (F.NAME, F.COMPANY, F.PHONE, F.STATUS)
    assert offered.titles[:5] == ("Name", "Company", "Phone", "Status", "Free since")
    assert ("hot", "Hot") in offered.words
    assert ("successful", "Successful") in offered.words
    assert seat.window.bar.action(Cmd.EXPORT).isEnabled()


def test_without_the_permission_it_is_not_offered(workspace: Office, sit: Sit) -> None:
    seat = sit(workspace, workspace.agent)
    assert not seat.window.bar.action(Cmd.EXPORT).isEnabled()
    button = seat.child(QWidget, "customers_export")
    assert not button.isVisible()
