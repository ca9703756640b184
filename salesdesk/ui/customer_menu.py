"""The menu of what can be done to customers, under the pointer or the panel's button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.commands import Cmd, CommandBar
from salesdesk.ui.context import Context
from salesdesk.ui.customer_acts import ASKING, ICONS, Act, applicable, word
from salesdesk.ui.icons import icon

_MOVES = (Cmd.COLD, Cmd.WARM, Cmd.HOT)


class CustomerMenu(QObject):
    """Offers each act with the number of customers that it would be done to.

    Signals:
        chosen(Act): an act was chosen.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, bar: CommandBar, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._bar = bar
        self._menu = QMenu(window)
        self._menu.setObjectName("customers_menu")
        bar.show_plainly(self._menu)

    def open_for(self, rows: Sequence[CustomerRow], at: QPoint) -> None:
        """Open the menu for these customers."""
        self._fill(rows)
        self._menu.popup(at)

    def _fill(self, rows: Sequence[CustomerRow]) -> None:
        menu, actor = self._menu, self._context.desk.actor
        number = self._context.office.formats.number
        menu.clear()
        for act in Act:
            able = applicable(act, rows, actor)
            if not able:
                continue
            if act in {Act.CLAIM, Act.EDIT}:
                menu.addSeparator()
            count = f" {number(len(able))}" if len(rows) > 1 else ""
            dots = "…" if act in ASKING else ""
            action = menu.addAction(icon(ICONS[act], "text2"), f"{word(act, able)}{count}{dots}")
            action.setShortcut(self._bar.action(Cmd(act.value)).shortcut())
            action.setShortcutVisibleInContextMenu(True)
            action.setProperty("command", act.value)
            action.triggered.connect(self._on_action)
        menu.addSeparator()
        for command in (*_MOVES, Cmd.COPY):
            if self._bar.action(command).isEnabled():
                menu.addAction(self._bar.action(command))

    def _on_action(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(Act(str(sender.property("command"))))
