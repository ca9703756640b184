"""The line at the bottom: server, person, last release run, and what waits in the outbox."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets.basics import Measured, Pane, named


class StatusItem(Measured, QWidget):
    """An icon and a short text.

    Signals:
        clicked(): somebody clicked it.
    """

    clicked = Signal()

    def __init__(self, *, name: str, icon: str, accessible: str) -> None:
        super().__init__()
        named(self, name, accessible)
        self._said = accessible
        self._icon, self._text = icon, ""
        self._icon_ink, self._ink, self._face = "text2", "text2", Face.BODY
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def show_text(
        self,
        text: str,
        *,
        icon: str = "",
        icon_ink: str = "text2",
        ink: str = "text2",
        strong: bool = False,
        tip: str = "",
    ) -> None:
        """Show a text; what concerns everybody is `strong`, what is wrong in `urgent`."""
        self._text, self._icon = text, icon or self._icon
        self._icon_ink, self._ink = icon_ink, ink
        self._face = Face.STRONG if strong else Face.BODY
        self.setAccessibleName(f"{self._said}: {text}")
        self.setToolTip(plain_tip(tip))
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(24) + painting.width(self._text, self._face), theme.px(31))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(48), theme.px(31))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size, height = theme.px(16), self.height()
        painting.draw_icon(painter, self._icon, self._icon_ink, 0, (height - size) // 2, 16)
        room = self.width() - theme.px(24)
        text = painting.elided(self._text, self._face, room)
        painting.draw_text(painter, text, self._face, self._ink, theme.px(24), 0, height)
        painter.end()


class StatusBar(Pane):
    """Four labels with icons; the outbox stands at the right end.

    Attributes:
        server, person, run, reminders, outbox: the items, filled by `show_text`.
    """

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__("window", "top", name=name, parent=parent)
        self.server = StatusItem(name=f"{name}_server", icon="server", accessible=self.tr("Server"))
        self.person = StatusItem(
            name=f"{name}_person", icon="user", accessible=self.tr("Signed in")
        )
        self.run = StatusItem(
            name=f"{name}_run", icon="archive-restore", accessible=self.tr("Last release run")
        )
        self.reminders = StatusItem(
            name=f"{name}_reminders", icon="bell", accessible=self.tr("Reminders")
        )
        self.reminders.setVisible(False)
        self.outbox = StatusItem(name=f"{name}_outbox", icon="send", accessible=self.tr("Outbox"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 1, theme.px(16), 0)
        row.setSpacing(theme.px(24))
        for item in (self.server, self.person, self.run):
            row.addWidget(item)
        row.addStretch(1)
        row.addWidget(self.reminders)
        row.addWidget(self.outbox)
        self.setFixedHeight(theme.px(32))

    def measure(self) -> None:
        self.setFixedHeight(theme.px(32))
