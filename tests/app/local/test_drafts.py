"""Drafts on disk: by customer, person and database; whole or not at all."""

from __future__ import annotations

from pathlib import Path

from salesdesk.app.local.drafts import DraftFolder, forget_customers


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


def test_whoever_was_erased_leaves_no_form_behind_not_even_as_a_new_customer(
    tmp_path: Path,
) -> None:
    rina, eko = (DraftFolder(tmp_path, "company", who) for who in ("rina", "eko"))
    rina.save("siti", {"id": "a contact", "notes": "of Siti"})
    eko.save("a new customer", {"id": "siti", "name": "Siti Rahmawati"})
    rina.save("a new customer", {"id": "budi", "name": "Budi"})
    rina.save("joko", {"id": "another contact", "notes": "of Joko"})
    forget_customers(tmp_path, "company", ["siti"])
    assert rina.load("siti") is None
    assert eko.load("a new customer") is None
    assert rina.load("a new customer") == {"id": "budi", "name": "Budi"}
    assert rina.load("joko") is not None
