"""The command line in Indonesian: no word of its help or of a refusal is left in English."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from salesdesk.app import cli
from salesdesk.app.commands import usage_words, words
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.exporting import CustomerField
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.permissions import OFFERED_ROLES, Permission
from salesdesk.domain.queries import CustomerSort, OwnerScope
from salesdesk.storage.tables.booking import user
from tests.support.english_words import EnglishWords, words_of

APP = Path(cli.__file__).parent


@pytest.fixture(scope="module")
def english() -> EnglishWords:
    """The words that only English texts have."""
    return EnglishWords("id")


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has chosen anything, and no database is named."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "SALESDESK_DATABASE_URL", "SALESDESK_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SALESDESK_HOME", str(tmp_path))
    monkeypatch.setattr(words._InForce, "texts", {})


def _below(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return action.choices
    return {}


def _commands(
    parser: argparse.ArgumentParser, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    yield path
    for name, below in _below(parser).items():
        yield from _commands(below, (*path, name))


def _typed(parser: argparse.ArgumentParser) -> frozenset[str]:
    """Every word that is typed as it is: the names of commands, the choices of options."""
    found = {"salesdesk", *_below(parser)}
    for action in parser._actions:
        found |= {str(choice).lower() for choice in action.choices or ()}
    for below in _below(parser).values():
        found |= _typed(below)
    return frozenset(part for word in found for part in word.split("-"))


TYPED = (
    CustomerField,
    CustomerSort,
    FollowUpState,
    OwnerScope,
    LeadSource,
    SalesStatus,
    Permission,
)

#: What is typed into options as it is, or names tables and permissions.
VALUES = words_of(
    " ".join(
        [
            *(str(one.value) for kind in TYPED for one in kind),
            *(f"{table.name}" for table in user.sorted_tables),
            *(role.name for role in OFFERED_ROLES),
            "me Rina INDEX",
        ]
    ).replace(":", " ")
)
COMMANDS = tuple(_commands(cli.parser()))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_has_no_english_word(
    command: tuple[str, ...], english: EnglishWords, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([*command, "--help", "--language", "id"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("pemakaian: salesdesk")
    assert english.left_in(told, _typed(cli.parser()) | VALUES) == []


AS_RINA = ("--as", "rina@kantor.example")

#: A command line that is refused, for each sentence that refuses one.
WRONG = {
    "no such command": ["sell"],
    "no such step": ["people", "sell"],
    "no step": ["people"],
    "an argument is missing": ["people", "grant"],
    "an option without its value": ["export", "customers", "a.csv", "--format"],
    "an unknown option": ["doctor", "--nothing"],
    "an option that takes no value": ["doctor", "--apply=x"],
    "one or the other": ["release", "--dry-run", "--confirm"],
    "no such choice": ["export", "sales", "a.csv"],
    "no number": ["demo-data", "--customers", "many"],
    "no moment": ["demo-data", "--customers", "5", "--base", "soon"],
    "no such language": ["doctor", "--language", "fr"],
    "fresh alone": ["--fresh"],
    "somebody acts where nobody does": ["--as", "a@b.example", "db", "init"],
    "no database": ["doctor"],
    "an unreadable URL": ["doctor", "--database", "nothing"],
    "another kind of database": ["doctor", "--database", "oracle://x/y"],
    "no name of a database": ["doctor", "--database", "mysql://x"],
    "options in the URL": ["doctor", "--database", "mysql://x/y?ssl=0"],
    "a password in the URL": ["doctor", "--database", "mysql://a:b@x/y"],
    "no file of a workspace": ["doctor", "--database", "sqlite://"],
    "no certificate": ["doctor", "--database", "mysql://a@x/y", "--tls", "pinned"],
    "no workspace": ["doctor", "--database", "sqlite:///gone.sqlite"],
    "nothing to back up": ["db", "backup", "b.sqlite", "--database", "sqlite:///gone.sqlite"],
    "repair of nothing": ["doctor", "--apply"],
    "undo with a file": ["import", "a.csv", "--undo", "1"],
    "nothing to import": ["import"],
    "no file to import": ["import", "gone.csv"],
    "no kind of file": ["export", "customers", "a.txt"],
    "no calendar": ["export", "customers", "a.ics"],
    "too many customers": ["demo-data", "--customers", "0"],
    "no list of people": ["people", "import", "gone.csv"],
    "no account": ["people", "map", "nobody", "a@b.example"],
    "no account for rights": ["db", "grants", "--role", "lead", "--account", "@"],
}  # fmt: skip


@pytest.mark.parametrize("typed", WRONG.values(), ids=WRONG)
def test_a_refusal_has_no_english_word(
    typed: list[str],
    english: EnglishWords,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    language = [] if "--language" in typed else ["--language", "id"]
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    assert cli.main([*typed, *language]) in (1, 2, 3)
    said = capsys.readouterr().err
    assert len(said) > 20
    assert english.left_in(said, _typed(cli.parser()) | VALUES) == []


#: What is said in a ready workspace where nothing is, or of what does not exist.
REFUSED = {
    "nobody acts": ["release", "--confirm"],
    "nobody of this address": ["people", "grant", "a@b.example", "Team Lead"],
    "no such role": ["people", "grant", "rina@kantor.example", "Nothing", *AS_RINA],
    "nobody is named": ["export", "customers", "a.csv"],
    "no such owner": ["export", "customers", "a.csv", "--owner", "x@y", *AS_RINA],
    "no such column": ["export", "customers", "a.csv", "--columns", "x", *AS_RINA],
    "a column of the pool": ["export", "customers", "a.csv", "--columns", "free_since",
                             *AS_RINA],
    "no such breach": ["doctor", "--repair", "nothing", *AS_RINA],
    "a breach that is only listed": ["doctor", "--repair", "no_name", *AS_RINA],
    "nobody to erase": ["erase", "0812", *AS_RINA],
    "all is there": ["db", "init"],
    "hours are off": ["db", "hours"],
    "nothing to take back": ["import", "--undo", "x", *AS_RINA],
    "a workspace has no accounts": ["people", "map", "a@%", "rina@kantor.example",
                                    *AS_RINA],
}  # fmt: skip


def test_what_a_workspace_answers_has_no_english_word(
    english: EnglishWords, capsys: pytest.CaptureFixture[str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    database = ["--database", "sqlite:///desk.sqlite", "--language", "id"]
    done = [
        ["db", "init"],
        ["people", "add", "Rina", "rina@kantor.example", "Sales Administrator"],
        ["people", "list"],
        ["db", "upgrade"], ["db", "indexes"], ["db", "summaries"],
        ["release"], ["doctor"],
        [*AS_RINA, "export", "customers", "a.csv"],
        ["db", "backup", "b.sqlite"],
    ]  # fmt: skip
    left = {}
    for name, typed in {**{" ".join(typed): typed for typed in done}, **REFUSED}.items():
        assert cli.main([*typed, *database]) == 0 or name in REFUSED
        out, err = capsys.readouterr()
        assert len(out + err) > 10, name
        left[name] = english.left_in(out + err, _typed(cli.parser()) | VALUES)
    assert {name: found for name, found in left.items() if found} == {}


@pytest.mark.parametrize("sentence", usage_words.SENTENCES)
def test_each_sentence_of_argparse_is_recognised(sentence: str) -> None:
    words.choose("id")
    assert usage_words.told(sentence) != sentence or "{" not in sentence
    words.choose("")
    assert usage_words.told(sentence) == sentence


def test_nothing_is_said_that_no_translation_knows() -> None:
    """A refusal of the command line, or an outage, is never told by a plain text."""
    untold = [
        f"{file.relative_to(APP.parent)}:{call.lineno}"
        for file in sorted(APP.parent.rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("WrongUse", "Unavailable", "BadUrl")
        and call.args
        and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
        and "usage_words" not in ast.unparse(call)
    ]
    assert untold == []


def test_an_english_word_is_found(english: EnglishWords) -> None:
    assert english.left_in("Nobody is released") == ["nobody", "released"]
    assert english.left_in("Tidak ada yang dilepas") == []
