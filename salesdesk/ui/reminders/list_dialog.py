"""The list of reminders: who needs the person, and why; each can be opened, logged or put off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.domain.reminders import Reminder, ReminderKind
from salesdesk.ui.i18n import plural, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import Button, ButtonKind, EmptyState, Label, StateStack
from salesdesk.ui.reminders import texts as words
from salesdesk.ui.reminders.scheduler import Reminders
from salesdesk.ui.reminders.snooze_dialog import SnoozeDialog, choices
from salesdesk.ui.session.context import Context

_TABLE_HEIGHT = 320


class RemindersDialog(FormDialog):
    """Follow-ups that are due and customers that leave or have left, the oldest first.

    Signals:
        customer_opened(str): this customer shall be shown.
        log_requested(str, int): a contact with this customer, of this line, shall be logged.
        settings_requested(): what to be reminded of shall be chosen.
    """

    customer_opened = Signal(str)
    log_requested = Signal(str, object)
    settings_requested = Signal()

    def __init__(
        self,
        context: Context,
        reminders: Reminders,
        *,
        told_outside: bool,
        parent: QWidget | None = None,
    ) -> None:
        title = translate("reminders", "Reminders")
        super().__init__(title, name="reminders_dialog", parent=parent)
        self.set_width(904)
        self._context = context
        self._reminders = reminders
        self._by_key: dict[str, Reminder] = {}
        self._asked_for = ""
        self.header.addWidget(Label(title, name="reminders_title", face=Face.TITLE))
        self.summary = Label(name="reminders_summary", ink="text2")
        self.header.addWidget(self.summary)
        self.table = CellTable(
            [self.tr("Name"), self.tr("Company"), self.tr("Why"), self.tr("When")],
            [160, 168, 0, 96],
            name="reminders_table",
            accessible=self.tr("Customers to be reminded of"),
        )
        empty = EmptyState(
            "bell",
            self.tr("Nobody needs you now"),
            self.tr("Follow-ups that fall due and customers about to leave you appear here."),
            name="reminders_empty",
        )
        self.states = StateStack(framed(self.table), empty, name="reminders_states")
        self.states.setFixedHeight(theme.px(_TABLE_HEIGHT))
        self.page.addWidget(self.states)
        if not told_outside:
            said = self.tr("This desktop has no tray: reminders are told in this list alone.")
            self.page.addWidget(Label(said, name="reminders_no_tray", ink="text2"))
        self._snooze_menu = QMenu(self)
        self._snooze_menu.setObjectName("reminders_snooze_menu")
        self._build_footer()
        self.end_rows()
        self.table.installEventFilter(self)
        self.table.opened.connect(self._on_opened)
        reminders.changed.connect(self.refresh)
        self.finished.connect(self.deleteLater)
        self.refresh()
        self.table.setFocus()

    def _build_footer(self) -> None:
        self.settings = Button(
            self.tr("Notifications…"), name="reminders_settings", kind=ButtonKind.QUIET
        )
        self.dismiss = Button(self.tr("Dismiss"), name="reminders_dismiss", icon="x")
        self.dismiss.setToolTip(self.tr("Take it out of this list (Delete)"))
        self.snooze = Button(self.tr("Snooze"), name="reminders_snooze", icon="clock")
        self.snooze.setToolTip(self.tr("Put it off (S)"))
        self.log = Button(self.tr("Log contact"), name="reminders_log", icon="square-pen")
        self.log.setToolTip(self.tr("Log a contact with this customer (L)"))
        self.open_button = Button(
            self.tr("Open"), name="reminders_open", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        self.footer.insertWidget(0, self.settings)
        self.settings.clicked.connect(self._on_settings)
        self.dismiss.clicked.connect(self._on_dismiss)
        self.snooze.clicked.connect(self.open_snooze_menu)
        self.log.clicked.connect(self._on_log)
        self.open_button.clicked.connect(self._on_open)
        self.set_buttons(self.dismiss, self.snooze, self.log, self.open_button)

    def go_to(self, line: int) -> None:
        """Make a line the current one; the last, where there are fewer."""
        if self._by_key:
            self.table.selectRow(min(line, len(self._by_key) - 1))

    def refresh(self) -> None:
        """Show those that stand now; the current line stays."""
        now = self._reminders.now
        before, at = self.table.current(), self.table.currentIndex().row()
        standing = self._reminders.standing
        self._by_key = {one.key: one for one in standing}
        if now is not None:
            self.table.show_rows([self._line(one, now) for one in standing])
        keys = list(self._by_key)
        if before is not None and before.id in self._by_key:
            at = keys.index(before.id)
        self.go_to(max(at, 0))
        self.summary.setText(self._summed_up(standing))
        self.states.show_list() if standing else self.states.show_empty()
        for button in (self.dismiss, self.snooze, self.log, self.open_button):
            button.setEnabled(bool(standing))

    def _summed_up(self, standing: Sequence[Reminder]) -> str:
        """'Reminders of 2 customers. 3 have left you.'."""
        number = self._context.office.formats.number
        left = {one.customer_id for one in standing if one.kind is ReminderKind.LEFT}
        needing = {one.customer_id for one in standing if one.kind is not ReminderKind.LEFT}
        said = []
        if needing:
            said.append(
                plural(
                    "reminders",
                    "Reminders of 1 customer.",
                    "Reminders of {number} customers.",
                    len(needing),
                    number=number(len(needing)),
                )
            )
        if left:
            said.append(
                plural(
                    "reminders",
                    "1 has left you.",
                    "{number} have left you.",
                    len(left),
                    number=number(len(left)),
                )
            )
        return " ".join(said) or self.tr("No reminders")

    def _line(self, one: Reminder, now: datetime) -> CellRow:
        formats = self._context.office.formats
        why = words.why(one, now, formats)
        cells = (
            TextCell(words.person_of(one), Level.NAME, words.ICONS[one.kind]),
            TextCell(one.company or "", Level.TEXT2),
            TextCell(why, Level.TEXT),
            words.since(one, now, formats),
        )
        return CellRow(one.key, cells, f"{words.name_of(one)}\n{why}")

    def current(self) -> Reminder | None:
        """The reminder that is current."""
        line = self.table.current()
        return self._by_key.get(line.id) if line is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Single keys, before the table takes them for a search in its first column."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            acts = {
                Qt.Key.Key_L: self._on_log,
                Qt.Key.Key_S: self.open_snooze_menu,
                Qt.Key.Key_Delete: self._on_dismiss,
            }
            act = acts.get(Qt.Key(event.key()))
            if act is not None and not event.modifiers():
                act()
                return True
        return super().eventFilter(watched, event)

    # --- acts -------------------------------------------------------------------------------------

    def _on_opened(self, _index: QModelIndex) -> None:
        self._on_open()

    def _on_open(self) -> None:
        one = self.current()
        if one is not None:
            self.accept()
            self.customer_opened.emit(one.customer_id)

    def _on_log(self) -> None:
        one = self.current()
        if one is not None:
            self.accept()
            self.log_requested.emit(one.customer_id, self.table.currentIndex().row())

    def _on_dismiss(self) -> None:
        one = self.current()
        if one is not None:
            self._reminders.dismiss((one.key,))

    def _on_settings(self) -> None:
        self.accept()
        self.settings_requested.emit()

    def open_snooze_menu(self) -> None:
        """Open the menu of how long the reminder is put off."""
        now = self._reminders.now
        if self.current() is None or now is None:
            return
        self._snooze_menu.clear()
        for text, until in choices(now, self._context.office.formats):
            action = self._snooze_menu.addAction(text)
            action.setData(until.isoformat())
            action.triggered.connect(self._on_snoozed)
        self._snooze_menu.addSeparator()
        other = self._snooze_menu.addAction(self.tr("Another time…"))
        other.triggered.connect(self.ask_until)
        self._snooze_menu.popup(self.snooze.mapToGlobal(QPoint(0, self.snooze.height() + 2)))

    def ask_until(self) -> None:
        """Ask for the moment until which the reminder is put off."""
        one, now = self.current(), self._reminders.now
        if one is not None and now is not None:
            self._asked_for = one.key
            formats = self._context.office.formats
            dialog = SnoozeDialog(words.name_of(one), now, formats, self)
            dialog.chosen.connect(self._on_moment)
            dialog.open()

    def _on_moment(self, until: datetime) -> None:
        self._reminders.snooze((self._asked_for,), until)

    def _on_snoozed(self) -> None:
        action, one = self.sender(), self.current()
        if isinstance(action, QAction) and one is not None:
            self._reminders.snooze((one.key,), datetime.fromisoformat(str(action.data())))
