"""Text files: their encoding and separator guessed, their records one by one."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from charset_normalizer import from_bytes

from salesdesk.domain.importing import Layout, Record
from salesdesk.domain.refusals import Why
from salesdesk.services.importing.file_errors import BadFile, told
from salesdesk.services.importing.text_records import records

#: What is looked at to guess.
_SAMPLE = 256 * 1024
_LINES = 40

#: Those that a person can choose instead of the guess.
ENCODINGS = (
    "utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1256", "gb18030", "big5", "cp932",
    "euc_kr", "mac_roman",
)  # fmt: skip
SEPARATORS = (",", ";", "\t", "|")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: The guess cannot tell these from Windows' own; cp1252 is by far the likeliest.
_WESTERN = frozenset({"cp1250", "cp1252", "cp1254", "cp1257", "latin_1", "iso8859_1", "iso8859_15",
                      "iso8859_2", "iso8859_9", "cp850", "cp858", "cp437", "cp775", "mac_latin2",
                      "mac_iceland", "mac_turkish", "hp_roman8"})  # fmt: skip
_NAMED_SEPARATOR = "sep="


def guess(path: Path) -> Layout:
    """How the file is probably to be read; the line of the titles is not known here.

    Raises:
        BadFile: it cannot be read at all.
    """
    with told(path), path.open("rb") as stream:
        sample = stream.read(_SAMPLE)
    encoding = encoding_of(sample)
    text = sample.decode(encoding, "replace")
    unwrapped = _unwrapped(text)
    return Layout(encoding, _separator(unwrapped or text), wrapped=unwrapped is not None)


@contextmanager
def opened(path: Path, layout: Layout) -> Iterator[Iterator[Record]]:
    """The file's records, as long as the block runs.

    Raises:
        BadFile: it cannot be read, or the encoding is unknown.
    """
    try:
        codecs.lookup(layout.encoding)
    except LookupError as fault:
        raise BadFile(Why.FILE_ENCODING_UNKNOWN, encoding=layout.encoding) from fault
    encoding = "utf-8-sig" if layout.encoding == "utf-8" else layout.encoding
    try:
        with (
            told(path),
            path.open("r", encoding=encoding, errors="replace", newline="") as stream,
        ):
            found = _without_note(records(stream, layout.separator or ","))
            yield map(partial(_split_again, layout.separator), found) if layout.wrapped else found
    except UnicodeError as fault:
        # UTF-16 without its mark, for one, is a fault of the file and not of a line.
        raise BadFile(Why.FILE_NOT_IN_ENCODING, name=path.name, encoding=layout.encoding) from fault


def _without_note(found: Iterator[Record]) -> Iterator[Record]:
    """The records without Excel's own first line, `sep=;`."""
    for record in found:
        noted = record.number == 1 and record.cells and record.cells[0].startswith(_NAMED_SEPARATOR)
        if not noted:
            yield record


def _split_again(separator: str, record: Record) -> Record:
    """The record of a line that stood in quotes as a whole."""
    if record.fault or len(record.cells) != 1:
        return record
    return replace(
        record, cells=tuple(next(csv.reader([record.cells[0]], delimiter=separator), ()))
    )


def _unwrapped(text: str) -> str | None:
    """The lines as they are inside the quotes around each of them; None: there are none."""
    lines = [line for line in text.splitlines()[:_LINES] if line.strip()]
    # The sample may end in the middle of its last line.
    whole = lines[:-1] if len(lines) > 2 else lines
    inside = [next(csv.reader([line]), []) for line in whole]
    one_cell = all(len(cells) == 1 and line.lstrip().startswith('"')
                   for cells, line in zip(inside, whole, strict=True))  # fmt: skip
    if not whole or not one_cell:
        return None
    joined = "\n".join(cells[0] for cells in inside)
    return joined if any(one in inside[0][0] for one in SEPARATORS) else None


def encoding_of(sample: bytes) -> str:
    """The encoding of a file by its first bytes."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if sample.count(0) > len(sample) // 5:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    if not _is_mostly_utf8(sample):
        best = from_bytes(sample[: _SAMPLE // 4]).best()
        found = best.encoding if best is not None else "cp1252"
        return "cp1252" if found in _WESTERN else found
    return "utf-8"


def _is_mostly_utf8(sample: bytes) -> bool:
    """Whether the bytes beyond ASCII are UTF-8 but for a few: one bad byte spoils one line."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample)
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(not one.isascii() for one in text) - bad
    return bad == 0 or good > 2 * bad


def _separator(text: str) -> str:
    first = text.split("\n", 1)[0].strip()
    if first.lower().startswith(_NAMED_SEPARATOR) and len(first) > len(_NAMED_SEPARATOR):
        return first[len(_NAMED_SEPARATOR)]
    return max(SEPARATORS, key=lambda one: _fitness(text, one))


def _fitness(text: str, separator: str) -> tuple[float, int]:
    """How many of the first lines have the commonest number of columns, and that number."""
    reader = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")),
                        delimiter=separator)  # fmt: skip
    try:
        widths = Counter(len(cells) for cells in islice(reader, _LINES) if any(cells))
    except csv.Error:
        return 0.0, 0
    wide = Counter({width: number for width, number in widths.items() if width > 1})
    if not wide:
        return 0.0, 0
    width, number = wide.most_common(1)[0]
    return number / widths.total(), width
