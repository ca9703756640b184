"""What the tooltips over a row of Today say: what is cut off, exact moments, keys of acts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from salesdesk.ui import theme
from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.delegates.today import act_word, columns
from salesdesk.ui.models.day_lines import DayLine, RowAct

translate = QCoreApplication.translate

_LETTERS = {RowAct.LOG: "L", RowAct.WHATSAPP: "W", RowAct.CALL: "C", RowAct.PLAN: "N"}


def tip_at(line: DayLine, act: RowAct | None, x: int, width: int) -> str:
    """What the tooltip says at this place of a row of this width, in pixels."""
    if act is not None:
        return f"{act_word(act)} ({_key(act)})"
    at = columns(round(width * 100 / theme.scale()))
    whom = " · ".join(part for part in (line.name, line.company) if part)
    if x >= theme.px(at.days):
        return line.days_tip
    if at.two_lines:
        return f"{whom}\n{line.reason_tip}"
    if x >= theme.px(at.chip):
        return line.reason_tip
    return whom


def _key(act: RowAct) -> str:
    if act is RowAct.CLAIM:
        return hint(Cmd.CLAIM)
    return _LETTERS.get(act, translate("today", "Enter"))
