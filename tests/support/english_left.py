"""Which texts of a window are still English though they have a translation."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTabBar, QWidget

from devtools.compiled_translations import FOLDER


def english_texts(code: str) -> frozenset[str]:
    """The English texts that the language writes otherwise, everywhere."""
    told: dict[str, set[str]] = {}
    for message in ElementTree.parse(FOLDER / f"salesdesk_{code}.ts").getroot().iter("message"):
        translation = message.find("translation")
        words = "".join(translation.itertext()).strip() if translation is not None else ""
        told.setdefault(message.findtext("source", ""), set()).add(words)
    written = {word for words in told.values() for word in words}
    return frozenset(
        source for source, words in told.items() if source not in words and source not in written
    )


def left_in_english(root: QWidget, english: frozenset[str]) -> list[str]:
    """Each of these texts that can be read in the window, with the part that shows it."""
    return sorted({f"{where}: {text!r}" for where, text in _texts(root) if text in english})


def _texts(root: QWidget) -> Iterator[tuple[str, str]]:
    for action in root.findChildren(QAction):
        yield action.objectName(), action.text()
    for widget in (root, *root.findChildren(QWidget)):
        for text in (widget.toolTip(), widget.accessibleName(), *_shown(widget)):
            yield widget.objectName(), text


def _shown(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
