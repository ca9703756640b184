"""What a reader may see, and what a typed search means: the same for every list.

Who may see what is part of the SQL (`storage/reads`): a phone or a note that the role withholds
never leaves the database.
"""

from __future__ import annotations

from salesdesk.domain.customer import control_characters, tidy
from salesdesk.domain.permissions import Permission
from salesdesk.domain.settings import PHONE_REGION
from salesdesk.services import phones
from salesdesk.services.session import Session
from salesdesk.storage.reads.search import Search
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.unit_of_work import Reading


def viewer_of(session: Session, reading: Reading, *, timeless: bool = False) -> Viewer:
    """The rows and columns that the actor gets, at this reading's moment.

    Args:
        timeless: what is asked goes by no moment, so that none is read.
    """
    actor, settings = session.actor, reading.recent_settings
    logs = actor.may(Permission.CONTACTS_LOG)
    return Viewer(
        now=session.store.reckoned_now() if timeless else reading.now,
        settings=settings,
        uid=actor.uid,
        pool_phones=actor.may(Permission.CUSTOMERS_VIEW_PHONE_IN_POOL),
        pool_notes=actor.may(Permission.CUSTOMERS_VIEW_NOTES),
        edits_own=logs,
        edits_any=logs and actor.may(Permission.CONTACTS_EDIT_ANY),
        doubted=session.store.doubted,
    )


def search_of(reading: Reading, typed: str) -> Search:
    """The typed text taken apart; what cannot be printed is left out of it."""
    text = tidy("".join(one for one in typed if not control_characters(one)))
    if not text:
        return Search()
    found = phones.search_key(text, reading.recent_settings.word(PHONE_REGION))
    if found is None:
        return Search(text)
    words = "" if found.only else text
    return Search(words, found.prefixes, found.typed_prefixes, found.fragments)
