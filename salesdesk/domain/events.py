"""Events: what was done, by whom, when, and what stood before; kept for ever."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha1

Details = Mapping[str, object]

#: Under this key an event keeps what was asked of its act, by which a form that is sent again with
#: other content is known.
ASKED = "asked"

#: Under this key an event keeps the name of the computer that it was done on, where it is known.
HOST = "host"


class EventKind(StrEnum):
    """The acts that leave an event."""

    CUSTOMER_CREATED = "customer_created"
    CUSTOMER_EDITED = "customer_edited"
    CUSTOMER_ERASED = "customer_erased"
    STATUS_MOVED = "status_moved"
    CONTACT_LOGGED = "contact_logged"
    CONTACT_EDITED = "contact_edited"
    CONTACT_DELETED = "contact_deleted"
    CONTACT_RESTORED = "contact_restored"
    CLAIMED = "claimed"
    ASSIGNED = "assigned"
    TRANSFERRED = "transferred"
    RELEASED = "released"
    RELEASE_EXPLAINED = "release_explained"
    GIVEN_BACK = "given_back"
    RELEASE_BATCH = "release_batch"
    RELEASE_HELD = "release_held"
    RELEASE_CONFIRMED = "release_confirmed"
    HEALED = "healed"
    REPAIRED = "repaired"
    PLANNED = "planned"
    PROTECTED = "protected"
    PROTECTION_ENDED = "protection_ended"
    PAUSED = "paused"
    PAUSE_ENDED = "pause_ended"
    SET_ASIDE = "set_aside"
    TAKEN_BACK = "taken_back"
    WARNED = "warned"
    SETTING_CHANGED = "setting_changed"
    ROLE_GRANTED = "role_granted"
    ROLE_CONFIRMED = "role_confirmed"
    ROLE_REVOKED = "role_revoked"
    PEOPLE_RECOVERED = "people_recovered"
    ROLE_CHANGED = "role_changed"
    ROLE_CREATED = "role_created"
    ACCOUNT_MAPPED = "account_mapped"
    ACCOUNT_REMOVED = "account_removed"
    CODE_MADE = "code_made"
    PASSWORD_SET = "password_set"  # noqa: S105 - a word
    SIGN_IN_TAKEN = "sign_in_taken"
    EXPORTED = "exported"
    IMPORTED = "imported"
    IMPORT_TAKEN_BACK = "import_taken_back"
    WORKSPACE_RESTORED = "workspace_restored"
    TEMPLATE_SAVED = "template_saved"
    TEMPLATE_REMOVED = "template_removed"
    TEMPLATE_RESTORED = "template_restored"
    TEMPLATES_ORDERED = "templates_ordered"
    TARGET_SET = "target_set"
    LINKED = "linked"
    UNLINKED = "unlinked"
    SAID_DIFFERENT = "said_different"
    SAID_ALIKE = "said_alike"
    BATCH = "batch"


@dataclass(frozen=True, slots=True)
class Event:
    """One stored event.

    Attributes:
        actor_uid: None for the system.
        batch_id: the event of the batch that it belongs to.
        details: what the kind needs, old values included; plain JSON.
    """

    id: str
    at: datetime
    kind: str
    customer_id: str | None
    actor_uid: str | None
    details: Details
    batch_id: str | None = None
    run_id: str | None = None


def new_id() -> str:
    """A fresh id, made on the client before the write."""
    return str(uuid.uuid4())


def derived_id(parent_id: str, name: str) -> str:
    """The id of a part of an act: the same for the same act, however often it is run."""
    parent = bytes.fromhex(parent_id.replace("-", ""))
    digest = sha1(parent + name.encode(), usedforsecurity=False).digest()[:16].hex()
    # A UUID of version 5, by hand since a run makes them by the ten thousand.
    variant = "89ab"[int(digest[16], 16) & 3]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:]}"
