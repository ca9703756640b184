"""Every form that writes: the answer of Save is lost, the form is changed and saved again.

The line to a real MariaDB is cut at the COMMIT, after the server has heard it, and stays away for
a moment. Nothing that was typed may be lost, and nothing is said that is not known.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import salesdesk.ui
from salesdesk.domain.queries import CustomerRow
from salesdesk.services import contacts, customers, lists
from salesdesk.storage.unit_of_work import Store
from salesdesk.ui.dialogs.agents import ChooseAgentDialog
from salesdesk.ui.dialogs.bulk import BulkDialog
from salesdesk.ui.dialogs.contact import ContactDialog
from salesdesk.ui.dialogs.customer import CustomerDialog
from salesdesk.ui.dialogs.forms import FormDialog
from salesdesk.ui.dialogs.plan import PlanDialog
from salesdesk.ui.dialogs.protect import ProtectDialog
from tests.concurrency.proxy import Cut, CuttingProxy
from tests.database import Database, open_database
from tests.factories import NOON, Office, draft
from tests.invariants import breaches
from tests.ui.dialogs.seats import Seat

Sit = Callable[..., Seat]
ENTER = Qt.Key.Key_Return

#: Dialogs that write nothing into the database, or nothing that a person types or chooses in them.
WITHOUT_CONTENT = {
    "AboutDialog": "shows",
    "ClaimDialog": "its one act has no content",
    "ConfirmDialog": "asks yes or no",
    "ConnectionDialog": "writes a profile on this computer",
    "CrashDialog": "shows",
    "ExportDialog": "writes a file",
    "FirstStartDialog": "leads to others",
    "NotificationsDialog": "writes settings of this computer",
    "OutboxDialog": "opens the contact form, which is here",
    "PaletteDialog": "searches",
    "PeriodDialog": "chooses days of a chart",
    "ReleaseDialog": "its one act has no content",
    "ReleaseGuardDialog": "confirms what was listed; see test_release",
    "RemindersDialog": "shows",
    "SeveralPeopleDialog": "chooses people of a chart",
    "ShortcutsDialog": "shows",
    "SnoozeDialog": "writes on this computer",
    "StandstillDialog": "shows",
    "ViewNameDialog": "writes on this computer",
    "WhoAmIDialog": "writes into a file on this computer, whose answer no line can lose",
    # Parts that others build on.
    "BulkDialog": "",
    "ContactForm": "",
    "CustomerForm": "",
    "OpenedContactForm": "",
}


@pytest.fixture
def proxy(mariadb: Database) -> Iterator[CuttingProxy]:
    running = CuttingProxy(mariadb.url.port or 3306)
    yield running
    running.close()


@pytest.fixture
def line(mariadb: Database, proxy: CuttingProxy) -> Iterator[Database]:
    """The database as it is reached through the proxy."""
    through = open_database(mariadb.url.set(port=proxy.port))
    through.set_clock(NOON)
    yield through
    through.close()


@pytest.fixture
def behind(mariadb: Database, line: Database) -> Office:
    """An office whose people reach the database through the proxy, and give up soon."""
    office = Office(mariadb)
    office.store = Store(line.engine, reconnect=0.2)
    return office


@dataclass
class Trial:
    """A form that is open, and what is done with it.

    Attributes:
        change: makes the content another one, as a person does.
        saved: how the database shows that the second content is stored.
        events: how many acts there are in the end.
    """

    dialog: FormDialog
    save: Callable[[], None]
    change: Callable[[], None]
    saved: Callable[[], bool]
    events: int = 2


def retype(field: QWidget, text: str) -> None:
    """Replace what stands in a field, key by key."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def enter(field: QWidget) -> Callable[[], None]:
    """Press Enter in a field."""
    return lambda: QTest.keyClick(field, ENTER)


def rows(office: Office, customer_id: str) -> list[CustomerRow]:
    return list(lists.rows(office.lead, [customer_id]))


def new_customer(office: Office, sitting: Seat) -> Trial:
    dialog = CustomerDialog(sitting.context)
    sitting.show(dialog)
    retype(dialog.name, "Budi Santoso")
    retype(dialog.phone, "0857-1120-4456")
    return Trial(
        dialog,
        enter(dialog.phone),
        lambda: retype(dialog.name, "Budi Santosa"),
        lambda: office.database.execute("SELECT name FROM customers") == [("Budi Santosa",)],
    )


