"""The pool's table: its columns, one line per available customer, and where they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from salesdesk.domain.contact import Outcome
from salesdesk.domain.pool import PoolQuery, PoolRow, PoolSort
from salesdesk.domain.queries import Page, PageKey
from salesdesk.services.lists import pool as pool_list
from salesdesk.services.session import Session
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting.cells import ChipCell, Level, TextCell
from salesdesk.ui.lists.customer_rows import CustomerLine, phone_cell
from salesdesk.ui.pool.texts import method_told
from salesdesk.ui.texts import (
    method_icon,
    method_word,
    name_of,
    outcome_word,
    reason_word,
    shown_status,
    status_tone,
)


class PoolColumn(IntEnum):
    """The columns of the pool."""

    NAME = 0
    COMPANY = 1
    PHONE = 2
    STATUS = 3
    FREE_SINCE = 4
    CAME_BACK = 5
    LAST_OUTCOME = 6
    BEST_METHOD = 7


#: What the columns keep at 100 % where there is little room.
WIDTHS = (160, 136, 144, 64, 104, 88, 120, 104)

#: Which columns give first where there is too little room; the others keep what they hold.
RANKS: Mapping[int, int] = {PoolColumn.BEST_METHOD: 0, PoolColumn.COMPANY: 1}

SORTS = {
    PoolColumn.NAME: PoolSort.NAME,
    PoolColumn.FREE_SINCE: PoolSort.FREE_SINCE,
    PoolColumn.CAME_BACK: PoolSort.CAME_BACK,
    PoolColumn.LAST_OUTCOME: PoolSort.LAST_CONTACT,
}


def titles() -> tuple[str, ...]:
    """The columns' titles, by `PoolColumn`."""
    return (
        translate("pool", "Name"),
        translate("pool", "Company"),
        translate("pool", "Phone"),
        translate("pool", "Status"),
        translate("pool", "Free since"),
        translate("pool", "Came back"),
        translate("pool", "Last outcome"),
        translate("pool", "Best method"),
    )


@dataclass(frozen=True, slots=True)
class PoolLine(CustomerLine):
    """An available customer's line, with what the pool knows of it."""

    pool: PoolRow


def line_of(found: PoolRow, formats: Formats, region: str) -> PoolLine:
    """The line of an available customer."""
    row = found.customer
    cells = (
        TextCell(name_of(row), Level.NAME),
        TextCell(row.company or "", Level.TEXT2),
        phone_cell(row, region),
        ChipCell(shown_status(row), status_tone(row)),
        TextCell(formats.since(found.free_since, row.now) if found.free_since else "–"),
        TextCell(formats.times(found.came_back), Level.TEXT if found.came_back else Level.TEXT2),
        _outcome(row.last_outcome),
        _method(found),
    )
    texts = tuple(cell.text for cell in cells)
    return PoolLine(row, cells, texts, _tips(found, texts, formats), found)


def _outcome(outcome: Outcome | None) -> TextCell:
    if outcome is None:
        return TextCell(translate("pool", "no contact yet"), Level.TEXT3)
    good = outcome is Outcome.SUCCESSFUL
    level = Level.WON if good else Level.TEXT2
    icon, ink = ("check", "won") if good else ("x", "text2")
    return TextCell(outcome_word(outcome), level, icon, ink)


def _method(found: PoolRow) -> TextCell:
    if found.best is None:
        return TextCell(translate("pool", "not known"), Level.TEXT3)
    method = found.best.method
    return TextCell(method_word(method), Level.TEXT, method_icon(method))


def _tips(found: PoolRow, texts: tuple[str, ...], formats: Formats) -> tuple[str, ...]:
    now = found.customer.now
    tips = list(texts)
    tips[PoolColumn.STATUS] = ""
    since = formats.tip(found.free_since, now) if found.free_since else ""
    if found.last_owner_name:
        before = translate("pool", "{since}; before with {name}")
        since = fill(before, since=since, name=found.last_owner_name)
    tips[PoolColumn.FREE_SINCE] = since
    reasons = (
        f"{reason_word(reason)}: {formats.number(times)}"
        for reason, times in found.reasons.items()
        if times
    )
    tips[PoolColumn.CAME_BACK] = "\n".join(reasons)
    last = found.customer.last_contact
    tips[PoolColumn.LAST_OUTCOME] = formats.tip(last, now) if last else ""
    tips[PoolColumn.BEST_METHOD] = "\n".join(method_told(one, formats) for one in found.methods)
    return tuple(tips)


@dataclass(frozen=True, slots=True)
class PoolSource:
    """The lines that a query asks for."""

    session: Session
    query: PoolQuery
    formats: Formats
    region: str

    def page(self, after: PageKey | None, limit: int) -> Page[CustomerLine]:
        """One page; raises what `pool_list.page` does."""
        found = pool_list.page(self.session, self.query, after, limit)
        return Page(
            tuple(line_of(row, self.formats, self.region) for row in found.rows), found.after
        )

    def lines(self, ids: Sequence[str]) -> tuple[CustomerLine, ...]:
        """Those that are still free; raises what `pool_list.rows` does."""
        return tuple(
            line_of(row, self.formats, self.region) for row in pool_list.rows(self.session, ids)
        )
