"""Buttons: one filled per view, outlined, quiet, link and icon only; hints inside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QSizePolicy, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets.basics import Measured, named

ICON = 16
#: A hint on the filled button, beside its word.
_HINT_OPACITY = 0.82


class ButtonKind(Enum):
    """How much a button asks for attention; only one in view is PRIMARY."""

    PRIMARY = "primary"
    OUTLINED = "outlined"
    QUIET = "quiet"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a button in its present state, as tokens; None: nothing is drawn."""

    ground: str | None
    edge: str | None
    ink: str
    icon: str
    hint: str


class Button(Measured, QPushButton):
    """A push button with an icon before and a shortcut hint or a chevron after its word.

    The hint only shows a shortcut; the action or the dialog owns it.
    """

    def __init__(
        self,
        text: str = "",
        *,
        name: str,
        kind: ButtonKind = ButtonKind.OUTLINED,
        icon: str = "",
        hint: str = "",
        small: bool = False,
        inside: int | None = None,
        accessible: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        named(self, name, accessible)
        self._kind = kind
        self._icon = icon
        self._hint = hint
        self._small = small
        self._inside = inside
        self._open = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def kind(self) -> ButtonKind:
        """How much the button asks for attention now."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Change it, as the header's button does when the panel opens."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """Show another shortcut, or '' for none."""
        self._hint = hint
        self.updateGeometry()
        self.update()

    def set_open(self, opened: bool) -> None:
        """What it opens is open, or no longer: it looks chosen meanwhile."""
        self._open = opened
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """Open a menu instead of being clicked; shows a chevron."""
        self.setMenu(menu)
        self.updateGeometry()

    def _pad(self) -> int:
        if self._inside is not None:
            return theme.px(self._inside)
        if self._kind is ButtonKind.LINK:
            return theme.px(4)
        tight = self._small or self._kind is ButtonKind.QUIET
        return theme.px(8 if tight else 12) + 1

    def _gap(self) -> int:
        tight = self._small or self._kind is ButtonKind.QUIET
        return theme.px(4 if tight else 8)

    def _face(self) -> Face:
        return Face.STRONG if self.isChecked() else Face.MEDIUM

    def _height(self) -> int:
        return theme.px(24 if self._small or self._kind is ButtonKind.LINK else 32)

    def sizeHint(self) -> QSize:
        width = 2 * self._pad()
        parts = []
        if self._icon:
            parts.append(theme.px(ICON))
        if self.text():
            # Room for the semibold form too, so that choosing moves no neighbour.
            face = Face.STRONG if self.isCheckable() else Face.MEDIUM
            parts.append(painting.width(self.text(), face))
        width += sum(parts) + self._gap() * max(len(parts) - 1, 0)
        if self._hint:
            width += theme.px(8) + painting.width(self._hint, Face.BODY)
        if self.menu() is not None:
            width += theme.px(8 + ICON)
        return QSize(max(width, self._height()), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button too, except in a dialog, where it presses the filled one."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or isinstance(self.window(), QDialog):
            super().keyPressEvent(event)
        elif self.menu() is not None:
            self.showMenu()
        else:
            self.click()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def look(self) -> Look:
        """The colours of the present state."""
        held = self.isDown() or (self.menu() is not None and self.menu().isVisible())
        over = self.underMouse()
        if self._kind is ButtonKind.PRIMARY:
            return self._primary_look(held, over)
        if not self.isEnabled():
            edge = "border" if self._kind is ButtonKind.OUTLINED else None
            return Look(None, edge, "textOff", "textOff", "textOff")
        if self._kind is ButtonKind.LINK:
            ink = "accentPressed" if held else "accentHover" if over else "accent"
            return Look(None, None, ink, ink, "text3")
        if self.isChecked() or self._open:
            return Look("select", "accent", "accent", "accent", "accent")
        ground = "select" if held else "hover" if over else None
        if self._kind is ButtonKind.QUIET:
            return Look(ground, None, "text", "text2", "text3")
        return Look(ground or "base", "control", "text", "text2", "text3")

    def _primary_look(self, held: bool, over: bool) -> Look:
        if not self.isEnabled():
            return Look("plain", "border", "textOff", "textOff", "textOff")
        ground = "accentPressed" if held else "accentHover" if over else "accent"
        return Look(ground, None, "onAccent", "onAccent", "onAccent")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self.look()
        radius = theme.px(4 if self._height() < theme.px(32) else 6)
        if look.ground or look.edge:
            painting.draw_box(painter, self.rect(), radius, look.ground, look.edge)
        self._paint_content(painter, look)
        if self.hasFocus():
            self._paint_ring(painter, radius)
        painter.end()

    def _paint_ring(self, painter: QPainter, radius: int) -> None:
        painting.draw_ring(painter, self.rect(), radius)
        if self._kind is ButtonKind.PRIMARY and self.isEnabled():
            # The ring has the colour of the ground: a line in the colour of the word sets it off.
            inner = self.rect().adjusted(2, 2, -2, -2)
            painting.draw_box(painter, inner, max(radius - 2, 1), None, "onAccent")

    def _paint_content(self, painter: QPainter, look: Look) -> None:
        left, height = self._pad(), self.height()
        right = self.width() - self._pad()
        if self.menu() is not None:
            right -= theme.px(ICON)
            top = (height - theme.px(ICON)) // 2
            painting.draw_icon(painter, "chevron-down", look.ink, right, top, ICON)
            right -= theme.px(8)
        if self._hint:
            right -= painting.width(self._hint, Face.BODY)
            if self._kind is ButtonKind.PRIMARY and self.isEnabled():
                painter.setOpacity(_HINT_OPACITY)
            painting.draw_text(painter, self._hint, Face.BODY, look.hint, right, 0, height)
            painter.setOpacity(1.0)
            right -= theme.px(8)
        if self._icon:
            if not self.text():
                left = (self.width() - theme.px(ICON)) // 2
            top = (height - theme.px(ICON)) // 2
            painting.draw_icon(painter, self._icon, look.icon, left, top, ICON)
            left += theme.px(ICON) + self._gap()
        if self.text():
            face = self._face()
            word = painting.elided(self.text(), face, right - left)
            painting.draw_text(painter, word, face, look.ink, left, 0, height)


class IconButton(Button):
    """A square button with an icon alone; the tooltip and the accessible name say its word."""

    def __init__(
        self,
        icon: str,
        *,
        name: str,
        accessible: str,
        kind: ButtonKind = ButtonKind.OUTLINED,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            name=name, kind=kind, icon=icon, small=small, accessible=accessible, parent=parent
        )
        self.setToolTip(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._height()
        return QSize(side, side)


class FindButton(Button):
    """Looks like a field, opens the palette of Ctrl+K."""

    def __init__(
        self, text: str, *, name: str, hint: str, accessible: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            text, name=name, icon="search", hint=hint, accessible=accessible, parent=parent
        )
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone."""
        self._narrow = narrow
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(32), self._height())

    def _paint_content(self, painter: QPainter, look: Look) -> None:
        size, height = theme.px(ICON), self.height()
        top = (height - size) // 2
        if self._narrow:
            left = (self.width() - size) // 2
            painting.draw_icon(painter, "search", "text3", left, top, ICON)
            return
        painting.draw_icon(painter, "search", "text3", theme.px(8) + 1, top, ICON)
        left = theme.px(8 + ICON + 8) + 1
        painting.draw_text(painter, self.text(), Face.BODY, "text3", left, 0, height)
        wide = painting.width(self._hint, Face.BODY)
        at = self.width() - theme.px(8) - 1 - wide
        painting.draw_text(painter, self._hint, Face.BODY, "text3", at, 0, height)
