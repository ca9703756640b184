"""Starting and stopping desktops: processes that run `tests.concurrency.worker`."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.database import Database

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class DesktopProcess:
    """One running process."""

    process: subprocess.Popen[str]

    def tell(self, command: str) -> None:
        """Send a command without waiting for its answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """The next answer."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"the desktop ended with {self.process.wait(10)}")
        found: dict[str, Any] = json.loads(line)
        return found


def start(database: Database, uid: str) -> DesktopProcess:
    """Start a desktop; it says when it is ready."""
    url = database.url.render_as_string(hide_password=False)
    return DesktopProcess(
        subprocess.Popen(
            [sys.executable, "-m", "tests.concurrency.worker", url, uid],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    )


@contextlib.contextmanager
def desktops(database: Database, uids: Sequence[str]) -> Iterator[list[DesktopProcess]]:
    """Desktops that are ready; they are stopped at the end, whatever happened."""
    running = [start(database, uid) for uid in uids]
    try:
        for desktop in running:
            assert "ready" in desktop.hear()
        yield running
    finally:
        for desktop in running:
            for pipe in (desktop.process.stdin, desktop.process.stdout):
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()
            desktop.process.terminate()
            desktop.process.wait(30)
