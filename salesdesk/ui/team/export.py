"""What the team screen offers for export: the counts by day, or the customers of a state."""

from __future__ import annotations

from salesdesk.domain.exporting import Figures, Line
from salesdesk.domain.queries import pages
from salesdesk.domain.states import CustomerState, DailyCounts
from salesdesk.services.lists import states
from salesdesk.services.session import Session
from salesdesk.ui.i18n import translate
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.team import texts as words

_AT_ONCE = 500


def ids_of(session: Session, state: CustomerState) -> tuple[str, ...]:
    """All customers of a state by name, read or not; on a worker thread.

    Raises:
        NotAllowed, Unavailable: what `states.page` raises.
    """
    read = pages(lambda after: states.page(session, state, after, _AT_ONCE))
    return tuple(dict.fromkeys(row.id for rows in read for row in rows))


def days(trend: tuple[DailyCounts, ...], about: str) -> Exportable:
    """The figures of the days, the newest first."""
    rows: tuple[Line, ...] = tuple(
        (each.day.isoformat(), *(each.counts[state] for state in CustomerState), each.total)
        for each in reversed(trend)
    )
    titles = (
        translate("states", "Day"),
        *(words.state_word(state) for state in CustomerState),
        translate("states", "All customers"),
    )
    return Exportable(translate("states", "Customers by state"), about, Figures(rows), titles)
