"""The real window on a real server that is stopped in mid-use, and started again."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import ServerProfile
from salesdesk.app.session import AppSession, OpenDatabase
from salesdesk.storage.db.engine import Tls
from salesdesk.storage.setup import schema
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.tasks import Tasks
from tests.app.windows.conftest import shown
from tests.support.database import Database, TestServer, open_database
from tests.support.factories import Office
from tests.support.invariants import breaches

WAIT = 30_000


@dataclass
class AtWork:
    """Somebody at a window on a server that a test stops."""

    server: TestServer
    database: Database
    office: Office
    session: AppSession
    bugs: list[BaseException]
    bot: QtBot
    tasks: Tasks

    def settle(self) -> None:
        """Wait until everything under way is answered."""
        self.bot.waitUntil(self.tasks.is_idle, timeout=WAIT)

    def dialog(self, name: str) -> QDialog:
        """The open dialog of this name, once it is there."""
        self.bot.waitUntil(lambda: name in [d.objectName() for d in shown(QDialog)], timeout=WAIT)
        return next(d for d in shown(QDialog) if d.objectName() == name)

    def banner(self) -> str:
        """What the banner says; '' while there is none."""
        banner = self.session.window.banner
        return banner.accessibleName() if banner.isVisible() else ""


@pytest.fixture
def at_work(spare_server: TestServer, tasks: Tasks, paths: Paths, qtbot: QtBot) -> Iterator[AtWork]:
    """Andi's window, filled, on a server of its own."""
    url = spare_server.fresh_database()
    database = open_database(url)
    schema.init(database.engine)
    office = Office(database, now=datetime.now(UTC))
    database.set_clock(None)
    office.customer("Siti Rahmawati", owner=office.agent_uid)
    profile = ServerProfile("test", "Test", ("127.0.0.1",), str(url.database), "root",
                            url.port or 3306, Tls.OFF)  # fmt: skip
    bugs: list[BaseException] = []
    session = AppSession(
        OpenDatabase(profile, office.store, office.agent), tasks, paths, bugs.append
    )
    working = AtWork(spare_server, database, office, session, bugs, qtbot, tasks)
    with qtbot.waitSignal(session.releases.finished, timeout=WAIT):
        session.show()
    working.settle()
    yield working
    spare_server.start()
    for each in shown(QDialog):
        each.reject()
    working.settle()
    session.window.close()
    session.close()
    QApplication.processEvents()
    office.store.close()
    database.close()


def child(inside: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = inside.findChild(kind, name)
    assert found is not None, name
    return found


def press(inside: QWidget, name: str) -> None:
    found = inside.findChild(QPushButton, name)
    assert found is not None, name
    found.click()


def test_a_contact_typed_while_the_server_is_away_is_sent_once(
    at_work: AtWork, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "salesdesk")
    window = at_work.session.window
    customer = at_work.database.execute("SELECT id FROM customers")[0][0]
    window.controller.log_contact(customer)
    form = at_work.dialog("contact_dialog")
    at_work.settle()
    at_work.server.stop()
    at_work.bot.keyClick(form, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    at_work.bot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    note = child(form, QTextEdit, "contact_note")
    at_work.bot.keyClicks(note, "Wants hall A on Saturday")
    at_work.bot.keyClick(note, Qt.Key.Key_Return)
    at_work.bot.waitUntil(lambda: not shown(QDialog), timeout=WAIT)
    at_work.bot.waitUntil(lambda: "1 contact" in at_work.banner(), timeout=WAIT)
    assert at_work.session.outbox.waiting == 1
    row = at_work.session.window.customers.model.row(0)
    assert row is not None
    assert row.name == "Siti Rahmawati"
    at_work.server.start()
    at_work.session.connection.try_now()
    at_work.bot.waitUntil(lambda: at_work.session.outbox.waiting == 0, timeout=WAIT)
    at_work.bot.waitUntil(lambda: at_work.banner() == "", timeout=WAIT)
    at_work.settle()
    rows = at_work.database.execute("SELECT notes, contacted_by_uid FROM customer_contacts")
    assert rows == [("Wants hall A on Saturday", at_work.office.agent_uid)]
    for line in (
        r"WARNING .*The database is out of reach: \w+$",
        r"INFO .*Contact [0-9a-f-]{36} is kept in the outbox$",
        r"INFO .*The database answers again, after \d+ s$",
        r"INFO .*Outbox: 1 sent, 0 refused, 0 waiting$",
    ):
        assert re.search(line, caplog.text, re.MULTILINE), line
    assert "Siti" not in caplog.text
    assert "hall A" not in caplog.text
    assert at_work.bugs == []
    assert breaches(at_work.database) == []


def test_a_form_keeps_its_text_through_an_outage_and_saves_afterwards(at_work: AtWork) -> None:
    at_work.session.window.controller.new_customer()
    form = at_work.dialog("customer_dialog")
    at_work.settle()
    at_work.server.stop()
    name = child(form, QLineEdit, "customer_name")
    phone = child(form, QLineEdit, "customer_phone")
    save = child(form, QPushButton, "customer_save")
    at_work.bot.keyClicks(name, "Budi Santoso")
    at_work.bot.keyClicks(phone, "0812 1111 2222")
    at_work.bot.mouseClick(save, Qt.MouseButton.LeftButton)
    at_work.bot.waitUntil(lambda: "Server away" in at_work.banner(), timeout=WAIT)
    at_work.settle()
    assert form.isVisible()
    assert name.property("text") == "Budi Santoso"
    assert phone.property("text") == "0812 1111 2222"
    at_work.server.start()
    at_work.session.connection.try_now()
    at_work.bot.waitUntil(lambda: at_work.banner() == "", timeout=WAIT)
    at_work.settle()
    at_work.bot.mouseClick(save, Qt.MouseButton.LeftButton)
    at_work.bot.waitUntil(lambda: not shown(QDialog), timeout=WAIT)
    at_work.settle()
    names = at_work.database.execute("SELECT name FROM customers ORDER BY name")
    assert names == [("Budi Santoso",), ("Siti Rahmawati",)]
    assert at_work.bugs == []


def test_diagnostics_are_copied_also_while_the_server_is_away(at_work: AtWork) -> None:
    at_work.session.window.bar.action(Cmd.ABOUT).trigger()
    about = at_work.dialog("about_dialog")
    copied = QApplication.clipboard()
    press(about, "about_copy")
    at_work.bot.waitUntil(lambda: "diagnostics" in copied.text(), timeout=WAIT)
    there = copied.text()
    assert "MariaDB" in there
    assert f"Schema revision: {schema.HEAD}" in there
    at_work.settle()
    assert "Diagnostics were copied" in at_work.session.window.toast.accessibleName()
    at_work.server.stop()
    press(about, "about_copy")
    at_work.bot.waitUntil(lambda: "Database: out of reach" in copied.text(), timeout=WAIT)
    for planted in ("127.0.0.1", "root", str(at_work.database.url.database), "Siti"):
        assert planted not in there + copied.text()
    assert at_work.bugs == []
