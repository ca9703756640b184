"""The saved connections as the window is lent them: the settings file and the keyring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from salesdesk.app.local import profile as profiles
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import Profile, ServerProfile, UserSettings, WorkspaceProfile
from salesdesk.app.local.secrets import Secrets
from salesdesk.app.startup.connection_check import Check, check_connection, profile_of
from salesdesk.ui.i18n import translate
from salesdesk.ui.session.profiles import ListedProfile, ServerForm

#: The id of the workspace that the first start makes.
WORKSPACE = "workspace"


class KeptPasswordChecks:
    """Tries connections; where no password was typed, by the one in the keyring."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    @property
    def keeps_passwords(self) -> bool:
        """Whether a keyring keeps passwords; otherwise they are kept for this run alone."""
        return self._secrets.lasts

    def check(self, form: ServerForm) -> Sequence[Check]:
        """Try the connection, step by step.

        Raises:
            Invalid: a field cannot be meant; names each.
        """
        profile = profile_of(form)
        password = form.password or self._secrets.get(profile.secret_key) or ""
        return check_connection(profile, password)


class SavedProfiles:
    """The saved connections of this computer.

    Args:
        open_one: the one that the window shows.
    """

    def __init__(self, paths: Paths, secrets: Secrets, open_one: Profile) -> None:
        self._file, self._workspace = paths.settings_file, paths.workspace
        self._secrets, self._open = secrets, open_one
        self.checks = KeptPasswordChecks(secrets)

    def listed(self) -> Sequence[ListedProfile]:
        """All of them, the open one first.

        Raises:
            OSError: the file cannot be read.
        """
        kept = profiles.load(self._file).settings.profiles
        listed = [self._listed(one) for one in kept]
        if all(one.id != self._open.id for one in kept):
            listed.append(replace(self._listed(self._open), is_kept=False))
        return tuple(sorted(listed, key=lambda one: not one.is_open))

    def _listed(self, profile: Profile) -> ListedProfile:
        is_server = isinstance(profile, ServerProfile)
        return ListedProfile(
            profile.id, profile.name, _where(profile), profile.id == self._open.id, is_server
        )

    def form_of(self, profile_id: str) -> ServerForm | None:
        """A company's connection to be changed, without its password; None: it is gone."""
        found = profiles.load(self._file).settings.profile(profile_id)
        return form_of(found) if isinstance(found, ServerProfile) else None

    def keep(self, profile_id: str, form: ServerForm) -> None:
        """Add a connection ('') or change one; a typed password goes to the keyring.

        Raises:
            Invalid: a field cannot be meant; names each.
            OSError: the file cannot be written.
        """
        typed = profile_of(form)

        def changed(settings: UserSettings) -> UserSettings:
            before = settings.profile(profile_id)
            email = before.email if isinstance(before, ServerProfile) else ""
            made = replace(typed, id=before.id, email=email) if before is not None else typed
            return settings.kept(made)

        profiles.change(self._file, changed)
        if form.password:
            self._secrets.put(typed.secret_key, form.password)

    def add_workspace(self) -> None:
        """Add the workspace on this computer, where it is not listed yet.

        Raises:
            OSError: the file cannot be written.
        """
        made = workspace_profile(self._workspace)
        profiles.change(
            self._file, lambda all_: all_ if all_.profile(made.id) is not None else all_.kept(made)
        )

    def remove(self, profile_id: str) -> None:
        """Remove a connection and its password; the database itself stays as it is.

        Raises:
            OSError: the file cannot be written.
        """
        found = profiles.load(self._file).settings.profile(profile_id)
        left = profiles.change(self._file, lambda all_: all_.without(profile_id))
        if isinstance(found, ServerProfile) and not _shares_password(left, found):
            self._secrets.forget(found.secret_key)


def workspace_profile(file: Path) -> WorkspaceProfile:
    """The workspace on this computer as a connection; nobody is chosen yet."""
    return WorkspaceProfile(WORKSPACE, translate("start", "My workspace"), file)


def form_of(profile: ServerProfile) -> ServerForm:
    """A connection as its form shows it, without its password."""
    return ServerForm(
        ", ".join(profile.hosts),
        str(profile.port),
        profile.database,
        profile.user,
        "",
        profile.tls.value,
        str(profile.ca or ""),
        profile.name,
        profile.way.value,
    )


def _where(profile: Profile) -> str:
    if isinstance(profile, ServerProfile):
        return f"{profile.user} · {profile.database} · {', '.join(profile.hosts)}"
    return str(profile.file)


def _shares_password(settings: UserSettings, gone: ServerProfile) -> bool:
    """Whether another connection goes by the same account, under another name or encryption."""
    return any(
        isinstance(one, ServerProfile) and one.secret_key == gone.secret_key
        for one in settings.profiles
    )
