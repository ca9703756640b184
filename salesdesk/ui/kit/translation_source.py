"""A translation as its translators write it, read without Qt and without its compiler."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from salesdesk.ui.kit import resources

#: Context, English text, and the English plural of a text that has one, else ''.
Place = tuple[str, str, str]


def file_of(code: str) -> Path:
    """Where the texts of this language are written."""
    return resources.path("translations", f"salesdesk_{code}.ts")


def texts_in(file: Path) -> Iterator[tuple[Place, str]]:
    """What is translated; of a plural its first form, the only one that Indonesian has."""
    # Here, since a window whose texts are compiled needs none of it.
    from xml.etree import ElementTree

    for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            told = message.findtext("translation/numerusform") or message.findtext("translation")
            if told and told.strip():
                many = message.findtext("comment", "")
                yield (name, message.findtext("source", ""), many), told
