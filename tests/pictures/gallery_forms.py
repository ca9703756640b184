"""Forms and single parts of the gallery."""

from __future__ import annotations

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from salesdesk.ui.kit import widgets as w
from salesdesk.ui.kit.painting.cells import Tone


def _method() -> w.SegmentedControl:
    control = w.SegmentedControl(
        [
            w.Segment("whatsapp", "WhatsApp", "message-circle", "W"),
            w.Segment("call", "Call", "phone", "C"),
            w.Segment("visit", "Visit", "map-pin", "V"),
        ],
        name="method",
        accessible="Method",
    )
    control.set_value("call")
    return control


def _outcome() -> w.SegmentedControl:
    control = w.SegmentedControl(
        [
            w.Segment("successful", "Successful", "circle-check", "S"),
            w.Segment("unsuccessful", "Unsuccessful", "circle-x", "U"),
        ],
        name="outcome",
        accessible="Outcome",
    )
    control.set_value("successful")
    return control


def _note() -> w.NoteField:
    note = w.NoteField(name="note", accessible="Note")
    note.set_text(
        "Likes the quotation, but the event moves to August. The director is back on 13 July "
        "and then gives the number of guests."
    )
    note.setFixedSize(438, 88)
    return note


def _next_step() -> QHBoxLayout:
    quick = w.SegmentedControl(
        [w.Segment(text, text) for text in ("+1 d", "+3 d", "+1 w", "+4 w")],
        name="quick",
        accessible="Quick dates",
        checkable=False,
    )
    date = QDateEdit(QDate(2026, 7, 14))
    date.setCalendarPopup(True)
    date.setDisplayFormat("ddd d MMMM yyyy")
    date.setFixedWidth(184)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(quick)
    row.addWidget(date)
    row.addStretch(1)
    return row


def _late() -> w.NoticeFrame:
    notice = w.NoticeFrame(name="late")
    notice.setFixedWidth(438)
    notice.show_notice(
        "14 July lies after the release date.",
        "Without another contact the customer leaves you on 8 July, 09.14.",
    )
    return notice


def _save_row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(w.Label("Shift+Enter: new line", ink="text2"))
    row.addWidget(w.Button("Cancel", name="cancel", hint="Esc"))
    row.addWidget(w.Button("Save", name="save", kind=w.ButtonKind.PRIMARY, hint="Enter"))
    row.addStretch(1)
    return row


def log_contact_window() -> QWidget:
    """The controls of screen 5 on their ground, without the window behind."""
    page = w.Pane("base")
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 400, 24)
    column.setSpacing(16)
    for part in (_method(), _outcome(), _note()):
        column.addWidget(part)
    column.addLayout(_next_step())
    column.addWidget(_late())
    when = QComboBox()
    when.addItems(["Now, Mon 8 June, 09.14"])
    when.setFixedWidth(216)
    column.addWidget(when)
    column.addLayout(_save_row())
    column.addStretch(1)
    return page


def _buttons() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for kind in w.ButtonKind:
        row.addWidget(w.Button(kind.value, name=kind.value, kind=kind, icon="plus"))
        off = w.Button(f"{kind.value} off", name=f"{kind.value}_off", kind=kind, icon="plus")
        off.setEnabled(False)
        row.addWidget(off)
    chosen = w.Button("Chosen", name="chosen")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    row.addWidget(chosen)
    row.addWidget(w.Button("Small", name="small", icon="undo-2", small=True))
    row.addStretch(1)
    return row


def parts_window() -> QWidget:
    """Fields, chips and states that no target picture shows."""
    page = w.Pane("base")
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    column.addLayout(_buttons())
    row = QHBoxLayout()
    for text, tone in (
        ("Cold", Tone.COLD),
        ("Warm", Tone.WARM),
        ("Hot", Tone.HOT),
        ("Ordered", Tone.ORDERED),
        ("Won", Tone.WON),
        ("Available", Tone.PLAIN),
    ):
        row.addWidget(w.StatusChip(text, tone, name=text))
    row.addStretch(1)
    column.addLayout(row)
    fields = QHBoxLayout()
    name = QLineEdit("Siti")
    wrong = QLineEdit("0812")
    fault = w.FieldError(name="fault")
    fault.show_fault("This number belongs to Budi Santoso (PT Cahaya Nusantara).", wrong)
    off = QLineEdit("off")
    off.setEnabled(False)
    for field in (name, wrong, off, QSpinBox(), QComboBox()):
        fields.addWidget(field)
    column.addLayout(fields)
    column.addWidget(fault)
    choices = QHBoxLayout()
    for number, kind in enumerate((QCheckBox, QCheckBox, QRadioButton, QRadioButton)):
        choice = kind(f"Choice {number}")
        choice.setAutoExclusive(False)
        choice.setChecked(number % 2 == 0)
        choices.addWidget(choice)
    choices.addStretch(1)
    column.addLayout(choices)
    column.addWidget(w.LoadingState(name="loading", accessible="Loading"), 1)
    return page
