"""Every command of the window: name, shortcut, menu, words.

Menu, tooltip and the list of shortcuts read the same table and so cannot differ.
"""

from salesdesk.ui.commands.bar import CommandBar
from salesdesk.ui.commands.keys import SHORTCUTS, Cmd, hint, tip
from salesdesk.ui.commands.table import Command, Menu, commands, menu_titles

__all__ = [
    "SHORTCUTS",
    "Cmd",
    "Command",
    "CommandBar",
    "Menu",
    "commands",
    "hint",
    "menu_titles",
    "tip",
]
