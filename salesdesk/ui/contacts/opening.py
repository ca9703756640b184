"""The contact form as it opens: read from the database, warned, kept while it is typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QWidget

from salesdesk.domain.contact import Contact, ContactDraft, Keep, Method
from salesdesk.domain.events import new_id
from salesdesk.domain.idle_clock import Departure
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.step_dates import office_today, step_at, step_typed
from salesdesk.services import contacts
from salesdesk.services.contacts import Prospect
from salesdesk.services.session import Session
from salesdesk.ui.contacts import drafts as keeping
from salesdesk.ui.contacts import texts as words
from salesdesk.ui.contacts.form import ContactForm, Typed
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.widgets import Button
from salesdesk.ui.session.context import Context
from salesdesk.ui.texts import day_and_time, late_warning


@dataclass(frozen=True, slots=True)
class _Opened:
    """What the form needs from the database."""

    prospect: Prospect
    contact: Contact | None


def _open(session: Session, customer_id: str, contact_id: str | None) -> _Opened:
    contact = contacts.get(session, contact_id) if contact_id else None
    return _Opened(contacts.prospect(session, customer_id), contact)


class OpenedContactForm(ContactForm):
    """The form over the database, without Save.

    Args:
        row: what the opener knows of the customer, shown until the database answers.
        name: of the customer, where that is all that is known.
        method, notes: chosen and written already, as by the WhatsApp or the call button.
        contact_id: an existing contact is changed.
        draft: a contact from the outbox is mended; it keeps its id.
    """

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
        edited = contact_id is not None
        edit, log = translate("contact", "Edit contact"), translate("contact", "Log contact")
        super().__init__(
            edit if edited else log, context.office.formats, edited=edited, parent=parent
        )
        self._context = context
        self._customer_id = customer_id
        self._contact_id = contact_id
        self._draft_id = draft.id if draft is not None else new_id()
        self._row = row
        self._prospect: Prospect | None = None
        self._contact: Contact | None = None
        self._since_read = QElapsedTimer()
        self._submitted: ContactDraft | None = None
        self._keeper: keeping.DraftKeeper | None = None
        self._kept_something = False
        self._afresh = Button(self.tr("Start afresh"), name="contact_afresh", small=True)
        self._afresh.clicked.connect(self._start_afresh)
        self.finished.connect(self._over)
        context.connection.regained.connect(self._regained)
        self.title.show_text(name)
        if row is not None:
            self.show_customer(row, context.session.actor.uid)
        if draft is not None:
            self.fill(self._typed_of(draft))
        elif method is not None:
            self.fill(Typed(method, notes=notes))
        self.start()
        self._load()
        self._keep_draft(draft)

    def now(self) -> dt.datetime:
        """The database's clock where it was read, else this computer's, for display."""
        if self._prospect is None:
            return super().now()
        passed = dt.timedelta(seconds=self._since_read.elapsed() // 1000)
        return self._prospect.now + passed

    # --- opening ----------------------------------------------------------------------------------

    def _load(self) -> None:
        work = partial(_open, self._context.session, self._customer_id, self._contact_id)
        self._context.tasks.query(("contact form", id(self)), work, self._loaded, self._not_loaded)

    def _loaded(self, opened: _Opened) -> None:
        prospect = opened.prospect
        self._prospect, self._row = prospect, prospect.row
        self._since_read.start()
        self.next_day.set_office(prospect.office_zone)
        self.show_customer(prospect.row, self._context.session.actor.uid)
        actor = self._context.session.actor
        may_claim = all(map(actor.may, (Permission.CUSTOMERS_CLAIM, Permission.CUSTOMERS_HOLD)))
        free = prospect.row.owner_uid is None and self._contact_id is None
        self.claim.setVisible(free and may_claim)
        if opened.contact is not None and self._contact is None:
            self._contact = opened.contact
            self.fill(self._typed_of_contact(opened.contact))
            self._focus_next()
        self._show_now()
        self.refresh_warnings()

    def _regained(self) -> None:
        if self._prospect is None and not self.busy:
            self.notice.dismiss()
            self.save.setEnabled(True)
            self._load()

    def _not_loaded(self, fault: Exception) -> None:
        """Say why the database could not be read."""
        raise NotImplementedError

    def _typed_of(self, draft: ContactDraft) -> Typed:
        step = self._office_step(draft.next_step)
        cleared = draft.standing_follow_up is Keep.CLEAR
        return Typed(draft.method, draft.outcome, draft.notes, *step, draft.when, cleared)

    def _typed_of_contact(self, contact: Contact) -> Typed:
        step = self._office_step(contact.next_step)
        return Typed(contact.method, contact.outcome, contact.notes, *step)

    def _office_step(self, due: dt.datetime | None) -> tuple[dt.date | None, dt.time | None]:
        """The day and the time that the form shows."""
        if due is None:
            return None, None
        shown = step_typed(due, self._office_zone())
        return shown.day, shown.time

    def now_text(self) -> str:
        if self._contact is not None and self._contact.at is not None:
            return self._context.office.formats.exact(self._contact.at, self.now())
        return super().now_text()

    # --- changed meanwhile ------------------------------------------------------------------------

    def take_over(self, current: Contact, at_odds: Sequence[str]) -> None:
        """From now on this is what is edited; what nobody touched here follows it."""
        before = self._contact
        self._contact = current
        if before is None:
            return
        for field, untouched in self._untouched(before).items():
            if untouched and field not in at_odds:
                self.show_theirs(field)

    def _untouched(self, before: Contact) -> dict[str, bool]:
        typed = self.typed()
        return {
            "method": typed.method == before.method,
            "outcome": typed.outcome == before.outcome,
            "notes": typed.notes.strip() == before.notes.strip(),
            "next_step": self._step_shown() == self._office_step(before.next_step),
            "at": typed.when is None,
        }

    def show_theirs(self, field: str) -> None:
        """Show one field as the contact now stands."""
        if self._contact is None:
            return
        theirs = self._typed_of_contact(self._contact)
        if field == "next_step":
            self.next_day.set_day(theirs.next_day, theirs.next_time)
        elif field == "at":
            self.fill(replace(self.typed(), when=None))
            self._show_now()
        else:
            self.fill(replace(self.typed(), **{field: getattr(theirs, field)}))

    # --- the draft on disk ------------------------------------------------------------------------

    def _keep_draft(self, draft: ContactDraft | None) -> None:
        drafts = self._context.drafts
        if drafts is None or self._contact_id is not None or draft is not None:
            return
        self._keeper = keeping.DraftKeeper(self._context.tasks, drafts, self._customer_id)
        self._keeper.found.connect(self._offer_draft)
        self.destroyed.connect(self._keeper.close)
        self._keeper.look()
        for told in (self.method.chosen, self.outcome.chosen, self.note.textChanged):
            told.connect(self._autosave)
        self.next_day.changed.connect(self._autosave)
        self.moment.changed.connect(self._autosave)

    def _autosave(self) -> None:
        typed = self.typed()
        if self._keeper is None:
            return
        if typed.notes.strip():
            self._kept_something = True
            self._keeper.keep(keeping.stored(typed, self._draft_id, self.now()))
        elif self._kept_something:
            # Choices alone are quicker made again than an offer is read.
            self._kept_something = False
            self._keeper.forget()

    def _offer_draft(self, content: keeping.Stored) -> None:
        found = keeping.restored(content)
        if found is None or self.typed().notes or self._submitted is not None:
            return
        typed, self._draft_id, at = found
        self._kept_something = True
        self.fill(typed)
        self._focus_next()
        when = day_and_time(at, self.now(), self._context.office.formats)
        self.notice.show_notice(
            self.tr("Taken up again."),
            fill(self.tr("This was typed on {when} and not saved."), when=when),
            self._afresh,
        )

    def _start_afresh(self) -> None:
        self.notice.dismiss()
        self._draft_id = new_id()
        self.fill(Typed())
        self._focus_next()
        if self._keeper is not None:
            self._keeper.forget()

    # --- warnings ---------------------------------------------------------------------------------

    def next_step(self) -> dt.datetime | None:
        """The next step as it will be stored; one that is not touched keeps its time."""
        day, time = self._step_shown()
        if day is None:
            return None
        before = self._contact.next_step if self._contact is not None else None
        if self._office_step(before) == (day, time):
            return before
        return step_at(day, time, self._office_zone())

    def _step_shown(self) -> tuple[dt.date | None, dt.time | None]:
        return self.next_day.day(), self.next_day.time()

    def _office_zone(self) -> ZoneInfo:
        if self._prospect is not None:
            return self._prospect.office_zone
        office = self._context.office.formats.office
        return office if isinstance(office, ZoneInfo) else ZoneInfo("UTC")

    def _departure(self) -> Departure | None:
        if self._prospect is None:
            return None
        return self._prospect.departure_after(self.typed().when or self.now())

    def refresh_warnings(self) -> None:
        prospect, now = self._prospect, self.now()
        if prospect is None:
            return
        formats = self._context.office.formats
        row, typed = prospect.row, self.typed()
        step = self.next_step()
        departure = self._departure()
        self.next_day.release_day = (
            office_today(departure.leaves_at, prospect.office_zone) if departure else None
        )
        mine = row.owner_uid == self._context.session.actor.uid
        owner = None if mine else row.owner_name or row.owner_uid
        said = late_warning(step, departure, owner, now, formats)
        standing = prospect.standing_follow_up if self._contact_id is None else None
        kept = standing is not None and not typed.clear_standing
        decided = typed.method is not None and typed.outcome is not None
        if said is None and step is None and not kept and decided and self._contact_id is None:
            said = words.none_warning(row.status)
        if said is None:
            self.warning.dismiss()
        else:
            self.warning.show_notice(*said)
        if standing is None:
            self.standing.dismiss()
        else:
            chosen = step is not None
            line = words.standing_line(standing, chosen, typed.clear_standing, now, formats)
            self.standing.show_line(*line)

    # --- closing ----------------------------------------------------------------------------------

    def _forget_draft(self) -> None:
        if self._keeper is not None:
            self._keeper.forget()

    def _over(self) -> None:
        self._tick.stop()
        self._context.tasks.void(("contact form", id(self)))
        if self._keeper is not None:
            self._keeper.close()
            self._keeper = None
        self.deleteLater()
