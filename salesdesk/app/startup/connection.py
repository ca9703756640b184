"""From a profile and a password to a database."""

from __future__ import annotations

import logging
import socket
import ssl

from sqlalchemy.engine import URL

from salesdesk.app import logs, versions
from salesdesk.app.local.profile import Profile, WorkspaceProfile
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.refusals import Reason, Why
from salesdesk.storage.db.engine import BadUrl, make_engine
from salesdesk.storage.unit_of_work import Store

_log = logging.getLogger(__name__)


def host_name() -> str:
    """The name of this machine, as events and release runs keep it."""
    return socket.gethostname()


def open_store(profile: Profile, password: str | None = None) -> Store:
    """The profile's database; nothing is connected yet.

    Raises:
        Unavailable: the profile's certificate cannot be used.
    """
    if isinstance(profile, WorkspaceProfile):
        _log.info("Opening a workspace")
        return Store(
            make_engine(URL.create("sqlite", database=str(profile.file))), host=host_name()
        )
    if password:
        logs.hide(password)
    _log.info(
        "Opening a server: %d host(s), encryption %s, %s",
        len(profile.hosts), profile.tls.value, versions.in_words(versions.database_libraries()),
    )  # fmt: skip
    url = URL.create(
        "mysql+pymysql",
        username=profile.user,
        host=profile.hosts[0],
        port=profile.port,
        database=profile.database,
    )
    try:
        engine = make_engine(
            url, password=password or "", tls=profile.tls, ca=profile.ca, hosts=profile.hosts
        )
    except BadUrl as fault:
        raise Unavailable(fault.reason, kind="tls") from fault
    except (OSError, ssl.SSLError) as fault:
        name = profile.ca.name if profile.ca is not None else ""
        reason = Reason.of(Why.CERTIFICATE_UNREADABLE, name=name)
        raise Unavailable(reason, kind="tls") from fault
    return Store(engine, host=host_name())
