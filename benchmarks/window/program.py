"""The whole program in a process of its own, led through a person's day and watched meanwhile.

`python -m benchmarks.window.program PART …` starts SalesDesk as anybody does. It tells when the
window is painted and filled, and does the parts that are named, one after another. A timer beats
all the while: the longest time between two beats is for how long the window answered nobody.

Whatever of SalesDesk is wanted here is imported when SalesDesk has imported it itself: else its
start would be measured with modules that it leaves for later.
"""

from __future__ import annotations

import os
import statistics
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QWidget

from benchmarks.window.telling import memory, tell
from salesdesk.app.cli import main as salesdesk

if TYPE_CHECKING:
    from salesdesk.ui.contacts.dialog import ContactDialog
    from salesdesk.ui.shell.main_window import MainWindow

_BEAT_MS = 4
_FINE_STEPS = 200
_FINE_ROWS = 3
_SCROLLED_ROWS = 20_000
_TYPED = "sari"

#: A card that is not where it was dragged to by then was not taken, as happens where the computer
#: is too busy for the mouse: it is dragged again, and in the end there is no figure.
_DRAG_SECONDS, _DRAGS = 6, 3
#: What does not come by then never will: better a word than silence.
_PATIENCE_SECONDS = 90

#: Between two keys, as fast hands type.
_KEY_SECONDS = 0.1

Wanted: TypeAlias = Callable[[], bool]
Steps: TypeAlias = Iterator[Wanted]


