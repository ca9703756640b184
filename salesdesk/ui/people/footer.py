"""The footer of the table of people: who is selected, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from salesdesk.services.admin.roster import RosterLine
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Pane


class PeopleFooter(Pane):
    """Offers the acts on the selected person, and the export of those who are shown.

    Signals:
        role_wanted(), hand_over_wanted(): for the selected person.
        export_wanted(): of those who are shown.
    """

    role_wanted = Signal()
    hand_over_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, *, may_export: bool) -> None:
        super().__init__("raised", "top", name="people_footer")
        self._may_export = may_export
        self.told = Label(name="people_selected", ink="text2", cut=True)
        self.role = self._button(self.tr("Change role…"), "role", "contact")
        self.hand_over = self._button("", "hand_over", "arrow-right-left")
        self.export = self._button("", "export", "upload")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.told, 1)
        for button, wanted in (
            (self.role, self.role_wanted),
            (self.hand_over, self.hand_over_wanted),
            (self.export, self.export_wanted),
        ):
            self._row.addWidget(button)
            button.clicked.connect(wanted.emit)
        self.measure()

    def _button(self, said: str, name: str, icon: str) -> Button:
        return Button(said, name=f"people_footer_{name}", icon=icon, kind=ButtonKind.QUIET)

    def show_selection(
        self, line: RosterLine | None, shown: int, formats: Formats, *, may_hand_over: bool
    ) -> None:
        """Say who is selected, and name each act's exact count."""
        said = self.tr("{name} selected") if line is not None else self.tr("Nobody selected")
        self.told.setText(fill(said, name=line.person.name if line is not None else ""))
        held = line.customers if line is not None else 0
        given = self.tr("Hand over {number}…")
        self.hand_over.setText(fill(given, number=formats.number(held)))
        self.export.setText(fill(self.tr("Export {number}…"), number=formats.number(shown)))
        self.role.setVisible(line is not None)
        self.hand_over.setVisible(bool(held) and may_hand_over)
        self.export.setVisible(bool(shown) and self._may_export)

    def measure(self) -> None:
        """Take the lengths of the present scale."""
        self.setFixedHeight(theme.px(40))
        self._row.setContentsMargins(theme.px(16), theme.px(1), theme.px(16), 0)
        self._row.setSpacing(theme.px(8))
