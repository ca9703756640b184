"""The header of Activity: its name, a field that finds an agent's lines, and Export."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.ui.kit.widgets import Button
from salesdesk.ui.lists.screen_header import ScreenHeader


class ActivityHeader(ScreenHeader):
    """Above the charts and above the rows behind a mark."""

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        find = (self.tr("Find an agent"), self.tr("Find an agent's line in the tables of this tab"))
        super().__init__("activity", self.tr("Activity"), find, side=24, gap=16, parent=parent)
        # Who sees the own line alone has nobody to look for.
        if not actor.may(Permission.REPORTS_VIEW_TEAM):
            self.search.hide()
        self.export_button = Button(self.tr("Export"), name="activity_export", icon="upload")
        self.export_button.setToolTip(self.tr("The chart as a picture, its figures as a table"))
        self.lay_out(None, (self.export_button,))

    def set_charts(self, shown: bool) -> None:
        """Whether charts are shown, with lines to find and figures to export; not their rows."""
        self.search.setEnabled(shown)
        self.export_button.setEnabled(shown)
