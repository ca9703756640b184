"""Shared settings for tests, set as an administrator sets them."""

from __future__ import annotations

from salesdesk.domain.events import new_id
from salesdesk.services.admin import settings
from salesdesk.services.admin.settings import NewValue
from salesdesk.services.session import Done, Session


def set_to(session: Session, key: str, text: str) -> Done:
    """Set one setting, whatever it is now."""
    seen = settings.stored(session).texts.get(key)
    return settings.change(session, new_id(), NewValue(key, text, seen))
