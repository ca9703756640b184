"""The delegate of the timeline: circle, rail, heading, date, wrapped note, author."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from salesdesk.ui.kit import fonts, theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.cells import TimelineItem
from salesdesk.ui.kit.painting.roles import Role

Index = QModelIndex | QPersistentModelIndex

CIRCLE = 24
LINE = 20
GAP = 12
TOP = 16
_DATE_GAP = 8
_REMEMBERED = 512


class TimelineDelegate(QStyledItemDelegate):
    """Paints `Role.TIMELINE`; the line breaks of a note are worked out once per width."""

    def __init__(self, view: QListView, parent: QObject | None = None, margin: int = 16) -> None:
        super().__init__(parent)
        self._view = view
        self._margin = margin
        self._lines: dict[tuple[str, int], list[str]] = {}
        theme.notifier().changed.connect(self._forget)

    def _forget(self) -> None:
        self._lines.clear()

    def _note_lines(self, note: str, room: int) -> list[str]:
        key = (note, room)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= _REMEMBERED:
                self._lines.clear()
            found = self._lines[key] = wrapped(note, Face.BODY, room)
        return found

    def _text_left(self) -> int:
        return theme.px(self._margin + CIRCLE + GAP)

    def _text_room(self, width: int) -> int:
        # The scroll bar stands in the margin, so that no line breaks anew when it appears.
        bar = self._view.width() - self._view.viewport().width()
        margin = max(theme.px(self._margin) - bar, theme.px(4))
        return max(width - self._text_left() - margin, theme.px(64))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(Role.TIMELINE)
        width = self._view.viewport().width()
        if not isinstance(item, TimelineItem):
            return QSize(width, theme.px(CIRCLE + GAP))
        above = theme.px(TOP) if index.row() == 0 else 0
        room = self._text_room(width)
        lines = 1 + bool(item.author) + (not _dated_beside(item, room))
        if item.note:
            lines += len(self._note_lines(item.note, room))
        height = max(theme.px(CIRCLE), lines * theme.px(LINE) + 2)
        return QSize(width, above + height + theme.px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(Role.TIMELINE)
        if not isinstance(item, TimelineItem):
            return
        rect: QRect = option.rect
        if index.row() == 0:
            rect = rect.adjusted(0, theme.px(TOP), 0, 0)
        last = index.row() == index.model().rowCount() - 1
        self._paint_rail(painter, item, rect, last)
        left = rect.x() + self._text_left()
        room = self._text_room(rect.width())
        line = theme.px(LINE)
        top = self._paint_heading(painter, item, left, rect.y() + 2, room)
        if item.note:
            for text in self._note_lines(item.note, room):
                painting.draw_text(painter, text, Face.BODY, "text", left, top, line)
                top += line
        if item.author:
            author = painting.elided(item.author, Face.BODY, room)
            painting.draw_text(painter, author, Face.BODY, "text2", left, top, line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painting.draw_row_ring(painter, rect.adjusted(0, 0, 0, -theme.px(GAP) // 2))

    def _paint_rail(self, painter: QPainter, item: TimelineItem, rect: QRect, last: bool) -> None:
        size = theme.px(CIRCLE)
        left = rect.x() + theme.px(self._margin)
        if not last:
            rail = theme.colours().brush["plainEdge"]
            painter.fillRect(left + size // 2, rect.y() + size, 1, rect.height() - size, rail)
        circle = QRect(left, rect.y(), size, size)
        painting.draw_box(painter, circle, size // 2, "base", "plainEdge")
        inset = (size - theme.px(14)) // 2
        painting.draw_icon(painter, item.icon, "text2", left + inset, rect.y() + inset, 14)

    def _paint_heading(
        self, painter: QPainter, item: TimelineItem, left: int, top: int, room: int
    ) -> int:
        """Paint heading and date, in one line or, where they are too long, in two; the next top."""
        line = theme.px(LINE)
        taken = painting.width(item.date, Face.BODY)
        below = top + line
        if not _dated_beside(item, room):
            painting.draw_text(painter, item.date, Face.BODY, "text3", left, below, line)
            below += line
        elif item.date:
            at = left + room - taken
            painting.draw_text(painter, item.date, Face.BODY, "text3", at, top, line)
            room -= taken + theme.px(_DATE_GAP)
        heading = _heading(item)
        shown = painting.elided(heading, Face.MEDIUM, room)
        painting.draw_text(painter, shown, Face.MEDIUM, "text", left, top, line)
        used = painting.width(shown, Face.MEDIUM)
        if item.outcome and used < room:
            ink = item.outcome_level.ink
            outcome = painting.elided(item.outcome, Face.MEDIUM, room - used)
            painting.draw_text(painter, outcome, Face.MEDIUM, ink, left + used, top, line)
        return below


def _heading(item: TimelineItem) -> str:
    return f"{item.heading}, " if item.outcome else item.heading


def _dated_beside(item: TimelineItem, room: int) -> bool:
    """Whether the date has its place beside the heading; else it stands below, and cuts nothing."""
    if not item.date:
        return True
    said = painting.width(_heading(item), Face.MEDIUM) + painting.width(item.outcome, Face.MEDIUM)
    return said + theme.px(_DATE_GAP) + painting.width(item.date, Face.BODY) <= room


def wrapped(text: str, face: Face, room: int) -> list[str]:
    """The lines of a text in this width; a word that is too long is broken."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        layout = QTextLayout(paragraph, fonts.font(face))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, 0))
            start = line.textStart()
            lines.append(_slice(paragraph, start, line.textLength()).rstrip())
        layout.endLayout()
    return lines


def _slice(text: str, start: int, length: int) -> str:
    """A part of a text by Qt's positions, which count UTF-16 units."""
    if text.isascii():
        return text[start : start + length]
    units = text.encode("utf-16-le")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", errors="replace")
