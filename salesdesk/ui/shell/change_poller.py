"""What is in sight stays true while others work (docs/rules.md, "What changed elsewhere")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from salesdesk.domain.change_feed import Cursor, Seen
from salesdesk.domain.changes import Changes
from salesdesk.domain.queries import CustomerRow
from salesdesk.services.lists import changes as live
from salesdesk.services.session import Session
from salesdesk.ui.session.connection import Connection, Pulse
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route

#: What is in sight is read again after this time, whatever else happens: days pass too.
OLDEST_SECONDS = 300


class Ageing(QObject):
    """Has everything in sight read again before it is older than `OLDEST_SECONDS`."""

    def __init__(self, connection: Connection, refresh: Callable[[], None], parent: QObject):
        super().__init__(parent)
        self._refresh = refresh
        self._read_at = 0.0
        connection.measured.connect(self._on_pulse)

    def _on_pulse(self, pulse: Pulse) -> None:
        at = pulse.now.timestamp()
        if not self._read_at or at - self._read_at >= OLDEST_SECONDS:
            if self._read_at:
                self._refresh()
            self._read_at = at


#: Others' changes are asked for so often; they are on the screen within 15 s.
POLL_SECONDS = 10


@dataclass(frozen=True, slots=True)
class News:
    """What a poll brought, and from where the next one goes on."""

    cursor: Cursor
    changes: tuple[Changes, ...] = ()


def poll(session: Session, cursor: Cursor | None, seen: tuple[Seen, ...]) -> News:
    """Ask once what changed elsewhere; on a worker thread. The first poll only finds its place."""
    if cursor is None:
        return News(live.start(session))
    heard = live.changes_since(session, cursor, seen)
    return News(heard.cursor, tuple(one for one in (*heard.changes, heard.altered) if one.topics))


class ChangePoller(QObject):
    """Publishes what other desktops and the booking application changed.

    It rests while nobody can see the window and while the server is away, and asks at once
    when that ends.
    """

    def __init__(
        self, context: Context, window: QWidget, in_sight: Callable[[], list[CustomerRow]]
    ) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._in_sight = in_sight
        self._cursor: Cursor | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("live_timer")
        self._timer.setInterval(POLL_SECONDS * 1000)
        self._timer.timeout.connect(self.ask)
        context.connection.regained.connect(self.ask)

    def start(self) -> None:
        """Begin to listen."""
        self._window.installEventFilter(self)
        self._timer.start()
        self.ask()

    def stop(self) -> None:
        """Listen no more."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        self._context.tasks.void(self._key())

    def ask(self) -> None:
        """Ask now, unless nobody would see the answer."""
        if self._seen() and self._context.connection.away is None:
            seen = tuple(Seen.of(row) for row in self._in_sight())
            work = partial(poll, self._context.session, self._cursor, seen)
            self._context.tasks.query(self._key(), work, self._on_news, self._on_error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rest while the window is hidden or minimised."""
        if watched is self._window and event.type() in _SEEN_OR_NOT:
            if not self._seen():
                self._timer.stop()
            elif not self._timer.isActive():
                self._timer.start()
                self.ask()
        return super().eventFilter(watched, event)

    def _seen(self) -> bool:
        return self._window.isVisible() and not self._window.isMinimized()

    def _key(self) -> tuple[object, ...]:
        return ("live", id(self))

    def _on_news(self, news: News) -> None:
        self._cursor = news.cursor
        for changes in news.changes:
            self._context.feed.publish(changes)

    def _on_error(self, fault: Exception) -> None:
        route(self._context, fault, bug=self._on_bug)

    def _on_bug(self, _fault: BaseException) -> None:
        self._timer.stop()


_SEEN_OR_NOT = frozenset({QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange})
