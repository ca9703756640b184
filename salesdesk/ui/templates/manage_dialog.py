"""The templates of everybody: listed, made, changed and removed by who may edit them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from salesdesk.domain.errors import Invalid, Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.templates import TITLE_LENGTH, MessageTemplate, TemplateDraft, TemplateField
from salesdesk.services import message_templates
from salesdesk.services.message_templates import Saved
from salesdesk.services.session import Done
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog, mark_faults
from salesdesk.ui.kit.forms.text_fields import LinesEdit
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    IconButton,
    Label,
    Paragraph,
    Segment,
    SegmentedControl,
)
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.templates.message_field import MessageField
from salesdesk.ui.templates.template_list import KEYS
from salesdesk.ui.templates.texts import examples, field_words, language_words

_LIST_HEIGHT, _BODY_HEIGHT, _PREVIEW_HEIGHT = 280, 160, 112


class TemplatesDialog(FormDialog):
    """Lists the templates; one that is removed comes back by Undo.

    Signals:
        edit_requested(object): a template shall be changed; None: a new one made.
    """

    edit_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        title = self.tr("Message templates")
        super().__init__(title, name="templates_dialog", parent=parent)
        self.set_width(720)
        self._context = context
        self._templates: tuple[MessageTemplate, ...] = ()
        self._back: Callable[[], Done] | None = None
        self._doing: tuple[str, Callable[[], Done]] | None = None
        self.header.addWidget(Label(title, name="templates_title", face=Face.TITLE))
        self.header.addWidget(
            Label(self.tr("Shared by everybody who writes by WhatsApp."),
                  name="templates_said", ink="text2")
        )  # fmt: skip
        self.list = CellTable(
            [self.tr("Template"), self.tr("Key"), self.tr("Language"), self.tr("Text")],
            [176, 56, 88, 0],
            name="templates_list",
            accessible=self.tr("Message templates"),
        )
        self.list.setMinimumHeight(theme.px(_LIST_HEIGHT))
        self.list.opened.connect(self._edit)
        self.list.selectionModel().currentRowChanged.connect(self._on_current)
        self.empty = Paragraph(
            self.tr("No template yet. A new one is offered at every WhatsApp button."),
            name="templates_empty",
            ink="text2",
        )
        self.page.addWidget(self.empty)
        self.page.addWidget(framed(self.list))
        self._build_footer()
        self.end_rows()
        self.finished.connect(self.deleteLater)
        context.feed.changed.connect(self._on_changes)
        self._on_current()
        self.read()

    def _build_footer(self) -> None:
        self.undo = Button(self.tr("Undo"), name="templates_undo", icon="undo-2", small=True)
        self.undo.clicked.connect(self._undo)
        self.new = Button(self.tr("New template"), name="templates_new", icon="plus")
        self.change = Button(self.tr("Edit"), name="templates_edit", icon="pencil")
        self.remove = Button(self.tr("Remove"), name="templates_remove")
        self.up = IconButton("chevron-up", name="templates_up", accessible=self.tr("Move up"))
        self.down = IconButton(
            "chevron-down", name="templates_down", accessible=self.tr("Move down")
        )
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.new.clicked.connect(partial(self.edit_requested.emit, None))
        self.change.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        close = Button(self.tr("Close"), name="templates_close", kind=ButtonKind.PRIMARY)
        close.clicked.connect(self.accept)
        self.set_buttons(self.up, self.down, self.new, self.change, self.remove, close)

    def read(self) -> None:
        """Read the list again."""
        work = partial(message_templates.listed, self._context.session)
        self._context.tasks.query("templates", work, self._on_read, self._not_read)

    def _on_changes(self, _: object) -> None:
        self.read()

    def _on_read(self, found: tuple[MessageTemplate, ...]) -> None:
        before = self.list.current()
        self._templates = found
        self.list.show_rows([_line(one, key) for one, key in keyed(found)])
        self.empty.setVisible(not found)
        at = next((at for at, one in enumerate(found) if before and one.id == before.id), 0)
        if found:
            self.list.selectRow(at)
        self._on_current()

    def _not_read(self, fault: Exception) -> None:
        self._tell(self.tr("The templates could not be read."), fault)

    def _current(self) -> MessageTemplate | None:
        row = self.list.current()
        return next((one for one in self._templates if row is not None and one.id == row.id), None)

    def _on_current(self) -> None:
        current = self._current()
        for button in (self.change, self.remove):
            button.setEnabled(current is not None)
        for button, by in ((self.up, -1), (self.down, 1)):
            button.setEnabled(self._moved(by) is not None)

    def _edit(self) -> None:
        current = self._current()
        if current is not None:
            self.edit_requested.emit(current)

    def _remove(self) -> None:
        current = self._current()
        if current is None:
            return
        session, removal = self._context.session, new_id()
        back = partial(message_templates.restore, session, new_id(), current, removal)
        said = fill(self.tr("“{title}” was removed."), title=current.title)
        work = partial(message_templates.remove, session, removal, current)
        self._doing = (said, back)
        self._act(work, self._on_done)

    def _moved(self, by: int) -> list[str] | None:
        """The ids with the current one before or behind its next of the same language."""
        current, there = self._current(), self._templates
        alike = [one.id for one in there if current and one.language == current.language]
        at = alike.index(current.id) + by if current is not None else -1
        if current is None or not 0 <= at < len(alike):
            return None
        ids = [one.id for one in there]
        one, other = ids.index(current.id), ids.index(alike[at])
        ids[one], ids[other] = ids[other], ids[one]
        return ids

    def _move(self, by: int) -> None:
        wanted, seen, session = self._moved(by), self._templates, self._context.session
        if wanted is None:
            return
        places = {one: at for at, one in enumerate(wanted, start=1)}
        left = sorted((replace(one, place=places[one.id]) for one in seen), key=_place)
        before = [one.id for one in seen]
        back = partial(message_templates.order, session, new_id(), before, left)
        work = partial(message_templates.order, session, new_id(), wanted, seen)
        self._doing = (self.tr("The order was changed."), back)
        self._act(work, self._on_done)

    def note_saved(self, before: MessageTemplate | None, left: MessageTemplate) -> None:
        """A template was stored by the form: offer to take it back."""
        session = self._context.session
        if before is None:
            back: Callable[[], Done] = partial(message_templates.remove, session, new_id(), left)
            said = self.tr("“{title}” is offered from now on.")
        else:
            draft = TemplateDraft(before.id, before.title, before.language, before.body)
            back = partial(message_templates.save, session, new_id(), draft, left)
            said = self.tr("“{title}” was changed.")
        self._offer_undo(fill(said, title=left.title), back)

    def _undo(self) -> None:
        if self._back is not None:
            self._act(self._back, self._on_undone)

    def _act(self, work: Callable[[], Done], done: Callable[[Done], None]) -> None:
        self.notice.dismiss()
        self._context.tasks.command(work, done, self._not_done)

    def _on_done(self, done: Done) -> None:
        self._context.feed.publish(done.changes)
        if self._doing is not None:
            self._offer_undo(*self._doing)
        self.read()

    def _offer_undo(self, said: str, back: Callable[[], Done]) -> None:
        self._back = back
        self.notice.show_notice(said, "", self.undo)

    def _on_undone(self, done: Done) -> None:
        self._back = None
        self._context.feed.publish(done.changes)
        self.read()

    def _not_done(self, fault: Exception) -> None:
        self._tell(self.tr("Nothing was changed."), fault)
        self.read()

    def _tell(self, strong: str, fault: Exception) -> None:
        say = partial(self._say, strong)
        route(self._context, fault, refused=say, away=say)

    def _say(self, strong: str, fault: Refusal | Unavailable) -> None:
        self.notice.show_notice(strong, worded(fault))


def keyed(found: Sequence[MessageTemplate]) -> list[tuple[MessageTemplate, str]]:
    """Each with the figure that chooses it at WhatsApp together with Alt; '' for none."""
    numbers: Counter[str] = Counter()
    keys = []
    for one in found:
        numbers[one.language] += 1
        number = numbers[one.language]
        keys.append((one, f"Alt+{number}" if number <= KEYS else ""))
    return keys


def _line(one: MessageTemplate, key: str) -> CellRow:
    words = language_words()
    return CellRow(
        one.id,
        (
            TextCell(one.title, Level.NAME),
            TextCell(key, Level.TEXT2),
            TextCell(words.get(one.language, one.language), Level.TEXT2),
            TextCell(" ".join(one.body.split()), Level.TEXT2),
        ),
        one.body,
    )


def _place(one: MessageTemplate) -> int:
    return one.place


class TemplateDialog(FormDialog):
    """Makes a template, or changes the one that was seen; shows it filled in by made-up facts.

    Signals:
        saved(object, object): it is stored: the template as it was seen, None for a new one, and as
            it was left.
    """

    saved = Signal(object, object)

    def __init__(
        self, context: Context, seen: MessageTemplate | None, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Edit template") if seen else self.tr("New template")
        super().__init__(title, name="template_dialog", parent=parent)
        self._context, self._seen = context, seen
        self._id = seen.id if seen else new_id()
        self._event_id = new_id()
        self.header.addWidget(Label(title, name="template_title_label", face=Face.TITLE))
        self.title = QLineEdit(seen.title if seen else "")
        self.title.setObjectName("template_title")
        self.title.setMaxLength(TITLE_LENGTH)
        self.language = SegmentedControl(
            [Segment(one, word) for one, word in language_words().items()],
            name="template_language",
            accessible=self.tr("Language"),
        )
        self.language.set_value(seen.language if seen else "id")
        self.body = LinesEdit(name="template_body", accessible=self.tr("Text"), height=_BODY_HEIGHT)
        self.body.setPlainText(seen.body if seen else "")
        self.title_row = self.add_row(self.tr("Title"), self.title, name="template_title")
        self.language_row = self.add_row(self.tr("Language"), self.language, name="template_lang")
        self.body_row = self.add_row(self.tr("Text"), self.body, name="template_body")
        self.body_row.put_below(self._field_buttons())
        self._add_preview()
        self.cancel = Button(self.tr("Cancel"), name="template_cancel", hint=self.tr("Esc"))
        self.save = Button(
            self.tr("Save"), name="template_save", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.set_buttons(self.cancel, self.save)
        self.end_rows()
        self.finished.connect(self.deleteLater)
        self.title.setFocus()

    def _field_buttons(self) -> QWidget:
        holder = QWidget()
        holder.setObjectName("template_fields")
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4))
        for field, word in field_words().items():
            button = Button(word, name=f"template_field_{field.value}", small=True)
            button.setToolTip(self.tr("Put this field into the text"))
            button.clicked.connect(partial(self._insert, field))
            line.addWidget(button)
        line.addStretch(1)
        return holder

    def _add_preview(self) -> None:
        self.preview = MessageField(
            name="template_preview", accessible=self.tr("Preview"), height=_PREVIEW_HEIGHT
        )
        self.preview.setReadOnly(True)
        self.preview.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.add_row(self.tr("Preview"), self.preview, name="template_preview")
        self.body.textChanged.connect(self._show_preview)
        self.language.chosen.connect(self._show_preview)
        self._show_preview()

    def _show_preview(self) -> None:
        """Fill it in as it would be sent to a customer who is made up."""
        office, language = self._context.office.formats, self.language.value() or "id"
        formats = Formats.of(
            office.zone, office.office, language=language, currency=office.currency
        )
        agent = self._context.session.actor.name
        self.preview.show_message(self.body.toPlainText(), examples(agent, formats))

    def _insert(self, field: TemplateField) -> None:
        self.body.insertPlainText(f"{{{field.value}}}")
        self.body.setFocus()

    def _save(self) -> None:
        if self.busy:
            return
        for row, field in ((self.title_row, self.title), (self.body_row, self.body)):
            row.error.show_fault("", field)
        self.notice.dismiss()
        draft = TemplateDraft(
            self._id, self.title.text(), self.language.value() or "", self.body.toPlainText()
        )
        self.set_busy(True)
        work = partial(
            message_templates.save, self._context.session, self._event_id, draft, self._seen
        )
        self._context.tasks.command(work, self._saved, self._not_saved)

    def _saved(self, done: Saved) -> None:
        self.set_busy(False)
        self._context.feed.publish(done.changes)
        self.saved.emit(self._seen, done.left)
        self.accept()

    def _not_saved(self, fault: Exception) -> None:
        self.set_busy(False)
        route(self._context, fault, refused=self._say_refused, away=self.say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        places = {
            "title": (self.title_row, self.title),
            "language": (self.language_row, self.language),
            "body": (self.body_row, self.body),
        }
        if not (isinstance(refusal, Invalid) and mark_faults(refusal, places)):
            self.notice.show_notice(self.refused_words(refusal), worded(refusal))
