"""Pictures of the reminders: the list, putting off, the settings, nobody left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from salesdesk.app.local.reminders import ReminderFile
from salesdesk.domain.moments import DAY
from salesdesk.ui.commands import Cmd
from salesdesk.ui.reminders.snooze_dialog import SnoozeDialog
from salesdesk.ui.reminders.texts import name_of
from salesdesk.ui.session.ports import Reminding
from tests.support.sessions import WindowSession

if TYPE_CHECKING:
    from tests.pictures.screenshots import Studio


class SilentTray(QObject):
    """A tray that tells nobody, so that no message covers a picture."""

    clicked = Signal()

    def tell(self, title: str, text: str) -> None:
        """Tell nobody."""


def lend(session: WindowSession, folder: Path) -> None:
    """Lend a session what reminders need."""
    kept = ReminderFile(folder / "reminders", session.context.server, "")
    session.context = replace(session.context, reminding=Reminding(kept, SilentTray()))


def reminders(studio: Studio) -> None:
    """Each dialog, over Today."""
    window = studio.window
    window.controller.close_panel()
    window.go_to("today")
    window.bar.action(Cmd.REMINDERS).trigger()
    studio.settle()
    studio.shoot_dialog("reminders")
    window.bar.action(Cmd.NOTIFICATIONS).trigger()
    studio.shoot_dialog("notifications")
    _put_off(studio)
    _nobody(studio)
    window.go_to("customers")


def _put_off(studio: Studio) -> None:
    formats = studio.session.context.office.formats
    window = studio.window
    assert window.reminding is not None
    one = window.reminding.reminders.standing[0]
    now = window.reminding.reminders.now or one.at
    window.controller.open_dialog(SnoozeDialog(name_of(one), now, formats, window))
    studio.shoot_dialog("reminders-put-off")


def _nobody(studio: Studio) -> None:
    """Everything dismissed, and back again."""
    assert studio.window.reminding is not None
    kept = studio.window.reminding.reminders
    now, keys = kept.now, tuple(one.key for one in kept.standing)
    assert now is not None
    kept.dismiss(keys)
    studio.settle()
    studio.window.bar.action(Cmd.REMINDERS).trigger()
    studio.shoot_dialog("reminders-none")
    # What is dismissed stays so on this computer; put off until a moment that is over by the
    # sample's clock, which stands still while `now` is reckoned on, they stand again.
    kept.snooze(keys, now - DAY)
    studio.settle()
