"""Several people on one database account: sign in, lock, switch, sign out, and who is removed."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget, QWizard
from pytestqt.qtbot import QtBot

from salesdesk.app import idle_lock, session
from salesdesk.app import run as running
from salesdesk.app.idle_lock import IdleLock
from salesdesk.app.local import profile as profiles
from salesdesk.app.local import secrets
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import ServerProfile, UserSettings
from salesdesk.app.local.secrets import MemorySecrets
from salesdesk.app.session import OpenDatabase
from salesdesk.app.startup.flow import StartupFlow
from salesdesk.domain.events import new_id
from salesdesk.domain.importing import Field
from salesdesk.domain.settings import FIREBASE_KEY, FIREBASE_PROJECT
from salesdesk.domain.sign_in import Credentials, SignInWay, new_code
from salesdesk.services.admin import passwords
from salesdesk.storage.db.engine import Tls
from salesdesk.ui.commands import SHORTCUTS, Cmd
from salesdesk.ui.importing.wizard import ImportWizard
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.shell import rights_watch
from salesdesk.ui.shell.main_window import MainWindow
from salesdesk.ui.start.connection_dialog import ConnectionDialog
from salesdesk.ui.start.sign_in_dialog import SignInDialog
from tests.app.windows.conftest import shown
from tests.support.command_line import arguments
from tests.support.database import Database, TestServer
from tests.support.factories import Office
from tests.support.firebase_server import FirebaseServer, serving
from tests.support.stage import Script, scripted

ANDI, EKO, SARI = "andi@office.example", "eko@office.example", "sari@example.org"
PASSWORDS = {ANDI: "kopi susu hangat", EKO: "teh tarik dingin", SARI: "air kelapa muda"}


@pytest.fixture
def office(mariadb: Database) -> Office:
    """An office that shares a database account; Andi and Eko have passwords."""
    made = Office(mariadb)
    for uid, email in (("uid-andi", ANDI), ("uid-eko", EKO)):
        mariadb.execute("UPDATE users SET email = %s WHERE firebase_uid = %s", email, uid)
        code = new_code()
        passwords.make_code(made.admin, new_id(), email, code)
        passwords.uid_of(made.store, Credentials(email, PASSWORDS[email], code))
    mariadb.set_clock(None)
    return made


def profile(server: TestServer, office: Office, **changes: object) -> ServerProfile:
    """The office's connection."""
    values: dict[str, object] = {
        "id": "office", "name": "Office", "hosts": ("127.0.0.1",),
        "database": office.database.url.database, "user": "root",
        "port": office.database.url.port, "tls": Tls.OFF, "way": SignInWay.PASSWORD, **changes,
    }  # fmt: skip
    return ServerProfile(**values)  # type: ignore[arg-type]


def typed(field: QLineEdit, text: str) -> None:
    """Click into a field and type."""
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    field.selectAll()
    QTest.keyClicks(field, text)


def asked(qtbot: QtBot) -> SignInDialog:
    """The dialog, once it is there."""
    qtbot.waitUntil(lambda: bool(shown(SignInDialog)), timeout=20_000)
    return shown(SignInDialog)[0]


@pytest.fixture
def flow(
    tasks: Tasks, paths: Paths, office: Office, server: TestServer
) -> Iterator[Callable[..., StartupFlow]]:
    """Starts the program's way to a window; everything is closed at the end."""
    flows: list[StartupFlow] = []
    places: list[OpenDatabase] = []

    def start(**changes: object) -> StartupFlow:
        kept = MemorySecrets()
        firebase = changes.pop("firebase", None)
        known = profile(server, office, **changes)
        kept.put(known.secret_key, "")
        made = StartupFlow(
            tasks, paths, UserSettings().opened(known), kept,
            firebase,  # type: ignore[arg-type]
        )  # fmt: skip
        made.arrived.connect(places.append)
        made.setProperty("places", places)
        flows.append(made)
        made.open_again(known, "")
        return made

    yield start
    for place in places:
        place.store.close()
    for made in flows:
        made.deleteLater()


