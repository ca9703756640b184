"""What tells something without asking: banner, toast, warning within a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets.basics import Label, Measured, Pane, Paragraph, announce
from salesdesk.ui.kit.widgets.buttons import Button


@dataclass(frozen=True, slots=True)
class Action:
    """Something a notice offers; `slot` is a bound method, `hint` shows its shortcut."""

    text: str
    slot: Callable[[], object]
    name: str = "action"
    icon: str = ""
    hint: str = ""


class Icon(Measured, QWidget):
    """An icon that stands in a layout."""

    def __init__(
        self, icon: str, ink: str = "text2", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._ink, self._size = icon, ink, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, ink: str) -> None:
        """Show another icon."""
        self._icon, self._ink = icon, ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.draw_icon(painter, self._icon, self._ink, 0, 0, self._size)
        painter.end()


class Banner(Pane):
    """A notice of 48 px over a whole screen part; shown and hidden without animation."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__("noticeGround", "bottom", name=name, line="noticeEdge", parent=parent)
        self._icon = Icon("circle-alert", "soon")
        self._title = Label(name=f"{name}_title", face=Face.STRONG)
        self._text = Label(name=f"{name}_text", cut=True)
        self._buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(24), 0, theme.px(24), 1)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(self._icon)
        self._row.addWidget(self._title)
        self._row.addWidget(self._text, 1)
        self.setFixedHeight(theme.px(48))
        self.hide()

    def show_notice(self, icon: str, title: str, text: str, actions: Sequence[Action] = ()) -> None:
        """Say what happened, what was kept and what comes next; announced once per text."""
        news = (self._title.text(), self._text.text()) != (title, text) or not self.isVisible()
        self._icon.show_icon(icon, "soon")
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title}. {text}")
        self._offer(actions)
        self.setFixedHeight(theme.px(48))
        self.show()
        if news:
            announce(self, f"{title}. {text}")

    def set_text(self, text: str) -> None:
        """Change the second part, such as a countdown, without announcing it."""
        self._text.setText(text)

    def _offer(self, actions: Sequence[Action]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for action in actions:
            button = Button(
                action.text,
                name=f"{self.objectName()}_{action.name}",
                icon=action.icon,
                small=True,
                parent=self,
            )
            button.clicked.connect(action.slot)
            self._row.addWidget(button)
            button.show()
            self._buttons.append(button)

    def dismiss(self) -> None:
        """Take the banner away."""
        self.hide()


class NoticeFrame(QWidget):
    """A warning within a form, under the field that caused it; it does not stop Save."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._text = Paragraph(name=f"{name}_text")
        self._icon = Icon("triangle-alert", "soon")
        holder = QVBoxLayout()
        holder.setContentsMargins(0, theme.px(2), 0, 0)
        holder.addWidget(self._icon)
        holder.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12) + 1, theme.px(8), theme.px(12) + 1, theme.px(8))
        row.setSpacing(theme.px(8))
        row.addLayout(holder)
        row.addWidget(self._text, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_notice(self, strong: str, text: str) -> None:
        """Show the warning; its first words are semibold."""
        news = not self.isVisible() or self._text.text() != f"{strong} {text}"
        self._text.set_text(text, strong)
        self.setAccessibleName(f"{strong} {text}")
        self.show()
        self.updateGeometry()
        if news:
            announce(self, f"{strong} {text}")

    def dismiss(self) -> None:
        """Take the warning away."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.draw_box(painter, self.rect(), theme.px(6), "noticeGround", "noticeEdge")
        painter.end()


class _ToastAction(Button):
    """The word that undoes, on the dark ground of a toast."""

    def __init__(self, action: Action, name: str, parent: QWidget) -> None:
        super().__init__(action.text, name=name, hint=action.hint, parent=parent)
        self._action = action

    def sizeHint(self) -> QSize:
        width = painting.width(self.text(), Face.STRONG) + theme.px(8)
        if self._action.hint:
            width += theme.px(12) + painting.width(self._action.hint, Face.BODY)
        return QSize(width, theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.colours()
        left, height = theme.px(4), self.height()
        if self.underMouse() or self.hasFocus():
            painter.setOpacity(0.16)
            painting.draw_box(painter, self.rect(), theme.px(4), "onTip", None)
            painter.setOpacity(1.0)
        if self.hasFocus():
            painter.setPen(colours.pen["onTip"])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painting.draw_text(painter, self.text(), Face.STRONG, "onTip", left, 0, height)
        if self._action.hint:
            left += painting.width(self.text(), Face.STRONG) + theme.px(12)
            painter.setOpacity(0.72)
            painting.draw_text(painter, self._action.hint, Face.BODY, "onTip", left, 0, height)
        painter.end()


class _ToastLine(QWidget):
    """The line between the words and the action of a toast."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(0.4)
        painter.fillRect(0, 0, 1, self.height(), theme.colours().brush["onTip"])
        painter.end()


#: How long a toast stays at least that offers something.
ACT_SECONDS = 10

#: How high the foot of a list is.
_FOOT = 40


@dataclass(frozen=True, slots=True)
class _News:
    """What waits for its turn."""

    text: str
    icon: str
    action: Action | None


class Toast(QWidget):
    """What was done, quietly, in the lower left corner of its parent; never modal.

    It stands above the foot of a list, whose buttons are at the right, as are those of the rows.
    One is shown at a time: the answer to what a person just did at once, in place of an older
    answer; news, which nobody waits for, after what stands. It stays its whole time, and as long
    as the pointer rests on it.

    Signals:
        closed(): it went, by time, by a click or by its action.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, *, name: str = "toast") -> None:
        super().__init__(parent)
        self._home = parent
        self.setObjectName(name)
        self._icon = Icon("check", "onTip")
        self._label = Label(name=f"{name}_text", ink="onTip")
        self._line = _ToastLine()
        self._button: _ToastAction | None = None
        self._action: Action | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        self._row.setSpacing(theme.px(12))
        for part in (self._icon, self._label, self._line):
            self._row.addWidget(part)
        self._waiting: list[_News] = []
        self._shown: _News | None = None
        self._rest = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close_toast)
        parent.installEventFilter(self)
        self.hide()

    def show_text(
        self,
        text: str,
        *,
        icon: str = "check",
        action: Action | None = None,
        seconds: int = 8,
    ) -> None:
        """Show a text at once, with an act such as Undo, for some seconds.

        With an act it stays 10 s at least: whoever wants to undo has to notice first.
        """
        self._put_off()
        self._show(text, icon, action, max(seconds, ACT_SECONDS) if action else seconds)

    def show_news(self, text: str, *, icon: str = "bell", action: Action | None = None) -> None:
        """Show a text that nobody waits for, as soon as nothing else is shown."""
        news = _News(text, icon, action)
        if self.isHidden():
            self._show_next(news)
        elif news.text not in (self.accessibleName(), *(each.text for each in self._waiting)):
            self._waiting.append(news)

    def withdraw(self, text: str) -> None:
        """Take news away that is no longer true, shown or waiting."""
        self._waiting = [each for each in self._waiting if each.text != text]
        if self._shown is not None and self._shown.text == text:
            self.close_toast()

    def _put_off(self) -> None:
        """News that an answer takes the place of comes again after it."""
        if self._shown is not None and not self.isHidden():
            self._waiting.insert(0, self._shown)
        self._shown = None

    def _show_next(self, news: _News) -> None:
        self._shown = news
        self._show(news.text, news.icon, news.action, ACT_SECONDS)

    def _show(self, text: str, icon: str, action: Action | None, seconds: int) -> None:
        self._rest = 0
        self._icon.show_icon(icon, "onTip")
        self._label.setText(text)
        self._offer(action)
        self.setAccessibleName(text)
        self._timer.start(seconds * 1000)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        announce(self, text)

    def act(self) -> None:
        """Do what the toast offers, as its button or its shortcut would."""
        action = self._action
        self.close_toast()
        if action is not None:
            action.slot()

    def close_toast(self) -> None:
        """Take the toast away."""
        self._timer.stop()
        self._action, self._shown = None, None
        if self.isVisible():
            self.hide()
            self.closed.emit()
        if self._waiting and self.isHidden():
            self._show_next(self._waiting.pop(0))

    def drop(self) -> None:
        """Take everything away, also what waits: the window closes."""
        self._waiting.clear()
        self.close_toast()

    def _offer(self, action: Action | None) -> None:
        if self._button is not None:
            self._row.removeWidget(self._button)
            self._button.hide()
            self._button.deleteLater()
            self._button = None
        self._action = action
        self._line.setVisible(action is not None)
        if action is not None:
            self._button = _ToastAction(action, f"{self.objectName()}_{action.name}", self)
            self._button.clicked.connect(self.act)
            self._row.addWidget(self._button)
            self._button.show()

    def _place(self) -> None:
        size = self.sizeHint().boundedTo(self._home.size())
        left = min(theme.px(24), self._home.width() - size.width())
        top = self._home.height() - theme.px(_FOOT + 12) - size.height()
        self.setGeometry(left, top, size.width(), size.height())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(40))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEvent) -> None:
        self._rest = max(self._timer.remainingTime(), 0)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(max(self._rest, 3000))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.close_toast()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.draw_box(painter, self.rect(), theme.px(8), "tipGround", None)
        painter.end()
