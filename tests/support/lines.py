"""Lines to a server on loopback that do what lines in an office do: delay, hold back, break off.

Each is a proxy: whoever connects to its port talks to the server through it.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import threading
import time
from collections.abc import Callable
from enum import Enum
from types import TracebackType
from typing import Self, TypeAlias

_HEAD = 4
_CHUNK = 65_536
_COMMIT = b"\x03COMMIT"

#: Takes each piece that was said before it goes on; False: it does not, and here it ends.
_Ear: TypeAlias = Callable[[bytes], bool]


class Line:
    """Forwards connections to a server.

    Args:
        server_port: on loopback.

    Attributes:
        port: where it listens, on loopback.
    """

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._accepting = self._begin(self._accept)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Cut everything and wait for the threads."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        # A connection that is just being made is cut as well.
        self._accepting.join(10)
        self._cut_all()
        for thread in self._threads:
            thread.join(10)
        for one in self._sockets:
            one.close()

    def _begin(self, work: Callable[..., None], *arguments: object) -> threading.Thread:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                if not self._is_open():
                    client.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self._server_port))
                for one in (client, server):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._sockets += [client, server]
                self._carry(client, server)

    def _is_open(self) -> bool:
        """Whether somebody new gets through."""
        return True

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        """Begin to carry both ways."""
        raise NotImplementedError

    def _forward(self, source: socket.socket, target: socket.socket, ear: _Ear) -> None:
        """Carry one way until one side ends, or `ear` says so."""
        with contextlib.suppress(OSError):
            while (data := source.recv(_CHUNK)) and ear(data):
                target.sendall(data)
        _shut(target)

    def _cut_all(self) -> None:
        for one in self._sockets:
            _shut(one)


class DelayedLine(Line):
    """What is said arrives later; nothing waits its turn. And it is counted.

    An office reaches its server over 5 to 40 ms, which loopback hides. What counts then is how
    often the client says something and waits.

    Args:
        latency: of a round trip, in seconds; half of it on the way there, half on the way back.
    """

    def __init__(self, server_port: int, latency: float = 0.0) -> None:
        self._one_way = latency / 2
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._packets = 0
        super().__init__(server_port)

    @property
    def packets(self) -> int:
        """How many packets clients have sent so far: each is answered, a round trip."""
        with self._lock:
            return self._packets

    def close(self) -> None:
        """Cut everything, without waiting for what is on its way."""
        self._closing.set()
        super().close()

    def _count(self, packets: int) -> None:
        with self._lock:
            self._packets += packets

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        for source, target, hear in (
            (client, server, _Packets(self._count).read),
            (server, client, None),
        ):
            underway: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
            self._begin(self._take, source, underway, hear)
            self._begin(self._give, target, underway)

    def _take(
        self,
        source: socket.socket,
        underway: queue.SimpleQueue[tuple[float, bytes]],
        hear: Callable[[bytes], None] | None,
    ) -> None:
        data = b" "
        while data:
            try:
                data = source.recv(_CHUNK)
            except OSError:
                data = b""
            if hear is not None:
                hear(data)
            underway.put((time.monotonic() + self._one_way, data))

    def _give(
        self, target: socket.socket, underway: queue.SimpleQueue[tuple[float, bytes]]
    ) -> None:
        with contextlib.suppress(OSError):
            while True:
                due, data = underway.get()
                if (left := due - time.monotonic()) > 0:
                    self._closing.wait(left)
                if not data:
                    break
                target.sendall(data)
        _shut(target)


class _Packets:
    """Finds the packets in what one client says: three bytes of length, one of number."""

    def __init__(self, count: Callable[[int], None]) -> None:
        self._count = count
        self._rest = b""
        self._skip = 0

    def read(self, data: bytes) -> None:
        """Count the packets that begin in this piece."""
        found = 0
        here = self._rest + data[self._skip :]
        self._skip = max(self._skip - len(data), 0)
        while len(here) >= _HEAD:
            found += 1
            whole = _HEAD + int.from_bytes(here[:3], "little")
            self._skip = max(whole - len(here), 0)
            here = here[whole:]
        self._rest = here
        self._count(found)


class HeldLine(Line):
    """Statements with a certain text wait on their way to the server until they are let through.

    Args:
        text: what the statements to be held hold.

    Attributes:
        held: set once one of them waits.
    """

    def __init__(self, server_port: int, text: str) -> None:
        self._text = text.encode()
        self.held = threading.Event()
        self._let = threading.Event()
        super().__init__(server_port)

    def let_through(self) -> None:
        """Let everything through from now on."""
        self._let.set()

    def close(self) -> None:
        """Let everything through, then cut it."""
        self.let_through()
        super().close()

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        self._begin(self._forward, client, server, self._hold)
        self._begin(self._forward, server, client, lambda _: True)

    def _hold(self, data: bytes) -> bool:
        if self._text in data:
            self.held.set()
            self._let.wait()
        return True


class Cut(Enum):
    """When the line is cut."""

    BEFORE_THE_SERVER_HEARS = "before"
    BEFORE_THE_CLIENT_HEARS = "after"


class CuttingLine(Line):
    """Cuts one connection at its next COMMIT when armed, before or after the server hears it.

    Attributes:
        cuts: how many connections were cut.
    """

    def __init__(self, server_port: int) -> None:
        self.cuts = 0
        self._cut: Cut | None = None
        self._away_after = False
        self._pass = 0
        self._away = threading.Event()
        self._lock = threading.Lock()
        super().__init__(server_port)

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

    def _is_open(self) -> bool:
        return not self._away.is_set()

    def _take(self) -> Cut | None:
        with self._lock:
            if self._pass:
                self._pass -= 1
                return None
            cut, self._cut = self._cut, None
            if cut is not None and self._away_after:
                self._away.set()
            return cut

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        silent = threading.Event()
        self._begin(self._ask, client, server, silent)
        self._begin(self._answer, server, client, silent)

    def _ask(self, client: socket.socket, server: socket.socket, silent: threading.Event) -> None:
        def passes(data: bytes) -> bool:
            cut = self._take() if data[_HEAD:].startswith(_COMMIT) else None
            if cut is Cut.BEFORE_THE_CLIENT_HEARS:
                # The server hears it; its answer is what never arrives.
                silent.set()
            if cut is Cut.BEFORE_THE_SERVER_HEARS:
                self._break_off()
            return cut is not Cut.BEFORE_THE_SERVER_HEARS

        self._forward(client, server, passes)
        _shut(client)

    def _answer(
        self, server: socket.socket, client: socket.socket, silent: threading.Event
    ) -> None:
        def passes(_: bytes) -> bool:
            if silent.is_set():
                self._break_off()
            return not silent.is_set()

        self._forward(server, client, passes)
        _shut(server)

    def _break_off(self) -> None:
        """Count a cut, and cut every other connection too where nobody shall get through."""
        self.cuts += 1
        if self._away.is_set():
            self._cut_all()


def _shut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
