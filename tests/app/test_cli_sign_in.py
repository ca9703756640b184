"""One-time codes on the command line, and who acts there on a shared account."""

import pytest

from salesdesk.app.commands.opening import OWN_PASSWORD_VARIABLE
from salesdesk.app.local import firebase
from salesdesk.domain.settings import FIREBASE_KEY, FIREBASE_PROJECT
from salesdesk.domain.sign_in import Credentials
from salesdesk.services.admin import passwords
from salesdesk.storage.unit_of_work import UnitOfWork
from tests.support.command_line import Line
from tests.support.database import Database
from tests.support.firebase_server import FirebaseServer, serving

EMAIL, OWN = "sari@office.example", "kopi susu hangat"


@pytest.fixture
def shared(mariadb: Database, capsys: pytest.CaptureFixture[str]) -> Line:
    """An office without anybody but Sari, whose account is nobody's own."""
    mariadb.execute("INSERT INTO users (firebase_uid, email) VALUES ('uid-sari', %s)", EMAIL)
    return Line(mariadb.url, capsys)


def test_the_first_administrator_of_a_shared_account(
    shared: Line, mariadb: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shared("people", "grant", EMAIL, "Sales Administrator") == 0
    code = shared.json("people", "code", EMAIL)["code"]
    assert passwords.uid_of(mariadb.store, Credentials(EMAIL, OWN, code)) == "uid-sari"
    # From now on she can sign in, so the bare account makes nobody anything.
    assert shared("people", "code", EMAIL) == 1
    monkeypatch.setenv(OWN_PASSWORD_VARIABLE, "not the one")
    assert shared("people", "code", EMAIL, "--as", EMAIL) == 1
    assert "do not go together" in shared.err
    monkeypatch.setenv(OWN_PASSWORD_VARIABLE, OWN)
    assert shared("people", "code", EMAIL, "--as", EMAIL) == 0
    assert OWN not in shared.out + shared.err
    # The last administrator's password stays.
    assert shared("people", "code", EMAIL, "--take-away", "--as", EMAIL) == 1


def test_an_administrator_who_has_no_password_here_signs_in_by_firebase(
    shared: Line, mariadb: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = FirebaseServer(people={EMAIL: (OWN, "uid-sari")})

    def work(unit: UnitOfWork) -> None:
        unit.stored_settings.put(FIREBASE_PROJECT.key, None, project.project)
        unit.stored_settings.put(FIREBASE_KEY.key, None, project.key)

    assert shared("people", "grant", EMAIL, "Sales Administrator") == 0
    mariadb.store.act(work)
    with serving(project):
        monkeypatch.setattr(firebase, "Firebase", lambda: project.firebase)
        monkeypatch.setenv(OWN_PASSWORD_VARIABLE, OWN)
        # Until somebody who manages people can sign in, the account will do.
        project.firebase.proved(mariadb.store, Credentials(EMAIL, OWN))
        assert shared("people", "code", EMAIL) == 1
        assert shared("people", "code", EMAIL, "--as", EMAIL) == 0
        monkeypatch.setenv(OWN_PASSWORD_VARIABLE, "not the one")
        assert shared("people", "code", EMAIL, "--as", EMAIL) == 1
        assert "do not go together" in shared.err
        project.disabled.add(EMAIL)
        monkeypatch.setenv(OWN_PASSWORD_VARIABLE, OWN)
        assert shared("people", "code", EMAIL, "--as", EMAIL) == 1
        assert "disabled" in shared.err
    assert OWN not in shared.out + shared.err
