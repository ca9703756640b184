"""Help: each screen has its page, in both languages; what is searched for is found and marked."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QTextBrowser

from salesdesk.ui.commands import Cmd
from salesdesk.ui.help.dialog import HelpDialog
from salesdesk.ui.help.pages import GUIDES, OF_SCREEN, help_page, matching, pages
from salesdesk.ui.kit import resources
from salesdesk.ui.shell.navigation import DESTINATIONS
from tests.support.factories import Office
from tests.support.languages import spoken
from tests.support.windows import OpenWindow


def _opened(addresses: list[str]) -> Callable[[str], bool]:
    def note(address: str) -> bool:
        addresses.append(address)
        return True

    return note


def test_each_screen_has_a_page() -> None:
    known = {page.key for page in pages("en")}
    assert {each.key for each in DESTINATIONS} == OF_SCREEN.keys()
    assert set(OF_SCREEN.values()) <= known


def test_an_agent_reads_of_the_own_figures(workspace: Office) -> None:
    known = {page.key for page in pages("en")}
    assert help_page("activity", workspace.agent.actor) == ("agents", "your-own-figures")
    assert help_page("activity", workspace.lead.actor) == ("leads", "activity")
    assert help_page("activity", workspace.agent.actor) in known
    assert help_page("", workspace.agent.actor) in known


def test_the_guides_in_indonesian_name_the_sections_of_the_english_ones() -> None:
    english, indonesian = pages("en"), pages("id")
    assert [page.key for page in indonesian] == [page.key for page in english]
    waiting = [page.key for page in indonesian if page in english]
    assert waiting == []
    for guide in GUIDES:
        named = re.findall(r"<!--\s*(.+?)\s*-->", _text(guide, "id"))
        english_titles = {head.strip() for head in re.findall(r"^##? (.+)$", _text(guide), re.M)}
        assert set(named) <= english_titles


def _text(guide: str, language: str = "") -> str:
    return resources.guide(guide, language).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["", "id"])
def test_each_picture_of_a_guide_is_there(language: str) -> None:
    named = [
        name for guide in GUIDES for name in re.findall(r"\]\((.+?\.png)\)", _text(guide, language))
    ]
    assert len(named) >= 4
    folder = resources.guide("agents", language).parent
    assert [name for name in named if not (folder / name).is_file()] == []


def test_each_word_is_looked_for() -> None:
    found = [page.key for page in matching(pages("en"), "protect REASON shield")]
    assert ("leads", "protect") in found
    assert matching(pages("en"), "zzz") == ()


def test_f1_opens_the_page_of_the_screen_and_words_are_marked_in_it(
    workspace: Office, sit: Callable[..., OpenWindow]
) -> None:
    at = sit(workspace, workspace.lead)
    at.give(Cmd.GO_POOL)
    at.key(Qt.Key.Key_F1)
    dialog = at.dialog("help_dialog")
    assert isinstance(dialog, HelpDialog)
    assert dialog.current is not None
    assert dialog.current.key == ("agents", "the-pool")
    assert "Ctrl+G claims" in dialog.view.toPlainText()
    dialog.search.setText("shield reason")
    dialog.search.searched.emit("shield reason")
    keys = [page.key for page in matching(pages("en"), "shield reason")]
    assert dialog.current.key in keys
    assert len(dialog.view.extraSelections()) >= 2
    dialog.search.searched.emit("zzz")
    assert dialog.list.cells.rowCount() == 0
    assert "No page" in dialog.view.toPlainText()
    at.key(Qt.Key.Key_Escape)
    at.key(Qt.Key.Key_Escape)
    assert at.dialogs() == []


def test_help_is_in_the_language_of_the_window(themed: QApplication) -> None:
    opened: list[str] = []
    with spoken("id"):
        dialog = HelpDialog(("leads", "protect"), _opened(opened))
        dialog.show()
        assert "Perlindungan berakhir" in dialog.view.toPlainText()
        assert dialog.windowTitle() == "Bantuan"
        dialog.view.anchorClicked.emit(QUrl("agents.md"))
        assert dialog.current is not None
        assert dialog.current.key == ("agents", "for-agents")
        dialog.view.anchorClicked.emit(QUrl("https://example.com/"))
        assert opened == ["https://example.com/"]
        dialog.reject()


def test_a_picture_is_no_wider_than_the_page(themed: QApplication) -> None:
    dialog = HelpDialog(("agents", "today"), _opened([]))
    dialog.show()
    QApplication.processEvents()
    view = dialog.findChild(QTextBrowser, "help_page")
    assert view is not None
    assert view.document().size().width() <= view.viewport().width()
    assert not view.horizontalScrollBar().isVisible()
    # The picture takes the width, and so its height.
    assert view.document().size().height() > 420
    dialog.reject()
