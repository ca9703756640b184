"""Signing in by Firebase, against a server that speaks its documented requests."""

import base64
import json
import logging
import traceback
from collections.abc import Iterator
from datetime import datetime, timedelta

import httpx
import pytest

from salesdesk.app.local.firebase import SIGN_IN_HOST, TOKEN_HOST, Firebase
from salesdesk.app.local.firebase_tokens import CERTIFICATES, PublishedKeys
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.settings import FIREBASE_KEY, FIREBASE_PROJECT
from salesdesk.domain.sign_in import Credentials, SignInWay
from salesdesk.services.admin import authority, passwords, sign_in
from salesdesk.storage.unit_of_work import UnitOfWork
from tests.support.database import Database, free_port
from tests.support.factories import Office
from tests.support.firebase_server import FirebaseServer, Signer, serving, signer

SECRET = "kopi susu hangat"
EMAIL = "andi@office.example"
GIVEN = Credentials(EMAIL, SECRET)


@pytest.fixture
def office(mariadb: Database) -> Office:
    """An office that shares a database account."""
    return Office(mariadb)


@pytest.fixture
def google(office: Office) -> Iterator[FirebaseServer]:
    """The office's Firebase project, in its settings."""
    made = FirebaseServer(people={EMAIL: (SECRET, "uid-andi")}, moment=office.now)

    def work(unit: UnitOfWork) -> None:
        unit.stored_settings.put(FIREBASE_PROJECT.key, None, made.project)
        unit.stored_settings.put(FIREBASE_KEY.key, None, made.key)

    office.store.act(work)
    with serving(made):
        yield made


def refused(office: Office, google: FirebaseServer, given: Credentials = GIVEN) -> Exception:
    """Why somebody is not signed in; the password is in nothing that could be shown or kept."""
    with pytest.raises((Refusal, Unavailable)) as caught:
        google.firebase.proved(office.store, given)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert given.password not in told
    assert caught.value.__cause__ is None
    return caught.value


def test_whoever_firebase_knows_is_signed_in_by_their_uid(
    office: Office, google: FirebaseServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert google.firebase.proved(office.store, GIVEN)[0] == "uid-andi"
    session = sign_in.signed_in(office.store, "test", "uid-andi", SignInWay.FIREBASE)
    assert not authority.now(session).differs_from(session.actor)
    assert google.asked == [
        (
            "/v1/accounts:signInWithPassword",
            {"email": EMAIL, "password": SECRET, "returnSecureToken": True},
        )
    ]
    assert SECRET not in caplog.text + repr(GIVEN)


def test_an_administrator_can_end_it(office: Office, google: FirebaseServer) -> None:
    google.firebase.proved(office.store, GIVEN)
    session = sign_in.signed_in(office.store, "test", "uid-andi", SignInWay.FIREBASE)
    office.database.execute("UPDATE users SET email = %s WHERE firebase_uid = 'uid-andi'", EMAIL)
    passwords.take_away(office.admin, new_id(), EMAIL)
    assert authority.now(session).hides_from(session.actor)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("INVALID_LOGIN_CREDENTIALS", "do not go together"),
        ("USER_DISABLED", "disabled"),
        ("TOO_MANY_ATTEMPTS_TRY_LATER : Access to this account has been disabled", "no more tries"),
        ("API key not valid. Please pass a valid API key.", "An administrator mends it"),
        ("OPERATION_NOT_ALLOWED", "An administrator mends it"),
    ],
)
def test_what_firebase_refuses_is_said_in_words(
    office: Office, google: FirebaseServer, answer: str, told: str
) -> None:
    google.answer = (400, f'{{"error": {{"code": 400, "message": "{answer}"}}}}')
    fault = refused(office, google)
    assert isinstance(fault, Refusal)
    assert told in fault.message


@pytest.mark.parametrize(
    "answer",
    [(500, "{}"), (503, "down"), (200, "<html>a hotel's page</html>"), (200, "[]")],
)
def test_a_broken_answer_is_an_outage(
    office: Office, google: FirebaseServer, answer: tuple[int, str]
) -> None:
    google.answer = answer
    assert isinstance(refused(office, google), Unavailable)


def test_no_network_is_an_outage(office: Office, google: FirebaseServer) -> None:
    nobody = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(Unavailable) as caught:
        Firebase(nobody, nobody, PublishedKeys(nobody, httpx.Client)).proved(office.store, GIVEN)
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_a_redirect_does_not_carry_the_password_on(office: Office, google: FirebaseServer) -> None:
    google.answer = (307, '{"error": {"message": "moved"}}')
    refused(office, google)
    assert len(google.asked) == 1


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "a..c"])
def test_another_projects_token_lets_nobody_in(
    office: Office, google: FirebaseServer, token: str
) -> None:
    google.answer = (200, f'{{"idToken": "{token}", "localId": "uid-andi"}}')
    fault = refused(office, google)
    assert isinstance(fault, Refusal)
    assert "not of the project" in fault.message
    other = FirebaseServer(project="somebody-elses", moment=office.now)
    google.answer = (200, f'{{"idToken": "{other.token("uid-andi")}", "localId": "uid-andi"}}')
    assert "not of the project" in str(refused(office, google))
    google.answer = (200, f'{{"idToken": "{google.token("uid-eko")}", "localId": "uid-andi"}}')
    assert "not of the project" in str(refused(office, google))


