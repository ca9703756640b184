"""The import wizard: file, columns, words, what would happen, the import and its report."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget, QWizard

from salesdesk.services.importing.mapping import Remembered
from salesdesk.ui.importing.check_page import CheckPage
from salesdesk.ui.importing.file_page import FilePage
from salesdesk.ui.importing.mapping_page import MappingPage
from salesdesk.ui.importing.run_page import RunPage
from salesdesk.ui.importing.state import ImportState
from salesdesk.ui.importing.values_page import ValuesPage
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import Button, ButtonKind, guard_beneath, named
from salesdesk.ui.session.context import Context

_WIDTH, _HEIGHT = 860, 600


class ImportWizard(QWizard):
    """Brings customers and contacts in from a spreadsheet.

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
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))
        self.finished.connect(self.deleteLater)

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

    def reject(self) -> None:
        """Close; an import under way is stopped first, and closes by itself no more."""
        if self.run_page.work.busy:
            self.run_page.stop.click()
            return
        self.check_page.work.stop()
        super().reject()

    def _guard_beneath(self) -> None:
        guard_beneath(self, keys=False)
