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
    """

    screen: str = "today"
    customer_id: str = ""
    page: str = ""


AT_FIRST = Standing()
