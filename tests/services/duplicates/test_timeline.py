"""The timeline of the customer that stays shows the rows of those linked to it, marked."""

from __future__ import annotations

from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.queries import TimelineKind, TimelineQuery
from salesdesk.services.duplicates import comparing, linking
from salesdesk.services.lists import customers as lists
from tests.support.factories import NOON, Office


def test_contacts_and_ownership_of_the_hidden_one_stand_there_and_go_with_the_link(
    office: Office,
) -> None:
    stays = office.customer("Siti R.", owner=office.agent_uid, since=NOON - 20 * DAY)
    hidden = office.customer("Siti", owner=office.other_uid, since=NOON - 9 * DAY)
    own = office.contact(stays, at=NOON - 3 * DAY)
    others = [office.contact(hidden, at=NOON - day * DAY) for day in (1, 5)]
    sides = comparing.side_by_side(office.lead, stays, hidden)
    choice = LinkChoice(sides.left.customer, sides.right.customer)
    act = linking.link(office.lead, new_id(), choice).event_id
    page = lists.timeline(office.lead, TimelineQuery(stays))
    contacts = [one for one in page.rows if one.kind is TimelineKind.CONTACT]
    assert [(one.id, one.of_hidden) for one in contacts] == [
        (others[0], True), (own, False), (others[1], True),
    ]  # fmt: skip
    assert [one.editable for one in contacts] == [False, True, False]
    taken = [one for one in page.rows if one.kind is TimelineKind.OWNERSHIP_TAKEN]
    assert {(one.person_uid, one.of_hidden) for one in taken} == {
        (office.agent_uid, False), (office.other_uid, True),
    }  # fmt: skip
    linking.unlink(office.lead, new_id(), act)
    page = lists.timeline(office.lead, TimelineQuery(stays))
    assert [one.id for one in page.rows if one.kind is TimelineKind.CONTACT] == [own]


def test_pages_follow_one_another_without_a_gap_or_a_double(office: Office) -> None:
    stays, hidden = office.customer("Siti R."), office.customer("Siti")
    wanted = {
        office.contact(one, at=NOON - at * DAY) for at in range(1, 9) for one in (stays, hidden)
    }
    sides = comparing.side_by_side(office.lead, stays, hidden)
    linking.link(office.lead, new_id(), LinkChoice(sides.left.customer, sides.right.customer))
    query = TimelineQuery(stays, frozenset({TimelineKind.CONTACT}))
    seen: list[str] = []
    after = None
    while True:
        page = lists.timeline(office.lead, query, after, 3)
        seen += [one.id for one in page.rows]
        after = page.after
        if after is None:
            break
    assert (len(seen), set(seen)) == (len(wanted), wanted)


def test_link_and_undo_are_lines_of_each_of_the_two_and_told_once(office: Office) -> None:
    stays, hidden = office.customer("Siti R."), office.customer("Siti")
    sides = comparing.side_by_side(office.lead, stays, hidden)
    choice = LinkChoice(sides.left.customer, sides.right.customer)
    act = linking.link(office.lead, new_id(), choice).event_id
    lines = {one: TimelineQuery(one, frozenset({TimelineKind.LINK})) for one in (stays, hidden)}
    [line] = lists.timeline(office.lead, lines[stays]).rows
    assert (line.id, line.person_uid, line.apart) == (act, office.lead.actor.uid, False)
    office.pass_time(DAY)
    linking.unlink(office.lead, new_id(), act)
    for query in lines.values():
        told = lists.timeline(office.lead, query).rows
        assert [(one.apart, one.of_hidden) for one in told] == [(True, False), (False, False)]
