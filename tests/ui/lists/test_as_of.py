"""The line that says of which moment a list is: there while the last sweep is old, else absent."""

from __future__ import annotations

from datetime import timedelta

from salesdesk.domain.queries import CustomerQuery, CustomerSort, DaysLeftFilter
from salesdesk.services import summaries
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.widgets import Label
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit

PLACES = {
    "today": Cmd.GO_TODAY, "pipeline": Cmd.GO_PIPELINE, "pool": Cmd.GO_POOL, "team": Cmd.GO_TEAM,
}  # fmt: skip


def said(at: OpenWindow, screen: str) -> str | None:
    """What the line of a screen says; None: it is not there."""
    label = at.child(Label, f"{screen}_as_of")
    return label.text() if label.isVisible() else None


def asked_again(at: OpenWindow) -> None:
    """The pulse of the connection, which comes by itself every half minute."""
    at.session.connection.try_now()
    at.settle()


def test_every_list_by_the_summaries_says_as_of_while_the_sweep_is_old(
    office: Office, sit: Sit
) -> None:
    office.customer("Siti", owner=office.agent_uid, since=office.now)
    office.customer("Free")
    assert summaries.sweep(office.lead) is not None
    at = sit(office, office.lead)
    asked_again(at)
    for screen, go in PLACES.items():
        at.give(go)
        assert said(at, screen) is None, screen
    office.pass_time(timedelta(hours=2))
    asked_again(at)
    # The sweep was at noon by UTC; the office is in Jakarta, whatever this desktop's zone.
    clock = at.session.context.office.formats.at_office(office.now - timedelta(hours=2), office.now)
    assert "19" in clock or "7" in clock
    for screen, go in PLACES.items():
        at.give(go)
        assert (said(at, screen) or "").startswith(f"As of {clock}."), screen
    assert summaries.sweep(office.admin) is not None
    asked_again(at)
    for screen, go in PLACES.items():
        at.give(go)
        assert said(at, screen) is None, screen


def test_customers_say_it_only_where_the_summaries_decide(office: Office, sit: Sit) -> None:
    office.customer("Siti", owner=office.agent_uid, since=office.now)
    assert summaries.sweep(office.lead) is not None
    office.pass_time(timedelta(days=1))
    at = sit(office, office.lead)
    asked_again(at)
    assert said(at, "customers") is None
    for query in (
        CustomerQuery(sort=CustomerSort.DAYS_LEFT),
        CustomerQuery(sort=CustomerSort.NEXT_STEP),
        CustomerQuery(days_left=DaysLeftFilter(at_most=40)),
    ):
        at.window.customers.ask(query)
        at.settle()
        assert (said(at, "customers") or "").startswith("As of "), query
    at.window.customers.ask(CustomerQuery())
    at.settle()
    assert said(at, "customers") is None
