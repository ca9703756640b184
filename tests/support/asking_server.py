"""A server on loopback that says hello as MySQL does, and then asks for the password."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading

_PROTOCOL_41, _CONNECT_WITH_DB, _SSL = 0x200, 0x8, 0x800
_SECURE, _PLUGIN_AUTH, _LENENC = 0x8000, 0x80000, 0x200000


class AskingServer:
    """Takes one connection after the other and asks each for the password by one plugin.

    Attributes:
        port: where it listens, on loopback.
        heard: everything that clients sent it, encrypted or not.
    """

    def __init__(self, plugin: bytes, *, greet: bool, tls: ssl.SSLContext | None = None) -> None:
        self._plugin = plugin
        self._greet = greet
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.heard = b""
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                line.settimeout(5)
                with line, contextlib.suppress(OSError):
                    self._talk(line)

    def _talk(self, line: socket.socket) -> None:
        line.sendall(_packet(0, self._hello()))
        if self._tls is None:
            self._ask(line, 1)
            return
        # The one packet that asks for TLS: what follows at once is already encrypted.
        head = line.recv(4, socket.MSG_WAITALL)
        self.heard += head + line.recv(int.from_bytes(head[:3], "little"), socket.MSG_WAITALL)
        with self._tls.wrap_socket(line, server_side=True) as secure:
            self._ask(secure, 2)

    def _ask(self, line: socket.socket, number: int) -> None:
        self.heard += line.recv(65_536)
        if self._greet:
            line.sendall(_packet(number + 1, b"\x01" + b"Password: "))
        else:
            line.sendall(_packet(number + 1, b"\xfe" + self._plugin + b"\0" + b"x" * 20 + b"\0"))
        while data := line.recv(65_536):
            self.heard += data

    def _hello(self) -> bytes:
        able = _PROTOCOL_41 | _CONNECT_WITH_DB | _SECURE | _PLUGIN_AUTH | _LENENC
        if self._tls is not None:
            able |= _SSL
        named = self._plugin if self._greet else b"mysql_native_password"
        return b"".join(
            (
                b"\x0a" + b"8.0.36\0",
                struct.pack("<I", 7),
                b"saltsalt\0",
                struct.pack("<H", able & 0xFFFF),
                b"\x2d\x02\x00",
                struct.pack("<H", able >> 16),
                b"\x15" + b"\0" * 10,
                b"moresaltmore\0",
                named + b"\0",
            )
        )

    def close(self) -> None:
        """Listen no more."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)


def _packet(number: int, content: bytes) -> bytes:
    return struct.pack("<I", len(content))[:3] + bytes([number]) + content
