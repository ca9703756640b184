"""`salesdesk db backup` and `salesdesk db restore`: a workspace as one file, and back."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from salesdesk.app.commands.answers import Answer
from salesdesk.app.commands.opening import URL_VARIABLE, chosen, opened
from salesdesk.app.commands.words import said
from salesdesk.app.local import backups, profile
from salesdesk.app.local.paths import Paths
from salesdesk.app.startup.connection import host_name
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.people import SYSTEM
from salesdesk.services.session import Session


def make(arguments: Namespace) -> Answer:
    """Copy a workspace into a file while it may be open.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    workspace = _workspace(arguments)
    if not workspace.is_file():
        told = said("There is no workspace {file}.", file=str(workspace))
        raise Unavailable(told, kind="database")
    target = Path(arguments.file)
    arguments.database = f"sqlite:///{workspace}"
    with opened(arguments) as store:
        session = Session(store, SYSTEM, host_name())
        backups.make(session, new_id(), workspace, target)
    size = target.stat().st_size
    text = said(
        "{workspace} is backed up in {file}; the copy was checked.",
        workspace=str(workspace),
        file=str(target),
    )
    return Answer({"workspace": str(workspace), "file": str(target), "bytes": size}, text)


def restore(arguments: Namespace) -> Answer:
    """Put a backup in a workspace's place.

    Raises:
        Refusal, WrongUse.
    """
    workspace = _workspace(arguments)
    kept = backups.restore(Path(arguments.file), workspace)
    data = {"workspace": str(workspace), "kept": str(kept) if kept is not None else None}
    text = said(
        "{workspace} is now as it was in {file}.", workspace=str(workspace), file=arguments.file
    )
    if kept is not None:
        text += " " + said("As it was before, it is kept as {kept}.", kept=str(kept))
    return Answer(data, text)


def _workspace(arguments: Namespace) -> Path:
    """The workspace that is named, else the one that the window opens on this computer."""
    if arguments.demo or arguments.database or os.environ.get(URL_VARIABLE):
        return backups.file_of(chosen(arguments, os.environ)[0])
    paths = Paths.of_user()
    known = profile.load(paths.settings_file).settings
    last = known.profile(known.last)
    return backups.file_of(last) if last is not None else paths.workspace
