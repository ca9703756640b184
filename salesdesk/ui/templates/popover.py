"""A WhatsApp message from a template: chosen, filled in, changed, opened in WhatsApp, logged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.templates import MessageTemplate, TemplateField, fields, filled
from salesdesk.services import phones
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.popover import Popover
from salesdesk.ui.kit.forms.text_fields import ENTER, Elided
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    IconButton,
    Label,
    Rule,
    SearchField,
    Segment,
    SegmentedControl,
)
from salesdesk.ui.kit.widgets.notices import Icon
from salesdesk.ui.session.context import Context
from salesdesk.ui.templates.field_lines import FieldLines, FieldScroll
from salesdesk.ui.templates.kept import KeptMessage, Material, Span
from salesdesk.ui.templates.message_field import MessageField
from salesdesk.ui.templates.template_list import KEYS, TemplateList
from salesdesk.ui.templates.texts import language_words
from salesdesk.ui.texts import name_of

_SIZE, _LIST, _HEAD, _FOOT = QSize(752, 632), 256, 56, 56
_FIGURES = tuple(Qt.Key(Qt.Key.Key_1 + at) for at in range(KEYS))


class WhatsAppPopover(Popover):
    """Writes a message to one customer; nothing is stored before the contact form is saved.

    Signals:
        sent(str, bool): the text shall be opened in WhatsApp, and whether the contact form follows.
        manage_requested(): the templates shall be edited.
    """

    sent = Signal(str, bool)
    manage_requested = Signal()

    def __init__(
        self,
        context: Context,
        row: CustomerRow,
        material: Material,
        window: QWidget,
        kept: KeptMessage | None = None,
    ) -> None:
        title = fill(self.tr("WhatsApp to {name}"), name=name_of(row))
        super().__init__(window, _SIZE, name="whatsapp_popover", accessible=title)
        self._context, self._row, self._material = context, row, material
        self._shown: MessageTemplate | None = None
        self._left: dict[str, tuple[str, tuple[Span, ...]]] = {}
        foot = self._foot()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._side())
        middle.addWidget(Rule(standing=True))
        middle.addWidget(self._writing(), 1)
        for part in (self._head(title), Rule(), middle, Rule(), foot):
            whole.addLayout(part) if isinstance(part, QHBoxLayout) else whole.addWidget(part)
        whole.setStretch(2, 1)
        self._list_templates()
        self._resume(kept)

    # --- building ---------------------------------------------------------------------------------

    def _head(self, title: str) -> QWidget:
        head, line = _part("whatsapp_head", _HEAD)
        icon = Icon("message-circle", "text2")
        number = phones.display(self._row.phone or "", self._context.office.region)
        words = language_words()
        there = sorted({one.language for one in self._material.templates}, key=list(words).index)
        self.language = SegmentedControl(
            [Segment(one, words.get(one, one)) for one in there],
            name="whatsapp_language",
            accessible=self.tr("Language of the message"),
        )
        own = self._context.office.formats.locale.bcp47Name().partition("-")[0]
        self.language.set_value(own if own in there else there[0])
        self.language.setVisible(len(there) > 1)
        self.language.chosen.connect(self._on_language)
        leave = IconButton(
            "x", name="whatsapp_close", accessible=self.tr("Close"),
            kind=ButtonKind.QUIET, small=True,
        )  # fmt: skip
        leave.clicked.connect(partial(self.close_by, keys=False))
        line.addWidget(icon)
        line.addWidget(Elided(title, name="whatsapp_title", face=Face.STRONG))
        line.addWidget(Label(number, name="whatsapp_number", ink="text2"))
        line.addStretch(1)
        line.addWidget(self.language)
        line.addWidget(leave)
        return head

    def _side(self) -> QWidget:
        side = QWidget()
        side.setObjectName("whatsapp_side")
        side.setFixedWidth(theme.px(_LIST))
        column = QVBoxLayout(side)
        column.setContentsMargins(*(theme.px(8),) * 4)
        column.setSpacing(theme.px(8))
        self.search = SearchField(
            self.tr("Find a template"), name="whatsapp_search", hint="Ctrl+F",
            accessible=self.tr("Find a template"),
        )  # fmt: skip
        self.search.textChanged.connect(self._list_templates)
        self.list = TemplateList(name="whatsapp_templates", accessible=self.tr("Templates"))
        self.list.setProperty("ground", "none")
        self.search.left.connect(self.list.setFocus)
        self.list.chosen.connect(self._on_current)
        self.none = Label(
            self.tr("No template has these words."), name="whatsapp_none", ink="text2"
        )
        self.manage = Button(
            self.tr("Manage templates"), name="whatsapp_manage", icon="settings",
            kind=ButtonKind.LINK,
        )  # fmt: skip
        self.manage.clicked.connect(self.manage_requested)
        may = self._context.session.actor.may(Permission.TEMPLATES_EDIT)
        self.manage.setVisible(may)
        column.addWidget(self.search)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addWidget(self.manage, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def _writing(self) -> QWidget:
        right = QWidget()
        right.setObjectName("whatsapp_writing")
        column = QVBoxLayout(right)
        side = theme.px(16)
        column.setContentsMargins(side, theme.px(8), side, side)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Label(self.tr("Message"), name="whatsapp_message_label", face=Face.MEDIUM))
        said = self.tr("as it will be sent; change what you like")
        head.addWidget(Label(said, name="whatsapp_message_said", ink="text2", cut=True), 1)
        self.again = Button(
            self.tr("As the template"), name="whatsapp_again", icon="undo-2", kind=ButtonKind.LINK
        )
        self.again.clicked.connect(self._begin_again)
        head.addWidget(self.again)
        self.message = MessageField(name="whatsapp_message", accessible=self.tr("Message"))
        self.message.textChanged.connect(self._count)
        below = QHBoxLayout()
        self.missing = Label(name="whatsapp_missing", ink="text2", cut=True)
        self.length = Label(name="whatsapp_length", ink="text2")
        below.addWidget(self.missing, 1)
        below.addWidget(self.length)
        office, actor = self._context.office, self._context.session.actor
        self.fields = FieldLines(
            self._row, actor.name, self._material.orders, office.formats, self._formats
        )
        self.fields.changed.connect(self._on_fields)
        column.addLayout(head)
        column.addWidget(self.message, 1)
        column.addLayout(below)
        column.addWidget(Rule())
        column.addWidget(FieldScroll(self.fields))
        return right

    def _foot(self) -> QWidget:
        foot, line = _part("whatsapp_foot", _FOOT)
        hint = self.tr("The text becomes the note of the contact")
        line.addWidget(Label(hint, name="whatsapp_hint", ink="text2", cut=True), 1)
        self.open_only = Button(
            self.tr("Open WhatsApp"), name="whatsapp_open", icon="external-link"
        )
        self.open_and_log = Button(
            self.tr("Open and log"), name="whatsapp_open_and_log", icon="square-pen",
            kind=ButtonKind.PRIMARY, hint=self.tr("Ctrl+Enter"),
        )  # fmt: skip
        self.open_only.clicked.connect(partial(self._send, log=False, keys=False))
        self.open_and_log.clicked.connect(partial(self._send, log=True, keys=False))
        line.addWidget(self.open_only)
        line.addWidget(self.open_and_log)
        return foot

    # --- templates --------------------------------------------------------------------------------

    def _matching(self) -> Sequence[MessageTemplate]:
        typed = self.search.text().casefold().split()
        return [
            one
            for one in self._material.templates
            if one.language == self.language.value()
            and all(word in f"{one.title} {one.body}".casefold() for word in typed)
        ]

    def _list_templates(self) -> None:
        found = self._matching()
        values = self.fields.values(self.language.value() or "")
        current_id = self._shown.id if self._shown is not None else ""
        self.list.show_templates(found, current_id, lambda one: filled(one.body, values))
        self.none.setVisible(not found)

    def _on_language(self) -> None:
        self._list_templates()

    def _on_current(self) -> None:
        """Show another template, as it was left where somebody went on from it."""
        chosen, before = self.list.current, self._shown
        if chosen is None or (before is not None and chosen.id == before.id):
            return
        if before is not None:
            self._left[before.id] = (self.message.text(), self.message.spans)
        self._shown = chosen
        if chosen.id not in self._left:
            self._fill()
            return
        self.fields.show_fields(fields(chosen.body), chosen.language)
        self.message.show_kept(*self._left[chosen.id])
        self._on_fields(frozenset(fields(chosen.body)))

    def _resume(self, kept: KeptMessage | None) -> None:
        if kept is None or kept.customer_id != self._row.id:
            return
        self.fields.take_over(kept.typed, kept.order_id)
        before = next((one for one in self._material.templates if one.id == kept.template_id), None)
        if before is not None:
            self._shown = before
            self.language.set_value(before.language)
            self._list_templates()
            self.fields.show_fields(fields(before.body), before.language)
        self.message.show_kept(kept.text, kept.spans)
        self._count()

    def kept(self) -> KeptMessage | None:
        """What stands here, for the same customer another time."""
        if self._shown is None:
            return None
        return KeptMessage(
            self._row.id,
            self._shown.id,
            self.message.text(),
            self.message.spans,
            dict(self.fields.typed),
            self.fields.order_id,
        )

    # --- filling in -------------------------------------------------------------------------------

    def _formats(self, language: str) -> Formats:
        """How figures are written in a message of this language."""
        own = self._context.office.formats
        return Formats.of(own.zone, own.office, language=language, currency=own.currency)

    def _fill(self) -> None:
        if self._shown is None:
            return
        self.fields.show_fields(fields(self._shown.body), self._shown.language)
        self.message.show_message(self._shown.body, self.fields.values())
        self._count()

    def _begin_again(self) -> None:
        """Everything as the template has it; the text takes the focus for going on."""
        self.fields.typed.clear()
        self._fill()
        self.message.setFocus()

    def _on_fields(self, changed: frozenset[TemplateField]) -> None:
        values = self.fields.values()
        for field in changed:
            self.message.set_value(field, values.get(field, ""))
        self._count()

    def _count(self) -> None:
        formats = self._context.office.formats
        number = len(self.message.text())
        self.length.setText(
            plural("templates", "{number} character", "{number} characters", number,
                   number=formats.number(number))
        )  # fmt: skip
        lacking = len(self.message.missing)
        told = self.tr("Filled-in parts are underlined")
        if lacking:
            told = plural("templates", "{number} is missing", "{number} are missing", lacking,
                          number=formats.number(lacking))  # fmt: skip
        elif not self.message.spans:
            told = ""
        self.missing.setText(told)
        self.missing.set_ink("soon" if lacking else "text2")
        able = bool(self.message.text().strip())
        self.open_only.setEnabled(able)
        self.open_and_log.setEnabled(able)

    # --- keys and acts ----------------------------------------------------------------------------

    def own_key(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        held &= ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier and key in _FIGURES:
            self.list.choose(_FIGURES.index(key))
            return True
        if held == Qt.KeyboardModifier.ControlModifier:
            if key == Qt.Key.Key_F:
                self.search.setFocus()
                self.search.selectAll()
                return True
            if key in ENTER:
                self._send(log=True, keys=True)
                return True
        return super().own_key(event)

    def _send(self, *, log: bool, keys: bool) -> None:
        if self.open_and_log.isEnabled():
            text = self.message.text().strip()
            self.close_by(keys=keys)
            self.sent.emit(text, log)


def _part(name: str, height: int) -> tuple[QWidget, QHBoxLayout]:
    part = QWidget()
    part.setObjectName(name)
    part.setFixedHeight(theme.px(height))
    line = QHBoxLayout(part)
    line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
    line.setSpacing(theme.px(8))
    return part, line
