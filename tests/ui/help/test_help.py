"""Help: each screen has its page, in both languages; what is searched for is found and marked."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from salesdesk import ui
from salesdesk.ui.commands import Cmd
from salesdesk.ui.help.dialog import HelpDialog
from salesdesk.ui.help.in_dialogs import DialogHelp
from salesdesk.ui.help.pages import (
    GUIDES,
    OF_DIALOG,
    OF_SCREEN,
    help_page,
    matching,
    page_of_dialog,
    pages,
)
from salesdesk.ui.kit import resources
from salesdesk.ui.kit.language import LANGUAGES
from salesdesk.ui.shell.navigation import DESTINATIONS
from tests.pictures import dialog_gallery_parts as gallery
from tests.support.factories import Office
from tests.support.languages import spoken
from tests.support.windows import OpenWindow
from tests.ui.conftest import delete_deferred


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


def _named_dialogs() -> set[str]:
    """The name of every dialog and box of the window, where it is made."""
    found = set()
    for file in (Path(ui.__file__).parent).rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _makes_a_dialog(call):
                named = [key.value for key in call.keywords if key.arg == "name"]
                found |= {one.value for one in named if isinstance(one, ast.Constant)}
    return {str(each) for each in found}


def _makes_a_dialog(call: ast.Call) -> bool:
    """A class's own making with a name that ends so, or a question."""
    if isinstance(call.func, ast.Name):
        return call.func.id == "ConfirmDialog"
    names = [key.value.value for key in call.keywords if isinstance(key.value, ast.Constant)]
    is_init = isinstance(call.func, ast.Attribute) and call.func.attr == "__init__"
    return is_init and any(str(each).endswith(("_dialog", "_popover")) for each in names)


def test_each_dialog_has_a_page() -> None:
    known = {page.key for page in pages("en")}
    assert {key for key in OF_DIALOG.values() if key not in known} == set()
    # Help itself; and whoever asks whether to leave a form stands over that form.
    assert _named_dialogs() - OF_DIALOG.keys() == {"help_dialog", "leave_dialog"}
    assert len(OF_DIALOG) > 35


@pytest.mark.parametrize("language", LANGUAGES)
def test_f1_in_every_dialog_opens_its_page(themed: QApplication, language: str) -> None:
    helping = DialogHelp(_opened([]))
    with spoken(language):
        sample = gallery.Sample()
        shown = {}
        for name, make in gallery.DIALOGS.items():
            if name == "help":
                continue
            dialog = make(sample)
            dialog.show()
            QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_F1)
            found = dialog.findChild(HelpDialog)
            assert isinstance(found, HelpDialog), name
            assert found.current is not None
            shown[name] = (found.current.key, page_of_dialog(dialog))
            QTest.keyClick(found.focusWidget() or found, Qt.Key.Key_Escape)
            delete_deferred()
            assert dialog.findChild(HelpDialog) is None, name
            assert dialog.isVisible(), name
            dialog.close()
        sample.close()
    helping.deleteLater()
    assert len({key for key, _ in shown.values()}) > 10
    assert {name: keys for name, keys in shown.items() if keys[0] != keys[1]} == {}


def test_help_of_a_question_is_that_of_what_it_stands_over(themed: QApplication) -> None:
    beneath = QWidget()
    beneath.setObjectName("pause_dialog")
    over = QWidget(beneath)
    over.setObjectName("leave_dialog")
    assert page_of_dialog(over) == ("leads", "away-and-closed")
    assert page_of_dialog(QWidget()) == ("agents", "today")
