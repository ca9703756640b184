"""Reaching a database at the start: open, look whether it is ready, sign in.

Runs on the command lane; what stands in the way comes back as a value or an exception, never as
a half-open store.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from salesdesk.app import logs
from salesdesk.app.commands.opening import PASSWORD_VARIABLE
from salesdesk.app.local.paths import private_folder
from salesdesk.app.local.profile import Profile, ServerProfile, WorkspaceProfile
from salesdesk.app.local.secrets import Secrets
from salesdesk.app.startup.connection import host_name, open_store
from salesdesk.domain.errors import Refusal
from salesdesk.domain.people import SYSTEM, Person
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.sign_in import Credentials, SignInWay
from salesdesk.services import summaries
from salesdesk.services.admin import authority, people, sign_in
from salesdesk.services.session import Session
from salesdesk.storage.setup import schema
from salesdesk.storage.unit_of_work import Store

if TYPE_CHECKING:
    from salesdesk.app.local.firebase import Firebase


@dataclass(frozen=True, slots=True)
class Reached:
    """A database that answered.

    Attributes:
        desk: who works here; None: see the others.
        asks: how whoever shares the account proves who they are; None: they need not.
        still_good: asks whether who signed in elsewhere may go on; None: nobody is asked.
        roleless: that person, where no role opens anything to them.
        people: in a workspace, whom to choose among (nobody: the first is to be made).
        needs: what an administrator must do before anybody can work.
        database_id: names the database itself, whichever profile or host leads to it.
        password: by which it was opened, for processes of the session; None: none is needed.
    """

    profile: Profile
    store: Store
    session: Session | None = None
    people: tuple[Person, ...] = ()
    needs: tuple[Reason, ...] = ()
    database_id: str = ""
    password: str | None = field(default=None, repr=False)
    roleless: Person | None = None
    asks: SignInWay | None = None
    still_good: Callable[[], None] | None = field(default=None, repr=False)


class PasswordWanted(Refusal):
    """No password is kept for this profile."""

    def __init__(self) -> None:
        super().__init__(Why.SIGN_IN_NOT_KEPT, field="password")


def reach(
    profile: Profile,
    secrets: Secrets,
    password: str | None = None,
    known: str | None = None,
) -> Reached:
    """Open the profile's database and sign in.

    Args:
        password: just typed, or None: the one that is kept.
        known: on a shared account, the uid of who has proved in this run who they are.

    Raises:
        PasswordWanted: none is kept.
        UnknownAccount: the database account stands for nobody.
        Unavailable: the database is out of reach.
        OSError: a workspace's folder cannot be made.
    """
    if isinstance(profile, ServerProfile) and password is None:
        password = os.environ.get(PASSWORD_VARIABLE) or secrets.get(profile.secret_key)
        if password is None:
            raise PasswordWanted
    store = open_store(profile, password)
    try:
        if isinstance(profile, WorkspaceProfile):
            _prepare(profile, store)
        needs = sign_in.state(store).needs
        if needs:
            return Reached(profile, store, needs=needs)
        named = store.read(lambda reading: reading.state.get("database_id")) or profile.id
        if isinstance(profile, ServerProfile) and profile.way is not SignInWay.ACCOUNT:
            reached = _on_shared_account(profile, store, known)
            reached = replace(reached, database_id=named, password=password)
        elif isinstance(profile, ServerProfile):
            session = sign_in.signed_in(store, host_name())
            reached = Reached(profile, store, session, database_id=named, password=password)
        else:
            reached = replace(_in_workspace(profile, store), database_id=named)
        return _looked_into(reached)
    except BaseException:
        store.close()
        raise


def _prepare(profile: WorkspaceProfile, store: Store) -> None:
    """A workspace is its owner's alone: it is made and upgraded without being asked for."""
    if not profile.file.exists():
        private_folder(profile.file.parent)
        schema.init(store.engine)
    elif sign_in.state(store).needs:
        schema.upgrade(store.engine)
        summaries.fill(Session(store, SYSTEM, host_name()))


def _looked_into(reached: Reached) -> Reached:
    if reached.session is None or reached.session.actor.role is not None:
        return reached
    return replace(reached, roleless=sign_in.oneself(reached.session))


def _on_shared_account(profile: ServerProfile, store: Store, known: str | None) -> Reached:
    if known is None:
        store.read(sign_in.require_shared)
        return Reached(profile, store, asks=profile.way)
    session = sign_in.signed_in(store, host_name(), known, profile.way)
    if authority.now(session).actor is None:
        return Reached(profile, store, asks=profile.way)
    return Reached(profile, store, session)


def _in_workspace(profile: WorkspaceProfile, store: Store) -> Reached:
    everybody = sign_in.choices(store)
    if any(person.uid == profile.person for person in everybody):
        return Reached(profile, store, sign_in.signed_in(store, host_name(), profile.person))
    return Reached(profile, store, people=everybody)


def prove(reached: Reached, given: Credentials, firebase: Firebase | None = None) -> Reached:
    """Sign somebody in who shares the database account.

    Args:
        firebase: another one than Firebase's own, in tests.

    Raises:
        Refusal: what was typed does not go together, or the person is gone; `field` says where.
        Unavailable: the database, or Firebase, is out of reach.
    """
    # Few need these, and every start would wait for them.
    store, profile = reached.store, reached.profile
    assert isinstance(profile, ServerProfile)  # noqa: S101 - asked by the caller
    logs.hide_all(given.password, given.code)
    if profile.way is SignInWay.FIREBASE:
        from salesdesk.app.local.firebase import Firebase

        uid, still_good = (firebase or Firebase()).proved(store, given)
    else:
        from salesdesk.services.admin import passwords

        uid, still_good = passwords.uid_of(store, given), None
    session = sign_in.signed_in(store, host_name(), uid, profile.way)
    named = replace(profile, email=given.email.strip())
    signed = replace(reached, profile=named, session=session, asks=None, still_good=still_good)
    return _looked_into(signed)


def add_first(store: Store, event_id: str, name: str, email: str) -> Person:
    """Make the first person of a workspace, its administrator.

    Raises:
        Refusal: no name.
        Unavailable: the file cannot be written.
    """
    session = sign_in.account_desk(store, host_name())
    return people.add_to_workspace(session, event_id, name, email, "Sales Administrator")
