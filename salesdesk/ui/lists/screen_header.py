"""The header of a screen: its title with what is said beside it, the search, and its acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Pane, SearchField


class ScreenHeader(Pane):
    """64 px high; a subclass adds its acts and says how wide the search is.

    Args:
        screen: the beginning of the parts' names.
        find: what the search field looks for, and what it is to a screen reader.
        side, gap: the margin at both ends and between the acts, unscaled.

    Signals:
        searched(str): a text shall be looked for.
        left(): the focus shall go to the list.
    """

    searched = Signal(str)
    left = Signal()

    def __init__(
        self,
        screen: str,
        title: str,
        find: tuple[str, str],
        *,
        ground: str = "base",
        side: int = 16,
        gap: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ground, name=f"{screen}_header", parent=parent)
        self._side, self._gap = side, gap
        self._primary: Button | None = None
        self.title = Label(title, name=f"{screen}_title", face=Face.TITLE)
        self.search = SearchField(
            find[0], name=f"{screen}_search", accessible=find[1], hint=hint(Cmd.SEARCH)
        )
        self.search.searched.connect(self.searched)
        self.search.left.connect(self.left)
        self._row = QHBoxLayout(self)

    def lay_out(self, said: Label | None, acts: Sequence[QWidget], *, apart: int = 0) -> None:
        """The title and what is said, the search, and `apart` from it the acts."""
        words = QHBoxLayout()
        words.setSpacing(theme.px(12))
        words.addWidget(self.title)
        if said is None:
            words.addStretch(1)
        else:
            words.addWidget(said, 1)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.search)
        if apart:
            self._row.addSpacing(theme.px(apart))
        for act in acts:
            self._row.addWidget(act)
        self.measure()

    def set_primary(self, act: Button) -> None:
        """The act that is filled while no panel has a filled one."""
        self._primary = act

    def set_panel_open(self, shown: bool) -> None:
        """One filled button in view: the panel's while it is open, else this header's."""
        if self._primary is not None:
            self._primary.set_kind(ButtonKind.OUTLINED if shown else ButtonKind.PRIMARY)

    def search_width(self) -> int:
        """How wide the search is at this width, unscaled."""
        return 248

    def measure(self) -> None:
        self._row.setContentsMargins(theme.px(self._side), 0, theme.px(self._side), 0)
        self._row.setSpacing(theme.px(self._gap))
        self.fit_search()
        self.setFixedHeight(theme.px(64))

    def fit_search(self) -> None:
        """Let the search take its width."""
        self.search.setFixedWidth(theme.px(self.search_width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()
