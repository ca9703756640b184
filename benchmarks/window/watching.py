"""A window's process on a screen of its own, watched from outside."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.support.virtual_screen import Pointer, VirtualScreen

_ROOT = Path(__file__).resolve().parents[2]

#: Without what names a database, which would come before the profile that is kept.
_SURROUNDINGS = {name: value for name, value in os.environ.items() if name[:9] != "SALESDESK"}

#: Between two movements of the mouse.
_STEP_SECONDS = 0.02


class WindowEnded(Exception):  # noqa: N818 - an end that was not expected
    """The window's process ended, or said nothing for too long."""


class Watched:
    """One window, from its start to its end.

    Args:
        module: what is started, with these arguments.
        patience: seconds of silence until it is given up.
    """

    def __init__(
        self,
        screen: VirtualScreen,
        module: str,
        *arguments: str,
        patience: float,
        variables: dict[str, str] | None = None,
    ) -> None:
        self._pointer = Pointer(screen)
        self._patience = patience
        self._began = time.perf_counter()
        # Unbuffered: of a line that Python has read ahead, the pipe says nothing.
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=_ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, bufsize=0,
            env={
                **_SURROUNDINGS, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb",
                **(variables or {}),
            },
        )  # fmt: skip

    def __enter__(self) -> Watched:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pointer.close()
        with self._process:
            try:
                self._process.wait(self._patience if kind is None else 0.1)
            except subprocess.TimeoutExpired:
                self._process.kill()

    def until(self, mark: str, other: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """What is told with a mark, and `ms` since the start; everything before goes to `other`.

        Raises:
            WindowEnded: it never came.
        """
        while True:
            told = self._told()
            if "drag" in told:
                self._drag(*told["drag"])
            elif mark in told:
                return {"ms": (time.perf_counter() - self._began) * 1000, **told}
            else:
                other(told)

    def _told(self) -> dict[str, Any]:
        out = self._process.stdout
        assert out is not None
        ready, _, _ = select.select([out], [], [], self._patience)
        line = out.readline() if ready else b""
        if not line:
            raise WindowEnded(f"The window told nothing: {self._process.poll()}")
        found: dict[str, Any] = json.loads(line)
        return found

    def _drag(self, start: list[int], end: list[int]) -> None:
        self._pointer.drag(
            (start[0], start[1]), (end[0], end[1]), lambda: time.sleep(_STEP_SECONDS)
        )
