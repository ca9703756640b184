"""The import wizard: file, columns, words, what would happen, the import and its report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget, QWizard

from salesdesk.domain.importing import Choices
from salesdesk.services.importing.mapping import Remembered
from salesdesk.ui.contacts.drafts import DraftKeeper
from salesdesk.ui.importing import kept
from salesdesk.ui.importing.check_page import CheckPage
from salesdesk.ui.importing.file_page import FilePage
from salesdesk.ui.importing.mapping_page import MappingPage
from salesdesk.ui.importing.page import Page
from salesdesk.ui.importing.run_page import RunPage
from salesdesk.ui.importing.state import ImportState
from salesdesk.ui.importing.values_page import ValuesPage
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.help_key import asks_for_help
from salesdesk.ui.kit.widgets import Button, ButtonKind, guard_beneath, named
from salesdesk.ui.session.context import Context

_WIDTH, _HEIGHT = 860, 600


class ImportWizard(QWizard):
    """Brings customers and contacts in from a spreadsheet.

    Where it stands is kept on this computer until it is closed: a window that is locked, or makes
    room for another one, takes it down unasked.

    Args:
        remembered: where the meaning of columns is kept by their titles; None: nowhere.
    """

    def __init__(
        self, context: Context, remembered: Remembered | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.state = ImportState(context, remembered)
        title = self.tr("Import customers")
        named(self, "import_wizard", title)
        self.setWindowTitle(title)
        self.setModal(True)
        self.finished.connect(self._guard_beneath)
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        self._dress()
        self.file_page = FilePage(self.state)
        self.mapping_page = MappingPage(self.state)
        self.values_page = ValuesPage(self.state)
        self.check_page = CheckPage(self.state)
        self.run_page = RunPage(self.state)
        for page in (
            self.file_page, self.mapping_page, self.values_page, self.check_page, self.run_page,
        ):  # fmt: skip
            self.addPage(page)
            page.edited.connect(self._on_edited)
        self._keeper: DraftKeeper | None = None
        self._standing: kept.KeptImport | None = None
        self._keep(context)
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))
        self.finished.connect(self._over)

    def _dress(self) -> None:
        """Give the wizard the design's buttons."""
        which, plain, primary = QWizard.WizardButton, ButtonKind.OUTLINED, ButtonKind.PRIMARY
        for place, text, name, kind in (
            (which.BackButton, self.tr("Back"), "import_back", plain),
            (which.NextButton, self.tr("Next"), "import_next", primary),
            (which.CommitButton, self.tr("Import"), "import_commit", primary),
            (which.FinishButton, self.tr("Close"), "import_close", primary),
            (which.CancelButton, self.tr("Cancel"), "import_cancel", plain),
        ):
            self.setButtonText(place, text)
            self.setButton(place, Button(text, name=name, kind=kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not asks_for_help(event, self):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Close; an import under way is stopped first, and closes by itself no more."""
        if self.run_page.work.busy:
            self.run_page.stop.click()
            return
        self.check_page.work.stop()
        super().reject()

    def _guard_beneath(self) -> None:
        guard_beneath(self, keys=False)

    def _over(self) -> None:
        if self._keeper is not None:
            self._keeper.forget()
            self._keeper.close()
            self._keeper = None
        self.deleteLater()

    # --- where it stands --------------------------------------------------------------------------

    def _keep(self, context: Context) -> None:
        """Take up what was cut off, and keep from now on where this stands."""
        if context.drafts is None:
            return
        self._keeper = DraftKeeper(context.tasks, context.drafts, kept.KEY)
        self._keeper.found.connect(self._take_up)
        self.destroyed.connect(self._keeper.close)
        self.currentIdChanged.connect(self._on_edited)
        self._keeper.look()

    def _on_edited(self) -> None:
        standing, read = self._standing, self.state.read
        if standing is not None and read is not None:
            self._standing = None
            if read.path == standing.path:
                self._go_on(standing)
        if self._keeper is None:
            return
        content = kept.stored(
            self.state, self._choices(), self.currentId(), self.run_page.report_of
        )
        if content is not None:
            self._keeper.keep(content)

    def _choices(self) -> Choices:
        """What is chosen so far, on the page that is shown as well."""
        read, chosen = self.state.read, self.state.choices
        if self.currentPage() is self.mapping_page:
            chosen = self.mapping_page.choices()
        elif self.currentPage() is self.values_page and chosen is not None:
            chosen = self.values_page.said(chosen)
        elif chosen is None:
            chosen = read.choices if read is not None else Choices({})
        return replace(chosen, duplicates=self.state.duplicates)

    def _take_up(self, content: Mapping[str, object]) -> None:
        found = kept.restored(content)
        if found is None or self.file_page.path.path():
            return
        self._standing = found
        self.file_page.take_up(found.path, found.layout, found.choices)

    def _go_on(self, standing: kept.KeptImport) -> None:
        """Go to the page that was shown; nothing is written on the way."""
        passed = -1
        while passed < self.currentId() < standing.page:
            passed = self.currentId()
            if self.currentPage() is self.check_page:
                if not standing.import_id:
                    break
                self.check_page.work.stop()
                self.run_page.report_of = standing.import_id
            self.next()
        page = self.currentPage()
        if isinstance(page, Page) and page is not self.run_page:
            page.notice.show_notice(
                self.tr("Taken up again."),
                self.tr("The import stands where it was left. Cancel puts it away."),
            )
