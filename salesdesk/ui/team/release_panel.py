"""One release: why it was, what came of it, and giving the customer back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.release_log import ReleaseFacts, ReleaseRow
from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    GroupHead,
    Label,
    Pane,
    Paragraph,
    TimelineItems,
    TimelineView,
)
from salesdesk.ui.team import log_words as words

_WIDTH = 376


class ReleasePanel(Pane):
    """The panel beside the log.

    Signals:
        given_back(): give the customer back with the clock as it was.
        protecting(): do so, and protect it until a date.
        claiming(): claim it for oneself, from the pool.
        opened(str): open this customer.
    """

    given_back = Signal()
    protecting = Signal()
    claiming = Signal()
    opened = Signal(str)

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__("base", "left", name="release_panel", parent=parent)
        self._actor = actor
        self._row: ReleaseRow | None = None
        self.title = Label(name="release_customer", face=Face.TITLE, cut=True)
        self.company = Label(name="release_company", ink="text2", cut=True)
        self.give = Button(
            name="release_give_back", kind=ButtonKind.PRIMARY, icon="undo-2",
            accessible=self.tr("Give back"),
        )  # fmt: skip
        self.claim = Button(
            self.tr("Claim"), name="release_claim", icon="hand", hint=hint(Cmd.CLAIM)
        )
        self.open = Button(self.tr("Open"), name="release_open", kind=ButtonKind.LINK)
        self.meaning = Paragraph(name="release_meaning", ink="text2")
        self.protect = Button(
            self.tr("Give back and protect…"), name="release_protect", kind=ButtonKind.LINK
        )
        self.head = GroupHead(self.tr("Why was this customer released"), "release_why_heading")
        self._items = TimelineItems(self)
        self.story = TimelineView(name="release_story", accessible=self.tr("Why"))
        self.story.setModel(self._items)
        self._top = QVBoxLayout()
        self._acts = QHBoxLayout()
        self._lay_out()
        self.give.clicked.connect(self.given_back)
        self.protect.clicked.connect(self.protecting)
        self.claim.clicked.connect(self.claiming)
        self.open.clicked.connect(self._on_open)

    def _lay_out(self) -> None:
        for button in (self.give, self.claim):
            self._acts.addWidget(button)
        self._acts.addStretch(1)
        self._top.addWidget(self.title)
        self._top.addWidget(self.company)
        self._top.addLayout(self._acts)
        self._top.addWidget(self.meaning)
        row = QHBoxLayout()
        row.addWidget(self.protect)
        row.addStretch(1)
        row.addWidget(self.open)
        self._top.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.head)
        column.addWidget(self.story, 1)
        self.measure()

    def begin(self, row: ReleaseRow) -> None:
        """Show a release of which only the line is known yet."""
        self._row = row
        self.title.setText(words.customer_of(row))
        self.company.setText(row.company or "")
        self.company.setVisible(bool(row.company))
        self.give.setText(fill(self.tr("Give back to {name}"), name=row.owner.split(" ")[0]))
        self.meaning.set_text(self.tr("Reading…"))
        self.open.setVisible(row.customer is not None)
        self._items.show_items(())
        self._offer(able=False)

    def show_facts(self, row: ReleaseRow, facts: ReleaseFacts, formats: Formats) -> None:
        """Show what decided it."""
        self._row = row
        self.meaning.set_text(words.meaning(row, facts, formats))
        self._items.show_items(words.story(row, facts, formats))
        self._offer(able=facts.leaves_at is not None)

    def _offer(self, *, able: bool) -> None:
        may = self._actor.may
        self.give.setVisible(may(Permission.CUSTOMERS_ASSIGN))
        self.give.setEnabled(able)
        self.protect.setVisible(
            may(Permission.CUSTOMERS_ASSIGN) and may(Permission.CUSTOMERS_PROTECT)
        )
        self.protect.setEnabled(able)
        self.claim.setVisible(may(Permission.CUSTOMERS_CLAIM) and may(Permission.CUSTOMERS_HOLD))
        self.claim.setEnabled(able)

    def _on_open(self) -> None:
        if self._row is not None:
            self.opened.emit(self._row.customer_id)

    def measure(self) -> None:
        side = theme.px(16)
        self.setFixedWidth(theme.px(_WIDTH))
        self._top.setContentsMargins(side, side, side, side)
        self._top.setSpacing(theme.px(8))
        self._acts.setSpacing(theme.px(8))
