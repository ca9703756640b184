"""Stored words as members of the domain's enumerations."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

M = TypeVar("M", bound=StrEnum)


@lru_cache(maxsize=256)  # A page asks five hundred times for the same few.
def member(kind: type[M], text: str | None) -> M | None:
    """The member of an enumeration; None for null and for what another application made up."""
    if text is None:
        return None
    try:
        return kind(text)
    except ValueError:
        return None
