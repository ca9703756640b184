"""Today: sections, reasons, acts and keys, over real databases."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.modeltest import ModelTester

from salesdesk.domain.day import Section
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.targets import Target, TargetOf
from salesdesk.services import contacts, targets
from salesdesk.ui.commands import Cmd
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.kit.widgets import FilterChip, State
from salesdesk.ui.shell.shortcuts_dialog import ShortcutsDialog, of_today
from salesdesk.ui.today.list_view import KEYS
from salesdesk.ui.today.model import SECTIONS, TodayModel
from salesdesk.ui.today.painting import act_rects
from salesdesk.ui.today.rows import RowAct
from salesdesk.ui.today.tips import tip_at
from tests.support.factories import NOON, Office, draft
from tests.support.today_screen import Look, ago, full_day, names
from tests.support.windows import OpenWindow


def head_of(model: TodayModel, section: Section) -> QModelIndex:
    return model.index(SECTIONS.index(section), 0)


def reasons(seat: OpenWindow) -> dict[str, str]:
    model = seat.window.today.model
    return {line.name: line.reason.text for s in SECTIONS for line in model.rows_in(s)}


def current(seat: OpenWindow) -> str:
    line = seat.window.today.list.current_line()
    return line.name if line is not None else ""


def count(seat: OpenWindow) -> str:
    lists = seat.window.navigation._lists
    return next(e.count for each in lists for e in each.entries if e.key == "today")


def test_today_opens_first_with_its_five_sections(office: Office, look: Look) -> None:
    full_day(office)
    at = look(office, office.lead)
    assert at.window.navigation.current() == "today"
    assert at.window.screens.currentWidget() is at.window.today
    assert [names(at, section) for section in SECTIONS] == [
        ["Siti"], ["Lina"], ["Fajar"], ["Dian"], ["Wahyu"],
    ]  # fmt: skip
    assert count(at) == "4"
    assert at.text("today_day") == "Monday, 8 June 2026 · 4 customers need you"
    assert at.text("today_logged") == "Nothing logged today yet"
    assert current(at) == "Siti"
    assert at.window.focusWidget() is at.window.today.list
    assert at.window.panel.isHidden()


def test_each_row_says_why_it_is_here(workspace: Office, look: Look) -> None:
    full_day(workspace)
    said = reasons(look(workspace, workspace.lead))
    assert said["Siti"] == "Last call 11 May, no answer, 28 days; leaves you in 2 days"
    assert said["Lina"] == "4 days late, due Thu 4 June, 19.00: Menu tasting"
    assert said["Fajar"] == "21.00 Confirm the room"
    assert said["Dian"] == "Last call 31 May, successful; nothing planned since"
    assert said["Wahyu"] == "Free since today 19.00, given back; was with Eko Saputra"


def test_the_lead_of_a_reason_stands_out(workspace: Office, look: Look) -> None:
    full_day(workspace)
    model = look(workspace, workspace.lead).window.today.model
    late, due = model.rows_in(Section.OVERDUE)[0], model.rows_in(Section.TODAY)[0]
    assert late.reason.text[: late.reason.lead] == "4 days late,"
    assert due.reason.text[: due.reason.lead] == "21.00"


def test_a_logged_customer_leaves_and_undo_brings_it_back(office: Office, look: Look) -> None:
    full_day(office)
    at = look(office, office.lead)
    at.key(Qt.Key.Key_L)
    form = at.dialog("contact_dialog")
    assert isinstance(form, ContactDialog)
    at.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    at.key(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    at.key(Qt.Key.Key_Return)
    at.settle()
    assert names(at, Section.RELEASING) == []
    assert at.window.today.list.isRowHidden(0, QModelIndex())
    assert at.told.startswith("Contact with Siti logged.")
    assert current(at) == "Lina"
    assert count(at) == "3"
    assert at.text("today_logged") == "Logged today: 1 call"
    at.give(Cmd.UNDO)
    assert names(at, Section.RELEASING) == ["Siti"]
    assert current(at) == "Lina"
    assert count(at) == "4"


def test_the_letters_are_among_the_shortcuts(workspace: Office, look: Look) -> None:
    at = look(workspace, workspace.lead)
    listed = {each.keys for each in of_today()}
    assert {chr(key) for key in KEYS} <= listed
    at.give(Cmd.SHORTCUTS)
    dialog = at.dialog("shortcuts_dialog")
    assert isinstance(dialog, ShortcutsDialog)
    at.bot.keyClicks(dialog.search, "visit")
    model = dialog.table.cells
    shown = [str(model.index(row, 1).data()) for row in range(model.rowCount())]
    assert "V" in shown
    dialog.reject()


def test_letters_open_the_form_with_its_method(workspace: Office, look: Look) -> None:
    full_day(workspace)
    at = look(workspace, workspace.lead)
    for key, method, link in (
        (Qt.Key.Key_W, "whatsapp", "https://wa.me/"),
        (Qt.Key.Key_C, "call", "tel:"),
        (Qt.Key.Key_V, "visit", ""),
    ):
        at.session.links.clear()
        at.key(key)
        form = at.dialog("contact_dialog")
        assert isinstance(form, ContactDialog)
        assert form.method.value() == method
        assert [each.startswith(link) for each in at.session.links] == ([True] if link else [])
        form.reject()
        at.settle()
    at.key(Qt.Key.Key_N)
    at.dialog("plan_dialog").reject()


def test_arrows_tab_and_enter_work_the_rows(workspace: Office, look: Look) -> None:
    full_day(workspace)
    at = look(workspace, workspace.lead)
    view = at.window.today.list
    at.key(Qt.Key.Key_Down)
    assert current(at) == "Lina"
    at.key(Qt.Key.Key_Up)
    at.key(Qt.Key.Key_Up)
    assert current(at) == "Siti"
    at.key(Qt.Key.Key_Left)
    at.key(Qt.Key.Key_Left)
    assert not view.isExpanded(view.currentIndex())
    at.key(Qt.Key.Key_Right)
    assert view.isExpanded(view.currentIndex())
    at.key(Qt.Key.Key_Down)
    at.key(Qt.Key.Key_Down)
    walked = []
    for _ in range(5):
        at.key(Qt.Key.Key_Tab)
        walked.append(view.act_focus)
    assert walked == [RowAct.LOG, RowAct.WHATSAPP, RowAct.CALL, RowAct.PLAN, RowAct.OPEN]
    at.key(Qt.Key.Key_Return)
    assert at.text("panel_name") == "Lina"
    at.give(Cmd.NEXT_CUSTOMER)
    assert at.text("panel_name") == "Fajar"
    at.give(Cmd.PANEL)
    assert at.window.panel.isHidden()
    assert at.window.focusWidget() is view
    at.key(Qt.Key.Key_Tab)
    at.key(Qt.Key.Key_Escape)
    assert view.act_focus is None


def test_tooltips_say_what_is_cut_off_and_which_key(workspace: Office, look: Look) -> None:
    full_day(workspace)
    at = look(workspace, workspace.lead)
    line = at.window.today.model.rows_in(Section.RELEASING)[0]
    places = at.window.today.list.columns()
    assert tip_at(line, None, places.name + 6, places) == "Siti · PT Sinar"
    assert tip_at(line, None, places.reason + 6, places) == line.reason.text
    assert tip_at(line, None, places.days + 6, places).startswith("leaves on ")
    assert tip_at(line, RowAct.LOG, places.acts + 6, places) == "Log (L)"


def test_acts_are_clicked_by_their_place(workspace: Office, look: Look) -> None:
    full_day(workspace)
    at = look(workspace, workspace.lead)
    view, model = at.window.today.list, at.window.today.model
    index = model.index(0, 0, head_of(model, Section.NEW_IN_POOL))
    line = model.line(index)
    assert line is not None
    rects = act_rects(line, view.visualRect(index), view.columns())
    assert list(rects) == [RowAct.CLAIM, RowAct.OPEN]
    at.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rects[RowAct.CLAIM].center())
    at.settle()
    assert at.told.startswith("Wahyu is yours now.")
    assert names(at, Section.NEW_IN_POOL) == []
    head = view.visualRect(head_of(model, Section.OVERDUE)).topLeft() + QPoint(30, 8)
    at.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert not view.isExpanded(head_of(model, Section.OVERDUE))


def test_a_section_is_read_page_by_page(workspace: Office, look: Look) -> None:
    workspace.customers(120, owner=workspace.lead_uid, since=NOON - ago(26))
    at = look(workspace, workspace.lead)
    model, view = at.window.today.model, at.window.today.list
    assert count(at) == "120"
    section = head_of(model, Section.RELEASING)
    assert model.rowCount(section) == 51
    for rows in (101, 120):
        view.setCurrentIndex(model.index(model.rowCount(section) - 1, 0, section))
        at.key(Qt.Key.Key_Return)
        assert model.rowCount(section) == rows
    first = model.rows_in(Section.RELEASING)[110]
    view.go_to_id(first.id)
    at.give(Cmd.REFRESH)
    assert model.rowCount(section) == 120
    line = view.current_line()
    assert line is not None
    assert line.id == first.id


def test_rows_that_come_and_leave_keep_the_place(workspace: Office, look: Look) -> None:
    ids = workspace.customers(60, owner=workspace.lead_uid, since=NOON - ago(26))
    at = look(workspace, workspace.lead)
    model, view = at.window.today.model, at.window.today.list
    tester = ModelTester(model)
    tester.check(model)
    shown = [line.id for line in model.rows_in(Section.RELEASING)]
    view.go_to_id(shown[40])
    place = view.visualRect(model.index_of(shown[40])).top()
    assert view.verticalScrollBar().value() > 0
    for one in (shown[2], shown[5]):
        logged = contacts.log(workspace.lead, draft(one))
        at.session.feed.publish(logged.changes)
        at.settle()
    assert current(at) == next(
        line.name for line in model.rows_in(Section.RELEASING) if line.id == shown[40]
    )
    assert view.visualRect(model.index_of(shown[40])).top() == place
    assert len(ids) == 60


def test_somebody_elses_day_and_everybodys(workspace: Office, look: Look) -> None:
    full_day(workspace)
    workspace.customer("Agus", owner=workspace.agent_uid, since=NOON - ago(25))
    at = look(workspace, workspace.lead)
    at.give(Cmd.FILTER)
    at.choose(at.child(QMenu, "today_filter_menu"), "Andi Firmansyah")
    assert names(at, Section.RELEASING) == ["Agus"]
    assert reasons(at)["Agus"].endswith("leaves Andi Firmansyah in 5 days")
    assert at.child(FilterChip, "today_chip_owner").isVisible()
    assert count(at) == "4"
    at.give(Cmd.CLEAR_FILTERS)
    assert names(at, Section.RELEASING) == ["Siti", "Agus"]


def test_searching_narrows_every_section(workspace: Office, look: Look) -> None:
    full_day(workspace)
    at = look(workspace, workspace.lead)
    at.give(Cmd.SEARCH)
    at.bot.keyClicks(at.window.today.header.search, "lina")
    at.key(Qt.Key.Key_Return)
    assert [names(at, section) for section in SECTIONS] == [[], ["Lina"], [], [], []]
    at.give(Cmd.SEARCH)
    at.bot.keyClicks(at.window.today.header.search, "zzz")
    at.key(Qt.Key.Key_Return)
    assert at.window.today.states.state is State.EMPTY
    assert at.window.today.states.empty.words[0] == "Nobody matches"
    at.press(at.window, "today_empty_clear")
    assert names(at, Section.RELEASING) == ["Siti"]


def test_an_empty_day_offers_what_to_do(workspace: Office, look: Look) -> None:
    workspace.customer("Free one")
    at = look(workspace, workspace.agent)
    assert at.window.today.states.state is State.EMPTY
    assert at.window.today.states.empty.words[0] == "Nothing waits for you today"
    assert at.text("today_day") == "Monday, 8 June 2026"
    assert count(at) == ""
    at.press(at.window, "today_empty_pool")
    assert at.window.navigation.current() == "pool"
    listed = at.window.pool.model.row(0)
    assert listed is not None
    assert listed.name == "Free one"
    at.give(Cmd.GO_TODAY)
    at.press(at.window, "today_empty_plan")
    assert at.names() == []


def test_the_number_stays_true_while_another_screen_is_shown(workspace: Office, look: Look) -> None:
    found = full_day(workspace)
    at = look(workspace, workspace.lead)
    at.give(Cmd.GO_CUSTOMERS)
    at.session.feed.publish(contacts.log(workspace.lead, draft(found["Siti"])).changes)
    at.settle()
    assert count(at) == "3"
    assert names(at, Section.RELEASING) == ["Siti"]
    at.give(Cmd.GO_TODAY)
    assert names(at, Section.RELEASING) == []


def test_the_day_stays_as_read_while_the_server_is_away(workspace: Office, look: Look) -> None:
    full_day(workspace)
    at = look(workspace, workspace.lead)
    at.session.connection.report(Unavailable("It does not answer."))
    assert at.text("today_logged") == "As read at 19.00"
    assert names(at, Section.RELEASING) == ["Siti"]
    at.session.connection.try_now()
    at.settle()


def test_today_shows_quietly_how_far_the_agent_is(office: Office, look: Look) -> None:
    full_day(office)
    of = TargetOf(uid=office.lead_uid)
    targets.put(office.admin, new_id(), of, Target(12, 50), None)
    at = look(office, office.lead)
    assert at.text("today_logged") == "0 of 12 contacts today · 0 of 50 this week"
    at.key(Qt.Key.Key_L)
    at.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    at.key(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    at.key(Qt.Key.Key_Return)
    at.settle()
    assert at.text("today_logged") == "1 of 12 contacts today · 1 of 50 this week"
    tip = at.child(QWidget, "today_logged").toolTip()
    assert tip.startswith("Logged today: 1 call. Every contact of yours counts")
