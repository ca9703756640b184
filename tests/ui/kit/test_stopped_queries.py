"""A newer question stops the older one's statement on the server."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from salesdesk.storage.unit_of_work import Reading
from salesdesk.ui.kit.tasks import Tasks
from tests.support.crowds import ENDLESS
from tests.support.database import Database
from tests.support.factories import Office


class Asker(QObject):
    """Keeps the answers."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.faults: list[Exception] = []

    def done(self, answer: object) -> None:
        self.answers.append(answer)

    def failed(self, fault: Exception) -> None:
        self.faults.append(fault)


def test_a_newer_question_stops_the_older_one(mariadb: Database, qtbot: QtBot) -> None:
    session = Office(mariadb).agent
    tasks, asker = Tasks(), Asker()
    tasks.stop_with(session.stoppable)

    def endless(reading: Reading) -> None:
        reading.connection.exec_driver_sql(ENDLESS)

    def running() -> int:
        [(number,)] = mariadb.execute(
            "SELECT COUNT(*) FROM information_schema.processlist "
            "WHERE info LIKE %s AND info NOT LIKE %s",
            "%CRC32%",
            "%processlist%",
        )
        return int(number)

    tasks.query("search", partial(session.store.read, endless), asker.done, asker.failed)
    qtbot.waitUntil(lambda: running() == 1, timeout=20_000)
    tasks.query("search", session.now, asker.done, asker.failed)
    qtbot.waitUntil(lambda: running() == 0, timeout=20_000)
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)
    assert len(asker.answers) == 1
    assert asker.faults == []
    assert tasks.shutdown()
    tasks.deleteLater()
    asker.deleteLater()
