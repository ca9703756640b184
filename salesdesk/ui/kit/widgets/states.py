"""What stands in place of a list: empty, loading, error; and the stack of the four."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets.basics import Label, Measured, Pane, Paragraph, Rule, announce, named
from salesdesk.ui.kit.widgets.buttons import Button
from salesdesk.ui.kit.widgets.notices import Icon

_COLUMN = 520


class EmptyState(Pane):
    """Says what belongs here and offers the next act: a centred column, at most 520 wide."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        *,
        name: str,
        ground: str = "base",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ground, name=name, parent=parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._icon = Icon(icon, "text3", 48)
        self._title = Label(title, name=f"{name}_title", face=Face.TITLE)
        self._title.setAlignment(centre)
        self._text = Paragraph(text, name=f"{name}_text", ink="text2", centred=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.px(8))
        self._rule = Rule()
        self._rule.setFixedWidth(theme.px(320))
        self._rule.hide()
        self._footnote = Label(name=f"{name}_footnote", ink="text2")
        self._footnote.hide()
        middle = QVBoxLayout(self)
        middle.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        middle.setSpacing(0)
        middle.addStretch(1)
        middle.addWidget(self._icon, 0, centre)
        middle.addSpacing(theme.px(16))
        middle.addWidget(self._title, 0, centre)
        middle.addSpacing(theme.px(8))
        text_row = QHBoxLayout()
        text_row.addStretch(1)
        text_row.addWidget(self._text, 100)
        text_row.addStretch(1)
        self._text.setMaximumWidth(theme.px(_COLUMN))
        middle.addLayout(text_row)
        middle.addSpacing(theme.px(24))
        buttons_row = QHBoxLayout()
        buttons_row.addStretch(1)
        buttons_row.addLayout(self._buttons)
        buttons_row.addStretch(1)
        middle.addLayout(buttons_row)
        middle.addSpacing(theme.px(24))
        middle.addWidget(self._rule, 0, centre)
        middle.addSpacing(theme.px(16))
        middle.addWidget(self._footnote, 0, centre)
        middle.addStretch(1)

    def set_words(self, title: str, text: str, icon: str = "") -> None:
        """Say something else, such as that the filters hide every row."""
        self._title.setText(title)
        self._text.set_text(text)
        if icon:
            self._icon.show_icon(icon, "text3")

    def add_action(self, button: Button) -> None:
        """Offer an act; outlined where the view has a filled button already."""
        self._buttons.addWidget(button)

    def set_footnote(self, text: str) -> None:
        """Say what comes next, under a thin line; '' takes both away."""
        self._footnote.setText(text)
        self._footnote.setVisible(bool(text))
        self._rule.setVisible(bool(text))

    @property
    def words(self) -> tuple[str, str]:
        """Title and text."""
        return self._title.text(), self._text.text()


class LoadingState(Pane):
    """Placeholder rows in the measures of the list that is being read."""

    def __init__(self, *, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__("base", name=name, parent=parent)
        named(self, name, accessible)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        border = theme.colours().brush["border"]
        pitch, high = theme.px(32), theme.px(12)
        column = theme.px(144)
        for row, top in enumerate(range(0, self.height(), pitch)):
            painter.fillRect(0, top + pitch - 1, self.width(), 1, border)
            for cell, left in enumerate(range(theme.px(16), self.width(), column)):
                # Uneven lengths read as text, and the same ones every time do not flicker.
                long = theme.px(64 + 8 * ((row * 5 + cell * 3) % 6))
                bar = QRect(left, top + (pitch - high) // 2, long, high)
                painting.draw_box(painter, bar, theme.px(4), "plain", None)
        painter.end()


class State(Enum):
    """The four pages of a StateStack."""

    LIST = 0
    LOADING = 1
    EMPTY = 2
    ERROR = 3


class StateStack(Measured, QStackedWidget):
    """A list, and what stands in its place while it loads, is empty or could not be read.

    Signals:
        retried(): a person asks to read again.
    """

    retried = Signal()

    def __init__(
        self,
        list_page: QWidget,
        empty: EmptyState,
        *,
        name: str,
        ground: str = "base",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.empty = empty
        self._loading = LoadingState(name=f"{name}_loading", accessible=self.tr("Loading"))
        self.error = EmptyState("triangle-alert", "", "", name=f"{name}_error", ground=ground)
        self.retry = Button(self.tr("Try again"), name=f"{name}_retry", icon="refresh-cw")
        self.retry.clicked.connect(self.retried)
        self.error.add_action(self.retry)
        for page in (list_page, self._loading, empty, self.error):
            self.addWidget(page)

    @property
    def state(self) -> State:
        """The page that is shown."""
        return State(self.currentIndex())

    def show_list(self) -> None:
        """Show the list."""
        self.setCurrentIndex(State.LIST.value)

    def show_loading(self) -> None:
        """Show placeholder rows."""
        self.setCurrentIndex(State.LOADING.value)

    def show_empty(self) -> None:
        """Show what belongs here."""
        self.setCurrentIndex(State.EMPTY.value)

    def show_error(self, title: str, text: str) -> None:
        """Say what happened, what was kept and what to do."""
        self.error.set_words(title, text)
        self.setCurrentIndex(State.ERROR.value)
        announce(self.error, f"{title}. {text}")

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(160))
