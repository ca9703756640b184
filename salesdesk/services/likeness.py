"""Names of people and companies without what says nothing about who is meant."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = re.compile(r"[\W_]+")
#: Forms of companies and titles of people say nothing about who is meant.
_FILLERS = frozenset({"pt", "cv", "ud", "tbk", "ltd", "inc", "bapak", "pak", "ibu", "bu", "mr",
                      "mrs", "ms", "dr", "toko"})  # fmt: skip


def plain(text: str) -> str:
    """The words of a name or company in small letters, without accents, signs and titles."""
    composed = unicodedata.normalize("NFKD", text).casefold()
    words = _SIGNS.sub(" ", composed).split()
    return " ".join(word for word in words if word not in _FILLERS)
