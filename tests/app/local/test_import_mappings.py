"""What columns held is kept on this computer, or else guessed anew."""

from pathlib import Path

from salesdesk.app.local.drafts import DraftFolder
from salesdesk.app.local.import_mappings import Mappings


def test_kept_by_titles_and_person(tmp_path: Path) -> None:
    mine = Mappings(DraftFolder(tmp_path, "database", "uid-sari"))
    assert mine.recall("nama|hp") is None
    mine.keep("nama|hp", "{}")
    again = Mappings(DraftFolder(tmp_path, "database", "uid-sari"))
    assert again.recall("nama|hp") == "{}"
    assert again.recall("nama") is None
    assert Mappings(DraftFolder(tmp_path, "database", "uid-eko")).recall("nama|hp") is None


def test_a_disk_that_takes_nothing_stops_no_import(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    mappings = Mappings(DraftFolder(blocked, "database", "uid-sari"))
    mappings.keep("nama|hp", "{}")
    assert mappings.recall("nama|hp") is None
