"""Several numbers of a customer: their order, what stands beside them, and that they stay."""

from __future__ import annotations

import pytest

from salesdesk.domain.customer import CustomerDraft
from salesdesk.domain.errors import Duplicate
from salesdesk.domain.events import new_id
from salesdesk.services import customers, phone_sweep
from tests.support.import_work import Importer

LIST = (
    "Nama,Fax,HP,Kantor\n"
    "Ani,021-5550199,0812-0000-0001 (ibu) / 0813-0000-0001,(021) 5550-111 ext. 12\n"
)
NUMBERS = "SELECT number, typed, extension, note, beside FROM salesdesk_phones ORDER BY position"


def test_order_text_extension_and_note_are_kept(importer: Importer) -> None:
    importer.run(importer.file(LIST.replace("Kantor", "Telp Kantor")))
    assert importer.rows(NUMBERS) == [
        ("+6281200000001", "0812-0000-0001", None, "ibu", 0),
        ("+6281300000001", "0813-0000-0001", None, None, 1),
        ("+62215550111", "(021) 5550-111", "12", None, 1),
        ("+62215550199", "021-5550199", None, "fax", 1),
    ]


def test_a_refresh_drops_nothing_that_was_entered_beside_the_number(importer: Importer) -> None:
    office = importer.office
    importer.run(importer.file(LIST))
    office.database.execute("UPDATE customers SET phone_number = '0812 0000 0009'")
    assert phone_sweep.refresh(office.admin) == 1
    assert [row[0] for row in importer.rows(NUMBERS.replace("position", "beside, position"))] == [
        "+6281200000009", "+6281300000001", "+62215550111", "+62215550199",
    ]  # fmt: skip
    assert phone_sweep.refresh(office.admin) == 0


def test_who_has_a_number_beside_the_first_has_it(importer: Importer) -> None:
    importer.run(importer.file(LIST))
    with pytest.raises(Duplicate):
        customers.create(importer.office.agent, CustomerDraft(new_id(), "Beni", "0813 0000 0001"))
