"""Charts are imported when they are first wanted: pyqtgraph and NumPy take most of a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdesk.ui.kit.charts.view import ChartView


def import_numpy() -> None:
    """Import half of what charts need; the worker that reads their figures calls it first."""
    import numpy  # noqa: F401 - imported to be there when it is wanted


def chart_view() -> type[ChartView]:
    """A chart; with it come pyqtgraph and NumPy, which take most of a second."""
    from salesdesk.ui.kit.charts.view import ChartView

    return ChartView
