"""An agent away or the office closed: until when and why, and whom it keeps."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from salesdesk.domain.errors import Invalid, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.pauses import OFFICE, PausePreview
from salesdesk.services import pauses
from salesdesk.services.protection_records import REASON_LENGTH
from salesdesk.services.session import Done, Session
from salesdesk.ui.actions.undo import Taken
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.date_fields import Reading
from salesdesk.ui.kit.forms.dialog import FormDialog, mark_faults
from salesdesk.ui.kit.forms.quick_days import QuickDays
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind, Paragraph, named
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route


@dataclass(frozen=True, slots=True)
class PauseStep:
    """An absence or a closing was set; undone, it ends."""

    session: Session
    uid: str
    name: str
    act_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'absence of Andi Firmansyah'."""
        if self.uid == OFFICE:
            return translate("pauses", "closing of the office")
        return fill(translate("pauses", "absence of {name}"), name=self.name)

    def back(self) -> Taken:
        """End it."""
        done = pauses.end(self.session, self.act_id, self.uid)
        return Taken(done.changes, translate("pauses", "The customers leave as before."), None)


class PauseDialog(FormDialog):
    """Asks who is away (or nobody: the office is closed), until when and why.

    Signals:
        paused(PauseStep, str): it is done, and what is told of it.
    """

    paused = Signal(object, str)

    def __init__(self, context: Context, *, closed: bool, parent: QWidget | None = None) -> None:
        title = (
            translate("pauses", "The office is closed")
            if closed
            else translate("pauses", "An agent is away")
        )
        super().__init__(title, name="pause_dialog", parent=parent)
        self._context, self._closed = context, closed
        self._event_id = new_id()
        self._tried: tuple[str, dt.datetime, str] | None = None
        self.busy_words = self.tr("Telling each customer's history…")
        self.header.addWidget(Elided(title, name="pause_title", face=Face.TITLE))
        self.agent = QComboBox()
        named(self.agent, "pause_agent", self.tr("Agent"))
        for one in context.office.agents:
            self.agent.addItem(one.name, one.uid)
        self.agent_row = self.add_row(self.tr("Agent"), self.agent, name="pause_agent")
        self.agent_row.setVisible(not closed)
        formats = context.office.formats
        quick = ((self.tr("+1 w"), 7), (self.tr("+2 w"), 14), (self.tr("+4 w"), 28))
        self.days = QuickDays(
            quick, context.session.store.reckoned_now(), formats, name="pause_until",
            accessible=self.tr("Until"),
        )  # fmt: skip
        self.until_row = self.add_row(self.tr("Until"), self.days, name="pause_until")
        self.until_row.put_below(Reading(self.days.field, self.until_row.error))
        self.reason = QLineEdit()
        self.reason.setObjectName("pause_reason")
        self.reason.setMaxLength(REASON_LENGTH)
        self.reason_row = self.add_row(self.tr("Reason"), self.reason, name="pause_reason")
        self.preview = Paragraph(self._unknown_words(), name="pause_preview", ink="text2")
        self.page.addWidget(self.preview)
        cancel = Button(self.tr("Cancel"), name="pause_cancel", hint=self.tr("Esc"))
        self.act = Button(
            self.tr("Keep them"), name="pause_act", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self._begin)
        self.set_buttons(cancel, self.act)
        self.end_rows()
        self.days.day_changed.connect(self._ask)
        self.agent.currentIndexChanged.connect(self._ask)
        self.finished.connect(self.deleteLater)

    def _unknown_words(self) -> str:
        return self.tr("Nobody leaves before the end of that day; then it ends by itself.")

    @property
    def uid(self) -> str:
        """The agent, or the office."""
        return OFFICE if self._closed else str(self.agent.currentData() or "")

    def until(self) -> dt.datetime | None:
        """The first moment after the chosen day at the office."""
        day, zone = self.days.day(), self._context.office.settings.office_zone
        if day is None:
            return None
        return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), zone).astimezone(dt.UTC)

    # --- whom it keeps ----------------------------------------------------------------------------

    def _ask(self) -> None:
        self.until_row.fail("")
        until = self.until()
        if until is None:
            self.preview.set_text(self._unknown_words())
            return
        work = partial(pauses.preview, self._context.session, self.uid, until)
        self._context.tasks.query(("pause", id(self)), work, self._on_preview, self._on_failed)

    def _on_preview(self, found: PausePreview) -> None:
        number = self._context.office.formats.number
        said = plural(
            "pauses",
            "{number} customer is kept; {leaving} would leave before that day is over.",
            "{number} customers are kept; {leaving} would leave before that day is over.",
            found.customers,
            number=number(found.customers),
            leaving=number(found.leaving),
        )
        if found.until is not None:
            now = self.tr("It replaces the one that stands until {when}.")
            when = self._context.office.formats.full_date(found.until)
            said = f"{said} {fill(now, when=when)}"
        self.preview.set_text(f"{said} {self._unknown_words()}")

    # --- the act ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        until = self.until()
        if self.busy:
            return
        if until is None:
            self.until_row.fail(self.tr("Choose a day."))
            return
        if not self.reason.text().strip():
            self.reason_row.fail(self.tr("It needs a reason."))
            return
        self.notice.dismiss()
        self.set_busy(True)
        wanted = (self.uid, until, self.reason.text())
        if self._tried not in (None, wanted):
            # An id belongs to one content; the new one replaces what an earlier try may have set.
            self._event_id = new_id()
        self._tried = wanted
        work = partial(pauses.pause, self._context.session, self._event_id, *wanted)
        self._context.tasks.command(work, self._on_done, self._on_failed)

    def reject(self) -> None:
        """Close; while the act is under way only out of sight."""
        if self.busy:
            self.put_away()
        else:
            super().reject()

    def _on_done(self, done: Done) -> None:
        self.set_busy(False)
        self._context.feed.publish(done.changes)
        name = self.agent.currentText()
        day = self.days.day()
        when = self._context.office.formats.full_date(dt.datetime.combine(
            day, dt.time(12), self._context.office.settings.office_zone
        )) if day is not None else ""  # fmt: skip
        said = self.tr("Nobody leaves {name} until {when}.")
        if self._closed:
            said = self.tr("Nobody leaves anybody until {when}.")
        step = PauseStep(self._context.session, self.uid, name)
        self.paused.emit(step, fill(said, name=name, when=when))
        self.accept()

    def _on_failed(self, fault: Exception) -> None:
        self.set_busy(False)
        self.bring_back()
        route(self._context, fault, refused=self._say_refused, away=self.say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        places = {
            "until": (self.until_row, self.days.field),
            "reason": (self.reason_row, self.reason),
        }
        if isinstance(refusal, Invalid) and mark_faults(refusal, places):
            return
        self.notice.show_notice(self.tr("Nothing was done."), worded(refusal))
