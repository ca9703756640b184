"""What every screen knows of the office: the shared settings, its agents, how figures are written.

Read once at the start and again when they change, on the query lane; between that everybody sees
the same snapshot.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.people import Agent
from salesdesk.domain.permissions import Permission
from salesdesk.domain.settings import CURRENCY, DEFAULTS, PHONE_REGION, SharedSettings
from salesdesk.services import ownership
from salesdesk.services.admin import settings as settings_service
from salesdesk.services.session import Session
from salesdesk.ui.kit import language
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.session.feed import Feed


@dataclass(frozen=True, slots=True)
class _Reading:
    settings: SharedSettings
    agents: tuple[Agent, ...] = ()
    owners: tuple[Agent, ...] = ()


def _read(session: Session) -> _Reading:
    settings = settings_service.read(session)
    if not session.actor.may(Permission.CUSTOMERS_VIEW):
        return _Reading(settings)
    return _Reading(settings, ownership.agents(session), ownership.owners(session))


class OfficeSettings(QObject):
    """The snapshot.

    Attributes:
        settings: the shared settings; the defaults until they were read.
        agents: those who may hold customers, by name.
        owners: they and whoever else has customers, a leaver for instance, by name.
        formats: numbers, dates and money as this desktop writes them.

    Signals:
        changed(): the snapshot is a new one.
        failed(Exception): it could not be read; the old one stands.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        feed: Feed,
        zone: dt.tzinfo,
        *,
        settings: SharedSettings = DEFAULTS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = session
        self._tasks = tasks
        self._zone = zone
        self.agents: tuple[Agent, ...] = ()
        self.owners: tuple[Agent, ...] = ()
        self._take(settings)
        feed.changed.connect(self._on_changes)

    def refresh(self) -> None:
        """Read it again."""
        self._tasks.query(
            ("office", id(self)), partial(_read, self._desk), self._on_read, self._on_error
        )

    @property
    def currency(self) -> str:
        """The ISO code of the currency of orders."""
        return self.settings.word(CURRENCY)

    @property
    def region(self) -> str:
        """The ISO code of the country of numbers without a country code."""
        return self.settings.word(PHONE_REGION)

    def owner_name(self, uid: str | None) -> str:
        """The name of an owner; the uid itself where nobody of that uid has or holds customers."""
        return next((owner.name for owner in self.owners if owner.uid == uid), uid or "")

    def _take(self, settings: SharedSettings) -> None:
        self.settings = settings
        region = settings.word(PHONE_REGION)
        self.formats = Formats.of(
            self._zone,
            settings.office_zone,
            language=language.chosen(),
            region=region,
            currency=settings.word(CURRENCY),
        )

    def _on_changes(self, changes: Changes) -> None:
        if changes.topics & {Topic.SETTINGS, Topic.PEOPLE}:
            self.refresh()

    def _on_read(self, reading: _Reading) -> None:
        self.agents = reading.agents
        self.owners = reading.owners
        self._take(reading.settings)
        self.changed.emit()

    def _on_error(self, fault: Exception) -> None:
        self.failed.emit(fault)
