"""The navigation at the left: Find, the screens with their counts, and Settings below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.roles import Role
from salesdesk.ui.kit.widgets.basics import Pane, named
from salesdesk.ui.kit.widgets.buttons import FindButton

Index = QModelIndex | QPersistentModelIndex

WIDE, NARROW = 184, 56

#: Long labels and counts make it wider, but no wider than this.
_WIDEST = 232
_PITCH, _HEIGHT, _EDGE = 36, 32, 8
_LABEL, _ROOM = 36, 8


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A screen in the navigation; `count` is shown as it is written."""

    key: str
    label: str
    icon: str
    count: str = ""
    at_bottom: bool = False


class _NavModel(QAbstractListModel):
    """The entries of one list."""

    def __init__(self, entries: Sequence[NavEntry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries = list(entries)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Role.NAVIGATION:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{entry.label} {entry.count}".strip()
        return None

    def set_count(self, row: int, count: str) -> None:
        self.entries[row] = replace(self.entries[row], count=count)
        at = self.index(row)
        self.dataChanged.emit(at, at, [Role.NAVIGATION])


class NavigationDelegate(QStyledItemDelegate):
    """Paints an entry: icon, label, count right-aligned; narrow: the icon alone."""

    narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(NARROW), theme.px(_PITCH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(Role.NAVIGATION)
        if not isinstance(entry, NavEntry):
            return
        edge, height = theme.px(_EDGE), theme.px(_HEIGHT)
        rect = QRect(option.rect.x() + edge, option.rect.y(), 0, height)
        rect.setWidth(option.rect.width() - 2 * edge)
        active = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if active or over:
            ground = "select" if active else "hover"
            painting.draw_box(painter, rect, theme.px(6), ground, None)
        size = theme.px(16)
        left = rect.x() + (rect.width() - size) // 2 if self.narrow else rect.x() + theme.px(8)
        top = rect.y() + (height - size) // 2
        painting.draw_icon(painter, entry.icon, "accent" if active else "text2", left, top, 16)
        if not self.narrow:
            self._paint_words(painter, entry, rect, active)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painting.draw_ring(painter, rect, theme.px(6))

    def _paint_words(self, painter: QPainter, entry: NavEntry, rect: QRect, active: bool) -> None:
        face = Face.STRONG if active else Face.BODY
        right = rect.right() + 1 - theme.px(_ROOM)
        # A count for which there is no room is in the tooltip; no label is cut for it.
        if entry.count and needed(entry) <= rect.width() + 2 * theme.px(_EDGE):
            ink = "accent" if active else "text2"
            right -= painting.width(entry.count, face)
            painting.draw_text(painter, entry.count, face, ink, right, rect.y(), rect.height())
            right -= theme.px(_ROOM)
        left = rect.x() + theme.px(_LABEL)
        face = Face.STRONG if active else Face.MEDIUM
        label = painting.elided(entry.label, face, right - left)
        ink = "accent" if active else "text"
        painting.draw_text(painter, label, face, ink, left, rect.y(), rect.height())


def needed(entry: NavEntry) -> int:
    """How wide the navigation must be to show an entry whole, in pixels."""
    words = painting.width(entry.label, Face.STRONG)
    if entry.count:
        words += theme.px(_ROOM) + painting.width(entry.count, Face.STRONG)
    return 2 * theme.px(_EDGE) + theme.px(_LABEL) + words + theme.px(_ROOM)


class NavigationList(QListView):
    """One column of entries; as high as its entries."""

    def __init__(self, entries: Sequence[NavEntry], *, name: str, accessible: str) -> None:
        super().__init__()
        named(self, name, accessible)
        self._model = _NavModel(entries, self)
        self.setModel(self._model)
        self.paints = NavigationDelegate(self)
        self.setItemDelegate(self.paints)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("ground", "none")

    @property
    def entries(self) -> list[NavEntry]:
        """The entries with their counts."""
        return self._model.entries

    def set_count(self, row: int, count: str) -> None:
        """Show a count beside an entry; '' for none."""
        self._model.set_count(row, count)

    def mark(self, row: int | None) -> None:
        """Mark an entry as the active one, or none."""
        if row is None:
            self.selectionModel().clear()
            return
        at = self._model.index(row)
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(at, choose)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDE), theme.px(_PITCH) * len(self._model.entries))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(NARROW), self.sizeHint().height())


