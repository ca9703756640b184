"""Whose customers a list can be narrowed to."""

from __future__ import annotations

from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.services import ownership
from salesdesk.services.admin import people
from tests.support.factories import Office
from tests.support.rows import customer, put


def test_whoever_has_customers_is_an_owner_whatever_the_role(office: Office) -> None:
    """A leaver, and somebody whom the booking application made an owner without any role."""
    office.customer(owner="uid-andi")
    bound = {"binding_start_date": office.now - DAY, "binding_status": "bound"}
    put(
        office.database,
        "customers",
        [
            customer(1, bound_to_uid="UID-ANDI", **bound),
            customer(2, bound_to_uid="gone-long-ago", **bound),
            customer(3),
        ],
    )
    before = ownership.owners(office.lead)
    agents = ownership.agents(office.lead)
    assert [one for one in before if one in agents] == list(agents)
    assert [one.name for one in before if one not in agents] == ["gone-long-ago"]
    people.revoke(office.admin, new_id(), "andi@example.org")
    assert "uid-andi" not in [one.uid for one in ownership.agents(office.lead)]
    assert ownership.owners(office.lead) == before
