"""The header of the customers screen: title, view, search, columns, and the one act."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.ui.commands import Cmd, hint, tip
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    IconButton,
    Label,
    Pane,
    SearchField,
)

_WIDEST_VIEW = 240


class ViewPicker(Button):
    """Shows the view's name, cut where there is no room, and opens the menu of views."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.boundedTo(QSize(theme.px(_WIDEST_VIEW), hint.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(theme.px(80), self.sizeHint().height()))


class CustomersHeader(Pane):
    """Title and search of the customers.

    Signals:
        searched(str): a text shall be looked for.
        left(): the focus shall go to the list.
        columns_opened(QMenu): the menu of columns shall be filled.
        new_requested(): a customer shall be entered.
        export_requested(): what is shown shall be written into a file.
    """

    searched = Signal(str)
    left = Signal()
    columns_opened = Signal(QMenu)
    new_requested = Signal()
    export_requested = Signal()

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__("base", name="customers_header", parent=parent)
        self.may_create = actor.may(Permission.CUSTOMERS_CREATE)
        self._title = Label(self.tr("Customers"), name="customers_title", face=Face.TITLE)
        self.search = SearchField(
            self.tr("Name, company, phone"),
            name="customers_search",
            accessible=self.tr("Search customers by name, company or phone"),
            hint=hint(Cmd.SEARCH),
        )
        self.search.searched.connect(self.searched)
        self.search.left.connect(self.left)
        self.view = ViewPicker(name="customers_view", inside=9)
        self.view.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_view("")
        self.columns = IconButton(
            "columns-3", name="customers_columns", accessible=self.tr("Columns")
        )
        self.columns.setToolTip(tip(self.tr("Choose the columns"), Cmd.COLUMNS))
        self.columns.clicked.connect(self.open_columns)
        self.export = IconButton("upload", name="customers_export", accessible=self.tr("Export"))
        self.export.setToolTip(tip(self.tr("Write what is shown into a file"), Cmd.EXPORT))
        self.export.clicked.connect(self.export_requested)
        self.export.setVisible(actor.may(Permission.DATA_EXPORT))
        self._menu = QMenu(self)
        self._menu.setObjectName("customers_columns_menu")
        self.new = Button(self.tr("New customer"), name="customers_new", icon="plus")
        self.new.setToolTip(tip(self.tr("Enter a new customer"), Cmd.NEW_CUSTOMER))
        self.new.clicked.connect(self.new_requested)
        self.new.setVisible(self.may_create)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title)
        self._row.addSpacing(theme.px(8))
        self._row.addWidget(self.view)
        self._row.addStretch(1)
        self._row.addWidget(self.search, 1000)
        self._row.addWidget(self.columns)
        self._row.addWidget(self.export)
        self._row.addWidget(self.new)
        self.measure()

    def show_view(self, name: str) -> None:
        """Show which view is chosen; '' for none."""
        self.view.setText(name or self.tr("Views"))
        said = fill(self.tr("View: {name}"), name=name) if name else self.tr("Views")
        self.view.setAccessibleName(said)
        hinted = self.tr("Choose or save a view")
        self.view.setToolTip(tip(f"{name}. {hinted}" if name else hinted, Cmd.VIEWS))

    def open_columns(self) -> None:
        """Open the menu of columns."""
        self.columns_opened.emit(self._menu)
        self._menu.popup(self.columns.mapToGlobal(QPoint(0, self.columns.height() + 2)))

    def set_panel_open(self, shown: bool) -> None:
        """One filled button in view: the panel's while it is open, else this header's."""
        self.new.set_kind(ButtonKind.OUTLINED if shown else ButtonKind.PRIMARY)

    def measure(self) -> None:
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._row.setSpacing(theme.px(8))
        self.search.setMinimumWidth(theme.px(100))
        self.search.setMaximumWidth(theme.px(248))
        self.setFixedHeight(theme.px(64))
