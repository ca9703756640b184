"""With a translation in place nothing of the window is left in English."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QWidget

from devtools import translations
from devtools.compiled_translations import compile_one
from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.events import new_id
from salesdesk.domain.importing import Choices, Field
from salesdesk.domain.refusals import Why
from salesdesk.domain.settings import DEFINITIONS, LIMIT_COLD, Line, read_settings
from salesdesk.services import contacts
from salesdesk.services.importing import checking, table
from salesdesk.services.importing.request import Request
from salesdesk.services.release import run
from salesdesk.ui.contacts.outbox_dialog import OutboxDialog
from salesdesk.ui.importing.texts import reasons
from salesdesk.ui.kit.language import LANGUAGES
from salesdesk.ui.refusals import worded
from salesdesk.ui.shell.navigation import DESTINATIONS
from tests.support.factories import Office
from tests.support.languages import spoken
from tests.support.seats import DialogSeat
from tests.support.windows import OpenWindow

#: Around each translated text.
LEFT, RIGHT = "⟦", "⟧"

#: What no translation file touches: keys, the names of people, roles and languages, days (by the
#: region's settings), codes that settings give as examples, and what Qt and the charts' library
#: bring along.
AS_IT_IS = re.compile(
    r"⟦.*⟧|(?:Ctrl|Alt|Shift)\+(?:Shift\+)?\w+|Rina Wulandari, Team Lead|Monday, 8 June 2026"
    r"|Scroll (?:Left|Right)|Export\.\.\.|"
    + "|".join(map(re.escape, LANGUAGES.values()))
    + "|"
    + "|".join(re.escape(each.example) for each in DEFINITIONS if isinstance(each, Line)),
    re.DOTALL,
)
_WORD = re.compile(r"[A-Za-z]{3,}")


def _brackets(file: Path) -> None:
    """Translate every text into itself between brackets; a plural has one form."""
    translations.write(translations.every_text(), file, "id")
    tree = ET.parse(file)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.clear()
        source = message.findtext("source", "")
        if message.get("numerus"):
            form = ET.SubElement(translation, "numerusform")
            form.text = f"{LEFT}{message.findtext('comment', '')}{RIGHT}"
        else:
            translation.text = "id" if source == "en" else f"{LEFT}{source}{RIGHT}"
    tree.write(file, encoding="utf-8")


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("language")
    source, target = folder / "brackets.ts", folder / "brackets.qm"
    _brackets(source)
    compile_one(source, target)
    return target


@pytest.fixture
def bracketed(qapp: QCoreApplication, compiled: Path) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(compiled))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def _texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Where each text stands that can be read, and the text."""
    for action in window.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()
    for widget in window.findChildren(QWidget):
        name = f"{type(widget).__name__} {widget.objectName()}"
        yield f"{name}, tooltip", widget.toolTip()
        yield f"{name}, accessible", widget.accessibleName()
        if isinstance(widget, QAbstractButton | QLabel):
            yield name, widget.text()
        if isinstance(widget, QLineEdit):
            yield f"{name}, placeholder", widget.placeholderText()


def _english(window: QWidget) -> list[str]:
    return [
        f"{where}: {text!r}"
        for where, text in _texts(window)
        if _WORD.search(AS_IT_IS.sub("", text))
    ]


@pytest.mark.usefixtures("bracketed")
def test_why_lines_of_an_import_are_left_out_is_translated(
    workspace: Office, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "Name,Phone,Date,Time,Note,Source,Town\nSiti,081234567890,31/12/20,25:99,Called,Radio,x\n"
        "Budi,,,,,,\nDewi,111111111,,,,,\nRina,08123456789,x,,,,\n"
    )
    preview = table.preview(file)
    choices = Choices({
        "Name": Field.NAME, "Phone": Field.PHONE, "Date": Field.CONTACT_DATE,
        "Time": Field.CONTACT_TIME, "Note": Field.CONTACT_NOTES, "Source": Field.SOURCE,
    })  # fmt: skip
    request = Request(file, preview.layout, choices)
    found = checking.check(workspace.admin, request, lambda _: None, lambda: False)
    told = [*map(reasons, found.rejected), *map(worded, found.warnings)]
    assert len(told) > 5
    assert [text for text in told if not text.startswith(LEFT)] == []


@pytest.mark.usefixtures("bracketed")
def test_why_a_kept_contact_was_refused_is_translated(
    workspace: Office, seat: Callable[..., DialogSeat]
) -> None:
    sitting = seat(workspace, workspace.agent_uid)
    draft = ContactDraft(new_id(), "gone", Method.CALL, Outcome.SUCCESSFUL, "")
    noon = datetime(2026, 6, 8, 12, tzinfo=UTC)
    sitting.outbox.files.add(draft, "Siti Rahmawati", noon)
    sitting.outbox.files.send(lambda one: contacts.log(workspace.agent, one), noon)
    dialog = OutboxDialog(sitting.context, sitting.outbox.files)
    sitting.show(dialog)
    assert dialog.reason.text() == f"{LEFT}{Why.CUSTOMER_GONE.value}{RIGHT}"


@pytest.mark.usefixtures("bracketed")
def test_why_releases_are_stopped_is_translated() -> None:
    unread = read_settings({LIMIT_COLD.key: "thirty"})
    told = run.stopped_by(unread.stops_releases)
    assert told is not None
    assert worded(told).startswith(f"{LEFT}Nobody is released")


@pytest.mark.usefixtures("bracketed")
def test_every_screen_is_translated(workspace: Office, sit: Callable[..., OpenWindow]) -> None:
    workspace.customer("Siti", owner=workspace.lead_uid)
    at = sit(workspace, workspace.lead)
    english = {}
    for each in DESTINATIONS:
        at.give(each.command)
        english[each.key] = _english(at.window)
    assert {key: texts for key, texts in english.items() if texts} == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_letters_to_press_differ_within_each_menu(
    workspace: Office, sit: Callable[..., OpenWindow], code: str
) -> None:
    with spoken(code):
        at = sit(workspace, workspace.admin)
        bar = at.window.menuBar()
        found = {bar.objectName(): _letters(bar.actions())}
        for top in bar.actions():
            menu: object = QMenu.menuInAction(top)
            assert isinstance(menu, QMenu)
            found[top.text()] = _letters(menu.actions())
        at.close()
    assert sum(len(letters) for letters in found.values()) > 60
    assert {where: letters for where, letters in found.items() if _twice(letters)} == {}


def _letters(actions: Sequence[QAction]) -> list[str]:
    """The letter of each line that has one, with the line."""
    marked = [re.search(r"&(\w)", each.text().replace("&&", "")) for each in actions]
    return [found[1].lower() for found in marked if found is not None]


def _twice(letters: list[str]) -> bool:
    return len(set(letters)) < len(letters)