def test_a_person_signs_in_by_the_keyboard(
    flow: Callable[..., StartupFlow], paths: Paths, qtbot: QtBot
) -> None:
    at = flow()
    dialog = asked(qtbot)
    typed(dialog.email, ANDI)
    QTest.keyClick(dialog.email, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), "not the one at all")
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "do not go together" in dialog.rows["password"].error.text())
    assert dialog.password.text() == ""
    QTest.keyClicks(dialog.password, PASSWORDS[ANDI])
    with qtbot.waitSignal(at.arrived, timeout=20_000) as arrived:
        QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    place: OpenDatabase = arrived.args[0]
    assert place.session.actor.uid == "uid-andi"
    stored = paths.settings_file.read_text(encoding="utf-8")
    assert ANDI in stored
    assert PASSWORDS[ANDI] not in stored
    again = profiles.load(paths.settings_file).settings.profiles[0]
    assert isinstance(again, ServerProfile)
    assert (again.way, again.email) == (SignInWay.PASSWORD, ANDI)


def test_a_one_time_code_sets_the_password(
    flow: Callable[..., StartupFlow], office: Office, qtbot: QtBot
) -> None:
    code = new_code()
    passwords.make_code(office.admin, new_id(), EKO, code)
    at = flow(email=EKO)
    dialog = asked(qtbot)
    QTest.mouseClick(dialog.switch, Qt.MouseButton.LeftButton)
    typed(dialog.code, code.lower())
    typed(dialog.new, "short")
    typed(dialog.again, "shorter")
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    assert "differ" in dialog.rows["again"].error.text()
    typed(dialog.again, "short")
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "at least" in dialog.rows["new"].error.text(), timeout=10_000)
    typed(dialog.new, "jus alpukat manis")
    typed(dialog.again, "jus alpukat manis")
    with qtbot.waitSignal(at.arrived, timeout=20_000) as arrived:
        QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    assert arrived.args[0].session.actor.uid == "uid-eko"


def test_somebodys_own_account_is_not_shared(
    flow: Callable[..., StartupFlow], office: Office, qtbot: QtBot
) -> None:
    office.database.execute(
        "INSERT INTO salesdesk_accounts VALUES ('root@127.0.0.1', 'uid-eko', NOW(), 1)"
    )
    at = flow()
    qtbot.waitUntil(lambda: bool(shown(ConnectionDialog)), timeout=20_000)
    assert shown(SignInDialog) == []
    with qtbot.waitSignal(at.left):
        shown(ConnectionDialog)[0].reject()


def test_firebase_lets_its_people_in(
    flow: Callable[..., StartupFlow], office: Office, qtbot: QtBot
) -> None:
    project = FirebaseServer(people={ANDI: ("kata sandi lama", "uid-andi")})
    for key, text in ((FIREBASE_PROJECT.key, project.project), (FIREBASE_KEY.key, project.key)):
        office.database.execute(
            "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)", key, text
        )
    with serving(project):
        at = flow(way=SignInWay.FIREBASE, email=ANDI, firebase=project.firebase)
        dialog = asked(qtbot)
        assert not dialog.switch.isVisible()
        QTest.keyClicks(dialog.password, "kata sandi lama")
        with qtbot.waitSignal(at.arrived, timeout=20_000) as arrived:
            QTest.keyClick(dialog.password, Qt.Key.Key_Return)
        place: OpenDatabase = arrived.args[0]
        assert place.session.actor.uid == "uid-andi"
        assert place.still_good is not None
        place.still_good()


# --- the whole program ----------------------------------------------------------------------------


def sign_in(email: str, expected: str | None = None) -> Callable[[], bool]:
    """A step: somebody signs in; the dialog proposes whom it expects."""

    def step() -> bool:
        dialogs = shown(SignInDialog)
        if not dialogs or shown(MainWindow):
            return False
        dialog = dialogs[0]
        assert dialog.email.text() == (email if expected is None else expected)
        dialog.email.setText(email)
        dialog.password.setText(PASSWORDS[email])
        QTest.mouseClick(dialog.enter, Qt.MouseButton.LeftButton)
        return True

    return step


def give(command: Cmd, person: str) -> Callable[[], bool]:
    """A step: a command by its shortcut, in the window of this person."""

    def step() -> bool:
        windows = shown(MainWindow)
        if not windows or person not in windows[0].status.person.text:
            return False
        QTest.keySequence(windows[0], QKeySequence(SHORTCUTS[command]))
        return True

    return step


