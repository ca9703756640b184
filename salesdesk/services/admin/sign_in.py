"""Who am I, and is this database ready: asked once at the start of every session."""

from __future__ import annotations

import logging
import shlex
from dataclasses import dataclass

from salesdesk import __version__
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.people import Actor, Person
from salesdesk.domain.permissions import ADMINISTRATOR_PERMISSIONS
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.settings import FIREBASE_PROJECT
from salesdesk.domain.sign_in import SignInWay
from salesdesk.services.session import Session
from salesdesk.storage.setup import schema
from salesdesk.storage.unit_of_work import Reading, Store, UnitOfWork

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
    needs: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()


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
        _log.warning("%s", warning.english)
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


def signed_in(
    store: Store, host: str, chosen_uid: str | None = None, way: SignInWay = SignInWay.ACCOUNT
) -> Session:
    """The desk of the person whom the database account stands for.

    In a workspace the person is chosen; on a company's database a choice is not asked for.

    Args:
        chosen_uid: on a shared account, who has proved to be this person (see `passwords.uid_of`
            and `by_firebase`).

    Raises:
        UnknownAccount: the account stands for nobody; it says what an administrator must run.
        Refusal: the person is gone, or nobody was chosen.
    """
    if store.dialect == "sqlite":
        uid = chosen_uid
    elif way is SignInWay.ACCOUNT:
        uid = store.read(_uid_on_server)
    else:
        uid = chosen_uid
        store.read(require_shared)
    if uid is None:
        raise Refusal(Why.NOBODY_CHOSEN, field="person")
    actor = store.read(lambda reading: reading.people.actor(uid))
    if actor is None:
        raise Refusal(Why.NO_LONGER_A_USER)
    _log.info("Signed in: person %s, role %s", actor.uid, actor.role)
    return Session(store, actor, host, way)


def require_shared(reading: Reading) -> None:
    """Check that the database account is nobody's own: only then people share it.

    Raises:
        Refusal: it stands for somebody.
    """
    account = reading.people.account()
    uid = reading.people.uid_of_account(account) if account is not None else None
    if account is not None and uid is not None:
        name = reading.people.name_of(uid)
        raise Refusal(Why.ACCOUNT_IS_OWN, field="way", account=account.whole, name=name)


def by_firebase(store: Store, local_id: str) -> str:
    """The user with this uid, who has just signed in by Firebase, and from now on can.

    Raises:
        Refusal: nobody among the users has it.
        Unavailable: the database is out of reach.
    """

    def work(unit: UnitOfWork) -> str:
        now = unit.clock()
        person = unit.people.person(local_id)
        # The database compares without regard to case; a uid of Firebase is exact.
        if person is None or person.uid != local_id:
            raise Refusal(Why.FIREBASE_NO_USER, field="email")
        stored = unit.sign_ins.get(person.uid)
        if stored is None or stored.firebase_at is None:
            unit.sign_ins.note_firebase(person.uid, now)
        return person.uid

    return store.act(work)


def way_of(store: Store, email: str) -> SignInWay:
    """How a person on a shared account proves who they are where no profile says it.

    By the password of their own; who has none, by Firebase, where a project is set.

    Raises:
        Unavailable: the database is out of reach.
    """

    def work(reading: Reading) -> SignInWay:
        found = reading.people.by_email(email)
        stored = reading.sign_ins.get(found[0].uid) if len(found) == 1 else None
        own = stored is not None and stored.password_hash is not None
        project = reading.settings.word(FIREBASE_PROJECT)
        return SignInWay.FIREBASE if project and not own else SignInWay.PASSWORD

    return store.read(work)


def note(session: Session) -> None:
    """Note in `users.last_login` that the person is here; nothing else of `users` is written.

    An account of a time before that was noted may lack the right: then it is not.

    Raises:
        Unavailable: the database is out of reach.
    """
    uid = session.actor.uid
    if uid is None:
        return
    try:
        session.store.act(lambda unit: unit.people.note_sign_in(uid, unit.clock()))
    except Unavailable as fault:
        if fault.kind != "rights":
            raise


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


def stands_for(reading: Reading, uid: str, way: SignInWay = SignInWay.ACCOUNT) -> bool:
    """Whether whoever is signed in is still this person; in a workspace a person is chosen."""
    account = reading.people.account()
    if account is None:
        return True
    mapped = reading.people.uid_of_account(account)
    if way is SignInWay.ACCOUNT:
        return (mapped or "").lower() == uid.lower()
    stored = reading.sign_ins.get(uid)
    if mapped is not None or stored is None:
        return False
    if way is SignInWay.FIREBASE:
        return stored.firebase_at is not None
    return stored.password_hash is not None


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
