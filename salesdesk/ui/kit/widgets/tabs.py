"""Tabs with counts, on a line that the chosen one underlines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets.basics import Measured, named

_GAP = 16
_COUNT_GAP = 7


class TabBar(Measured, QTabBar):
    """Tabs such as 'Contacts 4'; arrow keys move between them.

    Args:
        margin: room at both ends, to match the panel's or the screen's margin.

    Signals:
        chosen(str): the key of the tab that is now in front.
    """

    chosen = Signal(str)

    def __init__(
        self,
        *,
        name: str,
        accessible: str,
        margin: int = 16,
        height: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self._keys: list[str] = []
        self._counts: list[str] = []
        self._margin, self._high = margin, height
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.currentChanged.connect(self._changed)

    def add_tab(self, key: str, text: str) -> None:
        """Add a tab at the right end."""
        self._keys.append(key)
        self._counts.append("")
        self.addTab(text)

    def set_count(self, key: str, count: str) -> None:
        """Show a count beside a tab; '' for none."""
        at = self._keys.index(key)
        if self._counts[at] != count:
            self._counts[at] = count
            self.setTabToolTip(at, "")
            self.setAccessibleTabName(at, f"{self.tabText(at)} {count}".strip())
            self._lay_out_again()

    def select(self, key: str) -> None:
        """Bring a tab to the front.

        Raises:
            ValueError: there is no such tab.
        """
        self.setCurrentIndex(self._keys.index(key))

    def current(self) -> str | None:
        """The key of the tab in front."""
        at = self.currentIndex()
        return self._keys[at] if at >= 0 else None

    def _lay_out_again(self) -> None:
        """Ask all widths anew: QTabBar does so only when a text is set."""
        self.setTabText(0, self.tabText(0))
        self.update()

    def _changed(self, at: int) -> None:
        self._lay_out_again()
        if 0 <= at < len(self._keys):
            self.chosen.emit(self._keys[at])

    def _word_width(self, at: int, chosen: bool) -> int:
        return painting.width(self.tabText(at), Face.STRONG if chosen else Face.MEDIUM)

    def _content_width(self, at: int) -> int:
        wide = self._word_width(at, at == self.currentIndex())
        if at < len(self._counts) and self._counts[at]:
            wide += theme.px(_COUNT_GAP) + painting.width(self._counts[at], Face.BODY)
        return wide

    def lefts(self) -> list[int]:
        """Where each word begins."""
        lefts, left = [], theme.px(self._margin)
        for at in range(self.count()):
            lefts.append(left)
            left += self._content_width(at) + theme.px(_GAP)
        return lefts

    def tabSizeHint(self, index: int) -> QSize:
        wide = self._content_width(index) + theme.px(_GAP)
        if index == 0:
            wide += theme.px(self._margin) - theme.px(_GAP) // 2
        return QSize(wide, theme.px(self._high))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(self._high))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.colours()
        high = self.height()
        painter.fillRect(0, high - 1, self.width(), 1, colours.brush["border"])
        under = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for at, left in enumerate(self.lefts()):
            chosen = at == self.currentIndex()
            face = Face.STRONG if chosen else Face.MEDIUM
            ink = "accent" if chosen else "text" if at == under else "text2"
            painting.draw_text(painter, self.tabText(at), face, ink, left, 0, high - 1)
            right = left + self._word_width(at, chosen)
            if self._counts[at]:
                count_left = right + theme.px(_COUNT_GAP)
                painting.draw_text(
                    painter, self._counts[at], Face.BODY, "text2", count_left, 0, high - 1
                )
            wide = self._content_width(at)
            if chosen:
                painter.fillRect(left, high - 2, wide, 2, colours.brush["accent"])
                if self.hasFocus():
                    ring = QRect(left - 4, (high - theme.px(24)) // 2, wide + 8, theme.px(24))
                    painting.draw_ring(painter, ring, theme.px(4))
        painter.end()
