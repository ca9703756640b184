"""Where SalesDesk keeps its files on this computer."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from salesdesk.storage.db.private_file import tighten

HOME_VARIABLE = "SALESDESK_HOME"
_APP = "SalesDesk"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user; nothing is made until somebody writes.

    Attributes:
        config: the settings file.
        data: workspaces and contacts that wait to be sent.
        logs: what the program noted for whoever has to find a fault.
    """

    config: Path
    data: Path
    logs: Path

    @classmethod
    def of_user(cls, environment: Mapping[str, str] | None = None) -> Paths:
        """The system's own folders for this user; SALESDESK_HOME puts all of them in one place."""
        variables = os.environ if environment is None else environment
        if home := variables.get(HOME_VARIABLE):
            return cls.within(Path(home).expanduser().absolute())
        folders = platformdirs.PlatformDirs(_APP, appauthor=False)
        return cls(
            Path(folders.user_config_dir), Path(folders.user_data_dir), Path(folders.user_log_dir)
        )

    @classmethod
    def within(cls, home: Path) -> Paths:
        """All of them in one folder."""
        return cls(home, home / "data", home / "logs")

    @property
    def settings_file(self) -> Path:
        """Connection profiles and what this user likes."""
        return self.config / "settings.toml"

    @property
    def sample_workspace(self) -> Path:
        """The workspace of `--demo`."""
        return self.data / "sample.sqlite"

    @property
    def workspace(self) -> Path:
        """The workspace that a new one on this computer is offered as."""
        return self.data / "workspace.sqlite"

    @property
    def outbox(self) -> Path:
        """Contacts that were typed while the server was away, by database and person."""
        return self.data / "outbox"

    def make_private(self) -> None:
        """Make the folders, and take from others what they may in those that are there.

        An older program, or another one that made a folder first, may have left it open. On
        Windows they lie in the user's own folder, whose rights they take.
        """
        for folder in (self.config, self.data, self.logs):
            private_folder(folder)
            if os.name == "nt":
                continue
            tighten(folder, 0o700)
            for found in folder.rglob("*"):
                if not found.is_symlink():
                    tighten(found, 0o700 if found.is_dir() else 0o600)


def private_folder(folder: Path) -> Path:
    """Make the folder and those above it that are missing, each for this user alone."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    return folder


def private_opener(path: str, flags: int) -> int:
    """For `open`: a file that it makes is this user's alone."""
    return os.open(path, flags, 0o600)


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that a crash leaves either the old one or the new one, never half of it.

    Raises:
        OSError: it cannot be written.
    """
    private_folder(file.parent)
    draft = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    _settle(file.parent)


def _settle(folder: Path) -> None:
    """Let the renaming itself reach the disk, where the system can do that for a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
