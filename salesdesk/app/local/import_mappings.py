"""What columns of spreadsheets held last time, kept on this computer by their titles."""

from __future__ import annotations

import logging

from salesdesk.app.local.drafts import DraftFolder

_log = logging.getLogger(__name__)
_CHOICES = "choices"


class Mappings:
    """The mappings of one person on one database; called on worker threads."""

    def __init__(self, folder: DraftFolder) -> None:
        self._folder = folder

    def recall(self, headers: str) -> str | None:
        """The text kept for these titles."""
        found = self._folder.load(headers) or {}
        kept = found.get(_CHOICES)
        return kept if isinstance(kept, str) else None

    def keep(self, headers: str, text: str) -> None:
        """Keep a text for these titles; where it cannot be, they are guessed anew next time."""
        try:
            self._folder.save(headers, {_CHOICES: text})
        except OSError:
            _log.warning("the mapping of columns could not be kept", exc_info=True)