def edited_customer(office: Office, sitting: Seat) -> Trial:
    customer = office.customer("Budi", owner=office.lead_uid)
    dialog = CustomerDialog(sitting.context, customer)
    sitting.show(dialog)
    retype(dialog.company, "PT Maju")
    return Trial(
        dialog,
        enter(dialog.company),
        lambda: retype(dialog.company, "PT Jaya"),
        lambda: customers.get(office.lead, customer).company == "PT Jaya",
    )


def edited_contact(office: Office, sitting: Seat) -> Trial:
    customer = office.customer(owner=office.lead_uid)
    typed = draft(customer)
    contacts.log(office.lead, typed)
    dialog = ContactDialog(sitting.context, customer, contact_id=typed.id)
    sitting.show(dialog)
    retype(dialog.note, "First words.")
    return Trial(
        dialog,
        enter(dialog.note),
        lambda: retype(dialog.note, "Last words."),
        lambda: contacts.get(office.lead, typed.id).notes == "Last words.",
        events=3,
    )


def assigned(office: Office, sitting: Seat) -> Trial:
    customer = office.customer()
    dialog = ChooseAgentDialog(sitting.context, rows(office, customer))
    sitting.show(dialog)
    retype(dialog.search, "andi")
    return Trial(
        dialog,
        enter(dialog.list),
        lambda: retype(dialog.search, "eko"),
        lambda: rows(office, customer)[0].owner_uid == office.other_uid,
    )


def transferred(office: Office, sitting: Seat) -> Trial:
    customer = office.customer(owner=office.lead_uid)
    dialog = ChooseAgentDialog(sitting.context, rows(office, customer))
    sitting.show(dialog)
    retype(dialog.search, "andi")
    return Trial(
        dialog,
        enter(dialog.list),
        lambda: retype(dialog.search, "eko"),
        lambda: rows(office, customer)[0].owner_uid == office.other_uid,
    )


def protected(office: Office, sitting: Seat) -> Trial:
    customer = office.customer(owner=office.lead_uid)
    dialog = ProtectDialog(sitting.context, rows(office, customer))
    sitting.show(dialog)
    QTest.mouseClick(dialog.days.quick.button("7"), Qt.MouseButton.LeftButton)
    retype(dialog.reason, "Ill")
    return Trial(
        dialog,
        enter(dialog.reason),
        lambda: retype(dialog.reason, "Away for a week"),
        lambda: (
            office.database.execute("SELECT reason FROM salesdesk_protections")
            == [("Away for a week",)]
        ),
    )


def planned(office: Office, sitting: Seat) -> Trial:
    customer = office.customer(owner=office.lead_uid)
    dialog = PlanDialog(sitting.context, rows(office, customer))
    sitting.show(dialog)
    QTest.mouseClick(dialog.days.quick.button("7"), Qt.MouseButton.LeftButton)
    retype(dialog.note, "Menu")
    return Trial(
        dialog,
        enter(dialog.note),
        lambda: retype(dialog.note, "The long menu"),
        lambda: office.database.execute("SELECT note FROM salesdesk_plans") == [("The long menu",)],
    )


TRIALS: dict[str, tuple[type[FormDialog], Callable[[Office, Seat], Trial]]] = {
    "new customer": (CustomerDialog, new_customer),
    "edited customer": (CustomerDialog, edited_customer),
    "edited contact": (ContactDialog, edited_contact),
    "assigned": (ChooseAgentDialog, assigned),
    "transferred": (ChooseAgentDialog, transferred),
    "protected": (ProtectDialog, protected),
    "planned": (PlanDialog, planned),
}


def dialogs(base: type[FormDialog]) -> set[type[FormDialog]]:
    found = set(base.__subclasses__())
    return found.union(*(dialogs(each) for each in found))


def test_every_form_is_tried_or_has_no_content() -> None:
    for module in pkgutil.walk_packages(salesdesk.ui.__path__, "salesdesk.ui."):
        importlib.import_module(module.name)
    ours = {one for one in dialogs(FormDialog) if one.__module__.startswith("salesdesk.")}
    tried = {form for form, _ in TRIALS.values()}
    names = {one.__name__ for one in ours - tried}
    assert names == set(WITHOUT_CONTENT)


