"""The dialogs of reminders, imported when they are first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdesk.ui.reminders.list_dialog import RemindersDialog
    from salesdesk.ui.reminders.settings_dialog import NotificationsDialog


def reminders_dialog() -> type[RemindersDialog]:
    """What is due, in a list."""
    from salesdesk.ui.reminders.list_dialog import RemindersDialog

    return RemindersDialog


def notifications_dialog() -> type[NotificationsDialog]:
    """How reminders are told."""
    from salesdesk.ui.reminders.settings_dialog import NotificationsDialog

    return NotificationsDialog
