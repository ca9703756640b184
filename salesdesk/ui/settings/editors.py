"""What a setting is changed with: a number, a box, both, a choice, a time zone, a text."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from salesdesk.domain.settings import (
    ON_OFF,
    VALUE_LENGTH,
    Choice,
    Definition,
    Line,
    WholeNumber,
    Zone,
    zones,
)
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import Label, named
from salesdesk.ui.setting_texts import PROPOSED, unit_of, value_word

#: Wider than any bounds: what is out of them is said, and not quietly set right.
_WIDEST = 99_999_999


class _Number(QSpinBox):
    """A number; the wheel scrolls the page and changes nothing by the way."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Choices(QComboBox):
    """A choice; the wheel scrolls the page and changes nothing by the way."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Editor(QWidget):
    """What all kinds have in common.

    Attributes:
        field: what gets the focus and the mark of a fault.

    Signals:
        edited(): a person changed the value.
    """

    edited = Signal()
    field: QWidget

    def text(self) -> str:
        """The value as it would be stored."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Show a value, without telling."""
        raise NotImplementedError

    def _line(self) -> QHBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        return row


class NumberEditor(Editor):
    """A whole number with its unit."""

    def __init__(self, definition: WholeNumber, name: str, accessible: str) -> None:
        super().__init__()
        self.spin = self.field = number_field(name, accessible)
        unit = unit_of(definition.key, definition.unit)
        row = self._line()
        row.addWidget(self.spin)
        row.addWidget(Label(unit, name=f"{name}_unit", ink="text2"))
        self.spin.valueChanged.connect(self.edited)

    def text(self) -> str:
        """The number."""
        return str(self.spin.value())

    def show_text(self, text: str) -> None:
        """Show a number."""
        with QSignalBlocker(self.spin):
            self.spin.setValue(int(text))


class OptionalEditor(Editor):
    """A box, and the number that counts while it is ticked; 0 is stored while it is not."""

    def __init__(self, definition: WholeNumber, name: str, accessible: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        named(self.box, f"{name}_on", accessible)
        self.spin = number_field(name, accessible)
        self.field = self.box
        self._proposed = PROPOSED[definition.key]
        unit = unit_of(definition.key, definition.unit)
        row = self._line()
        for part in (self.box, self.spin, Label(unit, name=f"{name}_unit", ink="text2")):
            row.addWidget(part)
        self.box.toggled.connect(self._on_toggled)
        self.spin.valueChanged.connect(self.edited)

    def _on_toggled(self, on: bool) -> None:
        self.spin.setEnabled(on)
        self.edited.emit()

    def text(self) -> str:
        """The number; 0: off."""
        return str(self.spin.value()) if self.box.isChecked() else "0"

    def show_text(self, text: str) -> None:
        """Show a number, or that it is off."""
        with QSignalBlocker(self.box), QSignalBlocker(self.spin):
            self.box.setChecked(text != "0")
            self.spin.setEnabled(text != "0")
            self.spin.setValue(int(text) or self._proposed)


class ToggleEditor(Editor):
    """On or off."""

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__()
        self.box = self.field = QCheckBox()
        named(self.box, name, accessible)
        self._line().addWidget(self.box)
        self.box.toggled.connect(self.edited)

    def text(self) -> str:
        """On or off."""
        return "on" if self.box.isChecked() else "off"

    def show_text(self, text: str) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(text == "on")


class ChoiceEditor(Editor):
    """One of a few words."""

    def __init__(self, definition: Choice, name: str, accessible: str) -> None:
        super().__init__()
        self.choices = self.field = _Choices()
        named(self.choices, name, accessible)
        for word in definition.choices:
            self.choices.addItem(value_word(definition.key, word), word)
        self._line().addWidget(self.choices)
        self.choices.currentIndexChanged.connect(self.edited)

    def text(self) -> str:
        """The word that is stored."""
        return str(self.choices.currentData())

    def show_text(self, text: str) -> None:
        with QSignalBlocker(self.choices):
            self.choices.setCurrentIndex(self.choices.findData(text))


class ZoneEditor(Editor):
    """The name of a time zone, typed or chosen."""

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__()
        self.zones = self.field = _Choices()
        named(self.zones, name, accessible)
        self.zones.setEditable(True)
        typed = self.zones.lineEdit()
        if typed is not None:
            named(typed, f"{name}_typed", accessible)
        self.zones.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.zones.addItems(sorted(zone for zone in zones() if "/" in zone))
        completer = self.zones.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._line().addWidget(self.zones)
        self.zones.editTextChanged.connect(self._on_text)

    def _on_text(self, typed: str) -> None:
        self.edited.emit()

    def text(self) -> str:
        """The name as typed."""
        return self.zones.currentText().strip()

    def show_text(self, text: str) -> None:
        with QSignalBlocker(self.zones):
            self.zones.setEditText(text)


class LineEditor(Editor):
    """A short text, such as a project's name."""

    def __init__(self, definition: Line, name: str, accessible: str) -> None:
        super().__init__()
        self.line = self.field = QLineEdit()
        named(self.line, name, accessible)
        self.line.setPlaceholderText(definition.example)
        self.line.setMaxLength(VALUE_LENGTH)
        self._line().addWidget(self.line)
        self.line.textEdited.connect(self._on_text)

    def _on_text(self, typed: str) -> None:
        self.edited.emit()

    def text(self) -> str:
        """The text as typed."""
        return self.line.text().strip()

    def show_text(self, text: str) -> None:
        """Show it."""
        self.line.setText(text)


def editor_of(definition: Definition, name: str, accessible: str) -> Editor:
    """What this setting is changed with."""
    if isinstance(definition, WholeNumber):
        made = OptionalEditor if definition.key in PROPOSED else NumberEditor
        return made(definition, name, accessible)
    if isinstance(definition, Zone):
        return ZoneEditor(name, accessible)
    if isinstance(definition, Line):
        return LineEditor(definition, name, accessible)
    if definition.choices == ON_OFF:
        return ToggleEditor(name, accessible)
    return ChoiceEditor(definition, name, accessible)


def number_field(name: str, accessible: str) -> QSpinBox:
    """A field for a number, 80 wide."""
    spin = _Number()
    named(spin, name, accessible)
    spin.setRange(-_WIDEST, _WIDEST)
    spin.setAlignment(Qt.AlignmentFlag.AlignRight)
    spin.setFixedWidth(theme.px(96))
    return spin
