"""The small parts of the hand-over: a previous owner."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import Label


class OwnerLine(QWidget):
    """A previous owner: name and dates, beneath them why it ended."""

    def __init__(self, name: str, dates: str, why: str, key: str) -> None:
        super().__init__()
        self.setObjectName(key)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(Label(name, name=f"{key}_name", face=Face.MEDIUM, cut=True), 0, 0)
        grid.addWidget(Label(dates, name=f"{key}_dates", ink="text2"), 0, 1)
        reason = Label(why, name=f"{key}_why", ink="text2", cut=True)
        reason.setToolTip(plain_tip(why))
        grid.addWidget(reason, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
