"""No text is cut or left in English: screens at the smallest sizes and with large text, dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from salesdesk.ui.kit import language, theme
from salesdesk.ui.kit.language import LANGUAGES
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.kit.widgets import Button, Label
from salesdesk.ui.shell.navigation import DESTINATIONS
from salesdesk.ui.team.screen import LEAVING, LOG, OVERVIEW, PROTECTIONS, TARGETS
from tests.pictures import dialog_gallery_parts as gallery
from tests.pictures.screenshots import Studio
from tests.support.english_left import english_texts, left_in_english
from tests.support.languages import spoken
from tests.support.room_for_texts import cut_texts, fixed_texts

#: Sizes of windows, and of the text in percent.
SIZES = ((1280, 720, 100), (960, 600, 100), (1440, 900, 150))

#: A small window with large text: a page scrolls then, and is not pressed together.
CROWDED = (1280, 720, 150)


@pytest.fixture(params=LANGUAGES)
def fixed(request: pytest.FixtureRequest, themed: QApplication) -> Iterator[frozenset[str]]:
    """The texts without values of a language, which is spoken meanwhile."""
    with spoken(request.param):
        yield fixed_texts()


@pytest.fixture
def studio(fixed: frozenset[str], tmp_path: Path) -> Iterator[Studio]:
    """A window on the sample workspace."""
    made = Studio(tmp_path, tmp_path)
    made.window.show()
    made.window.start("today")
    made.settle()
    yield made
    made.close()
    made.window.deleteLater()


def _shown(studio: Studio) -> Iterator[str]:
    """Each screen with its pages and tabs, one after the other."""
    window = studio.window
    for each in DESTINATIONS:
        if not each.offered_to(studio.session.context.session.actor):
            continue
        window.go_to(each.key)
        studio.settle()
        yield each.key
        if each.key == "customers":
            window.customers.table.go_to(1)
            for tab in ("timeline", "contacts", "ownership", "orders"):
                window.panel.tabs.select(tab)
                studio.settle()
                yield f"customers, {tab}"
            window.controller.close_panel()
        elif each.key == "team":
            for tab in (LOG, PROTECTIONS, LEAVING, TARGETS):
                window.team.tabs.select(tab)
                studio.settle()
                yield f"team, {tab}"
            window.team.tabs.select(OVERVIEW)
        elif each.key == "settings":
            for page in (*window.settings.shared, *window.settings.personal):
                window.settings.open_page(page)
                studio.settle()
                yield f"settings, {page}"


@pytest.mark.timeout(180)
def test_no_screen_cuts_a_text(studio: Studio, fixed: frozenset[str], themed: QApplication) -> None:
    cut, looked = {}, 0
    for width, height, scale in SIZES:
        theme.apply(themed, Scheme.LIGHT, scale)
        studio.window.resize(width, height)
        for shown in _shown(studio):
            where = f"{width} px, {scale} %, {shown}"
            cut[where] = cut_texts(studio.window, fixed) + _english(studio.window)
            looked += 1
    assert looked > 60
    assert [(where, texts) for where, texts in cut.items() if texts] == []


def test_no_page_of_ones_own_settings_is_pressed_together(
    studio: Studio, fixed: frozenset[str], themed: QApplication
) -> None:
    width, height, scale = CROWDED
    theme.apply(themed, Scheme.LIGHT, scale)
    window = studio.window
    window.resize(width, height)
    window.go_to("settings")
    cut = {}
    for page in window.settings.personal:
        window.settings.open_page(page)
        studio.settle()
        (shown,) = window.settings.findChildren(QWidget, f"settings_page_{page}")
        cut[page] = cut_texts(shown, fixed)
    assert len(cut) > 2
    assert {page: texts for page, texts in cut.items() if texts} == {}


@pytest.mark.timeout(180)
@pytest.mark.parametrize("scale", [100, 150])
def test_no_dialog_cuts_a_text(fixed: frozenset[str], themed: QApplication, scale: int) -> None:
    theme.apply(themed, Scheme.LIGHT, scale)
    sample = gallery.Sample()
    cut = {}
    for name, make in gallery.DIALOGS.items():
        dialog = make(sample)
        dialog.show()
        for _ in range(4):
            QApplication.processEvents()
        cut[name] = cut_texts(dialog, fixed) + _english(dialog)
        dialog.close()
    sample.close()
    assert [(where, texts) for where, texts in cut.items() if texts] == []


def _english(shown: QWidget) -> list[str]:
    """What is left in English, in another language."""
    if language.chosen() == "en":
        return []
    return left_in_english(shown, english_texts(language.chosen()))


def test_a_text_that_is_left_in_english_is_found(themed: QApplication) -> None:
    english = english_texts("id")
    assert len(english) > 2_000
    window = _beside(QLabel("Nobody is chosen"), 390)
    assert left_in_english(window, english) == [": 'Nobody is chosen'"]
    window.close()
    window = _beside(QLabel("Belum ada yang dipilih"), 390)
    assert left_in_english(window, english) == []
    window.close()


def _beside(widget: QWidget, width: int) -> QWidget:
    """A window with one widget that gets so much room."""
    window = QWidget()
    window.resize(400, 100)
    widget.setParent(window)
    window.show()
    widget.resize(width, 32)
    widget.show()
    QApplication.processEvents()
    return window


def test_what_has_too_little_room_is_found(themed: QApplication) -> None:
    fixed = frozenset({"Customers without a next step"})
    for made in (QLabel, lambda text: Label(text, cut=True), lambda text: Button(text, name="b")):
        window = _beside(made("Customers without a next step"), 60)
        assert len(cut_texts(window, fixed)) == 1
        window.close()
        window = _beside(made("Customers without a next step"), 390)
        assert cut_texts(window, fixed) == []
        window.close()
