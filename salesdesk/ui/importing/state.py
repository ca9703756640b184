"""What the wizard's pages hand on: the file, what its columns hold, what the check found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from salesdesk.domain.importing import Choices, Duplicates, Preview
from salesdesk.services.importing.checking import Check
from salesdesk.services.importing.mapping import Remembered
from salesdesk.services.importing.request import Request
from salesdesk.ui.session.context import Context


@dataclass(frozen=True, slots=True)
class Read:
    """A file as it was read just now, with what its columns are guessed to hold."""

    path: Path
    preview: Preview
    choices: Choices


@dataclass(slots=True)
class ImportState:
    """One import on its way through the pages; lives on the UI thread.

    Attributes:
        remembered: where the meaning of columns is kept by their titles; None: nowhere.
        read: the file; None until one is read.
        choices: what the columns hold, once the person went on from that page.
        duplicates: what is done with customers whose number is known already.
        check: what the dry run found; None until it ended.
    """

    context: Context
    remembered: Remembered | None = None
    read: Read | None = None
    choices: Choices | None = None
    duplicates: Duplicates = Duplicates.SKIP
    check: Check | None = None

    def request(self) -> Request | None:
        """The import as it is chosen; None before there is a file with chosen columns."""
        if self.read is None or self.choices is None:
            return None
        choices = replace(self.choices, duplicates=self.duplicates)
        return Request(self.read.path, self.read.preview.layout, choices)
