"""From the start of the program to a session: what to open, the password, who works here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from salesdesk.app.local import backups
from salesdesk.app.local import profile as profiles
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import (
    Profile,
    ServerProfile,
    UserSettings,
    WorkspaceProfile,
    shown_name,
)
from salesdesk.app.local.secrets import Secrets
from salesdesk.app.sample import workspace, writing
from salesdesk.app.sample.workspace import Prepared
from salesdesk.app.session import OpenDatabase
from salesdesk.app.startup.connection_check import ConnectionStarter, profile_of
from salesdesk.app.startup.open_database import (
    PasswordWanted,
    Reached,
    add_first,
    prove,
    reach,
)
from salesdesk.app.startup.progress_dialog import Waiting
from salesdesk.app.startup.saved_profiles import form_of, workspace_profile
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.people import Actor, Person
from salesdesk.domain.sign_in import SignInWay
from salesdesk.services.admin import authority
from salesdesk.services.admin.authority import Authority
from salesdesk.services.admin.sign_in import UnknownAccount
from salesdesk.services.session import Session
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.profiles import ServerForm
from salesdesk.ui.start import blocked_dialog
from salesdesk.ui.start.blocked_dialog import BlockedDialog
from salesdesk.ui.start.choose_person_dialog import WhoAmIDialog
from salesdesk.ui.start.connection_dialog import ConnectionDialog
from salesdesk.ui.start.restore import Restoring
from salesdesk.ui.start.sign_in_dialog import SignInDialog
from salesdesk.ui.start.welcome_dialog import FirstStartDialog, StartChoice, StartKind

if TYPE_CHECKING:
    from salesdesk.app.local.firebase import Firebase

#: Faults that the person mends in the connection's form, rather than by waiting.
_IN_THE_FORM = frozenset({"host", "password", "database", "tls"})

#: Whoever waits for a role is let in so soon after it was given.
ROLE_SECONDS = 15


class StartupFlow(QObject):
    """Asks, opens and signs in, until there is somebody at a desk.

    Signals:
        arrived(Place): the database is open and somebody is signed in.
        asking(): a dialog is about to open.
        left(): the person did not want to go on.
        failed(Exception): a bug came to light.
        language_wanted(str): the texts of the next dialog shall be in this language.
    """

    arrived = Signal(object)
    asking = Signal()
    left = Signal()
    language_wanted = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        paths: Paths,
        settings: UserSettings,
        secrets: Secrets,
        firebase: Firebase | None = None,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._paths = paths
        self._settings = settings
        self._secrets = secrets
        self._firebase = firebase
        self._remember = True
        self._profile: Profile | None = None
        self._password: str | None = None
        self._typed = False
        self._reached: Reached | None = None
        self._dialog: QDialog | None = None
        self._gone = False
        self._known: str | None = None
        self._still_good: Callable[[], None] | None = None
        self._locked = False
        self._back: OpenDatabase | None = None
        self._remembered = True
        self._reaching = 0
        self._role_timer = QTimer(self)
        self._role_timer.setObjectName("role_timer")
        self._role_timer.setInterval(round(ROLE_SECONDS * 1000))
        self._role_timer.timeout.connect(self._look_for_role)
        self._waiting = Waiting(self)
        self._waiting.left.connect(self._leave)

    # --- what to open -----------------------------------------------------------------------------

    def begin(self) -> None:
        """Open what was opened last; at the first start, ask."""
        known = self._settings.profile(self._settings.last)
        if known is not None:
            self._go(known)
            return
        self._ask_how_to_begin()

    def _ask_how_to_begin(self) -> None:
        starter = ConnectionStarter(self._secrets)
        restoring = self._restoring(self._paths.workspace)
        dialog = FirstStartDialog(self._tasks, starter, restoring)
        dialog.chosen.connect(self._on_choice)
        dialog.language_wanted.connect(self._on_language)
        self._ask(dialog)

    def _on_language(self, code: str) -> None:
        """Ask once more, in the language that was chosen."""
        self.language_wanted.emit(code)
        self._ask_how_to_begin()

    def keep_language(self, code: str) -> None:
        """Begin in this language the next time; '': in the system's."""
        self._settings = profiles.change(
            self._paths.settings_file, lambda kept: replace(kept, language=code)
        )

    def _restoring(self, workspace: Path) -> Restoring:
        folder = self._paths.data / "backups"
        return Restoring(
            partial(backups.restore, workspace=workspace),
            folder if folder.is_dir() else Path.home(),
        )

    def open(self, profile: Profile, password: str | None = None) -> None:
        """Open this one, for this run only: the next start opens what it would have opened."""
        self._remember = False
        self._password = password
        self._go(profile)

    def open_again(
        self,
        profile: Profile,
        password: str | None,
        known: str | None = None,
        *,
        locked: bool = False,
    ) -> None:
        """Open the database of a window that was closed.

        Args:
            known: on a shared account, the uid of who works on without being asked.
            locked: the window was locked; the same person is expected.
        """
        self._password, self._known, self._locked = password, known, locked
        self._go(profile)

    def change_person(self, profile: Profile, password: str | None, *, sign_out: bool) -> None:
        """Let another person sign in on the database of a window that was closed.

        Args:
            sign_out: nobody is remembered, and an own account's password is not kept any more.
        """
        if isinstance(profile, WorkspaceProfile):
            left: Profile = replace(profile, person=None)
        else:
            left = replace(profile, email="")
        if sign_out and self._remember and self._settings.profile(profile.id) is not None:
            self._keep(left)
        own = isinstance(left, ServerProfile) and left.way is SignInWay.ACCOUNT
        if not own:
            self.open_again(left, password)
            return
        self._profile = left
        if sign_out and isinstance(left, ServerProfile):
            work = partial(self._secrets.forget, left.secret_key)
            self._tasks.command(work, self._on_kept, self._on_not_kept)
        self._ask_connection()

    def switch(self, profile_id: str, back: OpenDatabase) -> None:
        """Open another saved connection in place of a window that was closed.

        Args:
            back: what was open; it is opened again where the person gives up.
        """
        self._back, self._remembered = back, self._remember
        self._remember, self._password, self._known = True, None, None
        self._settings = profiles.load(self._paths.settings_file).settings
        profile = self._settings.profile(profile_id)
        if profile is None:
            self._leave()
        else:
            self._go(profile)

    def _keep(self, profile: Profile) -> None:
        """Keep a profile as the one that was opened last."""
        self._settings = profiles.change(
            self._paths.settings_file, lambda settings: settings.opened(profile)
        )

    def give_up(self) -> None:
        """The person does not want to go on."""
        self._waiting.end()
        self._leave()

    def _on_choice(self, choice: StartChoice) -> None:
        if choice.kind is StartKind.SAMPLE:
            told = self._waiting.advanced.emit
            self._waiting.begin(
                self.tr("Making sample data…"), writing.DEMO_CUSTOMERS, at_once=True
            )
            work = partial(workspace.prepare, self._paths.sample_workspace, told=told)
            self._tasks.command(work, self._on_sample, self._on_fault)
        elif choice.kind is StartKind.WORKSPACE:
            self._go(workspace_profile(self._paths.workspace))
        elif choice.server is not None:
            self._on_connected(choice.server)

    def _on_sample(self, prepared: Prepared) -> None:
        self._go(sample_profile(prepared))

    def _on_connected(self, form: ServerForm) -> None:
        made = profile_of(form)
        known = self._profile
        if isinstance(known, ServerProfile):
            made = replace(made, id=known.id, email=known.email)
        self._password, self._typed = form.password, True
        self._go(made)

    # --- opening it -------------------------------------------------------------------------------

    def _go(self, profile: Profile) -> None:
        self._profile = profile
        self._forget_store()
        self._waiting.begin(fill(self.tr("Opening {profile}…"), profile=self._named()))
        self._reaching += 1
        work = partial(reach, profile, self._secrets, self._password, self._known)
        self._tasks.command(work, self._on_reached, self._on_not_reached)

    def _again(self) -> None:
        if self._profile is not None:
            self._close_dialog()
            self._go(self._profile)

    def _on_reached(self, reached: Reached) -> None:
        self._reaching -= 1
        if self._gone or self._reaching:
            # Nobody waits for this one any more; another is on its way.
            reached.store.close()
            return
        self._waiting.end()
        self._reached = reached
        if reached.needs:
            self._stand_still(
                blocked_dialog.not_ready([worded(each) for each in reached.needs], _copy)
            )
        elif reached.asks is not None:
            self._ask_sign_in(reached, reached.asks)
        elif reached.session is None:
            self._ask_who(reached)
        else:
            self._go_on(reached, reached.session)

    def _go_on(self, reached: Reached, session: Session) -> None:
        """Somebody is signed in; whether their role opens anything is another matter."""
        if session.actor.role is None:
            self._stand_still(_without_role(reached, session.actor))
            self._role_timer.start()
        else:
            self._arrive(reached)

    def _look_for_role(self) -> None:
        """Ask whether an administrator has given the person a role meanwhile."""
        if self._reached is not None and self._reached.session is not None:
            work = partial(authority.now, self._reached.session)
            self._tasks.query(("role", id(self)), work, self._on_authority, self._on_no_answer)

    def _on_authority(self, found: Authority) -> None:
        session = self._reached.session if self._reached is not None else None
        if (
            self._role_timer.isActive()
            and session is not None
            and found.differs_from(session.actor)
        ):
            self._again()

    def _on_no_answer(self, fault: Exception) -> None:
        """The next one may come; the dialog has a button too."""
        if not isinstance(fault, Unavailable | Refusal):
            self.failed.emit(fault)

    def _ask_sign_in(self, reached: Reached, way: SignInWay) -> None:
        profile = reached.profile
        email = profile.email if isinstance(profile, ServerProfile) else ""
        locked, self._locked = self._locked, False
        dialog = SignInDialog(
            self._tasks,
            way,
            self._named(),
            partial(prove, reached, firebase=self._firebase),
            email=email,
            locked=locked,
        )
        dialog.signed_in.connect(self._on_proved)
        self._ask(dialog)

    def _on_proved(self, reached: Reached) -> None:
        self._reached, self._profile = reached, reached.profile
        self._still_good = reached.still_good
        if reached.session is not None:
            self._known = reached.session.actor.uid
            self._go_on(reached, reached.session)

    def _ask_who(self, reached: Reached) -> None:
        known = reached.profile
        last = known.person if isinstance(known, WorkspaceProfile) else None
        add = partial(add_first, reached.store)
        dialog = WhoAmIDialog(self._tasks, reached.people, add, last_uid=last)
        dialog.chosen.connect(self._on_person)
        self._ask(dialog)

    def _on_person(self, person: Person) -> None:
        if isinstance(self._profile, WorkspaceProfile):
            self._go(replace(self._profile, person=person.uid))

    def _arrive(self, reached: Reached) -> None:
        assert reached.session is not None  # noqa: S101 - asked by the caller
        self._close_dialog()
        self._reached = None
        self._back = None
        if self._remember:
            self._keep(reached.profile)
        if self._typed and isinstance(reached.profile, ServerProfile) and self._password:
            key = reached.profile.secret_key
            work = partial(self._secrets.put, key, self._password)
            self._tasks.command(work, self._on_kept, self._on_not_kept)
        self._password = self._known = None
        self.arrived.emit(
            OpenDatabase(
                reached.profile,
                reached.store,
                reached.session,
                reached.database_id,
                reached.password,
                self._still_good if reached.profile.way is SignInWay.FIREBASE else None,
            )
        )

    def _on_kept(self, kept: object) -> None:
        """The password is kept; nothing more to do."""

    def _on_not_kept(self, fault: Exception) -> None:
        self.failed.emit(fault)

    # --- what stands in the way -------------------------------------------------------------------

    def _on_not_reached(self, fault: Exception) -> None:
        self._reaching -= 1
        if not self._reaching:
            self._on_fault(fault)

    def _on_fault(self, fault: Exception) -> None:
        self._waiting.end()
        profile = self._profile
        if self._gone:
            return
        if isinstance(fault, UnknownAccount):
            self._stand_still(blocked_dialog.unknown_account(fault.account, _copy))
        elif (
            isinstance(fault, PasswordWanted)
            or (isinstance(fault, Refusal) and fault.field == "way")
        ) or (
            isinstance(fault, Unavailable)
            and fault.kind in _IN_THE_FORM
            and isinstance(profile, ServerProfile)
        ):
            self._ask_connection()
        elif isinstance(fault, Unavailable | Refusal):
            self._say_away(worded(fault))
        elif isinstance(fault, OSError):
            self._say_away(fault.strerror or str(fault))
        else:
            self.failed.emit(fault)

    def _say_away(self, message: str) -> None:
        profile = self._profile
        if not isinstance(profile, WorkspaceProfile):
            self._stand_still(blocked_dialog.out_of_reach(self._named(), message, _copy))
            return
        dialog = blocked_dialog.unusable_workspace(message, _copy)
        dialog.offer_backups(self._tasks, self._restoring(profile.file))
        self._stand_still(dialog)

    def _named(self) -> str:
        return shown_name(self._profile) if self._profile is not None else sample_name()

    def _ask_connection(self) -> None:
        profile = self._profile
        if not isinstance(profile, ServerProfile):
            return
        self._password = None
        dialog = ConnectionDialog(self._tasks, ConnectionStarter(self._secrets), form_of(profile))
        dialog.connected.connect(self._on_connected)
        self._ask(dialog)

    # --- dialogs ----------------------------------------------------------------------------------

    def _stand_still(self, dialog: BlockedDialog) -> None:
        dialog.retried.connect(self._again)
        self._ask(dialog)

    def _ask(self, dialog: QDialog) -> None:
        self._close_dialog()
        self.asking.emit()
        self._dialog = dialog
        dialog.rejected.connect(self._leave)
        dialog.open()

    def _close_dialog(self) -> None:
        self._role_timer.stop()
        dialog, self._dialog = self._dialog, None
        # One that was answered has closed and deleted itself.
        if dialog is not None and shiboken6.isValid(dialog):
            dialog.rejected.disconnect(self._leave)
            dialog.close()
            dialog.deleteLater()

    def _leave(self) -> None:
        self._dialog = None
        self._role_timer.stop()
        self._forget_store()
        back, self._back = self._back, None
        if back is not None:
            self._remember, self._still_good = self._remembered, back.still_good
            self.open_again(back.profile, back.password, back.session.actor.uid)
            return
        self._gone = True
        self.left.emit()

    def _forget_store(self) -> None:
        reached, self._reached = self._reached, None
        if reached is not None:
            reached.store.close()


def sample_profile(prepared: Prepared) -> WorkspaceProfile:
    """The sample workspace as a profile, its person chosen."""
    return WorkspaceProfile("sample", sample_name(), prepared.file, prepared.person)


def _without_role(reached: Reached, actor: Actor) -> BlockedDialog:
    """What somebody reads to whom no role opens anything, with the command that mends it."""
    person = reached.roleless
    email = person.email if person is not None else None
    if person is not None and person.salesdesk_role is not None and person.sleeping:
        return blocked_dialog.sleeping_role(actor.name, email, _copy)
    return blocked_dialog.without_role(actor.name, email, _copy)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def sample_name() -> str:
    """What the workspace with sample data is called."""
    return translate("start", "Sample workspace")
