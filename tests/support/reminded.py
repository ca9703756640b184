"""Seats at windows with reminders, and a tray that can be asked what it told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from salesdesk.app.local.reminders import ReminderFile
from salesdesk.domain.events import new_id
from salesdesk.domain.reminders import ReminderKind
from salesdesk.services import follow_ups
from salesdesk.services.session import Session
from salesdesk.ui.reminders.controller import ReminderController
from salesdesk.ui.session.ports import Reminding
from tests.support.factories import Office
from tests.support.windows import OpenWindow


class HeardTray(QObject):
    """A tray that remembers what it told."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, str]] = []

    def tell(self, title: str, text: str) -> None:
        self.heard.append((title, text))


class Reminded(OpenWindow):
    """A seat with reminders, kept in a folder that outlives the window."""

    def __init__(
        self, office: Office, session: Session, folder: Path, bot: QtBot, tray: bool
    ) -> None:
        self.tray = HeardTray()
        self._lent = Reminding(
            ReminderFile(folder / "reminders", "db", session.actor.uid or ""),
            self.tray if tray else None,
        )
        super().__init__(office, session, folder, bot)

    def prepare(self) -> None:
        """Lend the window what reminders need."""
        self.session.context = replace(self.session.context, reminding=self._lent)

    @property
    def reminding(self) -> ReminderController:
        """The reminders of the window."""
        assert self.window.reminding is not None
        return self.window.reminding

    def look(self) -> None:
        """Let the timer's time come."""
        self.reminding.reminders.ask()
        self.settle()

    def standing(self) -> list[tuple[str, ReminderKind]]:
        """What the list holds."""
        return [(one.name, one.kind) for one in self.reminding.reminders.standing]


Remind = Callable[..., Reminded]


def planned(office: Office, name: str, step: timedelta, note: str = "") -> str:
    """A customer of the agent with a next step so far from now."""
    customer = office.customer(name, owner=office.agent_uid)
    follow_ups.plan(office.agent, new_id(), customer, office.now + step, note)
    return customer
