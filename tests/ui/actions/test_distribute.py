"""Distributing from the window: a preview that says who gets whom, one act, one undo."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from salesdesk.domain.distribution import Given, Sharing, shared
from salesdesk.domain.events import derived_id, new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.services import distributing, ownership
from salesdesk.services.lists import customers
from salesdesk.ui.actions.actions import CustomerAct
from salesdesk.ui.actions.distribute_dialog import DistributeDialog
from salesdesk.ui.actions.undoable import AssignedCustomer, AssignStep
from salesdesk.ui.commands import Cmd
from tests.support.factories import Office
from tests.support.invariants import breaches
from tests.support.settings import set_to
from tests.support.windows import OpenWindow, Sit


def owners(office: Office, ids: list[str]) -> dict[str, str | None]:
    return {row.id: row.owner_uid for row in customers.rows(office.lead, ids)}


def opened(at: OpenWindow, office: Office, ids: list[str]) -> DistributeDialog:
    at.window.controller.acts.do(CustomerAct.DISTRIBUTE, customers.rows(office.lead, ids))
    at.settle()
    dialog = at.dialog("distribute_dialog")
    assert isinstance(dialog, DistributeDialog)
    return dialog


def test_evenly_then_distributed_then_undone(office: Office, sit: Sit) -> None:
    ids = [office.customer(f"C{at}") for at in range(8)]
    office.customer(owner=office.agent_uid)
    at = sit(office, office.lead)
    dialog = opened(at, office, ids)
    assert dialog.windowTitle() == "Distribute 8 customers"
    assert dialog.act.text() == "Distribute 8"
    assert at.text("distribute_load_uid-andi") == "1 → 3"
    assert len(set(dialog.share.agents.values())) == 4
    before = dict(dialog.share.agents)
    at.press(dialog, "distribute_act")
    assert at.told == "8 customers distributed among 4 agents."
    assert owners(office, ids) == before
    office.pass_time(DAY)
    at.give(Cmd.UNDO)
    assert set(owners(office, ids).values()) == {None}


def test_letters_choose_how_and_the_most_is_shown_and_obeyed(office: Office, sit: Sit) -> None:
    set_to(office.admin, "salesdesk.pool.most_customers", "2")
    ids = [office.customer(f"C{at}") for at in range(10)]
    at = sit(office, office.lead)
    dialog = opened(at, office, ids)
    assert at.text("distribute_most") == "most 2"
    assert (len(dialog.share.agents), len(dialog.share.left)) == (8, 2)
    last = dialog.preview.cells.rowCount() - 1
    assert dialog.preview.cells.index(last, 0).data() == "Stays in the pool"
    assert "2 stay where they are." in dialog.summary.text()
    at.bot.keyClick(dialog.act, Qt.Key.Key_L)
    assert dialog.sharing is Sharing.LEAST
    dialog.everybody.setChecked(False)
    at.settle()
    assert not dialog.act.isEnabled()


def test_whom_an_agent_lost_goes_to_others_until_told_otherwise(office: Office, sit: Sit) -> None:
    one = office.customer("Siti", owner=office.agent_uid)
    ownership.release(office.lead, new_id(), one, OwnershipSeen(office.agent_uid))
    at = sit(office, office.lead)
    dialog = opened(at, office, [one])
    for uid in (office.other_uid, office.lead_uid, office.admin_uid):
        box = dialog.agents.findChild(QCheckBox, f"distribute_agent_{uid}")
        if box is not None:
            box.setChecked(False)
    at.settle()
    assert dialog.share.left == (one,)
    dialog.back.setChecked(False)
    at.settle()
    assert dialog.share.agents == {one: office.agent_uid}


def test_by_hand_each_is_placed(office: Office, sit: Sit) -> None:
    ids = [office.customer(name) for name in ("Ani", "Budi")]
    at = sit(office, office.lead)
    dialog = opened(at, office, ids)
    dialog.choose(Sharing.BY_HAND)
    at.settle()
    assert not dialog.act.isEnabled()
    dialog.preview.selectRow(0)
    dialog.to.setCurrentIndex(dialog.to.findData(office.other_uid))
    dialog.to.activated.emit(dialog.to.currentIndex())
    at.settle()
    assert dialog.act.text() == "Distribute 1"
    assert dialog.preview.currentIndex().row() == 1
    at.press(dialog, "distribute_act")
    assert owners(office, ids) == {ids[0]: office.other_uid, ids[1]: None}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(
    held=st.lists(st.sampled_from([None, "agent", "other", "lead"]), min_size=1, max_size=6),
    sharing=st.sampled_from([Sharing.EVENLY, Sharing.LEAST]),
    mix=st.integers(0, 9),
)
def test_a_distribution_and_its_undo(
    office: Office, held: list[str | None], sharing: Sharing, mix: int
) -> None:
    uids = {"agent": office.agent_uid, "other": office.other_uid, "lead": office.lead_uid}
    ids = [office.customer(owner=uids.get(one or "")) for one in held]
    rows = customers.rows(office.lead, ids)
    seen = {row.id: OwnershipSeen(row.owner_uid, row.owned_since) for row in rows}
    before = owners(office, ids)
    ground = distributing.ground(office.lead, ids)
    share = shared(
        [Given(one, before[one]) for one in ids], ground, sharing,
        frozenset(r.uid for r in ground.receivers), {}, mix,
    )  # fmt: skip
    batch_id = new_id()
    office.pass_time(DAY)
    batch = distributing.distribute(office.lead, batch_id, seen, share.agents)
    assert batch.lost == ()
    assert owners(office, ids) == {**before, **share.agents}
    assert breaches(office.database) == []
    office.pass_time(DAY)
    given_to = tuple(
        AssignedCustomer(
            one, one, before[one], "", OwnershipSeen(share.agents[one]), derived_id(batch_id, one)
        )
        for one in batch.done
    )
    taken = AssignStep(office.lead, given_to).back()
    assert not taken.refused
    assert owners(office, ids) == before
    assert breaches(office.database) == []
