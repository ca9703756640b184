"""The one place where the program's parts are put together, and taken apart in reverse."""

from __future__ import annotations

import os
import platform
import signal
import socket
import sys
from argparse import Namespace
from types import FrameType

from PySide6.QtCore import QObject, QSettings, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from salesdesk.app import profile as profiles
from salesdesk.app import secrets
from salesdesk.app.arrival import Arrival, sample_profile
from salesdesk.app.commands import opening
from salesdesk.app.commands.answers import Code
from salesdesk.app.commands.demo import sample_workspace
from salesdesk.app.crash import Crashes, Fault
from salesdesk.app.first_window import FirstWindow, address_of
from salesdesk.app.headless import HeadlessDemo
from salesdesk.app.logs import Log
from salesdesk.app.paths import Paths
from salesdesk.app.profile import Loaded, Profile
from salesdesk.app.session import Place, Session
from salesdesk.domain.errors import Refusal
from salesdesk.ui import icons, theme
from salesdesk.ui.dialogs.crash import CrashDialog
from salesdesk.ui.main_window import stored_appearance
from salesdesk.ui.tasks import Tasks

PLATFORM = "QT_QPA_PLATFORM"
_MEMORY_PLATFORMS = ("offscreen", "minimal")

NO_DISPLAY = (
    "There is no display to open a window on. The commands work without one (salesdesk --help), "
    "and salesdesk --demo draws its window into a picture."
)


def has_display() -> bool:
    """Whether a window could be seen by somebody."""
    chosen = os.environ.get(PLATFORM, "").partition(":")[0]
    if chosen:
        return chosen not in _MEMORY_PLATFORMS
    if platform.system() == "Linux":
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def run(arguments: Namespace) -> int:
    """Open the window and stay until it is closed; the exit code.

    Raises:
        Refusal: there is no display, or the sample workspace is in use.
        WrongUse, Unavailable: the command line names a database in a way that cannot be used.
    """
    visible = has_display()
    if not visible and not arguments.demo:
        raise Refusal(NO_DISPLAY)
    paths = Paths.of_user()
    paths.make_private()
    chosen = _chosen(arguments, paths)
    if not visible:
        os.environ.setdefault(PLATFORM, "offscreen")
    log = Log(paths.logs)
    log.start()
    try:
        return _Program(paths, log).run(chosen, visible=visible)
    finally:
        log.close()


def _chosen(arguments: Namespace, paths: Paths) -> tuple[Profile, str | None] | None:
    """What the command line or the environment says to open; None: what was opened last."""
    if arguments.demo:
        prepared = sample_workspace(paths.sample_workspace, fresh=arguments.fresh)
        return sample_profile(prepared), None
    if arguments.database or os.environ.get(opening.URL_VARIABLE):
        return opening.chosen(arguments, os.environ)
    return None


class _Faults(QObject):
    """Carries what nobody foresaw to the UI thread, from whichever thread it came."""

    told = Signal(object)


