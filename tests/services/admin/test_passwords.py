"""People's own passwords on a shared database account."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.sign_in import (
    LONGEST_PAUSE,
    Credentials,
    SignInWay,
    new_code,
    pause_after,
)
from salesdesk.services.admin import authority, passwords, people, sign_in
from salesdesk.services.admin.passwords import TooManyTries
from tests.support.cheap_secrets import AS_IN_USE
from tests.support.database import Database, open_database
from tests.support.factories import Office

OWN = "correct horse 7"


def with_password(office: Office, uid: str = "uid-andi", password: str = OWN) -> str:
    """Let somebody set a password of their own; their address."""
    email = f"{uid}@office.example"
    office.database.execute("UPDATE users SET email = %s WHERE firebase_uid = %s", email, uid)
    code = new_code()
    passwords.make_code(office.admin, new_id(), email, code)
    assert passwords.uid_of(office.store, Credentials(email, password, code)) == uid
    return email


def wrong(office: Office, email: str, password: str = "not the one") -> type[Refusal]:
    """Try a wrong password; how it was refused."""
    with pytest.raises(Refusal) as refused:
        passwords.uid_of(office.store, Credentials(email, password))
    assert password not in str(refused.value)
    return type(refused.value)


def test_a_code_sets_a_password_once(office: Office) -> None:
    email = with_password(office)
    assert passwords.uid_of(office.store, Credentials(email.upper(), OWN)) == "uid-andi"
    stored = office.database.execute("SELECT password_hash, code_hash FROM salesdesk_sign_ins")
    assert stored[0][0].startswith("$argon2id$")
    assert stored[0][1] is None
    kinds = office.database.execute(
        "SELECT kind, details FROM salesdesk_events WHERE kind IN ('code_made', 'password_set')"
    )
    assert {kind for kind, _ in kinds} == {"code_made", "password_set"}
    assert not any(OWN in details or "argon2" in details for _, details in kinds)


def test_a_password_costs_whoever_guesses_it() -> None:
    hashed = AS_IN_USE.hash(OWN)
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert AS_IN_USE.verify(hashed, OWN)


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", " ")])
def test_a_code_is_taken_as_it_is_said(office: Office, typed: Callable[[str], str]) -> None:
    code = new_code()
    office.database.execute("UPDATE users SET email = 'a@b' WHERE firebase_uid = 'uid-andi'")
    passwords.make_code(office.admin, new_id(), "a@b", code)
    assert passwords.uid_of(office.store, Credentials("a@b", OWN, typed(code))) == "uid-andi"
    with pytest.raises(Refusal, match="used up"):
        passwords.uid_of(office.store, Credentials("a@b", "another one 8", code))


def test_a_code_is_good_for_a_day(office: Office) -> None:
    code = new_code()
    office.database.execute("UPDATE users SET email = 'a@b' WHERE firebase_uid = 'uid-andi'")
    passwords.make_code(office.admin, new_id(), "a@b", code)
    office.pass_time(timedelta(hours=24, seconds=1))
    with pytest.raises(Refusal, match="older than a day"):
        passwords.uid_of(office.store, Credentials("a@b", OWN, code))


@pytest.mark.parametrize("weak", ["short", "x" * 30, "uid-andi@office.example"])
def test_a_weak_password_is_refused_and_the_code_stays(office: Office, weak: str) -> None:
    email = "uid-andi@office.example"
    office.database.execute("UPDATE users SET email = %s WHERE firebase_uid = 'uid-andi'", email)
    code = new_code()
    passwords.make_code(office.admin, new_id(), email, code)
    with pytest.raises(Refusal) as refused:
        passwords.uid_of(office.store, Credentials(email, weak, code))
    assert refused.value.field == "new"
    assert passwords.uid_of(office.store, Credentials(email, OWN, code)) == "uid-andi"


def test_only_an_administrator_makes_codes_and_takes_passwords(office: Office) -> None:
    email = with_password(office)
    with pytest.raises(NotAllowed):
        passwords.make_code(office.lead, new_id(), email, new_code())
    with pytest.raises(NotAllowed):
        passwords.take_away(office.agent, new_id(), email)
    passwords.take_away(office.admin, new_id(), email)
    assert wrong(office, email, OWN) is Refusal


def test_wrong_passwords_cost_more_and_more_time(office: Office) -> None:
    email = with_password(office)
    assert [wrong(office, email) for _ in range(5)] == [Refusal] * 5
    assert wrong(office, email) is TooManyTries
    with pytest.raises(TooManyTries):
        passwords.uid_of(office.store, Credentials(email, OWN))
    office.pass_time(timedelta(seconds=31))
    assert wrong(office, email) is Refusal
    office.pass_time(timedelta(seconds=31))
    assert wrong(office, email) is TooManyTries
    office.pass_time(timedelta(seconds=31))
    assert passwords.uid_of(office.store, Credentials(email, OWN)) == "uid-andi"
    assert [wrong(office, email) for _ in range(5)] == [Refusal] * 5
    assert pause_after(1_000) == LONGEST_PAUSE


def test_a_thousand_wrong_passwords_are_a_handful_of_tries(
    office: Office, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight programs at once, within one moment of the database's clock."""
    email = with_password(office)
    tried: list[str] = []
    verify = passwords._fits

    def counting(hashed: str | None, text: str) -> bool:
        tried.append(text)
        return verify(hashed, text)

    monkeypatch.setattr(passwords, "_fits", counting)
    caplog.set_level(logging.DEBUG)
    refused: list[Refusal] = []

    def attack(number: int) -> None:
        database = open_database(office.database.url)
        database.set_clock(office.now)
        for at in range(125):
            try:
                passwords.uid_of(database.store, Credentials(email, f"guess-{number}-{at}"))
            except Refusal as refusal:
                refused.append(refusal)
        database.close()

    threads = [threading.Thread(target=attack, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1_000
    assert 1 <= len(tried) <= 5
    assert "guess-" not in caplog.text + "".join(map(str, refused))
    office.pass_time(LONGEST_PAUSE + timedelta(seconds=1))
    assert passwords.uid_of(office.store, Credentials(email, OWN)) == "uid-andi"


def test_an_unknown_address_is_told_like_a_wrong_password(office: Office) -> None:
    email = with_password(office)
    told = []
    for address in (email, "nobody@office.example"):
        with pytest.raises(Refusal) as refused:
            passwords.uid_of(office.store, Credentials(address, "not the one"))
        told.append(refused.value.message)
    assert told[0] == told[1]


def test_signing_in_writes_the_moment_and_nothing_else(office: Office) -> None:
    before = {row[0]: row[1:] for row in _users(office.database)}
    office.pass_time(timedelta(hours=1))
    sign_in.note(office.agent)
    after = {row[0]: row[1:] for row in _users(office.database)}
    moved = {uid for uid in after if after[uid] != before[uid]}
    assert moved == {"uid-andi"}
    assert after["uid-andi"][1:] == before["uid-andi"][1:]
    assert str(after["uid-andi"][0])[:19] == office.now.strftime("%Y-%m-%d %H:%M:%S")


def _users(database: Database) -> list[tuple[object, ...]]:
    return database.execute(
        "SELECT firebase_uid, last_login, id, email, display_name, created_at, role_id FROM users"
    )


# --- on a server: whose account it is, and what an open window learns -----------------------------


@pytest.fixture
def shared(mariadb: Database) -> Office:
    """An office on a server, whose database account stands for nobody."""
    return Office(mariadb)


def test_a_shared_account_is_nobodys_own(shared: Office) -> None:
    account = sign_in.account(shared.store)
    assert account is not None
    with_password(shared)
    session = sign_in.signed_in(shared.store, "test", "uid-andi", SignInWay.PASSWORD)
    assert session.actor.uid == "uid-andi"
    people.map_account(shared.admin, new_id(), account, "uid-andi@office.example")
    with pytest.raises(Refusal, match="own"):
        sign_in.signed_in(shared.store, "test", "uid-andi", SignInWay.PASSWORD)
    assert authority.now(session).actor is None


def test_a_password_that_is_taken_away_ends_the_open_window(shared: Office) -> None:
    email = with_password(shared)
    session = sign_in.signed_in(shared.store, "test", "uid-andi", SignInWay.PASSWORD)
    assert not authority.now(session).differs_from(session.actor)
    passwords.take_away(shared.admin, new_id(), email)
    assert authority.now(session).hides_from(session.actor)


def test_the_last_administrator_keeps_their_password(shared: Office) -> None:
    email = with_password(shared, "uid-sari")
    session = sign_in.signed_in(shared.store, "test", "uid-sari", SignInWay.PASSWORD)
    with pytest.raises(Refusal, match="would be left"):
        passwords.take_away(session, new_id(), email)
    assert passwords.uid_of(shared.store, Credentials(email, OWN)) == "uid-sari"
