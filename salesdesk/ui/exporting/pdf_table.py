"""A table as PDF, to be read or printed: headers on every page, page numbers, office formats.

Painted line by line as they come, so that memory does not grow with the table. It needs no
window and no display: an export's own process calls it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QDate, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from salesdesk.domain.exporting import Cell, Line, Outlet
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import fonts, language
from salesdesk.ui.kit.formats import Formats

_DPI = 300
_POINTS = 72
_MARGIN_MM = 12
_TEXT, _TITLE = 8.0, 12.0
_INK, _QUIET, _RULE = QColor("#17212b"), QColor("#5a6673"), QColor("#d5dbe1")

#: The columns are measured by so many lines; a later text that is wider is cut with an ellipsis.
_MEASURED = 400
_GAP = 8.0
_NARROWEST, _WIDEST = 28.0, 190.0


def pdf(file: Path, outlet: Outlet, zone: tzinfo) -> PdfTable:
    """What writes a table into a PDF file; makes the application object that Qt needs.

    Raises:
        OSError: the file cannot be written.
    """
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        PdfTable.application = QGuiApplication(["salesdesk"])
        # In a process of its own nobody has chosen yet; in the window's, the person has.
        language.choose(PdfTable.application, outlet.language)
    fonts.load()
    formats = Formats.of(zone, zone, language=outlet.language, region=outlet.region)
    return PdfTable(file, outlet, formats)


class PdfTable:
    """A table on pages of A4, across.

    Attributes:
        application: kept, where this module had to make one.
    """

    application: QGuiApplication | None = None

    def __init__(self, file: Path, outlet: Outlet, formats: Formats) -> None:
        self._titles, self._title = outlet.titles, outlet.title
        self._formats = formats
        self._waiting: list[tuple[str, ...]] = []
        self._right: set[int] = set()
        self._widths: list[float] = []
        self._page = 0
        self._top = 0.0
        self._writer = QPdfWriter(str(file))
        self._writer.setResolution(_DPI)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._writer.setPageOrientation(QPageLayout.Orientation.Landscape)
        millimetres = QPageLayout.Unit.Millimeter
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        self._writer.setPageMargins(margins, millimetres)
        self._writer.setTitle(outlet.title)
        self._writer.setCreator("SalesDesk")
        self._painter = QPainter()
        if not self._painter.begin(self._writer):
            raise OSError(f"{file.name} cannot be written")
        self._painter.scale(_DPI / _POINTS, _DPI / _POINTS)
        area = self._writer.pageLayout().paintRectPoints()
        self._width, self._height = float(area.width()), float(area.height())
        self._plain, self._bold = _font(_TEXT), _font(_TEXT, QFont.Weight.DemiBold)
        self._line = QFontMetricsF(self._plain).height() + 5

    def write(self, lines: Iterable[Line]) -> None:
        """Add these lines."""
        for line in lines:
            for column, cell in enumerate(line):
                if isinstance(cell, int | float):
                    self._right.add(column)
            texts = tuple(self._text(cell) for cell in line)
            if self._widths:
                self._draw(texts)
            else:
                self._waiting.append(texts)
                if len(self._waiting) >= _MEASURED:
                    self._settle()

    def finish(self) -> None:
        """End the file.

        Raises:
            OSError: the file could not be written.
        """
        self._settle()
        if not self._painter.end():
            raise OSError("The PDF cannot be written.")

    def abandon(self) -> None:
        """Let go of the file."""
        if self._painter.isActive():
            self._painter.end()

    def _settle(self) -> None:
        """Decide on the widths and draw what waited for them."""
        if self._widths:
            return
        self._widths = self._measured()
        self._begin_page()
        waiting, self._waiting = self._waiting, []
        for texts in waiting:
            self._draw(texts)

    def _measured(self) -> list[float]:
        plain, bold = QFontMetricsF(self._plain), QFontMetricsF(self._bold)
        wanted = [
            min(
                max(
                    [
                        bold.horizontalAdvance(title),
                        _NARROWEST,
                        *(plain.horizontalAdvance(texts[column]) for texts in self._waiting),
                    ]
                ),
                _WIDEST,
            )
            for column, title in enumerate(self._titles)
        ]
        room = self._width - _GAP * max(len(wanted) - 1, 0)
        share = room / max(sum(wanted), 1.0)
        # A narrow table stays narrow: stretched over the page its lines are hard to follow.
        return [width * min(share, 1.25) for width in wanted]

    def _begin_page(self) -> None:
        self._page += 1
        if self._page > 1:
            self._writer.newPage()
        painter = self._painter
        painter.setFont(_font(_TITLE, QFont.Weight.DemiBold))
        painter.setPen(_INK)
        head = QRectF(0, 0, self._width, 20)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, self._title)
        painter.setFont(self._plain)
        painter.setPen(_QUIET)
        number = self._formats.number(self._page)
        told = fill(translate("printing", "Page {number}"), number=number)
        painter.drawText(head, Qt.AlignmentFlag.AlignRight, told)
        self._top = 26.0
        painter.setFont(self._bold)
        self._draw_cells(self._titles)

    def _draw(self, texts: tuple[str, ...]) -> None:
        if self._top + self._line > self._height:
            self._begin_page()
        self._painter.setFont(self._plain)
        self._painter.setPen(_INK)
        self._draw_cells(texts)

    def _draw_cells(self, texts: tuple[str, ...]) -> None:
        left, metrics = 0.0, QFontMetricsF(self._painter.font())
        for column, (text, width) in enumerate(zip(texts, self._widths, strict=False)):
            side = Qt.AlignmentFlag.AlignLeft
            if column in self._right:
                side = Qt.AlignmentFlag.AlignRight
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            place = QRectF(left, self._top, width, self._line - 2)
            self._painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
            left += width + _GAP
        self._top += self._line
        self._painter.fillRect(QRectF(0, self._top - 1.5, left - _GAP, 0.4), _RULE)

    def _text(self, cell: Cell) -> str:
        if cell is None:
            return ""
        if isinstance(cell, datetime):
            local = cell.astimezone(self._formats.office)
            return f"{self._day(local.date())}, {self._formats.time(cell)}"
        if isinstance(cell, date):
            return self._day(cell)
        if isinstance(cell, int):
            return self._formats.number(cell)
        if isinstance(cell, float):
            return self._formats.locale.toString(cell, "g", 6)
        return " ".join(cell.split())

    def _day(self, day: date) -> str:
        return self._formats.locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def _font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont([fonts.FAMILY, *fonts.FALLBACKS])
    # The painter's own unit is the point, whatever the screen's density is.
    made.setPixelSize(round(size))
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
