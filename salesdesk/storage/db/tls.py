"""The choices of encryption, apart from what connects: settings name them before that is wanted."""

from __future__ import annotations

from enum import StrEnum


class Tls(StrEnum):
    """How a connection is encrypted and whom it trusts."""

    OFF = "off"
    REQUIRED = "required"
    PINNED = "pinned"
    VERIFIED = "verified"
