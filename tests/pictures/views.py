"""Pictures of saved views and of all that match, chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.queries import CustomerQuery
from salesdesk.ui.commands import Cmd
from salesdesk.ui.customers.view_name_dialog import ViewNameDialog

if TYPE_CHECKING:
    from tests.pictures.screenshots import Studio


def views(studio: Studio) -> None:
    """The menu, the form for a name, and a selection that reaches beyond what was read."""
    window = studio.window
    window.controller.close_panel()
    window.go_to("customers")
    screen = window.customers
    screen.ask(CustomerQuery(statuses=frozenset({SalesStatus.WARM, SalesStatus.HOT})))
    studio.settle()
    window.controller.give(Cmd.SAVE_VIEW)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ViewNameDialog))
    dialog.field.setText("Warm and hot")
    studio.shoot_dialog("view-name")
    screen.views._save("Warm and hot")
    window.controller.give(Cmd.VIEWS)
    studio.shoot("views-menu", screen.views.menu)
    screen.views.menu.close()
    window.controller.give(Cmd.SELECT_MATCHING)
    studio.settle()
    studio.shoot("customers-all-matching")
    window.toast.close_toast()
    screen.table.go_to(0)
