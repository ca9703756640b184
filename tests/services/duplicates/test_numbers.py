"""The numbers of a hidden customer are told with the one that stays."""

from __future__ import annotations

from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.events import new_id
from salesdesk.services import phone_sweep
from salesdesk.services.duplicates import comparing, linking
from salesdesk.services.lists import customers as lists
from tests.support.factories import Office


def test_numbers_of_the_hidden_one_stand_apart_and_go_with_the_link(office: Office) -> None:
    stays = office.customer("Siti R.", phone="+6281200000001")
    hidden = office.customer("Siti", phone="0812 0000 0002")
    phone_sweep.refresh(office.lead)
    sides = comparing.side_by_side(office.lead, stays, hidden)
    choice = LinkChoice(sides.left.customer, sides.right.customer)
    act = linking.link(office.lead, new_id(), choice).event_id
    details = lists.details(office.lead, stays)
    assert [one.number for one in details.linked] == ["+6281200000002"]
    assert details.others == ()
    linking.unlink(office.lead, new_id(), act)
    assert lists.details(office.lead, stays).linked == ()
