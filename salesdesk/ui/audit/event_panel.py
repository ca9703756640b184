"""One event: when, who, and every field before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesdesk.domain.audit import AuditRow
from salesdesk.ui.audit import texts
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellTable, framed
from salesdesk.ui.kit.widgets import Button, Label, Measured, Pane, Paragraph

_WIDTH, _ROW, _MOST = 400, 32, 12
_BEFORE = 1


class EventPanel(Measured, QScrollArea):
    """The panel beside the table.

    Signals:
        customer_wanted(str): open this customer.
        only_wanted(str): only events about this customer.
        copied(str): put this on the clipboard.
    """

    customer_wanted = Signal(str)
    only_wanted = Signal(str)
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event_panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._row: AuditRow | None = None
        self._formats: Formats | None = None
        body = Pane("base", "left", name="event_body")
        self._column = QVBoxLayout(body)
        self.title = Label(name="event_title", face=Face.TITLE, cut=True)
        self.customer = Label(name="event_customer", ink="text2", cut=True)
        self._facts = QGridLayout()
        self.summary = Label(name="event_changed", face=Face.STRONG)
        self.fields = CellTable(
            [self.tr("Field"), self.tr("Before"), self.tr("After")],
            [104, 0, 0],
            name="event_fields",
            accessible=self.tr("Before and after"),
        )
        self.note = Paragraph(name="event_note", ink="text2")
        self.open = Button(self.tr("Open the customer"), name="event_open", icon="user")
        self.only = Button(self.tr("Only this customer"), name="event_only", icon="filter")
        self.copy = Button(self.tr("Copy"), name="event_copy", icon="copy")
        self._column.addWidget(self.title)
        self._column.addWidget(self.customer)
        self._column.addLayout(self._facts)
        for part in (self.summary, framed(self.fields), self.note):
            self._column.addWidget(part)
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        for button in (self.open, self.only):
            acts.addWidget(button)
        acts.addStretch(1)
        self._column.addLayout(acts)
        self._column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setWidget(body)
        self.open.clicked.connect(self._on_open)
        self.only.clicked.connect(self._on_only)
        self.copy.clicked.connect(self._on_copy)
        self.fields.selectionModel().currentRowChanged.connect(self._on_field)
        self.measure()

    def show_event(self, row: AuditRow, formats: Formats) -> None:
        """Show an event."""
        self._row, self._formats = row, formats
        self.title.setText(texts.what(row.event.kind))
        of = fill(self.tr("of {name}"), name=row.customer) if row.customer else ""
        self.customer.setText(of)
        self.customer.setVisible(bool(of))
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, value) in enumerate(texts.facts(row, formats)):
            self._facts.addWidget(Label(name, ink="text2"), at, 0)
            self._facts.addWidget(Label(value, cut=True), at, 1)
        self._facts.setColumnStretch(1, 1)
        lines = texts.fields(row, formats)
        said = self.tr("{changed} of {all} fields changed")
        changed = sum(one.changed for one in lines)
        self.summary.setText(fill(said, changed=str(changed), all=str(len(lines))))
        self.fields.show_rows([texts.field_row(one) for one in lines])
        self.fields.setColumnHidden(_BEFORE, not any(one.before for one in lines))
        self.fields.setFixedHeight(theme.px(_ROW) * (min(len(lines), _MOST) + 1))
        self.note.set_text("")
        for button in (self.open, self.only):
            button.setVisible(row.event.customer_id is not None and row.customer is not None)

    def _on_field(self) -> None:
        """A long value is told in full."""
        field = self.fields.current()
        if field is not None:
            self.note.set_text(field.tip)

    def _on_open(self) -> None:
        if self._row is not None and self._row.event.customer_id:
            self.customer_wanted.emit(self._row.event.customer_id)

    def _on_only(self) -> None:
        if self._row is not None and self._row.event.customer_id:
            self.only_wanted.emit(self._row.event.customer_id)

    def _on_copy(self) -> None:
        if self._row is None or self._formats is None:
            return
        fields = [
            f"{one.name}\t{one.before}\t{one.after}"
            for one in texts.fields(self._row, self._formats)
        ]
        head = [self.title.text(), self._row.customer or "", texts.who(self._row),
                self._row.event.at.isoformat(), self._row.event.id]  # fmt: skip
        self.copied.emit("\n".join(["\t".join(head), *fields]))

    def measure(self) -> None:
        side = theme.px(16)
        self.setFixedWidth(theme.px(_WIDTH))
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.px(12))
