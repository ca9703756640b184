"""Ways to sign in, one-time codes, and how long whoever types wrong passwords has to wait.

Source: docs/rules.md, "Signing in".
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from salesdesk.domain.refusals import Reason, Why

#: The least number of characters of a person's own password.
LEAST_LENGTH = 10
MOST_LENGTH = 200
#: From so many wrong passwords in a row on, each one costs a wait.
FREE_TRIES = 5
_FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=15)
#: How long a one-time code is good.
CODE_LASTS = timedelta(hours=24)

#: Letters and digits that nobody takes for one another, on the telephone either.
_SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
_GROUPS, _GROUP = 3, 4


class SignInWay(StrEnum):
    """How a profile says who works here."""

    ACCOUNT = "account"
    PASSWORD = "password"  # noqa: S105 - a word
    FIREBASE = "firebase"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody typed to sign in; it never shows a secret.

    Attributes:
        code: a one-time code, with which `password` becomes the person's own.
    """

    email: str
    password: str
    code: str = ""

    def __repr__(self) -> str:
        return f"Credentials({self.email})"


def pause_after(failures: int) -> timedelta:
    """How long nobody may try again after so many wrong passwords in a row."""
    if failures < FREE_TRIES:
        return timedelta()
    doublings = min(failures - FREE_TRIES, 10)
    seconds = _FIRST_PAUSE.total_seconds() * 2.0**doublings
    return min(timedelta(seconds=seconds), LONGEST_PAUSE)


def new_code() -> str:
    """A one-time code such as K7QF-92MD-XH4P."""
    groups = ("".join(secrets.choice(_SIGNS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def plain_code(typed: str) -> str:
    """A code as it is compared: without regard to case, blanks and dashes."""
    return re.sub(r"[\s\-–—]", "", typed).upper()


def why_weak(password: str, *names: str) -> Reason | None:
    """What keeps a password from being taken; None: nothing."""
    if len(password) < LEAST_LENGTH:
        return Reason.of(Why.SIGN_IN_SHORT, least=LEAST_LENGTH)
    if len(password) > MOST_LENGTH:
        return Reason.of(Why.SIGN_IN_LONG, most=MOST_LENGTH)
    if len(set(password)) < LEAST_LENGTH // 2:
        return Reason.of(Why.SIGN_IN_REPEATS)
    plain = password.casefold()
    if any(name and name.casefold() in (plain, plain[::-1]) for name in names):
        return Reason.of(Why.SIGN_IN_IS_NAME)
    return None
