"""What argparse finds wrong with a command line, in a person's language.

Argparse puts its sentences together in English. Each is recognised by its form and said again.
"""

from __future__ import annotations

import re

from salesdesk.app.commands.words import said

#: A sentence of argparse's, with the places of its values, as translators get it.
SENTENCES = (
    "argument {name}: {fault}",
    "the following arguments are required: {names}",
    "one of the arguments {names} is required",
    "unrecognized arguments: {names}",
    "expected one argument",
    "expected at most one argument",
    "expected at least one argument",
    "expected {number} arguments",
    "not allowed with argument {name}",
    "ignored explicit argument {value}",
    "invalid choice: {value} (choose from {choices})",
    "invalid int value: {value}",
    "invalid moment value: {value}",
)

_PLACE = re.compile(r"\\{(\w+)\\}")


def told(message: str) -> str:
    """What is wrong, in the language; as argparse says it where it is no known sentence."""
    for sentence in SENTENCES:
        form = _PLACE.sub(r"(?P<\1>.+?)", re.escape(sentence))
        found = re.fullmatch(form, message, re.DOTALL)
        if found is not None:
            values = found.groupdict()
            if "fault" in values:
                values["fault"] = told(values["fault"])
            return said(sentence, **values)
    return message
