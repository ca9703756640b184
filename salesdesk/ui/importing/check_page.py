"""The last page before the import: what it would do, and what of customers known already."""

from __future__ import annotations

from salesdesk.domain.importing import Duplicates
from salesdesk.services.importing import checking
from salesdesk.services.importing.checking import Check
from salesdesk.ui.i18n import fill
from salesdesk.ui.importing.page import row
from salesdesk.ui.importing.state import ImportState
from salesdesk.ui.importing.work_page import WorkPage, left_out
from salesdesk.ui.kit import motion
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.widgets import Label, Segment, SegmentedControl
from salesdesk.ui.refusals import worded


class CheckPage(WorkPage):
    """The dry run; nothing is written."""

    def __init__(self, state: ImportState) -> None:
        super().__init__(state, name="import_check")
        self.head(
            self.tr("What would happen"),
            self.tr("Nothing has been written yet."),
        )
        self.setCommitPage(True)
        self.duplicates = SegmentedControl(
            [
                Segment(Duplicates.SKIP.value, self.tr("Leave them out")),
                Segment(Duplicates.FILL.value, self.tr("Fill their empty fields")),
            ],
            name="import_duplicates",
            accessible=self.tr("Customers whose number is known already"),
        )
        self.duplicates.chosen.connect(self._on_duplicates)
        self.column.addWidget(
            Label(
                self.tr("Customers whose number is known already:"),
                name="import_duplicates_label",
                ink="text2",
            )
        )
        self.column.addWidget(self.duplicates)
        accessible = self.tr("Lines that are left out, and lines to look at")
        told = self.tr("What about it")
        self.add_work("import_check_progress", "import_counts", "import_lines", told, accessible)
        self.work.advanced.connect(self._on_advanced)
        self.work.done.connect(self._on_done)
        self.work.refused.connect(self._on_refused)
        self.work.stopped.connect(self._on_stopped)
        self.end()

    def initializePage(self) -> None:
        """Try the import as it is chosen now."""
        self.duplicates.set_value(self.state.duplicates.value)
        self._begin()

    def cleanupPage(self) -> None:
        """Back: stop."""
        self.work.stop()

    def isComplete(self) -> bool:
        """Whether there is anything to import."""
        if self.state.check is None:
            return False
        tally = self.state.check.tally
        return tally.created + tally.filled + tally.contacts > 0

    def _on_duplicates(self, chosen: str) -> None:
        self.state.duplicates = Duplicates(chosen)
        self.edited.emit()
        self._begin()

    def _begin(self) -> None:
        self.state.check = None
        self.completeChanged.emit()
        request = self.state.request()
        if request is None or self.work.busy:
            return
        self.notice.dismiss()
        self.duplicates.setEnabled(False)
        motion.begin_progress(self.bar)
        self.bar.show()
        self.counts.setText(self.tr("Looking at the lines…"))
        self.lines.show_rows([])
        session = self.state.context.session
        self.work.start(lambda told, stopped: checking.check(session, request, told, stopped))

    def _on_advanced(self, done: int) -> None:
        number = self.state.context.office.formats.number(done)
        self.counts.setText(fill(self.tr("{number} lines looked at…"), number=number))

    def _rest(self) -> None:
        self.bar.hide()
        self.duplicates.setEnabled(True)
        self.completeChanged.emit()

    def _on_done(self, check: Check) -> None:
        self.state.check = check
        self.show_tally(check.tally)
        resembles = self.tr("May be there already as {name}")
        rows = [row("0", "", worded(warning)) for warning in check.warnings]
        rows += left_out(check.rejected)
        for one in check.alike:
            named_as = ", ".join(part for part in (one.customer_name, one.customer_company) if part)
            told = f"{one.name}: {fill(resembles, name=named_as)}"
            rows.append(row(str(one.number), str(one.number), told))
        self.show_lines(sorted(rows, key=_line_of))
        self._rest()

    def _on_refused(self, message: str) -> None:
        self.counts.setText("")
        self.notice.show_notice(self.tr("The file could not be checked."), message)
        self._rest()

    def _on_stopped(self, _: object) -> None:
        self.counts.setText("")
        self._rest()


def _line_of(line: CellRow) -> int:
    return int(line.id)
