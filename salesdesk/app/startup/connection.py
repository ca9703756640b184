"""From a profile and a password to a database, and the words for what is wrong on the way."""

from __future__ import annotations

import logging
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.engine import URL

from salesdesk.app import logs, versions
from salesdesk.app.local.profile import Profile, ServerProfile, WorkspaceProfile
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.people import Permission
from salesdesk.services.admin import sign_in
from salesdesk.storage.db import faults
from salesdesk.storage.db.engine import BadUrl, Tls, make_engine
from salesdesk.storage.setup import rights
from salesdesk.storage.setup.grants import AccountRole
from salesdesk.storage.unit_of_work import Store

PROBE_SECONDS = 5

_log = logging.getLogger(__name__)


def open_store(profile: Profile, password: str | None = None) -> Store:
    """The profile's database; nothing is connected yet.

    Raises:
        Unavailable: the profile's certificate cannot be used.
    """
    if isinstance(profile, WorkspaceProfile):
        _log.info("Opening a workspace")
        return Store(make_engine(URL.create("sqlite", database=str(profile.file))))
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
        raise Unavailable(str(fault), kind="tls") from fault
    except (OSError, ssl.SSLError) as fault:
        raise Unavailable("The certificate cannot be read.", kind="tls") from fault
    return Store(engine)


@dataclass(frozen=True, slots=True)
class Check:
    """One step on the way to a database.

    Attributes:
        name: a short stable word: host, port, sign-in, version, rights, schema, person.
        text: what was found, or what is wrong and what to do.
        ok: whether work can go on with it.
    """

    name: str
    text: str
    ok: bool = True


def check_connection(profile: ServerProfile, password: str) -> tuple[Check, ...]:
    """Everything between this computer and a day's work, step by step.

    The first step that fails is the last one told, since the next ones rest on it.
    """
    checks: list[Check] = []
    for check in _checks(profile, password):
        checks.append(check)
        if not check.ok:
            break
    return tuple(checks)


def _checks(profile: ServerProfile, password: str) -> Iterator[Check]:
    reached = None
    for host in profile.hosts:
        for check in _reached(host, profile.port):
            reached = check
            if check.ok or len(profile.hosts) == 1:
                yield check
        if reached is not None and reached.ok:
            break
    if reached is None or not reached.ok:
        yield Check("host", "None of the servers can be reached.", ok=False)
        return
    try:
        store = open_store(profile, password)
    except Unavailable as fault:
        yield Check("tls", fault.message, ok=False)
        return
    try:
        yield from _signed_in(profile, store)
    except Unavailable as fault:
        yield Check(_STEPS.get(fault.kind, fault.kind), _advised(profile, fault), ok=False)
    finally:
        store.close()


#: Kinds of faults that belong to a step with another name.
_STEPS = {"refused": "port", "timeout": "port", "away": "port", "rights": "database"}


def _reached(host: str, port: int) -> Iterator[Check]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        yield Check("host", f"There is no host named {host}; is the name right?", ok=False)
        return
    address = found[0][4][0]
    yield Check("host", f"{host} is {address}." if address != host else f"The host is {host}.")
    try:
        socket.create_connection((host, port), PROBE_SECONDS).close()
    except TimeoutError:
        yield Check(
            "port",
            f"{host} does not answer at port {port}: a firewall, or the server is switched off.",
            ok=False,
        )
    except OSError:
        yield Check(
            "port",
            f"{host} refuses port {port}: no database server listens there, or another port is "
            "right.",
            ok=False,
        )
    else:
        yield Check("port", f"Port {port} is open.")


def _advised(profile: ServerProfile, fault: Unavailable) -> str:
    """The fault, and what to try."""
    if fault.kind == "rights":
        # A server does not tell a stranger which databases it has.
        return (
            f"The account {profile.user} may not use a database {profile.database}, or there is "
            "none of that name."
        )
    if fault.kind == "password" and profile.tls is Tls.OFF:
        # MariaDB says 1045, as for a wrong password, also where it demands encryption.
        return f"{fault.message} A server that accepts only encrypted connections may say the same."
    if fault.message == faults.NO_ENCRYPTION:
        return (
            f"{fault.message} No choice of encryption changes that: the server's administrator "
            "must give it a certificate (ssl_cert and ssl_key). Without one only “off” connects, "
            "and whoever listens on the way reads password and customers."
        )
    if fault.kind == "tls" and profile.tls is Tls.VERIFIED:
        return (
            f"{fault.message} The server's certificate could not be verified; if it is the "
            "server's own, choose “pinned” and its certificate file."
        )
    if fault.kind == "tls" and profile.tls is not Tls.OFF:
        return f"{fault.message} The server may not offer encryption at all, or another kind of it."
    return fault.message


def _role(store: Store) -> AccountRole:
    """Whose rights are wanted: of the person whom the account stands for, an agent's at least."""
    try:
        may = sign_in.signed_in(store, "").actor.may
    except (Refusal, Unavailable):
        return AccountRole.AGENT
    if may(Permission.PEOPLE_MANAGE):
        return AccountRole.ADMINISTRATOR
    return AccountRole.LEAD if may(Permission.CUSTOMERS_PROTECT) else AccountRole.AGENT


def _signed_in(profile: ServerProfile, store: Store) -> Iterator[Check]:
    place = sign_in.state(store)
    how = {
        Tls.OFF: "without encryption",
        Tls.REQUIRED: "encrypted, the server's name unchecked",
        Tls.PINNED: "encrypted, by the pinned certificate",
        Tls.VERIFIED: "encrypted, the server's name verified",
    }[profile.tls]
    yield Check("sign-in", f"{profile.user} is signed in to {profile.database}, {how}.")
    for warning in place.warnings:
        yield Check("version", warning)
    if not place.warnings:
        yield Check("version", f"The server is {place.server_version}.")
    lacking = store.read(lambda reading: rights.lacking(reading.connection, _role(store)))
    if lacking:
        told = ", ".join(lacking[:6]) + (f" and {len(lacking) - 6} more" if lacking[6:] else "")
        yield Check("rights", f"The account lacks rights: {told}.", ok=False)
    else:
        yield Check("rights", "The account has the rights that daily work needs.")
    for need in place.needs:
        yield Check("schema", need, ok=False)
    yield Check("schema", "The database is ready for this version.")
    try:
        session = sign_in.signed_in(store, "")
    except Refusal as refusal:
        yield Check("person", refusal.message, ok=False)
    else:
        yield Check(
            "person", f"You are {session.actor.name}, {session.actor.role or 'without a role'}."
        )
