"""Who is protected until when, why and by whom, and who is away; to be changed or ended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.domain.events import new_id
from salesdesk.domain.pauses import PauseLine
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.standing import ProtectedPage, ProtectedRow
from salesdesk.services import pauses
from salesdesk.services.lists import standing
from salesdesk.services.session import Done
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.widgets import Button, ButtonKind, EmptyState, Label, Pane, StateStack
from salesdesk.ui.session.context import Context
from salesdesk.ui.team import standing_words as words
from salesdesk.ui.team.pause_dialog import PauseDialog, PauseStep


class ProtectionsPage(Pane):
    """The protected, whose protection ends first at the top.

    Signals:
        failed(Exception): they could not be read.
        picked(): another one is current.
        opened(): the current one shall be opened.
        change_wanted(): the protection of the current one shall be changed or ended.
        counted(str): how many there are.
        dialog_wanted(QDialog): open this over the window.
        did(Step, str): an act was done that can be taken back, and what is told of it.
        refused(Exception): what was just asked for was not done.
        told(str): something to say quietly.
    """

    failed = Signal(object)
    picked = Signal()
    opened = Signal()
    change_wanted = Signal()
    counted = Signal(str)
    dialog_wanted = Signal(object)
    did = Signal(object, str)
    refused = Signal(object)
    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", name="protections", parent=parent)
        self._context = context
        self._rows: tuple[ProtectedRow, ...] = ()
        self._page: ProtectedPage | None = None
        self._number = 0
        self._asked = False
        self.count = Label(name="protections_count", ink="text2")
        self.change = Button(self.tr("Change or end…"), name="protections_change", icon="shield")
        self.away = Button(self.tr("Agent away…"), name="pause_away", icon="user")
        self.closed = Button(self.tr("Office closed…"), name="pause_closed", icon="lock")
        self.end = Button(self.tr("End absence"), name="pause_end", icon="x")
        self._pauses: tuple[PauseLine, ...] = ()
        self._end_id = new_id()
        self.pauses = CellTable(
            words.pause_heads(), [200, 96, 160, 0, 144], name="pauses_table",
            accessible=self.tr("Away or closed"), figures=(1,),
        )  # fmt: skip
        self.table = CellTable(
            words.protection_heads(),
            [160, 136, 160, 0, 128, 136, 136],
            name="protections_table",
            accessible=self.tr("Protections"),
        )
        self.more = Button(
            self.tr("Show later ones"), name="protections_more", kind=ButtonKind.LINK
        )
        empty = EmptyState("shield", "", "", name="protections_empty")
        empty.set_words(*words.no_protection())
        self.states = StateStack(self.table, empty, name="protections_states")
        self._lay_out()
        self.change.clicked.connect(self.change_wanted)
        self.away.clicked.connect(self._on_away)
        self.closed.clicked.connect(self._on_closed)
        self.end.clicked.connect(self._on_end)
        self.pauses.selectionModel().currentRowChanged.connect(self._on_current)
        self.more.clicked.connect(self._read_more)
        self.states.retried.connect(self.refresh)
        self.table.opened.connect(self.opened)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self._on_current()

    def _lay_out(self) -> None:
        bar = Pane("base", "bottom", name="protections_bar")
        bar.setFixedHeight(theme.px(48))
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        for button in (self.change, self.away, self.closed, self.end):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.pauses)
        column.addWidget(self.states, 1)
        column.addWidget(self.more)
        self.more.hide()
        self.pauses.hide()

    def refresh(self) -> None:
        """Read them again."""
        if not self._asked:
            self.states.show_loading()
        self._asked = True
        work = partial(standing.protected, self._context.session)
        self._context.tasks.query(("protections", id(self)), work, self._on_first, self._on_failed)
        if self._context.session.actor.may(Permission.CUSTOMERS_PROTECT):
            away = partial(pauses.standing, self._context.session)
            self._context.tasks.query(("pauses", id(self)), away, self._on_pauses, self._on_failed)

    def _on_pauses(self, lines: tuple[PauseLine, ...]) -> None:
        formats, current = self._context.office.formats, self.pauses.current()
        self._pauses, now = lines, self._context.session.store.reckoned_now()
        self.pauses.show_rows([words.pause_line(one, now, formats) for one in lines])
        self.pauses.setFixedHeight(theme.px(32 * (len(lines) + 1)))
        self.pauses.setVisible(bool(lines))
        keys = [one.pause.uid or "office" for one in lines]
        if current is not None and current.id in keys:
            self.pauses.selectRow(keys.index(current.id))
        self._on_current()

    def _on_first(self, page: ProtectedPage) -> None:
        self._page, self._rows, self._number = page, page.rows, page.number or 0
        self._show()

    def _read_more(self) -> None:
        if self._page is None or self._page.after is None:
            return
        work = partial(standing.protected, self._context.session, self._page.after)
        self._context.tasks.query(("protections", id(self)), work, self._on_more, self._on_failed)

    def _on_more(self, page: ProtectedPage) -> None:
        self._page, self._rows = page, (*self._rows, *page.rows)
        self._show()

    def _show(self) -> None:
        formats, current = self._context.office.formats, self.table.current()
        self.table.show_rows([words.protection_line(one, formats) for one in self._rows])
        self.more.setVisible(self._page is not None and self._page.after is not None)
        self.count.setText(words.protections(self._number, formats))
        self.counted.emit(formats.number(self._number))
        ids = [one.row.id for one in self._rows]
        if not ids:
            self.states.show_empty()
        else:
            self.states.show_list()
            if current is not None and current.id in ids:
                self.table.selectRow(ids.index(current.id))
        self._on_current()

    def _on_failed(self, fault: Exception) -> None:
        if self._page is None:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    def _on_current(self) -> None:
        may = self._context.session.actor.may(Permission.CUSTOMERS_PROTECT)
        for button in (self.change, self.away, self.closed):
            button.setVisible(may)
        self.change.setEnabled(self.current() is not None)
        self.end.setVisible(may and self.pauses.current() is not None)
        self.picked.emit()

    def current(self) -> CustomerRow | None:
        """The customer whose line is current."""
        line = self.table.current()
        return next((one.row for one in self._rows if line and one.row.id == line.id), None)

    def known(self, customer_id: str) -> CustomerRow | None:
        """One of those that are listed."""
        return next((one.row for one in self._rows if one.row.id == customer_id), None)

    # --- away and closed --------------------------------------------------------------------------

    def _on_away(self) -> None:
        self._open(closed=False)

    def _on_closed(self) -> None:
        self._open(closed=True)

    def _open(self, *, closed: bool) -> None:
        dialog = PauseDialog(self._context, closed=closed, parent=self.window())
        dialog.paused.connect(self._on_paused)
        self.dialog_wanted.emit(dialog)

    def _on_paused(self, step: PauseStep, said: str) -> None:
        self.did.emit(step, said)
        self.refresh()

    def _on_end(self) -> None:
        line = self.pauses.current()
        one = next(
            (each for each in self._pauses if line and (each.pause.uid or "office") == line.id),
            None,
        )
        if one is None:
            return
        self.end.setEnabled(False)
        work = partial(pauses.end, self._context.session, self._end_id, one.pause.uid)
        self._context.tasks.command(work, self._on_ended, self._on_not_ended)

    def _on_ended(self, done: Done) -> None:
        self._end_id = new_id()
        self.end.setEnabled(True)
        self._context.feed.publish(done.changes)
        self.told.emit(self.tr("The customers leave as before."))
        self.refresh()

    def _on_not_ended(self, fault: Exception) -> None:
        self.end.setEnabled(True)
        self.refused.emit(fault)
        self.refresh()
