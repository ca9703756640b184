"""The palette's customers: by any part of name, company or phone, a few, quickly."""

from __future__ import annotations

from salesdesk.domain.customer import tidy
from salesdesk.domain.palette import MOST_HITS, PaletteHit
from salesdesk.domain.people import Permission
from salesdesk.services import access
from salesdesk.services.desk import Desk
from salesdesk.services.seeing import search_of, sight_of
from salesdesk.storage.reads import palette as reads
from salesdesk.storage.unit_of_work import Reading


def customers(desk: Desk, text: str, limit: int = MOST_HITS) -> tuple[PaletteHit, ...]:
    """The customers that fit a text, whose name begins with it first; nothing for no text.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the database is out of reach.
    """
    access.require(desk.actor, Permission.CUSTOMERS_VIEW)

    def work(reading: Reading) -> tuple[PaletteHit, ...]:
        search = search_of(reading, text)
        if not search:
            return ()
        sight = sight_of(desk, reading)
        return reads.find(reading.connection, tidy(text), search, sight, limit)

    return desk.store.read(work)
