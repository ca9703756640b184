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
