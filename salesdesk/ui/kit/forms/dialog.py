"""The frame of all dialogs: a header, rows with their labels in one column, a footer.

A dialog is as high as its content. When a warning appears the dialog grows and nothing above the
warning moves; where the screen is too low, the rows scroll between header and footer.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from salesdesk.domain.errors import Invalid, Refusal, Unavailable
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.focus_order import follow_layout
from salesdesk.ui.kit.help_key import asks_for_help
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.screens import room_on_screen
from salesdesk.ui.kit.widgets import (
    Button,
    FieldError,
    Label,
    LastInput,
    NoticeFrame,
    Scrim,
    guard_beneath,
    named,
)
from salesdesk.ui.kit.widgets.basics import Measured
from salesdesk.ui.refusals import worded

WIDTH, SIDE, LABELS = 576, 24, 88
_FRAME = 40
#: A wide form with large text is narrower on it, rather than wider than the screen.
_SMALLEST_SCREEN = 1280
_SCROLL_BAR = 11
_SLOW_MS = 400
_UNLIMITED = (1 << 24) - 1


class _Page(QWidget):
    """A part of the dialog that tells when its content asks for another size."""

    resized = Signal()

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return answer


class Row(QWidget):
    """A label, a field and what stands under it: a fault, a warning, a line of explanation.

    Attributes:
        error: the line for what is wrong with the field.
    """

    def __init__(self, label: str, field: QWidget, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        self.field = field
        self.label = Label(label, name=f"{name}_label", ink="text2")
        self.label.setBuddy(field)
        self.error = FieldError(name=f"{name}_error")
        self._content = QVBoxLayout()
        self._content.setContentsMargins(0, 0, 0, 0)
        if _takes_all(field):
            self._content.addWidget(field)
        else:
            self._content.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
        self._content.addWidget(self.error)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._line.addWidget(self.label, 0, corner)
        self._line.addLayout(self._content, 1)

    def put_below(self, widget: QWidget) -> None:
        """Put something under the field; while it is hidden it takes no room."""
        self._content.addWidget(widget)

    def fail(self, text: str) -> None:
        """Mark the field and say what is wrong with it; '' clears."""
        self.error.show_fault(text, self.field)

    def measure(self, column: int) -> None:
        """Take the width of the label column and the lengths of the present scale."""
        self.label.setFixedSize(column, theme.px(32))
        self._content.setSpacing(theme.px(8))


def mark_faults(invalid: Invalid, places: Mapping[str, tuple[Row, QWidget]]) -> bool:
    """Show each fault at its field; False, and nothing shown, where one is none of these."""
    if any(fault.field not in places for fault in invalid.faults):
        return False
    for fault in invalid.faults:
        row, field = places[fault.field]
        row.error.show_fault(worded(fault), field)
    return True


class Notice(QWidget):
    """A warning over the footer, with acts that help."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.frame = NoticeFrame(name=f"{name}_frame")
        self._acts = QHBoxLayout()
        self._acts.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.frame)
        column.addLayout(self._acts)
        self._buttons: list[Button] = []
        self.hide()

    def show_notice(self, strong: str, text: str, *buttons: Button) -> None:
        """Say what happened, what was kept and what to do."""
        for old in self._buttons:
            if old not in buttons:
                old.hide()
        self._buttons = list(buttons)
        self._acts.setSpacing(theme.px(8))
        while self._acts.count():
            self._acts.takeAt(0)
        for button in buttons:
            self._acts.addWidget(button)
            button.show()
        self._acts.addStretch(1)
        self.frame.show_notice(strong, text)
        self.show()

    def dismiss(self) -> None:
        """Take it away."""
        self.frame.dismiss()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self.frame.accessibleName() if not self.isHidden() else ""


