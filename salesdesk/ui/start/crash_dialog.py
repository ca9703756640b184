"""What to say at an unexpected error: what happened, what was kept, what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from salesdesk import __version__
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Paragraph, named

_DETAILS_HEIGHT = 200


class Fault(Protocol):
    """A bug that came to light; its texts hold no secrets."""

    @property
    def summary(self) -> str:
        """One line."""

    @property
    def details(self) -> str:
        """The traceback."""

    @property
    def log(self) -> Path | None:
        """Where more stands."""


class CrashDialog(FormDialog):
    """Tells of a bug; the person copies the details, goes on or leaves.

    Args:
        copy: puts a text on the clipboard.

    Signals:
        quit_requested(): the person wants to leave.
    """

    quit_requested = Signal()

    def __init__(
        self, fault: Fault, copy: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        title = translate("crash", "Unexpected error")
        # Qt appends the program's name to a window's title by itself.
        window_title = translate("crash", "Unexpected error")
        super().__init__(window_title, name="crash_dialog", parent=parent)
        self._fault = fault
        self._copy = copy
        self.header.addWidget(Label(title, name="crash_title", face=Face.TITLE))
        kept = self.tr(
            "What was saved is safe, and what you typed is still in its form. You can go on; if "
            "something looks wrong, leave and start again."
        )
        self.page.addWidget(Paragraph(kept, name="crash_kept"))
        self.page.addWidget(Paragraph(fault.summary[:400], name="crash_summary", ink="text2"))
        self.details = QPlainTextEdit(self.report())
        named(self.details, "crash_details", self.tr("Details"))
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setFixedHeight(theme.px(_DETAILS_HEIGHT))
        self.details.hide()
        self.page.addWidget(self.details)
        self._build_footer()
        self.end_rows()
        self.finished.connect(self.deleteLater)
        self.go_on.setFocus()

    def _build_footer(self) -> None:
        self.show_button = Button(self.tr("Details"), name="crash_show", kind=ButtonKind.QUIET)
        self.copy_button = Button(self.tr("Copy details"), name="crash_copy", icon="copy")
        self.quit_button = Button(self.tr("Leave"), name="crash_quit")
        self.go_on = Button(
            self.tr("Go on"), name="crash_go_on", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        self.show_button.clicked.connect(self._toggle)
        self.copy_button.clicked.connect(self._copy_report)
        self.quit_button.clicked.connect(self._quit)
        self.go_on.clicked.connect(self.accept)
        self.footer.insertWidget(0, self.show_button)
        self.set_buttons(self.copy_button, self.quit_button, self.go_on)

    def report(self) -> str:
        """What the copied text says."""
        log = f"\nLog: {self._fault.log}" if self._fault.log is not None else ""
        return f"SalesDesk {__version__}\n{self._fault.summary}\n\n{self._fault.details}{log}"

    def _toggle(self) -> None:
        self.details.setVisible(self.details.isHidden())

    def _copy_report(self) -> None:
        self._copy(self.report())
        self.footer_hint.setText(self.tr("Copied."))

    def _quit(self) -> None:
        self.accept()
        self.quit_requested.emit()
