"""What a search compares: names without regard to case, accents and kinds of apostrophe.

Databases compare letters in ways of their own: by the collation of a table, on SQLite not at all
beyond A to Z. So names that hold anything but plain letters are kept a second time in the form
made here, and what is typed is brought into the same form (docs/rules.md, "Words in search").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Of a name, and of a company, so much is kept.
_MOST = 1_000
#: What the stored text holds at the most: both, and the line break between them.
SEARCH_TEXT_LENGTH = 2 * _MOST + 1

#: The one apostrophe that is plain, and the one that is not and yet of ASCII.
PLAIN_APOSTROPHE, GRAVE = "'", "`"
_APOSTROPHES = re.compile("[’‘‛ʼʻʹˈ`´′＇]")
#: Letters with a stroke and joined letters, which have no parts to be taken apart into.
_STROKES = str.maketrans({
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe",
    "ŋ": "n", "þ": "th", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ə": "e",
})  # fmt: skip


@lru_cache(maxsize=4_096)
def folded(text: str) -> str:
    """The text in small letters without accents, with one kind of apostrophe and single blanks."""
    if not text.isascii():
        # Some apostrophes would be taken apart into a blank and an accent.
        apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub(PLAIN_APOSTROPHE, text).casefold())
        text = "".join(one for one in apart if not _is_unseen(one)).translate(_STROKES)
    return " ".join(text.lower().replace(GRAVE, PLAIN_APOSTROPHE).split())


def _is_unseen(character: str) -> bool:
    """An accent, or a mark that nobody sees."""
    return bool(unicodedata.combining(character)) or unicodedata.category(character) == "Cf"


def is_plain(text: str) -> bool:
    """Whether every database compares this text as `folded` does."""
    return text.isascii() and GRAVE not in text


def search_text(name: str, company: str | None) -> str | None:
    """What is kept of a customer beside the row; None: name and company are plain themselves."""
    if is_plain(name) and is_plain(company or ""):
        return None
    return f"{folded(name)[:_MOST]}\n{folded(company or '')[:_MOST]}"
