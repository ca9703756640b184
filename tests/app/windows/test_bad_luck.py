"""Bad luck on the way to a database: no secret stands anywhere, whatever goes wrong or right."""

from __future__ import annotations

import contextlib
import logging
import ssl
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess

from salesdesk.app import diagnostics
from salesdesk.app.crash import Crashes, Fault
from salesdesk.app.exports import process
from salesdesk.app.local import profile as profiles
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import ServerProfile, UserSettings
from salesdesk.app.local.secrets import MemorySecrets
from salesdesk.app.logs import Log
from salesdesk.app.startup.connection_check import check_connection
from salesdesk.app.startup.open_database import Reached, prove, reach
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.exporting import CustomersTable, FileKind, Outlet
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.settings import FIREBASE_KEY, FIREBASE_PROJECT
from salesdesk.domain.sign_in import Credentials, SignInWay, new_code
from salesdesk.services.admin import passwords, people
from salesdesk.storage.db.engine import Tls
from salesdesk.storage.unit_of_work import UnitOfWork
from tests.support import certificates
from tests.support.asking_server import AskingServer
from tests.support.database import Database, TestServer
from tests.support.factories import Office
from tests.support.firebase_server import FirebaseServer, serving

ANDI, EKO = "andi@office.example", "eko@office.example"

#: What was typed, right and wrong, at every door; with signs that a URL or JSON writes otherwise.
ACCOUNT, WRONG_ACCOUNT = "gula aren/100%:rasa", "kopi tubruk#2"
OWN, WRONG_OWN = "teh tarik & dingin", "es teler? besok"
GOOGLES, WRONG_GOOGLES = "kata sandi lama@1", "kata sandi baru@2"
SECRETS = (ACCOUNT, WRONG_ACCOUNT, OWN, WRONG_OWN, GOOGLES, WRONG_GOOGLES)


@pytest.fixture
def office(mariadb: Database) -> Office:
    """An office in the present, so that Firebase's tokens are fresh."""
    made = Office(mariadb)
    for uid, email in (("uid-andi", ANDI), ("uid-eko", EKO)):
        mariadb.execute("UPDATE users SET email = %s WHERE firebase_uid = %s", email, uid)
    mariadb.set_clock(None)
    return made


@pytest.fixture
def account(server: TestServer, office: Office) -> Iterator[str]:
    """A database account with a password, gone after the test."""
    name = f"clerk{new_id()[:8]}"
    database = office.database.url.database
    server.run(
        f"CREATE USER '{name}'@'%' IDENTIFIED BY '{ACCOUNT}'",
        f"GRANT ALL ON `{database}`.* TO '{name}'@'%'",
    )
    yield name
    with contextlib.suppress(Exception):
        server.run(f"DROP USER IF EXISTS '{name}'@'%'")


def profile(office: Office, user: str, way: SignInWay) -> ServerProfile:
    """The office's connection."""
    url = office.database.url
    return ServerProfile(
        "office", "Office", ("127.0.0.1",), str(url.database), user, url.port or 0, Tls.OFF, way=way
    )


class Evidence:
    """Everything that was said or written, to be searched."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.said: list[str] = []

    def failing(self, act: Callable[[], object]) -> None:
        """Do what must fail, and keep all of its fault, as a crash report too."""
        with pytest.raises((Refusal, Unavailable)) as caught:
            act()
        fault = caught.value
        self.said += [str(fault), repr(fault), "".join(traceback.format_exception(fault))]
        Crashes(self._keep).report(fault)

    def quoting(self, secret: str) -> None:
        """A bug whose text quotes what somebody typed."""
        try:
            raise ValueError(f"cannot digest {secret}")
        except ValueError as fault:
            Crashes(self._keep).report(fault)

    def _keep(self, fault: Fault) -> None:
        self.said += [fault.summary, fault.details]

    def reached(self, reached: Reached) -> None:
        """Keep what shows of an open database."""
        self.said += [repr(reached), repr(reached.store.engine), str(reached.store.engine.url)]
        self.said.append(repr(reached.store.engine.url.render_as_string(hide_password=False)))
        self.said.append(repr(reached.session))
        found = diagnostics.collect(self.paths.logs, reached.profile, lambda _: reached.store)
        self.said.append(found.text())
        profiles.save(self.paths.settings_file, UserSettings().opened(reached.profile))

    def all(self) -> str:
        """All of it, with every file in the user's folders."""
        files = [each for each in self.paths.config.parent.rglob("*") if each.is_file()]
        kept = [each.read_text(encoding="utf-8", errors="replace") for each in files]
        return "\n".join([*self.said, *kept])


def by_account(evidence: Evidence, office: Office, account: str) -> Reached:
    """The account's own password, wrong and right, in the form's test and in the program."""
    own = profile(office, account, SignInWay.ACCOUNT)
    people.map_account(office.admin, new_id(), f"{account}@%", ANDI)
    evidence.failing(lambda: reach(own, MemorySecrets(), WRONG_ACCOUNT))
    opened = reach(own, MemorySecrets(), ACCOUNT)
    assert opened.session is not None
    for tried in (ACCOUNT, WRONG_ACCOUNT):
        evidence.said += [each.text for each in check_connection(own, tried)]
    evidence.reached(opened)
    people.unmap_account(office.admin, new_id(), f"{account}@%")
    return opened


