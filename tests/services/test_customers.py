"""Creating and editing customers; a phone number in any format is one number."""

from dataclasses import replace
from datetime import timedelta

import pytest

from salesdesk.domain.customer import CustomerDraft, LeadSource, SalesStatus
from salesdesk.domain.errors import Conflict, CustomerGone, Duplicate, Invalid, NotAllowed
from salesdesk.domain.events import new_id
from salesdesk.services import customers, phone_sweep, stage_moves
from salesdesk.services.customers import EditConflict
from tests.support.factories import NOON, Office, fresh_phone
from tests.support.invariants import breaches
from tests.support.ownership_rows import events_of, state_of


def typed(**changes: object) -> CustomerDraft:
    base = CustomerDraft(new_id(), "Siti Rahmawati", "0812-9034-7718", "PT Sinar Jaya", "Jakarta")
    return replace(base, **changes)  # type: ignore[arg-type]


def test_a_new_customer_is_stored_with_its_number_in_e164(office: Office) -> None:
    made = customers.create(office.agent, typed(lead_source=LeadSource.REFERRAL))
    stored = customers.get(office.agent, made.customer_id)
    assert stored.phone == "+6281290347718"
    assert stored.registered_by_uid == office.agent_uid
    assert stored.created_at == NOON
    assert stored.lead_source is LeadSource.REFERRAL
    assert state_of(office, made.customer_id) == (None, "available", 1)
    assert events_of(office, made.customer_id) == ["customer_created"]


def test_a_new_customer_may_be_claimed_in_the_same_act(office: Office) -> None:
    made = customers.create(office.agent, typed(), claim=True)
    assert state_of(office, made.customer_id)[0] == office.agent_uid
    assert breaches(office.database) == []


def test_creating_twice_with_one_id_is_one_customer(office: Office) -> None:
    draft = typed()
    customers.create(office.agent, draft)
    assert customers.create(office.agent, draft).replayed
    assert office.database.execute("SELECT COUNT(*) FROM customers") == [(1,)]


@pytest.mark.parametrize(
    "phone", ["+62 812-9034-7718", "62812 9034 7718", "0812.9034.7718", "0062 812 90347718"]
)
def test_a_duplicate_in_another_format_names_the_customer_and_the_owner(
    office: Office, phone: str
) -> None:
    made = customers.create(office.other, typed(), claim=True)
    with pytest.raises(Duplicate) as refusal:
        customers.create(office.agent, typed(name="Another", phone=phone))
    assert refusal.value.customer_id == made.customer_id
    assert "Siti Rahmawati" in refusal.value.message
    assert "Eko Saputra" in refusal.value.message
    found = customers.duplicate_of(office.agent, phone)
    assert found is not None
    assert found.owner_uid == office.other_uid
    assert office.database.execute("SELECT COUNT(*) FROM customers") == [(1,)]


@pytest.mark.parametrize("stored", ["0812 9034 7718", "62812-9034-7718", "0812 90347718 / -"])
def test_a_number_that_the_booking_application_wrote_is_found(office: Office, stored: str) -> None:
    customer = office.customer("Written elsewhere", phone=stored)
    assert phone_sweep.refresh(office.agent) == 1
    found = customers.duplicate_of(office.agent, "+6281290347718")
    assert found is not None
    assert found.customer_id == customer


def test_a_common_spelling_is_found_before_any_sweep(office: Office) -> None:
    customer = office.customer("Just written", phone="081290347718")
    found = customers.duplicate_of(office.agent, "+62 812-9034-7718")
    assert found is not None
    assert found.customer_id == customer


def test_a_sweep_follows_a_number_that_changed_and_rests_for_a_while(office: Office) -> None:
    customer = office.customer(phone="0812 9034 7718")
    assert phone_sweep.refresh(office.agent) == 1
    assert phone_sweep.refresh(office.agent) == 0
    office.database.execute(
        "UPDATE customers SET phone_number = '0813 1111 2222' WHERE id = %s", customer
    )
    assert phone_sweep.refresh(office.agent, unless_within=timedelta(minutes=15)) == 0
    office.pass_time(timedelta(minutes=15))
    assert phone_sweep.refresh(office.agent, unless_within=timedelta(minutes=15)) == 1
    assert customers.duplicate_of(office.agent, "0812 9034 7718") is None
    assert customers.duplicate_of(office.agent, "0813 1111 2222") is not None


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"name": ""}, ["name"]),
        ({"name": "   "}, ["name"]),
        ({"name": "x" * 300}, ["name"]),
        ({"name": "a\x00b"}, ["name"]),
        ({"company": "y" * 300, "name": ""}, ["name", "company"]),
        ({"phone": ""}, ["phone"]),
        ({"phone": "call me"}, ["phone"]),
        ({"phone": "12"}, ["phone"]),
    ],
)
def test_bad_input_names_every_field_and_changes_nothing(
    office: Office, changes: dict[str, object], fields: list[str]
) -> None:
    with pytest.raises(Invalid) as refusal:
        customers.create(office.agent, typed(**changes))
    assert [fault.field for fault in refusal.value.faults] == fields
    assert office.database.execute("SELECT COUNT(*) FROM customers") == [(0,)]
    assert office.database.execute("SELECT COUNT(*) FROM salesdesk_events") == [(0,)]


