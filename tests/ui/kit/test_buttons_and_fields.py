"""Buttons, chips, segments and fields: what they say, how they react, what they look like."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.ui.kit import theme
from salesdesk.ui.kit import widgets as w
from salesdesk.ui.kit.formats import DaysLeft, DaysLevel
from salesdesk.ui.kit.painting.cells import Tone
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.kit.tokens import DARK, LIGHT
from tests.support.pixels import has, picture


def test_a_filled_button_has_the_accent_and_an_outlined_one_an_edge(qtbot: QtBot) -> None:
    filled = w.Button("Log contact", name="log", kind=w.ButtonKind.PRIMARY, icon="square-pen")
    outlined = w.Button("Cancel", name="cancel", hint="Esc")
    for button in (filled, outlined):
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
    assert has(picture(filled), LIGHT.accent)
    assert has(picture(outlined), LIGHT.control)
    assert not has(picture(outlined), LIGHT.accent)


def test_a_button_that_is_off_is_pale(qtbot: QtBot) -> None:
    button = w.Button("Save", name="save", kind=w.ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.setEnabled(False)
    shown = picture(button)
    assert not has(shown, LIGHT.accent)
    assert has(shown, LIGHT.border)


@pytest.mark.parametrize("kind", w.ButtonKind)
def test_the_focus_is_seen_on_every_button(qtbot: QtBot, kind: w.ButtonKind) -> None:
    button = w.Button("Save", name="save", kind=kind)
    qtbot.addWidget(button)
    button.show()
    before = picture(button)
    button.setFocus()
    button.activateWindow()
    qtbot.waitUntil(button.hasFocus)
    assert picture(button) != before


def test_buttons_are_as_high_as_the_design_says(qtbot: QtBot) -> None:
    sizes = [
        w.Button("Save", name="a").sizeHint().height(),
        w.Button("Save", name="b", small=True).sizeHint().height(),
        w.IconButton("x", name="c", accessible="Close").sizeHint().width(),
    ]
    assert sizes == [32, 24, 32]


def test_hint_icon_and_menu_take_their_room(qtbot: QtBot) -> None:
    plain = w.Button("Save", name="plain").sizeHint().width()
    hinted = w.Button("Save", name="hinted", hint="Enter")
    qtbot.addWidget(hinted)
    with_icon = w.Button("Save", name="icon", icon="plus").sizeHint().width()
    assert hinted.sizeHint().width() > with_icon - 16 > plain
    hinted.set_hint("")
    assert hinted.sizeHint().width() == plain
    opener = w.Button("View", name="view")
    qtbot.addWidget(opener)
    before = opener.sizeHint().width()
    opener.set_menu(QMenu(opener))
    assert opener.sizeHint().width() == before + 24


def test_an_icon_button_says_its_word(qtbot: QtBot) -> None:
    button = w.IconButton("x", name="panel_close", accessible="Close the panel")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Close the panel"
    assert button.toolTip() == "Close the panel"
    assert button.objectName() == "panel_close"


def test_a_button_may_change_its_kind(qtbot: QtBot) -> None:
    button = w.Button("Log contact", name="log", kind=w.ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.set_kind(w.ButtonKind.OUTLINED)
    assert button.kind is w.ButtonKind.OUTLINED
    assert not has(picture(button), LIGHT.accent)


def test_enter_presses_a_button_but_not_in_a_dialog(qtbot: QtBot) -> None:
    pressed = []
    for holder in (QWidget(), QDialog()):
        qtbot.addWidget(holder)
        button = w.Button("Call", name="call", parent=holder)
        clicked = QSignalSpy(button.clicked)
        qtbot.keyClick(button, Qt.Key.Key_Return)
        pressed.append(clicked.count())
        qtbot.keyClick(button, Qt.Key.Key_Space)
        pressed.append(clicked.count())
    assert pressed == [1, 2, 0, 1]


def test_a_chosen_button_is_no_wider(qtbot: QtBot) -> None:
    button = w.Button("Compact rows", name="compact")
    qtbot.addWidget(button)
    button.setCheckable(True)
    before = button.sizeHint()
    button.setChecked(True)
    assert button.sizeHint() == before
    assert has(picture(button), LIGHT.select)


def test_widgets_follow_a_change_of_theme_and_scale(themed: QApplication, qtbot: QtBot) -> None:
    button = w.Button("Save", name="save", kind=w.ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    theme.apply(themed, Scheme.DARK, 130)
    assert button.sizeHint().height() == 42
    button.resize(button.sizeHint())
    assert has(picture(button), DARK.accent)


class TestSearchField:
    @pytest.fixture
    def field(self, themed: QApplication, qtbot: QtBot) -> w.SearchField:
        made = w.SearchField(
            "Name, company, phone", name="search", accessible="Search customers", hint="Ctrl+F"
        )
        qtbot.addWidget(made)
        made.show()
        return made

    def test_it_searches_once_when_typing_pauses(self, field: w.SearchField, qtbot: QtBot) -> None:
        told = QSignalSpy(field.searched)
        qtbot.keyClicks(field, "siti")
        assert told.count() == 0
        with qtbot.waitSignal(field.searched, timeout=2_000):
            pass
        assert told.count() == 1
        assert told.at(0)[0] == "siti"

    def test_enter_searches_at_once_and_leaves(self, field: w.SearchField, qtbot: QtBot) -> None:
        told, left = QSignalSpy(field.searched), QSignalSpy(field.left)
        qtbot.keyClicks(field, "  siti   r ")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert told.at(0)[0] == "siti r"
        assert left.count() == 1
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert told.count() == 1

    def test_escape_empties_it(self, field: w.SearchField, qtbot: QtBot) -> None:
        qtbot.keyClicks(field, "siti")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        told = QSignalSpy(field.searched)
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == ""
        assert told.at(0)[0] == ""

    def test_the_clear_button_shows_with_a_text(self, field: w.SearchField, qtbot: QtBot) -> None:
        clear = field.findChild(QWidget, "search_clear")
        assert clear is not None
        assert not clear.isVisible()
        qtbot.keyClicks(field, "x")
        assert clear.isVisible()
        assert clear.accessibleName()
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
        assert field.text() == ""
        assert not clear.isVisible()

    def test_a_stored_search_is_not_searched_again(
        self, field: w.SearchField, qtbot: QtBot
    ) -> None:
        told = QSignalSpy(field.searched)
        field.set_search("hasan")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert told.count() == 0

    def test_it_keeps_its_height_with_the_focus(self, field: w.SearchField, qtbot: QtBot) -> None:
        before = field.sizeHint().height()
        field.setFocus()
        field.activateWindow()
        qtbot.waitUntil(field.hasFocus)
        assert field.sizeHint().height() == before == 32


class TestNoteField:
    def test_enter_submits_and_shift_enter_makes_a_line(self, qtbot: QtBot) -> None:
        note = w.NoteField(name="note", accessible="Note")
        qtbot.addWidget(note)
        note.show()
        submitted = QSignalSpy(note.submitted)
        qtbot.keyClicks(note, "one")
        qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClicks(note, "two")
        assert submitted.count() == 0
        qtbot.keyClick(note, Qt.Key.Key_Return)
        assert submitted.count() == 1
        assert note.text() == "one\ntwo"

    def test_its_lines_are_20_px_high(self, qtbot: QtBot) -> None:
        note = w.NoteField(name="note", accessible="Note")
        qtbot.addWidget(note)
        note.set_text("one\ntwo\nthree")
        note.show()
        document = note.document()
        first, third = document.firstBlock(), document.lastBlock()
        tops = [document.documentLayout().blockBoundingRect(b).top() for b in (first, third)]
        assert tops[1] - tops[0] == 40

    def test_tab_leaves_it(self, qtbot: QtBot) -> None:
        note = w.NoteField(name="note", accessible="Note")
        qtbot.addWidget(note)
        assert note.tabChangesFocus()
        assert not note.acceptRichText()


class TestFilterChip:
    @pytest.fixture
    def chip(self, themed: QApplication, qtbot: QtBot) -> w.FilterChip:
        made = w.FilterChip("Owner", "my team", name="chip_owner")
        qtbot.addWidget(made)
        made.resize(made.sizeHint())
        made.show()
        return made

    def test_the_cross_removes_and_the_rest_opens(self, chip: w.FilterChip, qtbot: QtBot) -> None:
        removed, clicked = QSignalSpy(chip.removed), QSignalSpy(chip.clicked)
        cross = QPoint(chip.width() - 12, 12)
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
        assert (removed.count(), clicked.count()) == (1, 0)
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
        assert (removed.count(), clicked.count()) == (1, 1)

    def test_the_keyboard_does_both(self, chip: w.FilterChip, qtbot: QtBot) -> None:
        removed, clicked = QSignalSpy(chip.removed), QSignalSpy(chip.clicked)
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
        qtbot.keyClick(chip, Qt.Key.Key_Space)
        assert (removed.count(), clicked.count()) == (1, 1)
        assert chip.focusPolicy() & Qt.FocusPolicy.TabFocus

    def test_it_says_what_it_filters(self, chip: w.FilterChip) -> None:
        assert "Owner my team" in chip.accessibleName()
        assert chip.height() == 24


def test_a_status_chip_has_its_word_and_colours(qtbot: QtBot) -> None:
    chip = w.StatusChip("Hot", Tone.HOT, name="status")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert chip.height() == 20
    assert "Hot" in chip.accessibleName()
    assert has(picture(chip), LIGHT.hotGround)
    chip.set_status("Cold", Tone.COLD)
    assert has(picture(chip), LIGHT.coldGround)


def test_overdue_is_filled(qtbot: QtBot) -> None:
    label = w.DaysLabel(name="days")
    qtbot.addWidget(label)
    assert label.sizeHint().width() == 0
    label.set_days(DaysLeft("Overdue", DaysLevel.OVERDUE))
    label.resize(label.sizeHint())
    assert has(picture(label), LIGHT.overdueGround)
    label.set_days(DaysLeft("12 days", DaysLevel.PLAIN))
    assert not has(picture(label), LIGHT.overdueGround)
    assert "12 days" in label.accessibleName()


class TestSegmentedControl:
    @pytest.fixture
    def control(self, themed: QApplication, qtbot: QtBot) -> w.SegmentedControl:
        made = w.SegmentedControl(
            [
                w.Segment("whatsapp", "WhatsApp", "message-circle", "W"),
                w.Segment("call", "Call", "phone", "C"),
                w.Segment("visit", "Visit", "map-pin", "V"),
            ],
            name="method",
            accessible="Method",
        )
        qtbot.addWidget(made)
        made.show()
        return made

    def test_nothing_is_chosen_at_first(self, control: w.SegmentedControl) -> None:
        assert control.value() is None

    def test_one_is_chosen_and_told(self, control: w.SegmentedControl, qtbot: QtBot) -> None:
        told = QSignalSpy(control.chosen)
        qtbot.mouseClick(control.button("call"), Qt.MouseButton.LeftButton)
        control.choose("visit")
        assert [told.at(at)[0] for at in range(2)] == ["call", "visit"]
        assert control.value() == "visit"
        assert not control.button("call").isChecked()

    def test_setting_a_value_is_silent(self, control: w.SegmentedControl) -> None:
        told = QSignalSpy(control.chosen)
        control.set_value("call")
        control.set_value(None)
        assert control.value() is None
        control.set_value("whatsapp")
        assert control.value() == "whatsapp"
        assert told.count() == 0

    def test_segments_share_an_edge_and_do_not_move(self, control: w.SegmentedControl) -> None:
        first, second = control.button("whatsapp"), control.button("call")
        assert second.x() == first.x() + first.width() - 1
        before = [control.button(key).geometry() for key in ("whatsapp", "call", "visit")]
        control.choose("call")
        assert before == [control.button(key).geometry() for key in ("whatsapp", "call", "visit")]
        assert control.sizeHint().width() == before[-1].right() + 1

    def test_each_has_a_name_and_a_ring(self, control: w.SegmentedControl, qtbot: QtBot) -> None:
        button = control.button("call")
        assert button.objectName() == "method_call"
        assert button.accessibleName() == "Call"
        before = picture(button)
        button.setFocus()
        control.activateWindow()
        qtbot.waitUntil(button.hasFocus)
        assert picture(button) != before

    def test_plain_segments_are_buttons(self, qtbot: QtBot) -> None:
        quick = w.SegmentedControl(
            [w.Segment("1d", "+1 d"), w.Segment("4w", "+4 w")],
            name="quick",
            accessible="Quick dates",
            checkable=False,
        )
        qtbot.addWidget(quick)
        told = QSignalSpy(quick.chosen)
        quick.choose("4w")
        quick.choose("4w")
        assert told.count() == 2
        assert quick.value() is None


def test_a_field_error_marks_its_field(themed: QApplication, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    field, fault = QLineEdit(holder), w.FieldError(name="fault", parent=holder)
    field.resize(120, 32)
    fault.show_fault("The name is missing.", field)
    assert not fault.isHidden()
    assert field.accessibleDescription() == "The name is missing."
    assert has(picture(field), LIGHT.urgent)
    fault.show_fault("", field)
    assert fault.isHidden()
    assert not has(picture(field), LIGHT.urgent)
