"""The audit by mouse and keys: plain words, filters, before and after, a file, no way to change."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from salesdesk.domain.audit import SUBJECTS, AuditQuery
from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.exporting import Figures
from salesdesk.domain.moments import DAY
from salesdesk.domain.settings import LIMIT_COLD
from salesdesk.services import contacts, exporting, ownership, stage_moves
from salesdesk.services.admin import audit, people
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.ui.audit import texts
from salesdesk.ui.audit.screen import AuditScreen
from salesdesk.ui.audit.texts import Field
from salesdesk.ui.commands import Cmd
from tests.support.factories import Office
from tests.support.languages import spoken
from tests.support.settings import set_to
from tests.support.windows import OpenWindow, Sit, choose_filter, covered, cut_cells


def fill(office: Office) -> str:
    """A day's acts; the customer of most of them."""
    one = office.customer("Siti <b>Rahmawati</b>")
    ownership.claim(office.agent, new_id(), one)
    office.pass_time(timedelta(minutes=1))
    draft = ContactDraft(new_id(), one, Method.CALL, Outcome.SUCCESSFUL, notes="=1+1 <i>first</i>")
    contacts.log(office.agent, draft)
    office.pass_time(timedelta(minutes=1))
    stage_moves.move(office.agent, new_id(), one, SalesStatus.COLD, SalesStatus.HOT)
    office.pass_time(timedelta(minutes=1))
    set_to(office.admin, LIMIT_COLD.key, "40")
    office.pass_time(timedelta(minutes=1))
    people.grant(office.admin, new_id(), "andi@example.org", "Team Lead")
    return one


def opened(at: OpenWindow) -> AuditScreen:
    at.give(Cmd.GO_AUDIT)
    screen = at.window.place("audit")
    assert isinstance(screen, AuditScreen)
    return screen


def lines(screen: AuditScreen) -> list[tuple[str, ...]]:
    cells = screen.table.cells
    return [
        tuple(str(cells.index(row, column).data()) for column in range(1, 5))
        for row in range(cells.rowCount())
    ]


def click_row(at: OpenWindow, screen: AuditScreen, row: int) -> None:
    place = screen.table.visualRect(screen.table.cells.index(row, 2)).center()
    at.bot.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at.settle()


def test_a_role_and_an_account_are_told_with_the_person_who_got_them(
    office: Office, sit: Sit
) -> None:
    people.grant(office.admin, new_id(), "andi@example.org", "Team Lead")
    office.pass_time(timedelta(minutes=1))
    people.map_account(office.admin, new_id(), "desk@%", "andi@example.org")
    office.pass_time(timedelta(minutes=1))
    people.revoke(office.admin, new_id(), "andi@example.org")
    screen = opened(sit(office, office.admin))
    assert [line[3] for line in lines(screen)[:3]] == [
        "Andi Firmansyah: Team Lead → –",
        "Andi Firmansyah: desk@%",
        "Andi Firmansyah: Sales Agent → Team Lead",
    ]


def test_no_field_of_an_event_is_called_value_or_by_the_programs_own_word(
    office: Office, sit: Sit
) -> None:
    people.grant(office.admin, new_id(), "andi@example.org", "Team Lead")
    at = sit(office, office.admin)
    screen = opened(at)
    click_row(at, screen, 0)
    assert [one.name for one in screen.panel.fields.lines] == ["Role", "Person"]


def test_a_confirmed_run_tells_how_many_were_listed_in_words(office: Office, sit: Sit) -> None:
    office.customers(25, owner=office.agent_uid, since=office.now - 40 * DAY)
    run.run(office.admin, Cause.COMMAND)
    run.confirm(office.admin)
    with spoken("id"):
        screen = opened(sit(office, office.admin))
        told = [line for line in lines(screen) if line[1] == "Menyetujui putaran pelepasan"]
        assert [line[3] for line in told] == ["Dalam daftar: 25"]


def test_events_are_told_in_plain_words_the_newest_first(office: Office, sit: Sit) -> None:
    fill(office)
    screen = opened(sit(office, office.admin))
    assert [(line[0], line[1]) for line in lines(screen)] == [
        ("Sari Dewi", "Gave a role"),
        ("Sari Dewi", "Changed a setting"),
        ("Andi Firmansyah", "Moved the status"),
        ("Andi Firmansyah", "Logged a call"),
        ("Andi Firmansyah", "Claimed"),
    ]
    assert lines(screen)[1][3].endswith("40")
    assert lines(screen)[2][2] == "Siti <b>Rahmawati</b>", "a name is text, whatever it holds"
    assert lines(screen)[2][3] == "Cold → Hot"
    assert lines(screen)[3][3] == "successful"


def test_what_is_exported_meanwhile_on_another_desktop_comes_in_by_itself(
    office: Office, sit: Sit
) -> None:
    at = sit(office, office.admin)
    screen = opened(at)
    at.window.live.ask()
    at.settle()
    exporting.copied(office.lead, new_id(), 500, "customers")
    at.window.live.ask()
    at.settle()
    assert lines(screen)[0][1] == "Exported"


def test_the_moment_of_an_event_is_never_cut(office: Office, sit: Sit) -> None:
    one = office.customer("Andi Wijaya")
    office.pass_time(timedelta(days=114))
    fill(office)
    at = sit(office, office.admin)
    screen = opened(at)
    assert str(screen.table.cells.index(0, 0).data()).startswith("today ")
    office.pass_time(timedelta(days=120))
    stage_moves.move(office.admin, new_id(), one, SalesStatus.COLD, SalesStatus.WARM)
    screen.clear_filters()
    at.settle()
    told = [str(screen.table.cells.index(row, 0).data()) for row in range(2)]
    assert told[0].startswith("today "), told
    assert told[1].startswith("30 Sept 2026, "), "of another year the year is told"
    assert cut_cells(screen.table, 0) == []


