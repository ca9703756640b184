"""The pages of the reports, imported when they are first wanted: charts come with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdesk.ui.activity.page import ActivityPage


def activity_page() -> type[ActivityPage]:
    """A page of the reports, with its charts."""
    from salesdesk.ui.activity.page import ActivityPage

    return ActivityPage
