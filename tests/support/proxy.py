"""A loopback proxy before MariaDB that cuts the line at a COMMIT, before or after it arrives."""

from __future__ import annotations

import contextlib
import socket
import threading
from enum import Enum

_COMMIT = b"\x03COMMIT"


class Cut(Enum):
    """When the line is cut."""

    BEFORE_THE_SERVER_HEARS = "before"
    BEFORE_THE_CLIENT_HEARS = "after"


class CuttingProxy:
    """Forwards connections to a server; cuts one connection at its next COMMIT when armed.

    Attributes:
        port: where it listens, on loopback.
        cuts: how many connections were cut.
    """

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.cuts = 0
        self._cut: Cut | None = None
        self._away_after = False
        self._pass = 0
        self._away = threading.Event()
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def arm(self, cut: Cut, *, away: bool = False, after: int = 0) -> None:
        """Cut the next COMMIT, or let some pass before it.

        With `away` nobody gets through afterwards, until `come_back`.
        """
        with self._lock:
            self._cut = cut
            self._pass = after
            self._away_after = away

    def come_back(self) -> None:
        """Let connections through again."""
        self._away.clear()

    def _take(self) -> Cut | None:
        with self._lock:
            if self._pass:
                self._pass -= 1
                return None
            cut, self._cut = self._cut, None
            if cut is not None and self._away_after:
                self._away.set()
            return cut

    def _leave(self) -> None:
        """Cut every other line too, where nobody shall get through."""
        if self._away.is_set():
            for one in self._sockets:
                _shut(one)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                if self._away.is_set():
                    client.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self._server_port))
                self._sockets += [client, server]
                silent = threading.Event()
                for work in (
                    threading.Thread(target=self._up, args=(client, server, silent), daemon=True),
                    threading.Thread(target=self._down, args=(server, client, silent), daemon=True),
                ):
                    self._threads.append(work)
                    work.start()

    def _up(self, client: socket.socket, server: socket.socket, silent: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := client.recv(65_536):
                cut = self._take() if data[4:].startswith(_COMMIT) else None
                if cut is Cut.BEFORE_THE_CLIENT_HEARS:
                    silent.set()
                if cut is not Cut.BEFORE_THE_SERVER_HEARS:
                    server.sendall(data)
                if cut is Cut.BEFORE_THE_SERVER_HEARS:
                    self.cuts += 1
                    self._leave()
                    break
        _shut(client)
        if not silent.is_set():
            _shut(server)

    def _down(self, server: socket.socket, client: socket.socket, silent: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(65_536):
                if silent.is_set():
                    # The server has committed: its answer is what never arrives.
                    self.cuts += 1
                    self._leave()
                    break
                client.sendall(data)
        _shut(client)
        _shut(server)

    def close(self) -> None:
        """Close everything and wait for the threads."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in self._sockets:
            _shut(one)
            one.close()
        for thread in self._threads:
            thread.join(10)


def _shut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
