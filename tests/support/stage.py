"""Somebody who works at the running program, step by step, while a test waits for its end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot


class Script:
    """Does one step after another, each once what it waits for is on the screen."""

    def __init__(self, *steps: Callable[[], bool]) -> None:
        self._steps = list(steps)
        self.done = 0

    def look(self) -> None:
        """Try the next step."""
        if self._steps and self._steps[0]():
            self._steps.pop(0)
            self.done += 1


@contextlib.contextmanager
def scripted(script: Script, qtbot: QtBot) -> Iterator[None]:
    """Let the script go on while the program runs."""

    class Stage(QTimer):
        def step(self) -> None:
            script.look()

    stage = Stage()
    stage.timeout.connect(stage.step)
    stage.start(100)
    yield
    stage.stop()
