"""Who am I, and is this database ready: asked once at the start of every session."""

from __future__ import annotations

import logging
import shlex
from dataclasses import dataclass

from salesdesk import __version__
from salesdesk.domain.errors import Refusal
from salesdesk.domain.people import ADMINISTRATOR_PERMISSIONS, Actor, Person
from salesdesk.domain.refusals import Why
from salesdesk.services.session import Session
from salesdesk.storage.setup import schema
from salesdesk.storage.unit_of_work import Reading, Store

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Workplace:
    """The database that a session works on.

    Attributes:
        dialect: 'sqlite' or 'mysql' (MariaDB included).
        server_version: as the server names it.
        needs: what an administrator must do before anybody can work; empty: ready.
        warnings: what works, but not as it should.
    """

    dialect: str
    server_version: str
    needs: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class UnknownAccount(Refusal):
    """The database account stands for nobody yet.

    Attributes:
        account: its name, for the sentence that an administrator needs.
    """

    def __init__(self, account: str) -> None:
        super().__init__(Why.UNKNOWN_ACCOUNT, account=account, quoted=shlex.quote(account))
        self.account = account


def state(store: Store) -> Workplace:
    """Whether the database is ready for this program."""
    found = store.read(lambda reading: schema.status(reading.connection, __version__))
    told = "The database is %s, its revision %s of %s"
    _log.info(told, found.server_version, found.revision, found.head)
    for warning in (*found.needs, *found.warnings):
        _log.warning("%s", warning)
    return Workplace(store.dialect, found.server_version, found.needs, found.warnings)


def account(store: Store) -> str | None:
    """The database account of this connection, its host included; None in a workspace."""
    found = store.read(lambda reading: reading.people.account())
    return found.whole if found is not None else None


def choices(store: Store) -> tuple[Person, ...]:
    """The people to choose from in a workspace; nobody on a company's database."""
    if store.dialect != "sqlite":
        return ()
    return store.read(lambda reading: reading.people.everybody())


def signed_in(store: Store, host: str, chosen_uid: str | None = None) -> Session:
    """The desk of the person whom the database account stands for.

    In a workspace the person is chosen; on a company's database a choice is not asked for.

    Raises:
        UnknownAccount: the account stands for nobody; it says what an administrator must run.
        Refusal: the person is gone, or nobody was chosen.
    """
    uid = chosen_uid if store.dialect == "sqlite" else _uid_of_account(store)
    if uid is None:
        raise Refusal(Why.NOBODY_CHOSEN, field="person")
    actor = store.read(lambda reading: reading.people.actor(uid))
    if actor is None:
        raise Refusal(Why.NO_LONGER_A_USER)
    _log.info("Signed in: person %s, role %s", actor.uid, actor.role)
    return Session(store, actor, host)


def oneself(session: Session) -> Person | None:
    """The desk's person as an administrator sees them; None where they are gone."""
    uid = session.actor.uid
    return session.store.read(lambda reading: reading.people.person(uid)) if uid else None


def account_desk(store: Store, host: str) -> Session:
    """The desk of the bare database account, for an administrator's command line.

    It makes the first administrator and maps the first account; once there is an administrator
    who can sign in, those acts refuse it.
    """
    name = account(store) or "this computer"
    actor = Actor(None, f"database account {name}", None, ADMINISTRATOR_PERMISSIONS)
    return Session(store, actor, host)


def _uid_of_account(store: Store) -> str:
    return store.read(_uid_on_server)


def stands_for(reading: Reading, uid: str) -> bool:
    """Whether whoever is signed in is still this person; in a workspace a person is chosen."""
    account = reading.people.account()
    if account is None:
        return True
    return (reading.people.uid_of_account(account) or "").lower() == uid.lower()


def _uid_on_server(reading: Reading) -> str:
    account = reading.people.account()
    if account is None or not account.name:
        raise Refusal(Why.ACCOUNT_WITHOUT_NAME)
    if account.proxied:
        raise Refusal(Why.ACCOUNT_BY_PROXY)
    uid = reading.people.uid_of_account(account)
    if uid is None:
        _log.warning("Nobody can sign in: the database account stands for nobody")
        raise UnknownAccount(account.whole)
    return uid
