"""Which rows are behind which figure: the one place that knows every report."""

from __future__ import annotations

from salesdesk.domain.reports.drill_down import Figure
from salesdesk.storage.reads.reports import (
    agents,
    engagement,
    methods,
    pipeline,
    releases,
    workload,
)
from salesdesk.storage.reads.reports.counted import Counted
from salesdesk.storage.reads.reports.scope import Scope

_REPORTS = {
    "agents": agents.counted,
    "engagement": engagement.counted,
    "methods": methods.counted,
    "pipeline": pipeline.counted,
    "releases": releases.counted,
    "workload": workload.counted,
}


def counted(figure: Figure, scope: Scope) -> Counted:
    """The rows that a figure counts."""
    return _REPORTS[figure.value.partition(".")[0]](figure, scope)
