"""What can be done to customers from the window: to whom each act applies, and doing it.

The footer, the context menu, the panel and the menu bar all ask here, so that they offer the same
acts with the same words. Whether an act is allowed is decided by the services; this only mirrors
it, so that nobody is offered what would be refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.contact import Method
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.services import contacts, ownership, phones
from salesdesk.services.contacts import Logged
from salesdesk.services.ownership import Owned
from salesdesk.services.session import Done
from salesdesk.ui.actions.assign_dialog import ChooseAgentDialog
from salesdesk.ui.actions.bulk_dialog import BulkDialog, BulkOutcome, OneDone
from salesdesk.ui.actions.chats import why_no_chat
from salesdesk.ui.actions.claim_dialog import ClaimDialog
from salesdesk.ui.actions.distribute_dialog import Distributed, DistributeDialog
from salesdesk.ui.actions.plan_dialog import PlanDialog
from salesdesk.ui.actions.protect_dialog import ProtectDialog
from salesdesk.ui.actions.release_dialog import ReleaseDialog
from salesdesk.ui.actions.set_aside_dialog import SetAsideDialog
from salesdesk.ui.actions.undo import History, Step
from salesdesk.ui.actions.undoable import (
    AssignedCustomer,
    AssignStep,
    DeleteStep,
    EditStep,
    Formed,
    LogStep,
    PlanStep,
    ProtectStep,
    ReleaseStep,
    SetAsideStep,
    contact_changed,
    customer_made,
)
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.forms.confirm import ConfirmDialog
from salesdesk.ui.kit.widgets import Action
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.shell_port import DialogShell
from salesdesk.ui.texts import aside_said, name_of


class CustomerAct(StrEnum):
    """An act on customers."""

    LOG = "log"
    WHATSAPP = "whatsapp"
    CALL = "call"
    PLAN = "plan"
    CLAIM = "claim"
    ASSIGN = "assign"
    DISTRIBUTE = "distribute"
    PROTECT = "protect"
    RELEASE = "release"
    SET_ASIDE = "set_aside"
    EDIT = "edit"

    @property
    def for_many(self) -> bool:
        """Whether it is offered for several customers at once."""
        return self in {
            CustomerAct.PLAN,
            CustomerAct.CLAIM,
            CustomerAct.ASSIGN,
            CustomerAct.DISTRIBUTE,
            CustomerAct.PROTECT,
            CustomerAct.RELEASE,
            CustomerAct.SET_ASIDE,
        }


ICONS = {
    CustomerAct.LOG: "square-pen",
    CustomerAct.WHATSAPP: "message-circle",
    CustomerAct.CALL: "phone",
    CustomerAct.PLAN: "calendar-plus",
    CustomerAct.CLAIM: "hand",
    CustomerAct.ASSIGN: "arrow-right-left",
    CustomerAct.DISTRIBUTE: "shuffle",
    CustomerAct.PROTECT: "shield",
    CustomerAct.RELEASE: "archive-restore",
    CustomerAct.SET_ASIDE: "circle-x",
    CustomerAct.EDIT: "pencil",
}

#: Acts that ask something before they do anything; their words end in an ellipsis.
ASKING = frozenset(
    {
        CustomerAct.ASSIGN,
        CustomerAct.DISTRIBUTE,
        CustomerAct.PROTECT,
        CustomerAct.RELEASE,
        CustomerAct.SET_ASIDE,
        CustomerAct.EDIT,
    }
)


def word(act: CustomerAct, rows: Sequence[CustomerRow] = ()) -> str:
    """The act in a word; giving is assigning what is available and transferring what is bound."""
    if act is CustomerAct.ASSIGN:
        free = sum(row.owner_uid is None for row in rows)
        if rows and free == len(rows):
            return translate("acts", "Assign")
        if rows and not free:
            return translate("acts", "Transfer")
        return translate("acts", "Assign or transfer")
    if act is CustomerAct.SET_ASIDE and rows and all(row.out is not None for row in rows):
        return translate("acts", "Take back")
    return {
        CustomerAct.LOG: translate("acts", "Log contact"),
        CustomerAct.WHATSAPP: translate("acts", "WhatsApp"),
        CustomerAct.CALL: translate("acts", "Call"),
        CustomerAct.PLAN: translate("acts", "Plan"),
        CustomerAct.CLAIM: translate("acts", "Claim"),
        CustomerAct.DISTRIBUTE: translate("acts", "Distribute"),
        CustomerAct.PROTECT: translate("acts", "Protect"),
        CustomerAct.RELEASE: translate("acts", "Release"),
        CustomerAct.SET_ASIDE: translate("acts", "Set aside"),
        CustomerAct.EDIT: translate("acts", "Edit"),
    }[act]


def applies(act: CustomerAct, row: CustomerRow, actor: Actor) -> bool:
    """Whether the act makes sense for this customer and the person may do it."""
    may, free = actor.may, row.owner_uid is None
    if act in {CustomerAct.LOG, CustomerAct.PLAN}:
        return may(Permission.CONTACTS_LOG)
    if act is CustomerAct.WHATSAPP and phones.is_landline(row.phone or ""):
        return False
    if act in {CustomerAct.WHATSAPP, CustomerAct.CALL}:
        return bool(row.phone) and may(Permission.CONTACTS_LOG)
    if act is CustomerAct.CLAIM:
        return free and may(Permission.CUSTOMERS_CLAIM) and may(Permission.CUSTOMERS_HOLD)
    if act is CustomerAct.DISTRIBUTE and row.out is not None:
        return False
    if act in {CustomerAct.ASSIGN, CustomerAct.DISTRIBUTE}:
        return may(Permission.CUSTOMERS_ASSIGN if free else Permission.CUSTOMERS_TRANSFER)
    if act is CustomerAct.PROTECT:
        return not free and may(Permission.CUSTOMERS_PROTECT)
    if act is CustomerAct.RELEASE:
        own = row.owner_uid == actor.uid and may(Permission.CUSTOMERS_HOLD)
        return not free and (own or may(Permission.CUSTOMERS_RELEASE_ANY))
    if act is CustomerAct.SET_ASIDE:
        own = row.owner_uid == actor.uid and may(Permission.CUSTOMERS_HOLD)
        return own or may(Permission.CUSTOMERS_RELEASE_ANY)
    return may(Permission.CUSTOMERS_EDIT)


def applicable(act: CustomerAct, rows: Sequence[CustomerRow], actor: Actor) -> list[CustomerRow]:
    """Those of the customers that the act would be done to."""
    if len(rows) > 1 and not act.for_many:
        return []
    return [row for row in rows if applies(act, row, actor)]


def possible(act: CustomerAct, rows: Sequence[CustomerRow], actor: Actor) -> bool:
    """Whether the act would be done to any of the customers."""
    return (act.for_many or len(rows) <= 1) and any(applies(act, row, actor) for row in rows)


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A customer was claimed."""

    customer_id: str
    name: str
    owned: Owned


