"""The Activity screen at work: its tabs, sections and tables, and what fills them."""

from __future__ import annotations

from datetime import timedelta

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.ui.activity.page import SectionView
from salesdesk.ui.activity.screen import ActivityScreen
from salesdesk.ui.commands import Cmd
from tests.support.factories import Office
from tests.support.windows import OpenWindow


def activity(at: OpenWindow, tab: str = "methods") -> ActivityScreen:
    at.give(Cmd.GO_ACTIVITY)
    at.window.activity.tabs.select(tab)
    at.window.activity.show_tab(tab)
    at.settle()
    return at.window.activity


def sections(screen: ActivityScreen, tab: str) -> dict[str, SectionView]:
    return screen._charts[tab].views


def listed(screen: ActivityScreen) -> list[str]:
    model = screen.rows.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def table(view: SectionView) -> list[list[str]]:
    cells = view.table.cells
    return [
        [str(cells.index(row, at).data()) for at in range(cells.columnCount())]
        for row in range(cells.rowCount())
    ]


CONTACTS = "agents_contacts"


def fill(office: Office) -> None:
    """Andi with twelve contacts, half of them successful; Eko with three, all successful."""
    who = office.customer("Ani", source="Referral", status=SalesStatus.WARM)
    for back in range(12):
        outcome = Outcome.SUCCESSFUL if back % 2 else Outcome.UNSUCCESSFUL
        office.contact(who, at=office.now - timedelta(days=1 + back), outcome=outcome)
    for back in range(3):
        office.contact(
            who, by=office.other_uid, at=office.now - timedelta(days=1 + back, hours=1),
            method=Method.WHATSAPP,
        )  # fmt: skip


def names(view: SectionView) -> list[str]:
    return [row[0] for row in table(view)]


def contacts(at: OpenWindow) -> SectionView:
    return sections(activity(at, "agents"), "agents")[CONTACTS]


FORM = "agents_dialog"
