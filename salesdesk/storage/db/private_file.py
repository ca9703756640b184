"""A workspace's file: this user's alone, whoever makes it first and whatever the umask."""

from __future__ import annotations

import os
from pathlib import Path

_OWNER_ONLY = 0o600
_OTHERS = 0o077

#: What SQLite keeps beside a database; new ones take the rights of the database itself.
_COMPANIONS = ("", "-wal", "-shm", "-journal")


def make_private(file: Path) -> None:
    """Make the file empty and private unless it is there; take what others may from it.

    On Windows the user's own folder decides, and a file of somebody else is left as it is.
    """
    if os.name == "nt":
        return
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, _OWNER_ONLY))
    except FileExistsError:
        for ending in _COMPANIONS:
            tighten(file.with_name(file.name + ending), _OWNER_ONLY)
    except OSError:
        # There is no such folder, or nothing may be written: SQLite says so in its own words.
        return


def tighten(path: Path, most: int) -> None:
    """Take from others what they may on a file or a folder of this user's."""
    try:
        found = path.stat()
        if found.st_uid == os.getuid() and found.st_mode & _OTHERS:
            path.chmod(most)
    except OSError:
        return
