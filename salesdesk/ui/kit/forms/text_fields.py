"""Texts within dialogs: a note that Enter saves, a line that gives way, a choice line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from salesdesk.ui.kit import fonts, theme
from salesdesk.ui.kit.fonts import LINE, Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, NoteField, named
from salesdesk.ui.kit.widgets.basics import Measured

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinesEdit(Measured, QPlainTextEdit):
    """A text of several lines; Tab goes on to the next field."""

    def __init__(
        self, *, name: str, accessible: str, height: int = 88, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self._height = height
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class NoteEdit(NoteField):
    """A note: Enter is the dialog's, Shift+Enter makes a new line."""

    def __init__(
        self, *, name: str, accessible: str, height: int = 88, parent: QWidget | None = None
    ) -> None:
        super().__init__(name=name, accessible=accessible, parent=parent)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ENTER and not shift:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Elided(Measured, Label):
    """A line that is shortened where there is no room; the tooltip has all of it."""

    def __init__(
        self,
        text: str = "",
        *,
        name: str,
        face: Face = Face.BODY,
        ink: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, name=name, face=face, ink=ink, parent=parent)
        self._face = face
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = painting.width(self.text(), self._face) + 1
        return QSize(wide, theme.px(LINE[self._face]))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(theme.px(48), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = painting.elided(self.text(), self._face, self.width())
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")
        painter.setFont(fonts.font(self._face))
        painting.draw_text(painter, shown, self._face, self._ink, 0, 0, self.height())
        painter.end()


class ChoiceLine(QWidget):
    """A sentence under a field with one act at its end, such as 'Clear'."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.label = Elided(name=f"{name}_text", ink="text2")
        self.button = Button(name=f"{name}_act", kind=ButtonKind.LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.label)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def show_line(self, text: str, act: str) -> None:
        """Say something and offer an act; '' offers none."""
        self.label.show_text(text)
        self.button.setText(act)
        self.button.setAccessibleName(f"{text} {act}")
        self.button.setVisible(bool(act))
        self.show()

    def dismiss(self) -> None:
        """Take it away."""
        self.hide()
