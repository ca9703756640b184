"""The first page: which file, how it is read, and what that gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.importing import Choices, Layout, Preview
from salesdesk.services.importing import csv_file, mapping, table
from salesdesk.ui.importing.page import Page, combo, row
from salesdesk.ui.importing.state import ImportState, Read
from salesdesk.ui.importing.texts import separator_words
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellTable, framed
from salesdesk.ui.kit.forms.file_field import FileField
from salesdesk.ui.kit.painting.column_fit import MARGIN, levelled, needed
from salesdesk.ui.kit.widgets import FieldError, Label, named
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.faults import route

_PAUSE_MS = 250
_SHOWN_COLUMNS = 8
_SHOWN_ROWS = 50

#: The scroll bar with the frame around it, unscaled.
_SCROLL_BAR = 16


class FilePage(Page):
    """Choose a file; encoding, separator, sheet and the line of the titles can be changed."""

    def __init__(self, state: ImportState) -> None:
        super().__init__(state, name="import_file")
        self.head(
            self.tr("Choose a file"),
            self.tr("A list of customers, or of contacts with customers: .xlsx, .csv or .vcf."),
        )
        self._filling = False
        self.path = FileField(
            name="import_path",
            accessible=self.tr("File"),
            kinds=self.tr(
                "Lists and cards (*.xlsx *.csv *.txt *.tsv *.vcf *.xls *.html);;All files (*)"
            ),
        )
        self.path.path_changed.connect(self._on_path)
        self.error = FieldError(name="import_path_error")
        self.column.addWidget(self.path)
        self.column.addWidget(self.error)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read_guessed)
        self._build_layout()
        # It takes the room while there is no table, so that the field stays at the top.
        place = QWidget()
        place.setObjectName("import_preview_place")
        self.table_place = QVBoxLayout(place)
        self.table_place.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(place, 1)
        self._table: QWidget | None = None
        self.end()

    def _build_layout(self) -> None:
        self.sheet = combo("import_sheet", self.tr("Sheet"), 200)
        self.encoding = combo("import_encoding", self.tr("Encoding"), 140)
        self.encoding.addItems(csv_file.ENCODINGS)
        self.separator = combo("import_separator", self.tr("Separator"), 140)
        for key, word in separator_words().items():
            self.separator.addItem(word, key)
        self.header = QSpinBox()
        named(self.header, "import_header_line", self.tr("Line with the titles"))
        self.header.setRange(0, 1_000)
        self.header.setFixedWidth(theme.px(72))
        self.hidden = QCheckBox(self.tr("With hidden rows"))
        named(self.hidden, "import_hidden_rows", self.hidden.text())
        self._options = QWidget()
        self._options.setObjectName("import_options")
        line = QHBoxLayout(self._options)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        self._pairs: dict[str, QWidget] = {}
        for word, field in (
            (self.tr("Sheet"), self.sheet),
            (self.tr("Encoding"), self.encoding),
            (self.tr("Separator"), self.separator),
            (self.tr("Titles in line"), self.header),
        ):
            label = Label(word, name=f"{field.objectName()}_label", ink="text2")
            label.setBuddy(field)
            pair = QWidget()
            pair.setObjectName(f"{field.objectName()}_pair")
            inside = QHBoxLayout(pair)
            inside.setContentsMargins(0, 0, theme.px(8), 0)
            inside.setSpacing(theme.px(8))
            inside.addWidget(label)
            inside.addWidget(field)
            line.addWidget(pair)
            self._pairs[field.objectName()] = pair
        line.addWidget(self.hidden)
        line.addStretch(1)
        self.hidden.toggled.connect(self._on_option)
        for box in (self.sheet, self.encoding, self.separator):
            box.currentIndexChanged.connect(self._on_option)
        self.header.valueChanged.connect(self._on_option)
        self._options.hide()
        self.column.addWidget(self._options)

    # --- reading ----------------------------------------------------------------------------------

    def isComplete(self) -> bool:
        """Whether a file was read."""
        return self.state.read is not None

    def _on_path(self) -> None:
        self._forget()
        self._pause.start()

    def _forget(self) -> None:
        self.state.read = None
        self.error.show_fault("", self.path.line)
        self.completeChanged.emit()

    def take_up(self, path: Path, layout: Layout, choices: str) -> None:
        """Read a file as it was read before, with the choices that were made for it."""
        self.path.set_path(str(path))
        self._pause.stop()
        self._begin(layout, choices)

    def _read_guessed(self) -> None:
        if self.path.path():
            self._begin(None)

    def _on_option(self) -> None:
        if self._filling or self.state.read is None:
            return
        standing = self.state.read.preview.layout
        chosen = replace(
            standing, header_line=self.header.value(), hidden_rows=self.hidden.isChecked()
        )
        if self.state.read.preview.is_workbook:
            chosen = replace(chosen, sheet=self.sheet.currentText())
            if chosen.sheet != standing.sheet:
                chosen = replace(chosen, header_line=1)
        else:
            chosen = replace(
                chosen,
                encoding=self.encoding.currentText(),
                separator=str(self.separator.currentData() or standing.separator),
            )
        self._begin(chosen)

    def _begin(self, layout: Layout | None, choices: str = "") -> None:
        path = Path(self.path.path()).expanduser()
        remembered = self.state.remembered

        def work() -> Read:
            preview = table.preview(path, layout)
            chosen = _chosen(choices, preview) or mapping.guess(preview, remembered)
            return Read(path, preview, chosen)

        self.state.context.tasks.query("import preview", work, self._on_read, self._on_fault)

    def _on_read(self, read: Read) -> None:
        self.state.read = read
        self.error.show_fault("", self.path.line)
        self._show_options(read.preview)
        self._show_lines(read.preview)
        self.completeChanged.emit()
        self.edited.emit()

    def _on_fault(self, fault: Exception) -> None:
        self.completeChanged.emit()
        route(self.state.context, fault, refused=self._say_refused, bug=self._say_bug)

    def _say_refused(self, refusal: Refusal) -> None:
        self.error.show_fault(worded(refusal), self.path.line)

    def _say_bug(self, _fault: BaseException) -> None:
        self.error.show_fault(self.tr("This file cannot be read."), self.path.line)

    # --- showing ----------------------------------------------------------------------------------

    def _show_options(self, preview: Preview) -> None:
        self._filling = True
        self.sheet.clear()
        self.sheet.addItems(preview.sheets)
        self.sheet.setCurrentText(preview.layout.sheet)
        if self.encoding.findText(preview.layout.encoding) < 0:
            self.encoding.addItem(preview.layout.encoding)
        self.encoding.setCurrentText(preview.layout.encoding)
        self.separator.setCurrentIndex(self.separator.findData(preview.layout.separator))
        self.header.setValue(preview.layout.header_line)
        for field in (self.sheet, self.encoding, self.separator):
            fits = (field is self.sheet) == preview.is_workbook
            self._pairs[field.objectName()].setVisible(fits)
        self.hidden.setVisible(preview.hidden > 0)
        self.hidden.setChecked(preview.layout.hidden_rows)
        self._options.show()
        self._filling = False

    def _fit(self, shown: CellTable) -> None:
        """Let every column be as wide as what it holds, as far as there is room."""
        cells = shown.cells
        rows = [line for at in range(cells.rowCount()) if (line := cells.row_at(at)) is not None]
        needs = []
        for column in range(cells.columnCount()):
            title = str(cells.headerData(column, Qt.Orientation.Horizontal) or "")
            needs.append(needed(title, (line.cells[column] for line in rows), theme.px(MARGIN)))
        room = self.table_place.geometry().width() - theme.px(_SCROLL_BAR)
        for column, width in enumerate(levelled(room, needs)):
            shown.setColumnWidth(column, width)

    def _show_lines(self, preview: Preview) -> None:
        titles = preview.titles[:_SHOWN_COLUMNS]
        shown = CellTable(
            [self.tr("Line"), *titles],
            [56] * (len(titles) + 1),
            name="import_preview",
            accessible=self.tr("The first lines of the file"),
        )
        shown.show_rows(
            [
                row(
                    str(one.number),
                    str(one.number),
                    *(" ".join(cell.split()) for cell in (*one.cells, *[""] * 99)[: len(titles)]),
                    tip=worded(one.fault) if one.fault is not None else "",
                )
                for one in preview.records[:_SHOWN_ROWS]
            ]
        )
        self._fit(shown)
        if self._table is not None:
            self.table_place.removeWidget(self._table)
            self._table.deleteLater()
        self._table = framed(shown)
        self.table_place.addWidget(self._table)


def _chosen(kept: str, preview: Preview) -> Choices | None:
    """The choices that were made for this file; None where they do not fit it any more."""
    try:
        return mapping.parsed(kept, preview.titles) if kept else None
    except Refusal:
        return None
