"""Finding an agent's lines, and the sums under tables that scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.moments import DAY
from salesdesk.domain.queries import CustomerQuery
from salesdesk.ui.activity.sorting import Order
from salesdesk.ui.commands import Cmd
from tests.support.activity_screen import CONTACTS, activity, contacts, fill, sections
from tests.support.factories import Office
from tests.support.rows import put
from tests.support.windows import Sit


def test_an_agent_is_found_in_every_table_and_entered(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "agents")
    assert screen.tabs.hasFocus()
    at.give(Cmd.SEARCH)
    search = screen.header.search
    assert search.hasFocus()
    at.bot.keyClicks(search, "sapu")
    at.bot.keyClick(search, Qt.Key.Key_Return)
    view = sections(screen, "agents")[CONTACTS]
    assert view.table.hasFocus()
    for each in (view, sections(screen, "agents")["agents_moves"]):
        current = each.table.current()
        assert current is not None
        assert current.id == "Eko Saputra"
    target = view.chart.plot.current
    assert target is not None
    assert target.bit.tip.startswith("Eko Saputra")
    at.bot.keyClick(view.table, Qt.Key.Key_Return)
    at.settle()
    assert screen.rows.count.text() == "3 contacts"
    assert not search.isEnabled()
    screen.show_charts()
    search.clear_search()
    at.bot.keyClicks(search, "nobody of this name")
    at.bot.keyClick(search, Qt.Key.Key_Return)
    assert at.told == "No line of “nobody of this name” on this tab."
    assert view.table.current() is None
    assert view.chart.plot.current is None


def test_what_is_looked_for_is_found_on_the_next_tab_too(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    screen = activity(at, "agents")
    screen.header.search.setText("rina")
    screen.header.search.left.emit()
    screen.find_agent("rina")
    screen = activity(at, "workload")
    current = sections(screen, "workload")["workload_customers"].table.current()
    assert current is not None
    assert current.id == "Rina Wulandari"


def test_who_sees_the_own_line_alone_has_nobody_to_look_for(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.agent)
    screen = activity(at, "agents")
    assert not screen.header.search.isVisible()
    at.give(Cmd.SEARCH)
    assert screen.tabs.hasFocus()


def test_the_sums_stay_in_sight_under_a_table_that_scrolls(workspace: Office, sit: Sit) -> None:
    for number in range(14):
        uid = f"uid-{number:02d}"
        customer = workspace.customer(f"Of {uid}", owner=uid, since=workspace.now - DAY)
        contact = {
            "id": f"c{number}", "customer_id": customer, "contacted_by_uid": uid,
            "contact_method": "call", "contact_status": "successful",
            "contact_date": workspace.now - DAY,
        }  # fmt: skip
        put(workspace.database, "customer_contacts", [contact])
    at = sit(workspace, workspace.lead)
    view = contacts(at)
    last = len(view.lines) - 1
    assert view.lines[last].values[:2] == ("Team", 14)
    assert view.table.isRowHidden(last)
    assert view.sums.isVisible()
    shown = [row for row in range(last + 1) if not view.sums.isRowHidden(row)]
    assert shown == [last]
    heads = range(len(view.section.heads))
    assert [view.sums.columnWidth(n) for n in heads] == [view.table.columnWidth(n) for n in heads]
    at.bot.keyClick(view.table, Qt.Key.Key_End)
    view.sums.selectRow(last)
    at.bot.keyClick(view.sums, Qt.Key.Key_Return)
    at.settle()
    assert at.window.activity.rows.count.text() == "14 contacts"
    at.window.activity.show_charts()
    view.sort(Order(0, descending=True))
    assert view.table.isRowHidden(last)
    at.window.activity.choice.filter(CustomerQuery(statuses=frozenset({SalesStatus.HOT})))
    at.settle()
    assert len(view.lines) < 12
    assert not view.sums.isVisible()
    assert not any(view.table.isRowHidden(row) for row in range(len(view.lines)))
