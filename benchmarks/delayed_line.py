"""A line to the server that takes its time: a proxy on loopback that delays and counts.

An office reaches its server over 5 to 40 ms, which loopback hides. What counts then is how often
the client says something and waits.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import threading
import time
from collections.abc import Callable
from types import TracebackType

_HEAD = 4
_CHUNK = 65_536


class DelayedLine:
    """Forwards connections to a server; what is said on it arrives later, nothing waits its turn.

    Args:
        server_port: on loopback.
        latency: of a round trip, in seconds; half of it on the way there, half on the way back.

    Attributes:
        port: where it listens, on loopback.
    """

    def __init__(self, server_port: int, latency: float = 0.0) -> None:
        self._server_port = server_port
        self._one_way = latency / 2
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._lock = threading.Lock()
        self._packets = 0
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._accepting = self._begin(self._accept)

    def __enter__(self) -> DelayedLine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def packets(self) -> int:
        """How many packets clients have sent so far: each is answered, a round trip."""
        with self._lock:
            return self._packets

    def _begin(self, work: Callable[..., None], *arguments: object) -> threading.Thread:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._server_port))
                for one in (client, server):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._sockets += [client, server]
                self._carry(client, server, _Packets(self))
                self._carry(server, client, None)

    def _carry(
        self, source: socket.socket, target: socket.socket, packets: _Packets | None
    ) -> None:
        underway: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._begin(self._take, source, underway, packets)
        self._begin(self._give, target, underway)

    def _take(
        self,
        source: socket.socket,
        underway: queue.SimpleQueue[tuple[float, bytes]],
        packets: _Packets | None,
    ) -> None:
        data = b" "
        while data:
            try:
                data = source.recv(_CHUNK)
            except OSError:
                data = b""
            if packets is not None:
                packets.read(data)
            underway.put((time.monotonic() + self._one_way, data))

    def _give(
        self, target: socket.socket, underway: queue.SimpleQueue[tuple[float, bytes]]
    ) -> None:
        with contextlib.suppress(OSError):
            while True:
                due, data = underway.get()
                if (left := due - time.monotonic()) > 0:
                    time.sleep(left)
                if not data:
                    break
                target.sendall(data)
        _shut(target)

    def count(self, packets: int) -> None:
        """Add packets that a client sent."""
        with self._lock:
            self._packets += packets

    def close(self) -> None:
        """Cut everything and wait for the threads."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        # A connection that is just being made is cut as well.
        self._accepting.join(10)
        for one in self._sockets:
            _shut(one)
        for thread in self._threads:
            thread.join(10)
        for one in self._sockets:
            one.close()


class _Packets:
    """Finds the packets in what one client says: three bytes of length, one of number."""

    def __init__(self, line: DelayedLine) -> None:
        self._line = line
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
        self._line.count(found)


def _shut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
