"""The delegate of Today: section headers, rows of reason, days and acts."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.today.columns import CELL, LEAD, Columns
from salesdesk.ui.today.rows import DayLine, MoreLine, Reason, RowAct, SectionHead

Index = QModelIndex | QPersistentModelIndex

HEAD, ROW, COMPACT_ROW = 40, 32, 26

#: Of a row of two lines: its first line, and the second with the reason.
_FIRST, _SECOND = 30, 26
_COMPACT_FIRST, _COMPACT_SECOND = 26, 22
ACT_ICONS = {
    RowAct.LOG: "square-pen",
    RowAct.CLAIM: "hand",
    RowAct.WHATSAPP: "message-circle",
    RowAct.CALL: "phone",
    RowAct.PLAN: "calendar-plus",
    RowAct.OPEN: "panel-right-open",
}

_ICON_BUTTON, _BUTTON_HIGH = 28, 24

#: The places of the icons after the word, so that they stand in columns.
_PLACES = (RowAct.WHATSAPP, RowAct.CALL, RowAct.PLAN, RowAct.OPEN)


class ActView(Protocol):
    """The view as its delegate asks it."""

    hover: QPersistentModelIndex
    act_focus: RowAct | None
    compact: bool

    def columns(self) -> Columns:
        """Where the parts of the rows stand just now."""

    def hovered_act(self) -> RowAct | None:
        """The act under the pointer, on the row under the pointer."""

    def rings(self) -> bool:
        """Whether the current row shows its ring."""

    def isExpanded(self, index: Index) -> bool:
        """Whether a section is open."""

    def currentIndex(self) -> QModelIndex:
        """The current row."""


class TodayDelegate(QStyledItemDelegate):
    """Paints what the model gives as `Role.CELL`."""

    def __init__(self, view: ActView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = row_height(self._view.columns(), self._view.compact)
        return QSize(theme.px(320), high if index.parent().isValid() else theme.px(HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        found = index.data(Role.CELL)
        if isinstance(found, SectionHead):
            self._paint_head(painter, found, rect, index)
            return
        current = index == self._view.currentIndex()
        brush = theme.colours().brush
        if current:
            painter.fillRect(rect, brush["select"])
        elif QPersistentModelIndex(index) == self._view.hover:
            painter.fillRect(rect, brush["hover"])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, brush["border"])
        if isinstance(found, DayLine):
            self._paint_line(painter, found, rect, current, index)
        elif isinstance(found, MoreLine):
            left = rect.x() + self._view.columns().name
            painting.draw_text(
                painter, found.text, Face.MEDIUM, "accent", left, rect.y(), rect.height()
            )

    def _paint_head(self, painter: QPainter, head: SectionHead, rect: QRect, index: Index) -> None:
        brush = theme.colours().brush
        painter.fillRect(rect, brush["raised"])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, brush["border"])
        px, top, high = theme.px, rect.y(), rect.height()
        margin = self._view.columns().name
        middle = top + (high - px(16)) // 2
        chevron = "chevron-down" if self._view.isExpanded(index) else "chevron-right"
        painting.draw_icon(painter, chevron, "text2", rect.x() + margin, middle, 16)
        painting.draw_icon(painter, head.icon, "text2", rect.x() + margin + px(24), middle, 16)
        left = rect.x() + margin + px(48)
        painting.draw_text(painter, head.title, Face.STRONG, "text", left, top, high)
        left += painting.width(head.title, Face.STRONG) + px(8)
        painting.draw_text(painter, head.count, Face.BODY, "text2", left, top, high)
        left += painting.width(head.count, Face.BODY) + px(16)
        room = rect.right() + 1 - margin - left
        hint = painting.elided(head.hint, Face.BODY, max(room, 0))
        right = rect.right() + 1 - margin - painting.width(hint, Face.BODY)
        if room > px(48):
            painting.draw_text(painter, hint, Face.BODY, "text2", right, top, high)
        if index == self._view.currentIndex() and self._view.rings():
            painting.draw_row_ring(painter, rect)

    def _paint_line(
        self, painter: QPainter, line: DayLine, rect: QRect, current: bool, index: Index
    ) -> None:
        px, at = theme.px, self._view.columns()
        first = first_line(rect, at)
        left, top, high = rect.x(), rect.y(), first.height() - 1
        name = painting.elided(line.name, Face.MEDIUM, at.name_room)
        painting.draw_text(painter, name, Face.MEDIUM, "text", left + at.name, top, high)
        if at.company_room:
            company = painting.elided(line.company, Face.BODY, at.company_room)
            painting.draw_text(painter, company, Face.BODY, "text2", left + at.company, top, high)
        middle = top + (first.height() - px(20)) // 2
        chip = line.chip
        painting.draw_chip(painter, chip.text, chip.tone, left + at.chip, middle, at.chip_room)
        _draw_reason(painter, line.reason, _reason_rect(rect, at))
        painting.draw_days(painter, line.days, left + at.days, middle, at.days_room)
        for act, place in act_rects(line, rect, at).items():
            self._paint_act(painter, act, place, current, at.worded, index)
        if current and self._view.rings():
            painting.draw_row_ring(painter, rect)

    def _paint_act(
        self, painter: QPainter, act: RowAct, rect: QRect, current: bool, worded: bool, index: Index
    ) -> None:
        px = theme.px
        over = QPersistentModelIndex(index) == self._view.hover and self._view.hovered_act() is act
        if current:
            painting.draw_box(painter, rect, px(4), "hover" if over else "base", "control")
        elif over:
            painting.draw_box(painter, rect, px(4), "select", None)
        ink = "accent" if act.leads else "text" if current else "text3"
        top = rect.y() + (rect.height() - px(16)) // 2
        if act.leads and worded:
            left = rect.x() + px(8)
            painting.draw_icon(painter, ACT_ICONS[act], ink, left, top, 16)
            room = rect.right() - left - px(16 + 6)
            word = painting.elided(act_word(act), Face.MEDIUM, max(room, 0))
            left += px(16 + 6)
            painting.draw_text(painter, word, Face.MEDIUM, ink, left, rect.y(), rect.height())
        else:
            left = rect.x() + (rect.width() - px(16)) // 2
            painting.draw_icon(painter, ACT_ICONS[act], ink, left, top, 16)
        if current and self._view.rings() and self._view.act_focus is act:
            painting.draw_ring(painter, rect, px(4))


def row_height(at: Columns, compact: bool) -> int:
    """How high a customer's row is, in pixels."""
    if not at.two_lines:
        return theme.px(COMPACT_ROW if compact else ROW)
    if compact:
        return theme.px(_COMPACT_FIRST) + theme.px(_COMPACT_SECOND)
    return theme.px(_FIRST) + theme.px(_SECOND)


