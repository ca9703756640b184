"""The text of a message, in which the filled-in parts are marked as long as they are untouched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from salesdesk.domain.templates import TemplateField, parts
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.text_fields import ENTER
from salesdesk.ui.kit.widgets import NoteField
from salesdesk.ui.templates.kept import Span

_LEAST, _HEIGHT = 128, 264


class MessageField(NoteField):
    """A text whose filled-in places follow their fields; typing inside one makes it plain.

    Enter makes a new line, as in the message itself.

    Attributes:
        missing: the fields that are named in the text because nothing fills them in.
    """

    def __init__(
        self, *, name: str, accessible: str, height: int = _HEIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(name=name, accessible=accessible, parent=parent)
        self._wish = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._places: list[tuple[TemplateField, QTextCursor, str]] = []
        self._filling = False
        self.textChanged.connect(self._on_changed)

    @property
    def missing(self) -> tuple[TemplateField, ...]:
        """The fields that nothing fills in, each once."""
        return tuple(dict.fromkeys(one for one, _, text in self._places if _is_name(one, text)))

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places that nobody typed into."""
        return tuple(Span(one, cursor.selectionStart(), text) for one, cursor, text in self._places)

    def show_message(self, body: str, values: Mapping[TemplateField, str]) -> None:
        """Fill a template in, in place of what stands here."""
        spans: list[Span] = []
        text = ""
        for part in parts(body):
            said = part.text
            if part.field is not None:
                said = values.get(part.field) or name_of(part.field)
                spans.append(Span(part.field, len(_utf16(text)) // 2, said))
            text += said
        self.show_kept(text, spans)

    def show_kept(self, text: str, spans: Sequence[Span]) -> None:
        """Show a text with its places as they were."""
        self._filling = True
        self.set_text(text)
        self._places = [(one.field, self._cursor(one.at, one.text), one.text) for one in spans]
        self._filling = False
        self._mark()

    def set_value(self, field: TemplateField, value: str) -> None:
        """Change all places of a field that nobody typed into."""
        self._filling = True
        said = value or name_of(field)
        for index, (one, cursor, _) in enumerate(self._places):
            if one is field:
                at = cursor.selectionStart()
                cursor.insertText(said)
                self._places[index] = (one, self._cursor(at, said), said)
        self._filling = False
        self._mark()

    def _cursor(self, at: int, text: str) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        end = at + len(_utf16(text)) // 2
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        # What is typed right behind a place does not belong to it.
        cursor.setKeepPositionOnInsert(True)
        return cursor

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(self._wish))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(min(_LEAST, self._wish)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # As a block of its own: a line of NoteField has its height by the block.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        if self._filling:
            return
        self._places = [place for place in self._places if place[1].selectedText() == place[2]]
        self._mark()

    def _mark(self) -> None:
        marks = []
        for field, cursor, text in self._places:
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            ground = "noticeGround" if _is_name(field, text) else "select"
            form.setBackground(theme.colours().colour[ground])
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(theme.colours().colour["accent"])
            mark.cursor, mark.format = cursor, form
            marks.append(mark)
        self.setExtraSelections(marks)


def name_of(field: TemplateField) -> str:
    """What stands in a message where nothing fills a field in."""
    return f"{{{field.value}}}"


def _is_name(field: TemplateField, text: str) -> bool:
    return text == name_of(field)


def _utf16(text: str) -> bytes:
    """Qt counts places in a text in units of UTF-16."""
    return text.encode("utf-16-le", "surrogatepass")
