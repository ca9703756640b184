"""Looking for customers that may be one: by number in any format, by alike name and company."""

from __future__ import annotations

import pytest

from salesdesk.domain.customer import CustomerDraft
from salesdesk.domain.duplicates import PairKind
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.services import customers, phone_sweep
from salesdesk.services.duplicates import deciding, finding, likeness
from salesdesk.storage.db.cancel import Stopped
from tests.support.factories import NOON, Office


def found(office: Office) -> list[tuple[PairKind, str, str, int | None]]:
    looked = finding.find(office.lead)
    return [(one.kind, one.left.name, one.right.name, one.share) for one in looked.pairs]


def beside(office: Office, customer_id: str, numbers: str) -> None:
    seen = customers.get(office.lead, customer_id)
    draft = CustomerDraft(customer_id, seen.name, seen.phone, address=seen.address, others=numbers)
    customers.edit(office.lead, new_id(), draft, seen)


def swept(office: Office) -> None:
    phone_sweep.refresh(office.lead)


def test_the_same_number_in_another_format_comes_first_and_without_a_share(office: Office) -> None:
    office.customer("Siti Rahmawati", phone="+6281290347718", created=NOON - 90 * DAY)
    office.customer("Siti Rachmawati", phone="0812 9034 7718", created=NOON - 5 * DAY)
    beside(office, office.customer("Desi Ratnasari"), "0812-9034-7719")
    office.customer("PT Nusa Indah", phone="+6281290347719")
    office.customer("Rudi Hartono", company="PT Maju Jaya", phone="0813 1111 2222")
    office.customer("Rudy Hartono", company="Maju Jaya", phone="0813 1111 3333")
    swept(office)
    kinds = [(kind, {left, right}) for kind, left, right, _ in found(office)]
    assert kinds == [
        (PairKind.SAME_NUMBER, {"Siti Rahmawati", "Siti Rachmawati"}),
        (PairKind.SECOND_NUMBER, {"Desi Ratnasari", "PT Nusa Indah"}),
        (PairKind.ALIKE, {"Rudi Hartono", "Rudy Hartono"}),
    ]
    first, second, third = finding.find(office.lead).pairs
    assert (first.left.name, first.number, first.share) == (
        "Siti Rahmawati",
        "+6281290347718",
        None,
    )
    assert second.number == "+6281290347719"
    assert third.share is not None
    assert third.share >= likeness.LEAST_SHARE


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("Siti Rahmawati", "PT Sinar Jaya"), ("Siti Rachmawati", "PT. SINAR JAYA"), True),
        (("Yusuf Maulana", "Kopi Kita"), ("M. Yusuf Maulana", "Kopi Kita"), True),
        (("Teguh Prakoso", "Batik Ayu"), ("Teguh P.", "CV Batik Ayu"), True),
        (("Siti Rahmawati", "PT Sinar Jaya"), ("Siti Rahmawati", "Bank Mandiri"), False),
        (("Siti Rahmawati", "PT Sinar Jaya"), ("Budi Santoso", "PT Sinar Jaya"), False),
        (("Siti Rahmawati", ""), ("Siti Rahmawati", ""), True),
        (("Siti Rahmawati", ""), ("Siti Rahmawati", "PT Sinar Jaya"), False),
    ],
)
def test_names_and_companies_decide_together(
    office: Office, one: tuple[str, str], other: tuple[str, str], alike: bool
) -> None:
    for name, company in (one, other):
        office.customer(name, company=company or None)
    assert bool(found(office)) is alike


def test_what_was_said_to_be_different_is_not_found_again_until_that_is_taken_back(
    office: Office,
) -> None:
    one, other = (office.customer("Rudi Hartono", company="PT Maju Jaya") for _ in range(2))
    assert len(found(office)) == 1
    act = new_id()
    deciding.say_different(office.lead, act, one, other)
    assert deciding.say_different(office.lead, act, other, one).replayed
    deciding.say_different(office.admin, new_id(), other, one)
    assert found(office) == []
    assert finding.find(office.lead).different == 1
    [decision] = deciding.decisions(office.lead)
    assert (decision.by, {decision.left.id, decision.right.id}) == ("Rina Wulandari", {one, other})
    deciding.take_back(office.lead, new_id(), one, other)
    assert len(found(office)) == 1


def test_an_agent_may_not_look_nor_say(office: Office) -> None:
    one, other = office.customer(), office.customer()
    with pytest.raises(NotAllowed):
        finding.find(office.agent)
    with pytest.raises(NotAllowed):
        deciding.say_different(office.agent, new_id(), one, other)


def test_progress_grows_and_ends_whole_and_a_stopped_look_ends(office: Office) -> None:
    office.customers(30, owner=office.agent_uid, since=NOON)
    told: list[int] = []
    finding.find(office.lead, told.append)
    assert told == sorted(told)
    assert told[-1] == 100
    work, stop = office.lead.stoppable(lambda: finding.find(office.lead))
    stop()
    with pytest.raises(Stopped):
        work()


def test_groups_in_parts_find_what_one_look_finds(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(12):
        for name in (f"Rudi Hartono {at}", f"Rudy Hartono {at}"):
            office.customer(name, company=f"PT Maju {chr(97 + at) * 4} Jaya")
    whole = {(one.ids, one.share) for one in finding.find(office.lead).pairs}
    assert len(whole) >= 12
    monkeypatch.setattr(finding, "HELD_AT_ONCE", 5)
    assert {(one.ids, one.share) for one in finding.find(office.lead).pairs} == whole


def test_only_the_surest_are_kept(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.customer("Rudi Hartono", company="PT Maju Jaya")
    office.customer("Rudi Hartono", company="Maju Jaya")
    office.customer("Siti Rachmawati", company="PT Sinar Jaya")
    office.customer("Siti Rahmawati", company="PT Sinar Jaya")
    monkeypatch.setattr(finding, "MOST", 1)
    monkeypatch.setattr(finding, "_SPARE", 0)
    looked = finding.find(office.lead)
    assert ([one.share for one in looked.pairs], looked.more) == ([100], True)


def test_a_number_that_the_booking_application_just_wrote_counts(office: Office) -> None:
    office.customer("Klinik Medika Utama", phone="+6281288376604")
    swept(office)
    office.customer("Lina Marlina", phone="0812 8837 6604")
    assert [kind for kind, *_ in found(office)] == [PairKind.SAME_NUMBER]
