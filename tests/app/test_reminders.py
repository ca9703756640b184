"""What a computer keeps of a person's reminders: written whole, and never in the way of a start."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from salesdesk.app.reminders import ReminderFile
from salesdesk.domain.reminders import Memory, Preferences, ReminderKind

LATER = datetime(2026, 6, 9, 1, 0, tzinfo=UTC)


def a_file(folder: Path, person: str = "uid-rina", database: str = "db-1") -> ReminderFile:
    return ReminderFile(folder, database, person)


def test_memory_and_preferences_are_kept_side_by_side(tmp_path: Path) -> None:
    memory = Memory(frozenset({"due:1", "overdue:2"}), {"leaving_7:3": LATER})
    wanted = Preferences(frozenset({ReminderKind.OVERDUE}), time(18), time(7, 30))
    a_file(tmp_path).save(memory)
    a_file(tmp_path).prefer(wanted)
    again = a_file(tmp_path)
    assert again.load() == memory
    assert again.preferences() == wanted
    again.save(Memory())
    assert again.preferences() == wanted


def test_before_anything_was_kept_everything_is_told(tmp_path: Path) -> None:
    assert a_file(tmp_path).load() == Memory()
    assert a_file(tmp_path).preferences() == Preferences()
    assert a_file(tmp_path).preferences().kinds == frozenset(ReminderKind)


def test_people_and_databases_do_not_share(tmp_path: Path) -> None:
    a_file(tmp_path).save(Memory(frozenset({"due:1"})))
    assert a_file(tmp_path, person="uid-andi").load() == Memory()
    assert a_file(tmp_path, database="db-2").load() == Memory()
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[]",
        '{"shown": 7, "snoozed": [], "preferences": "all"}',
        '{"snoozed": {"due:1": "yesterday"}, "preferences": {"off": ["never heard of"]}}',
        '{"snoozed": {"due:1": "2026-06-09T01:00:00"}, "preferences": {"quiet_from": "25:00"}}',
        '{"preferences": {"off": 3}}',
        "\x00\xff",
    ],
)
def test_a_spoilt_file_is_as_good_as_none(tmp_path: Path, content: str) -> None:
    kept = a_file(tmp_path)
    kept.save(Memory(frozenset({"due:1"})))
    (file,) = tmp_path.iterdir()
    file.write_text(content, encoding="latin-1")
    assert kept.load() == Memory()
    assert kept.preferences() == Preferences()
    kept.save(Memory(frozenset({"due:2"})))
    assert kept.load().shown == {"due:2"}
