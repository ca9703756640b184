"""Texts with values in them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{(\w+)\}")


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with each value in its place: '{name} has no role' and {'name': 'Siti'}.

    In one pass, so that a value may hold anything, braces too. A translation may leave a value out.

    Raises:
        KeyError: the text names a value that is not given.
    """
    return _PLACE.sub(lambda found: values[found[1]], text)


def places(text: str) -> frozenset[str]:
    """The names of the values that a text takes."""
    return frozenset(_PLACE.findall(text))
