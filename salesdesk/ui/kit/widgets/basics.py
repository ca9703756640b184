"""What all widgets share: names, the restyle hook, labels, grounds and the veil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QLayout, QSizePolicy, QWidget

from salesdesk.ui.kit import fonts, theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.tips import whole_and_tip

if TYPE_CHECKING:

    class _Widget(QWidget):
        def __init__(self, *args: Any, **kwargs: Any) -> None: ...

else:
    # It stands beside a class of Qt's and is none itself.
    _Widget = object


def named(widget: QWidget, name: str, accessible: str = "") -> None:
    """Give a widget its objectName and, where its text does not say it, its accessible name."""
    widget.setObjectName(name)
    if accessible:
        widget.setAccessibleName(accessible)


def announce(widget: QObject, text: str) -> None:
    """Let a screen reader speak a text that appeared without taking the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Measured(_Widget):
    """Named before a class of Qt's: measures itself anew where the theme or the scale changed."""

    def measure(self) -> None:
        """Take the lengths of the present scale."""
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.measure()


class Label(QLabel):
    """A line of text in one of the faces and colours of the design, 20 or 24 px high.

    Args:
        cut: a text that is too long ends in an ellipsis and is told in the tooltip, above the
            one that it has besides; without it the label keeps its layout as wide as the text.
    """

    def __init__(
        self,
        text: str = "",
        *,
        name: str = "",
        face: Face = Face.BODY,
        ink: str = "text",
        cut: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self._face = face
        self._cut = cut
        self._tip = ""
        if cut:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("face", face.name.lower())
        self.setProperty("ink", ink)

    def set_width(self, width: int) -> None:
        """Take exactly this width, whatever the text; a cut label otherwise takes what is left."""
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_ink(self, ink: str) -> None:
        """Change the colour: text, text2, text3, accent, urgent, soon, won, onTip."""
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        natural = super().sizeHint()
        return QSize(natural.width(), max(natural.height(), theme.px(fonts.LINE[self._face])))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            theme.px(24) if self._cut else self.sizeHint().width(), self.sizeHint().height()
        )

    def setToolTip(self, tip: str) -> None:
        self._tip = tip
        super().setToolTip(tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.width()
        if not self._cut or self.fontMetrics().horizontalAdvance(self.text()) <= room:
            super().setToolTip(self._tip)
            super().paintEvent(event)
            return
        super().setToolTip(whole_and_tip(self.text(), self._tip))
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        mode = Qt.TextElideMode.ElideRight
        word = self.fontMetrics().elidedText(self.text(), mode, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, word)
        painter.end()


class Paragraph(Measured, QLabel):
    """A wrapped text with lines of 20 px, whose beginning may be semibold."""

    def __init__(
        self,
        text: str = "",
        *,
        name: str = "",
        strong: str = "",
        strong_ink: str = "",
        ink: str = "text",
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._strong = ""
        self._strong_ink = strong_ink
        self._ink = ink
        self._centred = centred
        # Not Fixed: that would cut off what wraps into more lines than the hint was made for.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text, strong)

    def set_text(self, text: str, strong: str = "") -> None:
        """Show a text; `strong` stands before it in semibold."""
        self._strong = strong
        self.setText(f"{strong} {text}".strip())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height_of(self.text(), width)

    def _height_of(self, text: str, width: int) -> int:
        return max(self._layout(text, width).lineCount(), 1) * theme.px(20)

    def sizeHint(self) -> QSize:
        natural = fonts.metrics(Face.BODY).horizontalAdvance(self.text())
        width = min(natural + fonts.metrics(Face.STRONG).averageCharWidth() * 4, theme.px(440))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._ink if self.isEnabled() else "textOff"
        painter.setPen(theme.colours().pen[ink])
        self._layout(self.text(), self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def _layout(self, text: str, width: int) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\u2028"), fonts.font())
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        if self._strong_ink:
            bold.setForeground(theme.colours().brush[self._strong_ink])
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = 0, len(self._strong), bold
        if self._strong:
            layout.setFormats([span])
        along = Qt.AlignmentFlag.AlignHCenter if self._centred else Qt.AlignmentFlag.AlignLeft
        layout.setTextOption(QTextOption(along))
        layout.beginLayout()
        top, pitch = 0.0, theme.px(20)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (pitch - line.height()) / 2))
            top += pitch
        layout.endLayout()
        return layout


class FieldError(Paragraph):
    """The line under a field that says what is wrong with it; hidden while nothing is.

    Once it was shown it keeps its room, so that nothing below it jumps when a fault clears: the
    button that is being aimed at, for one.
    """

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, ink="urgent", parent=parent)
        self._shown = ""
        self.hide()

    def show_fault(self, text: str, field: QWidget | None = None) -> None:
        """Show what is wrong, mark the field and let a screen reader say it; '' clears."""
        if text and not self._shown:
            policy = self.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.setSizePolicy(policy)
        self._shown = text or self._shown
        self.set_text(text)
        self.setVisible(bool(text))
        if field is not None:
            field.setProperty("fault", "true" if text else "false")
            field.style().unpolish(field)
            field.style().polish(field)
            field.setAccessibleDescription(text)
        if text:
            announce(self, text)

    def heightForWidth(self, width: int) -> int:
        return self._height_of(self.text() or self._shown, width)


class Pane(Measured, QWidget):
    """A widget with a flat ground and 1 px lines on some of its edges.

    Args:
        ground: a token, such as `base`, `window` or `raised`.
        edges: any of 'top', 'bottom', 'left', 'right', separated by spaces.
        line: the token of the lines.
    """

    def __init__(
        self,
        ground: str = "base",
        edges: str = "",
        *,
        name: str = "",
        line: str = "border",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._ground = ground
        self._line = line
        self._edges = frozenset(edges.split())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours()
        painter = QPainter(self)
        painter.fillRect(event.rect(), colours.brush[self._ground])
        line, across, down = colours.brush[self._line], self.width(), self.height()
        sides = {
            "top": QRect(0, 0, across, 1),
            "bottom": QRect(0, down - 1, across, 1),
            "left": QRect(0, 0, 1, down),
            "right": QRect(across - 1, 0, 1, down),
        }
        for edge in self._edges:
            painter.fillRect(sides[edge], line)
        painter.end()


class Rule(QWidget):
    """A 1 px separator, lying or standing."""

    def __init__(self, *, standing: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colours().brush["border"])
        painter.end()


class Scrim(QWidget):
    """The flat veil over a window while a dialog is open; it follows the window's size."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("scrim")
        self._window = window
        window.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self.raise_()

    def lay(self) -> None:
        """Lay the veil over the whole window."""
        self._cover()
        self.show()

    def lift(self) -> None:
        """Take the veil away."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colours().brush["scrim"])
        painter.end()


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout; what stood in it goes."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
