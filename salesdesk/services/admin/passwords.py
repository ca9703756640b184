"""People's own passwords where they share a database account (docs/rules.md, "Signing in").

They keep colleagues apart at the keyboard. Whoever knows the shared account may do anything to the
database without SalesDesk, so they are no protection against that.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import Event, EventKind, new_id
from salesdesk.domain.people import Person
from salesdesk.domain.refusals import Why
from salesdesk.domain.sign_in import (
    CODE_LASTS,
    Credentials,
    pause_after,
    plain_code,
    why_weak,
)
from salesdesk.services.admin import people
from salesdesk.services.session import Done, Session
from salesdesk.storage.stores.sign_ins import StoredSignIn
from salesdesk.storage.unit_of_work import Reading, Store, UnitOfWork

#: Argon2id by RFC 9106 for little memory: 64 MiB, three passes.
HASHER = PasswordHasher()


class TooManyTries(Refusal):
    """Too many wrong passwords in a row.

    Attributes:
        until: nobody may try before.
    """

    def __init__(self, until: datetime, now: datetime) -> None:
        minutes = max(1, -(-int((until - now).total_seconds()) // 60))
        if minutes == 1:
            super().__init__(Why.TRIES_A_MINUTE, field="password")
        else:
            super().__init__(Why.TRIES_MINUTES, field="password", minutes=minutes)
        self.until = until


def make_code(session: Session, event_id: str, email: str, code: str) -> Done:
    """Let a person set a password of their own with a one-time code.

    Args:
        code: of `new_code`, made by the caller so that a repeated act makes no other.

    Raises:
        NotAllowed, Unavailable: see `people.grant`.
        Refusal: no such person, or several with that address.
    """
    hashed = HASHER.hash(plain_code(code))

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        person = people.one_with(unit, email)
        # Whoever makes the code could use it as well.
        people.require_no_more(unit, session, unit.people.permissions(person.uid))
        unit.sign_ins.put_code(person.uid, hashed, unit.now + CODE_LASTS, unit.now)
        return {"person": person.uid}

    return people.act_on_people(session, event_id, EventKind.CODE_MADE, work)


def take_away(session: Session, event_id: str, email: str) -> Done:
    """Take a person's password, code and sign-in by Firebase away; an open window ends too.

    Raises:
        NotAllowed, Unavailable: see `people.grant`.
        Refusal: no such person, there is nothing to take, or no administrator would be left.
    """

    def work(unit: UnitOfWork) -> Mapping[str, object]:
        person = people.one_with(unit, email)
        if not unit.sign_ins.take_away(person.uid, unit.now):
            raise Refusal(Why.HAS_NO_SIGN_IN, field="email", name=person.name)
        return {"person": person.uid}

    return people.act_on_people(session, event_id, EventKind.SIGN_IN_TAKEN, work)


def uid_of(store: Store, given: Credentials) -> str:
    """Whose password this is.

    Each try is counted as wrong in the database before it is made, by a conditional write, so that
    any number at once are no more tries than the pauses allow.

    Raises:
        Refusal: address and password do not go together, or the code is not good.
        TooManyTries: see there.
        Unavailable: the database is out of reach.
    """
    person, stored, now = store.read(lambda reading: _of(reading, given.email))
    if stored is not None and stored.next_try_at is not None and stored.next_try_at > now:
        raise TooManyTries(stored.next_try_at, now)
    if person is None or stored is None:
        # Takes as long as a wrong password does.
        HASHER.hash(given.password)
        if given.code:
            raise Refusal(Why.WRONG_CODE, field="code")
        raise Refusal(Why.SIGN_IN_WRONG, field="password")
    if given.code and (weak := why_weak(given.password, person.name, person.email or "")):
        raise Refusal(weak, field="new")
    counted = store.act(lambda unit: _count(unit, stored))
    if isinstance(counted, TooManyTries):
        raise counted
    if given.code:
        _set_password(store, stored, given)
    else:
        _require_right(stored, given.password)
        store.act(lambda unit: unit.sign_ins.forget_tries(stored.uid))
    return stored.uid


def _of(reading: Reading, email: str) -> tuple[Person | None, StoredSignIn | None, datetime]:
    found = reading.people.by_email(email)
    if len(found) != 1:
        return None, None, reading.now
    return found[0], reading.sign_ins.get(found[0].uid), reading.now


def _count(unit: UnitOfWork, seen: StoredSignIn) -> TooManyTries | None:
    now = unit.clock()
    fresh = unit.sign_ins.get(seen.uid) or seen
    pause = pause_after(fresh.failures + 1)
    if unit.sign_ins.count_try(fresh, now, now + pause if pause else None):
        return None
    return TooManyTries(fresh.next_try_at or now, now)


def _require_right(stored: StoredSignIn, password: str) -> None:
    if not _fits(stored.password_hash, password):
        raise Refusal(Why.SIGN_IN_WRONG, field="password")


def _fits(hashed: str | None, text: str) -> bool:
    try:
        return hashed is not None and HASHER.verify(hashed, text)
    except (VerificationError, InvalidHashError):
        return False


def _set_password(store: Store, stored: StoredSignIn, given: Credentials) -> None:
    good = _fits(stored.code_hash, plain_code(given.code))
    hashed, event_id = HASHER.hash(given.password), new_id()

    def work(unit: UnitOfWork) -> None:
        now = unit.clock()
        unit.events.begin(
            Event(event_id, now, EventKind.PASSWORD_SET, None, stored.uid, {"person": stored.uid})
        )
        late = stored.code_until is None or stored.code_until < now
        if (
            not good
            or late
            or not unit.sign_ins.put_password(stored.uid, stored.code_hash or "", hashed, now)
        ):
            raise Refusal(Why.WRONG_CODE, field="code")

    store.act(work, done=_nothing)


def _nothing(unit: UnitOfWork) -> None:
    """The password is set already."""
