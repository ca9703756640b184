"""The dialogs of the team, of reports, reminders and administration, for the gallery."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from salesdesk.domain.exporting import CUSTOMER_COLUMNS, CustomersTable
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.reports.report_scope import Period
from salesdesk.domain.targets import TargetOf
from salesdesk.services import targets
from salesdesk.services.admin import people, roles, roster
from salesdesk.ui.actions.claim_dialog import ClaimDialog
from salesdesk.ui.actions.distribute_dialog import DistributeDialog
from salesdesk.ui.activity.people_dialog import SeveralPeopleDialog
from salesdesk.ui.activity.period_dialog import PeriodDialog
from salesdesk.ui.customer.erase_dialog import EraseDialog
from salesdesk.ui.customers.view_name_dialog import ViewNameDialog
from salesdesk.ui.exporting.dialog import ExportDialog
from salesdesk.ui.help.dialog import HelpDialog
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit.forms.confirm import ConfirmDialog
from salesdesk.ui.kit.forms.leave_dialog import LeaveDialog
from salesdesk.ui.lists.exportable import Exportable, further
from salesdesk.ui.people.account_dialog import AccountDialog
from salesdesk.ui.people.code_dialog import CodeDialog
from salesdesk.ui.people.give_access_dialog import GiveAccessDialog
from salesdesk.ui.people.hand_over_dialog import HandOverDialog
from salesdesk.ui.people.new_role_dialog import NewRoleDialog
from salesdesk.ui.reminders.snooze_dialog import SnoozeDialog
from salesdesk.ui.team.pause_dialog import PauseDialog
from salesdesk.ui.team.target_dialog import TargetDialog
from tests.support.sessions import HeldExports

if TYPE_CHECKING:
    from tests.pictures.dialog_gallery_parts import Sample

_TODAY = dt.date(2026, 6, 8)


def _settled(sample: Sample, dialog: QDialog) -> QDialog:
    sample.settle()
    return dialog


def _hand_over(sample: Sample) -> QDialog:
    admin = sample.office.admin
    lines = roster.roster(admin).people
    line = next(one for one in lines if one.person.uid == sample.office.other_uid)
    return _settled(sample, HandOverDialog(sample.seat.context, line))


def _give_access(sample: Sample) -> QDialog:
    admin = sample.office.admin
    return GiveAccessDialog(sample.seat.context, people.people(admin)[:2], roles.roles(admin))


def _code(sample: Sample) -> QDialog:
    person = people.people(sample.office.admin)[0]
    return _settled(sample, CodeDialog(sample.seat.context, person))


def _target(sample: Sample) -> QDialog:
    of = TargetOf(uid=sample.office.agent_uid)
    found = targets.standing(sample.office.lead).agents
    return TargetDialog(sample.seat.context, next(one for one in found if one.of == of))


def _export(sample: Sample) -> QDialog:
    table = CustomersTable(CustomerQuery(), CUSTOMER_COLUMNS)
    heads = tuple(field.value for field in CUSTOMER_COLUMNS)
    title = translate("customers", "Customers")
    offered = Exportable(title, "", table, heads, (), further(CUSTOMER_COLUMNS))
    return ExportDialog(sample.seat.context, HeldExports(), offered)


def _question(sample: Sample) -> QDialog:
    said = translate(
        "ConnectionsPage",
        "This computer forgets {name} and its password. The database itself stays as it is.",
    )
    words = translate("ConnectionsPage", "Remove the connection")
    return ConfirmDialog(
        words, said, translate("ConnectionsPage", "Remove"), name="remove_connection"
    )


MORE: dict[str, Callable[[Sample], QDialog]] = {
    "claim": lambda s: ClaimDialog(s.seat.context, [s.row(s.free)]),
    "distribute": lambda s: _settled(s, DistributeDialog(s.seat.context, s.bound())),
    "erase": lambda s: _settled(s, EraseDialog(s.seat.context, s.siti)),
    "export": _export,
    "help": lambda _: HelpDialog(("agents", "today"), lambda _: True),
    "account": lambda s: AccountDialog(s.seat.context, s.office.agent_uid, "Andi Firmansyah", {}),
    "code": _code,
    "give-access": _give_access,
    "hand-over": _hand_over,
    "leave": lambda _: LeaveDialog(),
    "new-role": lambda s: NewRoleDialog(s.seat.context, roles.roles(s.office.admin)),
    "pause": lambda s: _settled(s, PauseDialog(s.seat.context, closed=False)),
    "pause-closed": lambda s: _settled(s, PauseDialog(s.seat.context, closed=True)),
    "people": lambda s: SeveralPeopleDialog(s.seat.context.office.agents, ()),
    "period": lambda s: PeriodDialog(
        Period(_TODAY, _TODAY), _TODAY, 366, s.seat.context.office.formats
    ),
    "question": _question,
    "snooze": lambda s: SnoozeDialog("Siti Rahmawati", s.office.now, s.seat.context.office.formats),
    "target": _target,
    "view-name": lambda _: ViewNameDialog(translate("views", "Save this view"), "", (), ()),
}
