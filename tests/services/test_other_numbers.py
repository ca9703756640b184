"""The numbers beside a customer's own: typed in the form, shown, changed, taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from salesdesk.domain.customer import Customer, CustomerDraft
from salesdesk.domain.errors import Conflict, Invalid
from salesdesk.domain.events import new_id
from salesdesk.services import customers, phone_sweep
from salesdesk.services.lists import customers as lists
from tests.support.database import Database
from tests.support.factories import Office

OTHERS = "0813-0000-0001 (ibu)\n(021) 5550-111 ext. 12"
LISTED = "+62 813-0000-0001 (ibu)\n+62 21 5550111 ext. 12"


@pytest.fixture
def office(database: Database) -> Office:
    """An office with people on each of the two databases."""
    return Office(database)


def made(office: Office) -> Customer:
    """A customer with three numbers, as the form opens them."""
    draft = CustomerDraft(new_id(), "Ani", "0812-0000-0001", others=OTHERS)
    customers.create(office.agent, draft, claim=True)
    return customers.get(office.agent, draft.id)


def form_of(seen: Customer, **typed: Any) -> CustomerDraft:
    """The form as it was opened, with what was typed since."""
    shown = CustomerDraft(
        seen.id, seen.name, seen.phone, address=seen.address, sales_status=seen.sales_status,
        others=seen.others,
    )  # fmt: skip
    return replace(shown, **typed)


def shown(office: Office, customer_id: str) -> list[tuple[str, str, str]]:
    """What the panel shows beside the customer's own number."""
    others = lists.details(office.agent, customer_id).others
    return [(one.number, one.extension, one.note) for one in others]


def test_they_are_kept_in_their_order_with_what_stands_beside_them(office: Office) -> None:
    seen = made(office)
    assert (seen.phone, seen.others) == ("+6281200000001", LISTED)
    assert shown(office, seen.id) == [
        ("+6281300000001", "", "ibu"), ("+62215550111", "12", ""),
    ]  # fmt: skip
    found = customers.duplicate_of(office.other, "0813 0000 0001")
    assert found is not None
    assert found.customer_id == seen.id


def test_another_one_becomes_the_first_and_an_undo_puts_all_back(office: Office) -> None:
    seen, event = made(office), new_id()
    typed = form_of(seen, phone="0813-0000-0001", others="0812-0000-0001\n021-5550111")
    customers.edit(office.agent, event, typed, seen)
    now = customers.get(office.agent, seen.id)
    assert now.phone == "+6281300000001"
    assert now.others == "+62 812-0000-0001\n+62 21 5550111"
    customers.take_back_edit(office.agent, new_id(), event)
    back = customers.get(office.agent, seen.id)
    assert (back.phone, back.others) == (seen.phone, seen.others)


def test_neither_another_field_nor_a_sweep_drops_them(office: Office) -> None:
    seen = made(office)
    customers.edit(office.agent, new_id(), replace(form_of(seen, name="Ani B"), others=None), seen)
    office.database.execute("UPDATE customers SET phone_number = '0812 0000 0009'")
    assert phone_sweep.refresh(office.admin) == 1
    assert customers.get(office.agent, seen.id).others == LISTED


def test_what_is_no_number_is_told_at_its_field(office: Office) -> None:
    seen = made(office)
    with pytest.raises(Invalid) as told:
        customers.edit(office.agent, new_id(), form_of(seen, others="081300O0001"), seen)
    assert [fault.field for fault in told.value.faults] == ["others"]
    assert customers.get(office.agent, seen.id).others == LISTED


def test_what_somebody_else_typed_meanwhile_is_not_overwritten(office: Office) -> None:
    seen = made(office)
    customers.edit(office.lead, new_id(), form_of(seen, others="0814-0000-0001"), seen)
    with pytest.raises(Conflict):
        customers.edit(office.agent, new_id(), form_of(seen, others="0815-0000-0001"), seen)
    assert customers.get(office.agent, seen.id).others == "+62 814-0000-0001"


def test_what_was_stored_before_its_answer_was_lost_can_be_typed_otherwise(office: Office) -> None:
    draft = CustomerDraft(new_id(), "Ani", "0812-0000-0001", others=OTHERS)
    customers.create(office.agent, draft)
    again = customers.create(office.agent, replace(draft, others="0814-0000-0001"))
    assert again.replayed
    assert customers.get(office.agent, draft.id).others == "+62 814-0000-0001"
    seen, event = customers.get(office.agent, draft.id), new_id()
    customers.edit(office.agent, event, form_of(seen, others="0815-0000-0001"), seen)
    customers.edit(office.agent, event, form_of(seen, others="0816-0000-0001"), seen)
    assert customers.get(office.agent, draft.id).others == "+62 816-0000-0001"
