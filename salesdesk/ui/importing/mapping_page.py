"""The second page: what each column holds."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.importing import DATE_FIELDS, Choices, DateOrder, Field, Preview
from salesdesk.services.importing import mapping, matching, programs
from salesdesk.ui.i18n import fill
from salesdesk.ui.importing.page import Page, combo
from salesdesk.ui.importing.state import ImportState
from salesdesk.ui.importing.texts import field_words, order_words
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import Label
from salesdesk.ui.refusals import worded

_SAMPLES = 3
_MOST_OF_A_SAMPLE = 60


class MappingPage(Page):
    """One line a column: its title, what stands in it, and the field that it becomes."""

    def __init__(self, state: ImportState) -> None:
        super().__init__(state, name="import_mapping")
        self.head(
            self.tr("What the columns hold"),
            self.tr(
                "Guessed from the table, and remembered for the next file with the same titles. "
                "Several columns may become one field: they are joined in their order."
            ),
        )
        self.program = Label("", name="import_recognised")
        self.column.addWidget(self.program)
        self.fields: dict[str, QComboBox] = {}
        self.orders: dict[str, QComboBox] = {}
        self._area = QScrollArea()
        self._area.setObjectName("import_columns_scroll")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setProperty("quiet", "true")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self._area, 1)
        self.end()
        self._shown: object = None

    def initializePage(self) -> None:
        """Show the columns of the file that was chosen."""
        read = self.state.read
        if read is None or read is self._shown:
            return
        self._shown = read
        self.state.duplicates = read.choices.duplicates
        holder = QWidget()
        holder.setObjectName("import_columns")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, theme.px(12), 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        self.fields, self.orders = {}, {}
        titles = read.preview.titles
        program = programs.recognised(titles)
        self.program.setText(fill(self.tr("Recognised: {program}"), program=program))
        self.program.setVisible(bool(program))
        samples = {title: _sample(read.preview, at) for at, title in enumerate(titles)}
        # An address book has forty columns, most of them empty: those stand behind the others.
        for row, title in enumerate(sorted(titles, key=lambda one: not samples[one])):
            self._add(grid, row, title, samples[title], read.choices)
        self.fields = {title: self.fields[title] for title in titles}
        grid.setRowStretch(len(titles), 1)
        grid.setColumnMinimumWidth(0, theme.px(150))
        grid.setColumnStretch(1, 1)
        self._area.setWidget(holder)
        self._on_choice()

    def _add(self, grid: QGridLayout, at: int, title: str, sample: str, choices: Choices) -> None:
        name = f"import_column_{at}"
        label = Label(title, name=f"{name}_label", cut=True)
        told = Label(sample, name=f"{name}_sample", ink="text2", cut=True)
        field = combo(name, fill(self.tr("Column {column}"), column=title), 180)
        field.addItem(self.tr("Leave out"), None)
        for one, word in field_words().items():
            field.addItem(word, one.value)
        chosen = choices.columns.get(title)
        field.setCurrentIndex(field.findData(chosen.value) if chosen is not None else 0)
        order = combo(
            f"{name}_order", fill(self.tr("Order of dates in {column}"), column=title), 190
        )
        order.addItem(self.tr("As the column tells"), None)
        for kind, word in order_words().items():
            order.addItem(word, kind.value)
        said = choices.dates.get(title)
        order.setCurrentIndex(order.findData(said.value) if said is not None else 0)
        # The room stays where no date is chosen, so that the columns do not jump.
        policy = order.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        order.setSizePolicy(policy)
        label.setBuddy(field)
        for column, widget in enumerate((label, told, field, order)):
            grid.addWidget(widget, at, column)
        self.fields[title], self.orders[title] = field, order
        field.currentIndexChanged.connect(self._on_choice)
        field.currentIndexChanged.connect(self.edited)
        order.currentIndexChanged.connect(self.edited)

    def choices(self) -> Choices:
        """What is chosen."""
        columns = {
            title: Field(box.currentData())
            for title, box in self.fields.items()
            if box.currentData() is not None
        }
        dates = {
            title: DateOrder(self.orders[title].currentData())
            for title, field in columns.items()
            if field in DATE_FIELDS and self.orders[title].currentData() is not None
        }
        standing = self.state.read.choices if self.state.read is not None else Choices({})
        return replace(standing, columns=columns, dates=dates, duplicates=self.state.duplicates)

    def validatePage(self) -> bool:
        """Hand on what is chosen."""
        self.state.choices = self.choices()
        return True

    def nextId(self) -> int:
        """The page of words, where there are any."""
        following = super().nextId()
        return following if matching.is_needed(self.choices()) else following + 1

    def isComplete(self) -> bool:
        """Whether customers can be made of what is chosen."""
        try:
            mapping.require_usable(self.choices())
        except Refusal:
            return False
        return True

    def _on_choice(self) -> None:
        for title, box in self.fields.items():
            data = box.currentData()
            self.orders[title].setVisible(data is not None and Field(data) in DATE_FIELDS)
        try:
            mapping.require_usable(self.choices())
        except Refusal as refusal:
            self.notice.show_notice("", worded(refusal))
        else:
            self.notice.dismiss()
        self.completeChanged.emit()


def _sample(preview: Preview, at: int) -> str:
    """The first cells of a column that hold anything."""
    cells = (one.cells[at] for one in preview.records if at < len(one.cells))
    filled = (" ".join(one.split()) for one in cells if one.strip())
    return ", ".join(islice(filled, _SAMPLES))[:_MOST_OF_A_SAMPLE]
