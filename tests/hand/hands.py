"""A screen with a window manager, and the mouse and keyboard of it."""

from __future__ import annotations

import ctypes
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from tests.support.virtual_screen import Pointer, VirtualScreen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
#: Between two movements of a finger, in ms, reckoned by the screen itself.
_GAP = 25
#: Longer than any system waits for the second click, in seconds.
_DOUBLE_CLICK = 0.7
_SHIFT = "Shift_L"
_HELD = {"ctrl": "Control_L", "alt": "Alt_L", "shift": _SHIFT}

_NAMES = {
    " ": "space", ".": "period", ",": "comma", "-": "minus", "@": "at", "'": "apostrophe",
    "%": "percent", "/": "slash", "_": "underscore",
}  # fmt: skip


class Desk:
    """A screen on which programs can be started; one window manager for all of them."""

    def __init__(self) -> None:
        self._stack = ExitStack()

    def __enter__(self) -> Desk:
        if shutil.which("openbox") is None:
            pytest.fail("openbox is missing: install the package openbox")
        self.screen = self._stack.enter_context(VirtualScreen())
        here = {**os.environ, "DISPLAY": self.screen.name}
        manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=here,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._stack.callback(_ended, manager)
        self.hands = Hands(self.screen)
        self._stack.callback(self.hands.close)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()


class Hands(Pointer):
    """The mouse and the keyboard of a screen, through the XTEST extension.

    Attributes:
        clicked: when the mouse was last clicked.
    """

    def __init__(self, screen: VirtualScreen) -> None:
        super().__init__(screen)
        self.clicked = 0.0
        x = self._x
        x.XStringToKeysym.restype = x.XKeysymToKeycode.restype = ctypes.c_ulong
        x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        x.XKeysymToKeycode.restype = ctypes.c_ubyte
        x.XkbKeycodeToKeysym.argtypes = [
            ctypes.c_void_p,
            ctypes.c_ubyte,
            ctypes.c_int,
            ctypes.c_int,
        ]

    def click(self, at: tuple[int, int], *, button: int = 1, times: int = 1) -> None:
        """Press and let go at a place, so many times at once."""
        self.move(*at)
        self.clicked = time.monotonic()
        for _ in range(times):
            for down in (1, 0):
                self._test.XTestFakeButtonEvent(self._display, button, down, _GAP)
        self._x.XSync(self._display, 0)

    def key(self, keys: str) -> None:
        """Press keys together, such as 'ctrl+shift+n'; named as X names them."""
        *held, last = keys.split("+")
        codes = [self._code(_HELD[each])[0] for each in held]
        code, shift = self._code(last)
        if shift:
            codes.append(self._code(_SHIFT)[0])
        for each in (*codes, code):
            self._test.XTestFakeKeyEvent(self._display, each, 1, 0)
        for each in (code, *reversed(codes)):
            self._test.XTestFakeKeyEvent(self._display, each, 0, 0)
        self._x.XSync(self._display, 0)

    def type(self, text: str) -> None:
        """Type a text of ASCII letters."""
        for letter in text:
            self.key(_NAMES.get(letter, letter))

    def _code(self, name: str) -> tuple[int, bool]:
        """The key that bears this name, and whether Shift must be held for it."""
        sign = self._x.XStringToKeysym(name.encode())
        code = self._x.XKeysymToKeycode(self._display, sign)
        assert code, f"no key is named {name}"
        return code, self._x.XkbKeycodeToKeysym(self._display, code, 0, 0) != sign

    def resize(self, window: int, width: int, height: int) -> None:
        """Give a window another size, as somebody who drags its corner."""
        self._x.XResizeWindow(self._display, ctypes.c_ulong(window), width, height)
        self._x.XSync(self._display, 0)

    def minimise(self, window: int) -> None:
        """Put a window away, as its taskbar does."""
        self._x.XIconifyWindow(self._display, ctypes.c_ulong(window), 0)
        self._x.XSync(self._display, 0)


