"""Log a contact, or change one: the dialog over the form (docs/rules.md, "Interactions")."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.domain.contact import CLOCK_GRACE, ContactDraft, Keep, Method
from salesdesk.domain.errors import (
    Conflict,
    ContactGone,
    CustomerGone,
    Invalid,
    PolicyRefusal,
    Refusal,
    Unavailable,
)
from salesdesk.domain.events import new_id
from salesdesk.domain.queries import CustomerRow
from salesdesk.services import contacts
from salesdesk.services.contacts import EditConflict, Logged
from salesdesk.ui.contacts import texts as words
from salesdesk.ui.contacts.opening import OpenedContactForm
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.forms.dialog import Row
from salesdesk.ui.kit.widgets import Button, announce
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route


class ContactDialog(OpenedContactForm):
    """The contact form of one customer.

    Closed while Save is under way, it hides and waits for the answer; a refusal shows it again
    with everything that was typed.

    Signals:
        logged(Logged): it is in the database.
        kept(str): the server is away and it is in the outbox; the sentence for a toast.
    """

    logged = Signal(object)
    kept = Signal(str)

    def __init__(
        self,
        context: Context,
        customer_id: str,
        *,
        row: CustomerRow | None = None,
        name: str = "",
        method: Method | None = None,
        notes: str = "",
        contact_id: str | None = None,
        draft: ContactDraft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context,
            customer_id,
            row=row,
            name=name,
            method=method,
            notes=notes,
            contact_id=contact_id,
            draft=draft,
            parent=parent,
        )
        self.busy_words = self.tr("Saving… Esc lets it go on unseen.")
        self._gone = False
        self._event_id = new_id()
        self._copy = Button(self.tr("Copy the note"), name="contact_copy", icon="copy", small=True)
        self._copy.clicked.connect(self._copy_note)
        self.odds.settled.connect(self._settled)
        self.save.clicked.connect(self._save)
        self.claim.clicked.connect(self._save_and_claim)

    # --- saving -----------------------------------------------------------------------------------

    def draft(self, *, claim: bool = False) -> ContactDraft | None:
        """What would be logged; None where method or outcome is missing."""
        typed = self.typed()
        if typed.method is None or typed.outcome is None:
            return None
        return ContactDraft(
            self._contact_id or self._draft_id,
            self._customer_id,
            typed.method,
            typed.outcome,
            typed.notes,
            typed.when,
            self.next_step(),
            Keep.CLEAR if typed.clear_standing else Keep.KEEP,
            claim,
        )

    def _save(self) -> None:
        self._submit(claim=False)

    def _save_and_claim(self) -> None:
        self._submit(claim=True)

    def _submit(self, *, claim: bool) -> None:
        unread = self._contact_id is not None and self._contact is None
        if self.busy or self._gone or unread or self._asks_which():
            return
        self.clear_faults()
        self.notice.dismiss()
        if not self._dates_hold():
            return
        draft = self.draft(claim=claim)
        if draft is None or not self._shape_holds(draft):
            self._mark_missing()
            return
        self._submitted = draft
        self.set_busy(True)
        self.claim.setEnabled(False)
        work: Callable[[], Logged]
        if self._contact is None:
            work = partial(contacts.log, self._context.session, draft)
        else:
            work = partial(
                contacts.edit, self._context.session, self._event_id, self._contact, draft
            )
        self._context.tasks.command(work, self._done, self._failed)

    def _dates_hold(self) -> bool:
        """Whether what stands in the date fields is what would be stored."""
        moment = self.typed().when is None or self.moment.settled()
        return self.next_day.settled() and moment

    def _shape_holds(self, draft: ContactDraft) -> bool:
        """Whether it makes sense to ask the database."""
        if draft.when is not None and draft.when > self.now() + CLOCK_GRACE:
            self.when_row.error.show_fault(
                self.tr("A contact cannot lie in the future."), self.moment
            )
            self.moment.setFocus()
            return False
        return True

    def _mark_missing(self) -> None:
        typed = self.typed()
        if typed.outcome is None:
            self.outcome_row.fail(self.tr("Choose how it went: successful or unsuccessful."))
            self.outcome.button("successful").setFocus()
        if typed.method is None:
            self.method_row.fail(self.tr("Choose how: WhatsApp, call or visit."))
            self.method.button("whatsapp").setFocus()

    def _unlock(self) -> None:
        self.set_busy(False)
        self.claim.setEnabled(True)
        self.save.setEnabled(not self._gone)
        self.bring_back()

    def _done(self, logged: Logged) -> None:
        self._context.feed.publish(logged.changes)
        self._forget_draft()
        self.logged.emit(logged)
        self.set_busy(False)
        self.accept()

    def _failed(self, fault: Exception) -> None:
        route(
            self._context, fault, refused=self._not_logged, away=self._not_sent, bug=self._say_bug
        )

    def _not_logged(self, refusal: Refusal) -> None:
        self._unlock()
        if isinstance(refusal, EditConflict):
            self._ask_which(refusal)
        else:
            self._say_refused(refusal)

    def _not_sent(self, fault: Unavailable) -> None:
        if self._contact_id is None:
            self._put_aside()
            return
        self._unlock()
        self.notice.show_notice(*self.away_words(fault))

    def _say_bug(self, _fault: BaseException) -> None:
        self._unlock()
        self.notice.show_notice(
            self.tr("Unexpected error."),
            self.tr("What you typed stays here. Saving again is safe: it counts once."),
            self._copy,
        )

    def _say_refused(self, refusal: Refusal) -> None:
        if isinstance(refusal, CustomerGone | ContactGone):
            self._gone = True
            self.save.setEnabled(False)
            self.claim.setEnabled(False)
            stays = self.tr("What you typed stays here: copy it before you close.")
            self.notice.show_notice(worded(refusal), stays, self._copy)
            return
        if isinstance(refusal, Invalid) and self._mark_faults(refusal):
            return
        stays = self.refused_words(refusal)
        if isinstance(refusal, Conflict | PolicyRefusal) and not refusal.earlier_stored:
            stays = self.tr("Nothing was saved. Save logs the contact without claiming.")
            self._load()
        self.notice.show_notice(worded(refusal), stays)

    # --- changed meanwhile ------------------------------------------------------------------------

    def _ask_which(self, conflict: EditConflict) -> None:
        """Show what somebody else wrote beside each field at odds; what is not stays as typed.

        From now on their values are what the form was opened with, and what was not touched here
        follows them, so that saving puts nothing of theirs back.
        """
        self.take_over(conflict.current, conflict.fields)
        self._event_id = new_id()
        formats, now = self._context.office.formats, self.now()
        for field in conflict.fields:
            self.odds[field].ask(words.field_text(conflict.current, field, formats, now))
        self.notice.show_notice(
            self.refused_words(conflict),
            self.tr("Somebody else changed the same fields. Choose for each, then save."),
        )
        self.odds[conflict.fields[0]].mine_button.setFocus()

    def _asks_which(self) -> bool:
        """Whether a choice between two values is open; it gets the focus."""
        for line in self.odds.values():
            if line.open:
                line.mine_button.setFocus()
                announce(self, self.tr("Choose between the two values first."))
                return True
        return False

    def _settled(self) -> None:
        for field, line in self.odds.items():
            if line.takes_theirs:
                self.show_theirs(field)
                line.takes_theirs = False
        if not any(line.open for line in self.odds.values()):
            self.notice.dismiss()
            self.save.setFocus()

    def _mark_faults(self, invalid: Invalid) -> bool:
        """Mark each field at fault; False where one is no field of this form."""
        places: dict[str, tuple[Row, QWidget]] = {
            "notes": (self.note_row, self.note),
            "when": (self.when_row, self.moment),
            "next_step": (self.next_row, self.next_day),
        }
        if any(fault.field not in places for fault in invalid.faults):
            return False
        for fault in reversed(invalid.faults):
            row, field = places[fault.field]
            row.error.show_fault(worded(fault), field)
            field.setFocus()
        return True

    def _say_away(self, _fault: Unavailable | None = None) -> None:
        if self._contact_id is not None:
            self.save.setEnabled(False)
            self.notice.show_notice(
                self.tr("The server is away."),
                self.tr("A contact can be changed once it is back."),
            )
            return
        self.notice.show_notice(
            self.tr("The server is away."),
            self.tr("Save keeps the contact on this computer and sends it once it is back."),
        )

    # --- the outbox -------------------------------------------------------------------------------

    def _put_aside(self) -> None:
        draft = self._submitted
        if draft is None:
            return
        name = self._row.name if self._row is not None else self.title.text()
        work = partial(self._context.outbox.add, draft, name)
        self._context.tasks.query(("outbox", id(self)), work, self._put, self._not_put)

    def _put(self, _kept: object) -> None:
        self._forget_draft()
        name = self._row.name if self._row is not None else self.title.text()
        told = self.tr("Server away: the contact with {name} is kept and will be sent once.")
        self.kept.emit(fill(told, name=name))
        self.set_busy(False)
        self.accept()

    def _not_put(self, fault: Exception) -> None:
        self._unlock()
        self.notice.show_notice(
            self.tr("The server is away, and this computer cannot keep the contact."),
            fill(self.tr("What you typed stays here: copy it. ({number})"), number=str(fault)),
            self._copy,
        )

    def reject(self) -> None:
        """Close; while Save is under way only out of sight."""
        if self.busy:
            self.put_away()
        else:
            super().reject()

    def _copy_note(self) -> None:
        self._context.copy(self.note.toPlainText())

    def _not_loaded(self, fault: Exception) -> None:
        route(self._context, fault, refused=self._say_refused, away=self._say_away)
