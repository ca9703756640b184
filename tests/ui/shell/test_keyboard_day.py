"""A salesperson's day without a mouse: five contacts, two cards, a claim, and one thing undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.moments import DAY
from salesdesk.domain.queries import CustomerQuery, TimelineKind, TimelineQuery
from salesdesk.services.lists import customers
from salesdesk.ui.contacts.dialog import ContactDialog
from tests.support.factories import Office
from tests.support.windows import OpenWindow

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NAMES = ("Agus", "Budi", "Citra", "Dewi", "Eko")


@pytest.fixture
def at(office: Office, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenWindow]:
    """The agent's seat in the morning, Today first, with five who leave soon."""
    for back, name in enumerate(NAMES):
        since = office.now - timedelta(days=29) + timedelta(hours=back)
        office.customer(name, owner=office.agent_uid, since=since, status=SalesStatus.WARM)
    office.customer("Free one")
    seat = OpenWindow(office, office.agent, tmp_path, qtbot, "today")
    yield seat
    seat.close()


def ids(office: Office) -> dict[str, str]:
    """The customers by name."""
    return {row.name: row.id for row in customers.page(office.lead, CustomerQuery()).rows}


def contacts_of(office: Office, customer_id: str) -> int:
    query = TimelineQuery(customer_id, frozenset({TimelineKind.CONTACT}))
    return len(customers.timeline(office.lead, query).rows)


def log(at: OpenWindow, note: str) -> None:
    """L, what was said, a call, successful, in a week, Enter."""
    at.key(Qt.Key.Key_L)
    form = at.dialog("contact_dialog")
    assert isinstance(form, ContactDialog)
    at.bot.keyClicks(form.focusWidget(), note[:1])
    at.bot.keyClicks(form.focusWidget(), note[1:])
    at.key(Qt.Key.Key_C, ALT)
    at.key(Qt.Key.Key_S, ALT)
    at.key(Qt.Key.Key_7, ALT)
    at.key(Qt.Key.Key_Return)
    assert at.dialogs() == []


def press(at: OpenWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """A shortcut, in the window that a window manager would have made active again."""
    at.window.activateWindow()
    at.bot.waitUntil(at.window.isActiveWindow)
    at.key(key, modifier)


def test_a_day_without_a_mouse(office: Office, at: OpenWindow) -> None:
    found = ids(office)
    for name in NAMES:
        log(at, f"Spoke with {name}")
    assert {name: contacts_of(office, found[name]) for name in NAMES} == dict.fromkeys(NAMES, 1)
    rows = {row.name: row for row in customers.rows(office.lead, [found[name] for name in NAMES])}
    assert all(row.next_step and row.next_step > office.now + 6 * DAY for row in rows.values())
    press(at, Qt.Key.Key_3, CTRL)
    assert at.window.navigation.current() == "pipeline"
    press(at, Qt.Key.Key_F6, NONE)
    moved = []
    for _ in range(2):
        (row,) = at.window.pipeline.selected()
        moved.append(row.name)
        press(at, Qt.Key.Key_Right, ALT)
        at.key(Qt.Key.Key_Left)
    status = {row.name: row.status for row in customers.rows(office.lead, list(found.values()))}
    assert {name: status[name] for name in moved} == dict.fromkeys(moved, SalesStatus.HOT)
    assert len(set(moved)) == 2
    press(at, Qt.Key.Key_Z, CTRL)
    status = {row.name: row.status for row in customers.rows(office.lead, list(found.values()))}
    assert sorted(status[name] for name in moved) == [SalesStatus.HOT, SalesStatus.WARM]
    press(at, Qt.Key.Key_4, CTRL)
    assert at.window.navigation.current() == "pool"
    press(at, Qt.Key.Key_F6, NONE)
    press(at, Qt.Key.Key_G, CTRL)
    (free,) = customers.rows(office.lead, [found["Free one"]])
    assert free.owner_uid == office.agent_uid
    assert at.told.startswith("Free one is yours now.")
