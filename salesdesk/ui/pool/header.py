"""The header of the pool: title, how many are free, search, distribute, claim."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.ui.actions.actions import CustomerAct
from salesdesk.ui.commands import Cmd, hint, tip
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Pane, SearchField

_ROOMY_FROM = 640


class PoolHeader(Pane):
    """Title and search of the pool.

    Signals:
        searched(str): a text shall be looked for.
        left(): the focus shall go to the list.
        act_chosen(Act): an act shall be done to the selection.
    """

    searched = Signal(str)
    left = Signal()
    act_chosen = Signal(object)

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__("base", name="pool_header", parent=parent)
        self.count = Label(name="pool_count", ink="text2", cut=True)
        self.search = SearchField(
            self.tr("Name, company, phone"),
            name="pool_search",
            accessible=self.tr("Search available customers by name, company or phone"),
            hint=hint(Cmd.SEARCH),
        )
        self.search.searched.connect(self.searched)
        self.search.left.connect(self.left)
        self.distribute = Button(self.tr("Distribute…"), name="pool_distribute", icon="shuffle")
        self.distribute.setToolTip(self.tr("Share the selected customers among agents"))
        self.distribute.setVisible(actor.may(Permission.CUSTOMERS_ASSIGN))
        self.distribute.clicked.connect(self._on_distribute)
        self.claim = Button(self.tr("Claim"), name="pool_claim", icon="hand")
        self.claim.setToolTip(tip(self.tr("Claim the selected customers"), Cmd.CLAIM))
        may = actor.may(Permission.CUSTOMERS_CLAIM) and actor.may(Permission.CUSTOMERS_HOLD)
        self.claim.setVisible(may)
        self.claim.clicked.connect(self._on_claim)
        self._row = QHBoxLayout(self)
        words = QHBoxLayout()
        words.setSpacing(theme.px(12))
        words.addWidget(Label(self.tr("Pool"), name="pool_title", face=Face.TITLE))
        words.addWidget(self.count, 1)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.search)
        self._row.addWidget(self.distribute)
        self._row.addWidget(self.claim)
        self.measure()

    def set_beside(self, shown: bool) -> None:
        """One filled button in view: the hand-over's while that is open, else this header's."""
        self.claim.set_kind(ButtonKind.OUTLINED if shown else ButtonKind.PRIMARY)

    def _on_distribute(self) -> None:
        self.act_chosen.emit(CustomerAct.DISTRIBUTE)

    def _on_claim(self) -> None:
        self.act_chosen.emit(CustomerAct.CLAIM)

    def measure(self) -> None:
        side = theme.px(16)
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(theme.px(8))
        roomy = self.width() >= theme.px(_ROOMY_FROM)
        self.search.setFixedWidth(theme.px(248 if roomy else 168))
        self.setFixedHeight(theme.px(64))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()
