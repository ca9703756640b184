"""`--demo`: the sample workspace, made first where it has to be, with a progress bar."""

from __future__ import annotations

from pathlib import Path

from salesdesk.app.commands.progress import Bar
from salesdesk.app.sample import workspace, writing
from salesdesk.app.sample.workspace import Prepared


def sample_workspace(file: Path, *, fresh: bool) -> Prepared:
    """The sample workspace, ready to be opened.

    Raises:
        Refusal: it is open in another window.
        OSError: it cannot be written.
    """
    if file.exists() and not fresh:
        return workspace.prepare(file)
    with Bar(writing.DEMO_CUSTOMERS, "customers", "Making sample data") as bar:
        return workspace.prepare(file, fresh=True, told=bar.update)
