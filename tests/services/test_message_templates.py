"""Message templates: who may write them, two at once, a lost answer, and what fills them in."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from salesdesk.domain.errors import Conflict, Invalid, NotAllowed
from salesdesk.domain.events import new_id
from salesdesk.domain.templates import TemplateDraft, TemplateField, checked, fields, filled
from salesdesk.services import message_templates
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.orders import Orders
from tests.support.rows import put


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


def draft(**changed: str) -> TemplateDraft:
    made = TemplateDraft(new_id(), "Menu tasting", "id", "Selamat pagi {name}, {company}")
    return replace(made, **changed)


def test_a_template_is_written_by_a_lead_and_read_by_an_agent(office: Office) -> None:
    typed = draft()
    message_templates.save(office.lead, new_id(), typed, None)
    (found,) = message_templates.listed(office.agent)
    assert (found.title, found.language, found.body) == (typed.title, "id", typed.body)
    with pytest.raises(NotAllowed, match="templates:edit"):
        message_templates.save(office.agent, new_id(), typed, found)
    assert message_templates.listed(office.agent) == (found,)


def test_of_two_who_change_one_the_second_is_told(office: Office) -> None:
    typed = draft()
    message_templates.save(office.lead, new_id(), typed, None)
    (seen,) = message_templates.listed(office.lead)
    message_templates.save(office.lead, new_id(), replace(typed, title="First"), seen)
    with pytest.raises(Conflict):
        message_templates.save(office.admin, new_id(), replace(typed, title="Second"), seen)
    with pytest.raises(Conflict):
        message_templates.remove(office.admin, new_id(), seen)
    assert [one.title for one in message_templates.listed(office.agent)] == ["First"]


def test_a_removed_one_comes_back_by_undo_alone(office: Office) -> None:
    message_templates.save(office.lead, new_id(), draft(), None)
    (seen,) = message_templates.listed(office.lead)
    removal = new_id()
    message_templates.remove(office.lead, removal, seen)
    assert message_templates.listed(office.lead) == ()
    message_templates.restore(office.lead, new_id(), seen, removal)
    (back,) = message_templates.listed(office.lead)
    assert (back.id, back.title, back.body) == (seen.id, seen.title, seen.body)
    with pytest.raises(Conflict):
        message_templates.restore(office.lead, new_id(), seen, removal)


def test_a_form_whose_answer_was_lost_writes_once_and_then_changes_it(office: Office) -> None:
    form, typed = new_id(), draft()
    message_templates.save(office.lead, form, typed, None)
    assert message_templates.save(office.lead, form, typed, None).replayed
    message_templates.save(office.lead, form, replace(typed, title="Typed on"), None)
    message_templates.save(office.lead, form, replace(typed, title="And on"), None)
    assert [one.title for one in message_templates.listed(office.agent)] == ["And on"]


def test_a_change_of_a_form_does_not_run_over_a_colleague(office: Office) -> None:
    form, typed = new_id(), draft()
    message_templates.save(office.lead, form, typed, None)
    (seen,) = message_templates.listed(office.admin)
    message_templates.save(office.admin, new_id(), replace(typed, title="A colleague's"), seen)
    with pytest.raises(Conflict):
        message_templates.save(office.lead, form, replace(typed, title="Typed on"), None)
    assert [one.title for one in message_templates.listed(office.agent)] == ["A colleague's"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 81}, "title"),
        ({"body": ""}, "body"),
        ({"body": "Dear {nmae}"}, "body"),
        ({"body": "bell \x07"}, "body"),
        ({"body": "x" * 1501}, "body"),
        ({"language": "de"}, "language"),
    ],
)
def test_what_cannot_be_stored_names_its_field(changed: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(draft(**changed))
    assert [fault.field for fault in refused.value.faults] == [field]


def test_fields_are_filled_in_one_pass() -> None:
    body = "{Name} of {company}: {name}, {room} {price"
    values = {TemplateField.NAME: "{company}", TemplateField.COMPANY: "A %2"}
    assert fields(body) == (TemplateField.NAME, TemplateField.COMPANY, TemplateField.ROOM)
    assert filled(body, values) == "{company} of A %2: {company}, {room} {price"


def test_the_newest_orders_fill_in_room_packages_guests_day_and_value(office: Office) -> None:
    customer = office.customer()
    put(office.database, "meeting_room", [{"id": "aula-a", "room_name": "Aula A",
        "restaurant_id": "restaurant", "capacity": 200, "price_per_hour": 0}])  # fmt: skip
    put(office.database, "packages", [{"id": "package", "id_restaurant": "restaurant",
        "package_name": "Lunch", "price": 180_000}])  # fmt: skip
    orders = Orders(office)
    older = orders.add(customer, "confirmed", "2026-06-27 11:00:00", items=[(120, 180_000)])
    office.database.execute(
        "UPDATE orders SET meeting_room_id = 'aula-a', number_of_people = 120 WHERE id = %s", older
    )
    newest = orders.add(customer, "pending", "0000-00-00 00:00:00")
    office.database.execute(
        "UPDATE orders SET order_date = '2026-02-01 09:00:00' WHERE id = %s", newest
    )
    first, second = message_templates.orders(office.agent, customer)
    assert (first.id, first.room, first.guests, first.packages) == (newest, "", 20, "")
    assert (first.day, first.value) == (None, None)
    assert (second.day, second.room, second.guests) == (date(2026, 6, 27), "Aula A", 120)
    assert (second.packages, second.value) == ("Lunch", 21_600_000)


def titles(office: Office) -> list[str]:
    return [one.title for one in message_templates.listed(office.agent)]


def test_leads_choose_the_order_and_new_ones_stand_last(office: Office) -> None:
    for title in ("A", "B", "C"):
        message_templates.save(office.lead, new_id(), draft(title=title), None)
    seen = message_templates.listed(office.lead)
    a, b, c = (one.id for one in seen)
    message_templates.order(office.lead, new_id(), [c, a, b], seen)
    assert titles(office) == ["C", "A", "B"]
    message_templates.save(office.lead, new_id(), draft(title="AA"), None)
    assert titles(office) == ["C", "A", "B", "AA"]
    with pytest.raises(Conflict, match="ordered the templates"):
        message_templates.order(office.admin, new_id(), [a, b, c], seen)
    now = message_templates.listed(office.lead)
    act = new_id()
    wanted = [one.id for one in reversed(now)]
    message_templates.order(office.lead, act, wanted, now)
    assert message_templates.order(office.lead, act, wanted, now).replayed
    assert titles(office) == ["AA", "B", "A", "C"]
    with pytest.raises(NotAllowed, match="templates:edit"):
        message_templates.order(office.agent, new_id(), wanted, now)


@pytest.mark.parametrize("seed", range(6))
def test_any_orders_and_their_undo(office: Office, seed: int) -> None:
    rng = random.Random(seed)
    for title in "ABCDE":
        message_templates.save(office.lead, new_id(), draft(title=title), None)
    for _ in range(6):
        seen = message_templates.listed(office.lead)
        before = titles(office)
        wanted = [one.id for one in rng.sample(seen, len(seen))]
        message_templates.order(office.lead, new_id(), wanted, seen)
        now = message_templates.listed(office.lead)
        assert [one.id for one in now] == wanted
        if rng.random() < 0.5:
            message_templates.order(office.lead, new_id(), [one.id for one in seen], now)
            assert titles(office) == before
