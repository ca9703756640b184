"""Testing a connection: each thing that can be wrong is named in words, at its own step."""

import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from salesdesk.app.local.profile import ServerProfile, WorkspaceProfile
from salesdesk.app.startup.connection import open_store
from salesdesk.app.startup.connection_check import Check, check_connection
from salesdesk.domain.errors import Unavailable
from salesdesk.storage.db.engine import Tls
from tests.support import certificates
from tests.support.database import Database, TestServer, free_port


@pytest.fixture
def clerk(server: TestServer, mariadb: Database) -> Iterator[ServerProfile]:
    """An account with a password and every right on one database."""
    server.make_clerk(str(mariadb.url.database))
    yield of(mariadb.url, user="clerk")
    server.run("DROP USER clerk@'%'")


def of(url: URL, **changes: object) -> ServerProfile:
    """The profile of a test database."""
    values: dict[str, object] = {
        "id": "p", "name": "Office", "hosts": ("127.0.0.1",), "database": url.database,
        "user": "root", "port": url.port, "tls": Tls.OFF, **changes,
    }  # fmt: skip
    return ServerProfile(**values)  # type: ignore[arg-type]


def changed(profile: ServerProfile, **changes: object) -> ServerProfile:
    """The profile with something else."""
    kept = {name: getattr(profile, name) for name in ServerProfile.__slots__}
    return ServerProfile(**{**kept, **changes})


def wrong(checks: tuple[Check, ...]) -> Check:
    """The one step that failed: the last one."""
    assert [check.ok for check in checks] == [True] * (len(checks) - 1) + [False]
    return checks[-1]


def test_a_day_can_begin(clerk: ServerProfile, mariadb: Database) -> None:
    mariadb.execute(
        "INSERT INTO users (firebase_uid, email, display_name) VALUES ('u1', 'x@y', 'Rina')"
    )
    mariadb.execute("INSERT INTO salesdesk_accounts VALUES (%s, 'u1', '2026-01-01', 1)", "clerk@%")
    checks = check_connection(clerk, "right")
    assert all(check.ok for check in checks)
    assert [check.name for check in checks] == [
        "host", "port", "sign-in", "version", "rights", "schema", "person",
    ]  # fmt: skip
    assert "Rina" in checks[-1].text
    assert "right" not in "".join(check.text for check in checks[:3])


def test_no_such_host(clerk: ServerProfile) -> None:
    found = wrong(check_connection(changed(clerk, hosts=("no-such-host.invalid",)), "right"))
    assert found.name == "host"
    assert "no-such-host.invalid" in found.text


def test_a_closed_port(clerk: ServerProfile) -> None:
    found = wrong(check_connection(changed(clerk, port=free_port()), "right"))
    assert found.name == "port"
    assert "no database server listens" in found.text


def test_a_host_that_hangs(clerk: ServerProfile, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*address: object) -> socket.socket:
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", silent)
    found = wrong(check_connection(clerk, "right"))
    assert found.name == "port"
    assert "does not answer" in found.text


def test_the_second_host_stands_by(clerk: ServerProfile) -> None:
    checks = check_connection(changed(clerk, hosts=("no-such-host.invalid", "127.0.0.1")), "right")
    assert [check.name for check in checks if not check.ok] == ["person"]


def test_none_of_several_hosts(clerk: ServerProfile) -> None:
    found = wrong(check_connection(changed(clerk, hosts=("no.invalid", "nor.invalid")), "right"))
    assert found.name == "host"


def test_a_wrong_password(clerk: ServerProfile) -> None:
    assert wrong(check_connection(clerk, "wrong")).name == "password"


def test_an_account_that_demands_encryption(server: TestServer, clerk: ServerProfile) -> None:
    server.run("ALTER USER clerk@'%' REQUIRE SSL")
    found = wrong(check_connection(clerk, "right"))
    assert found.name in {"password", "tls"}
    assert "encrypted connections" in found.text


def test_no_such_account(clerk: ServerProfile) -> None:
    assert wrong(check_connection(changed(clerk, user="nobody"), "right")).name == "password"


def test_no_such_database(clerk: ServerProfile) -> None:
    found = wrong(check_connection(changed(clerk, database="elsewhere"), "right"))
    assert found.name == "database"


@pytest.mark.parametrize("tls", [Tls.REQUIRED, Tls.PINNED, Tls.VERIFIED])
def test_a_server_without_encryption(clerk: ServerProfile, tmp_path: Path, tls: Tls) -> None:
    """No other choice is advised: none would help."""
    certificates.write(tmp_path)
    ca = tmp_path / certificates.AUTHORITY if tls is Tls.PINNED else None
    found = wrong(check_connection(changed(clerk, tls=tls, ca=ca), "right"))
    assert found.name == "tls"
    assert found.text.startswith("The server offers no encrypted connection.")
    assert "administrator must give it a certificate" in found.text
    assert "pinned" not in found.text


def test_a_certificate_that_is_none(clerk: ServerProfile, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    file.write_text("not a certificate")
    found = wrong(check_connection(changed(clerk, tls=Tls.PINNED, ca=file), "right"))
    assert found.name == "tls"


def test_missing_rights(clerk: ServerProfile, server: TestServer) -> None:
    server.run(
        f"REVOKE ALL ON `{clerk.database}`.* FROM clerk@'%'",
        f"GRANT SELECT ON `{clerk.database}`.* TO clerk@'%'",
    )
    found = wrong(check_connection(clerk, "right"))
    assert found.name == "rights"
    assert "INSERT on customers" in found.text


def test_a_database_that_an_administrator_must_upgrade(mariadb_url: URL) -> None:
    found = wrong(check_connection(of(mariadb_url), ""))
    assert found.name == "schema"
    assert "salesdesk db init" in found.text


def test_an_account_that_stands_for_nobody(clerk: ServerProfile) -> None:
    found = wrong(check_connection(clerk, "right"))
    assert found.name == "person"
    assert "salesdesk people map clerk@% EMAIL" in found.text


def test_a_workspace_is_a_file(tmp_path: Path) -> None:
    store = open_store(WorkspaceProfile("w", "W", tmp_path / "with #?% signs.sqlite"))
    with contextlib.closing(store):
        assert store.read(lambda reading: reading.connection.dialect.name) == "sqlite"
    assert (tmp_path / "with #?% signs.sqlite").exists()


def test_a_certificate_that_is_not_there_is_told(clerk: ServerProfile, tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as fault:
        open_store(changed(clerk, tls=Tls.VERIFIED, ca=tmp_path / "missing.pem"), "right")
    assert fault.value.kind == "tls"
