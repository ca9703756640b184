"""The header of the customers screen: title, view, search, columns, and the one act."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.ui.commands import Cmd, tip
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import (
    Button,
    IconButton,
)
from salesdesk.ui.lists.screen_header import ScreenHeader

_WIDEST_VIEW = 240


class ViewPicker(Button):
    """Shows the view's name, cut where there is no room, and opens the menu of views."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.boundedTo(QSize(theme.px(_WIDEST_VIEW), hint.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(theme.px(80), self.sizeHint().height()))


class CustomersHeader(ScreenHeader):
    """Title and search of the customers.

    Signals:
        columns_opened(QMenu): the menu of columns shall be filled.
        new_requested(): a customer shall be entered.
        export_requested(): what is shown shall be written into a file.
    """

    columns_opened = Signal(QMenu)
    new_requested = Signal()
    export_requested = Signal()

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        find = (
            self.tr("Name, company, phone"),
            self.tr("Search customers by name, company or phone"),
        )
        super().__init__("customers", self.tr("Customers"), find, parent=parent)
        self.may_create = actor.may(Permission.CUSTOMERS_CREATE)
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
        self.set_primary(self.new)
        self._row.addWidget(self.title)
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

    def fit_search(self) -> None:
        """The search gives way to the view's name."""
        self.search.setMinimumWidth(theme.px(100))
        self.search.setMaximumWidth(theme.px(248))
