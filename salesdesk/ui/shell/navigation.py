"""The screens that the navigation leads to, in its order."""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.ui.commands import Cmd
from salesdesk.ui.i18n import translate


@dataclass(frozen=True, slots=True)
class Destination:
    """A screen that one can go to.

    Attributes:
        needs: without any of these permissions it is not offered; the services decide anyway.
        opens_panel: choosing a customer there opens the customer panel.
        at_bottom: it stands at the foot of the navigation.
    """

    key: str
    icon: str
    command: Cmd
    needs: frozenset[Permission] = frozenset({Permission.CUSTOMERS_VIEW})
    opens_panel: bool = False
    at_bottom: bool = False

    def offered_to(self, actor: Actor) -> bool:
        """Whether the person may go there."""
        return any(actor.may(each) for each in self.needs)


DESTINATIONS = (
    Destination("today", "sun", Cmd.GO_TODAY),
    Destination("customers", "users", Cmd.GO_CUSTOMERS, opens_panel=True),
    Destination("pipeline", "square-kanban", Cmd.GO_PIPELINE),
    Destination("pool", "archive-restore", Cmd.GO_POOL),
    Destination(
        "activity",
        "chart-column",
        Cmd.GO_ACTIVITY,
        frozenset({Permission.REPORTS_VIEW_TEAM, Permission.REPORTS_VIEW_OWN}),
    ),
    Destination("team", "network", Cmd.GO_TEAM, frozenset({Permission.REPORTS_VIEW_TEAM})),
    Destination("people", "contact", Cmd.GO_PEOPLE, frozenset({Permission.PEOPLE_MANAGE})),
    Destination("audit", "scroll-text", Cmd.GO_AUDIT, frozenset({Permission.AUDIT_VIEW})),
    Destination("doctor", "shield", Cmd.GO_DOCTOR, frozenset({Permission.AUDIT_VIEW})),
    Destination("settings", "settings", Cmd.GO_SETTINGS, at_bottom=True),
)


def destination_word(key: str) -> str:
    """A screen's name."""
    return {
        "today": translate("navigation", "Today"),
        "customers": translate("navigation", "Customers"),
        "pipeline": translate("navigation", "Pipeline"),
        "pool": translate("navigation", "Pool"),
        "activity": translate("navigation", "Activity"),
        "team": translate("navigation", "Team"),
        "people": translate("navigation", "People"),
        "audit": translate("navigation", "Audit"),
        "doctor": translate("navigation", "Doctor"),
        "settings": translate("navigation", "Settings"),
    }[key]