def test_emoji_sql_and_wildcards_in_a_name_are_just_a_name(office: Office) -> None:
    name = "Ibu 🍜 O'Brien; DROP TABLE customers; -- 100%_"
    made = customers.create(office.agent, typed(name=name))
    assert customers.get(office.agent, made.customer_id).name == name


def test_an_edit_writes_only_what_changed(office: Office) -> None:
    made = customers.create(office.agent, typed())
    seen = customers.get(office.agent, made.customer_id)
    office.database.execute(
        "UPDATE customers SET address = 'Bandung' WHERE id = %s", made.customer_id
    )
    customers.edit(
        office.agent, new_id(), typed(id=seen.id, phone=seen.phone, name="Siti R."), seen
    )
    stored = customers.get(office.agent, made.customer_id)
    assert (stored.name, stored.address) == ("Siti R.", "Bandung")


def test_an_edit_of_a_field_that_somebody_else_changed_says_so(office: Office) -> None:
    made = customers.create(office.agent, typed())
    seen = customers.get(office.agent, made.customer_id)
    customers.edit(office.other, new_id(), typed(id=seen.id, phone=seen.phone, name="First"), seen)
    with pytest.raises(EditConflict) as refusal:
        customers.edit(
            office.agent, new_id(), typed(id=seen.id, phone=seen.phone, name="Second"), seen
        )
    assert refusal.value.fields == ("name",)
    assert refusal.value.current.name == "First"
    assert customers.get(office.agent, made.customer_id).name == "First"


def test_an_edit_to_a_number_that_another_customer_has_is_refused(office: Office) -> None:
    customers.create(office.agent, typed())
    other = customers.create(office.agent, typed(id=new_id(), phone="0813 1111 2222"))
    seen = customers.get(office.agent, other.customer_id)
    with pytest.raises(Duplicate):
        customers.edit(office.agent, new_id(), typed(id=seen.id, phone="0812 9034 7718"), seen)
    customers.edit(office.agent, new_id(), typed(id=seen.id, phone="0813 1111 2223"), seen)
    assert customers.get(office.agent, other.customer_id).phone == "+6281311112223"
    assert customers.duplicate_of(office.agent, "+62 813 1111 2222") is None


def test_a_customer_deleted_while_its_form_is_open_is_gone(office: Office) -> None:
    made = customers.create(office.agent, typed())
    seen = customers.get(office.agent, made.customer_id)
    office.database.execute("DELETE FROM customers WHERE id = %s", made.customer_id)
    with pytest.raises(CustomerGone):
        customers.edit(office.agent, new_id(), typed(id=seen.id, name="New"), seen)


def test_a_move_names_the_status_that_it_was_decided_on(office: Office) -> None:
    customer = office.customer(status=None)
    stage_moves.move(office.agent, new_id(), customer, SalesStatus.COLD, SalesStatus.WARM)
    assert customers.get(office.agent, customer).sales_status is SalesStatus.WARM
    with pytest.raises(Conflict, match="to warm meanwhile"):
        stage_moves.move(office.other, new_id(), customer, SalesStatus.COLD, SalesStatus.HOT)
    assert events_of(office, customer) == ["status_moved"]


def test_a_person_without_a_role_may_do_nothing(office: Office) -> None:
    office.database.execute(
        "INSERT INTO users (firebase_uid, display_name) VALUES ('uid-new', 'New Person')"
    )
    newcomer = office.session("uid-new")
    assert newcomer.actor.role is None
    with pytest.raises(NotAllowed):
        customers.create(newcomer, typed())


def test_a_refusal_does_not_say_what_became_of_an_earlier_try(office: Office) -> None:
    """The form knows whether an earlier try is stored; the rule that refused does not."""
    made = CustomerDraft(new_id(), "Maya", fresh_phone())
    customers.create(office.agent, made)
    office.database.execute("UPDATE customers SET name = 'Theirs'")
    with pytest.raises(EditConflict) as told:
        customers.create(office.agent, replace(made, name="Maya Sari"))
    assert told.value.earlier_stored
    assert "nothing was" not in told.value.message


def test_the_longest_address_is_changed(office: Office) -> None:
    made = CustomerDraft(new_id(), "Maya", fresh_phone(), address="é" * 16_000)
    customers.create(office.agent, made)
    seen = customers.get(office.agent, made.id)
    customers.edit(office.agent, new_id(), replace(made, address="ü" * 16_000), seen)
    assert customers.get(office.agent, made.id).address == "ü" * 16_000


