"""The one place where the program's parts are put together, and taken apart in reverse.

First a frame of the window is painted; what reads databases and makes screens is imported after
that, beside the event loop. So whatever is imported at the top here delays the first paint.
"""

from __future__ import annotations

import logging
import os
import platform
import signal
import socket
import sys
from argparse import Namespace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from salesdesk.app import garbage, lean_imports, versions
from salesdesk.app.commands.answers import Code
from salesdesk.app.crash import Crashes, Fault
from salesdesk.app.local import profile as profiles
from salesdesk.app.local import secrets
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import URL_VARIABLE, Profile, shown_name
from salesdesk.app.logs import Log
from salesdesk.app.outside import open_address
from salesdesk.app.startup.first_window import FirstWindow, address_of
from salesdesk.domain.errors import Refusal
from salesdesk.domain.refusals import Reason, Why
from salesdesk.ui.help.in_dialogs import DialogHelp
from salesdesk.ui.kit import icons, kept_window, language, motion, theme
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.shell.standing import AT_FIRST, Standing
from salesdesk.ui.shell.window_frame import WindowFrame

if TYPE_CHECKING:
    from salesdesk.app.headless import HeadlessDemo
    from salesdesk.app.session import AppSession, OpenDatabase
    from salesdesk.app.startup.flow import StartupFlow
    from salesdesk.ui.commands import Cmd
    from salesdesk.ui.shell.main_window import MainWindow

_log = logging.getLogger(__name__)

PLATFORM = "QT_QPA_PLATFORM"
_MEMORY_PLATFORMS = ("offscreen", "minimal")


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
        raise Refusal(Why.NO_DISPLAY)
    lean_imports.begin()
    garbage.rest()
    paths = Paths.of_user()
    paths.make_private()
    chosen = _chosen(arguments, paths)
    if not visible:
        os.environ.setdefault(PLATFORM, "offscreen")
    log = Log(paths.logs)
    log.start()
    try:
        code = _Program(paths, log.file).run(chosen, visible=visible)
        _log.info("SalesDesk ends with code %d", code)
        return code
    finally:
        log.close()


def _chosen(arguments: Namespace, paths: Paths) -> tuple[Profile, str | None] | None:
    """What the command line or the environment says to open; None: what was opened last."""
    if arguments.demo:
        from salesdesk.app.commands.demo import sample_workspace
        from salesdesk.app.startup.flow import sample_profile

        prepared = sample_workspace(paths.sample_workspace, fresh=arguments.fresh)
        return sample_profile(prepared), None
    if arguments.database or os.environ.get(URL_VARIABLE):
        from salesdesk.app.commands import opening

        return opening.chosen(arguments, os.environ)
    return None


def _import_what_reads() -> None:
    """Import what reads databases, nothing of Qt: so a worker thread may do it."""
    import salesdesk.app.startup.open_database
    import salesdesk.services.customers
    import salesdesk.services.lists.today  # noqa: F401 - imported to be there when it is wanted


def _import_what_shows() -> None:
    """Import the rest; on the UI thread, for Qt's own classes are not made for two at once."""
    import salesdesk.app.headless
    import salesdesk.app.session
    import salesdesk.app.startup.flow
    import salesdesk.ui.start.crash_dialog  # noqa: F401 - imported to be there when it is wanted


class _Faults(QObject):
    """Carries what nobody foresaw to the UI thread, from whichever thread it came."""

    told = Signal(object)


