"""The header of Activity: its name, a field that finds an agent's lines, and Export."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.widgets import Button, Label, Pane, SearchField


class ActivityHeader(Pane):
    """Above the charts and above the rows behind a mark.

    Signals:
        searched(str): lines of this name are looked for.
        left(): the focus should go to the line that was found.
    """

    searched = Signal(str)
    left = Signal()

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__("base", name="activity_header", parent=parent)
        self.search = SearchField(
            self.tr("Find an agent"),
            name="activity_search",
            accessible=self.tr("Find an agent's line in the tables of this tab"),
            hint=hint(Cmd.SEARCH),
        )
        self.search.setFixedWidth(theme.px(248))
        # Who sees the own line alone has nobody to look for.
        if not actor.may(Permission.REPORTS_VIEW_TEAM):
            self.search.hide()
        self.search.searched.connect(self.searched)
        self.search.left.connect(self.left)
        self.export_button = Button(self.tr("Export"), name="activity_export", icon="upload")
        self.export_button.setToolTip(self.tr("The chart as a picture, its figures as a table"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        row.setSpacing(theme.px(16))
        row.addWidget(Label(self.tr("Activity"), name="activity_title", face=Face.TITLE))
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.export_button)
        self.setFixedHeight(theme.px(64))

    def set_charts(self, shown: bool) -> None:
        """Whether charts are shown, with lines to find and figures to export; not their rows."""
        self.search.setEnabled(shown)
        self.export_button.setEnabled(shown)
