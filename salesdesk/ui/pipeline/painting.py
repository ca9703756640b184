"""The delegate of the board: one card of 88 px, narrow ones a line higher for the name."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.pipeline.cards import CardLine

Index = QModelIndex | QPersistentModelIndex

CARD, GAP = 88, 8

#: Under this width a card is so much higher that a name may take two lines.
_NARROW = 208
_INSIDE, _FIRST, _LINE = 13, 14, 20
_ICON, _STEP = 14, 22

#: What stands between the worth of orders and the day of their delivery.
_PARTED = " · "

#: A card that is being moved is shown so faintly until the database has answered.
_GOING = 0.45


class CardView(Protocol):
    """The list as its delegate asks it."""

    hover: QPersistentModelIndex

    def currentIndex(self) -> QModelIndex:
        """The current card."""

    def hasFocus(self) -> bool:
        """Whether the keyboard is here."""

    def is_selected(self, index: Index) -> bool:
        """Whether a card is selected."""

    def many_selected(self) -> bool:
        """Whether more than one card is."""

    def is_going(self, index: Index) -> bool:
        """Whether a card is being moved."""

    def card_width(self) -> int:
        """How wide a card is, in pixels."""


class CardDelegate(QStyledItemDelegate):
    """Paints what the model gives as `Role.CELL`."""

    def __init__(self, view: CardView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(80), card_height(self._view.card_width()) + theme.px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(Role.CELL)
        if not isinstance(line, CardLine):
            return
        view, corner = self._view, option.rect.topLeft()
        rect = QRect(corner.x(), corner.y(), view.card_width(), card_height(view.card_width()))
        going = view.is_going(index)
        if going:
            painter.setOpacity(_GOING)
        chosen = view.is_selected(index)
        ringed = view.hasFocus() and index == view.currentIndex()
        ground = "base"
        if chosen and (view.many_selected() or not ringed):
            ground = "select"
        elif QPersistentModelIndex(index) == view.hover:
            ground = "hover"
        edge = "accent" if chosen else "border"
        painting.draw_box(painter, rect, theme.px(8), ground, edge)
        draw_lines(painter, line, rect)
        if ringed:
            painting.draw_ring(painter, rect, theme.px(8))
        if going:
            painter.setOpacity(1.0)


def card_height(width: int) -> int:
    """How high a card of this width is, in pixels."""
    return theme.px(CARD + (_LINE if width < theme.px(_NARROW) else 0))


def draw_lines(painter: QPainter, line: CardLine, rect: QRect) -> None:
    """Draw who and how long still, company and owner, next step and last contact.

    On a narrow card a long name goes on in a line of its own, which else is that of the owner and
    the last contact.
    """
    px = theme.px
    left, high = rect.x() + px(_INSIDE), px(_LINE)
    right, room = rect.right() + 1 - px(_INSIDE), rect.width() - 2 * px(_INSIDE)
    top = rect.y() + px(_FIRST)
    days = painting.days_width(line.days)
    painting.draw_days(painter, line.days, right - days, top, days)
    beside = max(room - days - px(GAP), 0)
    higher = rect.height() > px(CARD)
    names = name_lines(line.name, beside) if higher else (line.name,)
    name = painting.elided(names[0], Face.MEDIUM, beside)
    painting.draw_text(painter, name, Face.MEDIUM, "text", left, top, high)
    for more in names[1:]:
        top += high
        more = painting.elided(more, Face.MEDIUM, room)
        painting.draw_text(painter, more, Face.MEDIUM, "text", left, top, high)
    top += high
    free_line = higher and len(names) == 1
    taken = 0
    if not free_line:
        taken = _draw_owner(painter, line.owner, right, top, round(room * 0.45))
    company = painting.elided(line.company, Face.BODY, max(room - taken, 0))
    painting.draw_text(painter, company, Face.BODY, "text2", left, top, high)
    top += high
    painting.draw_icon(painter, line.icon, line.ink, left, top + px(3), _ICON)
    step = _step_within(line.step, room - px(_STEP))
    painting.draw_text(painter, step, Face.BODY, line.ink, left + px(_STEP), top, high)
    if not free_line:
        wanted = px(_STEP) + painting.width(line.step, Face.BODY)
        _draw_last(painter, line, right, top, room - wanted - px(GAP))
        return
    taken = _draw_last(painter, line, right, top + high, room)
    owner = painting.elided(line.owner, Face.BODY, max(room - taken, 0))
    painting.draw_text(painter, owner, Face.BODY, "text3", left, top + high, high)


def _step_within(step: str, room: int) -> str:
    """A next step, or what orders are worth without the day where both do not fit."""
    first = step.split(_PARTED)[0]
    shown = step if painting.width(step, Face.BODY) <= room else first
    return painting.elided(shown, Face.BODY, room)


def name_lines(name: str, first: int) -> tuple[str, ...]:
    """A name in one line of this width, or in two of which the first fits it.

    It is broken between words where it can be.
    """
    if painting.width(name, Face.MEDIUM) <= first:
        return (name,)
    words = name.split(" ")
    for count in range(len(words) - 1, 0, -1):
        begun = " ".join(words[:count])
        if painting.width(begun, Face.MEDIUM) <= first:
            return begun, " ".join(words[count:])
    for count in range(len(name) - 1, 0, -1):
        if painting.width(name[:count], Face.MEDIUM) <= first:
            return name[:count], name[count:]
    return "", name


def _draw_owner(painter: QPainter, owner: str, right: int, top: int, room: int) -> int:
    """Draw the owner at the right end; how much of the line it took."""
    if not owner:
        return 0
    shown = painting.elided(owner, Face.BODY, room)
    wide = painting.width(shown, Face.BODY)
    painting.draw_text(painter, shown, Face.BODY, "text3", right - wide, top, theme.px(_LINE))
    return wide + theme.px(GAP)


def _draw_last(painter: QPainter, line: CardLine, right: int, top: int, room: int) -> int:
    """Draw the last contact at the right end where it fits, with its method where both do.

    Returns how much of the line it took.
    """
    px, wide = theme.px, painting.width(line.last, Face.BODY)
    if not line.last or wide > room:
        return 0
    painting.draw_text(painter, line.last, Face.BODY, "text3", right - wide, top, px(_LINE))
    left = right - wide - px(_ICON + 4)
    if line.last_icon and wide + px(_ICON + 4) <= room:
        painting.draw_icon(painter, line.last_icon, "text3", left, top + px(3), _ICON)
        wide += px(_ICON + 4)
    return wide + px(GAP)


def draw_placeholder(painter: QPainter, rect: QRect, uneven: int) -> None:
    """Draw a card that is still being read; `uneven` makes its lines differ as text does."""
    px = theme.px
    painting.draw_box(painter, rect, px(8), "base", "border")
    left, top = rect.x() + px(_INSIDE), rect.y() + px(_FIRST + 4)
    for line in range(3):
        share = (60, 44, 52, 36, 68)[(uneven * 2 + line) % 5]
        across = (rect.width() - 2 * px(_INSIDE)) * share // 100
        bar = QRect(left, top + line * px(_LINE), across, px(12))
        painting.draw_box(painter, bar, px(4), "plain", None)
