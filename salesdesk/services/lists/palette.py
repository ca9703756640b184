"""The palette's customers: by any part of name, company or phone, a few, quickly.

Whoever begins with the text is found by indexes, at once; all others take a reading of every
customer, so that they are asked for apart, and shown beneath.
"""

from __future__ import annotations

from salesdesk.domain.customer import tidy
from salesdesk.domain.palette import MOST_HITS, PaletteHit
from salesdesk.domain.permissions import Permission
from salesdesk.services import access
from salesdesk.services.session import Session
from salesdesk.services.viewer import search_of, viewer_of
from salesdesk.storage.reads import palette as reads
from salesdesk.storage.reads.search import Hits
from salesdesk.storage.unit_of_work import Reading


def beginning(session: Session, text: str, limit: int = MOST_HITS) -> tuple[PaletteHit, ...]:
    """The customers whose name or number begins with a text, by name; nothing for no text.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    return _found(session, text, Hits.BEGINNING, limit)


def others(session: Session, text: str, limit: int = MOST_HITS) -> tuple[PaletteHit, ...]:
    """The customers who only contain a text, the better fit first; nothing for no text.

    Raises:
        NotAllowed: the actor may not see customers.
    """
    return _found(session, text, Hits.REST, limit)


def _found(session: Session, text: str, asked: Hits, limit: int) -> tuple[PaletteHit, ...]:
    access.require(session.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> tuple[PaletteHit, ...]:
        search = search_of(reading, text)
        if not search or not limit:
            return ()
        viewer = viewer_of(session, reading)
        return reads.find(reading.connection, tidy(text), search.only(asked), viewer, limit)

    return session.store.read(work)
