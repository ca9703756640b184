"""The list of Today: rows and acts by keyboard and pointer; it keeps its place while rows leave."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from salesdesk.domain.day import Section
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import Measured, named
from salesdesk.ui.today.columns import Columns, Needs, columns, needs_of
from salesdesk.ui.today.model import SECTIONS, TodayModel
from salesdesk.ui.today.painting import TodayDelegate, act_rects, act_word
from salesdesk.ui.today.rows import DayLine, MoreLine, RowAct
from salesdesk.ui.today.tips import tip_at

Index = QModelIndex | QPersistentModelIndex

#: The keys of the acts on the current row; V is a visit, which opens no link.
KEYS = {
    Qt.Key.Key_L: "log",
    Qt.Key.Key_W: "whatsapp",
    Qt.Key.Key_C: "call",
    Qt.Key.Key_V: "visit",
    Qt.Key.Key_N: "plan",
}

_Cursor = QAbstractItemView.CursorAction

_FREE = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier


class TodayView(Measured, QTreeView):
    """A tree of sections and customers, painted by a `TodayDelegate`.

    Attributes:
        hover: the index under the pointer.
        act_focus: the act of the current row that Tab went to; None: the row itself.
        compact: whether rows are lower.

    Signals:
        picked(): another row is the current one, be it a customer's or a section's.
        act_chosen(str): an act of the current row: one of `RowAct`, or 'visit'.
        opened(): Enter or a double click on the current row.
        more_requested(Section): the next page of a section shall be read.
        menu_requested(QPoint): a context menu shall open here, on the screen.
    """

    picked = Signal()
    act_chosen = Signal(str)
    opened = Signal()
    more_requested = Signal(object)
    menu_requested = Signal(QPoint)

    def __init__(self, model: TodayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "today_list", self.tr("Customers of today"))
        self._model = model
        self.hover = QPersistentModelIndex()
        self.act_focus: RowAct | None = None
        self.compact = False
        self._pointer = QPoint(-1, -1)
        self._place: tuple[str, Section | None, int] = ("", None, 0)
        self._top: tuple[str, int] = ("", 0)
        self._following = False
        self._needs, self._asked_anew = Needs(), True
        self._columns: Columns | None = None
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TodayDelegate(self, self))
        self.setModel(model)
        self.doubleClicked.connect(self._on_double_click)
        model.loading.connect(self._on_loading)
        model.loaded.connect(self._fit)
        model.about_to_follow.connect(self._remember)
        model.loaded.connect(self._restore)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.expandAll()

    # --- the current row --------------------------------------------------------------------------

    def current_line(self) -> DayLine | None:
        """The current customer."""
        return self._model.line(self.currentIndex())

    def go_to_id(self, customer_id: str) -> bool:
        """Make a customer the current one, if it is shown."""
        index = self._model.index_of(customer_id)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def choose_nobody(self) -> None:
        """Let no customer be the current one."""
        self.setCurrentIndex(QModelIndex())

    def go_to_first(self) -> None:
        """Make the first customer the current one, if there is none."""
        if self.current_line() is None:
            for section in SECTIONS:
                lines = self._model.rows_in(section)
                if lines:
                    self.go_to_id(lines[0].id)
                    return

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) customer."""
        index = self.currentIndex()
        while index.isValid():
            index = self.indexBelow(index) if by > 0 else self.indexAbove(index)
            if self._model.line(index) is not None:
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return

    def in_sight(self) -> list[DayLine]:
        """The customers that can be seen just now."""
        index, found = self.indexAt(QPoint(1, 1)), []
        while index.isValid() and self.visualRect(index).top() < self.viewport().height():
            line = self._model.line(index)
            if line is not None:
                found.append(line)
            index = self.indexBelow(index)
        return found

    def columns(self) -> Columns:
        """Where the parts of the rows stand just now."""
        width = self.viewport().width()
        if self._columns is None or self._columns.width != width:
            self._columns = columns(width, self._needs)
        return self._columns

    def _on_loading(self) -> None:
        self._asked_anew = True

    def _fit(self) -> None:
        """Measure what is shown; while one day is shown its columns never become narrower.

        Whoever works through the list would else see them move with every row that leaves.
        """
        lines = (line for section in SECTIONS for line in self._model.rows_in(section))
        found = needs_of(lines)
        needs = found if self._asked_anew else self._needs.widest(found)
        self._asked_anew = False
        if needs != self._needs:
            self._needs = needs
            self._arrange()

    def _arrange(self) -> None:
        """Place the parts anew; the current row stays in sight where rows become higher."""
        seen = self.visualRect(self.currentIndex()).intersects(self.viewport().rect())
        self._columns = None
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
        if seen:
            self.executeDelayedItemsLayout()
            self.scrollTo(self.currentIndex())

    def set_compact(self, compact: bool) -> None:
        """Show lower rows."""
        self.compact = compact
        self.scheduleDelayedItemsLayout()

    def rings(self) -> bool:
        """Whether the current row shows the focus ring; it stays behind another window."""
        return self.hasFocus() or self.window().focusWidget() is self

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.act_focus = None
        self.viewport().update()
        if not self._following:
            self.picked.emit()

    # --- following the model ----------------------------------------------------------------------

    def _remember(self) -> None:
        """Note the current row and the first one in sight before rows change place."""
        self._following = True
        current, line = self.currentIndex(), self.current_line()
        section = self._model.section(current)
        self._place = (line.id if line else "", section, current.row()) if line else ("", None, 0)
        top = next(iter(self.in_sight()), None)
        if top is None or self.verticalScrollBar().value() == 0:
            self._top = ("", 0)
        else:
            self._top = (top.id, self.visualRect(self._model.index_of(top.id)).top())

    def _restore(self) -> None:
        for at, each in enumerate(SECTIONS):
            self.setRowHidden(at, QModelIndex(), not self._model.rows_in(each))
        if not self._following:
            return
        identity, section, row = self._place
        gone = bool(identity) and not self._model.index_of(identity).isValid()
        if identity and not gone:
            self.setCurrentIndex(self._model.index_of(identity))
        self._following = False
        if gone and section is not None:
            self._go_near(section, row)
        top, offset = self._top
        index = self._model.index_of(top) if top else QModelIndex()
        if index.isValid():
            self.executeDelayedItemsLayout()
            moved = self.visualRect(index).top() - offset
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _go_near(self, section: Section, row: int) -> None:
        """Go to who stands where the row that left stood, else to the next section."""
        first = SECTIONS.index(section)
        for each in (*SECTIONS[first:], *reversed(SECTIONS[:first])):
            lines = self._model.rows_in(each)
            if lines:
                at = min(row, len(lines) - 1) if each is section else 0
                # The same index may stand for another customer now: let it be told anew.
                self.setCurrentIndex(QModelIndex())
                self.go_to_id(lines[at].id)
                return

    # --- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~_FREE
        presses = key == Qt.Key.Key_Space and self.act_focus is not None
        if plain and (presses or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self._enter()
        elif plain and key in KEYS and self.current_line() is not None:
            self.act_chosen.emit(KEYS[key])
        elif plain and key == Qt.Key.Key_Escape and self.act_focus is not None:
            self._focus_act(None)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.current_line():
            right = key == Qt.Key.Key_Right
            if not self._walk_acts(right) and not right:
                self.setCurrentIndex(self.currentIndex().parent())
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Up and Down go from customer to customer; of the sections only closed ones stop them."""
        index = super().moveCursor(action, modifiers)
        step = {_Cursor.MoveUp: self.indexAbove, _Cursor.MoveDown: self.indexBelow}.get(action)
        while step and index.isValid() and not index.parent().isValid() and self.isExpanded(index):
            index = step(index)
            if not index.isValid():
                return self.currentIndex()
        return index

    def keyboardSearch(self, search: str) -> None:
        """Letters are acts here; looking for a name is the search field's."""

    def _enter(self) -> None:
        index = self.currentIndex()
        found = index.data(Role.CELL)
        section = self._model.section(index)
        if isinstance(found, DayLine):
            if self.act_focus is not None:
                self.act_chosen.emit(self.act_focus.value)
            else:
                self.opened.emit()
        elif isinstance(found, MoreLine):
            self.more_requested.emit(section)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _walk_acts(self, forward: bool) -> bool:
        """Go to the next or previous act of the current row; False: past either end."""
        line = self.current_line()
        if line is None:
            return False
        places = (None, *line.acts)
        at = places.index(self.act_focus) if self.act_focus in places else 0
        at += 1 if forward else -1
        if not 0 <= at < len(places):
            return False
        self._focus_act(places[at])
        return True

    def _focus_act(self, act: RowAct | None) -> None:
        self.act_focus = act
        self.viewport().update(self.visualRect(self.currentIndex()))
        line = self.current_line()
        said = line.spoken if line is not None else ""
        if act is not None:
            said = f"{act_word(act)}, {said}"
        self.setAccessibleDescription(said)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._walk_acts(forward):
            return True
        self.act_focus = None
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- the pointer ------------------------------------------------------------------------------

    def hovered_act(self) -> RowAct | None:
        """The act under the pointer."""
        return self._act_at(self._pointer)

    def _act_at(self, at: QPoint) -> RowAct | None:
        index = self.indexAt(at)
        line = self._model.line(index)
        if line is None:
            return None
        rects = act_rects(line, self.visualRect(index), self.columns())
        return next((act for act, rect in rects.items() if rect.contains(at)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and not index.parent().isValid():
            if event.button() == Qt.MouseButton.LeftButton:
                self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        index, act = self.indexAt(at), self._act_at(at)
        if index != self.currentIndex():
            return
        if act is not None:
            self.act_chosen.emit(act.value)
        elif isinstance(index.data(Role.CELL), MoreLine):
            self.more_requested.emit(self._model.section(index))

    def _on_double_click(self, index: QModelIndex) -> None:
        if self._model.line(index) is not None and self._act_at(self._pointer) is None:
            self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._pointer = event.position().toPoint()
        index = self.indexAt(self._pointer)
        old, self.hover = self.hover, QPersistentModelIndex(index)
        if old != self.hover:
            self.viewport().update()
        elif index.isValid():
            self.viewport().update(self.visualRect(index))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = QPoint(-1, -1)
        self.hover = QPersistentModelIndex()
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(at)
            if self._model.line(index) is None:
                return
            self.setCurrentIndex(index)
        else:
            at = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(theme.px(24), 0)
        if self.current_line() is not None:
            self.menu_requested.emit(self.viewport().mapToGlobal(at))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        line = self._model.line(index)
        if line is None:
            QToolTip.hideText()
            return
        said = tip_at(line, self._act_at(event.pos()), event.pos().x(), self.columns())
        QToolTip.showText(
            event.globalPos(), plain_tip(said), self.viewport(), self.visualRect(index)
        )

    # --- looks ------------------------------------------------------------------------------------

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The delegate alone paints; the tree's own ground of a selected row stays away."""
        own = QStyleOptionViewItem(option)
        own.rect = QRect(0, option.rect.y(), self.viewport().width(), option.rect.height())
        self.itemDelegate().paint(painter, own, index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self._columns
        super().resizeEvent(event)
        # In a narrow list the rows have two lines.
        if before is not None and before.two_lines != self.columns().two_lines:
            self._arrange()

    def measure(self) -> None:
        self._asked_anew = True
        self._fit()
        self._arrange()
