"""Every form that writes: the answer of Save is lost, the form is changed and saved again.

The line to a real MariaDB is cut at the COMMIT, after the server has heard it, and stays away for
a moment. Nothing that was typed may be lost, and nothing is said that is not known.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import salesdesk.ui
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.targets import TargetOf
from salesdesk.services import contacts, customers, ownership, targets
from salesdesk.services.admin import roles
from salesdesk.services.lists import customers as lists
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.storage.unit_of_work import Store
from salesdesk.ui.actions.assign_dialog import ChooseAgentDialog
from salesdesk.ui.actions.bulk_dialog import BulkDialog
from salesdesk.ui.actions.claim_dialog import ClaimDialog
from salesdesk.ui.actions.plan_dialog import PlanDialog
from salesdesk.ui.actions.protect_dialog import ProtectDialog
from salesdesk.ui.actions.release_dialog import ReleaseDialog
from salesdesk.ui.actions.set_aside_dialog import SetAsideDialog
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.customer.form_dialog import CustomerDialog
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.people.account_dialog import AccountDialog
from salesdesk.ui.people.new_role_dialog import NewRoleDialog
from salesdesk.ui.release.held_dialog import ReleaseGuardDialog
from salesdesk.ui.team.target_dialog import TargetDialog
from salesdesk.ui.templates.manage_dialog import TemplateDialog
from tests.support.database import Database, open_database
from tests.support.factories import NOON, Office, draft
from tests.support.invariants import breaches
from tests.support.lines import Cut, CuttingLine
from tests.support.seats import DialogSeat

Sit = Callable[..., DialogSeat]
ENTER = Qt.Key.Key_Return

#: Dialogs that write nothing into the database, or nothing that a person types or chooses in them.
WITHOUT_CONTENT = {
    "AboutDialog": "shows",
    "ClaimDialog": "its one act has no content; it is pressed again here",
    "CodeDialog": "its one act has no content; pressed again it makes the same code",
    "ConfirmDialog": "asks yes or no",
    "ConnectionDialog": "writes a profile on this computer",
    "CrashDialog": "shows",
    "DistributeDialog": "an act a customer, whose own id is of the agent; see test_submission",
    "EraseDialog": "its one act has no content: the name that is typed only confirms it",
    "ExportDialog": "writes a file",
    "FirstStartDialog": "leads to others",
    "GiveAccessDialog": "another role is an act of its own, refused where the first was stored",
    "GiveBackDialog": "gives back once; what differs then is the protection, which is here",
    "HandOverDialog": "an act a customer; pressed again it goes on with the rest",
    "HelpDialog": "shows the guide",
    "LeaveDialog": "asks whether to save",
    "NotificationsDialog": "writes settings of this computer",
    "OutboxDialog": "opens the contact form, which is here",
    "PaletteDialog": "searches",
    "PauseDialog": "other content is an act of its own, which replaces the first",
    "PeriodDialog": "chooses days of a chart",
    "ProfileDialog": "writes a profile on this computer",
    "ReleaseGuardDialog": "confirms what was listed; it is pressed again here",
    "RemindersDialog": "shows",
    "SeveralPeopleDialog": "chooses people of a chart",
    "ShortcutsDialog": "shows",
    "SignInDialog": "signs in; nothing is kept that could be doubled",
    "SnoozeDialog": "writes on this computer",
    "TemplatesDialog": "its acts have no content; each is offered again",
    "BlockedDialog": "shows",
    "ViewNameDialog": "writes on this computer",
    "WhoAmIDialog": "writes into a file on this computer, whose answer no line can lose",
    # Parts that others build on.
    "BulkDialog": "",
    "ContactForm": "",
    "CustomerForm": "",
    "OpenedContactForm": "",
}


@pytest.fixture
def proxy(mariadb: Database) -> Iterator[CuttingLine]:
    with CuttingLine(mariadb.url.port or 3306) as line:
        yield line


@pytest.fixture
def line(mariadb: Database, proxy: CuttingLine) -> Iterator[Database]:
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
        alone: how many, where the first try never arrived; -1: one less.
        again: what is pressed the second time, where it is not the same.
    """

    dialog: FormDialog
    save: Callable[[], None]
    change: Callable[[], None]
    saved: Callable[[], bool]
    events: int = 2
    alone: int = -1
    again: Callable[[], None] | None = None

    def save_again(self) -> None:
        """Send the form a second time."""
        (self.again or self.save)()


