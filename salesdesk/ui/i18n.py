"""Every text that the window shows, in the language of the window.

A text is written in English where it is used, as a literal: `self.tr("Cancel")` in a class of Qt's,
`translate("today", "Never contacted")` elsewhere. What changes in it stands in braces and is filled
by name, so that a translation may put it where its grammar wants it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from salesdesk.domain.texts import filled


def translate(context: str, text: str) -> str:
    """The text in the language of the window; English where nobody has translated it.

    Args:
        context: groups the texts of a room for the translator, and tells equal ones apart.
    """
    return QCoreApplication.translate(context, text)


def fill(text: str, /, **values: str) -> str:
    """Put each value in its place: `fill("Plan for {name}", name="Siti")`.

    Raises:
        KeyError: the text names a value that is not given.
    """
    return filled(text, values)


def plural(context: str, one: str, many: str, count: int, /, **values: str) -> str:
    """The text for so many of something, filled.

    Args:
        one: the English text for exactly one; a translator sees `many` beside it and writes as
            many forms as the language has.
        many: the English text for any other number.
        values: as of `fill`; the number as people read it is one of them.
    """
    text = QCoreApplication.translate(context, one, many, count)
    # Qt hands back what it was asked for where there is no translation.
    return fill(many if text == one and count != 1 else text, **values)
