"""Create or edit a customer; a number that is known already names who has it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from salesdesk.domain.customer import Customer, CustomerDraft
from salesdesk.domain.errors import CustomerGone, Duplicate, Invalid, Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.permissions import Permission
from salesdesk.services import customers, ownership
from salesdesk.services.customers import Created, EditConflict
from salesdesk.services.ownership import Owned
from salesdesk.services.session import Done
from salesdesk.ui.contacts.drafts import DraftKeeper, Stored
from salesdesk.ui.customer import drafts
from salesdesk.ui.customer.form import FIELDS, CustomerForm, same, value_of
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.widgets import Button, announce
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.texts import day_and_time

_PAUSE_MS = 300
_SHORTEST_NUMBER = 6


class CustomerDialog(CustomerForm):
    """A new customer, or an existing one.

    Args:
        customer_id: whom to edit; None: a new one.

    Signals:
        saved(str, str): the customer's id, created or changed, and the id of the change that can
            be taken back; '' where there is none.
        claimed(str, str, Owned): the customer who has the number was claimed; id and name.
        open_requested(str): the person wants to see the customer who has the number.
    """

    saved = Signal(str, str)
    claimed = Signal(str, str, object)
    open_requested = Signal(str)

    def __init__(
        self, context: Context, customer_id: str | None = None, parent: QWidget | None = None
    ) -> None:
        edit, new = translate("customer", "Edit customer"), translate("customer", "New customer")
        super().__init__(edit if customer_id else new, parent=parent)
        self.busy_words = self.tr("Saving…")
        self._context = context
        self._id = customer_id or new_id()
        self._new = customer_id is None
        self._event_id = new_id()
        self._seen: Customer | None = None
        self._gone = False
        self._found_id = self._found_name = ""
        actor = context.session.actor
        self._may_claim = all(
            map(actor.may, (Permission.CUSTOMERS_CLAIM, Permission.CUSTOMERS_HOLD))
        )
        self.mine = QCheckBox(self.tr("Becomes my customer"))
        self.mine.setObjectName("customer_mine")
        self.mine.setChecked(self._may_claim)
        self.mine.setVisible(self._new and self._may_claim)
        self.page.addWidget(self.mine)
        self.end_rows()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_for_number)
        self._connect()
        self.name.setFocus()
        self._keeper: DraftKeeper | None = None
        self._kept_something = False
        if self._new:
            self._keep_draft()
        else:
            self.page_enabled(False)
            work = partial(customers.get, context.session, self._id)
            context.tasks.query(("customer form", id(self)), work, self._read, self._not_read)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.phone.textChanged.connect(self._phone_changed)
        self.taken.open_button.clicked.connect(self._open_found)
        self.taken.claim_button.clicked.connect(self._claim_found)
        self.odds.settled.connect(self._settled)
        self.finished.connect(self._over)

    def page_enabled(self, enabled: bool) -> None:
        """Lock the form while the customer is read."""
        self._page.setEnabled(enabled)
        self.save.setEnabled(enabled)

    # --- opening ----------------------------------------------------------------------------------

    def _read(self, customer: Customer) -> None:
        self._seen = customer
        self.page_enabled(True)
        self.fill(customer)
        self._pause.stop()
        self.name.setFocus()

    def _not_read(self, fault: Exception) -> None:
        route(self._context, fault, refused=self._say_closed, away=self._say_unread)

    def _say_closed(self, refusal: Refusal) -> None:
        self.notice.show_notice(self.tr("It cannot be edited."), worded(refusal))

    def _say_unread(self, _fault: Unavailable) -> None:
        strong = self.tr("The server is away.")
        self.notice.show_notice(strong, self.tr("Open the customer again once it is back."))

    # --- the draft on disk ------------------------------------------------------------------------

    def _keep_draft(self) -> None:
        if self._context.drafts is None:
            return
        self._afresh = Button(self.tr("Start afresh"), name="customer_afresh", small=True)
        self._afresh.clicked.connect(self._start_afresh)
        self._keeper = DraftKeeper(self._context.tasks, self._context.drafts, drafts.KEY)
        self._keeper.found.connect(self._offer_draft)
        self._keeper.look()
        for told in (
            *(
                line.textChanged
                for line in (self.name, self.phone, self.others, self.company, self.address)
            ),
            *(self.source.currentIndexChanged, self.status.chosen, self.mine.toggled),
        ):
            told.connect(self._autosave)

    def _autosave(self) -> None:
        draft = self.draft(self._id)
        if self._keeper is None:
            return
        if drafts.worth_keeping(draft):
            self._kept_something = True
            mine = self.mine.isChecked()
            self._keeper.keep(drafts.stored(draft, self._now(), mine=mine))
        elif self._kept_something:
            self._forget_draft()

    def _offer_draft(self, content: Stored) -> None:
        found = drafts.restored(content)
        if found is None or self.busy or drafts.worth_keeping(self.draft(self._id)):
            return
        draft, at, mine = found
        # The same id, so that one that was stored though its answer was lost is not doubled.
        self._id = draft.id
        self.fill_draft(draft)
        self.mine.setChecked(mine and self._may_claim)
        when = day_and_time(at, self._now(), self._context.office.formats)
        self.notice.show_notice(
            self.tr("Taken up again."),
            fill(self.tr("This was typed on {when} and not saved."), when=when),
            self._afresh,
        )

    def _start_afresh(self) -> None:
        self.notice.dismiss()
        self._id = new_id()
        self.fill_draft(CustomerDraft(id=self._id, name="", phone=""))
        self.mine.setChecked(self._may_claim)
        self.clear_faults()
        self._forget_draft()
        self.name.setFocus()

    def _forget_draft(self) -> None:
        self._kept_something = False
        if self._keeper is not None:
            self._keeper.forget()

    def _now(self) -> datetime:
        """The database's clock where it was read, else this computer's, for display."""
        pulse = self._context.connection.pulse
        return pulse.now if pulse is not None else datetime.now(UTC)

    # --- the phone number -------------------------------------------------------------------------

    def _phone_changed(self) -> None:
        self.rows["phone"].fail("")
        self._context.tasks.void(("number", id(self)))
        if sum(c.isdigit() for c in self.phone.text()) < _SHORTEST_NUMBER:
            self._pause.stop()
            self.taken.show_found(None, False)
        else:
            self._pause.start()

    def _look_for_number(self) -> None:
        # A new customer whose answer was lost may be stored: its own number is nobody else's.
        session, number = self._context.session, self.phone.text()
        work = partial(customers.duplicate_of, session, number, self._id)
        self._context.tasks.query(("number", id(self)), work, self._found, self._not_found)

    def _found(self, duplicate: Duplicate | None) -> None:
        self.taken.show_found(duplicate, self._may_claim)

    def _not_found(self, fault: Exception) -> None:
        # Saving looks for the number once more; until then a missing hint costs nothing.
        route(self._context, fault)

    def _open_found(self) -> None:
        if self.taken.found is not None:
            self._forget_draft()
            self.open_requested.emit(self.taken.found.customer_id)
            self.reject()

    def _claim_found(self) -> None:
        if self.taken.found is None or self.busy:
            return
        self._found_id = self.taken.found.customer_id
        self._found_name = self.taken.found.customer_name
        self.set_busy(True)
        work = partial(ownership.claim, self._context.session, new_id(), self._found_id)
        self._context.tasks.command(work, self._claimed, self._failed)

    def _claimed(self, owned: Owned) -> None:
        self._forget_draft()
        self._context.feed.publish(owned.changes)
        self.set_busy(False)
        self.claimed.emit(self._found_id, self._found_name, owned)
        self.open_requested.emit(self._found_id)
        self.accept()

    # --- saving -----------------------------------------------------------------------------------

    def _save(self) -> None:
        if self.busy or self._gone or (self._seen is None and not self._new):
            return
        self.clear_faults()
        open_odds = [line for line in self.odds.values() if line.open]
        if open_odds:
            open_odds[0].mine_button.setFocus()
            announce(self, self.tr("Choose between the two values first."))
            return
        self.notice.dismiss()
        self._pause.stop()
        self.set_busy(True)
        draft, session = self.draft(self._id), self._context.session
        work: Callable[[], Done]
        if self._seen is None:
            mine = self.mine.isChecked() and not self.mine.isHidden()
            work = partial(customers.create, session, draft, claim=mine)
        else:
            work = partial(customers.edit, session, self._event_id, draft, self._seen)
        self._context.tasks.command(work, self._done, self._failed)

    def _done(self, done: Done) -> None:
        self._forget_draft()
        self._context.feed.publish(done.changes)
        self.set_busy(False)
        if isinstance(done, Created):
            self.saved.emit(done.customer_id, "")
        else:
            self.saved.emit(self._id, self._event_id if done.changes.topics else "")
        self.accept()

    def _failed(self, fault: Exception) -> None:
        self.set_busy(False)
        self.bring_back()
        route(
            self._context, fault, refused=self._say_refused, away=self.say_away, bug=self._say_bug
        )

    def _say_bug(self, _fault: BaseException) -> None:
        self.notice.show_notice(
            self.tr("Unexpected error."),
            self.tr("What you typed stays here. Saving again is safe: it counts once."),
        )

    def _say_refused(self, refusal: Refusal) -> None:
        if isinstance(refusal, Invalid) and self.mark(refusal):
            return
        if isinstance(refusal, Duplicate):
            self.taken.show_found(refusal, self._may_claim)
            self.phone.setFocus()
            return
        if isinstance(refusal, EditConflict):
            self._ask_which(refusal)
            return
        stays = self.refused_words(refusal)
        if isinstance(refusal, CustomerGone):
            self._gone = True
            self.save.setEnabled(False)
            stays = self.tr("What you typed stays here: copy it before you close.")
        self.notice.show_notice(worded(refusal), stays)

    def _ask_which(self, conflict: EditConflict) -> None:
        # From now on the other's values are what the form was opened on; what was not touched
        # here follows them, so that saving does not put the old values back.
        before, draft = self._seen, self.draft(self._id)
        for field in FIELDS:
            if before is not None and field not in conflict.fields and same(draft, before, field):
                self.show_field(field, conflict.current)
        self._seen = conflict.current
        self._new = False
        self._event_id = new_id()
        for field in conflict.fields:
            self.odds[field].ask(value_of(conflict.current, field))
        self.notice.show_notice(
            self.refused_words(conflict),
            self.tr("Somebody else changed the same fields. Choose for each, then save."),
        )
        self.odds[conflict.fields[0]].mine_button.setFocus()

    def _settled(self) -> None:
        for field, line in self.odds.items():
            if line.takes_theirs and self._seen is not None:
                self.show_field(field, self._seen)
                line.takes_theirs = False
        if not any(line.open for line in self.odds.values()):
            self.notice.dismiss()
            self.save.setFocus()

    # --- closing ----------------------------------------------------------------------------------

    def reject(self) -> None:
        """Close; while Save is under way only out of sight."""
        under_way = self.busy and (self._new or self._seen is not None)
        if under_way:
            self.put_away()
        else:
            super().reject()

    def _over(self) -> None:
        self._pause.stop()
        if self._keeper is not None:
            self._keeper.close()
            self._keeper = None
        for key in ("customer form", "number"):
            self._context.tasks.void((key, id(self)))
        self.deleteLater()