def test_an_event_tells_the_computer_that_it_was_done_on(office: Office, sit: Sit) -> None:
    one = office.customer("Siti Rahmawati")
    ownership.claim(office.agent, new_id(), one)
    office.pass_time(timedelta(minutes=1))
    office.agent.store.host = "PC-ANDI"
    logged = ContactDraft(new_id(), one, Method.CALL, Outcome.SUCCESSFUL)
    contacts.log(office.agent, logged)
    office.pass_time(timedelta(minutes=1))
    set_to(office.admin, LIMIT_COLD.key, "40")
    at = sit(office, office.admin)
    screen = opened(at)
    cells = screen.table.cells
    told = [(str(cells.index(row, 2).data()), cells.index(row, 5).data()) for row in range(3)]
    assert told == [("Changed a setting", "PC-ANDI"), ("Logged a call", "PC-ANDI"), ("Claimed", "")]
    click_row(at, screen, 1)
    assert "PC-ANDI" in [label.text() for label in screen.panel.findChildren(QLabel)]
    assert "Computer" not in [field.name for field in screen.panel.fields.lines]


def test_filters_narrow_and_are_taken_off(office: Office, sit: Sit) -> None:
    one = fill(office)
    at = sit(office, office.admin)
    screen = opened(at)
    choose_filter(at, screen.filters, "what", "Settings")
    assert [line[1] for line in lines(screen)] == ["Changed a setting"]
    screen.clear_filters()
    at.settle()
    at.bot.keyClicks(screen.search, "siti")
    at.bot.waitUntil(lambda: screen.query.words == "siti")
    at.settle()
    assert {line[1] for line in lines(screen)} == {
        "Moved the status", "Logged a call", "Claimed",
    }  # fmt: skip
    screen.search.set_search("")
    screen.only(one)
    at.settle()
    assert len(lines(screen)) == 3
    office.pass_time(timedelta(days=30))
    choose_filter(at, screen.filters, "when", "Last 7 days")
    assert lines(screen) == []
    assert screen.states.empty.isVisible()
    at.bot.mouseClick(at.child(QPushButton, "audit_clear"), Qt.MouseButton.LeftButton)
    at.settle()
    assert len(lines(screen)) == 5, "taking off all filters never leaves the list empty"


def test_one_event_with_its_fields_before_and_after(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.admin)
    screen = opened(at)
    click_row(at, screen, 1)
    assert screen.panel.title.text() == "Changed a setting"
    (changed,) = screen.panel.fields.lines
    assert changed == Field("Cold, days without a contact", "the default", "40")
    click_row(at, screen, 3)
    said = [one.after for one in screen.panel.fields.lines]
    assert "=1+1 <i>first</i>" in said
    assert {"Call", "successful"} <= set(said), "in the window's words"
    assert not any(one.before for one in screen.panel.fields.lines), "nothing was there before"
    assert covered(screen.panel) == []
    copy = at.child(QPushButton, "event_copy")
    at.bot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "Logged a call" in at.session.copied[-1]
    at.bot.keyClick(screen.table, Qt.Key.Key_Escape)
    assert screen.panel.isHidden()


def test_pages_go_on_to_the_first_event(workspace: Office) -> None:
    for number in range(audit.PAGE + 5):
        workspace.database.execute(
            "INSERT INTO salesdesk_events (id, at, kind, details) "
            "VALUES (%s, %s, 'exported', '{}')",
            new_id(), (workspace.now - timedelta(seconds=number)).strftime("%Y-%m-%d %H:%M:%S"),
        )  # fmt: skip
    first = audit.page(workspace.admin, AuditQuery())
    assert len(first.rows) == audit.PAGE
    second = audit.page(workspace.admin, AuditQuery(), first.after)
    assert (len(second.rows), second.after) == (5, None)
    ids = {one.event.id for one in (*first.rows, *second.rows)}
    assert len(ids) == audit.PAGE + 5
    assert len(audit.everything(workspace.admin, AuditQuery())) == audit.PAGE + 5


def test_all_that_fits_is_offered_for_a_file(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.admin)
    screen = opened(at)
    at.bot.mouseClick(at.child(QPushButton, "audit_export"), Qt.MouseButton.LeftButton)
    at.settle()
    assert at.dialogs() == ["export_dialog"]
    offered = screen.exportable()
    assert offered is not None
    assert isinstance(offered.table, Figures)
    assert len(offered.table.rows) == 5
    assert len(offered.titles) == len(offered.table.rows[0])


def test_who_may_not_see_it_is_not_offered_it(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    assert not at.window.bar.action(Cmd.GO_AUDIT).isEnabled()
    with pytest.raises(NotAllowed):
        audit.page(workspace.lead, AuditQuery())


def test_every_kind_of_event_has_words_and_is_found_by_a_subject() -> None:
    unnamed = [
        kind for kind in EventKind if texts.what(kind) == kind.replace("_", " ").capitalize()
    ]
    assert set(unnamed) <= {EventKind.CLAIMED, EventKind.ASSIGNED, EventKind.TRANSFERRED,
                            EventKind.RELEASED, EventKind.PROTECTED, EventKind.EXPORTED,
                            EventKind.IMPORTED}, unnamed  # fmt: skip
    subjects = {key for key, _ in texts.subjects()}
    assert {""} | set(SUBJECTS) == subjects
    assert frozenset().union(*SUBJECTS.values()) == frozenset(EventKind)
