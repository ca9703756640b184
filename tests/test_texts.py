"""Every text of the window can be translated: none goes around the helper, each is filled right."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from devtools import translations
from devtools.translations import Text, every_text, of_module
from salesdesk.domain.refusals import Why
from salesdesk.domain.texts import places
from tests.support.text_rules import Astray, astray

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = sorted((ROOT / "salesdesk").rglob("*.py"))
#: Also what is said before there is a window.
WINDOW = sorted(
    path for room in ("ui", "app/startup") for path in (ROOT / "salesdesk" / room).rglob("*.py")
)

#: The helper and the refusals translate what they are handed.
HANDED = {"i18n.py", "refusals.py"}

#: What is no text of the window, or no word of SalesDesk's.
NO_TEXTS = {
    ("app/startup/first_window.py", "server "): "what a socket's name is derived from",
    ("app/startup/first_window.py", "workspace "): "what a socket's name is derived from",
    ("app/startup/open_database.py", "Sales Administrator"): "the name of a role, as it is stored",
    ("contacts/form.py", "word.value"): "the booking application's word, quoted as it stands",
    ("customer/timeline.py", "reason.value"): "the booking application's word, as it stands",
    ("customer/header.py", '<div style="line-height: 150%">'): "markup",
    ("customer/header.py", "fact.value"): "a fact's value is a text already",
    ("customer/drafts.py", "a new customer"): "the key of a draft",
    ("customer/form_dialog.py", "customer form"): "the key of a job",
    ("start/connection_dialog.py", "connection test"): "the key of a job",
    ("start/connection_dialog.py", "keeps passwords"): "the key of a job",
    ("kit/fonts.py", "SalesDesk Inter"): "the name of a font",
    ("kit/fonts.py", "Noto Sans"): "the name of a font",
    ("kit/fonts.py", "Noto Sans CJK SC"): "the name of a font",
    ("kit/forms/cell_table.py", "top bottom left right"): "names of edges",
    ("people/undoable.py", "role "): "what an act's id is derived from",
    ("kit/widgets/headers.py", "top bottom"): "names of edges",
    ("doctor/texts.py", "finding.meaning"): "gathered from the doctor's sentences",
    ("doctor/texts.py", "finding.remedy"): "gathered from the doctor's sentences",
    ("setting_texts.py", "definition.description"): "gathered from the settings' definitions",
    ("setting_texts.py", "percent of the bound"): "the unit's key",
    ("shell/dialogs.py", "SalesDesk "): "the name of a file",
    ("shell/about_dialog.py", "SIL OFL 1.1"): "the name of a licence",
    ("kit/language.py", "Bahasa Indonesia"): "a language by its own name",
    ("start/welcome_dialog.py", "Language, Bahasa"): "in both languages, for whoever reads one",
    ("start/blocked_dialog.py", "salesdesk people map "): "a command",
    ("start/blocked_dialog.py", " EMAIL"): "a command",
    ("start/blocked_dialog.py", "salesdesk people grant "): "a command",
    ("start/blocked_dialog.py", ' "Sales Agent"'): "a command",
    ("start/blocked_dialog.py", "salesdesk people confirm "): "a command",
    ("start/crash_dialog.py", "\nLog: "): "a report for engineers",
    ("start/crash_dialog.py", "SalesDesk "): "a report for engineers",
    ("templates/texts.py", "Siti Rahmawati"): "the name of a customer who is made up",
    ("templates/texts.py", "PT Sinar Jaya"): "the name of a company that is made up",
}


def _name(path: Path) -> str:
    return path.relative_to(ROOT / "salesdesk").as_posix().removeprefix("ui/")


def _astray() -> Iterator[tuple[str, Astray]]:
    for path in WINDOW:
        if _name(path) not in HANDED:
            yield from ((_name(path), one) for one in astray(path.read_text(encoding="utf-8")))


def test_no_text_goes_around_the_helper() -> None:
    found = [
        f"{name}:{one.line} {one.what}: {one.text!r}"
        for name, one in _astray()
        if (name, one.text) not in NO_TEXTS
    ]
    assert found == []


def test_what_is_let_past_is_still_there() -> None:
    there = {(name, one.text) for name, one in _astray()}
    assert sorted(set(NO_TEXTS) - there) == []


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ('label.setText("Cancel")', "a word outside a translation"),
        ('Button("Save…", name="save")', "a word outside a translation"),
        ('field.setToolTip(f"Show {count}")', "words beside a value"),
        ('said = f"{server} · {number} ms"', "words beside a value"),
        ('label.setText("Nobody " + name)', "words beside a value"),
        ('said = "Nothing was saved."', "words outside a translation"),
        ('title = {1: "No role yet"}', "words outside a translation"),
        ('named(button, "clear", "Clear")', "a word outside a translation"),
        ('Row(name="x", accessible="Owner")', "a word outside a translation"),
        ("label.setText(row.status.value)", "a value shown raw"),
        ('fill(translate("a", "to {stage}"), stage=to.value)', "a value shown raw"),
        ('label.setText(f"{word}: {row.status.value}")', "a value shown raw"),
        ('label.setText("x" if busy else stage.value)', "a value shown raw"),
        ('self.tr(f"Plan for {name}")', "a text that is made up"),
        ('translate("plan", "Plan for " + name)', "a text that is made up"),
        ("plural(context, one, many, 3)", "a text that is made up"),
        ('told.replace("%1", name)', "a place without a name"),
    ],
)
def test_the_check_finds(source: str, what: str) -> None:
    assert [one.what for one in astray(source)][:1] == [what]


@pytest.mark.parametrize(
    "source",
    [
        'def f():\n    """Two words here."""',
        'label.setText(self.tr("Cancel"))',
        'label.setText(fill(self.tr("Plan for {name}"), name=row.name))',
        'label.setText(f"{name}, {day}")',
        'Label(name="about_title", ink="text2")',
        'Action(self.tr("Copy"), copy, "copy_number")',
        'named(button, "clear_button", self.tr("Clear"))',
        'tasks.query(("outbox list", id(self)), work)',
        'tasks.query("import words", work, done)',
        'locale.toString(day, "ddd d MMMM yyyy")',
        '_log.warning("reminders cannot be kept: %s", fault)',
        'raise ValueError("no agent is chosen")',
        "key = stage.value",
        'plural("today", "1 customer", "{number} customers", count, number=number)',
    ],
)
def test_the_check_lets_past(source: str) -> None:
    assert astray(source) == []


# --- values --------------------------------------------------------------------------------------


def _fills(path: Path) -> Iterator[tuple[int, str, set[str]]]:
    """Each text that is filled where it stands: line, text, names of the values given."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or any(word.arg is None for word in node.keywords):
            continue
        name = ast.unparse(node.func)
        given = {str(word.arg) for word in node.keywords}
        if name == "fill" and isinstance(node.args[0], ast.Call):
            texts = node.args[0].args[-1:]
        else:
            texts = node.args[1:3] if name == "plural" else []
        for text in texts:
            if isinstance(text, ast.Constant):
                yield node.lineno, str(text.value), given


