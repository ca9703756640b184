"""The one signal by which screens learn that something changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from salesdesk.domain.changes import Changes


class Feed(QObject):
    """Hands on what commands changed; each screen decides whether it is stale.

    Signals:
        changed(Changes): once per command that changed something.
    """

    changed = Signal(object)

    def publish(self, changes: Changes) -> None:
        """Tell every screen; changes without a topic are nobody's news."""
        if changes.topics:
            self.changed.emit(changes)
