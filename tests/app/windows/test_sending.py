"""The outbox behind the window: kept while away, sent once the server is back."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from salesdesk.app.local import outbox as outboxes
from salesdesk.app.local.outbox import Outbox, Sent
from salesdesk.app.local.outbox_sender import OutboxSender
from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.events import new_id
from salesdesk.services import contacts
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.session.connection import Connection
from salesdesk.ui.session.feed import Feed
from tests.support.database import Database


class Parts(QObject):
    """A sender and what is around it."""

    def __init__(self, session: Session, tasks: Tasks, folder: Path) -> None:
        super().__init__()
        self.kept = Outbox(folder, "p", session.actor.uid or "")
        self.feed = Feed(self)
        self.connection = Connection(session, tasks, self)
        self.outbox = OutboxSender(
            self.kept, session, tasks, self.feed, self.connection, self,
            forget=partial(outboxes.forget_customers, folder, "p"),
        )  # fmt: skip
        self.news: list[Changes] = []
        self.feed.changed.connect(self.news.append)


@pytest.fixture
def parts(office: Session, tasks: Tasks, tmp_path: Path) -> Parts:
    """Ready to send."""
    return Parts(office, tasks, tmp_path / "outbox")


def typed(sqlite: Database, number: int = 0) -> ContactDraft:
    """A contact with one of the customers."""
    ids = [row[0] for row in sqlite.execute("SELECT id FROM customers ORDER BY id")]
    return ContactDraft(new_id(), ids[number], Method.CALL, Outcome.SUCCESSFUL, "kept")


def stored(sqlite: Database) -> int:
    """How many of the kept contacts are in the database."""
    return int(sqlite.execute("SELECT COUNT(*) FROM customer_contacts WHERE notes = 'kept'")[0][0])


def test_what_was_kept_is_sent_once_and_everybody_learns_of_it(
    parts: Parts, sqlite: Database, qtbot: QtBot
) -> None:
    draft = typed(sqlite)
    parts.outbox.add(draft, "Siti Rahmawati")
    assert (parts.outbox.waiting, parts.outbox.refused) == (1, 0)
    with qtbot.waitSignal(parts.outbox.sent) as sent:
        parts.outbox.send()
        parts.outbox.send()
    assert isinstance(sent.args[0], Sent)
    assert parts.outbox.waiting == 0
    assert stored(sqlite) == 1
    assert parts.news[0].customer_ids == {draft.customer_id}
    assert Topic.CONTACTS in parts.news[0].topics


def test_the_server_that_is_back_gets_what_waited(
    parts: Parts, sqlite: Database, qtbot: QtBot
) -> None:
    parts.outbox.add(typed(sqlite), "x")
    with qtbot.waitSignal(parts.outbox.sent):
        parts.connection.regained.emit()
    assert stored(sqlite) == 1


def test_an_outage_while_sending_is_reported_and_nothing_is_lost(
    parts: Parts, sqlite: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(session: Session, draft: ContactDraft) -> None:
        raise Unavailable("away")

    monkeypatch.setattr(contacts, "log", away)
    parts.outbox.add(typed(sqlite), "x")
    with qtbot.waitSignal(parts.connection.lost):
        parts.outbox.send()
    assert parts.outbox.waiting == 1
    parts.connection.stop()


def test_a_refused_contact_is_counted(parts: Parts, sqlite: Database, qtbot: QtBot) -> None:
    gone = ContactDraft(new_id(), new_id(), Method.CALL, Outcome.SUCCESSFUL, "kept")
    parts.outbox.add(gone, "Gone")
    parts.outbox.add(typed(sqlite), "There")
    with qtbot.waitSignal(parts.outbox.sent):
        parts.outbox.send()
    assert (parts.outbox.waiting, parts.outbox.refused) == (0, 1)
    assert stored(sqlite) == 1


def test_a_contact_means_the_moment_when_it_was_typed(
    parts: Parts, sqlite: Database, qtbot: QtBot
) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    parts.outbox.add(typed(sqlite), "x")
    with qtbot.waitSignal(parts.outbox.sent):
        parts.outbox.send()
    (at,) = sqlite.execute("SELECT contact_date FROM customer_contacts WHERE notes = 'kept'")[0]
    assert before <= datetime.fromisoformat(f"{at}+00:00") <= datetime.now(UTC)


def test_an_empty_outbox_asks_nothing(parts: Parts, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(parts.outbox.sent), qtbot.waitSignal(parts.outbox.changed):
        parts.outbox.send()
    assert parts.news == []
