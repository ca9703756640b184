"""What the person at the keyboard sees: lines, stages with their time, and why a command stops."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


class Stop(Exception):  # noqa: N818 - an end, not always an error
    """Ends the command with an exit code; the text says why, and what to do."""

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.code = code


@dataclass(frozen=True)
class Stage:
    """One step of a run that is over: its exit code and how many seconds it took."""

    name: str
    code: int
    seconds: float


def say(text: str) -> None:
    """Print at once, into a pipe too."""
    print(text, flush=True)


def play(steps: Sequence[tuple[str, Callable[[], int]]]) -> int:
    """Run every step, also after a red one, and report each with its time; 1 if any was red."""
    stages: list[Stage] = []
    for name, step in steps:
        say(f"\n== {name} " + "=" * (70 - len(name)))
        started = time.monotonic()
        code = step()
        stages.append(Stage(name, code, time.monotonic() - started))
    say("")
    for stage in stages:
        verdict = "ok" if stage.code == 0 else f"FAILED ({stage.code})"
        say(f"  {stage.name:<20} {stage.seconds:7.1f} s  {verdict}")
    say(f"  {'all':<20} {sum(stage.seconds for stage in stages):7.1f} s")
    return 1 if any(stage.code for stage in stages) else 0