def first_line(rect: QRect, at: Columns) -> QRect:
    """Where name, chip, days and acts of a row stand: the whole row unless it has two lines."""
    if not at.two_lines:
        return rect
    low = rect.height() < theme.px(_FIRST) + theme.px(_SECOND)
    return QRect(rect.x(), rect.y(), rect.width(), theme.px(_COMPACT_FIRST if low else _FIRST))


def _reason_rect(rect: QRect, at: Columns) -> QRect:
    left = rect.x() + at.reason
    if not at.two_lines:
        return QRect(left, rect.y(), at.reason_room, rect.height() - 1)
    first = first_line(rect, at).height()
    # A little up, so that the two lines are one row to the eye.
    return QRect(left, rect.y() + first - theme.px(3), at.reason_room, rect.height() - first)


def act_word(act: RowAct) -> str:
    """An act in a word."""
    return {
        RowAct.LOG: translate("today", "Log"),
        RowAct.CLAIM: translate("today", "Claim"),
        RowAct.WHATSAPP: translate("today", "WhatsApp"),
        RowAct.CALL: translate("today", "Call"),
        RowAct.PLAN: translate("today", "Plan"),
        RowAct.OPEN: translate("today", "Open"),
    }[act]


def act_rects(line: DayLine, rect: QRect, at: Columns) -> dict[RowAct, QRect]:
    """Where the acts of a row are, in their order."""
    px, first = theme.px, first_line(rect, at)
    high = min(px(_BUTTON_HIGH), first.height() - px(4))
    top = rect.y() + (first.height() - high) // 2
    left = rect.x() + at.acts
    lead = LEAD if at.worded else CELL
    found: dict[RowAct, QRect] = {}
    for act in line.acts:
        if act.leads:
            wide = px(LEAD - 2) if at.worded else px(_ICON_BUTTON)
            found[act] = QRect(left, top, wide, high)
        else:
            cell = left + px(lead + _PLACES.index(act) * CELL)
            found[act] = QRect(cell + px(2), top, px(_ICON_BUTTON), high)
    return found


def _draw_reason(painter: QPainter, reason: Reason, rect: QRect) -> None:
    """Draw the reason in one line; its lead in a colour or face of its own."""
    left, room = rect.x(), rect.width()
    lead, rest = reason.text[: reason.lead], reason.text[reason.lead :]
    if lead:
        level = reason.level
        shown = painting.elided(lead, level.face, room)
        painting.draw_text(painter, shown, level.face, level.ink, left, rect.y(), rect.height())
        used = painting.width(shown, level.face)
        left, room = left + used, room - used
    if rest and room > theme.px(16):
        shown = painting.elided(rest, Face.BODY, room)
        painting.draw_text(painter, shown, Face.BODY, "text", left, rect.y(), rect.height())
