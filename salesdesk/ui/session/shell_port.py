"""The shell as the window's own parts need it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QDialog

from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.session.context import Shell


class DialogShell(Shell, Protocol):
    """A shell that also opens dialogs over its veil."""

    def open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog over the window."""

    def refresh(self) -> None:
        """Read everything in sight again."""

    def write_message(self, row: CustomerRow) -> None:
        """Write to a customer by WhatsApp."""

    def open_claimed(self, customer_id: str) -> None:
        """Show a customer who was just claimed, whom the list may be about to lose."""
