"""The row of filters over the table of people: by role, and by what is missing or late."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from salesdesk.domain.people import Role
from salesdesk.services.admin.roster import RosterLine
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Pane, named

_ALL, _ABLE, _NO_ROLE, _NO_ACCOUNT, _LATE = "", "able", "roleless", "accountless", "late"
_EVERY_ROLE = ""


class PeopleFilters(Pane):
    """Whom the table shows.

    Signals:
        changed(): others are wanted.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("base", "bottom", name="people_filters")
        self.state = QComboBox()
        named(self.state, "people_state", self.tr("Who"))
        self.role = QComboBox()
        named(self.role, "people_role", self.tr("Role"))
        for choice in (self.state, self.role):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.clear_all = Button(self.tr("Clear all"), name="people_clear_all", kind=ButtonKind.LINK)
        self.count = Label(name="people_count", ink="text2")
        self._row = QHBoxLayout(self)
        for part in (self.state, self.role, self.clear_all):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self.count)
        self.state.activated.connect(self._on_changed)
        self.role.activated.connect(self._on_changed)
        self.clear_all.clicked.connect(self._on_clear)
        self.clear_all.hide()
        self.measure()

    def offer(self, roles: tuple[Role, ...], *, has_accounts: bool) -> None:
        """Offer these roles, and the states that there are; what is chosen stays."""
        states = [
            (_ALL, self.tr("Everybody")),
            (_ABLE, self.tr("May do something here")),
            (_NO_ROLE, self.tr("May do nothing here")),
            (_LATE, self.tr("With late next steps")),
        ]
        if has_accounts:
            states.insert(3, (_NO_ACCOUNT, self.tr("With a role, no account")))
        _refill(self.state, states)
        named_roles = [(one.name, one.name) for one in roles if one.people]
        _refill(self.role, [(_EVERY_ROLE, self.tr("Any role")), *named_roles])

    def fits(self, line: RosterLine) -> bool:
        """Whether the filters let somebody through."""
        state, role = self.state.currentData() or _ALL, self.role.currentData() or _EVERY_ROLE
        person = line.person
        if role and role not in (person.salesdesk_role, person.booking_role):
            return False
        return {
            _ALL: True,
            _ABLE: bool(line.may),
            _NO_ROLE: not line.may,
            _NO_ACCOUNT: bool(line.may) and not line.accounts,
            _LATE: bool(line.late),
        }[state]

    def show_count(self, shown: int, all_: int, formats: Formats) -> None:
        """Say how many of how many are shown."""
        said = fill(
            self.tr("{shown} of {all} people"),
            shown=formats.number(shown), all=formats.number(all_),
        )  # fmt: skip
        self.count.setText(said)
        self.clear_all.setVisible(bool(self.state.currentData() or self.role.currentData()))

    def clear(self) -> None:
        """Show everybody."""
        self.state.setCurrentIndex(0)
        self.role.setCurrentIndex(0)

    def _on_clear(self) -> None:
        self.clear()
        self.changed.emit()

    def _on_changed(self) -> None:
        self.changed.emit()

    def measure(self) -> None:
        self.setFixedHeight(theme.px(48))
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._row.setSpacing(theme.px(8))


def _refill(choice: QComboBox, entries: list[tuple[str, str]]) -> None:
    """Offer these; what is chosen stays, or the first is chosen."""
    chosen = choice.currentData()
    choice.clear()
    for value, words in entries:
        choice.addItem(words, value)
    choice.setCurrentIndex(max(choice.findData(chosen), 0))
