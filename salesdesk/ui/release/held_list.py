"""The customers of a held run: sorted by any column, and who of them shall stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import Candidate
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable
from salesdesk.ui.kit.painting.cells import Level, TextCell

_KEYS: tuple[Callable[[Candidate], object], ...] = (
    lambda one: one.name.casefold(),
    lambda one: (one.owner_name.casefold(), -one.idle_days),
    lambda one: -one.idle_days,
    lambda one: one.reason.value,
)
_AGENTS = 6


class HeldList(CellTable):
    """The table; Space leaves the current one out, or takes it back in.

    Attributes:
        left_out: the ids of who shall stay.

    Signals:
        changed(): others are left out.
    """

    changed = Signal()

    def __init__(
        self,
        candidates: tuple[Candidate, ...],
        formats: Formats,
        *,
        chooses: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            [
                translate("guard", "Name"), translate("guard", "Owner"), translate("guard", "Idle"),
                translate("guard", "Reason"), "",
            ],
            [0, 168, 104, 144, 72],
            name="guard_candidates",
            accessible=translate("guard", "Customers who would be released"),
            parent=parent,
        )  # fmt: skip
        self._candidates, self._formats, self._chooses = candidates, formats, chooses
        self.left_out: set[str] = set()
        self._by, self._backwards = 2, False
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._on_sorted)
        self._show()

    def _on_sorted(self, column: int) -> None:
        if column < len(_KEYS):
            self._backwards = not self._backwards if column == self._by else False
            self._by = column
            self._show()

    def _show(self) -> None:
        current = self.current()
        rows = sorted(self._candidates, key=_KEYS[self._by], reverse=self._backwards)  # type: ignore[arg-type]
        self.show_rows([self._row(one) for one in rows])
        ids = [one.id for one in rows]
        if current is not None and current.id in ids:
            self.selectRow(ids.index(current.id))

    def _row(self, one: Candidate) -> CellRow:
        stays = one.id in self.left_out
        level = Level.TEXT3 if stays else Level.TEXT
        reason = {
            UnbindingReason.INACTIVITY: translate("guard", "inactivity"),
            UnbindingReason.PERIOD_ENDED: translate("guard", "longest period over"),
            UnbindingReason.MANUAL_RELEASE: translate("guard", "released by hand"),
        }[one.reason]
        return CellRow(
            one.id,
            (
                TextCell(one.name, Level.TEXT3 if stays else Level.NAME),
                TextCell(one.owner_name, Level.TEXT2),
                TextCell(self._formats.days(one.idle_days), level),
                TextCell(reason, Level.TEXT2),
                TextCell(translate("guard", "stays") if stays else "", Level.ACCENT),
            ),
        )

    def toggle(self) -> None:
        """Leave the current one out, or take it back in."""
        current = self.current()
        if current is None or not self._chooses:
            return
        self.left_out ^= {current.id}
        self._show()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        else:
            super().keyPressEvent(event)


def by_agent(candidates: tuple[Candidate, ...], formats: Formats) -> str:
    """How many of each agent, the most first."""
    counts = Counter(one.owner_name for one in candidates).most_common()
    told = [f"{name} {formats.number(number)}" for name, number in counts[:_AGENTS]]
    rest = sum(number for _, number in counts[_AGENTS:])
    if rest:
        said = translate("guard", "others {number}")
        told.append(fill(said, number=formats.number(rest)))
    return " · ".join(told)
