"""What menus say."""

from __future__ import annotations

from PySide6.QtCore import QObject

from salesdesk.ui.commands import Cmd
from tests.support.windows import OpenWindow


def menu(at: OpenWindow, command: Cmd) -> str:
    """What the menu says of a command; '' while it cannot be given."""
    action = at.window.bar.action(command)
    return action.text().replace("&", "") if action.isEnabled() else ""


def nav(at: OpenWindow, key: str) -> str:
    """The count beside a screen in the navigation."""
    lists = at.window.navigation.findChildren(QObject)
    entries = [e for each in lists for e in getattr(each, "entries", []) if e.key == key]
    return str(next(entry.count for entry in entries))
