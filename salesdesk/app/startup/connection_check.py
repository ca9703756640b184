"""What the first start asks of the program: testing a connection step by step, and keeping it."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesdesk.app.local.profile import ServerProfile, checked_server
from salesdesk.app.local.secrets import Secrets
from salesdesk.app.startup.connection import open_store
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.permissions import Permission
from salesdesk.domain.sign_in import SignInWay
from salesdesk.services.admin import sign_in
from salesdesk.storage.db import faults
from salesdesk.storage.db.engine import Tls
from salesdesk.storage.setup import rights
from salesdesk.storage.setup.grants import AccountRole
from salesdesk.storage.unit_of_work import Store
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.profiles import ServerForm

PROBE_SECONDS = 5

#: How many rights that lack are named.
_NAMED = 6


class ConnectionStarter:
    """Tries connections; called on worker threads."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    @property
    def keeps_passwords(self) -> bool:
        """Whether a keyring keeps passwords; otherwise they are kept for this run alone."""
        return self._secrets.lasts

    def check(self, form: ServerForm) -> Sequence[Check]:
        """Try the connection, step by step.

        Raises:
            Invalid: a field cannot be meant; names each.
        """
        return check_connection(profile_of(form), form.password)


def profile_of(form: ServerForm) -> ServerProfile:
    """The profile that was typed.

    Raises:
        Invalid: a field cannot be meant; names each.
    """
    return checked_server(
        form.name,
        form.hosts,
        form.port,
        form.database,
        form.user,
        Tls(form.tls),
        form.ca,
        SignInWay(form.way),
    )


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
        yield Check("host", translate("check", "None of the servers can be reached."), ok=False)
        return
    try:
        store = open_store(profile, password)
    except Unavailable as fault:
        yield Check("tls", worded(fault), ok=False)
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
        told = translate("check", "There is no host named {host}; is the name right?")
        yield Check("host", fill(told, host=host), ok=False)
        return
    address = found[0][4][0]
    told = translate("check", "The host is {host}.")
    if address != host:
        told = translate("check", "{host} is {address}.")
    yield Check("host", fill(told, host=host, address=str(address)))
    try:
        socket.create_connection((host, port), PROBE_SECONDS).close()
    except TimeoutError:
        told = translate(
            "check",
            "{host} does not answer at port {port}: a firewall, or the server is switched off.",
        )
        yield Check("port", fill(told, host=host, port=str(port)), ok=False)
    except OSError:
        told = translate(
            "check",
            "{host} refuses port {port}: no database server listens there, or another port is "
            "right.",
        )
        yield Check("port", fill(told, host=host, port=str(port)), ok=False)
    else:
        yield Check("port", fill(translate("check", "Port {port} is open."), port=str(port)))


def _advised(profile: ServerProfile, fault: Unavailable) -> str:
    """The fault, and what to try."""
    if fault.kind == "rights":
        # A server does not tell a stranger which databases it has.
        told = translate(
            "check",
            "The account {account} may not use a database {database}, or there is none of that "
            "name.",
        )
        return fill(told, account=profile.user, database=profile.database)
    if fault.kind == "password" and profile.tls is Tls.OFF:
        # MariaDB says 1045, as for a wrong password, also where it demands encryption.
        told = translate(
            "check",
            "{fault} A server that accepts only encrypted connections may say the same.",
        )
    elif fault.message == faults.NO_ENCRYPTION:
        told = translate(
            "check",
            "{fault} No choice of encryption changes that: the server's administrator must give "
            "it a certificate (ssl_cert and ssl_key). Without one only “off” connects, and "
            "whoever listens on the way reads password and customers.",
        )
    elif fault.kind == "tls" and profile.tls is Tls.VERIFIED:
        told = translate(
            "check",
            "{fault} The server's certificate could not be verified; if it is the server's own, "
            "choose “pinned” and its certificate file.",
        )
    elif fault.kind == "tls" and profile.tls is not Tls.OFF:
        told = translate(
            "check", "{fault} The server may not offer encryption at all, or another kind of it."
        )
    else:
        told = "{fault}"
    return fill(told, fault=worded(fault))


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
        Tls.OFF: translate("check", "without encryption"),
        Tls.REQUIRED: translate("check", "encrypted, the server's name unchecked"),
        Tls.PINNED: translate("check", "encrypted, by the pinned certificate"),
        Tls.VERIFIED: translate("check", "encrypted, the server's name verified"),
    }[profile.tls]
    told = translate("check", "{account} is signed in to {database}, {how}.")
    yield Check("sign-in", fill(told, account=profile.user, database=profile.database, how=how))
    for warning in place.warnings:
        yield Check("version", worded(warning))
    if not place.warnings:
        told = translate("check", "The server is {version}.")
        yield Check("version", fill(told, version=place.server_version))
    own = profile.way is SignInWay.ACCOUNT
    wanted = _role(store) if own else AccountRole.ADMINISTRATOR
    lacking = store.read(lambda reading: rights.lacking(reading.connection, wanted))
    if lacking:
        yield Check("rights", _lacking(lacking), ok=False)
    else:
        told = translate("check", "The account has the rights that daily work needs.")
        yield Check("rights", told)
    for need in place.needs:
        yield Check("schema", worded(need), ok=False)
    yield Check("schema", translate("check", "The database is ready for this version."))
    yield _shared(profile, store) if profile.way is not SignInWay.ACCOUNT else _person(store)


def _shared(profile: ServerProfile, store: Store) -> Check:
    try:
        store.read(sign_in.require_shared)
    except Refusal as refusal:
        return Check("way", worded(refusal), ok=False)
    told = translate("check", "The account {account} is shared: you sign in next.")
    return Check("person", fill(told, account=profile.user))


def _person(store: Store) -> Check:
    try:
        session = sign_in.signed_in(store, "")
    except Refusal as refusal:
        return Check("person", worded(refusal), ok=False)
    role = session.actor.role or translate("check", "without a role")
    told = translate("check", "You are {name}, {role}.")
    return Check("person", fill(told, name=session.actor.name, role=role))


def _lacking(rights: Sequence[str]) -> str:
    named, more = ", ".join(rights[:_NAMED]), len(rights) - _NAMED
    told = translate("check", "The account lacks rights: {rights}.")
    if more > 0:
        told = translate("check", "The account lacks rights: {rights} and {number} more.")
    return fill(told, rights=named, number=str(more))
