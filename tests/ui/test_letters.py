"""The letters of a dialog: each does one thing, in both languages, and what is shown works."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel

from salesdesk.ui.kit.language import LANGUAGES
from salesdesk.ui.kit.widgets.segments import SegmentButton
from tests.pictures import dialog_gallery_parts as gallery
from tests.support.languages import spoken
from tests.support.tabbing import settle

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(params=LANGUAGES)
def dialogs(
    request: pytest.FixtureRequest, themed: QApplication
) -> Iterator[Iterator[tuple[str, QDialog]]]:
    """Every dialog of the gallery in a language, one after the other open."""
    with spoken(request.param):
        sample = gallery.Sample()
        yield _opened(sample)
        sample.close()


def _opened(sample: gallery.Sample) -> Iterator[tuple[str, QDialog]]:
    for name, make in gallery.DIALOGS.items():
        dialog = make(sample)
        dialog.show()
        dialog.activateWindow()
        settle()
        yield name, dialog
        dialog.close()


def _marked(dialog: QDialog) -> list[str]:
    """What Alt with a letter does: shortcuts of the dialog, and letters marked in words."""
    keys = [each.key().toString() for each in dialog.findChildren(QShortcut)]
    words = [each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
    words += [each.text() for each in dialog.findChildren(QLabel) if each.buddy() is not None]
    return [*keys, *(found for word in words if (found := QKeySequence.mnemonic(word).toString()))]


def _boxes(dialog: QDialog) -> list[SegmentButton]:
    """The choices with a letter or a digit in a box, one group beside another."""
    found = dialog.findChildren(SegmentButton)
    return [each for each in found if each.segment.letter and each.isVisible()]


def test_no_letter_does_two_things(dialogs: Iterator[tuple[str, QDialog]]) -> None:
    found = {
        (name, kind): keys
        for name, dialog in dialogs
        for kind, keys in enumerate(
            (_marked(dialog), [each.segment.letter for each in _boxes(dialog)])
        )
    }
    assert {name: keys for name, keys in found.items() if len(set(keys)) < len(keys)} == {}
    assert sum(map(len, found.values())) > 10


def test_each_letter_in_a_box_chooses(dialogs: Iterator[tuple[str, QDialog]]) -> None:
    silent, tried = [], 0
    for name, dialog in dialogs:
        held = (
            Qt.KeyboardModifier.AltModifier if _marked(dialog) else Qt.KeyboardModifier.NoModifier
        )
        for box in _boxes(dialog):
            key = getattr(Qt.Key, f"Key_{box.segment.letter.upper()}")
            QTest.keyClick(dialog.focusWidget() or dialog, key, held)
            tried += 1
            if not box.isChecked():
                silent.append(f"{name}: {box.segment.letter} {box.segment.text}")
    assert silent == []
    assert tried > 5


def test_letters_marked_in_words_are_of_the_alphabet(
    dialogs: Iterator[tuple[str, QDialog]],
) -> None:
    """An ampersand in somebody's name is no mark of a letter."""
    strange = [
        f"{name}: {each.text()}"
        for name, dialog in dialogs
        for each in dialog.findChildren(QAbstractButton)
        if re.search(r"&[^&\w]", each.text().replace("&&", ""))
    ]
    assert strange == []
