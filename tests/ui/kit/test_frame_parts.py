"""Navigation, tabs, status bar, banner, toast, states and veil."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from salesdesk.ui.kit import theme
from salesdesk.ui.kit import widgets as w
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.kit.tokens import LIGHT
from salesdesk.ui.kit.widgets.navigation import NavigationList
from tests.pictures.gallery_parts import navigation
from tests.support.pixels import has, picture


class Receiver(QObject):
    """Counts how often it was called."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    def act(self) -> None:
        self.calls += 1


class TestNavigation:
    @pytest.fixture
    def pane(self, themed: QApplication, qtbot: QtBot) -> w.NavigationPane:
        made = navigation()
        qtbot.addWidget(made)
        made.resize(184, 800)
        made.show()
        return made

    def test_selecting_is_silent_and_a_person_is_told(
        self, pane: w.NavigationPane, qtbot: QtBot
    ) -> None:
        told = QSignalSpy(pane.chosen)
        pane.select("pool")
        assert told.count() == 0
        assert pane.current() == "pool"
        screens = pane.findChild(QWidget, "navigation_screens")
        assert screens is not None
        qtbot.keyClick(screens, Qt.Key.Key_Up)
        assert told.at(0)[0] == "pipeline"

    def test_one_is_active_over_both_lists(self, pane: w.NavigationPane) -> None:
        pane.select("customers")
        pane.select("settings")
        assert pane.current() == "settings"
        assert pane.find_button.text() == "Find"

    def test_an_unknown_screen_is_an_error(self, pane: w.NavigationPane) -> None:
        with pytest.raises(KeyError):
            pane.select("nowhere")

    def test_counts_are_shown_and_said(self, pane: w.NavigationPane) -> None:
        before = picture(pane)
        pane.set_count("today", "15")
        assert picture(pane) != before
        screens = pane.findChild(QWidget, "navigation_screens")
        assert isinstance(screens, NavigationList)
        spoken = screens.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "Today 15"

    def test_narrow_shows_icons_alone(self, pane: w.NavigationPane) -> None:
        pane.set_narrow(True)
        assert pane.width() == 56
        pane.set_narrow(False)
        assert pane.width() == 184

    def test_it_follows_the_scale(self, pane: w.NavigationPane, themed: QApplication) -> None:
        theme.apply(themed, Scheme.LIGHT, 130)
        assert pane.width() == theme.px(184)

    def test_find_asks_for_the_palette(self, pane: w.NavigationPane, qtbot: QtBot) -> None:
        asked = QSignalSpy(pane.find_requested)
        qtbot.mouseClick(pane.find_button, Qt.MouseButton.LeftButton)
        assert asked.count() == 1

    def test_its_model_is_sound(self, pane: w.NavigationPane, qtmodeltester: ModelTester) -> None:
        screens = pane.findChild(QWidget, "navigation_screens")
        assert isinstance(screens, NavigationList)
        qtmodeltester.check(screens.model())


class TestTabs:
    @pytest.fixture
    def tabs(self, themed: QApplication, qtbot: QtBot) -> w.TabBar:
        made = w.TabBar(name="tabs", accessible="What to see")
        for key in ("timeline", "contacts", "orders"):
            made.add_tab(key, key.title())
        qtbot.addWidget(made)
        made.resize(376, 40)
        made.show()
        return made

    def test_keys_and_arrow_keys(self, tabs: w.TabBar, qtbot: QtBot) -> None:
        told = QSignalSpy(tabs.chosen)
        assert tabs.current() == "timeline"
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
        assert told.at(0)[0] == "contacts"
        tabs.select("orders")
        assert tabs.current() == "orders"

    def test_a_count_makes_room_and_is_said(self, tabs: w.TabBar) -> None:
        before = tabs.tabRect(2).left()
        tabs.set_count("contacts", "12")
        assert tabs.tabRect(2).left() > before
        assert tabs.accessibleTabName(1) == "Contacts 12"

    def test_a_click_hits_the_word_that_is_seen(self, tabs: w.TabBar, qtbot: QtBot) -> None:
        tabs.set_count("contacts", "4")
        tabs.select("orders")
        for key in ("contacts", "timeline"):
            at = ("timeline", "contacts", "orders").index(key)
            left = tabs.lefts()[at]
            assert tabs.tabRect(at).contains(left, 20)
            qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(at).center())
            assert tabs.current() == key

    def test_the_chosen_one_is_underlined(self, tabs: w.TabBar) -> None:
        shown = picture(tabs)
        assert shown.pixelColor(20, 39) == QColor(LIGHT.accent)
        assert shown.pixelColor(370, 39) == QColor(LIGHT.border)