@dataclass(frozen=True, slots=True)
class ClaimLost:
    """A claim that was refused, and why: somebody was faster, or a policy says no."""

    customer_id: str
    fault: Refusal


def _deleted(step: DeleteStep) -> tuple[DeleteStep, Done]:
    """Delete the contact of a step; on a worker thread."""
    return step, contacts.delete(step.session, step.deletion_id, step.contact_id)


def _assigned(one: OneDone) -> AssignedCustomer:
    """A customer who was claimed, assigned or transferred, as it was before."""
    assert isinstance(one.done, Owned)  # noqa: S101 - such acts answer with the binding
    row, standing = one.row, OwnershipSeen(one.done.owner_uid, one.done.since)
    return AssignedCustomer(
        row.id, name_of(row), row.owner_uid, row.owner_name, standing, one.event_id
    )


class CustomerActs(QObject):
    """Does the acts: by a dialog where something is to be chosen, else at once with a toast.

    Signals:
        claim_lost(ClaimLost): a claim was refused; the shell has told it.
    """

    claim_lost = Signal(object)

    def __init__(
        self, context: Context, shell: DialogShell, history: History, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._shell = shell
        self._history = history
        self._deleting = ("", "")
        self._contacting: tuple[CustomerAct, CustomerRow] | None = None

    def do(self, act: CustomerAct, rows: Sequence[CustomerRow]) -> None:
        """Do an act to those of the customers that it applies to."""
        chosen = applicable(act, rows, self._context.session.actor)
        if not chosen:
            return
        one = chosen[0]
        if act in {CustomerAct.LOG, CustomerAct.WHATSAPP, CustomerAct.CALL}:
            if one.out is None:
                self._contact(act, one)
            else:
                self._ask_first(act, one)
        elif act is CustomerAct.EDIT:
            self._shell.edit_customer(one.id)
        elif act is CustomerAct.CLAIM and len(chosen) == 1:
            self.claim(one.id, name_of(one))
        elif act is CustomerAct.DISTRIBUTE:
            dialog = DistributeDialog(self._context, chosen, parent=self._shell.window)
            dialog.distributed.connect(self._on_distributed)
            self._shell.open_dialog(dialog)
        else:
            self._open_bulk(act, chosen)

    def claim(self, customer_id: str, name: str) -> None:
        """Claim one customer at once."""
        work = partial(self._claim_work, new_id(), customer_id, name)
        self._context.tasks.command(work, self._on_claimed, self._shell.not_done)

    def ask_delete(self, contact_id: str, name: str) -> None:
        """Ask, then delete a contact with the customer of this name."""
        self._deleting = (contact_id, name)
        dialog = ConfirmDialog(
            fill(self.tr("Delete this contact with {name}?"), name=name),
            self.tr("It leaves the timeline. Its values stay in the history of events."),
            self.tr("Delete contact"),
            name="delete_contact_dialog",
            parent=self._shell.window,
        )
        dialog.accepted.connect(self._delete)
        self._shell.open_dialog(dialog)

    # --- contacts ---------------------------------------------------------------------------------

    def _ask_first(self, act: CustomerAct, row: CustomerRow) -> None:
        """Whoever is set aside is contacted only by somebody who was told."""
        self._contacting = (act, row)
        dialog = ConfirmDialog(
            fill(self.tr("{name} is set aside"), name=name_of(row)),
            f"{aside_said(row)}.",
            fill(self.tr("{act} all the same"), act=word(act)),
            name="contact_anyway_dialog",
            parent=self._shell.window,
        )
        dialog.accepted.connect(self._contact_all_the_same)
        self._shell.open_dialog(dialog)

    def _contact_all_the_same(self) -> None:
        asked, self._contacting = self._contacting, None
        if asked is not None:
            self._contact(*asked)

    def _contact(self, act: CustomerAct, row: CustomerRow) -> None:
        region = self._context.office.region
        if act is CustomerAct.WHATSAPP:
            if refused := why_no_chat(row, region):
                self._shell.refuse(refused, self._copying(row))
            else:
                self._shell.write_message(row)
            return
        if act is CustomerAct.CALL:
            self._open(row, phones.tel_link(row.phone or "", region))
        self._shell.log_contact(row.id, Method.CALL if act is CustomerAct.CALL else None)

    def open_whatsapp(self, row: CustomerRow, message: str = "") -> bool:
        """Open a chat in WhatsApp, with a message typed into it where there is one."""
        return self._open(
            row, phones.whatsapp_link(row.phone or "", self._context.office.region, message)
        )

    def _open(self, row: CustomerRow, address: str) -> bool:
        """Open a link to a customer; False, and why is said, where nothing opens."""
        if not address:
            said = fill(self.tr("{phone} is no number that can be called."), phone=row.phone or "")
            self._shell.refuse(said, self._copying(row))
            return False
        if not self._context.open_link(address):
            bare = address.partition("?")[0]
            said = fill(self.tr("Nothing on this computer opens {address}"), address=bare)
            self._shell.refuse(said, self._copying(row))
            return False
        return True

    def _copying(self, row: CustomerRow) -> Action:
        """What helps where a number cannot be called from here."""
        number = phones.display(row.phone or "", self._context.office.region)
        copy = partial(self._context.copy, number)
        return Action(self.tr("Copy number"), copy, "copy_number")

    def _delete(self) -> None:
        contact_id, name = self._deleting
        step = DeleteStep(self._context.session, contact_id, name, new_id())
        self._context.tasks.command(partial(_deleted, step), self._on_deleted, self._shell.not_done)

    def _on_deleted(self, deleted: tuple[DeleteStep, Done]) -> None:
        step, done = deleted
        self._context.feed.publish(done.changes)
        said = fill(self.tr("The contact with {name} is deleted."), name=step.name)
        self._history.did(step, said)

    # --- ownership --------------------------------------------------------------------------------

    def _claim_work(self, event_id: str, customer_id: str, name: str) -> _Claimed | ClaimLost:
        try:
            owned = ownership.claim(self._context.session, event_id, customer_id)
        except Refusal as fault:
            return ClaimLost(customer_id, fault)
        return _Claimed(customer_id, name, owned)

    def _on_claimed(self, claimed: _Claimed | ClaimLost) -> None:
        if isinstance(claimed, ClaimLost):
            self._shell.tell(claimed.fault)
            self.claim_lost.emit(claimed)
            return
        self._context.feed.publish(claimed.owned.changes)
        self.tell_claimed(claimed.customer_id, claimed.name, claimed.owned)

    def tell_claimed(self, customer_id: str, name: str, owned: Owned) -> None:
        """Say that a customer was claimed, which can be taken back, and open it."""
        given = AssignedCustomer(
            customer_id, name, None, None, OwnershipSeen(owned.owner_uid, owned.since), ""
        )
        step = AssignStep(self._context.session, (given,), claimed=True)
        self._history.did(step, fill(self.tr("{name} is yours now."), name=name))
        self._shell.open_claimed(customer_id)

    def tell_logged(self, logged: Logged, name: str) -> None:
        """Say that a contact was logged; it can be taken back, with the claim made beside it."""
        said = self.tr("Contact with {name} logged.")
        if logged.claimed is not None:
            said = self.tr("Contact with {name} logged, and the customer is yours now.")
        said = fill(said, name=name)
        if logged.contact is None:
            self._shell.toast(said)
            return
        step = LogStep(self._context.session, logged.contact.id, name, logged.claimed)
        self._history.did(step, said)
        if logged.claimed is not None:
            self._shell.open_claimed(logged.contact.customer_id)

    def tell_contact_changed(self, name: str) -> None:
        """Say that a contact was changed, which is not taken back."""
        said = fill(self.tr("The contact with {name} is changed."), name=name)
        self._history.did(contact_changed(name), said, offered=False)

    def tell_made(self) -> None:
        """Say that a new customer was saved, which is not taken back."""
        self._history.did(customer_made(), self.tr("Customer saved."), offered=False)

    def tell_saved(self, customer_id: str, name: str, edit_id: str) -> None:
        """Say that a customer was saved; `edit_id`: the change that can be taken back, or ''."""
        said = fill(self.tr("{name} saved."), name=name or self.tr("Customer"))
        if edit_id:
            whom = name or self.tr("a customer")
            self._history.did(EditStep(self._context.session, customer_id, whom, edit_id), said)
        else:
            self._shell.toast(said)

    # --- one or many ------------------------------------------------------------------------------

    def _open_bulk(self, act: CustomerAct, rows: Sequence[CustomerRow]) -> None:
        kinds: dict[CustomerAct, type[BulkDialog]] = {
            CustomerAct.PLAN: PlanDialog,
            CustomerAct.CLAIM: ClaimDialog,
            CustomerAct.ASSIGN: ChooseAgentDialog,
            CustomerAct.PROTECT: ProtectDialog,
            CustomerAct.RELEASE: ReleaseDialog,
            CustomerAct.SET_ASIDE: SetAsideDialog,
        }
        make: type = kinds[act]
        dialog: BulkDialog = make(self._context, rows, parent=self._shell.window)
        dialog.setProperty("act", act.value)
        dialog.acted.connect(self._on_acted)
        self._shell.open_dialog(dialog)

    def _on_acted(self, outcome: BulkOutcome) -> None:
        sender = self.sender()
        act = CustomerAct(str(sender.property("act"))) if sender is not None else CustomerAct.PLAN
        told = self._told(act, outcome)
        if isinstance(sender, ProtectDialog) and sender.ends:
            told = self._told_ended(outcome)
        elif isinstance(sender, SetAsideDialog) and sender.ends:
            told = self._told_back(outcome)
        elif isinstance(sender, PlanDialog) and sender.clears:
            told = self._told_cleared(outcome)
        elif isinstance(sender, ChooseAgentDialog) and (agent := sender.chosen()) is not None:
            said = self.tr("{whom} handed over to {agent}.")
            said = fill(said, whom=self._whom(outcome), agent=agent.name)
            told = self._with_refused(said, outcome)
        self._history.did(self._step_of(act, outcome), told)
        if outcome.refused:
            self._shell.refresh()

    def _on_distributed(self, what: Distributed) -> None:
        number = self._context.office.formats.number
        said = fill(
            self.tr("{whom} distributed among {agents}."),
            whom=fill(self.tr("{number} customers"), number=number(len(what.given))),
            agents=plural(
                "acts", "{number} agent", "{number} agents", what.agents,
                number=number(what.agents),
            ),
        )  # fmt: skip
        if what.batch.lost:
            names = ", ".join(one.name for one in what.batch.lost[:3])
            refused = self.tr("{number} refused: {names}")
            said = f"{said} {fill(refused, number=number(len(what.batch.lost)), names=names)}"
        if what.given:
            self._history.did(AssignStep(self._context.session, what.given), said)
        else:
            self._shell.refuse(said)
        if what.batch.lost:
            self._shell.refresh()

    def _step_of(self, act: CustomerAct, outcome: BulkOutcome) -> Step:
        """What takes an act on many back, or says that it is not taken back."""
        session = self._context.session
        formed = tuple(Formed(one.row.id, name_of(one.row), one.event_id) for one in outcome.each)
        if act is CustomerAct.PLAN:
            return PlanStep(session, formed)
        if act is CustomerAct.PROTECT:
            return ProtectStep(session, formed)
        if act is CustomerAct.RELEASE:
            return ReleaseStep(session, formed)
        if act is CustomerAct.SET_ASIDE:
            return SetAsideStep(session, formed)
        return AssignStep(
            session, tuple(map(_assigned, outcome.each)), claimed=act is CustomerAct.CLAIM
        )

    def _told(self, act: CustomerAct, outcome: BulkOutcome) -> str:
        patterns = {
            CustomerAct.PLAN: self.tr("Next step of {whom} planned."),
            CustomerAct.CLAIM: self.tr("{whom} claimed."),
            CustomerAct.ASSIGN: self.tr("{whom} handed over."),
            CustomerAct.PROTECT: self.tr("{whom} protected."),
            CustomerAct.RELEASE: self.tr("{whom} released."),
            CustomerAct.SET_ASIDE: self.tr("{whom} set aside."),
        }
        return self._with_refused(fill(patterns[act], whom=self._whom(outcome)), outcome)

    def _told_ended(self, outcome: BulkOutcome) -> str:
        said = self.tr("The protection of {whom} ended.")
        return self._with_refused(fill(said, whom=self._whom(outcome)), outcome)

    def _told_back(self, outcome: BulkOutcome) -> str:
        said = fill(self.tr("{whom} back in the round."), whom=self._whom(outcome))
        return self._with_refused(said, outcome)

    def _told_cleared(self, outcome: BulkOutcome) -> str:
        said = self.tr("The next step of {whom} is cleared.")
        return self._with_refused(fill(said, whom=self._whom(outcome)), outcome)

    def _whom(self, outcome: BulkOutcome) -> str:
        """The name of the only one, so that a wrong one is noticed; else how many."""
        if len(outcome.each) == 1:
            return name_of(outcome.each[0].row)
        number = self._context.office.formats.number(outcome.done)
        return fill(self.tr("{number} customers"), number=number)

    def _with_refused(self, said: str, outcome: BulkOutcome) -> str:
        number = self._context.office.formats.number
        if outcome.refused:
            names = ", ".join(name for name, _ in outcome.refused[:3])
            refused = self.tr("{number} refused: {names}")
            said = f"{said} {fill(refused, number=number(len(outcome.refused)), names=names)}"
        return said
