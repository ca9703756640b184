"""Where Tab goes in a window, and whether that is the order in which it is read."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QButtonGroup,
    QWidget,
)

#: No window has so many parts.
MOST = 400
#: No row has so many acts of its own.
ACTS = 12


def walked(window: QWidget) -> list[QWidget]:
    """Every part that Tab stops at, from where the focus is, until it is there again.

    Fails where Tab stands still, or goes round without coming back to its beginning.
    """
    start = window.focusWidget()
    assert start is not None, f"nothing has the focus in {window.objectName()}"
    found = [start]
    while len(found) < MOST:
        before = window.focusWidget()
        now = _after(before, Qt.Key.Key_Tab)
        if now is start:
            return found
        assert now not in found, f"Tab goes round from {now.objectName()} and {before.objectName()}"
        found.append(now)
    raise AssertionError(f"Tab does not come back in {window.objectName()}")


def _after(part: QWidget, key: Qt.Key) -> QWidget:
    """What has the focus after the key; a row whose acts are gone through keeps it for a while."""
    for _ in range(ACTS):
        QTest.keyClick(part, key)
        now = part.window().focusWidget()
        if now is not part:
            return now
    return part


def backwards(window: QWidget) -> list[QWidget]:
    """The same by Shift+Tab."""
    start = window.focusWidget()
    found = [start]
    while len(found) < MOST:
        now = _after(window.focusWidget(), Qt.Key.Key_Backtab)
        if now is start:
            break
        assert now not in found, f"Shift+Tab goes round from {now.objectName()}"
        found.append(now)
    return [found[0], *reversed(found[1:])]


def out_of_order(window: QWidget, parts: list[QWidget]) -> list[str]:
    """The steps that go up or to the left, but for the one from the end to the beginning."""
    steps = list(zip(parts, [*parts[1:], parts[0]], strict=True))
    back = [
        f"{name_of(one)} → {name_of(other)}"
        for one, other in steps
        if not one.isAncestorOf(other) and not _reads_on(_rect(one, window), _rect(other, window))
    ]
    return back[1:] if len(back) == 1 else back


def _reads_on(one: QRect, other: QRect) -> bool:
    """Whether whoever has read one finds the other beneath it, or to its right."""
    if other.left() >= one.right():
        return True
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    return shared < min(one.height(), other.height()) / 2 and other.top() >= one.top()


def _rect(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def unreachable(window: QWidget, parts: list[QWidget]) -> list[str]:
    """The parts in sight that take the keyboard and that Tab never stops at."""
    missing = []
    for each in window.findChildren(QWidget):
        takes = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
        if not takes or not each.isVisible() or not each.isEnabled() or each in parts:
            continue
        if each.window() is window and not _is_inner(each) and not _beside_chosen(each, parts):
            missing.append(name_of(each))
    return missing


def _is_inner(part: QWidget) -> bool:
    """The inside of a list or of a box, which has no name of its own."""
    above = part.parentWidget()
    inside = isinstance(above, QAbstractScrollArea) and above.viewport() is part
    return inside or part.objectName().startswith("qt_")


def _beside_chosen(part: QWidget, parts: list[QWidget]) -> bool:
    """One of several choices: Tab stops at one of them, the arrow keys go to the others."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    return isinstance(group, QButtonGroup) and any(each in parts for each in group.buttons())


def name_of(part: QWidget) -> str:
    """The part's name, or what it is of."""
    above = part.parentWidget()
    return part.objectName() or f"{above.objectName() if above else ''}/{type(part).__name__}"


def settle() -> None:
    """Let layouts and what was put off come to rest."""
    for _ in range(4):
        QApplication.processEvents()
