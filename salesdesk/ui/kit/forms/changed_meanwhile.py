"""Two people changed the same field: what the other wrote, and the choice between the two."""

from __future__ import annotations

from collections.abc import ItemsView, Mapping, ValuesView

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.forms.dialog import Notice, Row
from salesdesk.ui.kit.widgets import Button


class Odds(Notice):
    """What somebody else wrote into a field meanwhile, and the choice between the two.

    Signals:
        settled(): a choice was made.
    """

    settled = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.open = False
        self.takes_theirs = False
        self.mine_button = Button(self.tr("Keep mine"), name=f"{name}_mine", small=True)
        self.theirs_button = Button(self.tr("Take theirs"), name=f"{name}_theirs", small=True)
        self.mine_button.clicked.connect(self._mine)
        self.theirs_button.clicked.connect(self._theirs)

    def ask(self, theirs: str) -> None:
        """Show what is there now, and ask."""
        self.open = True
        shown = theirs or self.tr("nothing")
        strong = self.tr("Changed meanwhile.")
        told = fill(self.tr("Somebody else wrote “{text}”."), text=shown)
        self.show_notice(strong, told, self.mine_button, self.theirs_button)

    def _mine(self) -> None:
        self._settle(theirs=False)

    def _theirs(self) -> None:
        self._settle(theirs=True)

    def _settle(self, *, theirs: bool) -> None:
        self.takes_theirs = theirs
        self.open = False
        self.dismiss()
        self.settled.emit()


class OddsLines(QObject):
    """Such a line under each field of a form; made when its field is first at odds.

    Hardly ever is one, and to make them all with the form takes a quarter of its time.

    Signals:
        settled(): a choice was made in one of them.
    """

    settled = Signal()

    def __init__(self, rows: Mapping[str, Row], *, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._name = name
        self._made: dict[str, Odds] = {}

    def __getitem__(self, field: str) -> Odds:
        line = self._made.get(field)
        if line is None:
            line = self._made[field] = Odds(name=f"{self._name}_{field}_odds")
            line.settled.connect(self.settled)
            self._rows[field].put_below(line)
        return line

    def items(self) -> ItemsView[str, Odds]:
        """Those that there are."""
        return self._made.items()

    def values(self) -> ValuesView[Odds]:
        """Those that there are."""
        return self._made.values()
