"""Signing in by Firebase, against a server that speaks its documented requests."""

import logging
import traceback
from collections.abc import Iterator

import pytest

from salesdesk.app.local.firebase import SIGN_IN_HOST, TOKEN_HOST, Firebase
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.settings import FIREBASE_KEY, FIREBASE_PROJECT
from salesdesk.domain.sign_in import Credentials, SignInWay
from salesdesk.services.admin import authority, passwords, sign_in
from salesdesk.storage.unit_of_work import UnitOfWork
from tests.support.database import Database, free_port
from tests.support.factories import Office
from tests.support.firebase_server import FirebaseServer, serving

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
    made = FirebaseServer(people={EMAIL: (SECRET, "uid-andi")})

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
        Firebase(nobody, nobody).proved(office.store, GIVEN)
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
    other = FirebaseServer(project="somebody-elses")
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
    tokens = google.firebase.signed_in(google.project, google.key, GIVEN)
    assert google.firebase.renewed(google.project, google.key, tokens).uid == "uid-andi"
    assert "refresh-" not in repr(tokens)
    google.disabled.add(EMAIL)
    with pytest.raises(Refusal, match="disabled"):
        google.firebase.renewed(google.project, google.key, tokens)


def test_outside_tests_it_is_firebase_itself() -> None:
    """No setting, file or variable names another address."""
    assert (Firebase().sign_in_host, Firebase().token_host) == (SIGN_IN_HOST, TOKEN_HOST)
    assert SIGN_IN_HOST.startswith("https://")
    assert TOKEN_HOST.startswith("https://")
