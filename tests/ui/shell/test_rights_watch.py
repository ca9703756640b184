"""An open window follows what its person may: at once where it shows too much, else politely."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from salesdesk.domain.events import new_id
from salesdesk.services.admin import people, sign_in
from salesdesk.services.session import Session
from salesdesk.ui.commands import Cmd
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.windows import OpenWindow

Sit = Callable[[Office, Session], OpenWindow]


def watched(at: OpenWindow) -> list[bool]:
    """Whether the window was told to be outdated: filled once it was."""
    told: list[bool] = []
    at.window.outdated.connect(lambda: told.append(True))
    return told


def asked(at: OpenWindow) -> None:
    """Let the window ask as its timer would."""
    at.window.rights.ask()
    at.settle()


def test_a_role_that_is_gone_is_noticed_though_a_form_is_open(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.agent)
    told = watched(at)
    at.give(Cmd.NEW_CUSTOMER)
    assert at.dialogs() != []
    asked(at)
    assert told == []
    workspace.database.execute("UPDATE roles SET status = 'inactive' WHERE name = 'Sales Agent'")
    asked(at)
    assert told == [True]
    asked(at)
    assert told == [True], "it is told once"


def test_what_changes_nothing_on_the_screen_waits_for_the_form(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.agent)
    told = watched(at)
    at.give(Cmd.NEW_CUSTOMER)
    people.grant(workspace.admin, new_id(), "andi@example.org", "Team Lead")
    asked(at)
    assert told == []
    at.dialog(at.dialogs()[0]).reject()
    asked(at)
    assert told == [True]


def test_a_raised_lowest_version_is_noticed(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.agent)
    told = watched(at)
    workspace.database.execute(
        "UPDATE salesdesk_state SET value = '99.0' WHERE name = 'lowest_version'"
    )
    asked(at)
    assert told == [True]


def test_every_administrator_is_told_of_a_recovery(workspace: Office, sit: Sit) -> None:
    at, lead = sit(workspace, workspace.admin), sit(workspace, workspace.lead)
    account = sign_in.account_desk(workspace.store, "test-machine")
    for _ in range(2):
        people.recover(account, new_id(), "eko@example.org", None)
    asked(at)
    asked(lead)
    assert at.banner.startswith("Eko Saputra was made an administrator"), "named once"
    assert lead.banner == ""
    people.recover(account, new_id(), "andi@example.org", None)
    asked(at)
    assert "Eko Saputra" in at.banner
    assert "Andi Firmansyah" in at.banner
    assert "were made administrators" in at.banner
    button = at.window.banner.findChild(QPushButton, "banner_seen_recovery")
    assert button is not None
    button.click()
    assert at.banner == ""
    asked(at)
    assert at.banner == "", "it was seen"


def test_an_account_removed_while_its_window_is_open_ends_it(mariadb: Database, sit: Sit) -> None:
    office = Office(mariadb)
    account = office.store.read(lambda reading: reading.people.account())
    assert account is not None
    people.map_account(office.admin, new_id(), account.whole, "andi@example.org")
    at = sit(office, office.agent)
    told = watched(at)
    asked(at)
    assert told == []
    people.unmap_account(office.admin, new_id(), account.whole)
    asked(at)
    assert told == [True]