class Program:
    """A running program, seen on the screen.

    Attributes:
        home: where it keeps its files.
    """

    def __init__(self, session: Desk, home: Path, *arguments: str, **variables: str) -> None:
        self.home = home
        self.hands = session.hands
        settings = {
            "DISPLAY": session.screen.name,
            "QT_QPA_PLATFORM": "xcb",
            "SALESDESK_HOME": str(home),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            **variables,
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hand.program", *arguments],
            cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={**os.environ, **settings},
        )  # fmt: skip

    def _ask(self, **question: str) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE)
        assert ready, "the program does not answer"
        answer = self._process.stdout.readline()
        assert answer, f"the program ended: {self._process.wait(PATIENCE)}"
        told = json.loads(answer)
        assert "fault" not in told, told["fault"]
        return told["told"]

    def until(self, wanted: Callable[[], Any], what: str | Callable[[], str] = "") -> Any:
        """What is wanted, as soon as it is there; `what` names it where it never comes."""
        end = time.monotonic() + PATIENCE
        while True:
            found = wanted()
            if found:
                return found
            if time.monotonic() > end:
                named = what() if callable(what) else what or wanted
                pytest.fail(f"never came: {named}; {self.state()}")

    # --- looking ----------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """The active window, the focus, the dialogs and whether a menu is open."""
        state: dict[str, Any] = self._ask(ask="state")
        return state

    def find(self, name: str) -> dict[str, Any] | None:
        """A visible part of the program."""
        found: dict[str, Any] | None = self._ask(ask="find", name=name)
        return found

    def there(self, name: str) -> dict[str, Any]:
        """A part, as soon as it can be seen."""
        found: dict[str, Any] = self.until(lambda: self.find(name), name)
        return found

    def text(self, name: str) -> str:
        """What a part says; '' where it is not to be seen."""
        found = self.find(name)
        return str(found["text"]) if found is not None else ""

    def says(self, name: str, text: str) -> None:
        """Wait until a part says this."""
        said = ""

        def is_said() -> bool:
            nonlocal said
            said = self.text(name)
            return text in said

        self.until(is_said, lambda: f"{name} says {text!r}, not {said!r}")

    def row(self, name: str, text: str = "", at: int | None = None) -> dict[str, Any]:
        """A row of a list, as soon as it stands there."""
        number = "" if at is None else str(at)
        found: dict[str, Any] = self.until(
            lambda: self._ask(ask="row", name=name, text=text, at=number), f"{text or at} in {name}"
        )
        return found

    def dialog(self, name: str) -> None:
        """Wait until this dialog is in front and takes keys."""
        self.until(lambda: self.state()["active"] == name, name)

    def no_dialog(self) -> None:
        """Wait until the window itself takes keys."""
        self.until(lambda: self.state()["active"] == "main_window", "the main window")

    def focus(self, name: str) -> None:
        """Wait until a part has the focus."""
        self.until(lambda: self.state()["focus"] == name, f"focus on {name}")

    # --- doing ------------------------------------------------------------------------------------

    def click(self, name: str, *, button: int = 1, times: int = 1) -> None:
        """Click on a part."""
        found = self.until(lambda: (p := self.find(name)) and p["enabled"] and p, name)
        self.hands.click(tuple(found["at"]), button=button, times=times)

    def click_row(
        self, name: str, text: str = "", *, at: int | None = None, button: int = 1, times: int = 1
    ) -> str:
        """Click on a row, as soon as it is in sight; returns its first cell."""
        found = self.until(
            lambda: (row := self.row(name, text, at))["in_sight"] and row,
            f"{text or at} in sight in {name}",
        )
        self.hands.click(tuple(found["at"]), button=button, times=times)
        return str(found["text"])

    def click_tab(self, name: str, text: str) -> None:
        """Click on a tab, by its words."""
        found = self.until(lambda: self._ask(ask="tab", name=name, text=text), f"tab {text}")
        self.hands.click(tuple(found["at"]))

    def choose(self, text: str) -> None:
        """Choose a line of the menu that is open, with the mouse."""
        found = self.until(lambda: self._ask(ask="line", text=text), f"line {text}")
        self.hands.click(tuple(found["at"]))

    def key(self, *keys: str) -> None:
        """Press keys one after another."""
        for each in keys:
            self.hands.key(each)
        self.state()

    def type(self, text: str) -> None:
        """Type, and wait until the program has taken it in."""
        self.hands.type(text)
        self.state()

    def pause(self) -> None:
        """Wait as long as the system takes two clicks for one: the next click is a new one."""
        self.until(lambda: time.monotonic() - self.hands.clicked > _DOUBLE_CLICK, "a pause")

    def go(self, key: str, screen: str) -> None:
        """Go to a screen by its shortcut, and see all of it, with every row in its place."""
        self.no_dialog()
        self.pause()
        self.key(key)
        self.there(screen)
        clear = f"{screen.partition('_')[0]}_clear_filters"
        if self.find(clear) is not None:
            self.key("ctrl+shift+x")
            self.until(lambda: self.find(clear) is None, "the filters taken off")
        self.until(lambda: not self.state()["waiting"], "the rows")

    def close_window(self) -> None:
        """Click the window's own ×, at the right end of its title bar."""
        x, y, wide, title = self.state()["frame"]
        self.hands.click((x + wide - title // 2, y + title // 2))

    def ended(self) -> int:
        """Its exit code, once it has ended by itself."""
        return self._process.wait(PATIENCE)

    def end(self) -> None:
        """End it politely."""
        _ended(self._process)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def _ended(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(20)
