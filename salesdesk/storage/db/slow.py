"""Statements that take long, in the log: named by who asked, never by their text or values."""

from __future__ import annotations

import logging
import sys
import time
from types import FrameType
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

#: What takes longer than this is noted.
SLOW_SECONDS = 2.0

_ROOM = "salesdesk."
#: What carries statements, and asks for none itself.
_CARRIERS = ("salesdesk.storage.db.", "salesdesk.storage.unit_of_work")

_log = logging.getLogger(__name__)


def watch(engine: Engine) -> None:
    """Note every slow statement of this engine, also one that failed or was stopped.

    On SQLite this is the time until the first row: the others are found while they are fetched.
    """
    event.listen(engine, "before_cursor_execute", _begin)
    event.listen(engine, "after_cursor_execute", _end)
    event.listen(engine, "handle_error", _fail)


def _begin(
    connection: object, cursor: object, statement: str, values: object, context: Any, many: bool
) -> None:
    if context is not None:
        context.salesdesk_began = time.perf_counter()


def _end(
    connection: object, cursor: Any, statement: str, values: object, context: Any, many: bool
) -> None:
    _note(context, f"{cursor.rowcount} rows")


def _fail(failed: ExceptionContext) -> None:
    _note(failed.execution_context, type(failed.original_exception).__name__)


def _note(context: Any, outcome: str) -> None:
    began = getattr(context, "salesdesk_began", None)
    if began is None:
        return
    seconds = time.perf_counter() - began
    if seconds > SLOW_SECONDS:
        _log.warning("Slow statement: %s took %.1f s, %s", _asker(), seconds, outcome)


def _asker() -> str:
    """The function that asks, by its module; of SQL, nothing."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith(_ROOM) and not module.startswith(_CARRIERS):
            return f"{module.removeprefix(_ROOM)}.{frame.f_code.co_qualname}"
        frame = frame.f_back
    return "a statement"
