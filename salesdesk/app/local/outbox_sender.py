"""The outbox as the window sees it: counts, and sending as soon as the server is back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, Signal

from salesdesk.app.local.outbox import Outbox, Sent
from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.contact import ContactDraft
from salesdesk.domain.errors import Unavailable
from salesdesk.services import contacts
from salesdesk.services.admin import erasure
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.session.connection import Connection
from salesdesk.ui.session.feed import Feed

#: Removes what this computer keeps of these customers.
Forget = Callable[[Collection[str]], None]


def _send(outbox: Outbox, session: Session, forget: Forget) -> Sent:
    """Send what waits, but nothing of who was erased; runs on the command lane."""
    if gone := erasure.erased(session):
        forget(gone)
    if not outbox.waiting():
        return Sent()
    return outbox.send(partial(contacts.log, session), session.now())


class OutboxSender(QObject):
    """Keeps contacts and sends them, each once, in order.

    Args:
        forget: removes what this computer keeps of customers who were erased.

    Attributes:
        kept: the contacts themselves, for the dialog that lists them.

    Signals:
        changed(): how many wait or were refused may have changed.
        sent(Sent): a sending ended, and something was sent or refused.
        failed(Exception): a bug came to light while sending.
    """

    changed = Signal()
    sent = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        kept: Outbox,
        session: Session,
        tasks: Tasks,
        feed: Feed,
        connection: Connection,
        parent: QObject | None = None,
        *,
        forget: Forget,
    ) -> None:
        super().__init__(parent)
        self.kept = kept
        self._forget = forget
        self._desk = session
        self._tasks = tasks
        self._feed = feed
        self._connection = connection
        self._sending = False
        connection.regained.connect(self.send)
        feed.changed.connect(self._on_changes)

    @property
    def waiting(self) -> int:
        """How many contacts wait to be sent."""
        return len(self.kept.waiting())

    @property
    def refused(self) -> int:
        """How many contacts the database refused, so that a person must decide."""
        return len(self.kept.refused())

    def add(self, draft: ContactDraft, customer: str) -> None:
        """Keep a contact on this computer; may be called on any thread.

        Raises:
            OSError: it could not be kept.
        """
        self.kept.add(draft, customer, self._desk.store.reckoned_now())
        self.changed.emit()

    def send(self) -> None:
        """Try to send what waits now; the answer comes by the feed and the signals."""
        if self._sending:
            return
        self._sending = True
        self._tasks.command(
            partial(_send, self.kept, self._desk, self._forget), self._on_sent, self._on_error
        )

    def _on_changes(self, changes: Changes) -> None:
        if Topic.ERASURE in changes.topics:
            self.send()

    def _on_sent(self, result: Sent) -> None:
        self._sending = False
        if result.away is not None:
            self._connection.report(result.away)
        if result.customer_ids:
            topics = (Topic.CUSTOMERS, Topic.CONTACTS, Topic.FOLLOW_UPS, Topic.OWNERSHIP)
            self._feed.publish(Changes.of(*topics, ids=result.customer_ids))
        self.changed.emit()
        if result.customer_ids or result.refused:
            self.sent.emit(result)

    def _on_error(self, fault: Exception) -> None:
        self._sending = False
        if isinstance(fault, Unavailable):
            self._connection.report(fault)
        else:
            self.failed.emit(fault)
