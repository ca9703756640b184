"""Charts are imported when they are first wanted: pyqtgraph and NumPy take most of a second."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdesk.ui.kit.charts.view import ChartView


#: What pyqtgraph imports of others that know nothing of Qt.
_WITHOUT_QT = (
    "numpy", "numpy.typing", "pydoc", "cProfile", "decimal", "importlib.resources",
    "mmap", "multiprocessing.connection", "xml.etree.ElementTree",
)  # fmt: skip


def import_without_qt() -> None:
    """Import half of what charts need; the worker that reads their figures calls it first.

    What is left for the window's own thread is a step during which it answers nobody.
    """
    for name in _WITHOUT_QT:
        import_module(name)


def chart_view() -> type[ChartView]:
    """A chart; with it come pyqtgraph and NumPy, which take most of a second."""
    from salesdesk.ui.kit.charts.view import ChartView

    return ChartView
