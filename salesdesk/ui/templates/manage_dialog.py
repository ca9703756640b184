"""The templates of everybody: listed, made, changed and removed by who may edit them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from salesdesk.domain.errors import Invalid, Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.templates import TITLE_LENGTH, MessageTemplate, TemplateDraft, TemplateField
from salesdesk.services import message_templates
from salesdesk.services.session import Done
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog, mark_faults
from salesdesk.ui.kit.forms.text_fields import LinesEdit
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    Label,
    Paragraph,
    Segment,
    SegmentedControl,
)
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.templates.texts import field_words, language_words

_LIST_HEIGHT, _BODY_HEIGHT = 280, 200


class TemplatesDialog(FormDialog):
    """Lists the templates; one that is removed comes back by Undo.

    Signals:
        edit_requested(object): a template shall be changed; None: a new one made.
    """

    edit_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        title = self.tr("Message templates")
        super().__init__(title, name="templates_dialog", parent=parent)
        self.set_width(640)
        self._context = context
        self._templates: tuple[MessageTemplate, ...] = ()
        self._removed: tuple[MessageTemplate, str] | None = None
        self.header.addWidget(Label(title, name="templates_title", face=Face.TITLE))
        self.header.addWidget(
            Label(self.tr("Shared by everybody who writes by WhatsApp."),
                  name="templates_said", ink="text2")
        )  # fmt: skip
        self.list = CellTable(
            [self.tr("Template"), self.tr("Language"), self.tr("Text")],
            [176, 88, 0],
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
        self.undo = Button(self.tr("Undo"), name="templates_undo", icon="undo-2", small=True)
        self.undo.clicked.connect(self._undo)
        self.new = Button(self.tr("New template"), name="templates_new", icon="plus")
        self.change = Button(self.tr("Edit"), name="templates_edit", icon="pencil")
        self.remove = Button(self.tr("Remove"), name="templates_remove")
        self.new.clicked.connect(partial(self.edit_requested.emit, None))
        self.change.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        close = Button(self.tr("Close"), name="templates_close", kind=ButtonKind.PRIMARY)
        close.clicked.connect(self.accept)
        self.set_buttons(self.new, self.change, self.remove, close)
        self.end_rows()
        self.finished.connect(self.deleteLater)
        context.feed.changed.connect(self._on_changes)
        self._on_current()
        self.read()

    def read(self) -> None:
        """Read the list again."""
        work = partial(message_templates.listed, self._context.session)
        self._context.tasks.query("templates", work, self._on_read, self._not_read)

    def _on_changes(self, _: object) -> None:
        self.read()

    def _on_read(self, found: tuple[MessageTemplate, ...]) -> None:
        before = self.list.current()
        self._templates = found
        words = language_words()
        self.list.show_rows(
            [
                CellRow(
                    one.id,
                    (
                        TextCell(one.title, Level.NAME),
                        TextCell(words.get(one.language, one.language), Level.TEXT2),
                        TextCell(" ".join(one.body.split()), Level.TEXT2),
                    ),
                    one.body,
                )
                for one in found
            ]
        )
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
        for button in (self.change, self.remove):
            button.setEnabled(self._current() is not None)

    def _edit(self) -> None:
        current = self._current()
        if current is not None:
            self.edit_requested.emit(current)

    def _remove(self) -> None:
        current = self._current()
        if current is None:
            return
        removal = new_id()
        self._removed = (current, removal)
        work = partial(message_templates.remove, self._context.session, removal, current)
        self._act(work, self._on_removed)

    def _undo(self) -> None:
        if self._removed is not None:
            work = partial(
                message_templates.restore, self._context.session, new_id(), *self._removed
            )
            self._act(work, self._on_restored)

    def _act(self, work: Callable[[], Done], done: Callable[[Done], None]) -> None:
        self.notice.dismiss()
        self._context.tasks.command(work, done, self._not_done)

    def _on_removed(self, done: Done) -> None:
        self._context.feed.publish(done.changes)
        if self._removed is not None:
            said = fill(self.tr("“{title}” was removed."), title=self._removed[0].title)
            self.notice.show_notice(said, "", self.undo)
        self.read()

    def _on_restored(self, done: Done) -> None:
        self._removed = None
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


class TemplateDialog(FormDialog):
    """Makes a template, or changes the one that was seen."""

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

    def _saved(self, done: Done) -> None:
        self.set_busy(False)
        self._context.feed.publish(done.changes)
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
