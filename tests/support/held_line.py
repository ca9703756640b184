"""A line to the server that holds back what somebody says, until it is let through."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from types import TracebackType


class HeldLine:
    """Forwards connections to a server; statements with a certain text wait on their way there.

    Args:
        server_port: on loopback.
        text: what the statements to be held hold.

    Attributes:
        port: where it listens, on loopback.
        held: set once one of them waits.
    """

    def __init__(self, server_port: int, text: str) -> None:
        self._server_port = server_port
        self._text = text.encode()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.held = threading.Event()
        self._let = threading.Event()
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._begin(self._accept)

    def __enter__(self) -> HeldLine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.let_through()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in self._sockets:
            _shut(one)
        for thread in self._threads:
            thread.join(10)
        for one in self._sockets:
            one.close()

    def let_through(self) -> None:
        """Let everything through from now on."""
        self._let.set()

    def _begin(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._server_port))
                self._sockets += [client, server]
                self._begin(self._carry, client, server, True)
                self._begin(self._carry, server, client, False)

    def _carry(self, source: socket.socket, target: socket.socket, to_server: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                if to_server and self._text in data:
                    self.held.set()
                    self._let.wait()
                target.sendall(data)
        _shut(target)


def _shut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
