"""Tables and timeline: painting by ready cells, the ring, hover, the pinned name, keyboard."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from salesdesk.ui.kit import theme
from salesdesk.ui.kit import widgets as w
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.cells import DaysCell, Level, PlaceholderCell, TextCell, TimelineItem
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.painting.rows import cell_width
from salesdesk.ui.kit.painting.timeline import wrapped
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.kit.tokens import DARK, LIGHT
from tests.pictures.gallery_rows import WIDTHS, FakeCustomers, FakeTimeline, days_of
from tests.support.pixels import has, picture

Index = QModelIndex | QPersistentModelIndex


class CountingCustomers(FakeCustomers):
    """Counts which roles are asked for."""

    asked: ClassVar[Counter[int]] = Counter()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        self.asked[int(role)] += 1
        return super().data(index, role)


@pytest.fixture
def table(themed: QApplication, qtbot: QtBot) -> w.RowTable:
    made = w.RowTable(name="customers_table", accessible="Customers")
    made.setModel(CountingCustomers(made))
    for at, width in enumerate(WIDTHS):
        made.setColumnWidth(at, width)
    qtbot.addWidget(made)
    made.resize(880, 400)
    made.show()
    return made


def row_top(table: w.RowTable, row: int) -> int:
    """Where a row begins, in the picture of its table."""
    return table.viewport().y() + table.rowViewportPosition(row)


def test_rows_have_the_height_and_line_of_the_design(table: w.RowTable) -> None:
    shown = picture(table)
    top = row_top(table, 3)
    assert table.rowHeight(0) == 32
    assert shown.pixelColor(400, top + 31) == QColor(LIGHT.border)
    assert shown.pixelColor(400, top + 2) == QColor(LIGHT.base)
    table.set_compact(True)
    assert table.rowHeight(0) == 26


def test_the_whole_current_row_has_one_ring(table: w.RowTable, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.model().index(1, 0))
    table.setFocus()
    shown = picture(table)
    top = row_top(table, 1)
    focus, ground = QColor(LIGHT.focus), QColor(LIGHT.select)
    for x in (0, 1, 300, table.viewport().width() - 1):
        assert shown.pixelColor(x, top) == focus
        assert shown.pixelColor(x, top + 31) == focus
    assert shown.pixelColor(0, top + 16) == focus
    assert shown.pixelColor(table.viewport().width() - 1, top + 16) == focus
    # No ring between two cells of the row.
    assert shown.pixelColor(WIDTHS[0], top + 16) == ground


def test_the_ring_follows_the_current_row(table: w.RowTable, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.model().index(1, 0))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    shown = picture(table)
    assert shown.pixelColor(0, row_top(table, 1) + 16) == QColor(LIGHT.base)
    assert shown.pixelColor(0, row_top(table, 2) + 16) == QColor(LIGHT.focus)


def test_the_row_under_the_pointer_is_marked_whole(table: w.RowTable) -> None:
    table.set_hover(4)
    shown = picture(table)
    top = row_top(table, 4)
    for x in (2, WIDTHS[0] + 2, 860):
        assert shown.pixelColor(x, top + 4) == QColor(LIGHT.hover)
    table.set_hover(-1)
    assert picture(table).pixelColor(2, top + 4) == QColor(LIGHT.base)


def test_the_mouse_moves_the_mark(table: w.RowTable, qtbot: QtBot) -> None:
    qtbot.mouseMove(table.viewport(), QPoint(40, table.rowViewportPosition(2) + 8))
    qtbot.waitUntil(lambda: table.hover_row == 2, timeout=2_000)


def test_a_repaint_asks_for_each_cell_once(table: w.RowTable) -> None:
    picture(table)
    CountingCustomers.asked.clear()
    table.viewport().grab()
    asked = CountingCustomers.asked
    cells = asked[Role.CELL]
    rows = table.viewport().height() // 32 + 1
    assert 0 < cells <= rows * len(WIDTHS)
    assert sum(asked.values()) == cells


def test_enter_and_double_click_open_a_row(table: w.RowTable, qtbot: QtBot) -> None:
    opened = QSignalSpy(table.opened)
    table.setCurrentIndex(table.model().index(2, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.at(0)[0].row() == 2


def test_select_all_is_the_screens_business(table: w.RowTable, qtbot: QtBot) -> None:
    asked = QSignalSpy(table.all_requested)
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert asked.count() == 1
    assert not table.selectionModel().hasSelection()


def test_tab_leaves_the_table(table: w.RowTable) -> None:
    assert not table.tabKeyNavigation()


def test_the_name_stays_while_the_rest_scrolls(table: w.RowTable) -> None:
    table.pin_first_column()
    table.resize(500, 400)
    assert table.pinned is not None
    assert not table.pinned.isVisible()
    table.setCurrentIndex(table.model().index(1, 0))
    table.setFocus()
    table.horizontalScrollBar().setValue(200)
    assert table.pinned.isVisible()
    assert table.pinned.width() == WIDTHS[0] + 1
    assert table.pinned.selectionModel() is table.selectionModel()
    shown = picture(table)
    top = row_top(table, 1)
    assert shown.pixelColor(0, top + 16) == QColor(LIGHT.focus)
    assert shown.pixelColor(WIDTHS[0], top + 16) == QColor(LIGHT.border)
    table.horizontalScrollBar().setValue(0)
    assert not table.pinned.isVisible()


def test_the_pinned_name_scrolls_with_its_rows(table: w.RowTable) -> None:
    table.pin_first_column()
    table.resize(500, 300)
    table.horizontalScrollBar().setValue(120)
    table.verticalScrollBar().setValue(64)
    assert table.pinned is not None
    assert table.pinned.verticalScrollBar().value() == 64
    assert table.pinned.rowViewportPosition(5) == table.rowViewportPosition(5)


def test_a_moved_column_becomes_the_first(table: w.RowTable) -> None:
    table.pin_first_column()
    table.head.moveSection(1, 0)
    assert table.rows.first_column == 1
    assert table.pinned is not None
    assert not table.pinned.isColumnHidden(1)
    assert table.pinned.isColumnHidden(0)


def test_the_header_shows_the_order(table: w.RowTable) -> None:
    before = picture(table.head)
    table.head.setSortIndicatorShown(True)
    table.head.setSortIndicator(6, Qt.SortOrder.AscendingOrder)
    rising = picture(table.head)
    table.head.setSortIndicator(6, Qt.SortOrder.DescendingOrder)
    assert len({before.cacheKey(), rising.cacheKey()}) == 2
    assert rising != before
    assert picture(table.head) != rising
    assert table.head.height() == 32
    assert before.pixelColor(WIDTHS[0], 10) == QColor(LIGHT.border)


def test_dark_changes_colours_and_no_measure(table: w.RowTable, themed: QApplication) -> None:
    rects = [table.visualRect(table.model().index(3, at)) for at in range(8)]
    theme.apply(themed, Scheme.DARK)
    assert rects == [table.visualRect(table.model().index(3, at)) for at in range(8)]
    shown = picture(table)
    assert shown.pixelColor(400, row_top(table, 3) + 2) == QColor(DARK.base)
    assert has(shown, DARK.overdueGround)


def test_the_scale_moves_rows_too(table: w.RowTable, themed: QApplication) -> None:
    theme.apply(themed, Scheme.LIGHT, 130)
    assert table.rowHeight(0) == 42
    assert table.head.sizeHint().height() == 42


def test_a_cell_knows_the_width_it_needs(themed: QApplication) -> None:
    name = TextCell("Siti Rahmawati", Level.NAME)
    assert cell_width(name) == painting.width("Siti Rahmawati", Face.MEDIUM)
    with_icon = TextCell("Call", icon="phone")
    assert cell_width(with_icon) == painting.width("Call", Face.BODY) + 22
    overdue = DaysCell(days_of(0))
    assert cell_width(overdue) > painting.width("Overdue", Face.STRONG)
    assert cell_width(PlaceholderCell()) > 0


def test_long_words_end_in_an_ellipsis(themed: QApplication) -> None:
    assert painting.elided("PT Sinar Jaya", Face.BODY, 500) == "PT Sinar Jaya"
    cut = painting.elided("PT Sinar Jaya", Face.BODY, 50)
    assert cut.endswith("…")
    assert painting.width(cut, Face.BODY) <= 50


class TestTimeline:
    @pytest.fixture
    def view(self, themed: QApplication, qtbot: QtBot) -> w.TimelineView:
        made = w.TimelineView(name="timeline", accessible="Timeline")
        made.setModel(FakeTimeline(made))
        qtbot.addWidget(made)
        made.resize(375, 700)
        made.show()
        return made

    def test_lines_are_as_high_as_in_the_target_picture(self, view: w.TimelineView) -> None:
        tops = [view.visualRect(view.model().index(at, 0)).top() for at in range(8)]
        # The first has 16 px above it.
        assert tops[1:] == [110, 146, 220, 294, 330, 384, 458]

    def test_a_note_wraps_anew_with_the_width(self, view: w.TimelineView) -> None:
        before = view.visualRect(view.model().index(0, 0)).height()
        view.resize(260, 700)
        QApplication.processEvents()
        assert view.visualRect(view.model().index(0, 0)).height() > before

    def test_the_rail_joins_the_circles(self, view: w.TimelineView) -> None:
        shown = picture(view)
        rail = QColor(LIGHT.plainEdge)
        assert shown.pixelColor(28, 16 + 24 + 20) == rail
        last = view.visualRect(view.model().index(7, 0))
        assert shown.pixelColor(28, last.bottom() - 4) == QColor(LIGHT.base)

    def test_the_model_of_the_gallery_is_sound(self, qtmodeltester: ModelTester) -> None:
        qtmodeltester.check(FakeTimeline())

    def test_the_scale_makes_lines_higher(self, view: w.TimelineView, themed: QApplication) -> None:
        before = view.visualRect(view.model().index(1, 0)).height()
        theme.apply(themed, Scheme.LIGHT, 130)
        QApplication.processEvents()
        assert view.visualRect(view.model().index(1, 0)).height() > before


class TestWrapping:
    def test_words_wrap_at_the_width(self, themed: QApplication) -> None:
        text = "Wants a quotation for 120 guests, hall A, on Saturday 27 June."
        lines = wrapped(text, Face.BODY, 200)
        assert " ".join(lines) == text
        assert all(painting.width(line, Face.BODY) <= 200 for line in lines)
        assert len(lines) > 1

    def test_line_breaks_are_kept(self, themed: QApplication) -> None:
        assert wrapped("one\n\ntwo", Face.BODY, 200) == ["one", "", "two"]

    def test_a_word_without_end_is_broken(self, themed: QApplication) -> None:
        lines = wrapped("x" * 200, Face.BODY, 100)
        assert "".join(lines) == "x" * 200
        assert len(lines) > 5

    def test_emoji_are_not_cut_in_half(self, themed: QApplication) -> None:
        text = "😀 " * 40
        lines = wrapped(text.strip(), Face.BODY, 120)
        assert "".join("".join(lines).split()) == "😀" * 40

    def test_an_empty_note_is_one_empty_line(self, themed: QApplication) -> None:
        assert wrapped("", Face.BODY, 100) == [""]


def test_a_plain_item_has_defaults() -> None:
    item = TimelineItem("phone", "Call")
    assert (item.outcome, item.note, item.outcome_level) == ("", "", Level.TEXT2)
