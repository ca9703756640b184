"""A screen reader has a name for every control of each screen and dialog, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from salesdesk.ui.kit.language import LANGUAGES
from salesdesk.ui.shell.navigation import DESTINATIONS
from tests.pictures import dialog_gallery_parts as gallery
from tests.pictures.screenshots import Studio
from tests.support.languages import spoken
from tests.support.reading_aloud import unnamed


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, themed: QApplication) -> Iterator[str]:
    """A language that is spoken meanwhile."""
    with spoken(request.param):
        yield request.param


@pytest.mark.timeout(180)
@pytest.mark.usefixtures("language")
def test_every_control_of_every_screen_has_a_name(tmp_path: Path) -> None:
    studio = Studio(tmp_path, tmp_path)
    window = studio.window
    window.show()
    window.start("today")
    studio.settle()
    silent = {}
    for each in DESTINATIONS:
        if each.offered_to(studio.session.context.session.actor):
            window.go_to(each.key)
            studio.settle()
            silent[each.key] = unnamed(window)
    window.go_to("customers")
    window.customers.table.go_to(1)
    studio.settle()
    silent["panel"] = unnamed(window.panel)
    for page in (*window.settings.shared, *window.settings.personal):
        window.go_to("settings")
        window.settings.open_page(page)
        studio.settle()
        silent[page] = unnamed(window.settings)
    studio.close()
    window.deleteLater()
    assert {n for names in silent.values() for n in names} == set()


@pytest.mark.timeout(180)
@pytest.mark.usefixtures("language")
def test_every_control_of_every_dialog_has_a_name() -> None:
    sample = gallery.Sample()
    silent = {}
    for name, make in gallery.DIALOGS.items():
        dialog = make(sample)
        dialog.show()
        QApplication.processEvents()
        silent[name] = unnamed(dialog)
        dialog.close()
    sample.close()
    assert len(silent) > 25
    assert {n for names in silent.values() for n in names} == set()


def test_a_control_without_a_name_is_found(themed: QApplication) -> None:
    window = QWidget()
    field = QLineEdit(window)
    field.setObjectName("nameless")
    window.show()
    assert unnamed(window) == ["nameless"]
    field.setAccessibleName("Name")
    assert unnamed(window) == []
    window.close()
