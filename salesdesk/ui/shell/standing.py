"""Where somebody stands in a window that makes room for another one of the same person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in the window.

    Attributes:
        screen: the key of the screen that is shown.
        customer_id: who is in the panel; '' where it is closed.
        page: the page of the settings that is open; '' where they never were.
        importing: the import wizard is open.
        person: the uid of who stands there.
        offered: the held release whose list was opened by itself already; '' where none was.
        counts: what stands beside the entries of the navigation, by their keys.
    """

    screen: str = "today"
    customer_id: str = ""
    page: str = ""
    importing: bool = False
    person: str = ""
    offered: str = ""
    counts: tuple[tuple[str, str], ...] = ()

    def of(self, person: str) -> Standing:
        """What the next window shows to this person: to somebody else the screen alone."""
        return Standing(self.screen, importing=self.importing and person == self.person)


AT_FIRST = Standing()
