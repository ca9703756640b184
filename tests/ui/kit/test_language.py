"""The language in force: chosen, proposed by the system, changed, and put back."""

import logging
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from salesdesk.ui.i18n import plural, translate
from salesdesk.ui.kit import language, resources
from tests.support.languages import put_back, spoken


def test_texts_plurals_and_qts_own_words_change_with_the_language(themed: QApplication) -> None:
    assert translate("navigation", "Customers") == "Customers"
    with spoken("id"):
        assert language.chosen() == "id"
        assert translate("navigation", "Customers") == "Pelanggan"
        told = plural("formats", "{number} day", "{number} days", 1, number="1")
        assert told == "1 hari"
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Batal"
        box.deleteLater()
        assert QLocale().dayName(1) == "Senin"
    assert translate("navigation", "Customers") == "Customers"
    assert language.chosen() == "en"


@pytest.mark.parametrize(
    ("system", "proposed"),
    [
        (["id-ID", "id", "en"], "id"),
        (["nl-NL", "nl", "id-ID"], "id"),
        (["en-GB", "id-ID"], "en"),
        (["nl-NL", "nl"], "en"),
        ([], "en"),
    ],
)
def test_the_first_of_the_systems_languages_that_is_spoken_is_proposed(
    system: list[str],
    proposed: str,
    themed: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: system)
    assert language.proposed() == proposed
    with spoken(""):
        assert language.wanted() == ""
        assert language.chosen() == proposed


def test_a_language_that_nobody_compiled_is_spoken_from_its_source(
    themed: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = resources.path("translations", "salesdesk_id.ts")
    (tmp_path / "translations").mkdir()
    shutil.copy(written, tmp_path / "translations" / written.name)
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    with put_back():
        language.choose(themed, "id")
        assert translate("navigation", "Customers") == "Pelanggan"
        assert translate("navigation", "Not translated") == "Not translated"
        one, many = "{number} customer was repaired.", "{number} customers were repaired."
        for number in (1, 3):
            said = plural("doctor", one, many, number, number=str(number))
            assert said == f"{number} pelanggan diperbaiki."


def test_without_its_texts_a_language_stays_english_and_says_so_in_the_log(
    themed: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    with put_back(), caplog.at_level(logging.ERROR):
        language.choose(themed, "id")
        assert translate("navigation", "Customers") == "Customers"
    assert "salesdesk_id.qm" in caplog.text
