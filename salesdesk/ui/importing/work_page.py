"""A page of the wizard with long work: its progress, what it came to, and lines to look at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QProgressBar

from salesdesk.domain.importing import Rejected, Tally
from salesdesk.ui.i18n import translate
from salesdesk.ui.importing.job import Work
from salesdesk.ui.importing.page import Page, row
from salesdesk.ui.importing.state import ImportState
from salesdesk.ui.importing.texts import reasons, tally_words
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.widgets import Paragraph, named


class WorkPage(Page):
    """What the dry run and the import share.

    Attributes:
        work: what a subclass starts and whose signals it connects.
        bar, counts, lines: its progress, what it comes to, and lines of the file.
    """

    def __init__(self, state: ImportState, *, name: str) -> None:
        super().__init__(state, name=name)
        self.work = Work(state.context, self)

    def add_work(self, progress: str, counts: str, lines: str, told: str, accessible: str) -> None:
        """Lay out the bar, the counts and the lines, by these names; `told` heads the lines."""
        self.bar = QProgressBar()
        named(self.bar, progress, translate("import", "Progress"))
        self.bar.setTextVisible(False)
        self.column.addWidget(self.bar)
        self.counts = Paragraph(name=counts)
        self.column.addWidget(self.counts)
        titles = [translate("import", "Line"), told]
        self.lines = CellTable(titles, [64, 0], name=lines, accessible=accessible)
        self.frame_of_lines = framed(self.lines)
        self.column.addWidget(self.frame_of_lines, 100)
        self.column.addStretch(1)

    def show_tally(self, tally: Tally) -> None:
        """Show each count with its figure."""
        formats = self.state.context.office.formats
        said = [f"{word}: {figure}" for word, figure in tally_words(tally, formats)]
        self.counts.setText("     ".join(said))

    def show_lines(self, rows: Sequence[CellRow]) -> None:
        """Show lines; the table is there where there are any."""
        self.lines.show_rows(rows)
        self.frame_of_lines.setVisible(bool(rows))


def left_out(rejected: Sequence[Rejected]) -> list[CellRow]:
    """The lines that are left out, or cells of them, each with its reason."""
    return [row(str(one.number), str(one.number), reasons(one)) for one in rejected]
