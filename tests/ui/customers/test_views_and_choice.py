"""Views that are kept for a person, and choosing all that match, read or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLineEdit

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.events import new_id
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerSort,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
)
from salesdesk.domain.query_facts import facts_of, query_of
from salesdesk.services import ownership
from salesdesk.services.lists import customers
from salesdesk.ui.commands import Cmd
from salesdesk.ui.customers.view_name_dialog import ViewNameDialog
from salesdesk.ui.customers.view_store import View, ViewStore
from salesdesk.ui.lists import filters, select_all
from salesdesk.ui.lists.customer_rows import Column
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit

HOT = CustomerQuery(statuses=frozenset({SalesStatus.HOT}), sort=CustomerSort.LAST_CONTACT)

queries = st.builds(
    CustomerQuery,
    search=st.text(max_size=20),
    statuses=st.frozensets(st.sampled_from(SalesStatus)),
    owner=st.builds(OwnerFilter, st.sampled_from(OwnerScope), st.none() | st.text(max_size=8)),
    sources=st.frozensets(st.sampled_from(LeadSource)),
    days_left=st.none()
    | st.builds(DaysLeftFilter, st.none() | st.integers(0, 90), st.none() | st.integers(0, 90)),
    follow_up=st.none() | st.sampled_from(FollowUpState),
    sort=st.sampled_from(CustomerSort),
    descending=st.booleans(),
)


@given(queries)
def test_a_query_survives_being_kept(query: CustomerQuery) -> None:
    assert query_of(json.loads(json.dumps(facts_of(query)))) == query


def save(at: OpenWindow, name: str) -> None:
    """Save what is shown, as a person would."""
    at.give(Cmd.SAVE_VIEW)
    dialog = at.dialog("view_name_dialog")
    assert isinstance(dialog, ViewNameDialog)
    dialog.field.setText(name)
    at.press(dialog, "view_name_save")


def choose(at: OpenWindow, name: str) -> None:
    at.give(Cmd.VIEWS)
    at.choose(at.window.customers.views.menu, name)


def words(at: OpenWindow) -> list[str]:
    at.give(Cmd.VIEWS)
    menu = at.window.customers.views.menu
    found = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return found


def test_filters_order_and_columns_are_saved_under_a_name(office: Office, sit: Sit) -> None:
    office.customer("Hani", status=SalesStatus.HOT)
    office.customer("Cici", status=SalesStatus.COLD)
    at = sit(office, office.lead)
    screen = at.window.customers
    screen.ask(HOT)
    screen.table.setColumnHidden(Column.SOURCE, True)
    save(at, "Hot ones")
    assert at.told == "View “Hot ones” saved."
    assert screen.header.view.text() == "Hot ones"
    choose(at, "All customers")
    screen.table.setColumnHidden(Column.SOURCE, False)
    at.settle()
    assert sorted(at.names()) == ["Cici", "Hani"]
    choose(at, "Hot ones")
    assert at.names() == ["Hani"]
    assert screen.query == HOT
    assert screen.table.isColumnHidden(Column.SOURCE)
    chips = filters.chips(screen.query, at.session.context.office, None)
    assert [chip.value for chip in chips] == ["hot"]
    at.give(Cmd.CLEAR_FILTERS)
    assert screen.header.view.text() == "Hot ones (edited)"
    assert at.window.customers.filters.count.text() == "2 customers"


def test_views_are_updated_renamed_and_deleted(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    at.window.customers.ask(HOT)
    save(at, "Mine & hot")
    at.give(Cmd.CLEAR_FILTERS)
    choose(at, "Update “Mine && hot”")
    choose(at, "Rename “Mine && hot”…")
    dialog = at.dialog("view_name_dialog")
    field = dialog.findChild(QLineEdit, "view_name")
    assert field is not None
    field.setText("Everything")
    at.press(dialog, "view_name_save")
    assert "Everything" in words(at)
    assert "Mine && hot" not in words(at)
    assert at.window.customers.header.view.text() == "Everything"
    choose(at, "Delete “Everything”")
    assert "Everything" not in words(at)
    assert at.window.customers.header.view.text() == "Views"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("   ", "A view needs a name."), ("my CUSTOMERS", "This is the name of a view that")],
)
def test_names_that_cannot_be(workspace: Office, sit: Sit, typed: str, said: str) -> None:
    at = sit(workspace, workspace.lead)
    at.give(Cmd.SAVE_VIEW)
    dialog = at.dialog("view_name_dialog")
    assert isinstance(dialog, ViewNameDialog)
    dialog.field.setText(typed)
    at.press(dialog, "view_name_save")
    assert dialog.isVisible()
    assert dialog.row.error.text().startswith(said)
    dialog.reject()


def test_the_list_comes_back_as_it_was_and_people_do_not_share(workspace: Office, sit: Sit) -> None:
    workspace.customer("Hani", status=SalesStatus.HOT)
    workspace.customer("Cici", status=SalesStatus.COLD)
    at = sit(workspace, workspace.lead)
    at.window.customers.ask(CustomerQuery(search="ani", statuses=HOT.statuses, sort=HOT.sort))
    save(at, "Hot ones")
    at.window.customers.table.setColumnHidden(Column.PHONE, True)
    at.close()
    again = sit(workspace, workspace.lead)
    assert again.window.customers.query == HOT
    assert again.names() == ["Hani"]
    assert again.window.customers.table.isColumnHidden(Column.PHONE)
    assert again.window.customers.header.view.text() == "Hot ones"
    assert "Hot ones" in words(again)
    again.close()
    other = sit(workspace, workspace.agent)
    assert other.window.customers.query == CustomerQuery()
    assert not other.window.customers.table.isColumnHidden(Column.PHONE)
    assert "Hot ones" not in words(other)


@pytest.mark.parametrize("spoilt", ["{", "null", "[3, {}]", '[{"name": "x", "query": {}}]', "7"])
def test_spoilt_views_are_left_out(tmp_path: Path, spoilt: str) -> None:
    settings = QSettings(f"{tmp_path}/window.ini", QSettings.Format.IniFormat)
    store = ViewStore(settings, "server/of:ours", "uid")
    store.save(View("Good", HOT, b"\x64columns"))
    assert store.views() == (View("Good", HOT, b"\x64columns"),)
    (key,) = [each for each in settings.allKeys() if each.endswith("/views")]
    settings.setValue(key, spoilt)
    settings.setValue(key.replace("/views", "/last"), spoilt)
    assert store.views() == ()
    assert store.last() is None


def test_views_of_a_later_version_are_told_and_kept(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    save(at, "Everybody")
    (key,) = [each for each in at.settings.allKeys() if each.endswith("/views")]
    later = {"name": "Later", "query": {"sort": "by moon"}, "columns": ""}
    kept = json.loads(str(at.settings.value(key)))
    at.settings.setValue(key, json.dumps([*kept, later]))
    assert "1 saved view cannot be read and is left out" in words(at)
    assert "Later" not in words(at)
    save(at, "Another")
    choose(at, "Delete “Another”")
    assert later in json.loads(str(at.settings.value(key)))
    assert "Everybody" in words(at)


def test_offered_views_show_what_they_say(workspace: Office, sit: Sit) -> None:
    workspace.customer("Free")
    workspace.customer("Mine", owner=workspace.agent_uid)
    workspace.customer("Other", owner=workspace.other_uid)
    at = sit(workspace, workspace.agent)
    choose(at, "In the pool")
    assert at.names() == ["Free"]
    choose(at, "My customers")
    assert at.names() == ["Mine"]
    assert at.window.customers.header.view.accessibleName() == "View: My customers"
    choose(at, "All customers")
    assert len(at.names()) == 3


# --- choosing all that match ----------------------------------------------------------------------


def crowd(office: Office, number: int) -> list[str]:
    """So many customers of the agent, and a few of somebody else."""
    for at in range(3):
        office.customer(f"Other {at}", owner=office.other_uid)
    return office.customers(number, owner=office.agent_uid, since=office.now)


def test_all_that_match_are_chosen_read_or_not(office: Office, sit: Sit) -> None:
    crowd(office, 640)
    at = sit(office, office.lead)
    screen = at.window.customers
    mine = OwnerFilter(OwnerScope.PERSON, office.agent_uid)
    screen.ask(CustomerQuery(owner=mine))
    at.settle()
    assert screen.model.rowCount() < 640
    at.give(Cmd.SELECT_MATCHING)
    assert screen.footer.told.text() == "640 selected"
    assert at.text("customers_bulk_release") == "Release 640…"
    assert len({row.id for row in screen.selected()}) == 640
    bar = screen.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    at.settle()
    assert screen.footer.told.text() == "640 selected"
    assert len(screen.selected()) == 640
    at.bot.keyClick(screen.table, Qt.Key.Key_Up)
    at.settle()
    assert screen.footer.told.text() == "1 selected"
    at.give(Cmd.SELECT_MATCHING)
    at.give(Cmd.CLEAR_FILTERS)
    assert screen.footer.told.text() != "640 selected"
    assert len(screen.selected()) <= 1


def test_an_act_on_all_touches_those_that_were_confirmed_and_no_others(
    office: Office, sit: Sit
) -> None:
    ids = crowd(office, 540)
    at = sit(office, office.lead)
    screen = at.window.customers
    screen.ask(CustomerQuery(owner=OwnerFilter(OwnerScope.PERSON, office.agent_uid)))
    at.settle()
    at.give(Cmd.SELECT_MATCHING)
    at.give(Cmd.RELEASE)
    dialog = at.dialog("release_dialog")
    late = office.customer("Came later", owner=office.agent_uid)
    ownership.transfer(
        office.lead, new_id(), ids[0], office.other_uid,
        OwnershipSeen(office.agent_uid, office.now),
    )  # fmt: skip
    at.press(dialog, "release_dialog_act")
    at.bot.waitUntil(at.session.tasks.is_idle, timeout=60_000)
    owners = {row.id: row.owner_uid for row in customers.rows(office.lead, [*ids, late])}
    assert owners.pop(late) == office.agent_uid
    assert owners.pop(ids[0]) == office.other_uid
    assert set(owners.values()) == {None}
    for each in at.dialogs():
        at.dialog(each).reject()
    at.settle()
    assert [row.name for row in screen.selected()] == ["Came later"]


def test_more_than_may_be_chosen_is_said(
    workspace: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd(workspace, 300)
    monkeypatch.setattr(select_all, "MOST_MATCHING", 200)
    at = sit(workspace, workspace.lead)
    at.give(Cmd.SELECT_MATCHING)
    assert at.told == "More than 200 match: narrow the list with a filter first."
    assert len(at.window.customers.selected()) <= 1
