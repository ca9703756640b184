"""One column of the board: its head, its cards, how many more, and why nothing drops on some."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.pipeline import Stage, StageFigures
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    Icon,
    Label,
    Pane,
    Paragraph,
    StatusChip,
)
from salesdesk.ui.kit.widgets.buttons import Look
from salesdesk.ui.pipeline import texts as words
from salesdesk.ui.pipeline.board import MOST_CARDS
from salesdesk.ui.pipeline.card_list import CARDS_MIME, CardList
from salesdesk.ui.pipeline.column_model import ColumnModel
from salesdesk.ui.pipeline.painting import CARD, GAP
from salesdesk.ui.texts import stage_word

#: A card narrower than this is not worth reading; the board scrolls sideways instead.
NARROWEST = 160

_HEAD, _MORE, _NOTE = 48, 24, 48


class _MoreLine(Button):
    """How many more cards there are; a click scrolls to them."""

    def __init__(self, stage: Stage) -> None:
        name = f"pipeline_more_{stage.value}"
        super().__init__(
            name=name, kind=ButtonKind.QUIET, icon="chevron-down", small=True, inside=4
        )

    def look(self) -> Look:
        return replace(super().look(), ink="text2")

    def _face(self) -> Face:
        return Face.BODY


class BoardColumn(Pane):
    """A stage of the board.

    Attributes:
        list: its cards.

    Signals:
        dropped(Stage, object): cards, by a tuple of customers' ids, were dropped on this stage.
        more_requested(Stage): the next page shall be read.
    """

    dropped = Signal(object, object)
    more_requested = Signal(object)

    def __init__(self, model: ColumnModel, parent: QWidget | None = None) -> None:
        stage = model.stage
        super().__init__("window", name=f"pipeline_column_{stage.value}", parent=parent)
        self._model = model
        self._figures: StageFigures | None = None
        self._worth = ("", "")
        self._formats: Formats | None = None
        self._over = False
        self._explaining = False
        self.list = CardList(model, words.column(stage))
        self.setAcceptDrops(True)
        self._chip = StatusChip(
            stage_word(stage), words.TONES[stage], name=f"pipeline_chip_{stage.value}"
        )
        self.count = Label(name=f"pipeline_count_{stage.value}")
        self.sum = Label(name=f"pipeline_sum_{stage.value}", ink="text2")
        self._lock = Icon("lock", "text3", 14)
        self._lock.setToolTip(words.fixed_note())
        self._lock.setVisible(stage.fixed)
        self.more = _MoreLine(stage)
        self.more.clicked.connect(self._on_more)
        self.note = Paragraph(name=f"pipeline_note_{stage.value}", ink="text2")
        self._lay_out()
        self.list.scrolled.connect(self._show_more)
        self.list.near_end.connect(self._on_near_end)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._chip)
        self._head.addWidget(self.count)
        self._head.addStretch(1)
        self._head.addWidget(self.sum)
        self._head.addWidget(self._lock)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.more)
        self._noted = QHBoxLayout()
        self._noted.addWidget(self.note)
        self._foot.addLayout(self._noted)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.list)
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        self.measure()

    def measure(self) -> None:
        px = theme.px
        # Count and sum stand over the cards, not over the scroll bar beside them.
        self._head.setContentsMargins(px(4), px(18), px(4 + GAP), px(10))
        self._head.setSpacing(px(8))
        self._foot.setContentsMargins(0, 0, px(4 + GAP), 0)
        self._foot.setSpacing(px(4))
        self._noted.setContentsMargins(px(4), 0, 0, 0)
        self.fit()

    # --- what it says -----------------------------------------------------------------------------

    def show_figures(self, figures: StageFigures | None, formats: Formats, currency: str) -> None:
        """Show the count and what the orders are worth; None: not known yet."""
        self._figures, self._formats = figures, formats
        self.count.setText(
            formats.capped(figures.count.number, figures.count.more) if figures else ""
        )
        worth = figures is not None and self._model.stage.fixed and figures.value
        self._worth = ("", "")
        if figures is not None and worth:
            whole = formats.money(figures.value, currency)
            millions = formats.money(round(figures.value / 1_000_000), currency)
            short = fill(self.tr("{millions} m"), millions=millions)
            self._worth = (whole, short if figures.value >= 10_000_000 else whole)
        self.count.setAccessibleName(words.counted(self._model.stage, figures, formats))
        self.fit()

    def explain(self, shown: bool) -> None:
        """Say why nothing can be dropped here, as long as somebody tries."""
        self._explaining = shown
        self.fit()

    def _note_text(self) -> str:
        stage = self._model.stage
        if stage.fixed and (stage is Stage.ORDERED or self._explaining):
            return words.fixed_note()
        known = self._figures is not None and not self._model.waiting
        if known and not self._model.rowCount():
            return words.nobody(stage)
        return ""

    # --- how high the list is ---------------------------------------------------------------------

    def fit(self) -> None:
        """As many whole cards as fit, and below them what there is to say."""
        px, pitch = theme.px, self.list.pitch()
        self._fit_sum()
        note = self._note_text()
        self.note.set_text("" if self._explaining else note, note if self._explaining else "")
        self.note.setVisible(bool(note))
        rows = self._model.rowCount()
        room = self.height() - px(_HEAD)
        fitting = max(room // pitch, 1)
        foot = px(_MORE if self._whole() > fitting else 0) + px(_NOTE if note else 0)
        fitting = max((room - foot) // pitch, 1)
        if not self._model.waiting:
            fitting = min(fitting, max(rows, 1) if rows or not note else 0)
        self.list.setVisible(fitting > 0)
        self.list.setFixedHeight(max(fitting, 1) * pitch)
        self._show_more()

    def _fit_sum(self) -> None:
        """The sum as it is, else in millions, else in the tooltip alone."""
        px, (whole, short) = theme.px, self._worth
        taken = self._chip.sizeHint().width() + self.count.sizeHint().width() + px(14)
        room = self.width() - taken - px(4 + 3 * 8 + 4 + GAP)
        fitting = [text for text in (whole, short) if painting.width(text, Face.BODY) <= room]
        self.sum.setText(fitting[0] if fitting else "")
        self.sum.setToolTip(whole)
        self.count.setToolTip(whole)

    def _whole(self) -> int:
        """How many cards there are, read or not."""
        rows = self._model.rowCount()
        return max(self._figures.count.number if self._figures else 0, rows)

    def _show_more(self) -> None:
        below = self._whole() - self.list.rows_in_sight().stop
        capped = self._figures is not None and self._figures.count.more
        shown = below > 0 and not self._model.waiting and self._formats is not None
        self.more.setVisible(shown)
        if shown and self._formats is not None:
            number = self._formats.capped(below, capped)
            rows = self._model.rowCount()
            full = rows >= MOST_CARDS and self.list.rows_in_sight().stop >= rows
            said = self.tr("{number} more: filter the board") if full else self.tr("{number} more")
            self.more.setText(fill(said, number=number))
            self.more.setToolTip(self.tr("Scroll on (Page Down)"))

    def _on_more(self) -> None:
        self.list.page_down()
        if self.list.rows_in_sight().stop >= self._model.rowCount():
            self.more_requested.emit(self._model.stage)

    def _on_near_end(self) -> None:
        self.more_requested.emit(self._model.stage)

    def minimumSizeHint(self) -> QSize:
        """The list follows the room there is; it must not hold the room open itself."""
        return QSize(theme.px(NARROWEST + GAP), theme.px(_HEAD + CARD))

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # --- drops ------------------------------------------------------------------------------------

    def _takes(self, event: QDropEvent) -> bool:
        """Whether cards of this board are over another column than their own."""
        source = event.source()
        return (
            isinstance(source, CardList)
            and source is not self.list
            and source.window() is self.window()
            and event.mimeData().hasFormat(CARDS_MIME)
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._takes(event):
            event.ignore()
            return
        event.accept()
        if self._model.stage.fixed:
            self.explain(True)
        else:
            self._show_over(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._model.stage.fixed or not self._takes(event):
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.explain(False)
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        if self._model.stage.fixed or not self._takes(event):
            event.ignore()
            return
        event.acceptProposedAction()
        ids = bytes(event.mimeData().data(CARDS_MIME).data()).decode().split("\n")
        self.dropped.emit(self._model.stage, tuple(ids))

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the screen lies in this column."""
        return self.rect().contains(self.mapFromGlobal(at))

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over:
            painter = QPainter(self)
            rect = self.rect().adjusted(-theme.px(4), 0, -theme.px(4), 0)
            painting.draw_box(painter, rect, theme.px(8), "select", None)
            painter.end()
