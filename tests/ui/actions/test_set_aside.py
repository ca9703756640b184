"""Setting aside by mouse and keys: out of the day, found by the filter, asked before a contact."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.moments import DAY
from salesdesk.domain.queries import RoundFilter
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import AsideReason
from salesdesk.services.lists import customers
from salesdesk.ui.actions.set_aside_dialog import SetAsideDialog
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.forms.confirm import ConfirmDialog
from salesdesk.ui.kit.widgets import FilterChip
from tests.support.factories import NOON, Office
from tests.support.windows import OpenWindow, Sit

LEFT = Qt.MouseButton.LeftButton


def dialog_of(at: OpenWindow) -> SetAsideDialog:
    at.give(Cmd.SET_ASIDE)
    dialog = at.dialog("set_aside_dialog")
    assert isinstance(dialog, SetAsideDialog)
    return dialog


def put_aside(at: OpenWindow, note: str = "Wants it for half") -> None:
    dialog = dialog_of(at)
    at.bot.mouseClick(dialog.word.button(OutOfRound.NO_CONTACT.value), LEFT)
    dialog.reason.setFocus()
    QTest.keyClick(dialog.reason, Qt.Key.Key_Down)
    QTest.keyClicks(dialog.note, note)
    at.bot.mouseClick(dialog.act, LEFT)
    at.settle()


def test_one_is_set_aside_found_and_taken_back(office: Office, sit: Sit) -> None:
    since = NOON - 40 * DAY
    siti = office.customer("Siti", owner=office.agent_uid, since=since, status=SalesStatus.HOT)
    office.customer("Budi", owner=office.agent_uid, since=NOON - DAY)
    at = sit(office, office.agent)
    at.go_to("Siti")
    put_aside(at)
    assert at.told == "Siti set aside."
    [row] = customers.rows(office.lead, [siti])
    assert row.aside is not None
    assert (row.aside.word, row.aside.reason, row.aside.note) == (
        OutOfRound.NO_CONTACT, AsideReason.ASKED, "Wants it for half",
    )  # fmt: skip
    head = at.window.panel.head
    assert head.chip.text == "No contact"
    values = [value.text() for _, value in head._labels]
    assert "Asked not to be contacted · Wants it for half" in values
    # The filter leads to exactly this one, by the menu's own line.
    screen = at.window.customers
    screen.filters.open_menu()
    at.choose(screen.filters.menu, "Set aside", "Not to be contacted")
    assert screen.query.round is RoundFilter.NO_CONTACT
    assert at.child(FilterChip, "customers_chip_round").isVisible()
    assert at.names() == ["Siti"]
    at.go_to("Siti")
    dialog = dialog_of(at)
    assert dialog.note.text() == "Wants it for half"
    at.bot.mouseClick(dialog.back, LEFT)
    at.settle()
    assert at.told == "Siti back in the round."
    assert customers.rows(office.lead, [siti])[0].out is None
    at.give(Cmd.UNDO)
    at.settle()
    assert customers.rows(office.lead, [siti])[0].out is OutOfRound.NO_CONTACT


def test_a_contact_asks_first(workspace: Office, sit: Sit) -> None:
    workspace.customer("Siti", owner=workspace.agent_uid)
    at = sit(workspace, workspace.agent)
    at.go_to("Siti")
    put_aside(at, "Please no calls")
    for command, kind in ((Cmd.LOG, "Log contact"), (Cmd.CALL, "Call"), (Cmd.WHATSAPP, "WhatsApp")):
        at.give(command)
        ask = at.dialog("contact_anyway_dialog")
        assert isinstance(ask, ConfirmDialog)
        assert ask.text.text() == (
            "Set aside: not to be contacted · Asked not to be contacted · Please no calls."
        )
        assert ask.act.text() == f"{kind} all the same"
        at.press(ask, "contact_anyway_dialog_cancel")
    at.give(Cmd.LOG)
    at.press(at.dialog("contact_anyway_dialog"), "contact_anyway_dialog_act")
    at.settle()
    assert at.dialog("contact_dialog").isVisible()


def test_a_form_without_a_reason_says_so_and_many_go_at_once(workspace: Office, sit: Sit) -> None:
    ids = [workspace.customer(name, owner=workspace.agent_uid) for name in ("Ani", "Budi")]
    at = sit(workspace, workspace.lead)
    at.give(Cmd.GO_CUSTOMERS)
    at.give(Cmd.SELECT_ALL)
    dialog = dialog_of(at)
    at.bot.mouseClick(dialog.act, LEFT)
    assert dialog.isVisible()
    assert dialog.reason_row.error.text() == "Choose a reason or write one."
    QTest.keyClicks(dialog.note, "The fair is over")
    at.bot.mouseClick(dialog.act, LEFT)
    at.settle()
    assert at.told == "2 customers set aside."
    assert {row.out for row in customers.rows(workspace.lead, ids)} == {OutOfRound.LOST}
