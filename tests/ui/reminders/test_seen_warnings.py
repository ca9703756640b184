"""Warnings that a window showed are kept many at once: after an act, and when it closes."""

from __future__ import annotations

from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.moments import DAY
from salesdesk.services import follow_ups
from salesdesk.ui.session.feed import Feed
from tests.support.factories import Office
from tests.support.reminded import Remind


def kept(office: Office) -> list[tuple[str | None, object, object]]:
    """Customer, days and whether it was read, of each warning that is kept."""
    events = office.store.read(lambda reading: reading.events.of_kind(EventKind.WARNED))
    return sorted(
        (event.customer_id, event.details["days"], event.details["read"]) for event in events
    )


def test_what_was_shown_is_kept_with_the_next_act(workspace: Office, remind: Remind) -> None:
    office = workspace
    since = office.now - 24 * DAY
    siti = office.customer("Siti", owner=office.agent_uid, since=since)
    budi = office.customer("Budi", owner=office.agent_uid, since=since)
    at = remind(office, office.agent)
    at.look()
    assert at.tray.heard
    assert kept(office) == []
    done = follow_ups.plan(office.agent, new_id(), siti, office.now + 3 * DAY)
    feed = at.session.context.feed
    assert isinstance(feed, Feed)
    feed.publish(done.changes)
    at.settle()
    shown = sorted([(siti, 7, False), (budi, 7, False)])
    assert kept(office) == shown
    # The list is opened: they are read, which waits for the window to close here.
    at.reminding.show_list()
    at.dialog("reminders_dialog").reject()
    assert kept(office) == shown
    at.close()
    assert kept(office) == sorted([*shown, (siti, 7, True), (budi, 7, True)])
