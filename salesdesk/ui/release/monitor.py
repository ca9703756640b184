"""What release runs tell: who was released, what is held back, and when the last run was."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import Candidate
from salesdesk.domain.refusals import Reason
from salesdesk.services.release import run
from salesdesk.services.release.report import HeldRelease, LastRun, RunOutcome, RunReport
from salesdesk.services.session import Session
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit.widgets import Action
from salesdesk.ui.refusals import worded
from salesdesk.ui.release import on_demand
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.notices import Notice, Notices, Standing
from salesdesk.ui.session.shell_port import DialogShell

_NAMED = 3


class _State:
    """Read together: what is held, and the last run."""

    __slots__ = ("held", "last")

    def __init__(self, held: HeldRelease | None, last: LastRun | None) -> None:
        self.held = held
        self.last = last


def _read(session: Session) -> _State:
    held = run.held(session) if session.actor.may(Permission.CUSTOMERS_VIEW) else None
    return _State(held, run.last_run(session))


class ReleaseNews(QObject):
    """Listens to this desktop's runs and to what others' desktops left in the database.

    Attributes:
        last: the run that finished last, on whichever desktop; None: there was none.
        offered: the held run whose list was opened by itself; it is so once for a person, however
            many windows take each other's place.

    Signals:
        last_changed(): `last` is another one.
    """

    last_changed = Signal()

    def __init__(
        self, context: Context, shell: DialogShell, notices: Notices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._shell = shell
        self._notices = notices
        self.last: LastRun | None = None
        self._held: HeldRelease | None = None
        self._freed: tuple[str, ...] = ()
        self.offered = ""
        self._open_when_read = False
        context.releases.finished.connect(self.on_report)
        context.releases.failed.connect(notices.tell)
        context.feed.changed.connect(self._on_changes)
        context.connection.regained.connect(self.refresh)
        context.office.changed.connect(self._on_office)

    def refresh(self) -> None:
        """Read what is held and when the last run was."""
        key = ("release news", id(self))
        work = partial(_read, self._context.session)
        self._context.tasks.query(key, work, self._on_state, self._notices.tell)

    def show_held(self) -> None:
        """Show the held run, or say that there is none."""
        self._open_when_read = True
        self.refresh()

    def on_report(self, report: RunReport) -> None:
        """Tell what a run of this desktop did."""
        self._context.feed.publish(report.changes)
        if report.outcome is RunOutcome.DONE:
            self._notices.drop(Standing.RELEASES_STOPPED)
            if report.candidates:
                self._tell_released(report.candidates)
        elif report.outcome in {RunOutcome.STOPPED, RunOutcome.SKIPPED}:
            self._stand_stopped(report.warning)
        if report.outcome is not RunOutcome.SKIPPED:
            self.refresh()

    def _stand_stopped(self, warning: Reason | None) -> None:
        """Warn as long as a setting stops releases, whichever desktop's turn it is to run."""
        if warning is None:
            self._notices.drop(Standing.RELEASES_STOPPED)
            return
        title = self.tr("Releases are stopped")
        notice = Notice("triangle-alert", title, worded(warning))
        self._notices.stand(Standing.RELEASES_STOPPED, notice)

    def _on_office(self) -> None:
        """The shared settings were read: warn of those that cannot be, until they are mended."""
        settings = self._context.office.settings
        self._stand_stopped(run.stopped_by(settings.stops_releases))
        others = [fault for fault in settings.faults if not fault.stops_releases]
        may = self._context.session.actor.may
        if not others or not (may(Permission.POLICY_EDIT) or may(Permission.RELEASE_CONFIRM)):
            self._notices.drop(Standing.SETTINGS_UNREADABLE)
            return
        told = "; ".join(f"{fault.key}: {worded(fault.reason)}" for fault in others)
        text = self.tr("The usual value counts until an administrator mends it: {faults}.")
        title = self.tr("A shared setting cannot be read")
        self._notices.stand(
            Standing.SETTINGS_UNREADABLE,
            Notice("triangle-alert", title, fill(text, faults=told)),
        )

    def _tell_released(self, freed: tuple[Candidate, ...]) -> None:
        self._freed = tuple(candidate.id for candidate in freed)
        names = ", ".join(candidate.name for candidate in freed[:_NAMED])
        number = self._context.office.formats.number
        more = len(freed) - _NAMED
        if more > 0:
            names = fill(self.tr("{names} and {number} more"), names=names, number=number(more))
        said = plural(
            "release",
            "1 customer was released: {names}",
            "{number} customers were released: {names}",
            len(freed),
            number=number(len(freed)),
            names=names,
        )
        self._shell.mention(said, Action(self.tr("Show"), self.show_freed, "show_released"))

    def show_freed(self) -> None:
        """Show the list filtered to those that the last run freed."""
        self._shell.show_customers(self._freed, self.tr("just released"))

    def _on_changes(self, changes: Changes) -> None:
        if Topic.RELEASES in changes.topics:
            self.refresh()

    def _on_state(self, state: _State) -> None:
        self.last = state.last
        self._held = state.held if state.held and state.held.candidates else None
        self.last_changed.emit()
        asked, self._open_when_read = self._open_when_read, False
        if self._held is None:
            self._notices.drop(Standing.RELEASE_HELD)
            if asked:
                self._shell.toast(self.tr("No release is held back."))
            return
        self._stand_held(self._held)
        confirms = self._context.session.actor.may(Permission.RELEASE_CONFIRM)
        if asked or (confirms and self.offered != self._held.run_id):
            self.offered = self._held.run_id
            self.open_guard()

    @property
    def held(self) -> HeldRelease | None:
        """The run that waits for a lead; None: none does."""
        return self._held

    def _stand_held(self, held: HeldRelease) -> None:
        """A banner for who can decide; for everybody else the status line says it."""
        if not self._context.session.actor.may(Permission.RELEASE_CONFIRM):
            return
        number = self._context.office.formats.number
        title = fill(
            self.tr("Release held back: {number} of {all} customers"),
            number=number(len(held.candidates)),
            all=number(held.bound),
        )
        text = self.tr("Nobody is released until a lead has looked at the list.")
        look = Action(self.tr("Look at the list…"), self.open_guard, "look")
        self._notices.stand(Standing.RELEASE_HELD, Notice("archive-restore", title, text, (look,)))

    def open_guard(self) -> None:
        """Open the list of the held run."""
        if self._held is None:
            return
        dialog = on_demand.release_guard_dialog()(
            self._context, self._held, parent=self._shell.window
        )
        dialog.released.connect(self.on_report)
        dialog.customer_wanted.connect(self._shell.open_customer)
        self._shell.open_dialog(dialog)
