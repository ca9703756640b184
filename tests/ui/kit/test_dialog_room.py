"""A dialog that grows stays on its screen, and the bar of a form says what is going on."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.unsaved_bar import UnsavedBar
from salesdesk.ui.kit.screens import room_on_screen
from salesdesk.ui.kit.widgets import Button, Label


class Growing(FormDialog):
    """A form with a line that comes later."""

    def __init__(self) -> None:
        super().__init__("Growing", name="growing")
        self.late = Label("What the test found", name="growing_late")
        self.late.setFixedHeight(300)
        self.late.hide()
        self.page.addWidget(self.late)
        self.set_buttons(Button("Connect", name="growing_connect"))
        self.end_rows()


def test_a_dialog_that_grows_past_the_screens_edge_moves_up(qtbot: QtBot) -> None:
    dialog = Growing()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    room = room_on_screen(dialog)
    dialog.move(dialog.x(), room.bottom() - dialog.frameGeometry().height() - 10)
    low = dialog.y()
    dialog.late.show()
    qtbot.waitUntil(lambda: dialog.height() > 300)
    qtbot.waitUntil(lambda: dialog.frameGeometry().bottom() <= room.bottom())
    assert room.top() <= dialog.y() < low


def test_a_bar_that_saves_says_so_and_not_why_the_last_try_failed(qtbot: QtBot) -> None:
    bar = UnsavedBar("Save changes", name="bar")
    qtbot.addWidget(bar)
    bar.show_refusal("A colleague changed this meanwhile.")
    bar.set_busy()
    assert (bar.count.text(), bar.what.text()) == ("Saving…", "")
    assert not bar.save.isEnabled()
