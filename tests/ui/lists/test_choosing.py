"""Choosing many: what was read, all that match, in whatever order, and copying them."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.queries import CustomerQuery, OwnerFilter, OwnerScope
from salesdesk.services import ownership
from salesdesk.services.lists import customers
from salesdesk.ui.actions.bulk_dialog import BulkDialog
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.paging import model
from salesdesk.ui.kit.paging.window import PageWindow
from salesdesk.ui.lists import customer_table, table_screen
from salesdesk.ui.lists.customer_rows import Column
from tests.support.customer_lists import crowd, in_memory
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit


def of_agent(office: Office) -> CustomerQuery:
    return CustomerQuery(owner=OwnerFilter(OwnerScope.PERSON, office.agent_uid))


def scroll_to_end(at: OpenWindow) -> None:
    """Scroll until everything was read."""
    screen = at.window.customers
    bar = screen.table.verticalScrollBar()
    while not screen.model.complete:
        bar.setValue(bar.maximum())
        at.settle()


def test_another_question_lets_go_of_all(workspace: Office, sit: Sit) -> None:
    crowd(workspace, 440)
    at = sit(workspace, workspace.lead)
    screen = at.window.customers
    screen.ask(of_agent(workspace))
    at.settle()
    at.give(Cmd.SELECT_MATCHING)
    screen.clear_filters()
    assert screen.footer.told.text() == "Nothing selected"
    assert screen.selected() == []
    at.settle()
    scroll_to_end(at)
    assert screen.footer.told.text() == "Nothing selected"
    assert screen.selected() == []


def test_all_stay_chosen_in_another_order(workspace: Office, sit: Sit) -> None:
    ids = crowd(workspace, 440)
    at = sit(workspace, workspace.lead)
    screen = at.window.customers
    screen.ask(of_agent(workspace))
    at.settle()
    at.give(Cmd.SELECT_MATCHING)
    screen.sort_by(Column.LAST_CONTACT)
    at.settle()
    assert screen.footer.told.text() == "440 selected"
    assert {row.id for row in screen.selected()} == set(ids)
    assert screen.table.selected_count() == screen.model.rowCount()


def test_a_list_that_was_read_to_its_end_is_chosen_whole(workspace: Office, sit: Sit) -> None:
    crowd(workspace, 640)
    at = sit(workspace, workspace.lead)
    screen = at.window.customers
    scroll_to_end(at)
    at.give(Cmd.SELECT_MATCHING)
    assert screen.footer.told.text() == "643 selected"
    at.give(Cmd.SELECT_ALL)
    assert screen.footer.told.text() == "500 selected"
    assert at.told == "The first 500 are selected. Ctrl+Shift+A selects all that match."


def test_choosing_what_was_read_says_that_more_match(workspace: Office, sit: Sit) -> None:
    crowd(workspace, 340)
    at = sit(workspace, workspace.lead)
    at.give(Cmd.SELECT_ALL)
    read = at.window.customers.model.rowCount()
    assert read < 343
    assert at.window.customers.footer.told.text() == f"{read} selected"
    assert at.told == f"The first {read} are selected. Ctrl+Shift+A selects all that match."
    scroll_to_end(at)
    at.give(Cmd.SELECT_ALL)
    assert at.window.customers.footer.told.text() == "343 selected"


def test_a_fixed_list_is_chosen_whole(workspace: Office, sit: Sit) -> None:
    ids = crowd(workspace, 640)
    at = sit(workspace, workspace.lead)
    screen = at.window.customers
    screen.show_listed(ids[:620], "these")
    at.settle()
    at.give(Cmd.SELECT_MATCHING)
    assert {row.id for row in screen.selected()} == set(ids[:620])
    screen.show_listed(ids[:5], "others")
    at.settle()
    assert screen.selected() == []


def test_thousands_through_a_window_of_three_pages(
    office: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "PageWindow", partial(PageWindow, 3))
    ids = crowd(office, 2_100)
    at = sit(office, office.lead)
    screen = at.window.customers
    screen.ask(of_agent(office))
    at.settle()
    at.give(Cmd.SELECT_MATCHING)
    scroll_to_end(at)
    assert in_memory(screen.model) <= 300
    assert screen.footer.told.text() == "2.100 selected"
    assert {row.id for row in screen.selected()} == set(ids)
    at.give(Cmd.PROTECT)
    dialog = at.dialog("protect_dialog")
    assert isinstance(dialog, BulkDialog)
    assert dialog.windowTitle() == "Protect 2.100 customers"
    assert {row.id for row in dialog.rows} == set(ids)
    dialog.reject()


def test_single_choices_far_apart_survive_the_pages_between(
    office: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "PageWindow", partial(PageWindow, 3))
    crowd(office, 1_200)
    at = sit(office, office.lead)
    screen = at.window.customers
    table = screen.table
    chosen = []
    for row in (5, 150, 1_190):
        while screen.model.rowCount() <= row:
            table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
            at.settle()
        table.scrollTo(screen.model.index(row, 0))
        at.settle()
        place = table.visualRect(screen.model.index(row, 0)).center()
        control = Qt.KeyboardModifier.ControlModifier
        at.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, control, place)
        at.settle()
        line = screen.model.row(row)
        assert line is not None
        chosen.append(line.id)
    assert screen.footer.told.text() == "3 selected"
    assert [row.id for row in screen.selected()] == chosen
    at.give(Cmd.RELEASE)
    dialog = at.dialog("release_dialog")
    at.press(dialog, "release_dialog_act")
    at.bot.waitUntil(at.session.tasks.is_idle, timeout=60_000)
    free = customers.count(office.lead, CustomerQuery(owner=OwnerFilter(OwnerScope.AVAILABLE)))
    assert free.number == 3
    assert [row.owner_uid for row in customers.rows(office.lead, chosen)] == [None] * 3


def test_all_that_match_are_copied_with_headers(workspace: Office, sit: Sit) -> None:
    crowd(workspace, 440)
    at = sit(workspace, workspace.lead)
    screen = at.window.customers
    screen.table.setColumnHidden(Column.PHONE, True)
    at.give(Cmd.SELECT_MATCHING)
    screen.table.setFocus()
    at.give(Cmd.COPY)
    lines = at.session.copied[-1].splitlines()
    shown = screen.table.head.count() - screen.table.head.hiddenSectionCount()
    assert at.told == "443 copied with headers, by name."
    assert lines[0].split("\t")[:3] == ["Name", "Company", "Status"]
    assert len(lines) == 444
    assert {line.count("\t") for line in lines} == {shown - 1}


def test_more_than_can_be_copied_is_said(
    workspace: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd(workspace, 60)
    at = sit(workspace, workspace.lead)
    screen = at.window.customers
    at.give(Cmd.SELECT_ALL)
    monkeypatch.setattr(customer_table, "MOST_SELECTED", 50)
    monkeypatch.setattr(table_screen, "MOST_SELECTED", 50)
    screen.table.setFocus()
    at.give(Cmd.COPY)
    assert at.told == "At most 50 rows are copied at once."
    assert at.session.copied == []


def test_what_was_chosen_is_read_again_when_it_changes(workspace: Office, sit: Sit) -> None:
    crowd(workspace, 240)
    at = sit(workspace, workspace.lead)
    screen = at.window.customers
    at.give(Cmd.SELECT_MATCHING)
    made = workspace.customer("One more", owner=workspace.agent_uid)
    at.give(Cmd.REFRESH)
    assert screen.footer.told.text() == "244 selected"
    assert made in {row.id for row in screen.selected()}
    assert new_id() not in {row.id for row in screen.selected()}


def test_the_foot_names_what_can_be_done_to_the_customer_as_it_is_now(
    office: Office, sit: Sit
) -> None:
    siti = office.customer("Siti", owner=office.agent_uid)
    at = sit(office, office.lead)
    at.go_to("Siti")
    release = at.child(QPushButton, "customers_bulk_release")
    claim = at.child(QPushButton, "customers_bulk_claim")
    assert (release.isHidden(), claim.isHidden()) == (False, True)
    given = customers.rows(office.lead, [siti])[0]
    standing = OwnershipSeen(given.owner_uid or "", given.owned_since)
    done = ownership.release(office.lead, new_id(), siti, standing)
    at.session.context.feed.publish(done.changes)
    at.settle()
    assert (release.isHidden(), claim.isHidden()) == (True, False)


def test_who_leaves_the_list_is_chosen_no_longer(office: Office, sit: Sit) -> None:
    siti = office.customer("Siti", owner=office.agent_uid)
    office.customer("Tuti", owner=office.agent_uid)
    at = sit(office, office.lead)
    screen = at.window.customers
    screen.ask(of_agent(office))
    at.settle()
    at.go_to("Siti")
    assert screen.footer.told.text() == "1 selected"
    given = customers.rows(office.lead, [siti])[0]
    standing = OwnershipSeen(given.owner_uid or "", given.owned_since)
    ownership.transfer(office.lead, new_id(), siti, office.other_uid, standing)
    screen.refresh()
    at.settle()
    assert at.names() == ["Tuti"]
    assert screen.selected() == []
    assert screen.footer.told.text() == "Nothing selected"
    assert not at.window.controller.chosen.rows
