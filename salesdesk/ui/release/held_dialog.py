"""A release run that the guard held: who would leave, and a lead's decision (docs/rules.md)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import Permission
from salesdesk.domain.queries import Candidate
from salesdesk.services.release import run
from salesdesk.services.release.report import HeldRelease, RunOutcome, RunReport
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import Button, ButtonKind, Paragraph
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route

_TABLE_HEIGHT = 320


class ReleaseGuardDialog(FormDialog):
    """Shows the candidates of a held run; a person with `release:confirm` frees them.

    Signals:
        released(RunReport): the run was confirmed and carried out.
    """

    released = Signal(object)

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
        when = formats.exact(held.held_at, held.held_at)
        self.when = Elided(
            fill(self.tr("Held since {when}; nothing was released."), when=when),
            name="guard_when",
            ink="text2",
        )
        self.header.addWidget(self.title)
        self.header.addWidget(self.when)
        self.page.addWidget(Paragraph(self._meaning(), name="guard_meaning"))
        self.table = _table(held, formats)
        self.page.addWidget(framed(self.table))
        self._build_footer(due)
        self.end_rows()
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

    def _build_footer(self, due: str) -> None:
        self.act = Button(fill(self.tr("Release these {number}"), number=due), name="guard_release")
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

    def reject(self) -> None:
        """Close; while the release is under way only out of sight."""
        if self.busy:
            self.put_away()
        else:
            super().reject()

    def _confirm(self) -> None:
        if self.busy:
            return
        self.notice.dismiss()
        self.set_busy(True)
        self.act.setEnabled(False)
        self.footer_hint.setText(self.tr("Releasing…"))
        work = partial(run.confirm, self._context.session, self._held.run_id)
        self._context.tasks.command(work, self._done, self._failed)

    def _done(self, report: RunReport) -> None:
        self._context.feed.publish(report.changes)
        self._idle()
        if report.outcome is RunOutcome.STOPPED:
            self.bring_back()
            self.notice.show_notice(self.tr("Nothing was released."), report.warning or "")
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


def _table(held: HeldRelease, formats: Formats) -> CellTable:
    table = CellTable(
        [
            translate("guard", "Name"),
            translate("guard", "Owner"),
            translate("guard", "Idle"),
            translate("guard", "Reason"),
        ],
        [0, 176, 104, 152],
        name="guard_candidates",
        accessible=translate("guard", "Customers who would be released"),
    )
    table.setFixedHeight(theme.px(_TABLE_HEIGHT))
    table.show_rows([_line(candidate, formats) for candidate in held.candidates])
    return table


def _line(candidate: Candidate, formats: Formats) -> CellRow:
    reason = {
        UnbindingReason.INACTIVITY: translate("guard", "inactivity"),
        UnbindingReason.PERIOD_ENDED: translate("guard", "longest period over"),
        UnbindingReason.MANUAL_RELEASE: translate("guard", "released by hand"),
    }[candidate.reason]
    return CellRow(
        candidate.id,
        (
            TextCell(candidate.name, Level.NAME),
            TextCell(candidate.owner_name, Level.TEXT2),
            TextCell(formats.days(candidate.idle_days)),
            TextCell(reason, Level.TEXT2),
        ),
    )
