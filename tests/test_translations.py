"""Translations: complete, nothing left over, with the values of their sources."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from devtools import compiled_translations, translations
from devtools.compiled_translations import FOLDER
from devtools.translations import Faults, Text, every_text, faults_of
from salesdesk.ui.kit.language import LANGUAGES

INDONESIAN = FOLDER / "salesdesk_id.ts"


def test_each_language_but_the_written_one_has_a_file() -> None:
    there = {file.stem for file in FOLDER.glob("*.ts")}
    assert there == {f"salesdesk_{code}" for code in LANGUAGES if code != "en"}


def test_indonesian_is_complete_and_names_the_values_of_its_sources() -> None:
    """`python3 dev.py translations` names what is to be written."""
    assert faults_of(INDONESIAN, every_text()) == Faults((), (), ())


def _file(target: Path, *told: tuple[Text, str]) -> Path:
    """A translation file of these texts."""
    translations.write([text for text, _ in told], target, "id")
    tree = ET.parse(target)
    for element, (_, words) in zip(tree.getroot().iter("translation"), told, strict=True):
        element.attrib.clear()
        element.text = words
    tree.write(target)
    return target


def test_what_is_wrong_with_a_translation_is_named(tmp_path: Path) -> None:
    plan, gone, new = Text("a", "Plan for {name}"), Text("a", "Old"), Text("b", "Fresh")
    file = _file(tmp_path / "id.ts", (plan, "Rencana untuk {nama}"), (gone, "Lama"))
    assert faults_of(file, [plan, new]) == Faults(
        untranslated=(new,), unused=(gone,), other_values=((plan, "Rencana untuk {nama}"),)
    )


@pytest.mark.parametrize(
    ("source", "told", "fits"),
    [
        ("Plan for {name}", "Untuk {name} rencana", True),
        ("{a} of {b}", "{b}", False),
        ("{a}", "{a} {a}", True),
        ("Save", "Simpan {name}", False),
        ("%1 already exists.", "%1 sudah ada.", True),
        ("%1 already exists.", "Sudah ada.", False),
        ("&Save", "&Simpan", True),
        ("&Save", "Simpan", False),
        ("Save & close", "Simpan & tutup", True),
    ],
)
def test_a_translation_takes_the_values_and_the_letter_of_its_source(
    tmp_path: Path, source: str, told: str, fits: bool
) -> None:
    text = Text("a", source)
    file = _file(tmp_path / "id.ts", (text, told))
    assert (faults_of(file, [text]).other_values == ()) is fits


def test_a_plural_is_held_against_its_many(tmp_path: Path) -> None:
    text = Text("a", "1 customer", "{number} customers")
    file = _file(tmp_path / "id.ts", (text, "{number} pelanggan"))
    assert faults_of(file, [text]) == Faults((), (), ())


def test_only_what_was_written_since_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled_translations, "FOLDER", tmp_path)
    source = _file(tmp_path / "salesdesk_id.ts", (Text("a", "Save"), "Simpan"))
    assert compiled_translations.stale() == [source]
    compiled_translations.compile_stale()
    assert source.with_suffix(".qm").stat().st_size > 50
    assert compiled_translations.stale() == []


def test_a_program_that_runs_keeps_the_translation_that_it_has_open(tmp_path: Path) -> None:
    source, target = tmp_path / "salesdesk_id.ts", tmp_path / "salesdesk_id.qm"
    compiled_translations.compile_one(_file(source, (Text("a", "Save"), "Simpan")), target)
    first = target.read_bytes()
    with target.open("rb") as kept:
        compiled_translations.compile_one(_file(source, (Text("a", "Open"), "Buka")), target)
        assert kept.read() == first
    assert target.read_bytes() != first
    assert sorted(tmp_path.iterdir()) == [target, source]
