"""Choose the agent who gets one or many customers: assigned from the pool, or transferred."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import Agent
from salesdesk.domain.queries import CustomerRow
from salesdesk.services import ownership
from salesdesk.services.session import Done
from salesdesk.ui.actions.bulk_dialog import BulkDialog
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import SearchField
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route

_LIST_HEIGHT = 224


class ChooseAgentDialog(BulkDialog):
    """Hands customers to an agent: the available ones are assigned, the bound ones transferred.

    An agent who has all of them already is not offered.
    """

    def __init__(
        self, context: Context, rows: Sequence[CustomerRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, rows, _title(context, rows), name="agents_dialog", parent=parent)
        self._agents: tuple[Agent, ...] = context.office.agents
        self.search = SearchField(
            self.tr("Name of an agent"), name="agents_search", accessible=self.tr("Find an agent")
        )
        self.list = CellTable(
            [self.tr("Agent")], [0], name="agents_list", accessible=self.tr("Agents")
        )
        self.list.horizontalHeader().hide()
        self.list.setFixedHeight(theme.px(_LIST_HEIGHT))
        self.page.addWidget(self.search)
        self.page.addWidget(framed(self.list))
        self.end_rows()
        self.search.textChanged.connect(self._show)
        self.search.entered.connect(self._take_only)
        self.search.left.connect(self._to_list)
        self.list.opened.connect(self._opened)
        self.list.selectionModel().currentRowChanged.connect(self._chosen)
        self._show()
        work = partial(ownership.agents, context.session)
        context.tasks.query(("agents", id(self)), work, self._read, self._not_read)
        self.search.setFocus()

    def chosen(self) -> Agent | None:
        """The agent who is current in the list."""
        row = self.list.current()
        return next((agent for agent in self._agents if row and agent.uid == row.id), None)

    def choose(self, uid: str) -> None:
        """Make this agent the current one."""
        for row in range(self.list.cells.rowCount()):
            line = self.list.cells.row_at(row)
            if line is not None and line.id == uid:
                self.list.selectRow(row)

    def _take_only(self) -> None:
        """Enter takes the only one whose name matches what was typed."""
        if self.search.text().strip() and self.list.cells.rowCount() == 1:
            self.submit()

    def _to_list(self) -> None:
        self.list.select_first()
        self.list.setFocus()

    def _read(self, agents: tuple[Agent, ...]) -> None:
        if agents != self._agents:
            self._agents = agents
            self._show()

    def _not_read(self, fault: Exception) -> None:
        route(self._context, fault, refused=self._say_refused, away=self._say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        self.notice.show_notice(self.tr("The list cannot be read."), worded(refusal))

    def _say_away(self, _fault: Unavailable) -> None:
        strong = self.tr("The server is away.")
        self.notice.show_notice(strong, self.tr("This is the list as it was read last."))

    def _show(self) -> None:
        wanted = self.search.text().strip().casefold()
        owners = {row.owner_uid for row in self.rows}
        has_all = next(iter(owners)) if len(owners) == 1 else None
        before = self.list.current()
        self.list.show_rows(
            [
                CellRow(agent.uid, (TextCell(agent.name, Level.TEXT, "user"),))
                for agent in self._agents
                if agent.uid != has_all and wanted in agent.name.casefold()
            ]
        )
        if before is not None:
            self.choose(before.id)
        if wanted and self.list.cells.rowCount() == 1:
            self.list.select_first()
        self._chosen()

    def _chosen(self) -> None:
        agent = self.chosen()
        self.act.setEnabled(agent is not None)
        told = fill(self.tr("Give to {name}"), name=agent.name if agent else "…")
        self.act.setText(told)

    def _opened(self, _index: QModelIndex) -> None:
        self.submit()

    def act_on(self, row: CustomerRow, event_id: str) -> Callable[[], Done]:
        agent, session = self.chosen(), self._context.session
        if agent is None:
            raise ValueError("no agent is chosen")
        if row.owner_uid is None:
            return partial(ownership.assign, session, event_id, row.id, agent.uid)
        seen = OwnershipSeen(row.owner_uid, row.owned_since)
        return partial(ownership.transfer, session, event_id, row.id, agent.uid, seen)


def _title(context: Context, rows: Sequence[CustomerRow]) -> str:
    free = sum(row.owner_uid is None for row in rows)
    number = context.office.formats.number(len(rows))
    if len(rows) == 1:
        one = (
            translate("agents", "Assign {name}") if free else translate("agents", "Transfer {name}")
        )
        return fill(one, name=rows[0].name)
    if free == len(rows):
        told = translate("agents", "Assign {number} customers")
    elif not free:
        told = translate("agents", "Transfer {number} customers")
    else:
        told = translate("agents", "Assign or transfer {number} customers")
    return fill(told, number=number)
