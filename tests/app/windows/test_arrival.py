"""The way from the start to a desk: first start, workspace, server, and what stands in between."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy.engine import URL

from salesdesk.app.local import profile as profiles
from salesdesk.app.local import secrets
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import ServerProfile, UserSettings, WorkspaceProfile
from salesdesk.app.local.secrets import MemorySecrets
from salesdesk.app.sample import workspace
from salesdesk.app.session import OpenDatabase
from salesdesk.app.startup.connection_check import ConnectionStarter
from salesdesk.app.startup.flow import StartupFlow
from salesdesk.domain.events import new_id
from salesdesk.services.admin import people, sign_in
from salesdesk.storage.db.engine import Tls
from salesdesk.storage.setup import schema
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.start.blocked_dialog import BlockedDialog
from salesdesk.ui.start.choose_person_dialog import WhoAmIDialog
from salesdesk.ui.start.connection_dialog import ConnectionDialog
from salesdesk.ui.start.welcome_dialog import FirstStartDialog
from tests.app.windows.conftest import shown
from tests.support.database import Database, TestServer, free_port


class Visitor:
    """Somebody who starts the program."""

    def __init__(self, tasks: Tasks, paths: Paths, settings: UserSettings) -> None:
        self.secrets = MemorySecrets()
        self.paths = paths
        self.places: list[OpenDatabase] = []
        self.arrival = StartupFlow(tasks, paths, settings, self.secrets)
        self.arrival.arrived.connect(self.places.append)

    def stored(self) -> UserSettings:
        """What the next start will find."""
        return profiles.load(self.paths.settings_file).settings

    def close(self) -> None:
        """Leave."""
        for place in self.places:
            place.store.close()
        self.arrival.deleteLater()


@pytest.fixture
def visitors(tasks: Tasks, paths: Paths) -> Iterator[list[Visitor]]:
    """Closed at the end."""
    made: list[Visitor] = []
    yield made
    for visitor in made:
        visitor.close()


@pytest.fixture
def visitor(tasks: Tasks, paths: Paths, visitors: list[Visitor]) -> Visitor:
    """Somebody who was never here."""
    visitors.append(Visitor(tasks, paths, UserSettings()))
    return visitors[-1]


def dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    """The dialog of this kind, once it is there."""
    qtbot.waitUntil(lambda: bool(shown(kind)), timeout=20_000)
    return shown(kind)[0]


def office(server: TestServer, url: URL, **changes: object) -> ServerProfile:
    """The test server as a company's."""
    values: dict[str, object] = {
        "id": "office", "name": "Office", "hosts": ("127.0.0.1",), "database": url.database,
        "user": "root", "port": url.port, "tls": Tls.OFF, **changes,
    }  # fmt: skip
    return ServerProfile(**values)  # type: ignore[arg-type]


