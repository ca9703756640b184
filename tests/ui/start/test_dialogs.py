"""The first start: three ways, a tested connection, who am I, and what an administrator owes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from salesdesk.domain.errors import FieldFault, Invalid, Refusal
from salesdesk.domain.people import Person
from salesdesk.domain.refusals import Reason, Why
from salesdesk.services.admin import people, sign_in
from salesdesk.storage.setup import schema
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.session.profiles import ServerForm
from salesdesk.ui.start import blocked_dialog
from salesdesk.ui.start.choose_person_dialog import WhoAmIDialog
from salesdesk.ui.start.connection_dialog import ConnectionDialog
from salesdesk.ui.start.restore import Restoring
from salesdesk.ui.start.welcome_dialog import FirstStartDialog, StartKind
from tests.support.database import Database


@dataclass(frozen=True)
class Step:
    """A step of a connection test."""

    name: str
    text: str
    ok: bool = True


@dataclass
class Starter:
    """Answers every test of a connection with the same steps."""

    steps: Sequence[Step] = ()
    fault: Exception | None = None
    keeps_passwords: bool = True
    asked: list[ServerForm] = field(default_factory=list)

    def check(self, form: ServerForm) -> Sequence[Step]:
        """Note what was asked; give the answer."""
        self.asked.append(form)
        if self.fault is not None:
            raise self.fault
        return self.steps


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """The lanes, ended at the end."""
    made = Tasks()
    yield made
    assert made.shutdown()


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[QDialog], None]]:
    """Opens dialogs and closes them at the end."""
    shown: list[QDialog] = []

    def open_it(dialog: QDialog) -> None:
        shown.append(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)

    yield open_it
    for dialog in shown:
        if shiboken6.isValid(dialog):
            dialog.close()


def _no_backup(file: Path) -> None:
    raise Refusal(Why.WORKBOOK_DAMAGED, name=file.name)


NO_BACKUPS = Restoring(_no_backup, Path())

Show = Callable[[QDialog], None]
WELL = (Step("host", "db is 10.0.0.1."), Step("person", "You are Rina."))


def filled(dialog: ConnectionDialog) -> None:
    """Type a whole connection."""
    dialog.hosts.setText("db1, db2")
    dialog.database.setText("sales")
    dialog.user.setText("rina")
    dialog.password.setText("secret")


@pytest.mark.parametrize(
    ("name", "kind"), [("sample", StartKind.SAMPLE), ("workspace", StartKind.WORKSPACE)]
)
def test_a_way_is_chosen(
    tasks: Tasks, show: Show, qtbot: QtBot, name: str, kind: StartKind
) -> None:
    dialog = FirstStartDialog(tasks, Starter(), NO_BACKUPS)
    show(dialog)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        getattr(dialog, name).click()
    assert chosen.args[0].kind is kind


def test_enter_presses_the_choice_that_has_the_focus(
    tasks: Tasks, show: Show, qtbot: QtBot
) -> None:
    dialog = FirstStartDialog(tasks, Starter(), NO_BACKUPS)
    show(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args[0].kind is StartKind.WORKSPACE


def test_the_company_is_asked_for_its_connection(tasks: Tasks, show: Show, qtbot: QtBot) -> None:
    starter = Starter(WELL)
    dialog = FirstStartDialog(tasks, starter, NO_BACKUPS)
    show(dialog)
    dialog.server.click()
    form = dialog.findChild(ConnectionDialog)
    assert isinstance(form, ConnectionDialog)
    filled(form)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(form.password, Qt.Key.Key_Return)
    choice = chosen.args[0]
    assert choice.kind is StartKind.SERVER
    assert choice.server == starter.asked[0]
    assert (choice.server.hosts, choice.server.port, choice.server.tls) == (
        "db1, db2",
        "3306",
        "verified",
    )
    assert "secret" not in repr(choice)


@pytest.mark.parametrize(
    ("step", "row"),
    [("host", "hosts"), ("port", "port"), ("password", "password"), ("database", "database"),
     ("tls", "tls")],
)  # fmt: skip
def test_a_failed_step_is_told_in_words_and_marked_at_its_field(
    tasks: Tasks, show: Show, qtbot: QtBot, step: str, row: str
) -> None:
    starter = Starter((Step("first", "This is well."), Step(step, "This is wrong.", ok=False)))
    dialog = ConnectionDialog(tasks, starter)
    show(dialog)
    filled(dialog)
    dialog.connect_button.click()
    assert not dialog.connect_button.isEnabled()
    qtbot.waitUntil(tasks.is_idle)
    assert dialog.steps.texts == ["This is well.", "This is wrong."]
    assert dialog.rows[row].error.text() == "This is wrong."
    assert dialog.isVisible()
    dialog.hosts.setText("other")
    assert dialog.rows[row].error.isHidden()
    assert dialog.steps.texts == []


def test_a_test_alone_connects_nothing(tasks: Tasks, show: Show, qtbot: QtBot) -> None:
    dialog = ConnectionDialog(tasks, Starter(WELL))
    connected: list[object] = []
    dialog.connected.connect(connected.append)
    show(dialog)
    filled(dialog)
    dialog.test.click()
    qtbot.waitUntil(tasks.is_idle)
    assert dialog.steps.texts == ["db is 10.0.0.1.", "You are Rina."]
    assert connected == []


@pytest.mark.parametrize("turn", ["schema", "person", "rights"])
def test_what_an_administrator_owes_does_not_throw_the_connection_away(
    tasks: Tasks, show: Show, qtbot: QtBot, turn: str
) -> None:
    dialog = ConnectionDialog(tasks, Starter((Step(turn, "An administrator must…", ok=False),)))
    show(dialog)
    filled(dialog)
    with qtbot.waitSignal(dialog.connected):
        dialog.connect_button.click()
    assert dialog.isHidden()


def test_faults_of_shape_stand_at_their_fields(tasks: Tasks, show: Show, qtbot: QtBot) -> None:
    faults = (
        FieldFault("hosts", Reason.of(Why.WORDED, text="The server's name is missing.")),
        FieldFault("ca", Reason.of(Why.WORDED, text="No file.")),
    )
    dialog = ConnectionDialog(tasks, Starter(fault=Invalid(faults)))
    show(dialog)
    dialog.tls.setCurrentIndex(dialog.tls.findData("pinned"))
    dialog.test.click()
    qtbot.waitUntil(tasks.is_idle)
    assert dialog.rows["hosts"].error.text() == "The server's name is missing."
    assert dialog.rows["ca"].error.text() == "No file."
    assert dialog.focusWidget() is dialog.hosts


def test_the_form_says_how_long_a_password_is_kept_and_what_encryption_means(
    tasks: Tasks, show: Show, qtbot: QtBot
) -> None:
    kept = ConnectionDialog(tasks, Starter())
    show(kept)
    lost = ConnectionDialog(tasks, Starter(keeps_passwords=False))
    show(lost)
    qtbot.waitUntil(tasks.is_idle)
    said = [each.rows["password"].findChildren(type(each.meaning)) for each in (kept, lost)]
    texts = [" ".join(line.text() for line in lines) for lines in said]
    assert "keyring" in texts[0]
    assert "for this run only" in texts[1]
    meanings = set()
    for index in range(kept.tls.count()):
        kept.tls.setCurrentIndex(index)
        meanings.add(kept.meaning.text())
        assert kept.rows["ca"].isVisible() == (kept.tls.currentData() == "pinned")
    assert len(meanings) == 4


def ignore(text: str) -> None:
    """Copy nothing."""


PEOPLE = (
    Person("uid-a", "Rina Wulandari", "rina@example.org", "Team Lead", True),
    Person("uid-b", "Andi Firmansyah", "andi@example.org", None, True),
)


def nobody(event_id: str, name: str, email: str) -> Person:
    """Make nobody."""
    raise Refusal(
        Why.WORDED, text="People of the company's database are made by the booking application."
    )


def test_a_person_of_the_workspace_is_chosen(tasks: Tasks, show: Show, qtbot: QtBot) -> None:
    dialog = WhoAmIDialog(tasks, PEOPLE, nobody, last_uid="uid-b")
    show(dialog)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == [PEOPLE[1]]


def test_the_first_person_is_made(tasks: Tasks, show: Show, qtbot: QtBot) -> None:
    made: list[tuple[str, str, str]] = []

    def add(event_id: str, name: str, email: str) -> Person:
        made.append((event_id, name, email))
        return PEOPLE[0]

    dialog = WhoAmIDialog(tasks, (), add)
    show(dialog)
    dialog.start.click()
    assert dialog.name_row.error.text() == "The name is missing."
    QTest.keyClicks(dialog.focusWidget(), "Rina Wulandari")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == [PEOPLE[0]]
    assert made[0][1:] == ("Rina Wulandari", "")


def test_who_cannot_be_added_is_told_why(tasks: Tasks, show: Show, qtbot: QtBot) -> None:
    dialog = WhoAmIDialog(tasks, (), nobody)
    show(dialog)
    dialog.name.setText("Rina")
    dialog.start.click()
    qtbot.waitUntil(tasks.is_idle)
    assert "booking application" in dialog.notice.text
    assert dialog.name.text() == "Rina"


def test_an_unmapped_account_is_told_what_an_administrator_must_run(
    show: Show, qtbot: QtBot
) -> None:
    copied: list[str] = []
    dialog = blocked_dialog.unknown_account("rina_db", copied.append)
    show(dialog)
    assert dialog.commands[0].line.text() == "salesdesk people map rina_db EMAIL"
    assert "own passwords" in dialog.texts[0].text(), "an account for all must not be mapped"
    assert "rina_db" in dialog.texts[1].text()
    dialog.commands[0].copy_it()
    assert copied == ["salesdesk people map rina_db EMAIL"]
    with qtbot.waitSignal(dialog.retried):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_a_person_without_a_role_is_told_who_gives_one(show: Show) -> None:
    dialog = blocked_dialog.without_role("Bayu", "bayu@example.org", ignore)
    show(dialog)
    command = dialog.commands[0].line.text()
    assert command == 'salesdesk people grant bayu@example.org "Sales Agent"'
    assert "administrator" in dialog.texts[0].text()


def test_a_sleeping_role_is_told_how_it_counts_again(show: Show) -> None:
    dialog = blocked_dialog.sleeping_role("Bayu", "bayu@example.org", ignore)
    show(dialog)
    assert dialog.commands[0].line.text() == "salesdesk people confirm bayu@example.org"
    assert "sleeps" in dialog.texts[0].text()


def test_an_upgrade_that_is_owed_is_named(show: Show) -> None:
    dialog = blocked_dialog.not_ready(["Run: salesdesk db upgrade"], ignore)
    show(dialog)
    assert [line.text() for line in dialog.texts][1:] == ["Run: salesdesk db upgrade"]


@pytest.mark.parametrize(
    ("known", "first"),
    [
        (None, "connection_hosts"),
        (ServerForm("db.company.com", "3306", "", "rina", "", "verified"), "connection_database"),
        (ServerForm("db.company.com", "3306", "sales", "rina", "", "off"), "connection_password"),
        (ServerForm("db.company.com", "3306", "sales", "rina", "secret", "off"),
         "connection_hosts"),
    ],
)  # fmt: skip
def test_the_focus_is_on_the_first_empty_field(
    tasks: Tasks, show: Show, known: ServerForm | None, first: str
) -> None:
    """Whoever is asked for the password alone types it at once."""
    dialog = ConnectionDialog(tasks, Starter(), known)
    show(dialog)
    focus = dialog.focusWidget()
    assert focus is not None
    assert focus.objectName() == first


@pytest.mark.parametrize("wrong", ["rina", "rina@kantor", "rina@@kantor.example", "ri na@k.id"])
def test_a_wrong_address_is_marked_at_its_field(
    tasks: Tasks, show: Show, qtbot: QtBot, sqlite: Database, wrong: str
) -> None:
    schema.upgrade(sqlite.engine)
    account = sign_in.account_desk(sqlite.store, "test-machine")

    def add(event_id: str, name: str, email: str) -> Person:
        return people.add_to_workspace(account, event_id, name, email, "Team Lead")

    dialog = WhoAmIDialog(tasks, (), add)
    show(dialog)
    QTest.keyClicks(dialog.name, "Rina")
    QTest.keyClicks(dialog.email, wrong)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is no e-mail address" in dialog.email_row.error.text())
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.email
    dialog.email.setText("rina@kantor.example")
    with qtbot.waitSignal(dialog.chosen) as made:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert made.args[0].email == "rina@kantor.example"


def test_the_buttons_stand_still_while_a_fault_clears(
    tasks: Tasks, show: Show, qtbot: QtBot
) -> None:
    missing = Invalid(
        (
            FieldFault("hosts", Reason.of(Why.WORDED, text="Name a server.")),
            FieldFault("user", Reason.of(Why.WORDED, text="Who are you?")),
        )
    )
    starter = Starter(fault=missing)
    dialog = ConnectionDialog(tasks, starter)
    show(dialog)
    before = dialog.height()
    dialog.test.click()
    qtbot.waitUntil(lambda: dialog.height() > before)
    places = [dialog.test.mapTo(dialog, dialog.test.rect().center()), dialog.password.pos()]
    high = dialog.height()
    QTest.keyClicks(dialog.hosts, "db1")
    assert dialog.rows["user"].error.isHidden()
    qtbot.waitUntil(lambda: not dialog.rows["hosts"].error.text())
    assert dialog.height() == high
    centre = dialog.test.rect().center()
    assert [dialog.test.mapTo(dialog, centre), dialog.password.pos()] == places
    filled(dialog)
    starter.fault, starter.steps = None, (Step("host", "db1 is not found.", ok=False),)
    dialog.test.click()
    qtbot.waitUntil(lambda: dialog.steps.texts == ["db1 is not found."])
    qtbot.waitUntil(lambda: dialog.height() > high)
    tall, low = dialog.height(), dialog.test.mapTo(dialog, centre)
    QTest.keyClicks(dialog.hosts, "x")
    assert dialog.steps.texts == []
    assert (dialog.height(), dialog.test.mapTo(dialog, centre)) == (tall, low)
