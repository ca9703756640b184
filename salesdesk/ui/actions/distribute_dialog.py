"""Distribute customers among agents: evenly, to whoever has least, or by hand; preview, one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from salesdesk.domain.distribution import Given, Ground, Share, Sharing, placed, shared
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import derived_id, new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.queries import CustomerRow
from salesdesk.services import distributing
from salesdesk.services.bulk import Batch
from salesdesk.ui.actions.distribute_parts import AgentRows
from salesdesk.ui.actions.undoable import AssignedCustomer
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.painting.cells import ChipCell, Level, TextCell
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    Label,
    Paragraph,
    Segment,
    SegmentedControl,
    named,
)
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.texts import name_of, shown_status, status_tone

_WIDTH, _HEIGHT, _LEFT = 1008, 480, 472
_DAYS_BACK = 30
_LETTERS = {
    Qt.Key.Key_E: Sharing.EVENLY,
    Qt.Key.Key_L: Sharing.LEAST,
    Qt.Key.Key_H: Sharing.BY_HAND,
}


@dataclass(frozen=True, slots=True)
class Distributed:
    """What came of it: those who were given, as they were before, and who was refused."""

    batch: Batch
    given: tuple[AssignedCustomer, ...]
    agents: int


class DistributeDialog(FormDialog):
    """Says who would get whom, and does it as one act.

    Signals:
        distributed(Distributed): it is done.
    """

    distributed = Signal(object)

    def __init__(
        self, context: Context, rows: Sequence[CustomerRow], parent: QWidget | None = None
    ) -> None:
        title = _title(context, rows)
        super().__init__(title, name="distribute_dialog", parent=parent)
        self._context, self.rows = context, tuple(rows)
        self._given = tuple(Given(row.id, row.owner_uid) for row in rows)
        self._batch_id = new_id()
        self._ground: Ground | None = None
        self._mix = 0
        self._by_hand: dict[str, str] = {}
        self.share = Share({}, ())
        self.busy_words = self.tr("Distributing…")
        self.set_width(_WIDTH)
        self.header.addWidget(Elided(title, name="distribute_title", face=Face.TITLE))
        self._build()
        self._lay_out()
        self._lay_out_foot()
        self._connect()
        work = partial(distributing.ground, context.session, [row.id for row in rows])
        context.tasks.query(("distribute", id(self)), work, self._on_ground, self._on_failed)

    def _build(self) -> None:
        self.how = SegmentedControl(
            [
                Segment(Sharing.EVENLY.value, self.tr("Evenly"), letter="E"),
                Segment(Sharing.LEAST.value, self.tr("To whoever has least"), letter="L"),
                Segment(Sharing.BY_HAND.value, self.tr("By hand"), letter="H"),
            ],
            name="distribute_how",
            accessible=self.tr("How"),
        )
        self.how.set_value(Sharing.EVENLY.value)
        self.everybody = QCheckBox(self.tr("All agents"))
        self.everybody.setObjectName("distribute_everybody")
        self.everybody.setChecked(True)
        self.most = Label(name="distribute_most", ink="text2")
        self.agents = AgentRows()
        self.back = QCheckBox(self.tr("Nobody gets back whom they lost in the last"))
        self.back.setObjectName("distribute_back")
        self.back.setChecked(True)
        self.days = QSpinBox()
        named(self.days, "distribute_days", self.tr("Days"))
        self.days.setRange(1, distributing.LONGEST_BACK.days)
        self.days.setValue(_DAYS_BACK)
        self.summary = Paragraph(self.tr("Reading…"), name="distribute_summary")
        self.mix = Button(self.tr("Mix again"), name="distribute_mix", icon="refresh-cw")
        self.to = QComboBox()
        named(self.to, "distribute_to", self.tr("The chosen customer goes to"))
        self.preview = CellTable(
            [self.tr("Agent"), self.tr("Customer"), self.tr("Company"), self.tr("Status")],
            [136, 0, 128, 72],
            name="distribute_preview",
            accessible=self.tr("Who gets whom"),
        )
        self.preview.setFixedHeight(theme.px(_HEIGHT - 48))

    def _lay_out(self) -> None:
        agents = QScrollArea()
        agents.setObjectName("distribute_scroll")
        agents.setFrameShape(QFrame.Shape.NoFrame)
        agents.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        agents.setProperty("quiet", "true")
        agents.setWidgetResizable(True)
        agents.setWidget(self.agents)
        head = QHBoxLayout()
        head.addWidget(self.everybody, 1)
        head.addWidget(self.most)
        back = QHBoxLayout()
        back.setSpacing(theme.px(8))
        for part in (self.back, self.days, Label(self.tr("days"))):
            back.addWidget(part)
        back.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(theme.px(12))
        left.addWidget(self.how)
        left.addLayout(head)
        left.addWidget(agents, 1)
        left.addLayout(back)
        left.addWidget(self.summary)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(Label(self.tr("Preview"), face=Face.STRONG))
        top.addWidget(Label(self.tr("who gets whom"), ink="text2"))
        top.addStretch(1)
        top.addWidget(self.to)
        top.addWidget(self.mix)
        right = QVBoxLayout()
        right.setSpacing(theme.px(12))
        right.addLayout(top)
        right.addWidget(framed(self.preview), 1)
        sides = QWidget()
        sides.setFixedHeight(theme.px(_HEIGHT))
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(24))
        beside = QWidget()
        beside.setFixedWidth(theme.px(_LEFT))
        beside.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        row.addWidget(beside)
        row.addLayout(right, 1)
        self.page.addWidget(sides)

    def _lay_out_foot(self) -> None:
        cancel = Button(self.tr("Cancel"), name="distribute_cancel", hint=self.tr("Esc"))
        cancel.clicked.connect(self.reject)
        self.act = Button(
            name="distribute_act", kind=ButtonKind.PRIMARY, hint=self.tr("Enter"),
            accessible=self.tr("Distribute"),
        )  # fmt: skip
        self.act.clicked.connect(self._begin)
        self.footer_hint.setText(self.tr("One undo takes all back"))
        self.set_buttons(cancel, self.act)
        self.end_rows()
        self.act.setEnabled(False)
        self.to.hide()

    def _connect(self) -> None:
        self.how.chosen.connect(self._propose)
        self.everybody.toggled.connect(self._on_everybody)
        self.agents.changed.connect(self._propose)
        self.back.toggled.connect(self._propose)
        self.days.valueChanged.connect(self._propose)
        self.mix.clicked.connect(self._on_mix)
        self.to.activated.connect(self._place)
        self.preview.selectionModel().currentRowChanged.connect(self._on_line)
        self.finished.connect(self.deleteLater)

    @property
    def sharing(self) -> Sharing:
        """How it is shared."""
        return Sharing(self.how.value() or Sharing.EVENLY)

    def choose(self, sharing: Sharing) -> None:
        """Share in this way."""
        self.how.set_value(sharing.value)
        self._propose()

    # --- the proposal -----------------------------------------------------------------------------

    def _on_ground(self, ground: Ground) -> None:
        self._ground = ground
        self.agents.show_agents(ground)
        if ground.most is not None:
            number = self._context.office.formats.number(ground.most)
            self.most.setText(fill(self.tr("most {number}"), number=number))
        self.to.addItem(self.tr("stays where it is"), "")
        for receiver in ground.receivers:
            self.to.addItem(receiver.name, receiver.uid)
        self._propose()

    def _on_everybody(self, checked: bool) -> None:
        self.agents.choose(all_of_them=checked)

    def _on_mix(self) -> None:
        self._mix += 1
        self._propose()

    def _propose(self) -> None:
        """Reckon who gets whom, and show it."""
        ground = self._ground
        if ground is None:
            return
        by_hand = self.sharing is Sharing.BY_HAND
        self.mix.setVisible(not by_hand)
        self.to.setVisible(by_hand)
        if by_hand:
            self.share = placed(self._given, ground, self._by_hand)
        else:
            kept = ground.lost_within(self.days.value()) if self.back.isChecked() else {}
            chosen = self.agents.chosen
            self.share = shared(self._given, ground, self.sharing, chosen, kept, self._mix)
        self._show()

    def _show(self) -> None:
        ground, formats = self._ground, self._context.office.formats
        if ground is None:
            return
        self.agents.show_share(self.share, self._given, ground.most, formats)
        names = {receiver.uid: receiver.name for receiver in ground.receivers}
        current = self.preview.current()
        order = sorted(
            self.rows,
            key=lambda row: (
                row.id not in self.share.agents, names.get(self.share.agents.get(row.id, ""), ""),
            ),
        )  # fmt: skip
        if self.sharing is Sharing.BY_HAND:
            order = list(self.rows)
        self.preview.show_rows([self._line(row, names) for row in order])
        if current is not None:
            ids = [row.id for row in order]
            self.preview.selectRow(ids.index(current.id))
        number = len(self.share.agents)
        told = fill(self.tr("Distribute {number}"), number=formats.number(number))
        self.act.setText(told)
        self.act.setEnabled(number > 0 and not self.busy)
        self.summary.set_text(_summary(self.share, self.rows, self._context))

    def _line(self, row: CustomerRow, names: dict[str, str]) -> CellRow:
        uid = self.share.agents.get(row.id)
        stays = self.tr("Stays in the pool")
        if row.owner_name is not None:
            stays = fill(self.tr("Stays with {name}"), name=row.owner_name)
        agent = TextCell(names[uid], Level.NAME) if uid else TextCell(stays, Level.TEXT3)
        return CellRow(
            row.id,
            (
                agent,
                TextCell(name_of(row)),
                TextCell(row.company or "", Level.TEXT2),
                ChipCell(shown_status(row), status_tone(row)),
            ),
        )

    def _on_line(self) -> None:
        line = self.preview.current()
        at = self.to.findData(self._by_hand.get(line.id, "")) if line is not None else -1
        self.to.setEnabled(line is not None)
        self.to.setCurrentIndex(max(at, 0))

    def _place(self) -> None:
        """The chosen customer goes to the agent; the next one is chosen."""
        line = self.preview.current()
        if line is None:
            return
        uid = str(self.to.currentData() or "")
        self._by_hand.pop(line.id, None)
        if uid:
            self._by_hand[line.id] = uid
        row = self.preview.currentIndex().row()
        self._propose()
        if row + 1 < self.preview.cells.rowCount():
            self.preview.selectRow(row + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E, L and H choose how, while no field has the focus."""
        sharing = _LETTERS.get(Qt.Key(event.key()))
        if sharing is not None and not event.modifiers() and not self.days.hasFocus():
            self.choose(sharing)
            return
        super().keyPressEvent(event)

    # --- the act ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self.busy or not self.share.agents:
            return
        self.notice.dismiss()
        self.set_busy(True)
        seen = {row.id: OwnershipSeen(row.owner_uid, row.owned_since) for row in self.rows}
        agents = dict(self.share.agents)
        work = partial(distributing.distribute, self._context.session, self._batch_id, seen, agents)
        self._context.tasks.command(work, self._on_done, self._on_failed)

    def reject(self) -> None:
        """Close; while the act is under way only out of sight."""
        if self.busy:
            self.put_away()
        else:
            super().reject()

    def _on_done(self, batch: Batch) -> None:
        self.set_busy(False)
        self._context.feed.publish(batch.changes)
        rows = {row.id: row for row in self.rows}
        given = tuple(self._was(rows[one]) for one in batch.done)
        agents = len({self.share.agents[one] for one in batch.done})
        self.distributed.emit(Distributed(batch, given, agents))
        self.accept()

    def _was(self, row: CustomerRow) -> AssignedCustomer:
        standing = OwnershipSeen(self.share.agents[row.id])
        act_id = derived_id(self._batch_id, row.id)
        return AssignedCustomer(
            row.id, name_of(row), row.owner_uid, row.owner_name, standing, act_id
        )

    def _on_failed(self, fault: Exception) -> None:
        self.set_busy(False)
        self.bring_back()
        route(self._context, fault, refused=self._say_refused, away=self._say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        self.notice.show_notice(self.tr("Nothing was distributed."), worded(refusal))

    def _say_away(self, _fault: Unavailable) -> None:
        self.notice.show_notice(
            self.tr("The server is away."),
            self.tr("Whoever was given stays so; doing it again goes on with the rest."),
        )


def _title(context: Context, rows: Sequence[CustomerRow]) -> str:
    number = context.office.formats.number(len(rows))
    return plural(
        "distribute", "Distribute 1 customer", "Distribute {number} customers", len(rows),
        number=number,
    )  # fmt: skip


def _summary(share: Share, rows: Sequence[CustomerRow], context: Context) -> str:
    """'41 customers to 7 agents; the idle clock of each starts anew. 3 have no place.'."""
    formats = context.office.formats
    number, agents = len(share.agents), len(set(share.agents.values()))
    customers = plural(
        "distribute", "{number} customer", "{number} customers", number,
        number=formats.number(number),
    )  # fmt: skip
    to = plural("distribute", "{number} agent", "{number} agents", agents,
                number=formats.number(agents))  # fmt: skip
    said = translate("distribute", "{customers} to {agents}; the idle clock of each starts anew.")
    told = fill(said, customers=customers, agents=to)
    if not share.left:
        return told
    left = plural(
        "distribute", "{number} stays where it is.", "{number} stay where they are.",
        len(share.left), number=formats.number(len(share.left)),
    )  # fmt: skip
    return f"{told} {left}"
