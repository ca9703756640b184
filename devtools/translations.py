"""Every text of the window, for translators: `python -m devtools.translations FILE.ts LANGUAGE`.

Qt Linguist opens the file, `pyside6-lrelease` compiles it. What was translated before is kept.
Qt's own gathering reads Python by patterns and misses plurals; this reads the syntax tree, and the
reasons of refusals where they are.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.refusals import Why
from salesdesk.domain.settings import DEFINITIONS
from salesdesk.storage.db import faults

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
    return sorted(found | {Text("outage", text) for text in faults.sentences()}, key=_key)


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
    found = {}
    for context in ET.parse(target).getroot().iter("context"):
        for message in context.iter("message"):
            text = Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment"),
            )
            translation = message.find("translation")
            if translation is not None and ("".join(translation.itertext())).strip():
                found[text] = translation
    return found


def main(arguments: list[str]) -> int:
    """Gather the texts into the file."""
    if len(arguments) != 2:
        sys.stderr.write("python -m devtools.translations FILE.ts LANGUAGE\n")
        return 2
    texts = every_text()
    write(texts, Path(arguments[0]), arguments[1])
    sys.stdout.write(f"{len(texts)} texts in {arguments[0]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
