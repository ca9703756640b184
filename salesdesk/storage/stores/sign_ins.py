"""What lets a person sign in besides a database account: hashes, and how often it went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from salesdesk.storage import tables

_TABLE = tables.salesdesk_sign_ins
_T = _TABLE.c


@dataclass(frozen=True, slots=True)
class StoredSignIn:
    """A person's row.

    Attributes:
        password_hash, code_hash: argon2id; None: there is none.
        failures: wrong passwords in a row.
        next_try_at: nobody may try before; None: at any time.
        firebase_at: when they first signed in by Firebase.
    """

    uid: str
    password_hash: str | None
    code_hash: str | None
    code_until: datetime | None
    failures: int
    next_try_at: datetime | None
    firebase_at: datetime | None

    def __repr__(self) -> str:
        return f"StoredSignIn({self.uid}, failures={self.failures})"


@dataclass(frozen=True, slots=True)
class SignInStore:
    """The rows, within one transaction."""

    connection: Connection

    def get(self, uid: str) -> StoredSignIn | None:
        """A person's row."""
        row = self.connection.execute(select(_TABLE).where(_T.uid == uid)).first()
        if row is None:
            return None
        return StoredSignIn(
            row.uid,
            row.password_hash,
            row.code_hash,
            row.code_until,
            row.failures,
            row.next_try_at,
            row.firebase_at,
        )

    def uids(self) -> set[str]:
        """Who has a password, or has signed in by Firebase, in small letters."""
        able = _T.password_hash.is_not(None) | _T.firebase_at.is_not(None)
        return {uid.lower() for uid in self.connection.scalars(select(_T.uid).where(able))}

    def count_try(self, seen: StoredSignIn, now: datetime, next_try_at: datetime | None) -> bool:
        """Count a try before it is made, as wrong; whether it may be made.

        Conditional on what was seen, so that of many at once only one is let through.
        """
        statement = (
            update(_TABLE)
            .where(
                _T.uid == seen.uid,
                _T.failures == seen.failures,
                _T.next_try_at.is_(None) | (_T.next_try_at <= now),
            )
            .values(failures=seen.failures + 1, next_try_at=next_try_at)
        )
        return self.connection.execute(statement).rowcount == 1

    def forget_tries(self, uid: str) -> None:
        """A right password: the wrong ones before it count no longer."""
        self._put(uid, failures=0, next_try_at=None)

    def put_code(self, uid: str, code_hash: str, until: datetime, now: datetime) -> None:
        """Let a one-time code set the person's password."""
        self._put(
            uid,
            code_hash=code_hash,
            code_until=until,
            failures=0,
            next_try_at=None,
            changed_at=now,
        )

    def put_password(self, uid: str, code_hash: str, password_hash: str, now: datetime) -> bool:
        """Set the password by a code, which is used up; whether the code was still there."""
        statement = (
            update(_TABLE)
            .where(_T.uid == uid, _T.code_hash == code_hash)
            .values(
                password_hash=password_hash,
                code_hash=None,
                code_until=None,
                failures=0,
                next_try_at=None,
                changed_at=now,
            )
        )
        return self.connection.execute(statement).rowcount == 1

    def note_firebase(self, uid: str, now: datetime) -> None:
        """The person has signed in by Firebase, and can."""
        self._put(uid, firebase_at=now, changed_at=now)

    def take_away(self, uid: str, now: datetime) -> bool:
        """Take password, code and Firebase away; whether there was any."""
        statement = (
            update(_TABLE)
            .where(
                _T.uid == uid,
                _T.password_hash.is_not(None)
                | _T.code_hash.is_not(None)
                | _T.firebase_at.is_not(None),
            )
            .values(
                password_hash=None,
                code_hash=None,
                code_until=None,
                firebase_at=None,
                changed_at=now,
            )
        )
        return self.connection.execute(statement).rowcount == 1

    def _put(self, uid: str, **values: object) -> None:
        changed = self.connection.execute(
            update(_TABLE).where(_T.uid == uid).values(values)
        ).rowcount
        if not changed:
            given = {"failures": 0, "changed_at": values.get("changed_at"), **values}
            self.connection.execute(insert(_TABLE).values(uid=uid, **given))
