"""The agents of a distribution: who gets some, how many they have and would have."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from salesdesk.domain.distribution import Given, Ground, Receiver, Share
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.widgets import Label, Measured, named

_BAR, _HIGH, _ROW = 144, 8, 32


class LoadBar(Measured, QWidget):
    """What an agent has, what would be added, and the most as a tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = self._added = self._room = 0
        self._tick = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_load(self, held: int, after: int, room: int, *, tick: bool) -> None:
        """Show it; `room` is what fills the bar, with a tick at its end where it is a limit."""
        self._held, self._added = min(held, after), max(after - held, 0)
        self._room, self._tick = max(room, 1), tick
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_BAR), theme.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.colours()
        wide, high = theme.px(_BAR) - 2, theme.px(_HIGH)
        top = (self.height() - high) // 2
        held = min(round(wide * self._held / self._room), wide)
        added = min(round(wide * self._added / self._room), wide - held)
        painter.fillRect(0, top, wide, high, colours.brush["plain"])
        painter.fillRect(0, top, held, high, colours.brush["control"])
        if added:
            painter.fillRect(held, top, added, high, colours.brush["accent"])
            painter.fillRect(held + 1, top + 1, added - 2, high - 2, colours.brush["select"])
        if self._tick:
            painter.fillRect(wide, top - 2, 2, high + 4, colours.brush["text"])
        painter.end()


class AgentRows(QWidget):
    """One line an agent: ticked for who gets some.

    Signals:
        changed(): others are ticked.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "distribute_agents", self.tr("Agents"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setColumnStretch(0, 1)
        self._lines: list[tuple[Receiver, QCheckBox, LoadBar, Label]] = []

    def show_agents(self, ground: Ground) -> None:
        """Show these; everybody is ticked."""
        for at, receiver in enumerate(ground.receivers):
            box = QCheckBox(receiver.name)
            box.setObjectName(f"distribute_agent_{receiver.uid}")
            box.setChecked(True)
            box.setMinimumHeight(theme.px(_ROW))
            box.toggled.connect(self._on_toggled)
            bar, told = LoadBar(), Label(name=f"distribute_load_{receiver.uid}", ink="text2")
            told.setMinimumWidth(theme.px(112))
            self._grid.addWidget(box, at, 0)
            self._grid.addWidget(bar, at, 1)
            self._grid.addWidget(told, at, 2, Qt.AlignmentFlag.AlignRight)
            self._lines.append((receiver, box, bar, told))

    @property
    def chosen(self) -> frozenset[str]:
        """Who is ticked."""
        return frozenset(receiver.uid for receiver, box, _, _ in self._lines if box.isChecked())

    def choose(self, *, all_of_them: bool) -> None:
        """Tick everybody, or nobody."""
        for _, box, _, _ in self._lines:
            box.setChecked(all_of_them)

    def show_share(
        self, share: Share, customers: tuple[Given, ...], most: int | None, formats: Formats
    ) -> None:
        """Show how many each would have."""
        after = {each[0].uid: share.after(each[0], customers) for each in self._lines}
        room = most or max([1, *after.values(), *(each[0].held for each in self._lines)])
        for receiver, _, bar, told in self._lines:
            then = after[receiver.uid]
            bar.show_load(receiver.held, then, room, tick=most is not None)
            if then == receiver.held:
                told.setText(formats.number(then))
                continue
            said = self.tr("{now} → {after}")
            told.setText(fill(said, now=formats.number(receiver.held), after=formats.number(then)))

    def _on_toggled(self) -> None:
        self.changed.emit()
