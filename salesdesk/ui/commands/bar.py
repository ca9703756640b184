"""The commands as actions of the window's menu bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from salesdesk.ui.commands.keys import Cmd
from salesdesk.ui.commands.table import Command, Menu, commands, menu_titles
from salesdesk.ui.kit import icons


class _PlainTitles(QProxyStyle):
    """Menu titles without underlined letters, as in the design; Alt with the letter still works.

    For the menu bar alone: a style in Python that every widget asked would be slow.
    """

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return 0
        return super().styleHint(hint, option, widget, returnData)


class CommandBar(QObject):
    """The actions in the window's menu bar.

    Signals:
        chosen(Cmd): a command was given by menu or shortcut.
    """

    chosen = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions: dict[Cmd, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self.menus: dict[Menu, QMenu] = {}
        self._style = _PlainTitles("Fusion")
        self._style.setParent(self)
        window.menuBar().setStyle(self._style)
        for menu, title in menu_titles().items():
            self.menus[menu] = window.menuBar().addMenu(title)
            self.menus[menu].setObjectName(f"menu_{menu.value}")
        for command in commands():
            self._add(command)

    def _add(self, command: Command) -> None:
        menu = self.menus[command.menu]
        if command.starts_section:
            menu.addSeparator()
        action = menu.addAction(command.text)
        action.setObjectName(f"command_{command.key.value}")
        action.setShortcut(QKeySequence(command.shortcut))
        action.setData(command.key.value)
        if command.icon:
            action.setIcon(icons.icon(command.icon, "text2"))
        if command.key is Cmd.QUIT:
            action.setMenuRole(QAction.MenuRole.QuitRole)
        elif command.key is Cmd.ABOUT:
            action.setMenuRole(QAction.MenuRole.AboutRole)
        action.setCheckable(command.checkable or bool(command.group))
        if command.group:
            self._group(command.group).addAction(action)
        action.triggered.connect(self._on_triggered)
        self._actions[command.key] = action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    def action(self, key: Cmd) -> QAction:
        """The action of a command."""
        return self._actions[key]

    def show_plainly(self, menu: QMenu) -> None:
        """Show no underlined letters in a menu that shares the bar's actions."""
        menu.setStyle(self._style)

    def enable(self, key: Cmd, possible: bool) -> None:
        """Let a command be given, or not just now."""
        self._actions[key].setEnabled(possible)

    def check(self, key: Cmd, on: bool) -> None:
        """Show a checkable command as on or off."""
        self._actions[key].setChecked(on)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(Cmd(str(action.data())))
