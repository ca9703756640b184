"""What this is, which version, and on what it works; and what support asks for."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtWidgets import QWidget

from salesdesk import __version__
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Paragraph

#: What is bundled that asks to be named, and its licence.
THANKS = (
    ("Qt", "LGPL 3"),
    ("Inter", "SIL OFL 1.1"),
    ("Lucide", "ISC"),
    ("Python", "PSF 2"),
    ("SQLAlchemy", "MIT"),
    ("PyMySQL", "MIT"),
    ("Alembic", "MIT"),
    ("pyqtgraph", "MIT"),
    ("NumPy", "BSD 3"),
    ("XlsxWriter", "BSD 2"),
    ("phonenumbers", "Apache 2"),
    ("RapidFuzz", "MIT"),
    ("cryptography", "Apache 2"),
)


class AboutDialog(FormDialog):
    """Version and facts.

    Args:
        facts: what the program knows of its place: label and value, such as the database's
            server; never a password.

    Signals:
        diagnostics_wanted(): what support asks for is to be put on the clipboard.
    """

    diagnostics_wanted = Signal()

    def __init__(self, facts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        title = translate("about", "About SalesDesk")
        super().__init__(title, name="about_dialog", parent=parent)
        own = [
            (self.tr("Version"), __version__),
            ("Qt", qVersion()),
            ("Python", platform.python_version()),
        ]
        self.facts = [*own, *facts]
        self.header.addWidget(Label("SalesDesk", name="about_title", face=Face.TITLE))
        told = self.tr("A sales desk on the booking database: no customer gets forgotten.")
        self.header.addWidget(Label(told, name="about_text", ink="text2"))
        for at, (label, value) in enumerate(self.facts):
            line = Elided(value, name=f"about_fact_{at}")
            line.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self.add_row(label, line, name=f"about_fact_{at}")
        self.page.addSpacing(theme.px(8))
        thanks = ", ".join(f"{name} ({licence})" for name, licence in THANKS)
        self.page.addWidget(
            Paragraph(
                fill(self.tr("With {thanks}."), thanks=thanks), name="about_thanks", ink="text3"
            )
        )
        self.copy_button = Button(self.tr("Copy diagnostics"), name="about_copy", icon="copy")
        self.copy_button.clicked.connect(self.diagnostics_wanted)
        self.close_button = Button(
            self.tr("Close"), name="about_close", kind=ButtonKind.PRIMARY, hint=self.tr("Esc")
        )
        self.close_button.clicked.connect(self.reject)
        self.set_buttons(self.copy_button, self.close_button)
        self.end_rows()
        self.page.setSpacing(0)
        self.finished.connect(self.deleteLater)
        self.close_button.setFocus()
