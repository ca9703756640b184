"""The search field: icon, placeholder, shortcut hint, clear button, debounced."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit, QToolButton, QWidget

from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets.basics import Measured, named

DEBOUNCE_MS = 200


class SearchField(Measured, QLineEdit):
    """A field whose text is searched for when typing pauses.

    Escape empties it; Enter searches at once. The hint only shows the shortcut. While nothing was
    typed that could be undone, Ctrl+Z is the window's.

    Signals:
        searched(str): the tidied text, 200 ms after the last change, and never twice the same.
        entered(): Enter was pressed, before `left`: an only match may be taken at once.
        left(): Down or Enter was pressed: the focus should go to the list.
    """

    searched = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(
        self,
        placeholder: str,
        *,
        name: str,
        accessible: str,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(200)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._hint = hint
        self._last = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self._search)
        self._clear = _clear_button(self)
        self._clear.clicked.connect(self.clear_search)
        self.textChanged.connect(self._changed)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def set_search(self, text: str) -> None:
        """Show a text without searching for it, as when a saved view is opened."""
        self._last = text.strip()
        self.setText(text)
        self._pause.stop()

    def clear_search(self) -> None:
        """Empty the field and search at once."""
        self.clear()
        self._search()

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        text = " ".join(self.text().split())
        if text != self._last:
            self._last = text
            self.searched.emit(text)

    def _place(self) -> None:
        aside = painting.width(self._hint, Face.BODY) + theme.px(8) if self._hint else 0
        self.setTextMargins(theme.px(24), 0, max(aside, theme.px(20)), 0)
        side = theme.px(24)
        self._clear.setGeometry(
            self.width() - side - theme.px(4), (self.height() - side) // 2, side, side
        )

    def sizeHint(self) -> QSize:
        return QSize(theme.px(248), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(32))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def measure(self) -> None:
        self._place()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear_search()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._search()
            if key != Qt.Key.Key_Down:
                self.entered.emit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size, height = theme.px(16), self.height()
        left = theme.px(8) + 1
        painting.draw_icon(painter, "search", "text3", left, (height - size) // 2, 16)
        if self._hint and not self.text():
            at = self.width() - left - painting.width(self._hint, Face.BODY)
            painting.draw_text(painter, self._hint, Face.BODY, "text3", at, 0, height)
        painter.end()


class _ClearButton(QToolButton):
    """The small x inside a field."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = "text" if self.underMouse() else "text2"
        size = theme.px(16)
        inset = (self.width() - size) // 2
        painting.draw_icon(painter, "x", ink, inset, inset, 16)
        painter.end()


def _clear_button(field: QLineEdit) -> QToolButton:
    button = _ClearButton(field)
    named(button, f"{field.objectName()}_clear", translate("field", "Clear the search"))
    button.setToolTip(translate("field", "Clear (Esc)"))
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    button.hide()
    return button


class NoteField(Measured, QTextEdit):
    """A field for several lines of plain text, 20 px each.

    QPlainTextEdit knows no line height, hence QTextEdit without rich text. Tab leaves it.

    Signals:
        submitted(): Enter was pressed; Shift+Enter makes a new line.
    """

    submitted = Signal()

    def __init__(
        self,
        *,
        name: str,
        accessible: str,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(4)
        self._space_lines()

    def text(self) -> str:
        """The text as it was typed."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text."""
        self.setPlainText(text)
        self._space_lines()

    def _space_lines(self) -> None:
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        spaced = QTextBlockFormat()
        spaced.setLineHeight(theme.px(20), fixed.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        self.document().clearUndoRedoStacks()

    def measure(self) -> None:
        self._space_lines()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()
        elif enter:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