def by_own_password(evidence: Evidence, office: Office, account: str, code: str) -> Reached:
    """A one-time code and a person's own password, wrong and right."""
    passwords.make_code(office.admin, new_id(), EKO, code)
    shared = reach(profile(office, account, SignInWay.PASSWORD), MemorySecrets(), ACCOUNT)
    evidence.failing(lambda: prove(shared, Credentials(EKO, OWN, "WRONGWRONGWR")))
    evidence.reached(prove(shared, Credentials(EKO, OWN, code)))
    evidence.failing(lambda: prove(shared, Credentials(EKO, WRONG_OWN)))
    evidence.reached(prove(shared, Credentials(EKO, OWN)))
    return shared


def by_firebase(evidence: Evidence, office: Office, account: str) -> Reached:
    """A password of the booking application's, wrong and right."""
    google = FirebaseServer(people={ANDI: (GOOGLES, "uid-andi")})

    def project(unit: UnitOfWork) -> None:
        unit.stored_settings.put(FIREBASE_PROJECT.key, None, google.project)
        unit.stored_settings.put(FIREBASE_KEY.key, None, google.key)

    office.store.act(project)
    with serving(google):
        cloud = reach(profile(office, account, SignInWay.FIREBASE), MemorySecrets(), ACCOUNT)
        asking = google.firebase
        evidence.failing(lambda: prove(cloud, Credentials(ANDI, WRONG_GOOGLES), asking))
        evidence.reached(prove(cloud, Credentials(ANDI, GOOGLES), asking))
    return cloud


def test_no_password_stands_anywhere(
    office: Office, account: str, server: TestServer, paths: Paths,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    paths.make_private()
    log = Log(paths.logs)
    log.start()
    evidence, code = Evidence(paths), new_code()
    opened = (
        by_account(evidence, office, account),
        by_own_password(evidence, office, account, code),
        by_firebase(evidence, office, account),
    )
    heard = caplog.text
    for secret in (*SECRETS, code):
        evidence.quoting(secret)
    for each in opened:
        each.store.close()
    log.close()
    found = evidence.all()
    assert "cannot digest" in found, "else the crash reports were not searched"
    assert "Opening a server" in found, "else the log was not searched"
    for secret in (*SECRETS, code):
        lines = [line for line in (found + heard).splitlines() if secret in line]
        assert lines == [], secret
    stored = str(office.database.execute("SELECT * FROM salesdesk_sign_ins"))
    assert "$argon2id$" in stored
    assert not any(secret in stored for secret in (*SECRETS, code))


def test_no_process_is_started_with_a_password(
    office: Office, account: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An export's process gets it through a pipe; whoever lists processes sees none."""
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(
        QProcess, "start", lambda self, program, arguments: started.append((program, arguments))
    )
    exports = process.Exports(profile(office, account, SignInWay.ACCOUNT), "uid-andi", ACCOUNT)
    table, outlet = CustomersTable(CustomerQuery()), Outlet(FileKind.CSV, ("Name",))
    exports.start(table, outlet, tmp_path / "never.csv")
    assert started
    assert ACCOUNT not in str(started)
    mine = Path("/proc/self/cmdline")
    if mine.exists():
        assert ACCOUNT.encode() not in mine.read_bytes()
    exports.deleteLater()


@pytest.mark.parametrize(
    ("tls", "trusted", "kind", "told"),
    [
        (Tls.VERIFIED, "", "tls", "choose “pinned”"),
        # It goes on; this server only listens, and then hangs up.
        (Tls.PINNED, certificates.SELF_SIGNED, "port", "lost"),
        (Tls.PINNED, certificates.STRANGER, "tls", ""),
        (Tls.REQUIRED, "", "password", ""),
        (Tls.OFF, "", "password", ""),
    ],
)
def test_a_certificate_of_the_servers_own_making(
    tmp_path: Path, tls: Tls, trusted: str, kind: str, told: str
) -> None:
    """The password goes only to a server whose certificate was checked."""
    certificates.write(tmp_path)
    certificates.write_self_signed(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(
        tmp_path / certificates.SELF_SIGNED, tmp_path / certificates.SELF_SIGNED_KEY
    )
    server = AskingServer(
        b"mysql_clear_password", greet=False, tls=None if tls is Tls.OFF else context
    )
    ca = tmp_path / trusted if trusted else None
    known = ServerProfile("x", "X", ("localhost",), "desk", "rina", server.port, tls, ca)
    try:
        checks = check_connection(known, ACCOUNT)
    finally:
        server.close()
    assert not checks[-1].ok
    assert checks[-1].name == kind, [each.text for each in checks]
    assert told in checks[-1].text
    gets_it = trusted == certificates.SELF_SIGNED
    assert (ACCOUNT.encode() in server.heard) is gets_it
    assert ("was not sent" in checks[-1].text) is (kind == "password")


def test_an_account_that_is_dropped_while_its_window_is_open(
    office: Office, account: str, server: TestServer
) -> None:
    people.map_account(office.admin, new_id(), f"{account}@%", ANDI)
    opened = reach(profile(office, account, SignInWay.ACCOUNT), MemorySecrets(), ACCOUNT)
    store = opened.store
    assert store.read(lambda reading: reading.people.account()) is not None
    server.run(f"DROP USER '{account}'@'%'")
    lines = office.database.execute(
        "SELECT id FROM information_schema.processlist WHERE user = %s", account
    )
    server.run(*(f"KILL {line[0]}" for line in lines))
    with pytest.raises(Unavailable) as told:
        store.read(lambda reading: reading.now)
    assert told.value.kind == "password"
    assert ACCOUNT not in "".join(traceback.format_exception(told.value))
    store.close()
