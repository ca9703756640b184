"""A line with the number of a hidden customer is about the one that stays for it."""

from __future__ import annotations

from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.events import new_id
from salesdesk.domain.importing import Duplicates
from salesdesk.services.duplicates import comparing, linking
from tests.support.import_work import Importer

LINE = "Nama,HP,Alamat\nSiti,0812-0000-0001,Jl. Melati 4\n"
CONTACT = (
    "Nama,HP,Tanggal Kontak,Metode,Hasil,Catatan\n"
    "Siti,0812-0000-0001,2025-05-02,WhatsApp,berhasil,Lama\n"
)


def linked(importer: Importer) -> tuple[str, str]:
    """Who stays and who is hidden; the second alone has the file's number."""
    office = importer.office
    stays = office.customer("Siti Rahmawati", phone="+6281299990000")
    hidden = office.customer("Siti Rachmawati", phone="+6281200000001")
    sides = comparing.side_by_side(office.lead, stays, hidden)
    linking.link(office.lead, new_id(), LinkChoice(sides.left.customer, sides.right.customer))
    return stays, hidden


def test_a_duplicate_names_the_one_that_stays_tried_and_written(importer: Importer) -> None:
    linked(importer)
    path = importer.file(LINE)
    for rejected in (importer.check(path).rejected, importer.run(path).rejected):
        [refused] = rejected
        assert refused.duplicate
        assert "Siti Rahmawati" in refused.reasons[0].english


def test_what_is_empty_is_filled_with_the_one_that_stays(importer: Importer) -> None:
    stays, hidden = linked(importer)
    importer.office.database.execute("UPDATE customers SET address = ''")
    path = importer.file(LINE)
    assert importer.check(path, Duplicates.FILL).tally.filled == 1
    assert importer.run(path, Duplicates.FILL).tally.filled == 1
    assert {row[0]: row[1] for row in importer.rows("SELECT id, address FROM customers")} == {
        stays: "Jl. Melati 4", hidden: "",
    }  # fmt: skip


def test_a_contact_is_added_to_the_one_that_stays(importer: Importer) -> None:
    stays, _ = linked(importer)
    path = importer.file(CONTACT)
    assert importer.run(path, Duplicates.FILL).tally.contacts == 1
    assert importer.rows("SELECT customer_id FROM customer_contacts") == [(stays,)]


def test_a_line_by_the_hidden_ones_name_is_no_colleague_with_the_same_number(
    importer: Importer,
) -> None:
    linked(importer)
    path = importer.file(
        "Nama,HP,Telepon 2\nSiti Rachmawati,0812-0000-0001,0812-5555-0001\n"
        "Budi,0812-0000-0001,0812-5555-0002\n"
    )
    imported = importer.run(path)
    assert (imported.tally.created, imported.tally.duplicates) == (1, 1)


def test_a_contact_that_stands_at_the_hidden_one_is_not_added_again(importer: Importer) -> None:
    stays, hidden = linked(importer)
    path = importer.file(CONTACT)
    importer.run(path, Duplicates.FILL)
    importer.office.database.execute("UPDATE customer_contacts SET customer_id = %s", hidden)
    again = importer.file(CONTACT.replace("Alamat", "Adres") + "\n", "again.csv")
    assert importer.run(again, Duplicates.FILL).tally.contacts == 0
    assert importer.rows("SELECT customer_id FROM customer_contacts") == [(hidden,)]
    assert stays != hidden
