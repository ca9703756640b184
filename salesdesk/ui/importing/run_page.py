"""The last page: the import under way, its report, the rejected rows, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from salesdesk.domain.changes import Changes
from salesdesk.domain.events import new_id
from salesdesk.services.importing import mapping, undo, writing
from salesdesk.services.importing.rejects import rejects_file
from salesdesk.services.importing.request import Request, Stopped, Told
from salesdesk.services.importing.undo import TakenBack
from salesdesk.services.importing.writing import Imported
from salesdesk.ui.i18n import fill
from salesdesk.ui.importing.page import row
from salesdesk.ui.importing.state import ImportState
from salesdesk.ui.importing.work_page import WorkPage, left_out
from salesdesk.ui.kit import motion
from salesdesk.ui.kit.widgets import Button
from salesdesk.ui.refusals import worded


class RunPage(WorkPage):
    """Batches with progress; Stop keeps what is in, and the same file goes on from there."""

    def __init__(self, state: ImportState) -> None:
        super().__init__(state, name="import_run")
        self.head(
            self.tr("Importing"),
            self.tr("What is written stays, also when it is stopped; it can be taken back."),
        )
        self.setFinalPage(True)
        self.done: Imported | None = None
        self.over = False
        self._request: Request | None = None
        #: The import that is over, whose report is only shown again.
        self.report_of = ""
        accessible = self.tr("Lines that were left out")
        told = self.tr("Why it was left out")
        self.add_work("import_progress", "import_report", "import_rejected", told, accessible)
        self.work.advanced.connect(self._on_advanced)
        self.work.done.connect(self._on_done)
        self.work.refused.connect(self._on_refused)
        self.work.stopped.connect(self._on_stopped)
        self.frame_of_lines.hide()
        self.stop = Button(self.tr("Stop"), name="import_stop")
        self.save = Button(self.tr("Save the rows left out…"), name="import_save_rejects")
        self.undo = Button(self.tr("Undo import"), name="import_take_back")
        buttons = QHBoxLayout()
        for button in (self.stop, self.save, self.undo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.end()
        self.stop.clicked.connect(self._on_stop)
        self.save.clicked.connect(self._choose_rejects)
        self.undo.clicked.connect(self.take_back)

    def initializePage(self) -> None:
        """Begin to write."""
        self._request = self.state.request()
        check = self.state.check
        motion.begin_progress(self.bar, check.tally.lines if check is not None else 0)
        self._run(None)

    def isComplete(self) -> bool:
        """Whether it is over, one way or the other."""
        return self.over

    # --- the work ---------------------------------------------------------------------------------

    def _run(self, rejects: Path | None) -> None:
        request, read = self._request, self.state.read
        if request is None or read is None:
            return
        self._begin()
        session, remembered = self.state.context.session, self.state.remembered
        done = self.report_of

        def work(told: Told, stopped: Callable[[], bool]) -> Imported:
            if remembered is not None:
                mapping.remember(remembered, read.preview.titles, request.choices)
            separator = request.layout.separator
            opened = rejects_file(rejects, separator) if rejects is not None else nullcontext()
            with opened as into:
                return writing.run(session, request, told, stopped, into, done=done)

        self.work.start(work)

    def _begin(self) -> None:
        self.over = False
        self.completeChanged.emit()
        self.notice.dismiss()
        self.bar.show()
        self.stop.show()
        self.stop.setEnabled(True)
        self.save.hide()
        self.undo.hide()

    def _rest(self) -> None:
        self.over = True
        self.bar.hide()
        self.stop.hide()
        self.completeChanged.emit()

    def take_back(self) -> None:
        """Take back what was imported, as far as nobody has worked on it."""
        if self.done is None or self.work.busy:
            return
        import_id, act_id = self.done.import_id, new_id()
        session = self.state.context.session
        self._begin()
        self.work.start(
            lambda told, stopped: undo.take_back(session, act_id, import_id, told, stopped)
        )

    def save_rejects(self, path: Path) -> None:
        """Write the rows that were left out; the import is found done and changes nothing."""
        self._run(path)

    def _choose_rejects(self) -> None:
        name, kind = self.tr("left out.csv"), self.tr("CSV (*.csv)")
        dialog = QFileDialog(self, self.tr("Rows left out"), name, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._on_rejects)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_rejects(self, path: str) -> None:
        self.save_rejects(Path(path))

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.work.stop()

    # --- what came of it --------------------------------------------------------------------------

    def _on_advanced(self, done: int) -> None:
        self.bar.setValue(done)
        number = self.state.context.office.formats.number(done)
        self.counts.setText(fill(self.tr("{number} done…"), number=number))

    def _on_done(self, result: object) -> None:
        self._rest()
        formats = self.state.context.office.formats
        if isinstance(result, TakenBack):
            self.done = None
            self.report_of = ""
            told = fill(
                self.tr(
                    "Taken back. Customers deleted: {customers}, contacts removed: {contacts}."
                ),
                customers=formats.number(result.deleted),
                contacts=formats.number(result.contacts),
            )
            self.counts.setText(told)
            kept = [
                row(one.customer_id, "", f"{one.name}: {worded(one.reason)}") for one in result.kept
            ]
            self.show_lines(kept)
            self._tell(result.changes)
            return
        if isinstance(result, Imported):
            self.done = result
            self.report_of = result.import_id
            self.show_tally(result.tally)
            self.show_lines(left_out(result.rejected))
            self.save.setVisible(bool(result.rejected))
            self.undo.show()
            self._tell(result.changes)

    def _tell(self, changes: Changes) -> None:
        self.state.context.feed.publish(changes)
        self.edited.emit()

    def _on_refused(self, message: str) -> None:
        self._rest()
        self.notice.show_notice(self.tr("The import did not end."), message)

    def _on_stopped(self, stopped: Stopped) -> None:
        self._rest()
        self.counts.setText("")
        self.notice.show_notice(self.tr("Stopped."), worded(stopped))
