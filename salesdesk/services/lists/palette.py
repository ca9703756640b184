"""The palette's customers: by any part of name, company or phone, a few, quickly.

Whoever begins with the text is found by indexes, at once; all others take a reading of every
customer, so that they are asked for apart, and shown beneath.
"""

from __future__ import annotations

from salesdesk.domain.customer import tidy
from salesdesk.domain.palette import MOST_HITS, PaletteHit
from salesdesk.domain.people import Permission
from salesdesk.services import access
from salesdesk.services.session import Desk
from salesdesk.services.viewer import search_of, sight_of
from salesdesk.storage.reads import palette as reads
from salesdesk.storage.reads.search import Hits
from salesdesk.storage.unit_of_work import Reading


def beginning(desk: Desk, text: str, limit: int = MOST_HITS) -> tuple[PaletteHit, ...]:
    """The customers whose name or number begins with a text, by name; nothing for no text.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach.
    """
    return _found(desk, text, Hits.BEGINNING, limit)


def others(desk: Desk, text: str, limit: int = MOST_HITS) -> tuple[PaletteHit, ...]:
    """The customers who only contain a text, the better fit first; nothing for no text.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach.
    """
    return _found(desk, text, Hits.REST, limit)


def _found(desk: Desk, text: str, asked: Hits, limit: int) -> tuple[PaletteHit, ...]:
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> tuple[PaletteHit, ...]:
        search = search_of(reading, text)
        if not search or not limit:
            return ()
        sight = sight_of(desk, reading)
        return reads.find(reading.connection, tidy(text), search.only(asked), sight, limit)

    return desk.store.read(work)
