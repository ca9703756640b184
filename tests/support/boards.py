"""What tests of the board ask of it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.pipeline import Stage
from salesdesk.services.lists import customers
from salesdesk.ui.commands import Cmd
from salesdesk.ui.pipeline.card_list import CardList
from salesdesk.ui.pipeline.cards import CardLine
from salesdesk.ui.pipeline.screen import PipelineScreen
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit

ALT = Qt.KeyboardModifier.AltModifier


class BoardSeat:
    """A seat in front of the board.

    Attributes:
        seat: the window.
        screen: its board.
    """

    def __init__(self, seat: OpenWindow) -> None:
        self.seat = seat
        seat.give(Cmd.GO_PIPELINE)
        self.screen: PipelineScreen = seat.window.pipeline

    def names(self, stage: Stage) -> list[str]:
        """The cards of a column, as far as they were read."""
        return [line.name for line in self.screen.board.columns[stage].lines]

    def view(self, stage: Stage) -> CardList:
        """The list of a column."""
        return self.screen.columns.columns[stage].list

    def choose(self, *names: str) -> None:
        """Select cards of one column; the last is the current one."""
        ids = {line.name: line.id for line in self._lines()}
        assert self.screen.go_to_id(ids[names[-1]])
        listed = self.screen.columns.active
        listed.setFocus()
        listed.select_ids(frozenset(ids[name] for name in names), ids[names[-1]])

    def _lines(self) -> list[CardLine]:
        columns = self.screen.board.columns.values()
        return [line for column in columns for line in column.lines]

    @property
    def chosen(self) -> list[str]:
        """The names of the selected cards."""
        return [row.name for row in self.screen.selected()]

    @property
    def focused(self) -> Stage | None:
        """The column that has the keyboard."""
        return next((s for s in Stage if self.view(s).hasFocus()), None)

    def said(self, stage: Stage) -> str:
        """The line under a column: how many more there are."""
        more = self.screen.columns.columns[stage].more
        return more.text() if more.isVisible() else ""


def at_board(office: Office, sit: Sit, uid: str | None = None) -> BoardSeat:
    """The board of a person, of the lead unless another is named."""
    return BoardSeat(sit(office, office.session(uid or office.lead_uid)))


def status_of(office: Office, customer_id: str) -> SalesStatus:
    """The status in the database."""
    return customers.rows(office.lead, [customer_id])[0].status
