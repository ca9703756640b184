"""Undo and redo in the window: each an act of its own, with its own condition."""

from __future__ import annotations

from datetime import timedelta

import pytest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.moments import DAY
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.queries import TimelineKind, TimelineQuery
from salesdesk.services import contacts, stage_moves
from salesdesk.services.lists import board, customers
from salesdesk.ui.commands import Cmd
from tests.support.boards import at_board, status_of
from tests.support.factories import NOON, Office, draft
from tests.support.menus import menu
from tests.support.windows import Sit

COLD, WARM, HOT = SalesStatus.COLD, SalesStatus.WARM, SalesStatus.HOT


def moves_of(office: Office, customer_id: str) -> list[tuple[str, str]]:
    """The moves that the events tell, oldest first."""
    query = TimelineQuery(customer_id, frozenset({TimelineKind.STATUS}))
    found = reversed(customers.timeline(office.lead, query).rows)
    return [
        (e.status_from.value, e.status_to.value) for e in found if e.status_from and e.status_to
    ]


def test_moves_are_undone_and_done_again_each_as_an_act_of_its_own(
    office: Office, sit: Sit
) -> None:
    siti = office.customer("Siti", owner=office.lead_uid, status=WARM)
    budi = office.customer("Budi & Co", owner=office.lead_uid)
    at = at_board(office, sit)
    assert menu(at.seat, Cmd.UNDO) == ""
    for name in ("Siti", "Budi & Co"):
        at.choose(name)
        at.seat.give(Cmd.STAGE_ON)
        office.pass_time(timedelta(seconds=1))
    assert at.seat.window.bar.action(Cmd.UNDO).text() == "&Undo move of Budi && Co to warm"
    at.seat.give(Cmd.UNDO)
    assert at.seat.told == "Budi & Co is cold again."
    assert (at.chosen, at.focused) == (["Budi & Co"], Stage.COLD)
    assert menu(at.seat, Cmd.UNDO) == "Undo move of Siti to hot"
    assert menu(at.seat, Cmd.REDO) == "Redo move of Budi  Co to warm"
    office.pass_time(timedelta(seconds=1))
    at.seat.give(Cmd.UNDO)
    assert (status_of(office, siti), status_of(office, budi)) == (WARM, COLD)
    assert menu(at.seat, Cmd.UNDO) == ""
    office.pass_time(timedelta(seconds=1))
    at.seat.give(Cmd.REDO)
    assert at.seat.told == "Siti moved from warm to hot"
    at.seat.give(Cmd.REDO)
    assert (status_of(office, siti), status_of(office, budi)) == (HOT, WARM)
    assert menu(at.seat, Cmd.REDO) == ""
    assert moves_of(office, siti) == [("warm", "hot"), ("hot", "warm"), ("warm", "hot")]


def test_the_undo_of_many_tells_who_moved_one_of_them_and_keeps_the_rest(
    office: Office, sit: Sit
) -> None:
    ids = {
        name: office.customer(name, owner=office.lead_uid, status=WARM)
        for name in ("Agus", "Budi", "Citra")
    }
    at = at_board(office, sit)
    at.choose("Agus", "Budi", "Citra")
    at.seat.give(Cmd.STAGE_ON)
    assert menu(at.seat, Cmd.UNDO) == "Undo move of 3 customers to hot"
    office.pass_time(timedelta(seconds=1))
    stage_moves.move(office.agent, "elsewhere", ids["Budi"], HOT, COLD)
    at.seat.give(Cmd.UNDO)
    assert at.seat.told == (
        "2 customers are warm again. 1 not moved. Budi: Andi Firmansyah moved this customer "
        "from hot to cold meanwhile; nothing was changed."
    )
    assert [status_of(office, one) for one in ids.values()] == [WARM, COLD, WARM]
    assert at.names(Stage.COLD) == ["Budi"]
    assert menu(at.seat, Cmd.REDO) == "Redo move of 2 customers to hot"


def test_an_undo_whose_ground_is_gone_says_who_and_leaves_the_stack(
    office: Office, sit: Sit
) -> None:
    siti = office.customer("Siti", owner=office.lead_uid, status=WARM)
    budi = office.customer("Budi", owner=office.lead_uid)
    at = at_board(office, sit)
    at.choose("Budi")
    at.seat.give(Cmd.STAGE_ON)
    at.choose("Siti")
    at.seat.give(Cmd.STAGE_ON)
    office.pass_time(timedelta(seconds=1))
    stage_moves.move(office.agent, "elsewhere", siti, HOT, COLD)
    at.seat.give(Cmd.UNDO)
    assert at.seat.told.startswith("Siti: Andi Firmansyah moved this customer from hot to cold")
    assert at.names(Stage.COLD) == ["Siti"]
    assert menu(at.seat, Cmd.REDO) == ""
    assert menu(at.seat, Cmd.UNDO) == "Undo move of Budi to warm"
    at.seat.give(Cmd.UNDO)
    assert (status_of(office, siti), status_of(office, budi)) == (COLD, COLD)


def test_an_outage_keeps_what_can_be_undone(
    workspace: Office, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    siti = workspace.customer("Siti", owner=workspace.lead_uid, status=WARM)
    at = at_board(workspace, sit)
    at.choose("Siti")
    at.seat.give(Cmd.STAGE_ON)

    def away(*_: object) -> None:
        raise Unavailable("The server does not answer.")

    with monkeypatch.context() as broken:
        broken.setattr(board, "move", away)
        at.seat.give(Cmd.UNDO)
    assert at.seat.banner
    assert at.seat.told.startswith("Not done: the server is away.")
    at.seat.session.connection.try_now()
    at.seat.settle()
    assert menu(at.seat, Cmd.UNDO) == "Undo move of Siti to hot"
    assert menu(at.seat, Cmd.REDO) == ""
    at.seat.give(Cmd.UNDO)
    assert status_of(workspace, siti) is WARM


def test_a_claim_is_undone_by_a_release_and_not_done_again(office: Office, sit: Sit) -> None:
    ratna = office.customer("Ratna")
    at = sit(office, office.agent)
    at.go_to("Ratna")
    at.give(Cmd.CLAIM)
    assert menu(at, Cmd.UNDO) == "Undo claim of Ratna"
    at.give(Cmd.UNDO)
    assert at.told == "Ratna is in the pool again."
    assert customers.rows(office.lead, [ratna])[0].owner_uid is None
    assert (menu(at, Cmd.UNDO), menu(at, Cmd.REDO)) == ("", "")


def test_a_logged_contact_is_undone_by_deleting_it(office: Office, sit: Sit) -> None:
    siti = office.customer("Siti", owner=office.lead_uid, since=NOON - 20 * DAY)
    at = sit(office, office.lead)
    at.go_to("Siti")
    logged = contacts.log(office.lead, draft(siti))
    at.window.controller.acts.tell_logged(logged, "Siti")
    assert menu(at, Cmd.UNDO) == "Undo contact with Siti"
    contacts.delete(office.lead, "deleted-elsewhere", str(logged.contact and logged.contact.id))
    at.give(Cmd.UNDO)
    assert at.told.startswith("This contact is gone")
    assert (menu(at, Cmd.UNDO), menu(at, Cmd.REDO)) == ("", "")
    again = contacts.log(office.lead, draft(siti))
    at.window.controller.acts.tell_logged(again, "Siti")
    at.give(Cmd.UNDO)
    assert at.told == "The contact with Siti is deleted."
    assert customers.rows(office.lead, [siti])[0].last_contact is None
