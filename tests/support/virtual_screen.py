"""A screen of its own for a test, and a pointer on it that windows take for a real one."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable
from types import TracebackType

import pytest

_LEFT = 1
_STEPS = 12


class VirtualScreen:
    """An X server without a monitor.

    Attributes:
        name: for the environment variable DISPLAY.
    """

    def __init__(self) -> None:
        if shutil.which("Xvfb") is None:
            pytest.fail("Xvfb is missing: install the package xvfb")
        reading, writing = os.pipe()
        # A killed test run must leave no server behind.
        leash = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
        self._server = subprocess.Popen(
            [*leash, "Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24",
             "-nolisten", "tcp"],
            pass_fds=(writing,), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "the virtual screen did not start"
        self.name = f":{number}"

    def __enter__(self) -> VirtualScreen:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait(20)


class Pointer:
    """The mouse of a screen, moved through the XTEST extension as a hand would move it."""

    def __init__(self, screen: VirtualScreen) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(screen.name.encode()))
        assert self._display.value, "the virtual screen does not answer"
        self._at = (0, 0)

    def move(self, x: int, y: int) -> None:
        """Go to a place at once."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        self._x.XSync(self._display, 0)
        self._at = (x, y)

    def press(self) -> None:
        """Hold the left button down."""
        self._button(down=True)

    def release(self) -> None:
        """Let the left button go."""
        self._button(down=False)

    def _button(self, *, down: bool) -> None:
        self._test.XTestFakeButtonEvent(self._display, _LEFT, int(down), 0)
        self._x.XSync(self._display, 0)

    def drag(self, start: tuple[int, int], end: tuple[int, int], seen: Callable[[], None]) -> None:
        """Press at one place, go to the other in small steps, and let go there.

        Args:
            seen: returns when the window has taken in what the pointer did last.
        """
        self.move(*start)
        seen()
        self.press()
        seen()
        for step in range(1, _STEPS + 1):
            x, y = (a + (b - a) * step // _STEPS for a, b in zip(start, end, strict=True))
            self.move(x, y)
            seen()
        self.release()
        seen()

    def close(self) -> None:
        """Leave the screen."""
        self._x.XCloseDisplay(self._display)
