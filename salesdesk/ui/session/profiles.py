"""The saved connections of this computer, as the window sees them; the app layer keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ServerForm:
    """What was typed, as it was typed.

    Attributes:
        tls: off, required, pinned or verified.
        ca: the path of a certificate, for pinned.
        way: account, password or firebase: how somebody says who they are.
    """

    hosts: str
    port: str
    database: str
    user: str
    password: str
    tls: str
    ca: str = ""
    name: str = ""
    way: str = "account"

    def __repr__(self) -> str:
        return f"ServerForm({self.user}@{self.hosts}:{self.port}/{self.database})"


class Check(Protocol):
    """One step of the test: a short stable word, what was found, and whether it is well."""

    @property
    def name(self) -> str:
        """host, port, sign-in, password, database, tls, version, rights, schema or person."""

    @property
    def text(self) -> str:
        """What was found, or what is wrong and what to do."""

    @property
    def ok(self) -> bool:
        """Whether work can go on with it."""


class ConnectionChecks(Protocol):
    """What the program can do about connections."""

    @property
    def keeps_passwords(self) -> bool:
        """Whether a keyring keeps passwords; otherwise they are kept for this run alone.

        Asked on a worker thread: a keyring may wait for its daemon.
        """

    def check(self, form: ServerForm) -> Sequence[Check]:
        """Try the connection, step by step; called on a worker thread.

        Raises:
            Invalid: a field cannot be meant; names each.
        """


@dataclass(frozen=True, slots=True)
class ListedProfile:
    """A saved connection.

    Attributes:
        where: the file of a workspace; account, database and server of a company's.
        is_open: whether this window shows it.
        is_server: whether it has a form; a workspace is a file and nothing else.
        is_kept: false: opened for this run alone, by the command line.
    """

    id: str
    name: str
    where: str
    is_open: bool = False
    is_server: bool = False
    is_kept: bool = True


class Profiles(Protocol):
    """The saved connections; called on worker threads, for a file and a keyring are asked."""

    @property
    def checks(self) -> ConnectionChecks:
        """Tries connections; where no password was typed, by the one that is kept."""

    def listed(self) -> Sequence[ListedProfile]:
        """All of them, the open one first.

        Raises:
            OSError: the file cannot be read.
        """

    def form_of(self, profile_id: str) -> ServerForm | None:
        """A company's connection to be changed, without its password; None: it is gone."""

    def keep(self, profile_id: str, form: ServerForm) -> None:
        """Add a connection ('') or change one; a typed password goes to the keyring.

        Raises:
            Invalid: a field cannot be meant; names each.
            OSError: the file cannot be written.
        """

    def add_workspace(self) -> None:
        """Add the workspace on this computer, where it is not listed yet.

        Raises:
            OSError: the file cannot be written.
        """

    def remove(self, profile_id: str) -> None:
        """Remove a connection and its password; the database itself stays as it is.

        Raises:
            OSError: the file cannot be written.
        """
