"""One event: when, who, and every field before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesdesk.domain.audit import AuditRow
from salesdesk.ui.audit import texts
from salesdesk.ui.audit.event_fields import EventFields
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    GroupHead,
    IconButton,
    Label,
    Measured,
    Pane,
    emptied,
)

_WIDTH, _LABEL = 376, 88


class EventPanel(Measured, QScrollArea):
    """The panel beside the table.

    Signals:
        customer_wanted(str): open this customer.
        only_wanted(str): only events about this customer.
        copied(str): put this on the clipboard.
        stepped(int): show the next (1) or the previous (-1) event.
        closed(): no panel is wanted.
    """

    customer_wanted = Signal(str)
    only_wanted = Signal(str)
    copied = Signal(str)
    stepped = Signal(object)
    closed = Signal()

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
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self._build_head()
        self._facts = QGridLayout()
        self._facts.setColumnStretch(1, 1)
        self._column.addLayout(self._facts)
        self.changed = GroupHead(self.tr("Before and after"), "event_changed")
        self.fields = EventFields()
        self._column.addWidget(self.changed)
        self._column.addWidget(self.fields)
        self._column.addStretch(1)
        self._build_acts()
        self.setWidget(body)
        self.measure()

    def _build_head(self) -> None:
        self.title = Label(name="event_title", face=Face.TITLE, cut=True)
        self.customer = Label(name="event_customer", ink="text2", cut=True)
        line = QHBoxLayout()
        line.setSpacing(theme.px(4))
        line.addWidget(self.title, 1)
        for icon, name, said, slot in (
            ("chevron-up", "previous", self.tr("Previous event"), self._on_previous),
            ("chevron-down", "next", self.tr("Next event"), self._on_next),
            ("x", "close", self.tr("Close the panel"), self.closed.emit),
        ):
            button = IconButton(
                icon, name=f"event_{name}", accessible=said, kind=ButtonKind.QUIET, small=True
            )
            button.setToolTip(said)
            button.clicked.connect(slot)
            line.addWidget(button)
        self._head = QVBoxLayout()
        self._head.addLayout(line)
        self._head.addWidget(self.customer)
        self._column.addLayout(self._head)

    def _build_acts(self) -> None:
        self.open = Button(self.tr("Open the customer"), name="event_open", icon="user")
        self.only = Button(self.tr("Only this customer"), name="event_only", icon="filter")
        self.copy = Button(self.tr("Copy"), name="event_copy", icon="copy")
        self._acts = QHBoxLayout()
        for button in (self.open, self.copy):
            self._acts.addWidget(button)
        self._acts.addStretch(1)
        self._narrow = QHBoxLayout()
        self._narrow.addWidget(self.only)
        self._narrow.addStretch(1)
        self._column.addLayout(self._narrow)
        self._column.addLayout(self._acts)
        self.open.clicked.connect(self._on_open)
        self.only.clicked.connect(self._on_only)
        self.copy.clicked.connect(self._on_copy)

    def show_event(self, row: AuditRow, formats: Formats) -> None:
        """Show an event."""
        self._row, self._formats = row, formats
        self.title.setText(texts.told(row.event))
        of = fill(self.tr("of {name}"), name=row.customer) if row.customer else ""
        self.customer.setText(of)
        self.customer.setVisible(bool(of))
        emptied(self._facts)
        for at, (name, value) in enumerate(texts.facts(row, formats)):
            label = Label(name, ink="text2")
            label.set_width(theme.px(_LABEL))
            self._facts.addWidget(label, at, 0)
            self._facts.addWidget(Label(value, cut=True), at, 1)
        lines = texts.fields(row, formats)
        both = any(one.before for one in lines)
        said = self.tr("{changed} of {all} fields changed")
        changed = sum(one.changed for one in lines)
        self.changed.number.setText(
            fill(said, changed=str(changed), all=str(len(lines))) if both else ""
        )
        self.changed.rename(self.tr("Before and after") if both else self.tr("What was kept"))
        self.changed.setVisible(bool(lines))
        self.fields.show_fields(lines)
        for button in (self.open, self.only):
            button.setVisible(row.event.customer_id is not None and row.customer is not None)

    def _on_previous(self) -> None:
        self.stepped.emit(-1)

    def _on_next(self) -> None:
        self.stepped.emit(1)

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
        side, gap = theme.px(16), theme.px(8)
        self.setFixedWidth(theme.px(_WIDTH))
        self._head.setContentsMargins(side, side, side, 0)
        self._head.setSpacing(theme.px(4))
        self._facts.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._facts.setSpacing(theme.px(4))
        self._narrow.setContentsMargins(side, side, side, 0)
        self._acts.setContentsMargins(side, gap, side, side)
        for acts in (self._narrow, self._acts):
            acts.setSpacing(gap)
