"""Who may do what at the window: keys, menus, palette and undo offer and do no more than the role.

What the services refuse is proven with them (tests/services/test_permissions.py). Here: what is
not allowed cannot be given by any way of the window, and what was taken away since it was offered
is refused and changes nothing.
"""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from salesdesk.domain.events import new_id
from salesdesk.services.admin import people
from salesdesk.services.session import Session
from salesdesk.ui.commands import SHORTCUTS, Cmd
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.shell.palette import PaletteDialog
from tests.support.everything import everything
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit

OF_A_CUSTOMER = {
    *(Cmd.LOG, Cmd.WHATSAPP, Cmd.CALL, Cmd.PLAN, Cmd.EDIT, Cmd.COLD, Cmd.WARM, Cmd.HOT),
    *(Cmd.CLAIM, Cmd.ASSIGN, Cmd.DISTRIBUTE, Cmd.PROTECT, Cmd.RELEASE, Cmd.SET_ASIDE),
}
OF_ALL = {Cmd.NEW_CUSTOMER, Cmd.IMPORT, Cmd.EXPORT}
WORK = OF_A_CUSTOMER - {
    *(Cmd.CLAIM, Cmd.ASSIGN, Cmd.DISTRIBUTE, Cmd.PROTECT, Cmd.RELEASE, Cmd.SET_ASIDE),
}
#: What a lead may do with a customer whom somebody has.
GIVING = {Cmd.ASSIGN, Cmd.DISTRIBUTE, Cmd.PROTECT, Cmd.RELEASE, Cmd.SET_ASIDE}

#: What each role may do to a customer by how the customer stands to whoever sits there.
MAY_WITH: dict[tuple[str, str], set[Cmd]] = {
    ("agent", "free"): WORK | {Cmd.CLAIM},
    ("agent", "own"): WORK | {Cmd.RELEASE, Cmd.SET_ASIDE},
    ("agent", "other's"): WORK,
    ("lead", "free"): WORK | {Cmd.CLAIM, Cmd.ASSIGN, Cmd.DISTRIBUTE, Cmd.SET_ASIDE},
    ("lead", "own"): WORK | GIVING,
    ("lead", "other's"): WORK | GIVING,
    ("viewer", "free"): set(),
    ("viewer", "own"): set(),
    ("viewer", "other's"): set(),
}
MAY_AT_ALL = {
    "agent": {Cmd.NEW_CUSTOMER},
    "lead": {Cmd.NEW_CUSTOMER, Cmd.EXPORT},
    "admin": {Cmd.NEW_CUSTOMER, Cmd.EXPORT, Cmd.IMPORT},
    "viewer": set(),
    "nobody": set(),
}


def desk_of(office: Office, role: str) -> Session:
    """The seat of somebody of this role; a viewer may see customers and do nothing."""
    if role in ("viewer", "nobody"):
        office.store.act(lambda unit: unit.people.add_person("uid-new", "Nina", "nina@example.org"))
    if role == "viewer":
        people.grant(office.admin, new_id(), "nina@example.org", "Sales Agent")
        office.database.execute("INSERT INTO roles (name, status) VALUES ('Looks only', 'active')")
        office.database.execute(
            "INSERT INTO role_permissions (role_id, permission_id) SELECT r.id, p.id "
            "FROM roles r, permissions p WHERE r.name = 'Looks only' "
            "AND p.resource = 'salesdesk.customers' AND p.action = 'view'"
        )
        office.database.execute(
            "UPDATE salesdesk_person_roles SET role_id = "
            "(SELECT id FROM roles WHERE name = 'Looks only') WHERE uid = 'uid-new'"
        )
    uids = {"agent": office.agent_uid, "lead": office.lead_uid, "admin": office.admin_uid}
    return office.session(uids.get(role, "uid-new"))


def offered(at: OpenWindow, among: set[Cmd]) -> set[Cmd]:
    """Those of the commands that can be given."""
    return {each for each in among if at.window.bar.action(each).isEnabled()}


def press(at: OpenWindow, command: Cmd) -> None:
    """Press the keys of a command in the window."""
    QTest.keySequence(at.window, QKeySequence(SHORTCUTS[command]))
    at.settle()


