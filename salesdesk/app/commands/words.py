"""The command line's texts in a person's language, without Qt: a server has none.

Read from the translation's source, which lies beside the program. What is answered in JSON is for
programs and stays as it is written.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from salesdesk.app.local import profile
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import LANGUAGES
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.refusals import Reason, Sentence, Value, Why, separator
from salesdesk.domain.texts import filled
from salesdesk.ui.kit import translation_source

_WRITTEN_IN = LANGUAGES[0]
#: The variables by which a system says its language, the first that is set counts.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class _InForce:
    """The translated texts by context and source; empty: English."""

    texts: Mapping[tuple[str, str], str] = {}


def wanted(typed: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language: as typed, else as the person chose for the window, else as the system's."""
    for at, word in enumerate(typed):
        option, _, value = word.partition("=")
        named = value or next(iter(typed[at + 1 :]), "")
        if option == "--language" and named in LANGUAGES:
            return named
    kept = Paths.of_user().settings_file
    chosen = profile.load(kept).settings.language if kept.is_file() else ""
    system = next(filter(None, map(environment.get, _VARIABLES)), "")
    return chosen or system.partition("_")[0].partition(".")[0].lower()


def choose(code: str) -> None:
    """Speak this language; English where there is none of this code."""
    _InForce.texts = {}
    file = translation_source.file_of(code)
    if code in LANGUAGES and code != _WRITTEN_IN and file.is_file():
        found = translation_source.texts_in(file)
        _InForce.texts = {(context, text): told for (context, text, _), told in found}


def said(text: str, /, **values: str) -> str:
    """A text of the command line with its values."""
    return filled(in_context("command", text), values)


def in_context(context: str, text: str) -> str:
    """A text that the window says too, from its group of texts."""
    return _InForce.texts.get((context, text), text)


def worded(fault: Refusal | Unavailable | Reason) -> str:
    """What is said to whoever was refused, or whose database is out of reach."""
    if isinstance(fault, Refusal):
        return worded(fault.whole)
    reason = fault if isinstance(fault, Reason) else fault.reason
    if not _InForce.texts:
        return reason.english
    values = {name: _shown(value) for name, value in reason.values}
    return filled(in_context("refusal", reason.why.value), values)


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return separator(value).join(map(_shown, value))
    if isinstance(value, Reason):
        return worded(value)
    if isinstance(value, Sentence):
        return in_context(value.group, str(value))
    if isinstance(value, datetime):
        # In figures: the names of months are Qt's, which a server does without.
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, Why):
        return in_context("refusal", value.value)
    return in_context("refusal", str(value))


def in_words(parser: argparse.ArgumentParser) -> None:
    """Let a parser, and its commands, explain themselves in the language."""
    parser.description = _or_none(parser.description)
    parser.epilog = _or_none(parser.epilog)
    for group in parser._action_groups:
        group.title = _or_none(group.title)
    for action in parser._actions:
        if isinstance(action.help, str):
            action.help = said(action.help)
        if isinstance(action.metavar, str):
            action.metavar = said(action.metavar)
        for below in _commands(action):
            in_words(below)
        for line in getattr(action, "_choices_actions", ()):
            line.help = _or_none(line.help)


def _or_none(text: str | None) -> str | None:
    return said(text) if text else text


def _commands(action: argparse.Action) -> Iterator[argparse.ArgumentParser]:
    choices = action.choices if isinstance(action.choices, Mapping) else {}
    yield from (each for each in choices.values() if isinstance(each, argparse.ArgumentParser))


def texts_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Every text by which a parser explains itself, for translators."""
    yield from filter(None, (parser.description, parser.epilog))
    yield from (group.title for group in parser._action_groups if group.title)
    for action in parser._actions:
        if action.help and action.help != argparse.SUPPRESS:
            yield action.help
        if isinstance(action.metavar, str) and action.metavar.isupper():
            yield action.metavar
        yield from (line.help for line in getattr(action, "_choices_actions", ()) if line.help)
        for below in _commands(action):
            yield from texts_of(below)