@pytest.mark.parametrize(
    "two", ["081211112222/081333344444", "0812 1111 2222, 021-5551234", "081211112222|5551234"]
)
def test_a_second_number_is_refused_with_words_and_not_dropped(office: Office, two: str) -> None:
    made = CustomerDraft(new_id(), "Maya", two)
    with pytest.raises(Invalid, match="holds one number, and here are 2") as told:
        customers.create(office.agent, made)
    assert told.value.field == "phone"
    customers.create(office.agent, replace(made, phone="081211112222"))
    seen = customers.get(office.agent, made.id)
    with pytest.raises(Invalid, match="holds one number"):
        customers.edit(office.agent, new_id(), replace(made, phone=two), seen)
    assert customers.get(office.agent, made.id).phone == "+6281211112222"


@pytest.mark.parametrize(
    "stored",
    [
        "081211112/081333344 ",
        "WA 0812 3456 789",
        "call the office",
        " 0812\u00a03456789",
        "123",
        "0812345678 (Ibu)",
    ],
)
def test_an_edit_that_does_not_touch_the_number_never_rewrites_it(
    office: Office, stored: str
) -> None:
    customer = office.customer("Maya ", company=" PT  Maju ", phone=stored)
    seen = customers.get(office.agent, customer)
    typed = CustomerDraft(
        customer, "Maya Sari", seen.phone.strip(), (seen.company or "").strip(), seen.address
    )
    customers.edit(office.agent, new_id(), typed, seen)
    [row] = office.database.execute(
        "SELECT name, phone_number, company FROM customers WHERE id = %s", customer
    )
    assert row == ("Maya Sari", stored, " PT  Maju ")
    # Its number may still be mended, once somebody means to.
    seen = customers.get(office.agent, customer)
    customers.edit(office.agent, new_id(), replace(typed, phone="0812 9999 8888"), seen)
    assert customers.get(office.agent, customer).phone == "+6281299998888"


@pytest.mark.parametrize(
    "typed",
    [
        "0812 1111 2222 / 33",
        "081211112222/5555",
        "021-5551234/35",
        "0812-1111-2222 ext 12",
        "0812 1111 2222 / O813",
        "08121111222O",
        "O81211112222",
    ],
)
def test_what_stands_beside_the_number_is_refused_with_words_and_not_dropped(
    office: Office, typed: str
) -> None:
    with pytest.raises(Invalid, match=r"stands more|A letter|too few digits") as told:
        customers.create(office.agent, CustomerDraft(new_id(), "Maya", typed))
    assert told.value.field == "phone"
    assert office.database.execute("SELECT COUNT(*) FROM customers") == [(0,)]


@pytest.mark.parametrize(
    "typed", ["WA 0812 1111 2222", "WA081211112222", "wa.me/6281211112222", "+62 (0) 812 1111 2222"]
)
def test_words_around_a_number_are_no_part_of_it(office: Office, typed: str) -> None:
    made = customers.create(office.agent, CustomerDraft(new_id(), "Maya", typed))
    assert customers.get(office.agent, made.customer_id).phone == "+6281211112222"


@pytest.mark.parametrize(
    ("column", "stored"),
    [
        ("name", ""),
        ("name", "Ma\aya"),
        ("phone_number", ""),
        ("address", "x" * 20_000),
        ("address", "Jl. Merdeka\v1"),
        ("address", "Jl. Merdeka\r\nNo.\u00a01"),
        ("company", "PT\x01"),
    ],
)
def test_an_edit_is_not_refused_for_a_field_that_it_does_not_touch(
    office: Office, column: str, stored: str
) -> None:
    customer = office.customer("Maya", company="PT Maju")
    office.database.execute(f"UPDATE customers SET {column} = %s WHERE id = %s", stored, customer)
    seen = customers.get(office.lead, customer)
    shown = replace(seen, address=seen.address.replace("\r\n", "\n").replace("\u00a0", " "))
    typed = CustomerDraft(
        customer, shown.name, shown.phone, shown.company or "", shown.address,
        sales_status=SalesStatus.HOT,
    )  # fmt: skip
    customers.edit(office.lead, new_id(), typed, seen)
    assert customers.get(office.lead, customer) == replace(
        seen,
        sales_status=SalesStatus.HOT,
        updated_at=customers.get(office.lead, customer).updated_at,
    )
    if stored:
        with pytest.raises(Invalid):
            customers.edit(office.lead, new_id(), replace(typed, name="", phone="?"), seen)


def test_numbers_swept_ahead_of_the_clock_are_swept_again(office: Office) -> None:
    office.pass_time(timedelta(days=365))
    phone_sweep.refresh(office.agent)
    office.pass_time(timedelta(days=-365))
    office.customer(phone="0812 90347718 / -")
    assert phone_sweep.refresh(office.agent, unless_within=timedelta(minutes=15)) == 1


def test_half_a_character_in_an_address_is_refused_in_words(office: Office) -> None:
    with pytest.raises(Invalid, match="cannot be printed"):
        customers.create(
            office.agent, CustomerDraft(new_id(), "Maya", fresh_phone(), address="\ud800")
        )
