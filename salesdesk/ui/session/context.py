"""What screens and dialogs are handed: the desk, the lanes, the feed, and the way to each other.

One frozen `Context` lives as long as a session. `Shell` is the window as screens and dialogs see
it: they ask it to open, to tell and to go somewhere, and know nothing else of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from salesdesk.domain.contact import Method
from salesdesk.services.importing.mapping import Remembered
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.kit.widgets import Action
from salesdesk.ui.session.connection import Connection
from salesdesk.ui.session.feed import Feed
from salesdesk.ui.session.office_settings import OfficeSettings
from salesdesk.ui.session.ports import Drafts, Exports, Outbox, Releases

if TYPE_CHECKING:
    from salesdesk.ui.session.ports import Backups, KeptContacts, Reminding
    from salesdesk.ui.session.profiles import Profiles


@dataclass(frozen=True, slots=True)
class Context:
    """What a session consists of, as screens and dialogs need it.

    Attributes:
        desk: who acts, on which database; first argument of every use case.
        office: settings, agents and formats as last read.
        connection: whether the database answers; report every `Unavailable` to it.
        server: the profile's name of the database, for the status bar.
        copy: puts a text on the clipboard.
        open_link: opens a `https:` or `tel:` address outside; False where nothing could.
        report_bug: hands what nobody foresaw to the log and the crash dialog.
        diagnostics: what support needs to know, as a text; it asks the database.
        drafts: where open forms of contacts and new customers are kept; None: nowhere.
        kept: the contacts in the outbox themselves, for the dialog that lists them.
        exports: writes tables into files; None: nothing can be exported.
        reminding: where reminders are kept and told; None: there are none.
        mappings: what columns of spreadsheets held last time; None: nowhere.
        backups: of the workspace; None: this is a company's database.
        profiles: the saved connections of this computer; None: none can be changed from here.
    """

    session: Session
    tasks: Tasks
    feed: Feed
    office: OfficeSettings
    connection: Connection
    outbox: Outbox
    releases: Releases
    server: str
    copy: Callable[[str], None]
    open_link: Callable[[str], bool]
    report_bug: Callable[[BaseException], None]
    diagnostics: Callable[[], str]
    drafts: Drafts | None = None
    kept: KeptContacts | None = None
    exports: Exports | None = None
    reminding: Reminding | None = None
    mappings: Remembered | None = None
    backups: Backups | None = None
    profiles: Profiles | None = None


class Shell(Protocol):
    """The window, as screens and dialogs ask it for something."""

    @property
    def window(self) -> QWidget:
        """The parent of dialogs."""

    def toast(self, text: str, action: Action | None = None) -> None:
        """Say quietly what was done."""

    def refuse(self, text: str, action: Action | None = None) -> None:
        """Say why something was not done, and offer what helps."""

    def mention(self, text: str, action: Action | None = None) -> None:
        """Say something that nobody waits for, after what is said just now."""

    def withdraw(self, text: str) -> None:
        """Take back what was mentioned and is no longer true, be it shown or waiting."""

    def tell(self, fault: Exception) -> None:
        """Tell a fault at the window's own place for its kind.

        A refusal in a toast, an outage in the banner, anything else by the crash dialog.
        """

    def not_done(self, fault: Exception) -> None:
        """Tell why something that was just asked for was not done.

        As `tell`, and an outage in a toast too: the banner may have stood for a while.
        """

    def open_customer(self, customer_id: str) -> None:
        """Show a customer in the panel, whatever list is open."""

    def show_customers(self, ids: Sequence[str], title: str) -> None:
        """Show the customers screen filtered to these; `title` names them in the chip."""

    def log_contact(
        self,
        customer_id: str,
        method: Method | None = None,
        then: Callable[[], None] | None = None,
        *,
        notes: str = "",
    ) -> None:
        """Open the contact form for a customer, method and notes filled in where they are known.

        Args:
            then: is called when the form was closed, saved or not.
        """

    def edit_contact(self, contact_id: str) -> None:
        """Open the contact form on a stored contact."""

    def new_customer(self) -> None:
        """Open the form for a new customer."""

    def edit_customer(self, customer_id: str) -> None:
        """Open the form on a customer."""

    def claim(self, customer_id: str) -> None:
        """Claim an available customer and say how it went."""

    def show_held_release(self) -> None:
        """Show the release run that waits for a lead's confirmation."""
