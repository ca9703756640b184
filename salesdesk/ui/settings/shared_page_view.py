"""A page of settings that everybody shares: sections, one under another, and its last changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesdesk.domain.settings import LIMIT_COLD
from salesdesk.services.admin.settings import SettingChange, StoredSettings
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    Label,
    Measured,
    Pane,
    Paragraph,
    Rule,
    Segment,
    SegmentedControl,
    named,
)
from salesdesk.ui.setting_texts import description_of, full_label, label_of, value_word
from salesdesk.ui.settings.pages import LIMITS, Section, SharedPage
from salesdesk.ui.settings.setting_row import SettingRow

_CHANGES = 3
_ALL, _EACH = "all", "each"
_ROW, _GAP = 32, 8


class SharedPageView(Measured, QScrollArea):
    """One page.

    Attributes:
        rows: by key.
        limits: one limit for all, or one per status.

    Signals:
        edited(): a person changed a value.
        events_wanted(): show every change of settings.
    """

    edited = Signal()
    events_wanted = Signal()

    def __init__(self, page: SharedPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        named(self, f"settings_page_{page.key}", page.title)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: dict[str, SettingRow] = {}
        self.limits = SegmentedControl(
            [
                Segment(_ALL, self.tr("One limit for all")),
                Segment(_EACH, self.tr("One per status")),
            ],
            name="settings_limits",
            accessible=self.tr("Limits"),
        )
        self._body = Pane("base", name=f"settings_body_{page.key}")
        self._column = QVBoxLayout(self._body)
        for at, section in enumerate(page.sections):
            if at:
                self._column.addWidget(Rule())
            self._column.addLayout(self._section(section))
        self._changes = self._last_changes()
        self._column.addStretch(1)
        self.setWidget(self._body)
        self.limits.chosen.connect(self._on_one)
        self.measure()

    def _section(self, section: Section) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(Label(section.title, face=Face.STRONG))
        if section.text:
            column.addWidget(Paragraph(section.text, ink="text2"))
        if section.settings == LIMITS:
            column.addWidget(self.limits)
        for definition in section.settings:
            row = SettingRow(definition)
            row.edited.connect(self._on_edited)
            self.rows[definition.key] = row
            column.addWidget(row)
        return column

    def _last_changes(self) -> CellTable:
        name = f"settings_changes_{self.page.key}"
        self._column.addWidget(Rule())
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Last changes"), face=Face.STRONG))
        head.addStretch(1)
        self.all_changes = Button(self.tr("All in Audit"), name=f"{name}_all", kind=ButtonKind.LINK)
        self.all_changes.clicked.connect(self.events_wanted)
        head.addWidget(self.all_changes)
        self._column.addLayout(head)
        table = CellTable(
            [self.tr("When"), self.tr("Who"), self.tr("What")],
            [160, 152, 0],
            name=name,
            accessible=self.tr("Last changes"),
        )
        self._frame = framed(table)
        self._column.addWidget(self._frame)
        self._none = Label(
            self.tr("Nobody has changed anything on this page."), name=f"{name}_none", ink="text2"
        )
        self._column.addWidget(self._none)
        return table

    # --- values -----------------------------------------------------------------------------------

    def show_stored(self, stored: StoredSettings, formats: Formats, now: datetime) -> None:
        """Show what is stored now."""
        newest: dict[str, SettingChange] = {}
        for change in stored.changes:
            newest.setdefault(change.key, change)
        for key, row in self.rows.items():
            row.show_stored(stored.texts.get(key), newest.get(key), formats, now)
        if LIMIT_COLD.key in self.rows:
            self._choose_limits()
        mine = [one for one in stored.changes if one.key in self.rows][:_CHANGES]
        self._changes.show_rows([_change_line(one, formats, now) for one in mine])
        self._changes.setFixedHeight(theme.px(_ROW) * (len(mine) + 1))
        self._frame.setVisible(bool(mine))
        self._none.setVisible(not mine)

    def _choose_limits(self) -> None:
        """One limit is shown where all are alike, unless somebody asked for each."""
        if self.limits.value() is None or not self._alike():
            self.limits.set_value(_ALL if self._alike() else _EACH)
        self._show_limits()

    def _alike(self) -> bool:
        return len({self.rows[each.key].text for each in LIMITS}) == 1

    def _on_one(self, key: str) -> None:
        if key == _ALL and not self._alike():
            first = self.rows[LIMIT_COLD.key].text
            for each in LIMITS[1:]:
                self.rows[each.key].editor.show_text(first)
                self.rows[each.key].editor.edited.emit()
        self._show_limits()

    def _show_limits(self) -> None:
        together = self.limits.value() == _ALL
        for each in LIMITS[1:]:
            self.rows[each.key].setVisible(not together)
        self.rows[LIMIT_COLD.key].label.setVisible(not together)

    def _on_edited(self) -> None:
        row = self.sender()
        if self.limits.value() == _ALL and row is self.rows.get(LIMIT_COLD.key):
            for each in LIMITS[1:]:
                follower = self.rows[each.key]
                if follower.text != self.rows[LIMIT_COLD.key].text:
                    follower.editor.show_text(self.rows[LIMIT_COLD.key].text)
                    follower.editor.edited.emit()
        self.edited.emit()

    def edited_rows(self) -> tuple[SettingRow, ...]:
        """The settings that hold something unsaved."""
        return tuple(row for row in self.rows.values() if row.is_edited)

    def set_changeable(self, changeable: bool) -> None:
        """Let values be changed, or only be read."""
        self.limits.setEnabled(changeable)
        for row in self.rows.values():
            row.set_changeable(changeable)

    def matches(self, words: str) -> bool:
        """Whether a search finds something on this page."""
        return all(word in self._said() for word in words.casefold().split())

    def _said(self) -> str:
        texts: Iterable[str] = (
            self.page.title,
            self.page.text,
            *(f"{part.title} {part.text}" for part in self.page.sections),
            *(
                f"{label_of(key)} {description_of(row.definition)}"
                for key, row in self.rows.items()
            ),
        )
        return " ".join(texts).casefold()

    def measure(self) -> None:
        side = theme.px(24)
        self._column.setContentsMargins(side, theme.px(8), side, side)
        self._column.setSpacing(theme.px(16))
        self._body.setMaximumWidth(theme.px(608))
        for section in self.page.sections:
            rows = [self.rows[each.key] for each in section.settings]
            width = max((row.label_width for row in rows), default=0) + theme.px(_GAP)
            for row in rows:
                row.align(width)


def _change_line(change: SettingChange, formats: Formats, now: datetime) -> CellRow:
    said = (
        f"{full_label(change.key)}: {value_word(change.key, change.before)} → "
        f"{value_word(change.key, change.after)}"
    )
    return CellRow(
        f"{change.key} {change.at.isoformat()}",
        (
            TextCell(formats.exact(change.at, now), Level.TEXT2),
            TextCell(change.by or "–", Level.TEXT2),
            TextCell(said),
        ),
    )
