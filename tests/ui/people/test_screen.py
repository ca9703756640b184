"""People and roles by mouse and keys: give and take, accounts, hand over, ticks applied."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from salesdesk.domain.audit import AuditQuery
from salesdesk.domain.events import new_id
from salesdesk.domain.exporting import Figures
from salesdesk.domain.moments import DAY
from salesdesk.domain.permissions import LEAD_PERMISSIONS, Permission
from salesdesk.domain.sign_in import Credentials
from salesdesk.services.admin import passwords, people, roles, roster
from salesdesk.ui.audit.screen import AuditScreen
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.widgets import State
from salesdesk.ui.people.give_access_dialog import GiveAccessDialog
from salesdesk.ui.people.new_role_dialog import NewRoleDialog
from salesdesk.ui.people.screen import PeopleScreen
from salesdesk.ui.people.table import ACCOUNTS, EMAIL
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit, choose_filter

P = Permission
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(at: OpenWindow) -> PeopleScreen:
    at.give(Cmd.GO_PEOPLE)
    screen = at.window.place("people")
    assert isinstance(screen, PeopleScreen)
    return screen


def _id(screen: PeopleScreen, row: int) -> str:
    line = screen.table.cells.row_at(row)
    return line.id if line is not None else ""


def row_of(screen: PeopleScreen, uid: str) -> int:
    return next(row for row in range(screen.table.cells.rowCount()) if _id(screen, row) == uid)


def cell(screen: PeopleScreen, uid: str, column: int) -> str:
    return str(screen.table.cells.index(row_of(screen, uid), column).data())


def click_on(at: OpenWindow, screen: PeopleScreen, uid: str) -> None:
    place = screen.table.visualRect(screen.table.cells.index(row_of(screen, uid), 0)).center()
    at.bot.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at.settle()


def click(at: OpenWindow, name: str) -> None:
    at.bot.mouseClick(at.child(QPushButton, name), Qt.MouseButton.LeftButton)
    at.settle()


def test_only_administrators_are_offered_it(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    at.give(Cmd.GO_PEOPLE)
    assert at.window.shown != "people"
    assert not at.window.bar.action(Cmd.GO_PEOPLE).isEnabled()


def test_everybody_with_what_they_have(office: Office, sit: Sit) -> None:
    office.customers(3, owner=office.agent_uid, since=office.now - DAY)
    screen = opened(sit(office, office.admin))
    assert cell(screen, office.agent_uid, 2) == "Sales Agent"
    assert cell(screen, office.agent_uid, 4) == "3"
    assert cell(screen, office.lead_uid, 4) == "0"


def test_a_role_is_given_and_taken_by_mouse_and_keys(office: Office, sit: Sit) -> None:
    at = sit(office, office.admin)
    screen = opened(at)
    click_on(at, screen, office.agent_uid)
    assert screen.panel.name.text() == "Andi Firmansyah"
    assert not screen.panel.change.isVisible()
    screen.panel.role.setFocus()
    at.bot.keyClicks(screen.panel.role, "Team")
    assert screen.panel.change.isVisible()
    click(at, "person_change_role")
    assert office.agent.actor.role == "Team Lead"
    assert cell(screen, office.agent_uid, 2) == "Team Lead"
    screen.panel.role.setCurrentIndex(0)
    click(at, "person_change_role")
    assert office.agent.actor.role is None


def test_the_last_administrator_cannot_be_taken_the_right(mariadb: Database, sit: Sit) -> None:
    office = Office(mariadb)
    people.map_account(office.admin, new_id(), "sari@%", "sari@example.org")
    at = sit(office, office.admin)
    screen = opened(at)
    click_on(at, screen, office.admin_uid)
    screen.panel.role.setCurrentIndex(0)
    click(at, "person_change_role")
    assert "left to manage people" in screen.panel.error.text()
    assert office.admin.actor.may(P.PEOPLE_MANAGE)
    click(at, "person_remove_account")
    at.press(at.dialog("remove_account"), "remove_account_act")
    assert "left to manage people" in screen.panel.error.text()
    assert people.accounts(office.admin) == {office.admin_uid: ("sari@%",)}


def test_an_account_is_added_exactly_and_one_of_somebody_else_is_refused(
    mariadb: Database, sit: Sit
) -> None:
    office = Office(mariadb)
    people.map_account(office.admin, new_id(), "rina@%", "rina@example.org")
    at = sit(office, office.admin)
    screen = opened(at)
    click_on(at, screen, office.agent_uid)
    click(at, "person_add_account")
    dialog = at.dialog("account_dialog")
    user = dialog.findChild(QLineEdit, "account_user")
    add = dialog.findChild(QPushButton, "account_add")
    assert user is not None
    assert add is not None
    at.bot.keyClicks(user, "rina")
    assert not add.isEnabled()
    user.clear()
    at.bot.keyClicks(user, "andi")
    at.bot.keyClick(user, Qt.Key.Key_Return)
    at.settle()
    assert people.accounts(office.admin)[office.agent_uid] == ("andi@%",)
    assert cell(screen, office.agent_uid, 3) == "'andi'@'%'"


def test_a_leaver_is_handed_over_in_one_act(office: Office, sit: Sit) -> None:
    office.customers(4, owner=office.agent_uid, since=office.now - DAY)
    at = sit(office, office.admin)
    screen = opened(at)
    click_on(at, screen, office.agent_uid)
    click(at, "person_hand_over")
    dialog = at.dialog("hand_over_dialog")
    preview = dialog.findChild(QWidget, "hand_over_preview")
    assert preview is not None
    assert "4 customers go from Andi Firmansyah to" in str(preview.property("text"))
    at.press(dialog, "hand_over_act")
    assert roster.held_by(office.admin, office.agent_uid) == {}
    assert at.told.startswith("4 customers were handed over.")
    assert cell(screen, office.agent_uid, 4) == "0"


def test_the_table_of_roles_is_made_when_it_is_looked_at(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    assert not screen.roles.boxes
    screen.tabs.select("roles")
    made = dict(screen.roles.boxes)
    assert made
    screen.refresh()
    at.settle()
    assert dict(screen.roles.boxes) == made, "and stays, while nothing is changed in it"


def test_ticks_are_applied_together_by_keys(office: Office, sit: Sit) -> None:
    at = sit(office, office.admin)
    screen = opened(at)
    screen.tabs.select("roles")
    lead = next(one for one in screen.roles.roles if one.name == "Team Lead")
    box = screen.roles.boxes[lead.id, P.DATA_IMPORT]
    at.bot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(9, box.height() // 2))
    box.setFocus()
    at.bot.keyClick(box, Qt.Key.Key_Down)
    below = screen.roles.boxes[lead.id, P.DATA_EXPORT]
    assert at.window.focusWidget() is below
    at.bot.keyClick(below, Qt.Key.Key_Space)
    assert screen.roles.bar.count.text() == "2 changes are not applied"
    at.bot.keyClick(below, Qt.Key.Key_S, CTRL)
    at.settle()
    now = next(one for one in roles.roles(office.admin) if one.name == "Team Lead")
    assert now.permissions == (LEAD_PERMISSIONS | {P.DATA_IMPORT}) - {P.DATA_EXPORT}
    assert not screen.roles.bar.isVisible()


def test_the_last_right_to_manage_people_is_locked_with_the_reason(
    workspace: Office, sit: Sit
) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    screen.tabs.select("roles")
    top = next(one for one in screen.roles.roles if one.name == "Sales Administrator")
    box = screen.roles.boxes[top.id, P.PEOPLE_MANAGE]
    assert not box.isEnabled()
    assert "left to manage" in box.toolTip()
    assert screen.roles.boxes[top.id, P.AUDIT_VIEW].isEnabled()


def test_ticks_changed_by_a_colleague_meanwhile_are_not_overwritten(
    workspace: Office, sit: Sit
) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    screen.tabs.select("roles")
    lead = next(one for one in screen.roles.roles if one.name == "Team Lead")
    screen.roles.boxes[lead.id, P.DATA_IMPORT].click()
    without = lead.permissions - {P.CUSTOMERS_PROTECT}
    roles.change(workspace.admin, new_id(), lead.id, lead.permissions, without)
    screen.roles.bar.save.click()
    at.settle()
    now = next(one for one in roles.roles(workspace.admin) if one.name == "Team Lead")
    assert now.permissions == without
    screen.roles.discard()


def test_leaving_with_ticks_asks(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    screen.tabs.select("roles")
    lead = next(one for one in screen.roles.roles if one.name == "Team Lead")
    screen.roles.boxes[lead.id, P.DATA_IMPORT].click()
    at.give(Cmd.GO_TODAY)
    assert at.window.shown == "people"
    at.press(at.dialog("leave_dialog"), "leave_save")
    assert at.window.shown == "today"
    assert workspace.lead.actor.may(P.DATA_IMPORT)


def test_another_theme_keeps_the_table_and_its_ticks(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    screen.tabs.select("roles")
    lead = next(one for one in screen.roles.roles if one.name == "Team Lead")
    screen.roles.boxes[lead.id, P.DATA_IMPORT].click()
    at.give(Cmd.DARK)
    at.give(Cmd.LARGER)
    assert screen.roles.boxes[lead.id, P.DATA_IMPORT].isChecked()
    assert screen.roles.bar.isVisible()
    screen.roles.discard()


def press_new_role(at: OpenWindow, screen: PeopleScreen) -> NewRoleDialog:
    screen.tabs.select("roles")
    click(at, "people_new_role")
    dialog = at.dialog("new_role_dialog")
    assert isinstance(dialog, NewRoleDialog)
    return dialog


def test_a_role_of_ones_own_is_made_ticked_and_given(office: Office, sit: Sit) -> None:
    at = sit(office, office.admin)
    screen = opened(at)
    dialog = press_new_role(at, screen)
    at.bot.keyClicks(dialog.title_field, "sales agent")
    at.bot.keyClick(dialog.title_field, Qt.Key.Key_Return)
    at.settle()
    assert "already" in at.text("new_role_name_error")
    dialog.title_field.selectAll()
    at.bot.keyClicks(dialog.title_field, "Trainee <b>")
    dialog.like.setCurrentIndex(1)
    at.bot.keyClick(dialog.title_field, Qt.Key.Key_Return)
    at.settle()
    (made,) = (one for one in roles.roles(office.admin) if one.name == "Trainee <b>")
    assert made.ours
    assert made.permissions
    assert not made.people
    screen.roles.boxes[made.id, P.DATA_IMPORT].click()
    screen.roles.bar.saved.emit()
    at.settle()
    people.grant(office.admin, new_id(), "andi@example.org", "Trainee <b>")
    assert office.agent.actor.may(P.DATA_IMPORT)


def test_giving_and_taking_a_role_is_undone(office: Office, sit: Sit) -> None:
    at = sit(office, office.admin)
    screen = opened(at)
    click_on(at, screen, office.agent_uid)
    screen.panel.role.setCurrentIndex(screen.panel.role.findData("Team Lead"))
    click(at, "person_change_role")
    assert office.agent.actor.role == "Team Lead"
    at.give(Cmd.UNDO)
    assert office.agent.actor.role == "Sales Agent"
    at.give(Cmd.REDO)
    assert office.agent.actor.role == "Team Lead"
    people.grant(office.admin, new_id(), "andi@example.org", "Sales Administrator")
    at.give(Cmd.UNDO)
    assert office.agent.actor.role == "Sales Administrator", "a colleague's change stays"
    assert "changed the role of Andi Firmansyah" in at.told


def test_ticks_and_a_removed_account_are_undone(mariadb: Database, sit: Sit) -> None:
    office = Office(mariadb)
    people.map_account(office.admin, new_id(), "sari@%", "sari@example.org")
    people.map_account(office.admin, new_id(), "andi@%", "andi@example.org")
    at = sit(office, office.admin)
    screen = opened(at)
    click_on(at, screen, office.agent_uid)
    click(at, "person_remove_account")
    at.press(at.dialog("remove_account"), "remove_account_act")
    assert office.agent_uid not in people.accounts(office.admin)
    at.give(Cmd.UNDO)
    assert people.accounts(office.admin)[office.agent_uid] == ("andi@%",)
    (agent,) = (one for one in roles.roles(office.admin) if one.name == "Sales Agent")
    screen.tabs.select("roles")
    screen.roles.boxes[agent.id, P.DATA_EXPORT].click()
    screen.roles.bar.saved.emit()
    at.settle()
    assert office.agent.actor.may(P.DATA_EXPORT)
    at.give(Cmd.UNDO)
    assert not office.agent.actor.may(P.DATA_EXPORT)


def test_a_one_time_code_is_shown_once_and_copied(mariadb: Database, sit: Sit) -> None:
    office = Office(mariadb)
    people.map_account(office.admin, new_id(), "sari@%", "sari@example.org")
    at = sit(office, office.admin)
    screen = opened(at)
    click_on(at, screen, office.agent_uid)
    click(at, "person_code")
    dialog = at.dialog("code_dialog")
    at.press(dialog, "code_make")
    at.press(dialog, "code_copy")
    (code,) = at.session.copied
    given = Credentials("andi@example.org", "kopi susu hangat", code)
    assert passwords.uid_of(office.store, given) == office.agent_uid
    at.press(dialog, "code_close")
    assert at.dialogs() == []
    stored = office.database.execute("SELECT details FROM salesdesk_events")
    assert code not in str(stored)


def test_filters_show_who_lacks_something(office: Office, sit: Sit) -> None:
    at = sit(office, office.admin)
    screen = opened(at)
    everybody = screen.table.cells.rowCount()
    people.revoke(office.admin, new_id(), "andi@example.org")
    screen.refresh()
    at.settle()
    choose_filter(at, screen.filters, "state", "May do nothing here")
    shown = [_id(screen, row) for row in range(screen.table.cells.rowCount())]
    assert office.agent_uid in shown
    assert office.admin_uid not in shown
    assert at.text("people_count") == f"{len(shown)} of {everybody} people"
    choose_filter(at, screen.filters, "role", "Team Lead")
    assert screen.states.state is State.EMPTY
    click(at, "people_clear")
    assert screen.table.cells.rowCount() == everybody


def test_what_a_person_did_is_shown_in_the_audit(office: Office, sit: Sit) -> None:
    people.revoke(office.admin, new_id(), "andi@example.org")
    at = sit(office, office.admin)
    screen = opened(at)
    click_on(at, screen, office.admin_uid)
    click(at, "person_acts")
    assert at.window.shown == "audit"
    audit = at.window.place("audit")
    assert isinstance(audit, AuditScreen)
    assert audit.query == AuditQuery(days=None, actor_uid=office.admin_uid)
    assert audit.filters.chosen("who") == office.admin_uid
    assert audit.table.cells.rowCount() >= 1


def test_no_column_is_out_of_reach_beside_the_panel(mariadb: Database, sit: Sit) -> None:
    office = Office(mariadb)
    people.map_account(office.admin, new_id(), "sari@%", "sari@example.org")
    at = sit(office, office.admin)
    at.window.resize(1280, 720)
    screen = opened(at)
    click_on(at, screen, office.agent_uid)
    assert screen.panel.isVisible()
    table = screen.table
    last = table.cells.columnCount() - 1
    right = table.columnViewportPosition(last) + table.columnWidth(last)
    assert right <= table.viewport().width()
    assert not table.isColumnHidden(ACCOUNTS)
    click(at, "person_close")
    assert not screen.panel.isVisible()
    at.bot.waitUntil(lambda: not table.isColumnHidden(EMAIL))


def test_an_account_that_is_missing_stands_out(mariadb: Database, sit: Sit) -> None:
    office = Office(mariadb)
    people.map_account(office.admin, new_id(), "sari@%", "sari@example.org")
    at = sit(office, office.admin)
    screen = opened(at)
    cells = screen.table.cells
    missing = cells.index(row_of(screen, office.agent_uid), ACCOUNTS).data(Role.CELL)
    assert missing == TextCell("none", Level.SOON, "triangle-alert", "soon")
    held = cells.index(row_of(screen, office.admin_uid), ACCOUNTS).data(Role.CELL)
    assert held == TextCell("'sari'@'%'", Level.TEXT2)


def test_the_panel_steps_through_the_people_and_is_not_there_over_the_roles(
    workspace: Office, sit: Sit
) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    click_on(at, screen, _id(screen, 0))
    click(at, "person_next")
    assert screen.panel.uid == _id(screen, 1)
    click(at, "person_previous")
    assert screen.panel.uid == _id(screen, 0)
    screen.tabs.select("roles")
    assert not screen.panel.isVisible()
    screen.tabs.select("people")
    assert screen.panel.isVisible()


def test_access_is_given_from_the_header_and_taken_back(office: Office, sit: Sit) -> None:
    people.revoke(office.admin, new_id(), "andi@example.org")
    at = sit(office, office.admin)
    screen = opened(at)
    click(at, "people_give")
    dialog = at.dialog("give_access_dialog")
    assert isinstance(dialog, GiveAccessDialog)
    offered = {dialog.who.itemData(row).uid for row in range(dialog.who.count())}
    assert office.agent_uid in offered
    assert office.admin_uid not in offered
    dialog.who.setFocus()
    at.bot.keyClicks(dialog.who, "Andi")
    assert dialog.role.currentData() == "Sales Agent", "the role that opens least stands there"
    dialog.role.setFocus()
    at.bot.keyClicks(dialog.role, "Team")
    at.press(dialog, "give_access_act")
    assert office.agent.actor.role == "Team Lead"
    assert screen.panel.uid == office.agent_uid
    at.give(Cmd.UNDO)
    assert office.agent.actor.role is None


def test_the_footer_acts_on_the_chosen_person(office: Office, sit: Sit) -> None:
    office.customers(2, owner=office.agent_uid, since=office.now - DAY)
    at = sit(office, office.admin)
    screen = opened(at)
    footer = screen.footer
    click_on(at, screen, office.agent_uid)
    assert footer.told.text() == "Andi Firmansyah selected"
    assert footer.hand_over.text() == "Hand over 2…"
    click(at, "people_footer_role")
    assert at.window.focusWidget() is screen.panel.role
    click(at, "people_footer_hand_over")
    at.press(at.dialog("hand_over_dialog"), "hand_over_act")
    assert roster.held_by(office.admin, office.agent_uid) == {}
    assert not footer.hand_over.isVisible()
    click(at, "person_close")
    assert footer.told.text() == "Nobody selected"
    assert not footer.role.isVisible()
    click_on(at, screen, office.agent_uid)
    assert screen.panel.isVisible(), "a click on the same row opens the panel again"


def test_those_who_are_shown_are_offered_for_export(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    choose_filter(at, screen.filters, "role", "Team Lead")
    offered = screen.exportable()
    assert offered is not None
    assert isinstance(offered.table, Figures)
    shown = screen.lines()
    assert [row[0] for row in offered.table.rows] == [one.person.name for one in shown]
    assert screen.footer.export.text() == f"Export {len(shown)}…"
    click(at, "people_footer_export")
    at.press(at.dialog("export_dialog"), "export_cancel")
    screen.tabs.select("roles")
    assert screen.exportable() is None
