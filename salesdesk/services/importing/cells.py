"""A cell's text without what a spreadsheet or an export leaves around it."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

#: `="0812"`, by which Excel is made to keep a number as text.
_WRAPPED = re.compile(r'="([^"]*)"')
#: An apostrophe that keeps a text from being taken for a formula.
_GUARDED = re.compile(r"'(?=[=+\-@\t\n＝＋－＠])")
_EMPTY = frozenset({
    "-", "--", "---", "—", "–", ".", "n/a", "#n/a", "null", "none", "nil", "nan", "(blank)",
    "(null)", "[null]", "n.a.", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "0",
    "0/0/00", "0/0/0000", "00/00/00", "00/00/0000", "0000-00-00", "0000-00-00 00:00:00",
    "1900-01-00", "00-00-0000", "#error!", "?", "tba", "tbd", "(kosong)", "kosong", "belum ada",
    "blm ada", "tidak ada", "tdk ada", "tak ada", "no owner", "unassigned",
})  # fmt: skip
_TAG = re.compile(r"</?(?:p|br|div|b|i|span|strong|em|ul|li|ol|a)\b[^>]*>", re.IGNORECASE)
_BREAKS = re.compile(r"\r\n?|_x000[dD]_\r?\n?|[\x0b\x0c\x85\u2028\u2029]")

#: Marks that nobody sees: of width none, of the direction of writing, of the order of bytes.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

#: What stands where a byte could not be read.
UNREADABLE = "\N{REPLACEMENT CHARACTER}"


def cleaned(cell: str) -> str:
    """The text, '' where it only looks like one; lines end with a line feed."""
    text = cell.strip()
    wrapped = _WRAPPED.fullmatch(text)
    text = wrapped[1].strip() if wrapped is not None else text
    text = _GUARDED.sub("", text, count=1) if _GUARDED.match(text) else text
    if text.casefold() in _EMPTY:
        return ""
    if text.isprintable() and "_x000" not in text:
        return text
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
    return "".join(one for one in text if one in "\n\t" or not _is_control(one)).strip()


def one_line(text: str) -> str:
    """The text with a blank for every line break and run of blanks."""
    return " ".join(text.split())


def without_tags(text: str) -> str:
    """A text that a web form wrote, as plain text."""
    if not _TAG.search(text):
        return text
    reader = _Text()
    reader.feed(text)
    reader.close()
    lines = (one_line(line) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs"}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A paragraph begins a line."""
        if tag in {"p", "br", "div", "li"}:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Plain text."""
        self.parts.append(data)
