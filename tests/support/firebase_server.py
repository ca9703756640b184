"""Firebase Auth's documented requests, answered in this process."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from salesdesk.app.local.firebase import ISSUER, Firebase


@dataclass
class FirebaseServer:
    """A project with people.

    Attributes:
        people: by address: password, uid.
        disabled: addresses.
        asked: path and body of each request.
        answer: what to answer instead, as status and text; None: what is right.
    """

    project: str = "booking-prod"
    key: str = "AIzaSy-test-key"
    people: dict[str, tuple[str, str]] = field(default_factory=dict)
    disabled: set[str] = field(default_factory=set)
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answer: tuple[int, str] | None = None
    address: str = ""

    @property
    def firebase(self) -> Firebase:
        """The program's side of it."""
        return Firebase(self.address, self.address)

    def token(self, uid: str) -> str:
        """An ID token of the project."""
        claims = {"iss": ISSUER + self.project, "aud": self.project, "sub": uid, "user_id": uid}
        return ".".join(_part(part) for part in ({"alg": "RS256"}, claims, {}))

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
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


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
            status, text = server.reply(parts.path, key, body)
            content = text.encode()
            self.send_response(status)
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
