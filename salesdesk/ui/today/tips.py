"""What the tooltips over a row of Today say: what is cut off, exact moments, keys of acts."""

from __future__ import annotations

from salesdesk.ui.commands import Cmd, hint
from salesdesk.ui.i18n import translate
from salesdesk.ui.today.columns import Columns
from salesdesk.ui.today.painting import act_word
from salesdesk.ui.today.rows import DayLine, RowAct

_LETTERS = {RowAct.LOG: "L", RowAct.WHATSAPP: "W", RowAct.CALL: "C", RowAct.PLAN: "N"}


def tip_at(line: DayLine, act: RowAct | None, x: int, at: Columns) -> str:
    """What the tooltip says at this place of a row, in pixels."""
    if act is not None:
        return f"{act_word(act)} ({_key(act)})"
    whom = " · ".join(part for part in (line.name, line.company) if part)
    if x >= at.days:
        return line.days_tip
    if at.two_lines:
        return f"{whom}\n{line.reason_tip}"
    if x >= at.chip:
        return line.reason_tip
    return whom


def _key(act: RowAct) -> str:
    if act is RowAct.CLAIM:
        return hint(Cmd.CLAIM)
    return _LETTERS.get(act, translate("today", "Enter"))