class NavigationPane(Pane):
    """Find, the screens, and what stands at the bottom.

    184 wide, more where a label and its count need it, or 56 as icons.

    Signals:
        chosen(str): a person went to this screen.
        find_requested(): the palette shall open.
    """

    chosen = Signal(str)
    find_requested = Signal()

    def __init__(
        self,
        entries: Sequence[NavEntry],
        *,
        name: str,
        find_hint: str = "Ctrl+K",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("window", "right", name=name, parent=parent)
        self.find_button = FindButton(
            self.tr("Find"),
            name=f"{name}_find",
            hint=find_hint,
            accessible=self.tr("Find customers, screens and commands"),
        )
        self.find_button.clicked.connect(self.find_requested)
        said = self.tr("Screens")
        self._lists = [
            NavigationList(
                [entry for entry in entries if entry.at_bottom is bottom],
                name=f"{name}_{'bottom' if bottom else 'screens'}",
                accessible=said,
            )
            for bottom in (False, True)
        ]
        self._narrow = False
        self._telling = True
        self._lay_out()
        for each in self._lists:
            # Not the current entry: a list that Tab comes to makes its first one current, and
            # nobody chose that.
            each.selectionModel().selectionChanged.connect(self._on_selected)
            each.activated.connect(self._go_to)
        self.set_narrow(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 1, theme.px(4))
        column.setSpacing(0)
        row = QVBoxLayout()
        row.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(16))
        row.addWidget(self.find_button)
        column.addLayout(row)
        column.addWidget(self._lists[0])
        column.addStretch(1)
        column.addWidget(self._lists[1])

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, as under a window width of 1200."""
        self._narrow = narrow
        self.find_button.set_narrow(narrow)
        self.find_button.setToolTip(self.find_button.accessibleName() if narrow else "")
        for each in self._lists:
            each.paints.narrow = narrow
            each.viewport().update()
        self._fit()

    def _fit(self) -> None:
        """Be wide enough for every label with its count, within bounds."""
        entries = (entry for each in self._lists for entry in each.entries)
        wide = min(max([theme.px(WIDE), *map(needed, entries)]), theme.px(_WIDEST))
        self.setFixedWidth(theme.px(NARROW) if self._narrow else wide)

    def select(self, key: str) -> None:
        """Mark a screen as the active one without telling.

        Raises:
            KeyError: there is no such entry.
        """
        here, row = self._find(key)
        self._telling = False
        for each in self._lists:
            each.mark(row if each is here else None)
        self._telling = True

    def current(self) -> str | None:
        """The key of the active screen."""
        for each in self._lists:
            for at in each.selectionModel().selectedRows():
                return each.entries[at.row()].key
        return None

    def set_count(self, key: str, count: str) -> None:
        """Show a count beside an entry; '' for none.

        Raises:
            KeyError: there is no such entry.
        """
        here, row = self._find(key)
        here.set_count(row, count)
        self._fit()

    @property
    def counts(self) -> tuple[tuple[str, str], ...]:
        """The counts that are shown, each with its entry's key."""
        entries = (entry for each in self._lists for entry in each.entries)
        return tuple((entry.key, entry.count) for entry in entries if entry.count)

    def _find(self, key: str) -> tuple[NavigationList, int]:
        for each in self._lists:
            for row, entry in enumerate(each.entries):
                if entry.key == key:
                    return each, row
        raise KeyError(key)

    def _on_selected(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        if self._telling and selected.indexes():
            self._go_to(selected.indexes()[0])

    def _go_to(self, at: QModelIndex) -> None:
        key = at.data(Role.NAVIGATION).key
        self.select(key)
        self.chosen.emit(key)

    def measure(self) -> None:
        self.set_narrow(self._narrow)
        for each in self._lists:
            each.scheduleDelayedItemsLayout()
            each.updateGeometry()
