"""The dialog of a held run, imported when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdesk.ui.release.held_dialog import ReleaseGuardDialog


def release_guard_dialog() -> type[ReleaseGuardDialog]:
    """The release run that waits for a lead."""
    from salesdesk.ui.release.held_dialog import ReleaseGuardDialog

    return ReleaseGuardDialog
