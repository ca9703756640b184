"""The top of the board: title, how many, search, 'Move to…', and the one act."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pipeline import Stage
from salesdesk.ui.commands import Cmd, hint, tip
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.icons import icon
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    Label,
    Pane,
    SearchField,
    named,
)
from salesdesk.ui.pipeline import texts as words
from salesdesk.ui.refusals import worded

#: From this width on the parts are as wide as in the design.
_ROOMY_FROM = 1000

#: Under this width the keys are not shown beside the words of the buttons, and the search gives.
_NARROW_UNDER = 720


class PipelineHeader(Pane):
    """Title and acts of the board.

    Signals:
        searched(str): a text shall be looked for.
        left(): the focus shall go to the cards.
        move_requested(): the menu 'Move to…' shall open.
        move_chosen(Stage): the selected cards shall go there.
        log_requested(): a contact with the current customer shall be logged.
    """

    searched = Signal(str)
    left = Signal()
    move_requested = Signal()
    move_chosen = Signal(object)
    log_requested = Signal()

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__("window", name="pipeline_header", parent=parent)
        self._title = Label(self.tr("Pipeline"), name="pipeline_title", face=Face.TITLE)
        self.count = Label(name="pipeline_heading", ink="text2", cut=True)
        self.search = SearchField(
            self.tr("Search in the board"),
            name="pipeline_search",
            accessible=self.tr("Search in the board by name, company or phone"),
            hint=hint(Cmd.SEARCH),
        )
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
        self.search.searched.connect(self.searched)
        self.search.left.connect(self.left)
        self.move_button.clicked.connect(self.move_requested)
        self.log.clicked.connect(self.log_requested)
        words_row = QHBoxLayout()
        words_row.setSpacing(theme.px(12))
        words_row.addWidget(self._title)
        words_row.addWidget(self.count, 1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words_row, 1)
        self._row.addWidget(self.search)
        self._row.addSpacing(theme.px(8))
        self._row.addWidget(self.move_button)
        self._row.addWidget(self.log)
        self.measure()

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

    def set_panel_open(self, shown: bool) -> None:
        """One filled button in view: the panel's while it is open, else this header's."""
        self.log.set_kind(ButtonKind.OUTLINED if shown else ButtonKind.PRIMARY)

    def measure(self) -> None:
        roomy = self.width() >= theme.px(_ROOMY_FROM)
        narrow = self.width() < theme.px(_NARROW_UNDER)
        self.move_button.set_hint("" if narrow else hint(Cmd.MOVE_TO))
        self.log.set_hint("" if narrow else hint(Cmd.LOG))
        side = theme.px(24)
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(theme.px(8))
        self.search.setFixedWidth(theme.px(264 if roomy else 160 if narrow else 176))
        self.count.setVisible(self.width() >= theme.px(820))
        self.setFixedHeight(theme.px(64))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()
