"""Passwords cost little while tests run, on whom their price is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

from salesdesk.services.admin import passwords

#: What the program hashes with: 64 MiB and three passes, a tenth of a second on every processor.
AS_IN_USE = passwords.HASHER


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords() -> Iterator[None]:
    """The same algorithm with the least of memory and passes."""
    with pytest.MonkeyPatch.context() as patched:
        cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patched.setattr(passwords, "HASHER", cheap)
        yield
