"""The customers of one state, as the lines of a customers table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.domain.queries import Page, PageKey
from salesdesk.domain.states import CustomerState
from salesdesk.services.lists import customers, states
from salesdesk.services.session import Session
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.lists.customer_rows import CustomerLine, line_of


@dataclass(frozen=True, slots=True)
class StateSource:
    """The lines of those in a state."""

    session: Session
    state: CustomerState
    formats: Formats
    region: str

    def page(self, after: PageKey | None, limit: int) -> Page[CustomerLine]:
        """One page; raises what `states.page` does."""
        found = states.page(self.session, self.state, after, limit)
        lines = tuple(line_of(row, self.formats, self.region) for row in found.rows)
        return Page(lines, found.after)

    def lines(self, ids: Sequence[str]) -> tuple[CustomerLine, ...]:
        """Those of these customers that are in the state; raises what `states.of` does."""
        still = states.of(self.session, ids)
        here = [each for each in ids if still.get(each) is self.state]
        found = customers.rows(self.session, here)
        return tuple(line_of(row, self.formats, self.region) for row in found)
