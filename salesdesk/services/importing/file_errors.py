"""What keeps a file from being read at all, in words; and the limits that bound memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from salesdesk.domain.errors import Refusal
from salesdesk.domain.importing import MOST_BYTES
from salesdesk.domain.refusals import Value, Why

#: A line of text this long is no table's; it is refused before the rest of it is read.
MOST_CHARACTERS = 1_000_000

_MEGABYTE = 1024 * 1024


class BadFile(Refusal):
    """The file cannot be imported; says why and what to do."""

    def __init__(self, why: Why, /, **values: Value) -> None:
        super().__init__(why, field="path", **values)


def require_size(path: Path) -> None:
    """Check the size before anything is read.

    Raises:
        BadFile: it is empty, too large or no file.
    """
    with told(path):
        if path.is_dir():
            raise BadFile(Why.FILE_IS_FOLDER, name=path.name)
        size = path.stat().st_size
    if size == 0:
        raise BadFile(Why.FILE_EMPTY, name=path.name)
    if size > MOST_BYTES:
        raise BadFile(
            Why.FILE_TOO_LARGE_FOR,
            name=path.name,
            size=f"{size // _MEGABYTE:,}",
            most=MOST_BYTES // _MEGABYTE,
        )


#: What files begin with that are no tables, and what to do instead.
_OTHERS = (
    (b"%PDF", Why.FILE_IS_PDF),
    (b"\x89PNG", Why.FILE_IS_PICTURE),
    (b"\xff\xd8\xff", Why.FILE_IS_PICTURE),
    (b"Rar!", Why.FILE_IS_ARCHIVE),
    (b"\x1f\x8b", Why.FILE_IS_ARCHIVE),
    (b"{\\rtf", Why.FILE_IS_TEXT),
    (b"SQLite format 3", Why.FILE_IS_DATABASE),
    (b"BEGIN:VCALENDAR", Why.FILE_IS_CALENDAR),
)
_XML_WORKBOOK = b"urn:schemas-microsoft-com:office:spreadsheet"


def require_table(path: Path) -> None:
    """Check by its first bytes that a file is none of the kinds that hold no table.

    Raises:
        BadFile: it is one; says which.
    """
    with told(path), path.open("rb") as stream:
        head = stream.read(4_096)
    for mark, why in _OTHERS:
        if head.startswith(mark):
            raise BadFile(why, name=path.name)
    if _XML_WORKBOOK in head:
        raise BadFile(Why.WORKBOOK_2003, name=path.name)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Put the system's refusals of a file into words.

    Raises:
        BadFile: the file is locked, gone or unreadable.
    """
    try:
        yield
    except FileNotFoundError as fault:
        raise BadFile(Why.FILE_GONE, name=path.name) from fault
    except PermissionError as fault:
        raise BadFile(Why.FILE_MAY_NOT_BE_READ, name=path.name) from fault
    except OSError as fault:
        raise BadFile(
            Why.FILE_UNREADABLE, name=path.name, fault=fault.strerror or str(fault)
        ) from fault
