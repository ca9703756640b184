"""The connections of this computer: added, changed, removed, and another one opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.confirm import ConfirmDialog
from salesdesk.ui.kit.painting.cells import ChipCell, Level, TextCell, Tone
from salesdesk.ui.kit.widgets import Button, ButtonKind, FieldError, Pane, Paragraph
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.profiles import ListedProfile, Profiles

_ROW, _LEAST, _MOST = 32, 3, 9


class ConnectionsPage(Pane):
    """What can be opened from this computer; each change counts at once.

    Signals:
        form_wanted(str): the form of this connection shall be opened; '' for a new one.
        opened(str): this connection shall be opened in place of the window's.
        dialog_wanted(QDialog): open this over the window.
    """

    form_wanted = Signal(str)
    opened = Signal(str)
    dialog_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("base", name="settings_connections")
        self._context = context
        self._listed: tuple[ListedProfile, ...] = ()
        self._removing = ""
        self.table = CellTable(
            [self.tr("Name"), self.tr("Where"), ""],
            [168, 0, 88],
            name="connections_table",
            accessible=self.tr("Connections"),
        )
        self._make_buttons()
        self.error = FieldError(name="connections_error")
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._show_possible)
        self.table.activated.connect(self._on_open)
        for button, slot in (
            (self.open, self._on_open),
            (self.change, self._on_change),
            (self.remove, self._ask_remove),
            (self.add, self._on_add),
            (self.workspace, self._on_workspace),
        ):
            button.clicked.connect(slot)
        self._show_possible()

    def _make_buttons(self) -> None:
        self.open = Button(
            self.tr("Open"), name="connections_open", kind=ButtonKind.PRIMARY, icon="server"
        )
        self.change = Button(self.tr("Change…"), name="connections_change", icon="square-pen")
        self.remove = Button(self.tr("Remove…"), name="connections_remove", icon="x")
        self.add = Button(self.tr("Add a server…"), name="connections_add", icon="plus")
        self.workspace = Button(
            self.tr("Add the workspace"), name="connections_workspace", icon="plus"
        )

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        said = self.tr(
            "Databases that this computer knows. Passwords are kept in its keyring, never in a "
            "file. Opening another one closes this window's; what waits in the outbox stays."
        )
        self._column.addWidget(Paragraph(said, ink="text2"))
        self._column.addWidget(framed(self.table))
        self._acts, self._adds = QHBoxLayout(), QHBoxLayout()
        for line, buttons in (
            (self._acts, (self.open, self.change, self.remove)),
            (self._adds, (self.add, self.workspace)),
        ):
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            self._column.addLayout(line)
        self._column.addWidget(self.error)
        self._column.addStretch(1)
        self.measure()

    # --- reading ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read which there are."""
        if self._profiles is not None:
            work = self._profiles.listed
            key = ("connections", id(self))
            self._context.tasks.query(key, work, self._on_listed, self._on_failed)

    @property
    def _profiles(self) -> Profiles | None:
        return self._context.profiles

    def _on_listed(self, listed: Sequence[ListedProfile]) -> None:
        chosen = self._chosen()
        self._listed = tuple(listed)
        self.table.show_rows([self._row(one) for one in listed])
        at = next(
            (at for at, one in enumerate(listed) if chosen is not None and one.id == chosen.id), 0
        )
        self.table.selectRow(at)
        rows = min(max(len(listed), _LEAST), _MOST) + 1
        self.table.setFixedHeight(theme.px(_ROW) * rows)
        self._show_possible()

    def _row(self, one: ListedProfile) -> CellRow:
        state = ChipCell(self.tr("open"), Tone.WON) if one.is_open else TextCell("")
        return CellRow(
            one.id, (TextCell(one.name, Level.NAME), TextCell(one.where, Level.TEXT2), state)
        )

    def _chosen(self) -> ListedProfile | None:
        row = self.table.current()
        return next((one for one in self._listed if row is not None and one.id == row.id), None)

    def _show_possible(self) -> None:
        one = self._chosen()
        self.open.setEnabled(one is not None and not one.is_open)
        self.change.setEnabled(one is not None and one.is_kept and one.is_server)
        self.remove.setEnabled(one is not None and one.is_kept and not one.is_open)
        self.workspace.setVisible(all(each.is_server for each in self._listed))
        lent = self._profiles is not None
        self.add.setEnabled(lent)
        self.workspace.setEnabled(lent)

    # --- acts -------------------------------------------------------------------------------------

    def _on_open(self) -> None:
        one = self._chosen()
        if one is not None and not one.is_open:
            self.opened.emit(one.id)

    def _on_change(self) -> None:
        one = self._chosen()
        if one is not None:
            self.form_wanted.emit(one.id)

    def _on_add(self) -> None:
        self.form_wanted.emit("")

    def _on_workspace(self) -> None:
        if self._profiles is not None:
            self._do(self._profiles.add_workspace)

    def _ask_remove(self) -> None:
        one = self._chosen()
        if one is None:
            return
        said = self.tr(
            "This computer forgets {name} and its password. The database itself stays as it is."
        )
        dialog = ConfirmDialog(
            self.tr("Remove the connection"),
            fill(said, name=one.name),
            self.tr("Remove"),
            name="remove_connection",
            parent=self.window(),
        )
        self._removing = one.id
        dialog.accepted.connect(self._remove)
        self.dialog_wanted.emit(dialog)

    def _remove(self) -> None:
        if self._profiles is not None:
            self._do(partial(self._profiles.remove, self._removing))

    def _do(self, work: Callable[[], None]) -> None:
        self.error.show_fault("")
        self._context.tasks.command(work, self._on_done, self._on_failed)

    def _on_done(self, done: None) -> None:
        self.refresh()

    def _on_failed(self, fault: Exception) -> None:
        if not isinstance(fault, OSError):
            raise fault
        self.error.show_fault(self.tr("The connections of this computer cannot be kept."))

    # --- looks ------------------------------------------------------------------------------------

    def measure(self) -> None:
        side = theme.px(24)
        self._column.setContentsMargins(side, theme.px(8), side, side)
        self._column.setSpacing(theme.px(16))
        for line in (self._acts, self._adds):
            line.setSpacing(theme.px(8))
        self.setMaximumWidth(theme.px(608))
