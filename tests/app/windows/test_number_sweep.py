"""After a release run the numbers that others wrote can be found in any format."""

from pytestqt.qtbot import QtBot

from salesdesk.app.number_sweep import NumberSweep
from salesdesk.services import customers
from salesdesk.services.release_report import RunOutcome, RunReport
from salesdesk.ui.tasks import Tasks
from tests.database import Database
from tests.factories import Office


def test_a_number_written_elsewhere_is_found_after_a_run(
    sqlite: Database, tasks: Tasks, qtbot: QtBot
) -> None:
    office = Office(sqlite)
    customer = office.customer(phone="0812 90347718 / -")
    sweep = NumberSweep(office.agent, tasks)
    with qtbot.waitSignal(sweep.swept, timeout=10_000) as swept:
        sweep.on_run(RunReport(None, RunOutcome.DONE))
    assert swept.args == [1]
    found = customers.duplicate_of(office.agent, "+62 812-9034-7718")
    assert found is not None
    assert found.customer_id == customer
    sweep.deleteLater()
