"""Firebase Auth: an e-mail address and password over HTTPS, and whose uid they are.

The password goes into the body of one request and nowhere else; no exception of the HTTP library
leaves this module, since it may hold the request.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx

from salesdesk.app.local import firebase_tokens
from salesdesk.app.local.firebase_tokens import CERTIFICATES, PublishedKeys
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.settings import FIREBASE_KEY, FIREBASE_PROJECT
from salesdesk.domain.sign_in import Credentials
from salesdesk.services.admin import sign_in
from salesdesk.storage.unit_of_work import Store

SIGN_IN_HOST = "https://identitytoolkit.googleapis.com"
TOKEN_HOST = "https://securetoken.googleapis.com"  # noqa: S105 - an address
_SECONDS = 10.0

_WRONG = frozenset({"INVALID_LOGIN_CREDENTIALS", "INVALID_PASSWORD", "EMAIL_NOT_FOUND"})
_WORDS = {
    "USER_DISABLED": Why.FIREBASE_DISABLED,
    "TOO_MANY_ATTEMPTS_TRY_LATER": Why.FIREBASE_TOO_MANY,
    "INVALID_EMAIL": Why.FIREBASE_NO_ADDRESS,
}
_ANEW = frozenset({"TOKEN_EXPIRED", "USER_NOT_FOUND", "INVALID_REFRESH_TOKEN"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """What Firebase gave; it never shows a token.

    Attributes:
        uid: the `localId`.
        refresh: gets a new token while the account is good.
    """

    uid: str
    refresh: str = field(repr=False)


#: The database's clock.
Clock = Callable[[], datetime]


def _client() -> httpx.Client:
    """Without redirects: a password goes to its host alone."""
    return httpx.Client(timeout=_SECONDS)


#: Google's, for the whole run.
_KEYS = PublishedKeys(CERTIFICATES, _client)


@dataclass(frozen=True, slots=True)
class Firebase:
    """Firebase Auth as this program speaks it.

    Attributes:
        sign_in_host, token_host, keys: other ones only in tests.
    """

    sign_in_host: str = SIGN_IN_HOST
    token_host: str = TOKEN_HOST
    keys: PublishedKeys = _KEYS
    client: Callable[[], httpx.Client] = _client

    def proved(self, store: Store, given: Credentials) -> tuple[str, Callable[[], None]]:
        """Whose address and password these are, among the users of the database.

        Returns:
            The uid, and what asks Firebase whether the account is still good: it raises Refusal
            where it is not, Unavailable where that cannot be asked.

        Raises:
            Refusal: they do not go together, nobody has this uid, or no project is set.
            Unavailable: Firebase or the database is out of reach.
        """
        settings = store.read(lambda reading: reading.settings)
        project, key = settings.word(FIREBASE_PROJECT), settings.word(FIREBASE_KEY)
        if not project or not key:
            raise Refusal(Why.FIREBASE_NOT_SET)

        def clock() -> datetime:
            return store.read(lambda reading: reading.clock())

        tokens = self.signed_in(project, key, given, clock)

        def still_good() -> None:
            self.renewed(project, key, tokens, clock)

        return sign_in.by_firebase(store, tokens.uid), still_good

    def signed_in(self, project: str, key: str, given: Credentials, clock: Clock) -> Tokens:
        """Ask Firebase.

        Args:
            clock: the database's, by which a token is fresh or expired.

        Raises:
            Refusal, Unavailable: see `proved`.
        """
        answer = self._asked(
            f"{self.sign_in_host}/v1/accounts:signInWithPassword",
            key,
            {
                "email": given.email.strip(),
                "password": given.password,
                "returnSecureToken": True,
            },
        )
        uid = firebase_tokens.uid_of(answer.get("idToken"), project, self.keys, clock())
        if answer.get("localId") != uid:
            raise Refusal(Why.FIREBASE_OTHER, project=project)
        return Tokens(uid, str(answer.get("refreshToken") or ""))

    def renewed(self, project: str, key: str, tokens: Tokens, clock: Clock) -> Tokens:
        """Ask for a new token: whoever was disabled meanwhile gets none.

        Raises:
            Refusal: the account is disabled or gone, or signed in anew elsewhere.
            Unavailable: Firebase is out of reach.
        """
        body = {"grant_type": "refresh_token", "refresh_token": tokens.refresh}
        answer = self._asked(f"{self.token_host}/v1/token", key, body)
        uid = firebase_tokens.uid_of(answer.get("id_token"), project, self.keys, clock())
        if uid != tokens.uid:
            raise Refusal(Why.FIREBASE_OTHER, project=project)
        return Tokens(uid, str(answer.get("refresh_token") or ""))

    def _asked(self, address: str, key: str, body: Mapping[str, object]) -> dict[str, Any]:
        try:
            with self.client() as client:
                answer = client.post(address, params={"key": key}, json=body)
            content = answer.json()
        except httpx.HTTPError:
            raise Unavailable(Reason.of(Why.FIREBASE_AWAY), kind="away") from None
        except ValueError:
            raise Unavailable(Reason.of(Why.FIREBASE_UNREADABLE), kind="away") from None
        if not isinstance(content, dict):
            raise Unavailable(Reason.of(Why.FIREBASE_UNREADABLE), kind="away")
        if answer.status_code != httpx.codes.OK:
            raise _refusal(content, answer.status_code)
        return content


def _refusal(content: dict[str, Any], status: int) -> Refusal | Unavailable:
    error = content.get("error")
    told = str(error.get("message", "")) if isinstance(error, dict) else ""
    # “TOO_MANY_ATTEMPTS_TRY_LATER : Access to this account …”
    code = told.partition(" ")[0].partition(":")[0]
    if code in _WRONG:
        return Refusal(Why.SIGN_IN_WRONG, field="password")
    if code in _WORDS:
        return Refusal(_WORDS[code], field="email" if code == "INVALID_EMAIL" else "password")
    if code in _ANEW:
        return Refusal(Why.FIREBASE_ANEW, field="password")
    if status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return Unavailable(Reason.of(Why.FIREBASE_OUT_OF_ORDER), kind="away")
    return Refusal(Why.FIREBASE_MISCONFIGURED)
