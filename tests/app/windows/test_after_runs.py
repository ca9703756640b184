"""After a release run the numbers that others wrote can be found in any format, and so on."""

from pytestqt.qtbot import QtBot

from salesdesk.app.after_runs import contact_hours_refresh, number_sweep
from salesdesk.domain.settings import CONTACT_HOURS
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
    sweep = number_sweep(office.agent, tasks)
    with qtbot.waitSignal(sweep.done, timeout=10_000) as swept:
        sweep.on_run(RunReport(None, RunOutcome.DONE))
    assert swept.args == [1]
    found = customers.duplicate_of(office.agent, "+62 812-9034-7718")
    assert found is not None
    assert found.customer_id == customer
    sweep.deleteLater()


def test_the_cache_of_contacts_is_refreshed_after_a_run_where_it_is_on(
    sqlite: Database, tasks: Tasks, qtbot: QtBot
) -> None:
    office = Office(sqlite)
    office.contact(office.customer())
    refresh = contact_hours_refresh(office.agent, tasks)
    told: list[object] = []
    refresh.done.connect(told.append)
    for expected in ([None], [None, 1], [None, 1, None]):
        refresh.on_run(RunReport(None, RunOutcome.DONE))
        qtbot.waitUntil(tasks.is_idle, timeout=10_000)
        assert told == expected
        if len(told) == 1:
            sqlite.execute(
                "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)",
                CONTACT_HOURS.key, "on",
            )  # fmt: skip
    refresh.deleteLater()
