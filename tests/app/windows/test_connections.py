"""The connections of a computer in the settings: added, tested, changed, removed, switched."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from salesdesk.app import run as running
from salesdesk.app.local import profile as profiles
from salesdesk.app.local import secrets
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import ServerProfile, UserSettings, WorkspaceProfile
from salesdesk.app.local.secrets import MemorySecrets
from salesdesk.app.sample import workspace as samples
from salesdesk.app.startup.saved_profiles import SavedProfiles
from salesdesk.storage.db.engine import Tls
from salesdesk.ui.commands import Cmd
from salesdesk.ui.settings.connections import ConnectionsPage
from salesdesk.ui.settings.screen import SettingsScreen
from salesdesk.ui.shell.main_window import MainWindow
from salesdesk.ui.start.blocked_dialog import BlockedDialog
from salesdesk.ui.start.profile_dialog import ProfileDialog
from tests.app.windows.conftest import shown
from tests.support.command_line import arguments
from tests.support.database import Database, TestServer, free_port
from tests.support.factories import Office
from tests.support.windows import OpenWindow

HERE = WorkspaceProfile("here", "Our office", Path("/data/office.sqlite"), "uid-sari")
FAR = ServerProfile("far", "Bandung", ("db.bandung.example",), "bookings", "rina")
SECRET = "gula aren manis"


class Seat(OpenWindow):
    """A window whose computer knows connections."""

    paths: Paths
    kept: MemorySecrets

    def prepare(self) -> None:
        """Lend the saved connections."""
        self.paths, self.kept = Paths.of_user(), MemorySecrets()
        profiles.save(self.paths.settings_file, UserSettings((HERE, FAR), HERE.id))
        self.kept.put(FAR.secret_key, SECRET)
        lent = SavedProfiles(self.paths, self.kept, HERE)
        self.session.context = replace(self.session.context, profiles=lent)

    def stored(self) -> list[str]:
        """The names of the connections in the file."""
        return [one.name for one in profiles.load(self.paths.settings_file).settings.profiles]

    def page(self) -> ConnectionsPage:
        """The page, opened and read."""
        self.give(Cmd.GO_SETTINGS)
        screen = self.window.place("settings")
        assert isinstance(screen, SettingsScreen)
        screen.open_page("connections")
        self.settle()
        return screen.connections

    def click(self, button: QPushButton) -> None:
        """Click a button of the page."""
        assert button.isEnabled(), button.objectName()
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def form(self) -> ProfileDialog:
        """The form that is open."""
        found = self.dialog("connection_dialog")
        assert isinstance(found, ProfileDialog)
        return found


@pytest.fixture
def at(sqlite: Database, paths: Paths, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    office = Office(sqlite)
    made = Seat(office, office.admin, tmp_path, qtbot)
    yield made
    made.close()


def names(page: ConnectionsPage) -> list[str]:
    """What is listed."""
    return [str(page.table.cells.index(at, 0).data()) for at in range(page.table.cells.rowCount())]


def test_a_connection_is_added_though_its_server_is_switched_off(at: Seat) -> None:
    page = at.page()
    assert names(page) == ["Our office", "Bandung"]
    at.click(page.add)
    form = at.form()
    port = str(free_port())
    for field, text in (
        (form.title_field, "Surabaya"), (form.hosts, "127.0.0.1"), (form.port, port),
        (form.database, "bookings"), (form.user, "rina"), (form.password, SECRET),
    ):  # fmt: skip
        at.bot.mouseClick(field, Qt.MouseButton.LeftButton)
        field.selectAll()
        QTest.keyClicks(field, text)
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    at.settle()
    assert "refuses port" in form.rows["port"].error.text()
    assert at.stored() == ["Our office", "Bandung"]
    assert form.connect_button.text() == "Save all the same"
    at.click(form.connect_button)
    at.settle()
    assert at.stored() == ["Our office", "Bandung", "Surabaya"]
    assert names(page) == ["Our office", "Bandung", "Surabaya"]
    assert at.kept.get(f"rina@127.0.0.1:{port}/bookings") == SECRET
    assert SECRET not in at.paths.settings_file.read_text(encoding="utf-8")


def test_a_changed_connection_is_tested_by_the_password_that_is_kept(
    at: Seat, server: TestServer, mariadb: Database
) -> None:
    office = Office(mariadb)
    reached = replace(
        FAR, hosts=("127.0.0.1",), port=mariadb.url.port or 0, user="root",
        database=str(office.database.url.database), tls=Tls.OFF,
    )  # fmt: skip
    profiles.change(at.paths.settings_file, lambda settings: settings.kept(reached))
    at.kept.put(reached.secret_key, "")
    page = at.page()
    page.table.selectRow(1)
    at.click(page.change)
    form = at.form()
    assert form.password.text() == ""
    form.title_field.setText("Bandung, upstairs")
    at.click(form.test)
    assert any("ready for this version" in text for text in form.steps.texts), form.steps.texts
    at.press(form, "connection_connect")
    at.settle()
    assert at.stored() == ["Our office", "Bandung, upstairs"]
    changed = profiles.load(at.paths.settings_file).settings.profile("far")
    assert isinstance(changed, ServerProfile)
    assert changed.hosts == ("127.0.0.1",)


def test_a_removed_connection_takes_its_password_along(at: Seat) -> None:
    page = at.page()
    assert not page.remove.isEnabled(), "the open one stays"
    page.table.selectRow(1)
    at.click(page.remove)
    at.press(at.dialog("remove_connection"), "remove_connection_act")
    at.settle()
    assert at.stored() == ["Our office"]
    assert at.kept.get(FAR.secret_key) is None
    assert names(page) == ["Our office"]


class Traveller(QObject):
    """Goes from the window's database to another one, tries a dead one, comes back, and leaves.

    Attributes:
        seen: the windows and dialogs, in order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(50)

    def _look(self) -> None:
        blocked = shown(BlockedDialog)
        if blocked:
            self.seen.append(blocked[0].windowTitle())
            blocked[0].reject()
            return
        for window in shown(MainWindow):
            if window.today.model.reading is None:
                return
            if not self.seen or self.seen[-1] != window.windowTitle():
                self.seen.append(window.windowTitle())
                self._go_on(window)

    def _go_on(self, window: MainWindow) -> None:
        places = {1: "second", 2: "gone"}
        wanted = places.get(len(self.seen))
        if wanted is None:
            self._timer.stop()
            window.close()
            return
        window.go_to("settings")
        screen = window.place("settings")
        assert isinstance(screen, SettingsScreen)
        screen.open_page("connections")
        screen.connections.opened.emit(wanted)


@pytest.mark.timeout(120)
def test_another_database_is_opened_and_a_dead_one_leads_back(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(running, "has_display", lambda: True)
    monkeypatch.setattr(secrets, "SystemSecrets", MemorySecrets)
    prepared = samples.prepare(paths.sample_workspace)
    other = samples.prepare(paths.data / "second.sqlite")
    broken = paths.data / "broken.sqlite"
    broken.write_bytes(b"no database at all, and long enough to be read as one" * 100)
    known = (
        WorkspaceProfile("sample", "First", prepared.file, prepared.person),
        WorkspaceProfile("second", "Second", other.file, other.person),
        WorkspaceProfile("gone", "Broken", broken, other.person),
    )
    profiles.save(paths.settings_file, UserSettings(known, "sample"))
    traveller = Traveller()
    assert running.run(arguments()) == 0
    assert traveller.seen[:2] == ["First", "Second"]
    assert traveller.seen[-1] == "Second"
    assert len(traveller.seen) == 4, traveller.seen
    assert profiles.load(paths.settings_file).settings.last == "second"