def test_each_text_is_given_what_it_names() -> None:
    checked = [
        (f"{_name(path)}:{line} {text!r}", places(text) - given)
        for path in WINDOW
        for line, text, given in _fills(path)
    ]
    assert len(checked) > 200
    assert [text for text, missing in checked if missing] == []


#: Arguments of refusals that are no values of their texts.
FIELDS_OF_REFUSALS = {"field", "owner_uid", "owner_name", "since", "by_name", "rule"}


def _reasons(path: Path) -> Iterator[tuple[int, Why, set[str]]]:
    """Each reason that is given where it stands, with the names of its values."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        given = {str(word.arg) for word in node.keywords} - FIELDS_OF_REFUSALS
        if ast.unparse(node.func) == "NotAllowed":
            assert "permission" not in given, f"{path.name}:{node.lineno} gives it twice"
            given.add("permission")
        for argument in node.args:
            for part in ast.walk(argument) if isinstance(argument, ast.IfExp) else [argument]:
                if isinstance(part, ast.Attribute) and ast.unparse(part.value) == "Why":
                    yield node.lineno, Why[part.attr], given


def test_each_reason_is_given_what_it_names() -> None:
    checked = [
        (f"{path.name}:{line} {why.name}", places(why.value) - given)
        for path in PRODUCT
        for line, why, given in _reasons(path)
    ]
    assert len(checked) > 100
    assert [(text, missing) for text, missing in checked if missing] == []


def test_each_reason_is_given_somewhere() -> None:
    texts = [path.read_text(encoding="utf-8") for path in PRODUCT if path.name != "refusals.py"]
    everything = "\n".join(texts)
    assert [why.name for why in Why if f"Why.{why.name}" not in everything] == []


def test_what_is_worded_already_comes_from_the_window_and_the_command_line_alone() -> None:
    beneath = [path for path in PRODUCT if path.parts[-2] not in ("ui", "app")]
    strange = [
        path.relative_to(ROOT).as_posix()
        for path in beneath
        if "Why.WORDED" in path.read_text(encoding="utf-8")
        if not path.relative_to(ROOT / "salesdesk").as_posix().startswith(("ui/", "app/"))
    ]
    # An import that began under an earlier version kept its reasons as texts. An outage, and a
    # server whose binary log is kept wrongly, tell a sentence that has a translation of its own.
    assert strange == [
        "salesdesk/domain/errors.py", "salesdesk/services/importing/writing.py",
        "salesdesk/storage/setup/schema.py",
    ]  # fmt: skip


def test_no_window_shows_the_english_text_of_a_fault() -> None:
    shown = [*WINDOW, ROOT / "salesdesk" / "app" / "session.py"]
    english = [
        f"{_name(path)} {ast.unparse(node)}"
        for path in shown
        if _name(path) not in HANDED
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and ast.unparse(node) in ("fault.message", "refusal.message", "fault.english")
    ]
    # It is compared there, not shown.
    assert english == ["app/startup/connection_check.py fault.message"]


# --- for translators ------------------------------------------------------------------------------


def test_every_text_is_gathered_for_translators() -> None:
    texts = every_text()
    assert len(texts) > 1_700
    assert Text("today", "1 customer needs you", "{number} customers need you") in texts
    assert Text("refusal", Why.CUSTOMER_GONE.value) in texts
    assert Text("refusal", "hot") in texts
    assert Text("outage", "The server does not answer.") in texts
    assert Text("BulkDialog", "Cancel") in texts
    assert not [text for text in texts if not text.context or not text.source]


def test_a_text_is_gathered_within_an_f_string_and_a_class_within_a_class() -> None:
    source = "class A:\n  def f(self):\n    return f\"{self.tr('to')} {translate('b', 'be')}\"\n"
    assert list(of_module(source)) == [Text("A", "to"), Text("b", "be")]


def test_what_was_translated_stays(tmp_path: Path) -> None:
    target = tmp_path / "id.ts"
    texts = [Text("a", "Cancel"), Text("a", "1 customer", "{number} customers")]
    translations.write(texts, target, "id")
    tree = ET.parse(target)
    for found in tree.getroot().iter("translation"):
        found.attrib.clear()
        found.text = "Batal"
        break
    tree.write(target)
    translations.write([*texts, Text("a", "Save")], target, "id")
    said = [
        (message.findtext("source"), message.findtext("translation"))
        for message in ET.parse(target).getroot().iter("message")
    ]
    assert said == [("Cancel", "Batal"), ("1 customer", ""), ("Save", "")]
