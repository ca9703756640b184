"""Tooltips show names and notes as text: Qt would read one that looks like markup as markup.

Source: docs/rules.md, "What people typed is text".
"""

from __future__ import annotations

import html

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """What a tooltip is given so that it shows exactly this text, whatever somebody typed in it."""
    if not Qt.mightBeRichText(text):
        return text
    lines = html.escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"


def whole_and_tip(text: str, tip: str) -> str:
    """The whole of a text that is cut, and below it the tooltip that it has besides.

    Args:
        tip: as `plain_tip` made it; '' is none.
    """
    if not tip:
        return plain_tip(text)
    if not tip.startswith("<qt>"):
        return plain_tip(f"{text}\n{tip}")
    lines = html.escape(text).replace("\n", "<br>")
    return f"<qt>{lines}<br>{tip.removeprefix('<qt>')}"