@pytest.mark.parametrize("name", list(TRIALS))
def test_what_is_typed_after_a_lost_answer_is_stored(
    behind: Office, proxy: CuttingProxy, seat: Sit, qtbot: QtBot, name: str
) -> None:
    sitting = seat(behind, behind.lead_uid)
    trial = TRIALS[name][1](behind, sitting)
    dialog = trial.dialog
    proxy.arm(Cut.BEFORE_THE_CLIENT_HEARS, away=True)
    trial.save()
    sitting.settle()
    assert proxy.cuts == 1
    assert dialog.isVisible()
    assert "not known" in dialog.notice.text
    assert "nothing was" not in dialog.notice.text.lower()
    proxy.come_back()
    trial.change()
    assert not trial.saved()
    with qtbot.waitSignal(dialog.accepted):
        trial.save()
    sitting.settle()
    assert trial.saved()
    acts = behind.database.execute("SELECT COUNT(*) FROM salesdesk_events WHERE batch_id IS NULL")
    assert acts == [(trial.events,)]
    assert breaches(behind.database) == []
    assert sitting.bugs == []


@pytest.mark.parametrize("name", list(TRIALS))
def test_what_did_not_arrive_is_stored_once(
    behind: Office, proxy: CuttingProxy, seat: Sit, qtbot: QtBot, name: str
) -> None:
    """The COMMIT never reached the server: the second content is the only one."""
    sitting = seat(behind, behind.lead_uid)
    trial = TRIALS[name][1](behind, sitting)
    proxy.arm(Cut.BEFORE_THE_SERVER_HEARS, away=True)
    trial.save()
    sitting.settle()
    proxy.come_back()
    trial.change()
    with qtbot.waitSignal(trial.dialog.accepted):
        trial.save()
    sitting.settle()
    assert trial.saved()
    acts = behind.database.execute("SELECT COUNT(*) FROM salesdesk_events WHERE batch_id IS NULL")
    assert acts == [(trial.events - 1,)]


def test_a_contact_that_waits_in_the_outbox_may_be_changed_there(
    behind: Office, line: Database, proxy: CuttingProxy, seat: Sit, qtbot: QtBot
) -> None:
    line.set_clock(None)  # the outbox keeps this computer's time
    customer = behind.customer(owner=behind.agent_uid)
    sitting = seat(behind, behind.agent_uid)
    dialog = ContactDialog(sitting.context, customer)
    sitting.show(dialog)
    QTest.mouseClick(dialog.method.button("call"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.outcome.button("successful"), Qt.MouseButton.LeftButton)
    retype(dialog.note, "First words.")
    proxy.arm(Cut.BEFORE_THE_CLIENT_HEARS, away=True)
    with qtbot.waitSignal(dialog.kept):
        QTest.keyClick(dialog.note, ENTER)
    assert proxy.cuts == 1
    proxy.come_back()
    (waiting,) = sitting.outbox.files.waiting()
    mended = ContactDialog(sitting.context, customer, draft=waiting.draft)
    sitting.show(mended)
    retype(mended.note, "Last words.")
    with qtbot.waitSignal(mended.logged):
        QTest.keyClick(mended.note, ENTER)
    assert behind.database.execute("SELECT notes FROM customer_contacts") == [("Last words.",)]


def test_a_refused_change_says_that_the_first_try_is_stored(
    behind: Office, proxy: CuttingProxy, seat: Sit, qtbot: QtBot
) -> None:
    sitting = seat(behind, behind.lead_uid)
    trial = edited_contact(behind, sitting)
    proxy.arm(Cut.BEFORE_THE_CLIENT_HEARS, away=True)
    trial.save()
    sitting.settle()
    proxy.come_back()
    [(contact,)] = behind.database.execute("SELECT id FROM customer_contacts")
    behind.database.execute("UPDATE customer_contacts SET notes = 'Theirs' WHERE id = %s", contact)
    trial.change()
    trial.save()
    sitting.settle()
    dialog = trial.dialog
    assert isinstance(dialog, ContactDialog)
    assert dialog.isVisible()
    assert "What you saved before is stored" in dialog.notice.text
    assert "Theirs" in dialog.odds["notes"].text
    QTest.mouseClick(dialog.odds["notes"].mine_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.accepted):
        trial.save()
    sitting.settle()
    assert trial.saved()


def test_the_bulk_dialogs_are_forms_too() -> None:
    assert {ChooseAgentDialog, PlanDialog, ProtectDialog} <= dialogs(BulkDialog)
