"""Reminders in the window: the tray's message, the number in the status bar, list and settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from salesdesk.domain.reminders import Reminder, ReminderKind
from salesdesk.ui.i18n import plural
from salesdesk.ui.kit.widgets import Action, StatusBar
from salesdesk.ui.reminders import on_demand
from salesdesk.ui.reminders import texts as words
from salesdesk.ui.reminders.scheduler import Reminders
from salesdesk.ui.reminders.seen_warnings import SeenWarnings
from salesdesk.ui.session.context import Context, Shell
from salesdesk.ui.session.ports import Reminding


class ReminderController(QObject):
    """Connects the reminders with the window.

    Args:
        open_dialog: opens a dialog over the window.
    """

    def __init__(
        self,
        context: Context,
        reminding: Reminding,
        shell: Shell,
        status: StatusBar,
        open_dialog: Callable[[QDialog], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._tray = reminding.tray
        self._shell = shell
        self._status = status
        self._open_dialog = open_dialog
        self._last: tuple[Reminder, ...] = ()
        #: The line of the list from which a contact is being logged.
        self._left_at = 0
        #: What the window mentioned, and of which reminders.
        self._mentioned: dict[str, frozenset[str]] = {}
        self.reminders = Reminders(context, reminding.store, self)
        self.reminders.told.connect(self._on_told)
        self.reminders.changed.connect(self._show_number)
        self.reminders.changed.connect(self._withdraw_past)
        self.reminders.unkept.connect(self._on_unkept)
        self._seen = SeenWarnings(context, self)
        status.reminders.clicked.connect(self.show_list)
        if self._tray is not None:
            self._tray.clicked.connect(self._on_clicked)

    def start(self) -> None:
        """Begin to remind."""
        self.reminders.start()

    def stop(self) -> None:
        """Remind no more."""
        self.reminders.stop()
        self._seen.write()

    def _on_told(self, told: tuple[Reminder, ...]) -> None:
        now = self.reminders.now
        if now is None:
            return
        left = [one for one in told if one.kind is ReminderKind.LEFT]
        if left:
            # Nothing can be done about it in a hurry: a line in the window, and the list.
            show = Action(self.tr("Show"), self.show_list, "show_left")
            self._shell.mention(words.left_line(left, self._context.office.formats), show)
        told = tuple(one for one in told if one.kind is not ReminderKind.LEFT)
        if not told:
            return
        self._last = told
        self._seen.see(told, now)
        title, text = words.message(told, now, self._context.office.formats)
        if self._tray is not None:
            self._tray.tell(title, text)
            return
        show = Action(self.tr("Show"), self.show_last, "show_reminders")
        said = f"{title}: {text}" if text else title
        self._mentioned[said] = frozenset(one.key for one in told)
        self._shell.mention(said, show)

    def _withdraw_past(self) -> None:
        """A customer who was just called is not told to be about to leave, be it a little later."""
        standing = {one.key for one in self.reminders.standing}
        for said in [said for said, keys in self._mentioned.items() if not keys & standing]:
            del self._mentioned[said]
            self._shell.withdraw(said)

    def _on_clicked(self) -> None:
        window = self._shell.window.window()
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, on_demand.reminders_dialog()):
            dialog.reject()
        elif dialog is not None:
            # A form that somebody fills in is not covered; the list stays at hand.
            return
        self.show_last()

    def show_last(self) -> None:
        """Show the customer that was told of last; the list where it was several."""
        if len(self._last) == 1:
            if (now := self.reminders.now) is not None:
                self._seen.see(self._last, now, read=True)
            self._shell.open_customer(self._last[0].customer_id)
        else:
            self.show_list()

    def show_list(self) -> None:
        """Open the list of reminders."""
        self._open_list(0)

    def _open_list(self, line: int) -> None:
        if (now := self.reminders.now) is not None:
            self._seen.see(self.reminders.standing, now, read=True)
        dialog = on_demand.reminders_dialog()(
            self._context,
            self.reminders,
            told_outside=self._tray is not None,
            parent=self._shell.window,
        )
        dialog.customer_opened.connect(self._shell.open_customer)
        dialog.log_requested.connect(self._log)
        dialog.settings_requested.connect(self.show_settings)
        dialog.go_to(line)
        self._open_dialog(dialog)

    def show_settings(self) -> None:
        """Open what to be reminded of."""
        formats = self._context.office.formats
        outside = self._tray is not None
        self._open_dialog(
            on_demand.notifications_dialog()(
                self.reminders, formats, told_outside=outside, parent=self._shell.window
            )
        )

    def _on_unkept(self) -> None:
        said = self.tr("Reminders cannot be kept on this computer: after a restart they come again")
        self._shell.mention(said)

    def _log(self, customer_id: str, line: int) -> None:
        """Log a contact; then the list stands again where it was, if anybody is still on it."""
        self._left_at = line
        self._shell.log_contact(customer_id, then=self._after_log)

    def _after_log(self) -> None:
        if self.reminders.standing:
            self._open_list(self._left_at)

    def _show_number(self) -> None:
        number = len({one.customer_id for one in self.reminders.standing})
        if not number:
            self._status.reminders.show_text(self.tr("No reminders"))
            return
        written = self._context.office.formats.number(number)
        text = plural("reminders", "1 reminder", "{number} reminders", number, number=written)
        self._status.reminders.show_text(
            text, ink="text", strong=True, tip=self.tr("Click shows them")
        )
