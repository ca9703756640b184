"""The row above the tabs of Activity: days, whose, which customers, and as of when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from salesdesk.domain.people import Agent
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.ui.activity import texts as words
from salesdesk.ui.activity.people_dialog import SeveralPeopleDialog
from salesdesk.ui.activity.period_dialog import PeriodDialog
from salesdesk.ui.activity.selection import CUSTOM, LONGEST_DAYS, FrameChoice, ranges
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import Button, Pane
from salesdesk.ui.lists.filter_bar import FilterBar
from salesdesk.ui.lists.filters import Facet
from salesdesk.ui.session.context import Context


class FrameBar(Pane):
    """Shows the choice and lets people change it.

    Attributes:
        choice: what is chosen.

    Signals:
        changed(): something else was chosen.
        dialog_wanted(QDialog): this dialog shall be opened.
    """

    changed = Signal()
    dialog_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", "bottom", name="activity_frame", parent=parent)
        self._context = context
        actor = context.session.actor
        self._leads = actor.may(Permission.REPORTS_VIEW_TEAM)
        mine = None if self._leads or actor.uid is None else frozenset({actor.uid})
        self.choice = FrameChoice(people=mine)
        self._former: dict[str, Agent] = {}
        self.range_button = Button("", name="activity_range", icon="calendar")
        self.range_button.setToolTip(self.tr("Choose the days"))
        self.people_button = Button("", name="activity_people", icon="users")
        self.filters = FilterBar(
            context.office, None, screen="activity", facets=(Facet.STATUS, Facet.SOURCE), side=24
        )
        self._menu = QMenu(self)
        self._menu.setObjectName("activity_menu")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), 0, 0, 0)
        row.setSpacing(0)
        # In one line with the first line of the filters, however many of these there are.
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, theme.px(4), 0, 0)
        buttons.setSpacing(theme.px(8))
        for button in (self.range_button, self.people_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons)
        row.addWidget(self.filters, 1)
        self.range_button.clicked.connect(self.open_ranges)
        self.people_button.clicked.connect(self.open_people)
        self.filters.changed.connect(self.filter)

    # --- what is chosen ---------------------------------------------------------------------------

    def today(self) -> date | None:
        """The office's day by the database's clock; None before it is known."""
        pulse = self._context.connection.pulse
        office = self._context.office.formats.office
        return pulse.now.astimezone(office).date() if pulse is not None else None

    def report_scope(self) -> ReportScope | None:
        """What is asked; None before the database's clock is known."""
        today = self.today()
        return self.choice.report_scope(today) if today is not None else None

    def choose(self, choice: FrameChoice) -> None:
        """Ask about other days, people or customers."""
        if not self._leads:
            me = self._context.session.actor.uid
            mine = frozenset({me}) if me is not None else None
            choice = choice if choice.people == mine else replace(choice, people=None)
        self.choice = choice
        self.show_choice()
        self.changed.emit()

    def filter(self, query: CustomerQuery) -> None:
        """Ask about customers of other statuses or sources."""
        self.choose(replace(self.choice, customers=query))

    def show_choice(self) -> None:
        """Write what is chosen on the buttons."""
        today = self.today()
        formats = self._context.office.formats
        if today is not None:
            self.range_button.setText(words.period_word(self.choice.period(today), formats))
        self.people_button.setText(self.people_word())
        names = [self._name(uid) for uid in sorted(self.choice.people or ())]
        self.people_button.setToolTip(", ".join(names) or self.tr("Choose whose figures"))
        self.filters.show_query(self.choice.customers)

    def _is_me(self) -> bool:
        me = self._context.session.actor.uid
        return me is not None and self.choice.people == frozenset({me})

    def people_word(self) -> str:
        """'Everybody', 'Me', a name, '3 agents'."""
        people = self.choice.people
        if people is None:
            return self.tr("Everybody")
        if self._is_me():
            return self.tr("Me")
        if len(people) == 1:
            return self._name(next(iter(people)))
        return fill(
            self.tr("{number} agents"), number=self._context.office.formats.number(len(people))
        )

    def remember(self, people: Iterable[Agent]) -> None:
        """Offer these too: their figures are there, though they may hold customers no more."""
        self._former |= {one.uid: one for one in people}

    def _name(self, uid: str) -> str:
        names = {one.uid: one.name for one in self._known()}
        return names.get(uid, uid)

    def _known(self) -> list[Agent]:
        agents = self._context.office.agents
        uids = {one.uid for one in agents}
        return [*agents, *(one for uid, one in self._former.items() if uid not in uids)]

    # --- the menus --------------------------------------------------------------------------------

    def open_ranges(self) -> None:
        """Open the menu of days."""
        today = self.today()
        if today is None:
            return
        formats = self._context.office.formats
        self._menu.clear()
        for key, period in ranges(today).items():
            text = f"{words.range_word(key)} ({words.period_word(period, formats)})"
            self._add(text, f"range:{key}", key == self.choice.range)
        self._menu.addSeparator()
        self._add(self.tr("Other days…"), f"range:{CUSTOM}", self.choice.range == CUSTOM)
        self._popup(self.range_button)

    def open_people(self) -> None:
        """Open the menu of whose figures are shown."""
        everybody, me = self.choice.people is None, self._context.session.actor.uid
        self._menu.clear()
        self._add(self.tr("Everybody"), "people:all", everybody)
        if me is not None:
            self._add(self.tr("Me"), "people:me", self._is_me())
        if self._leads:
            self._add(self.tr("Some agents…"), "people:some", not everybody and not self._is_me())
        self._popup(self.people_button)

    def _add(self, text: str, data: str, chosen: bool) -> None:
        action = self._menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.setData(data)
        action.triggered.connect(self._on_choice)

    def _popup(self, under: QWidget) -> None:
        self._menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _on_choice(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        kind, _, value = str(action.data()).partition(":")
        me = self._context.session.actor.uid
        if kind == "range" and value == CUSTOM:
            self.ask_days()
        elif kind == "range":
            self.choose(replace(self.choice, range=value, days=None))
        elif value == "some":
            self.ask_people()
        else:
            mine = frozenset({me}) if value == "me" and me is not None else None
            self.choose(replace(self.choice, people=mine))

    def ask_days(self) -> None:
        """Ask for a first and a last day."""
        today = self.today()
        if today is None:
            return
        period, formats = self.choice.period(today), self._context.office.formats
        dialog = PeriodDialog(period, today, LONGEST_DAYS, formats, self.window())
        dialog.chosen.connect(self._on_days)
        self.dialog_wanted.emit(dialog)

    def _on_days(self, period: Period) -> None:
        self.choose(replace(self.choice, range=CUSTOM, days=period))

    def ask_people(self) -> None:
        """Ask for several people."""
        dialog = SeveralPeopleDialog(self._known(), self.choice.people or (), self.window())
        dialog.chosen.connect(self._on_people)
        self.dialog_wanted.emit(dialog)

    def _on_people(self, uids: frozenset[str]) -> None:
        self.choose(replace(self.choice, people=uids))
