"""What a section of Activity gives away: its chart as a picture, its figures as a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSaveFile, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.exporting import Cell, Figures, Line
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Why
from salesdesk.domain.reports.statistics import Interval, Share
from salesdesk.services import access
from salesdesk.services.session import Session
from salesdesk.ui.activity.section import FigureRow, Money, Section, Value
from salesdesk.ui.activity.sorting import Order
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.session.context import Context

if TYPE_CHECKING:
    from salesdesk.ui.activity.page import SectionView


def exportable(section: Section, lines: Sequence[FigureRow], told: str) -> Exportable:
    """The table as it is shown, its values as numbers; the last line says what it is of."""
    intervals = {
        at
        for at in range(len(section.heads))
        if any(isinstance(_at(row, at), Interval) for row in lines)
    }
    rows: list[Line] = [
        tuple(
            cell
            for at in range(len(section.heads))
            for cell in _cells(_at(row, at), is_interval=at in intervals)
        )
        for row in lines
    ]
    titles: list[str] = []
    for at, head in enumerate(_heads(section)):
        ends = (translate("activity", "{column}, from"), translate("activity", "{column}, to"))
        split = [fill(end, column=head) for end in ends]
        titles += split if at in intervals else [head]
    rows.append((told, *(None for _ in titles[1:])))
    return Exportable(section.chart.title, told, Figures(tuple(rows)), tuple(titles))


def _heads(section: Section) -> tuple[str, ...]:
    """The columns, each by a name of its own: of several “Before” each by the figure it follows."""
    heads = section.heads
    return tuple(
        f"{heads[at - 1]}, {head.lower()}" if at and heads.count(head) > 1 else head
        for at, head in enumerate(heads)
    )


def _at(row: FigureRow, column: int) -> Value:
    return row.values[column] if column < len(row.values) else None


def _cells(value: Value, *, is_interval: bool) -> tuple[Cell, ...]:
    """A value as a spreadsheet computes with it; an interval has two columns."""
    if is_interval:
        found = value if isinstance(value, Interval) else None
        return (None, None) if found is None else (round(found.low, 4), round(found.high, 4))
    if isinstance(value, Share):
        return (round(value.rate, 4) if value.rate is not None else None,)
    if isinstance(value, Money):
        return (value.units,)
    return (None,) if isinstance(value, Interval) else (value,)


class SectionExports(QObject):
    """The menu of a section, and the pictures that it writes.

    Signals:
        figures_wanted(SectionView): its table shall be written into a file.
        told(str): something to say quietly.
        failed(Exception): a picture could not be written.
    """

    figures_wanted = Signal(object)
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._menu = QMenu(parent)
        self._menu.setObjectName("activity_export_menu")
        self._view: SectionView | None = None
        self._frame = ""

    @property
    def menu(self) -> QMenu:
        """The menu that is filled when it opens."""
        return self._menu

    def open_menu(self, view: SectionView, frame: str, at: QPoint) -> None:
        """Open the menu of a section; `frame` says in words what its figures are of."""
        self._view, self._frame = view, frame
        allowed = self._context.session.actor.may(Permission.DATA_EXPORT)
        self._menu.clear()
        self._menu.addSection(view.section.chart.title)
        for text, slot in (
            (self.tr("Copy the picture"), self.copy_picture),
            (self.tr("Save as PNG…"), partial(self.ask_path, "png")),
            (self.tr("Save as SVG…"), partial(self.ask_path, "svg")),
            (self.tr("Figures into a file…"), self._want_figures),
        ):
            action = self._menu.addAction(text)
            action.triggered.connect(slot)
            action.setEnabled(allowed)
        self._add_orders(view)
        self._menu.popup(at)

    def _add_orders(self, view: SectionView) -> None:
        """The order of the lines, for whoever has no pointer to click a head with."""
        orders = self._menu.addMenu(self.tr("Sort by"))
        orders.setObjectName("activity_sort_menu")
        for column, head in enumerate(_heads(view.section)):
            action = orders.addAction(head)
            action.triggered.connect(partial(view.sort, Order(column, descending=column > 0)))

    def copy_picture(self) -> None:
        """Put the chart on the clipboard."""
        from salesdesk.ui.kit.charts import picture

        if self._view is not None:
            made = picture.image(self._lines(self._view), self._view.charts)
            QGuiApplication.clipboard().setImage(made)
            self.told.emit(self.tr("The picture is on the clipboard."))

    def ask_path(self, kind: str) -> None:
        """Ask where the picture shall be written."""
        if self._view is None:
            return
        folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        ) or str(Path.home())
        name = re.sub(r"[\\/:*?\"<>|]+", " ", self._view.section.chart.title).strip()
        first = str(Path(folder) / f"{name}.{kind}")
        dialog = QFileDialog(
            self._view, self.tr("Save the picture"), first, f"{kind.upper()} (*.{kind})"
        )
        dialog.setObjectName("activity_picture_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.fileSelected.connect(self.save_picture)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_picture(self, path: str) -> None:
        """Write the chart into a file, by its ending PNG or SVG; whole or not at all."""
        from salesdesk.ui.kit.charts import picture

        if self._view is None:
            return
        views, title = self._view.charts, self._view.section.chart.title
        told = self._lines(self._view)
        if Path(path).suffix.lower() == ".svg":
            content = picture.svg(title, told, views)
        else:
            content = picture.png(told, views)
        work = partial(_write, self._context.session, path, content)
        self._context.tasks.query(("picture", path), work, self._on_written, self._on_failed)

    def _lines(self, view: SectionView) -> list[str]:
        """What a picture says above its charts: what they are of, and what they leave out."""
        return [line for line in (self._frame, view.section.note) if line]

    def _on_written(self, name: str) -> None:
        self.told.emit(fill(self.tr("The picture is in {name}."), name=name))

    def _on_failed(self, fault: Exception) -> None:
        self.failed.emit(fault)

    def _want_figures(self) -> None:
        self.figures_wanted.emit(self._view)


def _write(session: Session, path: str, content: bytes) -> str:
    """Write a file so that the old one stays whole until the new one is.

    Raises:
        NotAllowed: the actor may not export.
        Refusal: the file cannot be written.
    """
    access.require(session.actor, Permission.DATA_EXPORT)
    file = QSaveFile(path)
    begun = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) == len(content)
    if not begun or not file.commit():
        raise Refusal(
            Why.PICTURE_NOT_WRITTEN, field="path", path=str(path), fault=file.errorString()
        )
    return Path(path).name
