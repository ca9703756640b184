"""Backups of a workspace on this computer: one on request, one a day, and the way back.

Source: docs/rules.md, "Backups of a workspace".
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from salesdesk.app.exports.target import refusal, whole
from salesdesk.app.local.paths import private_folder
from salesdesk.app.local.profile import Profile, WorkspaceProfile
from salesdesk.app.startup.connection import open_store
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.refusals import Why
from salesdesk.services import summaries
from salesdesk.services.admin import backups
from salesdesk.services.session import Session
from salesdesk.storage.setup import backup

#: So many of the copies that are made day by day are kept.
DAYS_KEPT = 7
_ENDING = ".sqlite"
_LOG = "-wal"


def make(session: Session, event_id: str, workspace: Path, target: Path) -> None:
    """Copy a workspace into a file, whole and checked, or not at all.

    Raises:
        NotAllowed: a person who may not export.
        Refusal: the file cannot be written, it is the workspace itself, or that is damaged.
        Unavailable: the workspace is out of reach.
    """
    _refuse_same(workspace, target, Why.BACKUP_INTO_ITSELF)
    backups.let_go(session, event_id, target.name)
    with whole(target) as part:
        backup.copy(workspace, part)


@dataclass(frozen=True, slots=True)
class WorkspaceBackups:
    """The backups of the workspace that a session works on.

    Attributes:
        folder: of the copies of each day.
    """

    session: Session
    workspace: Path
    folder: Path

    def make(self, event_id: str, target: Path) -> None:
        """Copy the workspace into a file; see `make`."""
        make(self.session, event_id, self.workspace, target)

    def keep_daily(self) -> int | None:
        """Make today's copy; how many were made, None: it is there already.

        Raises:
            Refusal: the workspace is damaged, or the disk is full.
        """
        today = datetime.now().astimezone().date()
        return 1 if keep_daily(self.workspace, self.folder, today) is not None else None


def folder_of(data: Path, database_id: str) -> Path:
    """Where the copies of each day are kept."""
    return data / "backups" / database_id


def keep_daily(workspace: Path, folder: Path, today: date) -> Path | None:
    """Make today's copy unless there is one, then drop all but the last seven.

    Returns:
        The copy; None: today's is there already.

    Raises:
        Refusal: the workspace is damaged, or the disk is full; the older copies are all kept.
    """
    target = folder / f"{today.isoformat()}{_ENDING}"
    if target.exists():
        return None
    try:
        private_folder(folder)
        with whole(target) as part:
            backup.copy(workspace, part)
        for old in daily(folder)[:-DAYS_KEPT]:
            old.unlink(missing_ok=True)
    except OSError as fault:
        raise refusal(fault, target) from fault
    return target


def daily(folder: Path) -> list[Path]:
    """The copies of each day that there are, oldest first; other files are none of ours."""
    return sorted(file for file in folder.glob(f"*{_ENDING}") if _is_day(file.stem))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def restore(saved: Path, workspace: Path, *, now: datetime | None = None) -> Path | None:
    """Put a backup in a workspace's place; the workspace as it was is kept beside it.

    The backup is copied, examined and brought up to date before anything is changed.

    Returns:
        Where the workspace as it was is kept; None: there was none.

    Raises:
        Refusal: the backup is damaged or no workspace, or the workspace is open somewhere;
            nothing was changed.
    """
    _refuse_same(workspace, saved, Why.BACKUP_IS_WORKSPACE)
    if not saved.exists():
        raise Refusal(Why.FILE_GONE, field="path", name=str(saved))
    moment = (now or datetime.now().astimezone()).strftime("%Y-%m-%d %H%M%S")
    aside = workspace.with_name(f"{workspace.stem} before {moment}{workspace.suffix}")
    try:
        private_folder(workspace.parent)
        with whole(workspace) as part:
            backup.copy(saved, part)
            _prepare(part, saved.name)
            backup.settle(workspace)
            return _put_aside(workspace, aside)
    except OSError as fault:
        raise refusal(fault, saved) from fault


def _prepare(part: Path, name: str) -> None:
    """Make the copy a workspace that this program can open, and one file again."""
    backup.make_usable(part)
    store = open_store(WorkspaceProfile("restored", name, part))
    try:
        summaries.fill(Session(store, SYSTEM))
        backups.note_restored(store, new_id(), name)
    finally:
        store.close()
    backup.settle(part)


def _put_aside(workspace: Path, aside: Path) -> Path | None:
    """Keep what stands there now: a copy, so that a crash leaves either the one or the other."""
    if not workspace.exists():
        return None
    for ending in ("", _LOG):
        file = workspace.with_name(workspace.name + ending)
        if file.exists():
            shutil.copy2(file, aside.with_name(aside.name + ending))
    for ending in (_LOG, "-shm"):
        # Only a damaged one still has a log, which would be taken for the backup's.
        workspace.with_name(workspace.name + ending).unlink(missing_ok=True)
    return aside


def _refuse_same(workspace: Path, file: Path, why: Why) -> None:
    if file.exists() and workspace.exists() and file.samefile(workspace):
        raise Refusal(why, field="path")


def file_of(profile: Profile) -> Path:
    """The file of a workspace.

    Raises:
        Refusal: this is a company's database.
    """
    if not isinstance(profile, WorkspaceProfile):
        raise Refusal(Why.ONLY_A_WORKSPACE)
    return profile.file