def retype(field: QWidget, text: str) -> None:
    """Replace what stands in a field, key by key."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def enter(field: QWidget) -> Callable[[], None]:
    """Press Enter in a field."""
    return lambda: QTest.keyClick(field, ENTER)


def click(button: QWidget) -> Callable[[], None]:
    """Click on a button."""
    return lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def nothing() -> None:
    """Leave the form as it is: what is pressed the second time is the change."""


def rows(office: Office, *customer_ids: str) -> list[CustomerRow]:
    return list(lists.rows(office.lead, list(customer_ids)))


def new_customer(office: Office, sitting: DialogSeat) -> Trial:
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


def new_customer_of_somebody_else(office: Office, sitting: DialogSeat) -> Trial:
    trial = new_customer(office, sitting)
    dialog = trial.dialog
    assert isinstance(dialog, CustomerDialog)
    dialog.mine.setChecked(True)

    def change() -> None:
        retype(dialog.phone, "0857 1120 9999")
        dialog.mine.setFocus()
        QTest.keyClick(dialog.mine, Qt.Key.Key_Space)

    query = "SELECT phone_number, binding_status FROM customers"
    wanted = [("+6285711209999", "available")]
    return replace(
        trial,
        change=change,
        saved=lambda: office.database.execute(query) == wanted,
        events=3,
        alone=1,
    )


def edited_customer(office: Office, sitting: DialogSeat) -> Trial:
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


def customer_put_back(office: Office, sitting: DialogSeat) -> Trial:
    trial = edited_customer(office, sitting)
    dialog = trial.dialog
    assert isinstance(dialog, CustomerDialog)

    def change() -> None:
        dialog.company.setFocus()
        QTest.keyClick(dialog.company, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(dialog.company, Qt.Key.Key_Delete)

    query = "SELECT company FROM customers"
    return replace(
        trial, change=change, saved=lambda: office.database.execute(query) == [(None,)], alone=0
    )


def edited_contact(office: Office, sitting: DialogSeat) -> Trial:
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


def assigned(office: Office, sitting: DialogSeat) -> Trial:
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


def transferred(office: Office, sitting: DialogSeat) -> Trial:
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


def protected(office: Office, sitting: DialogSeat) -> Trial:
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


def put_aside(office: Office, sitting: DialogSeat) -> Trial:
    customer = office.customer(owner=office.lead_uid)
    dialog = SetAsideDialog(sitting.context, rows(office, customer))
    sitting.show(dialog)
    retype(dialog.note, "Wants it for half")
    return Trial(
        dialog,
        enter(dialog.note),
        lambda: retype(dialog.note, "Went elsewhere"),
        lambda: (
            office.database.execute("SELECT note FROM salesdesk_set_asides")
            == [("Went elsewhere",)]
        ),
    )


def ended(office: Office, sitting: DialogSeat) -> Trial:
    """A protection is made, and in the same form ended."""
    customer = office.customer(owner=office.lead_uid)
    ownership.protect(office.lead, new_id(), customer, NOON + DAY, "Moving")
    dialog = ProtectDialog(sitting.context, rows(office, customer))
    sitting.show(dialog)
    click(dialog.days.quick.button("7"))()
    retype(dialog.reason, "Ill")
    return Trial(
        dialog,
        enter(dialog.reason),
        nothing,
        lambda: office.database.execute("SELECT reason FROM salesdesk_protections") == [],
        events=3,
        again=click(dialog.end),
    )


def protected_anew(office: Office, sitting: DialogSeat) -> Trial:
    """A protection is ended, and in the same form made anew."""
    trial = ended(office, sitting)
    dialog = trial.dialog
    assert isinstance(dialog, ProtectDialog)
    query = "SELECT reason FROM salesdesk_protections"
    return replace(
        trial,
        save=click(dialog.end),
        again=click(dialog.act),
        saved=lambda: office.database.execute(query) == [("Ill",)],
    )


def released(office: Office, sitting: DialogSeat) -> Trial:
    customer = office.customer(owner=office.lead_uid)
    dialog = ReleaseDialog(sitting.context, rows(office, customer))
    sitting.show(dialog)
    retype(dialog.why, "Wrong number")
    return Trial(
        dialog,
        enter(dialog.why),
        lambda: retype(dialog.why, "Has moved to Surabaya"),
        lambda: lists.ownership(office.lead, customer).rows[0].why == "Has moved to Surabaya",
    )


def planned(office: Office, sitting: DialogSeat) -> Trial:
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


def cleared(office: Office, sitting: DialogSeat) -> Trial:
    """A step is planned, and in the same form taken out."""
    customer = office.customer(owner=office.lead_uid)
    contacts.log(office.lead, draft(customer, next_step=NOON + 2 * DAY))
    dialog = PlanDialog(sitting.context, rows(office, customer))
    sitting.show(dialog)
    click(dialog.days.quick.button("7"))()
    return Trial(
        dialog,
        click(dialog.act),
        nothing,
        lambda: rows(office, customer)[0].next_step is None,
        events=3,
        again=click(dialog.clear),
    )


def template(office: Office, sitting: DialogSeat) -> Trial:
    dialog = TemplateDialog(sitting.context, None)
    sitting.show(dialog)
    retype(dialog.title, "Thanks")
    dialog.body.setFocus()
    QTest.keyClicks(dialog.body, "Thank you, {name}")
    return Trial(
        dialog,
        click(dialog.save),
        lambda: retype(dialog.title, "Thank you"),
        lambda: (
            office.database.execute("SELECT title FROM salesdesk_message_templates")
            == [("Thank you",)]
        ),
    )


def target(office: Office, sitting: DialogSeat) -> Trial:
    of = TargetOf(uid=office.agent_uid)
    line = next(one for one in targets.standing(office.lead).agents if one.of == of)
    dialog = TargetDialog(sitting.context, line)
    sitting.show(dialog)
    retype(dialog.day, "12")
    return Trial(
        dialog,
        click(dialog.save),
        lambda: retype(dialog.week, "50"),
        lambda: (
            office.database.execute("SELECT per_day, per_week FROM salesdesk_contact_targets")
            == [(12, 50)]
        ),
    )


def account(office: Office, sitting: DialogSeat) -> Trial:
    sitting.at(office.admin)
    dialog = AccountDialog(sitting.context, office.agent_uid, "Andi Firmansyah", {})
    sitting.show(dialog)
    retype(dialog.user, "andi")
    return Trial(
        dialog,
        click(dialog.act),
        lambda: retype(dialog.user, "andi.f"),
        lambda: ("andi.f@%",) in office.database.execute("SELECT account FROM salesdesk_accounts"),
    )


def new_role(office: Office, sitting: DialogSeat) -> Trial:
    sitting.at(office.admin)
    dialog = NewRoleDialog(sitting.context, roles.roles(office.admin))
    sitting.show(dialog)
    retype(dialog.title_field, "Trainee")
    return Trial(
        dialog,
        click(dialog.act),
        lambda: retype(dialog.title_field, "Trainee of the second year"),
        lambda: (
            ("Trainee of the second year",) in office.database.execute("SELECT name FROM roles")
        ),
    )


TRIALS: dict[str, tuple[type[FormDialog], Callable[[Office, DialogSeat], Trial]]] = {
    "new customer": (CustomerDialog, new_customer),
    "new customer of somebody else": (CustomerDialog, new_customer_of_somebody_else),
    "edited customer": (CustomerDialog, edited_customer),
    "customer put back": (CustomerDialog, customer_put_back),
    "edited contact": (ContactDialog, edited_contact),
    "assigned": (ChooseAgentDialog, assigned),
    "transferred": (ChooseAgentDialog, transferred),
    "protected": (ProtectDialog, protected),
    "ended": (ProtectDialog, ended),
    "protected anew": (ProtectDialog, protected_anew),
    "released": (ReleaseDialog, released),
    "put aside": (SetAsideDialog, put_aside),
    "planned": (PlanDialog, planned),
    "cleared": (PlanDialog, cleared),
    "account": (AccountDialog, account),
    "new role": (NewRoleDialog, new_role),
    "message template": (TemplateDialog, template),
    "target": (TargetDialog, target),
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
    behind: Office, proxy: CuttingLine, seat: Sit, qtbot: QtBot, name: str
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
        trial.save_again()
    sitting.settle()
    assert trial.saved()
    acts = behind.database.execute("SELECT COUNT(*) FROM salesdesk_events WHERE batch_id IS NULL")
    assert acts == [(trial.events,)]
    assert breaches(behind.database) == []
    assert sitting.bugs == []


def test_the_number_of_a_new_customer_is_not_somebody_elses(
    behind: Office, proxy: CuttingLine, seat: Sit
) -> None:
    sitting = seat(behind, behind.lead_uid)
    trial = new_customer(behind, sitting)
    dialog = trial.dialog
    assert isinstance(dialog, CustomerDialog)
    proxy.arm(Cut.BEFORE_THE_CLIENT_HEARS, away=True)
    trial.save()
    sitting.settle()
    proxy.come_back()
    retype(dialog.phone, "0857 1120 4456")
    dialog._look_for_number()
    sitting.settle()
    assert dialog.taken.found is None


@pytest.mark.parametrize("name", list(TRIALS))
def test_what_did_not_arrive_is_stored_once(
    behind: Office, proxy: CuttingLine, seat: Sit, qtbot: QtBot, name: str
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
        trial.save_again()
    sitting.settle()
    assert trial.saved()
    acts = behind.database.execute("SELECT COUNT(*) FROM salesdesk_events WHERE batch_id IS NULL")
    assert acts == [(trial.events - 1 if trial.alone < 0 else trial.alone,)]


def test_a_contact_that_waits_in_the_outbox_may_be_changed_there(
    behind: Office, line: Database, proxy: CuttingLine, seat: Sit, qtbot: QtBot
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


@pytest.mark.parametrize("days", [0, 3])
def test_a_contact_that_nobody_changes_in_the_outbox_is_sent_as_the_same(
    behind: Office, proxy: CuttingLine, seat: Sit, qtbot: QtBot, days: int
) -> None:
    """The moment at which it was kept is no other content: no edit, and none that is too late."""
    customer = behind.customer(owner=behind.agent_uid)
    sitting = seat(behind, behind.agent_uid)
    dialog = ContactDialog(sitting.context, customer)
    sitting.show(dialog)
    click(dialog.method.button("call"))()
    click(dialog.outcome.button("successful"))()
    retype(dialog.note, "First words.")
    proxy.arm(Cut.BEFORE_THE_CLIENT_HEARS, away=True)
    with qtbot.waitSignal(dialog.kept):
        QTest.keyClick(dialog.note, ENTER)
    proxy.come_back()
    behind.pass_time(days * DAY)
    sent = sitting.outbox.files.send(partial(contacts.log, behind.agent), behind.now)
    assert (sent.customer_ids, sent.refused, sent.waiting) == ((customer,), (), 0)
    assert behind.database.execute("SELECT notes FROM customer_contacts") == [("First words.",)]
    assert behind.database.execute("SELECT kind FROM salesdesk_events") == [("contact_logged",)]


def claims(office: Office, sitting: DialogSeat) -> Trial:
    ids = [office.customer(name) for name in ("Siti", "Dedi")]
    dialog = ClaimDialog(sitting.context, rows(office, *ids))
    sitting.show(dialog)
    return Trial(dialog, click(dialog.act), nothing, lambda: free(office) == 0)


def releases(office: Office, sitting: DialogSeat) -> Trial:
    ids = [office.customer(name, owner=office.agent_uid) for name in ("Siti", "Dedi")]
    dialog = ReleaseDialog(sitting.context, rows(office, *ids))
    sitting.show(dialog)
    return Trial(dialog, click(dialog.act), nothing, lambda: free(office) == 2)


def confirmed(office: Office, sitting: DialogSeat) -> Trial:
    office.customers(21, owner=office.agent_uid, since=NOON - 40 * DAY)
    run.run(office.lead, Cause.STARTUP)
    held = run.held(office.lead)
    assert held is not None
    dialog = ReleaseGuardDialog(sitting.context, held)
    sitting.show(dialog)
    return Trial(dialog, click(dialog.act), nothing, lambda: free(office) == 21, events=24)


def free(office: Office) -> int:
    """How many customers are in the pool."""
    query = "SELECT COUNT(*) FROM customers WHERE bound_to_uid IS NULL"
    return int(office.database.execute(query)[0][0])


@pytest.mark.parametrize("cut", list(Cut))
@pytest.mark.parametrize("trial_of", [claims, releases, confirmed])
def test_an_act_without_content_is_pressed_again_and_counts_once(
    behind: Office,
    proxy: CuttingLine,
    seat: Sit,
    qtbot: QtBot,
    cut: Cut,
    trial_of: Callable[[Office, DialogSeat], Trial],
) -> None:
    sitting = seat(behind, behind.lead_uid)
    trial = trial_of(behind, sitting)
    proxy.arm(cut, away=True)
    trial.save()
    sitting.settle()
    assert trial.dialog.isVisible()
    assert "The server is away" in trial.dialog.notice.text
    assert "nothing was" not in trial.dialog.notice.text.lower()
    proxy.come_back()
    with qtbot.waitSignal(trial.dialog.accepted):
        trial.save_again()
    sitting.settle()
    assert trial.saved()
    assert behind.database.execute("SELECT COUNT(*) FROM salesdesk_events") == [(trial.events,)]
    assert breaches(behind.database) == []


def test_a_refused_change_says_that_the_first_try_is_stored(
    behind: Office, proxy: CuttingLine, seat: Sit, qtbot: QtBot
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
