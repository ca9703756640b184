"""The contact form itself: fields, keys and warnings, without a database.

Read from top to bottom in the order in which a person speaks: how, how it went, what was said,
what next (design tokens, screen 5).
"""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSignalMapper, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.step_dates import office_today
from salesdesk.domain.typed_dates import Toward
from salesdesk.ui.contacts import texts as words
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.changed_meanwhile import OddsLines
from salesdesk.ui.kit.forms.date_fields import DateField, MomentField, Reading, side_by_side
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import ChoiceLine, Elided, NoteEdit
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.widgets import (
    TEXT_FIELDS,
    Button,
    ButtonKind,
    DaysLabel,
    NoticeFrame,
    Paragraph,
    Segment,
    SegmentedControl,
    StatusChip,
)
from salesdesk.ui.texts import days_left, shown_status, status_tone, whose_line

_METHOD_KEYS = {"W": Method.WHATSAPP, "C": Method.CALL, "V": Method.VISIT}
_OUTCOME_KEYS = {"S": Outcome.SUCCESSFUL, "U": Outcome.UNSUCCESSFUL}

#: Days that the quick buttons add, by the digit that presses them.
QUICK_DAYS = {"1": 1, "3": 3, "7": 7, "4": 28}

#: What the letters and digits are pressed with: on a Mac, Option types signs of its own, and Qt's
#: Meta is the key that is named Ctrl there.
_HELD = "Meta" if sys.platform == "darwin" else "Alt"

#: Fields that letters belong to; elsewhere they begin the note.
_FIELDS = (*TEXT_FIELDS, QComboBox)

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_NOW, _OTHER = 0, 1

