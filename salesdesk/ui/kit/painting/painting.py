"""The small pictures that delegates and widgets share: text, chips, days left.

All take positions in logical pixels and read colours and faces of the theme in force.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from salesdesk.ui.kit import fonts, icons, theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import DaysLeft, DaysLevel
from salesdesk.ui.kit.painting.cells import Tone

_SHIELD = 14
_ELIDED_AT_MOST = 8192
_widths: dict[tuple[str, Face], int] = {}
_elided: dict[tuple[str, Face, int, Qt.TextElideMode], str] = {}

_DAYS = {
    DaysLevel.PLAIN: ("text", Face.BODY),
    DaysLevel.SOON: ("soon", Face.STRONG),
    DaysLevel.URGENT: ("urgent", Face.STRONG),
    DaysLevel.OVERDUE: ("onOverdue", Face.STRONG),
    DaysLevel.NONE: ("text2", Face.BODY),
}


def _forget() -> None:
    _widths.clear()
    _elided.clear()


theme.notifier().fonts_made.connect(_forget)


def width(text: str, face: Face) -> int:
    """The width of a text, measured once."""
    key = (text, face)
    found = _widths.get(key)
    if found is None:
        if len(_widths) >= _ELIDED_AT_MOST:
            _widths.clear()
        found = _widths[key] = fonts.metrics(face).horizontalAdvance(text)
    return found


def elided(
    text: str, face: Face, room: int, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
) -> str:
    """The text, with an ellipsis at its end or elsewhere where it is wider than the room."""
    if width(text, face) <= room:
        return text
    key = (text, face, room, mode)
    found = _elided.get(key)
    if found is None:
        if len(_elided) >= _ELIDED_AT_MOST:
            _elided.clear()
        found = _elided[key] = fonts.metrics(face).elidedText(text, mode, room)
    return found


def baseline(face: Face, top: int, height: int) -> int:
    """Where a line stands that is centred in this height."""
    measured = fonts.metrics(face)
    ascent = measured.ascent()
    return top + (height - ascent - measured.descent() + 1) // 2 + ascent


def draw_text(
    painter: QPainter, text: str, face: Face, ink: str, left: int, top: int, height: int
) -> None:
    """Draw one line, vertically centred; the caller has elided it."""
    painter.setFont(fonts.font(face))
    painter.setPen(theme.colours().pen[ink])
    painter.drawText(left, baseline(face, top, height), text)


def draw_icon(painter: QPainter, name: str, ink: str, left: int, top: int, size: int) -> None:
    """Draw an icon with its corner here; `size` is unscaled."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    painter.drawPixmap(left, top, icons.pixmap(name, ink, theme.px(size), ratio))


def draw_box(
    painter: QPainter, rect: QRect, radius: int, ground: str | None, edge: str | None
) -> None:
    """Draw a rounded box whose 1 px edge lies inside the rectangle."""
    colours = theme.colours()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(colours.pen[edge] if edge else Qt.PenStyle.NoPen)
    painter.setBrush(colours.brush[ground] if ground else Qt.BrushStyle.NoBrush)
    inset = 0.5 if edge else 0.0
    inner = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def draw_ring(painter: QPainter, rect: QRect, radius: int) -> None:
    """Draw the 2 px focus ring of a control, inside the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(theme.colours().focus_pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius - 1, radius - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def draw_row_ring(painter: QPainter, rect: QRect) -> None:
    """Draw the 2 px focus ring of a row or of a square item, inside the rectangle."""
    brush = theme.colours().brush["focus"]
    left, top, across, down = rect.x(), rect.y(), rect.width(), rect.height()
    painter.fillRect(left, top, across, 2, brush)
    painter.fillRect(left, top + down - 2, across, 2, brush)
    painter.fillRect(left, top, 2, down, brush)
    painter.fillRect(left + across - 2, top, 2, down, brush)


def chip_width(text: str) -> int:
    """The width of a status chip with this word."""
    return width(text, Face.MEDIUM) + 2 * theme.px(6) + 2


def draw_chip(painter: QPainter, text: str, tone: Tone, left: int, top: int, room: int) -> None:
    """Draw a status chip, 20 px high, at most `room` wide."""
    across = min(chip_width(text), room)
    height = theme.px(20)
    draw_box(painter, QRect(left, top, across, height), theme.px(4), tone.ground, tone.edge)
    inner = across - 2 * theme.px(6) - 2
    word = elided(text, Face.MEDIUM, inner)
    draw_text(painter, word, Face.MEDIUM, tone.ink, left + theme.px(6) + 1, top, height)


def days_width(days: DaysLeft) -> int:
    """The width of the days left, filled ground included."""
    face = _DAYS[days.level][1]
    extra = 2 * theme.px(6) if days.level is DaysLevel.OVERDUE else 0
    shield = theme.px(_SHIELD + 4) if days.protected else 0
    return width(days.text, face) + extra + shield


def draw_days(painter: QPainter, days: DaysLeft, left: int, top: int, room: int) -> None:
    """Draw the days left in a line of 20 px; overdue stands on its filled ground.

    A shield before them says that the customer is protected.
    """
    ink, face = _DAYS[days.level]
    height = theme.px(20)
    if days.protected:
        draw_icon(painter, "shield", "text2", left, top + theme.px(3), _SHIELD)
        left += theme.px(_SHIELD + 4)
        room -= theme.px(_SHIELD + 4)
        days = replace(days, protected=False)
    if days.level is DaysLevel.OVERDUE:
        across = min(days_width(days), room)
        draw_box(painter, QRect(left, top, across, height), theme.px(4), "overdueGround", None)
        left += theme.px(6)
        room = across - 2 * theme.px(6)
    draw_text(painter, elided(days.text, face, room), face, ink, left, top, height)
