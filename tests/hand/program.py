"""The whole program in a process of its own, with an ear for questions about what it shows.

`python -m tests.hand.program ARGUMENTS` is `salesdesk ARGUMENTS`. Each line of JSON on standard
input asks where something is or what is shown, and gets one line of JSON on standard output. The
ear only looks: every click and key comes from the screen's own mouse and keyboard.
"""

from __future__ import annotations

import json
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from salesdesk.app.cli import main


class Ear(QObject):
    """Answers on the thread of the windows."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._on_asked)
        threading.Thread(target=self._listen, name="ear", daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(json.loads(line))

    def _on_asked(self, question: dict[str, str]) -> None:
        answers: dict[str, Callable[..., object]] = {
            "state": _state,
            "find": _find,
            "row": _row,
            "line": _line,
            "tab": _tab,
        }
        answer = answers[question.pop("ask")]
        try:
            told = {"told": answer(**question)}
        except Exception:  # whoever asked waits for an answer, whatever it is
            told = {"fault": traceback.format_exc()}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _windows() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def _state() -> dict[str, Any]:
    """What the person sees of the whole program."""
    focus = QGuiApplication.focusObject()
    main_window = next((each for each in _windows() if isinstance(each, QMainWindow)), None)
    active = QApplication.activeWindow()
    return {
        "active": active.objectName() if active is not None else "",
        "focus": focus.objectName() if focus is not None else "",
        "dialogs": [each.objectName() for each in _windows() if isinstance(each, QDialog)],
        "menu": isinstance(QApplication.activePopupWidget(), QMenu),
        "window": [int(main_window.winId()), main_window.width(), main_window.height()]
        if main_window is not None
        else None,
        "frame": _frame(main_window) if main_window is not None else None,
        "waiting": _is_waiting(),
        "minimised": main_window is not None and main_window.isMinimized(),
    }


def _is_waiting() -> bool:
    """Whether a list in sight still waits for its rows: those it shows are another question's."""
    views = [each for window in _windows() for each in window.findChildren(QAbstractItemView)]
    boards = [each.findChild(QWidget, "pipeline_screen") for each in _windows()]
    shown = [each for each in boards if isinstance(each, QWidget) and each.isVisible()]
    return any(
        # The list of a choice that closes right now is named, and gone.
        shiboken6.isValid(each) and each.isVisible() and getattr(each.model(), "waiting", False)
        for each in views
    ) or any(getattr(each, "board").is_behind for each in shown)  # noqa: B009


def _frame(window: QMainWindow) -> list[int]:
    """Where the window begins with its title bar, how wide it is and how high the title bar."""
    frame = window.frameGeometry()
    return [frame.x(), frame.y(), frame.width(), window.geometry().y() - frame.y()]


def _find(name: str) -> dict[str, Any] | None:
    """A visible part by its name: where it is, what it says."""
    for window in _windows():
        for part in (window, *window.findChildren(QWidget, name)):
            if part.objectName() == name and part.isVisible():
                return {
                    "at": _on_screen(part, part.rect()),
                    "text": _text(part),
                    "enabled": part.isEnabled(),
                }
    return None


def _text(part: QWidget) -> str:
    if isinstance(part, QTextEdit | QPlainTextEdit):
        return part.toPlainText()
    return str(part.property("text") or part.accessibleName())


def _row(name: str, text: str = "", at: str = "") -> dict[str, Any] | None:
    """A row of a list, by the beginning of its first cell or by its number, and its selection."""
    for window in _windows():
        for view in window.findChildren(QAbstractItemView, name):
            if not view.isVisible():
                continue
            for row, index in enumerate(_rows(view)):
                said = str(index.data() or "")
                if (at and row == int(at)) or (text and said.startswith(text)):
                    rect = view.visualRect(index).intersected(view.viewport().rect())
                    return {
                        "at": _on_screen(view.viewport(), rect),
                        "text": said,
                        "in_sight": not rect.isEmpty(),
                        "selected": view.selectionModel().isSelected(index),
                    }
    return None


def _rows(view: QAbstractItemView) -> list[QModelIndex]:
    """The rows that stand in a list; of a list in sections, those in the sections."""
    model, found = view.model(), []
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        inner = model.rowCount(index)
        found += [model.index(each, 0, index) for each in range(inner)] or [index]
    return found


def _line(text: str) -> dict[str, Any] | None:
    """A line of the menu that is open, by the beginning of its words."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return None
    for action in menu.actions():
        if action.text().replace("&", "").startswith(text):
            return {"at": _on_screen(menu, menu.actionGeometry(action)), "text": action.text()}
    return None


def _tab(name: str, text: str) -> dict[str, Any] | None:
    """A tab, by the beginning of its words."""
    for window in _windows():
        for bar in window.findChildren(QTabBar, name):
            for at in range(bar.count()):
                if bar.isVisible() and bar.tabText(at).replace("&", "").startswith(text):
                    return {"at": _on_screen(bar, bar.tabRect(at)), "text": bar.tabText(at)}
    return None


def _on_screen(part: QWidget, rect: QRect) -> list[int]:
    middle: QPoint = part.mapToGlobal(rect.center())
    return [middle.x(), middle.y()]


if __name__ == "__main__":
    ear = Ear()
    raise SystemExit(main(sys.argv[1:]))
