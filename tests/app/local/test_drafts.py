"""Drafts on disk: by customer, person and database; whole or not at all."""

from __future__ import annotations

from pathlib import Path

from salesdesk.app.local.drafts import DraftFolder


def test_a_draft_is_kept_replaced_and_forgotten(tmp_path: Path) -> None:
    drafts = DraftFolder(tmp_path, "company", "rina")
    assert drafts.load("siti") is None
    drafts.save("siti", {"notes": "Half a sen", "when": None})
    drafts.save("siti", {"notes": "Half a sentence 😀"})
    assert drafts.load("siti") == {"notes": "Half a sentence 😀"}
    assert drafts.load("budi") is None
    drafts.forget("siti")
    drafts.forget("siti")
    assert drafts.load("siti") is None


def test_another_person_and_another_database_have_their_own(tmp_path: Path) -> None:
    DraftFolder(tmp_path, "company", "rina").save("siti", {"notes": "Rina's"})
    assert DraftFolder(tmp_path, "company", "eko").load("siti") is None
    assert DraftFolder(tmp_path, "sample", "rina").load("siti") is None
    assert DraftFolder(tmp_path, "company", "rina").load("siti") == {"notes": "Rina's"}


def test_a_file_that_cannot_be_read_is_no_draft(tmp_path: Path) -> None:
    drafts = DraftFolder(tmp_path, "company", "../../rina")
    drafts.save("../siti", {"notes": "here"})
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 1
    files[0].write_text("{half")
    assert drafts.load("../siti") is None