class Day(QObject):
    """Leads the window through the parts."""

    _awake = Signal()

    def __init__(self, parts: list[str]) -> None:
        super().__init__()
        self._parts = parts
        self._painted = False
        self._gap = self._began = self._last = 0.0
        self._waiting_since = time.perf_counter()
        self._part = "the start"
        self._until: Wanted = self._is_painted
        self._steps = self._whole()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._awake.connect(self._begin)
        # Waits in this thread's queue until the program's event loop turns.
        threading.Thread(target=self._awake.emit).start()

    def _begin(self) -> None:
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        next(self._steps)
        self._last = time.perf_counter()
        self._timer.start(_BEAT_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint of a window, and look no further."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            app = QApplication.instance()
            assert app is not None
            app.removeEventFilter(self)
            self._painted = True
        return False

    def _is_painted(self) -> bool:
        return self._painted

    # --- the beat --------------------------------------------------------------------------------

    def _beat(self) -> None:
        now = time.perf_counter()
        self._gap = max(self._gap, (now - self._last) * 1000)
        self._last = now
        try:
            if self._until():
                wanted, self._waiting_since = next(self._steps, None), now
            elif now - self._waiting_since < _PATIENCE_SECONDS:
                wanted = self._until
            else:
                raise TimeoutError(f"waited in vain after {self._part} for {self._until}")
        except Exception:
            # The program would show it in a dialog, before which nobody sits.
            traceback.print_exc()
            os._exit(1)
        if wanted is None:
            self._timer.stop()
            self.window.close()
        else:
            self._until = wanted

    def _start_part(self, key: str) -> None:
        tell(begin=key)
        self._part = key
        self._began = self._last = time.perf_counter()
        self._gap = 0.0

    def _end_part(self, key: str, **more: object) -> None:
        ms = (time.perf_counter() - self._began) * 1000
        tell(end=key, ms=ms, gap=self._gap, **more)

    # --- the day ---------------------------------------------------------------------------------

    def _whole(self) -> Steps:
        yield self._is_painted
        tell(painted=True)
        yield lambda: self._main_window() is not None
        found = self._main_window()
        assert found is not None
        self.window = found
        today = self.window.today.model
        yield lambda: today.reading is not None
        tell(filled=True)
        self._tasks = found._context.tasks
        yield self._is_idle
        tell(quiet=True, memory=memory())
        parts: dict[str, Callable[[], Steps]] = {
            "screens": self._screens,
            "search": self._search,
            "log": self._log,
            "drag": self._drag,
            "scroll": self._scroll,
        }
        for key, part in parts.items():
            if key in self._parts:
                yield from part()
                yield self._is_idle
        tell(over=True)

    def _main_window(self) -> MainWindow | None:
        """The window itself, which may come after a frame of it."""
        shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        found = next((each for each in shown if each.objectName() == "main_window"), None)
        return cast("MainWindow | None", found)

    def _is_idle(self) -> bool:
        return bool(self._tasks.is_idle())

    def _go(self, key: str, shown: Wanted) -> Steps:
        self._start_part(key)
        self.window.go_to(key)
        yield lambda: shown() and self._is_idle()
        self._end_part(key)

    def _screens(self) -> Steps:
        from salesdesk.ui.kit.widgets import State

        board, panel = self.window.pipeline.board, self.window.panel
        yield from self._go("pipeline", lambda: not board.waiting)
        yield from self._go("pool", lambda: not self.window.pool.model.waiting)
        yield from self._go("team", lambda: self.window.team.states.state is not State.LOADING)
        yield from self._go("customers", self._has_customers)
        self._start_part("customer")
        self.window.customers.table.go_to(1)
        yield lambda: panel.states.state is State.LIST and self._is_idle()
        self._end_part("customer")

    def _has_customers(self) -> bool:
        model = self.window.customers.model
        return not model.waiting and model.rowCount() > 0

    def _everybody(self) -> Steps:
        self.window.go_to("customers")
        self.window.customers.clear_filters()
        yield lambda: self._has_customers() and self._is_idle()

    def _search(self) -> Steps:
        from PySide6.QtTest import QTest

        yield from self._everybody()
        customers = self.window.customers
        field = customers.header.search
        self._start_part("search")
        for letter in _TYPED:
            pressed = time.perf_counter()
            QTest.keyClicks(field, letter)
            yield lambda pressed=pressed: time.perf_counter() - pressed > _KEY_SECONDS  # type: ignore[misc]
        yield (
            lambda: (
                customers.query.search == _TYPED and not customers.model.waiting and self._is_idle()
            )
        )
        waited = len(_TYPED) * _KEY_SECONDS * 1000
        self._end_part("search", typed_ms=waited)
        yield from self._everybody()

    def _log(self) -> Steps:
        from PySide6.QtTest import QTest

        from salesdesk.ui.commands import Cmd

        yield from self._everybody()
        self.window.customers.table.go_to(0)
        yield self._is_idle
        self._start_part("form")
        self.window.bar.action(Cmd.LOG).trigger()
        yield lambda: self._dialog() is not None and self._is_idle()
        self._end_part("form")
        dialog = self._dialog()
        assert dialog is not None
        alt = Qt.KeyboardModifier.AltModifier
        for key in (Qt.Key.Key_C, Qt.Key.Key_S):
            QTest.keyClick(dialog.focusWidget() or dialog, key, alt)
        QTest.keyClicks(dialog.note, "Asked for a quotation")
        yield dialog.save.isEnabled
        self._start_part("log")
        dialog.save.click()
        yield lambda: self._dialog() is None and self._is_idle()
        self._end_part("log")

    def _dialog(self) -> ContactDialog | None:
        from salesdesk.ui.contacts.dialog import ContactDialog

        shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        return next((each for each in shown if isinstance(each, ContactDialog)), None)

    def _drag(self) -> Steps:
        """The mouse is the screen's own: the bench moves it from where to where it is told."""
        from salesdesk.domain.pipeline import Stage

        self.window.go_to("pipeline")
        yield lambda: not self.window.pipeline.board.waiting and self._is_idle()
        columns = self.window.pipeline.columns.columns
        cold, warm = columns[Stage.COLD].list, columns[Stage.WARM]
        card = cold.visualRect(cold.column.index(0)).topLeft() + QPoint(60, 30)
        place = QPoint(warm.width() // 2, warm.height() - 60)
        dragged = self.window.pipeline.board.columns[Stage.COLD].lines[0].id

        def gone() -> bool:
            return self.window.pipeline.board.columns[Stage.COLD].lines[0].id != dragged

        def is_over(until: float) -> bool:
            return (gone() or time.perf_counter() > until) and self._is_idle()

        for _ in range(_DRAGS):
            self._start_part("drag")
            tell(drag=[_at(cold.viewport(), card), _at(warm, place)])
            yield partial(is_over, time.perf_counter() + _DRAG_SECONDS)
            if gone():
                self._end_part("drag")
                break

    def _scroll(self) -> Steps:
        yield from self._everybody()
        view, model = self.window.customers.table, self.window.customers.model
        assert isinstance(view, QAbstractItemView)
        bar, frames = view.verticalScrollBar(), []
        self._start_part("scroll")
        for _ in range(_FINE_STEPS):
            bar.setValue(bar.value() + _FINE_ROWS * bar.singleStep())
            began = time.perf_counter()
            view.viewport().repaint()
            frames.append((time.perf_counter() - began) * 1000)
            yield lambda: True
        self._end_part("scroll", frame=statistics.quantiles(frames, n=20)[-1])
        self._start_part("scroll-all")

        def is_further(than: int) -> bool:
            # A bar learns of new rows when the view is laid out next, and the view asks for more
            # a moment after that: in between, the program seems idle.
            bar.setValue(bar.maximum())
            return model.rowCount() >= than or bool(model.complete)

        # A million rows take minutes: whoever watches hears now and then that it goes on.
        while not model.complete:
            rows = model.rowCount()
            tell(scrolled=rows)
            yield partial(is_further, rows + _SCROLLED_ROWS)
        self._end_part("scroll-all", rows=model.rowCount(), memory=memory())


def _at(widget: QWidget, place: QPoint) -> list[int]:
    there = widget.mapToGlobal(place)
    return [there.x(), there.y()]


if __name__ == "__main__":
    day = Day(sys.argv[1:])
    raise SystemExit(salesdesk([]))
