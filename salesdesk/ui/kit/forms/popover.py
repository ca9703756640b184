"""A box over the window, beneath what opened it; Escape or a click outside closes it.

It lies within the window, not in a window of its own: a popup of the system would take the
keyboard from input methods and from whatever else is open. While it is open the keys are its own:
a command of the menus would act on a list that nobody looks at.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.help_key import asks_for_help
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets import guard_beneath, named
from salesdesk.ui.kit.widgets.basics import Measured

GAP, EDGE, RADIUS = 8, 16, 8
#: Where less room than this is left beneath and above, it covers what opened it.
LEAST = 448
_CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def placed(room: QSize, anchor: QRect | None, wish: QSize, least: int) -> QRect:
    """Where a box goes in a window: beneath its anchor, else above it, else over it.

    Args:
        anchor: what opened it, in the window; None: the middle.
        wish: its size where there is room.
        least: how high it must be to stand beneath or above.
    """
    gap, edge = theme.px(GAP), theme.px(EDGE)
    width = min(wish.width(), room.width() - 2 * edge)
    height = min(wish.height(), room.height() - 2 * edge)
    if anchor is None:
        return QRect((room.width() - width) // 2, (room.height() - height) // 2, width, height)
    left = max(min(anchor.left(), room.width() - edge - width), edge)
    top = anchor.bottom() + 1 + gap
    below, above = room.height() - edge - top, anchor.top() - gap - edge
    if max(below, above) < min(least, height):
        return QRect(left, room.height() - edge - height, width, height)
    if below >= min(least, height) or below >= above:
        return QRect(left, top, width, min(height, below))
    ends = min(anchor.top() - gap, room.height() - edge)
    height = min(height, ends - edge)
    return QRect(left, ends - height, width, height)


def _beside(part: QWidget, forward: bool) -> QWidget | None:
    return part.nextInFocusChain() if forward else part.previousInFocusChain()


class Popover(Measured, QWidget):
    """The box; subclasses fill it. It is open from `open_at` until `closed`.

    Signals:
        closed(): it closed, by Escape, by a click outside or by itself.
    """

    closed = Signal()

    def __init__(self, window: QWidget, size: QSize, *, name: str, accessible: str) -> None:
        super().__init__(window)
        named(self, name, accessible)
        self._home = window
        self._wish = size
        self._anchor: QWidget | QRect | None = None
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def open_at(self, anchor: QWidget | QRect | None, first: QWidget) -> None:
        """Open beneath what opens it and give a part of it the focus."""
        self._anchor, self._before = anchor, self._home.focusWidget()
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)
        self._home.installEventFilter(self)
        handle = self._home.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_by(self, *, keys: bool) -> None:
        """Close after an act; what was meant for it and comes late does not pass beneath."""
        guard_beneath(self, keys=keys)
        self.close()

    def own_key(self, event: QKeyEvent) -> bool:
        """Whether a key was the box's, wherever in it the focus is; a subclass adds its own."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.close()
            return True
        return asks_for_help(event, self)

    # --- keys and clicks --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Looks, locking and quitting stay the window's: they act on no customer.
            quits = event.key() == Qt.Key.Key_Q
            if not quits and event.modifiers() & _CTRL_ALT != _CTRL_ALT:
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part of the box took ends here; the list beneath acts on letters."""
        if not self.own_key(event):
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isHidden():
            return False
        if isinstance(event, QMouseEvent) and watched is self._home.windowHandle():
            return event.type() == QEvent.Type.MouseButtonPress and self._outside(event)
        if watched is self._home and event.type() == QEvent.Type.Resize:
            self._place()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._before_child(watched, event)
        return False

    def _before_child(self, child: QObject, event: QKeyEvent) -> bool:
        """Chords are the box's before a text takes them for letters."""
        chord = event.modifiers() & _CTRL_ALT
        inside = isinstance(child, QWidget) and self.isAncestorOf(child)
        return bool(chord) and inside and self.own_key(event)

    def _outside(self, event: QMouseEvent) -> bool:
        """Close for a press elsewhere; one on what opened the box only closes it."""
        at = event.position().toPoint()
        if self.geometry().contains(at):
            return False
        anchor = self._anchor_rect()
        self.close()
        return anchor is not None and isinstance(self._anchor, QWidget) and anchor.contains(at)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the box."""
        here = self.focusWidget() or self
        step = _beside(here, forward)
        while step is not None and step is not here:
            if self._takes_tab(step):
                reason = Qt.FocusReason
                step.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
                break
            step = _beside(step, forward)
        return True

    def _takes_tab(self, part: QWidget) -> bool:
        tabs = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        shown = part.isVisibleTo(self) and part.isEnabled()
        return bool(tabs) and shown and self.isAncestorOf(part)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._before is not None and self._has_focus():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            self.closed.emit()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget() or self._home.focusWidget()
        return focus is None or focus is self or self.isAncestorOf(focus)

    # --- its place --------------------------------------------------------------------------------

    def _anchor_rect(self) -> QRect | None:
        if isinstance(self._anchor, QWidget):
            corner = self._anchor.mapTo(self._home, QPoint(0, 0))
            return QRect(corner, self._anchor.size())
        return self._anchor

    def _place(self) -> None:
        wish = QSize(theme.px(self._wish.width()), theme.px(self._wish.height()))
        room, anchor = self._home.size(), self._anchor_rect()
        self.setGeometry(placed(room, anchor, wish, theme.px(LEAST)))

    def measure(self) -> None:
        super().measure()
        if not self.isHidden():
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.draw_box(painter, self.rect(), theme.px(RADIUS), "raised", "control")
        painter.end()
