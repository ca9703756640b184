"""One person's work on one database: the parts behind a window, put together and taken apart."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from tzlocal import get_localzone

from salesdesk.app import diagnostics
from salesdesk.app.after_runs import (
    contact_hours_refresh,
    daily_copy,
    number_sweep,
    summary_sweep,
)
from salesdesk.app.exports.process import Exports
from salesdesk.app.idle_lock import IdleLock
from salesdesk.app.local import drafts, outbox
from salesdesk.app.local.backups import WorkspaceBackups, folder_of
from salesdesk.app.local.drafts import DraftFolder
from salesdesk.app.local.import_mappings import Mappings
from salesdesk.app.local.outbox import Outbox
from salesdesk.app.local.outbox_sender import OutboxSender
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import Profile, WorkspaceProfile, shown_name
from salesdesk.app.local.reminders import ReminderFile, SystemTray
from salesdesk.app.outside import open_address
from salesdesk.app.release_timer import ReleaseTimer
from salesdesk.domain.changes import Changes
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.settings import DEFAULTS, LOCK_MINUTES
from salesdesk.domain.sign_in import SignInWay
from salesdesk.services.admin import sign_in
from salesdesk.services.session import Done, Session
from salesdesk.storage.unit_of_work import Store
from salesdesk.ui.commands import Cmd
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import kept_window
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.connection import Connection
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.feed import Feed
from salesdesk.ui.session.office_settings import OfficeSettings
from salesdesk.ui.session.ports import Reminding
from salesdesk.ui.session.profiles import Profiles
from salesdesk.ui.shell import on_demand
from salesdesk.ui.shell.main_window import MainWindow
from salesdesk.ui.shell.standing import AT_FIRST, Standing

#: So often who signed in elsewhere is asked after; a token of Firebase is good for an hour.
STILL_GOOD_MS = 30 * 60 * 1000


@dataclass(frozen=True, slots=True)
class OpenDatabase:
    """A database that was opened, and who works on it.

    Attributes:
        database_id: names the database itself; empty: the profile stands for it.
        password: by which the store was opened; None: none is needed.
        still_good: asks whether who signed in elsewhere may go on; None: nobody is asked.
    """

    profile: Profile
    store: Store
    session: Session
    database_id: str = ""
    password: str | None = field(default=None, repr=False)
    still_good: Callable[[], None] | None = field(default=None, repr=False)

    @property
    def kept_under(self) -> str:
        """The name under which this computer keeps things for this database."""
        return self.database_id or self.profile.id

    @property
    def server(self) -> str:
        """How the window names the database."""
        return shown_name(self.profile)


class AppSession(QObject):
    """A window and everything that works behind it.

    Args:
        first: what is shown first.
        saved: the connections of this computer; None: none can be changed from here.

    Signals:
        painted(): the window is on the screen.
        closed(): the window was closed.
        outdated(): what the person may has changed; sign in again and make another session.
        left_by(Cmd): the window is locked, or somebody else shall sign in.
        database_wanted(str): the saved connection of this id shall be opened in its place.
        language_wanted(str): the window shall speak this language; '': the system's.
    """

    painted = Signal()
    closed = Signal()
    outdated = Signal()
    left_by = Signal(object)
    database_wanted = Signal(str)
    language_wanted = Signal(str)

    def __init__(
        self,
        place: OpenDatabase,
        tasks: Tasks,
        paths: Paths,
        report_bug: Callable[[BaseException], None],
        *,
        first: Standing = AT_FIRST,
        saved: Profiles | None = None,
    ) -> None:
        super().__init__()
        self._first, self._saved = first, saved
        session, person = place.session, place.session.actor.uid or ""
        self.place = place
        self._tasks = tasks
        tasks.stop_with(session.stoppable)
        self._report_bug = report_bug
        self.feed = Feed(self)
        self.connection = Connection(session, tasks, self)
        self.office = OfficeSettings(session, tasks, self.feed, get_localzone(), parent=self)
        kept = Outbox(paths.outbox, place.kept_under, person)
        self.outbox = OutboxSender(
            kept, session, tasks, self.feed, self.connection, self,
            forget=partial(_forget, paths, place.kept_under),
        )  # fmt: skip
        self.releases = ReleaseTimer(session, tasks, DEFAULTS.release_interval, self)
        self.exports = Exports(place.profile, session.actor.uid, place.password, self)
        self.tray = self._system_tray()
        self.backups = _backups_of(place, paths)
        context = self._context(paths, kept, person)
        self._look = _look_of(paths)
        self.window = MainWindow(context, self._look)
        self._begun = False
        self._said_no_copy = False
        self._good = QTimer(self)
        self._good.setInterval(STILL_GOOD_MS)
        self._good.timeout.connect(self._ask_still_good)
        self.idle = IdleLock(self._lock_minutes, self._is_busy, self)
        self._soon = iter(on_demand.SOON)
        self._connect()

    def _context(self, paths: Paths, kept: Outbox, person: str) -> Context:
        place = self.place
        return Context(
            place.session,
            self._tasks,
            self.feed,
            self.office,
            self.connection,
            self.outbox,
            self.releases,
            place.server,
            QGuiApplication.clipboard().setText,
            open_address,
            self._report_bug,
            partial(_diagnostics, paths.logs, place),
            DraftFolder(paths.data / "drafts", place.kept_under, person),
            kept,
            self.exports,
            self._reminding(paths, person),
            Mappings(DraftFolder(paths.data / "mappings", place.kept_under, person)),
            self.backups,
            self._saved,
        )

    def _system_tray(self) -> SystemTray | None:
        there = SystemTray.is_there()
        return SystemTray(QGuiApplication.windowIcon(), self) if there else None

    def _connect(self) -> None:
        sweep, *others = (
            made(self.place.session, self._tasks, self)
            for made in (summary_sweep, number_sweep, contact_hours_refresh)
        )
        if self.backups is not None:
            others.append(daily_copy(self.backups, self._tasks, self))
            others[-1].refused.connect(self._on_no_copy)
        for each in (sweep, *others):
            self.releases.finished.connect(each.on_run)
            each.failed.connect(self._on_bug)
        self.feed.changed.connect(sweep.on_changes)
        sweep.done.connect(self._on_swept)
        self.outbox.failed.connect(self._on_bug)
        self._tasks.unclaimed.connect(self._on_unclaimed)
        self.window.closing.connect(self.closed)
        self.window.outdated.connect(self.outdated)
        self.window.left_by.connect(self.left_by)
        self.window.database_wanted.connect(self.database_wanted)
        self.window.language_wanted.connect(self.language_wanted)
        self.idle.expired.connect(self._on_idle)

    def _lock_minutes(self) -> int:
        return self.office.settings.number(LOCK_MINUTES)

    def _is_busy(self) -> bool:
        return not self._tasks.is_idle()

    def _on_idle(self) -> None:
        self.left_by.emit(Cmd.LOCK)

    def _on_no_copy(self, refusal: Refusal) -> None:
        """Today's copy could not be made: said once, though it is tried after each run."""
        if not self._said_no_copy:
            self._said_no_copy = True
            told = self.tr("Today's copy of the workspace was not made. {reason}")
            self.window.notices.refuse(fill(told, reason=worded(refusal)))

    def _on_swept(self, changed: int | None) -> None:
        """What was mended stands noted: the poll by which others hear of it tells this window."""
        if changed:
            self.window.live.ask()

    def _reminding(self, paths: Paths, person: str) -> Reminding:
        file = ReminderFile(paths.data / "reminders", self.place.kept_under, person)
        return Reminding(file, self.tray)

    def show(self, frame: QWidget | None = None) -> None:
        """Show the window; work begins after its first paint, the release run after that.

        Args:
            frame: stood on the screen until now, in place of the window.
        """
        self.window.installEventFilter(self)
        if frame is not None:
            self.window.take_place_of(frame)
        else:
            kept_window.keep_in_screen(self.window, self._look)
        self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice the first paint."""
        if event.type() == QEvent.Type.Paint and not self._begun:
            self._begun = True
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self._begin)
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self.painted.emit()
        self._tasks.settled.connect(self._on_quiet)
        self.window.start(self._first.screen)
        self.window.resume(self._first)
        self.outbox.send()
        if self.place.session.way is not SignInWay.ACCOUNT:
            self.idle.start()
        if self.place.still_good is not None:
            self._good.start()

    def _ask_still_good(self) -> None:
        if self.place.still_good is not None:
            self._tasks.query(
                "still good", self.place.still_good, self._on_noted, self._on_not_good
            )

    def _on_not_good(self, fault: Exception) -> None:
        """Whoever was disabled elsewhere is out; an outage of that place says nothing."""
        if isinstance(fault, Refusal):
            self.left_by.emit(Cmd.LOCK)
        elif not isinstance(fault, Unavailable):
            self._on_bug(fault)

    def _on_noted(self, noted: None) -> None:
        """When the person signed in stands noted; nothing more to do."""

    def _on_not_noted(self, fault: Exception) -> None:
        if isinstance(fault, Unavailable):
            self.connection.report(fault)
        elif not isinstance(fault, Refusal):
            self._on_bug(fault)

    def _on_quiet(self) -> None:
        """The first screen is there, or cannot be: now what nobody waits for begins."""
        self._tasks.settled.disconnect(self._on_quiet)
        self.releases.start()
        work = partial(sign_in.note, self.place.session)
        self._tasks.command(work, self._on_noted, self._on_not_noted)
        self._import_next()

    def _import_next(self) -> None:
        """Import one part, then let the event loop turn before the next."""
        part = next(self._soon, None)
        if part is not None:
            part()
            QTimer.singleShot(0, self._import_next)

    def close(self) -> None:
        """Stop what works behind the window, in the reverse order; lanes and store stay."""
        if self.tray is not None:
            self.tray.close()
        self.idle.stop()
        self._good.stop()
        self.releases.stop()
        self.exports.close()
        self.connection.stop()
        self.window.end()
        self._tasks.unclaimed.disconnect(self._on_unclaimed)
        self._tasks.stop_with(None)
        self.window.deleteLater()
        self.deleteLater()

    def _on_unclaimed(self, result: object) -> None:
        """A command ended after its form was closed: what it did still counts."""
        if isinstance(result, Done):
            self.feed.publish(result.changes)
        elif isinstance(result, Changes):
            self.feed.publish(result)
        elif isinstance(result, Unavailable):
            self.connection.report(result)
        elif isinstance(result, Refusal):
            self.window.notices.tell(result)
        elif isinstance(result, BaseException):
            self._report_bug(result)

    def _on_bug(self, fault: Exception) -> None:
        self._report_bug(fault)


def _forget(paths: Paths, kept_under: str, customer_ids: Collection[str]) -> None:
    """Remove what this computer keeps of customers who were erased."""
    outbox.forget_customers(paths.outbox, kept_under, customer_ids)
    drafts.forget_customers(paths.data / "drafts", kept_under, customer_ids)


def _diagnostics(logs: Path, place: OpenDatabase) -> str:
    return diagnostics.collect(logs, place.profile, lambda _: place.store).text()


def _backups_of(place: OpenDatabase, paths: Paths) -> WorkspaceBackups | None:
    """A workspace's backups; the sample's nothing counts, and a server has its own."""
    profile = place.profile
    if not isinstance(profile, WorkspaceProfile) or profile.file == paths.sample_workspace:
        return None
    return WorkspaceBackups(place.session, profile.file, folder_of(paths.data, place.kept_under))


def _look_of(paths: Paths) -> QSettings:
    """What the window kept of its looks."""
    return QSettings(str(paths.config / "window.ini"), QSettings.Format.IniFormat)