def test_sample_data_is_one_click_away(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.arrival.begin()
    first = dialog(qtbot, FirstStartDialog)
    assert isinstance(first, FirstStartDialog)
    with qtbot.waitSignal(visitor.arrival.arrived, timeout=30_000):
        first.sample.click()
    place = visitor.places[0]
    assert (place.session.actor.name, place.session.actor.role) == ("Rina Wulandari", "Team Lead")
    assert visitor.stored().last == "sample"
    assert shown(QDialog) == []


def test_the_second_start_asks_nothing(
    tasks: Tasks, paths: Paths, visitors: list[Visitor], qtbot: QtBot
) -> None:
    prepared = workspace.prepare(paths.sample_workspace)
    known = WorkspaceProfile("sample", "Sample", prepared.file, prepared.person)
    visitors.append(Visitor(tasks, paths, UserSettings().opened(known)))
    with qtbot.waitSignal(visitors[-1].arrival.arrived):
        visitors[-1].arrival.begin()
    assert visitors[-1].places[0].server == "Sample"


def test_a_new_workspace_asks_who_is_there_first(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.arrival.begin()
    first = dialog(qtbot, FirstStartDialog)
    assert isinstance(first, FirstStartDialog)
    first.workspace.click()
    who = dialog(qtbot, WhoAmIDialog)
    assert isinstance(who, WhoAmIDialog)
    who.name.setText("Dewi Anggraini")
    who.email.setText("dewi@kantor.example")
    with qtbot.waitSignal(visitor.arrival.arrived):
        who.start.click()
    actor = visitor.places[0].session.actor
    assert (actor.name, actor.role) == ("Dewi Anggraini", "Sales Administrator")
    stored = visitor.stored().profiles[0]
    assert isinstance(stored, WorkspaceProfile)
    assert stored.person == actor.uid
    assert visitor.paths.workspace.is_file()


def test_whoever_does_not_want_to_go_on_leaves(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.arrival.begin()
    first = dialog(qtbot, FirstStartDialog)
    with qtbot.waitSignal(visitor.arrival.left):
        first.reject()
    assert not visitor.paths.settings_file.exists()


def test_a_wrong_password_is_asked_for_again_and_then_kept(
    visitor: Visitor, qtbot: QtBot, server: TestServer, mariadb: Database
) -> None:
    server.make_clerk(str(mariadb.url.database))
    mariadb.execute("INSERT INTO users (firebase_uid, email) VALUES ('u1', 'x@y')")
    account = sign_in.account_desk(mariadb.store, "test")
    people.grant(account, new_id(), "x@y", "Sales Agent")
    people.map_account(account, new_id(), "clerk@%", "x@y")
    known = office(server, mariadb.url, user="clerk")
    visitor.secrets.put(known.secret_key, "wrong")
    visitor.arrival.open(known)
    form = dialog(qtbot, ConnectionDialog)
    assert isinstance(form, ConnectionDialog)
    assert form.user.text() == "clerk"
    form.password.setText("right")
    with qtbot.waitSignal(visitor.arrival.arrived, timeout=10_000):
        form.connect_button.click()
    assert visitor.places[0].profile.id == "office"
    qtbot.waitUntil(lambda: visitor.secrets.get(known.secret_key) == "right")
    assert "right" not in "".join(
        file.read_text(encoding="utf-8") for file in visitor.paths.config.glob("*.toml")
    )


def test_an_account_for_nobody_is_mapped_and_tried_again(
    visitor: Visitor, qtbot: QtBot, server: TestServer, mariadb: Database
) -> None:
    mariadb.execute("INSERT INTO users (firebase_uid, email) VALUES ('u1', 'x@y')")
    visitor.arrival.open(office(server, mariadb.url), "")
    still = dialog(qtbot, BlockedDialog)
    assert isinstance(still, BlockedDialog)
    assert still.commands[0].line.text() == "salesdesk people map root@127.0.0.1 EMAIL"
    account = sign_in.account_desk(mariadb.store, "test")
    people.map_account(account, new_id(), "root@127.0.0.1", "x@y")
    still.again.click()
    qtbot.waitUntil(lambda: shown(BlockedDialog) not in ([], [still]))
    roleless = shown(BlockedDialog)[0]
    assert roleless.commands[0].line.text() == 'salesdesk people grant x@y "Sales Agent"'
    people.grant(account, new_id(), "x@y", "Sales Agent")
    with qtbot.waitSignal(visitor.arrival.arrived):
        roleless.again.click()
    assert visitor.places[0].session.actor.role == "Sales Agent"


def test_a_role_that_sleeps_is_told_apart_from_none(
    visitor: Visitor, qtbot: QtBot, server: TestServer, mariadb: Database
) -> None:
    mariadb.execute("INSERT INTO roles (name) VALUES ('Cook')")
    mariadb.execute(
        "INSERT INTO users (firebase_uid, email, role_id) SELECT 'u1', 'x@y', id FROM roles"
        " WHERE name = 'Cook'"
    )
    account = sign_in.account_desk(mariadb.store, "test")
    people.grant(account, new_id(), "x@y", "Sales Agent")
    people.map_account(account, new_id(), "root@127.0.0.1", "x@y")
    mariadb.execute("UPDATE users SET role_id = NULL")
    visitor.arrival.open(office(server, mariadb.url), "")
    still = dialog(qtbot, BlockedDialog)
    assert isinstance(still, BlockedDialog)
    assert still.commands[0].line.text() == "salesdesk people confirm x@y"
    people.confirm(account, new_id(), "x@y")
    with qtbot.waitSignal(visitor.arrival.arrived):
        still.again.click()
    assert visitor.places[0].session.actor.role == "Sales Agent"


def test_a_system_without_a_keyring_is_asked_once_somebody_must_know(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the program hands on finds a keyring late; the form must learn what it found."""
    monkeypatch.setattr(secrets, "find_backend", lambda _names: None)
    assert not ConnectionStarter(secrets.SystemSecrets()).keeps_passwords


def test_a_database_that_is_not_ready_stands_still(
    visitor: Visitor, qtbot: QtBot, server: TestServer, mariadb_url: URL
) -> None:
    visitor.arrival.open(office(server, mariadb_url), "")
    still = dialog(qtbot, BlockedDialog)
    assert isinstance(still, BlockedDialog)
    assert "db init" in still.texts[1].text()
    with qtbot.waitSignal(visitor.arrival.left):
        still.reject()


def test_a_server_that_is_away_can_be_tried_again(
    visitor: Visitor, qtbot: QtBot, server: TestServer, mariadb: Database
) -> None:
    visitor.arrival.open(office(server, mariadb.url, port=free_port()), "")
    still = dialog(qtbot, BlockedDialog)
    assert isinstance(still, BlockedDialog)
    assert "127.0.0.1" in still.texts[0].text()
    still.again.click()
    qtbot.waitUntil(lambda: shown(BlockedDialog) not in ([], [still]))
    shown(BlockedDialog)[0].reject()


def test_a_missing_password_is_asked_for(
    visitor: Visitor, qtbot: QtBot, server: TestServer, mariadb: Database
) -> None:
    visitor.arrival.open(office(server, mariadb.url))
    form = dialog(qtbot, ConnectionDialog)
    assert isinstance(form, ConnectionDialog)
    assert form.password.text() == ""
    with qtbot.waitSignal(visitor.arrival.left):
        form.reject()


def test_a_named_database_changes_nothing_for_the_next_start(
    visitor: Visitor, qtbot: QtBot, sqlite: Database, themed: QApplication
) -> None:
    schema.upgrade(sqlite.engine)
    account = sign_in.account_desk(sqlite.store, "test")
    person = people.add_to_workspace(account, new_id(), "Rina", "r@x.example", "Team Lead")
    known = WorkspaceProfile("w", "W", Path(sqlite.url.database or ""), person.uid)
    with qtbot.waitSignal(visitor.arrival.arrived):
        visitor.arrival.open(known)
    assert not visitor.paths.settings_file.exists()
