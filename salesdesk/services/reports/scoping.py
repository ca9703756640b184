"""A frame as one reading sees it."""

from __future__ import annotations

from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.services.session import Session
from salesdesk.services.viewer import viewer_of
from salesdesk.storage.reads.reports.scope import Scope, scope_of
from salesdesk.storage.unit_of_work import Reading


def scope(session: Session, reading: Reading, report_scope: ReportScope) -> Scope:
    """The frame with this reading's moment, settings and known past."""
    return scope_of(reading.connection, report_scope, viewer_of(session, reading))
