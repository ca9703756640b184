"""Who may: checked here first, so that no screen, shortcut or command line goes around it."""

from __future__ import annotations

from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.storage.unit_of_work import Reading


def require(actor: Actor, *permissions: Permission) -> None:
    """Check what the actor was allowed at sign-in.

    Raises:
        NotAllowed: the actor lacks one of the permissions.
    """
    for permission in permissions:
        if not actor.may(permission):
            raise NotAllowed(permission)


def confirm(reading: Reading, actor: Actor, *permissions: Permission) -> None:
    """Check, inside the act's own transaction, that the role still allows it.

    A window may have been open since before a role was changed. The system and a database
    account acting on the command line have no role to look up.

    Raises:
        NotAllowed: the role lacks one of the permissions now.
    """
    if actor.uid is None:
        return
    held = reading.permissions(actor.uid)
    for permission in permissions:
        if permission not in held:
            raise NotAllowed(permission)