@pytest.mark.parametrize("uid", ["uid-stranger", "UID-ANDI"])
def test_a_uid_that_is_no_users_lets_nobody_in(
    office: Office, google: FirebaseServer, uid: str
) -> None:
    google.people[EMAIL] = (SECRET, uid)
    fault = refused(office, google)
    assert isinstance(fault, Refusal)
    assert "nobody among the users" in fault.message


def test_a_project_has_to_be_set(mariadb: Database) -> None:
    office = Office(mariadb)
    with pytest.raises(Refusal, match="No Firebase project"):
        Firebase().proved(office.store, GIVEN)


def test_a_token_is_renewed_while_the_account_is_good(
    office: Office, google: FirebaseServer
) -> None:
    def clock() -> datetime:
        return office.now

    tokens = google.firebase.signed_in(google.project, google.key, GIVEN, clock)
    assert google.firebase.renewed(google.project, google.key, tokens, clock).uid == "uid-andi"
    assert "refresh-" not in repr(tokens)
    google.disabled.add(EMAIL)
    with pytest.raises(Refusal, match="disabled"):
        google.firebase.renewed(google.project, google.key, tokens, clock)


def test_outside_tests_it_is_firebase_itself() -> None:
    """No setting, file or variable names another address."""
    assert (Firebase().sign_in_host, Firebase().token_host) == (SIGN_IN_HOST, TOKEN_HOST)
    assert SIGN_IN_HOST.startswith("https://")
    assert TOKEN_HOST.startswith("https://")
    assert Firebase().keys is Firebase().keys
    assert CERTIFICATES == (
        "https://www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com"
    )


def forged(google: FirebaseServer, token: str) -> None:
    """Let it answer with this token."""
    google.answer = (200, json.dumps({"idToken": token, "localId": "uid-andi"}))


def test_a_token_that_google_has_not_signed_lets_nobody_in(
    office: Office, google: FirebaseServer
) -> None:
    claims = google.claims("uid-andi")
    head, body, signature = google.token("uid-andi").split(".")
    somebody = google.token("uid-eko").split(".")
    without = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    for token in (
        Signer("first").signed(claims),
        Signer("unknown").signed(claims),
        signer().signed(claims, "HS256"),
        f"{without}.{body}.",
        f"{head}.{body}.",
        f"{head}.{body}.{somebody[2]}",
        f"{head}.{body}.{signature[:-8]}AAAAAAAA",
    ):
        forged(google, token)
        fault = refused(office, google)
        assert isinstance(fault, Refusal)
        assert "not signed by Firebase" in fault.message, token


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"exp": -61}, "expired"),
        ({"iat": 61, "exp": 7200}, "expired"),
        ({"exp": None}, "expired"),
        ({"sub": ""}, "not of the project"),
        ({"aud": ["booking-prod"]}, "not of the project"),
        ({"iss": "https://securetoken.google.com/other"}, "not of the project"),
    ],
)
def test_what_a_signed_token_says_is_checked_by_the_databases_clock(
    office: Office, google: FirebaseServer, changed: dict[str, object], told: str
) -> None:
    now = int(office.now.timestamp())
    moved = {
        key: now + value if isinstance(value, int) else value for key, value in changed.items()
    }
    forged(google, signer().signed({**google.claims("uid-andi"), **moved}))
    assert told in str(refused(office, google))


def test_a_token_is_good_by_the_databases_clock_and_no_other(
    office: Office, google: FirebaseServer
) -> None:
    assert google.firebase.proved(office.store, GIVEN)[0] == "uid-andi"
    office.move_clock(office.now + timedelta(hours=2))
    assert "expired" in str(refused(office, google))


def test_keys_are_fetched_once_and_again_when_a_new_one_signs(
    office: Office, google: FirebaseServer
) -> None:
    for _ in range(3):
        google.firebase.proved(office.store, GIVEN)
    assert google.keys_asked == 1
    google.signers.append(signer("second"))
    assert "not signed" in str(refused(office, google)), "asked a moment ago"
    assert google.keys_asked == 1
    google.later = 61
    assert google.firebase.proved(office.store, GIVEN)[0] == "uid-andi"
    assert google.keys_asked == 2
    google.later += 19_846
    google.firebase.proved(office.store, GIVEN)
    assert google.keys_asked == 3


def test_without_the_published_keys_nobody_is_let_in(
    office: Office, google: FirebaseServer
) -> None:
    nobody = f"http://127.0.0.1:{free_port()}"
    away = Firebase(google.address, google.address, PublishedKeys(nobody, httpx.Client))
    with pytest.raises(Unavailable, match="keys"):
        away.proved(office.store, GIVEN)
    google.signers[:] = []
    fault = refused_without(office, google)
    assert "not signed" in str(fault)


def refused_without(office: Office, google: FirebaseServer) -> Exception:
    """Why somebody is refused where no certificate is published."""
    forged(google, signer().signed(google.claims("uid-andi")))
    return refused(office, google)
