"""One setting: its name, what it is changed with, and what has become of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.settings import LIMIT_COLD, LIMIT_HOT, LIMIT_WARM, Definition, NoValue
from salesdesk.services.admin.settings import SettingChange
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting.cells import Tone
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import Button, FieldError, Label, Measured, Paragraph, StatusChip
from salesdesk.ui.refusals import worded
from salesdesk.ui.setting_texts import description_of, label_of, value_word
from salesdesk.ui.settings.editors import editor_of

_TONES = {LIMIT_COLD.key: Tone.COLD, LIMIT_WARM.key: Tone.WARM, LIMIT_HOT.key: Tone.HOT}
_BAR, _INDENT = 3, 12


class SettingRow(Measured, QWidget):
    """A setting to be looked at and changed.

    Attributes:
        definition: what it is.
        seen: its stored text as this form saw it; None: nothing is stored.

    Signals:
        edited(): a person changed the value.
    """

    edited = Signal()

    def __init__(self, definition: Definition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.definition = definition
        self.seen: str | None = None
        name = f"setting_{definition.key.removeprefix('salesdesk.').replace('.', '_')}"
        self.setObjectName(f"{name}_row")
        label = label_of(definition.key)
        self.label = self._label(label, name)
        self.editor = editor_of(definition, name, f"{label}: {description_of(definition)}")
        self.editor.setToolTip(description_of(definition))
        self.editor.show_text(str(definition.default))
        self.changed = Label(name=f"{name}_changed", ink="accent")
        self.back = Button(name=f"{name}_back", icon="undo-2", small=True)
        self.error = FieldError(name=f"{name}_error")
        self.theirs = Paragraph(name=f"{name}_theirs", ink="soon")
        self._lay_out()
        self.editor.edited.connect(self._on_edited)
        self.back.clicked.connect(self.discard)

    def _label(self, text: str, name: str) -> QWidget:
        tone = _TONES.get(self.definition.key)
        if tone is None:
            return Label(text, name=f"{name}_label")
        return StatusChip(text, tone, name=f"{name}_label")

    def _lay_out(self) -> None:
        beside = QWidget()
        holder = QHBoxLayout(beside)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.label)
        holder.addStretch(1)
        self._beside = beside
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        for part in (beside, self.editor, self.changed, self.back):
            line.addWidget(part)
        line.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(4))
        self._column.addLayout(line)
        for part in (self.error, self.theirs):
            self._column.addWidget(part)
            part.hide()
        self.measure()

    @property
    def label_width(self) -> int:
        """What its name needs."""
        return self.label.sizeHint().width()

    def align(self, width: int) -> None:
        """Begin the field where those of its section begin."""
        self._beside.setFixedWidth(width)

    def measure(self) -> None:
        self._column.setContentsMargins(theme.px(_INDENT), 0, 0, 0)

    # --- the value --------------------------------------------------------------------------------

    def show_stored(
        self, text: str | None, change: SettingChange | None, formats: Formats, now: datetime
    ) -> None:
        """Show what is stored now; what a person typed stays, and the difference is told."""
        edited = self.is_edited
        meanwhile = edited and text != self.seen
        self.seen = text
        if not edited or not self.is_edited:
            self.editor.show_text(self.stored_text)
        self._tell_change(change, formats, now, meanwhile=meanwhile)
        self._show()

    def _tell_change(
        self, change: SettingChange | None, formats: Formats, now: datetime, *, meanwhile: bool
    ) -> None:
        if change is not None:
            told = fill(
                self.tr("Last changed by {name}, {when}: {before} → {after}"),
                name=change.by or self.tr("the command line"),
                when=formats.exact(change.at, now),
                before=value_word(change.key, change.before),
                after=value_word(change.key, change.after),
            )
            self.setToolTip(plain_tip(f"{description_of(self.definition)}\n{told}"))
            if meanwhile:
                self.theirs.setText(self.tr("Changed meanwhile. ") + told)
        elif meanwhile:
            stored = value_word(self.definition.key, self.seen)
            self.theirs.setText(fill(self.tr("Changed meanwhile, now: {now}"), now=stored))
        if meanwhile:
            self.theirs.show()

    @property
    def stored_text(self) -> str:
        """The value that counts now: what is stored, or the default where that is unreadable."""
        try:
            return str(self.definition.parse(self.seen or ""))
        except ValueError:
            return str(self.definition.default)

    @property
    def unreadable(self) -> str:
        """Why what is stored is no value; '' where it is one, or where nothing is stored."""
        if self.seen is None:
            return ""
        try:
            self.definition.parse(self.seen)
        except NoValue as fault:
            return worded(fault.reason)
        return ""

    @property
    def text(self) -> str:
        """The value in the field."""
        return self.editor.text()

    @property
    def is_edited(self) -> bool:
        """Whether the field holds something that is not saved."""
        return self.text != self.stored_text

    @property
    def fault(self) -> str:
        """What is wrong with the value in the field; '' nothing."""
        try:
            self.definition.parse(self.text)
        except NoValue as fault:
            return worded(fault.reason)
        return ""

    def discard(self) -> None:
        """Go back to what is stored."""
        self.editor.show_text(self.stored_text)
        self.theirs.hide()
        self._show()
        self.edited.emit()

    def set_changeable(self, changeable: bool) -> None:
        """Let the value be changed, or only be read."""
        self.editor.setEnabled(changeable)
        self.back.setEnabled(changeable)

    def _on_edited(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        """Say what has become of the value."""
        edited, was = (
            self.is_edited,
            value_word(self.definition.key, self.stored_text),
        )
        self.changed.setVisible(edited)
        self.back.setVisible(edited)
        if edited:
            self.changed.setText(fill(self.tr("changed, was {was}"), was=was))
            self.back.setText(fill(self.tr("Back to {was}"), was=was))
        else:
            self.theirs.hide()
        self.show_fault(self.fault or ("" if edited else self.unreadable))
        self.update()

    def show_fault(self, text: str) -> None:
        """Say what is wrong with it; '' clears."""
        self.error.show_fault(f"{text}." if text else "", self.editor.field)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_edited:
            painter = QPainter(self)
            accent = theme.colours().brush["accent"]
            painter.fillRect(0, 0, theme.px(_BAR), theme.px(32), accent)
            painter.end()
