"""Firebase's ID tokens: signed by a key that Google publishes, of this project, not expired.

The certificates are fetched over HTTPS and kept in memory for as long as the answer says
(Cache-Control). A token names its key; one that is not known is asked for again, but not at every
token that somebody makes up.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.refusals import Reason, Why

CERTIFICATES = (
    "https://www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com"
)
ISSUER = "https://securetoken.google.com/"

#: Clocks of a server may differ so much from Google's, in seconds.
LEEWAY = 60

#: Where an answer does not say for how long it is good, and the least time between two questions
#: for a key that is not known.
_SHORT = 60.0
_MAX_AGE = re.compile(r"max-age=(\d+)")


class PublishedKeys:
    """The keys by which Google signs; shared by all threads of the program.

    Args:
        seconds: a clock that only goes forward; another one only in tests.
    """

    def __init__(
        self,
        address: str,
        client: Callable[[], httpx.Client],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._address, self._client, self._seconds = address, client, seconds
        self._lock = threading.Lock()
        self._keys: Mapping[str, RSAPublicKey] = {}
        self._good_until = self._asked_at = 0.0

    def get(self, key_id: str) -> RSAPublicKey | None:
        """The key of this id; None: Google publishes none.

        Raises:
            Unavailable: they cannot be fetched.
        """
        with self._lock:
            now = self._seconds()
            unknown = key_id not in self._keys and now - self._asked_at >= _SHORT
            if now >= self._good_until or unknown:
                self._fetch(now)
            return self._keys.get(key_id)

    def _fetch(self, now: float) -> None:
        try:
            with self._client() as client:
                answer = client.get(self._address)
            content = answer.json()
        except (httpx.HTTPError, ValueError):
            raise Unavailable(Reason.of(Why.FIREBASE_KEYS_AWAY), kind="away") from None
        if answer.status_code != httpx.codes.OK or not isinstance(content, dict):
            raise Unavailable(Reason.of(Why.FIREBASE_KEYS_AWAY), kind="away")
        self._keys = {str(name): key for name, pem in content.items() if (key := _public(pem))}
        said = _MAX_AGE.search(answer.headers.get("Cache-Control", ""))
        self._asked_at = now
        self._good_until = now + (float(said.group(1)) if said else _SHORT)


def _public(pem: object) -> RSAPublicKey | None:
    try:
        key = x509.load_pem_x509_certificate(str(pem).encode()).public_key()
    except ValueError:
        return None
    return key if isinstance(key, RSAPublicKey) else None


@dataclass(frozen=True, slots=True)
class _Token:
    header: Mapping[str, Any]
    claims: Mapping[str, Any]
    signed: bytes
    signature: bytes


def uid_of(token: object, project: str, keys: PublishedKeys, now: datetime) -> str:
    """Whose token this is, once all that it says of itself is proved.

    Args:
        now: by the database's clock.

    Raises:
        Refusal: it is another project's, not signed by Google, or expired.
        Unavailable: Google's keys cannot be fetched.
    """
    read = _read(token)
    claims = read.claims
    if claims.get("aud") != project or claims.get("iss") != ISSUER + project:
        raise Refusal(Why.FIREBASE_OTHER, project=project)
    key = keys.get(str(read.header.get("kid"))) if read.header.get("alg") == "RS256" else None
    if key is None:
        raise Refusal(Why.FIREBASE_UNSIGNED)
    try:
        key.verify(read.signature, read.signed, PKCS1v15(), SHA256())
    except InvalidSignature:
        raise Refusal(Why.FIREBASE_UNSIGNED) from None
    _require_fresh(claims, now)
    uid = claims.get("sub")
    if not isinstance(uid, str) or not uid:
        raise Refusal(Why.FIREBASE_OTHER, project=project)
    return uid


def _require_fresh(claims: Mapping[str, Any], now: datetime) -> None:
    moment = now.timestamp()
    ends, began = claims.get("exp"), claims.get("iat")
    fresh = (
        isinstance(ends, int | float)
        and isinstance(began, int | float)
        and moment < ends + LEEWAY
        and began <= moment + LEEWAY
    )
    if not fresh:
        raise Refusal(Why.FIREBASE_EXPIRED)


def _read(token: object) -> _Token:
    """The token's parts; one that is none has no claims, so that it is no project's."""
    parts = str(token or "").split(".")
    if len(parts) == 3:
        try:
            header, claims = (json.loads(_bytes(part)) for part in parts[:2])
            signature = _bytes(parts[2])
        except (ValueError, binascii.Error):
            return _NONE
        if isinstance(header, dict) and isinstance(claims, dict):
            return _Token(header, claims, f"{parts[0]}.{parts[1]}".encode(), signature)
    return _NONE


_NONE = _Token({}, {}, b"", b"")


def _bytes(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
