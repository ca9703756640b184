"""Which programs may still write: a database notes the lowest (docs/rules.md, "Versions")."""

from __future__ import annotations

import re

from sqlalchemy import ScalarSelect, select

from salesdesk import __version__
from salesdesk.domain.refusals import Reason, Why
from salesdesk.storage import tables

LOWEST = "lowest_version"


def lowest_version() -> ScalarSelect[str]:
    """The noted version as part of another statement, so that asking for it costs no round trip."""
    state = tables.salesdesk_state.c
    return select(state.value).where(state.name == LOWEST).scalar_subquery()


def too_old(lowest: str | None, program_version: str = __version__) -> Reason | None:
    """What to say to a program that may not write any more; None: it may."""
    if lowest is None or _numbers(program_version) >= _numbers(lowest):
        return None
    return Reason.of(Why.PROGRAM_TOO_OLD, lowest=lowest, version=program_version)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))
