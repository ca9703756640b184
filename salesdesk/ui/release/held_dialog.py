"""A release run that the guard held: who would leave, and a lead's decision (docs/rules.md)."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.permissions import Permission
from salesdesk.services.release import run
from salesdesk.services.release.report import HeldRelease, LeftOut, RunOutcome, RunReport
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.quick_days import QuickDays
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind, Paragraph
from salesdesk.ui.refusals import worded
from salesdesk.ui.release.held_list import HeldList, by_agent
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route

_TABLE_HEIGHT = 320


class ReleaseGuardDialog(FormDialog):
    """Shows the candidates of a held run; a person with `release:confirm` frees them.

    Signals:
        released(RunReport): the run was confirmed and carried out.
        customer_wanted(str): this customer shall be opened.
    """

    released = Signal(object)
    customer_wanted = Signal(str)

    def __init__(self, context: Context, held: HeldRelease, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("guard", "Release held back"),
            name="guard_dialog",
            parent=parent,
        )
        self.set_width(720)
        self._context = context
        self._held = held
        formats = context.office.formats
        due, bound = formats.number(len(held.candidates)), formats.number(held.bound)
        title = self.tr("{number} of {all} bound customers would be released")
        title = fill(title, number=due, all=bound)
        self.title = Elided(title, name="guard_title", face=Face.TITLE)
        when = formats.exact(held.held_at, context.session.store.reckoned_now())
        self.when = Elided(
            fill(self.tr("Held since {when}; nothing was released."), when=when),
            name="guard_when",
            ink="text2",
        )
        self.header.addWidget(self.title)
        self.header.addWidget(self.when)
        self.page.addWidget(Paragraph(self._meaning(), name="guard_meaning"))
        self.agents = Paragraph(by_agent(held.candidates, formats), name="guard_agents")
        self.page.addWidget(self.agents)
        self.table = HeldList(held.candidates, formats, chooses=self._may())
        self.table.setFixedHeight(theme.px(_TABLE_HEIGHT))
        self.page.addWidget(framed(self.table))
        self._build_choosing(formats)
        self._build_footer()
        self.end_rows()
        self._show_left_out()
        self.finished.connect(self.deleteLater)

    def _may(self) -> bool:
        return self._context.session.actor.may(Permission.RELEASE_CONFIRM)

    def _meaning(self) -> str:
        if self._may():
            return self.tr(
                "This is the first release on this database, or an unusually large one. Those "
                "who are called or protected before you decide stay."
            )
        return self.tr(
            "This is the first release on this database, or an unusually large one. A team lead "
            "decides whether it is carried out."
        )

    def _build_footer(self) -> None:
        self.act = Button(name="guard_release", accessible=self.tr("Release"))
        self.act.clicked.connect(self._confirm)
        # Freeing hundreds of customers shall not follow from an Enter that was meant otherwise.
        self.later = Button(
            self.tr("Not now"),
            name="guard_later",
            kind=ButtonKind.PRIMARY,
            hint=self.tr("Enter"),
        )
        self.later.clicked.connect(self.reject)
        self.set_buttons(self.act, self.later)
        self.act.setVisible(self._may() and bool(self._held.candidates))
        self.later.setFocus()

    def _build_choosing(self, formats: Formats) -> None:
        """Who shall stay, and until when."""
        self.leave = Button(self.tr("Leave out"), name="guard_leave", hint=self.tr("Space"))
        self.open_row = Button(self.tr("Open"), name="guard_open", icon="user")
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        acts.addWidget(self.leave)
        acts.addWidget(self.open_row)
        acts.addStretch(1)
        self.page.addLayout(acts)
        pulse = self._context.connection.pulse
        now = pulse.now if pulse is not None else self._held.held_at
        quick = ((self.tr("+1 w"), 7), (self.tr("+2 w"), 14), (self.tr("+4 w"), 28))
        self.until = QuickDays(
            quick, now, formats, name="guard_until", accessible=self.tr("They stay until")
        )
        self._until_row = self.add_row(self.tr("They stay until"), self.until, name="guard_until")
        self.until.quick.choose("7")
        self.leave.setVisible(self._may())
        self.leave.clicked.connect(self.table.toggle)
        self.open_row.clicked.connect(self._open)
        self.table.changed.connect(self._show_left_out)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        self._show_current()

    def _show_current(self) -> None:
        current = self.table.current()
        self.leave.setEnabled(current is not None)
        self.open_row.setEnabled(current is not None)
        stays = current is not None and current.id in self.table.left_out
        self.leave.setText(self.tr("Take back in") if stays else self.tr("Leave out"))

    def _show_left_out(self) -> None:
        number = self._context.office.formats.number
        staying = len(self.table.left_out)
        self._until_row.setVisible(bool(staying))
        going = len(self._held.candidates) - staying
        said = self.tr("Release these {number}")
        if staying:
            said = self.tr("Release {number}, keep {staying}")
        self.act.setText(fill(said, number=number(going), staying=number(staying)))
        self._show_current()

    def _open(self) -> None:
        current = self.table.current()
        if current is not None and not self.busy:
            self.customer_wanted.emit(current.id)
            self.reject()

    def _left_out(self) -> LeftOut | None:
        """Who stays; None: nobody, or no day is chosen."""
        day = self.until.day()
        if not self.table.left_out or day is None:
            return None
        zone = self._context.office.settings.office_zone
        after = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), zone)
        reason = self.tr("Left out of a held release")
        return LeftOut(frozenset(self.table.left_out), after.astimezone(dt.UTC), reason)

    def reject(self) -> None:
        """Close; while the release is under way only out of sight."""
        if self.busy:
            self.put_away()
        else:
            super().reject()

    def _confirm(self) -> None:
        if self.busy:
            return
        left_out = self._left_out()
        if self.table.left_out and left_out is None:
            self._until_row.fail(self.tr("Choose a day."))
            return
        self.notice.dismiss()
        self.set_busy(True)
        self.act.setEnabled(False)
        self.footer_hint.setText(self.tr("Releasing…"))
        work = partial(run.confirm, self._context.session, self._held.run_id, left_out=left_out)
        self._context.tasks.command(work, self._done, self._failed)

    def _done(self, report: RunReport) -> None:
        self._context.feed.publish(report.changes)
        self._idle()
        if report.outcome is RunOutcome.STOPPED:
            self.bring_back()
            told = worded(report.warning) if report.warning is not None else ""
            self.notice.show_notice(self.tr("Nothing was released."), told)
            return
        self.released.emit(report)
        self.accept()

    def _failed(self, fault: Exception) -> None:
        self._idle()
        self.bring_back()
        route(
            self._context, fault, refused=self._say_refused, away=self._say_away, bug=self._say_bug
        )

    def _say_refused(self, refusal: Refusal) -> None:
        self.notice.show_notice(self.tr("Nothing was released."), worded(refusal))

    def _say_away(self, _fault: Unavailable) -> None:
        self.notice.show_notice(
            self.tr("The server is away."),
            self.tr("Customers released so far stay released; try again once it is back."),
        )

    def _say_bug(self, _fault: BaseException) -> None:
        self.notice.show_notice(
            self.tr("Unexpected error."), self.tr("Each customer was released once or not at all.")
        )

    def _idle(self) -> None:
        self.set_busy(False)
        self.act.setEnabled(True)
        self.footer_hint.setText("")