@pytest.mark.timeout(120)
def test_a_day_of_two_people_at_one_computer(
    office: Office, server: TestServer, paths: Paths, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Lock and unlock, switch, sign out, and the password that is taken away meanwhile."""
    known = profile(server, office, email=ANDI)
    profiles.save(paths.settings_file, UserSettings().opened(known))
    kept = MemorySecrets()
    kept.put(known.secret_key, "")
    monkeypatch.setattr(running, "has_display", lambda: True)
    monkeypatch.setattr(secrets, "SystemSecrets", lambda: kept)
    monkeypatch.setattr(rights_watch, "ASK_SECONDS", 0.1)
    rows = office.database.execute("SELECT firebase_uid, display_name FROM users")
    names = {str(uid): str(name) for uid, name in rows}
    andi, eko = names["uid-andi"], names["uid-eko"]

    def remove() -> bool:
        if not shown(MainWindow) or eko not in shown(MainWindow)[0].status.person.text:
            return False
        passwords.take_away(office.admin, new_id(), EKO)
        return True

    def leave() -> bool:
        if shown(MainWindow) or not shown(SignInDialog):
            return False
        shown(SignInDialog)[0].reject()
        return True

    script = Script(
        sign_in(ANDI),
        give(Cmd.LOCK, andi),
        sign_in(ANDI),
        give(Cmd.SWITCH_USER, andi),
        sign_in(EKO, ""),
        give(Cmd.SIGN_OUT, eko),
        sign_in(EKO, ""),
        remove,
        leave,
    )
    with scripted(script, qtbot):
        assert running.run(arguments()) == 0
    assert script.done == 9
    logs = "".join(file.read_text(encoding="utf-8") for file in paths.logs.glob("*.log"))
    assert "Traceback" not in logs
    assert not any(password in logs for password in PASSWORDS.values())


class Sari:
    """An administrator who imports a list, and whose window locks meanwhile."""

    def __init__(self, file: Path) -> None:
        self.file, self.now = file, 1_000.0

    def open(self) -> bool:
        """Open the wizard and choose the list."""
        wizard = _wizard()
        if wizard is None:
            if shown(MainWindow) and not shown(SignInDialog):
                QTest.keySequence(shown(MainWindow)[0], QKeySequence(SHORTCUTS[Cmd.IMPORT]))
            return False
        wizard.file_page.path.set_path(str(self.file))
        return True

    def choose(self) -> bool:
        """Say what the columns hold: the town is the company."""
        wizard = _wizard()
        if wizard is None or not wizard.file_page.isComplete():
            return False
        QTest.mouseClick(wizard.button(QWizard.WizardButton.NextButton), LEFT)
        box = wizard.mapping_page.fields["Kota"]
        box.setCurrentIndex(box.findData(Field.COMPANY.value))
        return True

    def go_away(self) -> bool:
        """Leave the desk for longer than the office allows."""
        self.now += 16 * 60
        return not shown(MainWindow)

    def stands(self) -> bool:
        """The wizard is where it was, with what was chosen."""
        wizard = _wizard()
        if wizard is None or wizard.currentPage() is not wizard.mapping_page:
            return False
        assert wizard.file_page.path.path() == str(self.file)
        assert wizard.mapping_page.fields["Kota"].currentData() == Field.COMPANY.value
        assert wizard.mapping_page.notice.isVisible()
        return True

    def open_again(self) -> bool:
        """Open the wizard: what was put down is taken up."""
        wizard = _wizard()
        if wizard is not None:
            return self.stands()
        windows = shown(MainWindow)
        if windows and "Sari" in windows[0].status.person.text:
            QTest.keySequence(windows[0], QKeySequence(SHORTCUTS[Cmd.IMPORT]))
        return False

    def bring_in(self) -> bool:
        """Import, to the report."""
        wizard = _wizard()
        if wizard is None:
            return False
        page = wizard.currentPage()
        for kind, at in (("NextButton", wizard.mapping_page), ("CommitButton", wizard.check_page)):
            if page is at and page.isComplete():
                QTest.mouseClick(wizard.button(QWizard.WizardButton[kind]), LEFT)
        return page is wizard.run_page and wizard.run_page.over

    def reads_report(self) -> bool:
        """The report is there again, and the import can still be taken back."""
        wizard = _wizard()
        if wizard is None or wizard.currentPage() is not wizard.run_page:
            return False
        if not wizard.run_page.over:
            return False
        assert "New customers: 2" in wizard.run_page.counts.text()
        assert wizard.run_page.undo.isVisible()
        QTest.mouseClick(wizard.button(QWizard.WizardButton.FinishButton), LEFT)
        return True


LEFT = Qt.MouseButton.LeftButton


def _wizard() -> ImportWizard | None:
    return shown(ImportWizard)[0] if shown(ImportWizard) else None


@pytest.mark.timeout(150)
def test_an_import_outlives_the_lock_and_another_person(
    office: Office, server: TestServer, paths: Paths, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    """Locked in the middle and at the report, with a colleague between: nothing is asked anew."""
    code = new_code()
    passwords.make_code(office.admin, new_id(), SARI, code)
    passwords.uid_of(office.store, Credentials(SARI, PASSWORDS[SARI], code))
    known = profile(server, office, email=SARI)
    profiles.save(paths.settings_file, UserSettings().opened(known))
    kept = MemorySecrets()
    kept.put(known.secret_key, "")
    file = tmp_path / "list.csv"
    file.write_text("Nama;No HP;Kota\nBudi;0812 3456 7801;Solo\nSiti;0812 3456 7802;Bandung\n")
    sari = Sari(file)
    monkeypatch.setattr(running, "has_display", lambda: True)
    monkeypatch.setattr(secrets, "SystemSecrets", lambda: kept)
    monkeypatch.setattr(idle_lock, "_LOOK_MS", 100)
    monkeypatch.setattr(session, "IdleLock", partial(IdleLock, clock=lambda: sari.now))

    def eko_sees_nothing() -> bool:
        windows = shown(MainWindow)
        if not windows or "Eko" not in windows[0].status.person.text:
            return False
        assert _wizard() is None
        QTest.keySequence(windows[0], QKeySequence(SHORTCUTS[Cmd.SWITCH_USER]))
        return True

    def leave() -> bool:
        if _wizard() is not None:
            return False
        shown(MainWindow)[0].close()
        return True

    script = Script(
        sign_in(SARI), sari.open, sari.choose, sari.go_away,
        sign_in(SARI), sari.stands, sari.go_away,
        sign_in(EKO, SARI), eko_sees_nothing,
        sign_in(SARI, ""), sari.open_again, sari.bring_in, sari.go_away,
        sign_in(SARI), sari.reads_report, leave,
    )  # fmt: skip
    with scripted(script, qtbot):
        assert running.run(arguments()) == 0
    assert script.done == 16
    rows = office.database.execute("SELECT name, company FROM customers ORDER BY name")
    assert [tuple(row) for row in rows] == [("Budi", "Solo"), ("Siti", "Bandung")]
    logs = "".join(one.read_text(encoding="utf-8") for one in paths.logs.glob("*.log"))
    assert "Traceback" not in logs


# --- idle -----------------------------------------------------------------------------------------


class Watch:
    """An idle lock under a clock that the test moves."""

    def __init__(self, minutes: int = 15) -> None:
        self.now, self.minutes, self.busy, self.said = 1_000.0, minutes, False, 0
        self.lock = IdleLock(lambda: self.minutes, lambda: self.busy, clock=lambda: self.now)
        self.lock.expired.connect(self._count)
        self.lock.start()

    def _count(self) -> None:
        self.said += 1

    def after(self, minutes: float) -> int:
        """Let time pass and look; how often it was said."""
        self.now += minutes * 60
        self.lock.look()
        return self.said

    def close(self) -> None:
        """Stop."""
        self.lock.stop()
        self.lock.deleteLater()


def test_a_window_locks_after_its_minutes(themed: QApplication, qtbot: QtBot) -> None:
    watch = Watch()
    assert watch.after(14.9) == 0
    moved = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(1, 1), QPointF(1, 1), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    touched = QWidget()
    qtbot.addWidget(touched)
    themed.sendEvent(touched, moved)
    assert watch.after(14.9) == 0
    watch.busy = True
    assert watch.after(10) == 0, "an import goes on"
    watch.busy = False
    assert watch.after(0) == 1
    assert watch.after(60) == 1, "once"
    watch.close()


def test_who_comes_back_to_a_computer_that_slept_does_not_unlock_it(
    themed: QApplication, qtbot: QtBot
) -> None:
    watch = Watch()
    watch.now += 3_600
    key = QEvent(QEvent.Type.KeyPress)
    watch.lock.eventFilter(themed, key)
    assert watch.said == 1
    watch.close()


def test_nothing_locks_where_the_office_says_never(themed: QApplication, qtbot: QtBot) -> None:
    watch = Watch(0)
    assert watch.after(10_000) == 0
    watch.close()