class _Program(QObject):
    """The running program: from the application object to its last breath."""

    def __init__(self, paths: Paths, log: Log) -> None:
        super().__init__()
        self._paths = paths
        self._log = log
        self._faults = _Faults()
        self._crashes = Crashes(self._faults.told.emit, log.file)
        self._session: Session | None = None
        self._first = FirstWindow()
        self._headless: HeadlessDemo | None = None
        self._warning: str | None = None
        self._code = Code.DONE
        self._again = ""

    def run(self, chosen: tuple[Profile, str | None] | None, *, visible: bool) -> int:
        """Start, stay until the window is closed, and end."""
        self._app = application()
        # Between two dialogs of the start no window is open: the program itself says when to end.
        self._app.setQuitOnLastWindowClosed(False)
        self._crashes.install(self._paths.logs)
        self._crashes.install_qt()
        self._faults.told.connect(self._on_fault)
        look = QSettings(str(self._paths.config / "window.ini"), QSettings.Format.IniFormat)
        theme.apply(self._app, *stored_appearance(look))
        self._tasks = Tasks()
        interrupts = Interrupts()
        interrupts.asked.connect(self._on_interrupt)
        loaded = profiles.load(self._paths.settings_file)
        try:
            known = loaded.settings.profile(loaded.settings.last)
            if visible and self._is_elsewhere(chosen[0] if chosen is not None else known):
                return Code.DONE
            self._begin(chosen, loaded, visible=visible)
            self._app.exec()
        finally:
            interrupts.remove()
            self._end()
        return self._code

    def _is_elsewhere(self, profile: Profile | None) -> bool:
        """Whether another program shows this profile; it has come to the front then."""
        return self._first.is_elsewhere(address_of(self._paths.config, profile))

    def _begin(
        self, chosen: tuple[Profile, str | None] | None, loaded: Loaded, *, visible: bool
    ) -> None:
        self._warning, self._language = loaded.warning, loaded.settings.language
        self._arrival = Arrival(
            self._tasks, self._paths, loaded.settings, secrets.SystemSecrets(), self._log.hide
        )
        self._arrival.arrived.connect(self._on_arrived)
        self._arrival.left.connect(self._leave)
        self._arrival.failed.connect(self._on_bug)
        if not visible:
            self._headless = HeadlessDemo(self._tasks, self._paths)
            self._headless.finished.connect(self._on_headless)
        if chosen is None:
            self._arrival.begin()
        else:
            self._arrival.open(*chosen)

    def _on_arrived(self, place: Place) -> None:
        again, self._again = self._again, ""
        if self._headless is None and self._is_elsewhere(place.profile):
            place.store.close()
            self._leave()
            return
        self._session = Session(
            place, self._tasks, self._paths, self._crashes.report, self._language,
            first=again or "today",
        )  # fmt: skip
        self._session.closed.connect(self._leave)
        self._session.outdated.connect(self._sign_in_again)
        if self._headless is not None:
            self._headless.watch(self._session)
        self._session.show()
        if again:
            self._session.window.notices.toast(
                self.tr("Your role was changed. This window shows what you may do now.")
            )
        elif self._warning:
            self._session.window.notices.toast(self._warning)

    def _sign_in_again(self) -> None:
        """Make another window, for what the person may now; or say why there is none."""
        session, self._session = self._session, None
        if session is None:
            return
        self._again = session.window.shown or "today"
        place = session.place
        session.closed.disconnect(self._leave)
        session.close()
        # After the commands that were given, which go on.
        self._tasks.command(place.store.close, self._on_store_closed, self._on_bug)
        self._arrival.open(place.profile, place.password)

    def _on_store_closed(self, closed: None) -> None:
        """The store of the window that is gone; nothing more to do."""

    def _end(self) -> None:
        """Take everything apart: window, lanes, database, hooks."""
        self._first.close()
        session, self._session = self._session, None
        store = session.place.store if session is not None else None
        if session is not None:
            session.close()
        self._tasks.shutdown()
        if store is not None:
            store.close()
        self._crashes.remove()
        self._app.setQuitOnLastWindowClosed(True)

    def _leave(self) -> None:
        self._app.quit()

    def _on_headless(self, code: Code) -> None:
        self._code = code
        self._leave()

    def _on_interrupt(self) -> None:
        self._code = Code.STOPPED
        self._leave()

    def _on_bug(self, fault: Exception) -> None:
        self._crashes.report(fault)

    def _on_fault(self, fault: Fault) -> None:
        if self._headless is not None:
            sys.stderr.write(f"{fault.details}\n")
            self._on_headless(Code.REFUSED)
            return
        window = self._session.window if self._session is not None else None
        dialog = CrashDialog(fault, QGuiApplication.clipboard().setText, window)
        dialog.quit_requested.connect(self._leave)
        if window is None:
            dialog.finished.connect(self._leave)
        dialog.open()


def application() -> QApplication:
    """The application object, made once."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(["salesdesk"])
    app.setApplicationName("SalesDesk")
    app.setApplicationDisplayName("SalesDesk")
    app.setDesktopFileName("salesdesk")
    app.setWindowIcon(icons.program())
    return app


class Interrupts(QObject):
    """Ctrl+C and a polite kill end the program in order, though Qt's loop keeps Python out.

    Signals:
        asked(): somebody wants the program to end.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ear, self._mouth = socket.socketpair()
        self._mouth.setblocking(False)
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._before = {
            number: signal.signal(number, _noted) for number in (signal.SIGINT, signal.SIGTERM)
        }
        self._wakeup = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)

    def remove(self) -> None:
        """Let signals do what they did before."""
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._ear.close()
        self._mouth.close()

    def _heard(self) -> None:
        self._ear.recv(64)
        self.asked.emit()


def _noted(number: int, frame: FrameType | None) -> None:
    """The wake-up socket tells Qt's loop; Python itself has nothing to do."""
