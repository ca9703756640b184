"""What opens outside the program: pages and calls, by whatever the system has for them."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_address(address: str) -> bool:
    """Open a `https:` or `tel:` address; False where nothing could."""
    return QDesktopServices.openUrl(QUrl(address))
