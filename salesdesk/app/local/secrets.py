"""Passwords: in the system's own keyring, or in memory for this run, and nowhere else.

The only module that knows the keyring. Backends are named one by one for each system, because a
bundle has no package metadata to find them by, and because a plain-text backend that happens to
be installed must never be taken.
"""

from __future__ import annotations

import importlib
import logging
import sys
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_log = logging.getLogger(__name__)

SERVICE = "SalesDesk"

#: Besides KeyringError (none, locked, refused), a backend lets the exceptions of its own libraries
#: through when its daemon dies under it, and their types differ from system to system.
_TROUBLE = (Exception,)

BACKENDS = {
    "win32": ("keyring.backends.Windows:WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS:Keyring",),
    "linux": ("keyring.backends.SecretService:Keyring", "keyring.backends.kwallet:DBusKeyring"),
}


class Kept(StrEnum):
    """How long a password is kept."""

    KEYRING = "keyring"
    THIS_RUN = "this run"


class Secrets(Protocol):
    """Keeps passwords by the name of what they open."""

    @property
    def name(self) -> str:
        """What it is, in words for a person."""

    @property
    def lasts(self) -> bool:
        """Whether it keeps a password beyond this run; the first question may wait for a daemon."""

    def get(self, key: str) -> str | None:
        """The password; None where none is kept or it cannot be had."""

    def put(self, key: str, secret: str) -> Kept:
        """Keep the password; the answer says for how long."""

    def forget(self, key: str) -> None:
        """Keep it no longer."""


class MemorySecrets:
    """Keeps passwords until the program ends."""

    name = "memory, for this run only"
    lasts = False

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """The password, if it was given in this run."""
        return self._secrets.get(key)

    def put(self, key: str, secret: str) -> Kept:
        """Keep it for this run."""
        self._secrets[key] = secret
        return Kept.THIS_RUN

    def forget(self, key: str) -> None:
        """Keep it no longer."""
        self._secrets.pop(key, None)


class KeyringSecrets:
    """Keeps passwords in the system's keyring; what it refuses, in memory for this run.

    A keyring that is locked, or whose daemon is gone, is no fault of SalesDesk's: the person is
    asked for the password once more.
    """

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend
        self._memory = MemorySecrets()

    lasts = True

    @property
    def name(self) -> str:
        """The backend's own name, such as “Windows WinVaultKeyring”."""
        return str(self._backend.name)

    def get(self, key: str) -> str | None:
        """The password; None where the keyring has none or does not open."""
        remembered = self._memory.get(key)
        if remembered is not None:
            return remembered
        try:
            return self._backend.get_password(SERVICE, key)
        except _TROUBLE as fault:
            self._note("read", fault)
            return None

    def put(self, key: str, secret: str) -> Kept:
        """Keep it in the keyring, or for this run where the keyring does not open."""
        try:
            self._backend.set_password(SERVICE, key, secret)
        except _TROUBLE as fault:
            self._note("write", fault)
            return self._memory.put(key, secret)
        self._memory.forget(key)
        return Kept.KEYRING

    def forget(self, key: str) -> None:
        """Remove it from the keyring and from memory."""
        self._memory.forget(key)
        none_kept = importlib.import_module("keyring.errors").PasswordDeleteError
        try:
            self._backend.delete_password(SERVICE, key)
        except none_kept:
            return
        except _TROUBLE as fault:
            self._note("delete from", fault)

    def _note(self, what: str, fault: Exception) -> None:
        # The type alone: a backend may put what it was given into its message.
        _log.warning("could not %s the keyring (%s): %s", what, self.name, type(fault).__name__)


class SystemSecrets:
    """The system's keyring if it answers, else memory for this run.

    Looked for when it is first asked, since that imports much and may wait for a daemon: a
    workspace has no password, and for a server a worker asks.
    """

    def __init__(self, platform: str = sys.platform) -> None:
        self._platform = platform

    @cached_property
    def _found(self) -> Secrets:
        backend = find_backend(BACKENDS.get(self._platform, BACKENDS["linux"]))
        return MemorySecrets() if backend is None else KeyringSecrets(backend)

    @property
    def name(self) -> str:
        """What it is, in words for a person."""
        return self._found.name

    @property
    def lasts(self) -> bool:
        """Whether a keyring answers."""
        return self._found.lasts

    def get(self, key: str) -> str | None:
        """The password; None where none is kept or it cannot be had."""
        return self._found.get(key)

    def put(self, key: str, secret: str) -> Kept:
        """Keep the password; the answer says for how long."""
        return self._found.put(key, secret)

    def forget(self, key: str) -> None:
        """Keep it no longer."""
        self._found.forget(key)


def find_backend(names: Iterable[str]) -> KeyringBackend | None:
    """The first of these backends (`module:class`) that works on this computer."""
    for name in names:
        module, _, kind = name.partition(":")
        try:
            backend = getattr(importlib.import_module(module), kind)
            # A backend that cannot work here raises when it is asked how good it is.
            if backend.priority > 0:
                made: KeyringBackend = backend()
                return made
        except Exception as fault:
            # Missing libraries, no session bus, a daemon that does not answer: each backend has
            # its own exceptions, and none of them may keep SalesDesk from starting.
            _log.info("no keyring by %s: %s", name, type(fault).__name__)
    return None
