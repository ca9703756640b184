"""The top of the board: title, how many, search, 'Move to…', and the one act."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pipeline import Stage
from salesdesk.ui.commands import Cmd, hint, tip
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.icons import icon
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    Label,
    named,
)
from salesdesk.ui.lists.screen_header import ScreenHeader
from salesdesk.ui.pipeline import texts as words
from salesdesk.ui.refusals import worded

#: From this width on the parts are as wide as in the design.
_ROOMY_FROM = 1000

#: Under this width the keys are not shown beside the words of the buttons, and the search gives.
_NARROW_UNDER = 720


class PipelineHeader(ScreenHeader):
    """Title and acts of the board.

    Signals:
        move_requested(): the menu 'Move to…' shall open.
        move_chosen(Stage): the selected cards shall go there.
        log_requested(): a contact with the current customer shall be logged.
    """

    move_requested = Signal()
    move_chosen = Signal(object)
    log_requested = Signal()

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        find = (
            self.tr("Search in the board"),
            self.tr("Search in the board by name, company or phone"),
        )
        super().__init__(
            "pipeline", self.tr("Pipeline"), find, ground="window", side=24, parent=parent
        )
        self.count = Label(name="pipeline_heading", ink="text2", cut=True)
        self.move_button = Button(self.tr("Move to…"), name="pipeline_move", hint=hint(Cmd.MOVE_TO))
        self.move_button.setToolTip(tip(self.tr("Move the selected cards"), Cmd.MOVE_TO))
        self.move_button.setVisible(actor.may(Permission.CUSTOMERS_EDIT))
        self.log = Button(
            self.tr("Log contact"), name="pipeline_log", kind=ButtonKind.PRIMARY,
            icon="square-pen", hint=hint(Cmd.LOG),
        )  # fmt: skip
        self.log.setToolTip(tip(self.tr("Log a contact with the current customer"), Cmd.LOG))
        self.log.setVisible(actor.may(Permission.CONTACTS_LOG))
        self.menu = QMenu(self)
        named(self.menu, "pipeline_move_menu", self.tr("Move to"))
        self.move_button.clicked.connect(self.move_requested)
        self.log.clicked.connect(self.log_requested)
        self.set_primary(self.log)
        self.lay_out(self.count, (self.move_button, self.log), apart=8)

    def open_menu(self, here: Stage, refusal: Callable[[Stage], Refusal | None]) -> None:
        """Open the menu of stages; those that take no card show a lock, and say why."""
        self.menu.clear()
        for stage in Stage:
            if stage is Stage.ORDERED:
                self.menu.addSeparator()
            action = self.menu.addAction(words.menu_word(stage))
            action.setObjectName(f"pipeline_move_{stage.value}")
            action.setProperty("stage", stage.value)
            action.setEnabled(stage is not here)
            if stage.fixed:
                action.setIcon(icon("lock", "text3"))
            refused = refusal(stage)
            action.setToolTip(worded(refused) if refused is not None else "")
            action.triggered.connect(self._on_chosen)
        self.menu.setToolTipsVisible(True)
        self.menu.popup(self.move_button.mapToGlobal(QPoint(0, self.move_button.height() + 2)))

    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.move_chosen.emit(Stage(str(action.property("stage"))))

    @property
    def _is_narrow(self) -> bool:
        return self.width() < theme.px(_NARROW_UNDER)

    def search_width(self) -> int:
        if self.width() >= theme.px(_ROOMY_FROM):
            return 264
        return 160 if self._is_narrow else 176

    def measure(self) -> None:
        self.move_button.set_hint("" if self._is_narrow else hint(Cmd.MOVE_TO))
        self.log.set_hint("" if self._is_narrow else hint(Cmd.LOG))
        super().measure()
        self.count.setVisible(self.width() >= theme.px(820))
