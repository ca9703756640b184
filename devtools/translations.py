"""Every text of the window, for translators: `python3 dev.py translations`.

It brings each file of `resources/translations/` up to date, which Qt Linguist opens, and says what
is wrong with it: what is untranslated, what nobody uses any more (and is left out), and where a
translation takes other values than its source.
Qt's own gathering reads Python by patterns and misses plurals; this reads the syntax tree, and the
reasons of refusals where they are.
"""

from __future__ import annotations

import ast
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from devtools.compiled_translations import FOLDER, compile_stale
from devtools.qt_texts import QT_TEXTS
from salesdesk.app.cli import parser
from salesdesk.app.commands import usage_words
from salesdesk.app.commands.words import texts_of
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.refusals import Why
from salesdesk.domain.settings import DEFINITIONS
from salesdesk.services.admin import doctor
from salesdesk.storage.db import faults
from salesdesk.storage.setup import indexes

ROOT = Path(__file__).resolve().parents[1]
SHOWN = ("ui", "app")


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text to translate.

    Attributes:
        context: the class, for `self.tr`; else what the call names.
        many: the English plural, of a text that has one.
    """

    context: str
    source: str
    many: str | None = None


def every_text() -> list[Text]:
    """All texts, each once."""
    found = {text for path in _modules() for text in of_module(path.read_text(encoding="utf-8"))}
    words = {str(word.value) for kind in (Stage, SalesStatus) for word in kind}
    found |= {Text("refusal", text) for text in words | {why.value for why in Why} | {"en"}}
    found |= {Text("setting", setting.description) for setting in DEFINITIONS}
    found |= {Text("doctor", text) for text in doctor.sentences()}
    found |= {Text("outage", text) for text in faults.sentences()}
    found |= {Text("command", text) for text in (*texts_of(parser()), "usage:")}
    found |= {Text("command", text) for text in usage_words.SENTENCES}
    found |= {Text("command", index.why) for index in indexes.RECOMMENDED}
    found |= {Text(context, text) for context, texts in QT_TEXTS.items() for text in texts}
    return sorted(found, key=_key)


def _key(text: Text) -> tuple[str, str, str]:
    return text.context, text.source, text.many or ""


def _modules() -> Iterator[Path]:
    for room in SHOWN:
        yield from sorted((ROOT / "salesdesk" / room).rglob("*.py"))


def of_module(source: str) -> Iterator[Text]:
    """The texts of one module."""
    yield from _within(ast.parse(source), "")


def _within(node: ast.AST, owner: str) -> Iterator[Text]:
    for below in ast.iter_child_nodes(node):
        if isinstance(below, ast.Call):
            yield from _of_call(below, owner)
        yield from _within(below, below.name if isinstance(below, ast.ClassDef) else owner)


def _of_call(call: ast.Call, owner: str) -> Iterator[Text]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    texts = [one.value for one in call.args if isinstance(one, ast.Constant)]
    match name, texts:
        case "tr", [str(source)]:
            yield Text(owner, source)
        case "translate", [str(context), str(source)]:
            yield Text(context, source)
        case "said", [str(source)]:
            yield Text("command", source)
        case "Bar", _:
            yield from (Text("command", text) for text in texts if isinstance(text, str))
        case "counted", [str(one), *others]:
            yield Text("command", one)
            yield Text("command", str(others[0]) if others else f"{one}s")
        case "table", _ if call.args and isinstance(call.args[0], ast.Tuple):
            for head in call.args[0].elts:
                if isinstance(head, ast.Constant):
                    yield Text("command", str(head.value))
        case "plural", [str(context), str(one), str(many), *_]:
            yield Text(context, one, many)


def write(texts: list[Text], target: Path, language: str) -> None:
    """Write the file; a text that is translated in it already keeps its translation."""
    before = _translated(target) if target.is_file() else {}
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for text in texts:
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        message = ET.SubElement(contexts[text.context], "message")
        ET.SubElement(message, "source").text = text.source
        if text.many is not None:
            message.set("numerus", "yes")
            ET.SubElement(message, "comment").text = text.many
        translation = before.get(text)
        if translation is None:
            translation = ET.Element("translation", type="unfinished")
        message.append(translation)
    ET.indent(root)
    ET.ElementTree(root).write(target, encoding="utf-8", xml_declaration=True)


def _translated(target: Path) -> dict[Text, ET.Element]:
    return {
        text: translation
        for text, translation in _messages(target)
        if "".join(translation.itertext()).strip()
    }


def _messages(target: Path) -> Iterator[tuple[Text, ET.Element]]:
    for context in ET.parse(target).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None:
                yield (
                    Text(
                        context.findtext("name", ""),
                        message.findtext("source", ""),
                        message.findtext("comment"),
                    ),
                    translation,
                )


# --- what is wrong with a translation -------------------------------------------------------------

_PLACE = re.compile(r"\{\w+\}|%\d|%n")
_LETTER = re.compile(r"&(?=\w)")


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with a translation; nothing: all three are empty.

    Attributes:
        other_values: with other places for values than the source, or a letter to press too few
            or too many.
    """

    untranslated: tuple[Text, ...]
    unused: tuple[Text, ...]
    other_values: tuple[tuple[Text, str], ...]


def faults_of(target: Path, texts: list[Text]) -> Faults:
    """What is wrong with the file, as it lies there."""
    known = _translated(target)
    there = set(texts)
    words = {text: "".join(each.itertext()).strip() for text, each in known.items()}
    return Faults(
        tuple(text for text in texts if text not in known),
        tuple(text for text, _ in _messages(target) if text not in there),
        tuple(
            (text, told) for text, told in words.items() if text in there and not _fits(text, told)
        ),
    )


def _fits(text: Text, told: str) -> bool:
    source = text.many or text.source
    return (
        set(_PLACE.findall(source)) == set(_PLACE.findall(told))
        and len(_LETTER.findall(source)) == len(_LETTER.findall(told))
        and source.endswith("\n") == told.endswith("\n")
    )


def main() -> int:
    """Bring every translation up to date; 1 where something is wrong with one."""
    texts, wrong = every_text(), False
    for target in sorted(FOLDER.glob("*.ts")):
        faults = faults_of(target, texts)
        write(texts, target, target.stem.rpartition("_")[2])
        _tell(target, faults)
        wrong = wrong or faults != Faults((), (), ())
    compile_stale()
    return int(wrong)


def _tell(target: Path, faults: Faults) -> None:
    lines = [
        *(f"untranslated  {text.context}: {text.source!r}" for text in faults.untranslated),
        *(f"unused        {text.context}: {text.source!r}" for text in faults.unused),
        *(
            f"other values  {text.context}: {text.source!r} as {told!r}"
            for text, told in faults.other_values
        ),
    ]
    sys.stdout.write("\n".join([*lines, f"{target.name}: {len(lines)} to mend", ""]))


if __name__ == "__main__":
    sys.exit(main())
