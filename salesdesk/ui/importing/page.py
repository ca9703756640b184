"""The frame that the wizard's pages share."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWizardPage

from salesdesk.ui.importing.state import ImportState
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import Label, NoticeFrame, Paragraph, named


class Page(QWizardPage):
    """A title, a sentence, the page's own parts, and a notice below them.

    Signals:
        edited(): what is chosen here was changed.
    """

    edited = Signal()

    def __init__(self, state: ImportState, *, name: str) -> None:
        super().__init__()
        self._name = name
        self.state = state
        self.column = QVBoxLayout(self)
        side = theme.px(24)
        self.column.setContentsMargins(side, theme.px(20), side, theme.px(16))
        self.column.setSpacing(theme.px(12))
        self.notice = NoticeFrame(name=f"{name}_notice")

    def head(self, title: str, said: str) -> None:
        """Say what the page is for."""
        named(self, self._name, title)
        self.column.addWidget(Label(title, name=f"{self._name}_title", face=Face.TITLE))
        self.column.addWidget(Paragraph(said, name=f"{self._name}_said", ink="text2"))

    def end(self) -> None:
        """Put the notice below everything."""
        self.column.addWidget(self.notice)


def combo(name: str, accessible: str, width: int) -> QComboBox:
    """A choice of a fixed width, unscaled."""
    made = QComboBox()
    named(made, name, accessible)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setFixedWidth(theme.px(width))
    return made


def row(identity: str, *cells: str, tip: str = "") -> CellRow:
    """A line of a table of texts; the first is a figure's place, quieter than the rest."""
    first, *rest = cells
    made = (TextCell(first, Level.TEXT3), *map(TextCell, rest))
    return CellRow(identity, made, tip)
