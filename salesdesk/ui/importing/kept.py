"""An import on its way is kept on this computer: a lock, a crash or a new role loses no choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from salesdesk.domain.importing import Choices, Kind, Layout
from salesdesk.services.importing import mapping
from salesdesk.ui.importing.state import ImportState

#: The draft's key: there is one import at a time.
KEY = "import"


@dataclass(frozen=True, slots=True)
class KeptImport:
    """Where an import stood.

    Attributes:
        choices: as JSON; read once the file's titles are known.
        page: the id of the page that was shown.
        import_id: of the import whose report was shown; '': none was.
    """

    path: Path
    layout: Layout
    choices: str
    page: int
    import_id: str


def stored(
    state: ImportState, choices: Choices, page: int, import_id: str
) -> Mapping[str, object] | None:
    """Where an import stands, as plain JSON; None before a file is read."""
    if state.read is None:
        return None
    return {
        "path": str(state.read.path),
        "layout": asdict(state.read.preview.layout),
        "choices": mapping.dumped(choices),
        "page": page,
        "import_id": import_id,
    }


def restored(content: Mapping[str, object]) -> KeptImport | None:
    """What `stored` wrote; None where it cannot be read."""
    try:
        layout = content["layout"]
        if not isinstance(layout, Mapping):
            return None
        return KeptImport(
            Path(str(content["path"])),
            Layout(**{**layout, "kind": Kind(layout["kind"])}),
            str(content["choices"]),
            int(str(content["page"])),
            str(content["import_id"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
