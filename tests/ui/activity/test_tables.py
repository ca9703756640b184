"""The tables, the frame and the exports of Activity, in a real window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.reports.report_scope import Period
from salesdesk.services.reports.speed import MissingIndex
from salesdesk.ui.activity import selection
from salesdesk.ui.activity.page import SectionView
from salesdesk.ui.activity.people_dialog import SeveralPeopleDialog
from salesdesk.ui.activity.period_dialog import PeriodDialog
from salesdesk.ui.activity.selection import CUSTOM, FrameChoice
from salesdesk.ui.activity.sorting import Order
from salesdesk.ui.kit.charts.spec import Bars, Rates
from salesdesk.ui.kit.widgets import FieldError, State
from tests.support.activity_screen import CONTACTS, activity, contacts, fill, names, sections, table
from tests.support.factories import Office
from tests.support.rows import put
from tests.support.windows import Sit


def column(view: SectionView, head: str) -> int:
    return view.section.heads.index(head)


def test_a_click_on_a_header_sorts_table_and_charts_and_few_never_top(
    office: Office, sit: Sit
) -> None:
    fill(office)
    at = sit(office, office.lead)
    view = contacts(at)
    assert names(view)[:2] == ["Andi Firmansyah", "Eko Saputra"]
    head = view.table.head
    place = head.sectionViewportPosition(column(view, "Success rate")) + 20
    for expected in (["Andi Firmansyah", "Eko Saputra"], ["Andi Firmansyah", "Eko Saputra"]):
        at.bot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
        assert names(view)[:2] == expected
        assert names(view)[-1] == "Team"
    view.sort(Order(0, descending=False))
    assert names(view)[:2] == ["Andi Firmansyah", "Eko Saputra"]
    view.sort(Order(0, descending=True))
    assert names(view)[:3] == ["Sari Dewi", "Rina Wulandari", "Eko Saputra"]
    assert names(view)[-1] == "Team"
    chart, beside = view.section.chart, view.section.beside
    assert isinstance(chart, Bars)
    assert isinstance(beside, Rates)
    assert chart.labels == beside.labels == tuple(names(view)[:-1])
    at.window.activity.refresh()
    at.settle()
    assert names(view)[:2] == ["Sari Dewi", "Rina Wulandari"]


def test_chart_and_table_share_what_is_pointed_at(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    view = contacts(at)
    view.table.selectRow(names(view).index("Eko Saputra"))
    target = view.chart.plot.current
    assert target is not None
    assert target.bit.tip == "Eko Saputra, WhatsApp: 3"
    assert view.beside is not None
    assert view.beside.plot.current is not None
    place = next(
        at for at, one in enumerate(view.chart.plot.targets) if one.bit.tip.startswith("Andi")
    )
    view.chart.plot.point(place)
    view.chart.plot.pointed.emit(0)
    current = view.table.current()
    assert current is not None
    assert current.id == "Andi Firmansyah"


def test_a_cell_opens_its_own_rows(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    view = contacts(at)
    row = names(view).index("Andi Firmansyah")
    view.table.opened.emit(view.table.cells.index(row, column(view, "Successful")))
    at.settle()
    assert at.window.activity.rows.count.text() == "6 contacts"


def test_days_of_ones_own(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "agents")
    screen.choice.ask_days()
    dialog = at.window.findChild(PeriodDialog)
    assert dialog is not None
    dialog.first.set_day(date(2026, 6, 7))
    dialog.last.set_day(date(2026, 6, 6))
    dialog.submit()
    assert _fault(dialog) == ("The last day is before the first.")
    dialog.last.set_day(date(2030, 1, 1))
    dialog.submit()
    assert _fault(dialog) == ("This is more than 1.096 days.")
    dialog.last.set_day(date(2026, 6, 7))
    dialog.submit()
    at.settle()
    assert screen.choice.choice.days == Period(date(2026, 6, 7), date(2026, 6, 7))
    assert table(sections(screen, "agents")[CONTACTS])[-1][1] == "2"


def _fault(dialog: PeriodDialog) -> str:
    error = dialog.findChild(FieldError, "period_last_error")
    assert error is not None
    return error.text()


def test_some_agents_are_asked_about_and_kept(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "agents")
    screen.choice.ask_people()
    dialog = at.window.findChild(SeveralPeopleDialog)
    assert dialog is not None
    assert not dialog.show_button.isEnabled()
    dialog.search.setText("eko")
    at.key(Qt.Key.Key_Down)
    at.key(Qt.Key.Key_Space)
    dialog.search.setText("")
    dialog.tick(office.lead_uid)
    dialog.submit()
    at.settle()
    assert screen.choice.people_button.text() == "2 agents"
    assert names(sections(screen, "agents")[CONTACTS]) == ["Eko Saputra", "Rina Wulandari", "Team"]
    screen.choice.filter(CustomerQuery(sources=frozenset({LeadSource.REFERRAL})))
    at.settle()
    view = sections(screen, "agents")[CONTACTS]
    assert "Source Referral" in view.chart.head.accessibleName()
    at.close()
    again = activity(sit(office, office.lead), "agents")
    assert again.choice.choice == screen.choice.choice
    assert again.choice.people_button.text() == "2 agents"


def test_former_people_can_be_chosen_and_keep_their_uid(office: Office, sit: Sit) -> None:
    fill(office)
    gone = {
        "id": "gone", "customer_id": office.customer(), "contacted_by_uid": "uid-gone",
        "contact_method": "call", "contact_status": "successful", "contact_date": office.now,
    }  # fmt: skip
    put(office.database, "customer_contacts", [gone])
    at = sit(office, office.lead)
    screen = activity(at, "agents")
    screen.choice.ask_people()
    dialog = at.window.findChild(SeveralPeopleDialog)
    assert dialog is not None
    dialog.search.setText("uid-gone")
    at.key(Qt.Key.Key_Down)
    at.key(Qt.Key.Key_Space)
    dialog.submit()
    at.settle()
    assert screen.choice.people_button.text() == "unknown user uid-gone"
    assert table(sections(screen, "agents")[CONTACTS])[0][1] == "1"


def test_a_tab_never_stands_over_the_charts_of_another(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "agents")
    screen.tabs.select("methods")
    screen.show_tab("methods")
    assert screen.states.currentIndex() == State.LOADING.value
    at.settle()
    screen.tabs.select("agents")
    screen.show_tab("agents")
    assert screen.pages.currentWidget() is screen._charts["agents"]
    assert screen.states.currentIndex() == State.LIST.value
    at.settle()


def test_an_agent_chooses_nobody_else(office: Office, sit: Sit) -> None:
    at = sit(office, office.agent)
    screen = activity(at, "agents")
    screen.choice.choose(FrameChoice(people=frozenset({office.other_uid})))
    at.settle()
    assert screen.choice.choice.people is None
    screen.choice.open_people()
    texts = [action.text() for action in screen.choice._menu.actions()]
    assert texts == ["Everybody", "Me"]


@pytest.mark.parametrize(
    "text",
    [
        "", "{}", "[]", '{"range": "13", "days": null, "people": null, "customers": {}}',
        '{"range": "custom", "days": ["2026-02-01", "2026-01-01"], "people": null}',
        '{"range": "7", "days": ["2026-01-01", "2026-01-02"], "people": null, "customers": {}}',
    ],
)  # fmt: skip
def test_a_spoilt_choice_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        selection.read(text)


def test_what_is_under_way_ends_today() -> None:
    today = date(2026, 6, 8)
    spring = FrameChoice("quarter").period(today)
    assert (spring, spring.before.days) == (Period(date(2026, 4, 1), today), 69)
    assert FrameChoice("year").period(today) == Period(date(2026, 1, 1), today)
    june = Period(date(2026, 6, 1), date(2026, 6, 30))
    assert FrameChoice(CUSTOM, june).period(today) == Period(june.first, today)
    assert FrameChoice(CUSTOM, june).period(date(2026, 7, 8)) == june


def test_a_choice_is_kept_as_it_is() -> None:
    period = Period(date(2026, 1, 1), date(2026, 2, 1))
    customers = CustomerQuery(statuses=frozenset({SalesStatus.HOT}))
    for choice in (
        FrameChoice(),
        FrameChoice(selection.CUSTOM, period, frozenset({"a", "b"}), customers),
    ):
        assert selection.read(selection.written(choice)) == choice


def test_two_agents_are_compared(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "agents")
    view = sections(screen, "agents")["agents_compare"]
    assert list(view.section.heads[1::2]) == ["Andi Firmansyah", "Eko Saputra"]
    rows = {row[0]: row[1:] for row in table(view)}
    assert rows["All contacts"] == ["12", "0", "3", "0"]
    assert rows["Success rate"][0] == "50 %"
    combo = view.findChild(QComboBox, "agents_compare_second")
    assert combo is not None
    combo.setCurrentIndex(combo.findText("Team"))
    combo.activated.emit(combo.currentIndex())
    at.settle()
    assert list(view.section.heads[1::2]) == ["Andi Firmansyah", "Team"]
    assert {row[0]: row[3] for row in table(view)}["All contacts"] == "15"


def test_the_trend_shows_one_agent_or_the_busiest(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "agents")
    view = sections(screen, "agents")["agents_trend"]
    assert len(table(view)[0]) == 5
    view.picked.emit("agents_trend_who", office.other_uid)
    at.settle()
    assert list(view.section.heads[1:]) == ["Eko Saputra", "Eko Saputra, successful"]
    assert sum(int(row[1]) for row in table(view)) == 3


def test_a_missing_index_is_named(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    screen = activity(at, "agents")
    assert screen.slow.isHidden()
    screen._on_lacking((MissingIndex("salesdesk_contacts_agent", "customer_contacts", 280_000),))
    assert screen.slow.isHidden()
    screen.choice.choose(replace(screen.choice.choice, people=frozenset({workspace.agent_uid})))
    at.settle()
    assert screen.slow.isVisible()
    for word in ("salesdesk_contacts_agent", "280.000 rows", "salesdesk db indexes --apply"):
        assert word in screen.slow.text()
