"""The pipeline: stages, and the moves between them."""

from __future__ import annotations

from salesdesk.domain.reports.drill_down import Figure
from salesdesk.storage.reads.reports import standing, stays
from salesdesk.storage.reads.reports.counted import Counted
from salesdesk.storage.reads.reports.scope import Scope

_OF_STAGES = frozenset({Figure.PIPELINE_STAGES, Figure.PIPELINE_ORDERS, Figure.PIPELINE_FUNNEL})


def counted(figure: Figure, scope: Scope) -> Counted:
    """The rows of a figure of this report."""
    if figure in _OF_STAGES:
        return standing.counted(figure, scope)
    return stays.counted(figure, scope)
