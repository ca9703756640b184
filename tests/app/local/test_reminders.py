"""What a computer keeps of a person's reminders: written whole, and never in the way of a start."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from salesdesk.app.local.reminders import ReminderFile
from salesdesk.domain.reminders import Memory, Preferences, ReminderKind

LATER = datetime(2026, 6, 9, 1, 0, tzinfo=UTC)


def a_file(folder: Path, person: str = "uid-rina", database: str = "db-1") -> ReminderFile:
    return ReminderFile(folder, database, person)


def test_memory_and_preferences_are_kept_side_by_side(tmp_path: Path) -> None:
    memory = Memory(frozenset({"due:1", "overdue:2"}), {"leaving_7:3": LATER})
    wanted = Preferences(frozenset({ReminderKind.OVERDUE}), time(18), time(7, 30))
    a_file(tmp_path).change(lambda _: memory)
    a_file(tmp_path).prefer(wanted)
    again = a_file(tmp_path)
    assert again.load() == memory
    assert again.preferences() == wanted
    again.change(lambda _: Memory())
    assert again.preferences() == wanted


def test_before_anything_was_kept_everything_is_told(tmp_path: Path) -> None:
    assert a_file(tmp_path).load() == Memory()
    assert a_file(tmp_path).preferences() == Preferences()
    assert a_file(tmp_path).preferences().kinds == frozenset(ReminderKind)


def test_people_and_databases_do_not_share(tmp_path: Path) -> None:
    a_file(tmp_path).change(lambda _: Memory(frozenset({"due:1"})))
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
    kept.change(lambda _: Memory(frozenset({"due:1"})))
    (file,) = tmp_path.iterdir()
    file.write_text(content, encoding="latin-1")
    assert kept.load() == Memory()
    assert kept.preferences() == Preferences()
    kept.change(lambda _: Memory(frozenset({"due:2"})))
    assert kept.load().shown == {"due:2"}


def test_what_an_older_program_put_off_stays_so(tmp_path: Path) -> None:
    kept = a_file(tmp_path)
    kept.change(lambda _: Memory(frozenset({"due:1:x"})))
    (file,) = tmp_path.iterdir()
    content = json.loads(file.read_text())
    content["snoozed"] = {"due:1:x": LATER.isoformat()}
    file.write_text(json.dumps(content))
    assert a_file(tmp_path).load() == Memory(frozenset({"due:1:x"}), {"follow_up:1:x": LATER})


def test_two_programs_of_one_person_lose_nothing_of_each_other(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from datetime import datetime\n"
        "from pathlib import Path\n"
        "from salesdesk.app.local.reminders import ReminderFile\n"
        "kept = ReminderFile(Path(sys.argv[1]), 'db-1', 'uid-rina')\n"
        f"until = datetime.fromisoformat('{LATER.isoformat()}')\n"
        "for number in range(25):\n"
        "    kept.change(lambda memory: memory.snooze(f'due:{sys.argv[2]}{number}', until))\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name]) for name in "ab"
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    put_off = a_file(tmp_path).load().snoozed
    assert put_off.keys() == {f"follow_up:{name}{n}" for name in "ab" for n in range(25)}
