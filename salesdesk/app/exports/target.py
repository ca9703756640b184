"""A file that appears whole at the end, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from salesdesk.domain.errors import Refusal
from salesdesk.domain.refusals import Why

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC})


#: The folders that are being written in.
_under_way: set[Path] = set()


def discard() -> None:
    """Remove what is half written: for a process that has to end at once."""
    for folder in list(_under_way):
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A file to write in a folder beside the target; it takes the target's name at the end.

    The folder takes what a format needs meanwhile too, so that nothing is left anywhere.

    Raises:
        Refusal: the target cannot be written, or the disk is full; it says which.
    """
    try:
        _refuse_locked(target)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name[:60]}.", dir=target.parent))
    except OSError as fault:
        raise refusal(fault, target) from fault
    _under_way.add(folder)
    try:
        part = folder / f"part{target.suffix}"
        yield part
        _to_disk(part)
        part.replace(target)
    except OSError as fault:
        raise refusal(fault, target) from fault
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _under_way.discard(folder)


def refusal(fault: OSError, target: Path) -> Refusal:
    """What kept the file from being written, and what to do."""
    why, told = Why.FILE_NOT_WRITTEN, fault.strerror or str(fault)
    if fault.errno in _FULL or fault.errno == errno.EFBIG:
        why = Why.DISK_FULL
    elif isinstance(fault, PermissionError):
        why = Why.FILE_LOCKED
    elif isinstance(fault, FileNotFoundError):
        why = Why.NO_FOLDER
    elif isinstance(fault, IsADirectoryError):
        why = Why.FOLDER_IN_THE_WAY
    return Refusal(why, field="path", file=target.name, folder=str(target.parent), fault=told)


def _refuse_locked(target: Path) -> None:
    """Notice before the work, not after it, that the file is open in another program."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if target.exists():
        with target.open("r+b"):
            return


def _to_disk(part: Path) -> None:
    """Let a disk that is full say so now, before the old file is replaced."""
    with part.open("r+b") as stream:
        os.fsync(stream.fileno())
