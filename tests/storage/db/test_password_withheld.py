"""A server that nobody has checked gets no password in the clear, however it asks."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from salesdesk.domain.errors import Unavailable
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.unit_of_work import Store
from tests.support import certificates
from tests.support.asking_server import AskingServer

PASSWORD = "correct-horse-battery"


def asked(server: AskingServer, tls: Tls, ca: Path | None = None) -> Unavailable:
    """What a person is told who signs in there."""
    url = URL.create("mysql+pymysql", "rina", None, "127.0.0.1", server.port, "desk")
    store = Store(make_engine(url, password=PASSWORD, tls=tls, ca=ca), reconnect=0.1)
    try:
        with pytest.raises(Unavailable) as told:
            store.read(lambda reading: reading.now)
    finally:
        store.close()
        server.close()
    return told.value


@pytest.mark.parametrize("plugin", [b"mysql_clear_password", b"dialog", b"mysql_old_password"])
@pytest.mark.parametrize("greet", [True, False], ids=["in its greeting", "afterwards"])
@pytest.mark.parametrize("tls", [Tls.OFF, Tls.REQUIRED])
def test_the_password_is_withheld(tmp_path: Path, plugin: bytes, greet: bool, tls: Tls) -> None:
    server = AskingServer(plugin, greet=greet, tls=_context(tmp_path, tls))
    told = asked(server, tls)
    assert told.kind == "password"
    assert "was not sent" in told.message
    assert b"rina" in server.heard
    assert PASSWORD.encode() not in server.heard
    assert PASSWORD not in f"{told.message} {told!r} {told.__cause__!r}"


def test_a_server_that_was_checked_gets_it(tmp_path: Path) -> None:
    """As for accounts that sign in through the company's directory."""
    context = _context(tmp_path, Tls.PINNED)
    server = AskingServer(b"mysql_clear_password", greet=False, tls=context)
    asked(server, Tls.PINNED, tmp_path / certificates.AUTHORITY)
    assert PASSWORD.encode() in server.heard


def _context(folder: Path, tls: Tls) -> ssl.SSLContext | None:
    if tls is Tls.OFF:
        return None
    certificates.write(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / certificates.SERVER, folder / certificates.SERVER_KEY)
    return context
