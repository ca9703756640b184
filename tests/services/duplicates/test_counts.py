"""Who is hidden counts for nobody: in an agent's limit, and with its orders in the pipeline."""

from __future__ import annotations

from datetime import date

from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.events import new_id
from salesdesk.domain.pipeline import BoardQuery, Stage
from salesdesk.services.duplicates import comparing, linking
from salesdesk.services.lists import board
from salesdesk.services.reports import pipeline
from salesdesk.storage.reads import allowances, distribution
from salesdesk.storage.stores.release_runs import AgentStore
from tests.support.factories import Office
from tests.support.report_records import MONTH, Records, at


def link(office: Office, stays: str, hidden: str) -> str:
    sides = comparing.side_by_side(office.lead, stays, hidden)
    choice = LinkChoice(sides.left.customer, sides.right.customer)
    return linking.link(office.lead, new_id(), choice).event_id


def held(office: Office) -> tuple[int, int, int]:
    """How many the agent has, as its own desktop, an act and a distribution count."""
    uid = office.agent_uid
    with office.database.engine.connect() as connection:
        mine = allowances.of(connection, uid, date(2026, 6, 9)).holds
        shared = distribution.held(connection)[uid.lower()]
    return (
        mine,
        office.store.read(lambda reading: AgentStore(reading.connection).holds(uid)),
        shared,
    )


def test_who_another_application_binds_though_hidden_fills_no_limit(office: Office) -> None:
    stays, hidden = office.customer("Siti R.", owner=office.agent_uid), office.customer("Siti")
    act = link(office, stays, hidden)
    office.database.execute(
        "UPDATE customers SET binding_status = 'bound', bound_to_uid = %s WHERE id = %s",
        office.agent_uid, hidden,
    )  # fmt: skip
    assert held(office) == (1, 1, 1)
    linking.unlink(office.lead, new_id(), act)
    assert held(office) == (2, 2, 2)


def test_orders_of_who_is_hidden_are_in_no_stage_of_board_and_report(office: Office) -> None:
    stays, hidden = office.customer("Siti R.", owner=office.agent_uid), office.customer("Siti")
    records = Records(office)
    records.order(stays, "completed", at(6, 1), items=((1, 30),))
    records.order(hidden, "pending", at(6, 1), items=((2, 100),))
    assert figures(office) == {Stage.ORDERED: (1, 200, 1, 200), Stage.WON: (1, 30, 1, 30)}
    act = link(office, stays, hidden)
    assert figures(office) == {Stage.ORDERED: (0, 0, 0, 0), Stage.WON: (1, 30, 1, 30)}
    linking.unlink(office.lead, new_id(), act)
    assert figures(office) == {Stage.ORDERED: (1, 200, 1, 200), Stage.WON: (1, 30, 1, 30)}


def figures(office: Office) -> dict[Stage, tuple[int, int, int, int]]:
    """Customers and worth on the board, orders and worth in the report, of what orders decide."""
    heads = {one.stage: one for one in board.figures(office.lead, BoardQuery()) if one.stage.fixed}
    told = {one.mark.stage: one for one in pipeline.figures(office.lead, MONTH).values}
    return {
        stage: (heads[stage].count.number, heads[stage].value, told[stage].count, told[stage].value)
        for stage in heads
    }
