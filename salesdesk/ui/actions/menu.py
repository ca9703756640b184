"""The menu of what can be done to customers, under the pointer or the panel's button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.actions.actions import ASKING, ICONS, CustomerAct, applicable, word
from salesdesk.ui.commands import Cmd, CommandBar
from salesdesk.ui.kit.icons import icon
from salesdesk.ui.session.context import Context

#: The commands that change the status.
MOVES = {
    Cmd.COLD: SalesStatus.COLD,
    Cmd.WARM: SalesStatus.WARM,
    Cmd.HOT: SalesStatus.HOT,
}


class CustomerMenu(QObject):
    """Offers each act with the number of customers that it would be done to.

    Every line is the menu's own. An action of the menu bar must not stand here: `QMenu.clear`
    lets go of the actions of a menu in Python, and the bar would be left with dead ones.

    Signals:
        chosen(Act, tuple): an act was chosen, for these rows: those the menu was opened for.
        moved(SalesStatus, tuple): a status was chosen for them.
        copy_requested(): the selection shall be copied.
    """

    chosen = Signal(object, object)
    moved = Signal(object, object)
    copy_requested = Signal()

    def __init__(self, context: Context, bar: CommandBar, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._bar = bar
        self._rows: tuple[CustomerRow, ...] = ()
        self._menu = QMenu(window)
        self._menu.setObjectName("customers_menu")
        bar.show_plainly(self._menu)

    def open_for(self, rows: Sequence[CustomerRow], at: QPoint) -> None:
        """Open the menu for these customers."""
        self._rows = tuple(rows)
        self._fill(rows)
        self._menu.popup(at)

    def _fill(self, rows: Sequence[CustomerRow]) -> None:
        menu, actor = self._menu, self._context.session.actor
        number = self._context.office.formats.number
        menu.clear()
        for act in CustomerAct:
            able = applicable(act, rows, actor)
            if not able:
                continue
            if act in {CustomerAct.CLAIM, CustomerAct.EDIT}:
                menu.addSeparator()
            count = f" {number(len(able))}" if len(rows) > 1 else ""
            dots = "…" if act in ASKING else ""
            action = menu.addAction(icon(ICONS[act], "text2"), f"{word(act, able)}{count}{dots}")
            action.setShortcut(self._bar.action(Cmd(act.value)).shortcut())
            action.setShortcutVisibleInContextMenu(True)
            action.setProperty("command", act.value)
            action.triggered.connect(self._on_action)
        menu.addSeparator()
        for command in (*MOVES, Cmd.COPY):
            if self._bar.action(command).isEnabled():
                self._add_command(command)

    def _add_command(self, command: Cmd) -> None:
        """A line that looks like the bar's."""
        model = self._bar.action(command)
        action = self._menu.addAction(model.icon(), model.text())
        action.setShortcut(model.shortcut())
        action.setShortcutVisibleInContextMenu(True)
        action.setProperty("command", command.value)
        action.triggered.connect(self._on_command)

    def _on_action(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(CustomerAct(str(sender.property("command"))), self._rows)

    def _on_command(self) -> None:
        sender = self.sender()
        command = Cmd(str(sender.property("command"))) if sender is not None else Cmd.COPY
        if command in MOVES:
            self.moved.emit(MOVES[command], self._rows)
        else:
            self.copy_requested.emit()