def _rows(dialog: PaletteDialog) -> list[CellRow]:
    found = [dialog.table.cells.row_at(row) for row in range(dialog.table.cells.rowCount())]
    return [row for row in found if row is not None]


def palette(at: OpenWindow) -> set[str]:
    """The commands that the palette lists; it is closed again."""
    at.give(Cmd.FIND)
    dialog = at.dialog("palette")
    assert isinstance(dialog, PaletteDialog)
    at.settle()
    found = {row.id.partition(":")[2] for row in _rows(dialog) if "command" in row.id}
    dialog.reject()
    at.settle()
    return found


@pytest.mark.parametrize(("role", "whose"), list(MAY_WITH))
def test_no_way_of_the_window_goes_further_than_the_role(
    workspace: Office, sit: Sit, role: str, whose: str
) -> None:
    session = desk_of(workspace, role)
    owner = {"free": None, "own": session.actor.uid, "other's": workspace.other_uid}[whose]
    workspace.customer("Siti Rahmawati", owner=owner)
    at = sit(workspace, session)
    at.go_to("Siti Rahmawati")
    assert offered(at, OF_A_CUSTOMER) == MAY_WITH[role, whose]
    assert offered(at, OF_ALL) == MAY_AT_ALL[role]
    shown = palette(at)
    assert shown & OF_A_CUSTOMER == MAY_WITH[role, whose]
    refused = (OF_A_CUSTOMER | OF_ALL) - MAY_WITH[role, whose] - MAY_AT_ALL[role]
    stood = everything(workspace.database)
    for command in sorted(refused):
        press(at, command)
        assert at.dialogs() == [], command
        # Even a button that forgot to ask would open nothing and write nothing.
        at.window.controller.give(command)
        at.settle()
        assert at.dialogs() == [], command
    assert everything(workspace.database) == stood
    assert at.session.links == []


@pytest.mark.parametrize("role", ["nobody"])
def test_whoever_has_no_role_can_give_no_command_that_writes(
    workspace: Office, sit: Sit, role: str
) -> None:
    workspace.customer("Siti Rahmawati")
    at = sit(workspace, desk_of(workspace, role))
    assert offered(at, OF_A_CUSTOMER | OF_ALL) == MAY_AT_ALL[role]
    for command in sorted(OF_A_CUSTOMER | OF_ALL):
        press(at, command)
        assert at.dialogs() == [], command


def test_an_administrator_may_import(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, desk_of(workspace, "admin"))
    assert offered(at, OF_ALL) == MAY_AT_ALL["admin"]


def refused(at: OpenWindow, stood: dict[str, list[tuple[Any, ...]]], what: str) -> None:
    """Nothing was written, and a person reads why."""
    assert everything(at.office.database) == stood, what
    assert "may not" in (at.told or at.banner) or "permission" in (at.told or at.banner), (
        what,
        at.told,
        at.banner,
    )


def take_away(office: Office, uid: str) -> None:
    """End a person's role, as an administrator elsewhere does."""
    office.database.execute("DELETE FROM salesdesk_person_roles WHERE uid = %s", uid)


@pytest.mark.parametrize("command", [Cmd.CLAIM, Cmd.WARM])
def test_what_was_taken_away_since_is_refused_by_key_and_by_menu(
    office: Office, sit: Sit, command: Cmd
) -> None:
    office.customer("Siti Rahmawati", owner=None if command is Cmd.CLAIM else office.agent_uid)
    at = sit(office, office.agent)
    at.go_to("Siti Rahmawati")
    take_away(office, office.agent_uid)
    stood = everything(office.database)
    press(at, command)
    refused(at, stood, f"{command} by key")
    action = at.window.bar.action(command)
    assert any(action in each.actions() for each in at.window.findChildren(QMenu))
    action.trigger()
    at.settle()
    refused(at, stood, f"{command} by menu")


def test_undo_asks_for_the_right_again(office: Office, sit: Sit) -> None:
    office.customer("Siti Rahmawati")
    at = sit(office, office.agent)
    at.go_to("Siti Rahmawati")
    press(at, Cmd.CLAIM)
    assert offered(at, {Cmd.UNDO}) == {Cmd.UNDO}
    take_away(office, office.agent_uid)
    stood = everything(office.database)
    press(at, Cmd.UNDO)
    refused(at, stood, "undo of a claim")
