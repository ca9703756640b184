"""All of one person's customers to an agent or into the pool: preview, then one act."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import same_uid
from salesdesk.domain.permissions import Permission
from salesdesk.services.admin import roster
from salesdesk.services.admin.roster import RosterLine
from salesdesk.services.bulk import Batch
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind, Paragraph, named
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route

_POOL = ""


class HandOverDialog(FormDialog):
    """Whom a leaver's customers go to.

    Signals:
        handed_over(Batch): it is done.
    """

    handed_over = Signal(object)

    def __init__(self, context: Context, line: RosterLine, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("people", "Hand over all customers")
        super().__init__(title, name="hand_over_dialog", parent=parent)
        self._context, self._line = context, line
        self._batch_id = new_id()
        self._seen: Mapping[str, OwnershipSeen] = {}
        self.busy_words = self.tr("Handing over…")
        said = fill(self.tr("{title} of {name}"), title=title, name=line.person.name)
        self.header.addWidget(Elided(said, name="hand_over_title", face=Face.TITLE))
        self.to = QComboBox()
        named(self.to, "hand_over_to", self.tr("To"))
        self._fill(context, line)
        self.add_row(self.tr("To"), self.to, name="hand_over_to")
        self.preview = Paragraph(self.tr("Reading…"), name="hand_over_preview")
        self.page.addWidget(self.preview)
        cancel = Button(self.tr("Cancel"), name="hand_over_cancel", hint=self.tr("Esc"))
        self.act = Button(
            name="hand_over_act", kind=ButtonKind.PRIMARY, hint=self.tr("Enter"),
            accessible=title,
        )  # fmt: skip
        cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)
        self.set_buttons(cancel, self.act)
        self.end_rows()
        self.to.currentIndexChanged.connect(self._show)
        self.finished.connect(self.deleteLater)
        self.act.setEnabled(False)
        work = partial(roster.held_by, context.session, line.person.uid)
        context.tasks.query(("held by", id(self)), work, self._on_read, self._on_failed)
        self.to.setFocus()

    def _fill(self, context: Context, line: RosterLine) -> None:
        actor = context.session.actor
        if actor.may(Permission.CUSTOMERS_TRANSFER):
            for agent in context.office.agents:
                if not same_uid(agent.uid, line.person.uid):
                    self.to.addItem(agent.name, agent.uid)
        if actor.may(Permission.CUSTOMERS_RELEASE_ANY):
            self.to.addItem(self.tr("the pool, free to claim"), _POOL)

    def _on_read(self, seen: Mapping[str, OwnershipSeen]) -> None:
        self._seen = seen
        self._show()

    def _show(self) -> None:
        formats, to = self._context.office.formats, str(self.to.currentData() or "")
        number = len(self._seen)
        customers = plural(
            "people", "{number} customer", "{number} customers", number,
            number=formats.number(number),
        )  # fmt: skip
        steps = plural(
            "people", "{number} next step goes along", "{number} next steps go along",
            self._line.planned, number=formats.number(self._line.planned),
        )  # fmt: skip
        said = (
            self.tr("{customers} leave {name} and can be claimed by anybody; {steps}.")
            if to == _POOL
            else self.tr("{customers} go from {name} to {to}; {steps}.")
        )
        self.preview.set_text(
            fill(
                said, customers=customers, name=self._line.person.name, steps=steps,
                to=self.to.currentText(),
            )
        )  # fmt: skip
        self.act.setText(fill(self.tr("Hand over {customers}"), customers=customers))
        self.act.setEnabled(bool(number) and self.to.count() > 0)

    def _on_act(self) -> None:
        to = str(self.to.currentData() or "") or None
        self.set_busy(True)
        work = partial(roster.hand_over, self._context.session, self._batch_id, self._seen, to)
        self._context.tasks.command(work, self._on_done, self._on_failed)

    def reject(self) -> None:
        """Close; while the act is under way only out of sight."""
        if self.busy:
            self.put_away()
        else:
            super().reject()

    def _on_done(self, batch: Batch) -> None:
        self.set_busy(False)
        self._context.feed.publish(batch.changes)
        self.handed_over.emit(batch)
        self.accept()

    def _on_failed(self, fault: Exception) -> None:
        self.set_busy(False)
        self.bring_back()
        route(self._context, fault, refused=self._say_refused, away=self._say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        self.notice.show_notice(self.tr("Nothing was handed over."), worded(refusal))

    def _say_away(self, _fault: Unavailable) -> None:
        self.notice.show_notice(
            self.tr("The server is away."),
            self.tr("Whoever was handed over stays so; doing it again goes on with the rest."),
        )
