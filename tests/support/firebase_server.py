"""Firebase Auth's documented requests, answered in this process."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

from salesdesk.app.local.firebase import Firebase
from salesdesk.app.local.firebase_tokens import ISSUER, PublishedKeys

HOUR = 3600
CERTIFICATES = "/certificates"


class Signer:
    """A key with its certificate, as Google has them."""

    def __init__(self, key_id: str) -> None:
        self.key_id = key_id
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, key_id)])
        now = datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(self._key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=30))
            .sign(self._key, hashes.SHA256())
        )
        self.pem = certificate.public_bytes(serialization.Encoding.PEM).decode()

    def signed(self, claims: dict[str, Any], alg: str = "RS256") -> str:
        """A token that says this."""
        head = {"alg": alg, "kid": self.key_id, "typ": "JWT"}
        said = f"{_part(head)}.{_part(claims)}"
        signature = self._key.sign(said.encode(), padding.PKCS1v15(), hashes.SHA256())
        return f"{said}.{_encoded(signature)}"


@cache
def signer(key_id: str = "first") -> Signer:
    """Making one takes a moment, so each is made once a run."""
    return Signer(key_id)


@dataclass
class FirebaseServer:
    """A project with people.

    Attributes:
        people: by address: password, uid.
        disabled: addresses.
        asked: path and body of each request.
        answer: what to answer instead, as status and text; None: what is right.
        moment: when its tokens begin; None: now.
        signers: whose certificates it publishes; the last one signs.
        keys_asked: how often they were asked for.
        later: seconds by which the program's own clock goes ahead.
    """

    project: str = "booking-prod"
    key: str = "AIzaSy-test-key"
    people: dict[str, tuple[str, str]] = field(default_factory=dict)
    disabled: set[str] = field(default_factory=set)
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answer: tuple[int, str] | None = None
    address: str = ""
    moment: datetime | None = None
    signers: list[Signer] = field(default_factory=lambda: [signer()])
    keys_asked: int = 0
    later: float = 0.0
    cache_control: str = "public, max-age=19845, must-revalidate"

    def keys(self) -> PublishedKeys:
        """The program's memory of the keys, empty."""
        address = self.address + CERTIFICATES
        return PublishedKeys(
            address, lambda: httpx.Client(timeout=10), lambda: time.monotonic() + self.later
        )

    @cached_property
    def firebase(self) -> Firebase:
        """The program's side of it."""
        return Firebase(self.address, self.address, self.keys())

    def claims(self, uid: str) -> dict[str, Any]:
        """What a token of the project says."""
        began = int((self.moment or datetime.now(UTC)).timestamp())
        return {
            "iss": ISSUER + self.project, "aud": self.project, "sub": uid, "user_id": uid,
            "iat": began, "auth_time": began, "exp": began + HOUR,
        }  # fmt: skip

    def token(self, uid: str) -> str:
        """An ID token of the project, signed by its newest key."""
        return self.signers[-1].signed(self.claims(uid))

    def certificates(self) -> str:
        """The published certificates by their ids."""
        self.keys_asked += 1
        return json.dumps({one.key_id: one.pem for one in self.signers})

    def reply(self, path: str, key: str, body: dict[str, Any]) -> tuple[int, str]:
        """What Firebase would answer."""
        self.asked.append((path, body))
        if self.answer is not None:
            return self.answer
        if key != self.key:
            return _error("API key not valid. Please pass a valid API key.")
        if path == "/v1/accounts:signInWithPassword":
            return self._signed_in(body)
        if path == "/v1/token":
            return self._renewed(body)
        return 404, "{}"

    def _signed_in(self, body: dict[str, Any]) -> tuple[int, str]:
        password, uid = self.people.get(str(body.get("email")), (None, ""))
        if password is None or password != body.get("password"):
            return _error("INVALID_LOGIN_CREDENTIALS")
        if body["email"] in self.disabled:
            return _error("USER_DISABLED")
        return 200, json.dumps(
            {
                "kind": "identitytoolkit#VerifyPasswordResponse",
                "localId": uid,
                "email": body["email"],
                "idToken": self.token(uid),
                "refreshToken": f"refresh-{uid}",
                "expiresIn": "3600",
                "registered": True,
            }
        )

    def _renewed(self, body: dict[str, Any]) -> tuple[int, str]:
        uid = str(body.get("refresh_token", "")).removeprefix("refresh-")
        address = next((each for each, (_, one) in self.people.items() if one == uid), None)
        if body.get("grant_type") != "refresh_token" or address is None:
            return _error("INVALID_REFRESH_TOKEN")
        if address in self.disabled:
            return _error("USER_DISABLED")
        return 200, json.dumps(
            {
                "id_token": self.token(uid),
                "user_id": uid,
                "refresh_token": f"refresh-{uid}",
                "expires_in": "3600",
                "token_type": "Bearer",
                "project_id": "1234",
            }
        )


def _part(content: dict[str, Any]) -> str:
    return _encoded(json.dumps(content).encode())


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def _error(message: str, status: int = 400) -> tuple[int, str]:
    return status, json.dumps({"error": {"code": status, "message": message, "errors": []}})


@contextmanager
def serving(server: FirebaseServer) -> Iterator[FirebaseServer]:
    """Let it answer on a port of loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Answer a request."""
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length))
            parts = urlsplit(self.path)
            key = parse_qs(parts.query).get("key", [""])[0]
            self._write(*server.reply(parts.path, key, body))

        def do_GET(self) -> None:
            """Answer with the certificates."""
            found = self.path == CERTIFICATES
            status, text = (200, server.certificates()) if found else (404, "{}")
            self._write(status, text, server.cache_control)

        def _write(self, status: int, text: str, cache: str = "no-store") -> None:
            content = text.encode()
            self.send_response(status)
            self.send_header("Cache-Control", cache)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    server.address = f"http://127.0.0.1:{listening.server_port}"
    try:
        yield server
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()
