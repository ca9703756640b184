"""The column chooser: address, created, registered by, contacts, orders and the newest note."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from salesdesk.domain.exporting import CustomerField, CustomersTable
from salesdesk.domain.moments import DAY
from salesdesk.domain.queries import CustomerQuery
from salesdesk.services import exporting
from salesdesk.services.exporting import Batch
from salesdesk.ui.commands import Cmd
from salesdesk.ui.lists.customer_rows import Column, Extra
from tests.support.factories import NOON, Office
from tests.support.windows import OpenWindow, Sit

WHOLE = ("Jl. Sudirman 1, Jakarta", "8 May", "Sari Dewi", "2", "0", "Wants a room for 40.")


def siti(office: Office) -> str:
    customer_id = office.customer("Siti", owner=office.agent_uid, since=NOON - 30 * DAY)
    office.contact(customer_id, at=NOON - 2 * DAY, notes="Wants a room\nfor 40.")
    office.contact(customer_id, at=NOON - DAY)
    return customer_id


def choose(at: OpenWindow, *columns: Extra) -> None:
    """Tick columns in the menu of the header."""
    for column in columns:
        menu = QMenu(at.window)
        at.window.customers.table.fill_columns_menu(menu)
        action = menu.findChild(QAction, f"customers_column_{column.name.lower()}")
        assert isinstance(action, QAction)
        action.trigger()
        menu.deleteLater()
        at.settle()


def shown(at: OpenWindow) -> tuple[str, ...]:
    model = at.window.customers.model
    return tuple(str(model.index(0, column).data()) for column in Extra)


def test_they_are_hidden_until_chosen_and_then_read(office: Office, sit: Sit) -> None:
    siti(office)
    at = sit(office, office.agent)
    table = at.window.customers.table
    assert all(table.isColumnHidden(column) for column in Extra)
    choose(at, *Extra)
    assert not any(table.isColumnHidden(column) for column in Extra)
    assert shown(at) == WHOLE
    at.give(Cmd.GO_LIST)
    at.give(Cmd.COPY)
    assert at.session.copied[-1].splitlines()[1].endswith("\t".join(WHOLE))


def test_the_choice_is_kept_and_read_at_the_next_start(workspace: Office, sit: Sit) -> None:
    siti(workspace)
    at = sit(workspace, workspace.agent)
    choose(at, Extra.NOTE)
    at.close()
    again = sit(workspace, workspace.agent)
    table = again.window.customers.table
    assert [c for c in Extra if not table.isColumnHidden(c)] == [Extra.NOTE]
    assert shown(again)[-1] == WHOLE[-1]


def test_columns_kept_by_an_earlier_version_still_open(workspace: Office, sit: Sit) -> None:
    """Its header had nine sections."""
    siti(workspace)
    at = sit(workspace, workspace.lead)
    at.give(Cmd.GO_TEAM)
    earlier = at.window.team.rows.table
    earlier.setColumnHidden(Column.SOURCE, True)
    assert earlier.head.count() == len(Column)
    table = at.window.customers.table
    table.restore_columns(earlier.columns_state())
    assert table.head.count() == len(Column) + len(Extra)
    assert all(table.isColumnHidden(column) for column in Extra)
    choose(at, Extra.ORDERS)
    assert not table.isColumnHidden(Extra.ORDERS)


def test_notes_that_are_withheld_stay_so(office: Office, sit: Sit) -> None:
    free = office.customer("Ani")
    office.contact(free, notes="Owes us money")
    office.database.execute(
        "DELETE FROM role_permissions WHERE permission_id IN "
        "(SELECT id FROM permissions WHERE action = 'view_notes')"
    )
    at = sit(office, office.agent)
    choose(at, *Extra)
    assert shown(at)[-1] == ""
    assert shown(at)[3] == "1"


def test_they_can_be_exported(office: Office) -> None:
    siti(office)
    f = CustomerField
    columns = (f.NAME, f.ADDRESS, f.REGISTERED_BY, f.CONTACTS, f.ORDERS, f.NOTE)
    taken: list[Batch] = []
    table = CustomersTable(CustomerQuery(), columns)
    exporting.run(office.lead, "d0c3a0f0-0000-4000-8000-000000000009", table, taken.append)
    assert [line for batch in taken for line in batch.lines] == [
        ("Siti", "Jl. Sudirman 1, Jakarta", "Sari Dewi", 2, 0, "Wants a room\nfor 40."),
    ]
