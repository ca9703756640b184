"""What a person wants to be reminded of, and when not."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from salesdesk.domain.reminders import Preferences, ReminderKind
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Paragraph, named
from salesdesk.ui.reminders.scheduler import Reminders
from salesdesk.ui.reminders.texts import kind_word

_EVENING, _MORNING = time(18), time(8)


class NotificationsDialog(FormDialog):
    """Each kind of reminder can be turned off; quiet hours hold all of them back."""

    def __init__(
        self,
        reminders: Reminders,
        formats: Formats,
        *,
        told_outside: bool,
        parent: QWidget | None = None,
    ) -> None:
        title = translate("reminders", "Notifications")
        super().__init__(title, name="notifications_dialog", parent=parent)
        self._reminders = reminders
        wanted = reminders.preferences
        self.header.addWidget(Label(title, name="notifications_title", face=Face.TITLE))
        self.kinds = {kind: self._box(kind, kind in wanted.kinds) for kind in ReminderKind}
        column = QWidget()
        named(column, "notifications_kinds", self.tr("Remind me when"))
        boxes = QVBoxLayout(column)
        boxes.setContentsMargins(0, theme.px(6), 0, 0)
        boxes.setSpacing(theme.px(8))
        for box in self.kinds.values():
            boxes.addWidget(box)
        self.add_row(self.tr("Remind me when"), column, name="notifications_kinds")
        self._add_quiet(wanted, formats)
        self.page.addWidget(
            Paragraph(self._explained(told_outside), name="notifications_text", ink="text2")
        )
        cancel = Button(self.tr("Cancel"), name="notifications_cancel", hint=self.tr("Esc"))
        save = Button(
            self.tr("Save"), name="notifications_save", kind=ButtonKind.PRIMARY,
            hint=self.tr("Enter"),
        )  # fmt: skip
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._on_save)
        self.set_buttons(cancel, save)
        self.end_rows()
        self.finished.connect(self.deleteLater)

    def _explained(self, told_outside: bool) -> str:
        where = self.tr("They are told by this desktop's notifications and listed in the window.")
        if not told_outside:
            where = self.tr(
                "This desktop has no tray: they are told and listed in the window alone."
            )
        rest = self.tr(
            "Nothing is lost in quiet hours: what fell due is told when they end. "
            "These are this computer's settings for you; another computer reminds you by itself."
        )
        return f"{where} {rest}"

    def _box(self, kind: ReminderKind, on: bool) -> QCheckBox:
        box = QCheckBox(kind_word(kind))
        box.setObjectName(f"notifications_{kind.value}")
        box.setChecked(on)
        return box

    def _add_quiet(self, wanted: Preferences, formats: Formats) -> None:
        quiet = wanted.quiet_from is not None and wanted.quiet_until is not None
        self.quiet = QCheckBox(self.tr("from"))
        self.quiet.setObjectName("notifications_quiet")
        self.quiet.setAccessibleName(self.tr("Quiet hours"))
        self.quiet.setChecked(quiet)
        self.begin = self._time("begin", wanted.quiet_from or _EVENING, formats)
        self.end = self._time("end", wanted.quiet_until or _MORNING, formats)
        line = QWidget()
        named(line, "notifications_quiet_line", self.tr("Quiet hours"))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        until = Label(self.tr("until"), name="notifications_until")
        for part in (self.quiet, self.begin, until, self.end):
            row.addWidget(part)
        row.addStretch(1)
        self.add_row(self.tr("Quiet hours"), line, name="notifications_quiet")
        self.quiet.toggled.connect(self._show_quiet)
        self._show_quiet()

    def _time(self, name: str, moment: time, formats: Formats) -> QTimeEdit:
        field = QTimeEdit(QTime(moment.hour, moment.minute))
        field.setLocale(formats.locale)
        field.setDisplayFormat(formats.locale.timeFormat(QLocale.FormatType.ShortFormat))
        field.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        field.setFixedWidth(theme.px(80))
        said = self.tr("Quiet from") if name == "begin" else self.tr("Quiet until")
        named(field, f"notifications_{name}", said)
        return field

    def _show_quiet(self) -> None:
        for field in (self.begin, self.end):
            field.setEnabled(self.quiet.isChecked())

    def chosen(self) -> Preferences:
        """What is chosen in the form."""
        kinds = frozenset(kind for kind, box in self.kinds.items() if box.isChecked())
        if not self.quiet.isChecked():
            return Preferences(kinds)
        return Preferences(kinds, _clock(self.begin), _clock(self.end))

    def _on_save(self) -> None:
        wanted = self.chosen()
        if wanted.quiet_from is not None and wanted.quiet_from == wanted.quiet_until:
            self.notice.show_notice(
                self.tr("Quiet hours need two different times."),
                self.tr("They begin and end at the same time: turn them off instead."),
            )
            self.end.setFocus()
            return
        self._reminders.prefer(wanted)
        self.accept()


def _clock(field: QTimeEdit) -> time:
    shown = field.time()
    return time(shown.hour(), shown.minute())
