"""A window with the board on a screen of its own, in a process of its own.

Driven by lines of JSON: each question on standard input gets one answer on standard output. The
first line says which database, who is signed in, at which moment, and where to keep settings.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSettings, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy.engine import make_url

from salesdesk.domain.pipeline import Stage
from salesdesk.services.session import Session
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.pipeline.cards import CardLine
from salesdesk.ui.shell.main_window import MainWindow
from tests.support.database import Database, open_database
from tests.support.sessions import WindowSession

#: How long the event loop turns before a question is answered, in ms.
_TURN = 15


class DragWindow(QObject):
    """Answers what a test asks of the window."""

    def __init__(self, database: Database, told: dict[str, str], questions: io.RawIOBase) -> None:
        super().__init__()
        self._lines = questions
        self._question: dict[str, str] = {}
        database.set_clock(datetime.fromisoformat(told["moment"]))
        actor = database.store.read(lambda reading: reading.people.actor(told["person"]))
        assert actor is not None
        file = str(Path(told["folder"]) / "drag.ini")
        settings = QSettings(file, QSettings.Format.IniFormat)
        self.session = WindowSession(Session(database.store, actor, "drag-machine"), settings)
        self.window = MainWindow(self.session.context, settings)
        self.window.resize(1440, 900)
        self.window.move(0, 0)
        self.window.show()
        self.window.activateWindow()
        self.window.start("pipeline")
        self.window.pipeline.focus_list()
        self._questions = QSocketNotifier(questions.fileno(), QSocketNotifier.Type.Read, self)
        self._questions.activated.connect(self._on_question)

    def _on_question(self) -> None:
        line = self._lines.readline()
        if not line:
            QApplication.quit()
            return
        self._questions.setEnabled(False)
        self._question = json.loads(line)
        # Not in a loop of its own: a drag that began in there would keep the answer back.
        QTimer.singleShot(_TURN, self, self._respond)

    def _respond(self) -> None:
        answer = self._answer(self._question)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        self._questions.setEnabled(True)

    def _answer(self, question: dict[str, str]) -> object:
        board = self.window.pipeline.columns
        asked = question["ask"]
        if asked == "card":
            line = self._line(question["name"])
            column = board.columns[line.card.stage].list
            row = column.column.row_of(line.id)
            assert row is not None
            rect = column.visualRect(column.column.index(row))
            return _on_screen(column.viewport(), rect.topLeft() + QPoint(60, 30))
        if asked == "column":
            column_of = board.columns[Stage(question["stage"])]
            return _on_screen(column_of, QPoint(column_of.width() // 2, column_of.height() - 60))
        if asked == "select":
            lines = [self._line(name) for name in question["name"].split(",")]
            self.window.pipeline.go_to_id(lines[-1].id)
            board.active.select_ids(frozenset(line.id for line in lines), lines[-1].id)
        return self._state()

    def _line(self, name: str) -> CardLine:
        columns = self.window.pipeline.board.columns.values()
        return next(line for each in columns for line in each.lines if line.name == name)

    def _state(self) -> dict[str, object]:
        screen, toast = self.window.pipeline, self.window.toast
        columns = screen.board.columns
        return {
            "idle": self.session.tasks.is_idle(),
            "shown": not screen.board.waiting and self.window.isActiveWindow(),
            "told": toast.accessibleName() if toast.isVisible() else "",
            "chosen": [row.name for row in screen.selected()],
            "focus": screen.columns.active.hasFocus(),
            "note": screen.columns.columns[Stage.WON].note.isVisible(),
            **{stage.value: [line.name for line in columns[stage].lines] for stage in Stage},
        }

    def close(self) -> None:
        """Close the window and end the session."""
        self.window.close()
        self.session.close()


def _on_screen(widget: QWidget, place: QPoint) -> list[int]:
    at = widget.mapToGlobal(place)
    return [at.x(), at.y()]


def main() -> int:
    """Serve until standard input ends."""
    # Unbuffered: what Python has read ahead wakes no notifier.
    questions = io.FileIO(sys.stdin.fileno())
    told = json.loads(questions.readline())
    app = QApplication(sys.argv)
    theme.apply(app, Scheme.LIGHT)
    database = open_database(make_url(told["url"]))
    window = DragWindow(database, told, questions)
    app.exec()
    window.close()
    database.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
