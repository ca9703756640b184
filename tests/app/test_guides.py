"""Every command that a guide names exists, with the options that the guide gives it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev
from benchmarks.command import parser as bench_parser
from salesdesk.app import cli
from salesdesk.app.commands.answers import WrongUse
from salesdesk.domain.permissions import OFFERED_ROLES

ROOT = Path(__file__).resolve().parents[2]
GUIDES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))

_SPAN = re.compile(r"`((?:python3 |py )?(?:salesdesk|dev\.py) [^`]+)`")
_LINE = re.compile(r"^ *((?:python3 |py )?(?:salesdesk|dev\.py) \S.+)$", re.MULTILINE)
_FENCE = re.compile(r"^ *```\w*\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_EITHER = re.compile(r"[\w-]+(?:\|[\w-]+)+")

#: What stands for a number; any other word in capitals is a text.
NUMBERS = {"N": "5", "S": "1"}


def _named(text: str) -> Iterator[str]:
    """The commands of a guide, from its sentences and from its examples."""
    yield from _SPAN.findall(text)
    for block in _FENCE.findall(text):
        yield from _LINE.findall(block)
    yield from re.findall(r"^    ((?:python3 |py )?(?:salesdesk|dev\.py) .+)$", text, re.MULTILINE)


def _spelled(command: str) -> Iterator[list[str]]:
    """The words of a command: options in brackets are given, of several each in turn."""
    text = command.replace("\\|", "|").split(" > ")[0]
    bracket = re.search(r"\[([^]]*)\]", text)
    if bracket is not None:
        for one in bracket[1].split(" | "):
            yield from _spelled(text.replace(bracket[0], one, 1))
        return
    either = _EITHER.search(text)
    if either is not None:
        for one in either[0].split("|"):
            yield from _spelled(text.replace(either[0], one, 1))
        return
    words = shlex.split(text)
    words = words[1:] if words[0] in ("python3", "py") else words
    yield [NUMBERS.get(word, word) for word in words if word != "…"]


def _commands() -> list[tuple[str, str, tuple[str, ...]]]:
    found = {
        (guide.name, command, tuple(words))
        for guide in GUIDES
        for command in _named(guide.read_text(encoding="utf-8"))
        for words in _spelled(command)
    }
    return sorted(found)


def _fault(arguments: list[str]) -> WrongUse | None:
    try:
        cli.parser().parse_args(arguments)
    except WrongUse as fault:
        return fault
    return None


def _is_mention(fault: WrongUse, example: str) -> bool:
    """Whether a sentence names a command without all that it needs."""
    return "the following arguments are required" in str(fault) and "--" not in example


@pytest.mark.parametrize(("guide", "command", "words"), _commands())
def test_a_command_of_a_guide_exists(guide: str, command: str, words: tuple[str, ...]) -> None:
    program, *arguments = words
    if program == "dev.py":
        name, *others = arguments
        assert name in dev.COMMANDS, f"{guide}: {command}"
        if name == "bench":
            assert bench_parser().parse_args(others).customers
        elif name == "run":
            cli.parser().parse_args(others)
        return
    fault = _fault(arguments)
    assert fault is None or _is_mention(fault, command), f"{guide}: {command}: {fault}"


def test_commands_are_found() -> None:
    found = {" ".join(words) for _, _, words in _commands()}
    assert len(found) > 50
    assert {
        "salesdesk release --dry-run",
        "salesdesk release --confirm",
        "salesdesk db grants --role lead --account NAME@HOST",
        "salesdesk demo-data --customers 5 --seed 1",
        "dev.py test tests/ui -k panel",
    } <= found


def test_roles_that_guides_give_are_offered() -> None:
    offered = {role.name for role in OFFERED_ROLES}
    given = {
        words[words.index("grant") + 2]
        for _, _, words in _commands()
        if "grant" in words and "ROLE" not in words
    }
    assert given
    assert given <= offered