class _Program(QObject):
    """The running program: from the application object to its last breath."""

    def __init__(self, paths: Paths, log: Path) -> None:
        super().__init__()
        self._paths = paths
        self._faults = _Faults()
        self._crashes = Crashes(self._faults.told.emit, log)
        self._frame: WindowFrame | None = None
        self._flow: StartupFlow | None = None
        self._session: AppSession | None = None
        self._first = FirstWindow()
        self._headless: HeadlessDemo | None = None
        self._warning: Reason | None = None
        self._code = Code.DONE
        self._again: Standing | None = None
        self._changed = False

    def run(self, chosen: tuple[Profile, str | None] | None, *, visible: bool) -> int:
        """Start, stay until the window is closed, and end."""
        self._app = application()
        _log.info("SalesDesk starts: %s", versions.in_words(versions.program() | versions.qt()))
        # Between two dialogs of the start no window is open: the program itself says when to end.
        self._app.setQuitOnLastWindowClosed(False)
        self._crashes.install(self._paths.logs)
        self._crashes.install_qt()
        self._faults.told.connect(self._on_fault)
        look = QSettings(str(self._paths.config / "window.ini"), QSettings.Format.IniFormat)
        theme.apply(self._app, *kept_window.stored_appearance(look))
        motion.restore(self._app, look)
        self._tasks = Tasks()
        self._help = DialogHelp(open_address)
        interrupts = Interrupts()
        interrupts.asked.connect(self._on_interrupt)
        loaded = profiles.load(self._paths.settings_file)
        language.choose(self._app, loaded.settings.language)
        try:
            known = loaded.settings.profile(loaded.settings.last)
            profile = chosen[0] if chosen is not None else known
            if visible and self._is_elsewhere(profile):
                return Code.DONE
            self._chosen, self._loaded, self._visible = chosen, loaded, visible
            if visible and profile is not None:
                self._show_frame(profile, look)
            else:
                self._import()
            self._app.exec()
        finally:
            interrupts.remove()
            self._end()
        return self._code

    def _is_elsewhere(self, profile: Profile | None) -> bool:
        """Whether another program shows this profile; it has come to the front then."""
        return self._first.is_elsewhere(address_of(self._paths.config, profile))

    def _show_frame(self, profile: Profile, look: QSettings) -> None:
        """Show the window without its contents; everything else begins after its first paint."""
        self._frame = WindowFrame(shown_name(profile), look)
        self._frame.given_up.connect(self._on_given_up)
        self._frame.installEventFilter(self)
        self._frame.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice the first paint of the frame."""
        if event.type() == QEvent.Type.Paint and watched is self._frame:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._import)
        return super().eventFilter(watched, event)

    def _on_given_up(self) -> None:
        if self._flow is not None:
            self._flow.give_up()
        else:
            self._leave()

    def _drop_frame(self) -> None:
        frame, self._frame = self._frame, None
        if frame is not None:
            frame.make_room()

    def _import(self) -> None:
        self._tasks.command(_import_what_reads, self._begin, self._on_bug)

    def _begin(self, imported: None) -> None:
        """Open what was chosen, was opened last, or will be chosen."""
        _import_what_shows()
        garbage.set_aside()
        from salesdesk.app.headless import HeadlessDemo
        from salesdesk.app.startup.flow import StartupFlow

        chosen, loaded = self._chosen, self._loaded
        self._warning = loaded.warning
        self._secrets = secrets.SystemSecrets()
        self._flow = StartupFlow(self._tasks, self._paths, loaded.settings, self._secrets)
        self._flow.arrived.connect(self._on_arrived)
        self._flow.asking.connect(self._drop_frame)
        self._flow.left.connect(self._leave)
        self._flow.language_wanted.connect(self._speak)
        self._flow.failed.connect(self._on_bug)
        if not self._visible:
            self._headless = HeadlessDemo(self._tasks, self._paths)
            self._headless.finished.connect(self._on_headless)
        if chosen is None:
            self._flow.begin()
        else:
            self._flow.open(*chosen)

    def _on_arrived(self, place: OpenDatabase) -> None:
        from salesdesk.ui.refusals import worded

        again, self._again = self._again, None
        if self._headless is None and self._is_elsewhere(place.profile):
            place.store.close()
            self._leave()
            return
        standing = again.of(place.session.actor.uid or "") if again else AT_FIRST
        window = self._open(place, standing)
        if again and self._changed:
            window.notices.toast(
                self.tr("Your role was changed. This window shows what you may do now.")
            )
        elif self._warning is not None:
            window.notices.toast(worded(self._warning))

    def _open(self, place: OpenDatabase, standing: Standing) -> MainWindow:
        """Show a window of this person, and begin the work behind it."""
        from salesdesk.app.session import AppSession
        from salesdesk.app.startup.saved_profiles import SavedProfiles

        made = AppSession(
            place,
            self._tasks,
            self._paths,
            self._crashes.report,
            first=standing,
            saved=SavedProfiles(self._paths, self._secrets, place.profile),
        )
        self._session = made
        made.closed.connect(self._leave)
        made.outdated.connect(self._sign_in_again)
        made.left_by.connect(self._on_left_by)
        made.language_wanted.connect(self._on_language)
        made.database_wanted.connect(self._on_database_wanted)
        made.painted.connect(garbage.set_aside)
        made.painted.connect(self._drop_frame)
        if self._headless is not None:
            self._headless.watch(made)
        made.show(self._frame)
        return made.window

    def _on_language(self, code: str) -> None:
        """Speak this language from now on: a window in it stands where this one stood."""
        standing = self._session.window.standing if self._session is not None else AT_FIRST
        place = self._take_down()
        self._speak(code)
        if place is not None:
            self._open(place, standing)

    def _speak(self, code: str) -> None:
        """Make the next texts in this language, and keep the choice."""
        language.choose(self._app, code)
        if self._flow is not None:
            self._flow.keep_language(code)

    def _sign_in_again(self) -> None:
        """Make another window, for what the person may now; or say why there is none."""
        place = self._close_session()
        if place is not None and self._flow is not None:
            known = place.session.actor.uid
            self._flow.open_again(place.profile, place.password, known)

    def _on_left_by(self, command: Cmd) -> None:
        """Ask who works on: the same person after a lock, else somebody new."""
        place = self._close_session()
        self._changed = False
        if place is None or self._flow is None:
            return
        if command.value == "lock":
            self._flow.open_again(place.profile, place.password, locked=True)
            return
        self._again = None
        sign_out = command.value == "sign_out"
        self._flow.change_person(place.profile, place.password, sign_out=sign_out)

    def _on_database_wanted(self, profile_id: str) -> None:
        """Open another saved connection in this one's place."""
        place = self._close_session()
        self._again, self._changed = None, False
        if place is not None and self._flow is not None:
            self._flow.switch(profile_id, place)

    def _close_session(self) -> OpenDatabase | None:
        """Close the window and its store; the next one shows the same screen."""
        if self._session is not None:
            self._again, self._changed = self._session.window.standing, True
        place = self._take_down()
        if place is not None:
            # After the commands that were given, which go on.
            self._tasks.command(place.store.close, self._on_store_closed, self._on_bug)
        return place

    def _take_down(self) -> OpenDatabase | None:
        """Close the window, and what works behind it; the store stays open."""
        session, self._session = self._session, None
        if session is None:
            return None
        session.closed.disconnect(self._leave)
        session.close()
        return session.place

    def _on_store_closed(self, closed: None) -> None:
        """The store of the window that is gone; nothing more to do."""

    def _end(self) -> None:
        """Take everything apart: window, lanes, database, hooks."""
        self._first.close()
        self._drop_frame()
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
        from salesdesk.ui.start.crash_dialog import CrashDialog

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
