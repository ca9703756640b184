"""What the import's tests do again and again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from salesdesk.domain.events import new_id
from salesdesk.domain.importing import Choices, Duplicates
from salesdesk.services.importing import checking, mapping, table, undo, writing
from salesdesk.services.importing.request import Request, Told
from salesdesk.services.importing.undo import TakenBack
from salesdesk.services.importing.writing import Imported
from tests.support.factories import Office


def never() -> bool:
    """Nobody stops it."""
    return False


def silent(done: int) -> None:
    """Nobody looks at the progress."""


@dataclass
class Importer:
    """An administrator who imports files of this folder."""

    office: Office
    folder: Path

    def file(self, text: str | bytes, name: str = "customers.csv") -> Path:
        """A file with this content."""
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def request(
        self, path: Path, duplicates: Duplicates = Duplicates.SKIP, choices: Choices | None = None
    ) -> Request:
        """The file with what its titles tell."""
        preview = table.preview(path)
        guessed = choices or mapping.guess(preview)
        chosen = Choices(guessed.columns, guessed.dates, duplicates)
        return Request(path, preview.layout, chosen)

    def run(
        self, path: Path, duplicates: Duplicates = Duplicates.SKIP, told: Told = silent
    ) -> Imported:
        """Import the file."""
        return writing.run(self.office.admin, self.request(path, duplicates), told, never)

    def check(self, path: Path, duplicates: Duplicates = Duplicates.SKIP) -> checking.Check:
        """Try the file."""
        return checking.check(self.office.admin, self.request(path, duplicates), silent, never)

    def take_back(self, import_id: str) -> TakenBack:
        """Take an import back."""
        return undo.take_back(self.office.admin, new_id(), import_id, silent, never)

    def rows(self, statement: str, *parameters: object) -> list[tuple[object, ...]]:
        """What is in the database."""
        return self.office.database.execute(statement, *parameters)

    def count(self, name: str) -> int:
        """The number of rows of a table."""
        (found,) = self.rows(f"SELECT COUNT(*) FROM {name}")[0]
        assert isinstance(found, int)
        return found
