"""The hand-over beside the pool: claim, and what a new owner should know before the first word."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from salesdesk.domain.errors import CustomerGone
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pool import HandOver
from salesdesk.services.lists import handover
from salesdesk.ui.actions.actions import CustomerAct, applies
from salesdesk.ui.actions.chats import why_no_chat
from salesdesk.ui.commands import Cmd, hint, tip
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting.cells import Tone
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    GroupHead,
    IconButton,
    Label,
    NoticeFrame,
    Pane,
    Paragraph,
    StatusChip,
    TimelineItems,
    TimelineView,
    emptied,
    named,
)
from salesdesk.ui.lists.customer_rows import phone_cell
from salesdesk.ui.pool import texts as words
from salesdesk.ui.pool.handover_parts import OwnerLine
from salesdesk.ui.session.context import Context
from salesdesk.ui.texts import method_word, name_of, shown_status, status_tone

WIDTH, NARROWEST, WIDEST = 375, 319, 559


class HandOverPanel(Pane):
    """One available customer.

    Attributes:
        hand: what is shown; None: nothing yet.

    Signals:
        act_chosen(Act): an act shall be done to the customer.
        stepped(object): 1 for the next customer of the list, -1 for the one before.
        closed(): the panel shall close.
        failed(Exception): it could not be read.
        gone(str): the customer is not there any more.
    """

    act_chosen = Signal(object)
    stepped = Signal(object)
    closed = Signal()
    failed = Signal(object)
    gone = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", "left", name="hand_over", parent=parent)
        self._context = context
        self._customer_id = ""
        self.hand: HandOver | None = None
        self._build_head()
        self._build_facts()
        self._build_body()
        self._fit()

    # --- building ---------------------------------------------------------------------------------

    def _build_head(self) -> None:
        self.name = Label(name="hand_over_name", face=Face.TITLE, cut=True)
        self.company = Label(name="hand_over_company", ink="text2", cut=True)
        self._title = QHBoxLayout()
        self._title.addWidget(self.name, 1)
        for icon, name, command, said, slot in (
            ("chevron-up", "previous", Cmd.PREVIOUS_CUSTOMER, self.tr("Previous"), self._back),
            ("chevron-down", "next", Cmd.NEXT_CUSTOMER, self.tr("Next"), self._forward),
            ("x", "close", Cmd.PANEL, self.tr("Close the hand-over"), self.closed.emit),
        ):
            button = IconButton(
                icon, name=f"hand_over_{name}", accessible=said, kind=ButtonKind.QUIET, small=True
            )
            button.setToolTip(tip(said, command))
            button.clicked.connect(slot)
            self._title.addWidget(button)
        self.status = StatusChip(name="hand_over_status")
        self.standing = StatusChip(self.tr("Available"), Tone.PLAIN, name="hand_over_available")
        self.since = Label(name="hand_over_since", ink="text2", cut=True)
        self._chips = QHBoxLayout()
        for part in (self.status, self.standing):
            self._chips.addWidget(part)
        self._chips.addWidget(self.since, 1)
        self.claim = Button(
            self.tr("Claim"), name="hand_over_claim", icon="hand", kind=ButtonKind.PRIMARY,
            hint=hint(Cmd.CLAIM),
        )  # fmt: skip
        self.log = Button(self.tr("Log and claim"), name="hand_over_log", icon="square-pen")
        self.log.setToolTip(tip(self.tr("Log a contact, and claim the customer with it"), Cmd.LOG))
        self.claim.clicked.connect(self._on_claim)
        self.log.clicked.connect(self._on_log)
        self._buttons = QWidget()
        self._buttons.setObjectName("hand_over_buttons")
        self._button_row = QHBoxLayout(self._buttons)
        self._button_row.addWidget(self.claim)
        self._button_row.addWidget(self.log)
        self._button_row.addStretch(1)
        self.lost = NoticeFrame(name="hand_over_lost")
        self.lost.hide()
        self.allowed = Paragraph(name="hand_over_allowed", ink="text2")

    def _build_facts(self) -> None:
        self._facts = QWidget()
        self._facts.setObjectName("hand_over_facts")
        self._grid = QGridLayout(self._facts)
        self._values: dict[str, Label] = {}
        for at, (key, said) in enumerate(
            (
                ("phone", self.tr("Phone")),
                ("method", self.tr("Best method")),
                ("others", ""),
                ("hours", self.tr("Best hours")),
                ("orders", self.tr("Orders")),
                ("step", self.tr("Follow-up")),
            )
        ):
            label = Label(said, name=f"hand_over_{key}_label", ink="text2")
            ink = "text2" if key == "others" else "text"
            value = Label(name=f"hand_over_{key}", ink=ink, cut=True)
            if key == "others":
                self._others_label = label
            self._grid.addWidget(label, at, 0)
            if key == "phone":
                value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(value, at, 1)
            self._values[key] = value
        self._grid.setColumnStretch(1, 1)
        self.whatsapp = self._phone_button(
            "message-circle", "whatsapp", self.tr("WhatsApp"), Cmd.WHATSAPP
        )
        self.call = self._phone_button("phone", "call", self.tr("Call"), Cmd.CALL)
        self.whatsapp.clicked.connect(self._on_whatsapp)
        self.call.clicked.connect(self._on_call)
        self._grid.addWidget(self.whatsapp, 0, 2)
        self._grid.addWidget(self.call, 0, 3)

    def _phone_button(self, icon: str, name: str, said: str, command: Cmd) -> IconButton:
        """An act beside the number that it is for."""
        button = IconButton(
            icon, name=f"hand_over_{name}", accessible=said, kind=ButtonKind.QUIET, small=True
        )
        button.setToolTip(tip(said, command))
        return button

    def _build_body(self) -> None:
        self._head = QVBoxLayout()
        self._head.addLayout(self._title)
        self._head.addWidget(self.company)
        self._head.addLayout(self._chips)
        self._under: list[QVBoxLayout] = []
        for part in (self._buttons, self.lost, self.allowed):
            row = QVBoxLayout()
            row.addWidget(part)
            self._head.addLayout(row)
            self._under.append(row)
        self._hand_head = GroupHead(self.tr("Hand-over"), "hand_over_heading")
        self._owner_head = GroupHead(self.tr("Previous owners"), "hand_over_owners_heading")
        self._note_head = GroupHead(self.tr("Last three notes"), "hand_over_notes_heading")
        self.owners = QWidget()
        self.owners.setObjectName("hand_over_owners")
        self._owner_lines = QVBoxLayout(self.owners)
        self.withheld = Paragraph(name="hand_over_withheld", ink="text2")
        self._notes = TimelineItems(self)
        self.notes = TimelineView(name="hand_over_notes", accessible=self.tr("Last three notes"))
        self.notes.setModel(self._notes)
        self.notes.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = Pane("base", name="hand_over_page")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (
            self._hand_head, self._facts, self._owner_head, self.owners, self._note_head,
        ):  # fmt: skip
            column.addWidget(part)
        self._withheld_row = QVBoxLayout()
        self._withheld_row.addWidget(self.withheld)
        column.addLayout(self._withheld_row)
        column.addWidget(self.notes)
        column.addStretch(1)
        self._scroll = QScrollArea()
        named(self._scroll, "hand_over_scroll", self.tr("Hand-over"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(self._scroll, 1)

    # --- showing ----------------------------------------------------------------------------------

    @property
    def customer_id(self) -> str:
        """Who is shown, or being read."""
        return self._customer_id

    def show_customer(self, customer_id: str) -> None:
        """Read and show a customer's hand-over."""
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self.lost.dismiss()
        work = partial(handover.of, self._context.session, customer_id)
        key = ("hand-over", id(self))
        self._context.tasks.query(key, work, self._on_read, self._on_error)

    @property
    def tells_loss(self) -> bool:
        """Whether it says that a claim of this customer was refused."""
        return not self.lost.isHidden()

    def show_lost(self, message: str) -> None:
        """In place of the buttons: who was faster, or why it is not allowed."""
        self._buttons.hide()
        self.lost.show_notice(self.tr("Not claimed."), message)
        self.lost.show()
        self._space()

    def _on_read(self, hand: HandOver) -> None:
        if hand.row.customer.id != self._customer_id:
            return
        self.hand = hand
        self._show()

    def _on_error(self, fault: Exception) -> None:
        if isinstance(fault, CustomerGone):
            self.gone.emit(fault.customer_id)
        else:
            self.failed.emit(fault)

    def _show(self) -> None:
        hand = self.hand
        if hand is None:
            return
        row, formats = hand.row.customer, self._context.office.formats
        actor = self._context.session.actor
        self.name.setText(name_of(row))
        self.company.setText(row.company or "")
        self.status.set_status(shown_status(row), status_tone(row))
        since = formats.since(hand.row.free_since, row.now) if hand.row.free_since else "–"
        free = row.owner_uid is None
        self.standing.setVisible(free)
        said = fill(self.tr("since {since}"), since=since)
        self.since.setText(
            said if free else fill(self.tr("with {owner}"), owner=row.owner_name or "")
        )
        may = actor.may(Permission.CUSTOMERS_CLAIM) and actor.may(Permission.CUSTOMERS_HOLD)
        self.claim.setVisible(may)
        self.log.setVisible(actor.may(Permission.CONTACTS_LOG))
        self.log.setText(self.tr("Log and claim") if may else self.tr("Log contact"))
        for act, button in ((CustomerAct.WHATSAPP, self.whatsapp), (CustomerAct.CALL, self.call)):
            button.setVisible(applies(act, row, actor))
        reason = why_no_chat(row, self._context.office.region)
        self.whatsapp.setEnabled(not reason)
        self.whatsapp.setToolTip(reason or tip(self.tr("WhatsApp"), Cmd.WHATSAPP))
        if not self.tells_loss:
            self._buttons.setVisible(free)
        told = words.allowed(hand.allowance, hand, formats) if may else ""
        self.allowed.set_text(told)
        self.allowed.setVisible(bool(told) and free)
        self._show_facts(hand)
        self._show_owners(hand)
        self._show_notes(hand)
        self._space()

    def _show_facts(self, hand: HandOver) -> None:
        formats, best = self._context.office.formats, hand.row.best
        method = self.tr("not known")
        if best is not None:
            method = f"{method_word(best.method)}  {words.tried(best, formats)}"
        texts = {
            "phone": phone_cell(hand.row.customer, self._context.office.region).text,
            "method": method,
            "others": words.others(hand, formats),
            "hours": words.hours(hand.best_hours),
            "orders": words.orders(hand, formats, self._context.office.currency),
            "step": words.follow_up(hand, formats),
        }
        for key, text in texts.items():
            self._values[key].setText(text)
        for part in (self._others_label, self._values["others"]):
            part.setVisible(bool(texts["others"]))

    def _show_owners(self, hand: HandOver) -> None:
        formats = self._context.office.formats
        emptied(self._owner_lines)
        self._owner_head.number.setText(formats.number(len(hand.owners)) if hand.owners else "")
        if not hand.owners:
            said = self.tr("Nobody has had this customer yet.")
            self._owner_lines.addWidget(Label(said, name="hand_over_no_owner", ink="text2"))
        for at, one in enumerate(hand.owners):
            name, dates, why = words.spell(one, formats)
            self._owner_lines.addWidget(OwnerLine(name, dates, why, f"hand_over_owner_{at}"))

    def _show_notes(self, hand: HandOver) -> None:
        formats = self._context.office.formats
        said = words.withheld(hand)
        if not said and not hand.notes:
            said = self.tr("Nothing was noted yet.")
        self.withheld.set_text(said)
        self.withheld.setVisible(bool(said))
        self._notes.show_items(tuple(words.note(one, formats, hand) for one in hand.notes))
        self._fit_notes()

    def _fit_notes(self) -> None:
        """The notes are as high as they are: the panel scrolls as a whole."""
        self.notes.setVisible(self._notes.rowCount() > 0)
        self.notes.doItemsLayout()
        high = sum(self.notes.sizeHintForRow(row) for row in range(self._notes.rowCount()))
        self.notes.setFixedHeight(high + theme.px(8))

    # --- acting -----------------------------------------------------------------------------------

    def _on_claim(self) -> None:
        self.act_chosen.emit(CustomerAct.CLAIM)

    def _on_log(self) -> None:
        self.act_chosen.emit(CustomerAct.LOG)

    def _on_whatsapp(self) -> None:
        self.act_chosen.emit(CustomerAct.WHATSAPP)

    def _on_call(self) -> None:
        self.act_chosen.emit(CustomerAct.CALL)

    def _back(self) -> None:
        self.stepped.emit(-1)

    def _forward(self) -> None:
        self.stepped.emit(1)

    # --- sizes ------------------------------------------------------------------------------------

    def _fit(self) -> None:
        side = theme.px(16)
        self.setMinimumWidth(theme.px(NARROWEST))
        self.setMaximumWidth(theme.px(WIDEST))
        self._head.setContentsMargins(side, side, side, theme.px(12))
        self._head.setSpacing(0)
        self._title.setSpacing(theme.px(4))
        self._chips.setSpacing(theme.px(8))
        self._chips.setContentsMargins(0, theme.px(12), 0, 0)
        self._button_row.setContentsMargins(0, 0, 0, 0)
        self._button_row.setSpacing(theme.px(8))
        self._grid.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setHorizontalSpacing(0)
        self._grid.setColumnMinimumWidth(0, theme.px(96))
        self._owner_lines.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self._owner_lines.setSpacing(theme.px(8))
        self.name.setFixedHeight(theme.px(24))
        self.company.setFixedHeight(theme.px(20))
        self._space()

    def _space(self) -> None:
        """Leave room around what is shown, and none for what is hidden."""
        for row, part in zip(self._under, (self._buttons, self.lost, self.allowed), strict=True):
            row.setContentsMargins(0, 0 if part.isHidden() else theme.px(12), 0, 0)
        side, above = theme.px(16), 0 if self.withheld.isHidden() else theme.px(8)
        self._withheld_row.setContentsMargins(side, above, side, above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_scroll"):
            self._fit_notes()

    def measure(self) -> None:
        self._fit()
        self._show()
