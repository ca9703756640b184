"""The pages of one's own settings: kept on this computer, each choice counts at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import Button, Pane, Paragraph


class PersonalPage(QWidget):
    """One page.

    Attributes:
        key, title: its name.
    """

    def __init__(self, key: str, title: str, content: QWidget) -> None:
        super().__init__()
        self.setObjectName(f"settings_page_{key}")
        self.key, self.title = key, title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_scrolling(content, f"settings_scroll_{key}"))


def _scrolling(content: QWidget, name: str) -> QScrollArea:
    """With large text in a small window a page is higher than its room."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setProperty("quiet", "true")
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


class NotificationsPage(Pane):
    """What this computer reminds of; the form opens over the window.

    Signals:
        wanted(): open that form.
    """

    wanted = Signal()

    def __init__(self, *, possible: bool) -> None:
        super().__init__("base", name="settings_notifications")
        self.change = Button(
            translate("settings", "Notifications…"), name="settings_open_notifications", icon="bell"
        )
        self.change.setEnabled(possible)
        self.change.clicked.connect(self.wanted)
        said = translate(
            "settings",
            "Which reminders this computer tells you, and the quiet hours in which it tells none.",
        )
        if not possible:
            said = translate("settings", "There are no reminders in this session.")
        column = QVBoxLayout(self)
        side = theme.px(24)
        column.setContentsMargins(side, theme.px(8), side, side)
        column.setSpacing(theme.px(16))
        column.addWidget(Paragraph(said, ink="text2"))
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
