"""A frame as one reading sees it."""

from __future__ import annotations

from salesdesk.domain.reports.frame import Frame
from salesdesk.services.session import Desk
from salesdesk.services.viewer import sight_of
from salesdesk.storage.reads.reports.scope import Scope, scope_of
from salesdesk.storage.unit_of_work import Reading


def scope(desk: Desk, reading: Reading, frame: Frame) -> Scope:
    """The frame with this reading's moment, settings and known past."""
    return scope_of(reading.connection, frame, sight_of(desk, reading))
