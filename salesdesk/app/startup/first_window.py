"""One window for a profile: a second start brings the first one's window to the front.

The first program listens on a local socket of the user's session, named after the profile; the
second rings there and leaves. Who does not answer is taken for frozen, and gets company.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from salesdesk.app.local.profile import Profile, ServerProfile

#: A program that is there takes no longer to answer, in ms.
PATIENCE = 5_000

#: By which a desktop lets a program take the front that did not have it.
_LEAVE = "XDG_ACTIVATION_TOKEN"

#: The folder of the user's session, which ends with it.
_SESSION = "XDG_RUNTIME_DIR"

_RING, _ANSWER = b"forward ", b"here\n"

#: The longest path that every system takes for a local socket.
_LONGEST = 100


def address_of(config: Path, profile: Profile | None) -> str:
    """The name of the socket for a profile, or for the choice of one, of this user's settings."""
    if profile is None:
        what = "choice"
    elif isinstance(profile, ServerProfile):
        what = f"server {profile.secret_key}"
    else:
        what = f"workspace {profile.file.absolute()}"
    told = hashlib.sha256(f"{config}\n{what}".encode()).hexdigest()
    name = f"salesdesk-{told[:24]}"
    if os.name == "nt":
        return name
    # Folders of this user alone; in the one for everybody's files others could take the name.
    whole = str(Path(os.environ.get(_SESSION) or config) / name)
    return whole if len(whole) <= _LONGEST else name


class FirstWindow(QObject):
    """The ear of the program that was there first."""

    rung = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None
        self._address = ""
        self.rung.connect(come_forward)

    def is_elsewhere(self, address: str) -> bool:
        """Whether another program has this profile's window and brought it to the front.

        Where there is none, this one listens from now on.
        """
        if address == self._address:
            return False
        if ring(address):
            return True
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(address):
            # Either another start was quicker just now, or one that crashed left its socket.
            if ring(address):
                return True
            QLocalServer.removeServer(address)
            server.listen(address)
        server.newConnection.connect(self._on_connection)
        self.close()
        self._server, self._address = server, address
        return False

    def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
        self._server, self._address = None, ""

    def _on_connection(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()):
            caller.readyRead.connect(self._on_ring)
            caller.disconnected.connect(caller.deleteLater)
            if caller.canReadLine():
                self._answer(caller)

    def _on_ring(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket) and caller.canReadLine():
            self._answer(caller)

    def _answer(self, caller: QLocalSocket) -> None:
        said = bytes(caller.readLine().data())
        if said.startswith(_RING):
            self.rung.emit(said.removeprefix(_RING).decode(errors="replace").strip())
            caller.write(_ANSWER)
            caller.flush()
        caller.disconnectFromServer()


def ring(address: str) -> bool:
    """Ask the program that listens here to come to the front; False where none answers."""
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(_RING + os.environ.get(_LEAVE, "").encode() + b"\n")
    answered = socket.waitForReadyRead(PATIENCE) and bytes(socket.readAll().data()) == _ANSWER
    socket.abort()
    return answered


def come_forward(token: str) -> None:
    """Bring what is open to the front, a dialog over its window.

    Args:
        token: the desktop's leave for it, where it gives one.
    """
    for window in sorted(_open(), key=lambda each: isinstance(each, QDialog)):
        if token:
            os.environ[_LEAVE] = token
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()


def _open() -> list[QWidget]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QMainWindow | QDialog) and each.isVisible()
    ]
