"""Today in windows of every usual size: the reason is cut last, and a name never for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.events import new_id
from salesdesk.services import follow_ups
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.today.columns import Columns, Needs, columns, needs_of, reason_width
from salesdesk.ui.today.model import SECTIONS
from salesdesk.ui.today.rows import DayLine
from tests.support.factories import NOON, Office
from tests.support.windows import OpenWindow, Sit

DAY = timedelta(days=1)
SIZES = [(960, 600), (1024, 700), (1280, 720), (1366, 768), (1440, 900)]
LONG = "Raden Ajeng Kartini Djojohadikusumo"
COMPANY = "PT Persada Nusantara Jaya Abadi Tbk"
Fill = Callable[[Office], None]
NOTE = "Call the secretary about the seminar of the whole region before the director flies out"


def short(office: Office) -> None:
    """Short names and companies, and reasons of many words; the day of release is near."""
    mine = office.lead_uid
    office.customer("Budi", owner=mine, since=NOON - 29 * DAY, company="CV Karya")
    siti = office.customer("Siti", owner=mine, since=NOON - 50 * DAY)
    office.contact(siti, at=NOON - 28.6 * DAY)
    office.customer("Dian", owner=mine, since=NOON - 8 * DAY, status=SalesStatus.HOT)


def long_ones(office: Office) -> None:
    """The same with somebody of a long name and a long company."""
    short(office)
    office.customer(LONG, owner=office.lead_uid, since=NOON - 27 * DAY, company=COMPANY)


def noted(office: Office) -> None:
    """The same with follow-ups whose notes are longer than any window."""
    long_ones(office)
    late = office.customer("Lina", owner=office.lead_uid, since=NOON - 9 * DAY)
    office.contact(late, at=NOON - 8 * DAY, next_step=NOON - 4 * DAY, notes=f"{NOTE} {NOTE}")
    due = office.customer("Fajar", owner=office.lead_uid, since=NOON - 9 * DAY)
    follow_ups.plan(office.lead, new_id(), due, NOON + timedelta(hours=2), NOTE)


def of_others(office: Office) -> None:
    """Customers of an agent whose name stands in every reason."""
    for name, days in (("Agus", 29.2), ("Ratna", 27)):
        office.customer(name, owner=office.agent_uid, since=NOON - days * DAY, company=COMPANY)


def lines_of(at: OpenWindow) -> list[DayLine]:
    """Every row of Today."""
    model = at.window.today.model
    return [line for section in SECTIONS for line in model.rows_in(section)]


def at_every_size(at: OpenWindow) -> Iterator[tuple[str, Columns]]:
    """The columns in a window of every size, without the panel and beside it."""
    for size in SIZES:
        at.window.resize(*size)
        at.window.controller.close_panel()
        for panel in ("alone", "beside the panel"):
            at.settle()
            view = at.window.today.list
            place = view.columns()
            assert place.width == view.viewport().width()
            yield f"{size} {panel}", place
            at.window.today.focus_list()
            at.give(Cmd.PANEL)


@pytest.mark.parametrize("fill", [short, long_ones, noted, of_others])
def test_no_reason_is_cut_while_a_lesser_column_has_more_than_it_needs(
    workspace: Office, sit: Sit, fill: Fill
) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    at.give(Cmd.GO_TODAY)
    if fill is of_others:
        at.give(Cmd.CLEAR_FILTERS)
    shown = lines_of(at)
    assert shown
    needs = needs_of(shown)
    for where, place in at_every_size(at):
        cut = [line for line in shown if reason_width(line.reason) > place.reason_room]
        if not place.two_lines:
            assert place.reason_room >= needs.words, where
            assert place.name_room >= needs.name, where
            if cut:
                assert place.name_room == needs.name, where
                assert place.company_room <= needs.company, where
        for line in cut:
            # Only what somebody wrote is cut, or what no line of this window could hold.
            assert line.reason.note or place.two_lines, where
        assert place.chip_room == needs.chip
        assert place.days_room == needs.days


def test_what_the_program_says_is_read_whole_at_every_size(workspace: Office, sit: Sit) -> None:
    long_ones(workspace)
    at = sit(workspace, workspace.lead)
    at.give(Cmd.GO_TODAY)
    for where, place in at_every_size(at):
        for line in lines_of(at):
            assert reason_width(line.reason) <= place.reason_room, (where, line.reason.text)
            assert painting.width(line.name, Face.MEDIUM) <= place.name_room, (where, line.name)


def test_where_there_is_room_a_name_has_160(workspace: Office, sit: Sit) -> None:
    short(workspace)
    at = sit(workspace, workspace.lead)
    at.window.resize(1440, 900)
    at.give(Cmd.GO_TODAY)
    at.window.controller.close_panel()
    at.settle()
    place = at.window.today.list.columns()
    assert place.company - place.name >= theme.px(160)
    assert place.reason_room > place.company_room


def test_the_columns_stand_while_rows_leave_and_begin_anew_with_another_day(
    workspace: Office, sit: Sit
) -> None:
    long_ones(workspace)
    at = sit(workspace, workspace.lead)
    at.window.resize(1280, 720)
    at.give(Cmd.GO_TODAY)
    view = at.window.today.list
    before = view.columns()
    longest = next(line for line in lines_of(at) if line.name == LONG)
    workspace.contact(longest.id, at=NOON)
    at.give(Cmd.REFRESH)
    assert LONG not in [line.name for line in lines_of(at)]
    assert view.columns() == before
    at.give(Cmd.SEARCH)
    at.bot.keyClicks(at.window.today.header.search, "budi")
    at.key(Qt.Key.Key_Return)
    assert view.columns() != before


def test_who_is_chosen_stays_in_sight_when_the_rows_become_higher(
    workspace: Office, sit: Sit
) -> None:
    workspace.customers(30, owner=workspace.lead_uid, since=NOON - 26 * DAY)
    at = sit(workspace, workspace.lead)
    at.window.resize(1280, 720)
    at.give(Cmd.GO_TODAY)
    view = at.window.today.list
    low = view.in_sight()[-2]
    view.go_to_id(low.id)
    before = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(before)
    at.give(Cmd.PANEL)
    assert at.window.panel.isVisible()
    after = view.visualRect(view.currentIndex())
    assert after.height() > before.height()
    # Qt scrolls to the row but for one pixel.
    assert view.viewport().rect().adjusted(0, 0, 0, 1).contains(after)
    assert view.current_line() == low


# --- the reckoning alone --------------------------------------------------------------------------

NEEDS = Needs(name=120, company=150, chip=50, reason=430, words=430, days=60)


@pytest.mark.parametrize("width", range(560, 1700, 19))
def test_the_columns_fit_every_width(themed: object, width: int) -> None:
    at = columns(width, NEEDS)
    assert at.name < at.company <= at.chip < at.days < at.acts < width
    assert at.days_room == NEEDS.days
    if at.two_lines:
        assert at.reason == at.name
        assert at.reason_room == width - 2 * at.name
    else:
        assert at.chip_room == NEEDS.chip
        assert at.reason_room >= NEEDS.reason
        assert at.name_room >= NEEDS.name


def test_a_company_gives_way_before_a_reason_and_is_not_shown_as_a_rest(themed: object) -> None:
    shown = [columns(width, NEEDS) for width in range(900, 1300)]
    rooms = [place.company_room for place in shown if not place.two_lines]
    assert rooms[0] == 0
    assert rooms[-1] >= NEEDS.company
    assert all(room == 0 or room >= 96 for room in rooms)


def test_a_long_note_takes_no_line_of_its_own_and_no_company_away(themed: object) -> None:
    noted_needs = Needs(name=120, company=150, chip=50, reason=1900, words=400, days=60)
    at = columns(1170, noted_needs)
    assert not at.two_lines
    assert at.name_room == 120
    assert at.company_room == 96
    assert at.reason_room >= 400
