"""The upper part of the customer panel: who it is, how long still, what to do, the facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.phones import PhoneNumber
from salesdesk.domain.queries import CustomerRow
from salesdesk.services import phones
from salesdesk.ui.actions.actions import CustomerAct, applies
from salesdesk.ui.actions.chats import why_no_chat
from salesdesk.ui.commands import Cmd, tip
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats, StepLevel
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    DaysLabel,
    IconButton,
    Label,
    Measured,
    StatusChip,
    named,
)
from salesdesk.ui.texts import (
    aside_said,
    aside_why,
    days_left,
    leaving,
    name_of,
    phone_and_country,
    protection,
    shown_status,
    source_word,
    status_tone,
    status_word,
)

_LINE = 24
#: The lines of the facts that are named by their place.
_OTHERS, _STEP = 1, 3


def _linked(one: PhoneNumber) -> str:
    """A number that a click calls, another opens a chat with, and what stands beside it."""
    shown = escape(phones.shown(one))
    if one.callable:
        shown = f'<a href="tel:{one.number}">{shown}</a>'
        if chat := phones.whatsapp_link(one.number):
            shown = f'{shown} · <a href="{chat}">WhatsApp</a>'
    return f"{shown} · {escape(one.note)}" if one.note else shown


class _StatusMenuChip(StatusChip):
    """The status; a click, Space or Enter opens the menu that moves the customer.

    Signals:
        pressed(): the menu shall open.
    """

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painting.draw_ring(painter, self.rect(), theme.px(4))
            painter.end()


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts."""

    label: str
    value: str
    ink: str = "text"
    tip: str = ""


