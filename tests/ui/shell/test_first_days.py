"""The first days: before a role was given, the first list of an agent, owners who have left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QTableView

from salesdesk.domain.events import new_id
from salesdesk.services.admin import people
from salesdesk.services.lists import states
from salesdesk.ui.commands import Cmd
from tests.support.factories import Office
from tests.support.menus import nav
from tests.support.windows import OpenWindow

Sit = Callable[..., OpenWindow]


@pytest.fixture
def two_owners(workspace: Office) -> Office:
    """One customer of Andi's, one of Eko's, one free."""
    workspace.customer("Agus", owner=workspace.agent_uid)
    workspace.customer("Bambang", owner=workspace.other_uid)
    workspace.customer("Citra")
    return workspace


def test_a_session_without_permissions_spoils_no_filter(two_owners: Office, sit: Sit) -> None:
    """Somebody with a role of the booking application alone looks in; then a role is given."""
    people.revoke(two_owners.admin, new_id(), "andi@example.org")
    two_owners.database.execute("INSERT INTO roles (name, status) VALUES ('Cashier', 'active')")
    two_owners.database.execute(
        "UPDATE users SET role_id = (SELECT id FROM roles WHERE name = 'Cashier')"
        " WHERE firebase_uid = 'uid-andi'"
    )
    at = sit(two_owners, two_owners.agent, own=True)
    told: list[bool] = []
    at.window.outdated.connect(lambda: told.append(True))
    assert at.window.shown == ""
    people.grant(two_owners.admin, new_id(), "andi@example.org", "Sales Agent")
    at.window.rights.ask()
    at.settle()
    assert told == [True], "what may be seen now wants another window"
    at.close()
    assert sit(two_owners, two_owners.agent, own=True).names() == ["Agus"]


def test_an_agent_begins_with_the_own_customers_and_a_lead_with_all(
    two_owners: Office, sit: Sit
) -> None:
    assert sit(two_owners, two_owners.lead, own=True).names() == ["Agus", "Bambang", "Citra"]
    at = sit(two_owners, two_owners.agent, own=True)
    assert at.names() == ["Agus"]
    at.give(Cmd.CLEAR_FILTERS)
    assert at.names() == ["Agus", "Bambang", "Citra"]
    at.close()
    assert sit(two_owners, two_owners.agent, own=True).names() == ["Agus", "Bambang", "Citra"]


@pytest.mark.parametrize(
    ("go", "menu"),
    [
        (Cmd.GO_CUSTOMERS, "customers_filter_menu"),
        (Cmd.GO_PIPELINE, "pipeline_filter_menu"),
        (Cmd.GO_TODAY, "today_filter_menu"),
    ],
)
def test_a_leaver_is_among_the_owners_and_oneself_is_me(
    two_owners: Office, sit: Sit, go: Cmd, menu: str
) -> None:
    people.revoke(two_owners.admin, new_id(), "eko@example.org")
    at = sit(two_owners, two_owners.agent, own=True)
    at.give(go)
    at.give(Cmd.FILTER)
    filters = at.child(QMenu, menu)
    owners = filters.findChild(QMenu, menu.replace("menu", "owner")) or filters
    offered = [each.text() for each in owners.actions()]
    assert "Me" in offered
    assert "Andi Firmansyah" not in offered
    assert "Eko Saputra" in offered
    at.choose(filters, *(["Owner"] if owners is not filters else []), "Eko Saputra")
    if go is Cmd.GO_CUSTOMERS:
        assert at.names() == ["Bambang"]


@pytest.mark.parametrize("screen", ["today", "customers"])
def test_an_empty_workspace_offers_new_and_import(workspace: Office, sit: Sit, screen: str) -> None:
    """Whoever may do neither is offered neither; with the first customer both are gone."""
    at = sit(workspace, workspace.admin, own=True)
    at.give({"today": Cmd.GO_TODAY, "customers": Cmd.GO_CUSTOMERS}[screen])
    for button, dialog in (("new", "customer_dialog"), ("import", "import_wizard")):
        at.child(QPushButton, f"{screen}_empty_{button}").click()
        at.settle()
        at.dialog(dialog).reject()
        at.settle()
    offered = ("customers_empty_new", "today_empty_new", "today_empty_import")
    workspace.customer("Agus", owner=workspace.admin_uid)
    at.give(Cmd.REFRESH)
    at.give(Cmd.GO_CUSTOMERS)
    at.give(Cmd.REFRESH)
    at.give(Cmd.GO_TODAY)
    assert [name for name in offered if at.child(QPushButton, name).isVisible()] == []
    at.close()
    agent = sit(workspace, workspace.agent, own=True)
    assert agent.child(QPushButton, "customers_empty_import").isHidden()


def test_the_first_customer_is_seen_from_today(workspace: Office, sit: Sit) -> None:
    """Entered on Today, while the list of customers is out of sight."""
    at = sit(workspace, workspace.admin, own=True)
    at.give(Cmd.GO_TODAY)
    at.child(QPushButton, "today_empty_new").click()
    at.settle()
    form = at.dialog("customer_dialog")
    for field, text in (("customer_name", "Siti"), ("customer_phone", "0812 9034 7718")):
        typed = form.findChild(QLineEdit, field)
        assert typed is not None
        typed.setText(text)
    at.press(form, "customer_save")
    assert at.window.shown == "today"
    assert not at.child(QPushButton, "today_empty_new").isVisible()
    assert nav(at, "customers") == "1"


def test_one_is_said_in_the_singular_and_a_first_day_has_nothing_to_compare(
    workspace: Office, sit: Sit
) -> None:
    workspace.customer("Agus", owner=workspace.agent_uid)
    at = sit(workspace, workspace.lead)
    assert at.text("customers_count") == "1 customer"
    at.window.customers.header.search.setText("Ag")
    at.bot.waitUntil(lambda: at.text("customers_count") == "1 of 1 customer")
    states.keep_day(workspace.lead)
    at.give(Cmd.GO_TEAM)
    at.give(Cmd.REFRESH)
    assert at.text("team_summed").startswith("1 customer, in exactly one of these")
    table = at.child(QTableView, "team_counts").model()
    told = {str(table.index(row, 4).data()) for row in range(table.rowCount())}
    assert told == {"–"}


def test_the_panel_calls_the_person_in_front_you(two_owners: Office, sit: Sit) -> None:
    at = sit(two_owners, two_owners.agent)
    at.go_to("Agus")
    assert at.text("panel_owner").startswith("you, since ")
    at.go_to("Bambang")
    assert at.text("panel_owner").startswith("Eko Saputra, since ")
