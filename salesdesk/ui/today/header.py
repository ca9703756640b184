"""The top of Today: the day, search, Log contact; and below it whose day it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import OwnerFilter, OwnerScope
from salesdesk.ui.commands import Cmd, hint, tip
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    FilterChip,
    Label,
    Pane,
    named,
)
from salesdesk.ui.lists.filters import owner_word
from salesdesk.ui.lists.screen_header import ScreenHeader
from salesdesk.ui.session.office_settings import OfficeSettings
from salesdesk.ui.today.columns import margin, roomy


class TodayHeader(ScreenHeader):
    """Title, the day, search, and the one act.

    Signals:
        log_requested(): a contact with the current customer shall be logged.
    """

    log_requested = Signal()

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        find = (self.tr("Search in Today"), self.tr("Search in Today by name, company or phone"))
        super().__init__("today", self.tr("Today"), find, gap=16, parent=parent)
        self.day = Label(name="today_day", ink="text2", cut=True)
        self.log = Button(
            self.tr("Log contact"),
            name="today_log",
            kind=ButtonKind.PRIMARY,
            icon="square-pen",
            hint=hint(Cmd.LOG),
        )
        self.log.setToolTip(tip(self.tr("Log a contact with the current customer"), Cmd.LOG))
        self.log.clicked.connect(self.log_requested)
        self.log.setVisible(actor.may(Permission.CONTACTS_LOG))
        self.set_primary(self.log)
        self.lay_out(self.day, (self.log,))

    def search_width(self) -> int:
        return 264 if roomy(self.width()) else 176

    def measure(self) -> None:
        super().measure()
        side = margin(self.width())
        self._row.setContentsMargins(side, 0, side, 0)


class TodayFilters(Pane):
    """Whose day is shown, as a removable chip, and at the right how much was logged.

    Signals:
        changed(OwnerFilter): another person's day shall be shown.
        cleared(): everybody's day, without a search.
    """

    changed = Signal(object)
    cleared = Signal()

    def __init__(
        self, office: OfficeSettings, me: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("base", "bottom", name="today_filters", parent=parent)
        self._office = office
        self._me = me
        self._owner = OwnerFilter()
        self._chip: FilterChip | None = None
        self._meanings: dict[QAction, OwnerFilter] = {}
        self.button = Button(
            self.tr("Filter"), name="today_filter", kind=ButtonKind.QUIET, icon="filter"
        )
        self.button.setToolTip(tip(self.tr("Choose whose day is shown"), Cmd.FILTER))
        self.button.clicked.connect(self.open_menu)
        self.clear = Button(self.tr("Clear all"), name="today_clear", kind=ButtonKind.LINK)
        self.clear.setToolTip(tip(self.tr("Show everybody's day"), Cmd.CLEAR_FILTERS))
        self.clear.clicked.connect(self.cleared)
        self.said = Label(name="today_logged", ink="text2")
        self.menu = QMenu(self)
        named(self.menu, "today_filter_menu", self.tr("Owner"))
        for part in (self.button, self.clear, self.said):
            part.setParent(self)
        self.setFixedHeight(theme.px(48))

    def show_owner(self, owner: OwnerFilter, searched: bool) -> None:
        """Show whose day it is; somebody's own stands as a chip."""
        self._owner = owner
        if self._chip is not None:
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        if owner.scope is OwnerScope.PERSON:
            name = owner_word(owner, self._office, self._me)
            self._chip = FilterChip(self.tr("Owner"), name, name="today_chip_owner", parent=self)
            self._chip.removed.connect(self.cleared)
            self._chip.clicked.connect(self.open_menu)
            self._chip.show()
            QWidget.setTabOrder(self.button, self._chip)
            QWidget.setTabOrder(self._chip, self.clear)
        self.clear.setVisible(owner.scope is OwnerScope.PERSON or searched)
        self._arrange()

    def open_menu(self) -> None:
        """Open the menu of persons."""
        self.menu.clear()
        self._meanings.clear()
        self._add(self.tr("Everybody"), OwnerFilter(OwnerScope.BOUND))
        self.menu.addSeparator()
        if self._me is not None:
            self._add(self.tr("Me"), OwnerFilter(OwnerScope.PERSON, self._me))
        for owner in self._office.owners:
            if owner.uid != self._me:
                self._add(owner.name, OwnerFilter(OwnerScope.PERSON, owner.uid))
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))

    def _add(self, text: str, owner: OwnerFilter) -> None:
        action = self.menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(owner == self._owner)
        self._meanings[action] = owner
        action.triggered.connect(self._on_choice)

    def _on_choice(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and action in self._meanings:
            self.changed.emit(self._meanings[action])

    def say(self, text: str, tip: str = "") -> None:
        """Say something at the right end."""
        self.said.setText(text)
        self.said.setToolTip(plain_tip(tip))
        self._arrange()

    def _arrange(self) -> None:
        gap, side = theme.px(8), margin(self.width())
        wide = self.said.sizeHint().width()
        high = self.button.sizeHint().height()
        # The quiet button's own padding brings its icon to the margin.
        self.button.setGeometry(side - gap, theme.px(4), self.button.sizeHint().width(), high)
        left = self.button.geometry().right() + 1 + gap
        for part in (self._chip, self.clear):
            if part is not None and not part.isHidden():
                size = part.sizeHint()
                part.setGeometry(left, theme.px(8), size.width(), theme.px(24))
                left += size.width() + theme.px(12)
        right = self.width() - side - wide
        self.said.setVisible(bool(self.said.text()) and right > left)
        self.said.setGeometry(right, theme.px(8), wide, theme.px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def measure(self) -> None:
        self.setFixedHeight(theme.px(48))
        self._arrange()
