"""A WhatsApp message from a template: chosen, filled in, changed, opened in WhatsApp, logged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.templates import MessageTemplate, TemplateField, fields
from salesdesk.services import phones
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog, Row
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    Label,
    SearchField,
    Segment,
    SegmentedControl,
    named,
)
from salesdesk.ui.session.context import Context
from salesdesk.ui.templates.kept import KeptMessage, Material
from salesdesk.ui.templates.message_field import MessageField
from salesdesk.ui.templates.texts import OF_ORDERS, field_words, language_words, values_of
from salesdesk.ui.texts import name_of

_WIDTH, _LIST = 752, 232


class WhatsAppDialog(FormDialog):
    """Writes a message to one customer.

    Signals:
        sent(str, bool): the text shall be opened in WhatsApp, and whether the contact form follows.
        manage_requested(): the templates shall be edited.
        closed(object): it was closed; the KeptMessage that is typed here, None where it was sent.
    """

    sent = Signal(str, bool)
    manage_requested = Signal()
    closed = Signal(object)

    def __init__(
        self,
        context: Context,
        row: CustomerRow,
        material: Material,
        kept: KeptMessage | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = fill(self.tr("WhatsApp to {name}"), name=name_of(row))
        super().__init__(title, name="whatsapp_dialog", parent=parent)
        self.set_width(_WIDTH)
        self._context, self._row, self._material = context, row, material
        self._shown: MessageTemplate | None = None
        self._typed: set[TemplateField] = set()
        self._build_footer()
        self._build_header(title)
        self._build_list()
        self._build_message()
        body = QHBoxLayout()
        body.setSpacing(theme.px(16))
        body.addLayout(self._side)
        body.addLayout(self._message, 1)
        self.page.addLayout(body)
        self.end_rows()
        self.finished.connect(self.deleteLater)
        self._list_templates()
        self._resume(kept)
        self.message.setFocus()

    def reject(self) -> None:
        """Close; what is typed stays for the same customer."""
        if self._shown is not None:
            self.closed.emit(KeptMessage(self._row.id, self._shown.id, self.message.text()))
        super().reject()

    # --- building ---------------------------------------------------------------------------------

    def _build_header(self, title: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(Elided(title, name="whatsapp_title", face=Face.TITLE), 1)
        number = phones.display(self._row.phone or "", self._context.office.region)
        line.addWidget(Label(number, name="whatsapp_number", ink="text2"))
        words = language_words()
        there = sorted({one.language for one in self._material.templates})
        self.language = SegmentedControl(
            [Segment(one, words.get(one, one)) for one in there],
            name="whatsapp_language",
            accessible=self.tr("Language of the message"),
        )
        own = self._context.office.formats.locale.bcp47Name().partition("-")[0]
        self.language.set_value(own if own in there else there[0])
        self.language.setVisible(len(there) > 1)
        self.language.chosen.connect(self._on_language)
        line.addWidget(self.language)
        self.header.addLayout(line)

    def _build_list(self) -> None:
        self._side = QVBoxLayout()
        self._side.setSpacing(theme.px(8))
        self.search = SearchField(
            self.tr("Find a template"), name="whatsapp_search",
            accessible=self.tr("Find a template"),
        )  # fmt: skip
        self.search.textChanged.connect(self._list_templates)
        self.list = CellTable(
            [self.tr("Template")], [0], name="whatsapp_templates", accessible=self.tr("Templates")
        )
        self.list.selectionModel().currentRowChanged.connect(self._on_current)
        self.manage = Button(
            self.tr("Manage templates"), name="whatsapp_manage", icon="settings",
            kind=ButtonKind.QUIET,
        )  # fmt: skip
        self.manage.clicked.connect(self.manage_requested)
        may = self._context.session.actor.may(Permission.TEMPLATES_EDIT)
        self.manage.setVisible(may)
        self._side.addWidget(self.search)
        frame = framed(self.list)
        frame.setFixedWidth(theme.px(_LIST))
        self.search.setFixedWidth(theme.px(_LIST))
        self._side.addWidget(frame, 1)
        self._side.addWidget(self.manage, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_message(self) -> None:
        self._message = QVBoxLayout()
        self._message.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Message"), name="whatsapp_message_label", face=Face.MEDIUM))
        said = self.tr("as it will be sent; change what you like")
        head.addWidget(Label(said, name="whatsapp_message_said", ink="text2"), 1)
        self.again = Button(
            self.tr("As the template"), name="whatsapp_again", icon="undo-2",
            kind=ButtonKind.QUIET, small=True,
        )  # fmt: skip
        self.again.clicked.connect(self._fill)
        head.addWidget(self.again)
        self.message = MessageField(name="whatsapp_message", accessible=self.tr("Message"))
        self.message.textChanged.connect(self._count)
        below = QHBoxLayout()
        self.missing = Label(name="whatsapp_missing", ink="text2")
        self.length = Label(name="whatsapp_length", ink="text2")
        below.addWidget(self.missing, 1)
        below.addWidget(self.length)
        self.order = QComboBox()
        named(self.order, "whatsapp_order", self.tr("Order"))
        self.values: dict[TemplateField, QLineEdit] = {}
        self._message.addLayout(head)
        self._message.addWidget(self.message)
        self._message.addLayout(below)
        self._build_values()

    def _build_values(self) -> None:
        """A line for each field, and the order that fills in those that orders know."""
        self._lines: dict[TemplateField, Row] = {}
        facts = QVBoxLayout()
        facts.setSpacing(theme.px(4))
        self.order_row = self.add_row(self.tr("Order"), self.order, name="whatsapp_order")
        facts.addWidget(self.order_row)
        for field, word in field_words().items():
            if field is TemplateField.AGENT:
                continue
            line = QLineEdit()
            named(line, f"whatsapp_{field.value}", word)
            line.textEdited.connect(partial(self._on_value, field))
            self.values[field] = line
            self._lines[field] = self.add_row(word, line, name=f"whatsapp_{field.value}")
            facts.addWidget(self._lines[field])
        self._message.addLayout(facts)
        self._message.addStretch(1)

    def _build_footer(self) -> None:
        self.footer_hint.setText(self.tr("The text becomes the note of the contact"))
        self.open_only = Button(
            self.tr("Open WhatsApp"), name="whatsapp_open", icon="message-circle"
        )
        self.open_and_log = Button(
            self.tr("Open and log"), name="whatsapp_open_and_log", icon="square-pen",
            kind=ButtonKind.PRIMARY, hint=self.tr("Ctrl+Enter"),
        )  # fmt: skip
        self.open_only.clicked.connect(partial(self._send, False))
        self.open_and_log.clicked.connect(partial(self._send, True))
        self.set_buttons(self.open_only, self.open_and_log)

    # --- templates --------------------------------------------------------------------------------

    def _matching(self) -> Sequence[MessageTemplate]:
        typed = self.search.text().casefold().split()
        return [
            one
            for one in self._material.templates
            if one.language == self.language.value()
            and all(word in f"{one.title} {one.body}".casefold() for word in typed)
        ]

    def _template(self, template_id: str) -> MessageTemplate | None:
        return next((one for one in self._material.templates if one.id == template_id), None)

    def _list_templates(self) -> None:
        rows = [
            CellRow(one.id, (TextCell(one.title, Level.NAME),), one.body)
            for one in self._matching()
        ]
        self.list.show_rows(rows)
        self.list.select_first()

    def _on_language(self) -> None:
        self._list_templates()

    def _on_current(self) -> None:
        current = self.list.current()
        chosen = self._template(current.id) if current is not None else None
        if chosen is not None and chosen is not self._shown:
            self._shown = chosen
            self._list_orders(chosen.language)
            self._fill()

    def _resume(self, kept: KeptMessage | None) -> None:
        if kept is None or kept.customer_id != self._row.id:
            return
        before = next((one for one in self._material.templates if one.id == kept.template_id), None)
        if before is not None:
            self.language.set_value(before.language)
            self._list_templates()
            for at, one in enumerate(self._matching()):
                if one.id == before.id:
                    self.list.selectRow(at)
        self.message.set_text(kept.text)

    # --- filling in -------------------------------------------------------------------------------

    def _list_orders(self, language: str) -> None:
        at = max(self.order.currentIndex(), 0)
        self.order.blockSignals(True)
        self.order.clear()
        for one in self._material.orders:
            values = values_of(one, self._formats(language))
            told = (values[TemplateField.DATE], one.room or one.packages)
            self.order.addItem(" · ".join(filter(None, told)) or self.tr("An order"), one.id)
        self.order.addItem(self.tr("None"), None)
        self.order.setCurrentIndex(min(at, self.order.count() - 1))
        self.order.blockSignals(False)
        self.order.activated.connect(self._on_order, Qt.ConnectionType.UniqueConnection)

    def _formats(self, language: str) -> Formats:
        """How figures are written in a message of this language."""
        own = self._context.office.formats
        return Formats.of(own.zone, own.office, language=language, currency=own.currency)

    def _known(self) -> dict[TemplateField, str]:
        assert self._shown is not None  # noqa: S101 - called once a template is chosen
        at = self.order.currentIndex()
        order = self._material.orders[at] if at < len(self._material.orders) else None
        known = {
            TemplateField.NAME: self._row.name or "",
            TemplateField.COMPANY: self._row.company or "",
            TemplateField.AGENT: self._context.session.actor.name,
            **values_of(order, self._formats(self._shown.language)),
        }
        typed = {one: self.values[one].text() for one in self._typed}
        return known | typed

    def _fill(self) -> None:
        if self._shown is None:
            return
        known, there = self._known(), fields(self._shown.body)
        for field, line in self.values.items():
            if field not in self._typed:
                line.setText(known.get(field, ""))
            self._lines[field].setVisible(field in there)
        orders = bool(self._material.orders) and any(one in OF_ORDERS for one in there)
        self.order_row.setVisible(orders)
        self.message.show_message(self._shown.body, known)
        self._count()

    def _on_order(self) -> None:
        self._typed -= OF_ORDERS
        known = self._known()
        for field in OF_ORDERS:
            self.values[field].setText(known.get(field, ""))
            self.message.set_value(field, known.get(field, ""))
        self._count()

    def _on_value(self, field: TemplateField, text: str) -> None:
        self._typed.add(field)
        self.message.set_value(field, text)
        self._count()

    def _count(self) -> None:
        number = len(self.message.text())
        shown = self._context.office.formats.number(number)
        self.length.setText(
            plural("templates", "{number} character", "{number} characters", number, number=shown)
        )
        missing = self.message.missing
        words = field_words()
        told = ", ".join(words[one] for one in missing)
        self.missing.setText(fill(self.tr("Missing: {fields}"), fields=told) if missing else "")
        able = bool(self.message.text().strip())
        self.open_only.setEnabled(able)
        self.open_and_log.setEnabled(able)

    def _send(self, log: bool) -> None:
        self.sent.emit(self.message.text().strip(), log)
        self.accept()
