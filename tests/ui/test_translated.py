"""With a translation in place nothing of the window is left in English."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from devtools import translations
from salesdesk.domain.settings import DEFINITIONS, Line
from salesdesk.ui.shell.navigation import DESTINATIONS
from tests.support.factories import Office
from tests.support.windows import OpenWindow

#: Around each translated text.
LEFT, RIGHT = "⟦", "⟧"

#: What no translation file touches: keys, the names of people and roles, days (by the region's
#: settings), codes that settings give as examples, and what Qt and the charts' library bring along.
AS_IT_IS = re.compile(
    r"⟦.*⟧|(?:Ctrl|Alt|Shift)\+(?:Shift\+)?\w+|Rina Wulandari, Team Lead|Monday, 8 June 2026"
    r"|Scroll (?:Left|Right)|Export\.\.\.|"
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
    compiler = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    made = subprocess.run(
        [compiler, source, "-qm", target], check=True, capture_output=True, text=True
    )
    assert "0 unfinished" in made.stdout
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
def test_every_screen_is_translated(workspace: Office, sit: Callable[..., OpenWindow]) -> None:
    workspace.customer("Siti", owner=workspace.lead_uid)
    at = sit(workspace, workspace.lead)
    english = {}
    for each in DESTINATIONS:
        at.give(each.command)
        english[each.key] = _english(at.window)
    assert {key: texts for key, texts in english.items() if texts} == {}