class PanelHead(Measured, QWidget):
    """Name, standing, acts and facts of one customer.

    Signals:
        act_chosen(Act): an act shall be done to the customer.
        moved(SalesStatus): the customer shall be moved there.
        more_requested(QPoint): the menu of further acts shall open at this place.
        stepped(object): 1 for the next customer of the list, -1 for the one before.
        closed(): the panel shall close.
    """

    act_chosen = Signal(object)
    moved = Signal(object)
    more_requested = Signal(QPoint)
    stepped = Signal(object)
    closed = Signal()

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_head")
        self._actor = actor
        self._row: CustomerRow | None = None
        self._others_of = ""
        self._writing = False
        self._labels: list[tuple[Label, Label]] = []
        self._build_title()
        self._build_standing()
        self._build_buttons()
        self._build_facts()
        self._column = QVBoxLayout(self)
        for part in (
            self._title_row,
            self.company,
            self._standing,
            self._buttons,
            self._facts,
        ):
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)
        for button in self.findChildren(Button):
            button.installEventFilter(self)
        self.measure()

    # --- building ---------------------------------------------------------------------------------

    def _build_title(self) -> None:
        self.name = Label(name="panel_name", face=Face.TITLE, cut=True)
        self.company = Label(name="panel_company", ink="text2", cut=True)
        self._title_row = QHBoxLayout()
        self._title_row.addWidget(self.name, 1)
        slots: tuple[tuple[str, str, Cmd | None, str, Callable[[], object]], ...] = (
            ("ellipsis", "more", None, self.tr("More"), self._on_more),
            ("chevron-up", "previous", Cmd.PREVIOUS_CUSTOMER, self.tr("Previous"), self._back),
            ("chevron-down", "next", Cmd.NEXT_CUSTOMER, self.tr("Next"), self._forward),
            ("x", "close", Cmd.PANEL, self.tr("Close"), self.closed.emit),
        )
        for icon, name, command, said, slot in slots:
            button = IconButton(
                icon, name=f"panel_{name}", accessible=said, kind=ButtonKind.QUIET, small=True
            )
            button.setToolTip(tip(said, command) if command else said)
            button.clicked.connect(slot)
            self._title_row.addWidget(button)
            if name == "more":
                self.more = button

    def _build_standing(self) -> None:
        self.chip = _StatusMenuChip(name="panel_status")
        self.chip.pressed.connect(self.open_moves)
        self.days = DaysLabel(name="panel_days")
        self.leaves = Label(name="panel_leaves", ink="text2", cut=True)
        self._moves = QMenu(self)
        named(self._moves, "panel_moves", self.tr("Move to"))
        self._standing = QHBoxLayout()
        self._standing.addWidget(self.chip)
        self._standing.addWidget(self.days)
        self._standing.addWidget(self.leaves, 1)
        if self._actor.may(Permission.CUSTOMERS_EDIT):
            self.chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.chip.setCursor(Qt.CursorShape.PointingHandCursor)
            self.chip.setToolTip(self.tr("Move to another status (Alt+1, Alt+2, Alt+3)"))

    def _build_buttons(self) -> None:
        self.claim = Button(self.tr("Claim"), name="panel_claim", icon="hand")
        self.log = Button(
            self.tr("Log contact"),
            name="panel_log",
            icon="square-pen",
            kind=ButtonKind.PRIMARY,
        )
        self.whatsapp = Button(self.tr("WhatsApp"), name="panel_whatsapp", icon="message-circle")
        self.call = Button(self.tr("Call"), name="panel_call", icon="phone")
        self._buttons = QHBoxLayout()
        for act, button in self._act_buttons():
            button.setToolTip(tip(button.text(), Cmd(act.value)))
            button.setProperty("act", act.value)
            button.clicked.connect(self._on_act)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def _act_buttons(self) -> tuple[tuple[CustomerAct, Button], ...]:
        return (
            (CustomerAct.CLAIM, self.claim),
            (CustomerAct.LOG, self.log),
            (CustomerAct.WHATSAPP, self.whatsapp),
            (CustomerAct.CALL, self.call),
        )

    def _build_facts(self) -> None:
        self._facts = QGridLayout()
        for at, name in enumerate(
            ("phone", "others", "owner", "next_step", "source", "protection")
        ):
            label = Label(name=f"panel_{name}_label", ink="text2")
            value = Label(name=f"panel_{name}", cut=name != "others")
            if name == "others":
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
                value.setTextFormat(Qt.TextFormat.RichText)
                value.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
                value.setOpenExternalLinks(True)
            if name == "phone":
                value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(label, at, 0)
            self._labels.append((label, value))
            if name != "next_step":
                self._facts.addWidget(value, at, 1)
        self.plan = Button(self.tr("Plan"), name="panel_plan", kind=ButtonKind.LINK)
        self.plan.setToolTip(tip(self.tr("Plan the next step"), Cmd.PLAN))
        self.plan.setProperty("act", CustomerAct.PLAN.value)
        self.plan.clicked.connect(self._on_act)
        self._step_row = QHBoxLayout()
        step = self._labels[_STEP][1]
        step.setSizePolicy(self._labels[_STEP][0].sizePolicy())
        self._step_row.addWidget(step)
        self._step_row.addWidget(self.plan)
        self._step_row.addStretch(1)
        self._facts.addLayout(self._step_row, _STEP, 1)
        self._facts.setColumnStretch(1, 1)

    # --- showing ----------------------------------------------------------------------------------

    def show_row(self, row: CustomerRow, formats: Formats, region: str) -> None:
        """Show a customer."""
        self._row = row
        self.name.setText(name_of(row))
        self.company.setText(row.company or "")
        self.chip.set_status(shown_status(row), status_tone(row))
        if row.out is not None:
            self.leaves.setText(self.tr("in no list of the day"))
        elif row.departure is None:
            self.leaves.setText(self.tr("in the pool, open to claim"))
        else:
            self.days.set_days(days_left(row, formats))
            self.leaves.setText(leaving(row.departure, row, formats))
        for act, button in self._act_buttons():
            able = applies(act, row, self._actor)
            button.setVisible(
                able or act in {CustomerAct.LOG, CustomerAct.WHATSAPP, CustomerAct.CALL}
            )
            button.setEnabled(able)
        self.plan.setVisible(applies(CustomerAct.PLAN, row, self._actor))
        self.days.setVisible(row.departure is not None)
        self._tell_no_chat(row, region)
        self._fill_one_button()
        plain = [pair for at, pair in enumerate(self._labels) if at != _OTHERS]
        for (label, value), fact in zip(plain, self._facts_of(row, formats, region), strict=True):
            label.setText(fact.label)
            value.setText(fact.value)
            value.set_ink(fact.ink)
            value.setToolTip(plain_tip(fact.tip))
        for part in self._labels[-1]:
            part.setVisible(row.protected or row.out is not None)
        if self._others_of != row.id or row.phone is None:
            self.show_others(row.id, ())
        self._measure_facts()
        self._fit_buttons()

    def _tell_no_chat(self, row: CustomerRow, region: str) -> None:
        """Without a number to chat with the button is off, and says why."""
        reason = why_no_chat(row, region)
        self.whatsapp.setEnabled(self.whatsapp.isEnabled() and not reason)
        word = tip(self.tr("WhatsApp"), Cmd.WHATSAPP)
        self.whatsapp.setToolTip(plain_tip(reason) if reason else word)
        self.whatsapp.setAccessibleDescription(reason)

    def show_writing(self, writing: bool) -> None:
        """A message is being written over the window, which has the filled button meanwhile."""
        self._writing = writing
        self.whatsapp.set_open(writing)
        self._fill_one_button()

    def _fill_one_button(self) -> None:
        """Claim where the customer is free, else Log contact."""
        free = not self.claim.isHidden()
        for button, main in ((self.claim, free), (self.log, not free)):
            filled = main and not self._writing
            button.set_kind(ButtonKind.PRIMARY if filled else ButtonKind.OUTLINED)

    def show_others(
        self,
        customer_id: str,
        others: Sequence[PhoneNumber],
        of_linked: Sequence[PhoneNumber] = (),
    ) -> None:
        """Show the numbers beside the customer's own, each on a line; none: the line hides.

        Args:
            of_linked: numbers of customers linked to this one, which say so.
        """
        self._others_of = customer_id
        label, value = self._labels[_OTHERS]
        label.setText(self.tr("Other numbers"))
        mark = escape(translate("history", "of the customer linked to this one"))
        shown = [*map(_linked, others), *(f"{_linked(one)} · {mark}" for one in of_linked)]
        lines = "<br>".join(shown)
        value.setText(f'<div style="line-height: 150%">{lines}</div>')
        for part in (label, value):
            part.setVisible(bool(shown))
        self._measure_facts()

    def _facts_of(self, row: CustomerRow, formats: Formats, region: str) -> tuple[Fact, ...]:
        hidden = self.tr("hidden until it is claimed")
        phone = hidden if row.phone is None else phone_and_country(row.phone, region)
        owner, when = self.tr("nobody"), ""
        if row.owner_uid is not None:
            mine = row.owner_uid == self._actor.uid
            owner = self.tr("you") if mine else row.owner_name or row.owner_uid
            if row.owned_since is not None:
                since = formats.date(row.owned_since, row.now)
                owner = fill(self.tr("{owner}, since {day}"), owner=owner, day=since)
                when = formats.tip(row.owned_since, row.now)
        step = formats.next_step(row.next_step, row.now, short=False)
        none = step.level is StepLevel.NONE
        step_ink = "text2" if none else "urgent" if step.level is StepLevel.LATE else "text"
        return (
            Fact(self.tr("Phone"), phone, "text" if row.phone is not None else "text3"),
            Fact(self.tr("Owner"), owner, tip=when),
            Fact(
                self.tr("Next step"),
                self.tr("none planned") if none else step.text,
                step_ink,
                formats.tip(row.next_step, row.now) if row.next_step else "",
            ),
            Fact(
                self.tr("Source"), source_word(row.source) if row.source else self.tr("not known")
            ),
            self._protection_of(row, formats),
        )

    def _protection_of(self, row: CustomerRow, formats: Formats) -> Fact:
        """Why it is set aside, or until when, why and by whom it is protected; else it hides."""
        if row.out is not None:
            return Fact(self.tr("Set aside"), aside_why(row.aside), tip=aside_said(row))
        label, until = self.tr("Protected"), row.protected_until
        if until is None or not row.protected:
            return Fact(label, "")
        # A protection ends with a day: its last moment names the day that was chosen.
        said = fill(self.tr("until {day}"), day=formats.date(until - timedelta(seconds=1), row.now))
        parts = (said, row.protected_why or "", row.protected_by or "")
        return Fact(label, " · ".join(filter(None, parts)), tip=protection(row, formats))

    # --- acting -----------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Go to the filled button."""
        target = self.log if self.claim.isHidden() else self.claim
        target.setFocus()

    def open_moves(self) -> None:
        """Open the menu that moves the customer to another status."""
        if self._row is None or not self._actor.may(Permission.CUSTOMERS_EDIT):
            return
        self._moves.clear()
        for status in SalesStatus:
            action = self._moves.addAction(status_word(status))
            action.setCheckable(True)
            action.setChecked(status is self._row.status)
            action.setProperty("status", status.value)
            action.triggered.connect(self._on_move)
        self._moves.popup(self.chip.mapToGlobal(QPoint(0, self.chip.height() + 2)))

    def _on_move(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.moved.emit(SalesStatus(str(sender.property("status"))))

    def _on_act(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.act_chosen.emit(CustomerAct(str(sender.property("act"))))

    def _on_more(self) -> None:
        self.more_requested.emit(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def _back(self) -> None:
        self.stepped.emit(-1)

    def _forward(self) -> None:
        self.stepped.emit(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go to another customer, where a button would only pass the focus on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by is not None and not event.modifiers():
                self.stepped.emit(by)
                return True
        return super().eventFilter(watched, event)

    # --- sizes ------------------------------------------------------------------------------------

    def _fit_buttons(self) -> None:
        """Where the panel is too narrow, WhatsApp and Call show their icons alone."""
        words = {
            self.log: (self.tr("Log contact"), self.tr("Log")),
            self.whatsapp: (self.tr("WhatsApp"), ""),
            self.call: (self.tr("Call"), ""),
        }
        room = self.width() - 2 * theme.px(16)
        for short in ((), (self.whatsapp, self.call), (self.whatsapp, self.call, self.log)):
            for button, (whole, brief) in words.items():
                button.setText(brief if button in short else whole)
                button.setAccessibleName(whole)
            shown = [b for _, b in self._act_buttons() if not b.isHidden()]
            if sum(b.sizeHint().width() + theme.px(8) for b in shown) - theme.px(8) <= room:
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def measure(self) -> None:
        side = theme.px(16)
        self._column.setContentsMargins(side, side, side, 0)
        self._column.setSpacing(0)
        self._title_row.setSpacing(theme.px(4))
        self._title_row.setContentsMargins(0, 0, -theme.px(4), 0)
        for row in (self._standing, self._buttons):
            row.setSpacing(theme.px(8))
        self._standing.setContentsMargins(0, theme.px(12), 0, 0)
        self._buttons.setContentsMargins(0, theme.px(12), 0, 0)
        self._facts.setContentsMargins(0, theme.px(12), 0, theme.px(8))
        self._facts.setSpacing(0)
        self._facts.setColumnMinimumWidth(0, theme.px(96))
        self._measure_facts()
        self._step_row.setSpacing(theme.px(8))
        self.name.setFixedHeight(theme.px(24))
        self.company.setFixedHeight(theme.px(20))

    def _measure_facts(self) -> None:
        for at, (label, _value) in enumerate(self._labels):
            self._facts.setRowMinimumHeight(at, 0 if label.isHidden() else theme.px(_LINE))