_NONE = Qt.KeyboardModifier.NoModifier
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_COMMANDS = _ALT_GR | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form.

    Attributes:
        next_time: None: noon at the office, which a day without a time stands for.
        when: None: now (or, of a contact that is edited, as it stands).
        clear_standing: the follow-up that stands shall go.
    """

    method: Method | None = None
    outcome: Outcome | None = None
    notes: str = ""
    next_day: dt.date | None = None
    next_time: dt.time | None = None
    when: dt.datetime | None = None
    clear_standing: bool = False


Word = TypeVar("Word", Method, Outcome)


#: What a choice needs beside its words: margins, the arrow, and the style's own edges.
_AROUND = 8 + 24 + 24


class _WhenBox(QComboBox):
    """'Now' or another time."""

    def sizeHint(self) -> QSize:
        word = painting.width(self.currentText(), Face.BODY)
        return QSize(max(theme.px(216), word + theme.px(_AROUND)), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def held(letter: str) -> str:
    """A key of the form as this system writes it."""
    keys = QKeySequence(f"{_HELD}+{letter}")
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


class ContactForm(FormDialog):
    """The fields of a contact and the keys that fill them.

    Args:
        formats: how this desktop writes dates.
        edited: an existing contact is changed: the words differ.
    """

    def __init__(
        self, title: str, formats: Formats, *, edited: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, name="contact_dialog", parent=parent)
        self._formats = formats
        self._edited = edited
        self._by_arrow = False
        self._cleared = False
        self._foreign_method: Method | None = None
        self._foreign_outcome: Outcome | None = None
        self._build_header()
        self._build_fields()
        self._build_footer()
        self._build_keys()
        self.end_rows()
        self._tick = QTimer(self)
        self._tick.setInterval(20_000)
        self._tick.timeout.connect(self._show_now)

    def now(self) -> dt.datetime:
        """The present moment; the dialog over a database answers with the database's."""
        return dt.datetime.now(dt.UTC).replace(microsecond=0)

    # --- building ---------------------------------------------------------------------------------

    def _build_header(self) -> None:
        self.title = Elided(name="contact_customer", face=Face.TITLE)
        self.company = Elided(name="contact_company", ink="text2")
        self.chip = StatusChip(name="contact_status")
        self.days = DaysLabel(name="contact_days_left")
        self.whose = Elided(name="contact_whose", ink="text2")
        self.chip.hide()
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.title)
        line.addSpacing(theme.px(4))
        line.addWidget(self.company, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        line.addWidget(self.chip)
        line.addWidget(self.days)
        self.header.addLayout(line)
        self.header.addWidget(self.whose)

    def _build_fields(self) -> None:
        self.method = SegmentedControl(
            [
                Segment("whatsapp", self.tr("WhatsApp"), "message-circle", "W"),
                Segment("call", self.tr("Call"), "phone", "C"),
                Segment("visit", self.tr("Visit"), "map-pin", "V"),
            ],
            name="contact_method",
            accessible=self.tr("Method"),
        )
        self.outcome = SegmentedControl(
            [
                Segment("successful", self.tr("Successful"), "circle-check", "S"),
                Segment("unsuccessful", self.tr("Unsuccessful"), "circle-x", "U"),
            ],
            name="contact_outcome",
            accessible=self.tr("Outcome"),
        )
        self.note = NoteEdit(name="contact_note", accessible=self.tr("Note"))
        self.method_row = self.add_row(self.tr("Method"), self.method, name="contact_method")
        self.outcome_row = self.add_row(self.tr("Outcome"), self.outcome, name="contact_outcome")
        self.note_row = self.add_row(self.tr("Note"), self.note, name="contact_note")
        self.method_foreign = Paragraph(name="contact_method_foreign", ink="text2")
        self.outcome_foreign = Paragraph(name="contact_outcome_foreign", ink="text2")
        for row, line in (
            (self.method_row, self.method_foreign),
            (self.outcome_row, self.outcome_foreign),
        ):
            row.put_below(line)
            line.hide()
        self.keys = Paragraph(name="contact_keys", ink="text2")
        self.keys.set_text(words.keys_line(*map(held, "WS1")))
        self.note_row.put_below(self.keys)
        self._build_next_step()
        self._build_when()
        for control in (self.method, self.outcome):
            control.chosen.connect(self._segment_chosen)
            for key in _keys_of(control):
                button = control.button(key)
                button.setToolTip(f"{button.text()} ({held(button.segment.letter)})")
                button.installEventFilter(self)
        self.note.textChanged.connect(self._note_changed)
        self._build_odds()

    def _build_odds(self) -> None:
        """Under each field the line for what somebody else wrote into it meanwhile."""
        rows = {
            "method": self.method_row,
            "outcome": self.outcome_row,
            "notes": self.note_row,
            "next_step": self.next_row,
            "at": self.when_row,
        }
        self.odds = OddsLines(rows, name="contact", parent=self)

    def _build_next_step(self) -> None:
        texts = {
            "1": self.tr("+1 d"),
            "3": self.tr("+3 d"),
            "7": self.tr("+1 w"),
            "4": self.tr("+4 w"),
        }
        self.quick = SegmentedControl(
            [Segment(key, text) for key, text in texts.items()],
            name="contact_quick",
            accessible=self.tr("Next step in"),
        )
        for key, text in texts.items():
            button = self.quick.button(key)
            days = QUICK_DAYS[key]
            button.setAccessibleName(fill(self.tr("Next step in {days}"), days=self._days(days)))
            button.setToolTip(f"{text} ({held(key)})")
        self.next_day = DateField(
            self._formats,
            self.now,
            name="contact_next_step",
            accessible=self.tr("Next step"),
            times=True,
        )
        pair = side_by_side(self.quick, self.next_day, name="contact_next_pair")
        self.next_row = self.add_row(self.tr("Next step"), pair, name="contact_next_step")
        self.next_row.label.setBuddy(self.next_day)
        self.warning = NoticeFrame(name="contact_warning")
        self.standing = ChoiceLine(name="contact_standing")
        self.next_row.put_below(Reading(self.next_day, self.next_row.error))
        self.next_row.put_below(self.warning)
        self.next_row.put_below(self.standing)
        self.quick.chosen.connect(self._quick_chosen)
        self.next_day.changed.connect(self._next_changed)
        self.standing.button.clicked.connect(self._toggle_standing)

    def _build_when(self) -> None:
        self.when = _WhenBox()
        self.when.setObjectName("contact_when")
        self.when.setAccessibleName(self.tr("When"))
        self.when.addItems(["", self.tr("At another time…")])
        self.when.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.moment = MomentField(
            self._formats,
            self.now,
            name="contact_moment",
            accessible=self.tr("Date and time of the contact"),
            toward=Toward.PAST,
        )
        self.moment.hide()
        pair = side_by_side(self.when, self.moment, name="contact_when_pair")
        self.when_row = self.add_row(self.tr("When"), pair, name="contact_when")
        self.when_row.label.setBuddy(self.when)
        self.when_row.put_below(Reading(self.moment, self.when_row.error))
        self.when.currentIndexChanged.connect(self._when_changed)
        self.moment.changed.connect(self._moment_changed)

    def _build_footer(self) -> None:
        self.footer_hint.setText(self.tr("Shift+Enter: new line"))
        self.cancel = Button(self.tr("Cancel"), name="contact_cancel", hint=self.tr("Esc"))
        self.claim = Button(
            self.tr("Log and claim"), name="contact_claim", hint=self.tr("Ctrl+Enter")
        )
        self.claim.hide()
        self.save = Button(
            self.tr("Save"),
            name="contact_save",
            kind=ButtonKind.PRIMARY,
            hint=self.tr("Enter"),
        )
        self.cancel.clicked.connect(self.reject)
        self.set_buttons(self.cancel, self.claim, self.save)

    def _build_keys(self) -> None:
        self._keys = QSignalMapper(self)
        self._keys.mappedString.connect(self.press_key)
        for letter in (*_METHOD_KEYS, *_OUTCOME_KEYS, *QUICK_DAYS):
            shortcut = QShortcut(QKeySequence(f"{_HELD}+{letter}"), self)
            self._keys.setMapping(shortcut, letter)
            shortcut.activated.connect(self._keys.map)

    # --- showing ----------------------------------------------------------------------------------

    def show_customer(self, row: CustomerRow, reader_uid: str | None) -> None:
        """Name the customer, whose it is and how long still."""
        self.title.show_text(row.name or self.tr("A customer without a name"))
        self.company.show_text(row.company or "")
        self.chip.set_status(shown_status(row), status_tone(row))
        self.chip.show()
        self.days.set_days(days_left(row, self._formats))
        self.whose.show_text(whose_line(row, reader_uid, self._formats))

    def typed(self) -> Typed:
        """What stands in the form."""
        method, outcome = self.method.value(), self.outcome.value()
        return Typed(
            Method(method) if method else self._foreign_method,
            Outcome(outcome) if outcome else self._foreign_outcome,
            self.note.toPlainText(),
            self.next_day.day(),
            self.next_day.time(),
            self.moment.moment() if self.when.currentIndex() == _OTHER else None,
            self._cleared,
        )

    def fill(self, typed: Typed) -> None:
        """Put this into the form."""
        self._foreign_method = _foreign(typed.method)
        self._foreign_outcome = _foreign(typed.outcome)
        self.method.set_value(_known(typed.method))
        self.outcome.set_value(_known(typed.outcome))
        self._show_foreign()
        self.note.set_text(typed.notes)
        self._cleared = typed.clear_standing
        if typed.when is not None:
            self.when.setCurrentIndex(_OTHER)
            self.moment.set_moment(typed.when)
        else:
            self.when.setCurrentIndex(_NOW)
        self.next_day.set_day(typed.next_day, typed.next_time)
        self.refresh_warnings()

    def _show_foreign(self) -> None:
        """Say which word of another application stands where none of ours is chosen."""
        told = self.tr("“{word}”, as the booking application wrote it; it stays unless you choose.")
        for word, control, line in (
            (self._foreign_method, self.method, self.method_foreign),
            (self._foreign_outcome, self.outcome, self.outcome_foreign),
        ):
            shown = word is not None and control.value() is None
            line.setVisible(shown)
            line.set_text(fill(told, word=word.value) if word is not None else "")

    def start(self) -> None:
        """Show the clock and put the focus where the person begins."""
        self._show_now()
        self._tick.start()
        self._focus_next()

    def refresh_warnings(self) -> None:
        """Say anew what follows from the fields; the dialog over a database overrides it."""

    def clear_faults(self) -> None:
        """Take away all marks of faults."""
        for row in (self.method_row, self.outcome_row, self.note_row, self.next_row, self.when_row):
            row.fail("")
        self.next_row.error.show_fault("", self.next_day)
        self.when_row.error.show_fault("", self.moment)

    def now_text(self) -> str:
        """What the field 'When' says unless another time is chosen."""
        now = self.now()
        return fill(self.tr("Now, {when}"), when=self._formats.exact(now, now))

    def _show_now(self) -> None:
        self.when.setItemText(_NOW, self.now_text())
        self.when.updateGeometry()

    # --- reacting ---------------------------------------------------------------------------------

    def press_key(self, key: str) -> None:
        """What a letter or digit does with Alt, wherever the focus is."""
        if self.busy:
            return
        self._by_arrow = False
        if key in _METHOD_KEYS:
            self.method.choose(_METHOD_KEYS[key].value)
        elif key in _OUTCOME_KEYS:
            self.outcome.choose(_OUTCOME_KEYS[key].value)
        elif key in QUICK_DAYS:
            self._quick_chosen(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & ~shift == control:
            (self.save if self.claim.isHidden() else self.claim).click()
        elif self._begins_note(event):
            self.note.setFocus()
            self.note.moveCursor(QTextCursor.MoveOperation.End)
            self.note.insertPlainText(event.text())
        else:
            super().keyPressEvent(event)

    def _begins_note(self, event: QKeyEvent) -> bool:
        """Whether somebody types where no field takes it: what is typed is the note, always."""
        text, held_down = event.text(), event.modifiers() & _COMMANDS
        # What AltGr types comes with Ctrl and Alt on some systems.
        writes = bool(text.strip()) and text.isprintable() and held_down in (_NONE, _ALT_GR)
        return writes and not self.busy and not isinstance(self.focusWidget(), _FIELDS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._by_arrow = event.key() in _ARROWS
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._by_arrow = False
        return super().eventFilter(watched, event)

    def _segment_chosen(self) -> None:
        self._show_foreign()
        for control, row in ((self.method, self.method_row), (self.outcome, self.outcome_row)):
            if control.value() is not None:
                row.fail("")
        self.refresh_warnings()
        # Whoever walks through the segments with the arrow keys has not decided yet.
        if not self._by_arrow:
            self._focus_next()

    def _focus_next(self) -> None:
        """The note once method and outcome are chosen, before that what is missing.

        Whoever writes goes on writing: a blank after the key would press the next button.
        """
        if isinstance(self.focusWidget(), _FIELDS):
            return
        method, outcome = self.method.value(), self.outcome.value()
        if method is None:
            self.method.button(Method.WHATSAPP.value).setFocus()
        elif outcome is None:
            self.outcome.button(Outcome.SUCCESSFUL.value).setFocus()
        else:
            self.note.setFocus()

    def _note_changed(self) -> None:
        self.note_row.fail("")

    def _quick_chosen(self, key: str) -> None:
        self.next_day.set_day(self._quick_day(key))

    def _quick_day(self, key: str) -> dt.date:
        today = office_today(self.now(), self._formats.office)
        return today + dt.timedelta(days=QUICK_DAYS[key])

    def _next_changed(self) -> None:
        day = self.next_day.day()
        # The button of the day that stands in the field looks chosen.
        self.quick.set_value(next((k for k in QUICK_DAYS if self._quick_day(k) == day), None))
        self.next_row.error.show_fault("", self.next_day)
        self.refresh_warnings()

    def _toggle_standing(self) -> None:
        self._cleared = not self._cleared
        self.refresh_warnings()

    def _when_changed(self, index: int) -> None:
        other = index == _OTHER
        if other and self.moment.isHidden():
            self.moment.set_moment(self.now())
        self.moment.setVisible(other)
        if other:
            self.moment.setFocus()
        self._moment_changed()

    def _moment_changed(self) -> None:
        self.when_row.error.show_fault("", self.moment)
        self.refresh_warnings()

    def _days(self, days: int) -> str:
        return self._formats.days(days)


def _known(word: Method | Outcome | None) -> str | None:
    return word.value if word is not None and word.known else None


def _foreign(word: Word | None) -> Word | None:
    """The word where it is none of those to choose from."""
    return word if word is not None and not word.known else None


def _keys_of(control: SegmentedControl) -> list[str]:
    return (
        [m.value for m in Method]
        if control.objectName() == "contact_method"
        else [o.value for o in Outcome]
    )
