"""Export: which kind of file, where, how far it is, and Cancel."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QWidget

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.exporting import (
    CustomerField,
    CustomersTable,
    Figures,
    FileKind,
    FollowUps,
    Outlet,
    PoolTable,
    Stopped,
    Table,
)
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import language, motion, theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.file_field import FileField
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    Label,
    Segment,
    SegmentedControl,
    named,
)
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.session.ports import ExportRun, Exports

_EXCEL, _PLAIN = "excel", "plain"


class ExportDialog(FormDialog):
    """Writes the table that a screen shows into a file, in a process of its own.

    Signals:
        exported(Path, object): the file is there; how many lines it has.
    """

    exported = Signal(object, object)

    def __init__(
        self,
        context: Context,
        exports: Exports,
        offered: Exportable,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", name="export_dialog", parent=parent)
        self._context, self._exports, self._offered = context, exports, offered
        self._run: ExportRun | None = None
        self._calendar = isinstance(offered.table, FollowUps)
        named_inside = offered.title[:1].lower() + offered.title[1:]
        title = fill(self.tr("Export {what}"), what=named_inside)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.header.addWidget(Elided(title, name="export_title", face=Face.TITLE))
        self.header.addWidget(Elided(offered.about, name="export_about", ink="text2"))
        self._build_fields()
        self.cancel = Button(self.tr("Cancel"), name="export_cancel", hint=self.tr("Esc"))
        self.act = Button(
            self.tr("Export"), name="export_act", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        self.cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self.begin)
        self.set_buttons(self.cancel, self.act)
        self.finished.connect(self.deleteLater)
        self.end_rows()
        self.path.set_path(str(_first_path(offered.title, self.kind)))
        self._show_kind()
        self.act.setFocus()

    # --- fields -----------------------------------------------------------------------------------

    def _build_fields(self) -> None:
        self.kinds = SegmentedControl(
            [Segment(FileKind.ICS.value, self.tr("Calendar"))]
            if self._calendar
            else [
                Segment(FileKind.XLSX.value, self.tr("Excel workbook")),
                Segment(FileKind.CSV.value, "CSV"),
                Segment(FileKind.PDF.value, self.tr("PDF for printing")),
                *(
                    []
                    if isinstance(self._offered.table, Figures)
                    else [Segment(FileKind.VCF.value, "vCard")]
                ),
            ],
            name="export_kind",
            accessible=self.tr("Kind of file"),
        )
        self.kinds.set_value(FileKind.ICS.value if self._calendar else FileKind.XLSX.value)
        self.kinds.chosen.connect(self._on_kind)
        self.add_row(self.tr("Kind"), self.kinds, name="export_kind")
        self.flavours = SegmentedControl(
            [
                Segment(_EXCEL, self.tr("To be opened in Excel")),
                Segment(_PLAIN, self.tr("Plain, with commas")),
            ],
            name="export_flavour",
            accessible=self.tr("Form of the CSV"),
        )
        self.flavours.set_value(_EXCEL)
        self._flavour_row = self.add_row(self.tr("Form"), self.flavours, name="export_flavour")
        self._add_further()
        self.path = FileField(
            name="export_path", accessible=self.tr("File"), kinds="*", saving=True
        )
        self.path.path_changed.connect(self._on_path)
        self._path_row = self.add_row(self.tr("File"), self.path, name="export_path")
        self._replaces = Label(name="export_replaces", ink="text2")
        self._path_row.put_below(self._replaces)
        self.bar = QProgressBar()
        named(self.bar, "export_progress", self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.page.addWidget(self.bar)
        self.bar.hide()

    def _add_further(self) -> None:
        """The columns that the list does not show; a contact card has them in any case."""
        self.further: dict[CustomerField, QCheckBox] = {}
        line = QWidget()
        named(line, "export_further", self.tr("Further columns"))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        for column, title in self._offered.further:
            box = QCheckBox(title)
            box.setObjectName(f"export_further_{column.value}")
            self.further[column] = box
            row.addWidget(box)
        row.addStretch(1)
        self._further_row = self.add_row(self.tr("Also"), line, name="export_further")

    @property
    def kind(self) -> FileKind:
        """The kind of file that is chosen."""
        return FileKind(self.kinds.value() or FileKind.XLSX)

    def choose(self, kind: FileKind) -> None:
        """Choose a kind of file; the name follows."""
        self.kinds.set_value(kind.value)
        self._on_kind(kind.value)

    def _on_kind(self, kind: str) -> None:
        path = self.path.path()
        if path:
            self.path.set_path(str(Path(path).with_suffix(f".{kind}")))
        self._show_kind()

    def _show_kind(self) -> None:
        self._flavour_row.setVisible(self.kind is FileKind.CSV)
        self._further_row.setVisible(bool(self.further) and self.kind is not FileKind.VCF)

    def _on_path(self) -> None:
        self._path_row.fail("")
        there = self.path.path() and Path(self.path.path()).is_file()
        told = self.tr("There is a file of this name; it will be replaced.")
        self._replaces.setText(told if there else "")
        self._replaces.setVisible(bool(there))

    def table(self) -> Table:
        """What is written: what the screen shows, and the columns that are ticked."""
        table = self._offered.table
        if not isinstance(table, CustomersTable | PoolTable):
            return table
        return replace(table, columns=(*table.columns, *(one for one, _ in self._ticked())))

    def _ticked(self) -> list[tuple[CustomerField, str]]:
        return [one for one in self._offered.further if self.further[one[0]].isChecked()]

    def outlet(self) -> Outlet:
        """The file as it is wanted."""
        formats, plain = self._context.office.formats, self.flavours.value() == _PLAIN
        # Excel parts a CSV where the region's own lists are parted.
        excel = ";" if formats.locale.decimalPoint() == "," else ","
        return Outlet(
            self.kind,
            (*self._offered.titles, *(title for _, title in self._ticked())),
            self._offered.words,
            "," if plain else excel,
            not plain,
            self._offered.title,
            language.chosen(),
            self._context.office.region,
        )

    # --- the export -------------------------------------------------------------------------------

    def begin(self) -> None:
        """Start to write."""
        typed = self.path.path()
        if self.busy:
            return
        if not typed:
            self._path_row.fail(self.tr("Choose a file."))
            return
        self.notice.dismiss()
        path = Path(typed).expanduser()
        if not path.suffix:
            path = path.with_suffix(f".{self.kind.value}")
            self.path.set_path(str(path))
        self.set_busy(True)
        motion.begin_progress(self.bar)
        self.bar.show()
        self._run = self._exports.start(self.table(), self.outlet(), path)
        self._run.advanced.connect(self._on_advanced)
        self._run.ended.connect(self._on_ended)

    def reject(self) -> None:
        """Close; while it is under way stop it, and close when nothing is left of it."""
        if self._run is None:
            super().reject()
            return
        self.footer_hint.setText(self.tr("Stopping…"))
        self._run.stop()

    def _on_advanced(self, told: tuple[int, int]) -> None:
        written, total = told
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(written)
        number = self._context.office.formats.number
        said = self.tr("{number} of {all}…")
        self.footer_hint.setText(fill(said, number=number(written), all=number(total)))

    def _on_ended(self, outcome: object) -> None:
        self._run = None
        self.set_busy(False)
        self.bar.hide()
        self.footer_hint.setText("")
        if isinstance(outcome, Stopped):
            super().reject()
        elif isinstance(outcome, int):
            self.exported.emit(Path(self.path.path()).expanduser(), outcome)
            self.accept()
        elif isinstance(outcome, BaseException):
            route(
                self._context,
                outcome,
                refused=self._say_refused,
                away=self._say_away,
                bug=self._say_bug,
            )

    def _say_refused(self, refusal: Refusal) -> None:
        if refusal.field == "path":
            self._path_row.fail(worded(refusal))
        else:
            self.notice.show_notice(self.tr("No file was written."), worded(refusal))

    def _say_away(self, _fault: Unavailable) -> None:
        self.notice.show_notice(
            self.tr("The server is away."),
            self.tr("No file was written. Press again once it is back."),
        )

    def _say_bug(self, _fault: BaseException) -> None:
        self.notice.show_notice(self.tr("Unexpected error."), self.tr("No file was written."))


def _first_path(title: str, kind: FileKind) -> Path:
    """A name that tells what and when, where people keep their documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = QStandardPaths.writableLocation(place) or str(Path.home())
    name = re.sub(r"[\\/:*?\"<>|]+", " ", title).strip()
    day = QDate.currentDate().toString("yyyy-MM-dd")
    return Path(folder) / f"{name} {day}.{kind.value}"
