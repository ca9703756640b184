"""Which words of a text are English though another language is spoken."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from devtools.compiled_translations import FOLDER

_WORD = re.compile(r"[A-Za-z]{3,}(?:'s)?")
#: What stands as it is in every language: addresses, names of files, options, places for values.
_AS_IT_IS = re.compile(r"\{\w+\}|--?[\w-]+|\S+://\S+|\S*[/._@]\S+|“[^”]*”|'[^']*'")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in small letters."""
    return frozenset(word.lower() for word in _WORD.findall(_AS_IT_IS.sub(" ", text)))


class EnglishWords:
    """The words that only the English texts have.

    Args:
        code: the other language.
    """

    def __init__(self, code: str) -> None:
        english: set[str] = set()
        told: set[str] = set()
        for message in ElementTree.parse(FOLDER / f"salesdesk_{code}.ts").getroot().iter("message"):
            english |= words_of(message.findtext("source", ""))
            translation = message.find("translation")
            assert translation is not None
            told |= words_of(" ".join(translation.itertext()))
        self.alone = frozenset(english - told)

    def left_in(self, text: str, allowed: frozenset[str] = frozenset()) -> list[str]:
        """The English words of a text, but for those that are allowed."""
        return sorted(words_of(text) & self.alone - allowed)
