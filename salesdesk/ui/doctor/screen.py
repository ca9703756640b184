"""The doctor as a screen: breaches by kind, their rows, and the repair after a preview."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.permissions import Permission
from salesdesk.services.admin import doctor, repair
from salesdesk.services.admin.doctor import Finding
from salesdesk.services.admin.repair import Repair
from salesdesk.ui.doctor import texts
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    EmptyState,
    Label,
    Pane,
    Paragraph,
    StateStack,
)
from salesdesk.ui.lists.screen import Screen
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context

_DETAILS = 336


class DoctorScreen(Screen):
    """What is wrong, what mends it, and what a repair would change before it does.

    Attributes:
        previewed: what the repair of the current kind would change; None: not asked yet.

    Signals:
        list_wanted(tuple, str): show these customers under this title.
    """

    list_wanted = Signal(object, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("doctor_screen", parent)
        self._context = context
        self._findings: tuple[Finding, ...] | None = None
        self.previewed: Repair | None = None
        self._repair_id = new_id()
        self._sum = Label(name="doctor_sum", ink="text2")
        self.again = Button(self.tr("Examine again"), name="doctor_again", icon="refresh-cw")
        self.table = CellTable(
            [self.tr("What"), self.tr("Kind"), self.tr("Rows")],
            [0, 128, 96],
            name="doctor_table",
            accessible=self.tr("Findings"),
            figures=(2,),
        )
        empty = EmptyState("circle-check", "", "", name="doctor_empty")
        empty.set_words(
            self.tr("Nothing breaks the rules"), self.tr("Every row is as the rules say.")
        )
        self.states = StateStack(self.table, empty, name="doctor_states")
        self.meaning = Paragraph(name="doctor_meaning")
        self.remedy = Paragraph(name="doctor_remedy", ink="text2")
        self.samples = Paragraph(name="doctor_samples", ink="text2")
        self.preview = Button(self.tr("Preview the repair"), name="doctor_preview", icon="eye")
        self.apply = Button(name="doctor_apply", kind=ButtonKind.PRIMARY, accessible="repair")
        self.customers = Button(
            self.tr("Show these customers"), name="doctor_customers", icon="users"
        )
        self.changes = CellTable(
            [
                self.tr("Customer"), self.tr("Table"), self.tr("Column"), self.tr("Before"),
                self.tr("After"),
            ],
            [280, 208, 168, 176, 0],
            name="doctor_changes",
            accessible=self.tr("What the repair changes"),
        )  # fmt: skip
        self._details = Pane("base", "top", name="doctor_details")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = Pane("base", "bottom", name="doctor_head")
        head.setFixedHeight(theme.px(64))
        line = QHBoxLayout(head)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        line.setSpacing(theme.px(12))
        line.addWidget(Label(self.tr("Doctor"), name="doctor_title", face=Face.TITLE))
        line.addWidget(self._sum)
        line.addStretch(1)
        line.addWidget(self.again)
        inside = QVBoxLayout(self._details)
        side = theme.px(16)
        inside.setContentsMargins(side, side, side, side)
        inside.setSpacing(theme.px(8))
        for part in (self.meaning, self.remedy, self.samples):
            inside.addWidget(part)
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        for button in (self.preview, self.customers, self.apply):
            acts.addWidget(button)
        acts.addStretch(1)
        inside.addLayout(acts)
        inside.addWidget(self.changes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.states, 1)
        column.addWidget(self._details)
        self._details.setFixedHeight(theme.px(_DETAILS))
        self._details.hide()

    def _connect(self) -> None:
        self.again.clicked.connect(self.refresh)
        self.states.retried.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.preview.clicked.connect(self._on_preview)
        self.apply.clicked.connect(self._on_apply)
        self.customers.clicked.connect(self._on_customers)
        self._context.connection.regained.connect(self.refresh)

    # --- examining --------------------------------------------------------------------------------

    def start(self) -> None:
        """Examine for the first time."""
        self.refresh()

    def refresh(self) -> None:
        """Examine again: it may read whole tables, so nothing else does it by itself."""
        self.states.show_loading()
        self._details.hide()
        key = ("doctor", id(self))
        work = partial(doctor.examine, self._context.session)
        self._context.tasks.query(key, work, self._on_findings, self._on_failed)

    def _on_findings(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self._sum.setText(texts.summed(findings))
        formats = self._context.office.formats
        self.table.show_rows([texts.finding_row(one, formats) for one in findings])
        if findings:
            self.states.show_list()
        else:
            self.states.show_empty()
        breaches = sum(one.breach for one in findings)
        self.counted.emit(formats.number(breaches) if breaches else "")

    def _on_failed(self, fault: Exception) -> None:
        self.states.show_error(*texts.failed(fault))
        self.failed.emit(fault)

    def _finding(self) -> Finding | None:
        row = self.table.current()
        found = (one for one in self._findings or () if row is not None and one.kind == row.id)
        return next(found, None)

    def _on_current(self) -> None:
        finding = self._finding()
        self._details.setVisible(finding is not None)
        self.previewed = None
        self.changes.show_rows([])
        if finding is None:
            return
        self.meaning.set_text(texts.meaning(finding))
        self.remedy.set_text(texts.remedy(finding))
        self.samples.set_text(texts.samples(finding))
        may = self._context.session.actor.may(Permission.PEOPLE_MANAGE)
        self.preview.setVisible(may and finding.kind in repair.REPAIRABLE)
        self._show_preview()

    # --- the repair -------------------------------------------------------------------------------

    def _show_preview(self) -> None:
        found = self.previewed
        self.changes.setVisible(found is not None)
        self.customers.setVisible(found is not None and bool(found.mended))
        self.apply.setVisible(found is not None and bool(found.mended))
        if found is not None:
            number = self._context.office.formats.number(len(found.mended))
            self.apply.setText(fill(self.tr("Repair these {number}"), number=number))
            self.changes.show_rows(texts.change_rows(found))

    def _on_preview(self) -> None:
        finding = self._finding()
        if finding is not None:
            self.preview.setEnabled(False)
            work = partial(repair.preview, self._context.session, finding.kind)
            self._context.tasks.command(work, self._on_previewed, self._on_not_repaired)

    def _on_previewed(self, found: Repair) -> None:
        self.preview.setEnabled(True)
        finding = self._finding()
        if finding is not None and finding.kind == found.kind:
            self.previewed = found
            self._show_preview()

    def _on_apply(self) -> None:
        if self.previewed is not None:
            self.apply.setEnabled(False)
            kind, session = self.previewed.kind, self._context.session
            work = partial(repair.apply, session, self._repair_id, kind)
            self._context.tasks.command(work, self._on_repaired, self._on_not_repaired)

    def _on_repaired(self, done: Repair) -> None:
        self.apply.setEnabled(True)
        self._repair_id = new_id()
        ids = tuple(one.customer_id for one in done.mended)
        self.told.emit(texts.repaired(done, self._context.office.formats))
        self._context.feed.publish(Changes.of(Topic.CUSTOMERS, Topic.OWNERSHIP, ids=ids))
        self.refresh()

    def _on_not_repaired(self, fault: Exception) -> None:
        self.preview.setEnabled(True)
        self.apply.setEnabled(True)
        if isinstance(fault, Refusal):
            self.remedy.set_text(worded(fault))
        self.failed.emit(fault)

    def _on_customers(self) -> None:
        if self.previewed is not None:
            ids = tuple(one.customer_id for one in self.previewed.mended)
            self.list_wanted.emit(ids, self.tr("found by the doctor"))

    # --- the frame --------------------------------------------------------------------------------

    @property
    def lists_customers(self) -> bool:
        """Nobody can be chosen here."""
        return False

    @property
    def view(self) -> QWidget:
        """The table of findings."""
        return self.table