class FormDialog(Measured, QDialog):
    """A dialog of the design: 576 wide, margins of 24, labels in a column of 88, rows 16 apart.

    Enter submits from every field (in a text of several lines Ctrl+Enter does), Escape cancels.
    Subclasses fill `header`, add rows and set the footer, and answer `submit`.

    Attributes:
        busy_words: what the footer says while an act takes longer than a moment; '': nothing.
    """

    def __init__(self, title: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, title)
        self.setWindowTitle(title)
        self.setModal(True)
        self._width = WIDTH
        self._rows: list[Row] = []
        self._busy_focus: QWidget | None = None
        self.busy_words = ""
        self._unknown = False
        self._hint_before = ""
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._say_busy)
        self._head, self.header = self._part(f"{name}_header")
        self._page, self.page = self._part(f"{name}_rows")
        self._foot = _Page()
        self.footer = QHBoxLayout(self._foot)
        self.footer_hint = Label(name=f"{name}_hint", ink="text2")
        self.footer.addWidget(self.footer_hint)
        self.footer.addStretch(1)
        self.notice = Notice(name=f"{name}_notice")
        self.primary: Button | None = None
        self._scroll = QScrollArea()
        self._scroll.setObjectName(f"{name}_scroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setProperty("quiet", "true")
        self._scroll.setWidgetResizable(True)
        # Its own least height is more than a dialog of one line needs.
        self._scroll.setMinimumHeight(1)
        self._scroll.setWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        for part in (self._head, self._page, self._foot):
            part.resized.connect(self.refit)
        self._last_input: LastInput | None = None
        self.finished.connect(self._guard_beneath)

    def _guard_beneath(self) -> None:
        guard_beneath(self, keys=self._last_input is not None and self._last_input.keys)

    def _part(self, name: str) -> tuple[_Page, QVBoxLayout]:
        part = _Page()
        part.setObjectName(name)
        return part, QVBoxLayout(part)

    def set_width(self, width: int) -> None:
        """Be this wide instead of 576 (unscaled)."""
        self._width = width

    def add_row(self, label: str, field: QWidget, *, name: str) -> Row:
        """Add a row; the field gets its accessible name from the label if it has none."""
        row = Row(label, field, name=name)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self._rows.append(row)
        self.page.addWidget(row)
        return row

    def set_buttons(self, *buttons: Button) -> None:
        """Put the buttons at the right of the footer; the last one is what Enter presses."""
        for button in buttons:
            self.footer.addWidget(button)
        self.primary = buttons[-1]

    def end_rows(self) -> None:
        """Close the list of rows: the notice comes last."""
        self.page.addWidget(self.notice)
        self.page.addStretch(1)
        self.measure()

    def submit(self) -> None:
        """Do what the filled button says; Enter calls it."""
        if self.primary is not None and self.primary.isEnabled():
            self.primary.click()

    def set_busy(self, busy: bool) -> None:
        """Lock the fields while an act is under way, and give the focus back afterwards."""
        if busy:
            self._busy_focus = self.focusWidget()
            self._hint_before = self.footer_hint.text()
            if self.busy_words:
                self._slow.start()
        elif self.busy and self.busy_words:
            self._slow.stop()
            self.footer_hint.setText(self._hint_before)
        self._page.setEnabled(not busy)
        if self.primary is not None:
            self.primary.setEnabled(not busy)
        if not busy and self._busy_focus is not None:
            self._busy_focus.setFocus()
            self._busy_focus = None

    def away_words(self, fault: Unavailable) -> tuple[str, str]:
        """What a form says when the server went away in mid-act, as (strong, text)."""
        self._unknown = self._unknown or fault.maybe_done or fault.earlier_stored
        if self._unknown:
            return (
                self.tr("The server is away: whether this was saved is not known."),
                self.tr("What you typed stays here. Saving again is safe: it counts once."),
            )
        return (
            self.tr("The server is away: nothing was saved."),
            self.tr("What you typed stays here. Save again once it is back."),
        )

    def say_away(self, fault: Unavailable) -> None:
        """Say it at the head of the form."""
        self.notice.show_notice(*self.away_words(fault))

    def refused_words(self, refusal: Refusal) -> str:
        """What became of the content of a form that was refused."""
        if refusal.earlier_stored:
            self._unknown = False
            return self.tr("What you saved before is stored; only this change of it is not.")
        if self._unknown:
            return self.tr(
                "What you typed stays here; whether your first try was saved is not known."
            )
        return self.tr("Nothing was saved; what you typed stays here.")

    def put_away(self) -> None:
        """Go out of sight, without being over, while an act is under way."""
        self.hide()
        for veil in self._veils():
            veil.lift()

    def bring_back(self) -> None:
        """Show itself again, where it was put away: the answer needs a person."""
        if self.isHidden():
            for veil in self._veils():
                veil.lay()
            self.open()

    def _veils(self) -> list[Scrim]:
        parent = self.parentWidget()
        return parent.findChildren(Scrim) if parent is not None else []

    def _say_busy(self) -> None:
        self.footer_hint.setText(self.busy_words)

    @property
    def busy(self) -> bool:
        """Whether an act is under way."""
        return not self._page.isEnabled()

    def measure(self) -> None:
        """Take the lengths of the present scale."""
        side = theme.px(SIDE)
        top = theme.px(16) if self.header.count() else 0
        self.header.setContentsMargins(side, top, side, 0)
        self.header.setSpacing(0)
        self.page.setContentsMargins(side, theme.px(16), side, 0)
        self.page.setSpacing(theme.px(16))
        self.footer.setContentsMargins(side, side, side, side)
        self.footer.setSpacing(theme.px(8))
        words = [painting.width(row.label.text(), Face.BODY) for row in self._rows]
        column = max([theme.px(LABELS), *(word + theme.px(8) for word in words)])
        for row in self._rows:
            row.measure(column)

    def refit(self) -> None:
        """Be as high as the content, at most as high as the screen."""
        layouts = (self.header, self.page, self.footer)
        narrowest = [layout.totalMinimumSize().width() for layout in layouts]
        room = room_on_screen(self)
        widest = max(room.width(), _SMALLEST_SCREEN) - _FRAME
        width = max(min(theme.px(self._width), widest), *narrowest)
        heights = [_height_at(layout, width) for layout in layouts]
        most = room.height() - _FRAME
        scrolls = sum(heights) > most
        # Left to itself the bar stays once it was there: it makes texts wrap into more lines.
        bar = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOn if scrolls else bar.ScrollBarAlwaysOff
        )
        if scrolls:
            width += _SCROLL_BAR
        self.setFixedSize(width, min(sum(heights), most))
        if self.isVisible():
            self._keep_on_screen()

    def _keep_on_screen(self) -> None:
        """Move up what grew beyond the screen's edge: its buttons are at the bottom."""
        room = room_on_screen(self)
        below = self.frameGeometry().bottom() - room.bottom()
        if below > 0:
            self.move(self.x(), max(room.top(), self.y() - below))

    def showEvent(self, event: QShowEvent) -> None:
        self.refit()
        super().showEvent(event)
        if self._last_input is None:
            self._last_input = LastInput(self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        follow_layout(self)
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_for_help(event, self):
            return
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        several_lines = isinstance(focus, QPlainTextEdit)
        if several_lines and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return
        if isinstance(focus, QPushButton) and focus.isEnabled():
            focus.click()
        else:
            self.submit()


def _takes_all(field: QWidget) -> bool:
    """Whether a field shall be as wide as its column."""
    grows = field.sizePolicy().horizontalPolicy() in (
        QSizePolicy.Policy.Expanding,
        QSizePolicy.Policy.MinimumExpanding,
    )
    return grows and field.maximumWidth() >= _UNLIMITED


def _height_at(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()
