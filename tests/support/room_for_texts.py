"""Which texts of a window have less room than they need."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QWidget,
)

from devtools.compiled_translations import FOLDER
from devtools.translations import every_text
from salesdesk.domain.texts import places
from salesdesk.ui.kit import language
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets import FindButton, TableHeader

#: Less than a pixel's difference is rounding.
_ROUNDING = 1


def fixed_texts() -> frozenset[str]:
    """The texts without values, in the language in force: these are never cut."""
    if language.chosen() == "en":
        return frozenset(text.source for text in every_text() if not places(text.source))
    file = FOLDER / f"salesdesk_{language.chosen()}.ts"
    told = (each.text or "" for each in ElementTree.parse(file).getroot().iter("translation"))
    return frozenset(text for text in told if text and not places(text))


def cut_texts(root: QWidget, fixed: frozenset[str]) -> list[str]:
    """What is cut, with the widget's name; a person's own words may end in an ellipsis."""
    found = []
    for widget in root.findChildren(QWidget):
        # What is scrolled out of sight was not painted, and so tells nothing in a tooltip yet.
        seen = widget.isVisible() and not widget.visibleRegion().isEmpty()
        if seen and widget.window() is root.window():
            found += [f"{widget.objectName()}: {cut}" for cut in _cut(widget, fixed)]
    return sorted(set(found))


def _cut(widget: QWidget, fixed: frozenset[str]) -> Iterator[str]:
    if isinstance(widget, TableHeader):
        yield from _cut_headers(widget)
    elif isinstance(widget, QLabel):
        yield from _cut_label(widget, fixed)
    elif isinstance(widget, QAbstractButton | QComboBox) and not isinstance(widget, FindButton):
        yield from _too_narrow(widget)


def _cut_label(label: QLabel, fixed: frozenset[str]) -> Iterator[str]:
    text = label.text()
    if not text:
        return
    if label.hasHeightForWidth():
        if label.heightForWidth(label.width()) > label.height() + _ROUNDING and _is_alone(label):
            yield f"{text!r} is higher than {label.height()} px"
        return
    wide = label.fontMetrics().horizontalAdvance(text)
    if wide > label.width() + _ROUNDING and (text in fixed or not label.toolTip()):
        yield f"{text!r} needs {wide} px, has {label.width()}"


def _is_alone(label: QLabel) -> bool:
    """Whether no scroll area shows the rest of it."""
    parent = label.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent is None


def _too_narrow(widget: QAbstractButton | QComboBox) -> Iterator[str]:
    text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
    wanted, high = widget.sizeHint().width(), widget.fontMetrics().height()
    if text and widget.height() < high - _ROUNDING:
        yield f"{text!r} is higher than {widget.height()} px"
    if text and wanted > widget.width() + _ROUNDING:
        yield f"{text!r} needs {wanted} px, has {widget.width()}"
    elif text and _reaches_out(widget):
        yield f"{text!r} reaches out of its place"


def _reaches_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    right = widget.mapTo(parent, QPoint(widget.width(), 0)).x()
    return right > parent.width() + _ROUNDING


def _cut_headers(header: TableHeader) -> Iterator[str]:
    for at in range(header.count()):
        text = str(header.model().headerData(at, Qt.Orientation.Horizontal) or "")
        wide = painting.width(text, Face.MEDIUM)
        first = header.visualIndex(at) == 0
        room = header.sectionSize(at) - (header.first_margin if first else 8)
        if not header.isSectionHidden(at) and wide > room + _ROUNDING:
            yield f"{text!r} needs {wide} px, has {room}"