def test_the_status_bar_says_four_things(qtbot: QtBot) -> None:
    bar = w.StatusBar(name="status")
    qtbot.addWidget(bar)
    bar.resize(1200, 32)
    bar.server.show_text("db.kantor.local · 12 ms", icon_ink="won")
    bar.outbox.show_text("Outbox empty")
    assert bar.server.text == "db.kantor.local · 12 ms"
    assert bar.outbox.accessibleName() == "Outbox: Outbox empty"
    assert has(picture(bar), LIGHT.won)
    bar.server.show_text("db.kantor.local away since 09.02", icon="cloud-off", ink="urgent")
    assert has(picture(bar), LIGHT.urgent)
    assert bar.height() == 32


@pytest.fixture
def home(themed: QApplication, qtbot: QtBot) -> QWidget:
    """A shown window of 800 × 600."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


class TestBanner:
    @pytest.fixture
    def banner(self, themed: QApplication, qtbot: QtBot, home: QWidget) -> w.Banner:
        made = w.Banner(name="banner", parent=home)
        QVBoxLayout(home).addWidget(made)
        return made

    def test_it_stands_aside_until_there_is_news(self, banner: w.Banner) -> None:
        assert not banner.isVisible()
        banner.show_notice("cloud-off", "Server away", "Kept on this computer.")
        assert banner.isVisible()
        assert banner.height() == 48
        assert banner.accessibleName() == "Server away. Kept on this computer."
        assert has(picture(banner), LIGHT.noticeGround)
        banner.dismiss()
        assert not banner.isVisible()

    def test_a_text_too_long_for_it_ends_in_an_ellipsis_and_is_told_in_its_tooltip(
        self, banner: w.Banner
    ) -> None:
        long = "By the command line, with the account of the upgrade. " * 4
        banner.show_notice("x", "Away", long)
        picture(banner)
        label = banner.findChild(w.Label, "banner_text")
        assert label is not None
        assert label.toolTip()
        banner.show_notice("x", "Away", "Short")
        picture(banner)
        assert label.toolTip() == ""

    def test_its_acts_are_buttons_and_replaced(self, banner: w.Banner, qtbot: QtBot) -> None:
        receiver = Receiver()
        for _ in range(3):
            banner.show_notice("x", "Away", "Text", [w.Action("Try now", receiver.act, "try")])
        shown = [b for b in banner.findChildren(w.Button) if b.isVisible()]
        assert len(shown) == 1
        qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)
        assert receiver.calls == 1

    def test_a_countdown_changes_the_words(self, banner: w.Banner) -> None:
        banner.show_notice("x", "Away", "Next try in 20 s.")
        banner.set_text("Next try in 19 s.")
        label = banner.findChild(w.Label, "banner_text")
        assert label is not None
        assert label.text() == "Next try in 19 s."


class TestToast:
    def test_it_stands_above_the_foot_of_a_list_at_the_left(self, home: QWidget) -> None:
        toast = w.Toast(home)
        toast.show_text("Moved from warm to hot")
        assert toast.geometry().left() == 24
        assert toast.geometry().bottom() == 600 - 40 - 12 - 1
        assert toast.height() == 40
        home.resize(1000, 700)
        assert toast.geometry().left() == 24
        assert toast.geometry().bottom() == 700 - 40 - 12 - 1
        toast.close_toast()

    def test_news_waits_for_an_offer_to_undo(self, home: QWidget) -> None:
        receiver, toast = Receiver(), w.Toast(home)
        toast.show_text("Moved", action=w.Action("Undo", receiver.act))
        toast.show_news("Two customers leave soon")
        toast.show_news("Two customers leave soon")
        toast.show_news("The server is back")
        assert toast.accessibleName() == "Moved"
        toast.act()
        assert receiver.calls == 1
        said = []
        while toast.isVisible():
            said.append(toast.accessibleName())
            toast.close_toast()
        assert said == ["Two customers leave soon", "The server is back"]

    def test_an_answer_does_not_wait_for_news(self, home: QWidget) -> None:
        toast = w.Toast(home)
        toast.show_news("A customer leaves soon")
        toast.show_text("Moved")
        assert toast.accessibleName() == "Moved"
        toast.close_toast()
        assert toast.accessibleName() == "A customer leaves soon"
        toast.drop()
        assert not toast.isVisible()

    def test_an_offer_stays_its_time_whatever_the_pointer_does(
        self, home: QWidget, qtbot: QtBot
    ) -> None:
        receiver, toast = Receiver(), w.Toast(home)
        toast.show_text("Moved", action=w.Action("Undo", receiver.act))
        timer = toast.findChild(QTimer)
        assert timer is not None
        assert timer.remainingTime() > 9_000
        place = QPointF(5, 5)
        QApplication.sendEvent(toast, QEnterEvent(place, place, place))
        assert not timer.isActive()
        QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
        assert timer.remainingTime() > 9_000
        toast.drop()

    def test_undo_acts_once_and_closes(self, home: QWidget, qtbot: QtBot) -> None:
        receiver, toast = Receiver(), w.Toast(home)
        toast.show_text("Moved", action=w.Action("Undo", receiver.act, hint="Ctrl+Z"))
        button = toast.findChild(w.Button, "toast_action")
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert receiver.calls == 1
        assert not toast.isVisible()
        toast.act()
        assert receiver.calls == 1

    def test_it_goes_by_itself(self, home: QWidget, qtbot: QtBot) -> None:
        toast = w.Toast(home)
        toast.show_text("Moved", seconds=0)
        if toast.isVisible():
            with qtbot.waitSignal(toast.closed, timeout=2_000):
                pass
        assert not toast.isVisible()

    def test_a_newer_one_replaces_the_older(self, home: QWidget) -> None:
        receiver, toast = Receiver(), w.Toast(home)
        toast.show_text("First", action=w.Action("Undo", receiver.act))
        toast.show_text("Second")
        assert toast.accessibleName() == "Second"
        toast.act()
        assert receiver.calls == 0

    def test_its_words_are_read_in_both_themes(self, home: QWidget, themed: QApplication) -> None:
        toast = w.Toast(home)
        toast.show_text("Moved")
        theme.apply(themed, Scheme.DARK)
        shown = picture(toast)
        assert has(shown, theme.tokens().tipGround)
        assert has(shown, theme.tokens().onTip)
        toast.close_toast()


def test_a_notice_in_a_form_grows_with_its_words(themed: QApplication, qtbot: QtBot) -> None:
    frame = w.NoticeFrame(name="late")
    qtbot.addWidget(frame)
    assert frame.isHidden()
    frame.show_notice("14 July lies after the release date.", "Short.")
    short = frame.heightForWidth(438)
    frame.show_notice("14 July lies after the release date.", "A long text. " * 12)
    assert frame.heightForWidth(438) > short
    assert "14 July" in frame.accessibleName()
    frame.dismiss()
    assert frame.isHidden()


class TestStates:
    @pytest.fixture
    def stack(self, themed: QApplication, qtbot: QtBot) -> w.StateStack:
        empty = w.EmptyState("calendar-check", "Nothing waits", "Customers …", name="empty")
        made = w.StateStack(QWidget(), empty, name="states")
        qtbot.addWidget(made)
        made.resize(900, 600)
        made.show()
        return made

    def test_each_page_is_shown_in_turn(self, stack: w.StateStack) -> None:
        seen = [stack.state]
        stack.show_loading()
        assert has(picture(stack), LIGHT.plain)
        seen.append(stack.state)
        stack.show_empty()
        seen.append(stack.state)
        stack.show_error("The list could not be read", "The server is away.")
        assert stack.error.words == ("The list could not be read", "The server is away.")
        seen.append(stack.state)
        stack.show_list()
        assert [*seen, stack.state] == [
            w.State.LIST,
            w.State.LOADING,
            w.State.EMPTY,
            w.State.ERROR,
            w.State.LIST,
        ]

    def test_an_error_offers_another_try(self, stack: w.StateStack, qtbot: QtBot) -> None:
        stack.show_error("Away", "Try later.")
        told = QSignalSpy(stack.retried)
        qtbot.mouseClick(stack.retry, Qt.MouseButton.LeftButton)
        assert told.count() == 1

    def test_the_empty_column_is_at_most_520_wide(self, stack: w.StateStack) -> None:
        stack.empty.set_words("Nothing", "word " * 80)
        stack.empty.set_footnote("Next: Tue 9 June")
        stack.show_empty()
        paragraph = stack.empty.findChild(w.Paragraph)
        assert paragraph is not None
        QApplication.processEvents()
        assert paragraph.width() <= 520
        assert paragraph.height() == paragraph.heightForWidth(paragraph.width())
        assert abs(paragraph.geometry().center().x() - 450) <= 1


def test_the_veil_covers_the_window_and_follows_it(themed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    scrim = w.Scrim(window)
    before = picture(window).pixelColor(200, 150)
    scrim.lay()
    assert scrim.geometry() == window.rect()
    assert picture(window).pixelColor(200, 150).lightness() < before.lightness()
    window.resize(500, 350)
    assert scrim.geometry() == window.rect()
    scrim.lift()
    assert not scrim.isVisible()


class TestLabels:
    def test_a_long_name_is_cut_and_told(self, themed: QApplication, qtbot: QtBot) -> None:
        holder = QWidget()
        qtbot.addWidget(holder)
        label = w.Label("A" * 300, cut=True)
        QVBoxLayout(holder).addWidget(label)
        holder.resize(200, 60)
        holder.show()
        picture(holder)
        assert holder.width() == 200
        assert label.toolTip() == "A" * 300
        label.setText("short")
        picture(holder)
        assert label.toolTip() == ""

    def test_labels_do_not_read_markup(self, themed: QApplication, qtbot: QtBot) -> None:
        label = w.Label("<b>x</b>")
        qtbot.addWidget(label)
        assert label.sizeHint().width() > 30
        assert label.sizeHint().height() == 20

    def test_a_label_changes_its_colour(self, themed: QApplication, qtbot: QtBot) -> None:
        label = w.Label("########", ink="text2")
        qtbot.addWidget(label)
        label.show()
        label.set_ink("urgent")
        words = label.palette().color(label.foregroundRole())
        assert words == QColor(LIGHT.urgent)

    def test_a_paragraph_has_lines_of_20_px(self, themed: QApplication, qtbot: QtBot) -> None:
        text = w.Paragraph("word " * 30, strong="First.")
        qtbot.addWidget(text)
        assert text.heightForWidth(200) % 20 == 0
        assert text.heightForWidth(200) > text.heightForWidth(400)
        text.set_text("one\ntwo")
        assert text.heightForWidth(400) == 40


def test_panes_draw_their_ground_and_edges(themed: QApplication, qtbot: QtBot) -> None:
    pane = w.Pane("raised", "bottom left")
    qtbot.addWidget(pane)
    pane.resize(20, 20)
    shown = picture(pane)
    assert shown.pixelColor(10, 10) == QColor(LIGHT.raised)
    assert shown.pixelColor(10, 19) == QColor(LIGHT.border)
    assert shown.pixelColor(0, 10) == QColor(LIGHT.border)
    assert shown.pixelColor(19, 10) == QColor(LIGHT.raised)


def test_every_interactive_widget_is_named(themed: QApplication, qtbot: QtBot) -> None:
    pane = navigation()
    stack = w.StateStack(QWidget(), w.EmptyState("sun", "a", "b", name="e"), name="s")
    for widget in (pane, stack):
        qtbot.addWidget(widget)
        for child in widget.findChildren(QWidget):
            if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.metaObject().className() in (
                "FindButton",
                "NavigationList",
                "Button",
            ):
                assert child.objectName()
                assert child.accessibleName() or getattr(child, "text", str)()
