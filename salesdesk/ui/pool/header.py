"""The header of the pool: title, how many are free, search, distribute, claim."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.ui.actions.actions import CustomerAct
from salesdesk.ui.commands import Cmd, tip
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import Button, Label
from salesdesk.ui.lists.screen_header import ScreenHeader

_ROOMY_FROM = 640


class PoolHeader(ScreenHeader):
    """Title and search of the pool.

    Signals:
        act_chosen(Act): an act shall be done to the selection.
    """

    act_chosen = Signal(object)

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        find = (
            self.tr("Name, company, phone"),
            self.tr("Search available customers by name, company or phone"),
        )
        super().__init__("pool", self.tr("Pool"), find, parent=parent)
        self.count = Label(name="pool_count", ink="text2", cut=True)
        self.distribute = Button(self.tr("Distribute…"), name="pool_distribute", icon="shuffle")
        self.distribute.setToolTip(self.tr("Share the selected customers among agents"))
        self.distribute.setVisible(actor.may(Permission.CUSTOMERS_ASSIGN))
        self.distribute.clicked.connect(self._on_distribute)
        self.claim = Button(self.tr("Claim"), name="pool_claim", icon="hand")
        self.claim.setToolTip(tip(self.tr("Claim the selected customers"), Cmd.CLAIM))
        may = actor.may(Permission.CUSTOMERS_CLAIM) and actor.may(Permission.CUSTOMERS_HOLD)
        self.claim.setVisible(may)
        self.claim.clicked.connect(self._on_claim)
        self.set_primary(self.claim)
        self.lay_out(self.count, (self.distribute, self.claim))

    def _on_distribute(self) -> None:
        self.act_chosen.emit(CustomerAct.DISTRIBUTE)

    def _on_claim(self) -> None:
        self.act_chosen.emit(CustomerAct.CLAIM)

    def search_width(self) -> int:
        return 248 if self.width() >= theme.px(_ROOMY_FROM) else 168
