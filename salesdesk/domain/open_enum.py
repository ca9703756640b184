"""Enumerations to which the booking application may add words of its own."""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class OpenEnum(StrEnum):
    """Words that SalesDesk knows; any other word is a member too, and is kept as it stands.

    An unknown word is equal to itself and has a value like the others; it is not among the
    members that iteration gives, which are those to choose from (docs/rules.md, "The database is
    shared").
    """

    @classmethod
    def _missing_(cls, value: object) -> Any:
        if not isinstance(value, str) or not value:
            return None
        foreign = str.__new__(cls, value)
        foreign._name_ = value
        foreign._value_ = value
        return foreign

    @property
    def known(self) -> bool:
        """Whether it is one of SalesDesk's own words."""
        return self.value in type(self)._value2member_map_
