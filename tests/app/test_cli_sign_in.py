"""One-time codes on the command line, and who acts there on a shared account."""

import pytest

from salesdesk.app.commands.opening import OWN_PASSWORD_VARIABLE
from salesdesk.domain.sign_in import Credentials
from salesdesk.services.admin import passwords
from tests.support.command_line import Line
from tests.support.database import Database

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
