"""What Today leads to: a visit to log, the pool, those without a plan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from salesdesk.domain.contact import Method
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerRow,
    OwnerFilter,
    OwnerScope,
)
from salesdesk.ui.customers.screen import CustomersScreen
from salesdesk.ui.session.context import Shell
from salesdesk.ui.today.screen import TodayScreen


class TodayLinks(QObject):
    """Connects Today with the rest of the window."""

    def __init__(
        self,
        today: TodayScreen,
        customers: CustomersScreen,
        shell: Shell,
        go_to: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._me = today.me
        self._customers = customers
        self._shell = shell
        self._go_to = go_to
        today.visit_chosen.connect(self._log_visit)
        today.new_requested.connect(shell.new_customer)
        today.import_requested.connect(customers.import_requested)
        customers.is_empty.connect(today.show_nobody)
        today.pool_requested.connect(self._look_in_the_pool)
        today.planning_requested.connect(self._look_for_the_unplanned)

    def _log_visit(self, row: CustomerRow) -> None:
        self._shell.log_contact(row.id, Method.VISIT)

    def _look_in_the_pool(self) -> None:
        self._go_to("pool")

    def _look_for_the_unplanned(self) -> None:
        mine = OwnerFilter(OwnerScope.PERSON, self._me)
        self._show(CustomerQuery(owner=mine, follow_up=FollowUpState.NONE))

    def _show(self, query: CustomerQuery) -> None:
        self._customers.ask(query)
        self._go_to("customers")
