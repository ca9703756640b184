"""The settings screen by mouse and keys: change, refuse, conflict, save, leave."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from salesdesk.domain.audit import AuditQuery
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.moments import DAY
from salesdesk.domain.settings import (
    DEFINITIONS,
    FIREBASE_PROJECT,
    GUARD,
    LIMIT_COLD,
    LIMIT_HOT,
    LIMIT_WARM,
    OFFICE_ZONE,
    PERIOD,
    POOL_MOST,
)
from salesdesk.services.admin import settings
from salesdesk.ui.audit.screen import AuditScreen
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit import motion, theme
from salesdesk.ui.kit.forms.cell_table import CellTable
from salesdesk.ui.kit.language import LANGUAGES
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.settings.screen import SettingsScreen
from salesdesk.ui.settings.setting_row import SettingRow
from tests.support.factories import Office
from tests.support.languages import spoken
from tests.support.settings import set_to
from tests.support.windows import OpenWindow, Sit, covered, cut_cells

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(at: OpenWindow) -> SettingsScreen:
    at.bot.keyClick(at.window, Qt.Key.Key_Comma, CTRL)
    at.settle()
    screen = at.window.place("settings")
    assert isinstance(screen, SettingsScreen)
    assert at.window.shown == "settings"
    return screen


def row(screen: SettingsScreen, key: str) -> SettingRow:
    return next(view.rows[key] for view in screen.shared.values() if key in view.rows)


def type_into(at: OpenWindow, screen: SettingsScreen, key: str, text: str) -> None:
    """Click into a field and type over what stands there."""
    field = row(screen, key).editor.field
    at.bot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(12, field.height() // 2))
    field.setFocus()
    at.bot.keyClick(field, Qt.Key.Key_A, CTRL)
    at.bot.keyClicks(field, text)
    at.bot.keyClick(field, Qt.Key.Key_Tab)
    at.settle()


def click(at: OpenWindow, name: str) -> None:
    at.bot.mouseClick(at.child(QPushButton, name), Qt.MouseButton.LeftButton)
    at.settle()


def test_each_setting_stands_on_exactly_one_page(workspace: Office, sit: Sit) -> None:
    screen = opened(sit(workspace, workspace.admin))
    shown = [key for view in screen.shared.values() for key in view.rows]
    assert sorted(shown) == sorted(each.key for each in DEFINITIONS)
    assert not screen.is_edited
    assert not screen.bar.isVisible()


def test_a_limit_is_changed_with_its_forecast_and_saved_by_keys(office: Office, sit: Sit) -> None:
    for status in ("Ani", "Budi"):
        office.customer(status, owner=office.agent_uid, since=office.now - 25 * DAY)
    at = sit(office, office.admin)
    screen = opened(at)
    at.bot.mouseClick(screen.shared["release"].limits.button("all"), Qt.MouseButton.LeftButton)
    type_into(at, screen, LIMIT_COLD.key, "60")
    at.bot.waitUntil(lambda: screen.effect.forecast is not None)
    assert "2 customers stay who would leave within 14 days" in screen.effect.sentence.text()
    assert screen.bar.count.text() == "3 changes are not saved"
    at.bot.keyClick(row(screen, LIMIT_COLD.key).editor.field, Qt.Key.Key_S, CTRL)
    at.settle()
    limits = settings.read(office.admin).limits
    assert limits.cold == limits.warm == limits.hot == 60 * DAY
    assert not screen.bar.isVisible()
    assert at.told.startswith("Saved.")
    cells = at.child(CellTable, "settings_changes_release").cells
    assert cells.rowCount() == 3
    assert "the default → 60" in str(cells.index(0, 2).data())


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1440, 900)])
def test_a_page_and_its_forecast_are_never_cut_by_each_other(
    size: tuple[int, int], office: Office, sit: Sit
) -> None:
    office.customers(60, owner=office.agent_uid, since=office.now - 25 * DAY)
    with spoken("id"):
        at = sit(office, office.admin)
        screen = opened(at)
        at.window.resize(*size)
        at.bot.mouseClick(screen.shared["release"].limits.button("all"), Qt.MouseButton.LeftButton)
        type_into(at, screen, LIMIT_COLD.key, "5")
        at.bot.waitUntil(lambda: screen.effect.forecast is not None)
        for part in (screen.shared["release"], screen.effect):
            assert part.isVisible()
            # At the right of both is a margin of 16 px, in which nothing is written.
            body = part.widget()
            assert body is not None
            assert body.width() - part.viewport().width() < theme.px(16)
            assert part.height() >= 120


def test_a_run_that_frees_nobody_is_told_in_a_whole_sentence(office: Office, sit: Sit) -> None:
    office.customers(2, owner=office.agent_uid, since=office.now - 5 * DAY)
    with spoken("id"):
        at = sit(office, office.admin)
        screen = opened(at)
        at.bot.waitUntil(lambda: screen.effect.forecast is not None)
        sentence = screen.effect.sentence
        assert sentence.text() == "Tidak ada yang akan lepas pada putaran berikutnya."
        screen.shared["release"].limits.choose("all")
        type_into(at, screen, LIMIT_COLD.key, "60")
        at.bot.waitUntil(lambda: screen.effect.forecast is not None)
        assert sentence.text().endswith("Putaran berikutnya tidak akan melepas siapa pun.")


def test_how_many_leave_now_is_never_cut(office: Office, sit: Sit) -> None:
    office.customers(60, owner=office.agent_uid, since=office.now - 25 * DAY)
    at = sit(office, office.admin)
    screen = opened(at)
    at.window.resize(1440, 900)
    at.bot.mouseClick(screen.shared["release"].limits.button("each"), Qt.MouseButton.LeftButton)
    type_into(at, screen, LIMIT_COLD.key, "5")
    at.bot.waitUntil(lambda: screen.effect.forecast is not None)
    table = screen.effect.table
    assert table.cells.index(3, 1).data() == "0 → 60"
    assert [cut for column in range(5) for cut in cut_cells(table, column)] == []


def test_whom_the_next_run_would_free_is_asked_first_and_listed(office: Office, sit: Sit) -> None:
    office.customer("Ani", owner=office.agent_uid, since=office.now - 25 * DAY)
    at = sit(office, office.admin)
    screen = opened(at)
    at.bot.mouseClick(screen.shared["release"].limits.button("each"), Qt.MouseButton.LeftButton)
    type_into(at, screen, LIMIT_COLD.key, "20")
    at.bot.keyClick(row(screen, LIMIT_COLD.key).editor.field, Qt.Key.Key_S, CTRL)
    at.settle()
    dialog = at.dialog("settings_frees")
    said = dialog.findChild(QWidget, "settings_frees_text")
    assert said is not None
    assert "the next run frees 1 customer" in str(said.property("text"))
    at.key(Qt.Key.Key_Escape)
    assert settings.stored(office.admin).texts == {}
    at.bot.waitUntil(lambda: screen.effect.forecast is not None)
    click(at, "effect_show_due")
    assert at.dialogs() == ["leave_dialog"], "the change is not saved yet"
    at.press(at.dialog("leave_dialog"), "leave_save")
    at.press(at.dialog("settings_frees"), "settings_frees_act")
    assert settings.stored(office.admin).texts == {LIMIT_COLD.key: "20"}
    assert at.window.shown == "customers"
    assert at.names() == ["Ani"]


def test_what_is_out_of_bounds_is_said_at_its_field_and_cannot_be_saved(
    workspace: Office, sit: Sit
) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    type_into(at, screen, LIMIT_COLD.key, "0")
    assert "between 1 and 3650" in row(screen, LIMIT_COLD.key).error.text()
    assert not screen.bar.save.isEnabled()
    screen.open_page("office")
    type_into(at, screen, OFFICE_ZONE.key, "Atlantis/Nowhere")
    assert "not the name of a time zone" in row(screen, OFFICE_ZONE.key).error.text()
    at.bot.keyClick(row(screen, OFFICE_ZONE.key).editor.field, Qt.Key.Key_Escape)
    at.settle()
    assert not screen.is_edited
    assert settings.stored(workspace.admin).texts == {}


def test_a_colleagues_change_is_shown_and_not_overwritten(office: Office, sit: Sit) -> None:
    at = sit(office, office.admin)
    screen = opened(at)
    screen.shared["release"].limits.choose("each")
    type_into(at, screen, LIMIT_COLD.key, "60")
    set_to(office.admin, LIMIT_COLD.key, "45")
    screen.save()
    at.settle()
    assert settings.stored(office.admin).texts[LIMIT_COLD.key] == "45"
    assert screen.bar.count.text() == "Not saved."
    assert "colleague" in screen.bar.what.text()
    told = row(screen, LIMIT_COLD.key)
    assert told.text == "60"
    assert told.theirs.isVisible()
    assert told.theirs.hasHeightForWidth()
    whole = told.theirs.heightForWidth(told.theirs.width())
    at.bot.waitUntil(lambda: told.theirs.height() >= whole > 0)
    assert "Sari Dewi" in told.theirs.text()
    assert "45" in told.theirs.text()
    assert told.changed.text() == "changed, was 45"
    screen.save()
    at.settle()
    assert settings.stored(office.admin).texts[LIMIT_COLD.key] == "60"


def test_leaving_asks_to_save_to_discard_or_to_stay(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    screen.open_page("pool")
    box = row(screen, POOL_MOST.key).editor.field
    at.bot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(9, box.height() // 2))
    assert row(screen, POOL_MOST.key).text == "60"
    at.give(Cmd.GO_TODAY)
    at.key(Qt.Key.Key_Escape)
    assert at.window.shown == "settings"
    assert screen.is_edited
    at.give(Cmd.GO_TODAY)
    at.press(at.dialog("leave_dialog"), "leave_save")
    assert at.window.shown == "today"
    assert settings.stored(workspace.admin).texts == {POOL_MOST.key: "60"}
    at.give(Cmd.GO_SETTINGS)
    screen.open_page("pool")
    at.bot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(9, box.height() // 2))
    assert not at.window.close()
    at.press(at.dialog("leave_dialog"), "leave_discard")
    assert not at.window.isVisible()
    assert settings.stored(workspace.admin).texts == {POOL_MOST.key: "60"}


def test_the_question_goes_once_the_save_under_way_has_gone_through(
    workspace: Office, sit: Sit
) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    screen.open_page("pool")
    box = row(screen, POOL_MOST.key).editor.field
    at.bot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(9, box.height() // 2))
    screen.save()
    at.window.bar.action(Cmd.GO_TODAY).trigger()
    assert at.dialogs() == ["leave_dialog"], "what is being saved is not saved yet"
    at.settle()
    assert at.dialogs() == []
    assert at.window.shown == "today"
    assert settings.stored(workspace.admin).texts == {POOL_MOST.key: "60"}


def test_who_may_not_change_them_reads_them(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    screen = opened(at)
    assert not row(screen, LIMIT_COLD.key).editor.isEnabled()
    assert not screen.effect.isVisible()
    assert "policy:edit" in at.text("settings_page_subtitle")


def test_without_the_server_nothing_can_be_changed(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    at.session.connection.report(Unavailable("Away."))
    assert not row(screen, PERIOD.key).editor.isEnabled()
    at.session.connection.try_now()
    at.settle()
    assert row(screen, PERIOD.key).editor.isEnabled()


def test_a_search_finds_the_page_by_what_stands_on_it(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    at.bot.keyClick(screen.view, Qt.Key.Key_F, CTRL)
    at.bot.keyClicks(screen.list.search, "former customers")
    at.bot.keyClick(screen.list.search, Qt.Key.Key_Return)
    assert at.text("settings_page_title") == "Pool"


def test_looks_count_at_once(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.agent)
    screen = opened(at)
    screen.open_page("appearance")
    screen.appearance.schemes.choose("dark")
    assert theme.scheme() is Scheme.DARK
    screen.appearance.scales.choose("115")
    assert theme.scale() == 115
    screen.appearance.first_day.setCurrentIndex(3)
    screen.appearance.first_day.activated.emit(3)
    assert at.settings.value("appearance/first_day") == 7
    screen.appearance.motion.choose("reduced")
    assert motion.is_reduced()
    assert at.settings.value("appearance/reduced_motion") is True
    screen.appearance.motion.choose("system")
    assert not motion.is_reduced()


def test_each_language_is_offered_in_its_own_words(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.agent)
    screen = opened(at)
    screen.open_page("language")
    wanted: list[str] = []
    at.window.language_wanted.connect(wanted.append)
    choice = screen.language.choice
    assert [choice.button(code).text() for code in LANGUAGES] == list(LANGUAGES.values())
    at.bot.mouseClick(choice.button("id"), Qt.MouseButton.LeftButton)
    at.bot.mouseClick(choice.button("system"), Qt.MouseButton.LeftButton)
    assert wanted == ["id", ""]


def test_an_unreadable_setting_says_so_and_is_mended(workspace: Office, sit: Sit) -> None:
    workspace.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, 'soon')",
        LIMIT_HOT.key,
    )
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    screen.shared["release"].limits.choose("each")
    assert "not a whole number" in row(screen, LIMIT_HOT.key).error.text()
    type_into(at, screen, LIMIT_HOT.key, "31")
    screen.save()
    at.settle()
    assert settings.read(workspace.admin).faults == ()


def test_the_guard_is_part_of_what_is_reckoned(office: Office, sit: Sit) -> None:
    office.customers(30, owner=office.agent_uid, since=office.now - timedelta(days=25))
    at = sit(office, office.admin)
    screen = opened(at)
    screen.shared["release"].limits.choose("all")
    type_into(at, screen, LIMIT_COLD.key, "20")
    at.bot.waitUntil(lambda: screen.effect.forecast is not None)
    assert "guard would hold it" in screen.effect.sentence.text()
    box = row(screen, GUARD.key).editor.field
    at.bot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(9, box.height() // 2))
    at.bot.waitUntil(lambda: screen.effect.forecast is not None)
    at.settle()
    assert "guard" not in screen.effect.sentence.text()
    assert LIMIT_WARM.key in screen._release_edits()
    screen.discard()


def test_a_session_that_is_over_closes_its_window_without_asking(
    workspace: Office, sit: Sit
) -> None:
    """Another role, or the end of the program: to stay would be to stay in a dead window."""
    at = sit(workspace, workspace.admin)
    screen = opened(at)
    screen.open_page("pool")
    box = row(screen, POOL_MOST.key).editor.field
    at.bot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(9, box.height() // 2))
    assert screen.is_edited
    at.window.end()
    assert not at.window.isVisible()
    assert at.dialogs() == []


def test_all_changes_are_shown_in_the_audit(workspace: Office, sit: Sit) -> None:
    set_to(workspace.admin, LIMIT_COLD.key, "45")
    at = sit(workspace, workspace.admin)
    opened(at)
    click(at, "settings_changes_release_all")
    assert at.window.shown == "audit"
    audit = at.window.place("audit")
    assert isinstance(audit, AuditScreen)
    assert audit.query == AuditQuery(days=None, subject="settings")
    assert audit.table.cells.rowCount() == 1


def test_what_is_wrong_with_a_value_is_said_in_the_windows_language(
    workspace: Office, sit: Sit
) -> None:
    with spoken("id"):
        at = sit(workspace, workspace.admin)
        screen = opened(at)
        screen.open_page("release")
        type_into(at, screen, LIMIT_COLD.key, "0")
        assert "0 tidak di antara 1 dan" in row(screen, LIMIT_COLD.key).error.text()
        screen.open_page("sign_in")
        type_into(at, screen, FIREBASE_PROJECT.key, "No Project!")
        assert "tidak seperti" in row(screen, FIREBASE_PROJECT.key).error.text()


def test_the_agents_most_touched_are_bars_beside_their_names(office: Office, sit: Sit) -> None:
    office.customers(3, owner=office.agent_uid, since=office.now - 20 * DAY)
    office.customers(1, owner=office.other_uid, since=office.now - 20 * DAY)
    at = sit(office, office.admin)
    screen = opened(at)
    at.bot.mouseClick(screen.shared["release"].limits.button("all"), Qt.MouseButton.LeftButton)
    type_into(at, screen, LIMIT_COLD.key, "60")
    at.bot.waitUntil(lambda: screen.effect.forecast is not None)
    lines = screen.effect.agents.shown
    assert [(one.name, one.said) for one in lines] == [
        ("Andi Firmansyah", "3"), ("Eko Saputra", "1"),
    ]  # fmt: skip
    assert [one.share for one in lines] == [1.0, 1 / 3]
    assert covered(screen.effect.agents) == []
