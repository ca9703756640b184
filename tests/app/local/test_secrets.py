"""Passwords: kept where they can be, for this run where they cannot, and never in the open."""

import logging

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, NoKeyringError, PasswordDeleteError, PasswordSetError

from salesdesk.app.local import secrets
from salesdesk.app.local.secrets import Kept, KeyringSecrets, MemorySecrets


class Working(KeyringBackend):
    """A keyring in a dict."""

    priority = 5
    name = "Working"

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not there")
        del self.kept[service, username]


class Failing(KeyringBackend):
    """A keyring whose every call fails."""

    priority = 5
    name = "Failing"

    def __init__(self, fault: Exception | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.fault = fault or NoKeyringError("no backend: s3cret")

    def get_password(self, service: str, username: str) -> str | None:
        raise self.fault

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.fault

    def delete_password(self, service: str, username: str) -> None:
        raise self.fault


class Unusable:
    """A keyring that cannot work on this computer."""

    @property
    def priority(self) -> float:
        raise RuntimeError("no session bus")


def test_a_keyring_keeps_and_forgets() -> None:
    kept = KeyringSecrets(Working())
    assert kept.put("rina@db", "pw") is Kept.KEYRING
    assert kept.get("rina@db") == "pw"
    kept.forget("rina@db")
    kept.forget("rina@db")
    assert kept.get("rina@db") is None


@pytest.mark.parametrize(
    "fault",
    [
        NoKeyringError("none"),
        InitError("locked"),
        PasswordSetError("refused"),
        ConnectionResetError("the daemon went away"),
        RuntimeError("a library of its own"),
    ],
)
def test_a_keyring_that_fails_leaves_the_password_in_memory(fault: Exception) -> None:
    kept = KeyringSecrets(Failing(fault))
    assert kept.get("rina@db") is None
    assert kept.put("rina@db", "pw") is Kept.THIS_RUN
    assert kept.get("rina@db") == "pw"
    kept.forget("rina@db")
    assert kept.get("rina@db") is None


def test_a_failure_is_logged_without_what_the_keyring_said(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        KeyringSecrets(Failing()).put("rina@db", "s3cret")
    assert "NoKeyringError" in caplog.text
    assert "s3cret" not in caplog.text


def test_memory_keeps_for_this_run() -> None:
    kept = MemorySecrets()
    assert kept.put("k", "pw") is Kept.THIS_RUN
    assert kept.get("k") == "pw"
    kept.forget("k")
    assert kept.get("k") is None


def test_the_first_backend_that_works_is_taken() -> None:
    here = "tests.app.local.test_secrets"
    found = secrets.find_backend(
        (f"{here}:Nothing", "no.such.module:X", f"{here}:Unusable", f"{here}:Working")
    )
    assert isinstance(found, Working)
    assert secrets.find_backend(("no.such.module:X",)) is None


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_only_the_systems_own_keyrings_are_asked(platform: str) -> None:
    names = secrets.BACKENDS[platform]
    assert names
    assert all(name.startswith("keyring.backends.") for name in names)
    assert not any("plain" in name.lower() or "null" in name.lower() for name in names)
