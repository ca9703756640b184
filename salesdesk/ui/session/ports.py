"""What the app layer lends the window: outbox, drafts, releases, exports, reminders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from salesdesk.domain.contact import ContactDraft
from salesdesk.domain.exporting import Outlet, Table
from salesdesk.domain.refusals import Reason
from salesdesk.domain.reminders import MemoryStore, Preferences
from salesdesk.services.release.report import Cause


class Outbox(Protocol):
    """Contacts that were typed while the server was away; the app layer keeps and sends them.

    Attributes:
        changed: Signal(), whenever `waiting` or `refused` may have changed.
    """

    @property
    def changed(self) -> SignalInstance:
        """Signal(): a contact was added, sent, refused or thrown away."""

    @property
    def waiting(self) -> int:
        """How many contacts wait to be sent."""

    @property
    def refused(self) -> int:
        """How many contacts the database refused, so that a person must decide."""

    def add(self, draft: ContactDraft, customer: str) -> None:
        """Keep a contact on this computer; `customer` is the name, for the list of what waits.

        Raises:
            OSError: it could not be kept.
        """

    def send(self) -> None:
        """Try to send what waits now; the answer comes by the feed and `changed`."""


class Drafts(Protocol):
    """What stands in open contact forms, by customer, so that a crash loses no typed text.

    Called on worker threads; the app layer keeps it beside the outbox.
    """

    def load(self, key: str) -> Mapping[str, object] | None:
        """What was kept; None: nothing, or nothing readable."""

    def save(self, key: str, draft: Mapping[str, object]) -> None:
        """Keep this instead of what was kept.

        Raises:
            OSError: it cannot be written.
        """

    def forget(self, key: str) -> None:
        """Keep nothing any more."""


class Releases(Protocol):
    """The release run of this desktop; the app layer's timer hands it to the command lane."""

    @property
    def finished(self) -> SignalInstance:
        """Signal(RunReport): a run ended, was held, stopped or skipped."""

    @property
    def failed(self) -> SignalInstance:
        """Signal(Exception): a run did not end; `Unavailable`, or a bug."""

    def run(self, cause: Cause) -> None:
        """Start a run now, or after the one that is under way."""


class ExportRun(Protocol):
    """One export under way."""

    @property
    def advanced(self) -> SignalInstance:
        """Signal(object): (lines written, lines in all)."""

    @property
    def ended(self) -> SignalInstance:
        """Signal(object): the number of lines; a Refusal, `Unavailable` or a bug: no file."""

    def stop(self) -> None:
        """Stop it; `ended` tells when it has cleaned up."""


class Exports(Protocol):
    """Writes tables into files, in processes of their own; the app layer starts them."""

    def start(self, table: Table, outlet: Outlet, path: Path) -> ExportRun:
        """Begin to write a table into a file."""


class KeptContact(Protocol):
    """A contact that is kept on this computer."""

    @property
    def draft(self) -> ContactDraft:
        """What was typed."""

    @property
    def customer(self) -> str:
        """The customer's name."""

    @property
    def typed_at(self) -> datetime:
        """When Save was pressed."""

    @property
    def reason(self) -> Reason | None:
        """Why the database refused it; None: it waits."""


class KeptContacts(Protocol):
    """The files behind the outbox; called on worker threads."""

    def waiting(self) -> Sequence[KeptContact]:
        """Those that will be sent."""

    def refused(self) -> Sequence[KeptContact]:
        """Those that the database refused."""

    def discard(self, draft_id: str) -> None:
        """Throw one away."""

    def retry(self, draft_id: str) -> None:
        """Let a refused one wait again."""


class ReminderStore(MemoryStore, Protocol):
    """What this computer keeps of a person's reminders; called on worker threads."""

    def preferences(self) -> Preferences:
        """What the person wants to be reminded of."""

    def prefer(self, preferences: Preferences) -> None:
        """Keep that.

        Raises:
            OSError: it cannot be written.
        """


class Tray(Protocol):
    """Where reminders are told outside the window."""

    @property
    def clicked(self) -> SignalInstance:
        """Signal(): the message was clicked."""

    def tell(self, title: str, text: str) -> None:
        """Tell something."""


@dataclass(frozen=True, slots=True)
class Reminding:
    """What this computer lends to reminders; `tray` is None where the desktop has none."""

    store: ReminderStore
    tray: Tray | None = None


class Backups(Protocol):
    """Backups of the workspace; called on worker threads."""

    def make(self, event_id: str, target: Path) -> None:
        """Copy the workspace into a file, whole and checked, or not at all.

        Raises:
            NotAllowed: a person who may not export.
            Refusal: the file cannot be written, or the workspace is damaged.
            Unavailable: the workspace is out of reach.
        """
