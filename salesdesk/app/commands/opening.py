"""Which database a command works on, and the password for it."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import URL

from salesdesk.app import logs
from salesdesk.app.commands.answers import WrongUse
from salesdesk.app.commands.demo import sample_workspace
from salesdesk.app.commands.words import said, worded
from salesdesk.app.local import secrets
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import STANDARD_PORT, Profile, ServerProfile, WorkspaceProfile
from salesdesk.app.local.profile import URL_VARIABLE as URL_VARIABLE
from salesdesk.app.startup import connection
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.refusals import Why
from salesdesk.domain.sign_in import Credentials, SignInWay
from salesdesk.services.admin import people, sign_in
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import BadUrl, Tls, default_tls, parse_url
from salesdesk.storage.unit_of_work import Store

PASSWORD_VARIABLE = "SALESDESK_PASSWORD"  # noqa: S105 - the name of a variable

#: A person's own, where the database account is shared.
OWN_PASSWORD_VARIABLE = "SALESDESK_OWN_PASSWORD"  # noqa: S105 - the name of a variable


@contextmanager
def opened(arguments: Namespace, *, new: bool = False) -> Iterator[Store]:
    """The database that the arguments or the environment name; closed afterwards.

    Args:
        new: a workspace's file may be missing; otherwise SQLite would make an empty one.

    Raises:
        WrongUse: none is named, or not in a way that can be used.
        Unavailable: its file is not there, or its certificate cannot be used.
    """
    profile, given = chosen(arguments, os.environ)
    with open_profile(profile, given, new=new) as store:
        yield store


@contextmanager
def open_profile(profile: Profile, given: str | None, *, new: bool = False) -> Iterator[Store]:
    """A profile's database; closed afterwards.

    Args:
        given: a password that came with the profile.
        new: as of `opened`.

    Raises:
        Unavailable: its file is not there, or its certificate cannot be used.
    """
    if isinstance(profile, WorkspaceProfile) and not new and not profile.file.is_file():
        told = said("There is no workspace {file}.", file=str(profile.file))
        raise Unavailable(told, kind="database")
    store = connection.open_store(profile, _password(profile, given, os.environ))
    try:
        yield store
    finally:
        store.close()


@contextmanager
def ready(arguments: Namespace) -> Iterator[Store]:
    """Like `opened`, but only a database that this program can work on.

    Raises:
        Refusal: an administrator has to do something first; it says what.
        WrongUse, Unavailable.
    """
    with opened(arguments) as store:
        if needs := sign_in.state(store).needs:
            raise Refusal(Why.SEVERAL, reasons=needs)
        yield store


def administrator(store: Store, email: str | None) -> Session:
    """Who acts on people: the account itself until there is an administrator, then a person.

    Args:
        email: in a workspace, the address of that person.

    Raises:
        Refusal: the database account stands for nobody, or nobody was named in a workspace.
        Unavailable.
    """
    account = sign_in.account_desk(store, connection.host_name())
    if not people.has_administrator(account):
        return account
    return person(
        store,
        email,
        said(
            "There is an administrator already: add --as EMAIL, the address of somebody who may "
            "manage people."
        ),
    )


def person(store: Store, email: str | None, unnamed: str) -> Session:
    """The person who acts: by the account, by their own password, or in a workspace by name.

    Args:
        unnamed: what to say where somebody has to be named and is not.

    Raises:
        Refusal: nobody was named, nobody has the address, or the password is wrong.
        Unavailable.
    """
    if store.dialect != "sqlite":
        return _on_server(store, email)
    if email is None:
        raise Refusal(Why.WORDED, text=unnamed)
    wanted = email.strip().casefold()
    everybody = sign_in.choices(store)
    found = [one for one in everybody if (one.email or "").casefold() == wanted]
    # An address that several have, or nobody has one: the id tells them apart.
    found = found or [one for one in everybody if one.uid.casefold() == wanted]
    return sign_in.signed_in(store, connection.host_name(), people.the_one(email, found).uid)


def _on_server(store: Store, email: str | None) -> Session:
    """By the account; where nobody has it and somebody is named, by their own password."""
    try:
        return sign_in.signed_in(store, connection.host_name())
    except sign_in.UnknownAccount:
        if email is None:
            raise
    password = os.environ.get(OWN_PASSWORD_VARIABLE)
    if password is None and sys.stdin is not None and sys.stdin.isatty():
        password = getpass.getpass(
            said("{email}'s own password, or Firebase's:", email=email) + " "
        )
    if password is None:
        raise Refusal(
            Why.WORDED,
            text=said(
                "The database account is shared: {email} signs in with a password of their own. "
                "Set {variable}, or wait to be asked for it.",
                email=email,
                variable=OWN_PASSWORD_VARIABLE,
            ),
        )
    logs.hide_all(password)
    way, given = sign_in.way_of(store, email), Credentials(email, password)
    # Few need these, and every start imports this module.
    if way is SignInWay.FIREBASE:
        from salesdesk.app.local import firebase

        uid, _ = firebase.Firebase().proved(store, given)
    else:
        from salesdesk.services.admin import passwords

        uid = passwords.uid_of(store, given)
    return sign_in.signed_in(store, connection.host_name(), uid, way)


def chosen(arguments: Namespace, environment: Mapping[str, str]) -> tuple[Profile, str | None]:
    """The database as a profile, and a password that came with its URL from the environment.

    Raises:
        WrongUse: see `opened`.
    """
    if arguments.demo:
        paths = Paths.of_user(environment)
        paths.make_private()
        made = sample_workspace(paths.sample_workspace, fresh=arguments.fresh)
        return workspace(made.file), None
    typed: str | None = arguments.database
    text = typed or environment.get(URL_VARIABLE)
    if not text:
        raise WrongUse(
            said(
                "Name the database: --database mysql://user@host:3306/name (or set {variable}), or "
                "--database sqlite:///file",
                variable=URL_VARIABLE,
            )
        )
    try:
        url = parse_url(text)
    except BadUrl as fault:
        raise WrongUse(worded(fault.reason)) from fault
    if typed and url.password:
        raise WrongUse(
            said(
                "A password does not belong on the command line, where everybody on this computer "
                "can read it. Leave it out of the URL and save it in the keyring by connecting "
                "once in the window, or set {variable}, or wait to be asked for it.",
                variable=PASSWORD_VARIABLE,
            )
        )
    if url.get_backend_name() == "sqlite":
        if not url.database or url.database == ":memory:":
            raise WrongUse(said("A workspace is a file: --database sqlite:///file"))
        return workspace(Path(url.database)), None
    return _server(url, arguments), str(url.password) if url.password else None


def is_named(arguments: Namespace, environment: Mapping[str, str]) -> bool:
    """Whether the arguments or the environment name a database."""
    return bool(arguments.demo or arguments.database or environment.get(URL_VARIABLE))


def workspace(file: Path) -> WorkspaceProfile:
    """A workspace by its file."""
    return WorkspaceProfile(str(file), file.stem, file)


def _server(url: URL, arguments: Namespace) -> ServerProfile:
    hosts = tuple(host for host in (url.host or "localhost").split(",") if host)
    if url.query:
        named = ", ".join(url.query)
        told = said(
            "The URL takes no options ({named}); for encryption there is --tls.", named=named
        )
        raise WrongUse(told)
    tls = Tls(arguments.tls) if arguments.tls else default_tls(hosts)
    if tls is Tls.PINNED and arguments.ca is None:
        raise WrongUse(said("--tls pinned needs --ca FILE, the server's certificate."))
    return ServerProfile(
        id=str(url),
        name=str(url.database),
        hosts=hosts,
        database=str(url.database),
        user=url.username or getpass.getuser(),
        port=url.port or STANDARD_PORT,
        tls=tls,
        ca=arguments.ca,
    )


def _password(profile: Profile, given: str | None, environment: Mapping[str, str]) -> str | None:
    """The first that there is: the variable, the URL's in the environment, keyring, prompt."""
    if isinstance(profile, WorkspaceProfile):
        return None
    if (named := environment.get(PASSWORD_VARIABLE)) is not None:
        return named
    if given is not None:
        return given
    kept = secrets.SystemSecrets().get(profile.secret_key)
    if kept is not None:
        return kept
    if sys.stdin is not None and sys.stdin.isatty():
        told = said("Password of {user} on {host}:", user=profile.user, host=profile.hosts[0])
        return getpass.getpass(f"{told} ")
    return None
