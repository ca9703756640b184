"""Whatever the two were: a link and its undo leave rows, owners and clocks as they stood."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.queries import CustomerQuery
from salesdesk.services.duplicates import comparing, linking
from salesdesk.services.lists import customers as lists
from tests.support.factories import NOON, Office
from tests.support.invariants import breaches

_FIELDS = ("name", "company", "phone", "address", "sales_status", "lead_source")


@st.composite
def _side(draw: st.DrawFn) -> dict[str, object]:
    owned = draw(st.booleans())
    return {
        "name": draw(st.sampled_from(["Siti", "Siti R.", ""])),
        "company": draw(st.sampled_from([None, "PT Sinar Jaya"])),
        "status": draw(st.sampled_from(list(SalesStatus))),
        "source": draw(st.sampled_from([None, "Referral"])),
        "owner": draw(st.sampled_from(["uid-andi", "uid-eko"])) if owned else None,
        "since": NOON - draw(st.integers(0, 29)) * DAY if owned else None,
    }


def _rows(office: Office, ids: tuple[str, str]) -> list[tuple[object, ...]]:
    return office.database.execute(
        "SELECT id, name, phone_number, address, company, lead_source, sales_status, "
        "bound_to_uid, binding_status FROM customers WHERE id IN (%s, %s) ORDER BY id",
        *ids,
    )


def _clocks(office: Office, ids: tuple[str, str]) -> list[object]:
    found = {row.id: row for row in lists.rows(office.lead, ids)}
    leaves = [found[one].departure for one in ids]
    return [each.leaves_at if each is not None else None for each in leaves]


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    sides=st.tuples(_side(), _side()),
    fields=st.frozensets(st.sampled_from(_FIELDS)),
    takes=st.booleans(),
    contacted=st.integers(0, 20),
)
def test_a_link_and_its_undo_leave_everything_as_it_was(
    office: Office,
    sides: tuple[dict[str, object], dict[str, object]],
    fields: frozenset[str],
    takes: bool,
    contacted: int,
) -> None:
    stays, hidden = (office.customer(**side) for side in sides)  # type: ignore[arg-type]
    ids = (stays, hidden)
    if contacted:
        office.contact(hidden, at=NOON - contacted * DAY)
    takes = takes and sides[1]["owner"] is not None and sides[0]["owner"] != sides[1]["owner"]
    rows, clocks = _rows(office, ids), _clocks(office, ids)
    shown = lists.count(office.lead, CustomerQuery()).number
    both = comparing.side_by_side(office.lead, *ids)
    choice = LinkChoice(both.left.customer, both.right.customer, fields, takes)
    linked = linking.link(office.lead, new_id(), choice)
    assert lists.count(office.lead, CustomerQuery()).number == shown - 1
    left = both.days_left[stays, takes]
    [row] = lists.rows(office.lead, [stays])
    assert (row.departure.days_left(NOON) if row.departure else None) == left
    linking.unlink(office.lead, new_id(), linked.event_id)
    assert _rows(office, ids) == rows
    assert _clocks(office, ids) == clocks
    assert lists.count(office.lead, CustomerQuery()).number == shown
    assert breaches(office.database) == []
