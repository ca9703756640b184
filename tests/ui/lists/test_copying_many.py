"""Many customers at once onto the clipboard are an export: the right, and an event."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from salesdesk.services.exporting import COPIED_FREELY
from tests.support.factories import NOON, Office
from tests.support.windows import OpenWindow, Sit

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def choose_all_and_copy(at: OpenWindow) -> None:
    """Ctrl+Shift+A, Ctrl+C in the list."""
    table = at.window.customers.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, CONTROL | SHIFT)
    at.settle()
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    at.settle()


def exported(office: Office) -> list[dict[str, object]]:
    rows = office.database.execute("SELECT details FROM salesdesk_events WHERE kind = 'exported'")
    return [json.loads(details) for (details,) in rows]


def test_an_agent_copies_no_hundreds(office: Office, sit: Sit) -> None:
    office.customers(COPIED_FREELY + 1, owner=office.agent_uid, since=NOON)
    at = sit(office, office.agent)
    choose_all_and_copy(at)
    assert at.session.copied == []
    assert f"At most {COPIED_FREELY} customers are copied at once" in at.told
    assert exported(office) == []


def test_a_lead_does_and_leaves_an_event(office: Office, sit: Sit) -> None:
    office.customers(COPIED_FREELY + 50, owner=office.agent_uid, since=NOON)
    at = sit(office, office.lead)
    choose_all_and_copy(at)
    assert len(at.session.copied[-1].splitlines()) == COPIED_FREELY + 51
    [event] = exported(office)
    assert (event["kind"], event["rows"]) == ("clipboard", COPIED_FREELY + 50)


def test_a_hundred_are_free_for_whoever_sees_them(workspace: Office, sit: Sit) -> None:
    workspace.customers(COPIED_FREELY, owner=workspace.agent_uid, since=NOON)
    at = sit(workspace, workspace.agent)
    choose_all_and_copy(at)
    assert len(at.session.copied[-1].splitlines()) == COPIED_FREELY + 1
    assert exported(workspace) == []
