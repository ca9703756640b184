"""Contacts typed while the server is away: nothing lost, nothing twice, in order."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from salesdesk.app.local.outbox import Outbox
from salesdesk.domain.contact import ContactDraft, Keep, Method, Outcome
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.refusals import Reason, Why

NOW = datetime(2026, 6, 8, 2, 14, 7, tzinfo=UTC)


def draft(notes: str = "", **changes: object) -> ContactDraft:
    """A contact as typed."""
    values: dict[str, object] = {
        "id": new_id(),
        "customer_id": new_id(),
        "method": Method.CALL,
        "outcome": Outcome.SUCCESSFUL,
        "notes": notes,
        **changes,
    }
    return ContactDraft(**values)  # type: ignore[arg-type]


class Database:
    """A database that may be away; logging twice with one id is one contact."""

    def __init__(self) -> None:
        self.away = False
        self.refuse: set[str] = set()
        self.lose_answer = False
        self.logged: dict[str, ContactDraft] = {}

    def log(self, sent: ContactDraft) -> None:
        """As the service does."""
        if self.away:
            raise Unavailable("away")
        if sent.id in self.refuse:
            raise Refusal(Why.WORDED, text="This customer is gone.")
        self.logged.setdefault(sent.id, sent)
        if self.lose_answer:
            raise Unavailable("lost in COMMIT")


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    """An empty outbox."""
    return Outbox(tmp_path, "profile 1", "uid/1")


@pytest.fixture
def database() -> Database:
    """A database that answers."""
    return Database()


def test_everything_typed_survives_on_disk(outbox: Outbox, tmp_path: Path) -> None:
    typed = draft(
        "Panggil lagi 😀\nsore",
        when=NOW - timedelta(hours=1),
        next_step=NOW + timedelta(days=3),
        standing_follow_up=Keep.CLEAR,
        claim=True,
    )
    outbox.add(typed, "Siti Rahmawati", NOW)
    (found,) = Outbox(tmp_path, "profile 1", "uid/1").waiting()
    assert found.draft == typed
    assert found.customer == "Siti Rahmawati"
    assert found.typed_at == NOW


def test_a_contact_without_a_date_was_meant_for_when_it_was_typed(outbox: Outbox) -> None:
    outbox.add(draft(), "x", NOW + timedelta(microseconds=300))
    assert outbox.waiting()[0].draft.when == NOW


def test_all_are_sent_once_and_in_order(outbox: Outbox, database: Database) -> None:
    drafts = [draft(str(number)) for number in range(5)]
    for number, one in enumerate(drafts):
        outbox.add(one, "x", NOW + timedelta(seconds=number // 3))
    result = outbox.send(database.log, NOW + timedelta(hours=1))
    assert [one.notes for one in database.logged.values()] == ["0", "1", "2", "3", "4"]
    assert result.waiting == 0
    assert len(result.customer_ids) == 5
    assert outbox.send(database.log, NOW).customer_ids == ()


def test_a_server_that_is_away_keeps_all(outbox: Outbox, database: Database) -> None:
    outbox.add(draft(), "x", NOW)
    outbox.add(draft(), "y", NOW)
    database.away = True
    result = outbox.send(database.log, NOW)
    assert result.away is not None
    assert result.waiting == len(outbox.waiting()) == 2


def test_an_answer_lost_in_commit_does_not_double(outbox: Outbox, database: Database) -> None:
    typed = draft()
    outbox.add(typed, "x", NOW)
    database.lose_answer = True
    assert outbox.send(database.log, NOW).waiting == 1
    database.lose_answer = False
    assert outbox.send(database.log, NOW).waiting == 0
    assert list(database.logged) == [typed.id]


def test_a_crash_between_commit_and_removal_does_not_double(
    outbox: Outbox, database: Database, tmp_path: Path
) -> None:
    typed = draft()
    outbox.add(typed, "x", NOW)

    def killed(sent: ContactDraft) -> None:
        database.log(sent)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        outbox.send(killed, NOW)
    again = Outbox(tmp_path, "profile 1", "uid/1")
    assert again.send(database.log, NOW).waiting == 0
    assert list(database.logged) == [typed.id]


def test_a_refused_one_is_kept_aside_and_the_others_go_on(
    outbox: Outbox, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = draft("bad"), draft("good")
    outbox.add(bad, "Gone", NOW)
    outbox.add(good, "There", NOW)
    database.refuse.add(bad.id)
    result = outbox.send(database.log, NOW)
    assert [kept.reason for kept in result.refused] == [
        Reason.of(Why.WORDED, text="This customer is gone.")
    ]
    assert [kept.draft.id for kept in outbox.refused()] == [bad.id]
    assert f"Contact {bad.id} from the outbox is refused: Refusal" in caplog.text
    assert "is gone" not in caplog.text, "a refusal may name the customer"
    assert list(database.logged) == [good.id]
    assert outbox.waiting() == ()


def test_a_refused_one_may_be_tried_again_or_thrown_away(
    outbox: Outbox, database: Database
) -> None:
    first, second = draft("first"), draft("second")
    for one in (first, second):
        outbox.add(one, "x", NOW)
        database.refuse.add(one.id)
    outbox.send(database.log, NOW)
    database.refuse.clear()
    outbox.retry(first.id)
    outbox.discard(second.id)
    assert outbox.refused() == ()
    outbox.send(database.log, NOW)
    assert list(database.logged) == [first.id]


def test_a_bug_with_one_contact_neither_loses_it_nor_stops_the_others(
    outbox: Outbox, database: Database
) -> None:
    outbox.add(draft("breaks"), "x", NOW)
    outbox.add(draft("works"), "x", NOW)

    def log(sent: ContactDraft) -> None:
        if sent.notes == "breaks":
            raise ZeroDivisionError
        database.log(sent)

    result = outbox.send(log, NOW)
    assert [kept.draft.notes for kept in result.refused] == ["breaks"]
    assert [one.notes for one in database.logged.values()] == ["works"]


def test_a_clock_that_goes_fast_types_nothing_in_the_future(
    outbox: Outbox, database: Database
) -> None:
    outbox.add(draft(), "x", NOW + timedelta(hours=7))
    outbox.send(database.log, NOW)
    assert [one.when for one in database.logged.values()] == [NOW]


def test_an_unreadable_file_is_kept_and_hides_nothing_else(
    outbox: Outbox, database: Database
) -> None:
    outbox.add(draft("readable"), "x", NOW)
    torn = outbox.folder / "20260101T000000-0000-torn.json"
    torn.write_text('{"id": "to', encoding="utf-8")
    assert [kept.draft.notes for kept in outbox.waiting()] == ["readable"]
    assert torn.with_name(torn.name + ".bad").exists()


def test_people_and_databases_do_not_mix(tmp_path: Path) -> None:
    Outbox(tmp_path, "a", "rina").add(draft(), "x", NOW)
    assert Outbox(tmp_path, "a", "andi").waiting() == ()
    assert Outbox(tmp_path, "b", "rina").waiting() == ()
    assert len(Outbox(tmp_path, "a", "rina").waiting()) == 1


def test_one_contact_is_one_line(outbox: Outbox) -> None:
    outbox.add(draft("two\nlines"), "x", NOW)
    (file,) = outbox.folder.iterdir()
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["notes"] == "two\nlines"
